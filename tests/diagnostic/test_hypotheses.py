"""Les suppositions du diagnostic : toutes des règles datées de nature hypothèse, et que le code ne redit pas."""

import datetime as dt

import pytest

from liaison.diagnostic.hypotheses import RULES, load_hypotheses
from liaison.rules import RuleError, rule_file


def test_each_of_them_is_said_to_be_a_hypothesis() -> None:
    assert {rule_file(f"diagnostic/{name}").kind for name in RULES.values()} == {"hypothese"}


def test_what_is_left_to_the_last_choice_is_never_negative() -> None:
    supposed = load_hypotheses().situations
    rows = [*supposed.imprimante.values(), *supposed.lecture.values(), *supposed.aide.values()]
    rows += [*supposed.canal.values(), *supposed.moment.values()]
    rows += [firsts for gestures in supposed.gestes.values() for firsts in gestures.values()]
    assert all(sum(firsts) <= 1 + 1e-9 for firsts in rows)


def test_before_their_first_day_there_is_none() -> None:
    with pytest.raises(RuleError):
        load_hypotheses(dt.date(2024, 1, 1))
