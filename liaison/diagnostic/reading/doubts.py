"""Deux fichiers dont rien ne dit si des lignes sont une même réponse : ce qui en est dit, et de combien de familles.

All of these lines count, and the publication waits for a yes.
"""

from __future__ import annotations

from typing import NamedTuple

from liaison.base.sentences import french_beside
from liaison.diagnostic.reading.exports import TELLS_NOBODY
from liaison.diagnostic.reading.one_form import HALF, LIKELY, NEARLY_ALL, Judgement
from liaison.diagnostic.reading.same_lines import may_be_part, same_counts

phrase = french_beside(__file__)


class ExportDoubt(NamedTuple):
    """What is said of two files of which some lines may be one response, and of how many families."""

    words: str
    families: int


def doubt(judged: Judgement) -> ExportDoubt | None:
    """Return what is to be said of the lines that may be one response, and count twice."""
    return next(filter(None, (ask(judged) for ask in (_of_time, _stopped, _of_few, _elsewhere))), None)


def _of_time(judged: Judgement) -> ExportDoubt | None:
    """Of lines that answer alike at one time, too few or too common to be joined by it."""
    left = [pair for pair in judged.left(judged.timed) if not judged.is_numbered_apart(pair)]
    if judged.time_tells < LIKELY and (judged.two.asked_alike or judged.two.clock != TELLS_NOBODY):
        left = [pair for pair in left if not judged.says_enough(pair)]
    return ExportDoubt(phrase("trop-peu-en-commun", count=len(left)), len(left)) if left else None


def _stopped(judged: Judgement) -> ExportDoubt | None:
    """Of two files that are one by their answers, and of which numbers or times are not alike."""
    if judged.count >= HALF * judged.size:
        return None
    two, pairs = judged.two, judged.exported(judged.alike)
    numbers = sum(map(two.numbers_apart, pairs)) > HALF * len(pairs)
    times = sum(map(two.times_apart, pairs)) > HALF * len(pairs)
    left = len(judged.left(pairs))
    if not left or (numbers and times):
        return None
    file = two.former.file
    return ExportDoubt(
        phrase("a-d-autres-numeros", file=file) if numbers else phrase("a-d-autres-heures", file=file), left
    )


def _of_few(judged: Judgement) -> ExportDoubt | None:
    """Of two files of which answers are too few to say whether one is a part of the other."""
    if judged.count >= HALF * judged.size:
        return None
    two, file = judged.two, judged.two.former.file
    own, others = two.rows()
    left = [pair for pair in judged.left(judged.alike) if not two.times_apart(pair)]
    if len(left) < 2:
        return None
    mine = [own[each.rank] for each in two.former.responses if each not in judged.taken]
    theirs = [others[each.rank] for each in two.later.responses if each not in judged.taken]
    if len(left) < NEARLY_ALL * min(len(mine), len(theirs)) and not may_be_part(mine, theirs, HALF):
        return None
    if 2 * sum(map(two.numbers_apart, left)) > len(left):
        return ExportDoubt(phrase("a-d-autres-numeros", file=file), len(left))
    if not two.asked_alike:
        return ExportDoubt(phrase("pareilles-en-commun", file=file), len(left))
    if same_counts(mine, theirs):
        return ExportDoubt(phrase("semblables", file=file), len(left))
    longer = len(theirs) > len(mine)
    return ExportDoubt(
        phrase("contient-l-autre", file=file) if longer else phrase("dans-l-autre", file=file), len(left)
    )


def _elsewhere(judged: Judgement) -> ExportDoubt | None:
    """Of lines that are, cell for cell, those of another file."""
    if not judged.two.asked_alike or judged.count >= HALF * judged.size:
        return None
    left = [pair for pair in judged.left(judged.alike) if judged.fills_enough(pair[0])]
    left = [pair for pair in left if not judged.two.numbers_apart(pair) and not judged.two.times_apart(pair)]
    if not left or judged.size == 1:
        return None
    return ExportDoubt(phrase("aussi-trouvees", file=judged.two.former.file, count=len(left)), len(left))


__all__ = ["ExportDoubt", "doubt"]
