"""La même réponse reçue deux fois : comptée une fois ; une version plus récente prend la place de celle d'avant.

Lines of one file are compared as it is read (`counted_once.py`); those of several, two files by two, when all are read:
`one_form.py` has what shows that two lines are one response, and what stands against it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from liaison.base.sentences import french_beside
from liaison.diagnostic.reading.answered_again import answered_again
from liaison.diagnostic.reading.completed import Completed
from liaison.diagnostic.reading.doubts import ExportDoubt, doubt
from liaison.diagnostic.reading.exports import TELLS_NOBODY, Export, Response
from liaison.diagnostic.reading.formats.marks import is_by_its_time
from liaison.diagnostic.reading.one_form import Judgement, ResponseProof
from liaison.diagnostic.reading.one_response import OneResponse
from liaison.diagnostic.reading.pasted import pasted
from liaison.diagnostic.reading.reports import FileLine, Flagged, ReadReport
from liaison.diagnostic.reading.school_years import with_school_years
from liaison.diagnostic.reading.taken_away import with_taken_away
from liaison.diagnostic.reading.two_exports import Pair, TwoExports
from liaison.diagnostic.reading.versions import Versions

phrase = french_beside(__file__)

MOST_TOLD = 5  # lignes dites une par une ; au-delà, le même export deux fois se dit en une phrase
_CODE = re.compile(r"[0-9A-Z]{1,4}(?:-[0-9A-Z]{1,4})+")


def latest(parts: Sequence[ReadReport]) -> list[ReadReport]:
    """Return the same reports, each response counted once: its later version, or the first export that gives it.

    Reports of one file each, in the order in which they were read.
    """
    gone = {place for part in parts for place in part.outdated}
    remaining = [_without(part, gone) for part in parts] if gone else list(parts)
    exports = sorted(_exports(remaining), key=lambda each: _in_order(each.file))
    completed = Completed(remaining)
    judged = list(_judged(exports))
    same = OneResponse()
    for proof in sorted(ResponseProof, reverse=True):
        # First those that ask most in common: what another does not ask tells no line from another.
        for each in sorted(judged, key=lambda each: -int(each.two.common.sum())):
            for former, later in each.joined[proof]:
                same.join(former.place, later.place)
    once = _latest_of(remaining, exports, same, completed)
    again = answered_again(once, exports)
    again.join(same)
    in_one = _exports([_without(part, again.gone) for part in remaining]) if again.gone else exports
    doubts = [(each.file, doubtful) for each in in_one for doubtful in pasted(each)]
    doubts += [*again.doubts, *_doubts(judged, same)]
    once = [_with_copies(again.taken_from(part), again.copies) for part in once]
    once = with_school_years(with_taken_away(once, judged, same), exports)
    whole = completed.with_added(_with_remarks(once, doubts, same, judged))
    return _asking(completed.without_added(whole))


def _with_copies(part: ReadReport, copies: Mapping[FileLine, FileLine]) -> ReadReport:
    """Return the report of one file, what is said of its lines that are the same response as others."""
    (file,) = part.files
    remarks = given_again({place.line: stays for place, stays in copies.items() if place.file == file}, file)
    return replace(part, flagged=(*part.flagged, *remarks)) if remarks else part


def _exports(parts: Sequence[ReadReport]) -> list[Export]:
    """Return the exports of a tool, as they were read; corrections say themselves what they correct."""
    by_hand = {own.file for part in parts for own in part.corrects}
    own: dict[str, list[ReadReport]] = defaultdict(list)
    for part in parts:
        if part.files[0] not in by_hand:
            own[part.files[0]].append(part)
    return [Export(each) for each in own.values() if any(len(part.answers) for part in each)]


def _in_order(file: str) -> tuple[list[tuple[int, str]], str]:
    """Return by what files are put in order, whichever is given first: « export 2 » before « export 10 ».

    Codes that families gave stay in the order in which they are given.
    """
    if _CODE.fullmatch(file):
        return [], ""
    stem = file.rpartition(".")[0] or file
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", stem)], file


def _judged(exports: Sequence[Export]) -> Iterator[Judgement]:
    """Yield what becomes of the exports, two by two; of three hundred files of one family each, of those that have a
    mark or their answers alike."""
    drawn = _drawn(exports)
    for former, later in combinations(exports, 2):
        own = drawn.get((former.file, later.file), [])
        if own or max(len(former.responses), len(later.responses)) > 1 or _may_be_alike(former, later):
            yield Judgement(TwoExports(former, later), own)


def _may_be_alike(former: Export, later: Export) -> bool:
    """Whether two files of one line answer alike in all that both fill."""
    (own,), (other,) = former.codes, later.codes
    return bool(((own == other) | (own < 0) | (other < 0)).all())


def _drawn(exports: Sequence[Export]) -> dict[tuple[str, str], list[Pair]]:
    """Return the lines that have one number drawn at random, by the two files that have them.

    A spreadsheet takes the zeros off the head of a code: 123 is the code 0123 of a file of which all codes have as many
    digits.
    """
    of_mark: dict[str, list[tuple[str, Response]]] = defaultdict(list)
    alike_in_time = {export.file for export in exports if export.clock == TELLS_NOBODY}
    for each in (each for export in exports for each in export.responses):
        for mark in each.sent.drawn:
            if is_by_its_time(mark) and each.place.file in alike_in_time:
                continue
            of_mark[mark.lstrip("0") if mark.isdecimal() else mark].append((mark, each))
    widths = {export.file: export.width_of_codes for export in exports}
    pairs: dict[tuple[str, str], dict[Pair, None]] = defaultdict(dict)
    for lines in of_mark.values():
        for (first, former), (other, later) in combinations(lines, 2):
            longer = former if len(first) > len(other) else later
            is_one = first == other or widths[longer.place.file] == max(len(first), len(other))
            if is_one and former.place.file != later.place.file:
                pairs[former.place.file, later.place.file][former, later] = None
    return {files: list(own) for files, own in pairs.items()}


def _asking(parts: Sequence[ReadReport]) -> list[ReadReport]:
    """Return the same reports; a file of which every response counts in another asks nobody: what it does not ask is
    not to be said."""
    counted = {part.files[0] for part in parts if len(part.answers)}
    elsewhere = {part.files[0] for part in parts if part.lines_repeated} - counted if counted else set()
    return [replace(part, unasked={}) if part.files[0] in elsewhere else part for part in parts]


def _latest_of(
    parts: Sequence[ReadReport], exports: Sequence[Export], same: OneResponse, completed: Completed
) -> list[ReadReport]:
    """Return the same reports, of lines that are one response only that which was sent last; of those that answer
    alike, that which says most, with what the others add."""
    of_file = {export.file: export for export in exports}
    rank = {file: place for place, file in enumerate(of_file)}
    responses = {each.place: each for export in exports for each in export.responses}
    two = cache(lambda former, later: Versions(of_file[former], of_file[later]))
    copied: dict[str, dict[int, FileLine]] = defaultdict(dict)
    changed: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    undated: dict[str, list[Flagged]] = defaultdict(list)
    gone: set[FileLine] = set()
    for together in same.together():
        own = sorted((responses[each] for each in together), key=lambda each: rank[each.place.file])
        last, alike = _last_of(own, two)
        stays = _fullest(alike, two)
        # What the last version says comes before what others add.
        for each in sorted(own, key=lambda response: response is not last):
            if each is stays:
                continue
            former, later = sorted((each, stays), key=lambda response: rank[response.place.file])
            pair = two(former.place.file, later.place.file)
            gone.add(each.place)
            if each in alike:
                completed.add(each.place, stays.place)
            completed.add_level(each.place, stays.place)
            if each in alike and pair.alike(former, later):
                copied[each.place.file][each.place.line] = stays.place
                continue
            if not any(former.sent.when) and not any(later.sent.when):
                undated[later.place.file].append(_of_two_versions(former, later, stays))
            else:
                sure = former.sent.version != later.sent.version or pair.latest(former, later) != 0
                changed[later.place.file][former.place.file, "" if sure else stays.place.file] += 1
    reports = []
    for part in parts:
        (file,) = part.files
        remarks = given_again(copied.pop(file, {}), file) + undated.pop(file, [])
        remarks += [
            Flagged(None, changed_words(count, former, where), file)
            for (former, where), count in changed.pop(file, Counter()).items()
        ]
        once = _without(part, gone)
        reports.append(replace(once, flagged=(*once.flagged, *remarks)) if remarks else once)
    return reports


def _of_two_versions(former: Response, later: Response, stays: Response) -> Flagged:
    """Return what is said of a line of which another file gives another version, where no date is written."""
    if former.sent.version != later.sent.version:
        words = newer(former.place, sure=True) if stays is later else older(former.place)
    else:
        words = phrase("deux-versions", place=_at(former.place), stays=_at(stays.place))
    return Flagged(later.place.line, words, later.place.file)


def _last_of(own: Sequence[Response], two: Callable[[str, str], Versions]) -> tuple[Response, list[Response]]:
    """Return the last version of one response, in the order of the files, and the lines that answer as it does."""
    last = own[0]
    for each in own[1:]:
        if two(last.place.file, each.place.file).is_later(last, each):
            last = each
    place = own.index(last)
    return last, [
        *(each for each in own[:place] if two(each.place.file, last.place.file).alike(each, last)),
        last,
        *(each for each in own[place + 1 :] if two(last.place.file, each.place.file).alike(last, each)),
    ]


def _fullest(own: Sequence[Response], two: Callable[[str, str], Versions]) -> Response:
    """Return which of the lines that answer alike says most, the first of those that say as much."""
    best = own[0]
    for each in own[1:]:
        if two(best.place.file, each.place.file).says_more(best, each):
            best = each
    return best


def _without(part: ReadReport, gone: Collection[FileLine]) -> ReadReport:
    left = {place.line for place in gone if place.file in part.files}.intersection(part.lines.tolist())
    if not left:
        return part
    return part.without(left, lines_repeated=part.lines_repeated + len(left))


def _doubts(judged: Sequence[Judgement], same: OneResponse) -> Iterator[tuple[str, ExportDoubt]]:
    """Yield what is to be said of two files that may have responses in common, by the later one."""
    for each in judged:
        each.take(same)
        if doubtful := doubt(each):
            yield each.two.later.file, doubtful


def _with_remarks(
    parts: list[ReadReport],
    doubts: Sequence[tuple[str, ExportDoubt]],
    same: OneResponse,
    judged: Sequence[Judgement],
) -> list[ReadReport]:
    """Return the same reports, with what is to be said of files that have responses in common, or may have.

    Of three lines that may be one family, two are counted too many, however many files say it.
    """
    of_file: dict[str, list[str]] = defaultdict(list)
    twice: Counter[str] = Counter()
    maybe = OneResponse(same)
    for file, doubtful in doubts:
        of_file[file].append(doubtful.words)
        twice[file] += sum(
            maybe.join(first.place, other.place, even_of_one_file=True) for first, other in doubtful.pairs
        )
    by_answers: Counter[str] = Counter()
    for each in judged:
        by_answers[each.two.later.file] = max(by_answers[each.two.later.file], each.by_answers_alone)
    for file, count in by_answers.items():
        of_file[file] += [phrase("a-leurs-seules-reponses", count=count)] if count else []
    reports = []
    for part in parts:
        (file,) = part.files
        remarks = [Flagged(None, words, file) for words in of_file.pop(file, [])]
        maybe_twice = part.maybe_twice + twice.pop(file, 0)
        reports.append(replace(part, flagged=(*part.flagged, *remarks), maybe_twice=maybe_twice))
    return reports


def changed_words(count: int, former: str, where: str = "") -> str:
    """Return what is said of the responses that families changed between two exports of one form; where nothing says
    which came last, `where` those are that count."""
    if where:
        return phrase("changees-sans-date", count=count, file=former, stays=where)
    return phrase("changees-entre-deux", count=count, file=former)


def newer(former: FileLine, *, sure: bool) -> str:
    """Return what is said of a response that takes the place of a former version; not `sure`: it was read after."""
    if sure:
        return phrase("prennent-leur-place", place=_at(former))
    return phrase("meme-questionnaire", place=_at(former))


def older(latest: FileLine) -> str:
    """Return what is said of a response that the family has changed since."""
    return phrase("changees-depuis", place=_at(latest))


def spoilt_words(column: str) -> str:
    """Return what is said of a column of numbers that a spreadsheet spoiled."""
    return phrase("colonne-abimee", column=column)


def given_again(same: Mapping[int, FileLine], file: str) -> list[Flagged]:
    """Return what is said of the lines of a file that give again a response already counted."""
    if len(same) <= MOST_TOLD:
        return [Flagged(line, phrase("reponse-deja-comptee", place=_at(former)), file) for line, former in same.items()]
    files = ", ".join(dict.fromkeys(f"« {former.file} »" for former in same.values()))
    reason = phrase("reponses-deja-comptees", count=len(same), files=files)
    return [Flagged(None, reason, file)]


def _at(place: FileLine) -> str:
    return phrase("a-la-ligne", file=place.file, line=place.line)


__all__ = ["given_again", "latest", "newer", "older", "spoilt_words"]
