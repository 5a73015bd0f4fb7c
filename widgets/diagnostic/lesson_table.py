"""Les réponses de familles fictives comme la leçon les groupe : une ligne par famille, des mots français."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.diagnostic.words import question_words, value_words

if TYPE_CHECKING:
    import pandas as pd

    from liaison.diagnostic.answers import Answers

GROUPED = ("niveau", "connexion", "lecture")


def families_in_french(answers: Answers) -> pd.DataFrame:
    """Return one row for each family: its level, its two axes, its connection, how often it reads, as ordered words."""
    import pandas as pd

    from liaison.diagnostic.axes import axes

    asked = answers.table[list(GROUPED)].join(axes(answers).add_prefix("axe__"))
    words = {}
    for name in map(str, asked):
        column = asked[name].cat.remove_unused_categories()
        said = {value: value_words(name, value) for value in column.cat.categories}
        words[question_words(name)] = column.cat.rename_categories(said)
    return pd.DataFrame(words)
