"""Un fichier où les mêmes lignes sont deux fois : un export collé sous lui-même, trié ou non, ou deux familles ?

Two lines of one file are two families: all count, and the publication waits for a yes.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Sequence
from difflib import SequenceMatcher
from itertools import groupby, pairwise

from liaison.base.sentences import french_beside
from liaison.base.words import shortened
from liaison.diagnostic.reading.asked_twice import SELDOM
from liaison.diagnostic.reading.doubts import LIKELY, ExportDoubt
from liaison.diagnostic.reading.exports import TELLS_NOBODY, Export, Response
from liaison.diagnostic.reading.in_a_row import rarest_run
from liaison.diagnostic.reading.one_form import beyond
from liaison.diagnostic.reading.two_exports import Pair

phrase = french_beside(__file__)

_MOST_NAMED = 100  # lignes, ou suites de lignes


def pasted(export: Export) -> list[ExportDoubt]:
    """Return what is said of a file that has lines twice.

    With the same answers, numbers and times: in the same order as chance does not put them, or more of them than it
    gives. With the same number and time, and other answers: one was changed in between.
    """
    run, beside = _in_a_row(export)
    again = {pair[1] for pair in run}
    left = [each for each in export.responses if each not in again]
    # Lines pasted above all others, or below, are all that was pasted; in a file that was put in order, others are too.
    is_put_in_order = bool(run) and not _is_at_an_end(run, export)
    unlikely = _bits_of_number(left, export)
    alike = [*run, *(_twice(left, export) if unlikely > 0 and (is_put_in_order or unlikely >= LIKELY) else [])]
    worded = _words_of_run if len(alike) == len(run) and _follow_each_other(alike) else _words_of_lines
    doubts = [ExportDoubt(worded(alike), alike)] if alike else []
    changed = _changed(export, without={each for pair in alike for each in pair}, by_one_tool=bool(alike))
    doubts += [ExportDoubt(_words_of_changed(changed, "changees"), changed)] if changed else []
    marked = {each for pair in changed for each in pair}
    moved = [pair for pair in beside if marked.isdisjoint(pair)]
    return [*doubts, *([ExportDoubt(_words_of_changed(moved, "a-la-meme-place"), moved)] if moved else [])]


def _line(export: Export, response: Response) -> Hashable:
    """Return all that a line says, and all that a tool wrote of it."""
    sent = response.sent
    return export.codes[response.rank].tobytes(), sent.numbers, sent.minute, sent.seconds


def _in_a_row(export: Export) -> tuple[list[Pair], list[Pair]]:
    """Return the lines that follow each other again below, and those that stand among them at the same place and say
    something else.

    As rare, together, as each is without its second time, times the places where both might begin. Lines that are put
    in order have their like together: two kinds of them do not follow twice.
    """
    lines = [_line(export, each) for each in export.responses]
    counts = Counter(lines)
    bits = [math.log2(len(lines) / max(counts[line] - 1, 1)) for line in lines]
    run = rarest_run(lines, lines, bits, below=True)
    is_whole = 2 * run.size == len(lines)
    places = math.log2(len(lines)) * (1 if is_whole else 2) - (not is_whole)
    if len(set(lines[run.first : run.first + run.size])) <= 1 or run.bits - places < LIKELY:
        return [], []
    of = export.responses
    last, end = run.first + run.size, run.again + run.size
    alike = {run.first + at: run.again + at for at in range(run.size)}
    changed: dict[int, int] = {}
    # What was pasted goes on past a line that was changed, or taken away, between the two exports.
    for first, again in (((0, run.first), (last, run.again)), ((last, run.again), (end, len(lines)))):
        same, others = _beside(lines, first, again, before=first[0] == 0)
        if sum(bits[place] for place in same) >= LIKELY:
            alike |= same
            changed |= others
    pairs = [(of[place], of[alike[place]]) for place in sorted(alike)]
    return pairs, [(of[place], of[changed[place]]) for place in sorted(changed)]


def _beside(
    lines: Sequence[Hashable], first: tuple[int, int], again: tuple[int, int], *, before: bool
) -> tuple[dict[int, int], dict[int, int]]:
    """Return which lines of one piece of a file stand again in another, in the same order, and which are in the place
    of one that says something else; none when more than a few of them do not. `before`: the two pieces are whole, for
    they end where lines that follow each other twice begin; else new families may end the second."""
    if not before:
        again = (again[0], min(again[1], again[0] + first[1] - first[0] + 1))
    piece, other = lines[slice(*first)], lines[slice(*again)]
    same: dict[int, int] = {}
    changed: dict[int, int] = {}
    for tag, at, stop, there, end in SequenceMatcher(None, piece, other, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and stop - at == end - there == 1):
            places = {first[0] + at + rank: again[0] + there + rank for rank in range(stop - at)}
            (same if tag == "equal" else changed).update(places)
    size = max(len(piece), len(other)) if before else len(piece)
    return (same, changed) if len(same) + 1 >= (1 - SELDOM) * size else ({}, {})


def _follow_each_other(pairs: Sequence[Pair]) -> bool:
    """Whether lines, and those that say the same, are each right below the one before."""
    places = [(first.rank, again.rank) for first, again in pairs]
    return all(b[0] - a[0] == b[1] - a[1] == 1 for a, b in pairwise(places))


def _is_at_an_end(run: Sequence[Pair], export: Export) -> bool:
    """Whether lines follow themselves from the first of a file on, or stand again down to its last."""
    (first, again), (last, end) = run[0], run[-1]
    return end is export.responses[-1] or (first is export.responses[0] and again.rank == last.rank + 1)


def _twice(responses: Sequence[Response], export: Export) -> list[Pair]:
    """Return the lines that are alike, two by two."""
    alike: dict[Hashable, list[Response]] = defaultdict(list)
    for each in responses:
        alike[_line(export, each)].append(each)
    return [
        pair for own in alike.values() for pair in zip(own[: len(own) // 2], own[(len(own) + 1) // 2 :], strict=True)
    ]


def _bits_of_number(responses: Sequence[Response], export: Export) -> float:
    """Return how unlikely it is that so many families, by their answers and their times, give so many lines twice, in
    bits."""
    lines = Counter(_line(export, each) for each in responses)
    answers = Counter(export.codes[each.rank].tobytes() for each in responses)
    often = Counter(times for times in lines.values() if times > 1)
    if not often:
        return 0.0
    ((times, count),) = often.most_common(1)
    return beyond(count, len(lines), _share_by_chance(answers, times) * export.chance_of_one_time())


def _share_by_chance(counts: Counter[bytes], times: int) -> float:
    """Return of how many answers, at most, chance makes so many lines.

    Of families that each answer as chance has it, about as many are said twice as the mean of those said once and those
    said three times: none of the three is rare beside the two others (Cauchy and Schwarz, of any mixture of Poisson's
    laws). Lines pasted twice are.
    """
    of = Counter(counts.values())
    most = math.sqrt((times + 1) / times * (of[times - 1] + 1) * (of[times + 1] + 1))
    return min(1.0, most / len(counts))


def _changed(export: Export, *, without: Collection[Response], by_one_tool: bool) -> list[Pair]:
    """Return the lines that have one number and one time, and other answers; in a file of which others are there twice,
    one number or one time, that no third line has."""
    numbered: dict[Hashable, list[Response]] = defaultdict(list)
    are_timed = export.clock != TELLS_NOBODY
    for each in export.responses:
        sent = each.sent
        is_sure = sent.numbers and sent.times and are_timed
        if each not in without and (is_sure or (by_one_tool and (sent.numbers or sent.times))):
            numbered[sent.numbers, sent.times, sent.seconds].append(each)
    return [(own[0], own[1]) for own in numbered.values() if len(own) == 2]


def _words_of_run(run: Sequence[Pair]) -> str:
    (first, again), (last, end) = run[0], run[-1]
    of = {"first": first, "last": last, "again": again, "end": end}
    return phrase("collees", count=len(run), **{name: each.place.line for name, each in of.items()})


def _words_of_lines(pairs: Sequence[Pair]) -> str:
    lines = sorted(again.place.line for _, again in pairs)
    return phrase("deux-fois", count=len(pairs), lines=shortened(in_runs(lines), _MOST_NAMED))


def in_runs(lines: Sequence[int]) -> list[str]:
    """Return lines as one writes them: « 3 », « 7 à 12 »."""
    runs = [[line for _, line in own] for _, own in groupby(enumerate(lines), lambda each: each[1] - each[0])]
    return [phrase("de-a", first=own[0], last=own[-1]) if len(own) > 1 else str(own[0]) for own in runs]


def _words_of_changed(pairs: Sequence[Pair], kind: str) -> str:
    lines = [phrase("et-aussi", first=first.place.line, again=again.place.line) for first, again in pairs]
    return phrase(kind, count=len(pairs), lines=shortened(lines, _MOST_NAMED))


__all__ = ["in_runs", "pasted"]
