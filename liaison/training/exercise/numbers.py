"""Des points comme on les écrit en français : « 1,5 », « 2 points »."""

from __future__ import annotations


def number(value: float) -> str:
    """Return a number with at most two decimals, and a comma."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def points_words(value: float) -> str:
    """Return a number of points: « 0 point », « 1,5 point », « 2 points »."""
    return f"{number(value)} point{'s' if value >= 2 else ''}"


__all__ = ["number", "points_words"]
