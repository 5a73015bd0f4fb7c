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

from liaison.faults import FrenchError
from widgets.salle.access import TRAINER
from widgets.texts import texts

# Between those that a Linux gives to people and services (up to 65535) and those of containers (from 100000).
FIRST, LAST = 70_000, 99_999
DOORKEEPER = LAST  # of no person: who keeps the doors of places, and who tries whether there can be some
RELAY = LAST - 1  # of no person either: a program that reads what the whole network sends
# By its whole path, once the account has changed: `cwd` is entered before, with our own rights.
PROBE = "import os, sys; os.chdir(sys.argv[1]); import jupyterhub, jupyter_server, nbgrader, liaison, widgets"
PROBE_S = 60
t = texts("salle")


@dataclass(frozen=True)
class Account:
    """The numbers under which a process runs."""

    uid: int
    gid: int

    def popen(self) -> dict[str, Any]:
        """What to give to `subprocess` to run under this account and no group of ours."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


class AccountError(FrenchError):
    """Nobody but the administrator is there to be the trainer, and what to do."""


def trainer_account(session: Path) -> Account | None:
    """The account of the trainer when an administrator opens the room: who owns the session, else who called sudo.

    None where nobody has an administrator's rights: all is done under one's own account.

    Raises:
        AccountError: the administrator themselves; what the room sends would reach a server that may do everything.
    """
    if os.geteuid() != 0:
        return None
    owner = session.stat()
    if owner.st_uid:
        return Account(owner.st_uid, owner.st_gid)
    called = [os.environ.get(name, "") for name in ("SUDO_UID", "SUDO_GID")]
    if not all(number.isdecimal() and int(number) for number in called):
        raise AccountError(t("salle-erreur-compte"))
    return Account(*map(int, called))


def become(account: Account) -> None:
    """Go on under that account, for good: what a participant prepared is never read with an administrator's rights."""
    os.setgroups([])
    os.setgid(account.gid)
    os.setuid(account.uid)


def separate_accounts(people: Sequence[str], spaces: Path, trainer: Account) -> dict[str, Account]:
    """One account a person: who owns their space, else a number nobody has."""
    given = {TRAINER: trainer}
    used = _known() | {path.stat().st_uid for path in spaces.glob("*")} | {trainer.uid}
    free = (number for number in range(FIRST, RELAY) if number not in used)
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
    stranger = Account(DOORKEEPER, DOORKEEPER)
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
