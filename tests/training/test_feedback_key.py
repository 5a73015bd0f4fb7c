"""What is given back says of the key what the marks say, and no more, whatever was answered."""

import datetime as dt
from collections import defaultdict
from itertools import combinations, permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.documents import Document
from liaison.questions.common import Matching, Multiple, Number, Ordering, Quantity, Single, Text
from liaison.questions.setting import SettingQuestion
from liaison.training.exercise.answers import Attempted, ExerciseAnswers
from liaison.training.exercise.definition import Exercise, Question, exercise, exercise_names
from liaison.training.exercise.scoring import mark, mark_all
from liaison.training.marks.copies import Copy
from liaison.training.marks.feedback import feedback
from widgets.training.question_view import verdict_on

TODAY = dt.date(2026, 11, 27)
SHIPPED = [(name, question) for name in exercise_names() for question in exercise(name).questions]
ASKED = [one for one in SHIPPED if not isinstance(one[1], Text | SettingQuestion)]
SET = [one for one in SHIPPED if isinstance(one[1], SettingQuestion)]
KEYS = 12


def answers_to(question: Question) -> st.SearchStrategy[Any]:
    """Every answer that a question takes, as a file of answers holds it; a key has the same form."""
    match question:
        case Single():
            return st.sampled_from([choice.id for choice in question.choices])
        case Multiple():
            ids = [choice.id for choice in question.choices]
            return st.sampled_from([list(some) for count in range(len(ids)) for some in combinations(ids, count + 1)])
        case Ordering():
            return st.sampled_from([list(order) for order in permutations(item.id for item in question.items)])
        case Matching():
            right = st.sampled_from([item.id for item in question.right])
            return st.fixed_dictionaries({item.id: right for item in question.left})
        case Number():
            values = st.sampled_from([fault.value for fault in question.faults]) | st.integers(0, 500)
            return values.map(lambda value: {"value": value, "unit": question.units[0].id})
    raise TypeError(question.kind)


def some_answers(question: Any) -> list[Any]:
    """An answer or two of a question, one of which is wrong."""
    match question:
        case Single():
            return [choice.id for choice in question.choices]
        case Multiple():
            return [[choice.id] for choice in question.choices]
        case Ordering():
            return [list(reversed(question.key))]
        case Matching():
            return [{item.id: right.id for item in question.left} for right in question.right]
    return [{"value": 9999, "unit": question.units[0].id}]


def with_key(question: Any, key: Any) -> Any:
    """Return the question with another key, which each of its texts tells: an author may write what they please."""
    told = f"La bonne réponse est {key}."
    changes: dict[str, Any] = {"key": Quantity.model_validate(key) if isinstance(question, Number) else key}
    for name in ("choices", "faults"):
        if entries := getattr(question, name, None):
            changes[name] = tuple(one.model_copy(update={"feedback": f"{told} Voilà pourquoi."}) for one in entries)
    return question.model_copy(update={**changes, "explanation": told})


def given_back(name: str, question: Question, first: Any, last: Any) -> tuple[tuple[float | None, ...], Document]:
    """Return the marks of both attempts, and what is given back to who made them."""
    alone: Exercise = exercise(name).model_copy(update={"questions": (question,)})

    def marked(value: Any) -> tuple[float | None, Copy]:
        entry = Attempted(attempts=2, first=first, last=value)
        answers = ExerciseAnswers(exercise=name, edition=alone.edition, answers={question.id: entry})
        result = mark_all(alone, answers)
        return result.questions[question.id].points, Copy("R7K2M", result, answers=answers)

    points, copy = marked(last)
    return (marked(first)[0], points), feedback(alone, copy, {}, TODAY)


@pytest.mark.parametrize(("name", "question"), ASKED, ids=lambda one: getattr(one, "id", ""))
@given(drawn=st.data())
@settings(max_examples=25, deadline=None)
def test_two_keys_that_give_a_wrong_answer_the_same_marks_give_the_same_feedback(
    name: str, question: Question, drawn: st.DataObject
) -> None:
    answers = answers_to(question)
    first, last = drawn.draw(answers), drawn.draw(answers)
    seen: dict[tuple[float | None, ...], list[Document]] = defaultdict(list)
    for key in drawn.draw(st.lists(answers, min_size=KEYS, max_size=KEYS)):
        points, document = given_back(name, with_key(question, key), first, last)
        if points[-1] != question.points:
            seen[points].append(document)
    for documents in seen.values():
        assert all(one == documents[0] for one in documents)


@pytest.mark.parametrize(("name", "question"), ASKED, ids=lambda one: getattr(one, "id", ""))
@given(drawn=st.data())
@settings(max_examples=25, deadline=None)
def test_on_screen_a_first_wrong_answer_is_told_the_same_whichever_key_gives_it_these_marks(
    name: str, question: Question, drawn: st.DataObject
) -> None:
    answers = answers_to(question)
    tried = drawn.draw(answers)
    seen: dict[float | None, list[object]] = defaultdict(list)
    for key in drawn.draw(st.lists(answers, min_size=KEYS, max_size=KEYS)):
        asked = with_key(question, key)
        marked = mark(asked, tried)
        if not marked.right:
            seen[marked.points].append(verdict_on(asked, marked, attempts=1))
    for screens in seen.values():
        assert all(one == screens[0] for one in screens)


@pytest.mark.parametrize(("name", "question"), ASKED, ids=lambda one: getattr(one, "id", ""))
def test_on_screen_what_there_is_to_learn_comes_at_the_second_attempt_and_with_the_right_answer(
    name: str, question: Any
) -> None:
    key = question.key.model_dump() if isinstance(question, Number) else question.key
    other = next(one for one in some_answers(question) if not mark(question, one).right)
    asked = with_key(question, key)
    assert "La bonne réponse est" in str(verdict_on(asked, mark(asked, key), attempts=1))
    assert "La bonne réponse est" in str(verdict_on(asked, mark(asked, other), attempts=2))
    assert "La bonne réponse est" not in str(verdict_on(asked, mark(asked, other), attempts=1))


@pytest.mark.parametrize(("name", "question"), ASKED, ids=lambda one: getattr(one, "id", ""))
def test_a_right_answer_is_told_what_there_is_to_remember(name: str, question: Any) -> None:
    key = question.key.model_dump() if isinstance(question, Number) else question.key
    _, document = given_back(name, with_key(question, key), key, key)
    assert "La bonne réponse est" in document.model_dump_json()


@pytest.mark.parametrize(("name", "question"), SET, ids=lambda one: getattr(one, "id", ""))
def test_settings_are_answered_by_what_they_do_whichever_settings_the_key_holds(name: str, question: Any) -> None:
    tried = question.started().model_dump(mode="json")
    key = question.solved().model_dump(mode="json")
    kept = given_back(name, question, tried, tried)
    assert kept == given_back(name, question.model_copy(update={"key": question.start}), tried, tried)
    assert kept != given_back(name, question, tried, key)
