"""Ce qu'un changement de la messagerie fait à lui seul : ce qu'il améliore, ce qu'il aggrave, et pourquoi.

Several changes at once give one sum, in which what one of them makes worse does not show.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import joined, upper_first
from liaison.messaging.delivery.simulate import deliver
from liaison.messaging.policy.policy import Policy
from liaison.messaging.reading.changed_words import count_words, price_sentence
from liaison.messaging.reading.indicators import Indicators, indicators
from liaison.messaging.reading.uncertainty import Interval, drawn, extent, overturned
from liaison.messaging.reading.worse_off import SchoolReach, worse_off
from liaison.messaging.traffic.clock import Period
from liaison.messaging.traffic.prepared import prepare
from liaison.messaging.vocabulary import Purpose
from liaison.messaging.wording import purposes_words
from liaison.school.tables import School

phrase = french_beside(__file__)

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
    before: SchoolReach, after: SchoolReach, touched: Collection[Purpose], chance: Chance | None = None
) -> list[str]:
    """Return in French what changing `touched` alone does to whom messages reach, and the price of it, if any.

    `touched`: the purposes that the change is about; none when it is about the whole policy. `chance`: how the
    differences move from draw to draw (None: not asked); what it is enough to explain is neither gained nor paid.
    """
    first, second = _counts(before.indicators), _counts(after.indicators)
    differ = [name for name in first if first[name] != second[name]]
    words = {name: count_words(name, first[name], second[name]) for name in differ}
    lucky = [name for name in differ if overturned((chance or {}).get(name))]
    paid = [name for name in differ if name not in lucky and (second[name] > first[name]) == (name != "lus")]
    gained = [name for name in differ if name not in lucky and name not in paid]
    effects = [f"{upper_first(joined(words[name] for name in gained))}."] if gained else []
    effects += [price_sentence(joined(words[name] for name in paid))] if paid else []
    effects += _why(before, after, touched, "laissees" not in lucky) if paid else []
    effects += [phrase("par-hasard", rest=joined(words[name] for name in lucky))] if lucky else []
    return [typeset(sentence) for sentence in effects or [phrase("rien-ne-change")]]


def where_words(school_name: str) -> str:
    """Return where changes were simulated, for whoever reads what they do: their own families are another thing."""
    return typeset(phrase("ou-c-est-simule", school=school_name))


def _counts(figures: Indicators) -> dict[Counted, int]:
    return {
        "laissees": len(figures.left_out_families),
        "lus": figures.reach.informed,
        "sonneries": figures.load.total,
        "copies": figures.duplicates,
    }


def _why(before: SchoolReach, after: SchoolReach, touched: Collection[Purpose], left_out: bool) -> list[str]:
    first, second = before.indicators, after.indicators
    reasons = []
    losses = _losses(before, after)
    better = [purpose for purpose, lost in reversed(losses) if purpose in touched and lost < 0]
    if better:
        reasons.append(phrase("mieux-lus", purposes=purposes_words(better)))
    elsewhere = [purpose for purpose, lost in losses if purpose not in touched and lost > 0]
    if elsewhere and second.load.total > first.load.total:
        reasons.append(phrase("moins-lus", purposes=purposes_words(elsewhere[:NAMED])))
    new = worse_off(before, after)
    if new.without_fallback and left_out:
        reasons.append(phrase("repli-cesse", families=len(new.without_fallback)))
    return reasons


def _losses(before: SchoolReach, after: SchoolReach) -> list[tuple[Purpose, int]]:
    """Return each purpose with how many messages fewer are read in time, from the one that loses most."""
    now = {reach.purpose: reach.informed for reach in after.indicators.by_purpose}
    lost = [(reach.purpose, reach.informed - now[reach.purpose]) for reach in before.indicators.by_purpose]
    return sorted(lost, key=lambda pair: -pair[1])


__all__ = ["alone_words", "by_chance_alone", "where_words"]
