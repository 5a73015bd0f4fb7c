"""De quelle classe est un texte saisi : vide, bon, faux, ou ancien. `widgets/phone/machine.js` a la même règle."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from babel.dates import get_month_names

from liaison.base.languages import languages
from liaison.practice.model import EMPTY, FORMER, RIGHT, WRONG, Input

SHORTEST_PASSWORD = 12
# What an Arabic, Persian or Urdu keyboard writes for 0 to 9.
OTHER_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
# Marks of direction, joiners, the hyphen of the end of a line: copied with a text, and seen by nobody.
UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# What people put between the digits of a number, once NFKC has made one space, one hyphen of many.
BETWEEN = re.compile("[ .,:;،؛·/\\\\_'’()\u2010-\u2015\u2212-]")
# France's code before a mobile, with or without the zero that it replaces.
FRANCE = re.compile("^(?:\\+|00)?330?(?=[67])")
# Digits, or letters: whatever stands between them, or nothing, in 14mars2012.
WORD = re.compile("[0-9]+|[^\\W\\d_]+")
NUMBER = re.compile("[0-9]{1,4}")
# 14032012, 140312 and 20120314: no month is the 19th nor the 20th.
YEAR_LAST = re.compile("^([0-9]{2})([0-9]{2})((?:19|20)?[0-9]{2})$")
YEAR_FIRST = re.compile("^([0-9]{4})([0-9]{2})([0-9]{2})$")
MARKS = re.compile("[\u0300-\u036f\u064b-\u065f\u0640\u0670]")
# Where the months of a language that families read have other names, long or short.
MONTHS_ELSEWHERE = ("ar_SY", "ar_MA", "ar_MR", "ar_EG", "en_US", "es_MX", "es_PE", "fr_CA")
ROMAN = dict(enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], start=1))
# A Ukrainian keyboard writes I and X with letters of its own.
CYRILLIC_ROMAN = str.maketrans("IX", "ІХ")
ARTICLE = "ال"


def class_of(field: Input, text: str) -> str:
    """Return « vide », « bon », « faux » or « ancien »: what the practice ENT remembers of a typed text."""
    seen = re.sub(r"\s+", " ", UNSEEN.sub("", text)).strip()
    if not seen:
        return EMPTY
    if seen.translate(OTHER_DIGITS) == field.former:
        return FORMER
    return RIGHT if _is_right(field, seen) else WRONG


def _is_right(field: Input, written: str) -> bool:
    typed = written.translate(OTHER_DIGITS)
    if field.rule == "mot_de_passe":
        return len(typed) >= SHORTEST_PASSWORD
    if field.secret and field.rule == "exact":
        # The capitals of a password count, as they do in the real one; those of an address do not.
        return typed in field.accept
    typed = unicodedata.normalize("NFKC", typed)
    if field.rule == "date":
        return _iso(typed) in field.accept
    if field.rule == "mobile":
        return FRANCE.sub("0", BETWEEN.sub("", typed)) in field.accept
    if field.rule == "exact":
        return typed.lower() in [accepted.lower() for accepted in field.accept]
    if field.rule == "code" or (field.rule == "carte" and field.accept):
        return BETWEEN.sub("", typed) in field.accept
    # A card that nothing accepts is right as soon as something is typed: the screen refuses it, and says why.
    return True


@cache
def months() -> dict[str, int]:
    """Return the number of each month by its names, long, short and Roman, in every language that families read."""
    named: list[Mapping[int, str]] = [
        ROMAN,
        {number: roman.translate(CYRILLIC_ROMAN) for number, roman in ROMAN.items()},
    ]
    for locale in [*(language.locale for language in languages().values()), *MONTHS_ELSEWHERE]:
        for context in ("format", "stand-alone"):
            named += [get_month_names(width, context, locale) for width in ("wide", "abbreviated")]
    numbers: dict[str, int] = {}
    for names in named:
        for number, name in names.items():
            words = WORD.findall(_plain(name))
            # One word: two that follow each other are tried as one. Arabic writes some with its article or without.
            numbers["".join(words)] = numbers["".join(word.removeprefix(ARTICLE) for word in words)] = number
    return {name: number for name, number in numbers.items() if not name.isdecimal()}


def _iso(text: str) -> str:
    """Return 2014-03-12 for 12/03/2014, 12.III.2014, le 12 mars 2014, 12 бер. 2014; a text that is no date as it is."""
    known = months()
    # The day of the week, « de », « le »: what is neither a number nor a month says nothing here.
    telling = [word for word in _words(text, known) if NUMBER.fullmatch(word) or word in known]
    # آذار/مارس: a month by two of its names is one month.
    pairs = zip(telling, ["", *telling], strict=False)
    parts = [word for word, before in pairs if word not in known or known[word] != known.get(before)]
    # « mar. 14 mars »: the short name of a day is that of a month.
    if len(parts) == 4 and parts[0] in known:
        parts = parts[1:]
    if len(parts) != 3:
        return text
    if len(parts[0]) == 4 and parts[0] not in known:
        year, month, day = parts
    elif parts[0] in known:
        month, day, year = parts
    else:
        day, month, year = parts
    return f"{'20' if len(year) == 2 else ''}{year}-{known.get(month, month):0>2}-{day:0>2}"


def _words(text: str, known: dict[str, int]) -> list[str]:
    words: list[str] = []
    for word in WORD.findall(_plain(text)):
        if words and words[-1] + word in known:
            words[-1] += word
        else:
            words += YEAR_FIRST.sub(r"\1 \2 \3", YEAR_LAST.sub(r"\1 \2 \3", word)).split(" ")
    return words


def _plain(text: str) -> str:
    # As machine.js does, letter for letter, and not as liaison.base.letters.
    # A capital « I » of Turkish is small without a dot, which not every keyboard has.
    return MARKS.sub("", unicodedata.normalize("NFD", text.lower())).replace("ı", "i").replace("ى", "ي")
