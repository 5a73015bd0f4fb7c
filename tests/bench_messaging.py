"""Ce que coûte la simulation : débit, temps, mémoire, d'un collège à mille écoles, et face à l'oracle SimPy.

Chaque mesure se fait dans un processus neuf : la mémoire d'une autre ne compte pas. Les débits et les rapports se
prennent en temps de processeur, que les autres programmes de la machine ne comptent pas.
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from liaison.messaging.policy.policy import Policy
    from liaison.messaging.search.stakes import Stake
    from liaison.messaging.traffic.prepared import Prepared


class Size(NamedTuple):
    """How much is measured."""

    school: str
    year_weeks: int
    weeks: int
    oracle_weeks: int
    repeats: int
    schools: int
    copied: int


WHOLE = Size("college_urbain_mixte", year_weeks=44, weeks=12, oracle_weeks=4, repeats=5, schools=1000, copied=2**25)
# Every line runs; its figures say nothing.
SMALL = Size("ecole_6_classes", year_weeks=1, weeks=1, oracle_weeks=1, repeats=1, schools=5, copied=2**20)
GROUPS = ("circulaire_2025", "papier_d_abord", "tout_tout_de_suite")  # three groups that disagree on much
# Sizes that follow each other: every five schools weigh the same, so that the first and the last are comparable.
PUPILS = (60, 120, 180, 240, 300)


def one_year(size: Size) -> dict[str, float]:
    """Return the figures of one collège over a school year, measured in this process."""
    from liaison.messaging.delivery.simulate import Period, deliver
    from liaison.messaging.policy.policy import load_policy
    from liaison.messaging.reading.indicators import indicators
    from liaison.messaging.traffic.prepared import prepare
    from liaison.school.fictitious.generator import school_from

    school = school_from(size.school, seed=7)
    policy = load_policy("circulaire_2025")
    start = time.perf_counter()
    prepared = prepare(school, Period(dt.date(2026, 9, 1), size.year_weeks), seed=7)
    trace = deliver(prepared, policy)
    indicators(trace)
    year_s = time.perf_counter() - start
    peak_mib = _peak_mib()
    rate = len(trace.row) / _seconds(lambda: deliver(prepared, policy), size.repeats)
    read = (prepared.rows.recipient, prepared.batch, prepared.draws.reacts, prepared.draws.understands)
    written = (trace.row, trace.channel, trace.fallback, trace.released, trace.notified, trace.seen)
    moved = sum(column.nbytes for column in (*read, prepared.halvings, *written, trace.informed, trace.reason))
    return {
        "messaging.deliveries_per_second": rate,
        "messaging.memory_bound_per_second": _bytes_per_second(size) / (moved / len(trace.row)),
        "messaging.college_year_s": year_s,
        "messaging.college_year_deliveries": len(trace.row),
        "messaging.peak_mib": peak_mib,
    }


def what_if(size: Size) -> dict[str, float]:
    """Return what a setting that moves costs, twelve weeks of a collège: all computed again, each family drawn."""
    from liaison.messaging.delivery.simulate import Period, deliver
    from liaison.messaging.policy.policy import load_policy
    from liaison.messaging.reading.indicators import indicators
    from liaison.messaging.traffic.prepared import prepare
    from liaison.school.fictitious.generator import school_from

    policy = load_policy("circulaire_2025")
    prepared = prepare(school_from(size.school, seed=7), Period(dt.date(2026, 11, 2), size.weeks), seed=7)
    # As a screen does it: by the watch, and with another policy each time.
    moves = [policy.changed(marks={"pupils_after_days": days % 10}) for days in range(8 * size.repeats)]
    watch, processor = [], []
    for moved in moves:
        start, start_cpu = time.perf_counter(), time.process_time()
        indicators(deliver(prepared, moved))
        watch.append((time.perf_counter() - start) * 1000)
        processor.append((time.process_time() - start_cpu) * 1000)
    return {
        "messaging.what_if_p95_ms": statistics.quantiles(watch[1:], n=20)[-1],
        "messaging.what_if_cpu_p95_ms": statistics.quantiles(processor[1:], n=20)[-1],
        **_each_family(prepared, policy, size),
    }


def _each_family(prepared: Prepared, policy: Policy, size: Size) -> dict[str, float]:
    """Return what each family costs beside a policy that was simulated: all of them drawn, then one pressed."""
    from liaison.messaging.delivery.simulate import deliver
    from liaison.messaging.reading.family_states import families_drawn, family_places, family_states
    from liaison.messaging.search.first_changes import first_changes
    from liaison.messaging.search.levers import levers
    from liaison.messaging.search.one_family import one_change

    trace = deliver(prepared, policy)
    states = family_states(trace)
    pressed = np.argsort(states.informed / np.maximum(states.written, 1), kind="stable")[: size.repeats].tolist()
    places = family_places(prepared, "niveau")
    drawn_s = _seconds(lambda: families_drawn(places, family_states(trace), states), size.repeats)
    asked_s = [_seconds(partial(one_change, trace, family, prepared.period.start), 1) for family in pressed]
    return {
        "messaging.families_drawn_cpu_ms": 1000 * drawn_s,
        "messaging.one_change_cpu_ms": 1000 * statistics.median(asked_s),
        "messaging.disagreements_cpu_s": _seconds(lambda: _weighed(prepared), 1),
        "messaging.five_cards_cpu_s": _five_cards_s(prepared),
        # Of a trace that nothing was asked of yet: what one has counted, the other does not count again.
        "messaging.levers_cpu_s": _seconds(lambda: levers(deliver(prepared, policy), prepared.period.start), 1),
        "messaging.first_changes_cpu_s": _seconds(
            lambda: first_changes(deliver(prepared, policy), prepared.period.start), 1
        ),
        "messaging.first_changes_after_levers_cpu_s": _after_levers_s(prepared, policy),
    }


def _after_levers_s(prepared: Prepared, policy: Policy) -> float:
    """Return what the three cards cost to who comes to them by the steps: the levers have been looked for."""
    from liaison.messaging.delivery.simulate import deliver
    from liaison.messaging.search.first_changes import first_changes
    from liaison.messaging.search.levers import levers

    trace = deliver(prepared, policy)
    levers(trace, prepared.period.start)
    before = time.process_time()
    first_changes(trace, prepared.period.start)
    return time.process_time() - before


def _weighed(prepared: Prepared) -> tuple[Stake, ...]:
    """Return the five widest disagreements of three groups, each value of all of them replayed on the whole school."""
    from liaison.messaging.policy.matters import matters
    from liaison.messaging.policy.policy import load_policy
    from liaison.messaging.policy.team import settle
    from liaison.messaging.search.stakes import Stakes

    groups = [load_policy(name) for name in GROUPS]
    return Stakes(prepared, settle(groups), prepared.period.start).widest(matters(groups))


def _five_cards_s(prepared: Prepared) -> float:
    """Return what the five cards alone cost, once it is known which they are."""
    from liaison.messaging.policy.policy import load_policy
    from liaison.messaging.policy.team import settle
    from liaison.messaging.search.stakes import Stakes

    cards = [stake.matter for stake in _weighed(prepared)]
    start = settle([load_policy(name) for name in GROUPS])
    return _seconds(lambda: Stakes(prepared, start, prepared.period.start).widest(cards), 1)


def simpy(size: Size) -> dict[str, float]:
    """Return how many times faster than the oracle the engine goes, from the same school to the same table."""
    from oracle import Span, oracle_table

    from liaison.messaging.delivery.simulate import Period, simulate
    from liaison.messaging.policy.policy import load_policy
    from liaison.messaging.traffic.hypotheses import load_hypotheses
    from liaison.school.fictitious.generator import school_from

    school, policy = school_from(size.school, seed=7), load_policy("circulaire_2025")
    start, weeks, seed = dt.date(2026, 11, 2), size.oracle_weeks, 7
    hypotheses = load_hypotheses(start)
    trace = _seconds(lambda: simulate(school, policy, Period(start, weeks), seed, hypotheses), size.repeats)
    table = _seconds(lambda: simulate(school, policy, Period(start, weeks), seed, hypotheses).table(), size.repeats)
    before = time.process_time()
    rows = len(oracle_table(school, policy, Span(start, weeks), seed, hypotheses))
    oracle_s = time.process_time() - before
    return {
        "messaging.ratio_to_simpy": oracle_s / table,
        "messaging.ratio_to_simpy_without_table": oracle_s / trace,
        "messaging.simpy_deliveries_per_second": rows / oracle_s,
    }


def many_schools(size: Size) -> dict[str, float]:
    """Return what a thousand small schools cost one after the other, by message, against the first ones alone."""
    from liaison.messaging.delivery.simulate import Period
    from liaison.messaging.policy.policy import load_policy
    from liaison.messaging.reading.establishments import Establishment, Simulated, simulate_one
    from liaison.school.fictitious.aggregates import load_preset

    described = load_preset("ecole_6_classes")
    asked = Simulated(load_policy("circulaire_2025"), Period(dt.date(2026, 11, 2), 4), seed=7)
    schools = [
        Establishment(
            uai=f"fictif {number}",
            name="École fictive",
            aggregates=described.changed(pupils=pupils, classes=pupils // 25),
        )
        for number, pupils in enumerate(PUPILS * (size.schools // len(PUPILS)))
    ]

    def cost(some: list[Establishment]) -> float:
        start = time.process_time()
        messages = sum(simulate_one(one, asked).messages for one in some)
        return (time.process_time() - start) / messages

    alone = schools[: len(PUPILS)]
    cost(alone)
    first = statistics.median(cost(alone) for _ in range(size.repeats))
    return {
        "messaging.cost_ratio_1000_schools": cost(schools) / first,
        "messaging.peak_mib_1000_schools": _peak_mib(),
        "messaging.school_ms": first * 1000 * sum(simulate_one(one, asked).messages for one in alone) / len(alone),
    }


def search(size: Size) -> dict[str, float]:
    """Return how long « que changer en premier ? » takes from a school to its answer, twelve weeks of a collège."""
    from liaison.messaging.delivery.simulate import Period
    from liaison.messaging.policy.policy import load_policy
    from liaison.messaging.search.aims import AIM_FILE
    from liaison.messaging.search.search import Search
    from liaison.messaging.traffic.prepared import prepare
    from liaison.school.fictitious.generator import school_from

    start = time.perf_counter()
    prepared = prepare(school_from(size.school, seed=7), Period(dt.date(2026, 11, 2), size.weeks), seed=7)
    wanted = Search(prepared, load_policy("equilibree"), AIM_FILE.load("absences_soirs_charge"))
    tried = [progress.tried for progress in wanted.steps()]
    wanted.result()
    return {"messaging.search_s": time.perf_counter() - start, "messaging.search_policies": tried[-1]}


def _seconds(work: Callable[[], object], repeats: int) -> float:
    """Return the seconds of processor that a piece of work takes, the first time apart: the median of a few."""
    work()
    taken = []
    for _ in range(repeats):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def _bytes_per_second(size: Size) -> float:
    """Return how fast this machine moves memory, reading and writing counted: numpy copies an array of 256 Mio."""
    source = np.ones(size.copied)
    target = np.empty_like(source)
    return 2 * source.nbytes / _seconds(lambda: np.copyto(target, source), size.repeats)


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


PARTS: tuple[Callable[[Size], dict[str, float]], ...] = (one_year, what_if, search, simpy, many_schools)


def measure(small: bool = False) -> dict[str, float]:
    """Return the messaging figures by their stable names, each part measured in a fresh process.

    In small, where figures say nothing, the first part alone: the libraries are not opened again for each.
    """
    figures: dict[str, float] = {}
    for part in PARTS:
        if small and figures:
            figures |= part(SMALL)
            continue
        command = [sys.executable, __file__, part.__name__, *(["small"] if small else [])]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        figures |= json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    print(json.dumps(next(part for part in PARTS if part.__name__ == sys.argv[1])(SMALL if sys.argv[2:] else WHOLE)))
