"""Chercher les noms dans chaque fichier d'une séance : ce qui y est lu, et de qui est ce fichier."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from liaison.base.archives import Allowance
from liaison.base.sentences import french_beside
from liaison.readers.readable_text import LARGEST, SQLITE, UnreadableError, refusal, texts_of
from liaison.training.hand_in.room_folders import HOMES, INBOUND, OPEN
from liaison.training.purge.base_names import waiting_beside
from liaison.training.purge.name_search import NameSearch
from liaison.training.purge.tree import folders_in, is_folder, kind_of
from liaison.training.session.definition import SESSION_NAME, SessionFolder

phrase = french_beside(__file__)

# Written by the suite itself: a name found there is said, and the file stays.
OF_THE_SUITE = ("notebooks", "release")
_BASES = (".db", ".sqlite", ".sqlite3")
# Git, Mercurial, Subversion keep what files were, in pieces of their own.
_HISTORIES = (".git", ".hg", ".svn")
FOR_PEOPLE = ("documents", "feedback")
# What others write, with tools of theirs: erased when it cannot be searched.
_OF_OTHERS = (HOMES, INBOUND.parents[1])
_COPIES = ("submitted", "autograded", "feedback")  # what others made, taken in
LONG = 500_000  # octets : quelques secondes, s'ils ne sont pas un texte
MOST_UNPACKED = 5 * LARGEST  # octets dépliés de tout ce que d'autres y ont mis


@dataclass(frozen=True)
class SearchedFile:
    """What the search of one file says."""

    path: Path
    shown: str
    named: bool = False
    doubted: bool = False
    parts: int = 0
    unread: str = ""


def _is_of_the_suite(place: SessionFolder, path: Path) -> bool:
    """Whether this is a database that the suite made, sound or not."""
    return path.suffix in _BASES and path.parent in (place.root, place.root / OPEN.parent)


def is_own_base(place: SessionFolder, path: Path) -> bool:
    """Whether the suite or who leads the session made this database: where others make some, none is opened."""
    made_by_others = is_of_others(place, path) or path.relative_to(place.root).parts[0] in _COPIES
    return _is_of_the_suite(place, path) or (not made_by_others and is_base(path))


def waits(place: SessionFolder, path: Path) -> Path | None:
    """Return what a base must not be opened with: changes left beside it can have other files of its opener removed."""
    return None if _is_of_the_suite(place, path) else waiting_beside(path)


def is_of_others(place: SessionFolder, path: Path) -> bool:
    """Whether others write there, with tools of theirs."""
    return any(path.is_relative_to(place.root / folder) for folder in _OF_OTHERS)


def is_base(path: Path) -> bool:
    """Whether a file is a database, by what it begins with and not by its name."""
    if path.is_symlink() or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:  # the search that follows says so
        return False


def closed_folder() -> str:
    """Return what is said of a folder that this account may not open."""
    return phrase("dossier-ferme", refusal=refusal())


def named_folder(todo: str = "") -> str:
    """Return what is said of a folder that still bears a name: what to do with it, to rename it if nothing else."""
    return phrase("dossier-nomme", todo=todo or phrase("le-renommer"))


def searched(place: SessionFolder, path: Path, search: NameSearch, unpacking: Allowance) -> SearchedFile:
    """Return what the search of one file says, read no further than the first name."""
    shown = path.relative_to(place.root).as_posix()
    single = shown.partition("/")[0] in FOR_PEOPLE
    seen = SearchedFile(
        path, search.masked(shown), named=search.finds(shown, single=single), doubted=search.doubted(shown)
    )
    if history := _history(place, path):
        return replace(seen, shown=search.masked(history), unread=phrase("historique"))
    if path.is_symlink() or not path.is_file():
        return replace(seen, unread=closed_folder() if is_folder(path) else phrase("pas-suivi", kind=kind_of(path)))
    parts, doubted = 0, seen.doubted
    try:
        share = unpacking if is_of_others(place, path) else None
        for text in texts_of(path, share, cells=is_own_base(place, path) and not waits(place, path)):
            look = search.look(_without_trainer(place, path, text), single=single)
            if look.named:
                return replace(seen, named=True)
            parts, doubted = max(parts, look.parts), doubted or look.doubted
    except UnreadableError as error:
        seen = replace(seen, unread=str(error))
    return replace(seen, parts=parts, doubted=doubted)


def _without_trainer(place: SessionFolder, path: Path, text: str) -> str:
    """Return the text of a file, without who leads the session in what defines it: they stay there, and may be listed.

    What erasing does not do says so.
    """
    trainer = place.session.trainer
    return text.replace(trainer, "") if trainer and path == place.root / SESSION_NAME else text


def _history(place: SessionFolder, path: Path) -> str:
    """Return the folder where git, or the like of it, keeps what files were, "" for a file that is not in one."""
    parts = path.relative_to(place.root).parts
    at = next((at for at, part in enumerate(parts[:-1]) if part in _HISTORIES), None)
    return "" if at is None else "/".join(parts[: at + 1])


def one_by_one(
    place: SessionFolder, search: NameSearch, paths: Sequence[Path], part: Callable[[int, int, str], None]
) -> Iterator[Path]:
    """Yield each path once `part` is told how many are done, of how many, and the name of one that takes long."""
    for done, path in enumerate(paths):
        shown = search.masked(path.relative_to(place.root).as_posix()) if _takes_long(path) else ""
        part(done, len(paths), shown)
        yield path


def _takes_long(path: Path) -> bool:
    return not path.is_symlink() and path.is_file() and path.stat().st_size >= LONG


def named_folders(place: SessionFolder, search: NameSearch) -> Iterator[Path]:
    """Yield each folder whose path holds a name, what is inside one before it."""
    for folder in folders_in(place.root):
        shown = folder.relative_to(place.root).as_posix()
        first, inside, _ = shown.partition("/")
        if search.finds(shown, single=bool(inside) and first in FOR_PEOPLE):
            yield folder


__all__ = [
    "FOR_PEOPLE",
    "LONG",
    "MOST_UNPACKED",
    "OF_THE_SUITE",
    "SearchedFile",
    "closed_folder",
    "is_base",
    "is_of_others",
    "is_own_base",
    "named_folder",
    "named_folders",
    "one_by_one",
    "searched",
    "waits",
]
