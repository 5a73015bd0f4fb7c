"""Ce que chaque changement de la messagerie fait seul, et son prix, dans l'établissement fictif du module 03."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from liaison.messaging.change_alone import alone_words, by_chance_alone, where_words
from liaison.messaging.policy import Policy
from liaison.messaging.simulate import Period
from liaison.messaging.vocabulary import PURPOSES
from liaison.messaging.worse_off import reached_in
from liaison.module import scenario_of
from liaison.school.aggregates import load_preset
from liaison.school.generator import school_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from liaison.messaging.vocabulary import Purpose
    from liaison.support.modes import Change


@dataclass(frozen=True)
class ToldAlone:
    """Where it was simulated, then each change with what it does alone: sentences, its price among them."""

    where: str
    changes: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def lines(self) -> list[str]:
        """One line for each, after that which says where."""
        return [self.where, *(" ".join((name, *said)) for name, said in self.changes)]


def told_alone(policy: Policy, changes: Sequence[Change], seed: int) -> ToldAlone | None:
    """Return what each change does alone, as the screen of module 03 shows it; None without any change.

    Raises:
        ModuleError: the values of the module, which the screen reads too, cannot be read.
    """
    if not changes:
        return None
    values: Any = scenario_of("support")
    preset, weeks = values["school"]["default"], values["reach"]
    school = school_from(preset, seed)
    period = Period(dt.date.fromisoformat(str(weeks["start"])), weeks["weeks"])
    start = policy.model_dump(mode="json")
    alone = [Policy.model_validate(change.applied(start)) for change in changes]
    before, chances = reached_in(school, policy, period, seed), by_chance_alone(school, period, seed, policy, alone)
    told = []
    for change, changed, chance in zip(changes, alone, chances, strict=True):
        touched = cast("tuple[Purpose, ...]", change.purposes)
        found = alone_words(before, reached_in(school, changed, period, seed), touched, chance)
        told.append((change.name(PURPOSES), tuple(found)))
    return ToldAlone(where_words(load_preset(preset).name), tuple(told))


__all__ = ["ToldAlone", "told_alone"]
