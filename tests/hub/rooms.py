"""Une salle ouverte pour un essai : la vraie commande, un vrai JupyterHub, sur 127.0.0.1."""

import datetime as dt
import json
import os
import random
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from hub.visitor import COURSE, Visitor
from ports import free_port

from app.room.places import SUITE
from app.room.relay import install_relay, relay_folder
from app.voila.state import NAME
from liaison.training.exercise.definition import exercise
from liaison.training.session.codes import new_codes
from liaison.training.session.definition import Session, write_session
from liaison.training.session.making import make_session
from liaison.training.session.time_zone import PARIS

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")
MODULE = "01_messagerie_ent"
LIAISON = [sys.executable, "-c", "from app.cli import main; main()"]


def small_session(folder: Path, people: int, seed: int = 5) -> tuple[str, ...]:
    """A session of one module in an empty folder; its participants' codes."""
    code, *codes = new_codes(people + 1, random.Random(seed))
    folder.mkdir(exist_ok=True)
    make_session(folder, the_session(code, codes), {})
    return tuple(codes)


def the_session(code: str, codes: Sequence[str]) -> Session:
    """A session of module 01 today, on the network of a room."""
    today = dt.datetime.now(tz=PARIS).date()
    return Session(
        code=code,
        title="Relier l'école et les familles",
        date=today,
        modules=(MODULE,),
        mode="reseau",
        participants=tuple(codes),
        hand_in_until=dt.datetime.combine(today, dt.time(23, 59)) + dt.timedelta(days=1),
        names_until=today + dt.timedelta(days=30),
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


class Trainer:
    """Whoever opens the room and runs the commands: never an administrator, whom the room refuses.

    Where the tests run as one, an ordinary number that may read the suite wherever it is, and write only what it is
    given.
    """

    NUMBER = 64_321

    def __init__(self, folder: Path) -> None:
        self.prefix: list[str] = []
        self.env: dict[str, str] = {}
        install_relay()
        if os.geteuid() != 0:
            return
        if shutil.which("setpriv") is None:
            pytest.skip("sans setpriv, l'administration ne peut pas se faire un compte ordinaire")
        number, rights = str(self.NUMBER), "+dac_read_search"
        self.prefix = ["setpriv", "--reuid", number, "--regid", number, "--clear-groups"]
        self.prefix += ["--inh-caps", rights, "--ambient-caps", rights]
        home = folder.parent / f"{folder.name}.formation"
        state = home / "etat"
        self.env = {**os.environ, "HOME": str(home), "JUPYTER_DATA_DIR": str(state / "jupyter")}
        if not home.is_dir():
            (state / NAME).mkdir(parents=True)
            (state / NAME / relay_folder().name).symlink_to(relay_folder())
            for path in (home, *home.rglob("*"), folder, *folder.rglob("*")):
                os.chown(path, self.NUMBER, self.NUMBER, follow_symlinks=False)

    def liaison(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """One `liaison` command to its end, as the trainer types it."""
        return liaison(*words, check=check, env=self.env or None, prefix=self.prefix)


class Administrator:
    """Whoever opens a room with `sudo`, from the account of the trainer; accounts of the machine can read the suite.

    Where Python is in a closed folder, as /root is, this command and what it starts see that folder otherwise: open,
    and empty but for what they need.
    """

    def __init__(self, uid: int, gid: int) -> None:
        self.env = {**os.environ, "SUDO_UID": str(uid), "SUDO_GID": str(gid)}
        install_relay()
        needed = {Path(one).resolve() for one in (sys.base_prefix, sys.prefix, SUITE, relay_folder())}
        closed = {
            next((folder for folder in reversed(one.parents) if not folder.stat().st_mode & 0o001), None)
            for one in needed
        } - {None}
        lines = ["set -e", "stage=$(mktemp -d)"]
        inside = sorted(one for one in needed if closed.intersection(one.parents))
        for number, one in enumerate(inside):
            lines += [f"mkdir $stage/{number}", f"mount --bind {shlex.quote(str(one))} $stage/{number}"]
        lines += [f"mount -t tmpfs -o mode=755 tmpfs {shlex.quote(str(folder))}" for folder in closed]
        for number, one in enumerate(inside):
            place = shlex.quote(str(one))
            lines += [f"mkdir -p {place}", f"mount --move $stage/{number} {place}"]
        lines += ["rm -r $stage", 'exec "$@"']
        self.prefix = ["unshare", "--mount", "--propagation", "private", "sh", "-c", "\n".join(lines), "sh"]

    def liaison(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """One `liaison` command to its end, typed after `sudo`."""
        return liaison(*words, check=check, env=self.env, prefix=self.prefix)


def answered() -> str:
    """A file of answers that says something to one question: nothing else is handed in."""
    of = exercise(MODULE)
    given = {of.questions[0].id: {"attempts": 1, "first": "attend", "last": "attend"}}
    return json.dumps({"version": 1, "exercise": of.id, "edition": of.edition, "answers": given})


def within(seconds: float, holds: Callable[[], bool]) -> bool:
    """Whether something comes to hold before that many seconds have passed."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.1)
    return False


@contextmanager
def open_folder(beneath: str | None = None) -> Iterator[Path]:
    """A folder that every account may cross, as /srv is: pytest's own is closed; removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="essai-salle-", dir=beneath))
    try:
        folder.chmod(0o755)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def liaison(
    *words: str, check: bool = True, env: dict[str, str] | None = None, prefix: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """One `liaison` command to its end."""
    done = subprocess.run([*prefix, *LIAISON, *words], capture_output=True, text=True, timeout=180, env=env)
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


class OpenRoom:
    """`liaison session hub` on 127.0.0.1, as a trainer starts it."""

    def __init__(
        self, folder: Path, *words: str, codes: tuple[str, ...] = (), opened_by: Administrator | None = None
    ) -> None:
        self.trainer = opened_by or Trainer(folder)
        self.codes = codes
        self.folder = folder
        self.output = folder.parent / f"{folder.name}.sortie"
        self.output.unlink(missing_ok=True)
        # With everybody under one account, but where an administrator opens it.
        # A port of its own: two rooms of the tests may open at the same instant.
        port = str(free_port())
        arguments = ["session", "hub", str(folder), "--ipv4", "127.0.0.1", "--port", port, *words]
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [*self.trainer.prefix, *LIAISON, *arguments],
                env=self.trainer.env or None,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.base = self._address().rstrip("/")
        self.access = json.loads((folder / "salle" / "acces.json").read_text(encoding="utf-8"))

    def _address(self) -> str:
        deadline = time.monotonic() + 120  # longer than the room itself waits, which then says why
        while time.monotonic() < deadline and self.process.poll() is None:
            # The last thing that it says: by then all is said.
            if "Ctrl-C" in self.said and (found := ADDRESS.search(self.said)):
                return found.group()
            time.sleep(0.1)
        ended = self.process.poll()
        self.process.kill()
        raise AssertionError(f"La salle ne s'est pas ouverte (code {ended}) :\n{self.said}")

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
