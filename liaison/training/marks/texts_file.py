"""`textes_a_lire.csv` : les textes, deux colonnes à remplir dans un tableur, et leur chemin de retour."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from liaison.base.numbers import read_number
from liaison.base.sentences import french_beside
from liaison.base.tables import TableError, TableLines, bare_cell, csv_bytes, open_table, safe_cell, titled_lines
from liaison.base.words import lower_first
from liaison.training.marks.given_to import fingerprint
from liaison.training.marks.replaced_marks import mark_print
from liaison.training.marks.texts_to_read import (
    MarkError,
    NewMark,
    Readings,
    TextToRead,
    newer_mark,
    points_of,
    with_points,
)
from liaison.training.marks.trainer_marks import TrainerMark

phrase = french_beside(__file__)


TEXTS = "textes_a_lire"
POINTS, COMMENT = "points", "commentaire"
ASKED = ("code", "exercice", "question", "titre", "texte", "sur", POINTS, COMMENT)
# What the gradebook held when the table was written: a mark that changed since then is not written over.
HELD_POINTS, HELD_COMMENT = "points au carnet", "commentaire au carnet"
# What tells the text itself: a spreadsheet may lose its letters, and these signs are those of every encoding. A letter
# first: no spreadsheet takes it for a number. It says whether the line holds what was given to this very text.
PRINT = "empreinte"
_OF_THIS_TEXT, _TO_GIVE_AGAIN = "t", "r"
COLUMNS = (*ASKED, HELD_POINTS, HELD_COMMENT, PRINT)
ERASE = "-"  # written in a cell, it erases; a cell that was emptied by mistake does not
_DASHES = ("-", "\u2013", "\u2014")  # a spreadsheet lengthens it
MOST_FAULTS = 10
_MOST_LINES = 30  # a cell of more lines than that is one that a reader of CSV gives up
_NEXT_POINTS = 0.01  # two marks that differ do so by that much: they have two decimals
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Filled:
    """What a table that was filled in gives.

    `emptied`: the cells that were emptied, which erase nothing. `lost`: whether it was saved with letters missing.
    `restored`: of which answers it gives back what stood in a gradebook that was lost.
    """

    marks: tuple[NewMark, ...]
    emptied: tuple[str, ...] = ()
    lost: bool = False
    restored: tuple[str, ...] = ()


def texts_csv(texts: Sequence[TextToRead]) -> bytes:
    """Return the table to fill in: « points » and « commentaire » hold what was given so far.

    What was given to a former text is in « points au carnet » and « commentaire au carnet » alone.
    """
    return csv_bytes(COLUMNS, [_row(text) for text in texts], kind="textes-a-lire")


def _row(text: TextToRead) -> tuple[object, ...]:
    about = (text.person, text.exercise.id, text.question.id, text.question.title, _cell(text.text))
    held = (text.given.points, _cell(text.given.comment))
    to_fill = (None, "") if text.again else held
    letter = _TO_GIVE_AGAIN if text.again else _OF_THIS_TEXT
    return (*about, text.question.points, *to_fill, *held, f"{letter}{_print(text.text)}")


def _print(text: str) -> str:
    return fingerprint(text)[:12]


def _begun_anew(cells: Mapping[str, str]) -> bool:
    """Whether a line was written out with nothing to give, what stood in the gradebook being of a former text."""
    return cells[PRINT].strip().startswith(_TO_GIVE_AGAIN)


def _cell(text: str) -> str:
    return text if len(text.splitlines()) <= _MOST_LINES else " ".join(text.split())


def read_marks(path: Path, texts: Sequence[TextToRead], *, restoring: bool = False) -> Filled:
    """Return what a table that was filled in gives to these texts, as CSV, XLSX or ODS.

    An empty cell changes nothing, and a line that gives nothing is not looked at further. `restoring`: what stood in a
    gradebook that was lost, and in this one never did, is given back where nothing else stands.

    Raises:
        MarkError: it cannot be read, or some of its lines cannot be taken: each is told, and none is to be written.
    """
    lines, each = _lines_of(path)
    known = {(text.person, text.exercise.id, text.question.id): text for text in texts}
    marks: dict[Key, NewMark | None] = {}
    faults, emptied, restored, lost = [], [], [], False
    for line, (key, cells) in zip(lines.rows, each, strict=True):
        try:
            if key in marks:
                raise MarkError(phrase("reponse-deja-plus-haut"))
            marks[key] = _mark(key, cells, known, restoring=restoring)
            if marks[key] and restoring and _mark(key, cells, known) is None:
                restored.append(_answer(key))
        except MarkError as error:
            person, question = key[0][:20], key[2][:40]
            fault = lower_first(str(error))
            faults.append(phrase("ligne-fautive", line=line.number, person=person, question=question, fault=fault))
        if key in known:
            emptied += [f"{key[0]}, {key[2]} ({name})" for name in _emptied(cells, known[key])]
            lost |= cells["texte"].split() != known[key].text.split() and _lost(cells["texte"], known[key].text)
    if faults:
        raise MarkError(_refusal(lines, faults))
    return Filled(tuple(mark for mark in marks.values() if mark), tuple(emptied), lost, tuple(restored))


def _lines_of(path: Path) -> tuple[TableLines, list[tuple[Key, dict[str, str]]]]:
    """Return the lines of a table, and the answer and the cells of each.

    Raises:
        MarkError: it cannot be read.
    """
    try:
        lines = titled_lines(open_table(path, path.name), may_be_empty=True)  # nobody wrote a text: its titles alone
        columns = {name: lines.column(name) for name in ASKED if name not in ("titre", "sur")}
        for name in (HELD_POINTS, HELD_COMMENT, PRINT):  # a table of before has none: it replaces no mark
            columns[name] = lines.column(name) if name in lines.columns else [""] * len(lines.rows)
    except TableError as error:
        raise MarkError(str(error)) from error
    each = [{name: bare_cell(column[rank]) for name, column in columns.items()} for rank in range(len(lines.rows))]
    return lines, [
        ((cells["code"].strip(), cells["exercice"].strip(), cells["question"].strip()), cells) for cells in each
    ]


def not_in_gradebook(path: Path, to_read: Readings) -> tuple[str, ...]:
    """Return of which answers a table gives what the gradebook neither holds nor ever had: « R7K2M, message_clair ».

    Raises:
        MarkError: it cannot be read.
    """
    return tuple(
        _answer(key)
        for key, cells in _lines_of(path)[1]
        if key[1] in to_read.marks
        and not _was_there(cells, to_read.marks[key[1]].get(key[0], {}).get(key[2], TrainerMark()))
    )


def _was_there(cells: Mapping[str, str], given: TrainerMark) -> bool:
    """Whether the gradebook holds what a line gives, or held it before it was replaced; true when it gives nothing."""
    cells = {**cells, **{name: "" for name in (POINTS, COMMENT) if cells[name].strip() in _DASHES}}
    return _is_held(cells, given) or _print_of(cells) in given.replaced


def _print_of(cells: Mapping[str, str]) -> str:
    """Return the fingerprint of the mark that a line gives: an empty cell leaves what stood there."""
    former = (
        {POINTS: "", COMMENT: ""} if _begun_anew(cells) else {POINTS: cells[HELD_POINTS], COMMENT: cells[HELD_COMMENT]}
    )
    points, comment = (cells[name].strip() or former[name] for name in (POINTS, COMMENT))
    number_of = read_number(points)
    return mark_print(None if number_of is None else float(number_of), comment)


def _answer(key: Key) -> str:
    return f"{key[0][:20]}, {key[2][:40]}"


def _emptied(cells: Mapping[str, str], text: TextToRead) -> Iterator[str]:
    """Give the columns in which something stood when the table was written out, and nothing stands now."""
    if _begun_anew(cells):
        return
    if cells[HELD_POINTS].strip() and not cells[POINTS].strip() and not text.again and text.given.points is not None:
        yield POINTS
    if cells[HELD_COMMENT].strip() and not cells[COMMENT].strip() and text.given.comment:
        yield COMMENT


def _refusal(lines: TableLines, faults: Sequence[str]) -> str:
    more = len(faults) - MOST_FAULTS
    rest = [phrase("et-d-autres", n=more)] if more > 0 else []
    head = phrase("tableau-pas-pris", file=lines.name)
    return "\n".join([head, *faults[:MOST_FAULTS], *rest])


def _mark(
    key: Key, cells: Mapping[str, str], known: Mapping[Key, TextToRead], *, restoring: bool = False
) -> NewMark | None:
    """Return what one line gives, None when it gives nothing.

    Raises:
        MarkError: nobody wrote that, it has changed since, or the points are none.
    """
    anew, there = _begun_anew(cells), known.get(key)
    gone = there is not None and _is_of(cells, there) and _is_gone(cells, there)
    anew_or_back = anew or (gone and restoring)
    same_points = not cells[POINTS].strip() or (not anew_or_back and _alike(cells[POINTS], cells[HELD_POINTS]))
    same_comment = not cells[COMMENT].strip() or (
        not anew_or_back and cells[COMMENT].split() == cells[HELD_COMMENT].split()
    )
    again = there is not None and there.again and _is_of(cells, there)  # the points that stood are to be given again
    if same_comment and (not cells[POINTS].strip() if again else same_points):
        return None
    if there is not None and not anew and not _is_of(cells, there) and _is_held(cells, there.given):
        return None  # it was given to the text that was there, and taken
    if key not in known:
        raise MarkError(phrase("aucun-texte", person=key[0][:20], question=key[2][:40]))
    text = known[key]
    _check_text(cells, text)
    given = text.given
    mark = NewMark(
        text,
        _points(cells, text, same=same_points),
        ("" if anew and again else given.comment) if same_comment else _comment(cells),
    )
    with_points(mark)
    if mark.changes and not gone and _moved(cells, given):
        raise MarkError(phrase("note-plus-recente", newer=newer_mark(text, given)))
    return mark


def _comment(cells: Mapping[str, str]) -> str:
    return "" if cells[COMMENT].strip() in _DASHES else cells[COMMENT].strip()


def _is_held(cells: Mapping[str, str], given: TrainerMark) -> bool:
    """Whether the gradebook holds what a line gives."""
    same_points = not cells[POINTS].strip() or _alike(cells[POINTS], safe_cell(given.points))
    return same_points and (not cells[COMMENT].strip() or _lost(_comment(cells), given.comment))


def _points(cells: Mapping[str, str], text: TextToRead, *, same: bool) -> float | None:
    if cells[POINTS].strip() in _DASHES or (text.again and not cells[POINTS].strip()):
        return None
    return text.given.points if same and not text.again else points_of(cells[POINTS], text.question)


def _check_text(cells: Mapping[str, str], text: TextToRead) -> None:
    """Raise when a line is about another text than the one that is there now.

    Raises:
        MarkError: it is, or nothing tells that it is not.
    """
    if _is_of(cells, text):
        return
    if not cells[PRINT].strip() and _lost(cells["texte"], text.text):
        raise MarkError(phrase("lettres-perdues", person=text.person))
    raise MarkError(phrase("texte-change", person=text.person))


def _is_of(cells: Mapping[str, str], text: TextToRead) -> bool:
    """Whether a line is about this text, and not about one that was there before or came since."""
    if not cells[PRINT].strip():
        return cells["texte"].split() == text.text.split()
    return cells[PRINT].strip()[1:] == _print(text.text)


def _lost(cell: str, text: str) -> bool:
    """Whether a cell may be this text, saved in an encoding that has not all its letters."""
    return cell.split() == text.split() or _in_ansi(cell) == _in_ansi(text)


def _in_ansi(text: str) -> list[str]:
    # A sign outside the basic plane becomes two « ? », and so does the narrow space before a colon.
    return re.sub(r"\?+", "?", text.encode("cp1252", "replace").decode("cp1252")).split()


def _is_gone(cells: Mapping[str, str], text: TextToRead) -> bool:
    """Whether the gradebook never had what stood there when a line was written out, nor holds anything else than it."""
    given, stood = text.given, {**cells, POINTS: cells[HELD_POINTS], COMMENT: cells[HELD_COMMENT]}
    points, comments = (cells[HELD_POINTS], cells[POINTS]), (cells[HELD_COMMENT], cells[COMMENT])
    points_are_other = given.points is not None and not any(_alike(safe_cell(given.points), cell) for cell in points)
    comment_is_other = bool(given.comment) and not any(_lost(cell, given.comment) for cell in comments)
    other = text.again or points_are_other or comment_is_other
    return not other and _moved(cells, given) and _print_of(stood) not in given.replaced


def _moved(cells: Mapping[str, str], given: TrainerMark) -> bool:
    """Whether the gradebook holds something else than when the line was written out."""
    return not _alike(safe_cell(given.points), cells[HELD_POINTS]) or not _lost(cells[HELD_COMMENT], given.comment)


def _alike(cell: str, other: str) -> bool:
    """Whether two cells hold the same points, however a spreadsheet has written them (2,50 for 2,5)."""
    first, two = read_number(cell), read_number(other)
    if first is None or two is None:
        return cell.strip() == other.strip()
    return abs(float(first) - float(two)) < _NEXT_POINTS / 2


__all__ = ["ERASE", "MOST_FAULTS", "TEXTS", "Filled", "not_in_gradebook", "read_marks", "texts_csv"]
