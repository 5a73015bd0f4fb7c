"""A gradebook that was lost, or an older copy put back: what a table still gives is never wiped without a word."""

import datetime as dt
import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from training.a_course import COURSE, answered, gradebook_of, hand_in, mark_by_hand
from training.a_session import ANNE, BRUNO, CHLOE, NAMES, NOON, markable_session
from training.test_texts_to_read import CLEAR, fill, row, texts
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.training.closing.closing import close_session
from liaison.training.closing.lost_with_names import LostWithNames, lost_with_names
from liaison.training.marks.filled_table import TABLE
from liaison.training.marks.given_to import fingerprint
from liaison.training.marks.gradebook import grade_course
from liaison.training.marks.replaced_marks import mark_print
from liaison.training.marks.results import results
from liaison.training.marks.texts_to_read import NewMark, write_marks
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionFolder, load_session

WORD = "Qui appeler ?"
(TITLE,) = (question.title for question in COURSE.questions if question.id == CLEAR)


@pytest.fixture
def place(tmp_path: Path) -> SessionFolder:
    """Two texts, both read on screen, and the table that was written out then."""
    root = markable_session(tmp_path / "seance")
    for code in (ANNE, BRUNO):
        hand_in(root, code, answered({CLEAR: "Signez."}))
    list(grade_course(root, COURSE))
    shutil.copy(root / "gradebook.db", root.parent / "avant.db")
    gives(root, ANNE, 2.5, WORD)
    gives(root, BRUNO, 1, "La date manque.")
    assert command(root)[0] == 0
    return load_session(root)


def gives(root: Path, code: str, points: float | None, comment: str = "") -> None:
    assert write_marks(root, [NewMark(texts(root)[code, CLEAR], points, comment)]) == 1


def put_back_older(place: SessionFolder) -> None:
    """The gradebook of before any reading is there again; its copies are marked."""
    shutil.copy(place.root.parent / "avant.db", place.gradebook)
    list(grade_course(place.root, COURSE))


def command(root: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["session", "texts", "--session", str(root), *words])
    return done.exit_code, " ".join((done.output + str(done.exception or "")).replace("\u00a0", " ").split())


def marks(place: SessionFolder) -> list[tuple[float | None, str | None]]:
    return [row(place.root, code, CLEAR)[::2] for code in (ANNE, BRUNO)]


def asides(place: SessionFolder) -> list[Path]:
    return sorted(place.documents.glob("*_garde*"))


READ = [(2.5, WORD), (1, "La date manque.")]


def test_a_table_gives_back_what_a_lost_gradebook_no_longer_has_and_says_whose(place: SessionFolder) -> None:
    put_back_older(place)
    assert marks(place) == [(None, None), (None, None)]
    code, said = command(place.root, "--marks", str(place.documents / TABLE))
    assert code == 0
    assert "changés dans le carnet de notes : 2. Textes encore à lire : 0 sur 2." in said
    assert f"Le carnet de notes ne les avait plus : {ANNE}, {CLEAR} ; {BRUNO}, {CLEAR}." in said
    assert marks(place) == READ
    assert "ne les avait plus" not in command(place.root, "--marks", str(place.documents / TABLE))[1]


def test_a_line_that_was_changed_since_is_taken_as_it_was_typed(place: SessionFolder) -> None:
    fill(place.documents / TABLE, {"points": "3"}, "utf-8-sig", code=ANNE)
    put_back_older(place)
    assert command(place.root, "--marks", str(place.documents / TABLE))[0] == 0
    assert marks(place) == [(3, WORD), READ[1]]


def test_what_was_typed_is_taken_at_once_and_the_word_beside_it_comes_back_from_the_table_kept(
    place: SessionFolder,
) -> None:
    fill(place.documents / TABLE, {"points": "3"}, "utf-8-sig", code=ANNE)
    put_back_older(place)
    assert command(place.root)[0] == 1
    assert marks(place) == [(3, None), (None, None)]
    assert command(place.root, "--marks", str(asides(place)[0]))[0] == 0
    assert marks(place) == [(3, WORD), READ[1]]


