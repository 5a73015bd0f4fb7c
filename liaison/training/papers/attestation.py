"""L'attestation de présence : qui, quoi, quand, où, par qui ; et, en toutes lettres, ce qu'elle n'est pas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from liaison.base.sentences import french_beside
from liaison.base.words import joined
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
from liaison.module import to_check
from liaison.training.papers.attendance import half_day_words
from liaison.training.session.definition import HalfDay, Session
from liaison.training.session.module_facts import ModuleFacts

phrase = french_beside(__file__)


FOLDER = "attestations"
MODULES_AT_EASE = 2  # au-delà, les objectifs vont dans le tableau : une attestation tient sur une page
# Up to how many modules each size of text keeps it on one page; the smallest, for more.
SIZES_PT = ((MODULES_AT_EASE, 10.5), (4, 10), (5, 9.5), (6, 9))
SMALLEST_PT = 8.5


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
            title=phrase("titre"),
            subtitle=session.title,
            author=session.trainer,
            created=session.date,
            text_size_pt=next((size for most, size in SIZES_PT if len(modules) <= most), SMALLEST_PT),
            footer=phrase("pied-de-page", code=session.code),
            blocks=(
                *_who(session, person),
                *_when(session, modules, person, minutes),
                *_what(modules),
                Callout(
                    kind="attention",
                    title=phrase("titre-de-ce-qu-elle-n-est-pas"),
                    parts=(phrase("ce-qu-elle-n-est-pas"),),
                ),
                *_badge(fingerprint),
                *_signed(session, person),
            ),
        )
    )


def around_a_name() -> tuple[str, tuple[str, ...], str]:
    """Return what an attestation says just before a name, what just after it, and what before a code instead."""
    after = (phrase("a-suivi"), phrase("a-suivi-une-partie"))
    return phrase("atteste-que", who=""), after, phrase("la-personne-qui-porte-le-code")


def _who(session: Session, person: Attended) -> list[Block]:
    who = session.trainer or phrase("la-personne-qui-a-anime-la-seance")
    whom: list[Part] = (
        [bold(person.name)] if person.name else [phrase("la-personne-qui-porte-le-code"), bold(person.code)]
    )
    followed = phrase("a-suivi" if _all_along(session, person) else "a-suivi-une-partie")
    return [paragraph(phrase("atteste-que", who=who), *whom, followed)]


def _all_along(session: Session, person: Attended) -> bool:
    return set(person.half_days) >= set(session.half_days)


def _when(session: Session, modules: Sequence[ModuleFacts], person: Attended, minutes: Length) -> list[Block]:
    there = joined(half_day_words(half) for half in session.half_days if half in person.half_days)
    whole = _all_along(session, person)
    items: list[tuple[str, tuple[Part, ...]]] = [
        (phrase("date"), (long_date(session.date),)),
        (phrase("presence-constatee"), (there if whole else phrase("present-seulement", there=there),)),
        (phrase("duree-de-la-seance" if whole else "duree-de-la-seance-entiere"), (_length(modules, minutes),)),
    ]
    if not whole:
        followed = sum(minutes[half] for half in person.half_days) if isinstance(minutes, Mapping) else None
        items.append(
            (
                phrase("duree-suivie"),
                (minutes_words(followed) if followed else phrase("a-ecrire-a-la-main", blank="…" * 12),),
            )
        )
    if session.place:
        items.append((phrase("lieu"), (session.place,)))
    if session.trainer:
        items.append((phrase("animation"), (session.trainer,)))
    return [heading(1, phrase("la-seance")), Definitions(items=tuple(items))]


def _length(modules: Sequence[ModuleFacts], minutes: Length) -> str:
    """Say how long the session lasted; where its modules make another length, that too, for both are on the page."""
    planned = sum(module.minutes for module in modules)
    if minutes is None:
        return phrase("duree-selon-le-programme", planned=minutes_words(planned))
    total = sum(minutes.values()) if isinstance(minutes, Mapping) else minutes
    if total > planned:
        return phrase("duree-dont-les-modules", total=minutes_words(total), planned=minutes_words(planned))
    if total < planned:
        return phrase("duree-et-programme", total=minutes_words(total), planned=minutes_words(planned))
    return minutes_words(total)


def _what(modules: Sequence[ModuleFacts]) -> list[Block]:
    at_ease = len(modules) <= MODULES_AT_EASE
    skills = dict.fromkeys(skill for module in modules for skill in module.competences)
    blocks: list[Block] = [
        heading(1, phrase("ce-que-la-seance-a-travaille")),
        _modules(modules, with_objectives=not at_ease),
    ]
    if at_ease:
        for module in modules:
            blocks += [heading(2, phrase("objectifs-de", title=module.session_title)), bullets(*module.objectives)]
    if skills:
        blocks.append(
            paragraph(phrase("competences-travaillees", to_check=to_check(), skills=" ; ".join(skills)), small=True)
        )
    return blocks


def _modules(modules: Sequence[ModuleFacts], *, with_objectives: bool) -> Table:
    return Table(
        caption=phrase("les-modules"),
        header=(
            phrase("module"),
            phrase("duree-prevue"),
            phrase("objectifs" if with_objectives else "on-en-repart-avec"),
        ),
        rows=tuple(
            (
                module.session_title,
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
            phrase("un-badge-peut-accompagner"),
            bold(fingerprint),
            ".",
            small=True,
        )
    ]


def _signed(session: Session, person: Attended) -> list[Block]:
    lines = [] if person.name else [phrase("nom-a-la-main")]
    return [
        Signatures(
            lines=(*lines, phrase("lieu-et-date"), phrase("signature-de", who=session.trainer or phrase("qui-a-anime")))
        )
    ]


__all__ = ["FOLDER", "Attended", "Length", "around_a_name", "attestation", "minutes_words"]
