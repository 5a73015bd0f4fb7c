"""Décrire les familles : équipement, compétences, lecture du français, compte, habitudes ; tout se cumule."""

from __future__ import annotations

import numpy as np

from liaison.school.fictitious.aggregates import Aggregates
from liaison.school.fictitious.chance import Chance, Flags, Floats, times
from liaison.school.fictitious.families import Families
from liaison.school.fictitious.population import PopulationHypotheses

Columns = dict[str, np.ndarray]


def describe_adults(
    families: Families, aggregates: Aggregates, population: PopulationHypotheses, chance: Chance
) -> Columns:
    """Return the columns of `personnes` from `compte_active` on, one value per responsable légal."""
    home = _households(families, aggregates, population, chance)
    columns: Columns = {name: values[families.household] for name, values in home.items()}
    columns |= _languages(families, aggregates, population, chance)
    columns |= _skills(families, columns, aggregates, population, chance)
    columns |= _accounts(families, columns, aggregates, population, chance)
    columns |= _daily_life(families, columns, aggregates, population, chance)
    columns["quintile"] = families.quintile[families.household] + 1
    return columns


def _households(
    families: Families, aggregates: Aggregates, population: PopulationHypotheses, chance: Chance
) -> Columns:
    """Return equipment and connection by household."""
    rules, odds = population.equipment, population.cumulations
    quintile, lone = families.quintile, families.lone
    large = families.large[families.family_of_household]
    # The main household of a family has an even number, the second one an odd number.
    homes = 2 * families.family_of_household + families.second
    base = np.array(rules.sans_ordinateur)[quintile]
    factors = odds["sans_ordinateur"]
    raised = times(base, (lone, factors["parent_seul"]), (large, factors["famille_nombreuse"]))
    without_computer = chance.choose("ordinateur", raised, _share(base, aggregates.without_computer), homes)
    no_device = np.zeros(len(quintile), dtype=bool)
    no_device[without_computer] = chance.choose(
        "smartphone", np.full(int(without_computer.sum()), rules.sans_smartphone), at=homes[without_computer]
    )
    base, factors = np.array(rules.sans_internet)[quintile], odds["sans_internet"]
    raised = times(base, (lone, factors["parent_seul"]), (without_computer, factors["sans_ordinateur"]))
    # Without any device there is nothing to connect.
    certain = np.where(no_device, 1.0, raised)
    offline = chance.choose("internet", certain, _share(base, aggregates.without_internet), homes)
    offline |= no_device
    base, factors = np.array(rules.mobile_seul)[quintile], odds["mobile_seul"]
    raised = times(base, (lone, factors["parent_seul"]), (without_computer, factors["sans_ordinateur"]))
    mobile = np.zeros(len(quintile), dtype=bool)
    if not offline.all():
        wanted = min(1.0, _share(base, aggregates.mobile_only) * len(quintile) / int((~offline).sum()))
        mobile[~offline] = chance.choose("connexion mobile", raised[~offline], wanted, homes[~offline])
    return {
        "equipement": np.where(no_device, "aucun", np.where(without_computer, "smartphone", "ordinateur")),
        "connexion": np.where(offline, "aucune", np.where(mobile, "mobile", "fixe")),
    }


def _share(by_quintile: Floats, override: float | None) -> float:
    return float(np.mean(by_quintile)) if override is None else override


def _languages(families: Families, aggregates: Aggregates, population: PopulationHypotheses, chance: Chance) -> Columns:
    """Return the wanted language, the same for a whole family, and who reads French with ease."""
    rules, family = population.languages, families.family_of_adult
    count = len(families.large)
    base = np.array(rules.allophones)[families.quintile[:count]]
    allophone = chance.choose("langue", base, _share(base, aggregates.allophone_families))
    weights = aggregates.languages or rules.langues
    codes = np.array(list(weights))
    drawn = chance.pick("quelle langue", np.tile(np.array(list(weights.values()), dtype=float), (count, 1)))
    language = np.where(allophone, codes[drawn], "fr")
    quintile = families.quintile[families.household]
    difficulty = np.where(allophone[family], 1 - rules.lit_francais_allophone, np.array(rules.lit_mal_autres)[quintile])
    return {
        "langue": language[family],
        "lit_francais": ~chance.choose("lecture du français", difficulty, at=families.slot),
    }


