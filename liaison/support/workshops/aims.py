"""Ce que cherchent les ateliers, dans quel ordre, qui chaque but peut laisser de côté, et le tirage au sort."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from liaison.base.sentences import french_beside
from liaison.base.words import joined, lower_first, upper_first

Aim = Literal["debutant", "nombre", "tirage", "ateliers", "interpretes"]
AIMS: tuple[Aim, ...] = get_args(Aim)
# What a team puts before the lot; what comes after it no longer changes who has a place.
Choice = Literal["debutant", "nombre"]
ORDERS: tuple[tuple[Choice, ...], ...] = (
    ("debutant",),
    (),
    ("debutant", "nombre"),
    ("nombre", "debutant"),
    ("nombre",),
)

phrase = french_beside(__file__)


def aim_words(aim: Aim) -> str:
    """Return an aim in words: « placer le plus de familles »."""
    return phrase(f"but-{aim}")


def excludes(aim: Aim) -> str:
    """Return in a sentence whom an aim may leave out."""
    return phrase(f"laisse-{aim}")


def aims_of(order: Sequence[Choice]) -> tuple[Aim, ...]:
    """Return every aim in order: what the team puts first, the lot, then what saves rooms and persons."""
    return (*order, "tirage", "ateliers", "interpretes")


def aims_said(aims: Iterable[Aim], seed: int) -> str:
    """Return the aims in one sentence, in their order, with the seed by which anybody can draw again."""
    words = (
        phrase("a-tel-but-par-le-sort", aim=aim_words(aim), seed=seed)
        if aim == "tirage"
        else phrase("a-tel-but", aim=aim_words(aim))
        for aim in aims
    )
    return phrase("buts-dans-l-ordre", aims=joined(words, "puis"))


def who_waits(aims: Iterable[Aim]) -> list[str]:
    """Return, aim by aim, whom it may leave out; those that leave out the same are said together."""
    alike: dict[str, list[Aim]] = {}
    for aim in aims:
        alike.setdefault(excludes(aim), []).append(aim)
    return [
        phrase("qui-attend", aims=upper_first(joined(map(aim_words, some))), whom=lower_first(whom))
        for whom, some in alike.items()
    ]


def lot(seed: int, codes: Iterable[str]) -> list[str]:
    """Return the codes from the first drawn to the last: the place of a code rests on nothing but the seed and it."""
    return sorted(codes, key=lambda code: (_draw(seed, code), code))


def _draw(seed: int, code: str) -> bytes:
    return hashlib.blake2b(f"{seed}|atelier|{code}".encode(), digest_size=8).digest()


__all__ = ["AIMS", "ORDERS", "Aim", "Choice", "aim_words", "aims_of", "aims_said", "excludes", "lot", "who_waits"]
