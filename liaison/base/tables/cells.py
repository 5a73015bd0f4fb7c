"""Une cellule qui sort : aucune ne devient une formule, et toute cellule se relit telle qu'elle était."""

from __future__ import annotations

import re
from numbers import Integral, Real

import numpy as np
import pandas as pd

YES, NO = "oui", "non"
# What a spreadsheet takes for the beginning of a formula, in both widths, after spaces, lone quotes or apostrophes.
FORMULA = re.compile(r"[\s\u00a0\ufeff\"']*[=+\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n]")
# The same inside a text, where a tool that cuts at another sign would begin a cell.
_INSIDE = re.compile(r"(?<![,;|\s\u00a0\ufeff\"'])[,;|\s\u00a0\ufeff\"']+(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
_CUTS = frozenset(",;|\t\r\n")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def safe_cell(value: object, decimal: str = ",") -> str:
    """Return a cell as it may leave: nothing in it can be taken for a formula.

    A number is written as a French spreadsheet reads it (-0,5), or with another `decimal` sign, and stays a number,
    even given as text; a text that begins like a formula (`=`, `+`, `-`, `@`, tab, end of line), or does so after a
    sign where another tool may cut it, gets an apostrophe there, which `bare_cell` takes away. A missing value is an
    empty cell.
    """
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, bool | np.bool_):
        return YES if value else NO
    if isinstance(value, Integral):
        return str(int(value))
    if isinstance(value, Real):
        return repr(float(value)).replace(".", decimal)
    text = str(value)
    if _NUMBER.fullmatch(text):
        return text
    text = _INSIDE.sub(lambda match: f"{match[0]}'" if _cuts(match) else match[0], text)
    return f"'{text}" if FORMULA.match(text) else text


def bare_cell(text: str) -> str:
    """Return the text that `safe_cell` was given, whatever it was: every apostrophe that it put is taken away."""
    text = text[1:] if text.startswith("'") and FORMULA.match(text, 1) else text
    return _INSIDE.sub(lambda match: match[0].removesuffix("'") if _cuts(match) else match[0], text)


def _cuts(match: re.Match[str]) -> bool:
    return not _CUTS.isdisjoint(match[0])
