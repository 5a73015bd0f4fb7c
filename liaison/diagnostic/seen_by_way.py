"""Ce que chaque façon de demander fait voir d'une école fictive : combien répondent, combien sont au plus bas."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.hypotheses import LOWEST_PLACES


@dataclass(frozen=True)
class SeenAnswers:
    """What some answers show of a school: how many there are, in per cent of its families; who stands lowest, by axis.

    `lowest`: how many families. `share`: in per cent of those whose answers tell where they stand, None where none do.
    """

    answers: int
    rate: int
    lowest: dict[str, int]
    share: dict[str, float | None]


def seen_answers(truth: Answers, each: Iterable[Answers]) -> list[SeenAnswers]:
    """Return what the whole of a fictitious school shows, then what the answers to each way of asking do."""
    return [_of(answers, len(truth)) for answers in (truth, *each)]


def _of(answers: Answers, families: int) -> SeenAnswers:
    placed = axes(answers)
    return SeenAnswers(
        answers=len(answers),
        rate=round(100 * len(answers) / families),
        lowest={axis: int((placed[axis] == lowest).sum()) for axis, lowest in LOWEST_PLACES.items()},
        share={axis: _share(placed[axis], lowest) for axis, lowest in LOWEST_PLACES.items()},
    )


def unseen_share(seen: SeenAnswers, whole: SeenAnswers, axis: str) -> float:
    """Return which share of the families that stand lowest is not seen, 0 where none stands there."""
    return 1 - seen.lowest[axis] / whole.lowest[axis] if whole.lowest[axis] else 0.0


def _share(column: pd.Series, lowest: str) -> float | None:
    placed = column.dropna()
    return round(100 * float((placed == lowest).mean()), 1) if len(placed) else None


__all__ = ["SeenAnswers", "seen_answers", "unseen_share"]
