"""What every question has, whoever asks it: a key that is offered, a limit that is one, a unit that is brought back."""

from typing import Any

import pytest
from pydantic import ValidationError

from liaison.questions.common import Number, Quantity, Single
from liaison.questions.setting import Condition

ASKED = {"id": "q", "title": "T", "text": "T", "points": 1, "competence": "lire", "explanation": "E"}
CHOICES = [{"id": one, "label": one, "feedback": one} for one in ("a", "b")]
CONDITION = {"id": "c", "label": "L", "points": 1, "measure": "m", "feedback": "F"}


@pytest.mark.parametrize(("key", "whole"), [("b", True), ("c", False)])
def test_a_key_is_one_of_the_answers_that_are_offered(key: str, whole: bool) -> None:
    asked = {**ASKED, "kind": "single", "choices": CHOICES, "key": key}
    if whole:
        assert Single.model_validate(asked).key == key
    else:
        with pytest.raises(ValidationError, match="n'est pas proposé"):
            Single.model_validate(asked)


@pytest.mark.parametrize("limits", [{}, {"at_most": 1, "at_least": 1}])
def test_a_condition_has_one_limit_neither_none_nor_two(limits: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="l'un des deux"):
        Condition.model_validate({**CONDITION, **limits})


@pytest.mark.parametrize(
    ("limit", "value", "holds"),
    [
        ({"at_most": 2}, 2, True),
        ({"at_most": 2}, 2.1, False),
        ({"at_least": 2}, 2, True),
        ({"at_least": 2}, 1.9, False),
    ],
)
def test_a_condition_holds_at_its_limit_and_not_beyond(limit: dict[str, Any], value: float, holds: bool) -> None:
    assert Condition.model_validate({**CONDITION, **limit}).holds(value) is holds


def test_a_number_is_brought_to_the_first_unit() -> None:
    units = [{"id": "jours", "label": "jours", "factor": 24}, {"id": "heures", "label": "heures", "factor": 1}]
    asked = Number.model_validate(
        {**ASKED, "kind": "number", "units": units, "key": {"value": 2, "unit": "jours"}, "tolerance": 0}
    )
    assert asked.in_first_unit(Quantity(value=48, unit="heures")) == asked.in_first_unit(asked.key) == 2
