"""Un nombre comme une personne le lit et l'écrit, par les formes du CLDR : virgule, milliers, signe ; une part."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from liaison.base.sentences import french_beside

phrase = french_beside(__file__)

_FRENCH = "fr_FR"
NBSP = "\u00a0"  # the CLDR puts a thin one before %: the suite's is the one that its typography puts everywhere
_EVERY_DIGIT = Context(prec=800)  # no float has more
_ALIKE = ("mois", "fois")  # in French, one is written as several are
_TYPED = re.compile(r"[+-]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?", re.ASCII)


def rounded(value: float, digits: int) -> float:
    """Return a number as its words round it: to the nearest, and a half away from zero."""
    return float(_decimal(value, digits))


def number(value: float, most: int | None = 2, *, least: int = 0, signed: bool = False, locale: str = _FRENCH) -> str:
    """Return a number as a language writes it: « 1 248,5 », « −3 ».

    `most`, `least`: digits after the comma; None for every one that it has. `signed`: « +3 » for what is above zero.
    """
    from babel.numbers import format_decimal  # what shows no number (the command's help) does not wait for it

    exact = _decimal(value, most)
    pattern = f"#,##0.{'0' * least}#"
    plus = f"+{pattern};-{pattern}" if signed and exact else pattern
    with localcontext(_EVERY_DIGIT):
        return format_decimal(exact, plus, locale, decimal_quantization=False).replace("-", "\u2212")


def read_number(text: str) -> Decimal | None:
    """Return the number that somebody, or a spreadsheet, wrote: « 2,5 », « 2.50 », « 1 234 », « −3 »; else None.

    A space only parts thousands: « 1 2 » is two numbers, and « 1e3 » is none that a person writes.
    """
    written = text.strip().replace("\u2212", "-")
    if not _TYPED.fullmatch(written):
        return None
    return Decimal("".join(written.split()).replace(",", "."))


def percent(share: float, most: int = 0, *, least: int = 0) -> str:
    """Return a share as French writes it: « 12 % », « 4,6 % »; never 0 % of somebody, nor 100 % with one missing."""
    step = 10**-most
    if share > 0 and rounded(100 * share, most) == 0:
        return phrase("moins", step=number(step, most), nbsp=NBSP)
    if share < 1 and rounded(100 * share, most) == 100:
        return phrase("plus", value=number(100 - step, most), nbsp=NBSP)
    return f"{number(100 * share, most, least=least)}{NBSP}%"


def euros(amount: float, locale: str = _FRENCH) -> str:
    """Return an amount as a language writes it: « 1 240 € », « 37,50 € », with the sign that every bill bears."""
    from babel import Locale
    from babel.numbers import format_currency

    exact = _decimal(amount, 2)
    pattern = str(Locale.parse(locale).currency_formats["standard"].pattern)
    if exact == exact.to_integral_value():
        pattern = pattern.replace(".00", "")
    # The CLDR writes EUR in Ukrainian and in Romanian.
    with localcontext(_EVERY_DIGIT):
        written = format_currency(exact, "EUR", pattern, locale, currency_digits=False)
    return written.replace("EUR", "€").replace("-", "\u2212")


def agreed(count: float, singular: str, plural: str) -> str:
    """Return the words that go with a number: French has a plural from two on, and 1,5 famille is one."""
    return singular if abs(count) < 2 else plural


def counted(count: float, singular: str, plural: str) -> str:
    """Return a number and its words: "0 famille", "1 famille", "1,5 point", "1 200 familles"."""
    return f"{number(count)} {agreed(count, singular, plural)}"


def unit_beside(count: float, unit: str) -> str:
    """Return a unit, given in the plural, as it is written after a number: « 0 » has « notification ».

    Its first word is the noun. What counts is the number as it is written: 1.999 is « 2 ».
    """
    noun, space, rest = unit.partition(" ")
    return f"{agreed(rounded(count, 2), noun if noun in _ALIKE else noun.removesuffix('s'), noun)}{space}{rest}"


def measured(count: float, unit: str) -> str:
    """Return a number and its unit, given in the plural, on one line: « 1,5 heure », « 63 mois »."""
    return f"{number(count)}{NBSP}{unit_beside(count, unit)}"


def _decimal(value: float, digits: int | None) -> Decimal:
    """Return the number that a person reads: 0.145 is as near to 0.14 as to 0.15, whatever a computer makes of it."""
    read = Decimal(repr(float(value)))
    if not read.is_finite():
        return read
    if digits is not None:
        # What a product leaves behind the fifteenth digit (100 × 0.145) is no part of the number.
        read = Context(prec=15).plus(read).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, _EVERY_DIGIT)
    return _EVERY_DIGIT.plus(read) + 0


__all__ = [
    "NBSP",
    "agreed",
    "counted",
    "euros",
    "measured",
    "number",
    "percent",
    "read_number",
    "rounded",
    "unit_beside",
]
