"""La liste des participants, telle qu'un tableur ou un éditeur de texte l'enregistre : une personne par ligne."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from liaison.base.sentences import french_beside
from liaison.base.tables import Line, bare_cell, csv_bytes, open_table
from liaison.personal.contacts import EMAIL
from liaison.personal.family_names import End, all_capitals
from liaison.training.session.definition import MOST_PARTICIPANTS, Participant, SessionError, family_unknown
from liaison.training.session.list_answers import ListAnswers
from liaison.training.session.list_columns import Columns, ColumnsError, addresses_in, columns_of
from liaison.training.session.tidy_lines import TidyLine, shared_addresses, tidied
from liaison.training.session.written_name import WrittenName, either_way, parted_name, turned_column, whole_name

phrase = french_beside(__file__)


LONGEST_NAME = 120
_SIGNS = set("<>@")  # those of an address: it is none of a name, which goes on an attestation
RECOGNISED = ListAnswers()  # personne n'a rien dit de la liste
HEADER = ("code", "nom", "nom_de_famille", "courriel")
# What writes letters joined or apart, in Persian, Hindi, Singhalese; and what a page leaves invisible in a name.
_JOINING = "\u200c\u200d"
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\ufeff\u00ad"))


_Lines = Sequence[tuple[int, TidyLine]]


@dataclass(frozen=True)
class ReadLine:
    """A line of a list: its number, who it is, and how their name was read."""

    number: int
    person: Participant
    written: WrittenName


@dataclass(frozen=True)
class ReadList:
    """The people of a list, in its order, and what to say of how it was read.

    `line`: its titles, or its first line where it has none. `above`: what stands over its titles, and is nobody.
    """

    lines: tuple[ReadLine, ...]
    line: tuple[str, ...]
    above: tuple[str, ...] = ()
    numbered: int = 0  # lines in which numbering or a bullet stood before a name
    beside: int = 0  # lines in which an address stood beside a name
    apart: bool = False  # given name and family name each have a column of their own
    unread: tuple[str, ...] = ()  # titles of columns that have addresses, and from which none was taken
    left: tuple[tuple[int, int, str], ...] = ()  # cells of columns that no answer named: line, column, what they hold

    @property
    def people(self) -> tuple[Participant, ...]:
        """The people of the list, in its order."""
        return tuple(line.person for line in self.lines)

    @property
    def shared(self) -> dict[str, list[str]]:
        """The names of those who have one address between them, by address."""
        return shared_addresses((person.name, person.email) for person in self.people)

    @property
    def without_family(self) -> tuple[str, ...]:
        """The names of which nothing says which word is that of the family."""
        return tuple(
            line.person.name
            for line in self.lines
            if family_unknown(line.person) and line.written.whole and not self.apart
        )

    @property
    def functions(self) -> dict[str, list[int]]:
        """The civilities and functions that were set aside of names, with the numbers of their lines."""
        lines_of: dict[str, list[int]] = {}
        for line in self.lines:
            for function in dict.fromkeys(line.written.apart):
                lines_of.setdefault(function, []).append(line.number)
        return lines_of

    @property
    def turned(self) -> tuple[ReadLine, ...]:
        """The lines that were read as « NOM, Prénom »."""
        return tuple(line for line in self.lines if line.written.turned)

    @property
    def unsure(self) -> tuple[ReadLine, ...]:
        """The lines that name somebody, and in which a word is a function or a part of the name."""
        return tuple(line for line in self.lines if line.written.unsure and line.written.whole)

    @property
    def with_more(self) -> tuple[ReadLine, ...]:
        """The lines in which something that is no function known to us stands beside a name."""
        return tuple(line for line in self.lines if line.written.more)

    @property
    def incomplete(self) -> tuple[ReadLine, ...]:
        """The lines that have a given name or a family name, and not both."""
        return tuple(line for line in self.lines if not (line.written.whole or line.written.several))

    @property
    def several(self) -> tuple[ReadLine, ...]:
        """The lines that seem to name more than one person."""
        return tuple(line for line in self.lines if line.written.several)

    @property
    def to_check(self) -> tuple[ReadLine, ...]:
        """The lines whose family name may be another of their words."""
        return tuple(line for line in self.lines if line.written.check)


def read_participants(path: Path, answers: ListAnswers = RECOGNISED, content: bytes | None = None) -> ReadList:
    """Return the people of a text, CSV, XLSX or ODS file, in its order: one per line, or columns with their titles.

    `answers`: what somebody said of its columns, when asked. `content`: what it holds, when that is here already: the
    file is not opened, and its path is only how it is called.

    Raises:
        ColumnsError: nothing says what its first line or its columns are: ask, and give `answers`.
        SessionError: unreadable, empty, too long, or a line that is no name; the line is given.
    """
    opened = open_table(path if content is None else content, path.name)
    if opened.fault:
        raise SessionError(phrase("liste-illisible", file=path.name, fault=opened.fault))
    read = list(opened.lines)
    lines = [(line.number, _cells(path, line)) for line in read]
    lines = [(number, cells) for number, cells in lines if any(cells)]
    if not lines:
        raise SessionError(phrase("aucun-nom", file=path.name))
    tidy: _Lines = [(number, tidied(cells)) for number, cells in lines]
    tidy, columns = _laid_out(path.name, tidy, answers, spaced=_is_spaced(read))
    end = answers.family or columns.end
    accepted: list[ReadLine] = []
    faults: list[str] = []
    where: dict[Participant, int] = {}
    titles = columns.first - columns.titled
    alone = columns.titled and sum(map(bool, lines[titles][1])) == 1
    below = [(number, line, _names(line, columns, alone=alone)) for number, line in tidy[columns.first :]]
    all_turned = turned_column([" ".join(names) for _, _, names in below])
    for number, line, names in below:
        written = _written(names, columns, end, turned=all_turned)
        if written.several and not columns.titled:  # the columns of one person would leave a part of the others
            cells = [cell for at, cell in enumerate(line.cells) if cell and at != columns.email]
            written = replace(written, name=", ".join(cells))
        if fault := _fault(line, columns, written):
            faults.append(phrase("ligne-fautive", line=number, fault=fault))
            continue
        person = _person(line, columns, written)
        if person.email and person in where:
            raise SessionError(phrase("deux-fois-la-meme-personne", file=path.name, line=number, first=where[person]))
        where[person] = number
        accepted.append(ReadLine(number, person, written))
        if len(accepted) > MOST_PARTICIPANTS:
            raise SessionError(phrase("trop-de-noms", file=path.name, most=MOST_PARTICIPANTS))
    if faults:
        raise SessionError(_all_faults(path.name, faults))
    if not accepted:
        raise SessionError(phrase("aucun-nom", file=path.name))
    above = tuple(" ".join(filter(None, cells)) for _, cells in lines[:titles])
    people = [line for _, line in tidy[columns.first :]]
    return ReadList(
        tuple(accepted),
        tuple(lines[titles][1]),
        above,
        numbered=sum(line.numbered for line in people),
        beside=sum(bool(line.email) for line in people),
        apart=columns.family is not None,
        unread=_unread(tidy[titles][1].cells, columns, people),
        left=_left(columns, below, {line.number for line in accepted if line.written.several}),
    )


def participants_csv(people: Mapping[str, Participant]) -> bytes:
    """Return the list of a session as a spreadsheet opens it."""
    rows = [(code, person.name, person.family, person.email) for code, person in people.items()]
    return csv_bytes(HEADER, rows, kind="participants-d-une-seance")


def _is_spaced(lines: Sequence[Line]) -> bool:
    """Whether a space follows each sign that cut the lines: « NOM, Prénom », as it is written and no table is."""
    cut = [cell for line in lines for cell in line.cells[1:] if str(cell).strip()]
    return bool(cut) and all(str(cell)[:1].isspace() for cell in cut)


def _laid_out(name: str, lines: _Lines, answers: ListAnswers, *, spaced: bool) -> tuple[_Lines, Columns]:
    """Return the lines of a list as they are to be read, and where their names are.

    Its columns may be those that the signs of « NOM, Prénom » make: a space follows each, or every line is in capitals
    on one of its two sides, which says as well that the first one is somebody.
    """
    contrasted = all(_is_contrasted(line.cells) for _, line in lines)
    turned = _turned_lines(lines) if (spaced or contrasted) and not answers.columns else []
    if not turned or answers.titled is not False:
        try:
            return lines, columns_of(name, [line.cells for _, line in lines], answers)
        except ColumnsError:
            if not turned:
                raise
    known = answers.model_copy(update={"titled": False}) if contrasted else answers
    return turned, columns_of(name, [line.cells for _, line in turned], known)


def _turned_lines(lines: _Lines) -> list[tuple[int, TidyLine]]:
    """Return the lines that are all « NOM, Prénom », each in one cell; none of another list."""
    whole = [(number, tidied([", ".join(filter(None, line.cells))])) for number, line in lines]
    return whole if turned_column([line.cells[0] for _, line in whole]) else []


def _is_contrasted(cells: Sequence[str]) -> bool:
    sides = [all_capitals(cell.split()) for cell in cells[:2]]
    return sum(sides) == 1 and all(cells[:2])


def _unread(titles: Sequence[str], columns: Columns, people: Sequence[TidyLine]) -> tuple[str, ...]:
    read = {columns.email, columns.whole, columns.given, columns.family}
    left = addresses_in(line.cells for line in people) - read if columns.titled and not columns.joined else set()
    return tuple(titles[at] for at in sorted(left) if at < len(titles))


def _left(
    columns: Columns, people: Sequence[tuple[int, TidyLine, list[str]]], as_written: Container[int]
) -> tuple[tuple[int, int, str], ...]:
    """Return what a list without titles holds beside the columns that were said to be those of the name.

    `kept`: the lines that are kept as they are written.
    """
    if columns.titled or columns.joined:
        return ()
    read = {columns.email, columns.whole, columns.given, columns.family}
    return tuple(
        (number, at + 1, cell)
        for number, line, _ in people
        for at, cell in enumerate(line.cells)
        if cell and at not in read and number not in as_written
    )


def _all_faults(name: str, faults: Sequence[str]) -> str:
    if len(faults) == 1:
        return phrase("une-ligne-fautive", file=name, fault=faults[0])
    return "\n".join((phrase("lignes-fautives", file=name, n=len(faults)), *(f"- {fault}" for fault in faults)))


def _cells(path: Path, line: Line) -> list[str]:
    if line.fault:
        raise SessionError(phrase("ligne-illisible", file=path.name, line=line.number, fault=line.fault))
    return [" ".join(bare_cell(str(cell)).translate(_INVISIBLE).split()) for cell in line.cells]


def _at(line: TidyLine, column: int | None) -> str:
    return unicodedata.normalize("NFC", line.cells[column]) if column is not None and column < len(line.cells) else ""


def _names(line: TidyLine, columns: Columns, *, alone: bool) -> list[str]:
    """Return the cells of a line that hold a name: given name and family name, or all that do.

    `alone`: a single title stands over them, so that what its lines have beside is written with the name.
    """
    if columns.family is not None:
        return [_at(line, columns.given), _at(line, columns.family)]
    if alone and columns.whole is not None:
        return [", ".join(cell for at, cell in enumerate(line.cells) if cell and at != columns.email)]
    places = range(len(line.cells)) if columns.joined else [columns.whole]
    return [_at(line, place) for place in places if _at(line, place) and place != columns.email]


def _written(names: list[str], columns: Columns, end: End | None, *, turned: bool) -> WrittenName:
    if columns.family is not None:
        return parted_name(names[0], names[1])
    if len(names) == 2:
        return either_way(names[0], names[1], end)
    return whole_name(" ".join(names), end, turned=turned)


def _fault(line: TidyLine, columns: Columns, written: WrittenName) -> str:
    """Return why a line is nobody, "" when it is somebody."""
    name, email = _name_and_address(line, columns, written)
    if not all(map(_is_written, name)) or not any(sign.isalpha() for sign in name) or _SIGNS & set(name):
        shown = "".join(sign if _is_written(sign) else "\ufffd" for sign in name[:30])
        return phrase("nom-attendu", text=shown)
    if len(name) > LONGEST_NAME:
        return phrase("nom-trop-long", n=len(name), most=LONGEST_NAME)
    if email and not EMAIL.fullmatch(email):
        return phrase("adresse-fautive", email=email[:40])
    return ""


def _person(line: TidyLine, columns: Columns, written: WrittenName) -> Participant:
    name, email = _name_and_address(line, columns, written)
    return Participant(name, written.family, email)


def _name_and_address(line: TidyLine, columns: Columns, written: WrittenName) -> tuple[str, str]:
    name, email = written.name or " ".join(filter(None, line.cells)), _at(line, columns.email)
    return name, email if EMAIL.fullmatch(email) else line.email or email


def _is_written(sign: str) -> bool:
    return sign.isprintable() or sign in _JOINING


__all__ = ["HEADER", "ColumnsError", "ListAnswers", "ReadList", "participants_csv", "read_participants"]
