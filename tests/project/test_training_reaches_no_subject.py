"""La formation ne prend rien à une étude par un import : ce qui est commun est au socle, une offre se lit."""

import ast
from pathlib import Path

import pytest

from liaison.module import subjects

ROOT = Path(__file__).parents[2]
FILES = [*sorted((ROOT / "liaison" / "training").rglob("*.py")), ROOT / "app" / "cli" / "describing.py"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_import_names_a_subject(file: Path) -> None:
    named = [
        node.module or ""
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
    ]
    rooms = {f"liaison.{subject}" for subject in subjects()}
    assert [name for name in named if ".".join(name.split(".")[:2]) in rooms] == []
