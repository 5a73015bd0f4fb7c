"""Les colonnes qu'on ne lit pas : toutes nommées, à part celles qui désignent quelqu'un ou qu'une famille a écrites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from liaison.base.letters import normal
from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.diagnostic.reading.formats.source import SourceColumn
from liaison.diagnostic.reading.mapping import split_list
from liaison.disclosure.disclosure import DEFAULT_THRESHOLD
from liaison.personal.contacts import contact_in
from liaison.personal.identifying import (
    are_marks,
    named_personal,
    names_somebody,
    seems_names,
    title_words,
    written_freely,
)

phrase = french_beside(__file__)

_LOOKED_AT = 200  # cellules différentes d'une colonne
_TOLD_BY = 2  # familles qui ont écrit une même phrase
_SENTENCE = 5  # mots
_OWN_KINDS = ("service", "version", "draft")
# What a title alone says, even of an empty column.
_REACHED = title_words(
    "mail mails email emails courriel courriels mel telephone telephones tel portable mobile adresse adresses address "
    "phone username utilisateur ip ipaddr ipaddress phonenumber deviceid"
)
_BESIDE = title_words(
    "e d de la le l une un votre vos numero n electronique postale messagerie webform du des parent parents "
    "responsable famille contact no and name nom recipient"
)


def never_read(column: SourceColumn, cells: Sequence[str]) -> str:
    """Return why a column is about persons, or is what families wrote themselves; empty when it is neither."""
    held = Counter(cell.strip() for cell in cells if cell.strip())
    looked = list(held)[:_LOOKED_AT]
    words = normal(column.name).split()
    if named := named_personal(column.name, looked):
        return named
    if contact := contact_in(looked):
        return phrase("contient", what=contact[0])  # how many lines do is not known: only different cells are looked at
    if set(words) & _REACHED and set(words) <= _REACHED | _BESIDE and not are_marks(looked):
        return phrase("titre-d-une-adresse")
    if written_freely(column.name, {cell: held[cell] for cell in looked}):
        return phrase("texte-libre")
    return seems_names(looked, [held[cell] for cell in looked], DEFAULT_THRESHOLD) or ""


def given(cells: Sequence[str], separator: str | None = None, answers: Sequence[str] = ()) -> Counter[str]:
    """Return how many families gave each answer of a column; `answers`: those that `separator` cuts apart, where cells
    hold several.
    """
    known = {answer: answer for answer in answers}
    return Counter(
        written
        for cell in map(str.strip, cells)
        for written in (
            [written_answer for written_answer, _ in split_list(cell, separator, known.get)] if separator else [cell]
        )
        if written
    )


def never_told(title: str, cells: Sequence[str], held: Counter[str] | None = None) -> str:
    """Return why the answers found in a column are not to be published; empty when they may be.

    `held`: how many gave each answer, where all that cells hold is not told. Sentences that one or two families wrote,
    in a column where half are so, are no answers to choose; and no answer names somebody.
    """
    if contact := contact_in(cells):
        return phrase("contient", what=contact[0])
    held = given(cells) if held is None else held
    if why := never_read(SourceColumn(title, 0), list(held.elements())) or names_somebody(list(held)):
        return why
    rare = sum(count <= _TOLD_BY and len(written.split()) >= _SENTENCE for written, count in held.items())
    return phrase("texte-libre") if rare and 2 * rare >= len(held) else ""


def repeats_boxes(title: str, part: str, boxed: Collection[str]) -> bool:
    """Return whether a column holds all that was ticked, beside a column for each box, as Kobo and Tally write it.

    `boxed`: the titles, as `normal` gives them, of the questions whose boxes are read.
    """
    return not part and normal(title) in boxed


def _question_of_box(column: SourceColumn) -> str:
    """Return the question of a box, as its header writes it: « Classes/CP », or known by its part."""
    return column.question if column.part else column.question.rpartition("/")[0]


def unread_words(
    columns: Sequence[SourceColumn], sample: Sequence[Sequence[str]], read: Collection[int], held: Collection[int] = ()
) -> list[str]:
    """Return what is said of the columns that are not read, all of them: a sentence for each sort.

    `held`: the positions of those whose question waits until its answers are read again.
    """
    waiting: list[str] = []
    persons: list[str] = []
    own: list[str] = []
    again: list[str] = []
    others: list[str] = []
    boxed = {normal(column.question) for column in columns if column.position in read and column.part}
    whole = {normal(column.question) for column in columns if column.position in read and not column.part} - {""}
    for column in columns:
        if column.position in read:
            continue
        cells = [row[column.position] for row in sample if column.position < len(row)]
        why = never_read(column, cells)
        name = shown(column.in_file)
        if column.position in held:
            waiting.append(name)
        elif why or column.kind == "text":
            persons.append(f"{name} ({why or phrase('texte-libre')})")
        elif column.kind == "answer" and (
            repeats_boxes(column.question, column.part, boxed) or normal(_question_of_box(column)) in whole
        ):
            again.append(name)
        else:
            (own if column.kind in _OWN_KINDS else others).append(name)
    sorts = {
        "colonnes-a-relire": waiting,
        "colonnes-jamais-lues": persons,
        "colonnes-de-l-outil": own,
        "colonnes-de-cases": again,
        "colonnes-non-lues": others,
    }
    return [phrase(key, columns=", ".join(names)) for key, names in sorts.items() if names]


__all__ = ["given", "never_read", "never_told", "repeats_boxes", "unread_words"]
