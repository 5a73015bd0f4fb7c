"""La feuille à signer et la liste des présences d'une séance, posées dans son dossier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from liaison.documents import to_docx, write_files
from liaison.training.closing.attended import modules_of
from liaison.training.closing.attestations import printable
from liaison.training.closing.unlisted import check_sheet
from liaison.training.papers.attendance import STEM, attendance_sheet
from liaison.training.papers.presences import PRESENCES, empty_presences
from liaison.training.session.definition import SessionFolder
from liaison.training.session.sole_use import alone_in_session, check_not_erased
from liaison.training.session.unwritten import without_font


@dataclass(frozen=True)
class WrittenAttendance:
    """What a run wrote, the PDF first; `pdf`: whether there is one; `unwritten`: the codes whose name it lacks.

    `already_there`: the list of who was there was not touched.
    """

    written: tuple[Path, ...]
    pdf: bool
    unwritten: tuple[str, ...]
    already_there: bool


@alone_in_session
def write_attendance(place: SessionFolder) -> WrittenAttendance:
    """Write the sheet to sign, and the list to fill in where there is none: one that is there is never written over.

    Raises:
        SessionError: the list of names cannot be read.
        UnlistedError: a sheet that bears names would be written again without them.
        BusySessionError: something else is being done to the session.
        ErasedSessionError: its names are erased: there is nobody to sign.
    """
    check_not_erased(place)
    people, modules = place.people(), modules_of(place)
    names = {code: person.name for code, person in people.items()}
    check_sheet(place, (code for code in place.session.participants if code not in names))

    def printed(unwritten: Sequence[str]) -> bytes | None:
        return printable(attendance_sheet(place.session, modules, people, unwritten))

    unwritten: tuple[str, ...] = ()
    if (pdf := printed(())) is None and printed(tuple(names)) is not None:
        unwritten = without_font(names, lambda some: printed([code for code in names if code not in some]) is not None)
        pdf = printed(unwritten)
    made = {f"{STEM}.pdf": pdf} if pdf else {}
    sheet = attendance_sheet(place.session, modules, people)
    written = write_files(place.documents, {**made, f"{STEM}.docx": to_docx(sheet)})
    if not pdf:  # that of a former run would say something else
        (place.documents / f"{STEM}.pdf").unlink(missing_ok=True)
    already_there = (place.root / PRESENCES).exists()
    if not already_there:
        written += write_files(place.root, {PRESENCES: empty_presences(place.session)})
    return WrittenAttendance(tuple(written), pdf is not None, unwritten, already_there)


__all__ = ["WrittenAttendance", "write_attendance"]
