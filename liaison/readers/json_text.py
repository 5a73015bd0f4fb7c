"""Ce que dit un fichier JSON, un carnet : chacun de ses textes, défait de ce qui l'écrit, même écrit plusieurs fois."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

_OPENINGS = ("{", "[", '"')


def json_strings(text: str) -> Iterator[str]:
    """Yield what a JSON text says with its keys, then without them: « Martin » may be next to « Zoé » only then.

    A string that is JSON itself is read too. Nothing comes from what is no JSON.
    """
    strings = list(_strings(_parsed(text)))
    if strings:
        yield "".join(_ended(text) for text, _ in strings)
        yield "".join(_ended(text) for text, is_key in strings if not is_key)


def _ended(text: str) -> str:
    """Return a string apart from the next one, unless it is a line of a notebook, which is cut at its lines."""
    return text if text.endswith("\n") else f"{text}.\n"


def _parsed(text: str) -> Any:
    if not text.lstrip("\ufeff \t\r\n").startswith(_OPENINGS):
        return None
    try:
        return json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        return None


def _strings(value: Any) -> Iterator[tuple[str, bool]]:
    """Yield each string and whether it is a key, in the order in which they are written."""
    waiting = [(value, False)]
    while waiting:
        entry, is_key = waiting.pop()
        if isinstance(entry, str):
            inner = _parsed(entry)
            if isinstance(inner, str | list | dict):
                waiting.append((inner, is_key))
            else:
                yield entry, is_key
        elif isinstance(entry, list):
            waiting += [(item, False) for item in reversed(entry)]
        elif isinstance(entry, dict):
            for key, item in reversed(entry.items()):
                waiting += [(item, False), (key, True)]


__all__ = ["json_strings"]
