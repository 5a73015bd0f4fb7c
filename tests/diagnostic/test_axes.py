"""Deux axes, chacun des deux côtés de ses seuils, et jamais de famille placée par une réponse qui manque."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.diagnostic.answers import answers_from_rows
from liaison.diagnostic.counting.axes import EQUIPMENT, SKILLS, axes
from liaison.diagnostic.hypotheses import SkillsAxis
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire

QUESTIONNAIRE = family_questionnaire()
GESTURES = [column.name for column in QUESTIONNAIRE.columns() if column.item.id == "seul"]
ITEMS = {item.id: item for item in QUESTIONNAIRE.items}
DEVICES = ITEMS["appareils"].values


def placed(row: Any, **rules: Any) -> Any:
    return axes(answers_from_rows([row], QUESTIONNAIRE), **rules).iloc[0]


def family(device: str = "ordinateur", **given: Any) -> Any:
    boxes = {f"appareils__{name}": name == device for name in DEVICES}
    return {**boxes, "connexion": "fixe", "partage": "un_enfant", **given}


@pytest.mark.parametrize(
    ("row", "level"),
    [
        (family(), "suffisant"),
        (family("tablette"), "suffisant"),
        (family("smartphone"), "insuffisant"),
        (family("aucun"), "insuffisant"),
        (family(partage="deux_enfants"), "partage"),
        (family(partage="pas_d_appareil"), "insuffisant"),
        (family(connexion="mobile_suffisante"), "suffisant"),
        (family(connexion="mobile_limitee"), "insuffisant"),
        (family(connexion="mobile_limitee", partage="deux_enfants"), "insuffisant"),
    ],
)
def test_each_answer_places_the_equipment(row: Any, level: str) -> None:
    assert placed(row)["equipement"] == level


@pytest.mark.parametrize(
    ("alone", "level"), [(5, "autonome"), (4, "autonome"), (3, "a_accompagner"), (2, "a_accompagner"), (1, "debutant")]
)
def test_the_number_of_gestures_done_alone_places_the_skills(alone: int, level: str) -> None:
    row = {name: "sans_aide" if rank < alone else "avec_aide" for rank, name in enumerate(GESTURES)}
    assert placed(row)["competences"] == level


def test_a_team_has_its_own_thresholds() -> None:
    row = {name: "sans_aide" if rank < 3 else "pas_encore" for rank, name in enumerate(GESTURES)}
    own = SkillsAxis(autonome=3, debutant=0, sans_aide="sans_aide")
    assert placed(row, skills=own)["competences"] == "autonome"


SOME = {
    "connexion": st.sampled_from([*ITEMS["connexion"].values, None]),
    "partage": st.sampled_from([*ITEMS["partage"].values, None]),
    **{name: st.sampled_from([*ITEMS["seul"].values, None]) for name in GESTURES[:3]},
    GESTURES[3]: st.just("sans_aide"),
    GESTURES[4]: st.just("avec_aide"),
}


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries(SOME))
def test_a_family_is_placed_exactly_when_every_answer_it_could_have_given_agrees(row: Any) -> None:
    boxes = {f"appareils__{name}": name == "ordinateur" for name in DEVICES}
    open_to = {
        name: [value] if value else ITEMS["seul" if name in GESTURES else name].values for name, value in row.items()
    }
    complete = [dict(zip(open_to, values, strict=True)) | boxes for values in product(*open_to.values())]
    each = axes(answers_from_rows(complete, QUESTIONNAIRE))
    own = placed(row | boxes)
    for axis, levels in (("equipement", EQUIPMENT), ("competences", SKILLS)):
        possible = set(each[axis])
        assert possible <= set(levels)
        assert (own[axis] in possible) if len(possible) == 1 else own[axis] not in levels
