"""`python -m tests.bench_crowd [VISITEURS] [VAGUES]` : une salle entière ouvre le laboratoire au même instant.

Le vrai serveur, le vrai carnet, un noyau par page. Une page est blanche quand aucune partie n'est dans ce qui arrive.
Les noyaux d'une vague s'arrêtent avant la suivante, comme quand chacun ferme son onglet.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.request import OpenerDirector, Request

HERE = str(Path(__file__).parent)
if HERE not in sys.path:
    sys.path.insert(0, HERE)
VISITORS, WAVES, PATIENCE_S = 40, 2, 600
LAB = "/voila/render/notebooks/01_messagerie_ent/application.ipynb"
PART = "application/vnd.voila.cell-output+json"


def measure(visitors: int = VISITORS, waves: int = WAVES) -> dict[str, float]:
    """Return how many pages came with their parts, how many came blank, and the seconds that they took."""
    from browser.conftest import RunningSuite

    suite: Any = RunningSuite("--port", "0")
    try:
        suite.base, suite.key = suite.wait_for_address().split("/?")
        visits = [visit for _ in range(waves) for visit in wave(suite, visitors)]
    finally:
        suite.stop()
    seconds = [taken for _, taken in visits]
    return {
        "voila.crowd_whole_pages": sum(parts > 0 for parts, _ in visits),
        "voila.crowd_blank_pages": sum(parts == 0 for parts, _ in visits),
        "voila.crowd_median_s": statistics.median(seconds),
        "voila.crowd_slowest_s": max(seconds),
    }


def wave(suite: Any, visitors: int) -> list[tuple[int, float]]:
    """How many parts each visitor receives, and in how many seconds, all asking at once."""
    from browser.small_suite import kernels, signed_in

    openers = [signed_in(suite) for _ in range(visitors)]

    def visit(opener: OpenerDirector) -> tuple[int, float]:
        start = time.perf_counter()
        html = opener.open(suite.base + LAB, timeout=PATIENCE_S).read().decode()
        assert re.search(r"carnets\.executee\(", html), "une page est arrivée coupée"
        return html.count(PART), time.perf_counter() - start

    with ThreadPoolExecutor(visitors) as pool:
        came = list(pool.map(visit, openers))
    token = {"Authorization": suite.key.replace("=", " ")}
    for kernel in kernels(suite, openers[0]):
        address = f"{suite.base}/api/kernels/{kernel['id']}"
        openers[0].open(Request(address, headers=token, method="DELETE"), timeout=60).read()
    return came


if __name__ == "__main__":
    for name, value in measure(*map(int, sys.argv[1:3])).items():
        print(f"{name} {value:g}")
