"""Vérifier un code UAI : sept chiffres et une lettre de contrôle, le reste de la division par 23."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)

# 23 letters: I, O and Q are not used. python-stdnum (2.2) does not know this code.
LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


class UaiError(FrenchError):
    """Why a text is not the UAI code of a school, in French."""


def control_letter(digits: str) -> str:
    """Return the control letter of the seven digits of a UAI code."""
    return LETTERS[int(digits) % len(LETTERS)]


def check_uai(text: str) -> str:
    """Return the UAI code in capitals, without spaces, once its control letter is right.

    Raises:
        UaiError: not seven digits and a letter, or a letter that does not fit.
    """
    code = re.sub(r"\s", "", text).upper()
    if not re.fullmatch(r"\d{7}[A-Z]", code, re.ASCII):
        raise UaiError(phrase("pas-code-uai-sept", strip=text.strip()[:40]))
    expected = control_letter(code[:7])
    if code[7] != expected:
        raise UaiError(phrase("code-uai-contient-faute", code=code, code_2=code[:7], expected=expected))
    return code


def near_codes(code: str, known: Iterable[str], count: int = 3) -> list[str]:
    """Return the known codes that look most like `code`, best first."""
    return difflib.get_close_matches(code, sorted(set(known)), n=count, cutoff=0.7)
