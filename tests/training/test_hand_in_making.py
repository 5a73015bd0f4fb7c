"""Faire sa remise : ce qui est fait se relit tel quel, et rien n'est à moitié écrit."""

import datetime as dt
import os
import random
from pathlib import Path
from typing import Any

import pytest

from liaison.questions.bet import BET
from liaison.questions.common import Single
from liaison.training.exercise.answers import ANSWERS_FILE, ExerciseAnswersError, record_answer
from liaison.training.exercise.definition import exercise
from liaison.training.hand_in import making as hand_in_making
from liaison.training.hand_in.making import (
    PARTICIPANT_FILE,
    make_hand_in,
    remember_code,
    remembered_code,
    save_hand_in,
)
from liaison.training.hand_in.reading import (
    LARGEST_NOTEBOOK,
    LARGEST_TEAM_FILE,
    HandInError,
    parse_hand_in,
)
from liaison.training.session.codes import new_codes

CODE, OTHER = new_codes(2, random.Random(1))
MESSAGING = exercise("01_messagerie_ent")
NOW = dt.datetime(2026, 11, 26, 10, 30, tzinfo=dt.UTC)


def answered(root: Path, name: str = MESSAGING.id) -> Path:
    folder = root / name
    folder.mkdir()
    question = next(one for one in exercise(name).questions if isinstance(one, Single))
    record_answer(folder, exercise(name), question.id, question.choices[0].id)
    return folder


def test_what_is_handed_in_is_read_back_as_it_was_kept(tmp_path: Path) -> None:
    folder = answered(tmp_path)
    (folder / "exercice.ipynb").write_bytes(b'{"cells": []}')
    made = make_hand_in(folder, MESSAGING, CODE, NOW, {"politique.yaml": b"name: essai\n"})
    read = parse_hand_in(save_hand_in(folder, made).read_bytes(), made.name)
    assert made.name == f"remise-{CODE}.zip"
    assert (read.code, read.made_at, read.ignored) == (CODE, NOW, ())
    assert list(read.modules) == [MESSAGING.id]
    assert read.modules[MESSAGING.id].answers == (folder / ANSWERS_FILE).read_bytes()
    assert read.modules[MESSAGING.id].notebook == b'{"cells": []}'
    assert read.team == {"politique.yaml": b"name: essai\n"}
    # Nothing else was left beside the notebook.
    assert sorted(path.name for path in folder.iterdir()) == ["exercice.ipynb", f"remise-{CODE}.zip", ANSWERS_FILE]


def test_the_same_work_at_the_same_moment_is_the_same_file(tmp_path: Path) -> None:
    folder = answered(tmp_path)
    assert make_hand_in(folder, MESSAGING, CODE, NOW) == make_hand_in(folder, MESSAGING, CODE, NOW)


def test_without_any_answer_nothing_is_made_and_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(HandInError, match="Aucune réponse"):
        make_hand_in(tmp_path, MESSAGING, CODE)
    assert list(tmp_path.iterdir()) == []


def test_a_bet_alone_is_no_answer_and_it_is_said(tmp_path: Path) -> None:
    """The trainer would read « reçue, mais vide », and the person, « C'est prêt »."""
    assert MESSAGING.bet is not None
    record_answer(tmp_path, MESSAGING, BET, MESSAGING.bet.choices[0].id)
    with pytest.raises(HandInError, match="Aucune réponse"):
        make_hand_in(tmp_path, MESSAGING, CODE)
    assert [path.name for path in tmp_path.iterdir()] == [ANSWERS_FILE]


def test_damaged_answers_are_said_and_nothing_is_made(tmp_path: Path) -> None:
    folder = answered(tmp_path)
    (folder / ANSWERS_FILE).write_text('{"version": 1, "ex', encoding="utf-8")
    with pytest.raises(ExerciseAnswersError, match="coupé"):
        make_hand_in(folder, MESSAGING, CODE)


