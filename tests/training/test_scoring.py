"""Marks: a pure function of the answers, bounded, that never falls when more is right."""

from itertools import combinations, permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.messaging.policy.policy import load_policy, preset_names
from liaison.messaging.policy_question import PolicyQuestion
from liaison.questions.common import Matching, Multiple, Number, Ordering, Single, Text
from liaison.training.exercise.answers import Attempted, ExerciseAnswers
from liaison.training.exercise.consequences import missed
from liaison.training.exercise.definition import Question, exercise
from liaison.training.exercise.scoring import mark, mark_all, points_of_conditions, solution
from strategies import policies

COURSE = exercise("01_messagerie_ent")
POLICIES = [question for question in COURSE.questions if isinstance(question, PolicyQuestion)]
AUTOMATIC = [question for question in COURSE.questions if not question.by_hand]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def answers(values: dict[str, object]) -> ExerciseAnswers:
    entries = {name: Attempted(attempts=1, first=value, last=value) for name, value in values.items()}
    return ExerciseAnswers(exercise=COURSE.id, edition=COURSE.edition, answers=entries)


def fitting(question: Question) -> st.SearchStrategy[Any]:
    """Any answer that the question accepts."""
    match question:
        case Single():
            return st.sampled_from([choice.id for choice in question.choices])
        case Multiple():
            return st.lists(st.sampled_from([choice.id for choice in question.choices]), unique=True)
        case Ordering():
            return st.permutations([item.id for item in question.items])
        case Matching():
            right = st.sampled_from([item.id for item in question.right])
            return st.dictionaries(st.sampled_from([item.id for item in question.left]), right)
        case Number():
            unit = st.sampled_from([unit.id for unit in question.units])
            finite = st.floats(allow_nan=False, allow_infinity=False)
            return st.fixed_dictionaries({"value": finite | st.integers(-100, 100), "unit": unit})
        case Text():
            return st.text(max_size=50)
        case PolicyQuestion():
            named = st.sampled_from(preset_names()).map(load_policy)
            return (named | policies()).map(lambda policy: policy.model_dump(mode="json"))
    raise AssertionError(f"aucune réponse n'est tirée pour une question de genre {type(question).__name__}")


@pytest.mark.parametrize("question", COURSE.questions, ids=lambda one: one.id)
def test_the_solution_earns_full_marks_and_no_answer_earns_nothing(question: Question) -> None:
    done, empty = mark(question, solution(question)), mark(question, None)
    if question.by_hand:
        assert (done.points, empty.points) == (None, None)
    else:
        assert done.right
        assert (done.points, empty.points) == (question.points, 0)
    assert done.fault is None


def test_a_whole_solution_and_a_whole_empty_copy() -> None:
    whole = mark_all(COURSE, answers({question.id: solution(question) for question in COURSE.questions}))
    by_hand = sum(question.points for question in COURSE.questions if question.by_hand)
    assert (whole.points, whole.max_points) == (COURSE.points - by_hand, COURSE.points)
    assert whole.to_mark == ("message_clair", "premier_changement")
    assert mark_all(COURSE, answers({})).points == 0


@pytest.mark.parametrize("question", AUTOMATIC, ids=lambda one: one.id)
def test_a_mark_is_between_nothing_and_full_marks_and_the_same_twice(question: Question) -> None:
    @settings(max_examples=40, deadline=None)
    @given(fitting(question))
    def holds(value: object) -> None:
        first = mark(question, value)
        assert first.fault is None
        assert first.points is not None
        assert 0 <= first.points <= question.points
        assert first == mark(question, value)

    holds()


@pytest.mark.parametrize("question", COURSE.questions, ids=lambda one: one.id)
def test_whatever_an_answers_file_holds_a_mark_or_a_reason_comes_out(question: Question) -> None:
    @settings(max_examples=60, deadline=None)
    @given(JSON)
    def holds(value: object) -> None:
        marked = mark(question, value)
        assert marked.points is None if question.by_hand else 0 <= (marked.points or 0) <= question.points
        assert marked.fault is None or marked.fault.strip()

    holds()


@pytest.mark.parametrize("question", POLICIES, ids=lambda one: one.id)
def test_one_more_condition_never_lowers_the_mark(question: PolicyQuestion) -> None:
    names = [condition.id for condition in question.conditions]
    compared = 0
    for size in range(len(names)):
        for held in combinations(names, size):
            for more in set(names) - set(held):
                before, after = points_of_conditions(question, set(held)), points_of_conditions(question, {*held, more})
                assert after == before + question.condition(more).points
                compared += 1
    assert compared == len(names) * 2 ** (len(names) - 1)
    assert points_of_conditions(question, set(names)) == question.points


def test_a_wrong_box_takes_away_what_a_right_one_gives() -> None:
    question = COURSE.question("qui_reste_dehors")
    assert mark(question, ["sans_connexion"]).points == 1.5
    assert mark(question, ["sans_connexion", "deux_foyers"]).points == 0
    assert mark(question, ["deux_foyers", "travaille_la_nuit"]).points == 0
    everything = [choice.id for choice in question.choices]  # type: ignore[union-attr]
    assert mark(question, everything).points == 0


def test_an_order_drawn_by_lot_earns_little_and_the_reverse_nothing() -> None:
    question = COURSE.question("qui_sonne_en_premier")
    assert isinstance(question, Ordering)
    earned = [mark(question, list(order)).points or 0 for order in permutations(question.key)]
    assert mark(question, list(reversed(question.key))).points == 0
    assert sum(earned) / len(earned) < question.points / 4
    swapped = [question.key[1], question.key[0], *question.key[2:]]
    told = mark(question, swapped)
    assert told.points == round(question.points * 2 / 3, 3)
    assert "vient avant" in told.feedback[0]


def test_each_wrong_pair_is_named_without_its_answer() -> None:
    question = COURSE.question("loi_ou_charte")
    told = mark(question, {"absence": "reglement", "nuit": "loi", "deconnexion": "loi"})
    assert told.points == 0.5
    wrong = [sentence for sentence in told.feedback if sentence.startswith("À revoir")]
    assert len(wrong) == 2
    assert "20 h" in wrong[0].replace("\u00a0", " ")
    assert "Loi" in wrong[0]
    assert "Circulaire" not in wrong[0]


def test_two_days_are_forty_eight_hours_and_one_day_is_told_why_not() -> None:
    question = COURSE.question("delai_des_notes")
    assert mark(question, {"value": 48, "unit": "heures"}).right
    wrong = mark(question, {"value": 24, "unit": "heures"})
    assert wrong.points == 0
    assert "s'ajoute" in wrong.feedback[0]


@pytest.mark.parametrize("question", POLICIES, ids=lambda one: one.id)
def test_a_condition_that_fails_shows_a_family_that_was_missed(question: PolicyQuestion) -> None:
    start = load_policy(question.start).model_dump(mode="json")
    for condition in question.conditions:
        story = missed(question, start, condition.id)
        assert story is not None
        assert any(event["tone"] == "alerte" for day in story.days for event in day["events"])


def test_the_name_of_a_policy_changes_no_mark() -> None:
    question = POLICIES[0]
    value = load_policy("vie_scolaire").model_dump(mode="json")
    assert mark(question, value) == mark(question, {**value, "name": "Une équipe", "description": "autre"})
    assert mark(question, value).points == 2
