"""The repository is an nbgrader course: its configuration, tried with nbgrader's own commands on a small exercise."""

import json
import shutil
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook
from training.a_course import nbgrader_each

ROOT = Path(__file__).parents[2]
MODULE = "01_messagerie_ent"
KEY = "apres_sept_heures"
SOLUTION = "trente familles de plus"
QUESTION = f"""import json
from pathlib import Path

fichier = Path("reponses.json")
reponses = json.loads(fichier.read_text(encoding="utf-8"))["reponses"] if fichier.is_file() else {{}}
### BEGIN HIDDEN TESTS
assert reponses.get("question_1") == "{KEY}"
### END HIDDEN TESTS"""
LEARNERS = {"eleve_juste": KEY, "eleve_faux": "jamais", "eleve_sans_reponse": None}


def graded(source: str, grade_id: str, **settings: object) -> nbformat.NotebookNode:
    cell = new_code_cell(source)
    settings = {"grade": False, "locked": False, "solution": False, "task": False} | settings
    cell.metadata["nbgrader"] = {"schema_version": 3, "cell_type": "code", "grade_id": grade_id, **settings}
    return cell


def answers(choice: str) -> str:
    return json.dumps({"version": 1, "reponses": {"question_1": choice}})


def course_in(folder: Path) -> None:
    """The real configuration over a real module, with an exercise of one question; its trainer has tried it."""
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    module = folder / "notebooks" / MODULE
    shutil.copytree(ROOT / "notebooks" / MODULE, module, ignore=shutil.ignore_patterns(".*", "reponses*.json"))
    exercise = new_notebook(
        cells=[
            new_markdown_cell("Un message part à 21 h. Quand est-il notifié ?"),
            graded(f"### BEGIN SOLUTION\n'{SOLUTION}'\n### END SOLUTION", "exemple", solution=True),
            graded(QUESTION, "question_1", grade=True, locked=True, points=2),
        ],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    )
    nbformat.write(exercise, module / "exercice.ipynb")
    kept = ("reponses.json", "reponses_precedentes.json", "reponses_illisibles.json")
    for name in (*kept, "participant.json", "remise-R7K2M.zip"):
        (module / name).write_text(answers(KEY), encoding="utf-8")


def hand_in(folder: Path) -> None:
    """Each learner works in a copy of the release, and sends one archive named after them."""
    archives = folder / "downloaded" / MODULE / "archive"
    archives.mkdir(parents=True)
    for learner, choice in LEARNERS.items():
        with zipfile.ZipFile(archives / f"{learner}.zip", "w") as archive:
            for file in (folder / "release" / MODULE).iterdir():
                archive.write(file, file.name)
            if choice is not None:
                archive.writestr("reponses.json", answers(choice))


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cours")
    course_in(folder)
    nbgrader_each(folder, ("generate_assignment", MODULE))
    hand_in(folder)
    nbgrader_each(folder, *((command, MODULE) for command in ("zip_collect", "autograde", "generate_feedback")))
    return folder


@pytest.mark.slow
def test_a_release_holds_only_the_exercise_and_what_it_reads(course: Path) -> None:
    released = course / "release" / MODULE
    assert {file.name for file in released.rglob("*")} == {"exercice.ipynb", "scenario.yaml"}
    assert (course / "notebooks" / MODULE / "reponses.json").is_file()


@pytest.mark.slow
def test_a_release_holds_neither_the_solution_nor_the_key(course: Path) -> None:
    source = (course / "notebooks" / MODULE / "exercice.ipynb").read_text(encoding="utf-8")
    released = (course / "release" / MODULE / "exercice.ipynb").read_text(encoding="utf-8")
    for secret in (SOLUTION, KEY):
        assert secret in source
        assert secret not in released
    assert "question_1" in released


@pytest.mark.slow
@pytest.mark.parametrize("learner", LEARNERS)
def test_the_answers_of_a_learner_arrive_and_survive_the_marking(course: Path, learner: str) -> None:
    choice = LEARNERS[learner]
    for step in ("submitted", "autograded"):
        file = course / step / learner / MODULE / "reponses.json"
        assert file.is_file() == (choice is not None)
        assert choice is None or file.read_text(encoding="utf-8") == answers(choice)


@pytest.mark.slow
def test_only_the_right_answer_is_marked_right(course: Path) -> None:
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "carnets-de-liaison") as gradebook:
        copies = {learner: gradebook.find_submission(MODULE, learner) for learner in LEARNERS}
        assert {copy.max_score for copy in copies.values()} == {2}
        assert {learner: copy.score for learner, copy in copies.items()} == {
            "eleve_juste": 2,
            "eleve_faux": 0,
            "eleve_sans_reponse": 0,
        }
        assert not any(copy.needs_manual_grade for copy in copies.values())


@pytest.mark.slow
def test_every_learner_gets_a_feedback_with_their_mark(course: Path) -> None:
    for learner, mark in (
        ("eleve_juste", "2.0 / 2.0"),
        ("eleve_faux", "0.0 / 2.0"),
        ("eleve_sans_reponse", "0.0 / 2.0"),
    ):
        page = (course / "feedback" / learner / MODULE / "exercice.html").read_text(encoding="utf-8")
        assert f"Score: {mark}" in page
