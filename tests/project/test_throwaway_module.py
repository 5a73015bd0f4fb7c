"""The recipe of CONTRIBUTING, followed: a module is its own files, and the whole suite has it.

In a copy of the suite, the model of `docs/modele_de_module` is laid down as the recipe says, under another name;
nothing that was there is edited but the layer contracts, and the page of the command is made again. What is asked then
is asked of the copy, by processes that know no other suite.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from liaison.module import module_names, subjects

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "docs" / "modele_de_module"
COPIED = ("app", "liaison", "widgets", "notebooks", "datasets", "binder", "docs", "tests")
# Longer than the name of the model, and further in the alphabet: neither lines nor imports fall as they do there.
# Of two words, which a class and a command do not join as a file does.
NUMBER, SUBJECT, CLASS, COMMAND = "08", "cahier_navette", "CahierNavette", "cahier-navette"
NAME = f"{NUMBER}_{SUBJECT}"
OWN = (f"app/cli/subjects/{SUBJECT}.py", *(f"{place}/{SUBJECT}" for place in ("liaison", "widgets", "tests")))
# The line that a newcomer joins in the contract of what is computed, and in that of the screens, whoever joined before.
LAYERS = re.compile(r"^    messaging \| practice \| diagnostic( \| \w+)*$", re.MULTILINE)
# What CONTRIBUTING says that the suite will ask of a module, and that the model does not have.
ANNOUNCED = {
    f"tests/training/test_exercise.py::test_a_module_has_six_questions_two_of_settings_and_two_for_the_trainer[{NAME}]",
    f"tests/project/test_lessons.py::test_a_lesson_asks_three_bets_and_each_is_followed_by_its_run[{NAME}]",
    f"tests/project/test_lessons.py::test_who_bet_wrong_reads_what_was_right[{NAME}]",
    "tests/project/test_lessons.py::"
    f"test_a_lesson_groups_in_sight_and_has_a_chart_that_its_reader_makes_by_changing_one_value[{NAME}]",
    # Of the cell that makes that chart.
    f"tests/project/test_lessons.py::test_a_wrong_word_in_the_cell_to_change_is_answered_by_one_french_sentence[{NAME}]",
    "tests/project/test_lessons.py::"
    f"test_whatever_a_wrong_word_is_answered_with_gives_a_chart_that_reads_as_french[{NAME}]",
    f"tests/project/test_lessons.py::test_one_in_the_cell_to_change_is_said_in_the_singular[{NAME}]",
}
# The tests of the project that ask nothing of the code of a module, or ask it of each by its name.
APART = {
    "test_bench": "les mesures",
    "test_checks": "les outils",
    "test_door": "README",
    "test_lesson_numbers": "chaque leçon par son nom",
    "test_lessons": "chaque leçon par son nom",
    "test_lines_shown": "chaque ligne par son nom, celle du module y compris",
    "test_lock": "les versions",
    "test_moved": "les environnements",
    "test_nbgrader": "un exercice fait pour cela",
    "test_one_more_language": "les langues",
    "test_sentences_said": "chaque fichier de phrases par son nom",
    "test_tests": "chaque dossier d'essais par son nom",
    "test_throwaway_module": "celui-ci",
    "test_wheel": "l'installation",
}
# Those of everything else that go over the modules together, and would count one more: what they ask of each by its
# name is asked apart.
OVER_MODULES = (
    "tests/questions",
    "tests/documents/test_sections.py",
    "tests/kit/test_part.py",
    *(f"tests/training/test_{name}.py" for name in ("badge", "every_exercise", "exercise", "handbook", "offered")),
)
# Those of the browser that try each laboratory; and the home, whole: it has one more card.
OF_BROWSER = tuple(
    f"tests/browser/test_{name}.py" for name in ("exercises_in_lab", "labs", "settings_search", "image_out", "home")
)
# Those of the base that read the whole code.
WHOLE_OF_BASE = tuple(f"tests/base/test_one_{name}.py" for name in ("door_for_tables", "plumbing", "wording"))
PAGE_OF_THE_COMMAND = (
    "tests/project/test_lines_shown.py::test_the_page_of_the_command_is_what_the_command_says_and_shows_each_one"
)
LINTED = "import sys; from importlinter.cli import lint_imports as lint; sys.exit(lint(sys.argv[1], no_cache=True))"
Ask = Callable[..., str]


def renamed(text: str) -> str:
    """The same, with the names and the number of the newcomer."""
    text = text.replace("PLACE: Final = 99", f"PLACE: Final = {int(NUMBER)}").replace("99", NUMBER)
    return text.replace("essai", SUBJECT).replace("Essai", CLASS)


def run(suite: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Python in the copy."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=suite,
        env={**os.environ, "PYTHONPATH": f"{suite}{os.pathsep}{suite / 'tests'}", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        timeout=400,
    )


@pytest.fixture(scope="module")
def ask(suite: Path) -> Ask:
    """Run Python in the copy, and return what it prints."""

    def asked(*arguments: str | Path) -> str:
        done = run(suite, *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return asked


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the suite with the module of the model in it, the recipe followed to its end."""
    top = tmp_path_factory.mktemp("suite")
    # With what Python has compiled, but what is being written at this instant: it is not compiled again.
    unwanted = shutil.ignore_patterns("*.pyc.*", ".ipynb_checkpoints")
    for name in COPIED:
        shutil.copytree(ROOT / name, top / name, ignore=unwanted)
    for file in (path for path in ROOT.iterdir() if path.is_file() and path.name != ".git"):
        shutil.copy(file, top)
    # What mypy has read of the suite a moment before (nox asks it first): it sees by itself what is not the same here.
    if (read := ROOT / ".mypy_cache").is_dir():
        shutil.copytree(read, top / ".mypy_cache")
    for file in (path for path in MODEL.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        place = top / renamed(file.relative_to(MODEL).as_posix())
        assert not place.exists(), f"{place} is not the module's own"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(renamed(file.read_text(encoding="utf-8")), encoding="utf-8")
    contract, joined = LAYERS.subn(rf"\g<0> | {SUBJECT}", (ROOT / ".importlinter").read_text(encoding="utf-8"))
    assert joined == 2
    (top / ".importlinter").write_text(contract, encoding="utf-8")
    for step in (("ruff", "format", "--quiet"), ("ruff", "check", "--fix", "--quiet")):
        done = run(top, "-m", *step, *OWN)
        assert done.returncode == 0, done.stdout + done.stderr
    done = run(top, "-m", "app.cli.manual", "docs/commande.md")
    assert done.returncode == 0, done.stderr
    if shutil.which("git"):  # what is asked of every file is asked of those that git keeps
        for words in (("init", "--quiet"), ("add", "--all")):
            subprocess.run(["git", *words], cwd=top, check=True, timeout=60)
    return top


def command(ask: Ask, *arguments: str) -> str:
    return ask("-c", "from app.cli import main; main()", *arguments)


def test_the_home_has_its_card_and_a_link_to_each_of_its_notebooks(ask: Ask) -> None:
    page = ask("-c", "from widgets.home import Home; print(Home()._repr_html_())")
    assert "Compter les feuilles" in page
    linked = re.findall(rf"{NAME}/(\w+)\.ipynb", page)
    assert sorted(linked) == ["application", "exercice", "lecon"]


def test_the_command_has_its_own_and_the_schema_of_its_file(ask: Ask) -> None:
    assert "Compter les familles qui restent sans papier" in " ".join(command(ask, "--help").replace("│", " ").split())
    assert command(ask, COMMAND, "--feuilles", "20").split()[-1] == "5"
    assert "familles" in command(ask, "schema", "fiche-de-feuilles")


def test_its_exercise_is_listed_and_its_own_kind_of_question_is_answered_and_marked(ask: Ask) -> None:
    asked = f"""
from liaison.training.exercise.definition import exercise, exercise_names
from liaison.training.exercise.scoring import mark, solution
from widgets.training.setting import controls_of
from liaison.module import module_names
question = exercise("{NAME}").question("assez_de_feuilles")
assert exercise_names()[-1] == module_names()[-1] == "{NAME}"
marks = [mark(question, answer).points for answer in (solution(question), {{"feuilles": 20}})]
print(*marks, controls_of(question).read())
"""
    assert ask("-c", asked).split("\n")[0] == "2.0 0.0 {'feuilles': 20}"


def test_a_kind_of_question_named_as_another_closes_its_exercise_and_no_other(suite: Path) -> None:
    file = suite / "liaison" / SUBJECT / f"{SUBJECT}_question.py"
    written = file.read_text(encoding="utf-8")
    opened = f"""
from liaison.training.exercise.definition import exercise
print(len(exercise("01_messagerie_ent").questions))
exercise("{NAME}")
"""
    try:
        file.write_text(written.replace(f'Literal["{SUBJECT}"]', 'Literal["policy"]'), encoding="utf-8")
        done = run(suite, "-c", opened)
    finally:
        file.write_text(written, encoding="utf-8")
    assert int(done.stdout) > 5
    assert f"« {NAME} » appelle « policy »".replace(" ", "\u00a0") in done.stderr.replace(" ", "\u00a0")
    assert "« 01_messagerie_ent »".replace(" ", "\u00a0") in done.stderr.replace(" ", "\u00a0")


def test_the_handbook_has_its_sheet_and_its_programme(ask: Ask) -> None:
    asked = f"""
from liaison.documents import to_html
from liaison.module import GUIDE, module_names
from liaison.training.papers.handbook import handbook
from liaison.training.papers.handbook_reading import read_guide
from liaison.training.papers.programme import programmes
print(" ".join(programmes()), [name for name in module_names(GUIDE)])
print(read_guide("{NAME}").facts.competences, to_html(handbook([read_guide("{NAME}")])).count("Compter les feuilles"))
"""
    said, sheet = ask("-c", asked).strip().split("\n")
    assert f"demi_heure_{SUBJECT}" in said
    assert NAME in said
    assert "Compter de quoi joindre chaque famille" in sheet
    assert not sheet.endswith(" 0")


@pytest.mark.slow
def test_a_session_hands_its_exercise_out_without_its_key(ask: Ask, tmp_path: Path) -> None:
    where = tmp_path / "seance"
    options = ("--date", "2026-11-27", "--module", NUMBER, "--participants", "2", "--mode", "cle", "--out", str(where))
    command(ask, "session", "new", *options)
    (released,) = where.rglob(f"release/{NAME}")
    assert {path.name for path in released.iterdir()} == {"exercice.ipynb", "scenario.yaml"}


@pytest.mark.browser
@pytest.mark.slow
def test_the_tests_of_the_browser_try_its_laboratory_and_its_exercise(ask: Ask) -> None:
    tried = ask("-m", "pytest", "-v", "-p", "no:cacheprovider", *OF_BROWSER, "-k", f"{SUBJECT} or test_home")
    passed = re.findall(rf"test_(\w+)\.py::\S+{SUBJECT}\S* PASSED", tried)
    assert {(file, passed.count(file)) for file in passed} == {
        ("exercises_in_lab", 1),
        ("labs", 3),
        ("settings_search", 2),
        ("image_out", 1),
    }
    assert "test_home.py" in tried


@pytest.mark.slow
def test_its_code_has_the_form_the_types_and_the_floors_of_the_suite(ask: Ask, suite: Path) -> None:
    ask("-m", "ruff", "check", "--no-cache", ".")
    ask("-m", "ruff", "format", "--no-cache", "--check", ".")
    ask("-c", LINTED, ".importlinter")
    assert "no issues found" in ask("-m", "mypy", *OWN)


def test_a_module_that_no_contract_of_the_floors_names_is_told(suite: Path) -> None:
    forgotten = run(suite, "-c", LINTED, ROOT / ".importlinter")
    assert forgotten.returncode == 1
    assert {f"- {place}.{SUBJECT}" for place in ("liaison", "widgets")} <= {*forgotten.stdout.splitlines()}


def failed(suite: Path, *words: str) -> list[str]:
    """The tests of the copy that fail among those; none when all pass."""
    done = run(suite, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not browser", *words)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return re.findall(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.MULTILINE)


@pytest.mark.slow
def test_what_is_asked_of_each_module_by_its_name_is_found_in_it_but_what_is_announced(suite: Path) -> None:
    questions = re.findall(r"^    id: (\w+)$", (MODEL / "notebooks/99_essai/exercice.yaml").read_text("utf-8"), re.M)
    assert len(questions) == 2
    # The tests of another study ask nothing of this one; those of the browser are asked above.
    elsewhere = (f"--ignore=tests/{folder}" for folder in (*subjects(), "browser"))
    places = ("--nbval-lax", f"notebooks/{NAME}", "tests", *elsewhere)
    assert sorted(failed(suite, "-k", " or ".join([SUBJECT, COMMAND, *questions]), *places)) == sorted(ANNOUNCED)


@pytest.mark.slow
def test_who_goes_over_the_modules_together_has_nothing_to_say_of_one_more(suite: Path) -> None:
    apart = " or ".join([SUBJECT, *module_names(), *subjects()])
    assert failed(suite, *OVER_MODULES, "-k", f"not ({apart})") == []


@pytest.mark.slow
def test_what_is_asked_of_the_whole_code_finds_nothing_to_say_of_it(suite: Path) -> None:
    of_project = {path.stem for path in Path(__file__).parent.glob("test_*.py")}
    assert of_project > APART.keys()
    whole = [f"tests/project/{name}.py" for name in sorted(of_project - APART.keys())]
    assert failed(suite, *whole, *WHOLE_OF_BASE, PAGE_OF_THE_COMMAND) == []