@pytest.mark.parametrize(("remembered", "modules"), [(CODE, 2), (OTHER, 1), (None, 1)])
def test_a_neighbour_is_handed_in_only_under_the_same_code(
    tmp_path: Path, remembered: str | None, modules: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, beside = answered(tmp_path), tmp_path / "99_voisin"
    beside.mkdir()
    neighbour = MESSAGING.model_copy(update={"id": beside.name})
    record_answer(beside, neighbour, "message_de_21_heures", "attend")
    monkeypatch.setattr(hand_in_making, "exercise_names", lambda: [MESSAGING.id, beside.name])
    monkeypatch.setattr(hand_in_making, "exercise", lambda name: neighbour)
    if remembered:
        remember_code(beside, remembered)
    made = make_hand_in(folder, MESSAGING, CODE, NOW)
    assert len(made.modules) == len(parse_hand_in(made.content, made.name).modules) == modules


def test_a_neighbour_whose_answers_are_damaged_is_left_out_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, beside = answered(tmp_path), tmp_path / "99_voisin"
    beside.mkdir()
    monkeypatch.setattr(hand_in_making, "exercise_names", lambda: [beside.name])
    monkeypatch.setattr(hand_in_making, "exercise", lambda name: MESSAGING.model_copy(update={"id": name}))
    (beside / ANSWERS_FILE).write_text("{", encoding="utf-8")
    remember_code(beside, CODE)
    made = make_hand_in(folder, MESSAGING, CODE, NOW)
    assert (made.modules, made.left_out) == ((MESSAGING.id,), (beside.name,))


@pytest.mark.parametrize("what", ["link", "folder", "too large"])
def test_a_notebook_that_cannot_go_stays_and_the_answers_go(tmp_path: Path, what: str) -> None:
    folder = answered(tmp_path)
    notebook = folder / "exercice.ipynb"
    if what == "link":
        (tmp_path / "secret").write_text("secret", encoding="utf-8")
        notebook.symlink_to(tmp_path / "secret")
    elif what == "folder":
        notebook.mkdir()
    else:
        notebook.write_bytes(random.Random(1).randbytes(LARGEST_NOTEBOOK + 1))
    made = make_hand_in(folder, MESSAGING, CODE, NOW)
    assert parse_hand_in(made.content, made.name).modules[MESSAGING.id].notebook is None


def test_what_the_trainer_could_not_open_is_refused_where_it_is_made(tmp_path: Path) -> None:
    with pytest.raises(HandInError, match="trop gros"):
        make_hand_in(answered(tmp_path), MESSAGING, CODE, NOW, {"politique.yaml": b"a" * (LARGEST_TEAM_FILE + 1)})


@pytest.mark.parametrize("fault", ["disk full", "read only"])
def test_when_it_cannot_be_written_the_earlier_one_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    folder = answered(tmp_path)
    earlier = save_hand_in(folder, make_hand_in(folder, MESSAGING, CODE, NOW)).read_bytes()
    made = make_hand_in(folder, MESSAGING, CODE, NOW + dt.timedelta(hours=1))

    def stop(*_: Any) -> None:
        raise OSError(28 if fault == "disk full" else 30, "essai")

    monkeypatch.setattr(os, "fsync" if fault == "disk full" else "replace", stop)
    if fault == "read only":
        monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(HandInError, match="Rien n'a été écrit"):
        save_hand_in(folder, made)
    assert (folder / made.name).read_bytes() == earlier != made.content
    assert sorted(path.name for path in folder.iterdir()) == [made.name, ANSWERS_FILE]


# The code


def test_a_code_is_remembered_until_another_takes_its_place(tmp_path: Path) -> None:
    assert remembered_code(tmp_path) is None
    remember_code(tmp_path, CODE)
    assert remembered_code(tmp_path) == CODE
    remember_code(tmp_path, OTHER)
    assert remembered_code(tmp_path) == OTHER


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"code": "ABCDE"}', f'{{"version": 2, "code": "{CODE}"}}', "\xff", "[" * 999]
)
def test_a_remembered_code_that_cannot_be_read_is_asked_for_again(tmp_path: Path, content: str) -> None:
    (tmp_path / PARTICIPANT_FILE).write_text(content, encoding="latin-1")
    assert remembered_code(tmp_path) is None
