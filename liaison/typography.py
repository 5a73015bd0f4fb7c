"""Les espaces insécables que la typographie française demande."""

from __future__ import annotations

import re

_BEFORE_SIGN = re.compile(r" (?=[:;?!»%€])")
_AFTER_QUOTE = re.compile(r"(?<=«) ")
_BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:h|min)\b)")


def typeset(text: str) -> str:
    """Return the text with a non-breaking space wherever French wants one, and no other change."""
    for place in (_BEFORE_SIGN, _AFTER_QUOTE, _BEFORE_UNIT):
        text = place.sub("\u00a0", text)
    return text
