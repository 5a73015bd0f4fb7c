"""La feuille des codes, à découper : une bande par personne, avec ce qu'elle ouvre et où elle remet son travail."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from liaison.base.typography import typeset
from liaison.documents import DocumentError, compiled_pdf
from liaison.documents.cited import long_date
from liaison.training.exercise.definition import exercise
from liaison.training.session.definition import Session, SessionError
from liaison.training.session.time_zone import zone_named
from liaison.training.session.unwritten import without_font

CODES_SHEET = "codes.pdf"
TEMPLATE = Path(__file__).with_name("code_sheet.typ")


@dataclass(frozen=True)
class CodeSheet:
    """The strips of a session as a PDF/UA-1 file; `unnamed` has the codes whose name no font of this machine writes."""

    pdf: bytes
    unnamed: tuple[str, ...] = ()


def code_sheet(session: Session, names: Mapping[str, str]) -> CodeSheet:
    """Return the strips of every participant; with names, each strip bears one, or its code alone.

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
        raise SessionError(
            "Aucune police de cette machine n'a un des signes du titre, du lieu, de ce que l'on ouvre ou de l'endroit "
            "où l'on remet : la feuille des codes ne peut pas être faite. L'écrire autrement, ou installer une police."
        ) from error


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
    what, it = (f"les exercices : {titles}", "les") if len(session.modules) > 1 else (f"l'exercice : {titles}", "le")
    until = session.hand_in_until
    # On machines of their own, people may be elsewhere than the trainer.
    zone = zone_named(session.zone, always=session.mode == "machines")
    before = f"avant le {long_date(until.date())}, {until.hour} h {until.minute:02d}".removesuffix(" 00") + zone
    if session.mode == "reseau":
        where = session.opens_at or "l'adresse affichée dans la salle"
        steps = [
            f"Ouvrez {where}. Entrez ce code et le mot de passe de la séance.",
            f"À « Votre place », ouvrez {what}. Gardez chaque réponse par son bouton.",
            f"Revenez à « Votre place » et remettez-{it} par le bouton « Remettre », {before}.",
        ]
    else:
        where = session.opens_at or ("la suite, sur votre machine" if session.mode == "machines" else "la suite")
        drop = session.hands_in_at or (
            "au dépôt que l'on vous indique" if session.mode == "machines" else "sur la clé USB qui passe dans la salle"
        )
        steps = [
            f"Ouvrez {where}, puis {what}.",
            f"À la fin, partie « Remettre mon travail » : entrez ce code. Un fichier est fait : remise-{code}.zip.",
            f"Remettez ce fichier {drop}, {before}.",
        ]
    return tuple(typeset(step) for step in steps)


def _sheet(session: Session, names: Mapping[str, str]) -> dict[str, Any]:
    place = f"{session.place}, " if session.place else ""
    return {
        "title": typeset(f"Codes de la séance {session.code}"),
        "about": typeset(f"{session.title} · {place}le {long_date(session.date)}"),
        "cut": typeset("À découper : une bande par personne."),
        "strips": [
            {
                "code": code,
                "name": names.get(code, ""),
                "steps": steps_of(session, code),
            }
            for code in session.participants
        ],
    }


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


__all__ = ["CODES_SHEET", "CodeSheet", "code_sheet", "steps_of"]
