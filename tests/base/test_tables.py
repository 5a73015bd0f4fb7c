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

from liaison.base.tables import (
    OPEN_DATA,
    CsvError,
    Shape,
    bare_cell,
    csv_bytes,
    csv_records,
    csv_rows,
    safe_cell,
    table_csv,
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.lists(FORMULA_TEXTS, min_size=3, max_size=3), min_size=1, max_size=4))
@example([["a", ",=1", "b"]])
@example([["a", 'x,"=cmd|1"', "b"]])
def test_no_cell_leaves_as_a_formula_whatever_the_tool_that_opens_it(rows: Any) -> None:
    data = csv_bytes(rows[0], rows, kind=None)
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
    assert table_csv(table, kind=None).decode("utf-8-sig").splitlines() == [
        'groupe;part;"\'=nom"',
        'a;"0,5";"\'@x"',
        "b;;y",
    ]
    assert table_csv(table, kind=None, index=False).decode("utf-8-sig").splitlines()[1] == '"0,5";"\'@x"'


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


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(FORMULA_TEXTS, min_size=2, max_size=2), min_size=1, max_size=4))
def test_a_data_set_reads_back_as_it_was_and_holds_no_formula(rows: Any) -> None:
    rows = [[cell.replace("\r", "\n") for cell in row] for row in rows]
    data = csv_bytes(["a", "b"], rows, OPEN_DATA, kind=None)
    assert formulas(data, ",") == []
    assert csv_records(data, OPEN_DATA) == [{"a": first, "b": second} for first, second in rows]


@pytest.mark.parametrize(
    ("shape", "written"),
    [
        (Shape(), '\ufeffnom;part\r\n"\'=a";"0,5"\r\n'),
        (OPEN_DATA, 'nom,part\n"\'=a",0.5\n'),
        (Shape("\t", "\n", mark=False, as_it_is=True), "nom\tpart\n=a\t0.5\n"),
    ],
)
def test_a_table_is_written_in_the_shape_that_its_reader_asks_for(shape: Shape, written: str) -> None:
    assert csv_bytes(["nom", "part"], [["=a", 0.5]], shape, kind=None).decode() == written
    assert table_csv(pd.DataFrame({"nom": ["=a"], "part": [0.5]}), shape, kind=None, index=False).decode() == written


def test_a_column_of_many_kinds_keeps_each_value_as_it_is() -> None:
    table = pd.DataFrame({"a": [True, 1, 1.0, "1", None]}, dtype=object)
    assert table_csv(table, kind=None, index=False).decode("utf-8-sig").splitlines() == [
        "a",
        "oui",
        "1",
        '"1,0"',
        "1",
        "",
    ]
