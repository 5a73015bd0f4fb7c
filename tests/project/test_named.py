"""Ce que la suite offre sert à quelqu'un : à elle-même, ou à qui lit ses pages ; jamais aux seuls essais."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from project.test_repository import needs_git, texts

OURS = ("liaison/", "widgets/")
# A class of our own inherits from these without having to answer calls by names that they chose.
PLAIN = {"BaseModel"}
# Asked for by a library, of a class that inherits from nothing: each with its reason.
THEIRS = {"format_usage": "click, d'une commande, à qui l'on en mêle une des nôtres"}
WORD = re.compile(r"\w+")
# In a page, what is shown as code; a glossary only says where a word stands.
SHOWN = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
GLOSSARY = "docs/glossaire.md"
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def offered(body: list[ast.stmt]) -> Iterator[str]:
    """Yield the public names of a module: functions, classes, constants, and methods that nothing else asks for."""
    for node in body:
        if isinstance(node, Definition):
            if not node.name.startswith("_"):
                yield node.name
            if isinstance(node, ast.ClassDef) and {ast.unparse(base) for base in node.bases} <= PLAIN:
                yield from offered([one for one in node.body if isinstance(one, Definition)])
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [one.id for one in targets if isinstance(one, ast.Name)]
            yield from (name for name in names if not name.startswith("_"))


def named(tree: ast.Module) -> Iterator[str]:
    """Yield every name that a module uses, in its code or in a string; neither its docstrings nor its `__all__`."""
    left_out: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | Definition) and ast.get_docstring(node, clean=False) is not None:
            left_out.add(id(of_docstring(node)))
        if isinstance(node, ast.Assign) and [ast.unparse(one) for one in node.targets] == ["__all__"]:
            left_out |= {id(one) for one in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in left_out:
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from WORD.findall(node.value)


def of_docstring(node: ast.Module | Definition) -> ast.expr:
    first = node.body[0]
    assert isinstance(first, ast.Expr)
    return first.value


def only_in_tests(files: dict[str, str]) -> list[str]:
    """Return what the files of the suite offer that none of them names, bench and pages included."""
    asking = {name: text for name, text in files.items() if not _is_test(name)}
    modules = {name: ast.parse(text) for name, text in asking.items() if name.endswith(".py")}
    used = set(THEIRS)
    for name, text in asking.items():
        if name.endswith(".py"):
            used.update(named(modules[name]))
        elif not name.endswith(".md"):
            used.update(WORD.findall(text))
        elif name != GLOSSARY:
            used.update(word for shown in SHOWN.findall(text) for word in WORD.findall(shown))
    ours = {name: tree for name, tree in modules.items() if name.startswith(OURS)}
    return [f"{name} : {one}" for name, tree in ours.items() for one in offered(tree.body) if one not in used]


def _is_test(name: str) -> bool:
    return name.startswith("tests/") and not Path(name).name.startswith("bench")


@needs_git
def test_everything_that_the_suite_offers_is_named_elsewhere_than_in_tests() -> None:
    files = dict(texts(".py", ".ipynb", ".js", ".mjs", ".toml", ".yaml", ".ftl", ".txt", ".j2", ".html", ".md"))
    assert len(files) > 500
    assert only_in_tests(files) == []


def test_what_only_a_test_names_is_found_and_what_a_page_shows_is_not() -> None:
    lonely = 'def lonely():\n    """Told by nobody but lonely itself."""\n'
    module = f'{lonely}\n\ndef shown():\n    pass\n\n\n__all__ = ["lonely"]\n'
    kept = "class Kept:\n    def asked(self):\n        pass\n\n    def left(self):\n        pass\n\n\nKept().asked()\n"
    files = {
        "liaison/one.py": module,
        "widgets/two.py": kept,
        "tests/test_one.py": "from liaison.one import lonely\n\nlonely()\n",
        "notebooks/page.md": "Appeler `shown()`, jamais lonely.",
        GLOSSARY: "`lonely`",
    }
    assert only_in_tests(files) == ["liaison/one.py : lonely", "widgets/two.py : left"]