@pytest.mark.parametrize("door", ["texts", "close", "écran"])
def test_whatever_writes_the_table_anew_keeps_beside_what_the_gradebook_no_longer_has(
    place: SessionFolder, door: str
) -> None:
    before = (place.documents / TABLE).read_bytes()
    put_back_older(place)
    if door == "texts":
        code, said = command(place.root)
        assert code == 1
    elif door == "close":
        done = CliRunner().invoke(app, ["session", "close", str(place.root), "--all"])
        assert done.exit_code == 1
        said = " ".join(done.output.replace("\u00a0", " ").split())
    else:
        said = " ".join(close_session(place, all_present=True).remarks.values()).replace("\u00a0", " ")
    (aside,) = asides(place)
    assert aside.read_bytes() == before
    assert f"{ANNE}, {CLEAR}" in said
    assert f"liaison session texts --session {place.root} --marks {aside}" in said
    assert marks(place) == [(None, None), (None, None)]
    assert command(place.root, "--marks", str(aside))[0] == 0
    assert marks(place) == READ


@pytest.mark.parametrize("left", ["perdu", "vide"])
def test_a_table_is_kept_and_counted_while_the_gradebook_is_not_there_or_empty(place: SessionFolder, left: str) -> None:
    before = (place.documents / TABLE).read_bytes()
    if left == "perdu":
        place.gradebook.unlink()
    else:
        place.gradebook.write_bytes(b"")
    assert lost_with_names(place) == LostWithNames(unmarked=2, filled=(place.documents / TABLE,))
    assert command(place.root)[0]
    (table,) = [*asides(place)] or [place.documents / TABLE]
    assert table.read_bytes() == before


def lose(place: SessionFolder, how: str) -> None:
    """Lose the gradebook: it is not there, it is empty, or nbgrader made it again, without a mark."""
    if how == "refait":
        unmarked = place.root.with_name("autre")
        markable_session(unmarked)
        shutil.copy(unmarked / "gradebook.db", place.gradebook)
    elif how == "vide":
        place.gradebook.write_bytes(b"")
    else:
        place.gradebook.unlink()


def papers(place: SessionFolder) -> dict[str, bytes]:
    pages = [*(place.root / "feedback").rglob("retour.*"), place.documents / "resultats.csv"]
    return {str(path): path.read_bytes() for path in pages}


@pytest.mark.parametrize("how", ["perdu", "vide", "refait"])
def test_what_was_given_back_and_the_table_of_marks_are_not_written_over_without_it(
    place: SessionFolder, how: str
) -> None:
    close_session(place, all_present=True)
    before = papers(place)
    assert any(WORD.encode() in page for page in before.values())
    lose(place, how)
    for words in (["feedback"], ["results"]):
        done = CliRunner().invoke(app, ["session", *words, "--session", str(place.root)])
        assert done.exit_code or "2 retours sur 2" not in done.output.replace("\u00a0", " ")
    assert papers(place) == before
    if how != "refait":  # closing marks the copies of one that nbgrader made again
        close_session(place, all_present=True)
        assert papers(place) == before


def session(place: SessionFolder, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["session", *words])
    return done.exit_code, " ".join((done.output + str(done.exception or "")).replace("\u00a0", " ").split())


def closes(place: SessionFolder) -> tuple[int, bool]:
    """Close the session; return the exit code, and whether it is said that nothing is missing."""
    code, said = session(place, "close", str(place.root), "--all", "--no-pdf")
    return code, "les retours et les notes sont complets" in said


@pytest.fixture
def closed(place: SessionFolder) -> SessionFolder:
    """Closed, and so given back; the table of marks has both."""
    assert closes(place) == (0, True)
    return place


def forget_copy(place: SessionFolder, code: str) -> None:
    with gradebook_of(place.root) as gradebook:
        gradebook.remove_submission(COURSE.id, code)


def forget(place: SessionFolder, code: str, question: str, *, points: bool = True, word: bool = True) -> None:
    """Have the gradebook lose what was given to one answer, as one put back from before would."""
    with gradebook_of(place.root) as gradebook:
        where = (question, "exercice", COURSE.id, code)
        if points:
            grade = gradebook.find_grade(*where)
            grade.manual_score, grade.needs_manual_grade = None, True
        if word:
            gradebook.find_comment(*where).manual_comment = None
        gradebook.db.commit()


