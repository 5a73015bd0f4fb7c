"""Des écoles tirées au hasard, leurs diagnostics, et ce qu'un lecteur de tout y cerne : rien.

python -m diagnostic.schools_at_random 1000          (depuis tests/ : autant d'écoles, de 12 à 600 familles)
python -m diagnostic.schools_at_random 1000 --seed 4
python -m diagnostic.schools_at_random 1000 --threshold 11 --after 500     (la seconde moitié)
python -m diagnostic.schools_at_random 20 --apart    (lues par le lecteur écrit à part : plus long)
python -m diagnostic.schools_at_random 300 --plan     (avec leur plan, montré avant, après ou en même temps)
python -m diagnostic.schools_at_random utility       (de combien de questions quelque chose est dit)
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
from diagnostic.independent_reader import TIED, Reader

from liaison.diagnostic.answers import Answers, identifiers
from liaison.diagnostic.counting.indicators import TOGETHER, AnswerIndicators, indicators
from liaison.diagnostic.counting.tabulation import coded
from liaison.diagnostic.counting.weights import FamilyCounts
from liaison.diagnostic.disclosure.joint_audit import bounded_cells
from liaison.diagnostic.fictitious import collected, fictitious_families
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.school.fictitious.generator import school_from

PRESETS = ("college_rep_plus", "college_urbain_mixte", "college_rural", "ecole_6_classes", "lgt", "lp")
GROUPINGS = ("niveau", "niveau", "niveau", "mode", "axe__equipement", "axe__competences", "langue", "connexion")
THRESHOLDS = (5, 11)
FEWEST, MOST = 12, 600
LAST_PLACES = (("axe__equipement", "insuffisant"), ("axe__competences", "debutant"))


@dataclass(frozen=True)
class Drawn:
    """One school at random, and how it is published."""

    answers: Answers
    population: FamilyCounts | None
    threshold: int
    by: str


@cache
def pool(preset: str, seed: int) -> Answers:
    """Answers of a whole fictitious school."""
    return collected(fictitious_families(school_from(preset, seed), seed), ("en_ligne", "telephone", "papier"), seed)


def some(answers: Answers, count: int, chance: np.random.Generator) -> Answers:
    """So many of these answers, drawn again where there are not enough; some questions left without an answer."""
    rows = (
        chance.permutation(len(answers))[:count] if count <= len(answers) else chance.integers(0, len(answers), count)
    )
    table = answers.table.iloc[rows].set_axis(identifiers(len(rows)), axis="index").copy()
    return Answers(table, answers.questionnaire)


def drawn(chance: np.random.Generator, most: int = MOST) -> Drawn:
    """Draw a school."""
    whole = pool(str(chance.choice(PRESETS)), int(chance.integers(1, 4)))
    # As many small schools as large ones.
    count = int(np.exp(chance.uniform(np.log(FEWEST), np.log(most))))
    answers = some(whole, count, chance)
    levels = answers.table["niveau"].value_counts()
    known = {str(level): int(number + chance.integers(0, 40)) for level, number in levels.items() if number}
    population = FamilyCounts(known) if chance.random() < 0.5 else None
    return Drawn(answers, population, int(chance.choice(THRESHOLDS)), str(chance.choice(GROUPINGS)))


def published(school: Drawn) -> AnswerIndicators:
    """Publish it."""
    return indicators(school.answers, school.population, school.threshold, school.by)


def blank(table: pd.DataFrame) -> pd.DataFrame:
    """The same table, of which the sizes of groups only are told."""
    fewer = table.copy()
    fewer[["effectif", "au_moins", "au_plus", "part_ponderee"]] = np.nan
    return fewer


def narrow(school: Drawn, chance: np.random.Generator, share: float = 0.15) -> list[tuple[Any, ...]]:
    """The small cells, of a share drawn among them, that the reader written apart bounds more than promised.

    What sizes of groups and families by level bound already, whatever is told of a question, is not promised.
    """
    found, counted = published(school), coded(school.answers)
    own, sizes = counted.variables[school.by].values, counted.alone(school.by)
    groups = [value for value, size in zip(own, sizes, strict=True) if size]
    grouped = found.table["groupe"].ne(TOGETHER).any()
    families = None if school.population is None else school.population.families
    readers: dict[tuple[str, ...], Reader] = {}
    bounded = []
    for name, variable in counted.variables.items():
        if name == school.by and grouped:
            continue
        block = next((tied for tied in TIED if variable.question in tied), (variable.question,))
        about = (family_questionnaire(), block, school.by, groups, families)
        if block not in readers:
            readers[block] = Reader(found.table, *about)
        table = counted.crossed(school.by, name)
        lines = {group: table[own.index(group)] for group in groups} if grouped else {}
        for group, counts in {**lines, TOGETHER: table.sum(axis=0)}.items():
            for value, count in zip(variable.values, counts, strict=True):
                if 0 < count < school.threshold and value in variable.shown and chance.random() < share:
                    cell = (group, variable.question, variable.part, value)
                    width = readers[block].width(*cell)
                    if width < school.threshold - 1 and width < Reader(blank(found.table), *about).width(*cell):
                        bounded.append((*cell, int(count), width))
    return bounded


def with_plan(school: Drawn, rank: int, chance: np.random.Generator) -> list[tuple[Any, ...]]:
    """The small numbers of a diagnosis and of a plan of the same families that somebody finds who reads both."""
    from support.plan_attack import betrayed
    from support.plans_at_random import ORDERS, both_drawn

    order = ORDERS[rank % len(ORDERS)]
    both = both_drawn(school, order, chance)
    if not both.plan.shareable:
        return []
    return [(order, *each) for each in betrayed(both.answers, both.found, both.plan)]


def said(found: AnswerIndicators, exactly: bool = False) -> tuple[float, float, int]:
    """Return the share of questions of which something is told, in all and by group; how many groups there are.

    A zero is nothing; a range counts, unless `exactly`.
    """
    table = found.table[found.table["question"] != found.by]
    told = table["effectif"].notna() if exactly else table["au_plus"].notna()
    told &= ~table["au_plus"].eq(0).fillna(False).astype(bool)
    together = table["groupe"] == TOGETHER
    whole = float(told[together].groupby(table["question"]).any().mean())
    inside = told[~together].groupby([table["groupe"], table["question"]]).any()
    return whole, float(inside.mean()) if len(inside) else 0.0, table["groupe"].nunique() - 1


def last_place(found: AnswerIndicators, exactly: bool = False) -> float:
    """Return in which share of the axes the lowest place is told by itself, of all families."""
    rows = found.table[found.table["groupe"] == TOGETHER].set_index(["question", "valeur"])
    column = rows["effectif"] if exactly else rows["au_plus"]
    return float(np.mean([place in column.index and not pd.isna(column[place]) for place in LAST_PLACES]))


def ceiling(answers: Answers, threshold: int, by: str = "niveau") -> float:
    """Return of which share of questions a number could be told exactly, were any answers joined with any others.

    In one variable of the question, two parts have enough families each, or everybody gave the same answer.
    """
    counted = coded(answers)
    could: dict[str, bool] = {}
    for name, variable in counted.variables.items():
        if name == by:
            continue
        counts = counted.alone(name)
        shown = [count for value, count in zip(variable.values, counts, strict=True) if value in variable.shown]
        parts = (sum(some) for many in range(1, len(shown) + 1) for some in combinations(shown, many))
        found = len(answers) in shown or any(min(part, len(answers) - part) >= threshold for part in parts)
        could[variable.question] = could.get(variable.question, False) or found
    return float(np.mean(list(could.values())))


def utility(sizes: tuple[int, ...] = (25, 100, 300), schools: int = 6) -> Iterator[dict[str, Any]]:
    """Yield, by threshold and number of families, of how many questions something is told, over a few schools."""
    for threshold in THRESHOLDS:
        for size in sizes:
            chance = np.random.default_rng(size)
            drawn = [some(pool(preset, 1), size, chance) for preset in PRESETS[:schools]]
            found = [indicators(answers, None, threshold) for answers in drawn]
            most = np.mean([ceiling(each, threshold) for each in drawn])
            for exactly in (False, True):
                whole, inside, groups = np.mean([said(each, exactly) for each in found], axis=0)
                yield {
                    "seuil": threshold,
                    "familles": size,
                    "dit": "nombre exact" if exactly else "nombre ou fourchette",
                    "questions": round(float(whole), 2),
                    "questions par groupe": round(float(inside), 2),
                    "derniere place": round(float(np.mean([last_place(each, exactly) for each in found])), 2),
                    "groupes": round(float(groups), 1),
                    "exact au mieux": round(float(most), 2),
                }


def main() -> None:
    """Draw so many schools, and say how many cells a reader bounds; or say how useful what is published is."""
    words = argparse.ArgumentParser()
    words.add_argument("what")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--threshold", type=int, choices=THRESHOLDS)
    words.add_argument("--after", type=int, default=0, help="so many first schools are drawn and not read")
    words.add_argument("--apart", action="store_true")
    words.add_argument("--plan", action="store_true")
    asked = words.parse_args()
    if asked.what == "utility":
        print(pd.DataFrame(utility()).to_string(index=False))
        return
    chance, cells, slowest = np.random.default_rng(asked.seed), 0, 0.0
    for rank in range(1, int(asked.what) + 1):
        school = drawn(chance, most=80 if asked.apart else 250 if asked.plan else MOST)
        school = replace(school, threshold=asked.threshold or school.threshold)
        if rank <= asked.after:
            continue
        start = time.process_time()
        found: list[Any]
        if asked.plan:
            found = with_plan(school, rank, np.random.default_rng((asked.seed, rank)))
        elif asked.apart:
            found = narrow(school, chance)
        else:
            found = bounded_cells(published(school), school.answers, school.population)
        slowest = max(slowest, time.process_time() - start)
        cells += len(found)
        if found:
            drawn_as = f"{school.by}, seuil {school.threshold}, {school.population}"
            print(f"école {rank} : {len(school.answers)} familles, {drawn_as} : {found[:3]}", flush=True)
        if rank % 25 == 0:
            print(f"{rank} écoles, {cells} cases cernées, {slowest:.1f} s pour la plus longue", flush=True)
    print(f"{asked.what} écoles : {cells} cases cernées.")
    raise SystemExit(bool(cells))


if __name__ == "__main__":
    main()
