"""Qui les messages joignent, dans l'école fictive, avant le plan et après : le simulateur du module 01, réutilisé."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from liaison.messaging.policy import Policy
from liaison.support.after_plan import families_at
from widgets.support.scenario import day, scenario
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.clock import Period
    from liaison.messaging.indicators import Indicators
    from liaison.messaging.worse_off import Reached, WorseOff
    from liaison.school.tables import School

t = texts("support")


def simulated(school: School, policy: Policy, seed: int) -> Reached:
    """Return what the simulator of module 01 says of a school, over the weeks of the scenario."""
    from liaison.messaging.worse_off import reached_in

    return reached_in(school, policy, weeks_of_messages(), seed)


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


__all__ = ["out_among", "simulated", "weeks_of_messages", "worse_off_words"]
