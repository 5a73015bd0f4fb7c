"""Deux mille fichiers abîmés : chacun donne un compte rendu, aucun n'arrête la lecture, rien n'y disparaît.

A damage is a function of bytes and chance; the same seed damages the same file the same way. Where a damage touches
known lines only, the answers of the other lines must come out as they went in.
"""

import csv
import io
import zipfile
from typing import Any

import numpy as np
import pytest
from diagnostic.answers_of_a_family import family_answer
from diagnostic.survey_exports import (
    csv_text,
    framaforms,
    google_forms,
    kobo,
    limesurvey,
    ods,
    some_families,
    xlsx,
    zipped,
)

from liaison.base.tables import spreadsheet
from liaison.diagnostic.papers.exporting import answers_csv, corrections_csv, problems_csv
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.reading import read_answers

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

QUESTIONNAIRE = family_questionnaire()
FAMILIES = some_families(QUESTIONNAIRE, 25, seed=17)
TIMES = 25  # files per damage and kind of file
FAMILY = family_answer(FAMILIES, "r0001").model_dump_json(exclude_none=True)

TEXTS = {
    "suite": answers_csv(FAMILIES),
    "framaforms": csv_text(framaforms(FAMILIES, keys=True), ",").encode("utf-8-sig"),
    "limesurvey": csv_text(limesurvey(FAMILIES), ";").encode(),
    "google_forms": csv_text(google_forms(FAMILIES), "\t", csv.QUOTE_MINIMAL).encode("cp1252"),
    "kobo": csv_text(kobo(FAMILIES), ",").encode("utf-16"),
    "famille": f"[{','.join([FAMILY] * 12)}]".encode(),
}
WORKBOOKS = {"kobo": xlsx({"Réponses": kobo(FAMILIES)}), "tableau": ods(google_forms(FAMILIES))}
FORMULAS = ('=HYPERLINK("http://exemple.invalid";"ici")', "+1+1", "-1-1", "@SUM(A1:A9)", "=cmd|' /C calc'!A0")
NASTY = (
    "\x00",
    "\ufeff",
    "\u202e",
    "\ud800",
    "😀" * 50,
    "é" * 2_000,
    "9" * 400,
    "1e999",
    "\r",
    "\x0b",
    "NaN",
    "²",
    "٣",
)


def seed(*words: Any) -> Any:
    return np.random.default_rng(list("/".join(map(str, words)).encode()))


def some_place(chance: Any, data: Any) -> Any:
    return int(chance.integers(0, max(1, len(data))))


def truncated(data: Any, chance: Any) -> Any:
    return data[: some_place(chance, data)]


def overwritten(data: Any, chance: Any) -> Any:
    """Replace a few runs of bytes by chance."""
    spoilt = bytearray(data)
    for _ in range(int(chance.integers(1, 8))):
        start = some_place(chance, data)
        spoilt[start : start + int(chance.integers(1, 40))] = chance.bytes(int(chance.integers(0, 60)))
    return bytes(spoilt)


def bits_flipped(data: Any, chance: Any) -> Any:
    spoilt = bytearray(data)
    for _ in range(int(chance.integers(1, 30))):
        if spoilt:
            spoilt[some_place(chance, data)] ^= 1 << int(chance.integers(0, 8))
    return bytes(spoilt)


def wrong_encoding(data: Any, chance: Any) -> Any:
    """Read as one encoding, written as another, once or twice over (« Ã© »)."""
    for _ in range(int(chance.integers(1, 3))):
        read, write = chance.choice(["utf-8", "cp1252", "latin-1", "mac-roman", "utf-16-le", "utf-16-be", "utf-32"], 2)
        data = data.decode(str(read), "replace").encode(str(write), "replace")
    return data


def cut_and_shuffled(data: Any, chance: Any) -> Any:
    """Put pieces of the file in another order, some of them twice."""
    cuts = sorted(int(place) for place in chance.integers(0, len(data) + 1, 5))
    pieces = [data[a:b] for a, b in zip([0, *cuts], [*cuts, len(data)], strict=True)]
    return b"".join(pieces[int(rank)] for rank in chance.integers(0, len(pieces), 8))


