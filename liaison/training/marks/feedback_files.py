"""Les retours dans le dossier du cours : une page et un PDF par copie, là où l'échange de nbgrader les cherche."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from liaison.base.faults import why
from liaison.base.files import clear_leftovers
from liaison.base.guarded import taken
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.documents import Document, DocumentError, to_html, to_pdf, write_files
from liaison.training.exercise.definition import Exercise
from liaison.training.marks.copies import HANDED_OUT, SECRET, TIMESTAMP, Copy, read_copies
from liaison.training.marks.feedback import feedback
from liaison.training.marks.given_on_page import given_no_more
from liaison.training.marks.gradebook import FEEDBACK, SUBMITTED
from liaison.training.marks.trainer_marks import marked_hand_ins, trainer_marks
from liaison.training.session.time_zone import PARIS

phrase = french_beside(__file__)


PAGE, PRINTED = "retour.html", "retour.pdf"
_LARGEST_BESIDE, _LARGEST_PAGE = 200, 20_000_000


@dataclass(frozen=True)
class ReturnedCopy:
    """What is given back to one person: the files written, or in `copy.refused` why there are none.

    `without_pdf`: the page is written, and why the PDF could not be.
    """

    copy: Copy
    files: tuple[Path, ...] = ()
    without_pdf: str = ""


def give_back(
    root: Path, exercise: Exercise, on: dt.date, *, pdf: bool = True, zone: dt.tzinfo = PARIS
) -> Iterator[ReturnedCopy]:
    """Write what is given back for every copy of an exercise in a course folder, and yield each.

    A copy that cannot be read, or whose files cannot be written, says why and never stops the others. So does one that
    the gradebook does not have, or has without the points or the words that its page gives: that page may be all that
    is left of them.

    Raises:
        CourseError: no copies there, or a gradebook that cannot be read.
    """
    marks, marked = trainer_marks(root, exercise.id), marked_hand_ins(root, exercise.id)
    for copy in read_copies(root / SUBMITTED, exercise):
        if copy.result is None:
            yield ReturnedCopy(copy)
            continue
        try:
            given, page = marks.get(copy.student, {}), _folder(root, exercise, copy) / PAGE
            document = feedback(exercise, copy, given, on, zone)
            if copy.student not in marked and _would_lose(page, document):
                yield ReturnedCopy(replace(copy, refused=typeset(phrase("retour-d-avant-garde"))))
                continue
            if gone := given_no_more(_before(page), to_html(document), exercise, given):
                titles = ", ".join(f"« {title} »" for title in gone)
                yield ReturnedCopy(
                    replace(copy, refused=typeset(phrase("retour-en-dit-plus", titles=titles, page=page)))
                )
                continue
            yield _written(root, exercise, copy, document, pdf=pdf)
        except OSError as error:
            yield ReturnedCopy(replace(copy, refused=typeset(phrase("retour-pas-ecrit", reason=why(error)))))
        except Exception as error:  # the others are waiting: what nobody foresaw is said
            yield ReturnedCopy(replace(copy, refused=typeset(phrase("retour-pas-fait", error=repr(error)[:120]))))


def behind(root: Path, exercise: Exercise, zone: dt.tzinfo = PARIS) -> int:
    """Return to how many people the trainer wrote what their page does not say: there is none, or it is older.

    Raises:
        CourseError: no copies there, or a gradebook that cannot be read.
    """
    marks = {
        student: given
        for student, given in trainer_marks(root, exercise.id).items()
        if any(mark.comment for mark in given.values())
    }
    if not marks:
        return 0
    return sum(
        copy.result is not None
        and not _says(
            _folder(root, exercise, copy) / PAGE, feedback(exercise, copy, marks[copy.student], dt.date.min, zone)
        )
        for copy in read_copies(root / SUBMITTED, exercise)
        if copy.student in marks
    )


def _folder(root: Path, exercise: Exercise, copy: Copy) -> Path:
    return root / FEEDBACK / copy.student / exercise.id


def _would_lose(page: Path, document: Document) -> bool:
    """Whether a page is there that does not say the same: the day is on none."""
    return page.is_file() and not _says(page, document)


def _says(page: Path, document: Document) -> bool:
    """Whether a page says what a document would, whatever the look that another version of the suite gave it."""
    content = to_html(document).encode("utf-8")
    try:
        return _body(taken(page.parent, page.name, largest=_LARGEST_PAGE)) == _body(content)
    except (OSError, ValueError):
        return False


def _before(page: Path) -> str:
    """Return the page of a run before, "" when there is none, or none that can be read."""
    try:
        return taken(page.parent, page.name, largest=_LARGEST_PAGE).decode("utf-8")
    except (OSError, ValueError):
        return ""


def _body(page: bytes) -> bytes:
    return page.partition(b"<body>")[2]


def _written(root: Path, exercise: Exercise, copy: Copy, document: Document, *, pdf: bool) -> ReturnedCopy:
    folder = _folder(root, exercise, copy)
    if folder.is_symlink() or folder.parent.is_symlink():
        return ReturnedCopy(replace(copy, refused=typeset(phrase("dossier-lie"))))
    page = to_html(document).encode("utf-8")
    contents = {PAGE: page, **_for_the_exchange(root / SUBMITTED / copy.student / exercise.id, page)}
    without = ""
    if pdf:
        try:
            contents[PRINTED] = to_pdf(document)
        except DocumentError:  # what it advises is for who writes a document: nobody rewrites what a person answered
            without = typeset(phrase("sans-police"))
    try:
        clear_leftovers(folder)
        written = write_files(folder, contents)
        # Those of a run before would say something else than the page, or give it to who handed in another way since.
        for name in {PRINTED, HANDED_OUT} - contents.keys():
            (folder / name).unlink(missing_ok=True)
    except DocumentError as error:
        return ReturnedCopy(replace(copy, refused=str(error)))
    return ReturnedCopy(copy, tuple(written), without)


def _for_the_exchange(submitted: Path, page: bytes) -> dict[str, bytes]:
    """Return the files by which `nbgrader release_feedback` finds whose page it is.

    It stops at the first page without a secret beside it: a copy that did not come through the exchange gets one that
    nobody knows.
    """
    secret = _beside(submitted / SECRET)
    handed_out = {HANDED_OUT: page} if secret else {}
    return {
        **handed_out,
        SECRET: secret or secrets.token_hex(32).encode("ascii"),
        TIMESTAMP: _beside(submitted / TIMESTAMP) or b"",
    }


def _beside(path: Path) -> bytes:
    try:
        content = taken(path.parent, path.name, largest=_LARGEST_BESIDE)
        content.decode("utf-8")  # nbgrader reads it as text
    except (OSError, ValueError):
        return b""
    return content


__all__ = ["FEEDBACK", "PAGE", "PRINTED", "ReturnedCopy", "behind", "give_back"]
