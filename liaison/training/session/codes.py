"""Les codes d'une séance : courts, sans lettre que l'on confond, et qui disent d'eux-mêmes s'ils sont mal recopiés."""

from __future__ import annotations

import random
import secrets
from collections.abc import Collection
from typing import Annotated

from pydantic import AfterValidator

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)


# Neither 0, O, 1 nor I; no A, E, U either, so that no code is a word. 29 signs, a prime number: see `_sign`.
SIGNS = "23456789BCDFGHJKLMNPQRSTVWXYZ"
LETTERS = SIGNS[8:]
LENGTH = 5
_LONGEST_SHOWN = 20
_SEPARATORS = " \u00a0\u202f\t\r\n-_."


class CodeError(FrenchError):
    """What was typed is not a code, and what to do."""


def checked_code(text: str) -> str:
    """Return a code as it is kept (capitals, no space), from what a person typed: « r7k-2m » for instance.

    Raises:
        CodeError: too short, too long, a sign that no code has, or a code miscopied in one place.
    """
    code = text.translate(dict.fromkeys(map(ord, _SEPARATORS))).upper()
    shown = text.strip()[:_LONGEST_SHOWN]
    if not code:
        raise CodeError(phrase("code-manquant"))
    if unknown := sorted(set(code) - set(SIGNS)):
        raise CodeError(phrase("signe-inconnu", text=shown, sign=unknown[0]))
    if len(code) != LENGTH:
        raise CodeError(phrase("nombre-de-signes", text=shown, expected=LENGTH, n=len(code)))
    if _sign(code[:-1]) != code[-1]:
        raise CodeError(phrase("mal-recopie", text=shown))
    return code


def code_on_line(text: str, participants: Collection[str], file: str, line: int) -> str:
    """Return the code that a line of a list of the session holds.

    Raises:
        CodeError: it is not one, or nobody in the session has it; the file and the line are told.
    """
    try:
        code = checked_code(text)
    except CodeError as error:
        raise CodeError(phrase("ligne-fautive", file=file, line=line, reason=error)) from error
    if code not in participants:
        raise CodeError(phrase("code-inconnu", file=file, line=line, code=code))
    return code


def new_codes(count: int, draw: random.Random | None = None) -> tuple[str, ...]:
    """Return that many different codes, drawn so that nobody can guess the next one; `draw` is for tests."""
    draw = draw or secrets.SystemRandom()
    codes: dict[str, None] = {}
    while len(codes) < count:
        # A letter first: a code of figures alone would become a number in a spreadsheet.
        start = draw.choice(LETTERS) + "".join(draw.choice(SIGNS) for _ in range(LENGTH - 2))
        codes[start + _sign(start)] = None
    return tuple(codes)


def _sign(start: str) -> str:
    """Return the last sign of a code: a prime number of signs tells any sign miscopied, and any two exchanged."""
    return SIGNS[-sum(rank * SIGNS.index(sign) for rank, sign in enumerate(start, 2)) % len(SIGNS)]


def _canonical(code: str) -> str:
    if code != checked_code(code):
        raise ValueError(phrase("code-autrement-ecrit", code=checked_code(code)))
    return code


Code = Annotated[str, AfterValidator(_canonical)]

__all__ = ["LENGTH", "SIGNS", "Code", "CodeError", "checked_code", "new_codes"]
