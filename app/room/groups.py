"""What the system itself counts of a place's memory, shared or not, and holds within bounds: a control group each."""

import contextlib
import os
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

MOUNTED = Path("/sys/fs/cgroup")
OF_THIS_PROCESS = Path("/proc/self/cgroup")
LEAVE_S = 5


@dataclass(frozen=True)
class Groups:
    """The groups of a room, by place; `folder` is None where this machine has none to give."""

    folder: Path | None

    def entry(self, name: str) -> tuple[str, ...]:
        """The file that takes the number of a process of that place, in a tuple; nothing without groups."""
        return (str(self.folder / name / "cgroup.procs"),) if self.folder else ()

    def ended(self) -> dict[str, int]:
        """How many programs of each place the system has ended, for the memory that they took."""
        if self.folder is None:
            return {}
        counts = {}
        for place in self.folder.iterdir():
            for file in ("memory.events", "memory.oom_control"):
                with contextlib.suppress(OSError):
                    count = re.search(r"^oom_kill (\d+)$", (place / file).read_text(encoding="ascii"), re.MULTILINE)
                    counts[place.name] = int(count[1]) if count else 0
        return counts


@contextlib.contextmanager
def groups_of(places: Sequence[str], most: int) -> Iterator[Groups]:
    """A group for each place, of `most` bytes, that ends with the room; none where the system gives none."""
    folder = None
    try:
        if folders := _place_for_groups():
            folder, second = folders
            try:
                _make(folder, second, places, most)
            except OSError:
                remove_groups(folder)
                folder = None
        yield Groups(folder)
    finally:
        remove_groups(folder)


def _place_for_groups() -> tuple[Path, bool] | None:
    """Where the groups of this room go, and whether that is version 2: else beneath our own group of version 1."""
    name = f"carnets-de-liaison-{os.getpid()}"
    with contextlib.suppress(OSError):
        if "memory" in (MOUNTED / "cgroup.subtree_control").read_text(encoding="ascii").split():
            return MOUNTED / name, True
    with contextlib.suppress(OSError):
        if own := re.search(r"^\d+:memory:/(.*)$", OF_THIS_PROCESS.read_text(encoding="utf-8"), re.MULTILINE):
            return MOUNTED / "memory" / own[1] / name, False
    return None


def _make(folder: Path, second: bool, places: Sequence[str], most: int) -> None:
    folder.mkdir()
    if second:
        (folder / "cgroup.subtree_control").write_text("+memory", encoding="ascii")
    memory, swap, of_swap = (
        ("memory.max", "memory.swap.max", 0)
        if second
        else ("memory.limit_in_bytes", "memory.memsw.limit_in_bytes", most)
    )
    for place in places:
        (folder / place).mkdir()
        (folder / place / memory).write_text(str(most), encoding="ascii")
        with contextlib.suppress(OSError):  # absent where swap is not counted
            (folder / place / swap).write_text(str(of_swap), encoding="ascii")


def remove_groups(folder: Path | None) -> None:
    """Remove the groups; what was killed may take a moment to leave them."""
    if folder is None:
        return
    deadline = time.monotonic() + LEAVE_S
    for group in (*folder.glob("*/"), folder):
        while group.is_dir():
            try:
                group.rmdir()
            except OSError:
                if time.monotonic() > deadline:
                    return
                time.sleep(0.05)
