"""A mark belongs to the text it was given to: when another comes, it is shown and kept, and the new text is read."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text as sql
from training.a_course import COURSE, answered, gradebook_of, hand_in, mark_by_hand
from training.a_session import SESSION
from training.test_feedback import TODAY, plain
from training.test_texts_to_read import CLEAR, fill, row, texts
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.training.board.live import LiveBoard
from liaison.training.marks.feedback_files import give_back
from liaison.training.marks.gradebook import grade_course
from liaison.training.marks.results import results
from liaison.training.marks.texts_file import Filled, read_marks, texts_csv
from liaison.training.marks.texts_to_read import MarkError, NewMark, texts_to_read, write_marks
from liaison.training.session.definition import write_session
from widgets.training_reading import Reading
from widgets.training_reading.reading import t

WHO, FORMER, LATER = "R7K2M", "Signez avant jeudi.", "Signez avant vendredi."


@pytest.fixture
def read(course: Path) -> Path:
    """A course with one text, which has its mark and its comment."""
    hand_in(course, WHO, answered({CLEAR: FORMER}))
    list(grade_course(course, COURSE))
    write_marks(course, [NewMark(texts(course)[WHO, CLEAR], 2.5, "Qui appeler ?")])
    return course


def later(course: Path, text: str = LATER) -> None:
    """A later copy is there, and the machine marks it."""
    path = course / "submitted" / WHO / COURSE.id / "reponses.json"
    path.write_text(json.dumps(answered({CLEAR: text})), encoding="utf-8")


def waiting(course: Path) -> tuple[int, int]:
    """How many texts wait, for the screens and for the results."""
    return texts_to_read(course, [COURSE]).waiting, results(course, [COURSE]).waiting


@pytest.mark.parametrize("marked", [False, True], ids=["prise", "notée"])
def test_another_text_waits_with_the_former_mark_shown_as_soon_as_its_copy_is_taken(read: Path, marked: bool) -> None:
    assert waiting(read) == (0, 0)
    later(read)
    if marked:
        list(grade_course(read, COURSE))
        assert results(read, [COURSE]).waiting == 1
    one = texts(read)[WHO, CLEAR]
    assert (one.waits, one.again) == (True, True)
    assert (one.text, one.given.points, one.given.comment) == (LATER, 2.5, "Qui appeler ?")
    assert row(read, WHO, CLEAR) == (2.5, marked, "Qui appeler ?")


@pytest.mark.parametrize("text", [FORMER, f"  {FORMER}\n".replace(" ", "  ")])
def test_the_same_text_handed_in_again_keeps_its_mark(read: Path, text: str) -> None:
    later(read, text)
    list(grade_course(read, COURSE))
    assert waiting(read) == (0, 0)
    assert results(read, [COURSE]).totals[WHO][COURSE.id].points == 2.5


def test_a_former_mark_counts_nowhere_and_is_not_given_back_until_the_text_is_read_again(read: Path) -> None:
    later(read)
    list(grade_course(read, COURSE))
    assert results(read, [COURSE]).totals[WHO][COURSE.id].points == 0
    (one,) = give_back(read, COURSE, TODAY, pdf=False)
    page = plain(one.files[0].read_text(encoding="utf-8"))
    assert "Un texte, sur 3 points, attend encore la lecture" in page
    assert "Qui appeler ?" not in page
    write_marks(read, [NewMark(texts(read)[WHO, CLEAR], 3, "Clair.")])
    assert waiting(read) == (0, 0)
    assert results(read, [COURSE]).totals[WHO][COURSE.id].points == 3
    list(grade_course(read, COURSE))
    assert waiting(read) == (0, 0)
    assert row(read, WHO, CLEAR) == (3, False, "Clair.")


def test_the_same_points_given_again_settle_the_new_text(read: Path) -> None:
    later(read)
    list(grade_course(read, COURSE))
    assert write_marks(read, [NewMark(texts(read)[WHO, CLEAR], 2.5, "Qui appeler ?")]) == 1
    list(grade_course(read, COURSE))
    assert waiting(read) == (0, 0)


@pytest.mark.parametrize("points", [1, 2.5])
def test_a_mark_given_in_formgrader_settles_the_text_that_it_shows(read: Path, points: float) -> None:
    later(read)
    list(grade_course(read, COURSE))
    mark_by_hand(read, COURSE, WHO, CLEAR, points)
    assert waiting(read) == (0, 0)
    list(grade_course(read, COURSE))
    assert waiting(read) == (0, 0)
    later(read, "Ne signez plus.")
    list(grade_course(read, COURSE))
    assert waiting(read) == (1, 1)


def test_a_mark_given_to_a_text_before_the_machine_marks_its_copy_is_that_of_this_text(read: Path) -> None:
    later(read)
    write_marks(read, [NewMark(texts(read)[WHO, CLEAR], 1)])
    list(grade_course(read, COURSE))
    assert waiting(read) == (0, 0)
    later(read, FORMER)
    assert texts(read)[WHO, CLEAR].waits


def test_a_text_that_a_later_copy_no_longer_has_waits_for_nobody_and_its_mark_counts_no_more(read: Path) -> None:
    later(read, "  \n ")
    list(grade_course(read, COURSE))
    assert waiting(read) == (0, 0)
    assert texts(read) == {}
    assert results(read, [COURSE]).totals[WHO][COURSE.id].points == 0
    (one,) = give_back(read, COURSE, TODAY, pdf=False)
    assert "attend encore" not in plain(one.files[0].read_text(encoding="utf-8"))
    later(read, FORMER)
    list(grade_course(read, COURSE))
    assert texts(read)[WHO, CLEAR].text == FORMER


def test_a_line_of_the_table_gives_the_former_mark_again_only_when_it_is_written_again(
    read: Path, tmp_path: Path
) -> None:
    old = table_of(read, tmp_path / "avant.csv", points="3")
    later(read)
    list(grade_course(read, COURSE))
    found = texts_to_read(read, [COURSE]).texts
    with pytest.raises(MarkError, match="n'est plus celui-là"):
        read_marks(old, found)
    table = tmp_path / "apres.csv"
    table.write_bytes(texts_csv(found))
    assert write_marks(read, read_marks(table, found).marks) == 0
    text = table.read_text(encoding="utf-8-sig")
    assert "2,5" in text
    assert "Qui appeler ?" in text
    assert waiting(read) == (1, 1)


def table_of(course: Path, path: Path, **cells: str) -> Path:
    path.write_bytes(texts_csv(texts_to_read(course, [COURSE]).texts))
    if cells:
        fill(path, cells, "utf-8-sig", code=WHO)
    return path


def test_the_word_for_a_former_text_is_not_in_the_cell_to_fill_nor_given_with_new_points(
    read: Path, tmp_path: Path
) -> None:
    later(read)
    list(grade_course(read, COURSE))
    path = table_of(read, tmp_path / "apres.csv")
    (line,) = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";")
    assert (line["points"], line["commentaire"]) == ("", "")
    assert (line["points au carnet"], line["commentaire au carnet"]) == ("2,5", "Qui appeler ?")
    found = texts_to_read(read, [COURSE]).texts
    assert read_marks(path, found) == Filled(())
    fill(path, {"commentaire": "Clair."}, "utf-8-sig", code=WHO)
    with pytest.raises(MarkError, match="donner aussi ses points"):
        read_marks(path, found)
    for points in ("2,5", "3"):
        filled = read_marks(table_of(read, path, points=points), found)
        assert [(mark.points, mark.comment) for mark in filled.marks] == [(float(points.replace(",", ".")), "")]
        assert filled.emptied == ()
    write_marks(read, filled.marks)
    assert row(read, WHO, CLEAR) == (3, False, None)
    (one,) = give_back(read, COURSE, TODAY, pdf=False)
    assert "Qui appeler ?" not in one.files[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("cells", [{}, {"points": "2,50"}, {"points": "2,5", "commentaire": "Qui appeler ?"}])
def test_of_a_line_that_was_taken_nothing_is_left_when_another_text_comes(
    course: Path, tmp_path: Path, cells: dict[str, str]
) -> None:
    hand_in(course, WHO, answered({CLEAR: FORMER}))
    list(grade_course(course, COURSE))
    written_before = table_of(course, tmp_path / "sorti_avant.csv", **cells)
    write_marks(course, [NewMark(texts(course)[WHO, CLEAR], 2.5, "Qui appeler ?")])
    written_after = table_of(course, tmp_path / "sorti_apres.csv")
    later(course)
    list(grade_course(course, COURSE))
    found = texts_to_read(course, [COURSE]).texts
    for path in (written_before, written_after):
        assert read_marks(path, found).marks == ()
    fill(written_after, {"commentaire": "Autre mot."}, "utf-8-sig", code=WHO)
    with pytest.raises(MarkError, match="n'est plus celui-là"):
        read_marks(written_after, found)


def test_points_given_again_to_a_text_that_is_gone_in_its_turn_are_told(read: Path, tmp_path: Path) -> None:
    later(read)
    list(grade_course(read, COURSE))
    path = table_of(read, tmp_path / "apres.csv", points="2,5")
    later(read, "Ne signez plus.")
    list(grade_course(read, COURSE))
    with pytest.raises(MarkError, match="n'est plus celui-là"):
        read_marks(path, texts_to_read(read, [COURSE]).texts)
    # Somebody read the new text on the screen meanwhile: its mark is not written over.
    later(read)
    list(grade_course(read, COURSE))
    write_marks(read, [NewMark(texts(read)[WHO, CLEAR], 1, "Clair.")])
    with pytest.raises(MarkError, match="a changé entre-temps"):
        read_marks(path, texts_to_read(read, [COURSE]).texts)


def test_a_corrected_mark_of_the_machine_is_looked_at_again_when_its_answer_changes_and_only_then(course: Path) -> None:
    name = "message_de_21_heures"
    copy = hand_in(course, WHO, answered({name: "perdu"}))
    list(grade_course(course, COURSE))
    mark_by_hand(course, COURSE, WHO, name, 0.5)
    list(grade_course(course, COURSE))
    assert corrected(course, name) == (0.5, False)
    assert results(course, [COURSE]).totals[WHO][COURSE.id].points == 0.5
    (copy / "reponses.json").write_text(json.dumps(answered({name: "refuse"})), encoding="utf-8")
    list(grade_course(course, COURSE))
    assert corrected(course, name) == (0.5, True)
    assert results(course, [COURSE]).totals[WHO][COURSE.id].points == 0


def corrected(course: Path, question: str) -> tuple[float, bool]:
    with gradebook_of(course) as gradebook:
        grade = gradebook.find_grade(question, "exercice", COURSE.id, WHO)
        return grade.manual_score, grade.needs_manual_grade


@pytest.mark.parametrize("text", ["   ", "\n\t ", "\u00a0"])
def test_spaces_alone_are_no_text_for_the_board_either(course: Path, text: str) -> None:
    hand_in(course, WHO, answered({CLEAR: text}))
    assert on_the_board(course) == {}
    later(course)
    assert on_the_board(course) == {"to_read": 1}


def test_the_board_says_read_what_is_read_and_to_be_read_what_came_since(read: Path) -> None:
    board = LiveBoard(read)
    assert on_the_board(read, board) == {"read": 1}
    later(read)
    assert on_the_board(read, board) == {"to_read": 1}
    list(grade_course(read, COURSE))
    assert on_the_board(read, board) == {"to_read": 1}
    write_marks(read, [NewMark(texts(read)[WHO, CLEAR], 3)])
    assert on_the_board(read, board) == {"read": 1}


def test_the_board_writes_nothing_in_a_gradebook_of_before(read: Path) -> None:
    with gradebook_of(read) as gradebook:
        gradebook.db.execute(sql("DROP TABLE carnets_given_to"))
        gradebook.db.commit()
    before = (read / "gradebook.db").read_bytes()
    assert on_the_board(read) == {"read": 1}
    assert waiting(read) == (0, 0)
    assert (read / "gradebook.db").read_bytes() == before


def on_the_board(course: Path, board: LiveBoard | None = None) -> dict[str, int]:
    table = (board or LiveBoard(course)).look().tables[COURSE.id]
    (question,) = (one for one in table.questions if one.id == CLEAR)
    assert bool(table.people[0].to_read) is ("to_read" in question.now)
    return {str(status): count for status, count in question.now.items()}


def test_the_screen_shows_the_former_mark_and_going_on_does_not_give_it_again(read: Path) -> None:
    later(read)
    write_session(read, SESSION)
    screen = Reading(read)
    assert screen.count.text == t("count", waiting=1, count=1)
    said = t("state-again", points=2.5, shown="2,5", scale="3")
    assert screen.reader.text["state"] == f"{said} {t('state-again-word')}"
    assert (screen.reader.points, screen.reader.comment) == ("", "Qui appeler ?")
    for way in ("next", "before", "after"):
        screen.go(way)
        assert row(read, WHO, CLEAR) == (2.5, False, "Qui appeler ?")
    screen.reader.comment = "Quel vendredi ?"
    screen.go("before")
    assert "donner aussi ses points" in screen.reader.error
    screen.reader.points = "2,5"
    screen.go("next")
    assert screen.count.text == t("count", waiting=0, count=1)
    assert row(read, WHO, CLEAR) == (2.5, False, "Quel vendredi ?")


def test_status_counts_the_same_texts(read: Path) -> None:
    write_session(read, SESSION)
    assert status(read)["textes"] == {"a_lire": 0, "en_tout": 1}
    later(read)
    assert status(read)["textes"] == {"a_lire": 1, "en_tout": 1}
    said = CliRunner().invoke(app, ["session", "status", str(read)]).stdout.replace("\u00a0", " ")
    assert "Textes à lire : 1 sur 1." in said
    (read / "gradebook.db").unlink()
    assert status(read)["textes"] is None


def status(course: Path) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(CliRunner().invoke(app, ["session", "status", str(course), "--json"]).stdout)
    return answer
