"""La salle s'ouvre, se trouble, se ferme, se rouvre : rien ne reste derrière elle, et chacun retrouve son travail."""

import json
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
import requests
from hub.attacks import EXERCISE
from hub.rooms import MODULE, OpenRoom, open_folder, released_session, within

from app.room.settings import VARIABLE
from liaison.training.hand_in.open_room import why_cut

pytestmark = pytest.mark.slow
WAITS = "ce qui en reste se ferme"


@pytest.fixture
def room() -> Iterator[OpenRoom]:
    with open_folder() as folder:
        codes = released_session(folder / "seance", 1)
        opened = OpenRoom(folder / "seance", codes=codes)
        yield opened
        opened.close()


def answers(room: OpenRoom) -> bool:
    try:
        return room.visitor("personne").get("/hub/login").ok
    except requests.ConnectionError:
        return False


def at_work(room: OpenRoom) -> list[psutil.Process]:
    """Somebody at their place, with a kernel; every process that this makes."""
    visitor = room.visitor(room.codes[0])
    visitor.enter()
    visitor.take_place()
    assert visitor.get(EXERCISE).ok
    (room.space(visitor.name) / MODULE / "reponses.json").write_text('{"garde": true}', encoding="utf-8")
    family = room.family()
    names = " ".join(word for process in family for word in process.cmdline())
    for wanted in ("jupyterhub.singleuser", "ipykernel", "configurable-http-proxy"):
        assert wanted in names
    return family


def left(family: list[psutil.Process]) -> list[str]:
    _gone, alive = psutil.wait_procs(family, timeout=5)
    return [" ".join(process.cmdline()) for process in alive if process.is_running()]


def test_ctrl_c_leaves_no_process_and_the_next_opening_finds_everything(room: OpenRoom) -> None:
    family = at_work(room)
    again = room.trainer.liaison("session", "hub", str(room.folder), "--ipv4", "127.0.0.1", check=False)
    assert again.returncode == 2
    assert "déjà ouverte pour cette séance" in again.stderr
    assert again.stderr.endswith(f"kill {room.process.pid}\n")  # for whoever has lost its window

    relay = int((room.folder / "salle" / "hub" / "relais.pid").read_text())
    psutil.Process(relay).kill()
    assert within(30, lambda: "il est relancé" in room.said)
    assert within(20, lambda: answers(room))
    family += room.family()

    assert room.close((signal.SIGINT, signal.SIGINT)) == 0  # pressed twice, as people do
    assert left(family) == []
    assert "Le travail de chacun est gardé" in room.said
    assert "Traceback" not in room.said

    opened = OpenRoom(room.folder)
    try:
        assert opened.access == room.access
        visitor = opened.visitor(room.codes[0])
        visitor.enter()
        visitor.take_place()
        assert json.loads((opened.space(visitor.name) / MODULE / "reponses.json").read_text()) == {"garde": True}
        assert "Ouvrir l’exercice" in visitor.get("place").text
    finally:
        family = opened.family()
        assert opened.close((signal.SIGHUP,)) == 0  # the window is closed
    assert left(family) == []


def test_a_hub_that_falls_is_said_and_takes_everything_with_it(room: OpenRoom) -> None:
    family = at_work(room)
    time.sleep(1.5)  # the room looks at its processes once a second
    hub_of(family).kill()
    assert room.process.wait(60) == 1
    assert left(family) == []
    assert "La salle s’est arrêtée d’elle-même" in room.said
    assert "La salle s’est arrêtée d’elle-même" in (why_cut(room.folder) or "")
    assert "journal.txt" in room.said


def hub_of(family: list[psutil.Process]) -> psutil.Process:
    return next(process for process in family if "jupyterhub_config.py" in " ".join(process.cmdline()))


def test_a_room_whose_front_is_killed_ends_by_itself_and_nothing_is_erased_or_opened_before(room: OpenRoom) -> None:
    family = at_work(room)
    runtimes = {*Path(tempfile.gettempdir()).glob("cdl-*")}
    hub = hub_of(family)
    hub.suspend()  # it has not seen yet, however slow this machine is
    room.process.kill()
    room.process.wait()
    purge = ("session", "purge", str(room.folder), "--now")
    early = room.trainer.liaison(*purge, check=False)
    assert (early.returncode, "finit de se fermer" in early.stderr.replace("\u00a0", " ")) == (2, True)
    assert not (room.folder / "effacement.json").exists()

    def resume() -> None:
        within(60, lambda: opening.exists() and WAITS in opening.read_text(encoding="utf-8"))
        hub.resume()

    opening = room.output
    opening.unlink()
    threading.Thread(target=resume, daemon=True).start()
    opened = OpenRoom(room.folder, "--port", room.base.rpartition(":")[2])
    try:
        assert WAITS in opened.said
        assert opened.base == room.base
        assert left(family) == []
        assert runtimes - {*Path(tempfile.gettempdir()).glob("cdl-*")}
    finally:
        assert opened.close() == 0
    assert json.loads((opened.space(room.codes[0]) / MODULE / "reponses.json").read_text()) == {"garde": True}
    late = room.trainer.liaison(*purge)
    assert "aucun nom n'a été cherché" in late.stdout.replace("\u00a0", " ")


def test_a_room_whose_front_and_hub_are_killed_has_nothing_left_a_few_seconds_later(room: OpenRoom) -> None:
    family = at_work(room)
    hub = hub_of(family)  # before: a program that was killed has no more name to be known by
    runtime = Path(json.loads(hub.environ()[VARIABLE])["runtime"])
    room.process.kill()
    hub.kill()
    room.process.wait()
    assert left(family) == []
    assert (runtime / "relais.json").exists()  # nobody is there to remove it
    opened = OpenRoom(room.folder, "--port", room.base.rpartition(":")[2])
    try:
        assert not runtime.exists()
    finally:
        assert opened.close() == 0


def test_the_number_of_a_relay_that_was_killed_ends_no_other_program(room: OpenRoom) -> None:
    room.close()
    # Of the account that opens the room: it may end it.
    other = subprocess.Popen([*room.trainer.prefix, "sleep", "600"])
    try:
        (room.folder / "salle" / "hub" / "relais.pid").write_text(str(other.pid))
        assert OpenRoom(room.folder).close() == 0
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()
