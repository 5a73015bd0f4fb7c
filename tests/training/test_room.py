"""La salle en direct : ce qui est compté pour chacun et chaque question, et ce qui peut être projeté."""

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from narrowing import present
from training.a_room import REAL, SMALL

from liaison.messaging.policy_question import PolicyQuestion
from liaison.questions.common import Matching, Ordering
from liaison.training.board.outcomes import Status, outcome
from liaison.training.board.tables import BoardTable, Reading, board_table, named, projected
from liaison.training.exercise.answers import Attempted
from liaison.training.exercise.definition import Exercise, exercise, exercise_names
from liaison.training.exercise.scoring import solution

VALUES: dict[str, list[Any]] = {
    "un_seul": ["oui", "non", "inconnu", 3, None],
    "plusieurs": [["a", "b"], ["a"], ["c"], ["a", "b", "c"], ["a", "a"], "a"],
    "nombre": [{"value": n, "unit": u} for n in (2, 7, 14) for u in ("jours", "semaines", "ans")],
    "texte": ["Bonjour.", "", "x" * 900],
}


def attempted(last: Any, first: Any = ..., attempts: int = 1) -> Attempted:
    return Attempted(attempts=attempts, first=last if first is ... else first, last=last)


def reading(code: str, values: dict[str, Any], asked: Exercise = SMALL, **more: Any) -> Reading:
    found = {name: outcome(asked.question(name), attempted(value)) for name, value in values.items()}
    return Reading(code, more.pop("handed_in", False), {name: one for name, one in found.items() if one}, **more)


def table(count: int, values: dict[str, Any], **more: Any) -> BoardTable:
    return board_table(SMALL, [reading(f"P{number}", values, **more) for number in range(count)])


def question(found: BoardTable, name: str) -> Any:
    return next(one for one in found.questions if one.id == name)


# --- what is counted ------------------------------------------------------------------------------------------


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(sorted(VALUES)),
            st.tuples(st.integers(0, 8), st.integers(0, 8), st.integers(1, 4)),
        ),
        max_size=12,
    )
)
def test_every_copy_is_counted_once_for_each_question_whatever_it_holds(room: list[dict[str, Any]]) -> None:
    readings = []
    for number, given_ in enumerate(room):
        outcomes = {}
        for name, (first, last, attempts) in given_.items():
            values = VALUES[name]
            one = outcome(
                SMALL.question(name),
                attempted(values[last % len(values)], values[first % len(values)], attempts),
            )
            if one:
                outcomes[name] = one
        readings.append(Reading(f"P{number}", False, outcomes))
    found = board_table(SMALL, readings)
    assert found.copies == len(room) == len(found.people)
    for asked in found.questions:
        assert asked.answered == sum(asked.now[status] for status in get_args(Status) if status in asked.now)
        assert asked.answered == sum(asked.first.values())
        assert asked.answered + asked.missing == len(room)
        assert asked.missed <= asked.answered
        for fault in asked.faults:
            assert (fault.now <= asked.missed, fault.first <= asked.missed_at_first) == (True, True)
            assert fault.now + fault.first > 0
        # Somebody who misses a question has something wrong to show for it.
        assert bool(asked.missed + asked.missed_at_first) == bool(asked.faults)
    answered = sum(asked.answered for asked in found.questions)
    assert sum(person.answered for person in found.people) == answered
    assert all(person.answered + len(person.unanswered) == len(SMALL.questions) for person in found.people)


@pytest.mark.parametrize("name", exercise_names())
def test_a_whole_solution_is_right_everywhere_and_leaves_the_texts_to_read(name: str) -> None:
    asked_of = exercise(name)
    found = board_table(asked_of, [reading("P1", {one.id: solution(one) for one in asked_of.questions}, asked_of)])
    by_hand = {one.id for one in asked_of.questions if one.by_hand}
    for asked in found.questions:
        assert asked.now == ({"to_read": 1} if asked.id in by_hand else {"right": 1})
        assert asked.faults == ()
    assert found.people[0].step == "answered"
    assert set(found.people[0].to_read) == by_hand
    assert found.most_missed == ()


