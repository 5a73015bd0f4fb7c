"""De qui est un fichier, d'après son seul nom, « remise-CODE.zip » : quand rien n'a pu en être pris."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from liaison.training.hand_in.journal import Line
from liaison.training.session.codes import CodeError, checked_code
from liaison.training.session.definition import SessionFolder

# As the suite names it, then what a browser or a platform adds, before or after.
_NAMED = re.compile(r"remise-(?P<whole>[0-9a-z-]+)(?![^\W_])", re.IGNORECASE)


def participant_in(place: SessionFolder, source: str) -> str:
    """Return whose file it is, as far as its name alone tells: nothing can be read in it."""
    code = next(reversed(codes_in(source)), "")
    return code if code in place.session.participants else ""


def codes_in(source: str) -> tuple[str, ...]:
    """Return the codes that the names of a file and of what it is in bear, participants' or not."""
    found: dict[str, None] = {}
    for named in _NAMED.finditer(source):
        for text in (named["whole"], named["whole"].partition("-")[0]):
            try:
                found[checked_code(text)] = None
                break
            except CodeError:
                continue
    return tuple(found)


def another_code(source: str, code: str) -> str:
    """Return a code that a name bears and that is not the one of the content, "" when the two say the same."""
    return next((one for one in codes_in(source) if one != code), "")


def with_codes(place: SessionFolder, lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return the lines of a journal, with the code of each refused file whose name tells it.

    The journal of an older version left it empty.
    """
    return tuple(
        replace(line, code=participant_in(place, line.source)) if is_refused(line) and not line.code else line
        for line in lines
    )


def is_refused(line: Line) -> bool:
    """Whether a line is of a whole file from which nothing could be taken."""
    return line.state == "refusee" and not line.module


__all__ = ["another_code", "codes_in", "is_refused", "participant_in", "with_codes"]