def ends_of_lines(data: Any, chance: Any) -> Any:
    end = [b"\r", b"\n\n", b"", b"\r\r\n", b"\x0c", b"\xe2\x80\xa8"][int(chance.integers(0, 6))]
    return data.replace(b"\r\n", end)


def quotes(data: Any, chance: Any) -> Any:
    """Put quotes anywhere, or take them all away."""
    if chance.random() < 0.2:
        return data.replace(b'"', b"")
    for _ in range(int(chance.integers(1, 6))):
        place = some_place(chance, data)
        data = data[:place] + b'"' + data[place:]
    return data


def nasty_words(data: Any, chance: Any) -> Any:
    """Put what no answer holds anywhere."""
    for _ in range(int(chance.integers(1, 8))):
        place = some_place(chance, data)
        word = str(chance.choice([*NASTY, *FORMULAS]))
        data = data[:place] + word.encode("utf-8", "surrogatepass") + data[place:]
    return data


def huge_cells(data: Any, chance: Any) -> Any:
    place = some_place(chance, data)
    many = int(chance.choice([2_000, 99_000, 120_000, 400_000]))
    return data[:place] + chance.choice([b"a", b"=", b'"', b";", b"\xe9", b"["]) * many + data[place:]


def nothing_but_chance(data: Any, chance: Any) -> Any:
    return chance.choice([b"", b"PK\x03\x04", b"{", b"[", b"\xff\xfe", b"\xef\xbb\xbf", b"version;"]) + chance.bytes(
        int(chance.integers(0, 3_000))
    )


DAMAGES = (
    truncated,
    overwritten,
    bits_flipped,
    wrong_encoding,
    cut_and_shuffled,
    ends_of_lines,
    quotes,
    nasty_words,
    huge_cells,
    nothing_but_chance,
)
WORKBOOK_DAMAGES = (truncated, overwritten, bits_flipped, nasty_words)


def reported(data: Any, mapping: Any = None) -> Any:
    """Return the report of a file; check what every report must hold, and that all that is said of it can be."""
    report = read_answers(data, QUESTIONNAIRE, mapping, name="abîmé")
    assert report.lines_in == len(report.answers) + report.lines_refused + report.lines_repeated + report.lines_aside
    assert len(report.refused_lines) <= report.lines_refused
    assert report.lines_in or report.refused or report.flagged or report.blank or report.format
    assert {each.line for each in report.refused_lines} <= {each.line for each in report.refused}
    assert len(set(report.lines.tolist())) == len(report.answers)
    assert not set(report.lines.tolist()) & {each.line for each in report.refused_lines}
    in_part = [each.line for each in report.lines_in_part]
    assert {each.line for each in report.unread} == set(in_part) <= set(report.lines.tolist())
    assert len(set(in_part)) == len(in_part)
    for each in (*report.refused, *report.unread, *report.flagged):
        assert str(each).replace("\u00a0", " ").replace("\u202f", " ").isprintable(), repr(str(each))
    problems_csv(report)
    for correction in corrections_csv(report).values():
        again = read_answers(correction, QUESTIONNAIRE, report.mapping, name="corrections")
        assert again.lines_in == len(again.answers) + again.lines_refused + again.lines_repeated + again.lines_aside
    return report


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda each: each.__name__)
@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_a_damaged_text_file_gives_a_report(kind: Any, damage: Any) -> None:
    whole = read_answers(TEXTS[kind], QUESTIONNAIRE)
    assert len(whole.answers) == (12 if kind == "famille" else 25)
    for rank in range(TIMES):
        spoilt = damage(TEXTS[kind], seed(kind, damage.__name__, rank))
        reported(spoilt, whole.mapping if rank % 3 == 0 else None)


