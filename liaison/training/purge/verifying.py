"""Chercher une seconde fois, partout : ce qui reste, ce qui est à relire, ce qui n'a pas pu être lu."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from liaison.base.archives import Allowance
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.readers.readable_text import refusal
from liaison.training.purge.erasure import Erasure, Remark, apart, doubt
from liaison.training.purge.folder_search import (
    MOST_UNPACKED,
    OF_THE_SUITE,
    SearchedFile,
    closed_folder,
    named_folder,
    named_folders,
    one_by_one,
    searched,
)
from liaison.training.purge.name_search import NameSearch
from liaison.training.purge.shown_path import shown_path
from liaison.training.purge.sought_people import sought_file
from liaison.training.purge.tree import files_in
from liaison.training.session.definition import SessionFolder

phrase = french_beside(__file__)


def verified(
    place: SessionFolder,
    search: NameSearch,
    proof: Erasure,
    left: Sequence[Remark],
    changed: Sequence[Remark],
    part: Callable[[int, int, str], None],
) -> Erasure:
    """Return the proof with what a second search of the whole folder says, the list of names apart."""
    lists = (place.participants_file, sought_file(place))
    paths = [path for path in files_in(place.root) if path not in lists]
    unpacking = Allowance(MOST_UNPACKED)
    seen = [searched(place, path, search, unpacking) for path in one_by_one(place, search, paths, part)]
    gone = {remark.path for remark in left}
    still = [*left, *(remark for remark in _still_there(place, search, seen) if remark.path not in gone)]
    lists_stay = [path.name for path in lists if still and os.path.lexists(path)]
    stay = [*(remark.path for remark in left), *lists_stay]
    return proof.with_changes(changed).model_copy(
        update={
            "state": "incomplet" if still else "fait",
            "erased": tuple(apart(proof.erased, (shown_path(place, search, place.root / path) for path in stay))),
            "files_searched": sum(not file.unread for file in seen),
            "left": tuple(still),
            "to_read": tuple(
                Remark(path=file.shown, reason=reason) for file in seen if (reason := _to_read(place, search, file))
            ),
            "not_read": tuple(
                Remark(path=shown, reason=typeset(reason))
                for shown, reason in dict.fromkeys((file.shown, file.unread) for file in seen)
                if reason not in ("", closed_folder(), refusal()) and shown not in gone
            ),
            "kept": (
                *dict.fromkeys(file.shown for file in seen),
                *lists_stay,
            ),
        }
    )


def _to_read(place: SessionFolder, search: NameSearch, seen: SearchedFile) -> str:
    """Return why a person has to read a file that stays, "" when nothing in it is of a name."""
    if seen.named:
        return ""
    if seen.doubted:
        return doubt()
    if not seen.parts or seen.path.relative_to(place.root).parts[0] in OF_THE_SUITE:
        return ""  # the exercises of the suite are made of ordinary words
    line = _first_line(search, seen.path)
    counted = phrase("partie-d-un-nom", parts=seen.parts)
    return typeset(f"{counted}, {phrase('d-abord-ligne', line=line)}" if line else counted)


def _first_line(search: NameSearch, path: Path) -> int:
    """Return the first line of a text that has a part of a name, 0 of a document that has no lines of its own."""
    try:
        with path.open(encoding="utf-8") as lines:
            return next((number for number, line in enumerate(lines, 1) if search.parts(line)), 0)
    except (OSError, UnicodeDecodeError):
        return 0


def _still_there(place: SessionFolder, search: NameSearch, seen: Sequence[SearchedFile]) -> Iterator[Remark]:
    """Yield what a name is still in, or may be: what this account may not open keeps the list, to search it again."""
    for file in seen:
        if file.unread == closed_folder():
            yield Remark(path=file.shown, reason=typeset(file.unread))
        elif file.unread == refusal():
            yield Remark(path=file.shown, reason=typeset(phrase("fichier-ferme", refusal=refusal())))
        elif file.named:
            yield Remark(path=file.shown, reason=phrase("un-nom-y-figure-encore"))
    for folder in named_folders(place, search):
        shown = search.masked(folder.relative_to(place.root).as_posix())
        yield Remark(path=shown, reason=typeset(named_folder()))


__all__ = ["verified"]
