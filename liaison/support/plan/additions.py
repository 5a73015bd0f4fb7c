"""Une chose de plus : du matériel, un créneau, une garde, quelqu'un qui anime ou traduit ; ce qui en vient."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from liaison.base.sentences import french_beside
from liaison.support.loans.loans import LoanSettings, Stock, allocate
from liaison.support.needs.helped import Loans
from liaison.support.needs.needs import Needs
from liaison.support.plan.family_outcomes import FamilyOutcomes, family_outcomes
from liaison.support.vocabulary import ITEMS, LANGUAGE_CODES, MOMENTS, items, language_words, moment_words
from liaison.support.workshops.plan import WorkshopPlan, plan_workshops
from liaison.support.workshops.settings import Interpreter, Slot, Trainer, WorkshopRoom, WorkshopSettings

phrase = french_beside(__file__)
# What one thing more is, to be compared with others: none of these numbers comes from a source.
MOST_OFFERED = 3
MORE_ITEMS, MORE_CHILDREN, MORE_SEATS = 5, 10, 12
MOST_SLOTS, MOST_CHILDREN = 40, 100
SECONDS = 0.5  # of search for each; what it has not proven by then is the least that it brings


class PlanBase(NamedTuple):
    """A plan that one adds to: the needs that it answers, its settings, its lot, its day, and its workshops, found."""

    needs: Needs
    loans: LoanSettings
    workshops: WorkshopSettings
    seed: int
    on: dt.date
    plan: WorkshopPlan


@dataclass(frozen=True)
class Addition:
    """One thing more, the plan `base` that it is added to, and the one that it makes: its settings, its workshops.

    Numbers of families, before then after: `whole`, that receive all that they ask for; `nothing`, that receive none
    of it; `alone`, that receive a loan, have gestures to learn, and come to no workshop.
    """

    kind: str
    label: str
    loans: LoanSettings
    workshops: WorkshopSettings
    plan: WorkshopPlan
    whole: tuple[int, int]
    nothing: tuple[int, int]
    alone: tuple[int, int]
    base: PlanBase = field(compare=False, repr=False)


class _Candidate(NamedTuple):
    kind: str
    label: str
    loans: LoanSettings
    workshops: WorkshopSettings


def additions(base: PlanBase, stopped: Callable[[], bool] = lambda: False) -> tuple[Addition, ...]:
    """Return the things that let most families receive all that they ask for, three at most, of different kinds.

    Each is added alone, and the loans and workshops made again with the same lot. One that leaves more families with
    nothing, or lets no more of them have all, is not among them. Fewer are tried once `stopped()`.
    """
    before = _outcomes(base, base.loans, base.plan)
    best: dict[str, Addition] = {}
    for candidate in _candidates(base):
        if stopped():
            break
        addition = _added(base, before, candidate)
        former = best.get(addition.kind)
        helps = addition.whole[1] > addition.whole[0] and addition.nothing[1] <= addition.nothing[0]
        if helps and (former is None or _worth(addition) > _worth(former)):
            best[addition.kind] = addition
    return tuple(sorted(best.values(), key=_worth, reverse=True)[:MOST_OFFERED])


def _added(base: PlanBase, before: FamilyOutcomes, candidate: _Candidate) -> Addition:
    plan = base.plan
    if candidate.workshops is not base.workshops:
        plan = plan_workshops(base.needs, candidate.workshops, base.seed, base.on, SECONDS)
    after = _outcomes(base, candidate.loans, plan)
    first, last = before.counts(), after.counts()
    return Addition(
        **candidate._asdict(),
        plan=plan,
        whole=(first["tout"], last["tout"]),
        nothing=(first["rien"], last["rien"]),
        alone=(int(before.alone.sum()), int(after.alone.sum())),
        base=base,
    )


def _outcomes(base: PlanBase, settings: LoanSettings, plan: WorkshopPlan) -> FamilyOutcomes:
    loans: Loans = allocate(base.needs, settings, base.seed, base.on)
    return family_outcomes(base.needs, loans, plan)


def _worth(addition: Addition) -> tuple[int, ...]:
    pairs = (addition.whole[::-1], addition.nothing, addition.alone)
    return tuple(more - less for more, less in pairs)


def _candidates(base: PlanBase) -> Iterator[_Candidate]:
    """Yield what a team could add; of each kind, every way of adding it."""
    loans, workshops = base.loans, base.workshops
    for item in ITEMS:
        stock = loans.stock.get(item, Stock(nombre=0))
        more = Stock(nombre=stock.nombre + MORE_ITEMS, reserve=stock.reserve)
        lent = loans.model_copy(update={"stock": {**loans.stock, item: more}})
        yield _Candidate(item, phrase("materiel", items=items(item, MORE_ITEMS)), lent, workshops)
    for kind, label, changed in _workshops_with_more(base):
        yield _Candidate(kind, label, loans, workshops.model_copy(update=changed))


def _workshops_with_more(base: PlanBase) -> Iterator[tuple[str, str, dict[str, Any]]]:
    now = base.workshops
    if len(now.creneaux) < MOST_SLOTS:
        for moment in MOMENTS:
            label = phrase("creneau", moment=moment_words(moment))
            slot = Slot(id=_new(now.creneaux), libelle=label, moment=moment)
            yield "creneau", label, {"creneaux": (*now.creneaux, slot)}
    cared = {slot.id: min(MOST_CHILDREN, now.garde.get(slot.id, 0) + MORE_CHILDREN) for slot in now.creneaux}
    yield "garde", phrase("garde", children=MORE_CHILDREN), {"garde": cared}
    room = WorkshopRoom(id=_new(now.salles), libelle=phrase("une-salle"), places=MORE_SEATS)
    yield "salle", phrase("salle", places=MORE_SEATS), {"salles": (*now.salles, room)}
    lead = Trainer(id=_new(now.animation), libelle=phrase("une-personne"))
    yield "animation", phrase("animation"), {"animation": (*now.animation, lead)}
    # Nobody can be asked to come for « une autre langue ».
    for language in sorted({kind.language for kind in base.plan.asking.codes} & LANGUAGE_CODES.keys() - {"francais"}):
        label = phrase("interprete", language=language_words(language))
        helper = Interpreter(id=_new(now.interpretes), libelle=label, langues=(language,))
        yield "interprete", label, {"interpretes": (*now.interpretes, helper)}


def _new(there: Collection[Any]) -> str:
    """Return an identifier that none of them has."""
    known = {each.id for each in there}
    return next(name for name in (f"en_plus_{number}" for number in range(1, len(known) + 2)) if name not in known)


__all__ = ["MOST_OFFERED", "Addition", "PlanBase", "additions"]
