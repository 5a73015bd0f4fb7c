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
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.documents.cited import long_date
from liaison.training.hand_in.room_folders import HOMES, INBOUND, OPEN, is_open
from liaison.training.purge.base_names import refuses_changes, strip_names, waiting_beside
from liaison.training.purge.erasure import Erased, Erasure, Remark, doubt, read_erasure, searched_words, write_erasure
from liaison.training.purge.journal_names import strip_journal
from liaison.training.purge.name_search import GONE, NameSearch
from liaison.training.purge.own_documents import made_of_names
from liaison.training.purge.readable_text import (
    LARGEST,
    SQLITE,
    UnreadableError,
    refusal,
    refused,
    texts_of,
)
from liaison.training.purge.tree import files_in, folders_in, is_folder
from liaison.training.session.definition import SESSION_NAME, SessionError, SessionFolder
from liaison.training.session.note import NOTE

phrase = french_beside(__file__)


# Written by the suite itself: a name found there is said, and the file stays.
_OF_THE_SUITE = ("notebooks", "release")
_STAY = (SESSION_NAME, NOTE, "nbgrader_config.py")
_BASES = (".db", ".sqlite", ".sqlite3")
# Git, Mercurial, Subversion keep what files were, in pieces of their own.
_HISTORIES = (".git", ".hg", ".svn")
_FOR_PEOPLE = ("documents", "feedback")
# What others write, with tools of theirs: erased when it cannot be searched.
_OF_OTHERS = (HOMES, INBOUND.parents[1])
_COPIES = ("submitted", "autograded", "feedback")  # what others made, taken in
MOST_UNPACKED = 5 * LARGEST  # octets dépliés de tout ce que d'autres y ont mis
_MOST_NAMED = 20
_MASKED = re.compile(f"{re.escape(GONE)}|…")


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
        raise SessionError(phrase("relire-apres"))
    if not early and now.date() <= place.session.names_until:
        raise SessionError(phrase("noms-gardes", date=long_date(place.session.names_until)))
    if is_open(place.root):
        raise SessionError(phrase("salle-ouverte"))
    people = place.people().values()
    search = NameSearch(
        (person.name for person in people),
        (person.email for person in people if person.email),
        {person.name: person.family for person in people},
    )
    step(phrase("recherche-des-noms"))
    doomed = list(_doomed(place, search, part))
    proof = _begun(place, search, former, doomed, now)
    try:
        write_erasure(place, proof)
    except PermissionError as error:
        raise ForbiddenError(phrase("rien-d-efface", folder=str(place.root), refusal=refusal())) from error
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
    gone = [gone_file.path for gone_file in proof.erased]
    lines = [f"- {path}" for path in gone[:_MOST_NAMED]]
    if (more := len(gone) - _MOST_NAMED) > 0:
        lines.append(phrase("et-de-plus", n=str(more)))
    head = phrase("preuve-impossible", folder=str(place.root), reason=why(error), n=str(len(gone)))
    return "\n".join([head, *lines])


