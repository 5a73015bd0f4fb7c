"""Ce que coûte le diagnostic : lire, vérifier, pondérer, protéger et écrire, et filtrer à l'écran.

Les familles sont fictives. Chaque mesure de mémoire se fait dans un processus neuf, qui ne fait que lire et publier.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

FAMILIES, MANY, ON_SCREEN = 10_000, 200_000, 2_000
SCHOOLS = ("college_urbain_mixte", "college_rep_plus", "lgt", "lp")
REPEATS = 3
FILTERS = 40


def write_answers(folder: Path, count: int, seed: int = 7) -> tuple[Path, Path]:
    """Write a CSV of that many answers, drawn again from a few schools, and the families by level; return both."""
    from liaison.diagnostic.answers import Answers, identifiers, joined
    from liaison.diagnostic.exporting import answers_csv
    from liaison.diagnostic.fictitious import collected, fictitious_families
    from liaison.school.generator import school_from

    parts = [
        collected(fictitious_families(school_from(name, seed), seed), ("en_ligne", "telephone", "papier"), seed)
        for name in SCHOOLS
    ]
    few = joined(parts, parts[0].questionnaire)
    drawn = np.random.default_rng(seed).integers(0, len(few), count)
    answers = Answers(few.table.iloc[drawn].set_axis(identifiers(count), axis="index"), few.questionnaire)
    path, school = folder / f"reponses_{count}.csv", folder / "familles.csv"
    path.write_bytes(answers_csv(answers))
    levels = answers.table["niveau"].value_counts()
    lines = [f"{level};{int(number * 1.4)}" for level, number in levels.items() if number]
    school.write_text("\n".join(["niveau;familles", *lines]) + "\n", encoding="utf-8")
    return path, school


def published(path: Path, school: Path, out: Path) -> Any:
    """Do what `liaison diagnose` does: read, check, weight, tabulate under disclosure control, write the report."""
    from liaison.cli.diagnosing import run

    run([path], "diagnostic_familles", None, "niveau", None, school, [], "École fictive", out, True)


def ten_thousand() -> float:
    """Return the seconds from a file of 10,000 answers to every file written, median of a few, nothing in store."""
    with tempfile.TemporaryDirectory() as folder:
        path, school = write_answers(Path(folder), FAMILIES)
        seconds = []
        for rank in range(REPEATS):
            start = time.perf_counter()
            published(path, school, Path(folder) / f"sortie_{rank}")
            seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def filters() -> dict[str, float]:
    """Return the milliseconds of a filter by groups (p95), and of another grouping, for 2,000 families."""
    from liaison.diagnostic.indicators import TOGETHER, indicators
    from liaison.diagnostic.questionnaire import family_questionnaire
    from liaison.diagnostic.reading import read_answers

    with tempfile.TemporaryDirectory() as folder:
        path, _ = write_answers(Path(folder), ON_SCREEN)
        answers = read_answers(path, family_questionnaire()).answers
    found = indicators(answers)
    groups = [name for name in dict.fromkeys(found.table["groupe"]) if name != TOGETHER]
    shown, grouped = [], []
    for rank in range(FILTERS):
        start = time.perf_counter()
        found.of_groups(groups[: 1 + rank % len(groups)])
        shown.append(1000 * (time.perf_counter() - start))
    for by in ("mode", "axe__equipement", "axe__competences", "niveau") * REPEATS:
        start = time.perf_counter()
        indicators(answers, by=by)
        grouped.append(1000 * (time.perf_counter() - start))
    return {
        "diagnostic.filter_2000_ms": statistics.quantiles(shown, n=20)[-1],
        "diagnostic.grouping_2000_ms": statistics.median(grouped),
    }


def peak(path: Path, school: Path, out: Path) -> float:
    """Return the memory that the whole process took, in MiB."""
    published(path, school, out)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return used


def measure() -> dict[str, float]:
    """Return the figures of the diagnosis by their stable names."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        path, school = write_answers(place, MANY)
        start = time.perf_counter()
        many = _fresh("peak", str(path), str(school), str(place / "sortie"))
        seconds = time.perf_counter() - start
    return {
        "diagnostic.answers_10000_s": _fresh("ten_thousand"),
        **_fresh("filters"),
        "diagnostic.answers_200000_peak_mib": many,
        "diagnostic.answers_200000_s": seconds,
    }


def _fresh(*words: str) -> Any:
    done = subprocess.run([sys.executable, __file__, *words], check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    chosen, *paths = sys.argv[1:]
    work = {"ten_thousand": ten_thousand, "filters": filters, "peak": peak}[chosen]
    print(json.dumps(work(*map(Path, paths))))  # type: ignore[operator]
