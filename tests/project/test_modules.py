"""A module says what it is once, in its folder; whoever lists modules reads that, and no other list is kept."""

import ast
from collections.abc import Collection
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import get_args

import pytest

from app.cli import subjects as commands
from liaison.base.suite import NOTEBOOKS
from liaison.module import (
    DEFINITION,
    GUIDE,
    SCENARIO,
    ModuleError,
    is_name,
    listed_modules,
    module_names,
    read_module,
    shipped_modules,
    subjects,
    subjects_with,
)
from liaison.training.offered import offers

REPOSITORY = Path(__file__).parents[2]
CARD = "title: T\nquestion: Q\naudience: [forme]\nminutes: {animation: 30}\ntakeaway: une fiche\n"


def module(notebooks: Path, name: str, text: str = CARD) -> Path:
    folder = notebooks / name
    folder.mkdir()
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    return folder


def written(words: Collection[str]) -> set[tuple[str, str]]:
    """Which files of the program write one of these words, and which."""
    return {
        (path.relative_to(REPOSITORY).as_posix(), node.value)
        for top in ("liaison", "widgets", "app")
        for path in (REPOSITORY / top).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in words
    }


def test_every_module_that_ships_has_a_card_that_can_be_read() -> None:
    found, faults = listed_modules()
    assert faults == ()
    assert [one.name for one in found if one.studied] == list(module_names()) == [one.name for one in shipped_modules()]
    assert len(module_names()) >= 4


def test_every_subject_has_its_packages_and_its_tests() -> None:
    assert len(subjects()) == len(shipped_modules())
    for subject in subjects():
        for place in ("liaison", "widgets", "tests"):
            assert (REPOSITORY / place / subject).is_dir(), f"{place}/{subject}"


@pytest.mark.parametrize("subject", subjects())
def test_a_study_has_no_facade_each_thing_is_imported_from_where_it_is(subject: str) -> None:
    """docs/decisions/0057: a façade would load the whole study for one constant."""
    said = ast.parse((REPOSITORY / "liaison" / subject / "__init__.py").read_text(encoding="utf-8"))
    assert ast.get_docstring(said)
    assert len(said.body) == 1


def test_those_of_study_come_first_and_in_their_order(tmp_path: Path) -> None:
    for name in ("02_b", "apres", "01_a"):
        module(tmp_path, name)
    assert [one.name for one in listed_modules(tmp_path)[0]] == ["01_a", "02_b", "apres"]
    assert module_names(notebooks=tmp_path) == ("01_a", "02_b")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("title: T\n", ""), "title"),
        (("[forme]", "[eleve]"), "audience"),
        (("{animation: 30}", "{animation: 0}"), "minutes"),
        (("{animation: 30}", "{animations: 30}"), "minutes.animations"),
        (("title: T\n", "title: T\nsubject: Trop/Haut\n"), "subject"),
        (("title: T\n", "title: T\ncompetences: {lire: {label: Lire}}\n"), "competences.lire"),
    ],
)
def test_a_card_that_does_not_hold_together_says_where_and_loses_no_other(
    tmp_path: Path, change: tuple[str, str], place: str
) -> None:
    module(tmp_path, "01_a")
    module(tmp_path, "02_b", CARD.replace(*change))
    found, faults = listed_modules(tmp_path)
    assert [one.name for one in found] == ["01_a"]
    (fault,) = map(str, faults)
    assert "02_b/scenario.yaml" in fault
    assert place in fault
    with pytest.raises(ModuleError, match="02_b"):
        read_module("02_b", tmp_path)


@pytest.mark.parametrize(
    ("name", "whether"),
    [("01_a", True), ("1_a", False), ("01_", False), ("01_A", False), ("٠١_a", False), ("seance", False)],
)
def test_a_module_of_study_has_a_number_and_a_plain_name(name: str, whether: bool) -> None:
    assert is_name(name) is whether


def test_a_name_of_sixty_signs_is_one_and_of_sixty_one_is_not() -> None:
    assert is_name("01_" + "a" * 57)
    assert not is_name("01_" + "a" * 58)


def test_no_competence_is_first_trained_by_two_modules() -> None:
    named = [name for one in shipped_modules() for name in one.card.competences]
    assert len(named) == len(set(named)) > 0


def test_no_code_names_a_folder_of_notebooks() -> None:
    """Whoever needs the modules lists them by `liaison.module`: nothing else is to be edited for one more."""
    names = module_names()
    assert sorted(names) == sorted(path.name for path in NOTEBOOKS.iterdir() if is_name(path.name))
    assert written(names) == set()


def test_the_engine_opens_no_file_of_notebooks_nor_of_widgets_by_its_path() -> None:
    """Where the modules are is said once (`liaison.base.suite`), and read by `liaison.module`."""
    spelled = [
        f"{path.relative_to(REPOSITORY)}:{node.lineno}"
        for path in (REPOSITORY / "liaison").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
        if isinstance(node.left, ast.Name) and node.left.id == "SUITE" and isinstance(node.right, ast.Constant)
        if node.right.value in ("notebooks", "widgets")
    ]
    assert [place.partition(":")[0] for place in spelled] == ["liaison/base/suite.py"]


def test_the_names_of_the_files_of_a_module_are_written_once() -> None:
    """Whoever reads one asks `liaison.module`: a file that is missing or damaged is then told in the same way."""
    names = (SCENARIO, GUIDE, DEFINITION)
    assert written(names) == {("liaison/module.py", name) for name in names}


def test_the_help_gives_the_commands_in_the_order_of_the_modules() -> None:
    """The number is written beside the commands: the help does not wait for the cards to be read."""
    numbers = {one.card.subject: int(one.name[:2]) for one in shipped_modules()}
    places = {
        one.name: import_module(f"{commands.__name__}.{one.name}").PLACE for one in iter_modules(commands.__path__)
    }
    assert places.items() <= numbers.items()
    assert len(places) >= 4


@pytest.mark.parametrize("subject", subjects_with("offered"))
def test_a_subject_that_offers_kinds_of_questions_shows_how_each_is_answered(subject: str) -> None:
    offered = import_module(f"liaison.{subject}.offered").QUESTIONS
    assert {get_args(one.model_fields["kind"].annotation)[0] for one in offered} == set(
        import_module(f"widgets.{subject}.offered").CONTROLS
    )
    assert all(one.__module__.startswith(f"liaison.{subject}.") for one in offered)
    assert set(offered) <= set(offers().kinds)
