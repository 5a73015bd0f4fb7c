"""Ce que la commande refuse : une phrase en français, le code 2, rien d'ouvert."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hub.rooms import MODULE, released_session
from typer.testing import CliRunner

from app.cli.commands import app
from app.room import command as salle
from app.room import course, opening
from app.room.course import CourseError, release
from app.room.network import NetworkError
from app.room.places import Room, lay_out
from app.room.running import last_words
from liaison.training.marks.copies import HANDED_OUT, SECRET
from liaison.training.session.definition import load_session
from widgets.texts import texts


@pytest.fixture
def ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A session whose room could open; the signals of the tests' own process are left alone."""
    monkeypatch.setattr(opening, "relay_command", lambda: ["node", "relais"])
    # The tests' own process stays what it is; what an administrator does is tried in test_two_accounts.py.
    for module in (opening, salle):
        monkeypatch.setattr(module, "trainer_account", lambda _session: None)
    monkeypatch.setattr(salle, "_stop_on_signals", lambda: None)
    released_session(tmp_path / "seance", 1)
    return tmp_path / "seance"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--port", "80"], "entre 1024 et 65535"),
        (["--ipv4", "ailleurs"], "n’est pas une adresse IPv4"),
        (["--ipv4", "192.0.2.55"], "n’est pas une adresse de cet ordinateur"),
    ],
)
def test_what_the_room_refuses_is_one_sentence(
    ready: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert salle.main([str(ready), "--ipv4", "127.0.0.1", *words]) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert len(said.strip().splitlines()) == 1


def test_a_folder_that_is_no_session_is_refused(ready: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert salle.main([str(ready.parent)]) == 2
    assert "n'est pas le dossier d'une séance" in capsys.readouterr().err


def test_an_unknown_option_is_refused_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        salle.main(["--inconnue"])
    assert "Option refusée" in capsys.readouterr().err


def test_a_terminal_without_our_letters_stops_nothing(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "app.room", str(tmp_path)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "n'est pas" in done.stderr.replace("?", "'")
    assert "Traceback" not in done.stdout + done.stderr


def test_a_failure_of_the_network_is_a_refusal_and_not_a_crash(
    ready: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def none(_asked: str | None) -> str:
        raise NetworkError("Cet ordinateur n'est sur aucun réseau.")

    monkeypatch.setattr(opening, "chosen_address", none)
    assert salle.main([str(ready)]) == 2
    assert "aucun réseau" in capsys.readouterr().err


READ_ONLY = "[Errno 30] Read-only file system: 'seance'"


@pytest.mark.parametrize(
    "error", [OSError(errno.EROFS, "Read-only file system"), shutil.Error([("a", "b", READ_ONLY)])]
)
def test_a_folder_that_cannot_be_written_keeps_what_it_held_and_the_room_says_why_in_french(
    ready: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: OSError
) -> None:
    def refused(_room: Room) -> None:
        raise error

    monkeypatch.setattr(opening, "lay_out", refused)
    before = sorted(ready.rglob("*"))
    assert salle.main([str(ready), "--ipv4", "127.0.0.1"]) == 2
    said = capsys.readouterr().err
    assert "ne peut pas être préparé (ce disque est en lecture seule)" in said
    assert "Read-only" not in said
    assert sorted(ready.rglob("*")) == before


def test_an_exercise_that_the_session_does_not_have_is_named(tmp_path: Path) -> None:
    released_session(tmp_path / "seance", 1)
    room = Room(load_session(tmp_path / "seance"))
    lay_out(room)
    outbound = room.exchange / "carnets-de-liaison" / "outbound"
    (outbound / MODULE).rename(outbound / "autre")
    with pytest.raises(CourseError, match=MODULE):
        release(room, None, tmp_path)


@pytest.fixture
def asked_of_nbgrader(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What nbgrader is asked for, which it does not do here."""
    asked: list[str] = []
    monkeypatch.setattr(course, "nbgrader", lambda _room, _trainer, _runtime, *words: asked.append(" ".join(words)))
    return asked


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (f"OSError: {READ_ONLY}\n[NbGrader] done", "ce disque est en lecture seule"),
        ("[App | ERROR] x", "[App | ERROR] x"),
    ],
)
def test_what_the_system_refuses_to_nbgrader_is_said_in_french(
    ready: Path, monkeypatch: pytest.MonkeyPatch, said: str, why: str
) -> None:
    monkeypatch.setattr(
        course.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1, stdout="", stderr=said)
    )
    with pytest.raises(CourseError) as refused:
        course.nbgrader(Room(load_session(ready)), None, ready, "release_feedback", MODULE)
    assert str(refused.value).replace("\u00a0", " ").endswith(f": {why}")


def written_for(session: Path, module: str, page: str) -> None:
    """What `session feedback` writes for one person."""
    folder = session / "feedback" / "code" / module
    folder.mkdir(parents=True)
    (folder / page).touch()
    if page == HANDED_OUT:
        for copy in (folder, session / "submitted" / "code" / module):
            copy.mkdir(parents=True, exist_ok=True)
            (copy / SECRET).write_text("a" * 128, encoding="ascii")


@pytest.mark.parametrize("asked", ["--collect", "--give-back"])
def test_a_room_that_was_never_opened_has_nothing_to_take_or_to_give(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    asked_of_nbgrader: list[str],
    asked: str,
) -> None:
    monkeypatch.setattr(salle, "trainer_account", lambda _session: None)
    released_session(tmp_path / "ma séance", 1)
    shutil.rmtree(tmp_path / "ma séance" / "salle")
    written_for(tmp_path / "ma séance", MODULE, "exercice.html")
    assert salle.main([str(tmp_path / "ma séance"), asked]) == 2
    said = capsys.readouterr().err
    assert "La salle n’a pas encore été ouverte" in said
    assert f"liaison session hub '{tmp_path}/ma séance'" in said
    assert asked_of_nbgrader == []


def test_the_copies_are_taken_and_the_next_command_is_whole(
    ready: Path, capsys: pytest.CaptureFixture[str], asked_of_nbgrader: list[str]
) -> None:
    (ready / "submitted" / "code" / MODULE).mkdir(parents=True)
    (ready / "submitted" / "code" / MODULE / "timestamp.txt").touch()
    assert salle.main([str(ready), "--collect"]) == 0
    command = capsys.readouterr().out.strip().rpartition("Pour noter\u00a0: liaison ")[2]
    assert command == f"session grade --session {ready}"
    assert asked_of_nbgrader == []  # it copies whatever is there, through any link
    # Whatever it then says, it is not that a word of the command is missing.
    assert "n'est pas le dossier d'une séance" not in CliRunner().invoke(app, command.split()).output


def test_what_is_refused_is_named_up_to_a_number_with_the_place_that_put_it(
    ready: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inbound = ready / "salle" / "echange" / "carnets-de-liaison" / "inbound"
    for number in range(salle.TOLD + 3):
        (inbound / f"faux-{number}").mkdir()
    assert salle.main([str(ready), "--collect"]) == 1
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert f"{salle.TOLD + 3} dépôts de l’échange ne sont pas pris" in said
    assert said.count("ce n'est pas une remise") == salle.TOLD
    assert "et 3 autres" in said
    assert salle.main([str(ready), "--collect"]) == 0  # as with a drop: what is new asks for a look


@pytest.mark.parametrize("page", [None, "retour.html"])
def test_without_a_feedback_for_a_copy_of_the_room_nothing_is_said_to_be_given(
    ready: Path, capsys: pytest.CaptureFixture[str], asked_of_nbgrader: list[str], page: str | None
) -> None:
    if page:
        written_for(ready, MODULE, page)  # for a copy that came on a stick
    assert salle.main([str(ready), "--give-back"]) == 2
    said = capsys.readouterr()
    assert f"liaison session feedback --session {ready}" in said.err
    assert "à la disposition" not in said.out
    assert asked_of_nbgrader == []


def test_what_is_written_is_given_and_the_button_has_the_name_that_people_read(
    ready: Path, capsys: pytest.CaptureFixture[str], asked_of_nbgrader: list[str]
) -> None:
    written_for(ready, MODULE, "exercice.html")
    assert salle.main([str(ready), "--give-back"]) == 0
    said = capsys.readouterr().out.replace("\u00a0", " ")
    button = texts("room")("room-prendre-retour")
    assert f"bouton « {button} »" in said
    assert "Fetch" not in said
    assert asked_of_nbgrader == [f"release_feedback {MODULE}"]


def test_the_command_does_one_thing_at_a_time() -> None:
    runner = CliRunner()
    assert "Il manque le dossier" in runner.invoke(app, ["session", "hub"]).output
    both = runner.invoke(app, ["session", "hub", "x", "--collect", "--give-back"])
    assert both.exit_code == 2
    assert "Une chose à la fois" in both.output


@pytest.mark.parametrize(("journal", "expected"), [(None, ""), ("", ""), ("un\n  deux  \n\n", "deux")])
def test_the_last_words_of_the_hub_are_told(tmp_path: Path, journal: str | None, expected: str) -> None:
    if journal is not None:
        (tmp_path / "journal.txt").write_text(journal, encoding="utf-8")
    assert last_words(tmp_path / "journal.txt") == expected
