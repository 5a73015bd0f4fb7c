"""N'importe quel tableau, une ligne par famille : compté par une à trois colonnes, ce qui doit l'être caché."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np

from liaison.base.letters import key
from liaison.base.numbers import read_number
from liaison.base.sentences import french_beside
from liaison.base.tables import QUOTE, TableError, TableLines, titled_lines
from liaison.base.terminal import typed
from liaison.diagnostic.own.spellings import one_of_each, spellings_of
from liaison.diagnostic.papers.number_words import HIDDEN
from liaison.diagnostic.papers.report_words import NO_ANSWER_WORDS
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.formats import open_file
from liaison.diagnostic.reading.wording import lexicon
from liaison.disclosure.attack import Counts, Mask
from liaison.disclosure.disclosure import (
    MOST_DIMENSIONS,
    PublishedTable,
    checked_threshold,
    protect,
    secondary_suppression,
    suppressed_amounts,
    with_totals,
)
from liaison.disclosure.homogeneous import hide_shared_answers, in_agreeing_groups
from liaison.personal.identifying import seems_names, why_identifying, why_personal

phrase = french_beside(__file__)

TOTAL = "Total"
MOST_VALUES = 200
MOST_CELLS = {1: MOST_VALUES, 2: 5_000, 3: 600}
_TOO_MUCH = 10**12


@dataclass(frozen=True)
class ProtectedTable:
    """A table that may be published, a row per cell: the values of each column, then the number, or « caché ».

    `alike`: the spellings that are counted as one value, the one that is written in the table first.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    hidden: int
    threshold: int
    lines: int
    alike: tuple[tuple[str, ...], ...] = ()


def read_lines(path: Path) -> TableLines:
    """Return the lines of a CSV, XLSX, ODS or JSON whose first line names the columns.

    Raises:
        TableError: a file that cannot be read, without a line, or one of whose lines is not of its width.
    """
    return titled_lines(open_file(path, path.name, lexicon(family_questionnaire()), first_sheet=True))


def protected(
    lines: TableLines,
    by: Sequence[str],
    value: str | None,
    count: str | None,
    threshold: int,
    not_names: Sequence[str] = (),
) -> ProtectedTable:
    """Return the table of these lines by one to three columns, small cells and what protects them hidden.

    Families are counted, one a line, or as many as the column `count` says; what nearly all of a group answered is
    hidden too, « non » and « Non » being one answer. With `value`, that column is added up instead; a sum that one
    family outweighs is hidden, and one of 0.
    `not_names`: columns of which somebody says that no value is the name of a person.

    Raises:
        TableError: an unknown column, one that designates families or has one value, a cell that is not a number, too
            many values or columns.
        DisclosureError: a threshold under 5.
    """
    if not 1 <= len(by) <= MOST_DIMENSIONS or len(set(map(key, by))) < len(by):
        raise TableError(phrase("colonnes-a-compter", most=MOST_DIMENSIONS))
    if value and count:
        raise TableError(phrase("additionner-ou-compter"))
    checked_threshold(threshold)
    for name in filter(None, (value, count)):
        _check_nobody(name, why_personal(name, lines.column(name)))
    families = _whole(lines, count) if count else [1] * len(lines.rows)
    declared = set(map(key, not_names))
    if unknown := next((name for name in not_names if key(name) not in set(map(key, by))), None):
        raise TableError(phrase("non-comptee-par", column=unknown[:QUOTE]))
    for name in by:
        _check_no_total(lines, name)
        _check_nobody(name, why_identifying(name, lines.column(name), families, threshold))
        if key(name) not in declared:
            _check_no_names(name, seems_names(lines.column(name), families, threshold))
    spelled = [one_of_each(Counter(lines.column(name)), name) for name in by]
    named = [
        _categories([labels[cell] for cell in lines.column(name)], name)
        for name, labels in zip(by, spelled, strict=True)
    ]
    shape = tuple(len(values) for values, _ in named)
    if math.prod(shape) > MOST_CELLS[len(by)]:
        raise TableError(phrase("trop-de-cases", cells=math.prod(shape), most=MOST_CELLS[len(by)]))
    place = tuple(codes for _, codes in named)
    if value:
        shown, hidden, scale = _amounts(lines, value, place, shape, threshold)
    else:
        published = protect(_added(place, np.array(families, dtype=np.int64), shape), threshold)
        shown, scale = published.counts, 1
        hidden = hide_shared_answers(shown, _hidden_of_named(published), threshold)
    alike = tuple(
        group for (values, _), labels in zip(named, spelled, strict=True) for group in spellings_of(labels, values)
    )
    rows = _rows([(*values, TOTAL) for values, _ in named], shown, hidden, scale)
    return ProtectedTable((*by, value or "familles"), rows, int(hidden.sum()), threshold, len(lines.rows), alike)


