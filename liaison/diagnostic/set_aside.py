"""Les lignes qui ne viennent d'aucune famille, ou n'en disent rien : mises à part et dites, sans rien bloquer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from liaison.diagnostic.reports import Flagged
from liaison.diagnostic.wording import key

EMPTY = "formulaires vides, qui ne comptent pas"
TOTAL = "lignes de total, qui ne comptent pas"
_TOTALS = {
    key(word)
    for word in (
        "total",
        "totaux",
        "total général",
        "total des réponses",
        "sous-total",
        "somme",
        "moyenne",
        "nombre de réponses",
        "nb de réponses",
        "effectif",
        "effectifs",
        "pourcentage",
        "%",
    )
}
_AMOUNT = re.compile(r"[\d\s.,\u00a0\u202f]+%?|#(?:DIV/0!|N/A|VALEUR!|REF!)")
_MOST_NAMED = 20


def is_total(cells: Sequence[str]) -> bool:
    """Return whether a line is one that a spreadsheet adds under the answers: a word like « Total », then numbers."""
    written = [cell.strip() for cell in cells if cell and not cell.isspace()]
    words = [cell for cell in written if not _AMOUNT.fullmatch(cell)]
    return len(words) == 1 and key(words[0].rstrip(" :")) in _TOTALS


def said_aside(reason: str, lines: Sequence[int], file: str) -> list[Flagged]:
    """Return what is said once of all the lines of a block that are set aside for one reason."""
    if not lines:
        return []
    named = ", ".join(map(str, lines[:_MOST_NAMED]))
    more = f" et {len(lines) - _MOST_NAMED} autres" if len(lines) > _MOST_NAMED else ""
    where = "ligne" if len(lines) == 1 else "lignes"
    return [Flagged(lines[0] if len(lines) == 1 else None, f"{reason} : {where} {named}{more}", file)]


__all__ = ["EMPTY", "TOTAL", "is_total", "said_aside"]
