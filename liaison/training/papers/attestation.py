"""L'attestation de présence : qui, quoi, quand, où, par qui ; et, en toutes lettres, ce qu'elle n'est pas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from liaison.documents import (
    Block,
    Callout,
    Definitions,
    Document,
    Part,
    Signatures,
    Table,
    bold,
    bullets,
    heading,
    paragraph,
)
from liaison.documents.cited import long_date
from liaison.documents.typography import french_document
from liaison.module import TO_CHECK
from liaison.training.papers.attendance import HALF_DAY_WORDS
from liaison.training.session.definition import HalfDay, Session
from liaison.training.session.module_facts import ModuleFacts

FOLDER = "attestations"
MODULES_AT_EASE = 2  # au-delà, les objectifs vont dans le tableau : une attestation tient sur une page
# Up to how many modules each size of text keeps it on one page; the smallest, for more.
SIZES_PT = ((MODULES_AT_EASE, 10.5), (4, 10), (5, 9.5), (6, 9))
SMALLEST_PT = 8.5
WHAT_IT_IS_NOT = (
    "Elle n'est ni un diplôme, ni une certification, ni un titre, et aucune administration ne l'a reconnue. Elle ne "
    "dit rien d'un résultat : aucune note n'y entre. Elle ne remplace pas le document qu'un organisme de formation ou "
    "un employeur demande, s'il en demande un."
)


Length = int | Mapping[HalfDay, int] | None  # minutes: of the whole session, or of each half-day


@dataclass(frozen=True)
class Attended:
    """One person who was there: their code, their name when the session has it, and when they were there."""

    code: str
    half_days: tuple[HalfDay, ...]
    name: str | None = None


def minutes_words(minutes: int) -> str:
    """Return a duration as it is said: "45 min", "3 h", "1 h 30"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"


def attestation(
    session: Session,
    modules: Sequence[ModuleFacts],
    person: Attended,
    *,
    minutes: Length = None,
    fingerprint: str | None = None,
) -> Document:
    """Return the attestation of one person.

    `minutes`: how long the session lasted, said by the trainer; the planned length of the modules when None.
    Half-day by half-day, who was there for a part of it has the length of that part; otherwise it is left to the hand.
    `fingerprint`: that of the key which signs the badges, to be compared when one is verified.
    """
    return french_document(
        Document(
            title="Attestation de présence",
            subtitle=session.title,
            author=session.trainer,
            created=session.date,
            text_size_pt=next((size for most, size in SIZES_PT if len(modules) <= most), SMALLEST_PT),
            footer=f"Attestation de présence · séance {session.code}",
            blocks=(
                *_who(session, person),
                *_when(session, modules, person, minutes),
                *_what(modules),
                Callout(kind="attention", title="Ce que cette attestation n'est pas", parts=(WHAT_IT_IS_NOT,)),
                *_badge(fingerprint),
                *_signed(session, person),
            ),
        )
    )


def _who(session: Session, person: Attended) -> list[Block]:
    who = session.trainer or "La personne qui a animé la séance"
    whom: list[Part] = [bold(person.name)] if person.name else ["la personne qui porte le code ", bold(person.code)]
    part = "" if _all_along(session, person) else "une partie de "
    return [paragraph(f"{who} atteste que ", *whom, f" a suivi {part}cette séance de formation.")]


def _all_along(session: Session, person: Attended) -> bool:
    return set(person.half_days) >= set(session.half_days)


def _when(session: Session, modules: Sequence[ModuleFacts], person: Attended, minutes: Length) -> list[Block]:
    there = " et ".join(HALF_DAY_WORDS[half] for half in session.half_days if half in person.half_days)
    whole = _all_along(session, person)
    items: list[tuple[str, tuple[Part, ...]]] = [
        ("Date", (long_date(session.date),)),
        ("Présence constatée", (f"{there}{'' if whole else ' seulement'}",)),
        (f"Durée de la séance{'' if whole else ' entière'}", (_length(modules, minutes),)),
    ]
    if not whole:
        followed = sum(minutes[half] for half in person.half_days) if isinstance(minutes, Mapping) else None
        items.append(("Durée suivie", (minutes_words(followed) if followed else f"{'…' * 12}, à écrire à la main",)))
    if session.place:
        items.append(("Lieu", (session.place,)))
    if session.trainer:
        items.append(("Animation", (session.trainer,)))
    return [heading(1, "La séance"), Definitions(items=tuple(items))]


def _length(modules: Sequence[ModuleFacts], minutes: Length) -> str:
    """Say how long the session lasted; where its modules make another length, that too, for both are on the page."""
    planned = sum(module.minutes for module in modules)
    if minutes is None:
        return f"{minutes_words(planned)}, selon le programme des modules"
    total = sum(minutes.values()) if isinstance(minutes, Mapping) else minutes
    if total > planned:
        return f"{minutes_words(total)}, dont {minutes_words(planned)} prévues pour les modules"
    short = f" ; le programme des modules en prévoit {minutes_words(planned)}" if total < planned else ""
    return f"{minutes_words(total)}{short}"


def _what(modules: Sequence[ModuleFacts]) -> list[Block]:
    at_ease = len(modules) <= MODULES_AT_EASE
    skills = dict.fromkeys(skill for module in modules for skill in module.competences)
    blocks: list[Block] = [heading(1, "Ce que la séance a travaillé"), _modules(modules, with_objectives=not at_ease)]
    if at_ease:
        for module in modules:
            blocks += [heading(2, f"{module.title} : objectifs"), bullets(*module.objectives)]
    if skills:
        blocks.append(paragraph(f"Compétences travaillées ({TO_CHECK}) : {' ; '.join(skills)}.", small=True))
    return blocks


def _modules(modules: Sequence[ModuleFacts], *, with_objectives: bool) -> Table:
    return Table(
        caption="Les modules de la séance",
        header=("Module", "Durée prévue", "Objectifs" if with_objectives else "On en repart avec"),
        rows=tuple(
            (
                module.title,
                minutes_words(module.minutes),
                f"{' ; '.join(module.objectives)}." if with_objectives else module.takeaway,
            )
            for module in modules
        ),
        widths=(1.3, 0.6, 3.2) if with_objectives else (1.5, 0.7, 2),
    )


def _badge(fingerprint: str | None) -> list[Block]:
    if fingerprint is None:
        return []
    return [
        paragraph(
            "Un badge numérique signé peut accompagner cette attestation. Il se vérifie sans réseau, par « liaison "
            "badge verify », avec l'empreinte de qui l'a signé : ",
            bold(fingerprint),
            ".",
            small=True,
        )
    ]


def _signed(session: Session, person: Attended) -> list[Block]:
    lines = [] if person.name else ["Nom de la personne, à écrire à la main"]
    return [Signatures(lines=(*lines, "Lieu et date", f"Signature de {session.trainer or 'la personne qui a animé'}"))]


__all__ = ["FOLDER", "WHAT_IT_IS_NOT", "Attended", "Length", "attestation", "minutes_words"]