@pytest.mark.parametrize("damage", WORKBOOK_DAMAGES, ids=lambda each: each.__name__)
@pytest.mark.parametrize("kind", sorted(WORKBOOKS))
def test_a_damaged_workbook_gives_a_report(kind: Any, damage: Any) -> None:
    for rank in range(TIMES):
        reported(damage(WORKBOOKS[kind], seed(kind, damage.__name__, rank)))


@pytest.mark.parametrize("damage", WORKBOOK_DAMAGES, ids=lambda each: each.__name__)
@pytest.mark.parametrize("kind", sorted(WORKBOOKS))
def test_a_workbook_whose_parts_are_damaged_and_well_packed_gives_a_report(kind: Any, damage: Any) -> None:
    with zipfile.ZipFile(io.BytesIO(WORKBOOKS[kind])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for rank in range(TIMES):
        chance = seed("parties", kind, damage.__name__, rank)
        name = str(chance.choice(sorted(parts)))
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for each, content in parts.items():
                archive.writestr(each, damage(content, chance) if each == name else content)
        reported(out.getvalue())


ROWS = {
    "suite": list(csv.reader(io.StringIO(answers_csv(FAMILIES).decode("utf-8-sig")), delimiter=";")),
    "framaforms": framaforms(FAMILIES, keys=True),
}
HEADER_LINES = {"suite": 1, "framaforms": 3}
LAST = 2  # niveau, mode: the last columns of these files


def shifted_left(cells: Any, chance: Any) -> Any:
    place = some_place(chance, cells)
    return cells[:place] + cells[place + 1 :]


def shifted_right(cells: Any, chance: Any) -> Any:
    place = some_place(chance, cells)
    return [*cells[:place], "", *cells[place:], "x"]


def with_a_formula(cells: Any, chance: Any) -> Any:
    return [*cells[:-LAST], *[str(chance.choice(FORMULAS))] * LAST]


def with_a_huge_cell(cells: Any, chance: Any) -> Any:
    return [*cells[:-LAST], *["a" * int(chance.integers(1_001, 30_000))] * LAST]


SHIFTING = (shifted_left, shifted_right)
SPOILING_CELLS = (with_a_formula, with_a_huge_cell)


def assert_the_same(report: Any, whole: Any, lines: Any) -> None:
    """Check that the answers kept are those of these lines of the whole file, value for value."""
    kept = np.isin(whole.lines, sorted(lines))
    assert report.lines.tolist() == whole.lines[kept].tolist()
    assert report.answers.table.reset_index(drop=True).equals(whole.answers.table[kept].reset_index(drop=True))


def spoilt_by(spoil: Any, kind: Any, rank: int) -> Any:
    """Return the report of a file of which four lines are spoilt, and the numbers of these lines."""
    chance = seed(kind, spoil.__name__, rank)
    rows = list(ROWS[kind])
    spoilt = {int(place) for place in chance.integers(HEADER_LINES[kind], len(rows), 4)}
    for place in spoilt:
        rows[place] = spoil(rows[place], chance)
    return reported(csv_text(rows, ",").encode()), {place + 1 for place in spoilt}


@pytest.mark.parametrize("spoil", SPOILING_CELLS, ids=lambda each: each.__name__)
@pytest.mark.parametrize("kind", sorted(ROWS))
def test_spoilt_cells_count_as_no_answer_and_every_other_cell_is_read_as_it_was(kind: Any, spoil: Any) -> None:
    whole = read_answers(csv_text(ROWS[kind], ",").encode(), QUESTIONNAIRE)
    last = list(QUESTIONNAIRE.context)
    for rank in range(TIMES):
        report, spoilt_lines = spoilt_by(spoil, kind, rank)
        assert (report.refused_lines, {each.line for each in report.lines_in_part}) == ((), spoilt_lines)
        assert len(report.unread) == LAST * len(spoilt_lines)
        expected = whole.answers.table.copy()
        expected.loc[np.isin(whole.lines, sorted(spoilt_lines)), last] = np.nan
        assert report.answers.table.equals(expected)


@pytest.mark.parametrize("spoil", SHIFTING, ids=lambda each: each.__name__)
@pytest.mark.parametrize("kind", sorted(ROWS))
def test_a_shifted_line_is_refused_and_the_others_are_read_as_they_were(kind: Any, spoil: Any) -> None:
    whole = read_answers(csv_text(ROWS[kind], ",").encode(), QUESTIONNAIRE)
    for rank in range(TIMES):
        report, spoilt_lines = spoilt_by(spoil, kind, rank)
        assert {each.line for each in report.refused_lines} == spoilt_lines
        assert_the_same(report, whole, set(whole.lines.tolist()) - spoilt_lines)


@pytest.mark.parametrize("kind", sorted(ROWS))
def test_a_file_cut_anywhere_keeps_every_line_that_is_still_whole(kind: Any) -> None:
    data = csv_text(ROWS[kind], ",").encode()
    whole = read_answers(data, QUESTIONNAIRE)
    start = data.index(b"\r\n" + data.split(b"\r\n")[HEADER_LINES[kind]]) + 2
    for rank in range(TIMES):
        cut = int(seed("coupe", kind, rank).integers(start, len(data)))
        report = reported(data[:cut])
        complete = data[:cut].count(b"\r\n")
        kept = {line for line in report.lines.tolist() if line <= complete}
        assert kept == {line for line in whole.lines.tolist() if line <= complete}
        assert report.lines_in - len(kept) <= 1
        table = report.answers.table.iloc[: len(kept)].reset_index(drop=True)
        assert table.equals(whole.answers.table.iloc[: len(kept)].reset_index(drop=True))


SHEET = "xl/worksheets/sheet1.xml"


def bomb(content: Any, workbook: Any = WORKBOOKS["kobo"], part: Any = SHEET) -> Any:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    return zipped(parts | {part: content})


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ENTITIES = "".join(f'<!ENTITY e{rank} "{f"&e{rank - 1};" * 10}">' for rank in range(1, 12))
BOMBS = {
    "zeros": (bomb(" " * 3_000_000), "démesuré"),
    "far_cell": (
        xlsx(
            {"a": []},
            raw='<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        ),
        "démesuré",
    ),
    "many_rows": (
        bomb(f'<worksheet xmlns="{MAIN}"><sheetData>{"<row/>" * 400_000}</sheetData></worksheet>'),
        "démesuré",
    ),
    "repeated": (
        ods(
            [],
            raw='<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
            'table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell>'
            "</table:table-row>",
        ),
        "démesuré",
    ),
    "many_parts": (
        zipped({f"xl/worksheets/sheet{rank}.xml": " " * 60_000 for rank in range(50)} | {"xl/workbook.xml": ""}),
        "démesuré",
    ),
    "entities": (
        bomb(f'<!DOCTYPE w [<!ENTITY e0 "x">{ENTITIES}]><worksheet xmlns="{MAIN}"><a>&e11;</a></worksheet>'),
        "abîmé",
    ),
    "deep": (bomb("<a>" * 200_000), "vide"),
    "deep_json": (b"[" * 200_000, "JSON"),
    "wide_json": (b"[" + b"0," * 200_000 + b"0]", "réponses"),
    "wide_csv": (b";" * 90_000 + b"\n" + b";" * 90_000, "colonnes"),
}


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_a_small_file_that_would_fill_the_memory_is_refused(name: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "LARGEST_UNPACKED", 2_000_000)
    data, said = BOMBS[name]
    assert len(data) < 500_000
    report = reported(data)
    assert len(report.answers) == 0
    assert said in report.refused[0].reason


def test_the_seeded_files_are_two_thousand() -> None:
    texts = len(TEXTS) * len(DAMAGES) * TIMES
    workbooks = 2 * len(WORKBOOKS) * len(WORKBOOK_DAMAGES) * TIMES
    assert texts + workbooks + len(ROWS) * (len(SHIFTING + SPOILING_CELLS) + 1) * TIMES >= 2_000
