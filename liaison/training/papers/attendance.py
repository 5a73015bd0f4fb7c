"""La feuille d'émargement : une ligne par personne, une case à signer par demi-journée, et aucune autre donnée."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from liaison.documents import Block, Callout, Definitions, Document, Signatures, Table, heading, paragraph
from liaison.documents.cited import long_date
from liaison.documents.typography import french_document
from liaison.training.session.definition import HALF_DAYS, HalfDay, Participant, Session, family_unknown, told_apart
from liaison.training.session.module_facts import ModuleFacts

STEM = "emargement"
UNEXPECTED = 3  # lignes vides, pour qui n'était pas attendu
ROW_CM = 1.1
AS_WRITTEN = (
    "Là où le nom de famille n'est pas connu, le nom est rangé comme il est écrit. La colonne « nom_de_famille » de "
    "participants.csv le dit."
)
HALF_DAY_WORDS: dict[HalfDay, str] = {"matin": "le matin", "apres_midi": "l'après-midi"}


def attendance_sheet(
    session: Session, modules: Sequence[ModuleFacts], people: Mapping[str, Participant], unwritten: Sequence[str] = ()
) -> Document:
    """Return the sheet to sign: by names where there are some, sorted by family name, otherwise by codes alone.

    `unwritten`: the codes whose name is left to be written by hand; the sheet stays the same otherwise.
    """
    return french_document(
        Document(
            title="Feuille d'émargement",
            subtitle=session.title,
            created=session.date,
            footer=f"Émargement · séance {session.code}",
            blocks=(
                *_about(session, modules),
                heading(1, "Signatures"),
                _table(session, people, unwritten),
                *([paragraph(AS_WRITTEN, small=True)] if any(map(family_unknown, people.values())) else []),
                *_closing(session, people),
            ),
        )
    )


def _about(session: Session, modules: Sequence[ModuleFacts]) -> list[Block]:
    halves = " et ".join(HALF_DAYS[half] for half in session.half_days)
    return [
        Definitions(
            items=(
                ("Date", (f"{long_date(session.date)}, {halves}",)),
                ("Lieu", (session.place or "…" * 12,)),
                ("Animation", (session.trainer or "…" * 12,)),
                ("Modules", (" ; ".join(module.title for module in modules),)),
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
        header, widths = ("Code", "Nom", *to_sign), (0.8, 2.2, *(1.6 for _ in to_sign))
    else:
        rows = [(code, *blanks) for code in sorted(session.participants)]
        header, widths = ("Code", *to_sign), (0.8, *(1.8 for _ in to_sign))
    return Table(
        caption="Chaque personne signe en face de son nom" if people else "Chaque personne signe en face de son code",
        header=header,
        rows=tuple(tuple((cell,) if cell else () for cell in row) for row in rows),
        widths=widths,
        row_height_cm=ROW_CM,
    )


def _closing(session: Session, people: Mapping[str, Participant]) -> list[Block]:
    alike = told_apart(people) != {code: one.name for code, one in people.items()}
    number = " Un numéro, dans l'ordre de la liste, distingue deux personnes d'un même nom." if alike else ""
    kept = (
        f"De chaque personne, cette feuille porte le code et le nom, et rien d'autre.{number} Les fichiers de la "
        f"séance gardent les noms jusqu'au {long_date(session.names_until)} ; la feuille signée, elle, se range et se "
        "détruit à la main."
        if people
        else "Cette feuille ne porte que des codes. La liste qui les relie à des noms, s'il y en a une, reste ailleurs."
    )
    who = session.trainer or "La personne qui anime"
    return [
        Signatures(lines=tuple(f"{who}, {HALF_DAY_WORDS[half]}" for half in session.half_days)),
        Callout(title="Ce que cette feuille garde", parts=(kept,)),
        paragraph("Les lignes vides servent à qui n'était pas attendu.", small=True)
        if people
        else paragraph("Une signature peut suffire à reconnaître quelqu'un : la feuille ne s'affiche pas.", small=True),
    ]


__all__ = ["HALF_DAY_WORDS", "STEM", "attendance_sheet"]
