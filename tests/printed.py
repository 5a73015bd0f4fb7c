"""What a printed page says, read again from its PDF."""

import re
from io import BytesIO

import pypdf

from liaison.base.languages import Language
from liaison.documents import Document, to_pdf

MARKED = re.compile("[\u064b-\u0652]")


def printed(document: Document) -> str:
    """The text of a document that takes one page, its spaces made ordinary."""
    (page,) = pypdf.PdfReader(BytesIO(to_pdf(document))).pages
    return " ".join(page.extract_text().replace("\u00a0", " ").split())


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
