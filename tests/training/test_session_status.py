"""Where a session stands is told as it is: a copy in which nothing can be marked, texts that nobody counted yet."""

import json
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from training.a_course import COURSE, answered, bare_course, hand_in
from training.a_session import ANNE, BRUNO, CHLOE, DRISS, SESSION
from training.test_texts_to_read import CLEAR
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.exercise.definition import exercise
from liaison.training.session.definition import write_session


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seance")
    bare_course(folder)
    write_session(folder, SESSION)
    return folder


def status(course: Path, *words: str) -> str:
    return CliRunner().invoke(app, ["session", "status", str(course), *words]).stdout.replace("\u00a0", " ")


def copy(course: Path, code: str, content: bytes) -> None:
    folder = course / "submitted" / code / COURSE.id
    folder.mkdir(parents=True)
    (folder / "timestamp.txt").write_text("2026-11-27 12:00:00.000000 UTC\n", encoding="utf-8")
    (folder / ANSWERS_FILE).write_bytes(content)


def test_a_copy_in_which_nothing_can_be_marked_is_not_said_received_and_no_more(course: Path) -> None:
    copy(course, ANNE, json.dumps(answered({CLEAR: "Signez."})).encode())
    copy(course, BRUNO, json.dumps(answered({CLEAR: "  "}) | {"answers": {}}).encode())
    copy(course, CHLOE, b"{")
    said = status(course)
    cells = {line.split("\t")[0]: line.split("\t")[1] for line in said.splitlines() if "\t" in line}
    assert (cells[ANNE], cells[BRUNO], cells[CHLOE]) == ("remise", "remise, mais vide", "remise, mais illisible")
    assert cells[DRISS] == "manque"
    assert f"à demander de nouveau : {BRUNO} ({COURSE.id}), {CHLOE} ({COURSE.id})." in said
    told = json.loads(status(course, "--json"))
    assert told["rien_a_noter"] == {BRUNO: {COURSE.id: "vide"}, CHLOE: {COURSE.id: "illisible"}}
    assert told["copies"][BRUNO] == {COURSE.id: "remise"}


def test_a_copy_that_says_something_is_asked_again_of_nobody(course: Path) -> None:
    copy(course, ANNE, json.dumps(answered({CLEAR: "Signez."})).encode())
    assert "demander de nouveau" not in status(course)


def test_a_gradebook_that_another_program_holds_is_said_where_texts_would_be_counted(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nobody waits five seconds here for who will not let go.
    monkeypatch.setattr(sqlite3.dbapi2, "connect", partial(sqlite3.connect, timeout=0))
    with closing(sqlite3.connect(course / "gradebook.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        [said] = [line for line in status(course).splitlines() if line.startswith("Textes à lire")]
        told = json.loads(status(course, "--json"))
    assert "tenu par un autre programme" in said
    assert told["textes"] is None
    assert "tenu par un autre programme" in told["textes_inconnus"]
    assert json.loads(status(course, "--json"))["textes_inconnus"] is None


def test_texts_are_counted_only_once_copies_are_marked(course: Path) -> None:
    assert "Textes à lire : aucun." in status(course)
    hand_in(course, ANNE, answered({CLEAR: "Signez."}))
    said = status(course)
    assert "0 sur 0" not in said
    assert "Textes à lire : 1 copie en a, et n'est pas encore notée : liaison session grade" in said
    hand_in(course, BRUNO, answered({CLEAR: "Signez."}))
    assert "2 copies en ont, et ne sont pas encore notées" in status(course)
    grade = ["session", "grade", "--session", str(course)]
    CliRunner().invoke(app, grade)
    assert "Textes à lire : 2 sur 2." in status(course)
    hand_in(course, DRISS, answered({CLEAR: "Signez."}))
    assert "Sans compter ceux de 1 copie, pas encore notée : liaison session grade" in status(course)
    CliRunner().invoke(app, grade)
    assert "Textes à lire : 3 sur 3." in status(course)
    assert "pas encore notée" not in status(course)


def test_copies_that_are_not_marked_are_counted_as_copies_be_they_of_one_person(course: Path) -> None:
    other = exercise("03_accompagnement")
    write_session(course, SESSION.model_copy(update={"modules": (COURSE.id, other.id)}))
    hand_in(course, ANNE, answered({CLEAR: "Signez."}))
    text = next(question.id for question in other.questions if question.by_hand)
    folder = course / "submitted" / ANNE / other.id
    folder.mkdir()
    (folder / ANSWERS_FILE).write_text(json.dumps(answered({text: "Appelez."}, other)), encoding="utf-8")
    assert "Textes à lire : 2 copies en ont, et ne sont pas encore notées" in status(course)
    said = CliRunner().invoke(app, ["session", "texts", "--session", str(course)]).stdout.replace("\u00a0", " ")
    assert f"leurs textes n'y sont pas : {ANNE} ({COURSE.id}), {ANNE} ({other.id})." in said
