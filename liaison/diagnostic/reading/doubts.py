"""Deux fichiers qui ont des lignes pareilles, sans que rien dise si ce sont les mêmes : ce qui en est dit.

All of these lines count, and the publication waits for a yes.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from liaison.base.sentences import french_beside
from liaison.diagnostic.reading.exports import Response
from liaison.diagnostic.reading.in_a_row import bits_of_order, rarest_run
from liaison.diagnostic.reading.one_form import SURE, Judgement, beyond
from liaison.diagnostic.reading.two_exports import SET_BY_SCHOOL, Pair, TwoExports

phrase = french_beside(__file__)

LIKELY = 3.0  # bits : une chance sur huit
HALF = 0.5


class ExportDoubt(NamedTuple):
    """What is said of two files, or of one, of which some lines may be one response, and of which lines."""

    words: str
    pairs: Sequence[Pair]


def doubt(judged: Judgement) -> ExportDoubt | None:
    """Return what is to be said of the lines that may be one response, and count twice: more than two classes have
    alike by chance, or all those of a file; as many as both have, where no question is of both.

    Chance is that of what is alike: answers and level, or, of lines of two levels, answers alone."""
    two = judged.two
    if not two.asks_one_question:
        halves = judged.left(list(zip(two.former.responses, two.later.responses, strict=False)))
        return ExportDoubt(phrase("deux-moities", count=len(halves), file=two.former.file), halves) if halves else None
    alike = _alike(judged)
    chance = _chance_of_two(two)
    at_one_minute = [pair for pair in alike if _at_one_minute(two, pair)]
    of_one_number = [pair for pair in alike if two.numbers(pair[0]) == two.numbers(pair[1]) != ()]
    of_answers = min(judged.chance_of_answers, chance * len(judged.large.responses))
    size = len(judged.small.responses)
    of_level = [pair for pair in alike if two.alike(*pair)]
    within = [pair for pair in of_level if not two.numbers_apart(pair) and not two.times_apart(pair)]
    kinds = (
        (at_one_minute, size, chance * two.at_one_time_by_chance(whatever_the_hour=True)),
        (of_one_number, len(two.of_one_number()), chance),
        (alike, size, judged.chance_whatever_the_level),
        (of_level, size, judged.chance_of_answers),
        ([pair for pair in alike if not any(apart(pair) for apart in _apart(two).values())], size, of_answers),
    )
    seen = next((pairs for pairs, among, by in kinds if beyond(len(pairs), among, by) >= LIKELY), [])
    # A file of one line, that many say, is of no export.
    if judged.is_whole(within) and (size > 1 or judged.rows[1].count(judged.rows[0][0]) == 1):
        seen = within
    numbered = [pair for pair in two.of_one_number() if _by_one_tool(two, pair)]
    if not seen and judged.is_whole(numbered):
        return _of_numbers_alone(judged, numbered)
    if not (left := judged.left(seen or _in_a_row(judged))):
        return None
    sure = beyond(len(left), size, of_answers) >= SURE
    words = {"why": _why(judged, left), "remedy": _remedy(judged, left if sure else [])}
    return ExportDoubt(phrase("peut-etre", **_counts(judged, left), **words), left)


def _of_numbers_alone(judged: Judgement, numbered: list[Pair]) -> ExportDoubt | None:
    """Return what is said of lines that have one number, and most often other answers: two forms that each count from
    one have as many, and no file is then named as one that has the families of the other."""
    if not (left := judged.left(numbered)):
        return None
    changed = sum(not judged.two.alike(*pair) for pair in left)
    return ExportDoubt(phrase("memes-numeros", **_counts(judged, left), changed=changed), left)


def _counts(judged: Judgement, left: list[Pair]) -> dict[str, str | int]:
    """Return how many lines are meant, of how many in both files, and the name of the other one."""
    two = judged.two
    own, others = len(two.later.responses), len(two.former.responses)
    return {"count": len(left), "own": own, "others": others, "file": two.former.file}


def _alike(judged: Judgement) -> list[Pair]:
    """Return the lines that answer alike: first those of one level, that have one number, then one time; but those that
    have both another number and another time."""
    two = judged.two
    signs: tuple[Callable[[Response], Hashable], ...] = (
        lambda each: two.numbers(each) or None,
        two.time,
        two.minute,
        lambda _: (),
    )
    pairs: list[Pair] = []
    for passing in (frozenset[str](), SET_BY_SCHOOL):
        for sign in signs:
            pairs += two.paired(sign, without=judged.taken.union(*pairs), passing=passing)
    return [
        pair
        for pair in pairs
        if not (two.numbers_apart(pair) and two.times_apart(pair) and not _at_one_minute(two, pair))
    ]


def _at_one_minute(two: TwoExports, pair: Pair) -> bool:
    return two.minute(pair[0]) == two.minute(pair[1]) is not None


def _by_one_tool(two: TwoExports, pair: Pair) -> bool:
    """Whether a tool gave two lines one number, and with it another, or one time: answers may have been changed; a line
    that was sent at another time is of another form."""
    if two.times_apart(pair):
        return _at_one_minute(two, pair)
    return len(two.numbers(pair[0])) > 1 or two.time(pair[0]) == two.time(pair[1]) is not None


def _in_a_row(judged: Judgement) -> list[Pair]:
    """Return the lines that follow each other in both files, as chance does not put them, and at no two times."""
    two, (small, large) = judged.two, judged.rows
    run = rarest_run(small, large, bits_of_order(small))
    places = math.log2(max(len(small) * len(large), 1)) if run.size < len(small) else 0.0
    if run.bits - places < LIKELY:
        return []
    own, others = judged.small.responses[run.first :], judged.large.responses[run.again :]
    pairs = [judged.pair(*lines) for lines in zip(own[: run.size], others[: run.size], strict=True)]
    return [pair for pair in pairs if not two.times_apart(pair)]


def _chance_of_two(two: TwoExports) -> float:
    """Return how often two families answer alike: question by question, or as often as two of one file do."""
    both = two.former, two.later
    by_question = 1.0
    for columns in two.questions():
        counts = Counter(two.former.counts(columns))
        counts.update(two.later.counts(columns))
        by_question *= (_pairs(counts.values()) + 1) / (_pairs([counts.total()]) + 2)
    same = sum(_pairs(each.counts(two.common).values()) for each in both)
    pairs = sum(_pairs([len(each.responses)]) for each in both)
    return max(by_question, same / max(pairs, 1))


def _pairs(counts: Iterable[int]) -> float:
    """Return how many pairs there are in groups of so many."""
    return sum(count * (count - 1) / 2 for count in counts)


def _why(judged: Judgement, left: list[Pair]) -> str:
    """Return what these lines do not have alike, most of them."""
    why = [name for name, is_apart in _apart(judged.two).items() if sum(map(is_apart, left)) > HALF * len(left)]
    return phrase(why[0] if why else "toutes-pareilles", count=len(left))


def _apart(two: TwoExports) -> dict[str, Callable[[Pair], bool]]:
    return {
        "d-autres-numeros": two.numbers_apart,
        "d-autres-heures": two.times_apart,
        "d-autres-niveaux": lambda pair: not two.alike(*pair),
    }


def _remedy(judged: Judgement, left: list[Pair]) -> str:
    """Return what is to be done of two files, if they are of one form: a file is named where it has, in lines that
    chance does not give, all those of the other."""
    two, known = judged.two, judged.taken.union(*left)
    both = ((two.later, two.former), (two.former, two.later))
    whole = [(each, other) for each, other in both if known.issuperset(other.responses)]
    if not left or not whole:
        return phrase("un-seul-fichier")
    each, other = min(whole, key=lambda pair: len(pair[0].unasked))
    return phrase("ne-pas-donner", file=each.file, other=other.file)


__all__ = ["ExportDoubt", "doubt"]
