"""La salle s'ouvre, se trouble, se ferme, se rouvre : rien ne reste derrière elle, et chacun retrouve son travail."""

import json
import signal
import time
from collections.abc import Iterator

import psutil
import pytest
import requests
from hub.attacks import EXERCISE
from hub.rooms import MODULE, OpenRoom, open_folder, released_session, within

pytestmark = pytest.mark.slow


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
    hub = next(process for process in family if "jupyterhub_config.py" in " ".join(process.cmdline()))
    hub.kill()
    assert room.process.wait(60) == 1
    assert left(family) == []
    assert "La salle s’est arrêtée d’elle-même" in room.said
    assert "journal.txt" in room.said
