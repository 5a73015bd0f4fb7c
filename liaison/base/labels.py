"""Les mots d'un vocabulaire, par clé : une table que l'on parcourt sans rien lire, et qui ne lit qu'à la demande."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=str)


class Labels(Mapping[Key, str]):
    """The label of each key of a vocabulary, in its order; `label_of` gives one, the first time that it is asked for.

    A command that names no purpose and no channel reads no sentence.
    """

    def __init__(self, keys: Iterable[Key], label_of: Callable[[Key], str]) -> None:
        self._labels: dict[Key, str | None] = dict.fromkeys(keys)
        self._label_of = label_of

    def __getitem__(self, key: Key) -> str:
        """Return the label of a key; KeyError for one that is not of the vocabulary."""
        label = self._labels[key]
        if label is None:
            label = self._labels[key] = self._label_of(key)
        return label

    def __contains__(self, key: object) -> bool:
        """Whether a key is of the vocabulary."""
        return key in self._labels

    def __iter__(self) -> Iterator[Key]:
        """Yield the keys, in order."""
        return iter(self._labels)

    def __len__(self) -> int:
        """Count the keys."""
        return len(self._labels)


__all__ = ["Labels"]
