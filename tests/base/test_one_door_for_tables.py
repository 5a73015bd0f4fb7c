"""Un tableau n'a qu'une porte, dans les deux sens : rien d'autre que le socle n'en lit ni n'en écrit."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLES = "liaison/base/tables/"
DOORS = {
    "csv": re.compile(r"^\s*(?:import csv|from csv import)\b", re.MULTILINE),
    "pandas": re.compile(r"\.to_csv\(|\b(?:read_csv|read_excel|ExcelFile)\("),
    "workbooks": re.compile(r"\b(?:python_calamine|openpyxl)\b"),
    "guessed encodings": re.compile(
        r"""\.decode\(["'](?:cp1252|utf-16[^"']*|mac_roman|cp850)["']|charset_normalizer"""
    ),
}
# What is searched for names is read in every encoding at once; what lost its letters is compared as they are lost.
OTHERS = {"guessed encodings": ("liaison/readers/", "liaison/training/marks/texts_file.py")}


@pytest.mark.parametrize("door", DOORS)
def test_only_the_base_reads_and_writes_tables(door: str) -> None:
    files = [path for folder in ("app", "liaison", "widgets", "datasets") for path in (ROOT / folder).rglob("*.py")]
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}
    found = {name for name, text in texts.items() if DOORS[door].search(text)}
    assert {name for name in found if not name.startswith((TABLES, *OTHERS.get(door, ())))} == set()
    assert len(texts) > 500


@pytest.mark.parametrize(
    ("door", "line"),
    [
        ("csv", "    import csv\n"),
        ("csv", "from csv import Sniffer\n"),
        ("pandas", "table.to_csv(path)"),
        ("pandas", "pd.read_excel(path)"),
        ("workbooks", "from python_calamine import CalamineWorkbook"),
        ("guessed encodings", 'raw.decode("cp1252", errors="replace")'),
        ("guessed encodings", "raw.decode('utf-16')"),
    ],
)
def test_another_door_would_be_seen(door: str, line: str) -> None:
    assert DOORS[door].search(f"import io\n{line}")
