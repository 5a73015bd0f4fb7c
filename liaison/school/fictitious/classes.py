"""Répartir des élèves en classes : par niveau, à double niveau dans une petite école, de tailles voisines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from liaison.school.fictitious.aggregates import LEVELS, Aggregates
from liaison.school.fictitious.chance import Chance, Ints, apportion
from liaison.school.fictitious.population import PopulationHypotheses
from liaison.school.vocabulary import SchoolKind

# Un niveau qui n'aurait que quelques élèves dans une classe rejoint la classe voisine.
SLIVER = 3


@dataclass(frozen=True)
class PupilClasses:
    """The classes of a school, and for each pupil a level (index in LEVELS[kind]) and a class (row of `classes`)."""

    classes: pd.DataFrame
    level: Ints
    class_row: Ints


def make_places(aggregates: Aggregates, population: PopulationHypotheses, chance: Chance) -> PupilClasses:
    """Return the classes and one place per pupil, sorted by level then class."""
    levels = LEVELS[aggregates.kind]
    pupils = _pupils_by_level(aggregates, population)
    if aggregates.kind == "ecole" and aggregates.classes_by_level is None:
        sizes = _cut_across_levels(pupils, _class_count(aggregates, population, pupils))
    else:
        counts = _classes_by_level(aggregates, population, pupils)
        sizes = _split_each_level(pupils, counts, chance)
    frame = _name_classes(aggregates.kind, [[levels[i] for i, size in enumerate(row) if size] for row in sizes])
    # Sorted by level: a class of several levels is met once per level.
    cells = [(i, row, size[i]) for i in range(len(levels)) for row, size in enumerate(sizes) if size[i]]
    repeat = [size for _, _, size in cells]
    return PupilClasses(
        classes=frame,
        level=np.repeat(np.array([i for i, _, _ in cells], dtype=np.int64), repeat),
        class_row=np.repeat(np.array([row for _, row, _ in cells], dtype=np.int64), repeat),
    )


def _pupils_by_level(aggregates: Aggregates, population: PopulationHypotheses) -> list[int]:
    levels = LEVELS[aggregates.kind]
    if aggregates.pupils_by_level is not None:
        return [aggregates.pupils_by_level.get(level, 0) for level in levels]
    weights = [population.levels[aggregates.kind].get(level, 0.0) for level in levels]
    if aggregates.classes_by_level is None:
        return apportion(aggregates.pupils, weights)
    classes = [aggregates.classes_by_level.get(level, 0) for level in levels]
    # One pupil at least in each class that was announced, the others in proportion to classes.
    return [c + extra for c, extra in zip(classes, apportion(aggregates.pupils - sum(classes), classes), strict=True)]


def _mean_size(aggregates: Aggregates, population: PopulationHypotheses, level: str) -> float:
    if aggregates.priority_education != "non" and level in ("CP", "CE1"):
        return population.class_sizes.dedoublees
    return float(getattr(population.class_sizes, aggregates.kind))


def _class_count(aggregates: Aggregates, population: PopulationHypotheses, pupils: list[int]) -> int:
    if aggregates.classes is not None:
        return aggregates.classes
    levels = LEVELS[aggregates.kind]
    wanted = sum(n / _mean_size(aggregates, population, level) for n, level in zip(pupils, levels, strict=True))
    return max(1, round(wanted))


def _classes_by_level(aggregates: Aggregates, population: PopulationHypotheses, pupils: list[int]) -> list[int]:
    levels = LEVELS[aggregates.kind]
    if aggregates.classes_by_level is not None:
        return [aggregates.classes_by_level.get(level, 0) for level in levels]
    present = [n > 0 for n in pupils]
    total = max(_class_count(aggregates, population, pupils), sum(present))
    spare = apportion(total - sum(present), pupils)
    return [min(here + extra, n) for here, extra, n in zip(present, spare, pupils, strict=True)]


def _split_each_level(pupils: list[int], counts: list[int], chance: Chance) -> list[list[int]]:
    """Return one row per class with its pupils in each level: sizes within a level differ by a few pupils."""
    rows = []
    for i, (total, count) in enumerate(zip(pupils, counts, strict=True)):
        if not count:
            continue
        weights = 0.95 + 0.1 * chance.uniform(f"taille des classes {i}", count)
        for size in apportion(total - count, list(weights)):
            row = [0] * len(pupils)
            row[i] = size + 1
            rows.append(row)
    return rows


def _cut_across_levels(pupils: list[int], count: int) -> list[list[int]]:
    """Return one row per class: levels in order are cut into equal classes, at a level's edge when it is near."""
    edges = np.concatenate([[0], np.cumsum(pupils)])
    cuts = [0]
    for k in range(1, count):
        left = count - k + 1
        cut = cuts[-1] + round((edges[-1] - cuts[-1]) / left)
        near = edges[np.argmin(np.abs(edges - cut))]
        cut = int(near) if abs(near - cut) <= SLIVER else cut
        cuts.append(min(max(cut, cuts[-1] + 1), int(edges[-1]) - (count - k)))
    cuts.append(int(edges[-1]))
    return [
        [max(0, min(int(edges[i + 1]), end) - max(int(edges[i]), start)) for i in range(len(pupils))]
        for start, end in pairwise(cuts)
    ]


def _name_classes(kind: SchoolKind, levels: list[list[str]]) -> pd.DataFrame:
    names = ["-".join(each) for each in levels]
    rows = []
    for position, name in enumerate(names):
        rank, count = names[:position].count(name), names.count(name)
        rows.append((*_identifier(kind, name, rank, count), name))
    frame = pd.DataFrame(rows, columns=["id", "libelle", "niveau"], dtype="str")
    return frame[["id", "niveau", "libelle"]]


def _identifier(kind: SchoolKind, level: str, rank: int, count: int) -> tuple[str, str]:
    letter = chr(ord("A") + rank) if count <= 26 else f"{rank + 1:02d}"
    if kind == "college":
        return f"{level[0]}{letter}", f"{level} {letter}"
    if kind == "ecole":
        return (f"{level}-{letter}", f"{level} {letter}") if count > 1 else (level, level)
    track = f"{level} pro" if kind == "lp" and not level.startswith("CAP") else level
    return f"{level}-{rank + 1:02d}", f"{track} {rank + 1}"
