"""The texts that a trainer reads: their marks are the rows of nbgrader's gradebook, by whichever way they are given."""

import csv
import io
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from training.a_course import COURSE, answered, gradebook_of, hand_in, mark_by_hand
from training.damaged_copies import SOLVED
from typer.testing import CliRunner, Result

from app.cli.commands import app
from liaison.questions.common import Text
from liaison.training.marks.copies import CourseError
from liaison.training.marks.gradebook import grade_course
from liaison.training.marks.texts_file import Filled, read_marks, texts_csv
from liaison.training.marks.texts_to_read import (
    MarkError,
    NewerMarkError,
    NewMark,
    TextToRead,
    points_of,
    texts_to_read,
    write_marks,
)
from liaison.training.marks.trainer_marks import TrainerMark

CLEAR, FIRST = "message_clair", "premier_changement"
(QUESTION,) = [one for one in COURSE.questions if isinstance(one, Text) and one.id == CLEAR]


@pytest.fixture
def read(course: Path) -> Path:
    """A course with two texts to one question, one to the other, an empty copy, all marked by the machine."""
    hand_in(course, "R7K2M", answered({CLEAR: "Signez\navant jeudi.", FIRST: "=Le rythme"}))
    hand_in(course, "DB5KJ", answered({CLEAR: "Apportez le papier.", FIRST: "  \n"}))
    hand_in(course, "GNYWB", None)
    list(grade_course(course, COURSE))
    return course


def texts(folder: Path) -> dict[tuple[str, str], TextToRead]:
    return {(one.person, one.question.id): one for one in texts_to_read(folder, [COURSE]).texts}


def row(folder: Path, person: str, question: str) -> tuple[float | None, bool, str | None]:
    """What nbgrader holds: points given by hand, whether somebody has still to look, the comment."""
    with gradebook_of(folder) as gradebook:
        where = (question, "exercice", COURSE.id, person)
        grade = gradebook.find_grade(*where)
        return grade.manual_score, grade.needs_manual_grade, gradebook.find_comment(*where).comment


def test_texts_come_question_by_question_and_who_wrote_nothing_is_not_among_them(read: Path) -> None:
    found = texts_to_read(read, [COURSE])
    assert [(one.question.id, one.person) for one in found.texts] == [
        (CLEAR, "DB5KJ"),
        (CLEAR, "R7K2M"),
        (FIRST, "R7K2M"),
    ]
    assert found.waiting == 3
    assert found.unmarked == ()


def test_a_copy_that_the_gradebook_does_not_know_yet_is_named_and_not_shown(read: Path) -> None:
    hand_in(read, "ZZZZZ", answered(SOLVED))
    found = texts_to_read(read, [COURSE])
    assert found.unmarked == (("ZZZZZ", COURSE.id),)
    assert "ZZZZZ" not in {one.person for one in found.texts}


def test_a_mark_given_here_is_the_one_that_nbgrader_holds_and_the_other_way_round(read: Path) -> None:
    found = texts(read)
    assert write_marks(read, [NewMark(found["R7K2M", CLEAR], 2.5, "Qui appeler ?")]) == 1
    assert row(read, "R7K2M", CLEAR) == (2.5, False, "Qui appeler ?")
    mark_by_hand(read, COURSE, "DB5KJ", CLEAR, 1, "La date manque.")
    found = texts(read)
    assert found["R7K2M", CLEAR].given == TrainerMark(2.5, 0.0, "Qui appeler ?")
    assert found["DB5KJ", CLEAR].given == TrainerMark(1, 0.0, "La date manque.")
    assert [name for name, one in found.items() if one.waits] == [("R7K2M", FIRST)]
    assert write_marks(read, [NewMark(found["R7K2M", CLEAR], None, "")]) == 1
    assert row(read, "R7K2M", CLEAR) == (None, True, None)


def test_a_mark_that_changed_since_it_was_read_is_not_overwritten_nor_what_comes_with_it(read: Path) -> None:
    found = texts(read)
    mark_by_hand(read, COURSE, "R7K2M", CLEAR, 1, "La date manque.")
    with pytest.raises(NewerMarkError, match="R7K2M") as refused:
        write_marks(read, [NewMark(found["DB5KJ", CLEAR], 2), NewMark(found["R7K2M", CLEAR], 3)])
    assert refused.value.held == TrainerMark(1, 0.0, "La date manque.")
    assert row(read, "R7K2M", CLEAR) == (1, False, "La date manque.")
    assert row(read, "DB5KJ", CLEAR) == (None, True, None)
    assert write_marks(read, [NewMark(found["R7K2M", CLEAR], 1, "La date manque.")]) == 0


