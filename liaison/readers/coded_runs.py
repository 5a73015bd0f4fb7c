"""Ce qu'un texte porte codé en base64 ou en hexadécimal : une image dans une page, la sortie d'un carnet, un jeton."""

from __future__ import annotations

import re
import zlib
from binascii import a2b_base64
from collections.abc import Iterator
from dataclasses import dataclass

from liaison.readers.letter_pages import is_text

_SIGN = "[A-Za-z0-9+/_-]"
# Lines of forty signs and more, where a word has fewer, cut as a text, a list or a program cuts them.
_BETWEEN = r"\\++[nrt]|[\s\"'\\,]"
_GAP = rf"(?:{_BETWEEN})(?:{_BETWEEN}|\+(?=[\s\"'])){{0,59}}"
_LINES = rf"{_SIGN}{{40,}}+(?:{_GAP}{_SIGN}{{40,}}+)*+(?:{_GAP}{_SIGN}++)?+={{0,2}}"
_RUN = re.compile(rf"{_LINES}|{_SIGN}{{7,}}+={{0,2}}")  # seven: « Li Wu »
_DECLARED = re.compile(r";\s{0,9}base64\s{0,9},\s{0,99}")
_BODY = re.compile(rf"{_LINES}|{_SIGN}++={{0,2}}")
_KIND = re.compile(r"data:([^,\"'<>()]{0,250})$")
# An output of a notebook, by its kind: all but those of letters are coded.
_KEY = re.compile(r"(?:application|audio|image|video)/([\w.+-]{1,80})\W{1,12}$")
_OF_LETTERS = re.compile("json|javascript|xml|latex")
_LONG_UNDER_A_KEY = 64
_FONT = re.compile("font|woff|opentype|truetype")  # beside the words of a page, as in a document
_CUT, _PIECE = re.compile(_GAP), re.compile("[A-Za-z0-9+]{7,}")
_HEXADECIMAL = re.compile("(?:[0-9a-fA-F]{2}){8,}")
_WRITTEN = re.compile(r"%(0[AaDd]|[2-7][0-9A-Fa-f])|&#x(0?[AaDd]|2[BbFf]|3[Dd]);|&#(1[03]|4[37]|61);")
_STANDARD = str.maketrans("-_", "+/")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_ASCII = bytes(range(32, 127)) + b"\t\r\n\f"
_MOST_BY_CHANCE = 24  # octets sans signe de commande : du bruit n'en a presque jamais tant
_MOST_IN_A_WORD = 20
_PACKED, _PIECE_OF_PACKED, _MOST_PIECES = b"\x78", 1 << 20, 100
_LONG = 1000  # signes que l'on ne cherche plus dans le texte, une fois décodés
# What noise does not begin with by chance; two bytes alone would be.
_KINDS = (
    *(b"PK\x03\x04", b"PK\x05\x06", b"%PDF-", b"\x1f\x8b\x08", b"\xfd7zXZ\x00", b"BZh", b"7z\xbc\xaf\x27\x1c"),
    *(b"Rar!\x1a\x07", b"\x28\xb5\x2f\xfd", b"MSCF\x00\x00\x00\x00", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    *(b"{\\rtf", b"SQLite format 3\x00", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a"),
)


@dataclass(frozen=True)
class CodedRun:
    """What a run of a text holds once decoded.

    `declared`: the text says that it is coded, and not that it is a font. `surely`: that, or it cannot be by chance.
    """

    content: bytes
    declared: bool
    surely: bool


def decoded(text: str, seen: dict[int, bool]) -> tuple[str, list[CodedRun]]:
    """Return a text and what its runs hold that can be read once decoded, or that it says to be coded.

    A long run that was decoded is cut short in the text: what it says is in what it holds. `seen` tells it of each run,
    which is decoded once however many forms of a text have it.
    """
    text = _plain(text)
    runs: list[CodedRun] = []
    for match in _DECLARED.finditer(text):
        body = _BODY.match(text, match.end())
        if body and hash(body[0]) not in seen:
            kind = _KIND.search(text, max(0, match.start() - 300), match.start())
            runs += _noted(body[0], _declared(body[0], kind[1] if kind else ""), seen)
    pieces, end = [], 0
    for match in _RUN.finditer(text):
        run = match[0]
        if (mark := hash(run)) not in seen:
            key = (
                _KEY.search(text, max(0, match.start() - 100), match.start()) if len(run) >= _LONG_UNDER_A_KEY else None
            )
            is_output = key is not None and not _OF_LETTERS.search(key[1])
            runs += _noted(run, _declared(run, key[1]) if key and is_output else _by_chance(run), seen)
        if seen[mark]:
            pieces.append(text[end : match.start() + 12])  # what an image of the suite is known by
            end = match.end()
    return "".join([*pieces, text[end:]]), runs


def _plain(text: str) -> str:
    """Return a text whose base64 is as it is: an address and a page write some signs otherwise."""
    if "%" not in text and "&#" not in text:
        return text
    return _WRITTEN.sub(lambda match: chr(int(match[1] or match[2], 16) if not match[3] else int(match[3])), text)


def _noted(run: str, read: list[CodedRun], seen: dict[int, bool]) -> list[CodedRun]:
    seen[hash(run)] = len(run) >= _LONG and any(coded.surely for coded in read)
    return read


def _declared(run: str, kind: str) -> list[CodedRun]:
    return _whole(_CUT.split(run)) or [CodedRun(_bytes(run), declared=not _FONT.search(kind), surely=True)]


def _by_chance(run: str) -> list[CodedRun]:
    """Return what a run holds that can be read: whole, line by line, and else in the pieces of an address."""
    lines = _CUT.split(run)
    if len(lines) == 1:
        return _whole(lines) or [coded for piece in _PIECE.findall(run) for coded in _read(piece)]
    return [*_whole(lines), *(coded for line in lines for coded in _read(line))]


def _whole(lines: list[str]) -> list[CodedRun]:
    """Return what lines hold together, without the last if that is a word that only follows."""
    return [*_read("".join(lines))] or [*_read("".join(lines[:-1]))]


def _read(run: str) -> Iterator[CodedRun]:
    """Yield a run decoded, if it is then of a kind that is known, or a text: any word gives noise."""
    number = run.removeprefix("0x")
    if _HEXADECIMAL.fullmatch(number):
        yield from _known(bytes.fromhex(number))
    yield from _known(_bytes(run))


def _bytes(run: str) -> bytes:
    signs = "".join(_CUT.split(run)).rstrip("=").translate(_STANDARD)
    signs = signs[: len(signs) - (len(signs) % 4 == 1)]
    return a2b_base64(signs + "=" * (-len(signs) % 4))


def _known(content: bytes) -> Iterator[CodedRun]:
    if content.startswith(_KINDS) or content[257:262] == b"ustar":
        yield CodedRun(content, declared=False, surely=True)
    elif _is_packed(content):  # alone, it is no file that the suite opens: it is said not to be read
        yield CodedRun(content, declared=True, surely=True)
    elif content and _reads(content):
        surely = len(content) >= _MOST_BY_CHANCE and _is_utf8(content)
        yield CodedRun(content, declared=False, surely=surely)


def _is_packed(content: bytes) -> bool:
    """Whether this is what zlib makes, to the sum at its end, which noise does not have, or unpacks without end."""
    if not content.startswith(_PACKED):
        return False
    unpacking, left = zlib.decompressobj(), content
    for _ in range(_MOST_PIECES):
        try:
            unpacking.decompress(left, _PIECE_OF_PACKED)
        except zlib.error:
            return False
        left = unpacking.unconsumed_tail
        if not left:
            return unpacking.eof
    return True


def _reads(content: bytes) -> bool:
    if b"\x00" in content:
        return is_text(content)
    if _CONTROL.search(content):
        return False
    plain = len(content) - len(content.translate(None, _ASCII))
    spaced = len(content) >= _MOST_BY_CHANCE and content.count(b" ") * _MOST_IN_A_WORD >= len(content)
    return 3 * plain >= 2 * len(content) or spaced or _is_utf8(content)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


__all__ = ["CodedRun", "decoded"]