@pytest.mark.parametrize("moodle", [(), ("--moodle", "username")], ids=["seuls", "et pour Moodle"])
def test_the_marks_of_a_copy_that_the_gradebook_lost_are_not_written_over(
    closed: SessionFolder, moodle: tuple[str, ...]
) -> None:
    command = ("results", "--session", str(closed.root), *moodle)
    assert session(closed, *command)[0] == 0
    before = {path.name: path.read_bytes() for path in closed.documents.iterdir() if path.is_file()}
    forget_copy(closed, ANNE)
    code, said = session(closed, *command)
    assert code == 2
    assert f"Rien n'a été écrit : le carnet de notes n'a plus les notes de {ANNE}, que" in said
    assert "noter d'abord ces copies, ou effacer ce tableau" in said
    assert {path.name: path.read_bytes() for path in closed.documents.iterdir() if path.is_file()} == before
    list(grade_course(closed.root, COURSE))
    assert session(closed, *command)[0] == 0


def test_a_table_saved_by_a_spreadsheet_keeps_its_marks_too_and_one_that_is_erased_gives_way(
    closed: SessionFolder,
) -> None:
    table, command = closed.documents / "resultats.csv", ("results", "--session", str(closed.root))
    table.write_bytes(table.read_text(encoding="utf-8-sig").encode("cp1252"))
    forget_copy(closed, ANNE)
    assert session(closed, *command)[0] == 2
    table.unlink()
    assert session(closed, *command)[0] == 0
    assert ANNE not in table.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"code;03_relier points\r\nABCDE;2\r\n"])
def test_a_table_of_other_exercises_or_of_none_is_written_anew(closed: SessionFolder, content: bytes) -> None:
    (closed.documents / "resultats.csv").write_bytes(content)
    assert session(closed, "results", "--session", str(closed.root))[0] == 0
    assert ANNE in (closed.documents / "resultats.csv").read_text(encoding="utf-8-sig")


def page_of(place: SessionFolder, code: str) -> Path:
    return place.feedback / code / COURSE.id / "retour.html"


@pytest.mark.parametrize(
    "lost", [{}, {"points": False}, {"word": False}], ids=["points et mot", "mot seul", "points seuls"]
)
@pytest.mark.parametrize("door", ["feedback", "close"])
def test_points_or_a_word_that_only_a_return_still_gives_are_not_written_over(
    closed: SessionFolder, lost: dict[str, bool], door: str
) -> None:
    before = page_of(closed, ANNE).read_bytes()
    forget(closed, ANNE, CLEAR, **lost)
    if door == "feedback":
        code, said = session(closed, "feedback", "--session", str(closed.root), "--no-pdf")
    else:
        code, said = session(closed, "close", str(closed.root), "--all", "--no-pdf")
        assert "sont complets" not in said
    assert code == 1
    assert f"{ANNE} : pas de retour, celui d'avant est gardé : il donne à « {TITLE} » des points ou un mot" in said
    assert f"s'ils en sont ôtés exprès, effacer d'abord « {page_of(closed, ANNE)} »" in said
    assert page_of(closed, ANNE).read_bytes() == before
    page_of(closed, ANNE).unlink()
    assert session(closed, "feedback", "--session", str(closed.root), "--no-pdf")[0] == 0


def test_points_given_by_hand_to_what_the_machine_marks_are_kept_where_the_gradebook_was_made_again(
    closed: SessionFolder,
) -> None:
    mark_by_hand(closed.root, COURSE, ANNE, "message_de_21_heures", 1.5)
    assert closes(closed) == (0, True)
    before = page_of(closed, ANNE).read_bytes()
    lose(closed, "refait")
    for _ in range(2):  # what the table gives back comes once copies are marked, and what it does not have never
        assert closes(closed) == (1, False)
        assert page_of(closed, ANNE).read_bytes() == before
        command(closed.root, "--marks", str(asides(closed)[0]))
    assert marks(closed) == READ
    assert closes(closed) == (1, False)
    assert page_of(closed, ANNE).read_bytes() == before
    mark_by_hand(closed.root, COURSE, ANNE, "message_de_21_heures", 1.5)
    assert closes(closed) == (0, True)


