"""Les fichiers ouverts tels qu'ils sont publiés : encodages, noms de colonnes, nombres, lignes vides."""

from pathlib import Path
from typing import Any

import pytest

from liaison.base.tables import plain
from liaison.school.open_data.open_tables import OpenDataError, number, read_open_table


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "est vide"),
        ("uai;ips\n", "est vide"),
        ("a;b\n1;2\n", "colonne de code UAI"),
        ('uai;ips\n"x;1\n' + "y" * 200_000, "CSV"),
    ],
)
def test_a_file_that_is_something_else_is_refused_in_french(tmp_path: Path, content: Any, expected: str) -> None:
    path = tmp_path / "autre.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(OpenDataError, match=expected):
        read_open_table(path)


def test_rows_keep_what_is_written_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('\n\r\nuai;nom_etablissement;academie;salle\n0350001a; "Collège" ;  ;12\n\n0350002B;X\n;Y;Z;\n')
    table = read_open_table(path)
    assert table.rows == {
        "0350001A": [{"uai": "0350001a", "name": '"Collège"'}],
        "0350002B": [{"uai": "0350002B", "name": "X"}],
    }
    assert table.columns == {"uai", "name", "academy"}


def test_the_delimiter_is_chosen_on_the_first_line_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\nuai,nature\n0350001A,a;b;c;d\n", encoding="utf-8")
    assert read_open_table(path).rows["0350001A"] == [{"uai": "0350001A", "nature": "a;b;c;d"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Numéro UAI;Académie\n0350001A;Créteil\n", encoding=encoding)
    assert read_open_table(path).rows == {"0350001A": [{"uai": "0350001A", "academy": "Créteil"}]}


def test_a_folder_in_the_place_of_a_file_is_refused_in_french(tmp_path: Path) -> None:
    with pytest.raises(OpenDataError, match="ne peut pas être lu"):
        read_open_table(tmp_path)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("98,4", 98.4),
        ("98.4", 98.4),
        ("1 234", 1234),
        ("1\u202f234", 1234),
        ("540.0", 540),
        ("NS", None),
        ("", None),
        (None, None),
    ],
)
def test_published_numbers_are_read_and_suppressed_ones_are_none(text: str | None, value: Any) -> None:
    assert number(text) == value


def test_column_names_are_compared_without_accents_capitals_or_punctuation() -> None:
    assert plain("Numéro de l'école") == "numero_de_l_ecole"
    assert plain("REP +") == "rep_plus" != plain("REP")
    assert plain(" « Effectifs » ") == "effectifs"
