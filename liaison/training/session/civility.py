"""« Mme », « M. », « MM. » : ce qui s'écrit devant un nom et n'en est pas ; deux d'entre eux disent deux personnes."""

from __future__ import annotations

from collections.abc import Sequence

from liaison.diagnostic.wording import normal

# Nobody is called so: taken out wherever it stands.
_EVERYWHERE = {"mme", "mlle", "mr", "madame", "monsieur", "mademoiselle"}
_OF_SEVERAL = {"mm", "mmes", "mlles", "messieurs", "mesdames", "mesdemoiselles"}
# « Anne M. » may be an initial, Docteur is a family name too: taken out at the head alone.
_TITLES = {"dr", "docteur", "pr"}
_AT_THE_HEAD = {"m", "mm"} | _TITLES
_AND = {"et", "ou", "&", "ET"}  # « OU » in capitals is a family name


def is_civility(word: str) -> bool:
    """Whether a word is « Mme », « M. », « Dr », « M./Mme »."""
    return bool(word) and set(normal(word).split()) <= _EVERYWHERE | _OF_SEVERAL | _AT_THE_HEAD and word.strip() != "."


def parted(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the civilities among the words of a name, then its other words."""
    civil, others = list[str](), list[str]()
    for word in words:
        found = set(normal(word).split())
        head = all(is_and(one) for one in others)
        taken = is_civility(word) and (head or not found & _AT_THE_HEAD)
        (civil if taken else others).append(word)
    if civil and not others and normal(civil[-1]) in _TITLES:
        others.append(civil.pop())  # « Docteur » alone is a family name
    return civil, others


def is_and(word: str) -> bool:
    """Whether a word stands between two people."""
    return word in _AND


def of_several(civilities: Sequence[str]) -> bool:
    """Whether civilities are those of two people or more: « MM. », « M. et Mme », « M./Mme »."""
    read = [word for one in civilities for word in normal(one).split() if word not in _TITLES]
    return len(read) > 1 or not _OF_SEVERAL.isdisjoint(read)


def civil(name: str) -> tuple[str, ...]:
    """Return how somebody of whom one word is known is named: « Mme Durand », « monsieur Durand »."""
    return tuple(f"{word} {name}" for word in sorted(_EVERYWHERE | _OF_SEVERAL | _AT_THE_HEAD))


__all__ = ["civil", "is_and", "is_civility", "of_several", "parted"]
