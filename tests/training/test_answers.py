"""The answers file: attempts counted, the first kept, never half written, and every damage said in French."""

import json
import os
from pathlib import Path

import pytest

from liaison.training.exercise import answers as module
from liaison.training.exercise.answers import (
    ANSWERS_FILE,
    ANSWERS_FORMAT,
    FORMER_FILE,
    ExerciseAnswersError,
    read_answers,
    record_answer,
    set_answers_aside,
)
from liaison.training.exercise.definition import exercise
from liaison.training.exercise.scoring import solution

COURSE = exercise("01_messagerie_ent")
FIRST = {"version": 1, "exercise": COURSE.id, "edition": 1, "answers": {}}


def test_an_answer_is_found_again_with_its_attempts_its_first_and_its_last(tmp_path: Path) -> None:
    for choice in ("perdu", "sonne", "attend"):
        record_answer(tmp_path, COURSE, "message_de_21_heures", choice)
    kept = read_answers(tmp_path, COURSE).of("message_de_21_heures")
    assert kept is not None
    assert (kept.attempts, kept.first, kept.last) == (3, "perdu", "attend")


def test_every_solution_can_be_saved_and_read_again(tmp_path: Path) -> None:
    for question in COURSE.questions:
        record_answer(tmp_path, COURSE, question.id, solution(question))
    found = read_answers(tmp_path, COURSE)
    assert {name: entry.last for name, entry in found.answers.items()} == {
        question.id: solution(question) for question in COURSE.questions
    }
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([ANSWERS_FILE, FORMER_FILE])


def test_the_former_state_is_kept(tmp_path: Path) -> None:
    record_answer(tmp_path, COURSE, "message_de_21_heures", "perdu")
    before = (tmp_path / ANSWERS_FILE).read_bytes()
    assert not (tmp_path / FORMER_FILE).exists()
    record_answer(tmp_path, COURSE, "message_de_21_heures", "attend")
    assert (tmp_path / FORMER_FILE).read_bytes() == before


def test_no_file_is_no_answer(tmp_path: Path) -> None:
    assert read_answers(tmp_path, COURSE).answers == {}


def _fails(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_full_disk_leaves_what_was_there_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    record_answer(tmp_path, COURSE, "message_de_21_heures", "perdu")
    before = (tmp_path / ANSWERS_FILE).read_bytes()
    monkeypatch.setattr(step, _fails)
    with pytest.raises(ExerciseAnswersError, match="sont restées"):
        record_answer(tmp_path, COURSE, "message_de_21_heures", "attend")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {ANSWERS_FILE: before}


def test_a_second_file_that_cannot_be_placed_puts_the_first_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for choice in ("perdu", "sonne"):
        record_answer(tmp_path, COURSE, "message_de_21_heures", choice)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    replace = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if Path(target).name == ANSWERS_FILE:
            raise OSError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(ExerciseAnswersError):
        record_answer(tmp_path, COURSE, "message_de_21_heures", "attend")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("message_de_21_heures", "demain"),
        ("message_de_21_heures", ["attend"]),
        ("message_de_21_heures", None),
        ("qui_reste_dehors", ["sans_connexion", "sans_connexion"]),
        ("qui_reste_dehors", "sans_connexion"),
        ("qui_sonne_en_premier", ["absence", "devoirs"]),
        ("loi_ou_charte", {"absence": "decret"}),
        ("loi_ou_charte", {"cantine": "loi"}),
        ("delai_des_notes", {"value": "deux", "unit": "jours"}),
        ("delai_des_notes", {"value": float("nan"), "unit": "jours"}),
        ("delai_des_notes", {"value": 2, "unit": "lunes"}),
        ("message_clair", "a" * 601),
        ("silence_sans_oubli", {"version": 1}),
        ("silence_sans_oubli", "equilibree"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_and_changes_nothing(
    tmp_path: Path, question: str, value: object
) -> None:
    with pytest.raises(ExerciseAnswersError) as refused:
        record_answer(tmp_path, COURSE, question, value)
    assert "Traceback" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


DAMAGES: dict[str, tuple[bytes, str]] = {
    "cut": (json.dumps(FIRST).encode()[:-9], "coupé"),
    "empty": (b"", "coupé"),
    "not text": (b"\xff\xfe\x00\x01", "coupé"),
    "deep": (b"[" * 200_000, "coupé"),
    "yaml": (b"version: 1\nexercise: a\n", "coupé"),
    "a list": (b"[1, 2]", "ne contient pas"),
    "another version": (json.dumps({**FIRST, "version": 7}).encode(), "version 7"),
    "another exercise": (json.dumps({**FIRST, "exercise": "06_donnees_personnelles"}).encode(), "autre exercice"),
    "no exercise": (b'{"version": 1, "edition": 1}', "manque"),
    "an unknown key": (json.dumps({**FIRST, "note": 20}).encode(), "réglage connu"),
    "attempts by hand": (
        json.dumps({**FIRST, "answers": {"a": {"attempts": -1, "first": 1, "last": 1}}}).encode(),
        "trop petit",
    ),
    "too large": (b" " * (module.LARGEST + 1), "dépasse"),
    "a huge number": (b'{"version": ' + b"9" * 5000 + b"}", "coupé"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_told_left_as_it_is_and_can_be_put_aside(tmp_path: Path, damage: str) -> None:
    content, said = DAMAGES[damage]
    (tmp_path / ANSWERS_FILE).write_bytes(content)
    with pytest.raises(ExerciseAnswersError, match=said):
        read_answers(tmp_path, COURSE)
    with pytest.raises(ExerciseAnswersError, match=said):
        record_answer(tmp_path, COURSE, "message_de_21_heures", "attend")
    assert (tmp_path / ANSWERS_FILE).read_bytes() == content
    aside = set_answers_aside(tmp_path)
    assert aside.read_bytes() == content
    record_answer(tmp_path, COURSE, "message_de_21_heures", "attend")
    assert read_answers(tmp_path, COURSE).last("message_de_21_heures") == "attend"


def test_two_damaged_files_are_both_kept(tmp_path: Path) -> None:
    for content in (b"un", b"deux"):
        (tmp_path / ANSWERS_FILE).write_bytes(content)
        set_answers_aside(tmp_path)
    assert {file.read_bytes() for file in tmp_path.iterdir()} == {b"un", b"deux"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows")
def test_neither_a_link_nor_a_pipe_nor_a_folder_is_read(tmp_path: Path) -> None:
    elsewhere = tmp_path / "ailleurs.json"
    elsewhere.write_text(json.dumps(FIRST), encoding="utf-8")
    file = tmp_path / ANSWERS_FILE
    file.symlink_to(elsewhere)
    with pytest.raises(ExerciseAnswersError, match="lien"):
        read_answers(tmp_path, COURSE)
    file.unlink()
    os.mkfifo(file)
    with pytest.raises(ExerciseAnswersError, match="ordinaire"):
        read_answers(tmp_path, COURSE)
    file.unlink()
    file.mkdir()
    with pytest.raises(ExerciseAnswersError, match="ordinaire"):
        read_answers(tmp_path, COURSE)


def test_the_first_version_still_loads() -> None:
    old = (Path(__file__).parent / "data" / "reponses_v1.json").read_bytes()
    found = module.parse_answers(old, COURSE)
    assert found.last("message_de_21_heures") == "attend"
    assert json.loads(ANSWERS_FORMAT.schema())["properties"]["version"]["const"] == 1
