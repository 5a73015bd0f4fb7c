"""Des réponses comme une leçon les groupe : une ligne par famille, des titres et des mots français."""

from __future__ import annotations

import pandas as pd

from liaison.base.sentences import french_beside
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.counting.tabulation import AXIS, EQUIPMENT_AXIS, SKILLS_AXIS
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.item import column_name

phrase = french_beside(__file__)

READING = phrase("lecture-des-messages")
# The axes and the level have a title of their own; a question is too long for the head of a column.
TITLES = {
    "niveau": "",
    EQUIPMENT_AXIS: "",
    SKILLS_AXIS: "",
    "connexion": phrase("connexion-a-internet"),
    "lecture": READING,
}


def families_in_french(answers: Answers) -> pd.DataFrame:
    """Return one row for each family: its level, its two axes, its connection, how often it reads, as ordered words."""
    table = answers.table.assign(**{column_name(AXIS, str(name)): column for name, column in axes(answers).items()})
    return pd.DataFrame({title or question_words(name): in_words(name, table[name]) for name, title in TITLES.items()})


def in_words(question: str, column: pd.Series) -> pd.Series:
    """Return the answers to a question in its words, in their order, those alone that somebody gave."""
    given = column.cat.remove_unused_categories()
    return given.cat.rename_categories({value: value_words(question, value) for value in given.cat.categories})
