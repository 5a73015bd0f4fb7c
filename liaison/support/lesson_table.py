"""Les familles fictives d'un plan comme la leçon les groupe : une ligne par famille, des mots français."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from liaison.base.sentences import french_beside
from liaison.base.words import upper_first
from liaison.diagnostic.counting.tabulation import EQUIPMENT_AXIS, SKILLS_AXIS
from liaison.diagnostic.lesson_table import READING, in_words
from liaison.diagnostic.papers.report_words import question_words
from liaison.support.needs.needs import Needs
from liaison.support.vocabulary import language_words

phrase = french_beside(__file__)


def families_in_french(needs: Needs, receiving: Collection[str]) -> pd.DataFrame:
    """Return one row for each family that asked: its two axes, how often it reads, its language, and `Reçoit`."""
    table = needs.table
    spoken = table["langue"].cat.remove_unused_categories()
    return pd.DataFrame(
        {
            question_words(EQUIPMENT_AXIS): in_words(EQUIPMENT_AXIS, table["equipement"]),
            question_words(SKILLS_AXIS): in_words(SKILLS_AXIS, table["competences"]),
            READING: in_words("lecture", table["lecture"]),
            phrase("langue"): spoken.cat.rename_categories(
                {value: upper_first(language_words(value)) for value in spoken.cat.categories}
            ),
            phrase("recoit"): table.index.isin(list(receiving)),
        },
        index=table.index,
    )
