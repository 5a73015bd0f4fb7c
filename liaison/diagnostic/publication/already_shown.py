"""Ce qui a déjà été montré des mêmes familles : une seule porte pour ce qui se montre ensuite, commande ou écran.

A diagnosis is made beside the plans that were shown, and compared with the diagnoses; a plan is made beside these
(`liaison.support.plan.plan`). Whoever shows one or the other keeps it here, and writes the register from here.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Self

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.indicators import AnswerIndicators, indicators
from liaison.diagnostic.counting.weights import FamilyCounts
from liaison.diagnostic.disclosure.differencing import check_differencing
from liaison.diagnostic.disclosure.joint_audit import check_joint
from liaison.diagnostic.publication.beside import ShownPlan
from liaison.diagnostic.publication.publication import Publication, Register, publication, register_bytes
from liaison.diagnostic.questionnaire.questionnaire import LEVEL
from liaison.disclosure.disclosure import DEFAULT_THRESHOLD
from liaison.disclosure.joint import AuditError


@dataclass(frozen=True)
class AlreadyShown:
    """The diagnoses and the plans that were shown of the same families, the oldest first."""

    former: tuple[Publication, ...] = ()
    plans: tuple[ShownPlan, ...] = ()

    def indicators(
        self,
        answers: Answers,
        population: FamilyCounts | None = None,
        threshold: int = DEFAULT_THRESHOLD,
        by: str = LEVEL,
    ) -> AnswerIndicators:
        """Return what may be published of these answers, beside the plans: as without them, where that gives nothing.

        A plan that was made beside a diagnosis does not change it when it is made again.
        """
        alone = indicators(answers, population, threshold, by)
        if not self.plans:
            return alone
        try:
            check_joint(alone, answers, population, self.plans)
        except AuditError:
            return indicators(answers, population, threshold, by, beside=self.plans)
        return alone

    def checked(
        self, diagnosis: AnswerIndicators, answers: Answers, population: FamilyCounts | None, on: dt.date
    ) -> Publication:
        """Return a diagnosis as a register keeps it, once it is known to give nothing, with all that was shown.

        Raises:
            AuditError: read as a whole, or beside a plan, it would tell too much.
            DifferencingError: with a former publication, it would isolate a few families.
        """
        check_joint(diagnosis, answers, population, self.plans)
        new = publication(diagnosis, answers.questionnaire.id, on)
        check_differencing(self.former, new, answers)
        return new

    def with_more(self, new: Publication | None = None, plan: ShownPlan | None = None) -> Self:
        """Return what was shown once a diagnosis, or a plan, is shown too; what says the same is not repeated."""
        former, plans = self.former, self.plans
        if new is not None:
            former = (*(each for each in former if each.lignes != new.lignes), new)
        if plan is not None:
            same = (plan.comptes, plan.caches)
            plans = (*(each for each in plans if (each.comptes, each.caches) != same), plan)
        return replace(self, former=former, plans=plans)

    def with_register(self, register: Register) -> Self:
        """Return what was shown, what a register says of it first."""
        known = (each for each in self.former if each not in register.publications)
        plans = (each for each in self.plans if each not in register.plans)
        return replace(self, former=(*register.publications, *known), plans=(*register.plans, *plans))

    def register(self, school: str = "") -> bytes:
        """Return the register of all that was shown, as it is written."""
        return register_bytes(self.former, None, school, self.plans)


__all__ = ["AlreadyShown"]
