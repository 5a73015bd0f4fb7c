"""Les espaces insécables que la typographie française demande, hors de ce qui se recopie."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SPACE = re.compile(r" (?=[:;?!»%€])|(?<=«) |(?<=\d) (?=(?:h|min)\b)")
# What may be copied from a sentence: between backquotes, straight quotation marks, or « » if it is no prose.
_QUOTED = re.compile(r'`[^`\n]*`|"[^"\n]*"|(?P<file>(?:dossier|fichier)s? )?«[ \u00a0]?(?P<said>[^«»]*?)[ \u00a0]?»')
_PATH_OR_COMMAND = re.compile(r"(?<! )[/\\]|[/\\](?! )|\.\w{1,8}$| --?\w")


def typeset(text: str) -> str:
    """Return the text with a non-breaking space wherever French wants one, and no other change.

    Quoted paths and commands come out as they are: with a non-breaking space in them, their copy names nothing.
    """
    copied = list(_copied(text))
    return _SPACE.sub(lambda space: " " if any(a <= space.start() < b for a, b in copied) else "\u00a0", text)


def spaced(text: str) -> str:
    """Return the text with each non-breaking space that a sentence could put in it, whatever stands around it."""
    return _SPACE.sub("\u00a0", text)


def _copied(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where a text is a path or a command."""
    for quoted in _QUOTED.finditer(text):
        if quoted["said"] is None:
            yield quoted.span()
        elif quoted["file"] or _PATH_OR_COMMAND.search(quoted["said"]):
            yield quoted.span("said")
