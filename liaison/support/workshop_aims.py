"""Ce que cherchent les ateliers, dans quel ordre, qui chaque but peut laisser de côté, et le tirage au sort."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Literal, get_args

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

AIM_WORDS: dict[Aim, str] = {
    "debutant": "donner une place aux familles qui ont le plus à apprendre",
    "nombre": "placer le plus de familles",
    "tirage": "suivre le tirage au sort",
    "ateliers": "ouvrir le moins d'ateliers",
    "interpretes": "demander le moins d'interprètes",
}
EXCLUDES: dict[Aim, str] = {
    "debutant": "Une famille qui a moins à apprendre attend si les places manquent.",
    "nombre": (
        "Une famille dont la venue prend plus que celle d'une autre peut attendre pour cela : plusieurs enfants à "
        "garder, une langue que peu parlent, une heure que peu choisissent."
    ),
    "tirage": (
        "À besoin égal, une famille attend par le sort, et par ce qui reste quand vient son tour. Quand les places de "
        "garde manquent, une famille de trois enfants à garder a moins de chances qu'une famille d'un enfant : il lui "
        "en faut trois."
    ),
    "ateliers": "Personne n'attend pour cela : qui vient est déjà décidé.",
    "interpretes": "Personne n'attend pour cela : qui vient est déjà décidé.",
}


def aims_of(order: Sequence[Choice]) -> tuple[Aim, ...]:
    """Return every aim in order: what the team puts first, the lot, then what saves rooms and persons."""
    return (*order, "tirage", "ateliers", "interpretes")


def aims_said(aims: Iterable[Aim], seed: int) -> str:
    """Return the aims in one sentence, in their order, with the seed by which anybody can draw again."""
    words = (f"à {AIM_WORDS[aim]}" + (f" (graine {seed})" if aim == "tirage" else "") for aim in aims)
    return f"Ce plan cherche, dans cet ordre, {joined(words, 'puis')}."


def who_waits(aims: Iterable[Aim]) -> list[str]:
    """Return, aim by aim, whom it may leave out; those that leave out the same are said together."""
    alike: dict[str, list[Aim]] = {}
    for aim in aims:
        alike.setdefault(EXCLUDES[aim], []).append(aim)
    return [
        f"{upper_first(joined(AIM_WORDS[aim] for aim in some))} : {lower_first(said)}" for said, some in alike.items()
    ]


def lot(seed: int, codes: Iterable[str]) -> list[str]:
    """Return the codes from the first drawn to the last: the place of a code rests on nothing but the seed and it."""
    return sorted(codes, key=lambda code: (_draw(seed, code), code))


def _draw(seed: int, code: str) -> bytes:
    return hashlib.blake2b(f"{seed}|atelier|{code}".encode(), digest_size=8).digest()


__all__ = ["AIMS", "AIM_WORDS", "EXCLUDES", "ORDERS", "Aim", "Choice", "aims_of", "aims_said", "lot", "who_waits"]
