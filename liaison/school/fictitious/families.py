"""Former les familles : fratries, un ou deux responsables légaux, un ou deux foyers, temps de résidence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from liaison.school.fictitious.aggregates import Aggregates
from liaison.school.fictitious.chance import Chance, Flags, Floats, Ints, round_half_up, times
from liaison.school.fictitious.classes import PupilClasses
from liaison.school.fictitious.population import PopulationHypotheses, quintiles_of_ips


@dataclass(frozen=True)
class Families:
    """The families of a school, as arrays.

    By family: `separated` (two responsables, two households), `single` (one responsable), `large` (three children
    or more, at school here or elsewhere). By pupil: `family_of_pupil`. By responsable, in the order of families
    then of `rank`: `family_of_adult`, `rank` (1 or 2), `slot` (the same number for the same family and rank, however
    many responsables the other families have), `feminine`, `guardian`, `household`, `residence` (share of
    the children's time spent in that adult's household). By household: `quintile` (0 to 4), `lone` (one adult),
    `family_of_household`, `second` (the household where the children live less).
    """

    separated: Flags
    single: Flags
    large: Flags
    family_of_pupil: Ints
    family_of_adult: Ints
    rank: Ints
    slot: Ints
    feminine: Flags
    guardian: Flags
    household: Ints
    residence: Floats
    quintile: Ints
    lone: Flags
    second: Flags
    family_of_household: Ints


def make_families(
    places: PupilClasses, aggregates: Aggregates, population: PopulationHypotheses, chance: Chance
) -> Families:
    """Return the families of the pupils who hold these places: siblings share their responsables."""
    rules = population.families
    family_of_pupil = _siblings(places.level, population.siblings.par_famille[aggregates.kind], chance)
    count = int(family_of_pupil.max()) + 1
    in_school = np.bincount(family_of_pupil, minlength=count)
    large = chance.choose(
        "famille nombreuse",
        times(np.full(count, population.siblings.trois_enfants_ou_plus), (in_school >= 2, 3.0)),
        population.siblings.trois_enfants_ou_plus,
    ) | (in_school >= 3)
    quintile = _quintiles(count, aggregates, population, chance)
    factor = np.array(rules.cotes_quintile)[quintile]
    separated = _by_odds(chance, "parents séparés", rules.parents_separes, factor, aggregates.separated_parents)
    single = _one_responsable(chance, separated, factor, rules.un_seul_responsable, aggregates.single_responsable)
    return _with_adults(family_of_pupil, large, quintile, separated, single, population, chance)


def _siblings(level: Ints, shares: tuple[float, float, float], chance: Chance) -> Ints:
    """Return the family of each pupil; children of one family are in different levels wherever it can be."""
    pupils = len(level)
    # More families than needed, in a random order; those beyond the last pupil are not used.
    sizes = 1 + chance.pick("fratries", np.tile(np.array(shares), (pupils, 1)))
    family_of_slot = np.repeat(np.arange(pupils), sizes)[:pupils]
    # Pupils dealt round the levels: neighbours in this order, hence siblings, are of different levels.
    shuffled = np.lexsort((chance.uniform("élèves dans la fratrie", pupils), level))
    sizes_of_level = np.bincount(level)
    starts = np.concatenate([[0], np.cumsum(sizes_of_level)])[level[shuffled]]
    turn = (np.arange(pupils) - starts + 0.5) / sizes_of_level[level[shuffled]]
    dealt = shuffled[np.lexsort((level[shuffled], np.round(turn, 9)))]
    family_of_pupil = np.empty(pupils, dtype=np.int64)
    family_of_pupil[dealt] = family_of_slot
    # Numbered in the order of pupils, so that the tables read well.
    _, first, family = np.unique(family_of_pupil, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first, kind="stable"), kind="stable")[family]


def _quintiles(count: int, aggregates: Aggregates, population: PopulationHypotheses, chance: Chance) -> Ints:
    if aggregates.quintiles is not None:
        shares = aggregates.quintiles
    else:
        ips = aggregates.ips
        if ips is None:
            ips = population.default_ips[aggregates.priority_education]
        shares = quintiles_of_ips(ips, population)
    bounds = np.cumsum(shares) / sum(shares)
    ladder = (chance.order("quintile", count) + 0.5) / count
    return np.minimum((ladder[:, None] >= bounds).sum(axis=1), 4).astype(np.int64)


def _by_odds(chance: Chance, use: str, base: float, factor: Floats, share: float | None) -> Flags:
    probability = base * factor / (1 - base + base * factor)
    return chance.choose(use, probability, share)


def _one_responsable(chance: Chance, separated: Flags, factor: Floats, base: float, share: float | None) -> Flags:
    """Return who, among the families that are not separated, has only one responsable légal (a share of all)."""
    free, count = ~separated, len(separated)
    probability = base * factor / (1 - base + base * factor)
    wanted = float(np.mean(probability)) if share is None else share
    single = np.zeros(count, dtype=bool)
    if free.any():
        of_free = min(1.0, round_half_up(wanted * count) / int(free.sum()))
        single[free] = chance.choose("un seul responsable", probability[free], of_free, np.flatnonzero(free))
    return single


def _with_adults(
    family_of_pupil: Ints,
    large: Flags,
    quintile: Ints,
    separated: Flags,
    single: Flags,
    population: PopulationHypotheses,
    chance: Chance,
) -> Families:
    rules, count = population.families, len(large)
    family_of_adult = np.repeat(np.arange(count), np.where(single, 1, 2))
    first = np.concatenate([[True], family_of_adult[1:] != family_of_adult[:-1]])
    rank = np.where(first, 1, 2)
    mother_first = chance.uniform("mère en premier", count) < rules.mere_en_premier
    same_gender = chance.choose("même genre", np.full(count, rules.deux_meres_ou_deux_peres)) & ~single
    feminine = np.where(first, mother_first[family_of_adult], (mother_first == same_gender)[family_of_adult])
    main_with_mother = chance.uniform("résidence", count) < rules.residence_chez_la_mere
    # The household where the children live most is the mother's or the father's; with two of a kind, the first's.
    main_is_first = (main_with_mother == mother_first) | same_gender
    apart = separated[family_of_adult]
    in_second = apart & (first != main_is_first[family_of_adult])
    household_count = count + int(separated.sum())
    second_household = np.full(count, -1)
    second_household[separated] = np.arange(count, household_count)
    residence_main = _main_residence(population, chance, count)[family_of_adult]
    family_of_household = np.concatenate([np.arange(count), np.flatnonzero(separated)])
    return Families(
        separated=separated,
        single=single,
        large=large,
        family_of_pupil=family_of_pupil,
        family_of_adult=family_of_adult,
        rank=rank,
        slot=2 * family_of_adult + rank - 1,
        feminine=feminine,
        guardian=(chance.choose("représentant légal", np.full(count, rules.representant_legal)))[family_of_adult],
        household=np.where(in_second, second_household[family_of_adult], family_of_adult),
        residence=np.where(apart, np.where(in_second, np.round(1 - residence_main, 2), residence_main), 1.0),
        quintile=_second_quintiles(quintile, separated, rules.second_foyer_meme_quintile, chance),
        lone=(separated | single)[family_of_household],
        second=np.arange(household_count) >= count,
        family_of_household=family_of_household,
    )


def _main_residence(population: PopulationHypotheses, chance: Chance, count: int) -> Floats:
    shares = population.families.residence
    kinds = {"alternance": 0.5, "partagee": 0.85, "unique": 1.0}
    weights = np.array([shares.get(kind, 0.0) for kind in kinds])  # type: ignore[call-overload]
    return np.array(list(kinds.values()))[chance.pick("rythme de résidence", np.tile(weights, (count, 1)))]


def _second_quintiles(quintile: Ints, separated: Flags, same: float, chance: Chance) -> Ints:
    """Return quintiles by household: the second one has the first's, or a neighbouring one."""
    own = quintile[separated]
    drawn = chance.uniform("quintile du second foyer", len(quintile))[separated]
    step = np.where(drawn < same, 0, np.where(drawn < same + (1 - same) / 2, -1, 1))
    return np.concatenate([quintile, np.clip(own + step, 0, 4)])
