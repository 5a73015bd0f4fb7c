"""L'école fictive d'un plan : ses familles, leurs coupons, et ce qu'elle deviendrait une fois le plan fait."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.fictitious import collected, fictitious_families
from liaison.diagnostic.weights import Population
from liaison.school.aggregates import load_preset
from liaison.school.generator import school_from
from liaison.school.kinship import families_of
from liaison.school.tables import School
from liaison.support.fictitious import fictitious_needs
from liaison.support.needs import Needs
from widgets.support.scenario import day, scenario


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
    population: Population
    needs: Needs


def fiction(preset: str, seed: int) -> Fiction:
    """Return the fictitious school of that name, asked in the ways of the scenario."""
    ways = scenario()["ways"]
    school = school_from(preset, seed)
    families = fictitious_families(school, seed)
    levels = families["niveau"].value_counts()
    return Fiction(
        name=load_preset(preset).name,
        school=school,
        families=len(families),
        answers=collected(families, ways, seed),
        population=Population({str(level): int(count) for level, count in levels.items() if level}),
        needs=fictitious_needs(school, seed, ways, day(scenario()["today"])),
    )


def after(school: School, lent: Iterable[str], keys: Iterable[str], trained: Iterable[str]) -> School:
    """Return what a fictitious school becomes when these families have what was lent and came to a workshop.

    What a loan and a workshop change are the `effects` of the scenario: hypotheses, all of them in favour of the
    plan. A loan puts a computer, or a mobile connection, in the home; a workshop opens the account and teaches.
    """
    people = school.people.set_index("id", drop=False)
    workshop = scenario()["effects"]["atelier"]
    people.loc[adults_of(school, lent), "equipement"] = "ordinateur"
    offline = [one for one in adults_of(school, keys) if people.loc[one, "connexion"] == "aucune"]
    people.loc[offline, "connexion"] = "mobile"
    came = adults_of(school, trained)
    people.loc[came, "compte_active"] = people.loc[came, "compte_active"] | workshop["compte_active"]
    for column, name in (("competences", "aisance"), ("habitude", "habitude")):
        people.loc[came, column] = people.loc[came, column].replace(workshop[name])
    return replace(school, people=people.reset_index(drop=True))


def adults_of(school: School, codes: Iterable[str]) -> list[str]:
    """Return the responsables légaux of the families of a fiction that have these codes."""
    wanted = families_at(codes)
    family = school.links["eleve"].map(families_of(school))
    return sorted(set(school.links["responsable"][family.isin(wanted)]))


def families_at(codes: Iterable[str]) -> set[int]:
    """Return the numbers, from 0, of the families of a fiction that have these codes."""
    return {int(code[1:]) - 1 for code in codes}


__all__ = ["Fiction", "adults_of", "after", "families_at", "fiction"]
