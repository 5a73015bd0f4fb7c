"""« Mme », « M. », « MM. » : ce qui s'écrit devant un nom et n'en est pas ; deux d'entre eux disent deux personnes."""

from __future__ import annotations

from collections.abc import Sequence

from liaison.base.letters import normal

# Nobody is called so: taken out wherever it stands.
_EVERYWHERE = {"mme", "mlle", "melle", "mr", "mrs", "madame", "monsieur", "mademoiselle"}
_OF_SEVERAL = {"mm", "mmes", "mlles", "messieurs", "mesdames", "mesdemoiselles"}
# « Anne M. » may be an initial, Docteur is a family name too: taken out at the head alone.
_TITLES = {"dr", "docteur", "pr", "me"}
_AT_THE_HEAD = {"m", "mm", "ms"} | _TITLES
CIVILITIES = frozenset(_EVERYWHERE | _OF_SEVERAL | _AT_THE_HEAD)
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


__all__ = ["CIVILITIES", "civil", "is_civility", "is_mark", "joins_people", "may_be_family", "of_several", "parted"]
