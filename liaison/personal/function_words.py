"""Les mots qui disent une fonction : ceux dont personne ne s'appelle, et ceux que des familles portent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from liaison.base.letters import normal
from liaison.personal.civility import is_civility

# « professeur·e », « infirmier.ère », « directeur/trice »: one word, in both genders.
BOTH_GENDERS = r"(?:e|ne|se|[eè]re|t?rice)s?\b"
_BOTH = re.compile(rf"(?<=\w\w)[\u00b7\u2022./(-]{BOTH_GENDERS}\)?$", re.IGNORECASE)
_NEVER_A_NAME = {
    "cpe",
    "aed",
    "aesh",
    "avs",
    "atsem",
    "ddfpt",
    "psy",
    "psyen",
    "tzr",
    "erun",
    "ien",
    "pemf",
    "cpc",
    "cdi",
}
_NEVER_A_NAME |= {"prof", "professeur", "professeure"}
# Cuisinier, Principal, Conseiller… are family names too: only who made the list can tell.
_MAY_BE_A_NAME = re.compile(
    r"(enseignante?|instit|institut(eur|rice)|(co)?direct(eur|rice)|principale?|proviseure?|secretaire"
    r"|gestionnaire|infirmiere?|documentaliste|bibliothecaire|referente?|coordon?nat(eur|rice)|surveillante?"
    r"|(educ|form|anim|medi)at(eur|rice)|assistante?|conseill(er|ere)|adjointe?|stagiaire|psychologue|cuisiniere?)s?"
)
_MAY_BE_INITIALS = {"PE", "PP"}  # « Pe » is a name, « PE » a professeur des écoles
_ARTICLES = {"le", "la", "l'"}
_LEADS_ON = {"de", "d", "du", "des", "en", "au", "aux"}  # « professeure de Mathématiques »


Kind = Literal["name", "apart", "unsure"]


@dataclass(frozen=True)
class SortedWords:
    """The words of a name, each with what it is; `apart`: surely a function. `unsure`: a function, or a part of it."""

    kinds: tuple[tuple[str, Kind], ...]

    def of(self, *wanted: Kind) -> list[str]:
        """Return the words that are of some kinds, in their order."""
        return [word for word, kind in self.kinds if kind in wanted]


def sorted_words(words: Sequence[str]) -> SortedWords:
    """Return what each word of a name is; behind a whole name, a function takes along « de maths », « numérique »."""
    kinds: list[Kind] = []
    for at, word in enumerate(words):
        before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        kind, whole = kind_of(before, word, after), kinds.count("name") > 1
        previous = kinds[-1] if kinds else "name"
        goes_on = whole or previous == "unsure"
        if word.islower() and (kind != "name" or (goes_on and not words[0].islower())):
            kind = kind if previous == "name" else previous
        kinds.append(kind)
        if kind != "name" and whole and normal(after).split(" ")[0] in _LEADS_ON:
            kinds += [kind] * (len(words) - len(kinds))
            break
    return SortedWords(tuple(zip(words, kinds, strict=True)))


def kind_of(before: str, word: str, after: str) -> Kind:
    """Return what a word between two others is, whatever the rest of the name."""
    if word in _ARTICLES:  # « la principale »: nobody is called so; « La Principale » may be
        return "apart" if _is_function(after) else "name"
    if not _is_function(word):
        return "name"
    return "apart" if before in _ARTICLES or _never_a_name(word) else "unsure"


def _is_function(word: str) -> bool:
    """Whether a word says a function; some are the family name of somebody all the same."""
    return (
        _never_a_name(word) or bool(_MAY_BE_A_NAME.fullmatch(_masculine(word))) or word.strip(".") in _MAY_BE_INITIALS
    )


def says_a_function(words: Sequence[str]) -> bool:
    """Whether words that a sign parts from a name are a function: « professeure de maths », « la CPE », « Mme »."""
    left = [word for word in words if not is_civility(word) and word not in _ARTICLES]
    return _is_function(left[0]) if left else bool(words)


def _never_a_name(word: str) -> bool:
    return _masculine(word).replace(" ", "") in _NEVER_A_NAME


def _masculine(word: str) -> str:
    return normal(_BOTH.sub("", word).split("/")[0])  # « directeur/directrice »


__all__ = ["BOTH_GENDERS", "SortedWords", "kind_of", "says_a_function", "sorted_words"]
