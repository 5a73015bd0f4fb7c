"""`python -I -m app.room.walled PROGRAMME…`: run the server of a place, and all that it starts, behind walls.

Started as the administrator; only the standard library. Behind the walls: a network of its own that leads nowhere,
processes that all end with the first, no memory shared with another place, the rights of the place. See `door` for the
two ways through.
"""

import json
import os
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from fcntl import ioctl
from pathlib import Path
from typing import NoReturn

from app.room.door import LOOPBACK, Door, keep_door
from app.room.system import NEW_NETWORK, call, end_with_parent

VARIABLE = "CARNETS_MURS"
NEW_MOUNTS, NEW_IPC, NEW_PROCESSES = 0x20000, 0x8000000, 0x20000000
PRIVATE, RECURSIVE, BIND = 1 << 18, 1 << 14, 1 << 12
NO_SETUID, NO_DEVICE, NO_PROGRAM = 2, 4, 8
NO_NEW_RIGHTS = 38
GET_FLAGS, SET_FLAGS, UP = 0x8913, 0x8914, 1
TRIAL_S = 60
# What everybody may write, or where programs of the machine wait to be spoken to.
SHARED = ("/tmp", "/var/tmp", "/run", "/dev/shm", "/dev/mqueue")
SHARED_SIZE, EMPTY = "size=256m,mode=1777", "size=1m,mode=755"
# Of what System V shares, which no limit of a process counts, a place has none.
COUNTS = ("shmmni", "msgmni")
# What a place may write in the journal of the room: enough to understand why it does not start.
MOST_NOTED, LINE = 64 * 1024, 1024


# Without which no place works: the suite and its Python.
PROGRAM = tuple(str(Path(path).resolve()) for path in (Path(__file__).parents[2], sys.base_prefix, sys.prefix))


@dataclass(frozen=True)
class Walls:
    """What the hub asks for a place: whose it is, by which doors, what of the shared folders it still sees."""

    uid: int
    gid: int
    door: Door
    visible: tuple[str, ...]
    hidden: tuple[str, ...] = ()  # folders that have sessions and lists of names
    groups: tuple[str, ...] = ()  # files that take the number of a process: what counts its memory

    def variable(self) -> dict[str, str]:
        """The same, for the environment of this program."""
        return {VARIABLE: json.dumps(asdict(self))}


def can_stand(account: int, hidden: tuple[str, ...] = ()) -> bool:
    """Whether this machine lets walls be built: tried, not guessed; a program of that account runs behind them."""
    door = Door(port=0, name="", ticket="", hub_port=0, account=account)
    trial = Walls(account, account, door, PROGRAM, hidden)
    words = [sys.executable, "-I", "-m", "app.room.walled", sys.executable, "-I", "-c", "import app.room.walled"]
    try:
        done = subprocess.run(
            words, cwd="/", env={**os.environ, **trial.variable()}, capture_output=True, timeout=TRIAL_S
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def main() -> int:
    """Build the walls, run the program behind them, and end with it; its exit code."""
    end_with_parent()
    given = json.loads(os.environ.pop(VARIABLE))
    walls = Walls(**{**given, "door": Door(**given["door"])})
    outer = _bound((LOOPBACK, walls.door.port))
    outside = _network()
    call("unshare", NEW_NETWORK)
    _raise_loopback()
    inner = _bound((LOOPBACK, walls.door.hub_port))
    inside = _network()

    def keep() -> None:
        keep_door(walls.door, outer, inner, outside, inside)

    keeper = _forked(keep)
    for door in (outer, inner):
        door.close()
    for network in (outside, inside):
        os.close(network)
    heard, written = os.pipe()

    def write() -> None:
        os.close(written)
        os.setgroups([])
        os.setgid(walls.door.account)
        os.setuid(walls.door.account)
        write_down(walls.door.name, heard)

    noter = _forked(write)
    os.close(heard)
    call("unshare", NEW_MOUNTS | NEW_IPC | NEW_PROCESSES)
    first = _forked(lambda: _first_behind(walls, sys.argv[1:], written))
    os.close(written)
    _pass_on(lambda number: os.kill(first, number))
    ended = noter
    while ended == noter:
        ended, status = os.wait()
    for process in {keeper, first} - {ended}:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status) if ended == first else 1


