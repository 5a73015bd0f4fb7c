"""Un même collège fictif pour tous les essais : ses familles, ses effectifs, ce que chaque collecte en rapporte."""

from __future__ import annotations

from functools import cache

import pandas as pd

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.indicators import AnswerIndicators, indicators
from liaison.diagnostic.counting.weights import FamilyCounts
from liaison.diagnostic.fictitious import collected, fictitious_families, true_situation
from liaison.diagnostic.hypotheses import Way
from liaison.school.fictitious.generator import school_from

SEED = 11
ALL_WAYS: tuple[Way, ...] = ("en_ligne", "telephone", "papier")


@cache
def families() -> pd.DataFrame:
    """Return the true situation of the families of the school."""
    return fictitious_families(school_from("college_urbain_mixte", SEED), SEED)


@cache
def population() -> FamilyCounts:
    """Return how many families the school has by level."""
    return FamilyCounts({str(level): int(count) for level, count in families()["niveau"].value_counts().items()})


@cache
def received(*ways: Way) -> Answers:
    """Return the answers received when asking in these ways."""
    return collected(families(), ways, SEED)


@cache
def truth() -> Answers:
    """Return the answers of everybody."""
    return true_situation(families())


@cache
def published(*ways: Way) -> AnswerIndicators:
    """Return what may be published of these answers, weighted."""
    return indicators(received(*ways), population())
