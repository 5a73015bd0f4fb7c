"""Le nom de famille dans « Prénom Nom » : les mots en capitales, ou le bout que l'on a dit ; deviné, jamais."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from liaison.base.letters import unaccented

End = Literal["debut", "fin"]  # where the family name is in a whole name
# What leads a family name on, in every list and every text, without accents: « Aït Ahmed », « ten Brink ».
_OF_EUROPE = ("de", "du", "des", "la", "le", "les", "von", "van", "der", "den", "ten", "ter", "da", "do", "dos", "das")
PARTICLES = frozenset((*_OF_EUROPE, "di", "del", "della", "el", "al", "ben", "bin", "bint", "ibn", "abu", "ait"))
_JOINED = re.compile(r"(d|l|o)['\u2019].+", re.IGNORECASE)  # d'Alembert: the particle and its word in one

LONGEST_ACRONYM = 4  # « Anne Fictive DDEN »: a function that we do not know, or a family name


def family_in(words: Sequence[str], end: End | None) -> str:
    """Return the family name among the words of a whole name, "" when nothing says which they are.

    Capitals say it, whatever `end`: « DUPONT Jean », « Jean de LA TOUR ». Otherwise it is at that end, with its
    particles: « Jean de La Tour », « de La Tour Jean ».
    """
    if len(words) < 2:
        return ""
    return _in_capitals(words) or (_at(words, end) if end else "")


def is_unclear(words: Sequence[str], end: End | None) -> bool:
    """Whether somebody may read another family name in three words or more, at that end or in short capitals."""
    if len(words) < 3:
        return False
    capitals = _in_capitals(words)
    return len(capitals) <= LONGEST_ACRONYM and capitals == words[-1] if capitals else end is not None


def all_capitals(words: Sequence[str]) -> bool:
    """Whether words are all in capitals, particles aside: « de LA TOUR »."""
    return any(map(_is_capital, words)) and all(_is_capital(word) or is_particle(word) for word in words)


def one_family_name(words: Sequence[str]) -> bool:
    """Whether words are a single name, with its particles: « Petit », « de La Tour »."""
    return sum(not is_particle(word) for word in words) == 1


def _in_capitals(words: Sequence[str]) -> str:
    places = [at for at, word in enumerate(words) if _is_capital(word)]
    if not places or len(places) == len(words):
        return ""
    start, end = places[0], places[-1] + 1
    if not all(_is_capital(word) or is_particle(word) for word in words[start:end]):
        return ""
    while start and is_particle(words[start - 1]):
        start -= 1
    return " ".join(words[start:end]) if end - start < len(words) else ""


def _at(words: Sequence[str], end: End) -> str:
    if end == "fin":
        start = next((at for at, word in enumerate(words) if at and _begins(word)), len(words) - 1)
        return " ".join(words[start:])
    stop = 0
    while stop < len(words) - 1 and (not stop or _begins(words[stop])):
        while stop < len(words) - 2 and is_particle(words[stop]):
            stop += 1
        stop += 1
    return " ".join(words[:stop])


def _is_capital(word: str) -> bool:
    last = re.split(r"['\u2019]", word)[-1]
    return last.isupper() and sum(sign.isalpha() for sign in last) > 1


def is_particle(word: str) -> bool:
    """Whether a word leads a family name on: « de », « La », « ben »."""
    return unaccented(word).lower() in PARTICLES


def _begins(word: str) -> bool:
    return is_particle(word) or bool(_JOINED.fullmatch(word))


__all__ = [
    "LONGEST_ACRONYM",
    "PARTICLES",
    "End",
    "all_capitals",
    "family_in",
    "is_particle",
    "is_unclear",
    "one_family_name",
]