def write_down(name: str, heard: int) -> None:
    """Write in the journal what somebody's server says: plain signs, its name first, no more than so much."""
    left = MOST_NOTED
    with os.fdopen(heard, "rb") as lines:
        while line := lines.readline(LINE):
            left -= len(line)
            if left > 0:
                print(f"[{name}] {noted(line)}", flush=True)


def noted(line: bytes) -> str:
    """A line of somebody's program as a terminal may show it: nothing in it is an order."""
    return "".join(sign if sign.isprintable() else " " for sign in line.decode("utf-8", "replace").rstrip())


def _first_behind(walls: Walls, words: Sequence[str], output: int) -> NoReturn:
    """The first process behind the walls: when it ends, the system ends all the others."""
    # Behind them nobody holds a file of the hub's, its journal first of all.
    silence = os.open(os.devnull, os.O_RDONLY)
    for number, given in enumerate((silence, output, output)):
        os.dup2(given, number)
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))
    for file in walls.groups:
        Path(file).write_text("0", encoding="ascii")
    here = Path.cwd()
    _own_folders(walls.visible, walls.hidden)
    for name in COUNTS:
        Path("/proc/sys/kernel", name).write_text("0", encoding="ascii")
    os.setgroups([])
    os.setgid(walls.gid)
    os.setuid(walls.uid)
    os.chdir(here)  # what we stood in leads up to what is hidden
    call("prctl", NO_NEW_RIGHTS, 1, 0, 0, 0)
    end_with_parent()
    child = subprocess.Popen(words)
    _pass_on(child.send_signal)
    while True:
        # Whatever lost its parent is ours to take leave of.
        ended, status = os.wait()
        if ended == child.pid:
            os._exit(max(os.waitstatus_to_exitcode(status), 0))


def _own_folders(visible: Sequence[str], hidden: Sequence[str]) -> None:
    """Replace what everybody shares by folders of this place, which end with it, and show again what it works with."""
    _mount("none", "/", "", PRIVATE | RECURSIVE)
    _replace(SHARED, SHARED_SIZE, visible)
    # After them, one by one: what is hidden may be in what is shared, or in what shows again of another.
    for folder in sorted(hidden):
        _replace((folder,), EMPTY, visible)
    _mount("proc", "/proc", "proc", NO_SETUID | NO_DEVICE | NO_PROGRAM)


def _replace(names: Sequence[str], options: str, visible: Sequence[str]) -> None:
    """Replace folders by empty ones, in which what is kept of them shows again."""
    folders = [folder for name in names if (folder := Path(name)).is_dir() and not folder.is_symlink()]
    open_again = {
        path: os.open(path, os.O_PATH) for path in visible if any(folder in Path(path).parents for folder in folders)
    }
    for folder in folders:
        _mount("tmpfs", str(folder), "tmpfs", NO_SETUID | NO_DEVICE, options)
    # The account of the place walks through these, whatever the room lets others read of what it makes.
    former = os.umask(0o022)
    for path, number in open_again.items():
        Path(path).mkdir(parents=True, exist_ok=True)
        _mount(f"/proc/self/fd/{number}", path, "", BIND | RECURSIVE)
        os.close(number)
    os.umask(former)


def _forked(act: Callable[[], None]) -> int:
    number = os.fork()
    if number:
        return number
    try:
        end_with_parent()
        act()
    except BaseException as error:  # nothing of the parent's goes on in its child
        print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
    os._exit(1)


def _pass_on(send: Callable[[int], None]) -> None:
    """Send on what asks this process to end, as the hub does."""
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda number, _frame: send(number))


def _bound(address: tuple[str, int]) -> socket.socket:
    """A socket that has its address and does not listen yet."""
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.bind(address)
    return made


def _network() -> int:
    return os.open("/proc/self/ns/net", os.O_RDONLY)


def _raise_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        _name, flags = struct.unpack("16sh", ioctl(asking, GET_FLAGS, struct.pack("16sh", b"lo", 0)))
        ioctl(asking, SET_FLAGS, struct.pack("16sh", b"lo", flags | UP))


def _mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    call("mount", source.encode(), target.encode(), kind.encode(), flags, options.encode())


if __name__ == "__main__":
    sys.exit(main())
