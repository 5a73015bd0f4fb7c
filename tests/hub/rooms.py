"""Une salle ouverte pour un essai : la vraie commande, un vrai JupyterHub, sur 127.0.0.1."""

import datetime as dt
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import psutil
from hub.visitor import COURSE, Visitor

from liaison.training.session.codes import new_codes
from liaison.training.session.definition import Session, write_session
from liaison.training.session.making import make_session
from widgets.salle.network import free_local_port
from widgets.salle.places import SUITE
from widgets.salle.relay import install_relay

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")
MODULE = "01_messagerie_ent"
LIAISON = [sys.executable, "-c", "from liaison.cli import main; main()"]


def small_session(folder: Path, people: int, seed: int = 5) -> tuple[str, ...]:
    """A session of one module in an empty folder; its participants' codes."""
    code, *codes = new_codes(people + 1, random.Random(seed))
    folder.mkdir(exist_ok=True)
    make_session(folder, the_session(code, codes), {})
    return tuple(codes)


def the_session(code: str, codes: Sequence[str]) -> Session:
    """A session of module 01, on the network of a room."""
    return Session(
        code=code,
        title="Relier l'école et les familles",
        date=dt.date(2026, 11, 27),
        modules=(MODULE,),
        mode="reseau",
        participants=tuple(codes),
        hand_in_until=dt.datetime(2026, 11, 27, 18),
        names_until=dt.date(2026, 12, 31),
    )


def released_session(folder: Path, people: int, seed: int = 5) -> tuple[str, ...]:
    """A session whose exercise is already in the exchange, without gradebook: what doors and places need."""
    code, *codes = new_codes(people + 1, random.Random(seed))
    folder.mkdir(parents=True, exist_ok=True)
    write_session(folder, the_session(code, codes))
    for step in ("outbound", "inbound"):
        (folder / "salle" / "echange" / COURSE / step).mkdir(parents=True)
    exercise = folder / "salle" / "echange" / COURSE / "outbound" / MODULE
    exercise.mkdir()
    for name in ("exercice.ipynb", "scenario.yaml"):
        shutil.copy(SUITE / "notebooks" / MODULE / name, exercise)
    return tuple(codes)


def liaison(*words: str, check: bool = True, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """One `liaison` command to its end."""
    done = subprocess.run([*LIAISON, *words], capture_output=True, text=True, timeout=180, env=env)
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


class OpenRoom:
    """`liaison session hub` on 127.0.0.1, as a trainer starts it."""

    def __init__(self, folder: Path, *words: str, codes: tuple[str, ...] = ()) -> None:
        install_relay()
        self.codes = codes
        self.folder = folder
        self.output = folder.parent / f"{folder.name}.sortie"
        self.output.unlink(missing_ok=True)
        # With everybody under one account: how they are kept apart is tried by itself (test_accounts.py).
        # A port of its own: two rooms of the tests may open at the same instant.
        port = str(free_local_port())
        arguments = ["session", "hub", str(folder), "--address", "127.0.0.1", "--port", port, "--one-account", *words]
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [*LIAISON, *arguments], stdout=output, stderr=subprocess.STDOUT, start_new_session=True
            )
        self.base = self._address().rstrip("/")
        self.access = json.loads((folder / "salle" / "acces.json").read_text(encoding="utf-8"))

    def _address(self) -> str:
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline and self.process.poll() is None:
            # The last thing that it says: by then all is said.
            if "Ctrl-C" in self.said and (found := ADDRESS.search(self.said)):
                return found.group()
            time.sleep(0.1)
        self.process.kill()
        raise AssertionError("La salle ne s'est pas ouverte :\n" + self.said)

    @property
    def said(self) -> str:
        """All that was printed so far."""
        return self.output.read_text(encoding="utf-8") if self.output.exists() else ""

    def family(self) -> list[psutil.Process]:
        """Every process of the room."""
        top = psutil.Process(self.process.pid)
        return [top, *top.children(recursive=True)]

    def visitor(self, name: str, password: str | None = None) -> Visitor:
        """A person by HTTP, who has not come in yet."""
        return Visitor(self.base, name, self.access["room"] if password is None else password)

    def space(self, code: str) -> Path:
        """The folder of a person."""
        return self.folder / "salle" / "espaces" / code

    def close(self, how: Sequence[signal.Signals] = (signal.SIGINT,)) -> int:
        """Close it as Ctrl-C does in a terminal: to every process of the group at once; the exit code."""
        if self.process.poll() is None:
            for number in how:
                os.killpg(self.process.pid, number)
        return self.process.wait(60)
