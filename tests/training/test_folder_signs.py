"""A session in a folder whose name has signs that nbgrader reads otherwise: its gradebook is in it, or it is said."""

import shutil
from pathlib import Path

import pytest
from training.a_course import COURSE, answered, hand_in
from training.a_session import ANNE, BRUNO, markable_session
from training.test_texts_to_read import CLEAR, texts
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.training.marks.gradebook import grade_course
from liaison.training.marks.results import results
from liaison.training.marks.texts_to_read import NewMark, write_marks
from liaison.training.session.folder_signs import unreadable_signs

MOVED = ("Lundi ? oui", "50%25", "2026 [groupe A]", "pour $HOME", "?")
READ = ("été d'Anne", "a : b ; c & d !", "{salle} « 3 »", "#1")


def liaison(*words: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["session", *map(str, words)])
    return done.exit_code, " ".join((str(done.exception) + done.output).replace("\u00a0", " ").split())


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    (tmp_path / "ici").mkdir()
    root = markable_session(tmp_path / "ici" / "seance")
    for code in (ANNE, BRUNO):
        hand_in(root, code, answered({"message_de_21_heures": "attend", CLEAR: "Signez."}))
    list(grade_course(root, COURSE))
    write_marks(root, [NewMark(texts(root)[ANNE, CLEAR], 2, "Bien.")])
    return root


@pytest.mark.parametrize("name", [*MOVED, *READ])
def test_a_session_that_is_moved_keeps_its_gradebook_whatever_its_folder_is_called(marked: Path, name: str) -> None:
    before = results(marked, [COURSE])
    root = marked.rename(marked.with_name(name))
    assert results(root, [COURSE]) == before
    list(grade_course(root, COURSE))
    assert results(root, [COURSE]) == before
    assert write_marks(root, [NewMark(texts(root)[BRUNO, CLEAR], 1, "Vu.")]) == 1
    assert liaison("status", root)[0] == 0
    assert [path.name for path in root.parent.iterdir()] == [name]


@pytest.mark.parametrize("name", MOVED)
def test_where_nbgrader_would_not_read_the_folder_its_command_is_not_printed(marked: Path, name: str) -> None:
    root = marked.rename(marked.with_name(name))
    (root / "gradebook.db").unlink()
    code, said = liaison("grade", "--session", root)
    assert code
    assert "generate_assignment" not in said
    assert f"l'un de ces signes : {unreadable_signs(root)}" in said
    shutil.move(root, marked)
    assert "generate_assignment" in liaison("grade", "--session", marked)[1]


@pytest.mark.parametrize("name", MOVED)
def test_no_session_is_made_in_such_a_folder_and_nothing_is_left(tmp_path: Path, name: str) -> None:
    place = tmp_path / "ici"
    place.mkdir()
    words = ["new", "--date", "2026-11-30", "--module", "01", "--participants", "3", "--mode", "machines", "--out"]
    code, said = liaison(*words, place / name)
    assert code
    assert "Rien n'a été fait : nbgrader ne lit pas un dossier" in said
    assert not [*place.iterdir()]


@pytest.mark.parametrize("name", READ)
def test_any_other_name_is_taken(name: str) -> None:
    assert unreadable_signs(Path("/srv") / name) == ""
