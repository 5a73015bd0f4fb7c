"""Ce qu'un changement fait d'un nombre, et ce que l'on peut en penser, en phrases (`texts/fr/changements.ftl`)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from liaison.base.sentences import sentences
from liaison.messaging.uncertainty import Interval, overturned

TEXTS = Path(__file__).parent / "texts"


@cache
def _said() -> Callable[..., str]:
    return sentences(TEXTS / "fr" / "changements.ftl", "fr")


def said(key: str, /, **arguments: object) -> str:
    """Return the finished sentence of a key."""
    return _said()(key, **arguments)


def judged(better: bool, chance: Interval | None, much: bool = False) -> str:
    """Return what one may think of a difference, `chance` being how it moves from draw to draw (None: one draw alone).

    `much`: it is a price, worse by more than a tenth.
    """
    if chance is None:
        return said("mieux-seul" if better else "moins-bien-seul")
    worse = "nettement-moins-bien" if much else "moins-bien"
    return said("hasard" if overturned(chance) else "mieux" if better else worse)


__all__ = ["judged", "said"]
