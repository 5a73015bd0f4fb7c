"""Une famille qui répond deux fois sous la même adresse, ou le même code : sa dernière réponse compte, et c'est dit.

Where most lines have a respondent of their own, those of one that the tool wrote at one time are one response; of those
of several times the last counts, if all say one level. Elsewhere all count and the publication waits:
two children may be meant, or two families at one computer. One who sends many typed them for others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from liaison.base.sentences import french_beside
from liaison.base.words import shortened
from liaison.diagnostic.reading.doubts import ExportDoubt
from liaison.diagnostic.reading.exports import Export, Response
from liaison.diagnostic.reading.formats.respondents import KnownBy, Respondent
from liaison.diagnostic.reading.one_response import OneResponse
from liaison.diagnostic.reading.plausibility import sent_twice
from liaison.diagnostic.reading.reports import FileLine, Flagged, ReadReport
from liaison.diagnostic.reading.two_exports import Pair
from liaison.diagnostic.reading.versions import Versions

phrase = french_beside(__file__)

MOST = 4  # réponses d'une même famille ; au-delà, quelqu'un répond pour d'autres
_MOST_NAMED = 100  # lignes

Sendings = dict[Hashable, list[Response]]  # lines of one respondent, by when they were sent


class Repeats(NamedTuple):
    """Of the lines that count, which are the same response as another (`copies`), or a former one of a family that
    answered again (`former`): each with the one that counts. `remarks`: what is said of them; `doubts`: of those that
    may be one family's."""

    copies: dict[FileLine, FileLine]
    former: dict[FileLine, FileLine]
    remarks: list[Flagged]
    doubts: list[tuple[str, ExportDoubt]]

    @property
    def gone(self) -> frozenset[FileLine]:
        """The lines that no longer count."""
        return frozenset({*self.copies, *self.former})

    def join(self, same: OneResponse) -> None:
        """Take each of these lines and the one that counts for one response."""
        for place, stays in (*self.copies.items(), *self.former.items()):
            same.join(place, stays, even_of_one_file=True)

    def taken_from(self, part: ReadReport) -> ReadReport:
        """Return the report of one file without those of these lines that it keeps, and what is said of them."""
        (file,) = part.files
        own = {place.line: stays for place, stays in (self.copies | self.former).items() if place.file == file}
        left = own.keys() & set(part.lines.tolist())
        remarks = [each for each in self.remarks if each.file == file]
        if not left:
            return replace(part, flagged=(*part.flagged, *remarks)) if remarks else part
        without = part.without(left, lines_repeated=part.lines_repeated + len(left))
        stale = {(stays.line, sent_twice(line)) for line, stays in own.items() if stays.file == file}
        flagged = [each for each in without.flagged if (each.line, each.reason) not in stale]
        return replace(without, flagged=(*flagged, *remarks))


def answered_again(parts: Sequence[ReadReport], exports: Sequence[Export]) -> Repeats:
    """Return the lines that one respondent sent several times, of those that count."""
    counting = {FileLine(part.files[0], line) for part in parts for line in part.lines.tolist()}
    of_respondent = _by_respondent(exports, counting)
    judge = _Judge(exports, of_respondent)
    copies: dict[FileLine, FileLine] = {}
    former: dict[FileLine, FileLine] = {}
    again: dict[tuple[str, KnownBy], list[Sequence[int]]] = defaultdict(list)
    typed: Counter[tuple[str, KnownBy]] = Counter()
    doubtful: dict[tuple[str, KnownBy, str], list[Pair]] = defaultdict(list)
    for who, sendings in of_respondent.items():
        stay = [sending[-1] for sending in sendings.values()]
        if len(stay) > MOST:
            typed.update({(stay[-1].place.file, who.known_by): len(stay)} if judge.tells_apart(who) else {})
            continue
        if judge.tells_apart(who):
            copies |= {each.place: sending[-1].place for sending in sendings.values() for each in sending[:-1]}
        last, why = judge.last_of(who, stay)
        if last:
            others = [each.place for each in stay if each is not last]
            former |= dict.fromkeys(others, last.place)
            for file in {each.file for each in others}:
                again[file, who.known_by].append([each.line for each in others if each.file == file])
        elif why:
            doubtful[stay[-1].place.file, who.known_by, why] += [(stay[0], each) for each in stay[1:]]
    remarks = [*_of_former(again), *_of_typed(typed)]
    doubts = [(file, _doubt(why, known_by, pairs)) for (file, known_by, why), pairs in doubtful.items()]
    return Repeats(copies, former, remarks, doubts)


