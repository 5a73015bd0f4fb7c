"""Qui a une place, selon la langue, les enfants à garder, les heures et le besoin : ce que l'ordre choisi a donné."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pandas as pd

from liaison.support.vocabulary import LANGUAGES, MOMENTS
from liaison.support.workshop_plan import WorkshopPlan
from liaison.support.workshop_types import Type

Trait = Literal["besoin", "langue", "garde", "moments"]
TRAITS: dict[Trait, str] = {
    "besoin": "Besoin",
    "langue": "Langue",
    "garde": "Enfants à garder",
    "moments": "Heures",
}
SHARE_COLUMNS = ("trait", "valeur", "place", "attente", "sans_creneau")
_MOST = 3  # children: this many and more are counted together
NEED = ("ont le plus à apprendre", "ont moins à apprendre")


def _language(kind: Type) -> str:
    return next(words for name, words in LANGUAGES.items() if name == kind.language)


def _children(kind: Type) -> str:
    return _children_words(min(kind.children, _MOST))


def _children_words(count: int) -> str:
    return ("aucun", "un enfant", "deux enfants", "trois enfants ou plus")[count]


def _hours(kind: Type) -> str:
    return _SEVERAL if len(kind.moments) > 1 else next(words for name, words in MOMENTS.items() if name in kind.moments)


_SEVERAL = "à plusieurs moments"
# For each trait, its values in order, and which one a family has.
_VALUES: dict[Trait, tuple[tuple[str, ...], Callable[[Type], str]]] = {
    "besoin": (NEED, lambda kind: NEED[not kind.beginner]),
    "langue": (tuple(LANGUAGES.values()), _language),
    "garde": (tuple(map(_children_words, range(_MOST + 1))), _children),
    "moments": ((*MOMENTS.values(), _SEVERAL), _hours),
}
# Two parts of each trait, as few families can be told apart outside the team: a value, and all the others.
PAIRS: dict[Trait, tuple[str, str]] = {
    "besoin": NEED,
    "langue": ("français", "une autre langue que le français"),
    "garde": ("aucun", "un enfant ou plus"),
    "moments": (_SEVERAL, "à un seul moment"),
}


def shares(plan: WorkshopPlan) -> pd.DataFrame:
    """Return how many families have a place, wait or have no slot, by trait (SHARE_COLUMNS): for the team only.

    One row per value that a family of the plan has, in the order of TRAITS; each trait counts every family once.
    """
    kinds = {code: kind for kind, codes in plan.asking.codes.items() for code in codes}
    state = plan.table["etat"]
    rows = []
    for trait, (values, value_of) in _VALUES.items():
        mine = pd.Series([value_of(kinds[code]) for code in plan.table.index], index=state.index, dtype="object")
        for value in values:
            found = state[mine == value]
            if len(found):
                rows.append((trait, value, *(int(found.eq(name).sum()) for name in SHARE_COLUMNS[2:])))
    return pd.DataFrame(rows, columns=list(SHARE_COLUMNS))


__all__ = ["PAIRS", "SHARE_COLUMNS", "TRAITS", "Trait", "shares"]
