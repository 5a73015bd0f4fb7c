"""La vérité du pari du module 02 : combien des familles qui débutent se voient dans les seules réponses en ligne."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from liaison.diagnostic.answers import Answers

BEGINNER, SKILLS = "debutant", "competences"


@dataclass(frozen=True)
class SeenOnline:
    """Families of a fictitious school and those that answered; those that begin with the ENT, and those seen."""

    families: int
    answered: int
    beginners: int
    seen: int

    @property
    def share(self) -> float:
        """The share of those that begin that is seen."""
        return self.seen / self.beginners

    @property
    def response(self) -> float:
        """The share of the families that answered."""
        return self.answered / self.families


def seen_online(truth: Answers, online: Answers) -> SeenOnline:
    """Return who is seen in `online`, of the families whose whole `truth` is known."""
    from liaison.diagnostic.counting.axes import axes

    beginners, seen = (int((axes(answers)[SKILLS] == BEGINNER).sum()) for answers in (truth, online))
    return SeenOnline(len(truth), len(online), beginners, seen)


__all__ = ["SeenOnline", "seen_online"]
