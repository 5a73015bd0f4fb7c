"""Le programme de la salle, lancé à part du noyau de la page : un noyau qui s'arrête ne ferme pas la salle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping

import psutil

from liaison.base.faults import why
from liaison.base.suite import SUITE
from liaison.training.hand_in.open_room import OpenRoom, leader, read_open_room
from liaison.training.hand_in.room_folders import is_open
from liaison.training.hand_in.room_program import PROGRAM, WITH_SUITE
from liaison.training.session.definition import SessionError, SessionFolder
from liaison.training.session.ownership import ROOM
from liaison.training.session.sole_use import handed_down, sole_use
from widgets.hosts import JUPYTER_BEFORE, host, suite_number
from widgets.hosts import SUITE as NUMBER
from widgets.training_session.words import t

LOOK_S = 0.2
CLOSING_S = 60  # the hub has 25 s to end everything, then what is left is ended
LARGEST_REASON = 20_000  # octets
# What another Jupyter left for its own programs, and what the suite tells its kernels.
NOT_ITS_OWN = ("JUPYTER", "IPYTHON", "JPY_", "VOILA_", NUMBER, JUPYTER_BEFORE)


class StartedRoom:
    """A room that this page started: it goes on without it."""

    def __init__(self, place: SessionFolder, address: str = "", port: str = "") -> None:
        """Start it, on an address and a port of this machine; each is found where it is "".

        Raises:
            SessionError: not on the trainer's own machine, or the system starts nothing, and what to do.
        """
        suite = suite_number()
        if suite is None:
            raise SessionError(t("room-elsewhere"))
        self.root = place.root.resolve()
        words = [*([f"--ipv4={address}"] if address else []), *([f"--port={port}"] if port else [])]
        try:
            # It lasts as long as this object; it has no name, and nothing of it is left afterwards.
            self._reasons = tempfile.TemporaryFile()  # noqa: SIM115
            self._process = subprocess.Popen(
                [sys.executable, "-m", PROGRAM, str(self.root), f"{WITH_SUITE}{suite}", *words],
                cwd=SUITE,
                env=_environment(os.environ),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,  # the trainer's password is printed there
                stderr=self._reasons,
                start_new_session=True,
            )
        except OSError as error:
            raise SessionError(t("room-not-started", reason=why(error))) from error

    def wait(self, stopped: Callable[[], bool]) -> OpenRoom | None:
        """Return the room once it answers; `stopped()` has it asked to close, once, and None is returned then.

        Raises:
            SessionError: it ended first, and why.
        """
        interrupted = False
        while self._process.poll() is None:
            process = leader(self.root)
            if not interrupted and process and process.pid == self._process.pid and (room := read_open_room(self.root)):
                return room
            if stopped() and not interrupted:
                interrupted = True
                self._process.send_signal(signal.SIGINT)
            time.sleep(LOOK_S)
        if interrupted:
            return None
        raise SessionError(self.reason())

    def reason(self) -> str:
        """Return why it ended, "" while it runs or where it was asked to."""
        code = self._process.poll()
        if not code:
            return "" if code is None else t("room-stopped")
        return _sentence(os.pread(self._reasons.fileno(), LARGEST_REASON, 0)) or t(
            "room-crashed", folder=str(self.root / ROOM)
        )


def close_room(place: SessionFolder) -> None:
    """Ask the room of a session to close, as Ctrl-C does in its window, and wait until nothing of it runs.

    Raises:
        SessionError: not on the trainer's own machine, no room that this account leads, or it does not end.
    """
    _check_here()
    root = place.root.resolve()
    process = leader(root)
    if not is_open(root) or process is None:
        raise SessionError(t("room-not-led"))
    try:
        process.send_signal(signal.SIGINT)
    except psutil.NoSuchProcess:
        pass  # it ends by itself
    except psutil.Error as error:
        raise SessionError(t("room-not-led")) from error
    deadline = time.monotonic() + CLOSING_S
    while is_open(root):
        if time.monotonic() > deadline:
            raise SessionError(t("room-still-open"))
        time.sleep(LOOK_S)


def give_back(place: SessionFolder) -> None:
    """Give its feedback to each place of the room of a session, be it open or closed; nothing else is done to it then.

    Raises:
        BusySessionError: something else is done to it.
        SessionError: not on the trainer's own machine, or nothing was given back, and what to do.
    """
    with sole_use(place):
        _done(str(place.root.resolve()), "--give-back", handed=handed_down(place.root))


def install_relay() -> None:
    """Install the relay of rooms from the network, once for this machine; nothing is done where it is there.

    Raises:
        SessionError: not on the trainer's own machine, or nothing is installed, and what to do.
    """
    _done("--install", handed=((), dict(os.environ)))


def _done(*words: str, handed: tuple[tuple[int, ...], dict[str, str]]) -> None:
    """Run the program of the room to its end, with what it is handed: open files, and an environment.

    Raises:
        SessionError: it refused, and why.
    """
    _check_here()
    locks, environment = handed
    try:
        done = subprocess.run(
            [sys.executable, "-m", PROGRAM, *words],
            cwd=SUITE,
            env=_environment(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            pass_fds=locks,
        )
    except OSError as error:
        raise SessionError(t("room-not-started", reason=why(error))) from error
    if done.returncode:
        raise SessionError(_sentence(done.stderr) or t("room-ended-otherwise"))


def _check_here() -> None:
    if host() != "machine":
        raise SessionError(t("room-elsewhere"))


def _sentence(written: bytes) -> str:
    """Return what the room said in French before it ended; "" for what is for developers, in English."""
    text = written.decode("utf-8", "replace").strip()
    return "" if "Traceback" in text else text


def _environment(ours: Mapping[str, str]) -> dict[str, str]:
    """Return what the room finds in its environment: what the suite itself was started with."""
    before = {"JUPYTER_DATA_DIR": folder} if (folder := ours.get(JUPYTER_BEFORE, "")) else {}
    return {name: value for name, value in ours.items() if not name.startswith(NOT_ITS_OWN)} | before


__all__ = ["StartedRoom", "close_room", "give_back", "install_relay"]
