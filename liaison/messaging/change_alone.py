"""Ce qu'un changement de la messagerie fait à lui seul : ce qu'il améliore, ce qu'il aggrave, et pourquoi.

Several changes at once give one sum, in which what one of them makes worse does not show.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from liaison.base.typography import typeset
from liaison.base.words import joined, upper_first
from liaison.messaging.changed_words import said
from liaison.messaging.clock import Period
from liaison.messaging.indicators import Indicators, PurposeReach, indicators
from liaison.messaging.policy import Policy
from liaison.messaging.prepared import prepare
from liaison.messaging.simulate import deliver
from liaison.messaging.uncertainty import Interval, drawn, extent, overturned
from liaison.messaging.vocabulary import Purpose
from liaison.messaging.wording import purposes_words
from liaison.messaging.worse_off import Reached, worse_off
from liaison.school.tables import School

NAMED = 3  # purposes named as those that lose most
Counted = Literal["laissees", "lus", "sonneries", "copies"]
Chance = Mapping[Counted, Interval]


def by_chance_alone(
    school: School, period: Period, seed: int, policy: Policy, others: Sequence[Policy]
) -> list[Chance]:
    """Return how much more each of `others` counts than `policy`, from draw to draw: both meet the same draws."""
    gaps: list[list[dict[Counted, int]]] = [[] for _ in others]
    for prepared in drawn(prepare(school, period, seed)) if others else ():
        before = _counts(indicators(deliver(prepared, policy)))
        for other, each in zip(others, gaps, strict=True):
            after = _counts(indicators(deliver(prepared, other)))
            each.append({name: count - before[name] for name, count in after.items()})
    return [{name: extent(gap[name] for gap in each) for name in each[0]} for each in gaps]


def alone_words(
    before: Reached, after: Reached, touched: Collection[Purpose], chance: Chance | None = None
) -> list[str]:
    """Return in French what changing `touched` alone does to whom messages reach, and the price of it, if any.

    `touched`: the purposes that the change is about; none when it is about the whole policy. `chance`: how the
    differences move from draw to draw (None: not asked); what it is enough to explain is neither gained nor paid.
    """
    first, second = _counts(before.indicators), _counts(after.indicators)
    differ = [name for name in first if first[name] != second[name]]
    words = {name: said(name, before=first[name], after=second[name]) for name in differ}
    lucky = [name for name in differ if overturned((chance or {}).get(name))]
    paid = [name for name in differ if name not in lucky and (second[name] > first[name]) == (name != "lus")]
    gained = [name for name in differ if name not in lucky and name not in paid]
    told = [f"{upper_first(joined(words[name] for name in gained))}."] if gained else []
    told += [said("prix", paid=joined(words[name] for name in paid))] if paid else []
    told += _why(before, after, touched, "laissees" not in lucky) if paid else []
    told += [said("par-hasard", rest=joined(words[name] for name in lucky))] if lucky else []
    return [typeset(sentence) for sentence in told or ["Rien n'en change dans cette simulation."]]


def where_words(school_name: str) -> str:
    """Return where changes were simulated, for whoever reads what they do: their own families are another thing."""
    return typeset(
        f"Simulé dans l'établissement fictif « {school_name} », sous les hypothèses de la suite : ces nombres ne "
        "mesurent pas vos familles."
    )


def _counts(found: Indicators) -> dict[Counted, int]:
    return {
        "laissees": len(found.left_out_families),
        "lus": found.reach.informed,
        "sonneries": found.load.total,
        "copies": found.duplicates,
    }


def _why(before: Reached, after: Reached, touched: Collection[Purpose], left_out: bool) -> list[str]:
    first, second = before.indicators, after.indicators
    found = []
    better = [one.purpose for one, lost in reversed(_losses(before, after)) if one.purpose in touched and lost < 0]
    if better:
        found.append(f"Ces sujets sont mieux lus : {purposes_words(better)}.")
    elsewhere = [one.purpose for one, lost in _losses(before, after) if one.purpose not in touched and lost > 0]
    if elsewhere and second.load.total > first.load.total:
        found.append(
            f"D'autres le sont moins, d'abord : {purposes_words(elsewhere[:NAMED])}. La simulation suppose que chaque "
            "sonnerie de plus fait ouvrir un peu moins les autres."
        )
    new = worse_off(before, after)
    if new.without_fallback and left_out:
        stopped = len(new.without_fallback)
        who = "Une famille" if stopped == 1 else f"{stopped} familles"
        found.append(
            f"{who} de plus de côté, et moins de papier ou d'appels de repli : la simulation suppose que l'école cesse "
            "le repli pour qui un canal de plus peut joindre, même si le message n'y est pas lu."
        )
    return found


def _losses(before: Reached, after: Reached) -> list[tuple[PurposeReach, int]]:
    """Return each purpose with how many messages fewer are read in time, from the one that loses most."""
    now = {one.purpose: one.informed for one in after.indicators.by_purpose}
    lost = [(one, one.informed - now[one.purpose]) for one in before.indicators.by_purpose]
    return sorted(lost, key=lambda pair: -pair[1])


__all__ = ["alone_words", "by_chance_alone", "where_words"]
