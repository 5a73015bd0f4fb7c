"""Ce qui se lit avec les chiffres : une collecte en ligne est dite, et ce que les silences peuvent changer."""

from dataclasses import replace
from typing import Any

import pytest
from diagnostic.fictitious_school import ALL_WAYS, families, population, published, received, truth

from liaison.diagnostic.answers import answers_from_columns
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.counting.indicators import indicators
from liaison.diagnostic.papers.cautions import WHOLE_ONLY
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire


def said(*ways: Any) -> Any:
    return " ".join(published(*ways).warnings).replace("\u00a0", " ")


def test_an_online_collection_says_what_it_does_not_see() -> None:
    assert "Toutes les réponses sont venues en ligne" in said("en_ligne")
    assert "Proposer aussi le papier et le téléphone" in said("en_ligne")
    assert "en ligne" not in said(*ALL_WAYS)


@pytest.mark.parametrize(("online", "warned"), [(180, True), (179, False)])
def test_nine_answers_in_ten_online_are_an_online_collection_and_fewer_are_not(online: int, warned: bool) -> None:
    modes = ["en_ligne"] * online + ["papier"] * (200 - online)
    found = indicators(answers_from_columns({"mode": modes, "connexion": ["fixe"] * 200}, family_questionnaire()))
    assert any("sont venues" in warning for warning in found.warnings) == warned


def test_the_truth_lies_between_what_the_silent_families_could_say() -> None:
    lacking = int((axes(truth())["equipement"] == "insuffisant").sum())
    counted: Any = published(*ALL_WAYS).question("axe__equipement").set_index("valeur").loc["insuffisant", "effectif"]
    seen = int(counted)
    silent = len(families()) - len(received(*ALL_WAYS))
    assert f"Entre {seen} et {seen + silent} familles sur {len(families())}" in said(*ALL_WAYS)
    assert seen <= lacking <= seen + silent


def test_without_the_number_of_families_it_says_what_is_missing() -> None:
    found = " ".join(indicators(received("en_ligne")).warnings)
    assert "pas de taux de réponse" in found
    assert "les intervalles ne disent rien d'elles" not in found
    assert "pas de taux" not in said("en_ligne")
    assert "les intervalles ne disent rien d'elles" in said("en_ligne")
    assert population().total == len(families())


def test_it_says_that_nothing_is_told_by_group_where_nothing_is() -> None:
    some = received("en_ligne", "papier", "telephone")
    whole = replace(some, table=some.table.head(24))
    assert set(indicators(whole).table["groupe"]) == {"ensemble"}
    assert WHOLE_ONLY in plain(indicators(whole).warnings)
    assert set(indicators(some).table["groupe"]) != {"ensemble"}
    assert WHOLE_ONLY not in plain(indicators(some).warnings)


def plain(sentences: tuple[str, ...]) -> list[str]:
    return [each.replace("\u00a0", " ") for each in sentences]