def _rows(labels: Sequence[Sequence[str]], shown: Counts, hidden: Mask, scale: int) -> tuple[tuple[object, ...], ...]:
    return tuple(
        (
            *(labels[axis][at] for axis, at in enumerate(cell)),
            HIDDEN if hidden[cell] else _number(int(shown[cell]), scale),
        )
        for cell in np.ndindex(shown.shape)
    )


def _check_no_total(lines: TableLines, name: str) -> None:
    """Check that no line of the table is a total: it would count as a family, beside the total that is made here.

    Raises:
        TableError: one is.
    """
    for line, cell in zip(lines.rows, lines.column(name), strict=True):
        if key(cell) == key(TOTAL):
            raise TableError(
                phrase("deja-un-total", file=lines.name, column=name[:QUOTE], total=cell, line=line.number)
            )


def _check_nobody(name: str, reason: str | None) -> None:
    """Check that there is no reason to think that a column designates families.

    Raises:
        TableError: there is.
    """
    if reason:
        raise TableError(phrase("designerait-des-familles", column=name[:QUOTE], reason=reason))


def _check_no_names(name: str, reason: str | None) -> None:
    """Check that the values of a column do not seem names of persons; a person may say that they are not.

    Raises:
        TableError: they do.
    """
    if reason:
        raise TableError(phrase("semblent-des-noms", column=name[:QUOTE], reason=reason, option=typed(name)))


def _hidden_of_named(table: PublishedTable) -> Mask:
    """Return what to hide of a single column whose values are printed: one family at least gave each of them."""
    if table.counts.ndim > 1:
        return table.hidden
    widths = np.full(table.counts.shape, table.threshold - 1)
    unknown = with_totals(np.maximum(table.counts[:-1] - 1, 0))
    return secondary_suppression(unknown, table.small, widths, np.zeros_like(table.hidden), table.hidden)


def _added(place: tuple[np.ndarray, ...], numbers: np.ndarray, shape: tuple[int, ...]) -> Counts:
    sums = np.zeros(shape, dtype=np.int64)
    np.add.at(sums, place, numbers)
    return sums


def _categories(cells: Sequence[str], name: str) -> tuple[tuple[str, ...], np.ndarray]:
    """Return the values of a column in order, no answer last, and the place of each line among them."""
    words = [cell or NO_ANSWER_WORDS for cell in cells]
    values = sorted(set(words), key=lambda word: (word == NO_ANSWER_WORDS, _order(word)))
    if len(values) > MOST_VALUES:
        raise TableError(phrase("trop-de-valeurs", column=name[:QUOTE], count=len(values), most=MOST_VALUES))
    if len(values) == 1:
        raise TableError(phrase("une-seule-valeur", column=name[:QUOTE]))
    rank = {word: at for at, word in enumerate(values)}
    return tuple(values), np.array([rank[word] for word in words], dtype=np.int64)


def _order(word: str) -> tuple[bool, float, str]:
    number = read_number(word)
    return (number is None, float(number or 0), key(word) + word)


def _whole(lines: TableLines, name: str) -> list[int]:
    return [int(amount) for amount in _numbers(lines, name, whole=True)]


def _numbers(lines: TableLines, name: str, whole: bool = False) -> list[Fraction]:
    """Return the numbers of a column, an empty cell for zero."""
    numbers = []
    for line, cell in zip(lines.rows, lines.column(name), strict=True):
        amount = read_number(cell.strip() or "0")
        if amount is None or not 0 <= amount < _TOO_MUCH or amount != round(amount, 0 if whole else 2):
            expected = phrase("nombre-entier") if whole else phrase("nombre-positif")
            raise TableError(
                phrase(
                    "nombre-attendu",
                    file=lines.name,
                    line=line.number,
                    column=name[:QUOTE],
                    cell=cell[:QUOTE],
                    expected=expected,
                )
            )
        numbers.append(Fraction(amount))
    return numbers


def _amounts(
    lines: TableLines, name: str, place: tuple[np.ndarray, ...], shape: tuple[int, ...], threshold: int
) -> tuple[Counts, Mask, int]:
    """Return sums in whole units or hundredths with their totals, what of them is hidden, and how many make one."""
    given = _numbers(lines, name)
    scale = 100 if any(amount.denominator != 1 for amount in given) else 1
    numbers = np.array([int(amount * scale) for amount in given], dtype=np.int64)
    amounts = _added(place, numbers, shape)
    largest = np.zeros(shape, dtype=np.int64)
    np.maximum.at(largest, place, numbers)
    # Who gives nothing hides nobody: a sum of three loans among forty families is that of three families.
    givers = _added(place, (numbers > 0).astype(np.int64), shape)
    # A 0 is told of nobody only; and not even then, if it says where all the families of a group are.
    families = with_totals(_added(place, np.ones_like(numbers), shape))
    telling = (families > 0) | in_agreeing_groups(families, threshold)
    return with_totals(amounts), suppressed_amounts(amounts, givers, largest, telling, threshold), scale


def _number(amount: int, scale: int) -> int | float:
    return amount if scale == 1 else amount / scale


__all__ = ["ProtectedTable", "protected", "read_lines"]
