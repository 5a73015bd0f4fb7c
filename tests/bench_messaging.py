"""Ce que coûte la simulation : débit, temps et mémoire d'un collège sur une année scolaire.

Chaque mesure se fait dans un processus neuf : la mémoire d'une autre mesure ne compte pas.
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import statistics
import subprocess
import sys
import time

SCHOOL_YEAR_WEEKS = 44
REPEATS = 5


def one_year() -> dict[str, float]:
    """Return the figures of one collège over a school year, measured in this process."""
    from liaison.messaging.indicators import indicators
    from liaison.messaging.policy import load_policy
    from liaison.messaging.prepared import prepare
    from liaison.messaging.simulate import Period, deliver
    from liaison.school.generator import school_from

    school = school_from("college_urbain_mixte", seed=7)
    policy = load_policy("circulaire_2025")
    start = time.perf_counter()
    prepared = prepare(school, Period(dt.date(2026, 9, 1), SCHOOL_YEAR_WEEKS), seed=7)
    trace = deliver(prepared, policy)
    indicators(trace)
    year_s = time.perf_counter() - start
    rates = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        deliver(prepared, policy)
        rates.append(len(trace.row) / (time.perf_counter() - start))
    what_if = prepare(school, Period(dt.date(2026, 11, 2), 12), seed=7)
    indicators(deliver(what_if, policy))
    moves = []
    for _ in range(4 * REPEATS):
        start = time.perf_counter()
        indicators(deliver(what_if, policy))
        moves.append((time.perf_counter() - start) * 1000)
    return {
        "messaging.deliveries_per_second": statistics.median(rates),
        "messaging.college_year_s": year_s,
        "messaging.college_year_deliveries": len(trace.row),
        "messaging.what_if_p95_ms": statistics.quantiles(moves, n=20)[-1],
        "messaging.peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def measure() -> dict[str, float]:
    """Return the messaging figures by their stable names, each measured in a fresh process."""
    done = subprocess.run([sys.executable, __file__], check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


if __name__ == "__main__":
    print(json.dumps(one_year()))
