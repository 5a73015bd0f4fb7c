"""Ce que le diagnostic dit des familles : des comptes, des parts et leurs intervalles, et qui n'a pas répondu.

Everything here has gone through disclosure control: what is hidden is missing, and nothing else is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from liaison.base.faults import FrenchError
from liaison.base.intervals import share_interval
from liaison.base.sentences import french_beside
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.tabulation import Coded, coded
from liaison.diagnostic.counting.weights import Compared, FamilyCounts, Strata, WeightError, compared, strata
from liaison.diagnostic.disclosure.merged_words import members, merged_name
from liaison.diagnostic.disclosure.merging import Merged, merged
from liaison.diagnostic.disclosure.protection import ProtectedSums, Weighting, protected
from liaison.diagnostic.disclosure.told_table import COUNTED, RANGE, TOGETHER, WEIGHTED, name_of, ranks_of, table_of
from liaison.diagnostic.hypotheses import load_hypotheses
from liaison.diagnostic.papers.cautions import (
    CORNERED,
    NOT_GIVEN,
    answered_otherwise,
    asked_in_part,
    counted_otherwise_than_once,
    warnings_of,
)
from liaison.diagnostic.publication.beside import ShownPlan, beside_of
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, MODE, NO_ANSWER
from liaison.disclosure.disclosure import DEFAULT_THRESHOLD, FEW_TIMES, checked_threshold
from liaison.disclosure.publication_rules import Rounding

phrase = french_beside(__file__)

COLUMNS = (*COUNTED, "part", "bas", "haut", *WEIGHTED)
RESPONSE_COLUMNS = (LEVEL, MODE, "reponses", *RANGE, "familles", "taux")
COARSE_POINTS = 5


class IndicatorError(FrenchError):
    """Indicators that cannot be made as asked, and what to do."""


@dataclass(frozen=True)
class AnswerIndicators:
    """What may be published of a set of answers, question by question and group by group.

    `table`, one row per group and value (COLUMNS): `groupe` (« ensemble », or a value of `by`), `question`, `partie`
    (row of a grid or value of a multiple choice, or ""), `valeur`, `effectif` (families; <NA>: hidden), `au_moins` and
    `au_plus` (families too: equal to `effectif`, or the range in which it is told, or missing), `reponses`
    (forms of the group, answered or not to this question: what shares are of), `part` (0 to 1, missing when hidden or
    under the threshold, to the nearest 5 points under 30 families), `bas` and `haut` (its 95 % interval),
    `part_ponderee`, `bas_pondere`, `haut_pondere` (« ensemble » only: with the levels of the whole school, to the
    nearest `arrondi_pondere`). Groups, or values, told together are written `a+b`.
    `response` (RESPONSE_COLUMNS): forms by level and way of asking, families of the school, response rate; families
    are missing too where forms are hidden. `warnings`: sentences to read with the figures. `answers`: forms received;
    None under the threshold. `population`: families of the school; None when they are not known, or cannot be.
    `own_words`: what a school's own form calls its questions and answers (`Questionnaire.own_words`).
    """

    by: str
    threshold: int
    answers: int | None
    population: int | None
    table: pd.DataFrame
    response: pd.DataFrame
    warnings: tuple[str, ...]
    own_words: Mapping[str, str] = field(default_factory=dict)

    def lowest_and_highest(self) -> tuple[Any, Any] | None:
        """Return the row of the level that answered least, then of the one that did most, as `response` has them.

        None while the rate of one is hidden: their order would tell something of it.
        """
        of_levels = self.response[(self.response[LEVEL] != TOGETHER) & (self.response[MODE] == TOGETHER)]
        if len(of_levels) < 2 or of_levels["taux"].isna().any():
            return None
        ranked = list(of_levels.sort_values("taux", kind="stable").itertuples())
        return ranked[0], ranked[-1]

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
            raise IndicatorError(phrase("groupes-a-choisir", groups=", ".join(sorted(known))))
        chosen = self.table[self.table["groupe"].isin(list(groups))]
        keys = ["question", "partie", "valeur"]
        lines = chosen.groupby(keys, sort=False)[["effectif", *RANGE, "reponses"]]
        # A group of which one part is hidden is hidden: pandas would leave the hidden part out of the sum.
        whole = lines.count().eq(lines.size(), axis=0)
        summed = (
            lines.sum()
            .where(whole)
            .reset_index()
            .assign(groupe=merged_name(dict.fromkeys(groups)), part_ponderee=np.nan)
        )
        kinds = dict.fromkeys(("effectif", *RANGE, "reponses"), "Int64")
        return _with_shares(summed.astype(kinds), self.threshold, None)

    def families(self, question: str, values: Collection[str]) -> int | None:
        """Return how many families gave one of these answers, of all; None where it is not told to the family.

        Answers told together count when all of them are asked for.
        """
        rows = self.question(question)
        counts = {str(name): count for name, count in zip(rows["valeur"], rows["effectif"], strict=True)}
        own = {name for name in counts if set(members(name)) & set(values)}
        if not own or not all(set(members(name)) <= set(values) and counts[name] is not pd.NA for name in own):
            return None
        return sum(int(counts[name]) for name in own)

    def at_least(self, question: str, values: Collection[str]) -> int | None:
        """Return how many families at least gave one of these answers, of all; None where nothing is told of them."""
        rows = self.question(question)
        lows = zip(rows["valeur"], rows["au_moins"], strict=True)
        own = [int(low) for name, low in lows if set(members(str(name))) <= set(values) and low is not pd.NA]
        return sum(own) if own else None


def indicators(
    answers: Answers,
    population: FamilyCounts | None = None,
    threshold: int = DEFAULT_THRESHOLD,
    by: str = LEVEL,
    placed: pd.DataFrame | None = None,
    beside: Sequence[ShownPlan] = (),
) -> AnswerIndicators:
    """Return what may be published of these answers: each question, alone and by group.

    `population`: families by level, for response rates, intervals and weights; a number that the answers contradict
    is not used, and it is said. It also protects from who knows these numbers. `by`: the variable that makes the
    groups (`niveau`, `mode`, a question, an axis). `placed`: the axes of these answers, when already known. `beside`:
    plans of the same families that are already shown.

    Raises:
        IndicatorError: `by` is not a variable of these answers.
        DisclosureError: a threshold under 5.
    """
    checked_threshold(threshold)
    counted = coded(answers, placed)
    if by not in counted.variables:
        raise IndicatorError(phrase("question-inconnue", question=by, questions=", ".join(counted.variables)))
    # Before everything: a wrong number would give wrong rates, intervals and weights, whatever makes the groups.
    school = None if population is None else compared(answers, population)
    most = most_of(school, counted)
    how = merged(counted, by, answers.questionnaire, threshold, most)
    layers, unweighted = strata_of(school, how, by, len(counted), threshold)
    weighting = None if layers is None else weighting_of(layers)
    plans = beside_of(beside, counted, by)
    protection = protected(
        counted, by, answers.questionnaire, how, threshold, most, weighting, plans.published, plans.guarded
    )
    table = _only_asked(table_of(protection, counted, by), answers)
    table = _with_shares(table, threshold, _families_of_group(table, school, by))
    table = _weighted(table, protection, counted, layers, school)
    total = None if table["reponses"][table["groupe"] == TOGETHER].isna().any() else len(counted)
    response = _response(table, counted, school, by, total)
    families = school.total if school and total is not None else None
    in_part = [*asked_in_part(answers), *answered_otherwise(answers, table), *counted_otherwise_than_once(answers)]
    warnings = [*_of_school(school, table, protection), unweighted, *in_part]
    return AnswerIndicators(
        by,
        threshold,
        total,
        families,
        table,
        response,
        warnings_of(table, response, total, families, warnings),
        answers.questionnaire.own_words,
    )


def _only_asked(table: pd.DataFrame, answers: Answers) -> pd.DataFrame:
    """Return the table without the levels, or the ways of asking, that no form says."""
    return table[~table["question"].isin(list(answers.unasked))].reset_index(drop=True)


def most_of(school: Compared | None, counted: Coded) -> np.ndarray | None:
    """Return the families of each level, for who knows them; None when nobody gave them."""
    return school.most if school and LEVEL in counted.variables else None


def _of_school(school: Compared | None, table: pd.DataFrame, protection: ProtectedSums) -> list[str]:
    """Return what is to be said of the numbers of families: not given, wrong, or that tell too much."""
    cornered = CORNERED if protection.cornered else ""
    if school is None:
        return [NOT_GIVEN, cornered]
    published = table[(table["groupe"] == TOGETHER) & (table["question"] == LEVEL) & table["effectif"].notna()]
    return [school.refusal(set(published["valeur"])), cornered]


def _families_of_group(table: pd.DataFrame, school: Compared | None, by: str) -> np.ndarray | None:
    if school is None:
        return None
    known: dict[str, int] = dict(school.families) if by == LEVEL else {}
    if school.total is not None:
        known = {**known, TOGETHER: school.total}
    for group in dict.fromkeys(table["groupe"]):
        if all(level in known for level in members(group)):
            known[group] = sum(known[level] for level in members(group))
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
    columns = {
        "part": share,
        "bas": _rounded(low, size, rounding, np.floor),
        "haut": _rounded(high, size, rounding, np.ceil),
    }
    shares = {name: np.where(enough, values, np.nan) for name, values in columns.items()}
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


def strata_of(school: Compared | None, how: Merged, by: str, answers: int, threshold: int) -> tuple[Strata | None, str]:
    """Return what an answer weighs, and why there are no weights when there are none."""
    if school is None or school.total is None or by != LEVEL or 0 < answers < FEW_TIMES * threshold:
        return None, ""
    try:
        layers = strata(school, how.groups)
    except WeightError as error:
        return None, str(error)
    return (layers if how.by_group else None), ""  # all levels together weigh the same


def weighting_of(layers: Strata) -> Weighting:
    """Return the weights of levels, and how finely weighted shares may be told."""
    steps = (load_hypotheses().publication.arrondi_pondere / 100, COARSE_POINTS / 100)
    return Weighting(tuple(layers.weight[layers.place].tolist()), float((layers.weight * layers.counts).sum()), steps)


def _weighted(
    table: pd.DataFrame, protection: ProtectedSums, counted: Coded, layers: Strata | None, school: Compared | None
) -> pd.DataFrame:
    """Return the table with the weighted shares of « ensemble » that may be told."""
    if layers is None or school is None or school.total is None:
        return table
    names, shares = name_of(counted), np.full((len(table), 2), np.nan)
    for place, (group, question, part, value) in enumerate(
        table[["groupe", "question", "partie", "valeur"]].itertuples(index=False, name=None)
    ):
        name = names[question, part]
        own = protection.weighted.get((name, ranks_of(counted.variables[name], value))) if group == TOGETHER else None
        if own:
            shares[place] = own.share, own.step
    share, step = shares.T
    size = table["reponses"].to_numpy(dtype=float, na_value=np.nan)
    # From the rounded share, which is all that may be told of the exact one, and the half step around it.
    low, high = share_interval(share * size, size, school.total, np.full(len(share), layers.effective))
    columns = (share, np.maximum(low - step / 2, 0), np.minimum(high + step / 2, 1), step)
    return table.assign(**dict(zip(WEIGHTED, columns, strict=True)))


def _response(table: pd.DataFrame, counted: Coded, school: Compared | None, by: str, total: int | None) -> pd.DataFrame:
    """Return forms received by level and by way of asking, and the response rate where families are known."""
    rows: list[tuple[object, ...]] = []
    families, everybody = (school.families, school.total) if school else ({}, None)

    def add(level: str, mode: str, numbers: tuple[object, ...], known: int | None) -> None:
        rows.append((level, mode, *numbers, known))

    shown = ["valeur", "groupe", "effectif", *RANGE]
    for name in (LEVEL, MODE):
        for value, group, *numbers in table[table["question"] == name][shown].itertuples(index=False, name=None):
            by_level = name == MODE and by == LEVEL
            if group != TOGETHER and not by_level:
                continue
            level = group if group != TOGETHER else value if name == LEVEL else TOGETHER
            known = _families_of(level, families) if level != TOGETHER else everybody if value != NO_ANSWER else None
            if numbers[0] is pd.NA or numbers[0] or (name == LEVEL and known):
                add(level, value if name == MODE else TOGETHER, tuple(numbers), known)
    add(TOGETHER, TOGETHER, (total,) * 3, everybody)
    rates = pd.DataFrame(rows, columns=list(RESPONSE_COLUMNS[:-1])).astype(
        dict.fromkeys(("reponses", *RANGE, "familles"), "Int64")
    )
    # How many families a level has says how many can have answered there.
    secret = rates["reponses"].isna() & ((rates[LEVEL] != TOGETHER) | (total is None))
    rates["familles"] = rates["familles"].mask(secret)
    return rates.assign(taux=(rates["reponses"] / rates["familles"]).astype("Float64"))


def _families_of(level: str, families: dict[str, int]) -> int | None:
    """Return the families of a level, or of levels told together; None when one is not known."""
    known = [families.get(each) for each in members(level) if each != NO_ANSWER]
    given = [each for each in known if each is not None]
    return sum(given) if given and len(given) == len(known) else None


__all__ = [
    "COLUMNS",
    "RESPONSE_COLUMNS",
    "TOGETHER",
    "AnswerIndicators",
    "IndicatorError",
    "indicators",
    "most_of",
    "strata_of",
    "weighting_of",
]
