"""Ce qu'un changement fait d'un nombre, et ce que l'on peut en penser, en phrases."""

from __future__ import annotations

from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.messaging.reading.uncertainty import Interval, overturned
from liaison.messaging.vocabulary import evening_hours

phrase = french_beside(__file__)


def count_words(counted: str, before: int, after: int) -> str:
    """Return what becomes of a count, inside a sentence: « 12 familles sont laissées de côté au lieu de 15 ».

    `counted`: `laissees`, `lus`, `sonneries` or `copies`.
    """
    return phrase(f"compte-{counted}", before=before, after=after, then=number(before), now=number(after))


def side_words(side: str, before: str, after: str, hours: int = 0) -> str:
    """Return what becomes of a side of a policy, inside a sentence; `hours`: of work, to agree the word."""
    return phrase(
        f"change-{side.replace('_', '-')}", before=before, after=after, hours=hours, evening_hours=evening_hours()
    )


def price_sentence(paid: str, one_draw: bool = False) -> str:
    """Return the sentence that says a price; `one_draw`: it was seen on one draw alone."""
    return phrase("prix-seul" if one_draw else "prix", paid=paid)


def chance_words() -> str:
    """Return what is said of a difference that one draw is enough to explain."""
    return phrase("hasard")


def judged(better: bool, chance: Interval | None, much: bool = False) -> str:
    """Return what one may think of a difference, `chance` being how it moves from draw to draw (None: one draw alone).

    `much`: it is a price, worse by more than a tenth.
    """
    if chance is None:
        return phrase("mieux-seul" if better else "moins-bien-seul")
    if overturned(chance):
        return chance_words()
    worse = "nettement-moins-bien" if much else "moins-bien"
    return phrase("mieux" if better else worse)


__all__ = ["chance_words", "count_words", "judged", "price_sentence", "side_words"]
