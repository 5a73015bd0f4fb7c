"""Qui était là : un fichier de codes que la personne qui anime remplit, demi-journée par demi-journée ; aucun nom."""

from __future__ import annotations

from collections.abc import Mapping

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
from liaison.base.tables import CsvError, csv_bytes, csv_rows, sure_text
from liaison.training.session.codes import CodeError, code_on_line
from liaison.training.session.definition import PRESENCES, HalfDay, Session, SessionFolder

phrase = french_beside(__file__)


_LARGEST = 1_000_000
_YES = {"x", "1", "o", "oui", "p", "présent", "présente", "present", "presente"}
_NO = {"", "0", "n", "non", "a", "absent", "absente"}

Presences = Mapping[str, tuple[HalfDay, ...]]


class PresenceError(FrenchError):
    """A list of who was there that cannot be read, or that nobody has filled in."""


def empty_presences(session: Session) -> bytes:
    """Return the file to fill in, a line per code and a column per half-day, as a spreadsheet opens it."""
    blank = [""] * len(session.half_days)
    rows = [[code, *blank] for code in session.participants]
    return csv_bytes(["code", *session.half_days], rows, kind="presences-a-une-seance")


def everybody(session: Session) -> Presences:
    """Return what the file would say if everybody had been there all along."""
    return dict.fromkeys(session.participants, session.half_days)


def read_presences(place: SessionFolder) -> Presences:
    """Return who was there and when, by code; who was never there is left out.

    Raises:
        PresenceError: no file, nobody marked, a code or a sign that is not known; the line is told.
    """
    presences = read_text(_text(place), place.session)
    if not presences:
        raise PresenceError(phrase("personne-n-est-present", file=PRESENCES))
    return presences


def without_line(place: SessionFolder) -> tuple[str, ...]:
    """Return whose code is in the session and on no line of the file: whether they were there, nobody has said.

    Raises:
        PresenceError: as `read_presences` does.
    """
    marked = _marks(_text(place), place.session)
    return tuple(code for code in place.session.participants if code not in marked)


def _text(place: SessionFolder) -> str:
    path = place.root / PRESENCES
    try:
        with path.open("rb") as file:
            return sure_text(file.read(_LARGEST))
    except FileNotFoundError as error:
        raise PresenceError(phrase("personne-n-est-encore-present", file=PRESENCES)) from error
    except (OSError, UnicodeError) as error:
        raise PresenceError(phrase("ne-peut-pas-etre-lu", file=PRESENCES)) from error


def read_text(text: str, session: Session) -> Presences:
    return {code: here for code, here in _marks(text, session).items() if here}


def _marks(text: str, session: Session) -> Presences:
    """Return when each person who has a line was there, if at all."""
    try:
        rows = csv_rows(text)
    except CsvError as error:
        raise PresenceError(phrase("ligne-fautive", file=PRESENCES, line=error.row, reason=error.why)) from error
    header = [cell.strip().lower() for cell in rows[0]] if rows else []
    if header[:1] != ["code"] or set(header[1:]) != set(session.half_days) or len(header) != 1 + len(session.half_days):
        raise PresenceError(phrase("premiere-ligne", file=PRESENCES, header=";".join(["code", *session.half_days])))
    marked: dict[str, tuple[HalfDay, ...]] = {}
    for number, row in enumerate(rows[1:], 2):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        code = _code(cells[0], number, session)
        if code in marked:
            raise PresenceError(phrase("code-deja-plus-haut", file=PRESENCES, line=number, code=code))
        marks = dict(zip(header[1:], [*cells[1:], *("" for _ in header)], strict=False))
        marked[code] = tuple(half for half in session.half_days if _there(marks[half], number))
    return marked


def _code(text: str, number: int, session: Session) -> str:
    try:
        return code_on_line(text, session.participants, PRESENCES, number)
    except CodeError as error:
        raise PresenceError(str(error)) from error


def _there(mark: str, number: int) -> bool:
    sign = mark.strip().lower()
    if sign in _YES:
        return True
    if sign in _NO:
        return False
    raise PresenceError(phrase("signe-incompris", file=PRESENCES, line=number, mark=mark[:20]))


__all__ = [
    "PRESENCES",
    "PresenceError",
    "Presences",
    "empty_presences",
    "everybody",
    "read_presences",
    "without_line",
]
