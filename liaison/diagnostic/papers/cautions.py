"""Ce qu'il faut lire avec les chiffres : qui n'a pas répondu, et ce qu'une collecte en ligne ne voit pas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import joined
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.tabulation import EQUIPMENT_AXIS, SKILLS_AXIS
from liaison.diagnostic.hypotheses import ONLINE
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, MODE, Column, Item

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
    own, every = answers.questionnaire.own_words, answers.questionnaire.columns()
    sentences = [
        phrase(key, question=question_words(item.id, own), parts=joined([f"« {part} »" for part in parts]))
        for item in answers.questionnaire.items
        for key, columns in _lacking(item, [column for column in every if column.item.id == item.id], answers)
        for parts in [[value_words(item.id, column.part, own) for column in columns if column.part]]
    ]
    beside = [
        phrase(
            "pas-dans-tous" if name in answers.unasked else "contexte-demande-par-une-partie",
            question=question_words(name, own),
        )
        for name in answers.questionnaire.context
        if name in answers.asked_by_some
    ]
    out = [name for name in answers.questionnaire.context if name in answers.left_out]
    return [*sentences, *beside, *(phrase("question-mise-de-cote", question=question_words(name, own)) for name in out)]


def _lacking(item: Item, columns: Sequence[Column], answers: Answers) -> Iterator[tuple[str, list[Column]]]:
    """Yield what is to be said of a question that not every file asks whole: the sentence, and of which parts."""
    published = [column for column in columns if column.name not in answers.unasked]
    of_some = [column for column in columns if column.name in answers.asked_by_some]
    if set_aside := [column for column in columns if column.name in answers.left_out]:
        yield ("lignes-mises-de-cote", set_aside) if published else ("question-mise-de-cote", [])
        return
    if not published:
        if of_some:
            yield "aucune-case-dans-tous" if item.kind == "multiple" else "pas-dans-tous", []
        return
    if nowhere := [column for column in columns if column not in published and column not in of_some]:
        yield "cases-demandees-en-partie" if item.kind == "multiple" else "demandee-en-partie", nowhere
    if of_some:
        yield "cases-d-une-partie" if item.kind == "multiple" else "lignes-d-une-partie", of_some


def counted_otherwise_than_once(answers: Answers) -> list[str]:
    """Return what is said of families that may be counted twice, or answered and are not counted, or not under their
    level: not how many."""
    facts = {
        "familles-non-comptees": answers.uncounted,
        "peut-etre-deux-fois": answers.maybe_twice,
        "classe-non-lue": answers.level_unread and LEVEL not in answers.not_asked_of_all,
    }
    return [phrase(name) for name, holds in facts.items() if holds]


def answered_otherwise(answers: Answers, table: pd.DataFrame) -> list[str]:
    """Return what is said of the questions to which families gave another answer than those they have: not how many.

    Only of those of which something is told: that a number hidden there is not zero is known already.
    """
    of_all = table[(table["groupe"] == "ensemble") & table["au_moins"].notna()]
    own, questions = answers.questionnaire.own_words, answers.otherwise & set(of_all["question"])
    names = [item.id for item in answers.questionnaire.items if item.id in questions]
    return [phrase("autre-reponse", question=question_words(name, own)) for name in names]


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
