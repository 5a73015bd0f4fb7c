"""Ce que veulent dire des mots, quelle que soit leur écriture : « OUI » est « Oui », sauf proposées toutes deux."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from liaison.base.letters import bears_a_sign, key, one_spelling, signed_key


class Spellings:
    """What words mean: as written, else as `one_spelling`, else as `signed_key` gives them; as `key` does, where
    no sign stands in the text: tools lose some.

    Two answers that only a spelling tells apart are each read where written so; a third spelling is of neither.
    """

    def __init__(self, meanings: Mapping[str, str | None]):
        self.words = frozenset(meanings)
        self._ways = [(way, _by(way, meanings)) for way in (str, one_spelling, signed_key)]
        self._unsigned = _by(key, meanings)

    def find(self, text: str) -> frozenset[str | None]:
        """Return what a text may mean: one answer, or None where it is to be decided; nothing when it is not known."""
        known = next((values[way(text)] for way, values in self._ways if way(text) in values), frozenset[str | None]())
        return known if known or bears_a_sign(text) else self._unsigned.get(key(text), frozenset())


def _by(way: Callable[[str], str], meanings: Mapping[str, str | None]) -> dict[str, frozenset[str | None]]:
    spelled: dict[str, frozenset[str | None]] = {}
    for word, meaning in meanings.items():
        spelled[way(word)] = spelled.get(way(word), frozenset()) | {meaning}
    return spelled


__all__ = ["Spellings"]
