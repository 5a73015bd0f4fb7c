"""Ce que dit un fichier RTF, dont les lettres accentuées sont écrites par leur nombre."""

from __future__ import annotations

import re

# Not striprtf, which gives the text as a person reads it: it leaves out the author, the headers and the notes, where a
# name that is to be erased may stand.

RTF = b"{\\rtf"
_PAGE = re.compile(r"\\ansicpg(\d+)")
_BREAK = re.compile(r"\\(?:par|line|tab|cell|row|sect|page|~)(?![a-z])-?\d*")
# A letter by its number in Unicode, then what a program that knows none of it shows instead.
_LETTER = re.compile(r"\\u(-?\d{1,6}) ?(?:\\'[0-9a-fA-F]{2}|\?)?")
_BYTES = re.compile(r"(?:\\'[0-9a-fA-F]{2})+")
_COMMAND = re.compile(r"\\(?:[a-zA-Z]+-?\d* ?|\*|-)|[{}\r\n]")


def rtf_text(content: bytes) -> str:
    """Return the text of an RTF, in one piece where its commands cut a word."""
    raw = content.decode("latin-1")
    declared = _PAGE.search(raw)
    page = f"cp{declared[1]}" if declared else "cp1252"
    text = _LETTER.sub(lambda match: chr(int(match[1]) & 0xFFFF), raw)
    text = _BYTES.sub(lambda match: _decoded(bytes.fromhex(match[0].replace("\\'", "")), page), text)
    return _COMMAND.sub("", _BREAK.sub(" ", text).replace("\\_", "-"))


def _decoded(raw: bytes, page: str) -> str:
    try:
        return raw.decode(page, "replace")
    except LookupError:
        return raw.decode("cp1252", "replace")


__all__ = ["RTF", "rtf_text"]