@pytest.mark.parametrize(
    ("written", "points"),
    [("", None), (" ", None), ("0", 0), ("2,5", 2.5), ("3", 3), (" 3.0 ", 3), ("2,55", 2.55), ("2,550", 2.55)],
)
def test_points_are_read_as_they_are_typed(written: str, points: float | None) -> None:
    assert points_of(written, QUESTION) == points


@pytest.mark.parametrize("written", ["3,01", "-1", "2,555", "2,55555", "nan", "inf", "deux", "1e", "2/3"])
def test_points_outside_the_scale_are_refused_with_the_scale(written: str) -> None:
    with pytest.raises(MarkError, match=r"de 0 à 3"):
        points_of(written, QUESTION)


def filled(folder: Path, **cells: dict[str, str]) -> Path:
    """Write the table of a course with cells filled in, by person; those of the question CLEAR."""
    path = folder / "rempli.csv"
    path.write_bytes(texts_csv(texts_to_read(folder, [COURSE]).texts))
    for code, changed in cells.items():
        fill(path, changed, code=code, question=CLEAR)
    return path


def fill(path: Path, cells: dict[str, str], encoding: str = "cp1252", **where: str) -> None:
    """Fill cells in the lines of a table that have these values, and save it as an older Excel does, or another."""
    text = read_text(path)
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    for line in rows:
        if all(line[name] == value for name, value in where.items()):
            line |= cells
    with path.open("w", encoding=encoding, errors="replace", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


def read_text(path: Path) -> str:
    """Return a table as it is saved, whichever the encoding."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return path.read_bytes().decode("cp1252")


def test_a_table_that_was_filled_in_is_taken_and_its_empty_cells_change_nothing(read: Path) -> None:
    mark_by_hand(read, COURSE, "DB5KJ", CLEAR, 1, "La date manque.")
    path = filled(read, R7K2M={"points": "2,5", "commentaire": "Très clair : bravo à l'élève."})
    marks = read_marks(path, texts_to_read(read, [COURSE]).texts).marks
    assert write_marks(read, marks) == 1
    assert row(read, "R7K2M", CLEAR) == (2.5, False, "Très clair : bravo à l'élève.")
    assert row(read, "DB5KJ", CLEAR) == (1, False, "La date manque.")
    assert row(read, "R7K2M", FIRST) == (None, True, None)
    assert write_marks(read, read_marks(path, texts_to_read(read, [COURSE]).texts).marks) == 0


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"points": "4"}, "de 0 à 3"),
        ({"points": "2", "empreinte": "t0123456789ab"}, "n'est plus celui-là"),
        ({"points": "2", "empreinte": "", "texte": "Autre chose."}, "n'est plus celui-là"),
        ({"points": "2", "empreinte": "", "texte": "Signez\navant ?eudi."}, "n'est plus celui-là"),
        ({"code": "XXXXX", "points": "2"}, "n'est à lire dans cette séance"),
        ({"code": "DB5KJ", "texte": "Apportez le papier."}, "n'en garder qu'une ligne"),
    ],
)
def test_one_line_that_cannot_be_taken_is_told_and_no_mark_changes(
    read: Path, cells: dict[str, str], said: str
) -> None:
    path = filled(read, DB5KJ={"points": "1"}, R7K2M=cells)
    with pytest.raises(MarkError) as refused:
        read_marks(path, texts_to_read(read, [COURSE]).texts)
    told = str(refused.value).replace("\u00a0", " ")
    assert said in told
    asked = cells.get("code", "R7K2M")
    assert f"ligne 3, {asked}, {CLEAR} :" in told
    assert "aucune note n'a changé" in told
    assert row(read, "DB5KJ", CLEAR) == (None, True, None)


def test_the_row_that_is_named_is_the_one_that_a_spreadsheet_shows_under_texts_of_several_lines(read: Path) -> None:
    hand_in(read, "ZZZZZ", answered({CLEAR: "Venez\nici\nlundi."}))
    list(grade_course(read, COURSE))
    path = filled(read, ZZZZZ={"points": "9"})
    with pytest.raises(MarkError, match=f"- ligne 4, ZZZZZ, {CLEAR}\u00a0:"):
        read_marks(path, texts_to_read(read, [COURSE]).texts)


def test_an_untouched_table_puts_no_former_mark_back(read: Path) -> None:
    mark_by_hand(read, COURSE, "DB5KJ", CLEAR, 1, "La date manque.")
    mark_by_hand(read, COURSE, "R7K2M", CLEAR, 1 / 3)
    path = filled(read)
    mark_by_hand(read, COURSE, "DB5KJ", CLEAR, 2, "La date y est.")
    mark_by_hand(read, COURSE, "R7K2M", CLEAR, 3, "Très clair.")
    assert write_marks(read, read_marks(path, texts_to_read(read, [COURSE]).texts).marks) == 0
    assert row(read, "DB5KJ", CLEAR) == (2, False, "La date y est.")
    assert row(read, "R7K2M", CLEAR) == (3, False, "Très clair.")


@pytest.mark.parametrize("cells", [{"points": "3"}, {"commentaire": "Bien."}, {"points": "3", "commentaire": "Bien."}])
def test_a_line_filled_in_while_its_mark_changed_elsewhere_is_refused_with_the_mark_that_is_there(
    read: Path, cells: dict[str, str]
) -> None:
    mark_by_hand(read, COURSE, "DB5KJ", CLEAR, 1, "La date manque.")
    path = filled(read, DB5KJ=cells)
    mark_by_hand(read, COURSE, "DB5KJ", CLEAR, 2, "La date y est.")
    with pytest.raises(MarkError) as refused:
        read_marks(path, texts_to_read(read, [COURSE]).texts)
    told = str(refused.value).replace("\u00a0", " ")
    for word in (f"ligne 2, DB5KJ, {CLEAR}", "2 sur 3", "« La date y est. »", "un tableau sorti de nouveau"):
        assert word in told


def test_a_line_changed_after_it_was_written_out_is_taken_when_nobody_else_changed_its_mark(read: Path) -> None:
    mark_by_hand(read, COURSE, "DB5KJ", CLEAR, 1, "La date manque.")
    path = filled(read, DB5KJ={"points": "2"})
    assert write_marks(read, read_marks(path, texts_to_read(read, [COURSE]).texts).marks) == 1
    assert row(read, "DB5KJ", CLEAR) == (2, False, "La date manque.")


def test_a_table_written_before_it_held_the_former_marks_gives_marks_but_replaces_none(read: Path) -> None:
    path = filled(read, DB5KJ={"points": "2"})
    with path.open(encoding="cp1252", newline="") as file:
        rows = [line[:8] for line in csv.reader(file, delimiter=";")]
    with path.open("w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    assert write_marks(read, read_marks(path, texts_to_read(read, [COURSE]).texts).marks) == 1
    mark_by_hand(read, COURSE, "DB5KJ", CLEAR, 1)
    with pytest.raises(MarkError, match="DB5KJ"):
        read_marks(path, texts_to_read(read, [COURSE]).texts)


SIGNS = "Ț\u202f: signez → avant 😀 λ"


def test_a_table_saved_without_the_letters_of_a_text_gives_its_marks_and_says_that_letters_are_lost(read: Path) -> None:
    hand_in(read, "ZZZZZ", answered({CLEAR: SIGNS}))
    list(grade_course(read, COURSE))
    write_marks(read, [NewMark(texts(read)["ZZZZZ", CLEAR], None, SIGNS)])
    path = filled(read, ZZZZZ={"points": "1"})
    assert "??: signez ? avant ? ?" in read_text(path)
    found = read_marks(path, texts_to_read(read, [COURSE]).texts)
    assert found.lost
    assert write_marks(read, found.marks) == 1
    assert row(read, "ZZZZZ", CLEAR) == (1, False, SIGNS)
    whole = filled(read, DB5KJ={"points": "1"})
    assert not read_marks(whole, [texts(read)["DB5KJ", CLEAR]]).lost


def test_a_table_of_before_that_lost_letters_says_how_to_save_one(read: Path) -> None:
    hand_in(read, "ZZZZZ", answered({CLEAR: SIGNS}))
    list(grade_course(read, COURSE))
    path = filled(read, ZZZZZ={"points": "1", "empreinte": ""})
    with pytest.raises(MarkError, match=r"a perdu des lettres.*CSV UTF-8"):
        read_marks(path, texts_to_read(read, [COURSE]).texts)


@pytest.mark.parametrize("emptied", ["points", "commentaire"])
def test_an_emptied_cell_erases_nothing_and_is_told_and_a_dash_erases(read: Path, emptied: str) -> None:
    mark_by_hand(read, COURSE, "DB5KJ", CLEAR, 1, "La date manque.")
    found = read_marks(filled(read, DB5KJ={emptied: ""}), texts_to_read(read, [COURSE]).texts)
    assert found == Filled((), (f"DB5KJ, {CLEAR} ({emptied})",))
    dashed = filled(read, DB5KJ={emptied: "-"})
    found = read_marks(dashed, texts_to_read(read, [COURSE]).texts)
    assert found.emptied == ()
    assert write_marks(read, found.marks) == 1
    left = (None, True, "La date manque.") if emptied == "points" else (1, False, None)
    assert row(read, "DB5KJ", CLEAR) == left


def test_a_table_without_its_columns_is_refused(read: Path) -> None:
    path = read / "autre.csv"
    path.write_text("code;points\nR7K2M;2\n", encoding="utf-8")
    with pytest.raises(MarkError, match="exercice"):
        read_marks(path, ())


@given(text=st.text(min_size=1).filter(str.strip), comment=st.text(max_size=60))
@example(text="\n".join("abcdefgh" * 8), comment="")
@example(text="0", comment="0\x00")
@example(text="=1+1;\"x\r\n'", comment="'=A1")
@settings(max_examples=120, deadline=None)
def test_whatever_was_written_the_table_comes_back_as_it_went(
    tmp_path_factory: pytest.TempPathFactory, text: str, comment: str
) -> None:
    text = text.encode("utf-8", "replace").decode("utf-8")
    one = TextToRead(COURSE, QUESTION, "R7K2M", text, TrainerMark(1.5, 0.0, comment.strip()))
    path = tmp_path_factory.mktemp("table") / "textes.csv"
    path.write_bytes(texts_csv([one]))
    assert read_marks(path, [one]) == Filled(())
    fill(path, {"points": "2"}, "utf-8-sig")
    (mark,) = read_marks(path, [one]).marks
    assert (mark.points, mark.comment) == (2, one.given.comment)


def test_a_gradebook_that_is_not_there_is_said_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="session grade"):
        texts_to_read(tmp_path, [COURSE])


def test_one_mark_of_a_copy_that_the_gradebook_does_not_know_changes_none_of_the_others(read: Path) -> None:
    found = texts(read)
    gone = TextToRead(COURSE, QUESTION, "PARTI", "x", TrainerMark())
    with pytest.raises(MarkError, match="Rien n'a changé"):
        write_marks(read, [NewMark(found["DB5KJ", CLEAR], 1), NewMark(gone, 2)])
    assert row(read, "DB5KJ", CLEAR) == (None, True, None)


def test_a_gradebook_held_by_another_program_is_said_to_be_and_no_mark_changes(
    read: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = texts(read)
    monkeypatch.setattr("sqlite3.dbapi2.connect", partial(sqlite3.connect, timeout=0.1))
    with closing(sqlite3.connect(read / "gradebook.db")) as held:
        held.execute("BEGIN IMMEDIATE")
        with pytest.raises(CourseError, match="tenu par un autre programme"):
            write_marks(read, [NewMark(found["DB5KJ", CLEAR], 1)])
    assert row(read, "DB5KJ", CLEAR) == (None, True, None)


def test_the_command_writes_the_table_then_takes_it_back_and_counts_what_is_left(read: Path, tmp_path: Path) -> None:
    def command(*words: str) -> str:
        said = CliRunner().invoke(app, ["session", "texts", "01", "--session", str(read), *words])
        assert said.exit_code == 0, said.stderr
        return said.stdout.replace("\u00a0", " ")

    assert "Textes encore à lire : 3 sur 3." in command()
    table = read / "documents" / "textes_a_lire.csv"
    text = table.read_text(encoding="utf-8-sig").replace('papier.;"3,0";;', 'papier.;"3,0";2;Bien')
    (tmp_path / "rempli.csv").write_text(text, encoding="utf-8")
    said = command("--marks", str(tmp_path / "rempli.csv"))
    assert "changés dans le carnet de notes : 1. Textes encore à lire : 2 sur 3." in said
    assert row(read, "DB5KJ", CLEAR) == (2, False, "Bien")
    (tmp_path / "rempli.csv").write_text(text.replace(";2;Bien", ";9;"), encoding="utf-8")
    asked = ["session", "texts", "01", "--session", str(read), "--marks", str(tmp_path / "rempli.csv")]
    refused = CliRunner().invoke(app, asked)
    assert refused.exit_code == 2
    assert f"ligne 2, DB5KJ, {CLEAR} : « 9 » n'est pas un nombre de points" in refused.stderr.replace("\u00a0", " ")


# A terminal obeys the first ones, the next turn the order of the letters that follow; the last are those of any text.
OBEYED = {"\x1b[2J\x07\x9b31m": "\ufffd[2J\ufffd\ufffd31m", "\u202etnem\u2066é\ud800": "\ufffdtnem\ufffdé\ufffd"}
KEPT = "a\u00a0b\u202fc\u200fد\u200d👩🏽\u200d🏫\té"


def test_a_text_is_read_with_the_signs_that_nothing_should_obey_in_sight_and_marked_like_any_other(
    course: Path,
) -> None:
    sent = "".join(OBEYED) + KEPT + "\r\nun\u2028deux\rtrois"
    copy = hand_in(course, "R7K2M", answered({CLEAR: sent}))
    list(grade_course(course, COURSE))
    one = texts(course)["R7K2M", CLEAR]
    assert one.text == "".join(OBEYED.values()) + KEPT + "\nun\ndeux\ntrois"
    session_texts(course)
    table = course / "documents" / "textes_a_lire.csv"
    assert one.text in table.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    fill(table, {"points": "2"}, code="R7K2M")
    assert session_texts(course).exit_code == 0
    assert row(course, "R7K2M", CLEAR)[0] == 2
    assert "u202e" in (copy / "reponses.json").read_text(encoding="utf-8")  # what was handed in is kept as it came


def session_texts(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["session", "texts", "01", "--session", str(folder), *words])


def test_a_table_filled_where_it_was_left_is_taken_before_it_is_written_anew(read: Path) -> None:
    table = read / "documents" / "textes_a_lire.csv"
    session_texts(read)
    fill(table, {"points": "2", "commentaire": "Bien"}, code="DB5KJ")
    said = session_texts(read)
    assert said.exit_code == 0
    assert "Notes et commentaires changés : 1. Textes encore à lire : 2" in " ".join(said.stdout.split())
    assert row(read, "DB5KJ", CLEAR) == (2, False, "Bien")
    assert 'papier.;"3,0";"2,0";Bien' in read_text(table)
    fill(table, {"commentaire": ""}, code="DB5KJ")
    assert "écrire « - »" in " ".join(session_texts(read).stdout.split())
    assert row(read, "DB5KJ", CLEAR) == (2, False, "Bien")


def test_a_filled_table_that_cannot_be_taken_is_kept_beside_each_time(read: Path) -> None:
    table = read / "documents" / "textes_a_lire.csv"
    session_texts(read)
    filled_in = []
    for points in ("9", "8"):
        fill(table, {"points": points}, code="DB5KJ")
        filled_in.append(table.read_bytes())
        said = session_texts(read)
        assert said.exit_code == 1
        assert f"« {points} » n'est pas un nombre de points" in " ".join(said.stdout.split())
    kept = sorted(path for path in table.parent.iterdir() if path != table)
    assert [path.read_bytes() for path in kept] == filled_in
    assert f"--marks {kept[1]}" in said.stdout
    assert session_texts(read).exit_code == 0
    assert len(list(table.parent.iterdir())) == 3


def test_marking_again_into_a_folder_takes_the_table_that_was_filled_there(read: Path, tmp_path: Path) -> None:
    asked = ["session", "grade", "01", "--session", str(read), "--out", str(tmp_path)]
    CliRunner().invoke(app, asked)
    fill(tmp_path / "textes_a_lire.csv", {"points": "2"}, code="DB5KJ")
    said = CliRunner().invoke(app, asked)
    assert "Notes et commentaires changés : 1." in " ".join(said.stdout.split())
    assert row(read, "DB5KJ", CLEAR) == (2, False, None)
