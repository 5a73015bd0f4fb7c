"""Ce qui reste à demander, ou à regarder, de ce qui est venu : refusé et non remplacé, ou qui en dit moins qu'avant."""

from __future__ import annotations

from collections.abc import Mapping

from liaison.training.hand_in.archives_kept import TEAM, clock_runs_ahead
from liaison.training.hand_in.journal import JournalLine, read_journal
from liaison.training.hand_in.not_replaced import is_made_again, not_replaced
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
        and not_replaced([line for line in lines if line.code == code], place.session.modules)
    )


def refused_of_teams(place: SessionFolder) -> int:
    """Return how many files of teams, dropped alone, were refused and not replaced since.

    Raises:
        SessionError: the journal was spoiled.
    """
    lines = [line for line in read_journal(place.journal) if not line.code and line.module.startswith(TEAM)]
    return len(not_replaced(lines, ()))


def refused_of_nobody(place: SessionFolder) -> int:
    """Return how many files were refused that bear nobody's code, and did not come again since.

    Raises:
        SessionError: the journal was spoiled.
    """
    lines = with_codes(place, read_journal(place.journal))
    return sum(is_refused(line) and not line.code and not is_made_again(line, lines) for line in lines)


def said_less(place: SessionFolder) -> tuple[tuple[str, str], ...]:
    """Return who handed in less than before, and of which module: what came before is kept aside, to be looked at.

    Nobody once names are being erased: what was kept aside goes.

    Raises:
        SessionError: the journal was spoiled.
    """
    lines = () if place.erasure.exists() else read_journal(place.journal)
    return tuple(dict.fromkeys((line.code, line.module) for line in lines if line.module and line.says_less))


def by_a_clock_ahead(place: SessionFolder) -> tuple[tuple[str, str], ...]:
    """Return whose copy counts though its clock runs ahead, beside another of a right clock, that may be the newer.

    Of which module; nobody once names are being erased.

    Raises:
        SessionError: the journal was spoiled.
    """
    lines = () if place.erasure.exists() else read_journal(place.journal)
    return tuple(
        (line.code, line.module)
        for line in lines
        if line.module and line.counts and clock_runs_ahead(line) and any(_may_be_newer(other, line) for other in lines)
    )


def _may_be_newer(other: JournalLine, counting: JournalLine) -> bool:
    """Whether another work of the same person was made before this one came, and after it for all one knows."""
    return (
        (other.code, other.module, other.state) == (counting.code, counting.module, "doublon")
        and not other.is_kept
        and other.made_at < counting.received_at
        and not clock_runs_ahead(other)
    )


__all__ = [
    "by_a_clock_ahead",
    "refused_beside",
    "refused_of_nobody",
    "refused_of_teams",
    "said_less",
]
