"""Ce que le silence des autres dit d'un silence : la chance qu'autant de familles passent une question, ou toutes."""

from __future__ import annotations


def chance_of_silence(size: int, others: int, silent: int) -> float:
    """Return how likely so many families (`size`) all pass a question, each as `silent` of the `others` do.

    By Laplace's rule of succession, one more of each is counted: what nobody passed may still be passed.
    """
    return ((silent + 1) / (others + 2)) ** size


__all__ = ["chance_of_silence"]
