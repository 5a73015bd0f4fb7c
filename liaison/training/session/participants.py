"""La liste des participants, telle qu'un tableur ou un éditeur de texte l'enregistre : un nom par ligne."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path

from liaison.diagnostic.formats import open_file
from liaison.diagnostic.questionnaire import family_questionnaire
from liaison.diagnostic.wording import key, lexicon
from liaison.safe_csv import bare_cell, csv_bytes
from liaison.training.session.definition import MOST_PARTICIPANTS, SessionError

LONGEST_NAME = 120
# What writes letters joined or apart, in Persian, Hindi, Singhalese; and what a page leaves invisible in a name.
_JOINING = "\u200c\u200d"
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\ufeff\u00ad"))
_FAMILY = ("nom", "nom de famille", "nom d'usage", "nom usuel")
_GIVEN = ("prénom", "prénoms")
_WHOLE = ("participant", "participante", "participants", "nom complet", "nom prénom", "prénom nom", "nom et prénom")


def read_names(path: Path) -> tuple[str, ...]:
    """Return the names of a text, CSV, XLSX or ODS file, in its order: one per line, or columns « prénom », « nom ».

    Raises:
        SessionError: unreadable, empty, too long, or a line that is no name; the line is given.
    """
    opened = open_file(path, path.name, lexicon(family_questionnaire()))
    if opened.fault:
        raise SessionError(f"« {path.name} » : {opened.fault}.")
    found: list[str] = []
    columns: list[int] | None = None
    for line in opened.lines:
        if line.fault:
            raise SessionError(f"« {path.name} », ligne {line.number} : {line.fault}.")
        cells = [" ".join(bare_cell(str(cell)).translate(_INVISIBLE).split()) for cell in line.cells]
        if not any(cells):
            continue
        if columns is None:
            columns, heads = _columns(cells)
            if heads:
                continue
        found.append(_name(cells, columns, f"« {path.name} », ligne {line.number}"))
        if len(found) > MOST_PARTICIPANTS:
            raise SessionError(f"« {path.name} » a plus de {MOST_PARTICIPANTS} noms : faire plusieurs séances.")
    if not found:
        raise SessionError(f"« {path.name} » n'a aucun nom : un nom par ligne est attendu.")
    return tuple(found)


def names_csv(names: Mapping[str, str]) -> bytes:
    """Return the list of a session, `code;nom`, as a spreadsheet opens it."""
    return csv_bytes(["code", "nom"], names.items())


def _columns(cells: list[str]) -> tuple[list[int], bool]:
    """Return the places of the given name and of the family name, and whether this line is that of titles."""
    keys = [key(cell) for cell in cells]
    places = [next((at for at, one in enumerate(keys) if one in map(key, known)), None) for known in (_GIVEN, _FAMILY)]
    named = [at for at in places if at is not None]
    if whole := [at for at, one in enumerate(keys) if one in map(key, _WHOLE)]:
        return whole[:1], True
    return (named, True) if named else (list(range(len(cells))), False)


def _name(cells: list[str], columns: list[int], place: str) -> str:
    name = unicodedata.normalize("NFC", " ".join(cells[at] for at in columns if at < len(cells) and cells[at]))
    if not all(map(_is_written, name)) or not any(sign.isalpha() for sign in name):
        shown = "".join(sign if _is_written(sign) else "\ufffd" for sign in name[:30])
        raise SessionError(f"{place} : un nom est attendu, pas « {shown} ».")
    if len(name) > LONGEST_NAME:
        raise SessionError(f"{place} : un nom de {len(name)} signes, {LONGEST_NAME} au plus. Un nom par ligne.")
    return name


def _is_written(sign: str) -> bool:
    return sign.isprintable() or sign in _JOINING


__all__ = ["names_csv", "read_names"]
