"""Ce que coûte le diagnostic : lire, vérifier, pondérer, protéger et écrire, et filtrer à l'écran.

Les familles sont fictives. Chaque mesure de mémoire se fait dans un processus neuf, qui ne fait que lire et publier.
"""

from __future__ import annotations

import asyncio
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np


class Size(NamedTuple):
    """How much is measured."""

    families: int
    many: int
    on_screen: int
    audited: int
    repeats: int
    filters: int


WHOLE = Size(families=10_000, many=200_000, on_screen=2_000, audited=600, repeats=3, filters=40)
# Every line runs; its figures say nothing.
SMALL = Size(families=40, many=40, on_screen=40, audited=40, repeats=1, filters=2)
GROUPINGS = ("mode", "axe__equipement", "axe__competences", "niveau", "langue", "connexion")
SCHOOLS = ("college_urbain_mixte", "college_rep_plus", "lgt", "lp")


def write_answers(folder: Path, count: int, seed: int = 7) -> tuple[Path, Path]:
    """Write a CSV of that many answers, drawn again from a few schools, and the families by level; return both."""
    from liaison.diagnostic.answers import Answers, identifiers, joined
    from liaison.diagnostic.fictitious import collected, fictitious_families
    from liaison.diagnostic.papers.exporting import answers_csv
    from liaison.school.fictitious.generator import school_from

    parts = [
        collected(fictitious_families(school_from(name, seed), seed), ("en_ligne", "telephone", "papier"), seed)
        for name in SCHOOLS
    ]
    few = joined(parts, parts[0].questionnaire)
    drawn = np.random.default_rng(seed).integers(0, len(few), count)
    answers = Answers(few.table.iloc[drawn].set_axis(identifiers(count), axis="index"), few.questionnaire)
    path, school = folder / f"reponses_fictif_{count}.csv", folder / "familles.csv"
    path.write_bytes(answers_csv(answers))
    levels = answers.table["niveau"].value_counts()
    lines = [f"{level};{int(number * 1.4)}" for level, number in levels.items() if number]
    school.write_text("\n".join(["niveau;familles", *lines]) + "\n", encoding="utf-8")
    return path, school


def published(path: Path, school: Path, out: Path) -> Any:
    """Do what `liaison diagnose` does: read, check, weight, tabulate under disclosure control, write the report."""
    from app.cli.diagnosing import DiagnosisRequest, run

    request = DiagnosisRequest(
        files=[path],
        questionnaire="diagnostic_familles",
        mapping=None,
        words=[],
        by="niveau",
        threshold=None,
        publish=False,
        name="École fictive",
        population=school,
        previous=[],
        new_collection=False,
        out=out,
    )
    run(request, json=True)


def ten_thousand(size: Size) -> float:
    """Return the seconds from a file of 10,000 answers to every file written, median of a few, nothing in store."""
    with tempfile.TemporaryDirectory() as folder:
        path, school = write_answers(Path(folder), size.families)
        seconds = []
        for rank in range(size.repeats):
            start = time.perf_counter()
            published(path, school, Path(folder) / f"sortie_{rank}")
            seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def filters(size: Size) -> dict[str, float]:
    """Return the milliseconds of a filter by groups (p95), and those of the processor for each grouping, of 2,000.

    `grouping_2000_ms` is the worst of them, counted when it is asked for: a median would hide it. Other work on the
    machine would make it longer.
    """
    from liaison.diagnostic.counting.indicators import TOGETHER, indicators
    from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
    from liaison.diagnostic.reading.reading import read_answers

    with tempfile.TemporaryDirectory() as folder:
        path, _ = write_answers(Path(folder), size.on_screen)
        answers = read_answers(path, family_questionnaire()).answers
    found = indicators(answers)
    groups = [name for name in dict.fromkeys(found.table["groupe"]) if name != TOGETHER]
    shown: list[float] = []
    grouped: dict[str, list[float]] = {by: [] for by in GROUPINGS}
    for rank in range(size.filters):
        start = time.perf_counter()
        found.of_groups(groups[: 1 + rank % len(groups)])
        shown.append(1000 * (time.perf_counter() - start))
    for by in GROUPINGS * size.repeats:
        start = time.process_time()
        indicators(answers, by=by)
        grouped[by].append(1000 * (time.process_time() - start))
    taken = {by: statistics.median(times) for by, times in grouped.items()}
    return {
        "diagnostic.filter_2000_ms": statistics.quantiles(shown, n=20)[-1],
        "diagnostic.grouping_2000_ms": max(taken.values()),
        **{f"diagnostic.grouping_2000_ms.{by}": milliseconds for by, milliseconds in taken.items()},
    }


