"""La salle en direct : ce qui est compté, ce qui n'est relu que s'il change, ce qui peut être projeté."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.a_room import CODES, NAME, REAL, SESSION, SMALL, hand_in, kept, right, write

from liaison.training import room as room_module
from liaison.training.answers import Attempted
from liaison.training.exercise import Exercise, Matching, Ordering, PolicyQuestion
from liaison.training.room import Room, RoomError, sessions_near
from liaison.training.room_outcomes import STATUSES, outcome
from liaison.training.room_places import HOMES, INBOUND, places
from liaison.training.room_tables import Reading, RoomTable, named, projected, room_table
from liaison.training.scoring import solution
from liaison.training.session import write_session

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


def table(count: int, values: dict[str, Any], **more: Any) -> RoomTable:
    return room_table(SMALL, [reading(f"P{number}", values, **more) for number in range(count)])


def question(found: RoomTable, name: str) -> Any:
    return next(one for one in found.questions if one.id == name)


@pytest.fixture
def session(tmp_path: Path) -> Path:
    write_session(tmp_path, SESSION)
    return tmp_path


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
    found = room_table(SMALL, readings)
    assert found.copies == len(room) == len(found.people)
    for asked in found.questions:
        assert asked.answered == sum(asked.now[status] for status in STATUSES if status in asked.now)
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


def test_a_whole_solution_is_right_everywhere_and_leaves_the_texts_to_read() -> None:
    found = room_table(REAL, [reading("P1", {one.id: solution(one) for one in REAL.questions}, REAL)])
    by_hand = {one.id for one in REAL.questions if one.by_hand}
    for asked in found.questions:
        assert asked.now == ({"to_read": 1} if asked.id in by_hand else {"right": 1})
        assert asked.faults == ()
    assert found.people[0].step == "answered"
    assert set(found.people[0].to_read) == by_hand
    assert found.most_missed == ()


def test_the_first_answer_and_the_last_are_counted_apart() -> None:
    asked = SMALL.question("un_seul")
    mended = Reading("P1", False, {"un_seul": outcome(asked, attempted("oui", "non", 2))})
    spoilt = Reading("P2", False, {"un_seul": outcome(asked, attempted("non", "oui", 2))})
    found = question(room_table(SMALL, [mended, spoilt]), "un_seul")
    assert (found.first, found.now) == ({"wrong": 1, "right": 1}, {"right": 1, "wrong": 1})
    assert [(fault.id, fault.first, fault.now) for fault in found.faults] == [("non", 1, 1)]
    assert found.tried_again == 2


def test_the_question_missed_by_most_people_now_comes_first_then_the_one_missed_at_first() -> None:
    asked = SMALL.question("nombre")
    mended = outcome(asked, attempted({"value": 2, "unit": "jours"}, {"value": 7, "unit": "jours"}, 2))
    wrong = reading("P1", {"un_seul": "non", "plusieurs": ["a"]}).outcomes
    other = reading("P2", {"un_seul": "non", "plusieurs": ["a", "b"]}).outcomes
    found = room_table(SMALL, [Reading("P1", False, {**wrong, "nombre": mended}), Reading("P2", False, other)])
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
    found = room_table(SMALL, [reading(f"P{n}", {"nombre": value}) for n, value in enumerate(given_)])
    labels = {fault.label.replace("\u00a0", " "): fault.now for fault in question(found, "nombre").faults}
    assert labels == {"7 (jours)": 1, "un autre nombre": 1, "9 (jours)": 2}


def test_each_person_is_at_one_step_and_what_they_need_is_named() -> None:
    everything = {"un_seul": "oui", "plusieurs": ["a", "b"], "nombre": {"value": 2, "unit": "jours"}, "texte": "Oui."}
    found = room_table(
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
    found = room_table(SMALL, readings).bets
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
    found = projected(room_table(SMALL, again), fewest=5)
    assert found.bets is not None
    assert (found.bets.before, found.bets.after, found.bets.moved, found.again_hidden) == (20, 0, 0, True)
    fifth = [*again[:4], Reading("P4", False, {}, "peu", "beaucoup"), *again[5:]]
    shown = projected(room_table(SMALL, fifth), fewest=5)
    assert shown.bets is not None
    assert (shown.bets.after, shown.bets.moved, shown.again_hidden) == (5, 5, False)


def test_nothing_projected_holds_a_code_a_name_or_a_text_that_was_written() -> None:
    values = {"un_seul": "non", "texte": "Un secret de Zoé."}
    readings = [reading(f"SECRET{n}", values) for n in range(9)]
    readings.append(Reading("SECRET9", True, fault="« reponses.json » est coupé."))
    told = str(projected(room_table(SMALL, readings, expected=["SECRET10"]), fewest=5))
    assert "SECRET" not in told
    assert "Zoé" not in told
    assert "unreadable=1" in told


def test_a_folder_that_the_session_does_not_know_is_a_number_until_names_are_asked_for() -> None:
    people = room_table(SMALL, [reading("Zoé Martin", {})], expected=["R7K2M"]).people
    assert list(named(people, None).values()) == ["R7K2M", "participant 1"]
    assert named(people, {"R7K2M": "Ana Lopes"}) == {"R7K2M": "Ana Lopes", "Zoé Martin": "Zoé Martin"}


# --- a folder that moves --------------------------------------------------------------------------------------


def test_a_session_in_which_nobody_has_begun_expects_everybody(session: Path) -> None:
    seen = Room(session).look()
    assert seen.title == SESSION.title
    assert [one.step for one in seen.tables[NAME].people] == ["absent"] * len(CODES)


def test_only_the_copy_that_changed_is_read_again(session: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for code in CODES[:3]:
        hand_in(session, code, right("message_de_21_heures"))
    room = Room(session)
    assert room.look().tables[NAME].copies == 3
    read: list[str] = []
    real = room_module.read_answers

    def counted(folder: Path, asked: Exercise) -> Any:
        read.append(folder.parent.name)
        return real(folder, asked)

    monkeypatch.setattr(room_module, "read_answers", counted)
    room.look()
    assert read == []
    hand_in(session, CODES[1], right("message_de_21_heures", "qui_reste_dehors"))
    seen = room.look()
    assert read == [CODES[1]]
    assert question(seen.tables[NAME], "qui_reste_dehors").now == {"right": 1}


def test_more_copies_than_one_look_takes_are_read_by_the_next_looks(session: Path) -> None:
    for code in CODES[:5]:
        hand_in(session, code, right("message_de_21_heures"))
    room = Room(session)
    seen = [room.look(at_once=2) for _ in range(4)]
    assert [one.waiting for one in seen] == [3, 1, 0, 0]
    assert [one.tables[NAME].copies for one in seen] == [2, 4, 5, 5]


def test_a_file_being_written_keeps_what_was_read_and_is_taken_when_whole(session: Path) -> None:
    hand_in(session, CODES[0], right("message_de_21_heures"))
    room = Room(session)
    room.look()
    whole = kept(right("message_de_21_heures", "qui_reste_dehors"))
    hand_in(session, CODES[0], whole[: len(whole) // 2])
    seen = room.look()
    assert seen.writing == 1
    assert (seen.tables[NAME].copies, seen.tables[NAME].at("unreadable")) == (1, 0)
    hand_in(session, CODES[0], whole)
    seen = room.look()
    assert seen.writing == 0
    assert question(seen.tables[NAME], "qui_reste_dehors").now == {"right": 1}


def test_a_file_that_moves_while_it_is_read_is_read_again_at_the_next_look(
    session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = hand_in(session, CODES[0], right("message_de_21_heures"))
    real = room_module.read_answers

    def overtaken(folder: Path, asked: Exercise) -> Any:
        answers = real(folder, asked)
        file.write_bytes(kept(right("message_de_21_heures", "qui_reste_dehors")))
        return answers

    room = Room(session)
    monkeypatch.setattr(room_module, "read_answers", overtaken)
    seen = room.look()
    assert (seen.writing, seen.tables[NAME].copies) == (1, 0)
    monkeypatch.setattr(room_module, "read_answers", real)
    assert next(one for one in room.look().tables[NAME].people if one.code == CODES[0]).answered == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"version": 1, "exer', "coupé ou abîmé"),
        (b'{"version": 2, "exercise": "x", "edition": 1}', "version 2"),
        (kept({}).replace(NAME.encode(), b"02_diagnostic_familles"), "un autre exercice"),
        (b" " * 1_000_002, "dépasse 1"),
    ],
)
def test_a_copy_still_damaged_at_the_second_look_says_why_and_stops_nobody(
    session: Path, content: bytes, reason: str
) -> None:
    hand_in(session, CODES[0], content)
    hand_in(session, CODES[1], right("message_de_21_heures"))
    room = Room(session)
    assert room.look().tables[NAME].at("unreadable") == 0
    seen = room.look()
    damaged = next(one for one in seen.tables[NAME].people if one.code == CODES[0])
    assert damaged.step == "unreadable"
    assert reason in damaged.fault.replace("\u00a0", " ")
    assert (seen.writing, seen.tables[NAME].copies) == (0, 1)


def test_what_nobody_foresaw_in_a_copy_is_said_and_the_others_are_read(
    session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(session, CODES[0], right("message_de_21_heures"))

    def breaks(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(room_module, "_reading", breaks)
    room = Room(session)
    room.look()
    person = next(one for one in room.look().tables[NAME].people if one.code == CODES[0])
    assert "ZeroDivisionError" in person.fault


def test_a_link_is_not_followed_in_place_of_answers_or_of_a_person(session: Path, tmp_path: Path) -> None:
    elsewhere = hand_in(tmp_path / "ailleurs", CODES[1], right("message_de_21_heures"))
    folder = session / "submitted" / CODES[0] / NAME
    folder.mkdir(parents=True)
    (folder / "reponses.json").symlink_to(elsewhere)
    (session / "submitted" / CODES[2]).symlink_to(elsewhere.parent.parent, target_is_directory=True)
    room = Room(session)
    room.look()
    steps = {one.code: one.step for one in room.look().tables[NAME].people}
    assert steps[CODES[0]] == "unreadable"
    assert steps[CODES[2]] == "absent"


def test_a_copy_taken_away_is_no_longer_counted(session: Path) -> None:
    file = hand_in(session, CODES[0], right("message_de_21_heures"))
    room = Room(session)
    assert room.look().tables[NAME].copies == 1
    file.unlink()
    file.parent.rmdir()
    assert room.look().tables[NAME].at("absent") == len(CODES)


def test_the_most_recent_answers_count_wherever_they_are_and_handing_in_is_remembered(session: Path) -> None:
    handed = hand_in(session, CODES[0], right("message_de_21_heures"))
    os.utime(handed, (1_000_000_000, 1_000_000_000))
    inbound = session / INBOUND / f"{CODES[1]}+{NAME}+2026-11-26 10:00:00 UTC+abc"
    inbound.mkdir(parents=True)
    write(inbound, right("message_de_21_heures"))
    hand_in(session, CODES[0], right("message_de_21_heures", "qui_reste_dehors"), HOMES)
    hand_in(session, f"{CODES[2]}/carnets-de-liaison", right("message_de_21_heures"), HOMES)
    hand_in(session, "formation", right("message_de_21_heures"), HOMES)
    people = {one.code: (one.step, one.answered) for one in Room(session).look().tables[NAME].people}
    assert people[CODES[0]] == ("handed_in", 2)
    assert people[CODES[1]] == ("handed_in", 1)
    assert people[CODES[2]] == ("started", 1)
    assert people[CODES[3]] == ("absent", 0)
    assert "formation" not in people


def test_a_home_opened_before_its_exercise_is_nobody_yet_and_hidden_folders_are_not_people(session: Path) -> None:
    (session / HOMES / CODES[0]).mkdir(parents=True)
    (session / "submitted" / ".corbeille" / NAME).mkdir(parents=True)
    assert places(session, [NAME]).found == {}
    (session / HOMES / CODES[0] / NAME).mkdir()
    person = next(one for one in Room(session).look().tables[NAME].people if one.code == CODES[0])
    assert (person.step, person.answered) == ("started", 0)


def test_folders_that_may_not_be_opened_are_counted(session: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (session / HOMES / CODES[0]).mkdir(parents=True)
    assert Room(session).look().closed == 0
    monkeypatch.setattr(os, "access", lambda path, _mode: CODES[0] not in str(path))
    assert Room(session).look().closed == 1


def test_a_folder_gone_is_said_and_comes_back_with_what_was_read(session: Path, tmp_path: Path) -> None:
    hand_in(session, CODES[0], right("message_de_21_heures"))
    room = Room(session)
    room.look()
    away = tmp_path.parent / f"{tmp_path.name}-debranche"
    session.rename(away)
    with pytest.raises(RoomError, match="n'est plus là"):
        room.look()
    away.rename(session)
    assert room.look().tables[NAME].copies == 1


def test_a_folder_that_is_no_session_is_refused_and_a_course_of_nbgrader_is_taken(tmp_path: Path) -> None:
    with pytest.raises(RoomError, match="n'est pas le dossier d'une séance"):
        Room(tmp_path).look()
    hand_in(tmp_path, "Zoé Martin", right("message_de_21_heures"))
    seen = Room(tmp_path).look()
    assert NAME in seen.tables
    assert [one.expected for one in seen.tables[NAME].people] == [False]


def test_a_session_file_that_does_not_hold_together_is_said_and_one_mended_is_taken(session: Path) -> None:
    room = Room(session)
    room.look()
    (session / "seance.yaml").write_text("version: 1\ncode: X", encoding="utf-8")
    with pytest.raises(RoomError, match="ne contient pas une séance"):
        room.look()
    write_session(session, SESSION)
    os.utime(session / "seance.yaml", (2_000_000_000, 2_000_000_000))
    assert room.look().title == SESSION.title


def test_names_are_read_only_when_they_are_asked_for(session: Path) -> None:
    (session / "participants.csv").write_text(f"code;nom\n{CODES[0]};Zoé Martin\n", encoding="utf-8")
    room = Room(session)
    assert "Zoé" not in str(room.look())
    assert room.names() == {CODES[0]: "Zoé Martin"}


def test_sessions_are_found_in_a_folder_in_its_sub_folders_and_in_seances_the_latest_first(tmp_path: Path) -> None:
    for number, name in enumerate(("une", "seances/deux", ".cachee", "trop/loin")):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        os.utime(write_session(folder, SESSION), (number * 1000, number * 1000))
    assert sessions_near(tmp_path) == [tmp_path / "seances" / "deux", tmp_path / "une"]
    assert sessions_near(tmp_path / "rien") == []