def _skills(
    families: Families, columns: Columns, aggregates: Aggregates, population: PopulationHypotheses, chance: Chance
) -> Columns:
    rules, odds = population.skills, population.cumulations
    quintile, home = families.quintile[families.household], families.household
    no_computer, reads_badly = columns["equipement"] != "ordinateur", ~columns["lit_francais"]
    base, factors = np.array(rules.fragiles)[quintile], odds["fragile"]
    raised = times(
        base,
        (families.lone[home], factors["parent_seul"]),
        (no_computer, factors["sans_ordinateur"]),
        (reads_badly, factors["lit_mal"]),
    )
    weak = chance.choose("compétences", raised, _share(base, aggregates.weak_skills), families.slot)
    of_weak = np.clip(np.array(rules.non_utilisateurs)[quintile] / np.maximum(base, 1e-9), 0, 0.99)
    factors = odds["non_utilisateur"]
    raised = times(
        of_weak,
        (no_computer, factors["sans_ordinateur"]),
        (columns["connexion"] == "aucune", factors["sans_internet"]),
        (reads_badly, factors["lit_mal"]),
    )
    non_user = np.zeros(len(weak), dtype=bool)
    if weak.any():
        non_user[weak] = chance.choose(
            "non-utilisateur", raised[weak], float(np.mean(of_weak[weak])), families.slot[weak]
        )
    return {"competences": np.where(non_user, "non_utilisateur", np.where(weak, "fragile", "autonome"))}


def _accounts(
    families: Families, columns: Columns, aggregates: Aggregates, population: PopulationHypotheses, chance: Chance
) -> Columns:
    rules, odds = population.accounts, population.cumulations
    weak, non_user = columns["competences"] == "fragile", columns["competences"] == "non_utilisateur"
    reads_badly = ~columns["lit_francais"]
    factors = odds["compte_active"]
    in_second = families.second[families.household]
    raised = times(
        np.full(len(weak), rules.actives[aggregates.kind]),
        (weak, factors["fragile"]),
        (non_user, factors["non_utilisateur"]),
        (columns["equipement"] == "aucun", factors["sans_appareil"]),
        (reads_badly, factors["lit_mal"]),
        (in_second, factors["second_foyer"]),
        ((families.rank == 2) & ~in_second, factors["second_rang"]),
    )
    active = chance.choose("compte activé", raised, aggregates.accounts_activated, families.slot)
    return {
        "compte_active": active,
        "compte_partage": _shared(families, active, columns, aggregates, population, chance),
        "habitude": _habits(families, active, columns["competences"], population, chance),
    }


def _shared(
    families: Families,
    active: Flags,
    columns: Columns,
    aggregates: Aggregates,
    population: PopulationHypotheses,
    chance: Chance,
) -> Flags:
    """Return whose child uses the account: only an activated account can be shared."""
    base, factors = population.accounts.partages, population.cumulations["compte_partage"]
    raised = times(
        np.full(len(active), base),
        (columns["competences"] == "fragile", factors["fragile"]),
        (columns["competences"] == "non_utilisateur", factors["non_utilisateur"]),
        (~columns["lit_francais"], factors["lit_mal"]),
    )
    shared = np.zeros(len(active), dtype=bool)
    shared[active] = chance.choose("compte partagé", raised[active], aggregates.shared_accounts, families.slot[active])
    return shared


def _habits(
    families: Families, active: Flags, skills: np.ndarray, population: PopulationHypotheses, chance: Chance
) -> np.ndarray:
    habits = ["quotidienne", "hebdomadaire", "rare", "aucune"]
    weights = np.zeros((len(active), len(habits)))
    for skill, shares in population.accounts.habitudes.items():
        weights[skills == skill] = [shares.get(habit, 0.0) for habit in habits]  # type: ignore[call-overload]
    weights[~active] = [0, 0, 0, 1]
    return np.array(habits)[chance.pick("habitude", weights, families.slot)]


def _daily_life(
    families: Families, columns: Columns, aggregates: Aggregates, population: PopulationHypotheses, chance: Chance
) -> Columns:
    """Return night work, and which contacts in the school's files are right."""
    night, contacts, odds = population.night_work, population.contacts, population.cumulations
    quintile, count = families.quintile[families.household], len(families.household)
    everybody = np.ones(count, dtype=bool)
    in_second = families.second[families.household]
    at_night = np.full(count, night.part)
    for q, factor in enumerate(night.cotes_quintile):
        at_night = times(at_night, (everybody & (quintile == q), factor))
    phone, email = np.full(count, contacts.telephone), np.full(count, contacts.courriel)
    for q, factor in enumerate(contacts.cotes_quintile):
        phone, email = times(phone, (quintile == q, factor)), times(email, (quintile == q, factor))
    factors = odds["telephone_connu"]
    phone = times(phone, (~columns["lit_francais"], factors["lit_mal"]), (in_second, factors["second_foyer"]))
    factors, skills = odds["courriel_connu"], columns["competences"]
    email = times(
        email,
        (skills == "fragile", factors["fragile"]),
        (skills == "non_utilisateur", factors["non_utilisateur"]),
        (in_second, factors["second_foyer"]),
    )
    return {
        "travail_nuit": chance.choose("travail de nuit", at_night, aggregates.night_work, families.slot),
        "telephone_connu": chance.choose("téléphone", phone, aggregates.phone_known, families.slot),
        "courriel_connu": chance.choose("courriel", email, aggregates.email_known, families.slot),
    }
