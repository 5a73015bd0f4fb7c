"""Ce que des familles écrivent à la place d'une réponse : compté « Autre », et dit ; un mot de plusieurs attend.

A questionnaire that has « another answer » (`sinon`) would take for it any answer that is reworded, or proposed later.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from liaison.base.letters import key
from liaison.base.sentences import french_beside
from liaison.base.tables import Line
from liaison.base.typography import typeset
from liaison.diagnostic.own.written import FEW, OTHER, alike
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.reading.cells import CellReader, Listed
from liaison.diagnostic.reading.corrected import settled
from liaison.diagnostic.reading.reports import FreeWords, ReadReport

phrase = french_beside(__file__)

Words = Callable[[str, dict[str, str]], str]


def free_words(lines: Sequence[Line], readers: Sequence[CellReader]) -> Iterator[FreeWords]:
    """Yield what lines write in place of an answer."""
    for reader in readers:
        if reader.column.sinon is not None:
            for line in lines:
                if words := reader.free_words(line.cells[reader.source.position]):
                    yield FreeWords(line.number, reader.column.cible, words)


def settled_twice(read: Callable[[Listed], Iterable[ReadReport]]) -> list[ReadReport]:
    """Return the reports of some files, each family counted once; read again where a word that counts « Autre » is of
    several families in all: it is then listed, as where the questionnaire has no other answer.
    """
    parts = settled(list(read(frozenset())))
    listed = alike_words(parts)
    return settled(list(read(listed))) if listed else parts


def alike_words(parts: Iterable[ReadReport]) -> Listed:
    """Return the words that count « Autre » and that several families wrote alike."""
    cells: dict[str, list[list[str]]] = defaultdict(list)
    for each in (each for part in parts for each in part.free):
        cells[each.target].append([key(word) for word in each.words])
    return frozenset((target, word) for target, own in cells.items() for word in alike(own))


def free_words_said(report: ReadReport, words: Words) -> list[str]:
    """Return in French how many answers count « Autre » for a word that is none, by question; nothing when none does.

    For the team alone: published, these counts would bound those that are hidden.
    """
    if not report.free:
        return []
    own = report.answers.questionnaire.own_words
    counts = Counter(question_of(each.target) for each in report.free)
    where = " ; ".join(f"« {words(name, own)} » : {count}" for name, count in counts.most_common())
    return [typeset(phrase("comptent-autre", count=counts.total(), few=FEW, other=OTHER, places=where))]


__all__ = ["alike_words", "free_words", "free_words_said", "settled_twice"]
