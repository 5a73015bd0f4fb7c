"""Le nom de famille dans « Prénom Nom » : les mots en capitales, ou le bout que l'on a dit ; deviné, jamais."""

from __future__ import annotations

import re
from typing import Literal

End = Literal["debut", "fin"]  # where the family name is in a whole name
_PARTICLES = {"de", "du", "des", "la", "le", "les", "von", "van", "der", "den", "ten", "ter", "da", "do", "dos", "das"}
_PARTICLES |= {"di", "del", "della", "el", "al", "ben", "bin", "ibn"}
_JOINED = re.compile(r"(d|l|o)['\u2019].+", re.IGNORECASE)  # d'Alembert: the particle and its word in one

_MORE = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?|[,;/].*|\s[-\u2013\u2014]\s.*")  # a function, a class, a town


def family_in(name: str, end: End | None) -> str:
    """Return the family name of a whole name, "" when nothing says which words it is.

    Capitals say it, whatever `end`: « DUPONT Jean », « Jean de LA TOUR ». Otherwise it is at that end, with its
    particles: « Jean de La Tour », « de La Tour Jean ».
    """
    words = _words(name)
    if len(words) < 2:
        return ""
    return _in_capitals(words) or (_at(words, end) if end else "")


def with_more(name: str) -> bool:
    """Whether more than a name seems to be written: « Zoé Martin, AED », « Paul Durand (CPE) »."""
    return bool(_MORE.search(name))


def _words(name: str) -> list[str]:
    """Return the words of a name, without what is beside it; all of them when that is a part of it: « Martin, Zoé »."""
    words = _MORE.sub(" ", name).split()
    return words if len(words) > 1 else re.sub(r"[,;/()\[\]]", " ", name).split()


def is_clear(name: str) -> bool:
    """Whether nobody can read another family name in it once one knows at which end it is."""
    words = name.split()
    return not with_more(name) and (len(words) < 3 or bool(_in_capitals(words)))


def _in_capitals(words: list[str]) -> str:
    places = [at for at, word in enumerate(words) if _is_capital(word)]
    if not places or len(places) == len(words):
        return ""
    start, end = places[0], places[-1] + 1
    if not all(_is_capital(word) or _is_particle(word) for word in words[start:end]):
        return ""
    while start and _is_particle(words[start - 1]):
        start -= 1
    return " ".join(words[start:end]) if end - start < len(words) else ""


def _at(words: list[str], end: End) -> str:
    if end == "fin":
        start = next((at for at, word in enumerate(words) if at and _begins(word)), len(words) - 1)
        return " ".join(words[start:])
    stop = 0
    while stop < len(words) - 1 and (not stop or _begins(words[stop])):
        while stop < len(words) - 2 and _is_particle(words[stop]):
            stop += 1
        stop += 1
    return " ".join(words[:stop])


def _is_capital(word: str) -> bool:
    last = re.split(r"['\u2019]", word)[-1]
    return last.isupper() and sum(sign.isalpha() for sign in last) > 1


def _is_particle(word: str) -> bool:
    return word.lower() in _PARTICLES


def _begins(word: str) -> bool:
    return _is_particle(word) or bool(_JOINED.fullmatch(word))


__all__ = ["End", "family_in", "is_clear", "with_more"]
