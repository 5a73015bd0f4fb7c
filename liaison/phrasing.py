"""Des mots mis ensemble en français : une énumération, le début ou l'intérieur d'une phrase."""

from __future__ import annotations

from collections.abc import Iterable


def joined(words: Iterable[str], last: str = "et") -> str:
    """Return words as a French enumeration: "a, b et c"."""
    parts = list(words)
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}" if parts else ""


def lower_first(words: str) -> str:
    """Return words as they stand inside a sentence: « Retard » gives « retard », « SMS » stays."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def upper_first(words: str) -> str:
    """Return words as they open a sentence or a cell."""
    return words[:1].upper() + words[1:]


__all__ = ["joined", "lower_first", "upper_first"]
