"""Les effectifs que donne l'école, ce que pèse une réponse, et les parts pondérées qui ne trahissent rien."""

from typing import Any

import pandas as pd
import pytest
from diagnostic.fictitious_school import ALL_WAYS, population, received

from liaison.diagnostic.answers import answers_from_columns
from liaison.diagnostic.counting.tabulation import coded
from liaison.diagnostic.counting.weights import (
    FamilyCounts,
    PopulationError,
    WeightError,
    compared,
    read_population,
    strata,
)
from liaison.diagnostic.disclosure.merging import merged
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire

QUESTIONNAIRE = family_questionnaire()


def layers(answers: Any, school: FamilyCounts) -> Any:
    """The strata of these answers, in the groups of levels that are told."""
    counted, beside = coded(answers), compared(answers, school)
    how = merged(counted, "niveau", QUESTIONNAIRE, 11, beside.most)
    return strata(beside, how.groups)


def weights_of(answers: Any, school: FamilyCounts) -> Any:
    """How many families each answer stands for."""
    found = layers(answers, school)
    return pd.Series(found.weight[found.place[answers.table["niveau"].cat.codes]], index=answers.table.index)


def of_levels(**counts: Any) -> Any:
    """Answers that only say their level; `aucun` counts those that do not."""
    levels = [None if level == "aucun" else level for level, count in counts.items() for _ in range(count)]
    return answers_from_columns({"niveau": levels, "connexion": ["fixe"] * len(levels)}, QUESTIONNAIRE)


def test_levels_are_read_as_a_school_writes_them_and_a_total_is_checked() -> None:
    found = read_population("niveau;familles\n6e;71\n5ème;51\nTotal;122\n".encode("cp1252"), QUESTIONNAIRE)
    assert dict(found.families) == {"sixieme": 71, "cinquieme": 51}
    assert found.total == 122


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("niveau;effectif\n6e;71\nTotal;72\n", "la ligne de total en dit 72"),
        ("niveau;effectif\n6e;71\n6e;2\n", "ligne 3 : le niveau « 6e » y est deux fois"),
        ("niveau;effectif\n6e;beaucoup\n", "ligne 2 : « beaucoup » n'est pas un nombre"),
        ("niveau;effectif\nmaternelle sup;4\n", "ligne 2 : le niveau « maternelle sup » n'est pas connu"),
        ("classe;effectif\n6e;4\n", "deux colonnes, « niveau » et « familles »"),
        ("niveau;familles\n", "ne compte aucune famille"),
        ("", "deux colonnes"),
    ],
)
def test_numbers_that_do_not_hold_are_refused_with_their_line(text: str, said: str) -> None:
    with pytest.raises(PopulationError) as refusal:
        read_population(text.encode(), QUESTIONNAIRE)
    assert said in str(refusal.value).replace("\u00a0", " ")


def test_each_answer_stands_for_the_families_of_its_level_and_all_add_up_to_the_school() -> None:
    weights = weights_of(of_levels(sixieme=20, cinquieme=40), FamilyCounts({"sixieme": 100, "cinquieme": 60}))
    assert weights.iloc[0] == pytest.approx(5.0)
    assert weights.iloc[-1] == pytest.approx(1.5)
    assert weights.sum() == pytest.approx(160)


def test_a_level_with_ten_answers_is_gathered_with_another_and_eleven_stand_alone() -> None:
    school = FamilyCounts({"sixieme": 100, "cinquieme": 60, "quatrieme": 60})
    alone = layers(of_levels(sixieme=40, cinquieme=40, quatrieme=11), school)
    together = layers(of_levels(sixieme=40, cinquieme=40, quatrieme=10), school)
    assert len(set(alone.place[[5, 6, 7]])) == 3
    assert together.place[6] == together.place[7]
    assert together.weight[together.place[7]] == pytest.approx(120 / 50)


def test_an_answer_without_level_weighs_the_mean() -> None:
    school = FamilyCounts({"sixieme": 100, "cinquieme": 60})
    weights = weights_of(of_levels(sixieme=30, cinquieme=40, aucun=30), school)
    assert weights.iloc[-1] == pytest.approx(160 / 100)
    assert weights.sum() == pytest.approx(160)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"sixieme": 20}, "Personne n'a répondu en 5e"),
        ({"sixieme": 20, "cinquieme": 61}, "(5e : 61 réponses pour 60 familles)"),
        ({"sixieme": 20, "cinquieme": 30, "quatrieme": 12}, "(4e : 12 réponses, nombre de familles absent)"),
        ({"sixieme": 80, "cinquieme": 60, "aucun": 21}, "(161 réponses en tout, pour 160 familles)"),
        ({}, "Aucune réponse"),
    ],
)
def test_answers_that_cannot_stand_for_the_school_are_not_weighted(counts: Any, said: str) -> None:
    with pytest.raises(WeightError) as refusal:
        layers(of_levels(**counts), FamilyCounts({"sixieme": 100, "cinquieme": 60}))
    assert said in str(refusal.value).replace("\u00a0", " ")


@pytest.mark.parametrize("families", ["100001", "99999999999999999999", "9000000000000000000", "9" * 5000])
def test_a_number_of_families_out_of_all_proportion_is_refused_with_its_line(families: Any) -> None:
    text = f"niveau;familles\n5e;{families}\n6e;{families}\n"
    with pytest.raises(PopulationError) as refusal:
        read_population(text.encode(), QUESTIONNAIRE, "mes_effectifs.csv")
    said = str(refusal.value).replace("\u00a0", " ")
    assert said.startswith("« mes_effectifs.csv », ligne 2")
    assert "trop grand pour un nombre de familles (100\u202f000 au plus par niveau)" in said
    assert len(said) < 200


def test_a_number_of_families_at_the_limit_is_read_with_its_zeros_and_a_total_may_be_larger() -> None:
    text = f"niveau;familles\n6e;{'0' * 5000}100000\n5e;100 000\nTotal;200000\n"
    assert read_population(text.encode(), QUESTIONNAIRE).total == 200_000
    with pytest.raises(PopulationError, match="trop grand"):
        read_population(f"niveau;familles\n6e;100\nTotal;{'9' * 5000}\n".encode(), QUESTIONNAIRE)


def test_weights_bring_the_levels_back_to_those_of_the_school() -> None:
    answers = received(*ALL_WAYS)
    weights = weights_of(answers, population())
    by_level = weights.groupby(answers.table["niveau"], observed=True).sum()
    expected = pd.Series(dict(population().families), dtype=float).reindex(by_level.index.astype(str))
    assert by_level.to_numpy() == pytest.approx(expected.to_numpy(), rel=0.02)
