"""Ce qu'une clôture laisse : des parties refusées, des copies à demander de nouveau, des textes à lire."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from liaison.training.hand_in.left_to_ask import by_a_clock_ahead, refused_beside, said_less
from liaison.training.hand_in.refused_here import refused_here
from liaison.training.hand_in.standing import Handed, nothing_to_mark, standing, who
from liaison.training.marks.of_session import texts_of_session
from liaison.training.marks.texts_to_read import Readings
from liaison.training.session.definition import SessionError, SessionFolder


@dataclass(frozen=True)
class LeftToDo:
    """What a closing leaves: parts that were refused, or that left something out; copies to ask again, texts to read.

    `outside`: of whom something was refused, and nothing newer is kept. `again`: of whom what was refused is still
    here, to be taken once more without being asked for. `less`: who handed in less than before, of
    which module. `ahead`: whose copy counts by a clock that runs ahead. `nothing`: whose copy has nothing to mark.
    `unknown`: why nobody knows what is left to read.
    """

    refused: Mapping[str, str]
    to_see: Sequence[str]
    stands: Mapping[str, Mapping[str, Handed]]
    outside: Sequence[str]
    again: Sequence[str]
    less: Sequence[tuple[str, str]]
    ahead: Sequence[tuple[str, str]]
    nothing: Sequence[tuple[str, str]]
    readings: Readings | None
    unknown: str

    @property
    def to_ask(self) -> bool:
        """Whether a copy is to be asked again, or looked at."""
        return bool(self.outside or self.again or self.less or self.ahead or self.nothing)


def left_to_do(place: SessionFolder, refused: Mapping[str, str], to_see: Sequence[str]) -> LeftToDo:
    """Return what a closing leaves, its parts done: those that were refused, and those that left something out."""
    stands = _stands(place)
    nothing = nothing_to_mark(place, stands)
    return LeftToDo(
        refused,
        to_see,
        stands,
        *_refused_copies(place, stands),
        said_less(place) if stands else (),
        by_a_clock_ahead(place) if stands else (),
        [(code, module) for code, by_module in nothing.items() for module in by_module],
        *texts_of_session(place),
    )


def _stands(place: SessionFolder) -> dict[str, dict[str, Handed]]:
    try:
        return standing(place)
    except SessionError:  # a spoiled journal, which collecting has told: nobody knows who handed in
        return {}


def _refused_copies(place: SessionFolder, stands: dict[str, dict[str, Handed]]) -> tuple[list[str], list[str]]:
    """Return of whom something was refused and nothing newer is kept: to be asked for, and still here to be taken."""
    if not stands or place.erasure.exists():
        return [], []
    again = refused_here(place).again
    missing = [code for code, module in who(stands, "refusee") if (code, module) not in again]
    beside = [code for code in refused_beside(place, stands) if code not in dict(again)]
    return list(dict.fromkeys([*missing, *beside])), list(dict(again))


__all__ = ["LeftToDo", "left_to_do"]
