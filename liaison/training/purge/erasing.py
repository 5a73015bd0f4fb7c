"""Ôter d'une séance les fichiers et les noms : ce qui ne part pas dit pourquoi, et ce qu'il faut faire."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from liaison.base.faults import disk_is_full, held_elsewhere, why
from liaison.base.guarded import NotTakenError, remove
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.readers.readable_text import refusal, refused
from liaison.training.purge.base_names import refuses_changes, strip_names
from liaison.training.purge.erasure import Remark
from liaison.training.purge.folder_search import is_base, is_own_base, named_folder, waits
from liaison.training.purge.journal_names import strip_journal
from liaison.training.purge.name_search import NameSearch
from liaison.training.purge.tree import files_in, is_folder
from liaison.training.session.definition import SessionFolder

phrase = french_beside(__file__)


def erase(
    place: SessionFolder, paths: Sequence[Path], search: NameSearch, part: Callable[[int, int, str], None]
) -> list[Remark]:
    """Erase files and folders, then the folders that are empty without them; return what would not go, and why.

    `part` is told how many are done, of how many; at the end, come to it or not, how many are there no more.
    """
    left = []
    try:
        for done, path in enumerate(paths):
            part(done, len(paths), "")
            if refused := _refused(place, path, search):
                left.append(refused)
            else:
                _remove_emptied(place, path)
    finally:
        if paths:
            part(sum(not os.path.lexists(path) for path in paths), len(paths), "")
    return left


def _refused(place: SessionFolder, path: Path, search: NameSearch) -> Remark | None:
    """Erase one file or folder; return why it would not go, None when it is there no more."""
    folder = is_folder(path)
    try:
        remove(place.root, *path.relative_to(place.root).parts)
    except FileNotFoundError:
        return None
    except (OSError, NotTakenError) as error:
        shown = search.masked(path.relative_to(place.root).as_posix())
        if folder:
            reason = named_folder(_because(error, ""))
        else:
            reason = phrase("pas-efface", todo=_because(error, phrase("le-fermer")))
        return Remark(path=shown, reason=typeset(reason))
    return None


def erase_list(place: SessionFolder) -> None:
    """Erase the list of names, if nobody has meanwhile."""
    with suppress(FileNotFoundError):
        remove(place.root, place.participants_file.name)


def _because(error: OSError | NotTakenError, otherwise: str) -> str:
    if isinstance(error, NotTakenError):
        return phrase("dossier-change", reason=error)
    if disk_is_full(error):
        return phrase("disque-sans-place", reason=why(error))
    return refusal() if refused(error) else otherwise


def _remove_emptied(place: SessionFolder, path: Path) -> None:
    """Remove the folders that are empty without a file, the first one apart: it is one of the session."""
    for parent in path.parents:
        if parent == place.root or parent.parent == place.root:
            break
        try:
            parent.rmdir()
        except OSError:  # something else is in it
            break


def journal_stripped(place: SessionFolder, left: list[Remark], announce: Callable[[Remark], object]) -> list[Remark]:
    """Take the names of the files out of the journal; return what changed, and add to `left` what could not.

    `announce` is told what changes just before it does: a run that is cut has no other end.
    """
    try:
        done = strip_journal(place.journal, announce)
    except OSError as error:
        reason = phrase("noms-des-fichiers", reason=_because(error, phrase("le-fermer")))
        left.append(Remark(path=place.journal.name, reason=typeset(reason)))
        return []
    return [done] if done else []


def bases_stripped(
    place: SessionFolder,
    search: NameSearch,
    left: list[Remark],
    announce: Callable[[Remark], object],
) -> list[Remark]:
    """Take the names out of each database of the session; return what changed, and add to `left` what could not.

    `announce`: see `journal_stripped`.
    """
    changed = []
    for path in files_in(place.root):
        if not is_base(path) or not is_own_base(place, path):
            continue
        shown = search.masked(path.relative_to(place.root).as_posix())
        if waiting := waits(place, path):
            reason = phrase("changements-en-attente", file=search.masked(waiting.name))
            left.append(Remark(path=shown, reason=typeset(reason)))
            continue
        try:
            cells = strip_names(path, search, partial(_announced, announce, shown))
        except (OSError, sqlite3.Error) as error:
            left.append(
                Remark(
                    path=shown, reason=typeset(phrase("noms-peut-etre-encore", reason=_why_not_stripped(path, error)))
                )
            )
            continue
        if cells:
            changed.append(_stripped(shown, cells))
    return changed


def _announced(announce: Callable[[Remark], object], shown: str, cells: int) -> None:
    announce(_stripped(shown, cells))


def _stripped(shown: str, cells: int) -> Remark:
    return Remark(path=shown, reason=typeset(phrase("noms-otes", n=cells)))


def _why_not_stripped(path: Path, error: OSError | sqlite3.Error) -> str:
    # A first name alone in a base is no whole name: the search that follows would not tell it.
    if not os.access(path, os.R_OK | os.W_OK):  # sqlite says that it is read only, or no base
        return refusal()
    if disk_is_full(error):
        return phrase("disque-plein")
    if held_elsewhere(error):
        return phrase("base-tenue", todo=phrase("le-fermer"))
    if refuses_changes(error):
        return phrase("base-qui-refuse")
    return phrase("base-abimee")


__all__ = ["bases_stripped", "erase", "erase_list", "journal_stripped"]
