"""Dans quel encodage un texte est écrit, quel que soit le tableur ou l'outil qui l'enregistre."""

from __future__ import annotations

import codecs
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO, NamedTuple

_BLOCK = 1 << 20
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_ASCII = bytes(range(128))
_LOST = "\ufffd".encode()
# The three that Excel still offers beside UTF-8 (« CSV », « CSV (Macintosh) », « CSV (MS-DOS) »): a text in French is
# in the one that gives it most of these letters, each counted as it is frequent. The first where nothing tells.
_PAGES = {"cp1252": "Windows-1252", "mac_roman": "Mac OS Roman", "cp850": "MS-DOS"}
_FREQUENT = {"é": 8, **dict.fromkeys("èàêç", 3), **dict.fromkeys("âîôûùëïüœÉÈÀÇÊŒ’«»€°\u00a0", 1)}
_UTF_16 = dict.fromkeys(("utf-16", "utf-16-le", "utf-16-be"), "UTF-16")
_NAMES = {"utf-8-sig": "UTF-8", "utf-32": "UTF-32", **_UTF_16, **_PAGES}


class Encoding(NamedTuple):
    """How a text is written: what Python calls it, and whether it is sure; otherwise accents are to be checked."""

    codec: str
    sure: bool

    @property
    def name(self) -> str:
        """What a teacher may have read of it."""
        return _NAMES[self.codec]


class Decoded(NamedTuple):
    """A text, and how it was written."""

    text: str
    encoding: Encoding


def decoded(content: bytes) -> Decoded:
    """Return the text that bytes hold, whatever they are: a sign that is none of its encoding becomes `\\ufffd`."""
    encoding = encoding_of(io.BytesIO(content))
    try:
        return Decoded(content.decode(encoding.codec), encoding)
    except UnicodeDecodeError:
        return Decoded(content.decode(encoding.codec, errors="replace"), encoding._replace(sure=False))


def sure_text(content: bytes) -> str:
    """Return the text of bytes whose encoding is sure: a name or an identifier is not to be guessed.

    Raises:
        UnicodeError: it is not.
    """
    text, encoding = decoded(content)
    if not encoding.sure:
        raise UnicodeError
    return text


def encoding_of(stream: BinaryIO) -> Encoding:
    """Return the encoding of a stream, read once block by block.

    UTF-8 with or without its mark, UTF-16 and UTF-32 with their own are sure. UTF-16 without, a damaged UTF-8,
    Windows-1252, Mac OS Roman and MS-DOS are told by what they hold most.
    """
    head = stream.read(4096)
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):  # the first begins as UTF-16 does
        return Encoding("utf-32", True)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Encoding("utf-16", True)
    if len(head) >= 4 and head.count(0) * 4 > len(head):
        # UTF-16 without its mark: one byte in two of a Western text is zero.
        return Encoding("utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be", False)
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    bad = good = 0
    signs = Counter[int]()
    for block, last in _marked_last(chain([head], iter(lambda: stream.read(_BLOCK), b""))):
        piece = decoder.decode(block, last)
        if not piece.isascii():
            bad += piece.count("\ufffd") - block.count(_LOST)  # written so, it was lost before, and not here
            good += len(_NON_ASCII.findall(piece))
        signs.update(block.translate(None, _ASCII))
    if not bad:
        return Encoding("utf-8-sig", True)
    # A damaged UTF-8 file still has far more whole letters than broken ones; another page has hardly any whole one.
    return Encoding("utf-8-sig" if good > 2 * bad else _page(signs), False)


def _marked_last(blocks: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Yield each block, and whether it is the last: a letter cut there is a damage, elsewhere the next one ends it."""
    block = next(blocks)
    for following in blocks:
        yield block, False
        block = following
    yield block, True


def _page(signs: Counter[int]) -> str:
    def french(page: str) -> int:
        return sum(many * _FREQUENT.get(bytes([sign]).decode(page, "replace"), 0) for sign, many in signs.items())

    return max(_PAGES, key=french)