def _begun(
    place: SessionFolder,
    search: NameSearch,
    former: Erasure | None,
    doomed: Sequence[tuple[Path, str]],
    now: dt.datetime,
) -> Erasure:
    """Return the proof before anything goes: what will, after what a run that was cut had erased already."""
    fresh = [_described(place, search, path, reason) for path, reason in doomed]
    again = {(erased.path, erased.sha256) for erased in fresh}
    return Erasure(
        session=place.session.code,
        state="en_cours",
        asked="avant_la_date" if now.date() <= place.session.names_until else "date",
        names_until=place.session.names_until,
        started_at=former.started_at if former else now,
        names_searched=search.count,
        names_unclear=search.unclear,
        searched=searched_words() if search.count else "",
        erased=(
            *(erased for erased in (former.erased if former else ()) if (erased.path, erased.sha256) not in again),
            *fresh,
        ),
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
    updated = proof.model_copy(update={**still, "reread_at": when or proof.reread_at})
    if updated != proof:
        write_erasure(place, updated)
    return updated


def _opens(folder: Path) -> bool:
    return os.access(folder, os.R_OK | os.X_OK)


def _is_among(shown: str, paths: Set[str]) -> bool:
    """Whether a file is there, by its path as a proof shows it: what is of a name in it is not told."""
    words = ".+".join(map(re.escape, _MASKED.split(shown)))
    return shown in paths or (_MASKED.search(shown) is not None and any(re.fullmatch(words, path) for path in paths))


def _list_is_missing(place: SessionFolder) -> str:
    return phrase("liste-absente", list=place.participants_file.name, proof=place.erasure.name)


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


def _closed() -> str:
    return phrase("dossier-ferme", refusal=refusal())


def _seen(place: SessionFolder, path: Path, search: NameSearch, unpacking: Allowance) -> _Seen:
    shown = path.relative_to(place.root).as_posix()
    single = shown.partition("/")[0] in _FOR_PEOPLE
    seen = _Seen(path, search.masked(shown), named=search.finds(shown, single=single), doubted=search.doubted(shown))
    if history := _history(place, path):
        return replace(seen, shown=search.masked(history), unread=phrase("historique"))
    if path.is_symlink() or not path.is_file():
        return replace(seen, unread=_closed() if is_folder(path) else phrase("lien-ou-tuyau"))
    parts, doubted = 0, seen.doubted
    try:
        share = unpacking if _is_of_others(place, path) else None
        for text in texts_of(path, share, cells=_is_own_base(place, path) and not _waits(place, path)):
            if search.finds(text, single=single):
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
            yield path, phrase("archive-recue")
            continue
        if first in _OF_THE_SUITE or _is_own_base(place, path):
            continue
        if first == place.documents.name and made_of_names(place.session, path, rest, listed=search.count > 0):
            yield path, phrase("ecrit-par-la-suite")
            continue
        if _is_base(path):
            yield path, phrase("base-venue-d-ailleurs")
            continue
        seen = _seen(place, path, search, unpacking)
        if seen.named:
            yield path, phrase("un-nom-y-figure")
        elif seen.unread and (first in _FOR_PEOPLE or (_is_of_others(place, path) and seen.unread != refusal())):
            yield path, phrase("efface-dans-le-doute", reason=seen.unread)
    for folder in _named_folders(place, search):
        yield folder, phrase("dossier-vide")
    if os.path.lexists(place.participants_file):
        yield place.participants_file, phrase("liste-des-noms")


def _named_folders(place: SessionFolder, search: NameSearch) -> Iterator[Path]:
    """Yield each folder whose path holds a name, what is inside one before it."""
    for folder in folders_in(place.root):
        shown = folder.relative_to(place.root).as_posix()
        first, inside, _ = shown.partition("/")
        if search.finds(shown, single=bool(inside) and first in _FOR_PEOPLE):
            yield folder


def _described(place: SessionFolder, search: NameSearch, path: Path, reason: str) -> Erased:
    shown = search.masked(path.relative_to(place.root).as_posix())
    if is_folder(path):
        return Erased(path=shown, size=0, sha256="", reason=typeset(reason))
    if path.is_symlink() or not path.is_file():
        reason = phrase("c-etait-un-lien", reason=reason)
        return Erased(path=shown, size=0, sha256="", reason=typeset(reason))
    file_stat = path.stat()
    if file_stat.st_nlink > 1:
        reason = phrase("autre-nom-sur-ce-disque", reason=reason)
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        digest, reason = "", phrase("contenu-pas-lu", reason=reason)
    return Erased(path=shown, size=file_stat.st_size, sha256=digest, reason=typeset(reason))


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
            if folder:
                reason = phrase("dossier-nomme", todo=_because(error, phrase("le-renommer")))
            else:
                reason = phrase("pas-efface", todo=_because(error, phrase("le-fermer")))
            left.append(Remark(path=shown, reason=typeset(reason)))
            continue
        _remove_emptied(place, path)
    return left


def _because(error: OSError | NotTakenError, otherwise: str) -> str:
    if isinstance(error, NotTakenError):
        return phrase("dossier-change", reason=str(error))
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


def _strip_journal(place: SessionFolder, left: list[Remark]) -> list[Remark]:
    try:
        done = strip_journal(place.journal)
    except OSError as error:
        reason = phrase("noms-des-fichiers", reason=_because(error, phrase("le-fermer")))
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
            reason = phrase("changements-en-attente", file=search.masked(waiting.name))
            left.append(Remark(path=shown, reason=typeset(reason)))
            continue
        try:
            cells = strip_names(path, search)
        except (OSError, sqlite3.Error) as error:
            left.append(
                Remark(
                    path=shown, reason=typeset(phrase("noms-peut-etre-encore", reason=_why_not_stripped(path, error)))
                )
            )
            continue
        if cells:
            changed.append(Remark(path=shown, reason=typeset(phrase("noms-otes", n=cells))))
    return changed


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
    gone, again = {remark.path for remark in left}, {remark.path for remark in changed}
    still = [*left, *(remark for remark in _still_there(place, search, seen) if remark.path not in gone)]
    list_stays = bool(still) and os.path.lexists(place.participants_file)
    stay = gone | ({place.participants_file.name} if list_stays else set())
    return proof.model_copy(
        update={
            "state": "incomplet" if still else "fait",
            "erased": tuple(erased for erased in proof.erased if erased.path not in stay),
            "files_searched": sum(not file.unread for file in seen),
            "changed": (*(remark for remark in proof.changed if remark.path not in again), *changed),
            "left": tuple(still),
            "to_read": tuple(
                Remark(path=file.shown, reason=reason) for file in seen if (reason := _to_read(place, file))
            ),
            "not_read": tuple(
                Remark(path=shown, reason=typeset(reason))
                for shown, reason in dict.fromkeys((file.shown, file.unread) for file in seen)
                if reason not in ("", _closed(), refusal()) and shown not in gone
            ),
            "kept": (
                *dict.fromkeys(file.shown for file in seen),
                *([place.participants_file.name] if list_stays else []),
            ),
        }
    )


def _to_read(place: SessionFolder, seen: _Seen) -> str:
    """Return why a person has to read a file that stays, "" when nothing in it is of a name."""
    if seen.named or seen.path.relative_to(place.root).parts[0] in _OF_THE_SUITE:
        return ""
    if seen.doubted:
        return doubt()
    return typeset(phrase("partie-d-un-nom", parts=str(seen.parts))) if seen.parts else ""


def _still_there(place: SessionFolder, search: NameSearch, seen: Sequence[_Seen]) -> Iterator[Remark]:
    """Yield what a name is still in, or may be: what this account may not open keeps the list, to search it again."""
    for file in seen:
        if file.unread == _closed():
            yield Remark(path=file.shown, reason=typeset(file.unread))
        elif file.unread == refusal():
            yield Remark(path=file.shown, reason=typeset(phrase("fichier-ferme", refusal=refusal())))
        elif file.named:
            yield Remark(path=file.shown, reason=phrase("un-nom-y-figure-encore"))
    for folder in _named_folders(place, search):
        shown = search.masked(folder.relative_to(place.root).as_posix())
        yield Remark(path=shown, reason=typeset(phrase("dossier-nomme", todo=phrase("le-renommer"))))


__all__ = ["ForbiddenError", "purge"]
