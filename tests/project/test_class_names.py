"""Une classe a un nom que nulle autre n'a dans sa pièce (liaison, widgets, app) : qui le lit sait de quoi elle est."""

import ast
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from liaison.module import subjects

ROOT = Path(__file__).parents[2]
# What a screen of the practice ENT, a question of an exercise and a paper are made of: one word in each of the three
# languages in which they are written, read by whoever writes in it, and never two of them in one file.
A_LANGUAGE_EACH = {
    "Choice": {"practice/model.py", "questions/common.py"},
    "Condition": {"practice/model.py", "questions/setting.py"},
    "Heading": {"practice/model.py", "documents/content.py"},
    "Item": {"practice/model.py", "questions/common.py", "diagnostic/questionnaire/item.py"},
    "Picture": {"practice/model.py", "documents/content.py"},
    "Table": {"practice/model.py", "documents/content.py"},
    "Text": {"documents/content.py", "questions/common.py"},
}
# Where each lab starts from: a study knows no other, and each offers its own.
A_STUDY_EACH = ("StartFrom",)
# What answers an address that is closed: at the hub, at the gate in front of it, at the local server.
A_SERVER_EACH = {"ClosedHandler": {"room/addresses.py", "room/gate.py", "voila/closed.py"}}


def classes_twice(sources: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return, for each public class name that several files define, these files."""
    files = defaultdict[str, set[str]](set)
    for file, source in sources:
        for node in ast.parse(source).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                files[node.name].add(file)
    return {name: where for name, where in files.items() if len(where) > 1}


@pytest.mark.parametrize(("room", "twice"), [("liaison", A_LANGUAGE_EACH), ("widgets", {}), ("app", A_SERVER_EACH)])
def test_a_class_name_is_that_of_one_thing(room: str, twice: dict[str, set[str]]) -> None:
    top = ROOT / room
    sources = ((path.relative_to(top).as_posix(), path.read_text(encoding="utf-8")) for path in top.rglob("*.py"))
    found = classes_twice(sources)
    own = {name: found.pop(name) for name in A_STUDY_EACH if name in found}
    assert found == twice
    for files in own.values():  # once in each study that has one, and nowhere else
        studies = [file.partition("/")[0] for file in files]
        assert len(set(studies)) == len(studies)
        assert set(studies) <= set(subjects())


def test_a_name_that_two_files_define_is_seen_and_a_private_one_is_not() -> None:
    sources = [("a.py", "class Step: ...\nclass _Model: ..."), ("b.py", "class Step: ...\nclass _Model: ...")]
    assert classes_twice(sources) == {"Step": {"a.py", "b.py"}}
