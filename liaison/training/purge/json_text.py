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
    found = list(_strings(_parsed(text)))
    if found:
        yield "".join(_ended(text) for text, _ in found)
        yield "".join(_ended(text) for text, is_key in found if not is_key)


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
        one, is_key = waiting.pop()
        if isinstance(one, str):
            inner = _parsed(one)
            if isinstance(inner, str | list | dict):
                waiting.append((inner, is_key))
            else:
                yield one, is_key
        elif isinstance(one, list):
            waiting += [(item, False) for item in reversed(one)]
        elif isinstance(one, dict):
            for key, item in reversed(one.items()):
                waiting += [(item, False), (key, True)]


__all__ = ["json_strings"]
