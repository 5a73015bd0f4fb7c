"""La liste des participants, telle qu'un tableur ou un éditeur de texte l'enregistre : une personne par ligne."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from liaison.diagnostic.formats import open_file
from liaison.diagnostic.formats.source import Line
from liaison.diagnostic.questionnaire import family_questionnaire
from liaison.diagnostic.wording import lexicon
from liaison.safe_csv import bare_cell, csv_bytes
from liaison.training.session.definition import MOST_PARTICIPANTS, Participant, SessionError, family_unknown
from liaison.training.session.family_names import End, family_in, is_clear, with_more
from liaison.training.session.list_answers import ListAnswers
from liaison.training.session.list_columns import ADDRESS, Columns, ColumnsError, addresses_in, columns_of
from liaison.training.session.tidy_lines import TidyLine, shared_addresses, tidied

LONGEST_NAME = 120
_SIGNS = set("<>@")  # those of an address: it is none of a name, which goes on an attestation
RECOGNISED = ListAnswers()  # personne n'a rien dit de la liste
HEADER = ("code", "nom", "nom_de_famille", "courriel")
# What writes letters joined or apart, in Persian, Hindi, Singhalese; and what a page leaves invisible in a name.
_JOINING = "\u200c\u200d"
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\ufeff\u00ad"))


@dataclass(frozen=True)
class ReadList:
    """The people of a list, in its order, and what to say of how it was read.

    `line`: its titles, or its first line where it has none. `above`: what stands over its titles, and is nobody.
    `end`: where somebody, or a title, says that the family name is.
    """

    people: tuple[Participant, ...]
    line: tuple[str, ...]
    above: tuple[str, ...] = ()
    end: End | None = None
    numbered: int = 0  # lines in which numbering or a bullet stood before a name
    beside: int = 0  # lines in which an address stood beside a name
    apart: bool = False  # given name and family name each have a column of their own
    unread: tuple[str, ...] = ()  # titles of columns that have addresses, and from which none was taken

    @property
    def shared(self) -> dict[str, list[str]]:
        """The names of those who have one address between them, by address."""
        return shared_addresses((one.name, one.email) for one in self.people)

    @property
    def without_family(self) -> tuple[str, ...]:
        """The names of which nothing says which word is that of the family."""
        return tuple(one.name for one in self.people if family_unknown(one) and not self.apart)

    @property
    def with_more(self) -> tuple[str, ...]:
        """The names beside which something else seems to be written."""
        return tuple(one.name for one in self.people if with_more(one.name))

    @property
    def incomplete(self) -> tuple[str, ...]:
        """The names of those who have a given name or a family name, and not both."""

        def lacks(one: Participant) -> bool:
            return len(one.name.split()) < 2 or (self.apart and one.family in ("", one.name))

        return tuple(one.name for one in self.people if lacks(one))

    @property
    def read_by_end(self) -> tuple[Participant, ...]:
        """Those whose family name was read at one end of a name of three words or more, or beside something else."""
        read = [one for one in self.people if one.family and not is_clear(one.name)]
        return tuple(one for one in read if self.end or with_more(one.name))


def read_participants(path: Path, answers: ListAnswers = RECOGNISED) -> ReadList:
    """Return the people of a text, CSV, XLSX or ODS file, in its order: one per line, or columns with their titles.

    `answers`: what somebody said of its columns, when asked.

    Raises:
        ColumnsError: nothing says what its first line or its columns are: ask, and give `answers`.
        SessionError: unreadable, empty, too long, or a line that is no name; the line is given.
    """
    opened = open_file(path, path.name, lexicon(family_questionnaire()), first_sheet=True)
    if opened.fault:
        raise SessionError(f"« {path.name} » : {opened.fault}.")
    lines = [(line.number, _cells(path, line)) for line in opened.lines]
    lines = [(number, cells) for number, cells in lines if any(cells)]
    if not lines:
        raise SessionError(f"« {path.name} » n'a aucun nom : un nom par ligne est attendu.")
    tidy = [(number, tidied(cells)) for number, cells in lines]
    columns = columns_of(path.name, [line.cells for _, line in tidy], answers)
    end = answers.family or columns.end
    found: list[Participant] = []
    where: dict[Participant, int] = {}
    for number, line in tidy[columns.first :]:
        person = _person(line, columns, end, f"« {path.name} », ligne {number}")
        if person.email and person in where:
            raise SessionError(
                f"« {path.name} », ligne {number} : la même personne qu'à la ligne {where[person]}, même nom et même "
                "adresse. En garder une."
            )
        where[person] = number
        found.append(person)
        if len(found) > MOST_PARTICIPANTS:
            raise SessionError(f"« {path.name} » a plus de {MOST_PARTICIPANTS} noms : faire plusieurs séances.")
    if not found:
        raise SessionError(f"« {path.name} » n'a aucun nom : un nom par ligne est attendu.")
    titles = columns.first - columns.titled
    above = tuple(" ".join(filter(None, cells)) for _, cells in lines[:titles])
    people = [line for _, line in tidy[columns.first :]]
    return ReadList(
        tuple(found),
        tuple(lines[titles][1]),
        above,
        end,
        numbered=sum(line.numbered for line in people),
        beside=sum(bool(line.email) for line in people),
        apart=columns.family is not None,
        unread=_unread(tidy[titles][1].cells, columns, people),
    )


def participants_csv(people: Mapping[str, Participant]) -> bytes:
    """Return the list of a session as a spreadsheet opens it."""
    return csv_bytes(HEADER, [(code, one.name, one.family, one.email) for code, one in people.items()])


def _unread(titles: Sequence[str], columns: Columns, people: Sequence[TidyLine]) -> tuple[str, ...]:
    read = {columns.email, columns.whole, columns.given, columns.family}
    left = addresses_in(line.cells for line in people) - read if columns.titled and not columns.joined else set()
    return tuple(titles[at] for at in sorted(left) if at < len(titles))


def _cells(path: Path, line: Line) -> list[str]:
    if line.fault:
        raise SessionError(f"« {path.name} », ligne {line.number} : {line.fault}.")
    return [" ".join(bare_cell(str(cell)).translate(_INVISIBLE).split()) for cell in line.cells]


def _person(line: TidyLine, columns: Columns, end: End | None, place: str) -> Participant:
    cells = line.cells

    def at(column: int | None) -> str:
        return unicodedata.normalize("NFC", cells[column]) if column is not None and column < len(cells) else ""

    email, family = at(columns.email), at(columns.family)
    if not ADDRESS.fullmatch(email):
        email = line.email or email
    if columns.family is None:
        places = range(len(cells)) if columns.joined else [columns.whole]
        parts = [at(one) for one in places if at(one) and one != columns.email]
        name = " ".join(parts)
        # In two columns, one of them is the family name, however many words it has.
        family = (parts[0 if end == "debut" else 1] if end else "") if len(parts) == 2 else family_in(name, end)
    else:
        name = " ".join(filter(None, (at(columns.given), family)))
    if not all(map(_is_written, name)) or not any(sign.isalpha() for sign in name) or _SIGNS & set(name):
        shown = "".join(sign if _is_written(sign) else "\ufffd" for sign in name[:30])
        raise SessionError(f"{place} : un nom est attendu, pas « {shown} ».")
    if len(name) > LONGEST_NAME:
        raise SessionError(f"{place} : un nom de {len(name)} signes, {LONGEST_NAME} au plus. Un nom par ligne.")
    if email and not ADDRESS.fullmatch(email):
        raise SessionError(
            f"{place} : « {email[:40]} » n'est pas une adresse électronique. La corriger, ou la retirer."
        )
    return Participant(name, family, email)


def _is_written(sign: str) -> bool:
    return sign.isprintable() or sign in _JOINING


__all__ = ["HEADER", "ColumnsError", "ListAnswers", "ReadList", "participants_csv", "read_participants"]
