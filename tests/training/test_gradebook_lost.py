"""Un carnet de notes qui n'est plus là : chaque phrase mène quelque part, et nbgrader le refait."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from training.a_course import COURSE, answered, hand_in
from training.a_session import ANNE, NOON, SESSION, markable_session
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.training.marks.gradebook import grade_course
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionFolder, load_session
from liaison.training.session.making import make_session

BARE = "/usr/bin:/bin"  # a terminal that does not know the environment of the suite
FIRST_DONE = ("results", "grade", "texts", "feedback", "report", "status")


@pytest.fixture
def place(tmp_path: Path) -> SessionFolder:
    """A session that was marked; its names are not erased yet."""
    root = markable_session(tmp_path / "seance")
    hand_in(root, ANNE, answered({"message_de_21_heures": "attend"}))
    assert [copy.refused for copy in grade_course(root, COURSE)] == [None]
    return load_session(root)


def answer(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["session", *words])
    return done.exit_code, " ".join((str(done.exception or "") + done.output).replace("\u00a0", " ").split())


def on(name: str, place: SessionFolder) -> tuple[str, ...]:
    return (name, str(place.root)) if name == "status" else (name, "--session", str(place.root))


def test_no_sentence_sends_to_a_command_that_refuses_once_names_are_erased_and_the_gradebook_is_lost(
    place: SessionFolder,
) -> None:
    purge(place, NOON, early=True)
    assert "liaison session results les sort" in answer(*on("grade", place))[1]
    place.gradebook.unlink()
    for name in FIRST_DONE:
        code, said = answer(*on(name, place))
        assert "gradebook.db" in said, name
        assert "sauvegarde" in said, name
        assert name == "status" or "les noms qu'elle portait reviennent avec, et plus rien ne les cherche" in said, name
        assert not re.findall(r"liaison session \w+|nbgrader generate", said), name
        assert (code == 0) is (name == "status"), name


def test_a_gradebook_that_is_lost_is_made_again_by_the_line_that_the_command_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", BARE)
    (root := tmp_path / "seance").mkdir()
    place = make_session(root, SESSION)
    place.gradebook.unlink()
    code, said = answer(*on("grade", place))
    assert code
    line = shlex.split(said.rpartition(" : ")[2])
    assert Path(line[0]).is_file()
    done = subprocess.run(line, cwd=place.root, capture_output=True, text=True, env={"PATH": BARE, "HOME": "/"})
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr[-500:]
    hand_in(place.root, ANNE, answered({"message_de_21_heures": "attend"}))
    assert answer(*on("grade", place))[0] == 0


def test_an_empty_gradebook_is_told_alike_wherever_the_terminal_looks_for_programs(
    place: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for path in (BARE, f"{Path(sys.executable).parent}:{BARE}"):
        place.gradebook.write_bytes(b"")
        monkeypatch.setenv("PATH", path)
        said.append(answer(*on("grade", place))[1].partition(" Lancer")[0])
    assert said[0] == said[1]
    assert "gradebook.db » n'existe pas, ou est vide." in said[0]
