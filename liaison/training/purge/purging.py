"""Effacer les noms d'une séance : la preuve d'abord, les fichiers ensuite, la liste des noms en dernier.

The list of names goes last: until then, a run that was cut can be taken up again.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from liaison.cited import long_date
from liaison.training.hand_in.journal import read_journal, write_journal
from liaison.training.purge.base_names import strip_names
from liaison.training.purge.erasure import Erased, Erasure, Remark, read_erasure, write_erasure
from liaison.training.purge.name_search import NameSearch
from liaison.training.purge.readable_text import SQLITE, UnreadableError, texts_of
from liaison.training.session.definition import SESSION_NAME, SessionError, SessionFolder
from liaison.training.session.note import NOTE
from liaison.typography import typeset

# Written by the suite itself: a name found there is said, and the file stays.
_OF_THE_SUITE = ("notebooks", "release")
_STAY = (SESSION_NAME, NOTE, "nbgrader_config.py")
_BASES = (".db", ".sqlite", ".sqlite3")
_QUOTED = re.compile(r"«[^»]*»")
_CLOSED = "ce dossier ne peut pas être ouvert : relancer depuis le compte à qui il est"
_FOR_PEOPLE = ("documents", "feedback")


@dataclass(frozen=True)
class _Seen:
    """What the search of one file says."""

    path: Path
    shown: str
    named: bool = False
    parts: int = 0
    unread: str = ""


def purge(
    place: SessionFolder, now: dt.datetime, *, early: bool = False, step: Callable[[str], None] = lambda _: None
) -> Erasure:
    """Erase the names of a session from its folder and return the proof; nothing outside the folder is touched.

    Raises:
        SessionError: the date is not past (and not `early`), or the list of names cannot be read; nothing changed.
    """
    former = read_erasure(place)
    if former and not os.path.lexists(place.participants_file) and (former.state == "fait" or former.files_searched):
        return _ended(place, former, now)
    if not early and now.date() <= place.session.names_until:
        raise SessionError(
            f"Les noms sont gardés jusqu'au {long_date(place.session.names_until)} compris : rien n'a été effacé. "
            "Pour effacer sans attendre : --now."
        )
    search = NameSearch(place.names().values())
    step("Recherche des noms")
    doomed = list(_doomed(place, search))
    proof = _begun(place, search, former, doomed, now)
    write_erasure(place, proof)
    step("Effacement")
    left = _erase(place, [path for path, _ in doomed if path != place.participants_file], search)
    changed = [*_strip_journal(place), *_strip_bases(place, search)]
    step("Vérification")
    proof = _verified(place, search, proof, left, changed)
    if proof.state == "incomplet":
        write_erasure(place, proof)
        return proof
    write_erasure(place, proof.model_copy(update={"state": "en_cours"}))
    place.participants_file.unlink(missing_ok=True)
    return _ended(place, proof, now)


def _begun(
    place: SessionFolder,
    search: NameSearch,
    former: Erasure | None,
    doomed: Sequence[tuple[Path, str]],
    now: dt.datetime,
) -> Erasure:
    """Return the proof before anything goes: what will, after what a run that was cut had erased already."""
    fresh = [_described(place, search, path, reason) for path, reason in doomed]
    again = {(one.path, one.sha256) for one in fresh}
    return Erasure(
        session=place.session.code,
        state="en_cours",
        asked="avant_la_date" if now.date() <= place.session.names_until else "date",
        names_until=place.session.names_until,
        started_at=former.started_at if former else now,
        names_searched=search.count,
        erased=(*(one for one in (former.erased if former else ()) if (one.path, one.sha256) not in again), *fresh),
        changed=former.changed if former else (),
    )


def _ended(place: SessionFolder, proof: Erasure, now: dt.datetime) -> Erasure:
    """Return the proof once the list of names is gone, after a run that was cut just there too."""
    if proof.done_at is None:
        proof = proof.model_copy(update={"state": "fait", "done_at": now})
        write_erasure(place, proof)
    return proof


def _files(root: Path) -> Iterator[Path]:
    """Yield every file and link of a folder, then the folders that cannot be opened; no link is followed."""
    closed: list[Path] = []
    for parent, folders, names in os.walk(root, onerror=lambda error: closed.append(Path(error.filename))):
        folders.sort()
        here = Path(parent)
        linked = [name for name in folders if (here / name).is_symlink()]
        for name in sorted([*names, *linked]):
            yield here / name
    yield from closed


def _seen(place: SessionFolder, path: Path, search: NameSearch) -> _Seen:
    shown = path.relative_to(place.root).as_posix()
    single = shown.partition("/")[0] in _FOR_PEOPLE
    seen = _Seen(path, search.masked(shown), named=search.found(shown, single=single))
    if path.is_symlink() or not path.is_file():
        return replace(seen, unread=_CLOSED if _is_folder(path) else "c'est un lien ou un tuyau : il n'est pas suivi")
    parts = 0
    try:
        for text in texts_of(path):
            if search.found(text, single=single):
                return replace(seen, named=True)
            parts = max(parts, search.parts(text))
    except UnreadableError as error:
        seen = replace(seen, unread=str(error))
    return replace(seen, parts=parts)


def _doomed(place: SessionFolder, search: NameSearch) -> Iterator[tuple[Path, str]]:
    """Yield each file that has to go and why; the list of names is the last."""
    for path in _files(place.root):
        first, *rest = path.relative_to(place.root).parts
        if path in (place.participants_file, place.journal, place.erasure) or (not rest and first in _STAY):
            continue
        if first == place.received.name:
            yield path, "archive reçue, qui peut nommer quelqu'un"
            continue
        if first in _OF_THE_SUITE or path.suffix in _BASES:
            continue
        seen = _seen(place, path, search)
        if seen.named:
            yield path, "un nom y figure"
        elif seen.unread and first in _FOR_PEOPLE and not _is_folder(path):
            yield path, f"effacé dans le doute : {seen.unread}"
    if os.path.lexists(place.participants_file):
        yield place.participants_file, "la liste des noms"


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _described(place: SessionFolder, search: NameSearch, path: Path, reason: str) -> Erased:
    shown = search.masked(path.relative_to(place.root).as_posix())
    if path.is_symlink() or not path.is_file():
        reason = f"{reason} ; c'était un lien : ce qu'il désigne n'est pas touché"
        return Erased(path=shown, size=0, sha256="", reason=typeset(reason))
    found = path.stat()
    if found.st_nlink > 1:
        reason = f"{reason} ; le même fichier a un autre nom sur ce disque, qui n'est pas touché"
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        digest, reason = "", f"{reason} ; son contenu n'a pas pu être lu"
    return Erased(path=shown, size=found.st_size, sha256=digest, reason=typeset(reason))


def _erase(place: SessionFolder, paths: Sequence[Path], search: NameSearch) -> list[Remark]:
    """Erase files, then the folders that are empty without them; return those that would not go, and why."""
    left = []
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            shown = search.masked(path.relative_to(place.root).as_posix())
            reason = "il n'a pas pu être effacé : le fermer dans l'autre programme, puis relancer"
            left.append(Remark(path=shown, reason=typeset(reason)))
            continue
        for parent in path.parents:
            if parent == place.root or parent.parent == place.root or any(parent.iterdir()):
                break
            parent.rmdir()
    return left


def _strip_journal(place: SessionFolder) -> list[Remark]:
    """Take out of the journal the names of files: a platform puts the name of a person in them."""
    try:
        lines = read_journal(place.journal)
    except SessionError:
        place.journal.unlink()
        return [Remark(path=place.journal.name, reason=typeset("il était illisible : effacé"))]
    bare = tuple(replace(line, source="", archive="", reason=_QUOTED.sub("« … »", line.reason)) for line in lines)
    if bare == lines:
        return []
    write_journal(place.journal, bare)
    return [Remark(path=place.journal.name, reason=typeset("les noms des fichiers reçus en sont ôtés"))]


def _strip_bases(place: SessionFolder, search: NameSearch) -> list[Remark]:
    changed = []
    for path in _files(place.root):
        if path.suffix not in _BASES or path.is_symlink() or not path.is_file():
            continue
        with path.open("rb") as file:
            if file.read(len(SQLITE)) != SQLITE:
                continue
        try:
            cells = strip_names(path, search)
        except sqlite3.Error:
            continue  # the search that follows says that it cannot be read, or that a name is there
        if cells:
            shown = search.masked(path.relative_to(place.root).as_posix())
            changed.append(Remark(path=shown, reason=typeset(f"noms ôtés de {cells} case{'s' * (cells > 1)}")))
    return changed


def _verified(
    place: SessionFolder, search: NameSearch, proof: Erasure, left: Sequence[Remark], changed: Sequence[Remark]
) -> Erasure:
    """Return the proof with what a second search of the whole folder says, the list of names apart."""
    seen = [_seen(place, path, search) for path in _files(place.root) if path != place.participants_file]
    gone, again = {one.path for one in left}, {one.path for one in changed}
    named = [one for one in seen if one.named and one.shown not in gone]
    closed = [one for one in seen if one.unread == _CLOSED]  # names may be there: the list is kept, to search again
    still = [
        *left,
        *(Remark(path=one.shown, reason=typeset("un nom y figure encore")) for one in named),
        *(Remark(path=one.shown, reason=typeset(one.unread)) for one in closed),
    ]
    list_stays = bool(still) and os.path.lexists(place.participants_file)
    stay = gone | ({place.participants_file.name} if list_stays else set())
    return proof.model_copy(
        update={
            "state": "incomplet" if still else "fait",
            "erased": tuple(one for one in proof.erased if one.path not in stay),
            "files_searched": sum(not one.unread for one in seen),
            "changed": (*(one for one in proof.changed if one.path not in again), *changed),
            "left": tuple(still),
            "to_read": tuple(
                Remark(path=one.shown, reason=typeset(f"partie d'un nom, ou mot ordinaire : {one.parts} fois"))
                for one in seen
                if one.parts and not one.named and one.path.relative_to(place.root).parts[0] not in _OF_THE_SUITE
            ),
            "not_read": tuple(
                Remark(path=one.shown, reason=typeset(one.unread)) for one in seen if one.unread and one not in closed
            ),
            "kept": (*(one.shown for one in seen), *([place.participants_file.name] if list_stays else [])),
        }
    )


__all__ = ["purge"]
