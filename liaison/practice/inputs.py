"""De quelle classe est un texte saisi : vide, bon ou faux. `widgets/practice/machine.js` a la même règle."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from babel.dates import get_month_names

from liaison.languages import languages
from liaison.practice.model import EMPTY, RIGHT, WRONG, Input

SHORTEST_PASSWORD = 12
# What an Arabic, Persian or Urdu keyboard writes for 0 to 9.
OTHER_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
DATE_SPACES = re.compile("[ ./,،\u200e\u200f-]+")
NUMBER = re.compile("[0-9]{1,4}")
ORDINAL = re.compile("^([0-9]+)(?:er|st|nd|rd|th|º|°|a)$")
MARKS = re.compile("[\u0300-\u036f]")


def class_of(field: Input, text: str) -> str:
    """Return « vide », « bon » or « faux »: what the practice ENT remembers of a typed text."""
    kept = re.sub(r"\s+", " ", text).strip()
    if not kept:
        return EMPTY
    return RIGHT if _is_right(field, kept) else WRONG


def _is_right(field: Input, written: str) -> bool:
    kept = written.translate(OTHER_DIGITS)
    if field.rule == "mobile":
        digits = re.sub(r"[ ./()\u200e\u200f-]", "", kept)
        return re.sub(r"^(\+33|0033)", "0", digits) in field.accept
    if field.rule == "date":
        return _iso(kept) in field.accept
    if field.rule == "mot_de_passe":
        return len(kept) >= SHORTEST_PASSWORD
    if field.rule == "exact":
        # The capitals of a password count, as they do in the real one; those of an address do not.
        return kept in field.accept if field.secret else kept.lower() in [one.lower() for one in field.accept]
    if field.rule == "carte" and field.accept:
        return re.sub(r"[ -]", "", kept) in field.accept
    # A card that nothing accepts is right as soon as something is typed: the screen refuses it, and says why.
    return True


@cache
def months() -> dict[str, int]:
    """Return the number of each month by its names, long and short, in every language that families read."""
    found: dict[str, int] = {}
    for language in languages().values():
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                names = get_month_names(width, context, language.locale)
                found |= {plain: number for number, name in names.items() if (plain := _plain(name).strip("."))}
    return {name: number for name, number in found.items() if not name.isdecimal()}


def _iso(text: str) -> str:
    """Return 2014-03-12 for 12/03/2014, 12-3-14, le 12 mars 2014, 12 бер. 2014; the text when it is no such date."""
    known = months()
    words = [ORDINAL.sub(r"\1", word) for word in DATE_SPACES.split(_plain(text)) if word]
    # The day of the week, « de », « le »: what is neither a number nor a month says nothing here.
    found = [word for word in words if NUMBER.fullmatch(word) or word in known]
    if len(found) != 3:
        return text
    if len(found[0]) == 4 and found[0] not in known:
        year, month, day = found
    elif found[0] in known:
        month, day, year = found
    else:
        day, month, year = found
    return f"{'20' if len(year) == 2 else ''}{year}-{known.get(month, month):0>2}-{day:0>2}"


def _plain(text: str) -> str:
    return MARKS.sub("", unicodedata.normalize("NFD", text.lower()))
