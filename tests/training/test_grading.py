"""`liaison session grade`: a mark or a reason for every copy, and nothing that learners wrote is run."""

import csv
import json
import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from html import unescape
from importlib.machinery import all_suffixes
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import find_all_files
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from training.a_course import (
    COURSE,
    ROOT,
    answered,
    course_in,
    gradebook_of,
    hand_in,
    nbgrader,
    nbgrader_each,
    notebook,
    of_their_own,
    released,
)
from training.damaged_copies import CHEATS, DAMAGES, FULL, RENAMED, SOLVED
from traitlets.config.loader import PyFileConfigLoader
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.questions.common import Multiple, Single
from liaison.training.exercise.answers import ExerciseAnswers, record_answer
from liaison.training.exercise.definition import Exercise
from liaison.training.exercise.scoring import solution
from liaison.training.marks import copies
from liaison.training.marks.copies import Copy, CourseError, read_copy
from liaison.training.marks.gradebook import COURSE_ID, grade_course
from liaison.training.marks.nbgrader_path import OnlyCellsOfTheExercise
from liaison.training.marks.results import results

TEXTS = ("message_clair", "premier_changement")
needs_posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="liens et tuyaux")


def marks(folder: Path, course: Exercise = COURSE) -> dict[str, dict[str, tuple[float | None, bool]]]:
    """Return what the gradebook holds: by person and question, the score and whether the trainer must look."""
    with gradebook_of(folder) as gradebook:
        found = {}
        for submission in gradebook.assignment_submissions(course.id):
            grades = [grade for book in submission.notebooks for grade in book.grades]
            found[submission.student.id] = {
                grade.name: (grade.auto_score, grade.needs_manual_grade) for grade in grades
            }
        return found


def insert(copy: Path, cheat: str) -> None:
    """Begin the notebook of a copy with a cell that its learner wrote."""
    book = nbformat.read(copy / "exercice.ipynb", as_version=4)
    book.cells.insert(0, nbformat.v4.new_code_cell(CHEATS[cheat]))
    nbformat.write(book, copy / "exercice.ipynb")


def test_a_whole_solution_an_empty_copy_and_a_half_one_are_marked(course: Path) -> None:
    hand_in(course, "juste", answered(SOLVED))
    hand_in(course, "vide", None)
    hand_in(course, "moitie", answered({"qui_reste_dehors": ["sans_connexion"], "message_clair": "Signez."}))
    copies = {copy.student: copy for copy in grade_course(course, COURSE)}
    points = {name: copy.result.points for name, copy in copies.items() if copy.result}
    assert points == {"juste": FULL, "vide": 0, "moitie": 1.5}
    assert copies["moitie"].texts == (("message_clair", "Signez."),)
    written = marks(course)
    for name, copy in copies.items():
        assert copy.result is not None
        texts = dict(copy.texts)
        assert written[name] == {one: (marked.points, one in texts) for one, marked in copy.result.questions.items()}
    waiting = {name: [one for one, (_, by_hand) in kept.items() if by_hand] for name, kept in written.items()}
    assert waiting == {"juste": list(TEXTS), "vide": [], "moitie": ["message_clair"]}


@needs_posix
def test_every_damaged_copy_gives_a_mark_or_a_reason_and_stops_none(course: Path) -> None:
    assert len(DAMAGES) >= 40
    for name, damage in DAMAGES.items():
        damage.spoil(hand_in(course, name, answered(SOLVED)))
    hand_in(course, "solide", answered(SOLVED))
    copies = list(grade_course(course, COURSE))
    assert len(copies) == len(DAMAGES) + 1
    found = {copy.student: copy for copy in copies}
    assert found["solide"] == Copy("solide", found["solide"].result, attempts=len(SOLVED), texts=found["solide"].texts)
    written = marks(course)
    checked = 0
    for name, damage in DAMAGES.items():
        student = RENAMED.get(name, name)
        copy = found[student]
        if damage.points is None:
            assert copy.refused
            assert student not in written
        else:
            assert copy.result is not None
            assert copy.result.points == damage.points, (name, copy.remarks)
            assert copy.remarks or damage.points == FULL, name
            assert sum(score or 0 for score, _ in written[student].values()) == damage.points
        checked += 1
    assert checked == len(DAMAGES)
    assert sum(bool(copy.refused) for copy in copies) == sum(one.points is None for one in DAMAGES.values())
    for copy in copies:
        said = " ".join([copy.shown, *copy.remarks, copy.refused or "", *(text for _, text in copy.texts)])
        said.encode("utf-8")
        assert "Traceback" not in said
        assert "Error" not in said


