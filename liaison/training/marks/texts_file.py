"""`textes_a_lire.csv` : les textes, deux colonnes à remplir dans un tableur, et leur chemin de retour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from liaison.diagnostic.any_table import Lines, TableError, read_lines
from liaison.phrasing import lower_first
from liaison.safe_csv import bare_cell, csv_bytes
from liaison.training.marks.texts_to_read import MarkError, NewMark, TextToRead, points_of

TEXTS = "textes_a_lire"
POINTS, COMMENT = "points", "commentaire"
COLUMNS = ("code", "exercice", "question", "titre", "texte", "sur", POINTS, COMMENT)
MOST_FAULTS = 10
_MOST_LINES = 30  # a cell of more lines than that is one that a reader of CSV gives up
Key = tuple[str, str, str]


def texts_csv(texts: Sequence[TextToRead]) -> bytes:
    """Return the table to fill in: « points » and « commentaire » hold what was given so far."""
    return csv_bytes(COLUMNS, [_row(one) for one in texts])


def _row(one: TextToRead) -> tuple[object, ...]:
    told = (one.person, one.exercise.id, one.question.id, one.question.title, _cell(one.text))
    return (*told, one.question.points, one.given.points, _cell(one.given.comment))


def _cell(text: str) -> str:
    return text if len(text.splitlines()) <= _MOST_LINES else " ".join(text.split())


def read_marks(path: Path, texts: Sequence[TextToRead]) -> list[NewMark]:
    """Return what a table that was filled in gives to these texts, as CSV, XLSX or ODS; an empty cell changes nothing.

    Raises:
        MarkError: it cannot be read, or some of its lines cannot be taken: each is told, and none is to be written.
    """
    try:
        lines = read_lines(path)
        columns = {name: lines.column(name) for name in COLUMNS if name not in ("titre", "sur")}
    except TableError as error:
        raise MarkError(str(error)) from error
    known = {(one.person, one.exercise.id, one.question.id): one for one in texts}
    marks: dict[Key, NewMark] = {}
    faults = []
    for rank, line in enumerate(lines.rows):
        cells = {name: bare_cell(column[rank]) for name, column in columns.items()}
        asked = (cells["code"].strip(), cells["exercice"].strip(), cells["question"].strip())
        try:
            if asked in marks:
                raise MarkError("Cette réponse est déjà plus haut : n'en garder qu'une ligne.")
            marks[asked] = _mark(asked, cells, known)
        except MarkError as error:
            faults.append(f"- ligne {line.number} : {lower_first(str(error))}")
    if faults:
        raise MarkError(_told(lines, faults))
    return list(marks.values())


def _told(lines: Lines, faults: Sequence[str]) -> str:
    more = len(faults) - MOST_FAULTS
    rest = [f"- et {more} autre{'s' * (more > 1)}."] if more > 0 else []
    head = f"« {lines.name} » n'est pas pris, et aucune note n'a changé. Corriger, puis relancer :"
    return "\n".join([head, *faults[:MOST_FAULTS], *rest])


def _mark(asked: Key, cells: Mapping[str, str], known: Mapping[Key, TextToRead]) -> NewMark:
    """Return what one line gives.

    Raises:
        MarkError: nobody wrote that, it has changed since, or the points are none.
    """
    if asked not in known:
        raise MarkError(f"Aucun texte de « {asked[0][:20]} » à « {asked[2][:40]} » n'est à lire dans cette séance.")
    one = known[asked]
    if cells["texte"].split() != one.text.split():
        raise MarkError(f"Le texte de {one.person} n'est plus celui-là : le relire, dans un fichier sorti de nouveau.")
    points = points_of(cells[POINTS], one.question)
    comment = cells[COMMENT].strip()
    if comment.split() in ([], one.given.comment.split()):  # untouched, but for its ends of lines
        comment = one.given.comment
    return NewMark(one, one.given.points if points is None else points, comment)


__all__ = ["TEXTS", "read_marks", "texts_csv"]
