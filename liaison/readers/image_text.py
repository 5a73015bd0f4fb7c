"""Ce qu'une image dit en lettres, à côté de ses points : là, un nom court se trouve toujours par hasard."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

_PNG, _JPEG, _RIFF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF"
# Kinds whose letters we do not know where to look for: GIF, BMP, TIFF, HEIC and AVIF.
_OTHERS = re.compile(rb"GIF8[79]a|BM.{4}\x00{4}|II\*\x00|MM\x00\*|.{4}ftyp(?:hei|mif|avi)", re.DOTALL)
# A letter of UTF-8 that is none of ASCII, or of Latin-1 before another letter.
_ACCENTED = rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xc0-\xff](?=[A-Za-z ])"
_SIGNS = re.compile(rb"(?:[ -~]|" + _ACCENTED + rb"){8,}")
_LETTERS = re.compile(rb"[A-Za-z0-9 ]|" + _ACCENTED)
_BETWEEN = re.compile(rb"[ _]")  # two words of a name
_FEWEST_LETTERS = 0.85  # of the signs of words; by chance, hardly any eight in a row are two words and so many
_DESCRIBED = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_LARGEST_NOTE = 1_000_000  # octets d'une légende comprimée


def image_letters(content: bytes) -> list[bytes] | None:
    """Return the parts of an image that may hold words (caption, author, what follows its end); None for no image.

    A part that cannot be followed, or of a kind that we do not know, is looked at for what reads as words.
    """
    if content.startswith(_PNG):
        return list(_png(content))
    if content.startswith(_JPEG):
        return list(_jpeg(content))
    if content.startswith(_RIFF) and content[8:12] == b"WEBP":
        return list(_webp(content))
    return list(_words(content)) if _OTHERS.match(content) else None


def _words(content: bytes) -> Iterator[bytes]:
    yield from _DESCRIBED.findall(content)
    for signs in _SIGNS.findall(content):
        if _BETWEEN.search(signs) and len(b"".join(_LETTERS.findall(signs))) >= _FEWEST_LETTERS * len(signs):
            yield signs


def _png(content: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 12 <= len(content):
        size, kind = struct.unpack_from(">I4s", content, at)
        body, at = content[at + 8 : at + 8 + size], at + 12 + size
        if kind in (b"zTXt", b"iTXt", b"iCCP"):
            yield from _note(body)
        elif kind not in (b"IDAT", b"fdAT", b"PLTE", b"tRNS"):
            yield body
        if kind == b"IEND":
            break
    yield content[at:]


def _note(body: bytes) -> Iterator[bytes]:
    """Yield a text of a PNG: as it is, then unpacked wherever it may be packed."""
    yield body
    for packed in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", body):
        try:
            yield zlib.decompressobj().decompress(body[packed.start() :], _LARGEST_NOTE)
            return
        except zlib.error:
            continue


def _jpeg(content: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        kind, size = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if kind == 0xDA:  # the points begin
            yield content[content.rfind(b"\xff\xd9") + 2 :] if b"\xff\xd9" in content[at:] else b""
            return
        body, at = content[at + 4 : at + 2 + size], at + 2 + size
        if (0xE0 <= kind <= 0xEF or kind == 0xFE) and not body.startswith(b"ICC_PROFILE"):
            # A small image of the image may follow: it is points too.
            yield body.partition(_JPEG)[0]
    yield from _words(content[at:])


def _webp(content: bytes) -> Iterator[bytes]:
    at = 12
    while at + 8 <= len(content):
        kind, size = struct.unpack_from("<4sI", content, at)
        if kind in (b"EXIF", b"XMP "):
            yield content[at + 8 : at + 8 + size].partition(_JPEG)[0]
        at += 8 + size + size % 2
    yield content[at:]


__all__ = ["image_letters"]
