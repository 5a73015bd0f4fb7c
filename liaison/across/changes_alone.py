"""Ce qu'un diagnostic change dans une messagerie : l'ensemble, puis chaque changement seul, avec son prix."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from liaison.messaging.policy.policy import Policy

if TYPE_CHECKING:
    from liaison.across.plan_reach import PlanReach
    from liaison.diagnostic.counting.indicators import AnswerIndicators
    from liaison.messaging.vocabulary import Purpose
    from liaison.support.plan.modes import Change, PolicyChanges


@dataclass(frozen=True)
class ToldAlone:
    """A change of the messages, and the sentences that say what it does when nothing else changes."""

    change: Change
    effects: tuple[str, ...]

    def line(self, purposes: Mapping[Any, str]) -> str:
        """Return both in one line, the purposes said in these words."""
        return " ".join((self.change.name(purposes), *self.effects))


def changes_after(policy: Policy, indicators: AnswerIndicators, on: dt.date) -> PolicyChanges:
    """Return what the published figures of a diagnosis change in a policy, under the rules of that day."""
    from liaison.support.plan.modes import changed_policy, signs_of

    return changed_policy(policy.model_dump(mode="json"), signs_of(indicators), on)


def policy_after(changes: PolicyChanges) -> Policy:
    """Return the policy with all the changes."""
    return Policy.model_validate(changes.policy)


def policy_with(policy: Policy, change: Change) -> Policy:
    """Return a policy with this change and no other."""
    return Policy.model_validate(change.applied(policy.model_dump(mode="json")))


def told_alone(reach: PlanReach, policy: Policy, changes: Sequence[Change]) -> list[ToldAlone]:
    """Return each change with what it does alone in the fictitious school, chance set apart; none of none."""
    from liaison.messaging.reading.change_alone import alone_words

    alone = [policy_with(policy, change) for change in changes]
    told = []
    for change, changed, chance in zip(changes, alone, reach.by_chance(policy, alone), strict=True):
        touched = cast("tuple[Purpose, ...]", change.purposes)
        effects = alone_words(reach.reached(policy), reach.reached(changed), touched, chance)
        told.append(ToldAlone(change, tuple(effects)))
    return told


def alone_lines(changes: Sequence[ToldAlone], school_name: str, purposes: Mapping[Any, str]) -> list[str]:
    """Return where changes were simulated, then one line for each, for a document; none where nothing changes."""
    from liaison.messaging.reading.change_alone import where_words

    return [where_words(school_name), *(each.line(purposes) for each in changes)] if changes else []


__all__ = ["ToldAlone", "alone_lines", "changes_after", "policy_after", "policy_with", "told_alone"]
