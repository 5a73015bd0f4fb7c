"""Un questionnaire fait d'un export, dit à l'équipe : ce qui se compte, ce qui est laissé, ce qui est à corriger."""

from __future__ import annotations

from collections import Counter

from liaison.base.quoting import printable, shown
from liaison.base.sentences import french_beside
from liaison.base.words import joined, shortened
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, answers_to
from liaison.diagnostic.own.written import FEW, OTHER
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.questionnaire.questionnaire import Item
from liaison.diagnostic.reading.mapping import MISSING_NUMBERS

phrase = french_beside(__file__)

_MOST_WORDS = 10


def to_read_words(own: OwnQuestionnaire, answers: Answers) -> list[str]:
    """Return all that would be published of the form, a line for each question, with how many gave each answer.

    For the terminal of the team, never for a file.
    """
    return [
        f"« {printable(each.title)} »{rows} : {', '.join(_counted_answers(each.item, answers))}."
        for each in own.counted
        for rows in [f" ({', '.join(each.item.words[row] for row in each.item.rows)})" if each.item.rows else ""]
    ]


def _counted_answers(item: Item, answers: Answers) -> list[str]:
    if any(question_of(name) == item.id for name in answers.left_out):
        return [f"« {item.words[value]} »" for value in item.values]  # how many gave each is not known
    given_by: Counter[str] = Counter()
    for answer in answers_to(item, answers):
        if isinstance(answer, tuple):
            given_by.update({item.words[cell] for cell in answer if cell})
        elif isinstance(answer, frozenset):
            given_by.update(answer)
        elif answer:
            given_by[str(answer)] += 1
    return [
        phrase("reponse-et-familles", answer=item.words[value], n=given_by[item.words[value]]) for value in item.values
    ]


def left_words(own: OwnQuestionnaire) -> list[str]:
    """Return one sentence for each column that is left out."""
    return [phrase("laissee-de-cote", title=shown(name), reason=why) for name, why in own.left.items()]


def grouping_words(own: OwnQuestionnaire) -> list[str]:
    """Return one sentence for the columns that say a level or a way of answering, by which answers are grouped; then
    one for each of which words are not understood: their cells will not be read.
    """
    context = own.questionnaire.context
    columns = [shown(each.source) for each in own.mapping.colonnes if each.cible in context]
    unknown = [
        phrase("mots-non-compris", title=shown(each.source), words=shortened(words, _MOST_WORDS), count=len(words))
        for each in own.mapping.colonnes
        if each.cible in context
        and (words := [f"« {shown(word)} »" for word, value in each.valeurs.items() if value is None])
    ]
    return (
        [phrase("pour-regrouper", columns=", ".join(f"« {column} »" for column in columns)), *unknown]
        if columns
        else []
    )


def alone_words(own: OwnQuestionnaire) -> list[str]:
    """Return one sentence for each box that is taken to exclude the others, to be corrected by who knows the form."""
    return [
        phrase("se-coche-seule", title=shown(each.title), answer=shown(each.item.words[value]))
        for each in own.counted
        for value in each.item.alone
    ]


def written_words(own: OwnQuestionnaire) -> list[str]:
    """Return one sentence for each question in which families typed an answer of their own."""
    return [
        phrase("reponses-ecrites", title=shown(each.title), count=each.written, other=OTHER, few=FEW)
        for each in own.counted
        if each.written
    ]


def alike_words(own: OwnQuestionnaire) -> list[str]:
    """Return one sentence for each question of which some answers were written in several ways."""
    return [
        phrase("ecritures", title=printable(each.title), spellings=" ; ".join(groups))
        for each in own.counted
        if (groups := [", ".join(f"« {shown(word)} »" for word in group) for group in each.alike])
    ]


def guessed_words(own: OwnQuestionnaire) -> list[str]:
    """Return one sentence for each question of which something is only guessed, with how to correct it."""
    return [
        phrase(
            f"devine-{each.guess}",
            title=printable(each.title),
            parts=joined(f"« {printable(part)} »" for part in each.rows or each.answers),
        )
        for each in own.counted
        if each.guess
    ]


def number_words(own: OwnQuestionnaire) -> list[str]:
    """Return one sentence for each question of which a number may be how a tool writes « no answer »: « 99 » beside 0
    and 5, not « 9 » beside 8 or 10.
    """
    sentences = []
    for each in own.counted:
        numbers = {int(answer) for answer in each.answers if answer.isdecimal()}
        codes = [
            answer
            for answer in each.answers
            if answer in MISSING_NUMBERS and not {int(answer) - 1, int(answer) + 1} & numbers
        ]
        if codes:
            answers = joined(f"« {code} »" for code in codes)
            sentences.append(phrase("nombre-reponse", title=printable(each.title), answers=answers, count=len(codes)))
    return sentences


def coded_titles(own: OwnQuestionnaire) -> list[str]:
    """Return the questions that the export names by one word or a code: no table can say more of them."""
    return [shown(each.title) for each in own.counted if len(each.title.split()) == 1]


__all__ = [
    "alike_words",
    "alone_words",
    "coded_titles",
    "grouping_words",
    "guessed_words",
    "left_words",
    "number_words",
    "to_read_words",
    "written_words",
]