def regrouped(size: Size) -> dict[str, float]:
    """Return the worst milliseconds from choosing another grouping to its results drawn, of 2,000 families on screen.

    `regrouped_2000_ms`: counted ahead, as it is once the first grouping has been shown for a moment, each group of
    results open in its turn; `regrouped_unprepared_2000_ms`: chosen at once. `prepared_2000_ms`: until all are ready.
    Time as somebody waits for it: other work on the machine makes it longer.
    """
    from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
    from liaison.diagnostic.reading.reading import read_answers

    with tempfile.TemporaryDirectory() as folder:
        path, _ = write_answers(Path(folder), size.on_screen)
        answers = read_answers(path, family_questionnaire()).answers
    return asyncio.run(_regrouped(answers))


async def _regrouped(answers: Any) -> dict[str, float]:
    from widgets.diagnostic import Diagnostic
    from widgets.diagnostic.state import FILES, GROUPINGS

    def chosen(by: str) -> float:
        start = time.perf_counter()
        lab.state.by = by
        return 1000 * (time.perf_counter() - start)

    unprepared = []
    for by in GROUPINGS[1:]:
        lab = Diagnostic()
        assert lab.results
        lab.state.source = FILES
        lab.state.revealed = True
        lab.state.take(answers)
        unprepared.append(chosen(by))
    start = time.perf_counter()
    while not all(lab.state.made(by) for by in GROUPINGS):
        await asyncio.sleep(0.01)
    ready = 1000 * (time.perf_counter() - start)
    prepared = []
    for name in ("response", "axes", "questions"):
        lab.results.open(name)
        prepared += [chosen(by) for by in (*GROUPINGS, *GROUPINGS)]
    return {
        "diagnostic.regrouped_2000_ms": max(prepared),
        "diagnostic.regrouped_unprepared_2000_ms": max(unprepared),
        "diagnostic.prepared_2000_ms": ready,
    }


def audit(size: Size) -> float:
    """Return the seconds in which a reader of everything is kept from what 600 families of four levels publish."""
    from liaison.diagnostic.answers import Answers, identifiers
    from liaison.diagnostic.counting.indicators import indicators
    from liaison.diagnostic.disclosure.joint_audit import check_joint
    from liaison.diagnostic.fictitious import collected, fictitious_families
    from liaison.school.fictitious.generator import school_from

    families = fictitious_families(school_from(SCHOOLS[0], 7), 7)
    whole = collected(families, ("en_ligne", "telephone", "papier"), 7)
    rows = np.random.default_rng(7).integers(0, len(whole), size.audited)
    answers = Answers(whole.table.iloc[rows].set_axis(identifiers(len(rows)), axis="index"), whole.questionnaire)
    found = indicators(answers)
    seconds = []
    for _ in range(size.repeats):
        start = time.perf_counter()
        check_joint(found, answers)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def peak(size: Size, path: str, school: str, out: str) -> float:
    """Return the memory that the whole process took, in MiB."""
    published(Path(path), Path(school), Path(out))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return used


def measure(small: bool = False) -> dict[str, float]:
    """Return the figures of the diagnosis by their stable names.

    In small, where figures say nothing, what writes has a fresh process; the rest does not open the libraries again.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        path, school = write_answers(place, (SMALL if small else WHOLE).many)
        start = time.perf_counter()
        many = _fresh("peak", small, str(path), str(school), str(place / "sortie"))
        seconds = time.perf_counter() - start
    return {
        "diagnostic.answers_10000_s": _fresh("ten_thousand", small),
        **(filters(SMALL) if small else _fresh("filters", small)),
        **(regrouped(SMALL) if small else _fresh("regrouped", small)),
        "diagnostic.audit_s": audit(SMALL) if small else _fresh("audit", small),
        "diagnostic.answers_200000_peak_mib": many,
        "diagnostic.answers_200000_s": seconds,
    }


def _fresh(part: str, small: bool, *words: str) -> Any:
    command = [sys.executable, __file__, part, "small" if small else "whole", *words]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    chosen, asked, *paths = sys.argv[1:]
    measured = (ten_thousand, filters, regrouped, audit, peak)
    parts: dict[str, Callable[..., object]] = {each.__name__: each for each in measured}
    print(json.dumps(parts[chosen](SMALL if asked == "small" else WHOLE, *paths)))
