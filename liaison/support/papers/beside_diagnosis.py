"""Un plan et un diagnostic des mêmes familles : ce que chacun dirait de l'autre, et ce qui reste alors à l'équipe.

A reader takes who hands a coupon for who ticked the box. Each count of the plan is then one more sum of the diagnosis:
those by which a small cell of it would be bounded stay with the team. So does what, beside the diagnosis, would give a
number that the plan hides: 24 families ask for a computer, and 22 can be lent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.indicators import AnswerIndicators
from liaison.diagnostic.counting.tabulation import SKILLS_AXIS, TICKED, coded
from liaison.diagnostic.counting.weights import FamilyCounts
from liaison.diagnostic.disclosure.joint_audit import bounded_cells
from liaison.diagnostic.disclosure.protection import PublishedSum
from liaison.diagnostic.publication.beside import CouponCount, GivenAnswers, Hidden, ShownPlan, told_beside
from liaison.diagnostic.publication.publication import Publication, publication
from liaison.diagnostic.publication.reread import Reread, reread
from liaison.diagnostic.questionnaire.item import part_of
from liaison.diagnostic.questionnaire.questionnaire import NO_ANSWER, family_questionnaire
from liaison.disclosure.joint import JOIN
from liaison.support.needs.needs import wishes
from liaison.support.papers.published import PARTS, REPORT, WORKSHOPS, PublishedKind, PublishedPlan, stock_of
from liaison.support.vocabulary import ITEMS, MOMENTS, Item, Moment
from liaison.support.workshops.shares import pairs

_LANGUAGE, _FRENCH = "langue", "francais"
# Every number that a plan shows, and that is read below; the threshold and the stock count no family.
READ = {
    *("threshold", "loans.stock", "loans.servies", "loans.attente", "workshops.familles", "opened"),
    *("shares.place", "shares.attente"),
}
Made = Callable[[frozenset[PublishedKind]], PublishedPlan]


@dataclass(frozen=True)
class DiagnosisBeside:
    """What is published of the families of a plan: a diagnosis of these answers, and those of before.

    `answers`: those that `indicators` publishes, to know which counts of the plan would betray it; `population`: the
    families by level that it was made with. `former`: published already; their answers are not at hand.
    """

    indicators: AnswerIndicators | None = None
    answers: Answers | None = None
    population: FamilyCounts | None = None
    former: Sequence[Publication] = ()


def kept_back(made: Made, on: dt.date, diagnosis: DiagnosisBeside) -> frozenset[PublishedKind]:
    """Return what of a plan stays with the team, beside what is published. `made`: the plan, once something is kept."""
    withheld: set[PublishedKind] = set()
    questionnaire = family_questionnaire()
    indicators, answers, new = diagnosis.indicators, diagnosis.answers, None
    if indicators is not None and answers is not None:
        withheld |= _betraying(made(frozenset()), indicators, answers, diagnosis.population)
        new = publication(indicators, questionnaire.id, on)
    old = [reread(each, questionnaire) for each in diagnosis.former if new is None or each.lignes != new.lignes]
    if new is not None:
        old.append(reread(new, questionnaire, answers))
    if not old:
        return frozenset(withheld)
    if new is None:
        withheld |= _betraying_published(made(frozenset()), old, on)
    for more in (_stocks, _all_of_workshops, _everything):
        hidden = _given(made(frozenset(withheld)), old, on)
        withheld |= more(hidden) if hidden else set()
    return frozenset(withheld)


def _betraying(
    published: PublishedPlan, diagnosis: AnswerIndicators, answers: Answers, population: FamilyCounts | None
) -> set[PublishedKind]:
    """Return which counts would bound a small cell of a diagnosis of these answers."""
    counted, by = coded(answers), diagnosis.by
    withheld: set[PublishedKind] = set()
    already: list[PublishedSum] = []
    for name, counts in plan_counts(published):
        facts = told_beside(counts, counted, by)
        if name and facts and bounded_cells(diagnosis, answers, population, [*already, *facts]):
            withheld.add(name)
        else:
            already += facts
    return withheld


def _betraying_published(published: PublishedPlan, old: Sequence[Reread], on: dt.date) -> set[PublishedKind]:
    """Return which counts would bound what a published diagnosis hides, for who has no answers.

    Who has a place, by what families answered of many questions, is not read without them: it stays with the team.
    """
    withheld: set[PublishedKind] = {PARTS}
    already: list[CouponCount] = []
    for name, counts in plan_counts(published):
        if name in withheld:
            continue
        shown = ShownPlan(date=on, comptes=(*already, *counts))
        if name and counts and any(each.betrayed_cells(shown) for each in old):
            withheld.add(name)
        else:
            already += counts
    return withheld


def _given(published: PublishedPlan, old: Sequence[Reread], on: dt.date) -> set[Hidden]:
    """Return the numbers that a plan hides and that a diagnosis gives, beside it."""
    plan = shown_plan(published, on)
    return {each for diagnosis in old for each in diagnosis.betrayed(plan)}


def _stocks(hidden: Iterable[Hidden]) -> set[PublishedKind]:
    boxes = {_loan_box(item): stock_of(item) for item in ITEMS}
    return {boxes[box] for each in hidden for box, _ in each.reponses if box in boxes}


def _all_of_workshops(_hidden: Iterable[Hidden]) -> set[PublishedKind]:
    return {WORKSHOPS}


def _everything(_hidden: Iterable[Hidden]) -> set[PublishedKind]:
    return {REPORT}


def shown_plan(published: PublishedPlan, on: dt.date) -> ShownPlan:
    """Return what a register keeps of a plan, to read it again beside the next diagnosis: nothing that it hides."""
    every = (each for _, counts in plan_counts(published) for each in counts)
    return ShownPlan(date=on, comptes=tuple(every), caches=tuple(_hidden(published)))


def _hidden(published: PublishedPlan) -> Iterator[Hidden]:
    """Yield what a plan hides, as what a diagnosis could say of it: who waits beyond the stock, or the numbers shown.

    What is lent when all is lent is the stock, no secret.
    """
    for item, stock, served, _waiting in published.loans.itertuples(index=False):
        if served is pd.NA and stock is not pd.NA:
            box = ((_loan_box(item), (TICKED,)),)
            yield Hidden(reponses=box, plancher=int(stock), seuil=published.threshold)
            yield Hidden(reponses=box, plafond=int(stock), seuil=published.threshold)
    moment = published.workshops["raison"] == "moment"
    some_shown = published.workshops["familles"].notna().any()
    asking = _coming(MOMENTS)
    opened = _coming(published.moments)
    for where, answered, but, more in (
        (~moment, opened, (), _more_placed(published)),
        (moment, asking, opened, 0),
    ):
        counts = published.workshops.loc[where, "familles"]
        hidden = int(counts.isna().sum())
        if hidden and answered:
            shared = hidden > 1
            # Where something is shown, a zero is: each number that is hidden is one family at least.
            floor = int(counts.sum()) + (more + (hidden if some_shown else 0) if shared else 0)
            yield Hidden(reponses=answered, moins=but, plancher=floor, partage=shared, seuil=published.threshold)


def plan_counts(published: PublishedPlan) -> Iterator[tuple[PublishedKind | None, list[CouponCount]]]:
    """Yield what each part of a plan tells of a diagnosis of the same families; None: a part that is always told.

    Raises:
        ValueError: a number that the plan shows, and of which nothing here says what it tells.
    """
    if unknown := published.numbers() - READ:
        raise ValueError(f"Nothing says what these numbers of a plan tell of a diagnosis: {sorted(unknown)}.")
    yield None, [_workshop_at_least(published)] if published.opened else []
    for item in ITEMS:
        line = published.loans[published.loans["objet"] == item]
        asking = (line["servies"] + line["attente"]).dropna().tolist()
        box = ((_loan_box(item), (TICKED,)),)
        yield item, [CouponCount(reponses=box, familles=int(count)) for count in asking]
    yield WORKSHOPS, _workshops(published)
    yield PARTS, _parts(published)


def _workshops(published: PublishedPlan) -> list[CouponCount]:
    """Return how many ask for a workshop, at which moments, and in which languages."""
    counts = published.workshops["familles"]
    moment = published.workshops["raison"] == "moment"
    asking, opened = _coming(MOMENTS), _coming(published.moments)
    zeros = bool(counts.notna().any())
    numbers = [
        *_numbers(counts, zeros, asking),
        *(_numbers(counts[~moment], zeros, opened, more=_more_placed(published)) if opened else ()),
        *_numbers(counts[moment], zeros, asking, opened),
    ]
    without = published.workshops.set_index("raison")["familles"].dropna().get("langue", 0)
    if without:
        numbers.append(CouponCount(reponses=((_LANGUAGE, _others()),), familles=int(without), sens="au_moins"))
    return numbers


def _numbers(
    counts: pd.Series, zeros: bool, answered: GivenAnswers, but: GivenAnswers = (), more: int = 0
) -> Iterator[CouponCount]:
    """Yield how many families come to these numbers: no fewer, when some are hidden; `zeros`: they are shown.

    `more`: those that a hidden number has beyond the first.
    """
    shown, hidden = int(counts.sum()), int(counts.isna().sum())
    if not hidden:
        yield CouponCount(reponses=answered, moins=but, familles=shown)
    # One family at least in each that is hidden, most often: a reader who counts on it is right, or says no more.
    for number in dict.fromkeys((shown, shown + hidden, shown + hidden + more)) if zeros and hidden else ():
        yield CouponCount(reponses=answered, moins=but, familles=number, sens="au_moins")


def _workshop_at_least(published: PublishedPlan) -> CouponCount:
    """Return that somebody comes to each workshop, at a moment that has one."""
    return CouponCount(reponses=_coming(published.moments), familles=published.opened, sens="au_moins")


def _more_placed(published: PublishedPlan) -> int:
    """Return how many families have a place, where that is hidden, beyond those that every hidden number has.

    Workshops are announced, and somebody comes to each; a hidden number has one family where a zero would be shown.
    """
    counts = published.workshops["familles"]
    if counts[published.workshops["etat"] == "place"].notna().all():
        return 0
    return max(published.opened - int(counts.notna().any()), 0)


def _coming(moments: Iterable[Moment]) -> GivenAnswers:
    """Return the answers of who could come at one of these moments at least."""
    boxes = [_box(moment) for moment in moments]
    return ((JOIN.join([boxes[0], *map(part_of, boxes[1:])]), (TICKED,)),) if boxes else ()


def _loan_box(item: Item) -> str:
    return wishes()[f"demande_{item}"]


def _parts(published: PublishedPlan) -> list[CouponCount]:
    """Return what the shares of places tell: at least so many families that speak French, or do not, or begin…

    Children are not asked in the questionnaire.
    """
    asking = {
        (trait, value): int(place) + int(waiting)
        for trait, value, place, waiting in published.shares.itertuples(index=False)
    }
    parts = pairs()
    beginning, not_beginning = (("besoin", value) for value in parts["besoin"])
    speaking, not_speaking = (("langue", value) for value in parts["langue"])
    several, once = (("moments", value) for value in parts["moments"])
    numbers: list[CouponCount] = []
    if beginning in asking:
        begin = ((SKILLS_AXIS, ("debutant",)),)
        numbers.append(CouponCount(reponses=begin, familles=asking[beginning], sens="au_moins"))
        numbers.append(CouponCount(reponses=begin, familles=asking[not_beginning], sauf=True, sens="au_plus"))
    if speaking in asking:
        without = int(published.workshops.loc[published.workshops["raison"] == "langue", "familles"].sum())
        # Who does not say its language is expected in French: a reader knows it, or takes them all for French.
        for values, number in (
            ((_FRENCH,), asking[speaking]),
            ((_FRENCH, NO_ANSWER), asking[speaking]),
            (_others(), asking[not_speaking] + without),
        ):
            numbers.append(CouponCount(reponses=((_LANGUAGE, values),), familles=number, sens="au_moins"))
    if once in asking:
        boxes = tuple((_box(moment), (TICKED,)) for moment in MOMENTS)
        numbers.append(CouponCount(reponses=boxes, familles=asking[once] + 2 * asking[several], sens="au_moins"))
    return numbers


def _others() -> tuple[str, ...]:
    """Return every language but French."""
    spoken = next(item.values for item in family_questionnaire().items if item.id == _LANGUAGE)
    return tuple(value for value in spoken if value != _FRENCH)


def _box(moment: str) -> str:
    return wishes()[f"peut_{moment}"]


__all__ = ["DiagnosisBeside", "PublishedKind", "kept_back", "plan_counts", "shown_plan"]