def test_a_gradebook_that_was_held_for_a_moment_loses_no_mark(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_in(course, "zoe", answered(SOLVED))
    student, refusals = Gradebook.update_or_create_student, iter(["with the others", "alone"])

    def held(self: Gradebook, name: str, **given: Any) -> Any:
        if next(refusals, ""):
            busy = sqlite3.OperationalError("database is locked")
            busy.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise OperationalError("INSERT", {}, busy)
        return student(self, name, **given)

    monkeypatch.setattr(Gradebook, "update_or_create_student", held)
    [copy] = grade_course(course, COURSE)
    assert copy.refused is None
    assert set(marks(course)) == {"zoe"}


@pytest.mark.parametrize(
    "read", [lambda course: list(grade_course(course, COURSE)), lambda course: results(course, [COURSE])]
)
def test_a_gradebook_that_another_program_holds_is_not_said_to_be_damaged(
    course: Path, read: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(course, "zoe", answered(SOLVED))
    # Nobody waits five seconds here for who will not let go.
    monkeypatch.setattr(sqlite3.dbapi2, "connect", partial(sqlite3.connect, timeout=0))
    with closing(sqlite3.connect(course / "gradebook.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CourseError, match="tenu par un autre programme") as told:
            read(course)
    assert "abîmé" not in str(told.value)
    read(course)


@pytest.mark.parametrize("content", [b"SQLite format 3\x00" + bytes(200), b"Bonjour"])
def test_a_gradebook_that_is_damaged_is_said_to_be(course: Path, content: bytes) -> None:
    (course / "gradebook.db").write_bytes(content)
    with pytest.raises(CourseError, match="abîmé") as told:
        results(course, [COURSE])
    assert "autre programme" not in str(told.value)


def test_what_nobody_foresaw_in_one_copy_is_said_and_the_others_are_marked(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("avant", "etrange", "sans_place", "zoe"):
        hand_in(course, name, answered(SOLVED))
    read, student = copies.read_answers, Gradebook.update_or_create_student

    def broken(folder: Path, exercise: Exercise) -> ExerciseAnswers:
        if folder.parent.name == "etrange":
            raise ZeroDivisionError("x")
        return read(folder, exercise)

    def locked(self: Gradebook, name: str, **given: Any) -> Any:
        if name == "sans_place":
            busy = sqlite3.OperationalError("database is locked")
            busy.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise OperationalError("INSERT", {}, busy)
        return student(self, name, **given)

    monkeypatch.setattr(copies, "read_answers", broken)
    monkeypatch.setattr(Gradebook, "update_or_create_student", locked)
    found = {copy.student: copy for copy in grade_course(course, COURSE)}
    assert {name: copy.refused for name, copy in found.items() if copy.student in ("avant", "zoe")} == {
        "avant": None,
        "zoe": None,
    }
    assert set(marks(course)) == {"avant", "zoe"}
    assert "copie à regarder" in (found["etrange"].refused or "")
    assert "tenu par un autre programme" in (found["sans_place"].refused or "")


def test_a_batch_waits_for_the_disk_once(course: Path) -> None:
    for number in range(3):
        hand_in(course, f"eleve_{number}", answered(SOLVED))
    saved: list[int] = []

    @event.listens_for(Session, "after_commit")
    def count(session: Session) -> None:
        saved.append(len(saved))

    try:
        list(grade_course(course, COURSE))
    finally:
        event.remove(Session, "after_commit", count)
    assert len(saved) <= 2  # nbgrader itself notes the course when it opens
    assert len(marks(course)) == 3


@pytest.mark.parametrize("name", CHEATS)
def test_what_a_learner_wrote_is_not_run(course: Path, name: str) -> None:
    copy = hand_in(course, "malin", answered({"message_de_21_heures": "perdu"}))
    insert(copy, name)
    before = (copy / "reponses.json").read_bytes()
    (found,) = grade_course(course, COURSE)
    assert found.result is not None
    assert found.result.points == 0
    assert (copy / "reponses.json").read_bytes() == before


def test_a_mark_given_by_the_trainer_stays_and_is_not_to_be_seen_again_for_the_same_answer(course: Path) -> None:
    hand_in(course, "juste", answered(SOLVED))
    list(grade_course(course, COURSE))
    with gradebook_of(course) as gradebook:
        for name, points in (("message_clair", 2.5), ("delai_des_notes", 0.5)):
            grade = gradebook.find_grade(name, "exercice", COURSE.id, "juste")
            grade.manual_score, grade.needs_manual_grade = points, False
        gradebook.db.commit()
    list(grade_course(course, COURSE))
    with gradebook_of(course) as gradebook:
        submission = gradebook.find_submission(COURSE.id, "juste")
        assert submission.score == FULL + 2.5 - 1
        flags = {grade.name: grade.needs_manual_grade for book in submission.notebooks for grade in book.grades}
    assert [name for name, flag in flags.items() if flag] == ["premier_changement"]


@pytest.mark.parametrize(("text", "waits"), [("Signez.", True), (" \n", False)])
def test_a_text_handed_in_again_waits_when_there_is_something_to_read(course: Path, text: str, waits: bool) -> None:
    copy = hand_in(course, "eleve", answered({"message_clair": " " if waits else "Signez."}))
    list(grade_course(course, COURSE))
    assert marks(course)["eleve"]["message_clair"] == (None, not waits)
    (copy / "reponses.json").write_text(json.dumps(answered({"message_clair": text})), encoding="utf-8")
    list(grade_course(course, COURSE))
    assert marks(course)["eleve"]["message_clair"] == (None, waits)


def test_a_better_answer_handed_in_again_replaces_the_mark(course: Path) -> None:
    folder = hand_in(course, "eleve", answered({"message_de_21_heures": "perdu"}))
    assert [copy.result.points for copy in grade_course(course, COURSE) if copy.result] == [0]
    record_answer(folder, COURSE, "message_de_21_heures", "attend")
    (again,) = grade_course(course, COURSE)
    assert again.attempts == 2
    assert marks(course)["eleve"]["message_de_21_heures"] == (2, False)


def test_when_a_copy_was_handed_in_is_kept(course: Path) -> None:
    folder = hand_in(course, "eleve", answered(SOLVED))
    (folder / "timestamp.txt").write_text("2026-11-25 09:30:00 UTC", encoding="utf-8")
    list(grade_course(course, COURSE))
    with gradebook_of(course) as gradebook:
        assert gradebook.find_submission(COURSE.id, "eleve").timestamp.isoformat() == "2026-11-25T09:30:00"


def test_what_is_said_of_a_lost_gradebook_makes_another_that_can_be_marked_in(tmp_path: Path) -> None:
    course_in(tmp_path)
    released(tmp_path)
    hand_in(tmp_path, "eleve", answered(SOLVED))
    with pytest.raises(CourseError) as told:
        list(grade_course(tmp_path, COURSE))
    _, _, command = str(told.value).partition("nbgrader ")
    nbgrader(tmp_path, *command.split())
    assert [copy.refused for copy in grade_course(tmp_path, COURSE)] == [None]


def test_a_gradebook_of_another_exercise_is_not_written_in(course: Path) -> None:
    hand_in(course, "eleve", answered(SOLVED))
    with gradebook_of(course) as gradebook:
        gradebook.find_grade_cell("delai_des_notes", "exercice", COURSE.id).max_score = 9
        gradebook.db.commit()
    with pytest.raises(CourseError, match="delai_des_notes"):
        list(grade_course(course, COURSE))
    assert marks(course) == {}
    (course / "gradebook.db").write_bytes(b"pas une base de donn\xc3\xa9es, mais un texte assez long" * 40)
    with pytest.raises(CourseError, match="abîmé"):
        list(grade_course(course, COURSE))
    (course / "gradebook.db").unlink()
    with pytest.raises(CourseError, match="generate_assignment"):
        list(grade_course(course, COURSE))
    assert not (course / "gradebook.db").exists()


def test_the_course_is_the_one_of_the_configuration() -> None:
    text = (ROOT / "nbgrader_config.py").read_text(encoding="utf-8")
    assert f'course_id = "{COURSE_ID}"' in text


def test_the_cells_of_the_real_exercise_are_those_that_are_marked() -> None:
    path = ROOT / "notebooks" / COURSE.id / "exercice.ipynb"
    book = nbformat.read(path, as_version=4)
    cells = [cell for cell in book.cells if cell.metadata.get("nbgrader")]
    asked = {cell.metadata["nbgrader"]["grade_id"]: cell for cell in cells if "points" in cell.metadata["nbgrader"]}
    assert {name: cell.metadata["nbgrader"]["points"] for name, cell in asked.items()} == {
        question.id: question.points for question in COURSE.questions
    }
    for question in COURSE.questions:
        kept = asked[question.id].metadata["nbgrader"]
        assert (kept["task"], kept["grade"]) == (question.by_hand, not question.by_hand)
        if not question.by_hand:
            assert asked[question.id].source.splitlines()[-1] == f'points("{COURSE.id}", "{question.id}")'
        # A task that is not locked has no checksum, and nbgrader then refuses every copy.
        assert kept["locked"]


def command(*words: str) -> Any:
    return CliRunner().invoke(app, ["session", "grade", COURSE.id, *words])


def test_the_command_writes_its_tables_and_says_which_copy_has_no_mark(course: Path, tmp_path: Path) -> None:
    hand_in(course, "juste", answered({**SOLVED, "message_clair": "=1+1\nSignez."}))
    assert command("--session", str(course), "--out", str(tmp_path / "notes")).exit_code == 0
    (course / "submitted" / "faux").mkdir()
    (course / "submitted" / "faux" / COURSE.id).write_bytes(b"")
    said = command("--session", str(course), "--out", str(tmp_path / "notes"), "--json")
    assert said.exit_code == 1
    answer = json.loads(said.stdout)
    assert {copy["code"]: copy["points"] for copy in answer["copies"]} == {"faux": None, "juste": FULL}
    with (tmp_path / "notes" / "notes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["code"]: row for row in csv.DictReader(file, delimiter=";")}
    assert rows["juste"]["points"] == "18,0"
    assert rows["faux"]["points"] == ""
    assert "un fichier est à la place" in rows["faux"]["remarques"]
    with (tmp_path / "notes" / "textes_a_lire.csv").open(encoding="utf-8-sig", newline="") as file:
        texts = list(csv.DictReader(file, delimiter=";"))
    assert [row["question"] for row in texts] == list(TEXTS)
    assert texts[0]["texte"].startswith("'=")


@pytest.mark.parametrize(
    ("words", "said"),
    [(("--session", "nulle_part"), "ne peut pas être lu"), (("--bogue",), "n'existe pas")],
)
def test_a_course_that_is_not_there_is_refused_in_french(words: tuple[str, ...], said: str) -> None:
    refused = command(*words)
    assert refused.exit_code == 2
    assert said in refused.stderr


def test_one_copy_is_read_without_agradebook_of(tmp_path: Path) -> None:
    folder = tmp_path / "eleve" / COURSE.id
    folder.mkdir(parents=True)
    record_answer(folder, COURSE, "qui_reste_dehors", solution(COURSE.question("qui_reste_dehors")))
    copy = read_copy(tmp_path, "eleve", COURSE)
    assert copy.result is not None
    assert copy.result.points == 3
    assert any("exercice.ipynb" in remark for remark in copy.remarks)


def test_nothing_that_python_could_import_goes_beside_a_copy_that_nbgrader_runs(tmp_path: Path) -> None:
    config = PyFileConfigLoader("nbgrader_config.py", path=str(ROOT)).load_config()
    (tmp_path / "liaison").mkdir()
    for suffix in all_suffixes():
        for name in ("liaison", "liaison/__init__", "ipykernel_launcher"):
            (tmp_path / f"{name}{suffix}").touch()
    (tmp_path / "reponses.json").touch()
    # What nbgrader copies to the folder in which the kernel of « Autograde » stands, and imports from.
    assert find_all_files(str(tmp_path), CourseDirectory(config=config).ignore) == [str(tmp_path / "reponses.json")]


@pytest.mark.parametrize("cheat", CHEATS)
def test_nbgrader_itself_runs_no_cell_that_the_exercise_does_not_lock(course: Path, cheat: str) -> None:
    with gradebook_of(course) as gradebook:
        source = {cell.metadata["nbgrader"]["grade_id"]: cell for cell in notebook().cells}
        for name, cell in source.items():
            kind = {"cell_type": cell.cell_type, "source": cell.source, "locked": True}
            gradebook.add_source_cell(name, "exercice", COURSE.id, **kind)
    book = notebook()
    unlocked = {"grade_id": "a_moi", "grade": False, "locked": False, "solution": True}
    metadata: dict[str, Any]
    for metadata in ({}, {"nbgrader": unlocked}, {"nbgrader": {}}):
        book.cells.insert(0, nbformat.v4.new_code_cell(CHEATS[cheat], metadata=metadata))
    book.cells.reverse()
    where = {"db_url": f"sqlite:///{course / 'gradebook.db'}", "notebook": "exercice", "assignment": COURSE.id}
    kept, _ = OnlyCellsOfTheExercise().preprocess(book, {"nbgrader": where})
    assert [cell.source for cell in kept.cells] == [cell.source for cell in source.values()]


# Where nbgrader marks nothing at all of a copy: the reason why there is another way.
NOT_BY_NBGRADER = ("carnet_absent",)
# Each with a kernel of its own, as nbgrader does; test_differential has all the others.
COMPARED = ("juste", "vide", "remplace_la_note", *NOT_BY_NBGRADER)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any], dict[str, Any]]:
    """The course, then the marks of nbgrader's own path and of ours, on the same copies of the real exercise."""
    folder = tmp_path_factory.mktemp("deux_voies")
    course_in(folder, real=True)
    nbgrader(folder, "generate_assignment", COURSE.id)
    bare = folder / "sans_copie.db"
    shutil.copy(folder / "gradebook.db", bare)
    for name in COMPARED:
        copy = hand_in(folder, name, None if name == "vide" else answered(SOLVED))
        if name in DAMAGES:
            DAMAGES[name].spoil(copy)
        if name in CHEATS:
            insert(copy, name)
            # Put beside it by hand: the kernel stands in the folder of the copy, and would take this for ours.
            (copy / "liaison.py").write_text("raise SystemExit", encoding="utf-8")
    hand_in(folder, "solide", answered(SOLVED))
    shutil.copytree(folder / "submitted", folder / "telles_quelles", symlinks=True)
    feedback = ("generate_feedback", COURSE.id, "--student", "juste")
    nbgrader_each(folder, ("autograde", COURSE.id), feedback, fails=True)
    theirs = marks(folder)
    shutil.rmtree(folder / "submitted")
    (folder / "telles_quelles").rename(folder / "submitted")
    bare.replace(folder / "gradebook.db")
    list(grade_course(folder, COURSE))
    return folder, theirs, marks(folder)


@pytest.mark.slow
@needs_posix
def test_both_ways_of_marking_agree_or_nbgrader_marked_nothing(
    both: tuple[Path, dict[str, Any], dict[str, Any]],
) -> None:
    _, theirs, ours = both
    assert set(ours) == {*COMPARED, "solide"}
    agreed = 0
    for student, by_question in ours.items():
        for question, found in by_question.items():
            by_nbgrader = theirs.get(student, {}).get(question, (None, True))
            if by_nbgrader == (None, True) and student in NOT_BY_NBGRADER:
                continue
            assert found == by_nbgrader, (student, question)
            agreed += 1
    assert agreed >= (len(ours) - len(NOT_BY_NBGRADER)) * len(COURSE.questions)


@pytest.mark.slow
@needs_posix
def test_neither_the_release_nor_a_feedback_holds_a_key(both: tuple[Path, dict[str, Any], dict[str, Any]]) -> None:
    folder, _, _ = both
    page = unescape((folder / "feedback" / "juste" / COURSE.id / "exercice.html").read_text(encoding="utf-8"))
    release = (folder / "release" / COURSE.id / "exercice.ipynb").read_text(encoding="utf-8")
    assert f"{FULL} / {COURSE.points}" in page
    secrets = [question.explanation for question in COURSE.questions]
    for question in COURSE.questions:
        if isinstance(question, Single | Multiple):
            secrets += [choice.id for choice in question.choices if len(choice.id) > 8]
            secrets += [choice.feedback for choice in question.choices]
    assert len(secrets) > 20
    for secret in secrets:
        assert secret not in page
        assert secret not in release


def test_thirty_copies_each_with_its_settings_take_less_than_two_seconds_of_work(course: Path) -> None:
    for number in range(30):
        hand_in(course, f"eleve_{number:02d}", of_their_own(number))
    hand_in(course, "un_de_plus", answered(SOLVED))
    read_copy(course / "submitted", "un_de_plus", COURSE)  # the school of the settings is made once
    start = time.process_time()
    copies = list(grade_course(course, COURSE))
    seconds = time.process_time() - start
    assert len({str(copy.result) for copy in copies}) > 10
    assert len(copies) == 31
    assert seconds < 2
