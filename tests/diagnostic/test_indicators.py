"""Ce que le diagnostic dit : des comptes, des parts quand ils sont assez nombreux, et rien de ce qui est caché."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from diagnostic.fictitious_school import ALL_WAYS, population, published, received, truth

from liaison.diagnostic.answers import answers_from_rows, empty_answers
from liaison.diagnostic.counting.indicators import COLUMNS, RESPONSE_COLUMNS, TOGETHER, IndicatorError, indicators
from liaison.diagnostic.counting.weights import FamilyCounts
from liaison.diagnostic.questionnaire.questionnaire import NO_ANSWER, family_questionnaire

QUESTIONNAIRE = family_questionnaire()


def of(levels: Any, connexion: Any = ()) -> Any:
    """Answers by level: so many families each; the first of each level have the connections that are given."""
    rows = []
    for level, count in levels.items():
        rows += [{"niveau": level, "connexion": "fixe", "mode": "papier"} for _ in range(count)]
    for row, value in zip(rows, connexion, strict=False):
        row["connexion"] = value
    return answers_from_rows(rows, QUESTIONNAIRE)


def test_the_two_tables_have_the_columns_that_are_said() -> None:
    found = published(*ALL_WAYS)
    assert tuple(found.table.columns) == COLUMNS
    assert tuple(found.response.columns) == RESPONSE_COLUMNS
    assert found.answers == len(received(*ALL_WAYS))
    assert found.population == population().total


def test_every_count_that_is_shown_is_the_true_one() -> None:
    found, table = published(*ALL_WAYS), received(*ALL_WAYS).table
    checked = 0
    for row in found.table.dropna(subset=["effectif"]).itertuples():
        if row.question not in ("connexion", "partage", "imprimante", "canal"):
            continue
        values = str(row.valeur).split("+")
        own = table if row.groupe == TOGETHER else table[table["niveau"].isin(str(row.groupe).split("+"))]
        mine = own[row.question].isin(values) | (own[row.question].isna() & (NO_ANSWER in values))
        assert row.effectif == mine.sum()
        assert row.reponses == len(own)
        checked += 1
    assert checked > 30


def test_a_count_of_ten_is_hidden_and_its_share_too_and_eleven_is_shown() -> None:
    ten = indicators(of({"sixieme": 60}, ["aucune"] * 10))
    eleven = indicators(of({"sixieme": 60}, ["aucune"] * 11))
    row = ten.question("connexion").set_index("valeur").loc["aucune"]
    assert row["effectif"] is pd.NA
    assert np.isnan(row["part"])
    row = eleven.question("connexion").set_index("valeur").loc["aucune"]
    assert row["effectif"] == 11
    assert row["part"] == pytest.approx(11 / 60)


def test_under_the_threshold_no_share_under_thirty_by_five_points_then_exact() -> None:
    for count, said in ((10, None), (29, 0.4), (30, 11 / 30)):
        found = indicators(of({"sixieme": count, "cinquieme": 40}, ["aucune"] * min(11, count)))
        rows = found.question("connexion", "sixieme").set_index("valeur")["part"]
        if said is None:
            assert rows.isna().all()
        else:
            assert rows["aucune"] == pytest.approx(said)
            low, high = (found.question("connexion", "sixieme").set_index("valeur")[end] for end in ("bas", "haut"))
            assert low["aucune"] < 11 / count < high["aucune"]


def test_too_few_answers_show_nothing_and_say_so() -> None:
    found = indicators(of({"sixieme": 10}), FamilyCounts({"sixieme": 50}))
    assert found.answers is None
    assert found.table["effectif"].isna().all()
    assert found.response["reponses"].isna().all()
    assert found.response["taux"].isna().all()
    assert "Trop peu de réponses" in found.warnings[0]


def test_nobody_at_all_is_said_too() -> None:
    found = indicators(empty_answers(QUESTIONNAIRE), FamilyCounts({"sixieme": 50}))
    assert found.table["part"].isna().all()
    assert any("Aucune réponse" in warning for warning in found.warnings)


def test_response_rates_are_by_level_and_by_way_of_asking() -> None:
    response = published("en_ligne", "telephone").response.set_index(["niveau", "mode"])
    table = received("en_ligne", "telephone").table
    for level, families in population().families.items():
        own = int((table["niveau"] == level).sum())
        assert response.loc[(level, TOGETHER), "reponses"] == own
        assert response.loc[(level, TOGETHER), "taux"] == pytest.approx(own / families)
    phone: Any = response.loc[(TOGETHER, "telephone")]
    assert phone["taux"] == pytest.approx((table["mode"] == "telephone").sum() / population().total)


def test_weighted_shares_are_those_of_a_direct_computation_to_their_rounding() -> None:
    found = published(*ALL_WAYS).table
    table = received(*ALL_WAYS).table
    weight = table["niveau"].astype(str).map(dict(population().families)) / table.groupby(table["niveau"].astype(str))[
        "connexion"
    ].transform("size")
    rows = found[(found["groupe"] == TOGETHER) & found["part_ponderee"].notna()]
    checked = 0
    row: Any
    single = [item.id for item in QUESTIONNAIRE.items if item.kind == "single"]
    for row in rows[rows["question"].isin(single)].itertuples():
        values = row.valeur.split("+")
        mine = table[row.question].isin(values) | (table[row.question].isna() & (NO_ANSWER in values))
        direct = weight[mine.fillna(False)].sum() / weight.sum()
        assert abs(row.part_ponderee - direct) <= 0.025 + 1e-9
        assert row.bas_pondere <= direct <= row.haut_pondere
        checked += 1
    assert checked >= 8


def test_a_weighted_share_is_never_given_finer_than_a_point_nor_beside_a_hidden_count() -> None:
    table = published(*ALL_WAYS).table
    given = table["part_ponderee"].dropna()
    assert len(given) > 10
    assert np.allclose(given * 100, np.round(given * 100))
    assert table.loc[table["effectif"].isna(), "part_ponderee"].isna().all()
    assert table.loc[table["groupe"] != TOGETHER, "part_ponderee"].isna().all()


def test_a_level_where_nobody_answered_stops_weighting_and_is_said() -> None:
    found = indicators(of({"sixieme": 60}), FamilyCounts({"sixieme": 80, "cinquieme": 70}))
    assert found.table["part_ponderee"].isna().all()
    assert "Personne n'a répondu en 5e" in " ".join(found.warnings)
    assert found.response.set_index("niveau").loc["cinquieme", "reponses"] == 0


def without_correction(found: Any, by: str = "niveau") -> Any:
    """Whether the shares of « ensemble » have the intervals of a school whose size is not known."""
    columns = ["bas", "haut"]
    own, plain = (each.table[each.table["groupe"] == TOGETHER] for each in (found, indicators(CROWD, by=by)))
    assert own["part"].notna().any()
    return own[columns].equals(plain[columns])


CROWD = of({"sixieme": 60, "cinquieme": 40}, ["aucune"] * 30)
TOO_FEW = {"sixieme": 80, "cinquieme": 39}
ABSENT = {"sixieme": 80}
WRONG = [(TOO_FEW, "5e : 40 réponses pour 39 familles"), (ABSENT, "5e : 40 réponses, nombre de familles absent")]


@pytest.mark.parametrize("by", ["niveau", "mode", "connexion"])
@pytest.mark.parametrize(("families", "said"), WRONG)
def test_a_level_with_more_answers_than_families_or_without_a_line_gives_no_total_whatever_the_groups(
    families: Any, said: Any, by: str
) -> None:
    found = indicators(CROWD, FamilyCounts(families), by=by)
    warnings = [each.replace("\u00a0", " ") for each in found.warnings]
    assert sum("ne vont pas avec les réponses" in each for each in warnings) == 1
    assert any(said in each for each in warnings)
    assert not any("6e" in each or "n'ont pas répondu" in each for each in warnings)
    assert found.population is None
    assert found.table["part_ponderee"].isna().all()
    assert without_correction(found, by)
    response = found.response.set_index(["niveau", "mode"])
    hidden = response.loc[response.index.isin([("cinquieme", TOGETHER), (TOGETHER, TOGETHER)]), ["familles", "taux"]]
    assert hidden.shape == (2, 2)
    assert hidden.isna().to_numpy().all()
    assert response.loc[("sixieme", TOGETHER), "taux"] == pytest.approx(60 / 80)


@pytest.mark.parametrize("by", ["niveau", "mode"])
def test_as_many_answers_as_families_are_a_full_census_and_not_one_more(by: str) -> None:
    census = indicators(CROWD, FamilyCounts({"sixieme": 60, "cinquieme": 40}), by=by)
    assert not any("ne vont pas" in each for each in census.warnings)
    assert (census.population, census.response["taux"].iloc[-1]) == (100, 1.0)
    one_more = of({"sixieme": 60, "cinquieme": 40, None: 1}, ["aucune"] * 30)
    found = indicators(one_more, FamilyCounts({"sixieme": 60, "cinquieme": 40}), by=by)
    assert "(101 réponses en tout, pour 100 familles)" in found.warnings[0].replace("\u00a0", " ")
    assert found.population is None
    # The family that does not say its level is told with those of 5e.
    levels = found.response[found.response["mode"] == TOGETHER].set_index("niveau")
    assert levels.loc["sixieme", "taux"] == 1.0


def test_a_group_of_which_the_number_is_wrong_has_no_correction_and_another_keeps_its_own() -> None:
    found, plain = (indicators(CROWD, school) for school in (FamilyCounts(TOO_FEW), None))
    ends = ["bas", "haut"]
    for level, same in (("cinquieme", True), ("sixieme", False)):
        own, unknown = (each.question("connexion", level)[ends] for each in (found, plain))
        assert own.equals(unknown) == same


SMALL_LEVELS = of({"sixieme": 60, "cinquieme": 15, "quatrieme": 8}, ["aucune"] * 30)


@pytest.mark.parametrize("by", ["niveau", "mode"])
def test_where_the_answers_of_a_level_are_not_told_alone_its_families_and_rate_are_not_either(by: str) -> None:
    response = indicators(SMALL_LEVELS, FamilyCounts({"sixieme": 80, "cinquieme": 40, "quatrieme": 30}), by=by).response
    levels = response[response["niveau"] != TOGETHER]
    hidden = levels["reponses"].isna()
    apart = set(levels[~hidden]["niveau"])
    assert apart == {"sixieme", "cinquieme+quatrieme"}
    assert levels[hidden][["familles", "taux"]].isna().all(axis=None)
    assert levels[~hidden][["familles", "taux"]].notna().all(axis=None)


@pytest.mark.parametrize("by", ["niveau", "mode"])
@pytest.mark.parametrize("wrong", [{"quatrieme": 7}, {"cinquieme": 14, "quatrieme": 7}, {"cinquieme": 40}])
def test_no_warning_names_a_level_whose_answers_are_not_told_alone(wrong: Any, by: str) -> None:
    found = indicators(SMALL_LEVELS, FamilyCounts({"sixieme": 80, "cinquieme": 40} | wrong), by=by)
    said = " ".join(found.warnings)
    told = set(found.table[(found.table["question"] == "niveau") & found.table["effectif"].notna()]["valeur"])
    secret = [name for level, name in (("cinquieme", "5e"), ("quatrieme", "4e")) if level not in told]
    assert secret
    assert "dans un niveau dont le compte n'est pas publié à part" in said
    assert not any(name in said for name in secret)


def test_a_level_without_answers_is_not_named_where_every_count_is_hidden() -> None:
    found = indicators(of({"sixieme": 21}), FamilyCounts({"sixieme": 30, "cinquieme": 40}))
    assert found.answers == 21
    assert not any("Personne" in each for each in found.warnings)
    found = indicators(of({"sixieme": 22}), FamilyCounts({"sixieme": 30, "cinquieme": 40}))
    assert any("Personne n'a répondu en 5e" in each for each in found.warnings)


def test_nobody_bounds_a_small_level_by_what_he_knows_of_the_number_of_families() -> None:
    # 4e: 8 of 30, told with 5e: from 7 to 22. With 11 in 4e, from 7 to 11: it is told with 6e instead, where many are
    # silent.
    wide = indicators(SMALL_LEVELS, FamilyCounts({"sixieme": 80, "cinquieme": 40, "quatrieme": 30}))
    narrow = indicators(SMALL_LEVELS, FamilyCounts({"sixieme": 80, "cinquieme": 16, "quatrieme": 11}))
    for found, together in ((wide, "cinquieme+quatrieme"), (narrow, "sixieme+quatrieme")):
        assert together in set(found.response["niveau"])
        assert not any("Réunir les petits niveaux" in each for each in found.warnings)


def test_a_level_of_eleven_families_can_be_hidden_from_who_knows_it_and_one_of_ten_is_told() -> None:
    # Told with another level, it has one family at least: from 1 to 11.
    for families, told in ((11, False), (10, True)):
        found = indicators(SMALL_LEVELS, FamilyCounts({"sixieme": 80, "cinquieme": 40, "quatrieme": families}))
        said = [each for each in found.warnings if "Réunir les petits niveaux" in each]
        assert bool(said) == told
        assert "4e" not in " ".join(said)


def test_when_everybody_answered_the_interval_is_the_share() -> None:
    found = indicators(truth(), population())
    rows = found.table[(found.table["groupe"] == TOGETHER) & found.table["part"].notna()]
    assert np.allclose(rows["bas"], rows["part"])
    assert np.allclose(rows["haut"], rows["part"])


def test_groups_put_together_add_up_what_is_shown_and_hide_what_is_hidden_in_one() -> None:
    found = indicators(of({"sixieme": 60, "cinquieme": 60}, ["aucune"] * 10))
    both = found.of_groups(["sixieme", "cinquieme"]).set_index(["question", "valeur"])["effectif"]
    assert both["connexion", "fixe"] is pd.NA
    assert both["mode", "papier"] == 120
    with pytest.raises(IndicatorError, match="cinquieme, sixieme"):
        found.of_groups(["terminale"])


def test_another_variable_makes_the_groups() -> None:
    by_mode = indicators(received(*ALL_WAYS), by="mode")
    assert {"en_ligne", "telephone"} <= set(by_mode.table["groupe"])
    with pytest.raises(IndicatorError, match="taille"):
        indicators(received("en_ligne"), by="taille")
