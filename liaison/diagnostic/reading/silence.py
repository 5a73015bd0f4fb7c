"""Ce que le silence des autres dit d'un silence : la chance qu'autant de familles passent une question, ou toutes."""

from __future__ import annotations

from math import exp, lgamma


def chance_of_silence(size: int, others: int, silent: int) -> float:
    """Return how likely so many families (`size`) all pass a question, each as `silent` of the `others` do.

    By Laplace's rule of succession, one more of each is counted: what nobody passed may still be passed.
    """
    return ((silent + 1) / (others + 2)) ** size


def chance_of_order(size: int, others: int, answered: int) -> float:
    """Return in which share of the orders of families none of a number of them (`size`) is of the `answered`, who are
    so many of all: how likely that these are among the `others` alone, if the order had nothing to do with it."""
    if answered > others:
        return 0.0
    return exp(_ways(others, answered) - _ways(others + size, answered))


def _ways(among: int, count: int) -> float:
    """Return the logarithm of the number of ways to choose so many among so many."""
    return lgamma(among + 1) - lgamma(count + 1) - lgamma(among - count + 1)


__all__ = ["chance_of_order", "chance_of_silence"]
