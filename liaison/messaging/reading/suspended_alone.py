"""La vérité du pari du module 01 : combien de familles de plus une publication suspendue, seule, laisse de côté."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from liaison.messaging.policy.policy import Policy
    from liaison.messaging.reading.indicators import Indicators


@dataclass(frozen=True)
class LeftOutMore:
    """Families left out under a policy, then once its publication is suspended as another has it."""

    families: int
    before: int
    after: int

    @property
    def more(self) -> int:
        """How many more are left out: under zero where there are fewer."""
        return self.after - self.before

    @property
    def share(self) -> float:
        """How far apart both are, in share of the families, whichever leaves out more."""
        return abs(self.more) / self.families


def suspended_as(first: Policy, other: Policy) -> Policy:
    """Return the first policy with the suspended publication of the other, and nothing else: one factor at a time."""
    return first.changed(suspended=other.suspended)


def left_out_more(before: Indicators, after: Indicators) -> LeftOutMore:
    """Return what both simulations of one school say."""
    return LeftOutMore(after.families, len(before.left_out_families), len(after.left_out_families))


__all__ = ["LeftOutMore", "left_out_more", "suspended_as"]
