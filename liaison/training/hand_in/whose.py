"""De qui est un fichier dont rien n'a pu être pris : ce que dit son seul nom, « remise-CODE.zip »."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from liaison.training.hand_in.journal import Line
from liaison.training.session.codes import CodeError, checked_code
from liaison.training.session.definition import SessionFolder


def participant_in(place: SessionFolder, source: str) -> str:
    """Return whose file it is, as far as its name alone tells: nothing can be read in it."""
    code = code_in(source)
    return code if code in place.session.participants else ""


def code_in(source: str) -> str | None:
    """Return the code that the name of a file bears, a participant's or not."""
    stem = Path(source.split(" > ")[-1]).stem.split(" ")[0].lower()
    if not stem.startswith("remise-"):
        return None
    try:
        return checked_code(stem.removeprefix("remise-"))
    except CodeError:
        return None


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


__all__ = ["code_in", "is_refused", "participant_in", "with_codes"]
