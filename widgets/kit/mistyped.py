"""Ce qu'une leçon répond à une cellule que Python ne lit pas : une phrase en français, au lieu de son anglais."""

from __future__ import annotations

from types import TracebackType
from typing import Any

from liaison.base.faults import FrenchError
from liaison.base.quoting import shown
from widgets.texts import texts

t = texts("kit")


class LessonError(FrenchError):
    """What somebody wrote in the cell to change cannot be used: one sentence, and not fifty lines of a library."""

    def _render_traceback_(self) -> list[str]:
        """What Jupyter shows of it."""
        return [str(self)]


def sentence_for(error: BaseException, where: TracebackType | None, memory: dict[str, Any]) -> str | None:
    """Return what to say of a name that nothing has, or of a line that is no Python; None for any other fault.

    `memory`: what the notebook holds. A name missing in a library is a fault of ours, which a sentence would hide.
    """
    if isinstance(error, SyntaxError):
        return t("lesson-no-line", written=shown((error.text or "").strip()))
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    if isinstance(error, NameError) and error.name and where is not None and where.tb_frame.f_globals is memory:
        return t("lesson-no-name", written=shown(error.name))
    return None


def answer_in_french(shell: Any) -> None:
    """Have a notebook say these two faults so, in every cell, from now on."""

    def answer(
        shell: Any, kind: type[BaseException], error: BaseException, where: TracebackType, tb_offset: int | None = None
    ) -> list[str]:
        if sentence := sentence_for(error, where, shell.user_ns):
            kind, error = LessonError, LessonError(sentence)
        # What a custom answer returns is shown to nobody: it shows by itself what the page is to be told.
        shell.showtraceback((kind, error, where), tb_offset=tb_offset)
        return []

    shell.set_custom_exc((NameError, SyntaxError), answer)


__all__ = ["LessonError", "answer_in_french", "sentence_for"]
