"""Un nom privé d'une bibliothèque n'est atteint qu'en un fichier qui dit pourquoi, tenu à la version verrouillée."""

from __future__ import annotations

import ast
import re
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PIECES = ("liaison", "widgets", "app", "binder")
ELEMENTS = {"_element", "_inline", "_p", "_r", "_sectPr", "_tbl", "_tc", "_tr"}
# What each file reaches, and of which library. The test that it names holds it to the version that is locked.
HELD = {
    "liaison/documents/docx_elements.py": ("python-docx", ELEMENTS | {"_Cell", "_Footer", "_Row"}),
    "app/voila/without_node.py": ("jupyterlab", {"_yarn_config"}),
}
# Python gives these to everybody, whatever their first letter.
PUBLIC = {"_replace", "_asdict", "_exit"}
BY_NAME = {"getattr", "setattr", "hasattr", "delattr"}
PRIVATE = re.compile(r"_[A-Za-z]\w*(?<!_)")


def reached(source: str) -> set[str]:
    """The private names that a file reads, sets or imports of another object than its own."""
    nodes = [*ast.walk(ast.parse(source))]
    own = {node.name for node in nodes if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))}
    own |= {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    named: set[str] = set()
    for node in nodes:
        match node:
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name):
                own.add(name)
            case ast.Attribute(attr=name):
                named.add(name)
            case ast.ImportFrom(names=aliases):
                named.update(alias.name for alias in aliases)
            case ast.Call(func=ast.Name(id=function), args=[_, ast.Constant(value=str(name)), *_]) if (
                function in BY_NAME
            ):
                named.add(name)
    return {name for name in named - own - PUBLIC if PRIVATE.fullmatch(name)}


def test_what_is_private_in_a_library_is_reached_in_these_files_and_no_other() -> None:
    files = [path for piece in PIECES for path in sorted((ROOT / piece).rglob("*.py"))]
    assert len(files) > 400
    found = {path.relative_to(ROOT).as_posix(): reached(path.read_text(encoding="utf-8")) for path in files}
    assert {path: names for path, names in found.items() if names} == {path: names for path, (_, names) in HELD.items()}


@pytest.mark.parametrize(("file", "library"), [(file, library) for file, (library, _) in HELD.items()])
def test_each_says_which_test_tries_it_and_that_one_runs_on_the_version_that_is_locked(file: str, library: str) -> None:
    locked = [line.rstrip(" \\") for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()]
    [wanted] = [line for line in locked if line.partition("==")[0] == library]
    assert Requirement(wanted).specifier.contains(version(library))
    package, _, name = file.removesuffix(".py").replace("/", ".").rpartition(".")
    [test] = re.findall(r"tests/\w+/\w+\.py", (ROOT / file).read_text(encoding="utf-8"))
    tried = (ROOT / test).read_text(encoding="utf-8")
    assert f"from {package}.{name} import" in tried or f"from {package} import {name}" in tried


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("from tornado.web import _ApplicationRouter", {"_ApplicationRouter"}),
        ("import lab\nlab._yarn_config = None", {"_yarn_config"}),
        ("shell._showtraceback(1)", {"_showtraceback"}),
        ("getattr(shell, '_showtraceback')", {"_showtraceback"}),
        ("class A:\n    def of(self): return self._a\n    def like(self, b): return b._a", set()),
        ("row._replace(a=1)", set()),
        ("error.__cause__", set()),
    ],
)
def test_a_private_name_of_something_else_is_seen_however_it_is_reached(source: str, names: set[str]) -> None:
    assert reached(source) == names
