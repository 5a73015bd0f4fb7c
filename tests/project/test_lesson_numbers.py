"""Les nombres et les indices d'une leçon viennent de ses cellules : sa prose n'en garde donc pas d'hier."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from liaison.support.loans.loans import LOAN_SETTINGS
from widgets.support.scenario import scenario

LESSONS = sorted((Path(__file__).parents[2] / "notebooks").glob("*/lecon.ipynb"))
# Hours, years, the name of a network, how long a session lasts, and what numbers a heading.
GIVEN = re.compile(r"^#+ \d+\.|`[^`]*`|\b\d{1,2} h\b|\b20\d\d\b|\b4G\b|\b\d+ minutes\b", re.MULTILINE)

WORDS = {"dix": 10, "vingt-quatre": 24}


def prose(lesson: Path) -> str:
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    texts = ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    return "\n".join(texts).replace("\u00a0", " ")


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.parent.name)
def test_a_lesson_writes_no_number_that_a_cell_computes(lesson: Path) -> None:
    said = prose(lesson)
    assert len(said) > 100
    assert re.findall(r"\S*\d\S*", GIVEN.sub("", said)) == []


TRIED = [lesson for lesson in LESSONS if "Revenez aux réglages. Trouvez" in prose(lesson)]


@pytest.mark.parametrize("lesson", TRIED, ids=lambda lesson: lesson.parent.name)
def test_the_hints_of_a_lesson_are_those_that_a_cell_of_it_follows(lesson: Path) -> None:
    """The cell is run, and holds its own assertions, as every cell of a lesson."""
    told = prose(lesson).partition("Indices, dans l'ordre :")[2].partition(".")[0].split(";")
    sources = ["".join(cell["source"]) for cell in json.loads(lesson.read_text(encoding="utf-8"))["cells"]]
    [followed] = [ast.parse(source) for source in sources if "indices = {" in source]
    named = [
        [key.value for key in node.value.keys if isinstance(key, ast.Constant)]
        for node in ast.walk(followed)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict) and node.targets[0].id == "indices"  # type: ignore[attr-defined]
    ]
    assert [[hint.partition(",")[0].strip() for hint in told]] == named
    assert any(isinstance(node, ast.Assert) for node in ast.walk(followed))


def test_some_lessons_have_hints_to_try() -> None:
    assert len(TRIED) >= 2


def test_a_number_written_in_a_lesson_would_be_found() -> None:
    assert re.findall(r"\d+", GIVEN.sub("", "## 4. Voir\n\nÀ 20 h, 51 familles sont laissées de côté.")) == ["51"]


def test_the_equipment_that_the_third_lesson_tells_is_that_of_its_scenario() -> None:
    (lesson,) = [one for one in LESSONS if one.parent.name.startswith("03")]
    stock = LOAN_SETTINGS.load(scenario()["loans"]).stock
    told = re.search(r"a reçu (\S+) ordinateurs et (\S+) clés 4G", prose(lesson))
    assert told
    assert [WORDS[word] for word in told.groups()] == [stock["ordinateur"].nombre, stock["cle_4g"].nombre]
