"""Les espaces insécables de tout un document."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from liaison.base.typography import typeset
from liaison.documents.content import Document

# Every key of a serialised document whose value is not a text to read.
_NOT_TEXT = {"type", "link", "lang", "kind", "nature", "created", "png", "svg", "path", "drawings"}


def french_document(document: Document) -> Document:
    """Return the same document, with French non-breaking spaces in every text that it shows."""
    return Document.model_validate(_spaced(document.model_dump()))


def _spaced(value: Any) -> Any:
    if isinstance(value, str):
        return typeset(value)
    # What is written in another language has its own spaces.
    if isinstance(value, dict) and value.get("type") == "paragraph" and value["lang"] not in (None, "fr"):
        return value
    if isinstance(value, dict) and value.get("written"):
        return value
    if isinstance(value, dict):
        return {key: part if key in _NOT_TEXT else _spaced(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        parts = [_spaced(part) for part in value]
        for part, following in pairwise(parts):
            # A badge stays on the line of the words that it qualifies; a space alone only parts it from another.
            qualified = _type(part) == "text" and part["text"].endswith(" ") and part["text"].strip()
            if qualified and _type(following) == "badge":
                part["text"] = part["text"][:-1] + "\u00a0"
        return tuple(parts)
    return value


def _type(value: Any) -> str | None:
    return value.get("type") if isinstance(value, dict) else None
