"""La liste des participants, telle qu'un tableur ou un éditeur de texte l'enregistre : une personne par ligne."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from liaison.diagnostic.formats import open_file
from liaison.diagnostic.formats.source import Line
from liaison.diagnostic.questionnaire import family_questionnaire
from liaison.diagnostic.wording import lexicon, normal
from liaison.safe_csv import bare_cell, csv_bytes
from liaison.training.session.definition import MOST_PARTICIPANTS, Participant, SessionError

LONGEST_NAME = 120
HEADER = ("code", "nom", "nom_de_famille", "courriel")
# What writes letters joined or apart, in Persian, Hindi, Singhalese; and what a page leaves invisible in a name.
_JOINING = "\u200c\u200d"
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\ufeff\u00ad"))
# Titles as `normal` gives them: without accents nor capitals. The first that fits says what a column holds.
_EMAIL = re.compile(r".*\b(e ?mail|mail|courriel|mel|(adresse|boite) electronique)\b.*")
_ELSEWHERE = re.compile(
    r".*\b(etablissement|college|lycee|ecole|structure|commune|ville|academie|formation|module)\b.*"
)
_WHOLE = re.compile(
    r"(.*\bnoms?\b.*\bprenoms?\b.*|.*\bprenoms?\b.*\bnoms?\b.*|nom complet|(full )?name"
    r"|(participant|stagiaire|apprenant|enseignant|agent|personne)e?s?|identite)"
)
_GIVEN = re.compile(r"(prenoms?\b.*|first ?name|given name)")
_FAMILY = re.compile(r"(noms?\b.*|last ?name|family name|surname)")
_ADDRESS = re.compile(r"[^\s@;,<>]+@[^\s@;,<>]+\.[^\s@;,<>]+")


class ColumnsError(SessionError):
    """A list of which nobody can tell the column of names; `titles` are those of its columns."""

    def __init__(self, name: str, titles: Sequence[str]):
        self.titles = tuple(titles)
        listed = ", ".join(f"« {title[:40]} »" for title in titles if title)
        super().__init__(
            f"« {name} » : laquelle de ses colonnes est le nom ? {listed}. Le dire par --name-column "
            f'"{titles[0][:40]}" ou, pour deux colonnes, le prénom puis le nom : --name-column "Prénom,Nom". '
            "Rien n'a été fait."
        )


@dataclass(frozen=True)
class _Columns:
    """Where a list has its names: one column, or the given name then the family name; and addresses, if it does."""

    whole: int | None = None
    given: int | None = None
    family: int | None = None
    email: int | None = None
    titled: bool = True  # whether the first line is that of titles
    joined: bool = False  # no title says where the name is: every other column is a part of it


def read_participants(path: Path, names_in: Sequence[str] = ()) -> tuple[Participant, ...]:
    """Return the people of a text, CSV, XLSX or ODS file, in its order: one per line, or columns with their titles.

    `names_in`: the title of the column of names, or of the two of given and family names, when asked for.

    Raises:
        ColumnsError: its columns have titles that say nothing of names: ask, and give `names_in`.
        SessionError: unreadable, empty, too long, or a line that is no name; the line is given.
    """
    opened = open_file(path, path.name, lexicon(family_questionnaire()))
    if opened.fault:
        raise SessionError(f"« {path.name} » : {opened.fault}.")
    lines = [(line.number, _cells(path, line)) for line in opened.lines]
    lines = [(number, cells) for number, cells in lines if any(cells)]
    if not lines:
        raise SessionError(f"« {path.name} » n'a aucun nom : un nom par ligne est attendu.")
    columns = _asked(path, lines[0][1], names_in) if names_in else _columns(path, [cells for _, cells in lines])
    found: list[Participant] = []
    where: dict[Participant, int] = {}
    for number, cells in lines[columns.titled :]:
        person = _person(cells, columns, f"« {path.name} », ligne {number}")
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
    return tuple(found)


def participants_csv(people: Mapping[str, Participant]) -> bytes:
    """Return the list of a session as a spreadsheet opens it."""
    return csv_bytes(HEADER, [(code, one.name, one.family, one.email) for code, one in people.items()])


def _cells(path: Path, line: Line) -> list[str]:
    if line.fault:
        raise SessionError(f"« {path.name} », ligne {line.number} : {line.fault}.")
    return [" ".join(bare_cell(str(cell)).translate(_INVISIBLE).split()) for cell in line.cells]


def _asked(path: Path, titles: Sequence[str], names_in: Sequence[str]) -> _Columns:
    places = [next((at for at, one in enumerate(titles) if normal(one) == normal(name)), None) for name in names_in]
    if None in places or len(places) > 2:
        raise ColumnsError(path.name, titles)
    email = next((at for at, one in enumerate(titles) if _EMAIL.fullmatch(normal(one))), None)
    given, family = places if len(places) == 2 else (None, None)
    return _Columns(places[0] if len(places) == 1 else None, given, family, email)


def _columns(path: Path, lines: Sequence[Sequence[str]]) -> _Columns:
    """Return where the names are, from the titles of the first line, or from what the columns hold.

    Raises:
        ColumnsError: several columns, and no title that says it.
    """
    first = lines[0]
    titles: dict[str, list[int | None]] = {}
    for at, title in enumerate(first):
        titles.setdefault(_part(title), []).append(at)
    if any(len(titles.get(part, ())) > 1 for part in ("whole", "given", "family")):
        raise ColumnsError(path.name, first)
    whole, given, family, email = (titles.get(part, [None])[0] for part in ("whole", "given", "family", "email"))
    if given is not None or family is not None:
        return _Columns(given=given, family=family, email=email)
    if whole is not None:
        return _Columns(whole=whole, email=email)
    addresses = {at for line in lines for at, cell in enumerate(line) if _ADDRESS.fullmatch(cell)}
    titled = bool(addresses) and not any(_ADDRESS.fullmatch(cell) for cell in first)
    others = {at for line in lines for at, cell in enumerate(line) if cell} - addresses
    if len(others) > 2 or len(addresses) > 1 or (titled and len(others) > 1) or not others:
        raise ColumnsError(path.name, first)
    return _Columns(email=min(addresses, default=None), titled=titled, joined=True)


def _part(title: str) -> str:
    """Return what a column of that title holds: whole, given, family, email, or "" for something else."""
    words = normal(title)
    if _EMAIL.fullmatch(words):
        return "email"
    if _ELSEWHERE.fullmatch(words):
        return ""
    kinds = (("whole", _WHOLE), ("given", _GIVEN), ("family", _FAMILY))
    return next((part for part, pattern in kinds if pattern.fullmatch(words)), "")


def _person(cells: Sequence[str], columns: _Columns, place: str) -> Participant:
    def at(column: int | None) -> str:
        return unicodedata.normalize("NFC", cells[column]) if column is not None and column < len(cells) else ""

    email, family = at(columns.email), at(columns.family)
    if columns.joined:
        name = " ".join(at(one) for one, cell in enumerate(cells) if cell and one != columns.email)
    else:
        name = at(columns.whole) or " ".join(filter(None, (at(columns.given), family)))
    if not all(map(_is_written, name)) or not any(sign.isalpha() for sign in name):
        shown = "".join(sign if _is_written(sign) else "\ufffd" for sign in name[:30])
        raise SessionError(f"{place} : un nom est attendu, pas « {shown} ».")
    if len(name) > LONGEST_NAME:
        raise SessionError(f"{place} : un nom de {len(name)} signes, {LONGEST_NAME} au plus. Un nom par ligne.")
    if email and not _ADDRESS.fullmatch(email):
        raise SessionError(
            f"{place} : « {email[:40]} » n'est pas une adresse électronique. La corriger, ou la retirer."
        )
    return Participant(name, family, email)


def _is_written(sign: str) -> bool:
    return sign.isprintable() or sign in _JOINING


__all__ = ["HEADER", "ColumnsError", "participants_csv", "read_participants"]