def test_the_first_answer_and_the_last_are_counted_apart() -> None:
    asked = SMALL.question("un_seul")
    mended = Reading("P1", False, {"un_seul": present(outcome(asked, attempted("oui", "non", 2)))})
    spoilt = Reading("P2", False, {"un_seul": present(outcome(asked, attempted("non", "oui", 2)))})
    found = question(board_table(SMALL, [mended, spoilt]), "un_seul")
    assert (found.first, found.now) == ({"wrong": 1, "right": 1}, {"right": 1, "wrong": 1})
    assert [(fault.id, fault.first, fault.now) for fault in found.faults] == [("non", 1, 1)]
    assert found.tried_again == 2


def test_the_question_missed_by_most_people_now_comes_first_then_the_one_missed_at_first() -> None:
    asked = SMALL.question("nombre")
    mended = outcome(asked, attempted({"value": 2, "unit": "jours"}, {"value": 7, "unit": "jours"}, 2))
    wrong = reading("P1", {"un_seul": "non", "plusieurs": ["a"]}).outcomes
    other = reading("P2", {"un_seul": "non", "plusieurs": ["a", "b"]}).outcomes
    found = board_table(
        SMALL, [Reading("P1", False, {**wrong, "nombre": present(mended)}), Reading("P2", False, other)]
    )
    assert [one.id for one in found.most_missed] == ["un_seul", "plusieurs", "nombre"]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("un_seul", "non", ["Non."]),
        ("plusieurs", ["a", "c"], ["Coché : C", "Pas coché : B"]),
        ("plusieurs", ["a"], ["Pas coché : B"]),
        ("nombre", {"value": 1, "unit": "semaines"}, ["1 (semaines)"]),
        ("un_seul", "oui", []),
        ("un_seul", "inconnu", []),
        ("texte", "Bonjour.", []),
    ],
)
def test_what_was_answered_wrong_is_told_in_the_words_of_the_exercise(name: str, value: Any, said: list[str]) -> None:
    found = outcome(SMALL.question(name), attempted(value))
    assert found is not None
    assert [fault.label.replace("\u00a0", " ") for fault in found.now_faults] == said


def test_pairs_lines_and_conditions_that_are_wrong_are_told_one_by_one() -> None:
    order = next(one for one in REAL.questions if isinstance(one, Ordering))
    swapped = [order.key[1], order.key[0], *order.key[2:]]
    found = outcome(order, attempted(swapped))
    assert found is not None
    assert [fault.id for fault in found.now_faults] == [f"{order.key[0]}>{order.key[1]}"]
    pairs = next(one for one in REAL.questions if isinstance(one, Matching))
    one_missing = dict(list(pairs.key.items())[1:])
    found = outcome(pairs, attempted(one_missing))
    assert found is not None
    assert [fault.label.endswith("pas de choix") for fault in found.now_faults] == [True]
    setting = next(one for one in REAL.questions if isinstance(one, PolicyQuestion))
    start = solution(setting.model_copy(update={"key": setting.start}))
    found = outcome(setting, attempted(start))
    assert found is not None
    assert {fault.id for fault in found.now_faults} <= {one.id for one in setting.conditions}
    assert found.now_faults


def test_a_number_that_one_person_alone_gave_is_not_repeated_and_one_that_two_gave_is() -> None:
    given_ = [{"value": value, "unit": "jours"} for value in (7, 12345, 9, 9)]
    found = board_table(SMALL, [reading(f"P{n}", {"nombre": value}) for n, value in enumerate(given_)])
    labels = {fault.label.replace("\u00a0", " "): fault.now for fault in question(found, "nombre").faults}
    assert labels == {"7 (jours)": 1, "un autre nombre": 1, "9 (jours)": 2}


