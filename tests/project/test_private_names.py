"""Un nom privé d'une bibliothèque n'est atteint qu'en un fichier qui dit pourquoi, tenu à la version verrouillée."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from platform import python_version

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PIECES = ("liaison", "widgets", "app", "binder")
ELEMENTS = {"_element", "_inline", "_p", "_r", "_sectPr", "_tbl", "_tc", "_tr"}
# What each file reaches, and of which library. The test that it names holds it to the version that is locked.
HELD = {
    "liaison/documents/docx_elements.py": ("python-docx", ELEMENTS | {"_Cell", "_Footer", "_Row"}),
    "app/voila/without_node.py": ("jupyterlab", {"_yarn_config"}),
    "app/voila/bounds.py": ("jupyter-server", {"_send_status_message"}),
    "app/entry.py": ("python", {"_signal"}),
}
# Python gives these to everybody, whatever their first letter.
PUBLIC = {"_replace", "_asdict", "_exit"}
BY_NAME = {"getattr", "setattr", "hasattr", "delattr"}
BY_PATH = {"import_module", "__import__", "attrgetter", "methodcaller"}
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
            case ast.ImportFrom(module=module, names=aliases, level=0) if not _is_ours(str(module)):
                named.update(str(module).split("."), (alias.name for alias in aliases))
            case ast.ImportFrom(names=aliases):
                named.update(alias.name for alias in aliases)
            case ast.Import(names=aliases):
                named.update(part for alias in aliases if not _is_ours(alias.name) for part in alias.name.split("."))
            case ast.Subscript() | ast.Call():
                named.update(_spelt(node))
    return {name for name in named - own - PUBLIC if PRIVATE.fullmatch(name)}


def inherited(sources: Mapping[str, str]) -> dict[str, set[str]]:
    """By file, the private names that a class takes of itself and that nothing of ours gives it: a library does."""
    trees = {path: [*ast.walk(ast.parse(source))] for path, source in sources.items()}
    given, taken = set[str](), dict[str, set[str]]()
    for path, nodes in trees.items():
        for node in nodes:
            match node:
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                    given.add(name)
                case ast.Name(id=name, ctx=ast.Store()):
                    given.add(name)
                case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name, ctx=ast.Store()):
                    given.add(name)
                case ast.Attribute(value=ast.Name(id="self" | "cls") | ast.Call(func=ast.Name(id="super")), attr=name):
                    taken.setdefault(path, set()).add(name)
    return {path: {name for name in names - given - PUBLIC if PRIVATE.fullmatch(name)} for path, names in taken.items()}


def _spelt(node: ast.Subscript | ast.Call) -> list[str]:
    """The names that are written as texts there, and read as names."""
    match node:
        case ast.Call(func=ast.Name(id=function), args=[_, ast.Constant(value=str(name)), *_]) if function in BY_NAME:
            return [name]
        case ast.Call(func=function, args=paths) if _last(function) in BY_PATH:
            texts = [str(path.value) for path in paths if isinstance(path, ast.Constant)]
            return [part for text in texts if not _is_ours(text) for part in text.split(".")]
        case (
            ast.Subscript(value=fields, slice=ast.Constant(value=str(name)))
            | ast.Call(func=ast.Attribute(value=fields), args=[ast.Constant(value=str(name)), *_])
        ) if _is_all_of_one(fields):
            return [name]
    return []


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] in PIECES


def _last(function: ast.expr) -> str:
    """The last name of what is called: `import_module` for `importlib.import_module`."""
    return ast.unparse(function).rpartition(".")[2]


def _is_all_of_one(fields: ast.expr) -> bool:
    """Whether this is all that something holds, by name: `vars(x)`, `x.__dict__`; of `self`, it is one's own."""
    match fields:
        case ast.Call(func=ast.Name(id="vars"), args=[holder]) | ast.Attribute(value=holder, attr="__dict__"):
            return not (isinstance(holder, ast.Name) and holder.id in {"self", "cls"})
    return False


def test_what_is_private_in_a_library_is_reached_in_these_files_and_no_other() -> None:
    files = [path for piece in PIECES for path in sorted((ROOT / piece).rglob("*.py"))]
    assert len(files) > 400
    sources = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}
    of_itself = inherited(sources)
    named = {path: reached(source) | of_itself.get(path, set()) for path, source in sources.items()}
    assert {path: names for path, names in named.items() if names} == {path: names for path, (_, names) in HELD.items()}


def held_to(library: str) -> tuple[str, str]:
    """What the suite asks of a library, and the version that runs; of Python, what it says that it runs on."""
    if library == "python":
        [wanted] = re.findall('^requires-python = "(.*)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
        return f"python{wanted}", python_version()
    locked = [line.rstrip(" \\") for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()]
    [wanted] = [line for line in locked if line.partition("==")[0] == library]
    return wanted, version(library)


@pytest.mark.parametrize(("file", "library"), [(file, library) for file, (library, _) in HELD.items()])
def test_each_says_which_test_tries_it_and_that_one_runs_on_the_version_that_is_locked(file: str, library: str) -> None:
    wanted, here = held_to(library)
    assert Requirement(wanted).specifier.contains(here)
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
        ("setattr(shell, '_showtraceback', None)", {"_showtraceback"}),
        ("from docx._elements.table import Cell", {"_elements"}),
        ("from _signal import SIGINT", {"_signal"}),
        ("import docx._elements as elements, _thread", {"_elements", "_thread"}),
        ("import_module('docx._elements')\nimportlib.import_module('_thread')", {"_elements", "_thread"}),
        ("attrgetter('a._b', '_c')(cell)\noperator.methodcaller('_d')(cell)", {"_b", "_c", "_d"}),
        ("vars(cell)['_tc']\nvars(cell).get('_tr')\ncell.__dict__['_tbl'] = 1", {"_tc", "_tr", "_tbl"}),
        ("from app._within import this\nfrom . import that\nimport liaison._within", set()),
        ("vars(self)['_a']\nself.__dict__.get('_b')\nnames['_c']\nnames.get('_d')", set()),
        ("from __future__ import annotations\nimport __main__", set()),
        ("row._replace(a=1)", set()),
        ("error.__cause__", set()),
    ],
)
def test_a_private_name_of_something_else_is_seen_however_it_is_reached(source: str, names: set[str]) -> None:
    assert reached(source) == names


def test_what_a_class_takes_of_the_library_it_comes_from_is_seen_too() -> None:
    ours = "class Base:\n    def __init__(self): self._a = 1\n    def _b(self): ...\n"
    taking = "class A(Base):\n    _c = 1\n    def of(self): return self._a, self._b(), self._c, self._d, super()._e()\n"
    assert inherited({"ours.py": ours, "taking.py": taking}) == {"taking.py": {"_d", "_e"}}
