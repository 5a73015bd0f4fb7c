"""La feuille d'émargement : une ligne par personne, une case à signer par demi-journée, et aucune autre donnée."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from liaison.base.sentences import french_beside
from liaison.base.words import joined
from liaison.documents import Block, Callout, Definitions, Document, Signatures, Table, heading, paragraph
from liaison.documents.cited import long_date
from liaison.documents.typography import french_document
from liaison.training.session.definition import HALF_DAYS, HalfDay, Participant, Session, family_unknown, told_apart
from liaison.training.session.module_facts import ModuleFacts

phrase = french_beside(__file__)


NAME_COLUMN = "Nom"  # beside the code, in the header of a sheet that has names
STEM = "emargement"
UNEXPECTED = 3  # lignes vides, pour qui n'était pas attendu
ROW_CM = 1.1


def attendance_sheet(
    session: Session, modules: Sequence[ModuleFacts], people: Mapping[str, Participant], unwritten: Sequence[str] = ()
) -> Document:
    """Return the sheet to sign: by names where there are some, sorted by family name, otherwise by codes alone.

    `unwritten`: the codes whose name is left to be written by hand; the sheet stays the same otherwise.
    """
    return french_document(
        Document(
            title=phrase("titre"),
            subtitle=session.title,
            created=session.date,
            footer=phrase("pied-de-page", code=session.code),
            blocks=(
                *_about(session, modules),
                heading(1, "Signatures"),
                _table(session, people, unwritten),
                *(
                    [paragraph(phrase("rangee-comme-ecrite"), small=True)]
                    if any(map(family_unknown, people.values()))
                    else []
                ),
                *_closing(session, people),
            ),
        )
    )


def half_day_words(half: HalfDay) -> str:
    """Return a half-day as a sentence says it: « le matin »."""
    return phrase(f"demi-journee-{half}")


def _about(session: Session, modules: Sequence[ModuleFacts]) -> list[Block]:
    halves = joined(HALF_DAYS[half] for half in session.half_days)
    return [
        Definitions(
            items=(
                (phrase("date"), (f"{long_date(session.date)}, {halves}",)),
                (phrase("lieu"), (session.place or "…" * 12,)),
                (phrase("animation"), (session.trainer or "…" * 12,)),
                (phrase("modules"), (" ; ".join(module.session_title for module in modules),)),
            )
        )
    ]


def _table(session: Session, people: Mapping[str, Participant], unwritten: Sequence[str]) -> Table:
    to_sign = [f"Signature, {HALF_DAYS[half]}" for half in session.half_days]
    blanks = ("",) * len(to_sign)
    if people:
        called = {code: "" if code in unwritten else name for code, name in told_apart(people, listed=True).items()}
        order = {code: person.sorted_by for code, person in people.items()}
        listed = sorted(session.participants, key=lambda code: (code not in order, order.get(code, code)))
        rows = [(code, called.get(code, ""), *blanks) for code in listed]
        rows += [("", "", *blanks)] * UNEXPECTED
        header, widths = ("Code", NAME_COLUMN, *to_sign), (0.8, 2.2, *(1.6 for _ in to_sign))
    else:
        rows = [(code, *blanks) for code in sorted(session.participants)]
        header, widths = ("Code", *to_sign), (0.8, *(1.8 for _ in to_sign))
    return Table(
        caption=phrase("signe-en-face-de-son-nom") if people else phrase("signe-en-face-de-son-code"),
        header=header,
        rows=tuple(tuple((cell,) if cell else () for cell in row) for row in rows),
        widths=widths,
        row_height_cm=ROW_CM,
    )


def _closing(session: Session, people: Mapping[str, Participant]) -> list[Block]:
    numbered = told_apart(people) != {code: person.name for code, person in people.items()}
    what_it_keeps = (
        phrase("code-et-nom", numbered="oui" if numbered else "non", until=long_date(session.names_until))
        if people
        else phrase("que-des-codes")
    )
    who = session.trainer or phrase("la-personne-qui-anime")
    return [
        Signatures(lines=tuple(f"{who}, {half_day_words(half)}" for half in session.half_days)),
        Callout(title=phrase("ce-que-cette-feuille-garde"), parts=(what_it_keeps,)),
        paragraph(phrase("lignes-vides"), small=True)
        if people
        else paragraph(phrase("une-signature-reconnait"), small=True),
    ]


__all__ = ["NAME_COLUMN", "STEM", "attendance_sheet", "half_day_words"]
