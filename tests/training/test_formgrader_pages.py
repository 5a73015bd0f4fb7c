"""What nbgrader's own screen finds after `liaison session grade`: each marked copy, and in it what was written."""

from pathlib import Path
from typing import Any

import nbformat
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.server_extensions.formgrader import handlers
from training.a_course import COURSE, answered, gradebook_of, hand_in
from training.damaged_copies import SOLVED
from traitlets.config.loader import PyFileConfigLoader

from liaison.training.marks.formgrader_pages import AUTOGRADED
from liaison.training.marks.gradebook import grade_course


def formgrader(folder: Path) -> NbGraderAPI:
    """Return what formgrader asks of a course."""
    config = PyFileConfigLoader("nbgrader_config.py", path=str(folder)).load_config()
    return NbGraderAPI(CourseDirectory(config=config), config=config)


def page_of(folder: Path, student: str) -> str:
    """Return the page of a copy as formgrader makes it."""
    from nbconvert.exporters import HTMLExporter

    exporter = HTMLExporter(template_name="formgrade", extra_template_basedirs=[handlers.template_path])
    resources = dict.fromkeys(("base_url", "student", "last_name", "first_name", "notebook_path"), "")
    numbers = {"index": 0, "total": 1, "submission_id": "1", "assignment_id": COURSE.id, "notebook_id": "exercice"}
    page, _ = exporter.from_filename(
        str(folder / AUTOGRADED / student / COURSE.id / "exercice.ipynb"), resources={**resources, **numbers}
    )
    return str(page)


def test_formgrader_lists_every_marked_copy_and_opens_on_what_was_written(course: Path) -> None:
    written = {"message_clair": "Signez <b>ici</b> & revenez.", "message_de_21_heures": "perdu"}
    (hand_in(course, "R7K2M", answered(written)) / "timestamp.txt").write_text("2026-11-27 15:00:00 UTC")
    hand_in(course, "DB5KJ", answered(SOLVED))
    list(grade_course(course, COURSE))
    asked = formgrader(course)
    listed = asked.get_notebook_submissions(COURSE.id, "exercice")
    assert {one["student"]: one["needs_manual_grade"] for one in listed} == {"R7K2M": True, "DB5KJ": True}
    assert asked.get_autograded_students(COURSE.id) == {"R7K2M", "DB5KJ"}
    page = page_of(course, "R7K2M")
    assert "Signez &lt;b&gt;ici&lt;/b&gt; &amp; revenez." in page
    assert "Le message est perdu pour les familles" in page
    with gradebook_of(course) as gradebook:
        book = gradebook.find_submission_notebook("exercice", COURSE.id, "R7K2M")
        names = {grade.name for grade in book.grades}
    for name in names:  # the boxes in which points are written
        assert f'id="{name}"' in page
    assert len(names) == len(COURSE.questions)


def test_the_page_is_a_notebook_that_holds_no_cell_of_the_learner(course: Path) -> None:
    copy = hand_in(course, "R7K2M", answered({"message_clair": "\ud800 seul"}))
    (copy / "exercice.ipynb").write_text("abîmé", encoding="utf-8")
    list(grade_course(course, COURSE))
    book: Any = nbformat.read(course / AUTOGRADED / "R7K2M" / COURSE.id / "exercice.ipynb", as_version=4)
    nbformat.validate(book)
    assert {cell.metadata["nbgrader"]["locked"] for cell in book.cells} == {True}


def test_a_file_in_the_place_of_the_pages_is_said_and_the_mark_stands(course: Path) -> None:
    hand_in(course, "R7K2M", answered(SOLVED))
    (course / AUTOGRADED).write_bytes(b"")
    (copy,) = grade_course(course, COURSE)
    assert copy.result is not None
    assert "formgrader" in copy.remarks[-1]


def test_a_page_that_nbgrader_made_and_closed_is_replaced_and_not_written_in(course: Path) -> None:
    hand_in(course, "DB5KJ", answered(SOLVED))
    page = course / AUTOGRADED / "DB5KJ" / COURSE.id / "exercice.ipynb"
    page.parent.mkdir(parents=True)
    page.write_text("{}", encoding="utf-8")
    page.chmod(0o444)
    (course / "autre_nom").hardlink_to(page)  # who runs tests as root could write in a closed file
    (copy,) = grade_course(course, COURSE)
    assert copy.remarks == ()
    assert (course / "autre_nom").read_text(encoding="utf-8") == "{}"
    assert "nbformat" in page.read_text(encoding="utf-8")
