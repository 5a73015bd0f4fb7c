"""Under which account of the machine each person's programs run: one each where the system lets us, else one for all.

An account is a number that no one else has: nothing is created on the machine, nothing is left on it.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from widgets.salle.access import TRAINER

# Between those that a Linux gives to people and services (up to 65535) and those of containers (from 100000).
FIRST, LAST = 70_000, 99_999
# By its whole path, once the account has changed: `cwd` is entered before, with our own rights.
PROBE = "import os, sys; os.chdir(sys.argv[1]); import jupyterhub, jupyter_server, nbgrader, liaison, widgets"
PROBE_S = 60


@dataclass(frozen=True)
class Account:
    """The numbers under which a process runs."""

    uid: int
    gid: int

    def popen(self) -> dict[str, Any]:
        """What to give to `subprocess` to run under this account and no group of ours."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def session_owner(session: Path) -> Account | None:
    """The account to which a session's files are to belong, when an administrator works for somebody else."""
    owner = session.stat()
    return Account(owner.st_uid, owner.st_gid) if os.geteuid() == 0 and owner.st_uid != 0 else None


def separate_accounts(people: Sequence[str], spaces: Path, session: Path) -> dict[str, Account]:
    """One account a person: who owns their space, else a number nobody has; the session's owner for the trainer."""
    owner = session.stat()
    given = {TRAINER: Account(owner.st_uid, owner.st_gid)}
    used = _known() | {path.stat().st_uid for path in spaces.glob("*")} | {owner.st_uid}
    free = (number for number in range(FIRST, LAST + 1) if number not in used)
    for name in people:
        if name == TRAINER:
            continue
        space = spaces / name
        uid = space.stat().st_uid if space.exists() else next(free)
        given[name] = Account(uid, uid)
    return given


def _known() -> set[int]:
    import pwd

    return {entry.pw_uid for entry in pwd.getpwall()}


def can_separate(spaces: Path) -> bool:
    """Whether another account can run the suite and enter the spaces: tried, not guessed."""
    if os.name != "posix" or os.geteuid() != 0:
        return False
    stranger = Account(LAST, LAST)
    words = [sys.executable, "-c", PROBE, str(spaces)]
    try:
        done = subprocess.run(
            words,
            cwd="/",
            env=_plain_environment(),
            capture_output=True,
            timeout=PROBE_S,
            umask=0o022,
            **stranger.popen(),
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def _plain_environment() -> dict[str, str]:
    kept = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
    return {name: os.environ[name] for name in kept if name in os.environ} | {
        "HOME": "/",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