def test_each_person_is_at_one_step_and_what_they_need_is_named() -> None:
    everything = {"un_seul": "oui", "plusieurs": ["a", "b"], "nombre": {"value": 2, "unit": "jours"}, "texte": "Oui."}
    found = board_table(
        SMALL,
        [
            reading("B", {"un_seul": "non"}),
            reading("C", everything),
            reading("D", everything, handed_in=True),
            Reading("E", True, fault="« reponses.json » est coupé."),
        ],
        expected=["A", "B", "C", "D"],
    )
    assert [(one.code, one.step) for one in found.people] == [
        ("A", "absent"),
        ("B", "started"),
        ("C", "answered"),
        ("D", "handed_in"),
        ("E", "unreadable"),
    ]
    started = found.people[1]
    assert (started.unanswered, started.to_revise) == (("plusieurs", "nombre", "texte"), ("un_seul",))
    assert found.people[2].to_read == ("texte",)
    assert [one.expected for one in found.people] == [True, True, True, True, False]
    assert found.copies == 3


def test_bets_are_counted_before_and_after_with_those_who_changed_their_mind() -> None:
    bets = [("peu", "beaucoup"), ("peu", "peu"), ("peu", None), (None, None)]
    readings = [Reading(f"P{n}", False, {}, before, after) for n, (before, after) in enumerate(bets)]
    found = board_table(SMALL, readings).bets
    assert found is not None
    assert [(line.label, line.before, line.again_before, line.after) for line in found.lines] == [
        ("Peu", 3, 2, 1),
        ("Beaucoup", 0, 0, 1),
    ]
    assert (found.before, found.after, found.moved) == (3, 2, 1)


# --- what may be projected ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "shown"), [(4, False), (5, True)])
def test_who_is_wrong_is_projected_from_five_answers_and_not_from_four(count: int, shown: bool) -> None:
    found = projected(table(count, {"un_seul": "non"}, bet_before="peu", bet_after="peu"), fewest=5)
    first = found.questions[0]
    assert (first.answered, first.copies) == (count, count)
    assert (first.now == {"wrong": count}, first.faults is not None) == (shown, shown)
    assert (found.bets is not None, found.bets_hidden, found.again_hidden) == (shown, not shown, not shown)


def test_four_second_bets_among_twenty_wait_for_a_fifth() -> None:
    again = [Reading(f"P{n}", False, {}, "peu", "beaucoup" if n < 4 else None) for n in range(20)]
    found = projected(board_table(SMALL, again), fewest=5)
    assert found.bets is not None
    assert (found.bets.before, found.bets.after, found.bets.moved, found.again_hidden) == (20, 0, 0, True)
    fifth = [*again[:4], Reading("P4", False, {}, "peu", "beaucoup"), *again[5:]]
    shown = projected(board_table(SMALL, fifth), fewest=5)
    assert shown.bets is not None
    assert (shown.bets.after, shown.bets.moved, shown.again_hidden) == (5, 5, False)


def test_nothing_projected_holds_a_code_a_name_or_a_text_that_was_written() -> None:
    values = {"un_seul": "non", "texte": "Un secret de Zoé."}
    readings = [reading(f"SECRET{n}", values) for n in range(9)]
    readings.append(Reading("SECRET9", True, fault="« reponses.json » est coupé."))
    told = str(projected(board_table(SMALL, readings, expected=["SECRET10"]), fewest=5))
    assert "SECRET" not in told
    assert "Zoé" not in told
    assert "unreadable=1" in told


def test_a_folder_that_the_session_does_not_know_is_a_number_until_names_are_asked_for() -> None:
    people = board_table(SMALL, [reading("Zoé Martin", {})], expected=["R7K2M"]).people
    assert list(named(people, None).values()) == ["R7K2M", "participant 1"]
    assert named(people, {"R7K2M": "Ana Lopes"}) == {"R7K2M": "Ana Lopes", "Zoé Martin": "Zoé Martin"}
