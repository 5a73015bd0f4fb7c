"""La même réponse reçue deux fois : comptée une fois ; une version plus récente prend la place de celle d'avant.

A tool's mark says so line by line, while files are read (`formats/marks.py`). A table that has none, typed by hand or
saved again by a spreadsheet, is compared as a whole: a file that is nearly all in another is an export of it; so is one
of few questions whose lines are the same, in an order or in numbers that chance does not give (`same_lines`). A line of
which a cell is not read in one export, and is in another, is one response: that which says more counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, reduce
from itertools import combinations
from typing import NamedTuple

from liaison.base.sentences import french_beside
from liaison.diagnostic.questionnaire.questionnaire import SEPARATOR
from liaison.diagnostic.reading.completed import Completed
from liaison.diagnostic.reading.copies import FEWEST_ROWS, NEARLY_ALL, copies, met_again
from liaison.diagnostic.reading.one_response import OneResponse
from liaison.diagnostic.reading.plausibility import cells_filled, filled_rows, fingerprints
from liaison.diagnostic.reading.reports import FileLine, Flagged, ReadReport
from liaison.diagnostic.reading.told_apart import Pair, ToldApart
from liaison.diagnostic.reading.two_exports import Export, Response, Versions, alike_in_common, newest, of_one_number

phrase = french_beside(__file__)

MOST_TOLD = 5  # lignes dites une par une ; au-delà, le même export deux fois se dit en une phrase


class Counted(NamedTuple):
    """The response that a mark is known by: where it is, which version of it, all its answers as one value, the columns
    that its form has not, the files that have it, and where another version of it is, in another file."""

    place: FileLine
    version: int
    answers: bytes
    unasked: frozenset[str]
    files: frozenset[str]
    elsewhere: FileLine | None = None


# By mark (a number drawn at random by the page, or by a tool), the response that counts. Never kept with the answers.
CountedResponses = dict[str, Counted]


def latest(parts: Sequence[ReadReport]) -> list[ReadReport]:
    """Return the same reports, each response counted once: its later version, or the first export that gives it.

    Reports of one file each, in the order in which they were read.
    """
    gone = {place for part in parts for place in part.outdated}
    remaining = [_without(part, gone) for part in parts] if gone else list(parts)
    completed = Completed(remaining)
    once = _without_alike(_without_versions(remaining, completed), completed)
    # Before: many lines in part hide that two files are exports of one table; after: that they are is known.
    once = _without_partial(_without_copies(_without_partial(once, completed), completed), completed)
    once = _with_found_elsewhere(_with_left_out(_without_changed(once, completed)))
    return _asking(completed.with_added(once))


def _asking(parts: Sequence[ReadReport]) -> list[ReadReport]:
    """Return the same reports, without what the tools wrote of each line; a file of which every response counts in
    another asks nobody: what it does not ask is not to be said.
    """
    counted = {part.files[0] for part in parts if len(part.answers)}
    elsewhere = {part.files[0] for part in parts if part.lines_repeated} - counted if counted else set()
    return [
        replace(part, sent=(), versions=(), unasked={} if part.files[0] in elsewhere else part.unasked)
        for part in parts
    ]


def _pairs(parts: Sequence[ReadReport]) -> Iterator[tuple[Export, Export]]:
    """Yield the exports of a tool two by two, as they were read; corrections say themselves what they correct."""
    by_hand = {own.file for part in parts for own in part.corrects}
    own: dict[str, list[ReadReport]] = defaultdict(list)
    for part in parts:
        if part.files[0] not in by_hand:
            own[part.files[0]].append(part)
    sized = [each for each in own.values() if any(part.sent for part in each)]
    # Three hundred files of one family each: none is compared.
    exports = [export for each in sized if (export := Export(each)).size >= FEWEST_ROWS]
    yield from combinations(exports, 2)


def _without_alike(parts: list[ReadReport], completed: Completed) -> list[ReadReport]:
    """Return the same reports without the lines that another export says whole: it has a column more."""
    same = OneResponse()
    doubtful: Counter[str] = Counter()
    for former, later in _pairs(parts):
        alike = alike_in_common(former, later)
        for gone, stays in alike.gone.items():
            same.join(gone, stays)
        doubtful[later.file] += alike.doubtful
    once = _each_once(parts, same, completed)
    return _with_doubts(once, {file: (count, common_words(count)) for file, count in doubtful.items() if count})


def _without_versions(parts: list[ReadReport], completed: Completed) -> list[ReadReport]:
    """Return the same reports, each response that has one mark in several files, with other answers, counted once."""
    same = OneResponse()
    for former, later in (pair for part in parts for pair in part.versions):
        same.join(former, later)
    return _latest_of(parts, same, completed)


def _without_changed(parts: list[ReadReport], completed: Completed) -> list[ReadReport]:
    """Return the same reports, each response that a family changed between two exports of one form counted once.

    Two forms may count from one: they are one form where nearly all the smaller has is in the other.
    """
    shared = _shared(parts)
    found_in: dict[str, Counter[str]] = defaultdict(Counter)
    same = OneResponse()
    for former, later in _pairs(parts):
        count = shared[former.file, later.file] + shared[later.file, former.file]
        if count < max(FEWEST_ROWS, NEARLY_ALL * min(former.size, later.size)):
            continue
        for first, other in of_one_number(former, later):
            same.join(first, other)
            found_in[later.file][former.file] += 1
    reports = []
    for part in _latest_of(parts, same, completed):
        more = found_in.pop(part.files[0], Counter())
        reports.append(replace(part, found_in=Counter(part.found_in) + more) if more else part)
    return reports


def _latest_of(parts: list[ReadReport], same: OneResponse, completed: Completed) -> list[ReadReport]:
    """Return the same reports, of lines that are one response only that which was sent last; of those that answer
    alike, that which says most, with what the others add."""
    groups = list(same.together())
    if not groups:
        return parts
    exports = {file: Export([part for part in parts if part.files[0] == file]) for file in _files(parts)}
    rank = {file: place for place, file in enumerate(exports)}
    responses = {each.place: each for export in exports.values() for each in export.responses}
    two = cache(lambda former, later: Versions(exports[former], exports[later]))
    gone: set[FileLine] = set()
    copied: dict[str, dict[int, FileLine]] = defaultdict(dict)
    changed: dict[str, Counter[tuple[str, bool]]] = defaultdict(Counter)
    for together in groups:
        own = sorted(
            (responses[each] for each in together if each in responses), key=lambda each: rank[each.place.file]
        )
        if len(own) < 2:
            continue
        stays = reduce(lambda best, each: _which(best, each, two(best.place.file, each.place.file)), own)
        for each in own:
            former, later = sorted((each, stays), key=lambda response: rank[response.place.file])
            pair = two(former.place.file, later.place.file)
            if each is not stays and pair.alike(former, later):
                copied[each.place.file][each.place.line] = stays.place
            elif each is not stays:
                gone.add(each.place)
                changed[later.place.file][former.place.file, pair.latest(former, later) != 0] += 1
    reports = []
    for part in _counted_once(parts, copied, completed, known=True):
        counts = changed.pop(part.files[0], Counter())
        remarks = [
            Flagged(None, changed_words(count, former, sure=sure), part.files[0])
            for (former, sure), count in counts.items()
        ]
        once = _without(part, gone)
        reports.append(replace(once, flagged=(*once.flagged, *remarks)) if remarks else once)
    return reports


def _which(former: Response, later: Response, versions: Versions) -> Response:
    """Return which of two lines that are one response is to count; where nothing says, the one read last."""
    if versions.alike(former, later):
        return later if versions.says_more(former, later) else former
    return former if versions.latest(former, later) < 0 else later


def _with_doubts(parts: list[ReadReport], doubts: Mapping[str, tuple[int, str]]) -> list[ReadReport]:
    """Return the same reports; by file, how many of its families may be counted twice, and what is said of it."""
    left = dict(doubts)
    reports = []
    for part in parts:
        count, words = left.pop(part.files[0], (0, ""))
        remarks = [Flagged(None, words, part.files[0])] if words else []
        reports.append(
            replace(part, flagged=(*part.flagged, *remarks), maybe_twice=part.maybe_twice + count) if remarks else part
        )
    return reports


def _without(part: ReadReport, gone: set[FileLine]) -> ReadReport:
    left = {place.line for place in gone if place.file in part.files}.intersection(part.lines.tolist())
    if not left:
        return part
    return part.without(left, lines_repeated=part.lines_repeated + len(left))


def _without_copies(parts: list[ReadReport], completed: Completed) -> list[ReadReport]:
    """Return the same reports without the lines of a file that another file holds too, when nearly all do."""
    same, doubts = copies(parts)
    return _with_doubts(_each_once(parts, same, completed), doubts)


def _each_once(parts: list[ReadReport], same: OneResponse, completed: Completed) -> list[ReadReport]:
    """Return the same reports, of lines that are one response only that which says most: at par, that whose file asks
    more, then the one read first."""
    filled: dict[FileLine, int] = {}
    standing: dict[str, tuple[int, int]] = {}
    for part in parts:
        (file,) = part.files
        standing.setdefault(file, (-len(part.answers.unasked), -len(standing)))
        rows = zip(part.lines.tolist(), fingerprints(part.answers), strict=True)
        filled.update({FileLine(file, line): cells_filled(row) for line, row in rows})
    copied: dict[str, dict[int, FileLine]] = defaultdict(dict)
    for together in same.together():
        stays = max(together, key=lambda place: (filled[place], *standing[place.file]))
        for gone in together:
            if gone != stays:
                copied[gone.file][gone.line] = stays
    return _counted_once(parts, copied, completed) if copied else parts


def _with_alike(parts: list[ReadReport], alike: Mapping[str, str]) -> list[ReadReport]:
    """Return the same reports; a file that has the lines of another, which two classes may both have, says so.

    `alike`: what is said, by file.
    """
    left = dict(alike)
    reports = []
    for part in parts:
        words = left.pop(part.files[0], None)
        remarks = [Flagged(None, words, part.files[0])] if words else []
        reports.append(replace(part, flagged=(*part.flagged, *remarks)) if remarks else part)
    return reports


def _counted_once(
    parts: Sequence[ReadReport],
    copied: Mapping[str, Mapping[int, FileLine]],
    completed: Completed,
    *,
    known: bool = False,
) -> list[ReadReport]:
    """Return the same reports without these lines; `known`: in which files they are found is counted already."""
    reports = []
    warned: set[str] = set()
    for part in parts:
        (file,) = part.files
        own = {line: place for line, place in copied.get(file, {}).items() if line in set(part.lines.tolist())}
        once = _without(part, {FileLine(file, line) for line in own})
        if own and file not in warned:
            warned.add(file)
            once = replace(once, flagged=(*once.flagged, *given_again(copied[file], file)))
        for line, place in own.items():
            completed.add(FileLine(file, line), place)
        found_in = Counter() if known else Counter(place.file for place in own.values())
        reports.append(replace(once, found_in=Counter(part.found_in) + found_in))
    return reports


def _without_partial(parts: list[ReadReport], completed: Completed) -> list[ReadReport]:
    """Return the same reports without the lines read in part that another export of the same form says whole.

    Corrected in the form itself, or by hand in a copy of the export, they would count twice.
    """
    if not any(part.unread for part in parts):
        return parts
    # A line that is corrected in a file of its own says itself which one it is: `corrected` counts it.
    by_hand = {own.file for part in parts for own in part.corrects}
    of = {file: [part for part in parts if part.files[0] == file] for file in _files(parts)}
    copied: dict[str, dict[int, FileLine]] = defaultdict(dict)
    for (small, large), count in _shared(parts, every=True).items():
        size = sum(_size(part) for part in of[small])
        if by_hand & {small, large} or (not count and size < FEWEST_ROWS):
            continue
        former, later = sorted((small, large), key=list(of).index)
        signs = ToldApart((*of[former], *of[later]))
        filled = _not_apart((*_filled_in(of[small], of[large]), *_filled_in(of[large], of[small])), signs)
        alike = _not_apart(_alike(of[later], of[former]), signs)
        if count + len(filled) + len(alike) >= max(NEARLY_ALL * size, min(FEWEST_ROWS, size)):
            whole = signs.at_one_time(met_again(_rows(of[former]), _rows(of[later]), signs.by_number))
            same = [*filled, *((again, place) for place, again in whole)]
            for line, place in same[: size - count]:
                copied[line.file][line.line] = place
    return _counted_once(parts, copied, completed) if copied else parts


def _not_apart(pairs: Iterable[Pair], signs: ToldApart) -> list[Pair]:
    return [pair for pair in pairs if not signs.by_number(*pair)]


def _filled_in(own: Sequence[ReadReport], other: Sequence[ReadReport]) -> Iterator[tuple[FileLine, FileLine]]:
    """Yield the lines that a file has in part, and where the other one says all that they do, and more."""
    silent: dict[FileLine, set[str]] = defaultdict(set)
    for cell in (cell for part in own for cell in part.unread):
        silent[FileLine(cell.file, cell.line or 0)].add(cell.target.partition(SEPARATOR)[0])
    for passed in dict.fromkeys(frozenset(questions) for questions in silent.values()):
        yield from (pair for pair in _alike(own, other, passed) if silent.get(pair[0]) == passed)


def _alike(
    own: Sequence[ReadReport], other: Sequence[ReadReport], passed: Collection[str] = ()
) -> Iterator[tuple[FileLine, FileLine]]:
    """Yield the lines of a file and those of another that answer alike, the questions `passed` left out.

    Those that are alone to do so in each: answers that many families gave prove nothing.
    """
    mine, theirs = (_placed(each, passed) for each in (own, other))
    for row, places in mine.items():
        if row and len(places) == len(theirs.get(row, ())) == 1:
            yield places[0], theirs[row][0]


def _rows(parts: Sequence[ReadReport]) -> list[tuple[bytes, FileLine]]:
    return [
        (row, FileLine(part.files[0], line))
        for part in parts
        for row, line in zip(filled_rows(part.answers), part.lines.tolist(), strict=True)
        if row
    ]


def _placed(parts: Sequence[ReadReport], passed: Collection[str]) -> dict[bytes, list[FileLine]]:
    """Return where each answer is, the questions `passed` left out."""
    places: dict[bytes, list[FileLine]] = defaultdict(list)
    for part in parts:
        for row, line in zip(filled_rows(part.answers, passed), part.lines.tolist(), strict=True):
            places[row].append(FileLine(part.files[0], line))
    return places


def _files(parts: Sequence[ReadReport]) -> list[str]:
    return list(dict.fromkeys(part.files[0] for part in parts))


def _size(part: ReadReport) -> int:
    return len(part.answers) + part.lines_repeated


def _shared(parts: Sequence[ReadReport], *, every: bool = False) -> Counter[tuple[str, str]]:
    """Return how many responses two files have in common, the one that has fewer first; `every`: none, too, where a
    cell is not read.
    """
    files = _files(parts)
    sizes: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    for part in parts:
        sizes[part.files[0]] += _size(part)

    def pair(first_file: str, other_file: str) -> tuple[str, str]:
        first, second = sorted(
            (first_file, other_file), key=lambda file: (sizes[file], files.index(file) if file in files else -1)
        )
        return first, second

    if every:
        in_part = {part.files[0] for part in parts if part.unread}
        both.update(
            {
                pair(first_file, other_file): 0
                for first_file in in_part
                for other_file in files
                if first_file != other_file
            }
        )
    for part in parts:
        for former, count in part.found_in.items():
            both[pair(former, part.files[0])] += count
    return both


def _with_left_out(parts: list[ReadReport]) -> list[ReadReport]:
    """Return the same reports; an export of which a few responses are not in the next one says so.

    Google Forms gives a response that was changed a new time: it then counts as two, and nothing tells. A tool that
    numbers them does not: what the next export has no more was withdrawn.
    """
    exports = {(former.file, later.file): (former, later) for former, later in _pairs(parts)}
    sizes: Counter[str] = Counter()
    for part in parts:
        sizes[part.files[0]] += _size(part)
    doubts: dict[str, tuple[int, str]] = {}
    withdrawn: dict[str, str] = {}
    for (small, large), count in _shared(parts).items():
        if not NEARLY_ALL * sizes[small] <= count:
            continue
        pair = exports.get((small, large)) or exports.get((large, small))
        last = newest(*pair) if pair else None
        old, new = (large, small) if last and last.file == small else (small, large)
        left, since = sizes[old] - count, sizes[new] - count
        if pair and all(each.is_numbered for each in pair):
            if left > 0 and last:
                withdrawn[old] = withdrawn_words(left, new)
        elif left > 0 and since > 0:
            doubts[old] = min(left, since), left_out(left, new, known=last is not None)
    return _with_alike(_with_doubts(parts, doubts), withdrawn)


def _with_found_elsewhere(parts: list[ReadReport]) -> list[ReadReport]:
    """Return the same reports; a file of which some lines are, cell for cell, those of a file before says so: they may
    be the same families. Not where the tool gave each its own number; nor the file of one family, which has a mark.
    """
    places: dict[bytes, dict[tuple[str, frozenset[str]], None]] = defaultdict(dict)
    same_rows: dict[str, Counter[str]] = defaultdict(Counter)
    own: dict[str, list[tuple[bytes, frozenset[str]]]] = defaultdict(list)
    by_hand = {each.file for part in parts for each in part.corrects}
    for part in parts:
        numbers = {each.line: frozenset(name for name, _ in each.numbers) for each in part.sent}
        written = zip(filled_rows(part.answers), part.lines.tolist(), strict=True)
        if part.files[0] not in by_hand:
            own[part.files[0]] += [(row, numbers.get(line, frozenset())) for row, line in written if row]
    for file, rows in ((file, rows) for file, rows in own.items() if len(rows) > 1):
        for row, numbered in rows:
            other = next((former for former, known in places[row] if known.isdisjoint(numbered)), None)
            same_rows[file].update([other] if other else [])
        for row, numbered in rows:
            places[row][file, numbered] = None
    reports = list(parts)
    for file, formers in same_rows.items():
        for former, count in formers.items():
            reports = _with_doubts(reports, {file: (count, phrase("aussi-trouvees", file=former, count=count))})
    return reports


def changed_words(count: int, former: str, *, sure: bool) -> str:
    """Return what is said of the responses that families changed between two exports of one form."""
    return phrase("changees-entre-deux" if sure else "changees-sans-date", count=count, file=former)


def common_words(count: int) -> str:
    """Return what is said of responses that may be of an export that asks almost nothing of what is asked here."""
    return phrase("trop-peu-en-commun", count=count)


def withdrawn_words(count: int, file: str) -> str:
    """Return what is said of the responses of an export that the next one has no more, where each has its number."""
    return phrase("retirees-depuis", count=count, file=file)


def left_out(count: int, file: str, *, known: bool) -> str:
    """Return what is said of the responses of an export that another one has no more; `known`: the other is newer."""
    remedy = phrase("ne-donner-que", file=file) if known else phrase("ne-donner-que-le-plus-recent")
    return phrase("hors-de-l-autre", count=count, file=file, remedy=remedy)


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


__all__ = ["Counted", "CountedResponses", "given_again", "latest", "newer", "older", "spoilt_words"]
