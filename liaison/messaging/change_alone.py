"""Ce qu'un changement de la messagerie fait à lui seul : ce qu'il améliore, ce qu'il aggrave, et pourquoi.

Several changes at once give one sum, in which what one of them makes worse does not show.
"""

from __future__ import annotations

from collections.abc import Collection

from liaison.messaging.indicators import PurposeReach
from liaison.messaging.vocabulary import Purpose
from liaison.messaging.wording import purposes_words
from liaison.messaging.worse_off import Reached, worse_off
from liaison.phrasing import upper_first
from liaison.typography import typeset

NAMED = 3  # purposes named as those that lose most


def alone_words(before: Reached, after: Reached, touched: Collection[Purpose]) -> list[str]:
    """Return in French what changing `touched` alone does to whom messages reach, and the price of it, if any.

    `touched`: the purposes that the change is about; none when it is about the whole policy.
    """
    figures = _compared(before, after)
    paid = [words for words, worse in figures if worse]
    gained = [words for words, worse in figures if not worse]
    said = [f"{upper_first(' ; '.join(gained))}."] if gained else []
    said += [f"Le prix : {' ; '.join(paid)}."] if paid else []
    said += _why(before, after, touched) if paid else []
    return [typeset(sentence) for sentence in said or ["Rien n'en change dans cette simulation."]]


def where_words(school_name: str) -> str:
    """Return where changes were simulated, for whoever reads what they do: their own families are another thing."""
    return typeset(
        f"Simulé dans l'établissement fictif « {school_name} », sous les hypothèses de la suite : ces nombres ne "
        "mesurent pas vos familles."
    )


def _compared(before: Reached, after: Reached) -> list[tuple[str, bool]]:
    """Return each number that changes, in words, and whether it is worse."""
    first, second = before.indicators, after.indicators
    rows = (
        ("familles laissées de côté", len(first.left_out_families), len(second.left_out_families), True),
        ("messages lus à temps", first.reach.informed, second.reach.informed, False),
        ("sonneries", first.load.total, second.load.total, True),
        ("doublons (copies, par personne et par canal en plus)", first.duplicates, second.duplicates, True),
    )
    return [
        (f"{label} : {_count(now)} au lieu de {_count(then)}", (now > then) == less_is_better)
        for label, then, now, less_is_better in rows
        if now != then
    ]


def _why(before: Reached, after: Reached, touched: Collection[Purpose]) -> list[str]:
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
    if new.without_fallback:
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


def _count(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")


__all__ = ["alone_words", "where_words"]
