"""Under which account of the machine each person's programs run: one each where the system lets us, else one for all.

An account is a number that no one else has: nothing is created on the machine, nothing is left on it.
"""

import os
import secrets
import stat
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.room.access import TRAINER
from liaison.base.faults import FrenchError
from liaison.training.session.ownership import owner_of
from widgets.texts import texts

# Above what a Linux gives to people, services, containers and directories, below what systemd keeps for itself.
FIRST, LAST = 2_001_000_000, 2_147_352_575
DOORKEEPER = LAST  # of no person: who keeps the doors of places, and who tries whether there can be some
RELAY = LAST - 1  # of no person either: a program that reads what the whole network sends
# By its whole path, once the account has changed: `cwd` is entered before, with our own rights.
PROBE = "import os, sys; os.chdir(sys.argv[1]); import jupyterhub, jupyter_server, nbgrader, liaison, widgets"
PROBE_S = 60
PACKAGES = Path(__file__).parents[2]
t = texts("room")


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
    owner = owner_of(session)
    if owner is None:
        raise AccountError(t("room-erreur-compte"))
    return Account(*owner)


def become(account: Account) -> None:
    """Go on under that account, for good: what a participant prepared is never read with an administrator's rights."""
    os.setgroups([])
    os.setgid(account.gid)
    os.setuid(account.uid)


def separate_accounts(people: Sequence[str], spaces: Path, trainer: Account) -> dict[str, Account]:
    """One account a person: who owns their space, else a number nobody has, in this session or in another one.

    Drawn by lot: another room, wherever its folder is, gives other numbers, and nothing of it is anybody's here.
    """
    given = {TRAINER: trainer}
    beside = spaces.parents[2].glob(str(Path("*", *spaces.parts[-2:], "*")))
    used = _known() | {path.lstat().st_uid for path in beside} | {trainer.uid}
    for name in people:
        if name == TRAINER:
            continue
        space = spaces / name
        uid = space.stat().st_uid if space.exists() else _drawn(used)
        used.add(uid)
        given[name] = Account(uid, uid)
    return given


def _drawn(used: set[int]) -> int:
    while (number := FIRST + secrets.randbelow(RELAY - FIRST)) in used:
        pass
    return number


def _known() -> set[int]:
    import pwd

    return {entry.pw_uid for entry in pwd.getpwall()}


def can_separate(session: Path) -> bool:
    """Whether another account can run the suite and cross what the session stands in: tried, not guessed."""
    if os.name != "posix" or os.geteuid() != 0:
        return False
    stranger = Account(DOORKEEPER, DOORKEEPER)
    words = [sys.executable, "-c", PROBE, str(session.parent)]
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


def closed_folders(session: Path) -> list[Path]:
    """The folders that keep another account from the session or from the suite, the highest first."""
    led_to = (session.parent, PACKAGES, Path(sys.prefix), Path(sys.base_prefix))
    on_the_way = {folder for path in led_to for folder in (path.resolve(), *path.resolve().parents)}
    return sorted(folder for folder in on_the_way if not folder.stat().st_mode & stat.S_IXOTH)


def _plain_environment() -> dict[str, str]:
    inherited = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
    return {name: os.environ[name] for name in inherited if name in os.environ} | {
        "HOME": "/",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
