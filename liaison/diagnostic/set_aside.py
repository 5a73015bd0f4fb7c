"""Les lignes qui ne viennent d'aucune famille, ou n'en disent rien : mises à part et dites, sans rien bloquer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from liaison.diagnostic.identifying import title_words
from liaison.diagnostic.reports import Flagged
from liaison.diagnostic.wording import normal

EMPTY = "formulaires vides, qui ne comptent pas"
TOTAL = "lignes de total, qui ne comptent pas"
_TOTALS_WRITTEN = (
    "total",
    "totaux",
    "sous-total",
    "sous-totaux",
    "somme",
    "moyenne",
    "nombre",
    "nb",
    "effectif",
    "effectifs",
    "pourcentage",
    "%",
)
_TOTAL_WORDS = {normal(word) for word in _TOTALS_WRITTEN}
# What is written beside: « Total général », « Effectif du collège », « TOTAL 6e | 32 ».
_OF_WHAT = title_words(
    "general total de du des d l la le les en par pour reponses familles eleves classe niveau cycle ecole college "
    "lycee etablissement"
)
_AMOUNT = re.compile(r"[\d\s.,\u00a0\u202f]+%?|#(?:DIV/0!|N/A|VALEUR!|REF!)")
_MOST_NAMED = 20


def is_total(cells: Sequence[str], is_level: Callable[[str], bool]) -> bool:
    """Return whether a line is one that a spreadsheet adds under the answers: « Total », « Sous-total 6e », then
    numbers, and beside it at most the level that it sums."""
    written = [cell.strip() for cell in cells if cell and not cell.isspace()]
    words = [cell for cell in written if not _AMOUNT.fullmatch(cell)]
    if not words or not _names_a_total(words[0], is_level):
        return False
    return len(words) == 1 or (written[0] == words[0] and all(map(is_level, words[1:])))


def _names_a_total(cell: str, is_level: Callable[[str], bool]) -> bool:
    """Return whether a cell holds nothing but the name of a sum, of what it is, and its number: « TOTAL 6e | 32 »."""
    said = normal(cell).split()
    for length in (1, 2):  # « sous total »
        if " ".join(said[:length]) in _TOTAL_WORDS:
            left = [word for word in said[length:] if word not in _OF_WHAT and not word.isdigit()]
            # « CM2 A » is one class; « 6e 5e » two levels.
            return not left or is_level(" ".join(left)) or all(map(is_level, left))
    return False


def said_aside(reason: str, lines: Sequence[int], file: str) -> list[Flagged]:
    """Return what is said once of all the lines of a block that are set aside for one reason."""
    if not lines:
        return []
    named = ", ".join(map(str, lines[:_MOST_NAMED]))
    more = f" et {len(lines) - _MOST_NAMED} autres" if len(lines) > _MOST_NAMED else ""
    where = "ligne" if len(lines) == 1 else "lignes"
    return [Flagged(lines[0] if len(lines) == 1 else None, f"{reason} : {where} {named}{more}", file)]


__all__ = ["EMPTY", "TOTAL", "is_total", "said_aside"]
