"""What launches that were killed left behind: the next one clears it, and touches nothing of a suite still open."""

import re
from contextlib import suppress
from itertools import chain
from pathlib import Path

import psutil

from app.voila.opening import OPENING, SIGNS
from app.voila.state import RUNNING

_SERVER = re.compile(r"jpserver-(\d+)\b.*")


def clear_leftovers(state: Path, opening: Path) -> None:
    """Remove what is of no process alive, in the folder of the state and in that of the page that opens the browser."""
    running = state / RUNNING
    servers = {path: _begun(path) for path in running.glob("jpserver-*")}
    # A kernel, or that page, says of which server it is by nothing but its hour: it came after its server began. This
    # launch counts as one: another may be at the same point.
    first_open = min([psutil.Process().create_time(), *filter(None, servers.values())])
    others = chain(running.glob("kernel-*"), opening.glob(OPENING.format("[0-9a-f]" * SIGNS)))
    left = [path for path in others if _made(path) < first_open]
    for path in [*left, *(path for path, begun in servers.items() if not begun)]:
        with suppress(OSError):
            path.unlink()


def _begun(path: Path) -> float:
    """When the server that wrote this file began; 0 if it is gone, even if another process now has its number."""
    named = _SERVER.fullmatch(path.name)
    if not named:
        return 0
    try:
        begun = psutil.Process(int(named[1])).create_time()
    except psutil.Error:
        return 0
    return begun if begun <= _made(path) else 0


def _made(path: Path) -> float:
    """When a file was made; 0 for one that has gone meanwhile."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0
