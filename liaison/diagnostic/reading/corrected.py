"""Les lignes corrigées à la main : chacune prend la place de celle qu'elle corrige, lue dans un autre fichier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np

from liaison.base.sentences import french_beside
from liaison.base.tables import HEAD_LINES
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire
from liaison.diagnostic.reading.branching import without_branched
from liaison.diagnostic.reading.empty_stretch import without_stretches
from liaison.diagnostic.reading.form_stops import without_stopped
from liaison.diagnostic.reading.formats import layout_of, open_file
from liaison.diagnostic.reading.formats.corrections import corrected_line
from liaison.diagnostic.reading.formats.source import Layout
from liaison.diagnostic.reading.left_empty import without_empty
from liaison.diagnostic.reading.mapping import Mapping as FileMapping
from liaison.diagnostic.reading.repeats import latest
from liaison.diagnostic.reading.reports import FileLine, ReadReport, Refused
from liaison.diagnostic.reading.wording import lexicon

phrase = french_beside(__file__)


def settled(parts: Sequence[ReadReport]) -> list[ReadReport]:
    """Return the same reports, each family counted once: its latest answers, and corrections in their place.

    What a file leaves empty for all is first among what it does not ask: another may say it of the same families. What
    the tools wrote of each line is no longer there.
    """
    several = len({part.files for part in parts}) > 1  # alone, it has no other to tell what families pass
    parts = corrected(latest(without_empty(parts) if several else parts))
    parts = without_stretches([without_stopped(part) for part in parts])
    return [replace(without_branched(part), sent=()) for part in parts]


def corrected(parts: Sequence[ReadReport]) -> list[ReadReport]:
    """Return the same reports, each line that was corrected in another file counted once.

    A line refused or kept in part, of which a correction is read, is no longer counted: `replaced` says how many of
    each file. Of corrections that are wrong again, the last one stays. A correction of a line that is kept whole as it
    was, or that another one already gives, is refused: the family would count twice. So is one whose file is not read
    beside lines kept in part: the one that it corrects may be among them, in a file under another name.

    Reports of one file each, in the order in which they were read.
    """
    corrects = {own: place for part in parts for own, place in part.corrects.items()}
    if not corrects:
        return list(parts)
    reasons = _unknown(parts, corrects)
    corrects = {own: place for own, place in corrects.items() if own not in reasons}
    answering, copies, former = _answering(parts, corrects)
    gone = _replaced(parts, corrects, answering)
    reasons |= {place: _reason(corrects[place], answering[corrects[place]]) for place in copies}
    return [_without(_without_former(_with_copies(part, reasons), former), gone) for part in parts]


def _unknown(parts: Sequence[ReadReport], corrects: Mapping[FileLine, FileLine]) -> dict[FileLine, str]:
    """Return why the corrections of a file that is not read do not count, beside lines that are kept in part."""
    read = {file for part in parts for file in part.files}
    if all(FileLine(line.file, line.line) in corrects for part in parts for line in part.lines_in_part):
        return {}
    return {
        own: phrase("corrige-un-fichier-non-lu", file=place.file)
        for own, place in corrects.items()
        if place.file not in read
    }


def _answering(
    parts: Sequence[ReadReport], corrects: Mapping[FileLine, FileLine]
) -> tuple[dict[FileLine, FileLine], list[FileLine], list[FileLine]]:
    """Return which line answers for each corrected one, the corrections that come too late, the lines that they mend.

    A line that is kept whole as it was answers for itself, whatever the order of the files; otherwise its first
    correction that is whole. When none is, the last one read answers, and the former ones are to be counted no more.
    """
    originals = set(corrects.values())
    in_part = {FileLine(line.file, line.line) for part in parts for line in part.lines_in_part}
    candidates: dict[FileLine, list[FileLine]] = {}
    for place in (place for part in parts for place in _lines_of(part, originals | corrects.keys())):
        candidates.setdefault(corrects.get(place, place), []).append(place)
    answering, copies, former = {}, [], []
    for original, places in candidates.items():
        own = sorted(places, key=lambda place: place in corrects)
        whole = [place for place in own if place not in in_part]
        answering[original] = whole[0] if whole else own[-1]
        others = [place for place in own if place != answering[original]]
        late = others if answering[original] == original else [place for place in others if place not in in_part]
        copies += late
        former += [place for place in others if place not in late]
    return answering, copies, former


def _lines_of(part: ReadReport, among: Collection[FileLine]) -> Iterator[FileLine]:
    """Yield those of these lines that a report keeps."""
    (file, *others) = part.files
    numbers = [place.line for place in among if place.file == file]
    if numbers and not others:
        yield from (FileLine(file, number) for number in part.lines[np.isin(part.lines, numbers)].tolist())


def _replaced(
    parts: Sequence[ReadReport], corrects: Mapping[FileLine, FileLine], answering: Mapping[FileLine, FileLine]
) -> set[FileLine]:
    """Return the refused lines that a correction takes the place of."""
    originals = set(corrects.values())
    wrong: dict[FileLine, list[FileLine]] = {}
    for place in (FileLine(line.file, line.line) for part in parts for line in part.refused_lines):
        if corrects.get(place, place) in originals:
            wrong.setdefault(corrects.get(place, place), []).append(place)
    gone: set[FileLine] = set()
    for original, places in wrong.items():
        if original in answering:
            gone |= set(places) if answering[original] != original else set()
        else:  # wrong every time: the last correction is the one to correct again
            *former, _last = sorted(places, key=lambda place: place in corrects)
            gone |= set(former)
    return gone


def _reason(place: FileLine, answering: FileLine) -> str:
    line = str(place.line)
    if answering == place:
        return phrase("deja-gardee", line=line, file=place.file)
    by_file, by_line = answering.file, str(answering.line)
    return phrase("deja-corrigee", line=line, file=place.file, by_file=by_file, by_line=by_line)


def _with_copies(part: ReadReport, reasons: Mapping[FileLine, str]) -> ReadReport:
    """Return a report that refuses these lines, which it kept."""
    copies = list(_lines_of(part, reasons.keys()))
    if not copies:
        return part
    refused = [Refused(place.file, place.line, "", "", reasons[place]) for place in copies]
    return part.without(
        [place.line for place in copies],
        lines_refused=part.lines_refused + len(copies),
        refused=(*part.refused, *refused),
    )


def _without_former(part: ReadReport, former: Collection[FileLine]) -> ReadReport:
    """Return a report without those of these lines that it kept in part: their correction counts in their place."""
    left = [place.line for place in _lines_of(part, former)]
    if not left:
        return part
    replaced = Counter(part.replaced) + Counter({part.files[0]: len(left)})
    return part.without(left, lines_in=part.lines_in - len(left), replaced=replaced)


def _without(part: ReadReport, gone: Collection[FileLine]) -> ReadReport:
    """Return a report that says nothing more of these refused lines, but how many they are."""
    lines = [line for line in part.refused_lines if (line.file, line.line) in gone]
    if not lines:
        return part
    replaced = Counter(part.replaced) + Counter(line.file for line in lines)
    return replace(
        part,
        refused=tuple(each for each in part.refused if (each.file, each.line) not in gone),
        refused_lines=tuple(line for line in part.refused_lines if (line.file, line.line) not in gone),
        lines_in=part.lines_in - len(lines),
        lines_refused=part.lines_refused - len(lines),
        replaced=replaced,
    )


def is_correction(source: Path | bytes, name: str, questionnaire: Questionnaire) -> bool:
    """Return whether a file holds corrections, each under the file and the line that it corrects."""
    words = lexicon(questionnaire)
    opened = open_file(source, name, words)
    head = [line.cells or [""] for line in islice(opened.lines, HEAD_LINES)]
    return bool(head) and corrected_line(layout_of(head, words).columns) is not None


def mapping_of_corrected(
    layout: Layout, rows: Sequence[Sequence[str]], known: Mapping[str, FileMapping]
) -> FileMapping | None:
    """Return the mapping of the file that these rows correct; None when they correct none that was read."""
    read = corrected_line(layout.columns)
    width = len(layout.columns)
    origins = (origin for row in rows if read and len(row) >= width and (origin := read(row)))
    return next((known[file] for file, _ in origins if file in known), None)


__all__ = ["corrected", "is_correction", "mapping_of_corrected", "settled"]
