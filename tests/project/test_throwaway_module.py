"""The recipe of CONTRIBUTING, followed: a module is its own files, and the whole suite has it.

In a copy of the suite, the model of `docs/modele_de_module` is laid down as the recipe says; nothing that was there is
edited but the layer contract. What is asked then is asked of the copy, by processes that know no other suite.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "docs" / "modele_de_module"
COPIED = ("app", "liaison", "widgets", "notebooks", "datasets", "binder", "docs", "tests", "nbgrader_config.py")
NAME = "99_essai"
# The settings of the suite are not copied.
PLAIN = ("-q", "-c", os.devnull, "--rootdir", ".", "--import-mode=importlib")
Ask = Callable[..., str]


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the suite with the module of the model in it."""
    top = tmp_path_factory.mktemp("suite")
    unwanted = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, top / name, ignore=unwanted)
        else:
            shutil.copy(ROOT / name, top)
    for file in (path for path in MODEL.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        place = top / file.relative_to(MODEL)
        assert not place.exists(), f"{place} is not the module's own"
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, place)
    contract = (ROOT / ".importlinter").read_text(encoding="utf-8")
    here = "    liaison.messaging | liaison.practice | liaison.diagnostic\n"
    assert here in contract
    (top / ".importlinter").write_text(contract.replace(here, f"{here.rstrip()} | liaison.essai\n"), encoding="utf-8")
    return top


@pytest.fixture(scope="module")
def ask(suite: Path) -> Ask:
    """Run Python in the copy, and return what it prints."""

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=suite,
            env={**os.environ, "PYTHONPATH": f"{suite}{os.pathsep}{suite / 'tests'}"},
            capture_output=True,
            text=True,
            timeout=240,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def command(ask: Ask, *arguments: str) -> str:
    return ask("-c", "from app.cli import main; main()", *arguments)


def test_the_home_has_its_card_and_a_link_to_each_of_its_notebooks(ask: Ask) -> None:
    page = ask("-c", "from widgets.home import Home; print(Home()._repr_html_())")
    assert "Compter les copies" in page
    linked = re.findall(rf"{NAME}/(\w+)\.ipynb", page)
    assert sorted(linked) == ["application", "exercice", "lecon"]


def test_the_command_has_its_own_and_the_schema_of_its_file(ask: Ask) -> None:
    assert "Compter les familles qui restent sans papier" in " ".join(command(ask, "--help").replace("│", " ").split())
    assert command(ask, "essai", "--copies", "20").split()[-1] == "5"
    assert "familles" in command(ask, "schema", "essai")


def test_its_exercise_is_listed_and_its_own_kind_of_question_is_answered_and_marked(ask: Ask) -> None:
    asked = f"""
from liaison.training.exercise.definition import exercise, exercise_names
from liaison.training.exercise.scoring import mark, solution
from widgets.training.setting import controls_of
from liaison.module import module_names
question = exercise("{NAME}").question("assez_de_copies")
assert exercise_names()[-1] == module_names()[-1] == "{NAME}"
print(mark(question, solution(question)).points, mark(question, {{"copies": 20}}).points, controls_of(question).read())
"""
    assert ask("-c", asked).split("\n")[0] == "2.0 0.0 {'copies': 20}"


def test_the_handbook_has_its_sheet_and_its_programme(ask: Ask) -> None:
    asked = f"""
from liaison.documents import to_html
from liaison.module import GUIDE, module_names
from liaison.training.papers.handbook import handbook
from liaison.training.papers.handbook_reading import read_guide
from liaison.training.papers.programme import programmes
print(" ".join(programmes()), [name for name in module_names(GUIDE)])
print(read_guide("{NAME}").facts.competences, to_html(handbook([read_guide("{NAME}")])).count("Compter les copies"))
"""
    said, sheet = ask("-c", asked).strip().split("\n")
    assert "demi_heure_essai" in said
    assert NAME in said
    assert "Compter de quoi joindre chaque famille" in sheet
    assert not sheet.endswith(" 0")


@pytest.mark.slow
def test_a_session_hands_its_exercise_out_without_its_key(ask: Ask, tmp_path: Path) -> None:
    where = tmp_path / "seance"
    options = ("--date", "2026-11-27", "--module", "99", "--participants", "2", "--mode", "cle", "--out", str(where))
    command(ask, "session", "new", *options)
    (released,) = where.rglob(f"release/{NAME}")
    assert {path.name for path in released.iterdir()} == {"exercice.ipynb", "scenario.yaml"}


@pytest.mark.browser
@pytest.mark.slow
def test_the_tests_of_the_browser_try_its_laboratory_and_its_exercise(ask: Ask) -> None:
    files = ("tests/browser/test_exercises_in_lab.py", "tests/browser/test_labs.py")
    tried = ask("-m", "pytest", *PLAIN, *files, "-k", f"{NAME} or (essai and answer_starts_from_it)")
    assert "2 passed" in tried


def test_the_suite_itself_finds_nothing_to_say_of_it(ask: Ask) -> None:
    files = (
        "essai",
        "project/test_modules.py",
        *(f"training/test_{one}.py" for one in ("every_exercise", "setting_parts")),
    )
    # Reading the whole code again would take as long as all the rest, and say nothing of the module.
    asked = "(essai or assez_de_copies or test_modules) and not no_code_names"
    ask("-m", "pytest", *PLAIN, *(f"tests/{one}" for one in files), "-k", asked)
    ask("-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))")
