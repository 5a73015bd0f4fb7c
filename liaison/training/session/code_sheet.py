"""La feuille des codes, à découper : une bande par personne, avec ce qu'elle ouvre et où elle remet son travail."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from liaison.base.dates import hour_words
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.documents import DocumentError, compiled_pdf
from liaison.documents.cited import long_date
from liaison.training.exercise.definition import exercise
from liaison.training.session.definition import Session, SessionError
from liaison.training.session.time_zone import zone_named
from liaison.training.session.unwritten import without_font

phrase = french_beside(__file__)


CODES_SHEET = "codes.pdf"
TEMPLATE = Path(__file__).with_name("code_sheet.typ")


@dataclass(frozen=True)
class CodeSheet:
    """The strips of a session as a PDF/UA-1 file; `unnamed` has the codes whose name no font of this machine writes."""

    pdf: bytes
    unnamed: tuple[str, ...] = ()


def code_sheet(session: Session, names: Mapping[str, str]) -> CodeSheet:
    """Return the strips of every participant; with names, in their order, each strip bears one, or its code alone.

    Raises:
        SessionError: a character of the session itself that no font of this machine can show.
    """
    try:
        return CodeSheet(_compiled(session, names))
    except DocumentError:
        unnamed = without_font(names, lambda some: _fonts_write(session, some)) if _fonts_write(session, {}) else ()
    try:
        return CodeSheet(_compiled(session, {code: names[code] for code in names if code not in unnamed}), unnamed)
    except DocumentError as error:
        raise SessionError(phrase("aucune-police")) from error


def _fonts_write(session: Session, names: Mapping[str, str]) -> bool:
    bearers = tuple(names) or session.participants[:1]
    try:
        _compiled(session.model_copy(update={"participants": bearers}), names)
    except DocumentError:
        return False
    return True


def _compiled(session: Session, names: Mapping[str, str]) -> bytes:
    return compiled_pdf(_template(), {"sheet": json.dumps(_sheet(session, names))}, session.date)


def steps_of(session: Session, code: str) -> tuple[str, ...]:
    """Return what a participant does, in order, in the mode of the session."""
    titles = " ; ".join(f"« {exercise(module).title} »" for module in session.modules)
    count = len(session.modules)
    what = phrase("les-exercices" if count > 1 else "l-exercice", titles=titles)
    until = session.hand_in_until
    # On machines of their own, people may be elsewhere than the trainer.
    zone = zone_named(session.zone, always=session.mode == "machines")
    before = phrase("avant", day=long_date(until.date()), hour=hour_words(until)) + zone
    if session.mode == "reseau":
        where = session.opens_at or phrase("l-adresse-affichee")
        steps = [
            phrase("ouvrez-la-salle", where=where),
            phrase("a-votre-place", what=what),
            phrase("revenez-et-remettez", n=count, before=before),
        ]
    else:
        where = session.opens_at or (
            phrase("la-suite-sur-votre-machine") if session.mode == "machines" else phrase("la-suite")
        )
        drop = session.hands_in_at or (phrase("au-depot") if session.mode == "machines" else phrase("sur-la-cle"))
        steps = [
            phrase("ouvrez-puis", where=where, what=what),
            phrase("a-la-fin", code=code),
            phrase("remettez-ce-fichier", where=drop, before=before),
        ]
    return tuple(typeset(step) for step in steps)


def _sheet(session: Session, names: Mapping[str, str]) -> dict[str, Any]:
    day = long_date(session.date)
    about = (
        phrase("titre-lieu-et-date", title=session.title, place=session.place, date=day)
        if session.place
        else phrase("titre-et-date", title=session.title, date=day)
    )
    return {
        "title": typeset(phrase("titre", code=session.code)),
        "about": typeset(about),
        "cut": typeset(phrase("a-decouper")),
        "strips": [
            {
                "code": code,
                "name": names.get(code, ""),
                "steps": steps_of(session, code),
            }
            for code in (*names, *(code for code in session.participants if code not in names))
        ],
    }


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


__all__ = ["CODES_SHEET", "CodeSheet", "code_sheet", "steps_of"]
