"""Ce qu'il faut lire avec les chiffres : qui n'a pas répondu, et ce qu'une collecte en ligne ne voit pas."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import joined
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.tabulation import EQUIPMENT_AXIS, SKILLS_AXIS
from liaison.diagnostic.hypotheses import ONLINE
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, MODE, SEPARATOR

phrase = french_beside(__file__)

LACKING = (
    (EQUIPMENT_AXIS, "insuffisant", "equipement-entre"),
    (SKILLS_AXIS, "debutant", "aisance-entre"),
)
MOST_ONLINE = 0.9  # au-delà, la collecte est dite en ligne
CORNERED = phrase("niveau-devine")
NOT_GIVEN = phrase("nombre-de-familles-absent")
WHOLE_ONLY = phrase("ensemble-seulement")


def warnings_of(
    table: pd.DataFrame, response: pd.DataFrame, answers: int | None, families: int | None, others: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return sentences to show beside the figures, from published figures only.

    `families`: of the school, None when they are not known or not usable; `others`: what else is to be said.
    """
    if answers is None:
        return (typeset(phrase("trop-peu-de-reponses")),)
    alone = WHOLE_ONLY if set(table["groupe"]) == {"ensemble"} else ""
    sentences = [_online(response, answers), *_silent(table, answers, families), *others, alone]
    return tuple(typeset(sentence) for sentence in sentences if sentence)


def asked_in_part(answers: Answers) -> list[str]:
    """Return what is said of the questions of which some boxes or rows have no column, that only some files ask, and of
    those left out.
    """
    own = answers.questionnaire.own_words
    sentences = []
    for item in answers.questionnaire.items:
        columns = [column for column in answers.questionnaire.columns() if column.item.id == item.id]
        lacking = [column for column in columns if column.name in answers.unasked]
        question = question_words(item.id, own)
        if any(column.name in answers.left_out for column in columns):
            sentences.append(phrase("question-mise-de-cote", question=question))
        elif lacking and len(lacking) < len(columns):
            parts = joined([f"« {value_words(item.id, column.part, own)} »" for column in lacking])
            key = "cases-demandees-en-partie" if item.kind == "multiple" else "demandee-en-partie"
            sentences.append(phrase(key, question=question, parts=parts))
    by_some = {name.partition(SEPARATOR)[0] for name in answers.asked_by_some}
    for name in (*(item.id for item in answers.questionnaire.items), *answers.questionnaire.context):
        if name in by_some:
            key = (
                "contexte-demande-par-une-partie"
                if name in answers.questionnaire.context
                else "demandee-par-une-partie"
            )
            sentences.append(phrase(key, question=question_words(name, own)))
    return sentences


def _online(response: pd.DataFrame, answers: int) -> str:
    alone = response[(response[LEVEL] == "ensemble") & (response[MODE] == ONLINE)]
    online = alone["reponses"].iloc[0] if len(alone) else 0
    if pd.isna(online) or not answers or online < MOST_ONLINE * answers:
        return ""
    if online == answers:
        return phrase("toutes-en-ligne")
    return phrase("presque-toutes-en-ligne", online=online, answers=answers)


def _silent(table: pd.DataFrame, answers: int, families: int | None) -> list[str]:
    """Return between which numbers the truth lies, whatever the families that did not answer would have said."""
    if families is None or families == answers:
        return []
    silent = families - answers
    sentences = [phrase("sans-reponse", silent=silent, families=families)]
    for question, value, key in LACKING:
        rows = table[(table["groupe"] == "ensemble") & (table["question"] == question) & (table["valeur"] == value)]
        count = rows["effectif"].iloc[0] if len(rows) else pd.NA
        if not pd.isna(count):
            sentences.append(phrase(key, low=count, high=count + silent, families=families))
    return sentences
