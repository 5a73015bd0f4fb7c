"""Les langues de la notice aux parents : une, plusieurs, ou toutes, une page chacune."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from liaison.base.faults import FrenchError
from liaison.base.languages import EVERY, Language, languages_in
from liaison.base.sentences import french_beside
from liaison.phone.words import framed

phrase = french_beside(__file__)

TEXTS = Path(__file__).parent / "texts"
STEM = "notice_parents"


class NoticeError(FrenchError):
    """A notice that cannot be made: no language, or one that it does not speak."""


def spoken() -> dict[str, Language]:
    """Return the languages in which the notice is offered, by code."""
    return {code: language for code, language in languages_in(TEXTS).items() if code in framed()}


def chosen_languages(codes: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of languages in the order of the suite; `toutes` among them stands for every one.

    Raises:
        NoticeError: there is none, or one that the notice does not speak; those that it speaks are named.
    """
    known = ", ".join(spoken())
    if unknown := [code for code in codes if code not in (EVERY, *spoken())]:
        raise NoticeError(phrase("langue-inconnue", code=unknown[0], known=known))
    if not codes:
        raise NoticeError(phrase("aucune-langue", known=known))
    return tuple(code for code in spoken() if code in codes or EVERY in codes)


def stem_of(codes: Sequence[str]) -> str:
    """Return the name of the file that holds the notice in these languages, without its ending."""
    return "_".join((STEM, *((EVERY,) if tuple(codes) == tuple(spoken()) else codes)))


__all__ = ["STEM", "TEXTS", "NoticeError", "chosen_languages", "spoken", "stem_of"]
