"""Une école fictive une fois le plan fait : ce que le matériel prêté et les ateliers changent dans ses familles.

Only in a fiction does the software know which family has which code: F001 is the first of `families_of`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from pydantic import BaseModel, ConfigDict

from liaison.rules import rule
from liaison.school.kinship import families_of
from liaison.school.tables import School
from liaison.support.loans.loans import Allocation, LoanSettings, allocate
from liaison.support.needs.needs import Needs
from liaison.support.vocabulary import Item
from liaison.support.workshops.plan import WorkshopPlan, plan_workshops
from liaison.support.workshops.settings import WorkshopSettings

Case = Literal["rien", "prets", "ateliers", "tout"]
CASES: tuple[Case, ...] = ("rien", "prets", "ateliers", "tout")


class _Values(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LoanEffects(_Values):
    """What a computer and a 4G key put in a home, as the school tables name it."""

    ordinateur: str
    connexion: str


class WorkshopEffects(_Values):
    """What a workshop changes: the account, and from which skill and habit to which."""

    compte_active: bool
    aisance: dict[str, str]
    habitude: dict[str, str]


class Effects(_Values):
    """What a plan changes in a fictitious family: the rule `accompagnement/effets`, a hypothesis."""

    pret: LoanEffects
    atelier: WorkshopEffects


@dataclass(frozen=True)
class Done:
    """What a plan does in a fiction: the codes that receive a computer, a key, and those that have a place."""

    lent: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    came: tuple[str, ...] = ()

    def of(self, case: Case) -> Done:
        """Return what of it is done in a case: nothing, the loans alone, the workshops alone, or all."""
        loans, workshops = case in ("prets", "tout"), case in ("ateliers", "tout")
        return Done(self.lent if loans else (), self.keys if loans else (), self.came if workshops else ())


def done(loans: Mapping[Item, Allocation], plan: WorkshopPlan) -> Done:
    """Return what these loans and these workshops do."""
    served = {item: tuple(loan.served) for item, loan in loans.items()}
    came = tuple(map(str, plan.table.index[plan.table["etat"] == "place"]))
    return Done(served.get("ordinateur", ()), served.get("cle_4g", ()), came)


def done_for(
    needs: Needs, loans: LoanSettings, workshops: WorkshopSettings, seed: int, on: dt.date, seconds: float
) -> Done:
    """Return what the plan made of these settings does for these needs."""
    return done(allocate(needs, loans, seed, on), plan_workshops(needs, workshops, seed, on, seconds))


def after(school: School, plan: Done, on: dt.date) -> School:
    """Return what a fictitious school becomes when these families have what was lent and came to a workshop.

    A loan puts a computer, or a connection where there was none, in the home; a workshop opens the account and
    teaches. The rule `accompagnement/effets`, as it holds on the day `on`, says what each changes.
    """
    effects = Effects.model_validate(rule("accompagnement/effets", on).value)
    people = school.people.set_index("id", drop=False)
    people.loc[adults_of(school, plan.lent), "equipement"] = effects.pret.ordinateur
    offline = [adult for adult in adults_of(school, plan.keys) if people.loc[adult, "connexion"] == "aucune"]
    people.loc[offline, "connexion"] = effects.pret.connexion
    came = adults_of(school, plan.came)
    people.loc[came, "compte_active"] = people.loc[came, "compte_active"] | effects.atelier.compte_active
    for column, steps in (("competences", effects.atelier.aisance), ("habitude", effects.atelier.habitude)):
        people.loc[came, column] = people.loc[came, column].replace(to_replace=steps)
    return replace(school, people=people.reset_index(drop=True))


def adults_of(school: School, codes: Iterable[str]) -> list[str]:
    """Return the responsables légaux of the families of a fiction that have these codes."""
    wanted = families_at(codes)
    family = school.links["eleve"].map(families_of(school))
    return sorted(set(school.links["responsable"][family.isin(wanted)]))


def families_at(codes: Iterable[str]) -> set[int]:
    """Return the numbers, from 0, of the families of a fiction that have these codes."""
    return {int(code[1:]) - 1 for code in codes}


__all__ = ["CASES", "Case", "Done", "Effects", "adults_of", "after", "done", "done_for", "families_at"]
