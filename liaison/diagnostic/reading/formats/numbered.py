"""Les titres qu'un outil compte parce qu'ils reviennent : « Se connecter2 », à côté de « Se connecter ».

Microsoft Forms, and the tables of Excel, give each column a title of its own so. « Enfant 2 », with a space, is a title
that a person wrote.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from liaison.base.letters import key
from liaison.diagnostic.reading.wording import Lexicon

_SHORTEST = 4  # lettres d'un titre : « CM » et « CM2 » sont deux mots
_COUNT = re.compile(r"[1-9]\d?")
_ENDS_WITH_A_NUMBER = re.compile(r"\S\d{1,3}$")


def without_numbers(row: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Return the titles of a line, those that a tool numbered as they are asked."""
    if not any(_ENDS_WITH_A_NUMBER.search(cell.strip()) for cell in row):
        return list(row)
    written = {cell.strip() for cell in row}
    return [_unnumbered(cell, written, lexicon) for cell in row]


def _unnumbered(cell: str, written: Collection[str], lexicon: Lexicon) -> str:
    title = cell.strip()
    for digits in (1, 2):
        base, count = title[:-digits], title[-digits:]
        # The code of a question, numbered by who typed a form, asks another one.
        titled = base in written and len(key(base)) >= _SHORTEST and base not in lexicon.items
        if not titled or not _COUNT.fullmatch(count) or int(count) < 2:
            continue
        if int(count) == 2 or f"{base}{int(count) - 1}" in written:
            return base
    return cell


__all__ = ["without_numbers"]
