"""L'école fictive d'un plan : ses réponses au questionnaire, et les coupons que ses familles remettraient."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.counting.weights import FamilyCounts
from liaison.diagnostic.fictitious import (
    LEVELS,
    answering,
    collected,
    fictitious_families,
    population_of,
    true_situation,
)
from liaison.diagnostic.hypotheses import WAYS, Way
from liaison.rules import rule
from liaison.school.fictitious.aggregates import load_preset
from liaison.school.fictitious.chance import Chance
from liaison.school.fictitious.generator import school_from
from liaison.school.kinship import families_of
from liaison.school.tables import STRUCTURE, School
from liaison.support.needs.needs import Needs, needs_of
from liaison.support.vocabulary import LEVELS as KNOWN

WISHES = (
    *("pret__ordinateur", "pret__cle_internet"),
    *("atelier__matin", "atelier__apres_midi", "atelier__soir", "atelier__samedi"),
)


@dataclass(frozen=True)
class Fiction:
    """A fictitious school: `families` it has, anonymous `answers` to its questionnaire, `needs` by code.

    `name`: as the school is called on screen. The code F001 is the first family of `families_of`: only in a fiction
    does the software know who has a code.
    """

    name: str
    school: School
    families: int
    answers: Answers
    population: FamilyCounts
    needs: Needs


def fiction(preset: str, seed: int, ways: Sequence[Way] = WAYS, on: dt.date | None = None) -> Fiction:
    """Return the fictitious school of that name, whose families are asked in these ways; `on` chooses the rules."""
    school = school_from(preset, seed)
    families = fictitious_families(school, seed)
    return Fiction(
        name=load_preset(preset).name,
        school=school,
        families=len(families),
        answers=collected(families, ways, seed),
        population=population_of(families),
        needs=fictitious_needs(school, seed, ways, on),
    )


def fictitious_needs(school: School, seed: int, ways: Sequence[Way] = WAYS, on: dt.date | None = None) -> Needs:
    """Return the needs of the families of a fictitious school that wish a loan or a workshop and handed the coupon in.

    A family hands the coupon in by one of the `ways` with the probability that it answers the diagnosis that way
    (`diagnostic/non_reponse`): those who lack most are also those who are not seen. The code F001 is the first family
    of `families_of`: in a fiction, and nowhere else, the software knows who has a code. Some have a younger child to
    be looked after, whom the school does not know (rule `accompagnement/jeunes_enfants`, a hypothesis).
    """
    day = on or dt.date.today()
    families = fictitious_families(school, seed)
    chance, count = Chance(seed), len(families)
    hands_in = np.zeros(count, dtype=bool)
    for way in ways:
        hands_in |= chance.uniform(f"coupon {way}", count) < answering(families, way)
    wishes = families[list(WISHES)].to_numpy(dtype=bool).any(axis=1)
    order = np.flatnonzero(wishes & hands_in)
    whole = true_situation(families)
    answers = Answers(whole.table.iloc[order], whole.questionnaire)
    children, levels = _children(school)
    younger = chance.uniform("jeune enfant", count) < float(rule("accompagnement/jeunes_enfants", day).value)
    width = max(3, len(str(count)))
    return needs_of(
        answers,
        axes(answers),
        [f"F{place + 1:0{width}d}" for place in order],
        children=[int(children[place]) for place in order],
        levels=[levels[place] for place in order],
        # What is not drawn is still deduced from the levels.
        childcare=[True if younger[place] else None for place in order],
        on=day,
    )


def _children(school: School) -> tuple[np.ndarray, list[str]]:
    """Return, by family in the order of `fictitious_families`, how many children are at school and their levels."""
    family = families_of(school)
    of_class = dict(zip(school.classes["id"], school.classes["niveau"].str.partition("-")[0], strict=True))
    members = school.memberships
    pupils = members[(members["fonction"] == "eleve") & (members["groupe"] != STRUCTURE)].drop_duplicates("personne")
    level = pupils.set_index("personne")["groupe"].map(of_class).reindex(family.index)
    named = level.map(lambda name: LEVELS.get(name, str(name).lower()))
    of_pupils = pd.DataFrame({"famille": family, "niveau": named.where(named.isin(KNOWN), "")})
    groups = of_pupils.groupby("famille", sort=True)["niveau"]
    texts = groups.agg(lambda some: " ".join(level for level in KNOWN if level in set(some)))
    return groups.size().to_numpy(), list(texts)


__all__ = ["Fiction", "fiction", "fictitious_needs"]
