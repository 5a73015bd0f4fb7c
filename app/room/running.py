"""The process of the hub and all that it started: watched while the room is open, ended when it closes."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import psutil

from app.room.places import HUB, Room
from app.room.settings import POLITE_S, RELAY_PID, Opening

READY_S = 90
INSIST_S = 5
# A company's proxy knows nothing of this machine.
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class RunningHub:
    """JupyterHub in its own process, its journal in the session; `family` is every process seen under it."""

    def __init__(self, room: Room, opening: Opening) -> None:
        self.address = f"http://{opening.address}:{opening.port}/"
        self.relay_pid_file = room.hub / RELAY_PID
        self._family: set[psutil.Process] = set()
        descriptor = os.open(room.journal, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as journal:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "jupyterhub", "-f", str(HUB / "jupyterhub_config.py")],
                cwd=room.hub,
                env={**_environment(), **opening.variable()},
                stdin=subprocess.DEVNULL,
                stdout=journal,
                stderr=subprocess.STDOUT,
                pass_fds=(opening.lock,),
                # Ctrl-C reaches the hub through us, once: it would otherwise lose its relay before it has said goodbye.
                start_new_session=True,
            )

    def wait_until_open(self, stop: threading.Event) -> bool:
        """Whether the room answers, within READY_S; False as soon as the hub has ended, or is asked to."""
        deadline = time.monotonic() + READY_S
        while time.monotonic() < deadline and self.alive() and not stop.is_set():
            with contextlib.suppress(OSError), DIRECT.open(f"{self.address}hub/health", timeout=2) as answer:
                return bool(answer.status == 200)
            time.sleep(0.2)
        return False

    def alive(self) -> bool:
        """Whether the hub still runs; what it has started is noted on the way."""
        if self._process.poll() is not None:
            return False
        with contextlib.suppress(psutil.Error):
            self._family |= set(psutil.Process(self._process.pid).children(recursive=True))
        return True

    def relay(self) -> int | None:
        """The number of the relay's process, None when it is not known."""
        try:
            return int(self.relay_pid_file.read_text())
        except (OSError, ValueError):
            return None

    def stop(self) -> None:
        """Ask the hub to end everything, then end what is left; returns when nothing of the room runs."""
        if self.alive():
            self._process.send_signal(signal.SIGTERM)
            deadline = time.monotonic() + POLITE_S
            while self.alive() and time.monotonic() < deadline:
                time.sleep(0.1)
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        left = [process for process in self._family if process.is_running()]
        for process in left:
            with contextlib.suppress(psutil.Error):
                process.terminate()
        for process in psutil.wait_procs(left, INSIST_S)[1]:
            with contextlib.suppress(psutil.Error):
                process.kill()


def last_words(journal: Path) -> str:
    """The last line of the journal that says something."""
    try:
        lines = journal.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    written = [line.strip() for line in lines if line.strip()]
    return written[-1][-300:] if written else ""


def _environment() -> dict[str, str]:
    """Ours, without what would open another Jupyter's settings or put a proxy between the hub and its servers."""
    left_out = ("JUPYTER", "IPYTHON", "CONFIGPROXY")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    return {**inherited, "NO_PROXY": "*", "no_proxy": "*"}
