"""Un tableau se lit le même, quels que soient l'encodage et le séparateur qu'un tableur ou un outil lui donne."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.base.tables import decoded, dialect_of, open_table, sure_text
from liaison.base.tables.encoding import encoding_of

LETTERS = "abcdeéèàêçîôûœ’ ÉÀ"
CELLS = st.text(LETTERS + ';,\t|"', max_size=12)


@settings(max_examples=200, deadline=None)
@given(
    st.integers(2, 6).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=60)),
    st.sampled_from(";,\t|"),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_what_cuts_a_table_is_found_whatever_is_under_its_titles(
    rows: list[list[str]], delimiter: str, quoting: Any
) -> None:
    titles = ["nom", "niveau", *"abcd"][: len(rows[0]) if rows else 2]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=quoting).writerows([titles, *rows])
    assert dialect_of(out.getvalue()) == (delimiter, len(titles))


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("code;nom", ";"),
        ("code,nom", ","),
        ("nom", ";"),
        ("", ";"),
        ("niveau;part\n6e;12,5\n5e;8,0\n", ";"),
        ("niveau;part, en %\n6e;12,5\n", ";"),
        ("niveau\tpart, en %\n6e\t12,5\n", "\t"),
        ("niveau,part\n6e,a;b;c;d\n", ","),
        ("code\tnom\rA\tDupont, Anne\r", "\t"),
        ("a|b\n1|2\n", "|"),
    ],
)
def test_what_cuts_a_table_is_what_cuts_its_first_lines_most_evenly(text: str, delimiter: str) -> None:
    assert dialect_of(text).delimiter == delimiter


@pytest.mark.parametrize(
    ("codec", "name", "sure"),
    [
        ("utf-8", "UTF-8", True),
        ("utf-8-sig", "UTF-8", True),
        ("utf-16", "UTF-16", True),
        ("utf-32", "UTF-32", True),
        ("utf-16-le", "UTF-16", False),
        ("utf-16-be", "UTF-16", False),
        ("cp1252", "Windows-1252", False),
        ("mac_roman", "Mac OS Roman", False),
        ("cp850", "MS-DOS", False),
    ],
)
def test_each_encoding_that_a_spreadsheet_writes_gives_its_accents_back(codec: str, name: str, sure: bool) -> None:
    text = "prénom;élève en 6e\nHélène;très à l'aise\nFrançois;forêt\n"
    found = decoded(text.encode(codec))
    assert (found.text, found.encoding.name, found.encoding.sure) == (text, name, sure)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"caf\xe9", "café"),
        ("école \u00e9t\u00e9 d\u00e9j\u00e0 ".encode() + b"\xff", "école été déjà \ufffd"),
        (b"\xff\xfe\xff", "\ufffd"),
        (b"caf\xc3", "cafÃ"),
    ],
)
def test_bytes_that_are_no_whole_text_are_read_and_never_taken_for_sure(content: bytes, text: str) -> None:
    found = decoded(content)
    assert (found.text, found.encoding.sure) == (text, False)
    with pytest.raises(UnicodeError):
        sure_text(content)


def test_a_letter_that_was_lost_before_is_no_fault_of_the_encoding() -> None:
    assert decoded("\ufffd;X".encode()) == ("\ufffd;X", ("utf-8-sig", True))


@pytest.mark.parametrize(("codec", "name"), [("cp500", "EBCDIC"), ("cp037", "EBCDIC"), ("utf-7", "UTF-7")])
def test_an_encoding_that_would_be_taken_for_letters_of_another_is_named(codec: str, name: str) -> None:
    content = "nom;prénom\nImaginé;Chloé\n".encode(codec)
    assert f"écrit en {name}, qui n'est pas lu ici" in open_table(content, "noms.csv").fault


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("nom;téléphone\nAnne;+33612345678\n", "utf-8"),
        ("nom;courriel\nAnne;anne+Ecole@exemple.fr\n", "ascii"),
        ("nom;niveau\nC+B;A+AB\n", "ascii"),
        ("имя;фамилия\nАнна;Иванова\n", "cp1251"),
        ("codes\n" + "é" * 400, "cp1252"),
    ],
)
def test_a_plus_sign_or_letters_of_another_alphabet_are_no_such_encoding(text: str, codec: str) -> None:
    assert len(list(open_table(text.encode(codec), "noms.csv").lines)) == 2


@given(st.binary(max_size=200))
def test_any_bytes_are_a_text(content: bytes) -> None:
    text, encoding = decoded(content)
    assert encoding.sure == (encoding.codec in ("utf-8-sig", "utf-16", "utf-32") and _is_whole(content, encoding.codec))
    assert isinstance(text, str)


def _is_whole(content: bytes, codec: str) -> bool:
    try:
        content.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


@pytest.mark.parametrize("before", [(1 << 20) + 4094, (1 << 20) + 4095])
def test_a_letter_cut_between_two_blocks_of_a_long_file_is_whole(before: int) -> None:
    assert encoding_of(io.BytesIO(b"a" * before + "é".encode() + b"a")).sure
    assert not encoding_of(io.BytesIO(b"a" * before + "é".encode()[:1])).sure


def test_a_table_is_opened_whatever_it_is_and_what_is_none_says_what_it_is(tmp_path: Path) -> None:
    assert [line.cells for line in open_table("a;b\n1;2\n".encode("utf-16"), "t").lines] == [["a", "b"], ["1", "2"]]
    assert "PDF" in open_table(b"%PDF-1.7", "t").fault
    assert "vide" in open_table(b"", "t").fault
    assert "ne peut pas être lu" in open_table(tmp_path / "absent.csv", "t").fault
