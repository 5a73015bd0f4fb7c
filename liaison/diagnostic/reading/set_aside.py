"""Les lignes qui ne viennent d'aucune famille, ou n'en disent rien : mises à part et dites, sans rien bloquer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from liaison.base.letters import normal
from liaison.base.numbers import read_number
from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.tables import Line, is_blank
from liaison.base.words import shortened
from liaison.diagnostic.reading.formats.two_lines import says_response
from liaison.diagnostic.reading.reports import Flagged
from liaison.personal.identifying import title_words

phrase = french_beside(__file__)

EMPTY = phrase("formulaires-vides")
DRAFT = phrase("brouillons")
ELSEWHERE = phrase("sans-question-reconnue")
TOTAL = phrase("lignes-de-total")
HEADER = phrase("en-tetes")
DOUBTFUL_WORD = phrase("mot-de-total")
DOUBTFUL_SUM = phrase("somme-sans-mot")
DOUBTFUL_COUNT = phrase("compte-sans-mot")
_TOTALS_WRITTEN = (
    "total",
    "totaux",
    "sous-total",
    "sous-totaux",
    "somme",
    "ensemble",
    "grand total",
    "moyenne",
    "moyennes",
    "moy",
    "mediane",
    "ecart type",
    "minimum",
    "maximum",
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
    "general generale total totale de du des d l la le les en par pour reponse reponses rep familles eleves classe "
    "classes niveau niveaux cycle ecole college lycee etablissement"
)
_NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,6})?")
_AMOUNT = re.compile(r"[\d\s.,\u00a0\u202f]+%?|#(?:DIV/0!|N/A|VALEUR!|REF!)")
_MOST_NAMED = 20
_MOST_TITLES = 10
_FEW_ABOVE = 3  # lignes au-dessus, et nombres : en deçà, une famille seule serait la somme des autres


def is_total(cells: Sequence[str], is_level: Callable[[str], bool]) -> bool:
    """Return whether a line is one that a spreadsheet adds under the answers: « Total », « Sous-total 6e », then
    numbers, and beside it at most the level that it sums."""
    written = [cell.strip() for cell in cells if cell and not cell.isspace()]
    words = [cell for cell in written if not is_amount(cell)]
    if not words or not _names_a_total(words[0], is_level):
        return False
    return len(words) == 1 or (written[0] == words[0] and all(map(is_level, words[1:])))


def header_again(
    lines: Iterable[Line], header: Sequence[Sequence[str]], above: Sequence[str] | None = None
) -> Iterator[Line]:
    """Yield the lines that say the header of their file again, as exports pasted one under the other do.

    The last of several lines of header, alone, may be a family that ticked every box: it is one again under the line
    that stands above it there, or when it says « Response ». `above`: the cells of the line before, when it was one.
    """
    titles = [_written(row) for row in header if not is_blank(row)]
    before = None if above is None else _written(above)
    for line in lines:
        if not line.fault and is_blank(line.cells):
            continue
        cells, again = _written(line.cells), False
        if not line.fault and cells in titles:
            last = len(titles) > 1 and cells == titles[-1]
            again = not last or before in titles[:-1] or any(map(says_response, cells))
        before = cells if again else None
        if again:
            yield line


def _written(row: Sequence[str]) -> list[str]:
    """Return what a line holds, whatever number of empty cells ends it."""
    cells = [cell.strip() for cell in row]
    return cells[: 1 + max((place for place, cell in enumerate(cells) if cell), default=-1)]


def _names_a_total(cell: str, is_level: Callable[[str], bool]) -> bool:
    """Return whether a cell holds nothing but the name of a sum, of what it is, and its number: « TOTAL 6e | 32 »."""
    words = normal(cell).split()
    for length in (1, 2):  # « sous total »
        if " ".join(words[:length]) in _TOTAL_WORDS:
            left = [word for word in words[length:] if word not in _OF_WHAT and not word.isdigit()]
            # « CM2 A » is one class; « 6e 5e » two levels.
            return not left or is_level(" ".join(left)) or all(map(is_level, left))
    return False


def is_amount(cell: str) -> bool:
    """Return whether a cell holds a number, a share, or what a spreadsheet writes where it has none."""
    return _AMOUNT.fullmatch(cell.strip()) is not None


def titled_by(cells: Sequence[str]) -> int:
    """Return where the first word of a line is, which names a total when it is one."""
    return next(place for place, cell in enumerate(cells) if cell.strip() and not is_amount(cell))


def adds_up(cells: Sequence[str], above: Sequence[Sequence[str]]) -> bool:
    """Return whether the numbers of a line are each the sum of its column, or how many of its cells are filled.

    `above`: the lines it would sum.
    """
    places = [place for place, cell in enumerate(cells) if _number(cell) is not None]
    return bool(places) and any(
        all(_number(cells[place]) == summed(row[place] for row in above if place < len(row)) for place in places)
        for summed in (_sum, _filled)
    )


def bare_sum(cells: Sequence[str], above: Sequence[Sequence[str]]) -> str:
    """Return what is said of a line without a word that is the sum of lines that have some, or how many of them are
    filled: perhaps a total that is not named; empty when it is neither."""
    places = [place for place, cell in enumerate(cells) if cell.strip()]
    numbers = [_number(cells[place]) for place in places]
    worded = all(any(cell.strip() and _number(cell) is None for cell in row) for row in above)
    if len(above) < _FEW_ABOVE or len(places) < 2 or None in numbers or not any(numbers) or not worded:
        return ""
    columns = [[row[place] for row in above if place < len(row) and row[place].strip()] for place in places]
    # Words have no sum.
    has_sums = all(_number(cell) is not None for column in columns for cell in column)
    if has_sums and numbers == list(map(_sum, columns)):
        return DOUBTFUL_SUM
    return DOUBTFUL_COUNT if numbers == list(map(_filled, columns)) else ""


def _number(cell: str) -> float | None:
    number = read_number(cell) if _NUMBER.fullmatch(cell.strip()) else None
    return None if number is None else float(number)


def _sum(cells: Iterable[str]) -> float:
    return sum(_number(cell) or 0 for cell in cells)


def _filled(cells: Iterable[str]) -> float:
    return float(sum(bool(cell.strip()) for cell in cells))


def said_aside(reason: str, lines: Sequence[int], file: str) -> list[Flagged]:
    """Return what is said once of all the lines of a block that are set aside for one reason."""
    if not lines:
        return []
    numbers = ", ".join(map(str, lines[:_MOST_NAMED]))
    more = len(lines) - _MOST_NAMED
    if more > 0:
        remark = phrase("a-des-lignes-et-d-autres", reason=reason, lines=numbers, more=more)
    else:
        remark = phrase("a-des-lignes", reason=reason, count=len(lines), lines=numbers)
    return [Flagged(lines[0] if len(lines) == 1 else None, remark, file)]


def of_another_form(titles: Sequence[str]) -> str:
    """Return what is said of lines that are filled, in a file where no question is recognised."""
    quoted = [f"« {shown(title)} »" for title in titles]
    return phrase("autre-formulaire", titles=shortened(quoted, _MOST_TITLES))


__all__ = [
    "DOUBTFUL_WORD",
    "DRAFT",
    "ELSEWHERE",
    "EMPTY",
    "HEADER",
    "TOTAL",
    "adds_up",
    "bare_sum",
    "header_again",
    "is_amount",
    "is_total",
    "of_another_form",
    "said_aside",
    "titled_by",
]
