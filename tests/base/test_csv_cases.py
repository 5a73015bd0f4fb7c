"""Un CSV écrit par la page est celui que Python écrirait : les cas de tests/cases/csv.yaml, et bien d'autres textes."""

import json
import sys
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from javascript import WIDGETS, value_of
from spreadsheets import formulas

from liaison.base.tables import csv_bytes
from liaison.base.yaml_text import read_yaml

CASES: Any = read_yaml((Path(__file__).parents[1] / "cases" / "csv.yaml").read_text(encoding="utf-8"))
PAGE = WIDGETS / "kit" / "csv.js"
SIGNS = ("=", "-", "＝", ",", "|", " ", "\t", "\n", '"', "'", "1", "é")


def written_by_python(header: str, values: list[Any]) -> str:
    return csv_bytes([header], [[value] for value in values], kind=None).decode("utf-8")


def written_by_the_page(header: str, values: list[Any]) -> str:
    columns, rows = [{"id": "a", "label": header}], [{"a": value} for value in values]
    written = value_of(f"m.csv({json.dumps(columns)}, {json.dumps(rows)})", m=PAGE)
    assert isinstance(written, str)
    return written


@pytest.mark.parametrize("write", [written_by_python, written_by_the_page])
def test_each_cell_is_written_as_the_cases_say(write: Any) -> None:
    values = [case["value"] for case in CASES["cells"]]
    expected = ["mot", *(case["written"] for case in CASES["cells"])]
    assert write("mot", values) == "\ufeff" + "".join(f"{line}\r\n" for line in expected)


@pytest.mark.parametrize("write", [written_by_python, written_by_the_page])
def test_a_header_is_guarded_as_any_cell_is(write: Any) -> None:
    texts = [case for case in CASES["cells"] if isinstance(case["value"], str)][-8:]
    for case in texts:
        assert write(case["value"], []) == f"\ufeff{case['written']}\r\n"


def test_the_unit_of_a_column_is_in_its_header() -> None:
    columns = [{"id": "a", "label": "Durée", "unit": "=jours"}]
    assert value_of(f"m.csv({json.dumps(columns)}, [])", m=PAGE) == "\ufeffDurée (=jours)\r\n"


def test_the_page_and_python_write_any_text_alike_and_none_as_a_formula() -> None:
    texts = ["".join(signs) for length in range(1, 5) for signs in product(SIGNS, repeat=length)]
    by_page = written_by_the_page("mot", texts)
    assert by_page == written_by_python("mot", texts)
    assert formulas(by_page.encode()) == []
    spaces = [f"{chr(code)}=1" for code in range(sys.maxunicode + 1) if chr(code).isspace()]
    assert written_by_the_page("mot", spaces) == written_by_python("mot", spaces)
