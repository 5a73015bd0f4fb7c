"""Des familles fictives qui ont toutes une vraie situation, et ce qu'il en reste quand on la leur demande.

`fictitious_families` gives what nobody has in a real school: what every family has and can do. `collected` gives what
a school would see of it, by one way of asking or several: those who lack what answering takes answer less, so that
the answers look better than the families. Every probability is a hypothesis (`diagnostic/situations`,
`diagnostic/non_reponse`); see docs/modele_diagnostic.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from liaison.base.faults import FrenchError
from liaison.base.languages import of_families, word_of
from liaison.base.sentences import french_beside
from liaison.diagnostic.answers import Answers, answers_from_columns
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.counting.weights import FamilyCounts
from liaison.diagnostic.hypotheses import WAYS, DiagnosticHypotheses, Firsts, Situations, Way, load_hypotheses
from liaison.diagnostic.questionnaire.item import column_name
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire, family_questionnaire
from liaison.school.fictitious.chance import Chance, times
from liaison.school.kinship import families_of
from liaison.school.tables import STRUCTURE, School

phrase = french_beside(__file__)

Words = np.ndarray
# What the school generator writes, and what a family answers.
LANGUAGES = {code: word_of(code) for code in of_families().in_questionnaire}
LEVELS = {
    "6e": "sixieme",
    "5e": "cinquieme",
    "4e": "quatrieme",
    "3e": "troisieme",
    "2de": "seconde",
    "1re": "premiere",
    "Tle": "terminale",
}
# What decides whether a family answers, beside its answers themselves; never in a table of answers.
TRAITS = (
    "competence",
    "lit_mal",
    "parent_seul",
    "travail_nuit",
    "compte_inactif",
    "sans_telephone_connu",
)


class FictitiousError(FrenchError):
    """Families or ways of asking that do not go together, and what to do."""


def fictitious_families(school: School, seed: int, hypotheses: DiagnosticHypotheses | None = None) -> pd.DataFrame:
    """Return the true situation of every family of a fictitious school: its answers if it gave all of them.

    One row per family (see `families_of`), index `famille` (f0001…). First the columns of the suite's questionnaire
    (text, or bool for a multiple choice) and `niveau` (that of a child at school, "" for a level that the
    questionnaire has not); then TRAITS, which decide who answers: `competence` (autonome, fragile,
    non_utilisateur) and five bools. The first responsable légal answers for the family.
    """
    supposed = (hypotheses or load_hypotheses()).situations
    base, chance = _described(school), Chance(seed)
    count = len(base)
    device, skill = base["equipement"].to_numpy(), base["competences"].to_numpy()
    answers: dict[str, Words] = {}
    for name in ("ordinateur", "tablette", "smartphone"):
        probability = (
            (device == "ordinateur").astype(float) if name == "ordinateur" else _by(getattr(supposed, name), device)
        )
        answers[column_name("appareils", name)] = chance.uniform(f"appareil {name}", count) < probability
    answers[column_name("appareils", "aucun")] = ~np.any(list(answers.values()), axis=0)
    answers["partage"] = _sharing(base["enfants"].to_numpy(), answers, supposed, chance)
    limited = chance.uniform("forfait limité", count) < supposed.mobile_limitee
    mobile = np.where(limited, "mobile_limitee", "mobile_suffisante")
    answers["connexion"] = np.where(base["connexion"] == "mobile", mobile, base["connexion"].to_numpy())
    answers["imprimante"] = _drawn(chance, "imprimante", supposed.imprimante, device, ("maison", "ailleurs", "non"))
    for gesture in next(iter(supposed.gestes.values())):
        shares = {level: gestures[gesture] for level, gestures in supposed.gestes.items()}
        answers[column_name("seul", gesture)] = _drawn(
            chance, gesture, shares, skill, ("sans_aide", "avec_aide", "pas_encore")
        )
    habits, often = base["habitude"].to_numpy(), ("chaque_jour", "chaque_semaine", "plus_rarement", "jamais")
    answers["lecture"] = _drawn(chance, "lecture", supposed.lecture, habits, often)
    answers["aide"] = _drawn(chance, "aide", supposed.aide, skill, ("maison", "proche", "association", "personne"))
    channels = ("ent", "sms", "telephone", "papier", "courriel")
    answers["canal"] = _drawn(chance, "canal", supposed.canal, skill, channels)
    moments = ("matin", "journee", "fin_apres_midi", "soir", "fin_de_semaine")
    at_night = np.where(base["travail_nuit"], "nuit", "jour")
    answers["moment"] = _drawn(chance, "moment", supposed.moment, at_night, moments)
    answers["langue"] = base["langue"].map(LANGUAGES).fillna("autre").to_numpy(dtype=object)
    answers |= _wishes(answers, skill, hypotheses or load_hypotheses(), chance)
    table = pd.DataFrame(answers, index=base.index).assign(niveau=base["niveau"], competence=skill)
    for trait in TRAITS[1:]:
        table[trait] = base[trait].to_numpy()
    return table


def collected(
    families: pd.DataFrame,
    ways: Way | Sequence[Way],
    seed: int,
    hypotheses: DiagnosticHypotheses | None = None,
    questionnaire: Questionnaire | None = None,
) -> Answers:
    """Return the answers that a school would receive from these families, asked in these ways, one after the other.

    `ways`: en_ligne, telephone, papier, or several: who has not answered by the first is asked by the next. A way
    draws the same families whatever the others are. Answers are in a random order: their number tells no family.

    Raises:
        FictitiousError: no way, an unknown one, or twice the same.
    """
    supposed = (hypotheses or load_hypotheses()).non_response
    mode = answered_by(families, ways, seed, hypotheses)
    chance, count = Chance(seed), len(families)
    order = chance.order("ordre des réponses", count)
    order = order[mode[order] != ""]
    form = questionnaire or family_questionnaire()
    columns: dict[str, list[object]] = {}
    skipped = times(
        np.full(count, supposed.question_sautee.base),
        ((families["competence"] != "autonome").to_numpy(), supposed.question_sautee.fragile),
        (families["lit_mal"].to_numpy(), supposed.question_sautee.lit_mal),
    )
    left_out = {item.id: chance.uniform(f"question sautée {item.id}", count) < skipped for item in form.items}
    for column in form.columns():
        values = families[column.name].to_numpy(dtype=object).copy()
        values[left_out[column.item.id]] = None
        columns[column.name] = list(values[order])
    columns["niveau"] = [level or None for level in families["niveau"].to_numpy(dtype=object)[order]]
    columns["mode"] = list(mode[order])
    return answers_from_columns(columns, form)


def answered_by(
    families: pd.DataFrame, ways: Way | Sequence[Way], seed: int, hypotheses: DiagnosticHypotheses | None = None
) -> np.ndarray:
    """Return by which way each family answers, "" where it does not, when it is asked in these ways in turn.

    Raises:
        FictitiousError: no way, an unknown one, or twice the same.
    """
    chosen = (ways,) if isinstance(ways, str) else tuple(ways)
    if not chosen or len(set(chosen)) < len(chosen) or not set(chosen) <= set(WAYS):
        raise FictitiousError(phrase("facon-de-demander", ways=", ".join(WAYS)))
    chance, count = Chance(seed), len(families)
    mode = np.full(count, "", dtype=object)
    for way in chosen:
        answers = chance.uniform(f"réponse {way}", count) < answering(families, way, hypotheses)
        mode[answers & (mode == "")] = way
    return mode


def answering(families: pd.DataFrame, way: Way, hypotheses: DiagnosticHypotheses | None = None) -> np.ndarray:
    """Return the probability that each family answers when it is asked in that way (0 where it cannot be reached)."""
    supposed = getattr((hypotheses or load_hypotheses()).non_response, way)
    conditions = _conditions(families)
    probability = times(
        np.full(len(families), supposed.base),
        *[(conditions[name], factor) for name, factor in supposed.facteurs.items()],
    )
    for name in supposed.impossible:
        probability = np.where(conditions[name], 0.0, probability)
    return probability


def out_of_reach(
    families: pd.DataFrame, way: Way, hypotheses: DiagnosticHypotheses | None = None
) -> dict[str, np.ndarray]:
    """Return what keeps this way of asking from reaching a family, and which families it keeps (bool)."""
    supposed, conditions = getattr((hypotheses or load_hypotheses()).non_response, way), _conditions(families)
    return {name: conditions[name] for name in supposed.impossible}


def true_situation(families: pd.DataFrame) -> Answers:
    """Return the answers as if every family had answered every question: what a collection is compared with."""
    form = family_questionnaire()
    columns: dict[str, list[object]] = {
        column.name: list(families[column.name].to_numpy(dtype=object)) for column in form.columns()
    }
    columns["niveau"] = [level or None for level in families["niveau"]]
    return answers_from_columns(columns, form)


def population_of(families: pd.DataFrame) -> FamilyCounts:
    """Return how many of these families there are by level, in the order of the questionnaire."""
    counts = families["niveau"].value_counts()
    return FamilyCounts(
        {level: int(counts[level]) for level in family_questionnaire().context["niveau"] if level in counts}
    )


def _described(school: School) -> pd.DataFrame:
    """Return what the school says of each family, from its first responsable légal."""
    family = families_of(school)
    of_class = dict(zip(school.classes["id"], school.classes["niveau"].str.partition("-")[0], strict=True))
    classes = school.memberships[
        (school.memberships["fonction"] == "eleve") & (school.memberships["groupe"] != STRUCTURE)
    ].drop_duplicates("personne")
    level = classes.set_index("personne")["groupe"].map(of_class).reindex(family.index)
    links = school.links.assign(famille=school.links["eleve"].map(family)).sort_values(
        ["famille", "rang"], kind="stable"
    )
    adults = links.drop_duplicates("responsable").groupby("famille")
    first = links.drop_duplicates("famille").set_index("famille")["responsable"]
    people = school.people.set_index("id").loc[first].set_axis(first.index)
    home = school.people.set_index("id")["foyer"]
    households = links.assign(foyer=links["responsable"].map(home)).groupby("famille")["foyer"].nunique()
    known = set(family_questionnaire().context["niveau"])
    named = level.map(lambda name: LEVELS.get(name, str(name).lower()))
    table = people[["equipement", "connexion", "competences", "langue", "habitude"]].copy()
    table["niveau"] = named.where(named.isin(known), "").groupby(family).first()
    table["enfants"] = family.value_counts()
    table["lit_mal"] = ~people["lit_francais"].astype(bool)
    table["parent_seul"] = (adults["responsable"].size() == 1) | (households > 1)
    table["travail_nuit"] = people["travail_nuit"].astype(bool)
    table["compte_inactif"] = ~people["compte_active"].astype(bool)
    table["sans_telephone_connu"] = ~people["telephone_connu"].astype(bool)
    table = table.sort_index()
    return table.set_axis(pd.Index([f"f{rank:04d}" for rank in range(1, len(table) + 1)], name="famille"))


def _conditions(families: pd.DataFrame) -> dict[str, np.ndarray]:
    conditions = {trait: families[trait].to_numpy(dtype=bool) for trait in TRAITS[1:]}
    conditions["fragile"] = (families["competence"] == "fragile").to_numpy()
    conditions["non_utilisateur"] = (families["competence"] == "non_utilisateur").to_numpy()
    conditions["sans_ordinateur"] = ~families[column_name("appareils", "ordinateur")].to_numpy(dtype=bool)
    conditions["sans_appareil"] = families[column_name("appareils", "aucun")].to_numpy(dtype=bool)
    conditions["mobile_limitee"] = (families["connexion"] == "mobile_limitee").to_numpy()
    conditions["sans_connexion"] = (families["connexion"] == "aucune").to_numpy()
    return conditions


def _by(shares: Mapping[Any, float], group: Words) -> np.ndarray:
    return pd.Series(group).map(shares).to_numpy(dtype=float)


def _drawn(chance: Chance, use: str, shares: Mapping[Any, Firsts], group: Words, values: Sequence[str]) -> Words:
    """Return one of `values` per family, drawn with the shares of its group; the last value has what remains."""
    weights = np.zeros((len(group), len(values)))
    for name, firsts in shares.items():
        weights[group == name] = [*firsts, 1 - sum(firsts)]
    return np.array(values, dtype=object)[chance.pick(use, weights)]


def _sharing(children: np.ndarray, drawn: dict[str, Words], supposed: Situations, chance: Chance) -> Words:
    """Return with how many children each family's devices are shared: children at home, by device."""
    count = len(children)
    at_home = children + (chance.uniform("enfant ailleurs", count) < supposed.enfant_ailleurs)
    computer, tablet = drawn[column_name("appareils", "ordinateur")], drawn[column_name("appareils", "tablette")]
    second = chance.uniform("second appareil", count) < supposed.second_appareil
    devices = 1 + (computer & (tablet | second))
    each = np.clip(np.ceil(at_home / devices).astype(int), 1, 3)
    words = np.array(["", "un_enfant", "deux_enfants", "trois_enfants_ou_plus"], dtype=object)[each]
    return np.where(drawn[column_name("appareils", "aucun")], "pas_d_appareil", words)


