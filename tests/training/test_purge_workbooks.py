"""Deux cellules voisines d'un classeur sont lues l'une après l'autre, où que soient leurs mots."""

import datetime as dt
from collections.abc import Sequence

import pytest
from training.a_session import ANNE, BRUNO, NOON, drop, people_csv, zip_of

from liaison.readers.readable_text import UnreadableError, texts_in
from liaison.training.purge.name_search import NameSearch
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionFolder

AFTER = NOON + dt.timedelta(days=31)
ROWS = [("Ann", "Roy"), ("Léo", "Kim"), ("Ann", "Kim"), ("Io", "Bel"), ("Sam", "Li"), ("Io", "Li")]
TYPES = "[Content_Types].xml"


def workbook(rows: Sequence[tuple[str, ...]]) -> bytes:
    """Return a workbook as a spreadsheet writes it: each word once, in the order in which it first stands in a row."""
    words = [*dict.fromkeys(word for row in rows for word in row)]
    cells = ("".join(f'<c t="s"><v>{words.index(word)}</v></c>' for word in row) for row in rows)
    sheet = "".join(f'<row r="{at}">{row}</row>' for at, row in enumerate(cells, start=1))
    return book_of(sheet, f"<sst>{''.join(f'<si><t>{word}</t></si>' for word in words)}</sst>")


def book_of(sheet: str, strings: str = "") -> bytes:
    parts = {TYPES: b"<Types/>", "xl/worksheets/sheet1.xml": sheet.encode(), "xl/sharedStrings.xml": strings.encode()}
    return zip_of(parts)


def found(name: str, content: bytes) -> bool:
    return any(NameSearch([name]).finds(text) for text in texts_in(content))


def test_neighbouring_cells_are_read_in_the_order_of_rows_and_not_of_the_table_of_words(place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Kim ANN", BRUNO: "Li IO"}))
    listed = drop(place.root, "divers/liste.xlsx", workbook(ROWS))
    other = drop(place.root, "divers/autre.xlsx", workbook(ROWS[:2]))
    proof = purge(place, AFTER)
    assert (listed.exists(), other.exists()) == (False, True)
    assert proof.certified


SHARED = "<sst><si><t>Dupont</t></si><si/><si><r><t>Ro</t></r><r><t xml:space='preserve'>se</t></r></si></sst>"
SHEETS = {
    "mots de plusieurs mises en forme": ('<row><c r="A1" t="s"><v>2</v></c><c r="B1" t="s"><v>0</v></c></row>', SHARED),
    "mot écrit dans sa cellule": (
        '<row><c t="inlineStr"><is><t>Rose</t></is></c><c s="1"/><c t="s"><v>0</v></c></row>',
        SHARED,
    ),
    "résultat d'une formule": ('<row><c t="str"><f>A1</f><v>Rose</v></c><c t="s"><v>0</v></c></row>', SHARED),
    "balises préfixées": (
        "<x:row><x:c t='s'><x:v>1</x:v></x:c><x:c t='s'><x:v>0</x:v></x:c></x:row>",
        "<x:sst><x:si><x:t>Dupont</x:t></x:si><x:si><x:t>Rose</x:t><x:rPh sb='0'><x:t>o</x:t></x:rPh></x:si></x:sst>",
    ),
}


@pytest.mark.parametrize("kind", SHEETS)
def test_a_cell_is_read_however_its_words_are_kept(kind: str) -> None:
    sheet, strings = SHEETS[kind]
    assert found("Rose Dupont", book_of(f"<sheetData>{sheet}</sheetData>", strings))
    assert not found("Rose Bidon", book_of(f"<sheetData>{sheet}</sheetData>", strings))


def test_the_rows_that_a_pivot_table_keeps_are_read() -> None:
    fields = (
        '<cacheFields><cacheField name="p"><sharedItems><s v="Luc"/><m/><s v="Rose"/></sharedItems></cacheField>'
        '<cacheField name="n"><sharedItems count="1"><s v="Dupont"/></sharedItems></cacheField></cacheFields>'
    )
    parts = {
        TYPES: b"<Types/>",
        "xl/pivotCache/pivotCacheDefinition1.xml": fields.encode(),
        "xl/pivotCache/pivotCacheRecords1.xml": b'<r><x v="2"/><x v="0"/></r><r><x v="1"/><s v="Bidon"/></r>',
    }
    assert found("Rose Dupont", zip_of(parts))
    assert not found("Luc Bidon", zip_of(parts))


def test_a_binary_workbook_is_said_not_to_be_read() -> None:
    with pytest.raises(UnreadableError, match="xlsb"):
        found("Rose Dupont", zip_of({TYPES: b"<Types/>", "xl/workbook.bin": b"\x83\x01\x00"}))


def test_a_cell_that_another_covers_is_read_as_its_neighbour() -> None:
    row = "<table:table-cell><text:p>Ro<text:span>se</text:span></text:p></table:table-cell>"
    row += "<table:covered-table-cell>Dup<text:span>ont</text:span></table:covered-table-cell>"
    assert found("Rose Dupont", f"<?xml version='1.0'?><table:table-row>{row}</table:table-row>".encode())


def test_a_workbook_that_never_ends_is_read_in_a_moment() -> None:
    assert not found("Rose Dupont", book_of("<row><c t='s'><v>" * 50_000, "<si><t><rPh>" * 50_000))
