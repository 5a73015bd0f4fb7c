"""Les familles fictives d'un plan comme la leçon les groupe : une ligne par famille, des mots français."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from liaison.base.words import upper_first
from liaison.support.vocabulary import LANGUAGES
from widgets.texts import texts

if TYPE_CHECKING:
    import pandas as pd

    from liaison.support.needs import Needs

# The questions of the diagnostic, whose words they keep.
ASKED = {"equipement": "axe__equipement", "competences": "axe__competences", "lecture": "lecture"}


def families_in_french(needs: Needs, receiving: Collection[str]) -> pd.DataFrame:
    """Return one row for each family that asked: its two axes, how often it reads, its language, and `Reçoit`."""
    import pandas as pd

    t, table = texts("diagnostic"), needs.table
    words = {
        t(f"q-{question}"): table[name].cat.rename_categories(
            {value: t(f"v-{question}-{value}") for value in table[name].cat.categories}
        )
        for name, question in ASKED.items()
    }
    spoken = {value: upper_first(word) for value, word in LANGUAGES.items()}
    words[t("q-langue")] = table["langue"].cat.rename_categories(spoken)
    return pd.DataFrame({**words, "Reçoit": table.index.isin(list(receiving))}, index=table.index)
