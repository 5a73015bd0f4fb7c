"""Ce qui a été refusé, et que rien de venu depuis ne remplace : l'état et les demandes en décident ici."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from liaison.training.hand_in.archives_kept import TEAM
from liaison.training.hand_in.gathering import is_of_the_room
from liaison.training.hand_in.journal import JournalLine


def not_replaced(lines: Sequence[JournalLine], modules: Collection[str]) -> list[JournalLine]:
    """Return what was refused and is not settled by what is kept, of the lines of one person.

    A module of another session is nobody's loss.
    """
    refused = [
        line
        for line in lines
        if line.state == "refusee" and (line.module in ("", *modules) or line.module.startswith(TEAM))
    ]
    keeping = [line for line in lines if line.is_kept]
    return [
        line
        for line in refused
        if not _is_settled(line, [other for other in keeping if _is_after(other, line)], modules)
    ]


def is_made_again(refused: JournalLine, lines: Sequence[JournalLine]) -> bool:
    """Whether a file that was refused came again under its name, be it with somebody's code inside, and is kept."""
    return any(line.is_kept and line.source == refused.source and _is_after(line, refused) for line in lines)


def _is_settled(refused: JournalLine, after: Sequence[JournalLine], modules: Collection[str]) -> bool:
    """Whether what came after stands for what was refused: of a file that nobody could open, nobody knows what was in
    it, and only that file, made again, or all the work of that person does.
    """
    if refused.module:
        return any(
            other.module == refused.module and (refused.code or other.source == refused.source) for other in after
        )
    return {*modules} <= {other.module for other in after} or is_made_again(refused, after)


def _is_after(other: JournalLine, refused: JournalLine) -> bool:
    """Whether a work came after what was refused; instants of one journal are in one zone: they sort as they are."""
    if refused.made_at and other.made_at:
        return other.made_at > refused.made_at
    # The room is read long after work was put there.
    return (other.made_at if is_of_the_room(other) else other.received_at) > refused.received_at


__all__ = ["is_made_again", "not_replaced"]
