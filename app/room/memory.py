"""What a place with an account of its own may take of memory: beyond it, its heaviest program ends."""

import contextlib
from collections import defaultdict
from collections.abc import Mapping

import psutil

MOST_OF_A_PLACE = 3 * 1024**3 // 2  # the whole of a place; `settings.MOST_MEMORY` is each of its programs'


def end_heaviest(accounts: Mapping[int, str], most: int = MOST_OF_A_PLACE) -> list[str]:
    """End the heaviest program of each account that takes more than `most` bytes; the names of those accounts."""
    weights: dict[int, list[tuple[int, psutil.Process]]] = defaultdict(list)
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if (uid := process.uids().real) in accounts:
                memory = process.memory_info()
                # What programs share is nobody's own.
                weights[uid].append((memory.rss - getattr(memory, "shared", 0), process))
    ended = []
    for uid, programs in weights.items():
        if sum(weight for weight, _ in programs) > most:
            with contextlib.suppress(psutil.Error):
                max(programs, key=lambda program: program[0])[1].kill()
                ended.append(accounts[uid])
    return ended
