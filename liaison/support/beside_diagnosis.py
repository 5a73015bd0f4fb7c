"""Ce que les comptes des coupons ajoutent à un diagnostic des mêmes familles, et ce qui reste alors à l'équipe.

A reader takes who hands a coupon for who ticked the box. Each count of the plan is then one more sum of the diagnosis:
those by which a small cell of it would be bounded stay with the team.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

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
from liaison.support.vocabulary import ITEMS, MOMENTS, Item
from liaison.support.workshop_shares import PAIRS

# What of a plan stays with the team: the line of an item, what becomes of workshops, or only who has a place.
Kept = Item | Literal["ateliers", "parts"]
_LANGUAGE, _FRENCH = "langue", "francais"
_NO_WORKSHOP = (
    (f"atelier{SEPARATOR}aucun", (TICKED,)),
    (f"atelier{SEPARATOR}{NO_ANSWER}", (NO_ANSWER,)),
)
# Every number that a plan shows, and that is read below; the threshold and the stock count no family.
READ = {
    *("threshold", "loans.stock", "loans.servies", "loans.attente", "workshops.familles", "opened"),
    *("shares.place", "shares.attente"),
}


def kept_back(
    found: PublishedPlan, diagnosis: Indicators, answers: Answers, population: Population | None = None
) -> frozenset[Kept]:
    """Return which counts of a plan stay with the team, beside this diagnosis of these answers."""
    counted, by = coded(answers), diagnosis.by
    kept: set[Kept] = set()
    said: list[Told] = []
    for name, counts in plan_counts(found):
        told = told_beside(counts, counted, by)
        if name and told and bounded_cells(diagnosis, answers, population, [*said, *told]):
            kept.add(name)
        else:
            said += told
    return frozenset(kept)


def shown_plan(found: PublishedPlan, on: dt.date) -> ShownPlan:
    """Return what a register keeps of a plan, to read it again beside the next diagnosis."""
    return ShownPlan(date=on, comptes=tuple(each for _, counts in plan_counts(found) for each in counts))


def plan_counts(found: PublishedPlan) -> Iterator[tuple[Kept | None, list[Coupons]]]:
    """Yield what each part of a plan tells of a diagnosis of the same families; None: a part that is always told.

    Raises:
        ValueError: a number that the plan shows, and of which nothing here says what it tells.
    """
    if unknown := found.numbers() - READ:
        raise ValueError(f"Nothing says what these numbers of a plan tell of a diagnosis: {sorted(unknown)}.")
    columns = wishes()
    yield None, [_workshop_at_least(found.opened)] if found.opened else []  # somebody comes to each
    for item in ITEMS:
        line = found.loans[found.loans["objet"] == item]
        asking = (line["servies"] + line["attente"]).dropna().tolist()
        box = ((columns[f"demande_{item}"], (TICKED,)),)
        yield item, [Coupons(reponses=box, familles=int(count)) for count in asking]
    yield "ateliers", _workshops(found)
    yield "parts", _parts(found)


def _workshops(found: PublishedPlan) -> list[Coupons]:
    """Return how many ask for a workshop, in which languages, and at which moments where no slot is."""
    counts = found.workshops["familles"]
    shown, hidden = int(counts.sum()), int(counts.isna().sum())
    if hidden:  # one family at least in each, most often: a reader who counts on it is right, or says no more
        told = [_workshop_at_least(number) for number in (shown, shown + hidden) if shown]
    else:
        told = [Coupons(reponses=_NO_WORKSHOP, familles=shown, sauf=True)]
    reasons = found.workshops.set_index("raison")["familles"].dropna()
    closed = tuple((_box(moment), (TICKED,)) for moment in MOMENTS if moment not in found.moments)
    for reason, boxes in (("langue", ((_LANGUAGE, _others()),)), ("moment", closed)):
        if boxes and reasons.get(reason, 0):
            told.append(Coupons(reponses=boxes, familles=int(reasons[reason]), sens="au_moins"))
    return told


def _workshop_at_least(number: int) -> Coupons:
    """Return that so many families at least ask for a workshop: the others tick « aucun », or answer nothing."""
    return Coupons(reponses=_NO_WORKSHOP, familles=number, sauf=True, sens="au_plus")


def _parts(found: PublishedPlan) -> list[Coupons]:
    """Return what the shares of places tell: at least so many families that speak French, or do not, or begin…

    Children are not asked in the questionnaire.
    """
    asking = {
        (trait, value): int(place) + int(waiting)
        for trait, value, place, waiting in found.shares.itertuples(index=False)
    }
    beginning, not_beginning = (("besoin", value) for value in PAIRS["besoin"])
    speaking, not_speaking = (("langue", value) for value in PAIRS["langue"])
    several, once = (("moments", value) for value in PAIRS["moments"])
    told: list[Coupons] = []
    if beginning in asking:
        begin = ((SKILLS_AXIS, ("debutant",)),)
        told.append(Coupons(reponses=begin, familles=asking[beginning], sens="au_moins"))
        told.append(Coupons(reponses=begin, familles=asking[not_beginning], sauf=True, sens="au_plus"))
    if speaking in asking:
        without = int(found.workshops.loc[found.workshops["raison"] == "langue", "familles"].sum())
        # Who does not say its language is expected in French: a reader knows it, or takes them all for French.
        for values, number in (
            ((_FRENCH,), asking[speaking]),
            ((_FRENCH, NO_ANSWER), asking[speaking]),
            (_others(), asking[not_speaking] + without),
        ):
            told.append(Coupons(reponses=((_LANGUAGE, values),), familles=number, sens="au_moins"))
    if once in asking:
        boxes = tuple((_box(moment), (TICKED,)) for moment in MOMENTS)
        told.append(Coupons(reponses=boxes, familles=asking[once] + 2 * asking[several], sens="au_moins"))
    return told


def _others() -> tuple[str, ...]:
    """Return every language but French."""
    spoken = next(item.values for item in family_questionnaire().items if item.id == _LANGUAGE)
    return tuple(value for value in spoken if value != _FRENCH)


def _box(moment: str) -> str:
    return wishes()[f"peut_{moment}"]


__all__ = ["Kept", "kept_back", "plan_counts", "shown_plan"]
