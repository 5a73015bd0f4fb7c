"""Qui les messages joignent, dans l'école fictive, avant le plan et après : le simulateur du module 01, réutilisé."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from liaison.messaging.policy import Policy
from liaison.support.after_plan import families_at
from widgets.support.scenario import day, scenario
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.change_alone import Chance
    from liaison.messaging.clock import Period
    from liaison.messaging.indicators import Indicators
    from liaison.messaging.worse_off import Reached, WorseOff
    from liaison.school.tables import School

t = texts("support")


def simulated(school: School, policy: Policy, seed: int) -> Reached:
    """Return what the simulator of module 01 says of a school, over the weeks of the scenario."""
    from liaison.messaging.worse_off import reached_in

    return reached_in(school, policy, weeks_of_messages(), seed)


@lru_cache(maxsize=16)  # a few figures each, and long to work out
def by_chance(preset: str, seed: int, policy: str, *others: str) -> list[Chance]:
    """Return how these policies (JSON) differ from the first one, from draw to draw of a fictitious school."""
    from liaison.messaging.change_alone import by_chance_alone
    from liaison.school.generator import school_from

    first, *rest = map(Policy.model_validate_json, (policy, *others))
    return by_chance_alone(school_from(preset, seed), weeks_of_messages(), seed, first, rest)


def weeks_of_messages() -> Period:
    """Return the weeks of messages that the scenario simulates."""
    from liaison.messaging.clock import Period

    weeks = scenario()["reach"]
    return Period(day(weeks["start"]), weeks["weeks"])


def worse_off_words(found: WorseOff) -> str:
    """Return why the loans alone leave some families out, "" when they leave out nobody more."""
    new, stopped = len(found.families), len(found.without_fallback)
    return t("out-worse", new=new, stopped=stopped) if stopped else ""


def out_among(found: Indicators, codes: Iterable[str]) -> int:
    """Return how many of these families of a fiction are left out."""
    return len(set(found.left_out_families) & families_at(codes))


__all__ = ["by_chance", "out_among", "simulated", "worse_off_words"]
