"""`textes_a_lire.csv` : les textes, deux colonnes à remplir dans un tableur, et leur chemin de retour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from liaison.diagnostic.any_table import Lines, TableError, read_lines
from liaison.phrasing import lower_first
from liaison.safe_csv import bare_cell, csv_bytes, safe_cell
from liaison.training.marks.texts_to_read import MarkError, NewMark, TextToRead, newer_mark, points_of, with_points
from liaison.training.marks.trainer_marks import TrainerMark

TEXTS = "textes_a_lire"
POINTS, COMMENT = "points", "commentaire"
ASKED = ("code", "exercice", "question", "titre", "texte", "sur", POINTS, COMMENT)
# What the gradebook held when the table was written: a mark that changed since then is not written over.
HELD_POINTS, HELD_COMMENT = "points au carnet", "commentaire au carnet"
COLUMNS = (*ASKED, HELD_POINTS, HELD_COMMENT)
MOST_FAULTS = 10
_MOST_LINES = 30  # a cell of more lines than that is one that a reader of CSV gives up
_NEXT_POINTS = 0.01  # two marks that differ do so by that much: they have two decimals
Key = tuple[str, str, str]


def texts_csv(texts: Sequence[TextToRead]) -> bytes:
    """Return the table to fill in: « points » and « commentaire » hold what was given so far.

    Points that were given to a former text are in « points au carnet » alone.
    """
    return csv_bytes(COLUMNS, [_row(one) for one in texts])


def _row(one: TextToRead) -> tuple[object, ...]:
    told = (one.person, one.exercise.id, one.question.id, one.question.title, _cell(one.text))
    held = (one.given.points, _cell(one.given.comment))
    asked = (None if one.again else one.given.points, held[1])
    return (*told, one.question.points, *asked, *held)


def _cell(text: str) -> str:
    return text if len(text.splitlines()) <= _MOST_LINES else " ".join(text.split())


def read_marks(path: Path, texts: Sequence[TextToRead]) -> list[NewMark]:
    """Return what a table that was filled in gives to these texts, as CSV, XLSX or ODS; an empty cell changes nothing.

    Raises:
        MarkError: it cannot be read, or some of its lines cannot be taken: each is told, and none is to be written.
    """
    try:
        lines = read_lines(path)
        columns = {name: lines.column(name) for name in ASKED if name not in ("titre", "sur")}
        for name in (HELD_POINTS, HELD_COMMENT):  # a table of before has none: it gives marks, and replaces none
            columns[name] = lines.column(name) if name in lines.columns else [""] * len(lines.rows)
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
            where = f"ligne {line.number}, {asked[0][:20]}, {asked[2][:40]}"
            faults.append(f"- {where} : {lower_first(str(error))}")
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
    same_points = not cells[POINTS].strip() or (not one.again and _alike(cells[POINTS], cells[HELD_POINTS]))
    same_comment = cells[COMMENT].split() in ([], cells[HELD_COMMENT].split())
    given = one.given
    mark = NewMark(
        one,
        (None if one.again else given.points) if same_points else points_of(cells[POINTS], one.question),
        given.comment if same_comment else cells[COMMENT].strip(),
    )
    with_points(mark)
    if mark.changes and _moved(cells, given):
        raise MarkError(
            f"{newer_mark(one, given)} Pour la remplacer, changer cette ligne dans un tableau sorti de nouveau."
        )
    return mark


def _moved(cells: Mapping[str, str], given: TrainerMark) -> bool:
    """Whether the gradebook holds something else than when the line was written out."""
    same_points = _alike(safe_cell(given.points), cells[HELD_POINTS])
    return not same_points or given.comment.split() != cells[HELD_COMMENT].split()


def _alike(cell: str, other: str) -> bool:
    """Whether two cells hold the same points, however a spreadsheet has written them (2,50 for 2,5)."""
    one, two = ("".join(text.split()).replace(",", ".") for text in (cell, other))
    try:
        return one == two or abs(float(one) - float(two)) < _NEXT_POINTS / 2
    except ValueError:
        return False


__all__ = ["TEXTS", "read_marks", "texts_csv"]
