"""`python -m tests.bench_hub [PERSONNES]` : une salle entière arrive à la fois, remet son exercice.

Everything is real: the hub, its relay, a server and a session a person, nbgrader's submit. Nothing leaves
127.0.0.1, and everything is ended at the end. Memory is the proportional set size (PSS) where the system tells it:
what programs share is counted once.
"""

from __future__ import annotations

import statistics
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psutil

HERE = str(Path(__file__).parent)
if HERE not in sys.path:
    sys.path.insert(0, HERE)
ROOM, AT_WORK = 30, 6  # people who come in; of them, those whose exercise is opened to weigh its kernel
LEFT_FOR_SYSTEM_MIB = 2048  # hypothèse : ce que prennent le système et un navigateur
MIB = 1024 * 1024


def measure(people: int = ROOM) -> dict[str, float]:
    """Return seconds and MiB of a room in which everybody arrives in the same minute."""
    from hub.rooms import OpenRoom, open_folder, small_session

    with open_folder() as place:
        folder = place / "seance"
        codes = small_session(folder, people)
        start = time.perf_counter()
        room = OpenRoom(folder)
        figures = {"hub.people": float(people), "hub.open_s": time.perf_counter() - start}
        try:
            figures |= arrive(room, codes)
        finally:
            start = time.perf_counter()
            room.close()
            figures["hub.close_s"] = time.perf_counter() - start
    return figures


def arrive(room: Any, codes: tuple[str, ...]) -> dict[str, float]:
    """Bring everybody in at once, have them hand in, and weigh what that takes."""
    from hub.rooms import MODULE, answered

    for code in codes:
        (room.space(code) / MODULE / "reponses.json").write_text(answered(), encoding="utf-8")
    visitors = [room.visitor(code) for code in codes]
    start = time.perf_counter()
    places = at_once(visitors, lambda visitor: (visitor.enter(), visitor.take_place(600)))
    figures = {"hub.all_in_place_s": time.perf_counter() - start, "hub.place_median_s": statistics.median(places)}
    start = time.perf_counter()
    at_once(visitors, lambda visitor: visitor.hand_in(MODULE))
    figures["hub.all_submit_s"] = time.perf_counter() - start
    inbound = room.folder / "salle" / "echange" / "carnets-de-liaison" / "inbound"
    assert len(list(inbound.iterdir())) == len(codes), "une copie s'est perdue"
    return figures | weigh(room, visitors)


def weigh(room: Any, visitors: list[Any]) -> dict[str, float]:
    """Return the MiB of the hub, of a person's server, of the kernel of an open exercise, and who fits on a laptop."""
    from hub.rooms import MODULE

    for visitor in visitors[:AT_WORK]:
        assert visitor.get(f"voila/render/{MODULE}/exercice.ipynb").ok
    server = kernel = hub = 0.0
    servers = kernels = 0
    for process in room.family():
        words, weight = " ".join(process.cmdline()), weight_mib(process)
        if "jupyterhub.singleuser" in words:
            server, servers = server + weight, servers + 1
        elif "ipykernel" in words:
            kernel, kernels = kernel + weight, kernels + 1
        else:
            hub += weight
    assert servers == len(visitors), "une place s'est fermée"
    assert kernels == min(AT_WORK, len(visitors)), "un exercice n'est pas ouvert"
    each = server / servers + kernel / kernels
    return {
        "hub.hub_mib": hub,
        "hub.server_mib": server / servers,
        "hub.kernel_mib": kernel / kernels,
        "hub.fit_in_8_gib": (8 * 1024 - LEFT_FOR_SYSTEM_MIB - hub) // each,
        "hub.fit_in_16_gib": (16 * 1024 - LEFT_FOR_SYSTEM_MIB - hub) // each,
    }


def weight_mib(process: psutil.Process) -> float:
    """Return what a process weighs, its share of what is shared counted once where the system tells it."""
    memory = process.memory_full_info()
    return getattr(memory, "pss", memory.rss) / MIB


def at_once(visitors: list[Any], act: Callable[[Any], Any]) -> list[float]:
    """Have everybody do the same at the same instant; the seconds of each."""
    together = threading.Barrier(len(visitors))

    def one(visitor: Any) -> float:
        together.wait()
        start = time.perf_counter()
        act(visitor)
        return time.perf_counter() - start

    with ThreadPoolExecutor(len(visitors)) as pool:
        return list(pool.map(one, visitors))


if __name__ == "__main__":
    for key, value in measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROOM).items():
        print(f"{key} {value:,.1f}".replace(",", "\u202f"), flush=True)
