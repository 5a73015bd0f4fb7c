"""Les lettres d'un fichier dont rien ne dit comment elles sont écrites : lues de chaque façon qui se peut."""

from __future__ import annotations

import re
from collections.abc import Iterator

# All, where charset-normalizer would guess one and might miss a name: those of Europe and of the families' languages.
_PAGES = (
    *(f"cp{number}" for number in (1250, 1251, 1253, 1254, 1255, 1256, 1257, 437, 850, 852, 866)),
    *("koi8_u", "mac_roman", "mac_cyrillic", "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8"),
)
_OF_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WIDE = ("utf-16", "utf-16-le", "utf-16-be", "utf-32")


def letters_of(content: bytes) -> Iterator[str]:
    """Yield the letters of a file in every way in which they may be written, each text once."""
    seen: set[str] = set()
    for text in _letters(content):
        if text not in seen:
            seen.add(text)
            yield text


def is_text(content: bytes) -> bool:
    """Return whether a file is made of letters alone, in one way of writing them or another."""
    if not _OF_NO_TEXT.search(content) or _is_written_in("utf-8", content):
        return True
    return b"\x00" in content and any(_is_written_in(wide, content) for wide in _WIDE)


def _is_written_in(page: str, content: bytes) -> bool:
    try:
        text = content.decode(page)
    except UnicodeDecodeError:
        return False
    # Any two bytes are a sign of some language: half of those of a text are letters of ours, and none is of control.
    near = sum(sign < "\u0900" or "\u2000" <= sign < "\u2100" for sign in text)
    return page == "utf-8" or (not _CONTROL.search(text) and 2 * near >= len(text))


def _letters(content: bytes) -> Iterator[str]:
    try:
        yield content.decode("utf-8")
    except UnicodeDecodeError:
        yield content.decode("utf-8", "ignore")
        yield content.decode("cp1252", "replace")
        if not _OF_NO_TEXT.search(content):
            yield from (content.decode(page, "replace") for page in _PAGES)
    if b"\x00" in content:
        yield content.replace(b"\x00", b"").decode("cp1252", "replace")
        for wide in (content, content[1:]):  # it may begin anywhere in what holds it
            yield wide.decode("utf-16-le", "ignore")
            yield wide.decode("utf-16-be", "ignore")
        if b"\x00\x00" in content:
            for at in range(4):
                yield content[at:].decode("utf-32-le", "ignore")
                yield content[at:].decode("utf-32-be", "ignore")


__all__ = ["is_text", "letters_of"]
