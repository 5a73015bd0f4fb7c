"""Une colonne que toutes les familles d'un fichier laissent vide : ce fichier ne la leur a pas demandée.

A form may leave out a question, and its tool keep the column. Of a few families, all may have passed it, and more where
many others did.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from liaison.base.sentences import french_beside
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.reading.reports import ReadReport
from liaison.diagnostic.reading.silence import chance_of_silence
from liaison.diagnostic.reading.withheld import withheld

phrase = french_beside(__file__)

FEWEST = 4  # familles à partir desquelles une question que toutes laissent vide n'a pas été posée
BY_CHANCE = 0.05  # chances que toutes celles d'un fichier aient passé une question, comme des familles des autres


def without_empty(parts: Sequence[ReadReport]) -> list[ReadReport]:
    """Return the same reports, the questions that every family of a file left empty among those that it does not ask.

    A box that nobody ticked is one of a question; a row of a grid is a question of its own.
    """
    by_file: dict[tuple[str, ...], list[ReadReport]] = defaultdict(list)
    for part in parts:
        by_file[part.files].append(part)
    empty = {files: _empty(own, [part for part in parts if part.files != files]) for files, own in by_file.items()}
    reason = phrase("vide-pour-toutes")
    return [withheld(part, dict.fromkeys(sorted(empty[part.files]), reason), in_part=False) for part in parts]


def _empty(own: Sequence[ReadReport], others: Sequence[ReadReport]) -> frozenset[str]:
    """Return the columns of a table of answers that the form of these lines did not ask: all leave them empty, as
    chance does not put it where the others answer them."""
    written = [each for part in own for each in part.written.values()]
    lines, filled = sum(each.lines for each in written), {name for each in written for name in each.columns}
    if lines < FEWEST:
        return frozenset()
    answers = own[0].answers
    several = {item.id for item in answers.questionnaire.items if item.kind == "multiple"}
    answered = {question_of(name) for name in filled} & several
    columns = frozenset(map(str, answers.table.columns)) - answers.unasked
    silent = (name for name in columns if name not in filled and question_of(name) not in answered)
    return frozenset(name for name in silent if _chance(name, lines, others) < BY_CHANCE)


def _chance(name: str, lines: int, others: Sequence[ReadReport]) -> float:
    """Return how likely so many lines all pass a question as families of other files that ask it do; 0 without any."""
    asking = [part.answers.table[name].isna() for part in others if name not in part.answers.unasked]
    families, silent = sum(map(len, asking)), sum(int(each.sum()) for each in asking)
    return chance_of_silence(lines, families, silent) if families else 0.0


__all__ = ["FEWEST", "without_empty"]
