"""Ce que chacun sait d'avance des cases d'une question : une case cachée vaut au moins ce que les autres laissent."""

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from liaison.diagnostic.answers import answers_from_rows
from liaison.diagnostic.counting.tabulation import coded
from liaison.diagnostic.disclosure.foreknown import foreknown
from liaison.diagnostic.questionnaire.item import column_name, question_of
from liaison.diagnostic.questionnaire.questionnaire import NO_ANSWER, family_questionnaire
from liaison.disclosure.joint import Foreknown

QUESTIONNAIRE = family_questionnaire()
QUESTION, ALONE = "atelier", "aucun"
BOXES = ("matin", "apres_midi", "soir", "samedi")
SILENCE = column_name(QUESTION, NO_ANSWER)
Form = frozenset[str]
FORMS = st.lists(
    st.one_of(
        st.just(frozenset[str]()), st.just(frozenset({ALONE})), st.frozensets(st.sampled_from(BOXES), min_size=1)
    ),
    min_size=1,
    max_size=8,
).filter(lambda forms: all(any(box in form for form in forms) for box in (*BOXES, ALONE)))


def box(value: str) -> str:
    return column_name(QUESTION, value)


def bounds(rules: Foreknown, sought: int, seen: dict[int, int]) -> tuple[int, int]:
    """The least and the most that an unknown may be, for who knows these others."""
    low, high = np.zeros(rules.size), np.full(rules.size, np.inf)
    for unknown, count in seen.items():
        low[unknown] = high[unknown] = count
    way = np.zeros(rules.size)
    way[sought] = 1.0
    ends = [
        milp(
            sign * way,
            constraints=LinearConstraint(rules.matrix, rules.low, rules.high),
            bounds=Bounds(low, high),
            integrality=np.ones(rules.size),
        )
        for sign in (1, -1)
    ]
    assert all(end.success for end in ends)
    return round(ends[0].fun), round(-ends[1].fun)


@example([*(frozenset({each}) for each in BOXES), frozenset({ALONE}), *[frozenset({"soir"})] * 3], "soir")
@given(FORMS, st.sampled_from(BOXES))
def test_a_hidden_box_is_at_least_what_the_other_boxes_leave_and_at_most_who_could_tick_it(
    forms: list[Form], hidden: str
) -> None:
    rows = [{box(value): True for value in form} for form in forms]
    counted = coded(answers_from_rows(rows, QUESTIONNAIRE))
    names = [name for name in counted.variables if question_of(name) == QUESTION]
    rules = foreknown(QUESTIONNAIRE, counted, names)
    count = {value: sum(value in form for form in forms) for value in (*BOXES, ALONE)}
    silent = sum(not form for form in forms)
    seen = {rules.place[box(value), 0]: count[value] for value in (*BOXES, ALONE) if value != hidden}
    seen |= {0: len(forms), rules.place[SILENCE, 1]: silent}
    could = len(forms) - silent - count[ALONE]
    left = max(0, could - sum(count[other] for other in BOXES if other != hidden))
    assert bounds(rules, rules.place[box(hidden), 0], seen) == (left, could)