def _by_respondent(exports: Sequence[Export], counting: Collection[FileLine]) -> dict[Respondent, Sendings]:
    """Return the lines that count, by who sent them, then by when: each alone where no time is written, and two of one
    file and one time that say other things."""
    sent: dict[Respondent, Sendings] = defaultdict(dict)
    for export in exports:
        for each in export.responses:
            if not each.sent.respondent or each.place not in counting:
                continue
            sendings = sent[each.sent.respondent]
            written = each.sent.minute, each.sent.seconds
            at_once = sendings.get(written, []) if each.sent.minute else []
            own = [other for other in at_once if other.place.file == export.file]
            is_one = all((export.codes[other.rank] == export.codes[each.rank]).all() for other in own)
            sendings.setdefault(written if each.sent.minute and is_one else each.place, []).append(each)
    return sent


class _Judge:
    """What the files say of who answers, and when."""

    def __init__(self, exports: Sequence[Export], of_respondent: Mapping[Respondent, Sendings]):
        self._of_file = {export.file: export for export in exports}
        times: dict[KnownBy, Counter[bool]] = defaultdict(Counter)
        for who, sendings in of_respondent.items():
            times[who.known_by][len(sendings) == 1] += len(sendings)
        self._tells = {sort: 2 * own[True] > own.total() for sort, own in times.items()}
        self._versions = cache(lambda former, later: Versions(self._of_file[former], self._of_file[later]))

    def tells_apart(self, who: Respondent) -> bool:
        """Whether most lines have one of their own, of what a respondent is known by."""
        return self._tells[who.known_by]

    def last_of(self, who: Respondent, own: Sequence[Response]) -> tuple[Response | None, str]:
        """Return which of several responses of one respondent counts alone; else None, and why they wait: nothing where
        what it is known by tells nobody."""
        if len(own) == 1:
            return None, ""
        if not self.tells_apart(who):
            return None, "peu-a-part" if who.known_by in (KnownBy.ADDRESS, KnownBy.CODE) else ""
        if who.known_by is KnownBy.BROWSER:
            return None, "un-appareil"
        levels = {self._of_file[each.place.file].level(each) for each in own}
        if len(levels - {-1}) > 1:
            return None, "plusieurs-niveaux"
        last = next((each for each in own if self._is_last(each, own)), None)
        return last, "" if last else "sans-heure"

    def _is_last(self, response: Response, own: Sequence[Response]) -> bool:
        others = (each for each in own if each is not response)
        return all(self._versions(each.place.file, response.place.file).latest(each, response) > 0 for each in others)


def _of_former(again: Mapping[tuple[str, KnownBy], Sequence[Sequence[int]]]) -> Iterator[Flagged]:
    for (file, known_by), of_families in again.items():
        lines = sorted(line for own in of_families for line in own)
        words = {"lines": shortened(list(map(str, lines)), _MOST_NAMED), "by": phrase(f"meme-{known_by}")}
        yield Flagged(None, phrase("plusieurs-fois", count=len(of_families), number=len(lines), **words), file)


def _of_typed(typed: Mapping[tuple[str, KnownBy], int]) -> Iterator[Flagged]:
    for (file, known_by), count in typed.items():
        yield Flagged(None, phrase("pour-d-autres", count=count, by=phrase(f"meme-{known_by}")), file)


def _doubt(why: str, known_by: KnownBy, pairs: Sequence[Pair]) -> ExportDoubt:
    lines = shortened([_of_two(first.place, again.place) for first, again in pairs], _MOST_NAMED)
    families = len({first.place for first, _ in pairs})
    return ExportDoubt(phrase(why, count=families, lines=lines, by=phrase(f"meme-{known_by}")), pairs)


def _of_two(first: FileLine, again: FileLine) -> str:
    if first.file == again.file:
        return phrase("deux-lignes", first=first.line, again=again.line)
    return phrase("lignes-de-deux-fichiers", first=first.line, again=again.line, file=first.file)


__all__ = ["Repeats", "answered_again"]
