"""Le compte rendu : des nombres écrits comme en français, et rien que ce qui peut être publié."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from diagnostic.fictitious_school import ALL_WAYS, published
from narrowing import present

from liaison.diagnostic.answers import answers_from_columns
from liaison.diagnostic.counting.indicators import indicators
from liaison.diagnostic.counting.weights import FamilyCounts
from liaison.diagnostic.papers.number_words import count_words, interval_words, outwards, share_words
from liaison.diagnostic.papers.report import public_table, report, response_rows
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.documents import Callout, Table

DAY = dt.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.0, "0 %"),
        (0.004, "moins de 1 %"),
        (0.005, "1 %"),
        (0.424, "42 %"),
        (0.996, "plus de 99 %"),
        (1.0, "100 %"),
        (float("nan"), "–"),
    ],
)
def test_a_share_is_whole_and_neither_nobody_nor_everybody_by_rounding(share: Any, said: str) -> None:
    assert share_words(share) == said


def test_an_interval_is_rounded_outwards_and_a_hidden_count_is_said() -> None:
    assert interval_words(0.871, 0.902) == "de 87 à 91 %"
    assert interval_words(0.29, 0.58) == "de 29 à 58 %"
    assert interval_words(float("nan"), 0.5) == "–"
    assert outwards(0.29, 0.55, 100) == (29, 55)  # 28.999… and 55.000…1, where floats lose a little
    assert outwards(0.871, 0.902, 50) == (43, 46)
    assert (count_words(pd.NA), count_words(12)) == ("caché", "12")


def tables(found: Any) -> Any:
    return {block.caption: block for block in report(found, "Collège fictif", DAY).blocks if isinstance(block, Table)}


def cells(table: Any) -> Any:
    return [["".join(part.text for part in cell) for cell in row] for row in table.rows]


def test_every_number_of_families_in_the_report_is_one_that_may_be_published() -> None:
    found = published(*ALL_WAYS)
    shown = {str(count) for count in found.table["effectif"].dropna()} | {"caché"}
    sizes = {str(count) for count in found.table["reponses"].dropna()} | {"caché"}
    by_level = cells(tables(found)["Équipement, par niveau"])
    ranges = {
        f"entre {low} et {high}" for low, high in zip(found.table["au_moins"], found.table["au_plus"], strict=True)
    }
    shown |= ranges
    assert {cell for row in by_level for cell in row[1:-1]} <= shown
    assert {row[-1] for row in by_level} <= sizes
    assert any(cell.startswith("entre ") for row in by_level for cell in row)
    whole = cells(tables(found)["Équipement"])
    assert {row[1] for row in whole} <= shown
    assert all(row[2] == "–" for row in whole if not row[1].isdigit())


def test_warnings_come_first_and_too_few_answers_give_a_report_without_a_number() -> None:
    ten = answers_from_columns({"connexion": ["aucune"] * 10, "niveau": ["sixieme"] * 10}, family_questionnaire())
    made = report(indicators(ten), "Collège fictif", DAY, "Réponses gardées : 10.")
    assert "Réponses gardées" not in made.model_dump_json()
    first = next(block for block in made.blocks if isinstance(block, Callout))
    assert "Trop peu de réponses" in "".join(part.text for part in first.parts)
    for table in tables(indicators(ten)).values():
        assert {cell for row in cells(table) for cell in row[1:]} <= {"caché", "–"}


def test_families_of_a_level_told_with_another_are_nowhere_in_the_report_nor_on_the_screen() -> None:
    levels = ["sixieme"] * 60 + ["cinquieme"] * 15 + ["quatrieme"] * 8
    answers = answers_from_columns({"connexion": ["fixe"] * 83, "niveau": levels}, family_questionnaire())
    found = indicators(answers, FamilyCounts({"sixieme": 80, "cinquieme": 47, "quatrieme": 39}))
    by_level = cells(tables(found)["Réponses reçues, par niveau"])
    assert by_level[1] == ["5e et 4e", "23", "86", "27\u00a0%"]
    assert list(response_rows(found)[1]) == by_level[1]
    made = report(found, "Collège fictif", DAY).model_dump_json()
    assert '"80"' in made
    assert '"47"' not in made
    assert '"39"' not in made


def test_how_levels_were_put_together_is_said_where_some_are_and_only_there() -> None:
    def said(*counts: int) -> bool:
        levels = ("sixieme", "cinquieme", "quatrieme", "troisieme")
        rows = [level for level, count in zip(levels, counts, strict=True) for _ in range(count)]
        answers = answers_from_columns({"niveau": rows}, family_questionnaire())
        found = indicators(answers)
        shown = any("+" in str(level) for level in found.response["niveau"])
        text = str(report(found, "Collège fictif", DAY).blocks).replace("’", "'")
        assert ("sont d'abord ceux d'un même cycle" in text) == shown
        return shown

    assert [said(30, 30, 30, 30), said(4, 30, 30, 30)] == [False, True]


def test_the_file_of_indicators_says_a_range_or_caché_and_never_an_empty_count() -> None:
    table, found = public_table(published(*ALL_WAYS)), published(*ALL_WAYS).table
    near = found["au_plus"].notna() & found["effectif"].isna()
    assert (table["effectif"] == "caché").sum() == found["au_plus"].isna().sum()
    assert table["effectif"].str.startswith("entre ").equals(near)
    assert near.any()
    assert table["reponse_en_clair"].str.len().min() > 1
    shares = table["part"].dropna()
    assert (shares == shares.round(4)).all()


def test_levels_are_ranked_by_their_rate_and_not_at_all_while_that_of_one_is_hidden() -> None:
    found = published(*ALL_WAYS)
    of_levels = found.response[(found.response["niveau"] != "ensemble") & (found.response["mode"] == "ensemble")]
    low, high = present(found.lowest_and_highest())
    assert (low.taux, high.taux) == (of_levels["taux"].min(), of_levels["taux"].max())
    assert low.taux < high.taux
    hidden = found.response.copy()
    hidden.loc[of_levels.index[0], "taux"] = pd.NA
    assert replace(found, response=hidden).lowest_and_highest() is None
