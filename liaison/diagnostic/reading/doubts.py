"""Deux fichiers dont rien ne dit si des lignes sont une même réponse : ce qui en est dit, et de combien de familles.

All of these lines count, and the publication waits for a yes.
"""

from __future__ import annotations

from typing import NamedTuple

from liaison.base.sentences import french_beside
from liaison.diagnostic.reading.exports import TELLS_NOBODY
from liaison.diagnostic.reading.one_form import HALF, LIKELY, NEARLY_ALL, SURE, Judgement
from liaison.diagnostic.reading.remedies import remedy
from liaison.diagnostic.reading.same_lines import in_same_order, may_be_part, same_counts, same_export
from liaison.diagnostic.reading.two_exports import SET_BY_SCHOOL, Pair

phrase = french_beside(__file__)


class ExportDoubt(NamedTuple):
    """What is said of two files of which some lines may be one response, and of how many families."""

    words: str
    families: int


# Why lines are likely to be the same ones, each of them: not because too little was asked to tell families apart.
_SHOWS_THE_LINES = {"d-autres-niveaux", "dans-le-meme-ordre"}


class _Doubt(NamedTuple):
    """Lines that may be one response, two by two, and why nothing says that they are."""

    why: str
    left: list[Pair]


def doubt(judged: Judgement) -> ExportDoubt | None:
    """Return what is to be said of the lines that may be one response, and count twice."""
    met = _of_time(judged)
    if not met and judged.count < HALF * judged.size:
        asks = (_stopped, _of_few, _of_level, _in_order, _elsewhere)
        met = next(filter(None, (ask(judged) for ask in asks)), None)
    if not met:
        return None
    two, count = judged.two, len(met.left)
    own, others = len(two.later.responses), len(two.former.responses)
    words = {"why": phrase(met.why, count=count), "remedy": remedy(judged, met.left, sure=met.why in _SHOWS_THE_LINES)}
    return ExportDoubt(phrase("peut-etre", count=count, own=own, others=others, file=two.former.file, **words), count)


def _of_time(judged: Judgement) -> _Doubt | None:
    """Of lines that answer alike at one time, too few or too common to be joined by it."""
    left = [pair for pair in judged.left(judged.timed) if not judged.is_numbered_apart(pair)]
    if judged.time_tells < LIKELY and (judged.two.asked_alike or judged.two.clock != TELLS_NOBODY):
        left = [pair for pair in left if not judged.says_enough(pair)]
    if left:
        return _Doubt("a-la-meme-heure", left)
    # Only their numbers stand against them.
    left = judged.left(judged.timed) if judged.time_tells >= SURE and judged.count < HALF * judged.size else []
    return _Doubt("d-autres-numeros", left) if left else None


def _stopped(judged: Judgement) -> _Doubt | None:
    """Of two files that are one by their answers, and of which numbers or times are not alike."""
    two, pairs = judged.two, judged.exported(judged.alike)
    numbers = sum(map(two.numbers_apart, pairs)) > HALF * len(pairs)
    times = sum(map(two.times_apart, pairs)) > HALF * len(pairs)
    left = judged.left(pairs)
    if not left or (numbers and times):
        return None
    return _Doubt("d-autres-numeros" if numbers else "d-autres-heures", left)


def _of_few(judged: Judgement) -> _Doubt | None:
    """Of two files of which answers are too few to say whether one is a part of the other."""
    two = judged.two
    own, others = two.rows()
    left = [pair for pair in judged.left(judged.alike) if not two.times_apart(pair) or two.hours_apart(pair)]
    mine = [own[each.rank] for each in two.former.responses if each not in judged.taken]
    theirs = [others[each.rank] for each in two.later.responses if each not in judged.taken]
    small, large = sorted((mine, theirs), key=len)
    is_alone = len(small) == 1 and large.count(small[0]) == 1
    if not left or (len(left) == 1 and (not is_alone or two.numbers_apart(left[0]))):
        return None
    if len(left) < NEARLY_ALL * min(len(mine), len(theirs)) and not may_be_part(mine, theirs, HALF):
        return None
    if any(sum(map(apart, left)) > HALF * len(left) for apart in (two.numbers_apart, two.times_apart)):
        return _Doubt(_which_are_apart(judged, left), left)
    if not two.asked_alike:
        return _Doubt("trop-peu-demandees", left)
    if len(left) == 1:
        return _Doubt("toutes-pareilles", left)
    return _Doubt("autant-de-fois" if same_counts(mine, theirs) else "trop-peu-variees", left)


def _of_level(judged: Judgement) -> _Doubt | None:
    """Of two files that are one but for the level, which the school corrected on some lines."""
    two = judged.two
    alike = judged.alike
    taken = {each for pair in alike for each in pair}
    corrected = two.paired(lambda each: (), without=taken, passing=SET_BY_SCHOOL)
    rows = two.rows(SET_BY_SCHOOL)
    # Two classes have a level each, and none of their lines has the same: they may answer alike, not in one order.
    if not corrected or not ((alike and same_export(*rows, NEARLY_ALL)) or in_same_order(*rows)):
        return None
    left = [pair for pair in judged.left([*alike, *corrected]) if not two.times_apart(pair)]
    return _Doubt("d-autres-niveaux", left) if left else None


def _in_order(judged: Judgement) -> _Doubt | None:
    """Of lines that follow each other in both files, as chance does not put them."""
    first, other, count = in_same_order(*judged.two.rows()) or (0, 0, 0)
    own, others = judged.two.former.responses, judged.two.later.responses
    pairs = list(zip(own[first : first + count], others[other : other + count], strict=True))
    return _sent_at_one_time(judged, "dans-le-meme-ordre", judged.left(pairs))


def _elsewhere(judged: Judgement) -> _Doubt | None:
    """Of lines that are, cell for cell, those of another file."""
    left = [pair for pair in judged.left(judged.alike) if judged.fills_enough(pair[0]) and judged.says_enough(pair)]
    if not judged.two.asked_alike and not judged.are_seldom(left):
        return None
    return _sent_at_one_time(judged, "toutes-pareilles", left)


def _sent_at_one_time(judged: Judgement, why: str, pairs: list[Pair]) -> _Doubt | None:
    """Return those of these lines that neither their numbers nor their times tell apart, where there are some."""
    two = judged.two
    left = [pair for pair in pairs if not two.numbers_apart(pair) and not two.times_apart(pair)]
    return _Doubt(why, left) if left else None


def _which_are_apart(judged: Judgement, left: list[Pair]) -> str:
    return "d-autres-numeros" if 2 * sum(map(judged.two.numbers_apart, left)) > len(left) else "d-autres-heures"


__all__ = ["ExportDoubt", "doubt"]
