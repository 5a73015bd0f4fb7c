"""Qui a une place, selon la langue, les enfants à garder, les heures et le besoin : ce que l'ordre choisi a donné."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

import pandas as pd

from liaison.base.sentences import french_beside
from liaison.support.vocabulary import LANGUAGES, MOMENTS, language_words, moment_words
from liaison.support.workshops.plan import WorkshopPlan
from liaison.support.workshops.types import Type

Trait = Literal["besoin", "langue", "garde", "moments"]
TRAITS: tuple[Trait, ...] = get_args(Trait)
SHARE_COLUMNS = ("trait", "valeur", "place", "attente", "sans_creneau")
_MOST = 3  # children: this many and more are counted together
phrase = french_beside(__file__)


def trait_words(trait: Trait) -> str:
    """Return a trait as the head of a line says it: « Enfants à garder »."""
    return phrase(f"trait-{trait}")


def pairs() -> dict[Trait, tuple[str, str]]:
    """Return two parts of each trait, as few families can be told apart outside the team: a value, all the others."""
    return {
        "besoin": (phrase("debutent"), phrase("ne-debutent-pas")),
        "langue": (language_words("francais"), phrase("autre-que-le-francais")),
        "garde": (_children_words(0), phrase("des-enfants")),
        "moments": (phrase("plusieurs-moments"), phrase("un-seul-moment")),
    }


def _values() -> dict[Trait, tuple[tuple[str, ...], Callable[[Type], str]]]:
    """Return, for each trait, its values in order, and which one a family has."""
    beginning, not_beginning = pairs()["besoin"]
    several = phrase("plusieurs-moments")
    return {
        "besoin": ((beginning, not_beginning), lambda kind: beginning if kind.beginner else not_beginning),
        "langue": (tuple(map(language_words, LANGUAGES)), lambda kind: language_words(kind.language)),
        "garde": (
            tuple(map(_children_words, range(_MOST + 1))),
            lambda kind: _children_words(min(kind.children, _MOST)),
        ),
        "moments": ((*map(moment_words, MOMENTS), several), lambda kind: _hours(kind) or several),
    }


def _children_words(count: int) -> str:
    return phrase("enfants", n=count)


def _hours(kind: Type) -> str:
    """Return the moment at which a family can come; nothing for several."""
    moments = [moment for moment in MOMENTS if moment in kind.moments]
    return moment_words(moments[0]) if len(moments) == 1 else ""


def shares(plan: WorkshopPlan) -> pd.DataFrame:
    """Return how many families have a place, wait or have no slot, by trait (SHARE_COLUMNS): for the team only.

    One row per value that a family of the plan has, in the order of TRAITS; each trait counts every family once.
    """
    kinds = {code: kind for kind, codes in plan.asking.codes.items() for code in codes}
    state = plan.table["etat"]
    rows = []
    for trait, (values, value_of) in _values().items():
        mine = pd.Series([value_of(kinds[code]) for code in plan.table.index], index=state.index, dtype="object")
        for value in values:
            its = state[mine == value]
            if len(its):
                rows.append((trait, value, *(int(its.eq(name).sum()) for name in SHARE_COLUMNS[2:])))
    return pd.DataFrame(rows, columns=list(SHARE_COLUMNS))


__all__ = ["SHARE_COLUMNS", "TRAITS", "Trait", "pairs", "shares", "trait_words"]
