"""Effacer les noms d'une séance : la preuve d'abord, les fichiers ensuite, la liste des noms en dernier.

The list of names goes last: until then, a run that was cut can be taken up again.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from liaison.base.archives import Allowance
from liaison.base.faults import disk_is_full, held_elsewhere, why
from liaison.base.guarded import NotTakenError, remove
from liaison.base.numbers import counted
from liaison.base.typography import typeset
from liaison.documents.cited import long_date
from liaison.training.hand_in.room_folders import HOMES, INBOUND, OPEN, is_open
from liaison.training.purge.base_names import refuses_changes, strip_names, waiting_beside
from liaison.training.purge.erasure import DOUBT, SEARCHED, Erased, Erasure, Remark, read_erasure, write_erasure
from liaison.training.purge.journal_names import strip_journal
from liaison.training.purge.name_search import GONE, NameSearch
from liaison.training.purge.own_documents import made_of_names
from liaison.training.purge.readable_text import (
    LARGEST,
    REFUSED,
    SQLITE,
    UnreadableError,
    refused,
    texts_of,
)
from liaison.training.purge.tree import files_in, folders_in, is_folder
from liaison.training.session.definition import SESSION_NAME, SessionError, SessionFolder
from liaison.training.session.note import NOTE

# Written by the suite itself: a name found there is said, and the file stays.
_OF_THE_SUITE = ("notebooks", "release")
_STAY = (SESSION_NAME, NOTE, "nbgrader_config.py")
_BASES = (".db", ".sqlite", ".sqlite3")
_CLOSED = f"ce dossier ne peut pas être ouvert : {REFUSED}"
# Git, Mercurial, Subversion keep what files were, in pieces of their own.
_HISTORIES = (".git", ".hg", ".svn")
_HISTORY = "c'est l'historique de la séance, qui garde ce qui en est effacé : effacer ce dossier"
_FOR_PEOPLE = ("documents", "feedback")
# What others write, with tools of theirs: erased when it cannot be searched.
_OF_OTHERS = (HOMES, INBOUND.parents[1])
_COPIES = ("submitted", "autograded", "feedback")  # what others made, taken in
MOST_UNPACKED = 5 * LARGEST  # octets dépliés de tout ce que d'autres y ont mis
_RENAME = "le vider ou le renommer, puis relancer"
_MOST_NAMED = 20
_MASKED = re.compile(f"{re.escape(GONE)}|…")
_HELD = "le fermer dans l'autre programme, puis relancer"
_NAMES_STAY = "des noms sont peut-être encore dans cette base"
_END_THEM = "la fermer dans le programme qui l'a écrite, ou l'effacer, puis relancer"


class ForbiddenError(SessionError):
    """This account may not write in the folder of the session; nothing changed."""


@dataclass(frozen=True)
class _Seen:
    """What the search of one file says."""

    path: Path
    shown: str
    named: bool = False
    doubted: bool = False
    parts: int = 0
    unread: str = ""


def purge(
    place: SessionFolder,
    now: dt.datetime,
    *,
    early: bool = False,
    reread: bool = False,
    step: Callable[[str], None] = lambda _: None,
    part: Callable[[int, int], None] = lambda _done, _all: None,
) -> Erasure:
    """Erase the names of a session from its folder and return the proof; nothing outside the folder is touched.

    `reread`: who asks has read, or erased, all that an earlier run named. `step` is told what begins, `part` how many
    files of how many it has looked at.

    Raises:
        SessionError: the date is not past (and not `early`), or the list of names cannot be read, or was taken away
            before the end; nothing changed. ForbiddenError: this account may not write there.
    """
    former = read_erasure(place)
    if former and not os.path.lexists(place.participants_file):
        if former.state == "fait" or (former.state == "en_cours" and former.files_searched):
            return _reread(place, _ended(place, former, now), now if reread else None)
        if former.names_searched:
            raise SessionError(_list_is_missing(place))
    if reread:
        raise SessionError(
            "Rien n'a été effacé : --reread se dit après l'effacement, une fois relu ce qu'il nomme. Effacer d'abord, "
            "sans cette option."
        )
    if not early and now.date() <= place.session.names_until:
        raise SessionError(
            f"Les noms sont gardés jusqu'au {long_date(place.session.names_until)} compris : rien n'a été effacé. "
            "Pour effacer sans attendre : --now."
        )
    if is_open(place.root):
        raise SessionError(
            "La salle de cette séance est ouverte : rien n'a été effacé. La fermer (Ctrl-C dans sa fenêtre), puis "
            "relancer."
        )
    people = place.people().values()
    search = NameSearch(
        (one.name for one in people),
        (one.email for one in people if one.email),
        {one.name: one.family for one in people},
    )
    step("Recherche des noms")
    doomed = list(_doomed(place, search, part))
    proof = _begun(place, search, former, doomed, now)
    try:
        write_erasure(place, proof)
    except PermissionError as error:
        raise ForbiddenError(f"Rien n'a été effacé : dans « {place.root} », {REFUSED}.") from error
    except OSError as error:
        if not disk_is_full(error):
            raise
        # Erasing needs no room, and makes some: the proof is written after.
    step("Effacement")
    left = _erase(place, [path for path, _ in doomed if path != place.participants_file], search)
    changed = [*_strip_journal(place, left), *_strip_bases(place, search, left)]
    step("Vérification")
    proof = _verified(place, search, proof, left, changed, part)
    try:
        if proof.state == "incomplet":
            write_erasure(place, proof)
            return proof
        write_erasure(place, proof.model_copy(update={"state": "en_cours"}))
    except OSError as error:
        raise SessionError(_without_proof(place, proof, error)) from error
    with suppress(FileNotFoundError):
        remove(place.root, place.participants_file.name)
    return _ended(place, proof, now)


def _without_proof(place: SessionFolder, proof: Erasure, error: OSError) -> str:
    gone = [one.path for one in proof.erased]
    named = "".join(f"\n- {path}" for path in gone[:_MOST_NAMED])
    more = f"\n- et {len(gone) - _MOST_NAMED} de plus" if len(gone) > _MOST_NAMED else ""
    return (
        f"La preuve ne peut pas être écrite dans « {place.root} » : {why(error)}. La liste des noms y est encore : "
        f"elle part en dernier. Faire de la place, puis relancer la même commande. Fichiers effacés : {len(gone)}."
        f"{named}{more}"
    )


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
        names_unclear=search.unclear,
        searched=SEARCHED if search.count else "",
        erased=(*(one for one in (former.erased if former else ()) if (one.path, one.sha256) not in again), *fresh),
        changed=former.changed if former else (),
    )


def _ended(place: SessionFolder, proof: Erasure, now: dt.datetime) -> Erasure:
    """Return the proof once the list of names is gone, after a run that was cut just there too."""
    if proof.done_at is None:
        proof = proof.model_copy(update={"state": "fait", "done_at": now})
        write_erasure(place, proof)
    return proof


def _reread(place: SessionFolder, proof: Erasure, when: dt.datetime | None) -> Erasure:
    """Return the proof without the files that somebody erased since, and with the day on which the rest was read.

    What is in a folder that this account cannot open is still there.
    """
    seen = [*files_in(place.root), *folders_in(place.root)]
    there = {path.relative_to(place.root).as_posix() for path in seen}
    closed = {path.relative_to(place.root).as_posix() for path in seen if is_folder(path) and not _opens(path)}

    def stays(shown: str) -> bool:
        return _is_among(shown, there) or any(_is_among(str(above), closed) for above in PurePosixPath(shown).parents)

    still = {
        "to_read": tuple(remark for remark in proof.to_read if stays(remark.path)),
        "not_read": tuple(remark for remark in proof.not_read if stays(remark.path)),
        "kept": tuple(shown for shown in proof.kept if stays(shown)),
    }
    found = proof.model_copy(update={**still, "reread_at": when or proof.reread_at})
    if found != proof:
        write_erasure(place, found)
    return found


def _opens(folder: Path) -> bool:
    return os.access(folder, os.R_OK | os.X_OK)


def _is_among(shown: str, paths: Set[str]) -> bool:
    """Whether a file is there, by its path as a proof shows it: what is of a name in it is not told."""
    words = ".+".join(map(re.escape, _MASKED.split(shown)))
    return shown in paths or (_MASKED.search(shown) is not None and any(re.fullmatch(words, path) for path in paths))


def _list_is_missing(place: SessionFolder) -> str:
    return (
        f"L'effacement n'était pas fini, et « {place.participants_file.name} » n'est plus là : les noms ne peuvent "
        "plus être cherchés. Le remettre, puis relancer ; sinon, effacer à la main ce que dit "
        f"« {place.erasure.name} »."
    )


def _is_of_the_suite(place: SessionFolder, path: Path) -> bool:
    """Whether this is a database that the suite made, sound or not."""
    return path.suffix in _BASES and path.parent in (place.root, place.root / OPEN.parent)


def _is_own_base(place: SessionFolder, path: Path) -> bool:
    """Whether the suite or who leads the session made this database: where others make some, none is opened."""
    made_by_others = _is_of_others(place, path) or path.relative_to(place.root).parts[0] in _COPIES
    return _is_of_the_suite(place, path) or (not made_by_others and _is_base(path))


def _waits(place: SessionFolder, path: Path) -> Path | None:
    """Return what a base must not be opened with: changes left beside it can have other files of its opener removed."""
    return None if _is_of_the_suite(place, path) else waiting_beside(path)


def _is_of_others(place: SessionFolder, path: Path) -> bool:
    return any(path.is_relative_to(place.root / folder) for folder in _OF_OTHERS)


def _is_base(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:  # the search that follows says so
        return False


def _seen(place: SessionFolder, path: Path, search: NameSearch, unpacking: Allowance) -> _Seen:
    shown = path.relative_to(place.root).as_posix()
    single = shown.partition("/")[0] in _FOR_PEOPLE
    seen = _Seen(path, search.masked(shown), named=search.found(shown, single=single), doubted=search.doubted(shown))
    if history := _history(place, path):
        return replace(seen, shown=search.masked(history), unread=_HISTORY)
    if path.is_symlink() or not path.is_file():
        return replace(seen, unread=_CLOSED if is_folder(path) else "c'est un lien ou un tuyau : il n'est pas suivi")
    parts, doubted = 0, seen.doubted
    try:
        share = unpacking if _is_of_others(place, path) else None
        for text in texts_of(path, share, cells=_is_own_base(place, path) and not _waits(place, path)):
            if search.found(text, single=single):
                return replace(seen, named=True)
            parts, doubted = max(parts, search.parts(text)), doubted or search.doubted(text)
    except UnreadableError as error:
        seen = replace(seen, unread=str(error))
    return replace(seen, parts=parts, doubted=doubted)


def _history(place: SessionFolder, path: Path) -> str:
    """Return the folder where git, or the like of it, keeps what files were, "" for a file that is not in one."""
    parts = path.relative_to(place.root).parts
    at = next((at for at, part in enumerate(parts[:-1]) if part in _HISTORIES), None)
    return "" if at is None else "/".join(parts[: at + 1])


def _counted(paths: Sequence[Path], part: Callable[[int, int], None]) -> Iterator[Path]:
    for done, path in enumerate(paths):
        part(done, len(paths))
        yield path


def _doomed(place: SessionFolder, search: NameSearch, part: Callable[[int, int], None]) -> Iterator[tuple[Path, str]]:
    """Yield each file that has to go and why, then the folders, the list of names last."""
    unpacking = Allowance(MOST_UNPACKED)
    for path in _counted([*files_in(place.root)], part):
        first, *rest = path.relative_to(place.root).parts
        if path in (place.participants_file, place.journal, place.erasure) or (not rest and first in _STAY):
            continue
        if is_folder(path):
            continue  # it cannot be opened, and the search that follows says so
        if first == place.received.name:
            yield path, "archive reçue, qui peut nommer quelqu'un"
            continue
        if first in _OF_THE_SUITE or _is_own_base(place, path):
            continue
        if first == place.documents.name and made_of_names(place.session, path, rest, listed=search.count > 0):
            yield path, "la suite l'a écrit d'après la liste des noms"
            continue
        if _is_base(path):
            yield path, "une base de données venue d'une autre personne : elle n'est pas ouverte"
            continue
        seen = _seen(place, path, search, unpacking)
        if seen.named:
            yield path, "un nom y figure"
        elif seen.unread and (first in _FOR_PEOPLE or (_is_of_others(place, path) and seen.unread != REFUSED)):
            yield path, f"effacé dans le doute : {seen.unread}"
    for folder in _named_folders(place, search):
        yield folder, "dossier vide, dont le nom dit celui d'une personne"
    if os.path.lexists(place.participants_file):
        yield place.participants_file, "la liste des noms"


def _named_folders(place: SessionFolder, search: NameSearch) -> Iterator[Path]:
    """Yield each folder whose path holds a name, what is inside one before it."""
    for folder in folders_in(place.root):
        shown = folder.relative_to(place.root).as_posix()
        first, inside, _ = shown.partition("/")
        if search.found(shown, single=bool(inside) and first in _FOR_PEOPLE):
            yield folder


def _described(place: SessionFolder, search: NameSearch, path: Path, reason: str) -> Erased:
    shown = search.masked(path.relative_to(place.root).as_posix())
    if is_folder(path):
        return Erased(path=shown, size=0, sha256="", reason=typeset(reason))
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
    """Erase files and folders, then the folders that are empty without them; return what would not go, and why."""
    left = []
    for path in paths:
        folder = is_folder(path)
        try:
            remove(place.root, *path.relative_to(place.root).parts)
        except FileNotFoundError:
            continue
        except (OSError, NotTakenError) as error:
            shown = search.masked(path.relative_to(place.root).as_posix())
            what, otherwise = ("ce dossier porte un nom", _RENAME) if folder else ("il n'a pas pu être effacé", _HELD)
            reason = f"{what} : {_because(error, otherwise)}"
            left.append(Remark(path=shown, reason=typeset(reason)))
            continue
        _remove_emptied(place, path)
    return left


def _because(error: OSError | NotTakenError, otherwise: str) -> str:
    if isinstance(error, NotTakenError):
        return f"son dossier a changé entre-temps : il {error}"
    if disk_is_full(error):
        return f"{why(error)} : y faire de la place, puis relancer"
    return REFUSED if refused(error) else otherwise


def _remove_emptied(place: SessionFolder, path: Path) -> None:
    """Remove the folders that are empty without a file, the first one apart: it is one of the session."""
    for parent in path.parents:
        if parent == place.root or parent.parent == place.root:
            break
        try:
            parent.rmdir()
        except OSError:  # something else is in it
            break


def _strip_journal(place: SessionFolder, left: list[Remark]) -> list[Remark]:
    try:
        done = strip_journal(place.journal)
    except OSError as error:
        reason = f"les noms des fichiers reçus y sont encore : {_because(error, _HELD)}"
        left.append(Remark(path=place.journal.name, reason=typeset(reason)))
        return []
    return [done] if done else []


def _strip_bases(place: SessionFolder, search: NameSearch, left: list[Remark]) -> list[Remark]:
    changed = []
    for path in files_in(place.root):
        if not _is_base(path) or not _is_own_base(place, path):
            continue
        shown = search.masked(path.relative_to(place.root).as_posix())
        if waiting := _waits(place, path):
            reason = f"{_NAMES_STAY} : des changements l'attendent dans « {search.masked(waiting.name)} » ; {_END_THEM}"
            left.append(Remark(path=shown, reason=typeset(reason)))
            continue
        try:
            cells = strip_names(path, search)
        except (OSError, sqlite3.Error) as error:
            left.append(Remark(path=shown, reason=typeset(f"{_NAMES_STAY} : {_why_not_stripped(path, error)}")))
            continue
        if cells:
            changed.append(Remark(path=shown, reason=typeset(f"noms ôtés de {counted(cells, 'case', 'cases')}")))
    return changed


def _why_not_stripped(path: Path, error: OSError | sqlite3.Error) -> str:
    # A first name alone in a base is no whole name: the search that follows would not tell it.
    if not os.access(path, os.R_OK | os.W_OK):  # sqlite says that it is read only, or no base
        return REFUSED
    if disk_is_full(error):
        return "le disque est plein : y faire de la place, puis relancer"
    if held_elsewhere(error):
        return f"elle est tenue par un autre programme : {_HELD}"
    if refuses_changes(error):
        return "elle refuse qu'on les change : les ôter à la main, ou l'effacer, puis relancer"
    return "elle est abîmée : la réparer ou l'effacer"


def _verified(
    place: SessionFolder,
    search: NameSearch,
    proof: Erasure,
    left: Sequence[Remark],
    changed: Sequence[Remark],
    part: Callable[[int, int], None],
) -> Erasure:
    """Return the proof with what a second search of the whole folder says, the list of names apart."""
    paths = [path for path in files_in(place.root) if path != place.participants_file]
    unpacking = Allowance(MOST_UNPACKED)
    seen = [_seen(place, path, search, unpacking) for path in _counted(paths, part)]
    gone, again = {one.path for one in left}, {one.path for one in changed}
    still = [*left, *(one for one in _still_there(place, search, seen) if one.path not in gone)]
    list_stays = bool(still) and os.path.lexists(place.participants_file)
    stay = gone | ({place.participants_file.name} if list_stays else set())
    return proof.model_copy(
        update={
            "state": "incomplet" if still else "fait",
            "erased": tuple(one for one in proof.erased if one.path not in stay),
            "files_searched": sum(not one.unread for one in seen),
            "changed": (*(one for one in proof.changed if one.path not in again), *changed),
            "left": tuple(still),
            "to_read": tuple(Remark(path=one.shown, reason=reason) for one in seen if (reason := _to_read(place, one))),
            "not_read": tuple(
                Remark(path=shown, reason=typeset(reason))
                for shown, reason in dict.fromkeys((one.shown, one.unread) for one in seen)
                if reason not in ("", _CLOSED, REFUSED) and shown not in gone
            ),
            "kept": (
                *dict.fromkeys(one.shown for one in seen),
                *([place.participants_file.name] if list_stays else []),
            ),
        }
    )


def _to_read(place: SessionFolder, seen: _Seen) -> str:
    """Return why a person has to read a file that stays, "" when nothing in it is of a name."""
    if seen.named or seen.path.relative_to(place.root).parts[0] in _OF_THE_SUITE:
        return ""
    if seen.doubted:
        return DOUBT
    return typeset(f"partie d'un nom, ou mot ordinaire : {seen.parts} fois") if seen.parts else ""


def _still_there(place: SessionFolder, search: NameSearch, seen: Sequence[_Seen]) -> Iterator[Remark]:
    """Yield what a name is still in, or may be: what this account may not open keeps the list, to search it again."""
    for one in seen:
        if one.unread == _CLOSED:
            yield Remark(path=one.shown, reason=typeset(one.unread))
        elif one.unread == REFUSED:
            yield Remark(path=one.shown, reason=typeset(f"ce fichier ne peut pas être lu : {REFUSED}"))
        elif one.named:
            yield Remark(path=one.shown, reason="un nom y figure encore")
    for folder in _named_folders(place, search):
        shown = search.masked(folder.relative_to(place.root).as_posix())
        yield Remark(path=shown, reason=typeset(f"ce dossier porte un nom : {_RENAME}"))


__all__ = ["ForbiddenError", "purge"]
