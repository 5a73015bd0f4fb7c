"""Les réponses d'une colonne : où une cellule se coupe, et une seule réponse pour « Oui », « oui », « OUI ».

Of several spellings the most frequent one is published, unless another may name somebody: that one then stands for all,
so that a person reads it again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from liaison.base.letters import one_spelling
from liaison.diagnostic.own.may_name import asks_who, may_name, may_name_who
from liaison.diagnostic.reading.mapping import SEPARATORS, Separator, split_list
from liaison.diagnostic.reading.unread import given

_AFTER_EACH: Separator = ";"


@dataclass(frozen=True)
class SpelledColumn:
    """What a column holds, each answer in one spelling: its cells, what separates several answers of one, the answers.

    `spellings`: by each spelling, the one that stands for it.
    """

    cells: list[str]
    separator: Separator | None
    answers: list[str]
    spellings: dict[str, str]

    def alike(self, answers: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Return the spellings of those of these answers that have several, the one that is published first."""
        return spellings_of(self.spellings, answers)


def spelled(cells: Sequence[str], words: Sequence[str], title: str, between: Separator | None = None) -> SpelledColumn:
    """Return the cells of a column, and its answers, each in one spelling; `words`: the different cells that answer.

    `between`: what separates the answers of one cell, where other columns say it.
    """
    labels = one_of_each(Counter(filter(None, cells)), title)
    cells, words = (
        [labels.get(cell, cell) for cell in cells],
        list(dict.fromkeys(labels.get(word, word) for word in words)),
    )
    separator, answers = _cut(words, between)
    if separator is None:
        return SpelledColumn(cells, None, answers, labels)
    # Then the answers of cells that hold several.
    pieces = one_of_each(given(cells, separator, answers), title)
    if any(piece != label for piece, label in pieces.items()):
        cells = [_respelled(cell, separator, answers, pieces) for cell in cells]
        words = list(dict.fromkeys(_respelled(word, separator, answers, pieces) for word in words))
        separator, answers = _cut(words, between)
    return SpelledColumn(cells, separator, answers, pieces if separator else labels | pieces)


def one_of_each(counts: Mapping[str, int], title: str) -> dict[str, str]:
    """Return by which spelling each answer of a question is known, by how many families wrote it so."""
    named = may_name_who if asks_who(title) else may_name
    alike: dict[str, list[str]] = {}
    for word in counts:
        alike.setdefault(one_spelling(word), []).append(word)

    def preferred(word: str) -> tuple[bool, int, bool, bool, str]:
        return named(word), counts[word], not word.isupper(), word[:1].isupper(), word

    labels = {key: own[0] if len(own) == 1 else max(own, key=preferred) for key, own in alike.items()}
    return {word: labels[key] for key, own in alike.items() for word in own}


def spellings_of(labels: Mapping[str, str], answers: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return the spellings of those of these answers that have several, the one that stands for them first."""
    groups = ([answer, *(word for word, label in labels.items() if label == answer != word)] for answer in answers)
    return tuple(tuple(group) for group in groups if len(group) > 1)


def _cut(words: Sequence[str], between: Separator | None) -> tuple[Separator | None, list[str]]:
    return (between, _pieces(words, between)) if between else cut_apart(words)


def _respelled(cell: str, separator: str, answers: Sequence[str], labels: Mapping[str, str]) -> str:
    known = {answer: answer for answer in answers}
    pieces = [labels.get(written, written) for written, _ in split_list(cell, separator, known.get)]
    end = separator if cell.rstrip().endswith(separator) else ""
    return separator.join(pieces) + end if pieces else cell


def cut_apart(words: Sequence[str]) -> tuple[Separator | None, list[str]]:
    """Return what separates the answers of one cell, and the answers; nothing separates those of a single choice.

    Microsoft Forms writes its sign after each, even alone.
    """
    if words and all(word.endswith(_AFTER_EACH) for word in words):
        return _AFTER_EACH, _pieces(words, _AFTER_EACH)
    cuts = ((separator, _several(words, separator)) for separator in SEPARATORS if separator != " ")
    separator, answers = next(((separator, answers) for separator, answers in cuts if answers), (None, list(words)))
    return separator, _joined(words, separator, answers) if separator else answers


def _joined(words: Sequence[str], separator: str, answers: Sequence[str]) -> list[str]:
    """Return the answers, those that every cell holds one right after the other joined: « Garderie, étude » is one."""
    names = list(answers)
    while True:
        known = {each: each for each in names}
        cells = [[each for each, _ in split_list(word, separator, known.get)] for word in words]
        # In two different cells at least: one alone may be a family that ticked two boxes.
        pairs = Counter(pair for cell in cells for pair in pairwise(cell))
        held = Counter(each for cell in cells for each in cell)
        both = next(
            (pair for pair, count in pairs.items() if count > 1 and {held[each] for each in pair} == {count}),
            None,
        )
        if both is None or len(names) == 2:
            return names
        joined = next(text[0] for word in words if (text := _following(*both).search(word)))
        names = [joined if each == both[0] else each for each in names if each != both[1]]


def _following(first: str, last: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(first)}\W+{re.escape(last)}")


def _several(words: Sequence[str], separator: str) -> list[str]:
    """Return the answers that cells hold several at a time; none when each cell seems to be one answer.

    Cells that are others joined are several answers, and then « Non, merci », which joins none, is one. Else cut apart,
    answers are fewer than the cells that combine them.
    """
    whole = list(dict.fromkeys(word.strip(f"{separator} ") for word in words))
    cuts = {word: [each.strip() for each in word.split(separator)] for word in whole}
    alone = set(map(one_spelling, whole))
    several = any(len(cut) > 1 and {one_spelling(each) for each in cut} <= alone for cut in cuts.values())
    answers: dict[str, None] = {}
    for word, cut in cuts.items():
        joined = len(cut) > 1 and not alone.isdisjoint(map(one_spelling, cut))
        answers |= dict.fromkeys([each for each in cut if each and each not in cuts] if joined else [word])
    pieces = _pieces(words, separator)
    if several and len(answers) <= len(pieces):
        # In the order in which they are first read, alone or joined.
        return sorted(answers, key=lambda each: pieces.index(each.split(separator)[0].strip()))
    return pieces if 2 <= len(pieces) < len(words) else []


def _pieces(words: Sequence[str], separator: str) -> list[str]:
    return list(dict.fromkeys(piece for word in words for piece in map(str.strip, word.split(separator)) if piece))


__all__ = ["SpelledColumn", "cut_apart", "one_of_each", "spelled", "spellings_of"]
