"""Ce que le diagnostic dit des familles : des comptes, des parts et leurs intervalles, et qui n'a pas répondu.

Everything here has gone through disclosure control: what is hidden is missing, and nothing else is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.cautions import CORNERED, NOT_GIVEN, warnings_of, withheld_axis
from liaison.diagnostic.disclosure import DEFAULT_THRESHOLD, PublishedTable, few
from liaison.diagnostic.hypotheses import Rounding, load_hypotheses
from liaison.diagnostic.intervals import share_interval
from liaison.diagnostic.linked import LinkedTables, cornered, protect_linked
from liaison.diagnostic.tabulation import NO_ANSWER, Coded, coded
from liaison.diagnostic.ties import untied
from liaison.diagnostic.weighted import weighted_shares
from liaison.diagnostic.weights import LEVEL, Compared, Population, WeightError, compared, strata
from liaison.faults import FrenchError

TOGETHER = "ensemble"
MODE = "mode"
COUNTED = ("groupe", "question", "partie", "valeur", "effectif", "reponses")
WEIGHTED = ("part_ponderee", "bas_pondere", "haut_pondere")
COLUMNS = (*COUNTED, "part", "bas", "haut", *WEIGHTED)
RESPONSE_COLUMNS = (LEVEL, MODE, "reponses", "familles", "taux")


class IndicatorError(FrenchError):
    """Indicators that cannot be made as asked, and what to do."""


@dataclass(frozen=True)
class Indicators:
    """What may be published of a set of answers, question by question and group by group.

    `table`, one row per group and value (COLUMNS): `groupe` (« ensemble », or a value of `by`), `question`, `partie`
    (row of a grid or value of a multiple choice, or ""), `valeur`, `effectif` (families; <NA>: hidden), `reponses`
    (forms of the group, answered or not to this question: what shares are of), `part` (0 to 1, missing when hidden or
    under the threshold, to the nearest 5 points under 30 families), `bas` and `haut` (its 95 % interval),
    `part_ponderee`, `bas_pondere`, `haut_pondere` (« ensemble » only: with the levels of the whole school, to the
    nearest point or more).
    `response` (RESPONSE_COLUMNS): forms by level and way of asking, families of the school, response rate; families
    are missing too where forms are hidden. `warnings`: sentences to read with the figures. `answers`: forms received;
    None under the threshold. `population`: families of the school; None when they are not known, or cannot be.
    """

    by: str
    threshold: int
    answers: int | None
    population: int | None
    table: pd.DataFrame
    response: pd.DataFrame
    warnings: tuple[str, ...]

    def question(self, name: str, group: str = TOGETHER) -> pd.DataFrame:
        """Return the rows of one question in one group."""
        return self.table[(self.table["question"] == name) & (self.table["groupe"] == group)]

    def of_groups(self, groups: Sequence[str]) -> pd.DataFrame:
        """Return the same columns for several groups together: the sum of what is shown, hidden where one is.

        A filter on screen adds up what is published and nothing else: no two filters can be subtracted to find more.
        """
        known = set(self.table["groupe"]) - {TOGETHER}
        unknown = [name for name in groups if name not in known]
        if unknown or not groups:
            raise IndicatorError(f"Choisir un groupe ou plusieurs parmi : {', '.join(sorted(known))}.")
        chosen = self.table[self.table["groupe"].isin(list(groups))]
        keys = ["question", "partie", "valeur"]
        lines = chosen.groupby(keys, sort=False)[["effectif", "reponses"]]
        # A group of which one part is hidden is hidden: pandas would leave the hidden part out of the sum.
        whole = lines.count().eq(lines.size(), axis=0)
        found = (
            lines.sum()
            .where(whole)
            .reset_index()
            .assign(groupe=" + ".join(dict.fromkeys(groups)), part_ponderee=np.nan)
        )
        return _with_shares(found.astype({"effectif": "Int64", "reponses": "Int64"}), self.threshold, None)


def indicators(
    answers: Answers,
    population: Population | None = None,
    threshold: int = DEFAULT_THRESHOLD,
    by: str = LEVEL,
    placed: pd.DataFrame | None = None,
) -> Indicators:
    """Return what may be published of these answers: each question, alone and by group.

    `population`: families by level, for response rates, intervals and weights; a number that the answers contradict
    is not used, and it is said. It also protects from who knows these numbers. `by`: the variable that makes the
    groups (`niveau`, `mode`, a question, an axis). `placed`: the axes of these answers, when already known.

    Raises:
        IndicatorError: `by` is not a variable of these answers.
        DisclosureError: a threshold under 5.
    """
    counted = coded(answers, placed)
    if by not in counted.variables:
        raise IndicatorError(f"« {by} » n'est pas une question de ce diagnostic : {', '.join(counted.variables)}.")
    others = [name for name in counted.variables if name != by]
    # Before everything: a wrong number would give wrong rates, intervals and weights, whatever makes the groups.
    school = None if population is None else compared(answers, population)
    tables = protect_linked(
        {name: counted.alone(name) for name in counted.variables},
        {(by, name): counted.crossed(by, name) for name in others},
        threshold,
        {LEVEL: school.most} if school and LEVEL in counted.variables else None,
    )
    tables, withheld = untied(tables, counted, by, answers.questionnaire)
    table = _long(tables, counted, by)
    table = _with_shares(table, threshold, _families_of_group(table, school, by))
    table, unweighted = _weighted(table, answers, counted, tables, school, by)
    total = tables.alone[by].shown()[-1]
    response = _response(tables, counted, school, by)
    families = school.total if school and total is not None else None
    told = [*_of_school(school, tables), unweighted, *map(withheld_axis, withheld)]
    return Indicators(
        by, threshold, total, families, table, response, warnings_of(table, response, total, families, told)
    )


def _of_school(school: Compared | None, tables: LinkedTables) -> list[str]:
    """Return what is to be said of the numbers of families: not given, wrong, or that tell too much."""
    if school is None:
        return [NOT_GIVEN]
    if LEVEL not in tables.alone:
        return [school.refusal(np.zeros(0, dtype=bool))]
    levels = tables.alone[LEVEL]
    told = cornered(levels.counts[:-1], levels.hidden[:-1], levels.threshold, school.most)
    return [school.refusal(levels.hidden), CORNERED if told else ""]


def _long(tables: LinkedTables, counted: Coded, by: str) -> pd.DataFrame:
    groups = counted.variables[by].values
    columns: dict[str, list[object]] = {name: [] for name in COUNTED}

    def add(group: str, name: str, counts: Sequence[int | None], total: int | None) -> None:
        variable = counted.variables[name]
        for value, count in zip(variable.values, counts, strict=True):
            if value in variable.shown:
                row = (group, variable.question, variable.part, value, count, total)
                for column, cell in zip(columns.values(), row, strict=True):
                    column.append(cell)

    for name, alone in tables.alone.items():
        *counts, total = alone.shown()
        add(TOGETHER, name, counts, total)
    shown = {name: _rows(crossing) for (_, name), crossing in tables.crossed.items()}
    for place, group in enumerate(groups):
        for name, rows in shown.items():
            *counts, total = rows[place]
            add(group, name, counts, total)
    table = pd.DataFrame(columns)
    # A group where nobody is has nothing to say; one that is hidden stays, to say that it is.
    empty = (table["reponses"] == 0) & (table["groupe"] != TOGETHER)
    table = table[~empty.fillna(False).astype(bool)].reset_index(drop=True)
    return table.astype({"effectif": "Int64", "reponses": "Int64"})


def _rows(table: PublishedTable) -> list[list[int | None]]:
    width, shown = table.counts.shape[1], table.shown()
    return [shown[start : start + width] for start in range(0, len(shown), width)]


def _families_of_group(table: pd.DataFrame, school: Compared | None, by: str) -> np.ndarray | None:
    if school is None:
        return None
    known: dict[str, int] = school.families if by == LEVEL else {}
    if school.total is not None:
        known = {**known, TOGETHER: school.total}
    return table["groupe"].map(known).astype(float).fillna(np.inf).to_numpy()


def _with_shares(table: pd.DataFrame, threshold: int, families: np.ndarray | None) -> pd.DataFrame:
    """Return the table with `part`, `bas` and `haut`: where both counts are shown and enough families make them."""
    count = table["effectif"].to_numpy(dtype=float, na_value=np.nan)
    size = table["reponses"].to_numpy(dtype=float, na_value=np.nan)
    enough = ~np.isnan(count) & (size >= threshold)
    low, high = share_interval(count, size, families)
    rounding = load_hypotheses().publication.arrondi
    with np.errstate(invalid="ignore", divide="ignore"):
        share = _rounded(count / size, size, rounding, np.round)
    found = {
        "part": share,
        "bas": _rounded(low, size, rounding, np.floor),
        "haut": _rounded(high, size, rounding, np.ceil),
    }
    shares = {name: np.where(enough, values, np.nan) for name, values in found.items()}
    known = table.assign(**shares)
    return known.reindex(columns=list(COLUMNS))


def _rounded(
    share: np.ndarray, size: np.ndarray, rounding: Rounding, to: Callable[[np.ndarray], np.ndarray]
) -> np.ndarray:
    """Return shares of few families to the nearest 5 points, their intervals rounded outwards."""
    step = rounding.points / 100
    # A share that is already a multiple stays so: 0.15 / 0.05 is a little under 3 on a machine.
    coarse = np.clip(to(np.round(share / step, 9)) * step, 0, 1)
    return np.where(size < rounding.sous, np.round(coarse, 2), share)


def _weighted(
    table: pd.DataFrame, answers: Answers, counted: Coded, tables: LinkedTables, school: Compared | None, by: str
) -> tuple[pd.DataFrame, str]:
    """Return the table with the weighted shares of « ensemble », and why there are none when there are none."""
    levels = tables.alone[by]
    if school is None or school.total is None or by != LEVEL:
        return table, ""
    if len(answers) and few(levels.counts, levels.threshold):
        return table, ""  # no share to weight, and a level without answers is hidden like the others
    try:
        layers = strata(answers, school.given, levels.threshold)
    except WeightError as error:
        return table, str(error)
    step = load_hypotheses().publication.arrondi_pondere
    shares: dict[tuple[str, str, str], tuple[float, float]] = {}
    for name, variable in counted.variables.items():
        if name != by:
            found = weighted_shares(variable.values, tables.crossed[by, name], levels, tables.alone[name], layers, step)
            shares |= {(variable.question, variable.part, value): share for value, share in found.items()}
    keys = zip(table["question"], table["partie"], table["valeur"], strict=True)
    known = np.array([shares.get(key, (np.nan, np.nan)) for key in keys], dtype=float).reshape(-1, 2)
    known[((table["groupe"] != TOGETHER) | table["part"].isna()).to_numpy()] = np.nan
    share, half = known[:, 0], known[:, 1] / 2
    size = table["reponses"].to_numpy(dtype=float, na_value=np.nan)
    # From the rounded share, which is all that may be told of the exact one, and the half step around it.
    low, high = share_interval(share * size, size, school.total, np.full(len(share), layers.effective))
    columns = (share, np.maximum(low - half, 0), np.minimum(high + half, 1))
    return table.assign(**dict(zip(WEIGHTED, columns, strict=True))), ""


def _response(tables: LinkedTables, counted: Coded, school: Compared | None, by: str) -> pd.DataFrame:
    """Return forms received by level and by way of asking, and the response rate where families are known."""
    rows: list[tuple[str, str, int | None, int | None]] = []
    families = school.families if school else {}
    total = school.total if school else None
    for name in (LEVEL, MODE):
        if name not in counted.variables:
            continue
        *counts, everybody = tables.alone[name].shown()
        for value, count in zip(counted.variables[name].values, counts, strict=True):
            known = families.get(value) if name == LEVEL else total if value != NO_ANSWER else None
            if count != 0 or (name == LEVEL and known):
                place = (value, TOGETHER) if name == LEVEL else (TOGETHER, value)
                rows.append((*place, count, known))
    if (by, MODE) == (LEVEL, MODE) and (LEVEL, MODE) in tables.crossed:
        rows += _by_level_and_mode(tables.crossed[LEVEL, MODE], counted, families)
    everybody = tables.alone[by].shown()[-1]
    rows.append((TOGETHER, TOGETHER, everybody, total))
    found = pd.DataFrame(rows, columns=list(RESPONSE_COLUMNS[:-1])).astype({"reponses": "Int64", "familles": "Int64"})
    # How many families a level has says how many can have answered there.
    secret = found["reponses"].isna() & ((found[LEVEL] != TOGETHER) | (everybody is None))
    found["familles"] = found["familles"].mask(secret)
    return found.assign(taux=(found["reponses"] / found["familles"]).astype("Float64"))


def _by_level_and_mode(
    crossing: PublishedTable, counted: Coded, families: dict[str, int]
) -> list[tuple[str, str, int | None, int | None]]:
    levels, modes = counted.variables[LEVEL].values, counted.variables[MODE].values
    found = []
    for level, row in zip(levels, _rows(crossing), strict=False):
        for mode, count in zip(modes, row, strict=False):
            if count != 0:
                found.append((level, mode, count, families.get(level)))
    return found


__all__ = ["COLUMNS", "RESPONSE_COLUMNS", "TOGETHER", "IndicatorError", "Indicators", "indicators"]
