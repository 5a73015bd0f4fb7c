"""À quoi se reconnaît une réponse reçue deux fois : ce que l'outil écrit lui-même, un numéro ou l'heure de l'envoi.

A tool gives each response a number, a time, or both, and writes them again in every export. They are compared while
files are read, and kept nowhere.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from liaison.base.letters import key
from liaison.diagnostic.reading.formats.respondents import Respondent, Respondents
from liaison.diagnostic.reading.formats.source import ColumnKind, SourceColumn
from liaison.diagnostic.reading.wording import Lexicon

# The same number of a tool, whatever the words or the language of the export: what it is known by, then its titles.
NUMBERS = {
    "id": ("ID", "Response ID", "ID de la réponse", "Identifiant de la réponse"),  # Microsoft Forms; LimeSurvey
    "seed": ("seed", "Tête de série", "Graine"),
    "respondent": ("Respondent ID", "ID du répondant", "Identifiant du répondant"),  # SurveyMonkey
    "serial": ("webform_serial", "Serial", "Numéro de série"),
    "sid": ("webform_sid", "SID"),
}
# As tools write them at the head of a column. A time that a later change of the response moves is not one of them.
_KINDS: dict[ColumnKind, tuple[str, ...]] = {
    "token": ("Submission ID",),  # Tally
    "identifier": (
        *("ID", *NUMBERS["seed"]),  # Microsoft Forms; LimeSurvey draws a seed by response
        *NUMBERS["respondent"],
        *("Numéro de série", "SID", "CLE"),  # Framaforms, Sphinx
    ),
    "moment": (
        *("Horodateur", "Horodatage", "Timestamp"),  # Google Forms
        *("Heure de début", "Start time"),  # Microsoft Forms
        *("Submitted at", "Submitted Time", "webform_time", "Time", "Heure"),
        *("Heure de soumission", "Soumis", "Soumis le"),  # Tally, Framaforms
        *("Submitted on", "Envoyé le", "Date d'envoi"),  # Moodle
        *("submitdate", "Date submitted", "Date de soumission"),  # LimeSurvey
        "_submission_time",  # KoboToolbox
        *("Start Date", "Date de début"),  # SurveyMonkey
        *("Date/heure de soumission", "DATE_SAISIE"),  # Framaforms, Sphinx
    ),
}
_NUMBER_OF = {key(title): name for name, titles in NUMBERS.items() for title in titles}
# KoboToolbox draws these anew each time that a response is edited: alike, they are one response; apart, they say
# nothing where a number that stays is written beside.
_DRAWN_ANEW = frozenset(map(key, ("_uuid", "meta/instanceID")))
_DRAWN = "uuid:"  # before the same number, in some columns
KNOWN_BY: tuple[ColumnKind, ...] = ("token", "identifier", "moment")
_KIND_OF = {key(word): kind for kind, words in _KINDS.items() for word in words}
# LimeSurvey writes this time for every response of a survey that keeps no date.
_NO_TIME = "1980-01-01"
_TIME = re.compile(r"(\d{1,2})[:h](\d{2})(?::(\d{2}))?[\d.,]*\s*(?:([ap])\.?\s?m\b)?", re.IGNORECASE)
# When a response was last changed, in the tools that say it.
_CHANGED = {
    *map(key, ("Modifié", "Modifié le", "Heure de modification", "Date de modification")),  # Framaforms
    *map(key, ("webform_modified_time", "Modified Time")),
    *map(key, ("datestamp", "Date last action", "Date de la dernière action")),  # LimeSurvey
    *map(key, ("Heure de la dernière modification", "Last modified time")),  # Microsoft Forms
}
_DATE_PARTS, _YEAR_DIGITS, _SHORT_YEAR = 3, 4, 99
_LONGEST_VERSION = 3  # chiffres
_SURE = 2  # numbers that, together, no response of another form has, if one of them is long, or with a time
# A number drawn at random has as many digits, and one that a tool counts for all its forms; that of a form that counts
# from one, or of the site of a school, has fewer.
_LONG = 6
_AT = "|@"  # between two short numbers and their time
# A spreadsheet shows a long number so, and writes it so in a CSV; it keeps fifteen digits of it.
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)
_CUT = re.compile(r"\d{15}0+(?:\.0)?")
_WHOLE = re.compile(r"(\d+)[.,]00?")  # not 1,000
_COUNTED = re.compile(r"(\D*)\d{1,8}")  # a longer number is drawn, or counted for all the forms of a tool
_FEWEST = 5  # lines under which a number met twice may be a response that a family changed


def with_marks(columns: Sequence[SourceColumn], lexicon: Lexicon) -> tuple[SourceColumn, ...]:
    """Return the columns, those by which a tool recognises a response named as such.

    A column that asks a question of the questionnaire stays one.
    """

    def named(column: SourceColumn) -> SourceColumn:
        # LimeSurvey can write the code before the words: « seed. Graine ».
        names = (key(column.name), key(column.name.partition(". ")[0]))
        mark = next((_KIND_OF[name] for name in names if name in _KIND_OF), None)
        kind = mark if column.kind in ("answer", "service") else None
        is_question = column.kind == "answer" and (lexicon.column(column.name) or lexicon.question(column.question))
        return replace(column, kind=kind) if kind and not is_question else column

    return tuple(map(named, columns))


def without_spoilt(columns: Sequence[SourceColumn], lines: Sequence[Sequence[str]]) -> tuple[SourceColumn, ...]:
    """Return the columns, those of which a spreadsheet spoiled the numbers named as such; of a column whose title says
    that its numbers are drawn, and that only counts, they are numbers like others.

    Their numbers tell no response from another: they are written 1,23457E+14, or cut to their first digits, or one is
    on most lines, which say different things. A file that says which version of a response each line is repeats them.
    """
    versions = any(column.kind == "version" for column in columns)

    def spoilt(column: SourceColumn) -> bool:
        position = column.position
        filled = [line for line in lines if position < len(line) and line[position].strip()]
        numbers = [line[position].strip() for line in filled]
        if any(map(_SCIENTIFIC.fullmatch, numbers)) or (numbers and all(map(_CUT.fullmatch, numbers))):
            return True
        lines_of: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for number, line in zip(numbers, filled, strict=True):
            lines_of[number].add(tuple(line))
        others = sum(len(each) - 1 for each in lines_of.values())
        return not versions and len(filled) >= _FEWEST and 2 * others > len(filled)

    def counted(column: SourceColumn) -> bool:
        """Return whether what should be drawn at random only counts: 1, 2, 3… or S0001."""
        filled = [line[column.position].strip() for line in lines if column.position < len(line)]
        ranks = [_COUNTED.fullmatch(each) for each in filled if each]
        return bool(ranks) and len({rank and rank[1] for rank in ranks}) == 1 and None not in ranks

    def held(column: SourceColumn) -> SourceColumn:
        if column.kind in ("token", "identifier") and spoilt(column):
            return replace(column, kind="spoilt")
        # The codes of the suite are drawn, whatever a spreadsheet made of them.
        from_a_tool = column.kind == "token" and _KIND_OF.get(key(column.name)) == "token"
        return replace(column, kind="identifier") if from_a_tool and counted(column) else column

    return tuple(map(held, columns))


class Sent(NamedTuple):
    """What a tool writes of a response, kept while files are compared: its line, its numbers by column, its time to the
    minute, then the seconds, and when it was last changed, then sent, the day written before the month, or after (None:
    it cannot be); then what no other response has (`Marks.drawn`), which version of the response it is, who sent it.
    """

    line: int
    numbers: tuple[tuple[str, str], ...] = ()
    minute: str = ""
    seconds: str = ""
    when: tuple[dt.datetime | None, dt.datetime | None] = (None, None)
    sent_at: tuple[dt.datetime | None, dt.datetime | None] = (None, None)
    times: frozenset[str] = frozenset()
    drawn: tuple[str, ...] = ()
    version: int = 1
    respondent: Respondent | None = None


class Marks:
    """What tells a response from every other, in the cells of its line."""

    def __init__(self, columns: Sequence[SourceColumn]):
        self._names = {column.position: _number_name(column.name) for column in columns}
        # By name: two exports of one form may have their columns in another order.
        named = sorted(columns, key=lambda column: self._names[column.position])
        self._tokens, self._identifiers, self._moments = (
            [column.position for column in named if column.kind == kind] for kind in KNOWN_BY
        )
        self._changed = [
            column.position for column in columns if column.kind != "answer" and key(column.name) in _CHANGED
        ]
        numbered = (*self._tokens, *self._identifiers)
        staying = [place for place in numbered if self._names[place] not in _DRAWN_ANEW]
        self._numbered = staying or numbered
        self._of_all_forms = [place for place in self._identifiers if self._names[place] == "respondent"]
        self._handed = next((column.position for column in columns if column.kind == "version"), None)
        self.spoilt = [column.name for column in columns if column.kind == "spoilt"]
        self.respondents = Respondents(columns)

    def __bool__(self) -> bool:
        """Whether some column tells a response from another, or who sent it."""
        return bool(self._tokens or self._identifiers or self._moments or self.respondents)

    def drawn(self, cells: Sequence[str]) -> tuple[str, ...]:
        """Return the marks that no other response has, whatever the file: drawn at random; the number that SurveyMonkey
        counts for all its forms; two numbers, of which one is long, or that have a time.

        A number alone is not one, nor two short ones: the forms of two sites count from 1.
        """
        tokens, numbers = _filled(cells, self._tokens), _filled(cells, self._identifiers)
        if tokens:
            return tuple(tokens)
        if alone := [number for number in _filled(cells, self._of_all_forms) if _is_long(number)]:
            return tuple(alone)
        if len(numbers) < _SURE:
            return ()
        if any(map(_is_long, numbers)):
            return ("|".join(numbers),)
        moment = self.moment(cells)
        return (f"{'|'.join(numbers)}{_AT}{moment}",) if moment else ()

    def of_one_form(self, cells: Sequence[str]) -> str:
        """Return the number and the time of a response, that no other one of its form has; empty without both."""
        numbers, moment = _filled(cells, self._identifiers), self.moment(cells)
        return "|".join([*numbers, moment]) if numbers and moment else ""

    def moment(self, cells: Sequence[str]) -> str:
        """Return when a response was sent, however the day and the hour are written; "" when it is not known."""
        return " ".join(filter(None, (_moment(cells[position]) for position in self._moments)))

    def sent(self, line: int, cells: Sequence[str]) -> Sent:
        """Return what a line says of when it was sent, and under which numbers."""
        numbers = tuple((self._names[place], number) for place in self._numbered if (number := _number(cells[place])))
        dated = next((cells[position] for position in self._moments if _moment(cells[position])), "")
        time = _TIME.search(dated)
        changed = next((cells[place] for place in self._changed if place < len(cells) and _moment(cells[place])), dated)
        times = frozenset(filter(None, (_moment(cells[position]) for position in self._moments)))
        version = self._version(cells)
        return Sent(
            *(line, numbers, self.moment(cells), (time and time[3]) or "", _when(changed), _when(dated), times),
            *(self.drawn(cells), version, self.respondents.of(cells)),
        )

    def _version(self, cells: Sequence[str]) -> int:
        written = cells[self._handed] if self._handed is not None else ""
        return int(written) if written.isascii() and written.isdigit() and len(written) <= _LONGEST_VERSION else 1


def numbers_differ(first: Sent, other: Sent) -> bool:
    """Return whether a tool gave two responses two numbers; those that it draws anew at each edit do not say so."""
    own, others = dict(first.numbers), dict(other.numbers)
    return any(own[name] != others[name] for name in own.keys() & others.keys() - _DRAWN_ANEW)


def is_by_its_time(mark: str) -> bool:
    """Return whether it is a time that makes a mark one (`Marks.drawn`): it shows nothing where all have one time."""
    return _AT in mark


def _is_long(number: str) -> bool:
    return number.isdecimal() and len(number) >= _LONG


def _filled(cells: Sequence[str], positions: Sequence[int]) -> list[str]:
    return [number for position in positions if (number := _number(cells[position]))]


def _number_name(title: str) -> str:
    """Return by what a number is known, whatever its title: LimeSurvey can write a code before, « seed. Graine »."""
    names = (key(title), key(title.partition(". ")[0]))
    return next((_NUMBER_OF[name] for name in names if name in _NUMBER_OF), names[0])


def _number(cell: str) -> str:
    """Return a number as every export writes it: a spreadsheet writes 1.0 for 1."""
    number = cell.strip().removeprefix(_DRAWN)
    whole = _WHOLE.fullmatch(number)
    return whole[1] if whole else number


def _moment(cell: str) -> str:
    """Return a time to the minute: a spreadsheet leaves the seconds out, and turns the day and the month round."""
    time = _TIME.search(cell)
    day = sorted(int(number) % 100 for number in re.findall(r"\d+", cell[: time.start()])[:3]) if time else []
    if not time or len(day) < 3 or cell.strip().startswith(_NO_TIME):
        return ""
    return f"{day[0]}-{day[1]}-{day[2]} {_hour(time)}:{time[2]}"


def _hour(time: re.Match[str]) -> int:
    return int(time[1]) % 12 + 12 * (time[4].lower() == "p") if time[4] else int(time[1])


def _when(cell: str) -> tuple[dt.datetime | None, dt.datetime | None]:
    """Return when a time is, if the day is written before the month, then after: both alike where the year is first."""
    time = _TIME.search(cell)
    if not time:
        return None, None
    written = re.findall(r"\d+", cell[: time.start()])[:_DATE_PARTS]
    numbers = [int(number) for number in written]
    if len(written[0]) == _YEAR_DIGITS:
        days = [numbers, numbers]
    else:
        first, other, year = numbers
        days = [[year, other, first], [year, first, other]]
    return _at(days[0], time), _at(days[1], time)


def _at(day: Sequence[int], time: re.Match[str]) -> dt.datetime | None:
    year, month, rank = day
    try:
        return dt.datetime(
            year if year > _SHORT_YEAR else 2000 + year, month, rank, _hour(time), int(time[2]), int(time[3] or 0)
        )
    except ValueError:
        return None


__all__ = ["KNOWN_BY", "NUMBERS", "Marks", "Sent", "is_by_its_time", "numbers_differ", "with_marks", "without_spoilt"]