def test_what_is_corrected_or_erased_on_purpose_is_given_back_at_once(closed: SessionFolder) -> None:
    gives(closed.root, ANNE, 1, "Autre mot.")
    gives(closed.root, BRUNO, 1, "")
    assert session(closed, "feedback", "--session", str(closed.root), "--no-pdf")[0] == 0
    page = page_of(closed, ANNE).read_text(encoding="utf-8")
    assert "Autre mot." in page
    assert WORD not in page
    assert "La date manque." not in page_of(closed, BRUNO).read_text(encoding="utf-8")
    gives(closed.root, BRUNO, None)
    assert session(closed, "feedback", "--session", str(closed.root), "--no-pdf")[0] == 0
    assert "Pas encore lu" in page_of(closed, BRUNO).read_text(encoding="utf-8")


def test_a_new_copy_is_given_back_though_what_was_given_was_to_the_former(closed: SessionFolder) -> None:
    answers(closed, ANNE, "Un tout autre texte.")
    list(grade_course(closed.root, COURSE))
    assert session(closed, "feedback", "--session", str(closed.root), "--no-pdf")[0] == 0
    assert "Un tout autre texte." in page_of(closed, ANNE).read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["donnés par la personne qui anime.", "Ce que la personne qui anime vous écrit"])
def test_an_answer_that_says_the_same_words_is_nothing_that_was_given(place: SessionFolder, text: str) -> None:
    hand_in(place.root, CHLOE, answered({CLEAR: f"<h2>{text}</h2> <strong>1 point sur 3, {text}</strong> {text}"}))
    list(grade_course(place.root, COURSE))
    for _ in range(2):
        assert session(place, "feedback", "--session", str(place.root), "--no-pdf")[0] == 0


def test_the_status_makes_no_gradebook_of_an_empty_file(place: SessionFolder) -> None:
    place.gradebook.write_bytes(b"")
    assert CliRunner().invoke(app, ["session", "status", str(place.root)]).exit_code == 0
    assert place.gradebook.read_bytes() == b""


def graded(place: SessionFolder) -> str:
    done = CliRunner().invoke(app, ["session", "grade", "--session", str(place.root)])
    return " ".join((done.output + str(done.exception or "")).replace("\u00a0", " ").split())


def test_before_another_is_made_one_is_told_to_keep_what_was_given_back(place: SessionFolder) -> None:
    lose(place, "perdu")
    said = graded(place)
    assert "generate_assignment" in said
    assert "une copie de" not in said  # nothing was given back yet
    shutil.copy(place.root.parent / "avant.db", place.gradebook)
    close_session(place, all_present=True)
    lose(place, "perdu")
    assert f"Faire d'abord une copie de « {place.root} »" in graded(place)


def test_a_damaged_gradebook_is_said_with_a_remedy_that_works(place: SessionFolder) -> None:
    place.gradebook.write_bytes(b"Ce n'est pas un carnet de notes. " * 100)
    said = graded(place)
    assert "il est abîmé, ou d'une autre version. Rien n'y a été changé." in said
    assert "le mettre ailleurs et noter, par « Noter les copies » à l'écran ou « liaison session grade »" in said
    place.gradebook.rename(place.root.parent / "ailleurs.db")
    assert "generate_assignment" in graded(place)


def test_a_table_that_is_taken_before_copies_are_marked_says_to_mark_them(place: SessionFolder) -> None:
    lose(place, "refait")
    command(place.root, "--marks", str(place.documents / TABLE))
    (table,) = [*asides(place)] or [place.documents / TABLE]
    said = command(place.root, "--marks", str(table))[1]
    assert "Des copies ne sont pas notées ; les noter d'abord, puis relancer la même commande." in said
    assert f"liaison session grade --session {place.root}" in said
    assert "Ensuite : liaison session close" not in said
    list(grade_course(place.root, COURSE))
    said = command(place.root, "--marks", str(table))[1]
    assert "Pas prises" not in said
    assert marks(place) == READ


def test_before_names_are_erased_such_a_table_is_one_that_was_not_taken(place: SessionFolder) -> None:
    assert lost_with_names(place) == LostWithNames(not_given=2)
    put_back_older(place)
    assert lost_with_names(place) == LostWithNames(unread=2, filled=(place.documents / TABLE,))
    command(place.root, "--marks", str(place.documents / TABLE))
    assert lost_with_names(place) == LostWithNames(not_given=2)


