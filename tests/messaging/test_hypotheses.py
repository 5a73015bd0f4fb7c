"""Les hypothèses se lisent, se changent, se refusent avec une phrase ; elles changent ce qui en dépend."""

import datetime as dt
from pathlib import Path

import pytest

from liaison.messaging.hypotheses import HypothesesError, load_hypotheses, read_hypotheses, with_values
from liaison.messaging.indicators import indicators
from liaison.messaging.policy import load_policy
from liaison.messaging.simulate import Period, simulate
from liaison.rules import RuleError, rule
from liaison.school.generator import school_from

DAY = dt.date(2026, 11, 2)


def test_every_hypothesis_is_of_kind_hypothese_and_says_where_it_comes_from() -> None:
    from liaison.messaging.hypotheses import RULES

    for name in RULES.values():
        found = rule(f"comportement/{name}", DAY)
        assert found.kind == "hypothese"
        assert found.reference.title


def test_there_is_no_hypothesis_before_the_first_date() -> None:
    assert load_hypotheses(dt.date(2026, 9, 1))
    with pytest.raises(RuleError, match="n'a pas de valeur au 31/08/2026"):
        load_hypotheses(dt.date(2026, 8, 31))


def test_one_value_changes_and_the_others_stay() -> None:
    usual = load_hypotheses(DAY)
    changed = with_values(usual, {"reaction": {"ouvre": {"fragile": 0.9}}})
    assert changed.reaction.ouvre["fragile"] == 0.9
    assert changed.reaction.ouvre["autonome"] == usual.reaction.ouvre["autonome"]
    assert changed.model_dump(exclude={"reaction"}) == usual.model_dump(exclude={"reaction"})


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"fatigu": {}}, "« fatigu » n'est pas une hypothèse connue"),
        ({"fatigue": {"pente": 1}}, "« fatigue.pente » n'est pas une hypothèse connue"),
        ({"fatigue": {"baisse": 2}}, "trop grand"),
        ({"fatigue": 3}, "fatigue"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(values: dict[str, object], said: str) -> None:
    with pytest.raises(HypothesesError) as error:
        with_values(load_hypotheses(DAY), values)
    assert said in str(error.value).replace("\u00a0", " ")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"- 1\n- 2\n", b"a: [", b""])
def test_a_damaged_file_is_refused_with_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "hypotheses.yaml"
    path.write_bytes(content)
    with pytest.raises(HypothesesError, match=r"hypotheses\.yaml"):
        read_hypotheses(path, DAY)
    with pytest.raises(HypothesesError, match=r"absent\.yaml"):
        read_hypotheses(tmp_path / "absent.yaml", DAY)


def test_a_better_reaction_informs_more_and_a_worse_one_less() -> None:
    school, policy = school_from("ecole_6_classes", 3), load_policy("equilibree")
    usual = load_hypotheses(DAY)
    informed = [
        indicators(
            simulate(
                school, policy, Period(DAY, 4), 1, with_values(usual, {"reaction": {"ouvre": {"autonome": share}}})
            )
        ).reach.informed
        for share in (0.2, 0.8, 1.0)
    ]
    assert informed == sorted(set(informed))
