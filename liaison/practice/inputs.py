"""De quelle classe est un texte saisi : vide, bon ou faux. `widgets/practice/machine.js` a la même règle."""

from __future__ import annotations

import re

from liaison.practice.model import EMPTY, RIGHT, WRONG, Input

SHORTEST_PASSWORD = 12
# What an Arabic, Persian or Urdu keyboard writes for 0 to 9.
OTHER_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def class_of(field: Input, text: str) -> str:
    """Return « vide », « bon » or « faux »: what the practice ENT remembers of a typed text."""
    kept = re.sub(r"\s+", " ", text).strip()
    if not kept:
        return EMPTY
    return RIGHT if _is_right(field, kept) else WRONG


def _is_right(field: Input, kept: str) -> bool:
    if field.rule in ("mobile", "date"):
        kept = kept.translate(OTHER_DIGITS)
    if field.rule == "mobile":
        digits = re.sub(r"[ .()-]", "", kept)
        return re.sub(r"^(\+33|0033)", "0", digits) in field.accept
    if field.rule == "date":
        return _iso(kept) in field.accept
    if field.rule == "mot_de_passe":
        return len(kept) >= SHORTEST_PASSWORD
    if field.rule == "exact":
        return kept.lower() in [one.lower() for one in field.accept]
    if field.rule == "carte" and field.accept:
        return re.sub(r"[ -]", "", kept.translate(OTHER_DIGITS)) in field.accept
    # A card that nothing accepts is right as soon as something is typed: the screen refuses it, and says why.
    return True


def _iso(text: str) -> str:
    """Return 2014-03-12 for 12/03/2014, 12-3-14, 12 03 2014; the text itself when it is no such date."""
    if found := re.fullmatch(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})", text):
        day, month, year = found.groups()
        return f"{'20' if len(year) == 2 else ''}{year}-{month:0>2}-{day:0>2}"
    return text
