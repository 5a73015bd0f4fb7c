"""Le dossier d'une séance suivi en direct : ce qui n'est relu que s'il change, ce qui est coupé, parti, fermé."""

import datetime as dt
import os
from pathlib import Path
from typing import Any

import pytest
from training.a_room import CODES, NAME, SESSION, hand_in, kept, right, write

from liaison.training.board import live as room_module
from liaison.training.board.live import BoardError, LiveBoard, sessions_near
from liaison.training.board.places import places
from liaison.training.board.tables import BoardTable
from liaison.training.exercise.definition import Exercise
from liaison.training.hand_in.room_folders import HOMES, INBOUND
from liaison.training.session.definition import load_session, write_session


def question(found: BoardTable, name: str) -> Any:
    return next(one for one in found.questions if one.id == name)


@pytest.fixture
def session(tmp_path: Path) -> Path:
    write_session(tmp_path, SESSION)
    return tmp_path


def test_a_session_in_which_nobody_has_begun_expects_everybody(session: Path) -> None:
    seen = LiveBoard(session).look()
    assert seen.title == SESSION.title
    assert [one.step for one in seen.tables[NAME].people] == ["absent"] * len(CODES)


def test_only_the_copy_that_changed_is_read_again(session: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for code in CODES[:3]:
        hand_in(session, code, right("message_de_21_heures"))
    room = LiveBoard(session)
    assert room.look().tables[NAME].copies == 3
    read: list[str] = []
    real = room_module.read_answers

    def counted(folder: Path, asked: Exercise, owner: int | None) -> Any:
        read.append(folder.parent.name)
        return real(folder, asked, owner)

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
    room = LiveBoard(session)
    seen = [room.look(at_once=2) for _ in range(4)]
    assert [one.waiting for one in seen] == [3, 1, 0, 0]
    assert [one.tables[NAME].copies for one in seen] == [2, 4, 5, 5]


def test_a_file_being_written_keeps_what_was_read_and_is_taken_when_whole(session: Path) -> None:
    hand_in(session, CODES[0], right("message_de_21_heures"))
    room = LiveBoard(session)
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

    def overtaken(folder: Path, asked: Exercise, owner: int | None) -> Any:
        answers = real(folder, asked, owner)
        file.write_bytes(kept(right("message_de_21_heures", "qui_reste_dehors")))
        return answers

    room = LiveBoard(session)
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
    room = LiveBoard(session)
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

    monkeypatch.setattr(room_module, "reading_of", breaks)
    room = LiveBoard(session)
    room.look()
    person = next(one for one in room.look().tables[NAME].people if one.code == CODES[0])
    assert "ZeroDivisionError" in person.fault


def test_a_link_is_not_followed_in_place_of_answers_or_of_a_person(session: Path, tmp_path: Path) -> None:
    elsewhere = hand_in(tmp_path / "ailleurs", CODES[1], right("message_de_21_heures"))
    folder = session / "submitted" / CODES[0] / NAME
    folder.mkdir(parents=True)
    (folder / "reponses.json").symlink_to(elsewhere)
    (session / "submitted" / CODES[2]).symlink_to(elsewhere.parent.parent, target_is_directory=True)
    room = LiveBoard(session)
    room.look()
    steps = {one.code: one.step for one in room.look().tables[NAME].people}
    assert steps[CODES[0]] == "unreadable"
    assert steps[CODES[2]] == "absent"


def test_a_copy_taken_away_is_no_longer_counted(session: Path) -> None:
    file = hand_in(session, CODES[0], right("message_de_21_heures"))
    room = LiveBoard(session)
    assert room.look().tables[NAME].copies == 1
    file.unlink()
    file.parent.rmdir()
    assert room.look().tables[NAME].at("absent") == len(CODES)


def test_the_most_recent_answers_count_wherever_they_are_and_handing_in_is_remembered(session: Path) -> None:
    handed = hand_in(session, CODES[0], right("message_de_21_heures"))
    os.utime(handed, (1_000_000_000, 1_000_000_000))
    write_session(session, SESSION.model_copy(update={"date": dt.date(2020, 1, 6)}))
    handed_in_from(session, CODES[1], f"{CODES[1]}+{NAME}+2020-01-06 10:00:00 UTC+abc")
    hand_in(session, CODES[0], right("message_de_21_heures", "qui_reste_dehors"), HOMES)
    hand_in(session, f"{CODES[2]}/carnets-de-liaison", right("message_de_21_heures"), HOMES)
    hand_in(session, "formation", right("message_de_21_heures"), HOMES)
    people = {one.code: (one.step, one.answered) for one in LiveBoard(session).look().tables[NAME].people}
    assert people[CODES[0]] == ("handed_in", 2)
    assert people[CODES[1]] == ("handed_in", 1)
    assert people[CODES[2]] == ("started", 1)
    assert people[CODES[3]] == ("absent", 0)
    assert "formation" not in people


def test_a_home_full_of_folders_is_looked_at_no_further_than_an_empty_one(
    session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(session, CODES[0], right("message_de_21_heures"), HOMES)
    looked: list[Path] = []
    seen = Path.lstat

    def noted(path: Path) -> os.stat_result:
        looked.append(path)
        return seen(path)

    monkeypatch.setattr(Path, "lstat", noted)
    folder = load_session(session)
    looked.clear()
    few = len(places(session, [NAME], folder).by_copy), len(looked)
    for number in range(50):
        (session / HOMES / CODES[0] / f"d{number}").mkdir()
    looked.clear()
    assert (len(places(session, [NAME], folder).by_copy), len(looked)) == few
    assert few[0] == 1


@pytest.mark.parametrize(
    "name",
    [
        f"{CODES[2]}+{NAME}+2099-01-01 10:00:00 UTC+abc",
        f"{CODES[2]}+{NAME}+2020-01-05 10:00:00 UTC+abc",
        f"22222+{NAME}+2020-01-06 10:00:00 UTC+abc",
        f"{CODES[2]}+{NAME}+quand je veux",
    ],
)
def test_a_folder_of_the_exchange_that_does_not_hold_is_nobody_s_copy_on_the_board(session: Path, name: str) -> None:
    write_session(session, SESSION.model_copy(update={"date": dt.date(2020, 1, 6)}))
    handed_in_from(session, CODES[2], name)
    table = LiveBoard(session).look().tables[NAME]
    assert table.copies == 0
    assert {one.code for one in table.people} == set(CODES)


def handed_in_from(session: Path, code: str, name: str) -> None:
    """What a place puts in the exchange of the room."""
    (session / HOMES / code).mkdir(parents=True, exist_ok=True)
    inbound = session / INBOUND / name
    inbound.mkdir(parents=True)
    write(inbound, right("message_de_21_heures"))


def test_an_exercise_put_in_a_home_is_nobody_until_an_answer_is_kept_and_hidden_folders_are_not_people(
    session: Path,
) -> None:
    (session / HOMES / CODES[0]).mkdir(parents=True)
    (session / "submitted" / ".corbeille" / NAME).mkdir(parents=True)
    assert places(session, [NAME]).by_copy == {}
    (session / HOMES / CODES[0] / NAME).mkdir()

    def first() -> Any:
        return next(one for one in LiveBoard(session).look().tables[NAME].people if one.code == CODES[0])

    assert (first().step, first().answered) == ("absent", 0)
    write(session / HOMES / CODES[0] / NAME, kept(right("message_de_21_heures")))
    assert (first().step, first().answered) == ("started", 1)


def test_folders_that_may_not_be_opened_are_counted(session: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (session / HOMES / CODES[0]).mkdir(parents=True)
    assert LiveBoard(session).look().closed == 0
    monkeypatch.setattr(os, "access", lambda path, _mode: CODES[0] not in str(path))
    assert LiveBoard(session).look().closed == 1


def test_a_folder_gone_is_said_and_comes_back_with_what_was_read(session: Path, tmp_path: Path) -> None:
    hand_in(session, CODES[0], right("message_de_21_heures"))
    room = LiveBoard(session)
    room.look()
    away = tmp_path.parent / f"{tmp_path.name}-debranche"
    session.rename(away)
    with pytest.raises(BoardError, match="n'est plus là"):
        room.look()
    away.rename(session)
    assert room.look().tables[NAME].copies == 1


def test_a_folder_that_is_no_session_is_refused_and_a_course_of_nbgrader_is_taken(tmp_path: Path) -> None:
    with pytest.raises(BoardError, match="n'est pas le dossier d'une séance"):
        LiveBoard(tmp_path).look()
    hand_in(tmp_path, "Zoé Martin", right("message_de_21_heures"))
    seen = LiveBoard(tmp_path).look()
    assert NAME in seen.tables
    assert [one.expected for one in seen.tables[NAME].people] == [False]


def test_a_session_file_that_does_not_hold_together_is_said_and_one_mended_is_taken(session: Path) -> None:
    room = LiveBoard(session)
    room.look()
    (session / "seance.yaml").write_text("version: 1\ncode: X", encoding="utf-8")
    with pytest.raises(BoardError, match="ne contient pas une séance"):
        room.look()
    write_session(session, SESSION)
    os.utime(session / "seance.yaml", (2_000_000_000, 2_000_000_000))
    assert room.look().title == SESSION.title


def test_names_are_read_only_when_they_are_asked_for(session: Path) -> None:
    (session / "participants.csv").write_text(f"code;nom\n{CODES[0]};Zoé Martin\n", encoding="utf-8")
    room = LiveBoard(session)
    assert "Zoé" not in str(room.look())
    assert room.names() == {CODES[0]: "Zoé Martin"}


def test_sessions_are_found_in_a_folder_in_its_sub_folders_and_in_seances_the_latest_first(tmp_path: Path) -> None:
    for number, name in enumerate(("une", "seances/deux", ".cachee", "trop/loin")):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        os.utime(write_session(folder, SESSION), (number * 1000, number * 1000))
    assert sessions_near(tmp_path) == [tmp_path / "seances" / "deux", tmp_path / "une"]
    assert sessions_near(tmp_path / "rien") == []
