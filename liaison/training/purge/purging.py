"""Effacer les noms d'une séance : la preuve d'abord, les fichiers ensuite, la liste des noms en dernier.

The list of names goes last: until then, a run that was cut can be taken up again.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePosixPath
from time import monotonic

from liaison.base.faults import disk_is_full, is_read_only, what_to_do, why
from liaison.base.files import put_whole
from liaison.base.sentences import french_beside
from liaison.documents.cited import long_date
from liaison.readers.readable_text import refusal
from liaison.training.hand_in.room_folders import is_open
from liaison.training.purge.doomed import described, doomed_files
from liaison.training.purge.erasing import bases_stripped, erase, erase_list, journal_stripped
from liaison.training.purge.erasure import (
    Erasure,
    Remark,
    apart,
    is_written,
    read_erasure,
    searched_words,
    write_erasure,
)
from liaison.training.purge.name_search import GONE, NameSearch
from liaison.training.purge.sought_people import forget_sought, keep_sought, sought_file, sought_people
from liaison.training.purge.tree import files_in, folders_in, is_folder
from liaison.training.purge.verifying import verified
from liaison.training.session.definition import Participant, SessionError, SessionFolder
from liaison.training.session.note import NOTE, erased_note
from liaison.training.session.sole_use import alone_in_session

phrase = french_beside(__file__)

_MOST_NAMED = 20
_MASKED = re.compile(f"{re.escape(GONE)}|…")


class ForbiddenError(SessionError):
    """This account may not write in the folder of the session, or see whether its room is open; nothing changed."""


@alone_in_session
def purge(
    place: SessionFolder,
    now: dt.datetime,
    *,
    early: bool = False,
    reread: bool = False,
    check: Callable[[], object] = lambda: None,
    step: Callable[[str], None] = lambda _: None,
    part: Callable[[int, int, str], None] = lambda _done, _all, _long: None,
) -> Erasure:
    """Erase the names of a session from its folder and return the proof; nothing outside the folder is touched.

    `reread`: who asks has read, or erased, all that an earlier run named. `check`: what is looked at last before
    anything goes, and may refuse by what it raises. `step` is told what begins, `part` how many
    files of how many it has looked at, or erased, and the name of the next when it takes long.

    Raises:
        BusySessionError: something else is being done to the session.
        SessionError: the date is not past (and not `early`, nor begun), or the list of names cannot be read, or was
            taken away before the end, or has lost names since; nothing changed. ForbiddenError: another account may.
    """
    begun = monotonic()
    former = read_erasure(place)
    if former and not (os.path.lexists(place.participants_file) or os.path.lexists(sought_file(place))):
        if former.state == "fait" or (former.state == "en_cours" and former.files_searched):
            return _reread(place, _ended(place, former, now), now if reread else None)
        if former.names_searched:
            raise SessionError(_list_is_missing(place))
    if reread:
        raise SessionError(phrase("relire-apres-reprise" if former else "relire-apres"))
    # What has begun is ended without being asked for anew: files are gone already.
    _check_may_begin(place, now, early=early or former is not None)
    check()
    people = sought_people(place)
    search = _search_of(people)
    _check_as_many(place, former, search)
    step(phrase("recherche-des-noms"))
    doomed = list(doomed_files(place, search, part))
    proof = _begun(place, search, former, doomed, now)
    _write_beforehand(place, people, proof)
    step(phrase("effacement"))
    left = erase(place, [path for path, _ in doomed if path != place.participants_file], search, part)
    changed = _changed(place, search, proof, left)
    step(phrase("verification"))
    proof = verified(place, search, proof, left, changed, part)
    try:
        if proof.state == "incomplet":
            write_erasure(place, proof)
            return proof
        write_erasure(place, proof.model_copy(update={"state": "en_cours"}))
    except OSError as error:
        raise SessionError(_without_proof(place, proof, error)) from error
    forget_sought(place)
    erase_list(place)
    return _ended(place, proof, now + dt.timedelta(seconds=monotonic() - begun))


def _write_beforehand(place: SessionFolder, people: list[Participant], proof: Erasure) -> None:
    """Write whose names are looked for, and the proof, before any file goes; a full disk does not stop it.

    Raises:
        SessionError: nothing can be written there. ForbiddenError: another account may.
    """
    try:
        _if_room(partial(keep_sought, place, people))
        _if_room(partial(write_erasure, place, proof))
    except PermissionError as error:
        raise ForbiddenError(phrase("rien-d-efface", folder=place.root, refusal=refusal())) from error
    except OSError as error:
        if is_read_only(error):
            raise SessionError(phrase("rien-a-ecrire-la", folder=place.root, todo=what_to_do(error))) from error
        raise


def what_would_go(
    place: SessionFolder, part: Callable[[int, int, str], None] = lambda _done, _all, _long: None
) -> list[tuple[str, str]]:
    """Return what `purge` would erase now, as (path without any name in it, why); nothing is touched.

    Raises:
        SessionError: the list of names cannot be read, or the room of the session is open: nothing would go.
        ForbiddenError: another account may have opened it.
    """
    _check_closed(place)
    search = _search_of(sought_people(place))
    return [
        (search.masked(path.relative_to(place.root).as_posix()), reason)
        for path, reason in doomed_files(place, search, part)
    ]


def _check_may_begin(place: SessionFolder, now: dt.datetime, *, early: bool) -> None:
    if not early and now.date() <= place.session.names_until:
        raise SessionError(phrase("noms-gardes", date=long_date(place.session.names_until)))
    _check_closed(place)


def _check_closed(place: SessionFolder) -> None:
    match is_open(place.root):
        case True:
            raise SessionError(phrase("salle-ouverte"))
        case None:
            raise ForbiddenError(phrase("salle-peut-etre-ouverte"))


def _check_as_many(place: SessionFolder, former: Erasure | None, search: NameSearch) -> None:
    """Check that a list has not lost names since an erasure that is not finished: they would be looked for no more."""
    if former and former.state != "fait" and search.count < former.names_searched:
        left = ", ".join(f"« {remark.path} »" for remark in former.left[:_MOST_NAMED])
        raise SessionError(
            phrase(
                "liste-plus-courte",
                list=place.participants_file.name,
                count=search.count,
                before=former.names_searched,
                left=phrase("noms-peut-etre-la", files=left) if left else "",
            )
        )


def _search_of(people: Sequence[Participant]) -> NameSearch:
    return NameSearch(
        (person.name for person in people),
        (person.email for person in people if person.email),
        {person.name: person.family for person in people},
    )


def _without_proof(place: SessionFolder, proof: Erasure, error: OSError) -> str:
    gone = [gone_file.path for gone_file in proof.erased]
    lines = [f"- {path}" for path in gone[:_MOST_NAMED]]
    if (more := len(gone) - _MOST_NAMED) > 0:
        lines.append(phrase("et-de-plus", n=more))
    head = phrase("preuve-impossible", folder=place.root, reason=why(error), n=len(gone))
    return "\n".join([head, *lines])


def _begun(
    place: SessionFolder,
    search: NameSearch,
    former: Erasure | None,
    doomed: Sequence[tuple[Path, str]],
    now: dt.datetime,
) -> Erasure:
    """Return the proof before anything goes: what will, after what a run that was cut had erased already."""
    fresh = [described(place, search, path, reason) for path, reason in doomed]
    return Erasure(
        session=place.session.code,
        state="en_cours",
        asked=former.asked if former else "avant_la_date" if now.date() <= place.session.names_until else "date",
        names_until=place.session.names_until,
        started_at=former.started_at if former else now,
        names_searched=search.count,
        names_unclear=search.unclear,
        searched=searched_words() if search.count else "",
        erased=(*_gone_already(former, fresh), *fresh),
        changed=former.changed if former else (),
    )


def _gone_already(former: Erasure | None, fresh: Sequence[Remark]) -> Iterator[Remark]:
    """Yield what an earlier run erased: one that was cut had announced the rest too."""
    if former:
        yield from apart(former.erased, (remark.path for remark in fresh) if former.state == "en_cours" else ())


def _changed(place: SessionFolder, search: NameSearch, proof: Erasure, left: list[Remark]) -> list[Remark]:
    """Take names out of what stays, and return what changed, each in the proof before it does; see `journal_stripped`.

    A run that is cut later finds nothing to take out any more: the proof alone says what was.
    """
    announced: list[Remark] = []

    def announce(remark: Remark) -> None:
        announced.append(remark)
        _if_room(partial(write_erasure, place, proof.with_changes(announced)))

    changed = [*journal_stripped(place, left, announce), *bases_stripped(place, search, left, announce)]
    if changed != announced:  # one was refused after all
        _if_room(partial(write_erasure, place, proof.with_changes(changed)))
    return changed


def _if_room(write: Callable[[], object]) -> None:
    """Write what is said of an erasure under way; on a full disk, do not: erasing needs no room, and makes some."""
    try:
        write()
    except OSError as error:
        if not disk_is_full(error):
            raise


def _ended(place: SessionFolder, proof: Erasure, now: dt.datetime) -> Erasure:
    """Return the proof once the list of names is gone, after a run that was cut just there too."""
    if proof.done_at is None:
        _say_in_note(place)
        proof = proof.model_copy(update={"state": "fait", "done_at": now})
        write_erasure(place, proof)
    return proof


def _say_in_note(place: SessionFolder) -> None:
    """Have the note of the folder say what is left; the proof, which says the same, does not wait for it."""
    note = place.root / NOTE
    with suppress(OSError, UnicodeDecodeError):
        if not note.is_symlink():
            put_whole(note, erased_note(place.session, note.read_text(encoding="utf-8")).encode())


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
    updated = proof.model_copy(update=still)
    if when and updated.to_reread:
        updated = updated.model_copy(update={"reread_at": when})
    if updated != proof or not is_written(place, proof):
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


__all__ = ["ForbiddenError", "purge", "what_would_go"]
