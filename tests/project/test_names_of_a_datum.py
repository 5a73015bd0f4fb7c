"""What is carried from one end of a way to the other has one name all along."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from project.names_of_a_datum import walked, ways


def test_what_is_carried_has_one_name_from_end_to_end(tmp_path: Path) -> None:
    seen = {title: walked(way) for title, way in ways(tmp_path)}
    to_charter, to_tables, to_mark = seen.values()
    assert to_tables.names["Answers"] == {"answers"}
    assert to_mark.names["Copy"] == {"copy"}
    assert to_mark.names["ExerciseAnswers"] == {"answers"}
    assert to_charter.names["Policy"] == {"policy", "chosen"}  # what a reader chose, then what it is


ROOT = Path(__file__).parents[2]
# A second name that a thing of the glossary has had, and the one that it has.
FORMER = {"leg": "delivery", "legs": "deliveries"}


def former_names(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and each name of a source that has a former word in it: `_some_leg`, `Legs`."""
    for node in ast.walk(ast.parse(source)):
        for name in (getattr(node, field, None) for field in ("id", "arg", "attr", "name")):
            if isinstance(name, str) and FORMER.keys() & {*re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower().split("_")}:
                yield getattr(node, "lineno", 0), name


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("class Legs: ...", ["Legs"]),
        ("case_of_leg = 1", ["case_of_leg"]),
        ("def f(legs): return self._legs", ["legs", "_legs"]),
        ("legend = delivery = legal = privilege", []),
    ],
)
def test_a_former_name_is_seen_and_a_word_that_holds_it_is_not(source: str, names: list[str]) -> None:
    assert [name for _line, name in former_names(source)] == names


def test_a_thing_of_the_glossary_has_no_second_name() -> None:
    left = [
        f"{path.relative_to(ROOT)}:{line} : {name}"
        for room in ("app", "liaison", "widgets")
        for path in sorted((ROOT / room).rglob("*.py"))
        for line, name in former_names(path.read_text(encoding="utf-8"))
    ]
    assert left == [], FORMER
    glossary = (ROOT / "docs" / "glossaire.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in glossary for name in ("delivery", "Cases"))