def _wishes(
    drawn: dict[str, Words], skill: Words, hypotheses: DiagnosticHypotheses, chance: Chance
) -> dict[str, Words]:
    """Return who wishes a loan or a workshop: families wish what they lack, not all of them."""
    supposed, count = hypotheses.situations, len(skill)
    equipment = _equipment(drawn)
    loan = chance.uniform("souhait de prêt", count) < _by(supposed.pret, equipment)
    weak_link = np.isin(drawn["connexion"], ["mobile_limitee", "aucune"])
    device = loan & ~(drawn[column_name("appareils", "ordinateur")].astype(bool) & weak_link)
    key = weak_link & (chance.uniform("souhait de clé", count) < supposed.cle_internet)
    comes = chance.uniform("souhait d'atelier", count) < _by(supposed.atelier, skill)
    wishes: dict[str, Words] = {"pret__ordinateur": device, "pret__cle_internet": key, "pret__aucun": ~device & ~key}
    slots = ("matin", "apres_midi", "soir", "samedi")
    free = [
        comes & (chance.uniform(f"créneau {slot}", count) < share)
        for slot, share in zip(slots, supposed.creneaux, strict=True)
    ]
    # Who wishes a workshop can come at one time at least: the evening, when no other was drawn.
    free[2] = free[2] | (comes & ~np.any(free, axis=0))
    wishes |= {column_name("atelier", slot): chosen for slot, chosen in zip(slots, free, strict=True)}
    wishes[column_name("atelier", "aucun")] = ~comes
    return wishes


def _equipment(drawn: dict[str, Words]) -> Words:
    """Return the equipment axis of families, by the same rule as their answers."""
    form = family_questionnaire()
    known = {column.name: list(drawn[column.name]) for column in form.columns() if column.name in drawn}
    return axes(answers_from_columns(known, form))["equipement"].to_numpy(dtype=object)


__all__ = ["FictitiousError", "answering", "collected", "fictitious_families", "population_of", "true_situation"]