@pytest.mark.parametrize("newer", [(3.0, "Clair."), (3.0, ""), (None, ""), (2.5, "")])
def test_what_was_replaced_or_erased_on_purpose_since_does_not_come_back_and_is_no_loss(
    place: SessionFolder, newer: tuple[float | None, str]
) -> None:
    gives(place.root, ANNE, *newer)
    now = marks(place)
    assert lost_with_names(place).filled == ()
    code, said = command(place.root, "--marks", str(place.documents / TABLE))
    assert (code, "changés dans le carnet de notes : 0" in said) == (0, True)
    assert marks(place) == now
    assert command(place.root)[0] == 0
    assert asides(place) == []


def test_another_mark_that_the_gradebook_holds_is_not_written_over_and_both_are_left(place: SessionFolder) -> None:
    put_back_older(place)
    gives(place.root, ANNE, 1, "Relu.")
    code, said = command(place.root, "--marks", str(place.documents / TABLE))
    assert code == 0
    assert f"Pas prises, le carnet de notes en tient d'autres, ou n'a pas ce texte : {ANNE}, {CLEAR}." in said
    assert marks(place) == [(1, "Relu."), READ[1]]
    assert lost_with_names(place).filled == (place.documents / TABLE,)
    assert command(place.root)[0] == 1
    assert len(asides(place)) == 1


def test_a_word_erased_in_formgrader_comes_back_by_no_closing_and_its_table_is_kept(place: SessionFolder) -> None:
    mark_by_hand(place.root, COURSE, ANNE, CLEAR, 3, "Autre.")
    close_session(place, all_present=True)
    assert marks(place) == [(3, "Autre."), READ[1]]
    assert len(asides(place)) == 1


def test_a_mark_for_a_text_that_is_another_by_now_is_not_given_to_it(place: SessionFolder) -> None:
    shutil.rmtree(place.submitted / ANNE)
    hand_in(place.root, ANNE, answered({CLEAR: "Lisez."}))
    put_back_older(place)
    code, said = command(place.root, "--marks", str(place.documents / TABLE))
    assert code == 0
    assert "Pas prises" in said
    assert marks(place) == [(None, None), READ[1]]


def test_once_names_are_erased_nothing_recognises_a_comment_that_named_somebody(place: SessionFolder) -> None:
    named = f"Bravo {NAMES[ANNE]}"
    gives(place.root, ANNE, 3, named)
    gives(place.root, ANNE, 3, "Bravo")
    print_of_it = mark_print(3, named).encode()
    assert print_of_it in place.gradebook.read_bytes()
    assert purge(place, NOON + dt.timedelta(days=31)).state == "fait"
    assert print_of_it not in place.gradebook.read_bytes()


def answers(place: SessionFolder, code: str, text: str) -> None:
    content = answered({"message_de_21_heures": "attend", CLEAR: text})
    (place.submitted / code / COURSE.id / "reponses.json").write_text(json.dumps(content), encoding="utf-8")


def test_once_names_are_erased_nothing_recognises_an_answer_and_blank_ones_still_wait_for_nobody(
    place: SessionFolder,
) -> None:
    signed = f"Merci, {NAMES[ANNE]}"
    answers(place, ANNE, signed)
    answers(place, BRUNO, "")
    list(grade_course(place.root, COURSE))
    gives(place.root, ANNE, 3, f"Bien, {NAMES[ANNE]}")
    answers(place, ANNE, f"{signed}.")
    list(grade_course(place.root, COURSE))  # what was given to the first is given to a former answer
    prints = [fingerprint(text).encode() for text in (signed, f"{signed}.")]
    assert prints[1] in place.gradebook.read_bytes()
    totals = results(place.root, [COURSE]).totals
    proof = purge(place, NOON + dt.timedelta(days=31))
    assert (proof.state, [each in place.gradebook.read_bytes() for each in prints]) == ("fait", [False, False])
    with sqlite3.connect(place.gradebook) as base:
        rows = base.execute("SELECT answer, former FROM carnets_given_to").fetchall()
    assert {*rows} <= {("", None), (fingerprint(""), None)}
    assert results(place.root, [COURSE]).totals == totals
