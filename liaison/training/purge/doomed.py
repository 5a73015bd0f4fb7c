"""Ce qui doit partir d'une séance, et pourquoi : la liste des noms vient en dernier."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from liaison.base.archives import Allowance
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.readers.readable_text import refusal
from liaison.training.purge.account_table import says_who_is_who
from liaison.training.purge.erasure import Remark
from liaison.training.purge.folder_search import (
    FOR_PEOPLE,
    MOST_UNPACKED,
    OF_THE_SUITE,
    is_base,
    is_of_others,
    is_own_base,
    named_folders,
    one_by_one,
    searched,
)
from liaison.training.purge.name_search import NameSearch
from liaison.training.purge.own_documents import made_of_names
from liaison.training.purge.shown_path import shown_path
from liaison.training.purge.sought_people import sought_file
from liaison.training.purge.tree import files_in, is_folder, kind_of
from liaison.training.session.definition import PRESENCES, SESSION_NAME, SessionFolder
from liaison.training.session.note import NOTE

phrase = french_beside(__file__)

_STAY = (SESSION_NAME, NOTE, "nbgrader_config.py")


def doomed_files(
    place: SessionFolder, search: NameSearch, part: Callable[[int, int, str], None]
) -> Iterator[tuple[Path, str]]:
    """Yield each file that has to go and why, then the folders, the list of names last."""
    unpacking = Allowance(MOST_UNPACKED)
    for path in one_by_one(place, search, [*files_in(place.root)], part):
        first, *rest = path.relative_to(place.root).parts
        if path in (place.participants_file, sought_file(place), place.journal, place.erasure) or (
            not rest and first in _STAY
        ):
            continue
        if is_folder(path):
            continue  # it cannot be opened, and the search that follows says so
        if first == place.received.name:
            yield path, phrase("archive-recue")
            continue
        if first in OF_THE_SUITE or is_own_base(place, path):
            continue
        if first == place.documents.name and made_of_names(place.session, path, rest, listed=search.count > 0):
            yield path, phrase("ecrit-par-la-suite")
            continue
        if is_base(path):
            yield path, phrase("base-venue-d-ailleurs")
            continue
        if path != place.root / PRESENCES and says_who_is_who(place.session, path):
            yield path, phrase("qui-est-qui")
            continue
        seen = searched(place, path, search, unpacking)
        if seen.named:
            yield path, phrase("un-nom-y-figure")
        elif seen.unread and (first in FOR_PEOPLE or (is_of_others(place, path) and seen.unread != refusal())):
            yield path, phrase("efface-dans-le-doute", reason=seen.unread)
    for folder in named_folders(place, search):
        yield folder, phrase("dossier-vide")
    if os.path.lexists(place.participants_file):
        yield place.participants_file, phrase("liste-des-noms")


def described(place: SessionFolder, search: NameSearch, path: Path, reason: str) -> Remark:
    """Return what the proof says of a file that goes: its path, why, and nothing of what it held."""
    if not is_folder(path):
        if path.is_symlink() or not path.is_file():
            reason = phrase("c-etait", reason=reason, kind=kind_of(path))
        elif path.stat().st_nlink > 1:
            reason = phrase("autre-nom-sur-ce-disque", reason=reason)
    return Remark(path=shown_path(place, search, path), reason=typeset(reason))


__all__ = ["described", "doomed_files"]
