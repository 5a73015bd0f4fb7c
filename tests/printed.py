"""What a printed page says, read again from its PDF."""

import re
import zlib
from io import BytesIO

import numpy as np
import pypdf

from liaison.base.languages import Language
from liaison.documents import Document, Picture, to_pdf

MARKED = re.compile("[\u064b-\u0652]")


def printed(document: Document) -> str:
    """The text of a document that takes one page, its spaces made ordinary."""
    (page,) = pypdf.PdfReader(BytesIO(to_pdf(document))).pages
    return " ".join(page.extract_text().replace("\u00a0", " ").split())


def narrowest_point(document: Document) -> float:
    """How many millimetres a point of the code of a poster is wide, seen in its image: a corner has seven in a row."""
    (code,) = [block for block in document.blocks if isinstance(block, Picture)]
    wide, high = (int.from_bytes(code.png[at : at + 4], "big") for at in (16, 20))
    at = code.png.index(b"IDAT")
    packed = zlib.decompress(code.png[at + 4 : at + 4 + int.from_bytes(code.png[at - 4 : at], "big")])
    lines = np.frombuffer(packed, dtype=np.uint8).reshape(high, -1)
    # A bit a pixel, white is 1; the first line that is written as it is (filter 0) after the margin is the corner's.
    dark = np.unpackbits(lines[lines[:, 0] == 0, 1:], axis=1)[:, :wide] == 0
    row = dark[np.flatnonzero(dark.any(axis=1))[0]]
    corner = int((~row[int(row.argmax()) :]).argmax())
    return code.width_cm * 10 * corner / 7 / wide


def says(page: str, sentence: str, language: Language) -> bool:
    """Whether a printed page has a sentence; from right to left, most of its words.

    A PDF gives back Arabic words in the order of the eye, and takes some drawings of letters for others.
    """
    if language.direction == "ltr":
        return sentence.replace("\u00a0", " ") in page
    words = [word for word in re.findall(r"\w+", MARKED.sub("\u0301", sentence)) if "\u0301" not in word]
    return sum(word in page for word in words) > len(words) / 2


def across(page: pypdf.PageObject, text: str) -> float:
    """How far from the left of a page a text begins, the last time that it is there."""
    found: list[float] = []

    def see(seen: str, where: list[float], *_: object) -> None:
        if text in seen.split():
            found.append(where[4])

    page.extract_text(visitor_text=see)
    return found[-1]
