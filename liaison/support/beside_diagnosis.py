"""Ce que les comptes des coupons ajoutent à un diagnostic des mêmes familles, et ce qui reste alors à l'équipe.

A reader takes who hands a coupon for who ticked the box. Each count of the plan is then one more sum of the diagnosis:
those by which a small cell of it would be bounded stay with the team.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

import pandas as pd

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.beside import Coupons, told_beside
from liaison.diagnostic.indicators import Indicators
from liaison.diagnostic.joint_audit import bounded_cells
from liaison.diagnostic.protection import Told
from liaison.diagnostic.publication import ShownPlan
from liaison.diagnostic.questionnaire import SEPARATOR, family_questionnaire
from liaison.diagnostic.tabulation import NO_ANSWER, SKILLS_AXIS, TICKED, coded
from liaison.diagnostic.weights import Population
from liaison.support.needs import wishes
from liaison.support.published import PublishedPlan
from liaison.support.vocabulary import ITEMS, Item
from liaison.support.workshop_shares import PAIRS

# What of a plan stays with the team: the line of an item, what becomes of workshops, or only who has a place.
Kept = Item | Literal["ateliers", "parts"]
_WORKSHOP = "atelier"
_LANGUAGE = ("langue", "francais")


def kept_back(
    found: PublishedPlan, diagnosis: Indicators, answers: Answers, population: Population | None = None
) -> frozenset[Kept]:
    """Return which counts of a plan stay with the team, beside this diagnosis of these answers."""
    counted, by = coded(answers), diagnosis.by
    kept: set[Kept] = set()
    said: list[Told] = []
    for name, counts in plan_counts(found):
        told = told_beside(counts, counted, by)
        if told and bounded_cells(diagnosis, answers, population, [*said, *told]):
            kept.add(name)
        else:
            said += told
    return frozenset(kept)


def shown_plan(found: PublishedPlan, on: dt.date) -> ShownPlan:
    """Return what a register keeps of a plan, to read it again beside the next diagnosis."""
    return ShownPlan(date=on, comptes=tuple(each for _, counts in plan_counts(found) for each in counts))


def plan_counts(found: PublishedPlan) -> Iterator[tuple[Kept, list[Coupons]]]:
    """Yield what each part of a plan tells of a diagnosis of the same families."""
    columns = wishes()
    for item in ITEMS:
        line = found.loans[found.loans["objet"] == item]
        asking = (line["servies"] + line["attente"]).dropna().tolist()
        box = ((columns[f"demande_{item}"], (TICKED,)),)
        yield item, [Coupons(reponses=box, familles=int(count)) for count in asking]
    yield "ateliers", _workshops(found)
    yield "parts", _parts(found)


def _workshops(found: PublishedPlan) -> list[Coupons]:
    """Return how many ask for a workshop: all but who ticks « aucun » or answers nothing."""
    counts = found.workshops.set_index("etat")["familles"]
    without = counts["sans_demande"]
    others = (
        (f"{_WORKSHOP}{SEPARATOR}aucun", (TICKED,)),
        (f"{_WORKSHOP}{SEPARATOR}{NO_ANSWER}", (NO_ANSWER,)),
    )
    if without is pd.NA or found.families is None:
        asking = int(counts.drop("sans_demande").sum())
        return [Coupons(reponses=others, familles=asking, sauf=True, sens="au_plus")] if asking else []
    return [Coupons(reponses=others, familles=found.families - int(without), sauf=True)]


def _parts(found: PublishedPlan) -> list[Coupons]:
    """Return who has a place: at least so many families that speak French, or do not, or begin."""
    language, french = _LANGUAGE
    spoken = next(item.values for item in family_questionnaire().items if item.id == language)
    boxes = {
        ("langue", PAIRS["langue"][0]): (language, (french,)),
        ("langue", PAIRS["langue"][1]): (language, tuple(value for value in spoken if value != french)),
        ("besoin", PAIRS["besoin"][0]): (SKILLS_AXIS, ("debutant",)),
    }
    return [
        Coupons(reponses=(box,), familles=int(place) + int(waiting), sens="au_moins")
        for trait, value, place, waiting in found.shares.itertuples(index=False)
        if (box := boxes.get((trait, value)))
    ]


__all__ = ["Kept", "kept_back", "plan_counts", "shown_plan"]
