"""Ce que le socle fait pour tous n'est refait nulle part : écrire entier, dire un disque plein, ouvrir un ZIP."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What each file of the base is alone to name, so that nobody does its work again beside it.
ALONE = {
    "liaison/base/files.py": {"fsync", "mkstemp", "NamedTemporaryFile", "os.replace", "os.rename", "shutil.move"},
    "liaison/base/archives.py": {"zipfile", "tarfile", "lzma", "bz2"},
    "liaison/base/faults.py": {"ENOSPC", "EDQUOT", "{errno: …}"},
}
MOVES = ("rename", "replace")
# Each takes accents off for another reason than to compare or to name, and says which.
TAKE_ACCENTS_OFF = {
    "liaison/base/letters.py",
    "liaison/practice/inputs.py",  # the rule that machine.js has too, letter for letter
    "liaison/training/hand_in/whose.py",  # which keeps the place of each sign, and takes accents for signs of a code
}


def dotted(node: ast.expr) -> str:
    return f"{dotted(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def moves_a_path(node: ast.AST) -> bool:
    """Whether it is `path.replace(other)`: that of a text takes two arguments, that of a date or a column names its."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr not in MOVES:
        return False
    return len(node.args) == 1 and not node.keywords


def named(source: str) -> Iterator[str]:
    """Yield what a source names that one file of the base is alone to name."""
    for node in ast.walk(ast.parse(source)):
        if moves_a_path(node):
            yield "os.replace"
        if isinstance(node, ast.Dict) and any(dotted(key).startswith("errno.") for key in node.keys if key):
            yield "{errno: …}"
        if isinstance(node, ast.Attribute):
            yield from (node.attr, ".".join(dotted(node).split(".")[-2:]))
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        if isinstance(node, ast.ImportFrom):
            yield from (
                name for one in node.names for name in (node.module or "", one.name, f"{node.module}.{one.name}")
            )


def redone(name: str, source: str) -> list[str]:
    """Return what a file does that another one, of the base, is there for."""
    found = set(named(source))
    return [
        f"{name} : {one} ({base})" for base, alone in ALONE.items() if base != name for one in sorted(alone & found)
    ]


def test_nobody_does_again_what_the_base_does() -> None:
    files = [path for top in ("app", "liaison", "widgets") for path in (ROOT / top).rglob("*.py")]
    assert {*ALONE} <= {path.relative_to(ROOT).as_posix() for path in files}
    found = [
        one for path in files for one in redone(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "import os\nos.fsync(1)",
        "import os\nos.replace('a', 'b')",
        "from os import replace\nreplace('a', 'b')",
        "written.replace(final)",
        "fresh.rename(target)",
        "import tempfile\ntempfile.mkstemp()",
        "from tempfile import NamedTemporaryFile",
        "import shutil\nshutil.move('a', 'b')",
        "import tarfile",
        "from zipfile import ZipFile",
        "import errno\nfull = error.errno == errno.ENOSPC",
        "from errno import EDQUOT",
        "import errno\nsaid = {errno.EIO: 'le disque'}",
    ],
)
def test_a_second_copy_is_seen(source: str) -> None:
    assert redone("liaison/ailleurs.py", source)


@pytest.mark.parametrize(
    "source",
    [
        "'a'.replace('b', 'c')",
        "day.replace(day=1)",
        "frame.rename(columns={})",
        "replace(one, state=2)",
        "errno.EMFILE",
    ],
)
def test_what_only_looks_like_it_is_not(source: str) -> None:
    assert redone("liaison/ailleurs.py", source) == []


def test_accents_are_taken_off_in_one_place() -> None:
    taking = set()
    for room in ("liaison", "widgets", "app"):
        for file in (ROOT / room).rglob("*.py"):
            calls = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]
            forms = [call.args[0] for call in calls if ast.unparse(call.func).endswith("normalize") and call.args]
            if any(isinstance(form, ast.Constant) and form.value in ("NFD", "NFKD") for form in forms):
                taking.add(file.relative_to(ROOT).as_posix())
    assert taking == TAKE_ACCENTS_OFF
