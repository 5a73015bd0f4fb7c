"""Aucune cellule qui sort ne devient une formule, et toute cellule se relit telle qu'elle était."""

import csv
import io
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spreadsheets import FORMULA_TEXTS, formulas

from liaison.base.safe_csv import CsvError, bare_cell, csv_bytes, csv_rows, delimiter_of, safe_cell, table_csv


@settings(max_examples=400, deadline=None)
@given(st.lists(st.lists(FORMULA_TEXTS, min_size=3, max_size=3), min_size=1, max_size=4))
@example([["a", ",=1", "b"]])
@example([["a", 'x,"=cmd|1"', "b"]])
def test_no_cell_leaves_as_a_formula_whatever_the_tool_that_opens_it(rows: Any) -> None:
    data = csv_bytes(rows[0], rows)
    assert formulas(data) == []
    back = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(back) == len(rows) + 1
    for row, written in zip([rows[0], *rows], back, strict=True):
        assert [bare_cell(cell) for cell in written] == row


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (3, "3"),
        (-3, "-3"),
        (np.int64(-3), "-3"),
        (0.25, "0,25"),
        (-0.5, "-0,5"),
        (np.float64(1.5), "1,5"),
        (True, "oui"),
        (np.False_, "non"),
        (None, ""),
        (pd.NA, ""),
        (float("nan"), ""),
        ("-0,5", "-0,5"),
        ("+33", "+33"),
        ("-", "'-"),
        ("-a", "'-a"),
        ("=1", "'=1"),
        ("deux, -un", "deux, '-un"),
        ("porte-clé = un", "porte-clé = un"),
    ],
)
def test_a_number_stays_a_number_and_a_text_is_never_a_formula(value: Any, written: str) -> None:
    assert safe_cell(value) == written


def test_a_table_leaves_with_its_index_and_its_names() -> None:
    table = pd.DataFrame({"part": [0.5, np.nan], "=nom": ["@x", "y"]}, index=pd.Index(["a", "b"], name="groupe"))
    assert table_csv(table).decode("utf-8-sig").splitlines() == ['groupe;part;"\'=nom"', 'a;"0,5";"\'@x"', "b;;y"]
    assert table_csv(table, index=False).decode("utf-8-sig").splitlines()[1] == '"0,5";"\'@x"'


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_rows_are_the_same_whatever_ends_them_in_a_cell_too(end: str) -> None:
    text = end.join(["code;nom", 'a;"Anne;', 'Marie"', "b;"]) + end
    assert csv_rows(text) == [["code", "nom"], ["a", "Anne;\nMarie"], ["b", ""]]


@pytest.mark.parametrize(("length", "read"), [(131_072, True), (131_073, False)])
def test_the_longest_cell_is_read_and_the_next_is_said_with_its_row(length: int, read: bool) -> None:
    text = "a\nb\n" + "x" * length + "\n"
    if read:
        assert len(csv_rows(text)) == 3
    else:
        with pytest.raises(CsvError, match="guillemet") as caught:
            csv_rows(text)
        assert caught.value.row == 3


@pytest.mark.parametrize(
    ("text", "delimiter"), [("a;b\rc", ";"), ("a,b\rc;d", ","), ("a,b\nc;d", ","), ("a,b;c", ";"), ("", ",")]
)
def test_what_cuts_a_table_is_told_by_its_first_line_alone(text: str, delimiter: str) -> None:
    assert delimiter_of(text) == delimiter
