"""Two accounts of the same machine: whose suite it is, who would like to come in. Numbers alone: nothing is created."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

OWNER, INTRUDER = 61_001, 61_002
can_be_others = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0 or shutil.which("setpriv") is None,
    reason="pas vérifié ici : ce qu'un autre compte de la machine peut lire ou ouvrir (administrateur, Linux)",
)


def as_owner() -> list[str]:
    """What to put before a command to run it under the owner's account, which has no right but to read the suite."""
    words = ["setpriv", f"--reuid={OWNER}", f"--regid={OWNER}", "--clear-groups"]
    twice = f"import subprocess; subprocess.run([{sys.executable!r}, '-c', 'import widgets'], check=True)"
    if subprocess.run([*words, sys.executable, "-c", twice], capture_output=True, check=False).returncode == 0:
        return words
    # Python is kept where only root reads: this right lets it be read, and written nowhere.
    return [*words, "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]


def long_home(folder: Path) -> dict[str, str]:
    """The environment of the owner, whose home is as far from the root as those of a school's network.

    `folder`: one that every account may cross.
    """
    home = folder / "reseau-de-l-etablissement" / "personnels-enseignants" / "prenom.nom-de-famille"
    home.mkdir(parents=True)
    for above in (home, *(one for one in home.parents if folder in one.parents)):
        above.chmod(0o711)  # what every account may cross, without looking in
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    return {**kept, "HOME": str(home), "TMPDIR": str(home)}


def give_to_owner(folder: Path) -> None:
    """Make a folder and all that it holds the owner's."""
    for path in (folder, *folder.rglob("*")):
        os.chown(path, OWNER, OWNER)


def as_intruder(act: Callable[[], Any]) -> Any:
    """What `act` returns under the other account, in a process of its own."""
    return under(INTRUDER, act)


def under(account: int, act: Callable[[], Any]) -> Any:
    """What `act` returns under that account, in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setresgid(account, account, account)
            os.setresuid(account, account, account)
            found = act()
        except BaseException as error:
            found = f"{type(error).__name__}: {error}"
        with os.fdopen(writing, "w") as pipe:
            json.dump(found, pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        found = json.load(pipe)
    os.waitpid(child, 0)
    return found
