"""Ce qui reste à demander, ou à regarder, de ce qui est venu : refusé et non remplacé, ou qui en dit moins qu'avant."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from liaison.training.hand_in.archives_kept import TEAM
from liaison.training.hand_in.gathering import is_of_the_room
from liaison.training.hand_in.journal import JournalLine, read_journal
from liaison.training.hand_in.standing import NOT_COME, Handed
from liaison.training.hand_in.whose import is_refused, with_codes
from liaison.training.session.definition import SessionFolder


def refused_beside(place: SessionFolder, standings: Mapping[str, Mapping[str, Handed]]) -> tuple[str, ...]:
    """Return who has a copy, and sent something else that was refused: it may be what they wanted to be marked.

    Nobody of whom something newer is kept, nor whose copy is missing: what was refused is asked again for it. Nobody
    once names are being erased.

    Raises:
        SessionError: the journal was spoiled.
    """
    lines = () if place.erasure.exists() else with_codes(place, read_journal(place.journal))
    return tuple(
        code
        for code, by_module in standings.items()
        if "refusee" not in by_module.values()
        and any(state not in NOT_COME for state in by_module.values())
        and _left([line for line in lines if line.code == code], place.session.modules)
    )


def refused_of_teams(place: SessionFolder) -> int:
    """Return how many files of teams, dropped alone, were refused and not replaced since.

    Raises:
        SessionError: the journal was spoiled.
    """
    lines = [line for line in read_journal(place.journal) if not line.code and line.module.startswith(TEAM)]
    return len(_left(lines, ()))


def refused_of_nobody(place: SessionFolder) -> int:
    """Return how many files were refused that bear nobody's code.

    Raises:
        SessionError: the journal was spoiled.
    """
    return sum(is_refused(line) and not line.code for line in with_codes(place, read_journal(place.journal)))


def said_less(place: SessionFolder) -> tuple[tuple[str, str], ...]:
    """Return who handed in less than before, and of which module: what came before is kept aside, to be looked at.

    Nobody once names are being erased: what was kept aside goes.

    Raises:
        SessionError: the journal was spoiled.
    """
    lines = () if place.erasure.exists() else read_journal(place.journal)
    return tuple(dict.fromkeys((line.code, line.module) for line in lines if line.module and line.says_less))


def _left(lines: Sequence[JournalLine], modules: Collection[str]) -> list[JournalLine]:
    """Return what was refused and is not settled by what is kept; a module of another session is nobody's loss."""
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


def _is_settled(refused: JournalLine, after: Sequence[JournalLine], modules: Collection[str]) -> bool:
    """Whether what came after stands for what was refused: of a file that nobody could open, nobody knows what was in
    it, and only that file, made again, or all the work of that person does.
    """
    if refused.module:
        return any(
            other.module == refused.module and (refused.code or other.source == refused.source) for other in after
        )
    return {*modules} <= {other.module for other in after} or refused.source in {other.source for other in after}


def _is_after(other: JournalLine, refused: JournalLine) -> bool:
    """Whether a work came after what was refused; instants of one journal are in one zone: they sort as they are."""
    if refused.made_at and other.made_at:
        return other.made_at > refused.made_at
    # The room is read long after work was put there.
    return (other.made_at if is_of_the_room(other) else other.received_at) > refused.received_at


__all__ = ["refused_beside", "refused_of_nobody", "refused_of_teams", "said_less"]
