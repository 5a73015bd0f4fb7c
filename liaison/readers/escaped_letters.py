"""Une lettre écrite par son numéro, par son nom ou par ses octets : programmes, pages, adresses."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator

from liaison.readers.mail_text import coded_words

_MOST_TIMES = 5  # « &amp;amp;eacute; »
# JavaScript, Python, C, JSON, and what a spreadsheet does of a sign; as often quoted as it may be. A run of backslashes
# is looked at from its first: from each, it would take the square of its length.
_BYTES = re.compile(r"(?<!\\)(?:\\++(?:x[0-9a-fA-F]{2}|[0-3][0-7]{2}))+")
_BYTE = re.compile(r"\\+(?:x([0-9a-fA-F]{2})|([0-7]{3}))")
_NUMBER = re.compile(
    r"(?<!\\)\\++(?:[ux]\{([0-9a-fA-F]{1,6})\}|U([0-9a-fA-F]{8}))|%u([0-9a-fA-F]{4})|_x([0-9a-fA-F]{4})_"
)
_NAMED = re.compile(r"(?<!\\)\\++N\{([A-Za-z0-9 -]{1,99})\}")
_UNITS = re.compile(r"(?<!\\)(?:\\++u[0-9a-fA-F]{4})+")
_UNIT = re.compile(r"\\+u(?=[0-9a-fA-F]{4})")
_BETWEEN = re.compile(r"(?<!\\)\\++[nrtbfv]")  # a line break, a tab, as a program writes them
_STYLE = re.compile(r"(?<!\\)\\++(?:([0-9a-fA-F]{1,6})(?:\r\n|\s)?|(?=\w))")
_TYPESET = re.compile(r"\{?\\(?:[`'^\"~=.]|[cvuHkrdb](?=\{))\s{0,3}\{?\\?([A-Za-z])\}{0,2}")  # LaTeX, BibTeX
_PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")
_QUOTED = re.compile(r"(?:=[0-9a-fA-F]{2})+")
_CUT_LINE = re.compile(r"=\r?\n")


def unescaped(text: str) -> Iterator[str]:
    """Yield a text as each way of escaping letters would be read, then as all of them; nothing where there is none."""
    read = [plain for way in _WAYS if (plain := _repeated(way, text)) != text]
    if len(read) > 1 or any(sign in plain for plain in read for sign in "\\%&"):
        read.append(_repeated(_all_ways, text))
    yield from dict.fromkeys(read)


def entities_read(text: str) -> str:
    """Return a text with the letters that a page names (« &eacute; »), as often as it was written as a page."""
    return _repeated(_entities, text)


def _repeated(way: Callable[[str], str], text: str) -> str:
    for _ in range(_MOST_TIMES):
        plain = way(text)
        if plain == text:
            break
        text = plain
    return text


def program_read(text: str) -> str:
    """Return a text with the letters that a program writes by their number or by their bytes (« \\xe9 »)."""
    if "\\" in text or "%u" in text or "_x" in text:
        text = _BYTES.sub(_from_bytes, _NUMBER.sub(_numbered, _NAMED.sub(_called, text)))
        text = _BETWEEN.sub(" ", _UNITS.sub(_from_units, text))
    return text


def _style(text: str) -> str:
    return _STYLE.sub(_of_style, text) if "\\" in text else text


def _typeset(text: str) -> str:
    return _TYPESET.sub(r"\1", text) if "\\" in text else text


def _address(text: str) -> str:
    return _PERCENT.sub(lambda match: _letters(bytes.fromhex(match[0].replace("%", ""))), text) if "%" in text else text


def _mail(text: str) -> str:
    return coded_words(text) if "=?" in text else text


def _quoted(text: str) -> str:
    if "=" not in text:
        return text
    return _QUOTED.sub(lambda match: _letters(bytes.fromhex(match[0].replace("=", ""))), _CUT_LINE.sub("", text))


def _entities(text: str) -> str:
    return html.unescape(text) if "&" in text else text


_WAYS = (program_read, _style, _typeset, _address, _mail, _quoted)


def _all_ways(text: str) -> str:
    for way in (_entities, program_read, _address, _mail, _quoted):
        text = way(text)
    return text


def _from_bytes(match: re.Match[str]) -> str:
    return _letters(bytes(int(pair, 16) if pair else int(octal, 8) for pair, octal in _BYTE.findall(match[0])))


def _from_units(match: re.Match[str]) -> str:
    units = _UNIT.split(match[0])[1:]
    return b"".join(int(unit, 16).to_bytes(2, "big") for unit in units).decode("utf-16-be", "replace")


def _letters(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _numbered(match: re.Match[str]) -> str:
    return _letter(next(group for group in match.groups() if group), match[0])


def _of_style(match: re.Match[str]) -> str:
    return _letter(match[1], match[0]) if match[1] else ""


def _letter(number: str, otherwise: str) -> str:
    try:
        return chr(int(number, 16))
    except (ValueError, OverflowError):  # beyond the last one
        return otherwise


def _called(match: re.Match[str]) -> str:
    try:
        return unicodedata.lookup(match[1])
    except KeyError:
        return match[0]


__all__ = ["entities_read", "program_read", "unescaped"]
