"""« Mme », « M. », « MM. » : ce qui s'écrit devant un nom et n'en est pas ; deux d'entre eux disent deux personnes.

Who reads a list of people takes them out (`CIVILITIES`); who looks for somebody in a text looks behind them, and behind
those that a list keeps, since people bear them too (`BEFORE_A_NAME`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from liaison.base.letters import normal

# Nobody is called so: taken out wherever it stands.
_EVERYWHERE = {"mme", "mlle", "melle", "mr", "mrs", "madame", "monsieur", "mademoiselle"}
_OF_SEVERAL = {"mm", "mmes", "mlles", "messieurs", "mesdames", "mesdemoiselles"}
# « Anne M. » may be an initial, Docteur is a family name too: taken out at the head alone.
_TITLES = {"dr", "docteur", "pr", "me"}
_AT_THE_HEAD = {"m", "mm", "ms"} | _TITLES
CIVILITIES = frozenset(_EVERYWHERE | _OF_SEVERAL | _AT_THE_HEAD)
# A list keeps them: « Maître », « Bay », « Sir » are family names, « prof » is a function.
_FAMILIES_TOO = {"miss", "sr", "sra", "senor", "senora", "senhor", "senhora", "dona", "signor", "signora"}
_FAMILIES_TOO |= {"bay", "bayan", "dl", "dna", "domnul", "doamna", "sir"}
# « m » and « me » are words of a sentence: their capital, or their stop, says that they are none.
BEFORE_A_NAME = (CIVILITIES - {"m", "me"}) | _FAMILIES_TOO | {"maitre", "maitresse", "prof"}
_IN_ANY_CASE = _EVERYWHERE | (_OF_SEVERAL - {"mm"}) | {"dr"}
_UNLESS_SHOUTED = {"docteur", "maitre"}  # « LE MAITRE DE CP »
_WITH_A_CAPITAL = {"me", "pr", "ms"} | _FAMILIES_TOO
_BEFORE_A_CAPITAL = re.compile(r"(?<!\w)(?<!\d )([^\W\d_]+)(\.?)[ \u00a0\u202f](?=[A-ZÀ-Ý])")
# What stands before one of the names of somebody who has two: « DURAND née MARTIN ».
_MARKS = {"ne", "nee", "nes", "nees", "ep", "epouse", "vve", "veuve", "veuf"}
_BETWEEN = {"et", "ou", "avec", "&", "+", "ET", "AVEC"}  # « OU » in capitals is a family name


def is_civility(word: str, *, head: bool = True) -> bool:
    """Whether a word is « Mme », « M. », « Dr », « M./Mme »; elsewhere than at the `head`, « M. » may be an initial."""
    words = set(normal(word).split())
    return bool(words) and words <= CIVILITIES and (head or not words & _AT_THE_HEAD)


def may_be_family(word: str) -> bool:
    """Whether a civility is somebody's family name too: « Docteur »."""
    return normal(word) == "docteur"


def is_mark(word: str) -> bool:
    """Whether a word says that another name of somebody follows: « née », « ép. », « veuve »."""
    return normal(word) in _MARKS


def parted(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the civilities among the words of a name, then its other words."""
    civil, others = list[str](), list[str]()
    for word in words:
        head = all(joins_people(other) for other in others)
        (civil if is_civility(word, head=head) else others).append(word)
    if civil and not others and normal(civil[-1]) in _TITLES:
        others.append(civil.pop())  # « Docteur » alone is a family name
    return civil, others


def joins_people(word: str) -> bool:
    """Whether a word stands between two people."""
    return word in _BETWEEN


def of_several(civilities: Sequence[str]) -> bool:
    """Whether civilities are those of two people or more: « MM. », « M. et Mme », « M./Mme »."""
    read = [word for civility in civilities for word in normal(civility).split() if word not in _TITLES]
    return len(read) > 1 or not _OF_SEVERAL.isdisjoint(read)


def civil(name: str) -> tuple[str, ...]:
    """Return how somebody of whom one word is known is named: « Mme Durand », « monsieur Durand »."""
    return tuple(f"{word} {name}" for word in sorted(CIVILITIES))


def calls_somebody(text: str, *, head: bool = False) -> bool:
    """Whether a civility stands before a capital: « Voir Dr Martin », « MM. Durand »; `head`: at its head."""
    begun = _BEFORE_A_CAPITAL.match(text) if head else None
    matches = ([begun] if begun else []) if head else _BEFORE_A_CAPITAL.finditer(text)
    return any(_calls(each[1], stop=bool(each[2])) for each in matches)


def _calls(word: str, *, stop: bool) -> bool:
    plain = normal(word)
    if plain in _UNLESS_SHOUTED:
        return not word.isupper()
    if plain == "m":
        return word == "M" and stop
    return plain in _IN_ANY_CASE or word == "MM" or (plain in _WITH_A_CAPITAL and word.istitle())


__all__ = [
    "BEFORE_A_NAME",
    "CIVILITIES",
    "calls_somebody",
    "civil",
    "is_civility",
    "is_mark",
    "joins_people",
    "may_be_family",
    "of_several",
    "parted",
]
