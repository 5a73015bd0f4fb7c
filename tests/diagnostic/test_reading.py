"""Lire des réponses : chaque ligne est gardée ou refusée, chaque refus dit où et pourquoi, rien ne disparaît."""

import csv
import io
import time
import zipfile
from pathlib import Path
from typing import Any, cast

import numpy as np
import pandas as pd
import pytest
from diagnostic.files_read import read_files
from diagnostic.survey_exports import csv_text, some_families, xlsx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison.diagnostic.answers import answers_from_rows
from liaison.diagnostic.papers.exporting import answers_csv
from liaison.diagnostic.papers.report_words import question_words
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading import cells
from liaison.diagnostic.reading.mapping import MappedColumn, Mapping, MappingError
from liaison.diagnostic.reading.questions_read import unread_words
from liaison.diagnostic.reading.reading import read_answers, read_chunks
from liaison.diagnostic.reading.set_aside import bare_sum

QUESTIONNAIRE = family_questionnaire()
HEADER = ["connexion", "imprimante", "appareils__ordinateur", "appareils__aucun", "niveau"]


def read(rows: Any, delimiter: str = ";", encoding: str = "utf-8", header: Any = HEADER, mapping: Any = None) -> Any:
    data = csv_text([header, *rows], delimiter).encode(encoding)
    report = read_answers(data, QUESTIONNAIRE, mapping, name="essai.csv")
    assert report.lines_in == len(report.answers) + report.lines_refused + report.lines_aside
    return report


def zipped(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, "a;b")
    return made.getvalue()


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_and_delimiter_gives_the_same_answers(delimiter: str, encoding: str) -> None:
    header = ["Connexion", "Imprimante", "Façon de répondre é", "niveau"]
    report = read([["fixe", "à la maison", "été", "6e"], ["mobile limitée", "", "", "CP"]], delimiter, encoding, header)
    assert report.unread[0].column == "Imprimante"
    assert report.answers.table["connexion"].tolist() == ["fixe", "mobile_limitee"]
    assert report.answers.table["imprimante"].isna().all()
    assert report.answers.table["niveau"].tolist() == ["sixieme", "cp"]
    assert "« à la maison »" in report.unread[0].reason
    assert (encoding == "cp1252") == any("Windows-1252" in each.reason for each in report.flagged)


def test_a_refused_line_says_its_file_its_line_its_column_and_what_is_accepted() -> None:
    report = read([["fixe", "non", "", "", "cp"], ["fibre", "", "", "", "cp"]])
    assert [(r.file, r.line, r.column, r.value) for r in report.refused] == [("essai.csv", 3, "connexion", "fibre")]
    assert "mobile_suffisante" in report.refused[0].reason
    assert "essai.csv, ligne 3, colonne connexion" in str(report.refused[0])
    assert list(report.lines) == [2]
    assert report.summary() == "Lignes lues\u00a0: 2. Réponses gardées\u00a0: 1. Refusées\u00a0: 1."
    assert report.table()["gravite"].tolist()[0] == "refus"


def test_a_cell_that_cannot_be_read_is_said_and_the_rest_of_its_line_counts() -> None:
    report = read([["fixe", "non", "", "", "cp"], ["fibre", "non", "", "", "lune"]])
    assert [(r.file, r.line, r.column, r.value) for r in report.unread] == [
        ("essai.csv", 3, "connexion", "fibre"),
        ("essai.csv", 3, "niveau", "lune"),
    ]
    assert (report.refused, report.lines_refused, report.to_correct) == ((), 0, 1)
    table = report.answers.table
    assert table["connexion"].isna().tolist() == table["niveau"].isna().tolist() == [False, True]
    assert table["imprimante"].tolist() == ["non", "non"]
    assert report.table()["gravite"].tolist()[:2] == ["cellule", "cellule"]


def test_a_line_that_says_its_level_and_nothing_else_that_can_be_read_is_refused_whole() -> None:
    report = read([["fibre", "", "", "", "cp"], ["", "", "oui", "un peu", "cp"], ["fibre", "non", "", "", "cp"]])
    assert [each.line for each in report.refused_lines] == [2, 3]
    assert (report.lines.tolist(), report.unread[0].line) == ([4], 4)


def test_the_sentence_that_is_published_does_not_count_the_cells_that_are_not_read() -> None:
    """Published, it would say at least how many of the families counted without an answer are behind hidden counts."""
    report = read([["fixe", "non", "", "", "cp"], ["fibre", "non", "", "", "cp"]])
    assert report.summary() == "Lignes lues\u00a0: 2. Réponses gardées\u00a0: 2. Refusées\u00a0: 0."
    (said,) = unread_words(report, question_words)
    assert said.replace("\u00a0", " ").startswith("Cellules non lues : 1, dans 1 ligne gardée.")
    assert said.replace("\u00a0", " ").endswith("comment avez-vous internet ? » : 1.")
    assert unread_words(read([["fixe", "", "", "", "cp"]]), question_words) == []


def test_two_bad_cells_of_one_line_are_both_said_and_the_line_is_counted_once() -> None:
    report = read([["fibre", "peut-être", "", "", "cp"]])
    assert [r.column for r in report.refused] == ["connexion", "imprimante"]
    assert report.lines_refused == 1


@pytest.mark.parametrize("code", ["9", "99", "-1", "9,0", "99.0", "ne sait pas", "NSP", "Ne sait pas.", "N/A", " ", ""])
def test_a_missing_code_is_no_answer(code: str) -> None:
    report = read([[code, "non", "", "", "cp"]])
    assert report.refused == ()
    assert report.answers.table["connexion"].isna().all()
    assert report.answers.table["imprimante"].tolist() == ["non"]


@pytest.mark.parametrize("code", ["8", "0", "-2", "peut-être"])
def test_any_other_code_is_not_read(code: str) -> None:
    report = read([[code, "non", "", "", "cp"]])
    assert ([cell.value for cell in report.unread], report.answers.table["connexion"].isna().all()) == ([code], True)


def test_a_missing_code_is_an_answer_when_the_mapping_says_so() -> None:
    mapping = Mapping(
        questionnaire=QUESTIONNAIRE.id,
        colonnes=(MappedColumn(source="q1", cible="connexion", valeurs={"9": "fixe", "1": "mobile_limitee"}),),
    )
    report = read([["9"], ["1,0"], ["99"], ["1"]], header=["q1", "autre"][:1], mapping=mapping)
    assert report.answers.table["connexion"].tolist() == ["fixe", "mobile_limitee", "mobile_limitee"]
    assert report.lines_aside == 1  # 99: not an answer, and the line has no other


@pytest.mark.parametrize("date", ["2026-02-01", "01/02/2026", "1-févr", "févr-26"])
def test_a_cell_that_a_spreadsheet_turned_into_a_date_is_named_as_such(date: str) -> None:
    assert "date" in read([[date, "non", "", "", "cp"]]).unread[0].reason


def test_an_empty_form_is_set_aside_and_said_and_a_blank_line_is_counted_apart() -> None:
    report = read([["", "", "", "", "cp"], ["", "", "", "", ""], ["fixe", "", "", "", ""]])
    assert (report.lines_in, len(report.answers), report.blank) == (2, 1, 1)
    assert (report.lines_aside, report.refused) == (1, ())
    assert "formulaires vides, qui ne comptent pas : ligne 2" in str(report.flagged[0]).replace("\u00a0", " ")


@pytest.mark.parametrize(
    "total", [["Total", "12", "3", "", ""], ["", "TOTAUX :", "12,5", "25 %", "#DIV/0!"], ["Moyenne"]]
)
def test_a_total_under_the_answers_is_set_aside_and_a_word_beside_numbers_is_not(total: Any) -> None:
    report = read([["fixe", "non", "", "", "cp"], total, ["Totalement", "12", "", "", "cp"]])
    assert (len(report.answers), report.lines_aside, report.lines_refused) == (1, 1, 1)
    assert any("lignes de total" in each.reason for each in report.flagged)


@pytest.mark.parametrize(
    "total",
    [
        ["Total 6e", "", "40", "40", ""],
        ["Sous-total 6e", "", "40", "", ""],
        ["Sous-total CM2 A", "12", "", "", ""],
        ["TOTAL GÉNÉRAL", "", "40", "40", ""],
        ["", "", "", "", "Total : 40"],
        ["", "NB=40", "", "", ""],
        ["TOTAL 6e | 32", "", "", "", ""],
        ["Total", "38", "", "37", "6e"],
        ["Total des 5e", "38", "", "", ""],
    ],
)
def test_a_total_of_a_level_or_beside_its_number_is_set_aside_and_no_word_is_to_be_decided(total: Any) -> None:
    report = read([["fixe", "non", "", "", "cp"], total, total])
    assert (len(report.answers), report.lines_aside, report.lines_refused, report.unread) == (1, 2, 0, ())
    assert not any(None in column.valeurs.values() for column in report.mappings["essai.csv"].colonnes)


@pytest.mark.parametrize("said", ["Total respect", "Total", "Total 6e", "Au total 3 messages", "La moyenne"])
def test_a_family_that_writes_the_word_total_counts_even_where_its_answers_are_numbers(said: str) -> None:
    header = ["Autre chose à dire", "connexion", "imprimante", "niveau"]
    mapping = Mapping(
        questionnaire=QUESTIONNAIRE.id,
        colonnes=(
            MappedColumn(source="connexion", cible="connexion", valeurs={"1": "fixe"}),
            MappedColumn(source="imprimante", cible="imprimante", valeurs={"2": "non"}),
            MappedColumn(source="niveau", cible="niveau"),
        ),
    )
    for answers in ["1", "2", "6e"], ["1", "non", "6e"], ["fixe", "", "6e"]:
        report = read([[said, *answers]], header=header, mapping=mapping)
        assert (len(report.answers), report.lines_aside) == (1, 0)


@pytest.mark.parametrize("row", [["fixe", "non"], ["fixe", "non", "", "", "cp", "de trop"]])
def test_a_line_that_is_too_short_or_too_long_is_refused_not_shifted(row: Any) -> None:
    report = read([row, ["fixe", "non", "", "", "cp"]])
    assert (len(report.answers), report.lines_refused) == (1, 1)
    assert "décalées" in report.refused[0].reason


def test_blank_cells_beyond_the_last_column_hurt_nothing() -> None:
    assert len(read([["fixe", "non", "", "", "cp", "", ""]]).answers) == 1


def test_a_quote_that_is_never_closed_spoils_one_line_only() -> None:
    data = b'connexion;imprimante\nfixe;"non\nfixe;non\nmobile_limitee;maison\n'
    report = read_answers(data, QUESTIONNAIRE)
    assert (report.lines_in, len(report.answers)) == (3, 2)
    assert report.refused[0].line == 2
    assert "guillemets" in report.refused[0].reason


def test_a_cell_over_several_lines_and_a_blank_line_are_each_one_row_as_a_spreadsheet_numbers_them() -> None:
    data = b'connexion;remarque\nfixe;"une\ndeux\ntrois"\n\nfibre;x\nfixe;"jamais ferm\nfibre;"x"\n'
    report = read_answers(data, QUESTIONNAIRE)
    assert list(report.lines) == [2]
    assert [(refused.line, refused.value) for refused in report.refused] == [(4, "fibre"), (5, ""), (6, "fibre")]


def test_an_empty_box_is_no_beside_a_ticked_one_and_unknown_alone() -> None:
    report = read([["fixe", "", "oui", "", ""], ["fixe", "", "non", "", ""], ["fixe", "", "non", "non", ""]])
    table = report.answers.table
    # « Non » to every box, « aucun » among them, is what a tool writes of a family that skipped the question.
    assert table["appareils__ordinateur"].tolist() == [True, pd.NA, pd.NA]
    assert table["appareils__aucun"].tolist() == [False, pd.NA, pd.NA]


def test_a_box_that_says_unknown_leaves_the_question_unanswered_and_flagged() -> None:
    report = read([["fixe", "", "oui", "99", ""]])
    assert report.answers.table["appareils__ordinateur"].isna().all()
    assert any(f.line == 2 and "ne sait pas" in f.reason for f in report.flagged)


def test_answers_that_contradict_each_other_are_flagged_and_kept() -> None:
    header = ["appareils__ordinateur", "appareils__tablette", "appareils__aucun", "partage"]
    rows = [
        ["oui", "non", "oui", ""],
        ["oui", "non", "non", "pas_d_appareil"],
        ["non", "non", "oui", "un_enfant"],
        ["non", "non", "oui", "pas_d_appareil"],
    ]
    report = read(rows, header=header)
    assert len(report.answers) == 4
    assert [f.line for f in report.flagged] == [2, 3, 4]


def test_the_same_answers_twice_are_flagged_and_kept() -> None:
    some = some_families(QUESTIONNAIRE, 60, seed=5, skipped=0.0)
    rows = answers_csv(some).decode("utf-8-sig").splitlines()
    report = read_answers("\n".join([*rows, rows[7]]).encode(), QUESTIONNAIRE)
    assert len(report.answers) == 61
    assert [(f.line, "ligne 8" in f.reason) for f in report.flagged if "mêmes réponses" in f.reason] == [(62, True)]


def test_a_file_of_another_version_or_questionnaire_is_refused_line_by_line() -> None:
    text = answers_csv(some_families(QUESTIONNAIRE, 3, seed=1)).decode("utf-8-sig")
    lines = text.splitlines()
    lines[1] = lines[1].replace("1;", "2;", 1)
    lines[2] = lines[2].replace(QUESTIONNAIRE.id, "autre", 1)
    report = read_answers("\n".join(lines).encode(), QUESTIONNAIRE)
    assert (report.lines_in, len(report.answers)) == (3, 1)
    assert "version" in report.refused[0].reason
    assert "questionnaire" in report.refused[1].reason


def test_a_table_in_which_nothing_is_recognised_is_counted_and_refused_whole() -> None:
    report = read([["Fictif", "Ada"], ["Fictif", "Bo"]], header=["nom", "prénom"])
    assert (report.lines_in, len(report.answers), report.lines_refused) == (2, 0, 2)
    assert "2 lignes" in report.refused[0].reason


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "vide"),
        (b"\n\n", "en-tête"),
        (b"%PDF-1.7\n", "c'est un PDF"),
        (b"{\\rtf1", "texte mis en page"),
        (b"Rar!\x1a\x07", "archive"),
        (zipped("reponses.csv"), "archive"),
        (zipped("word/document.xml"), "texte mis en page"),
        (b"SQLite format 3\0", "base de données"),
        (b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\0\x3e\0", "ni un texte ni un tableau"),
        (bytes(range(1, 256)), "ni un texte ni un tableau"),
        (b"\x89PNG\r\n\x1a\n", "vingt signes"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "vingt signes"),
        (b"GIF89a", "vingt signes"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "vingt signes"),
        (b"\0\0\0\x18ftypheic", "vingt signes"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "ancien format"),
        (b"PK\x03\x04nothing", "abîmé"),
        (b"{", "JSON"),
        (b"[]", "aucune réponse"),
        (xlsx({"vide": []}), "vide"),
    ],
)
def test_a_file_that_is_not_a_table_is_refused_with_a_reason(data: Any, said: str) -> None:
    report = read_answers(data, QUESTIONNAIRE)
    assert report.lines_in == 0
    assert said in report.refused[0].reason


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    assert "lu" in read_answers(tmp_path / "absent.csv", QUESTIONNAIRE).refused[0].reason
    assert "lu" in read_answers(tmp_path, QUESTIONNAIRE).refused[0].reason


def test_a_mapping_that_does_not_fit_is_an_error_before_reading() -> None:
    with pytest.raises(MappingError):
        read([["x"]], mapping=Mapping(questionnaire="autre", colonnes=()))


def test_a_column_that_the_mapping_expects_and_the_file_lacks_is_said() -> None:
    columns = (MappedColumn(source="A", cible="connexion"), MappedColumn(source="B", cible="imprimante"))
    report = read([["fixe"]], header=["A"], mapping=Mapping(questionnaire=QUESTIONNAIRE.id, colonnes=columns))
    assert [f.column for f in report.flagged] == ["B"]


def test_columns_that_are_not_read_are_named_and_never_kept() -> None:
    report = read([["fixe", "Fictif"]], header=["connexion", "Nom de famille"])
    assert any("Nom de famille" in f.reason for f in report.flagged)
    assert "Fictif" not in str(report.answers.table.to_dict()) + str(report.refused_lines)


@pytest.mark.parametrize("rows", [1, 7, 20, 1000])
def test_chunks_add_up_to_the_whole(rows: int) -> None:
    some = some_families(QUESTIONNAIRE, 20, seed=9)
    data = answers_csv(some).replace(b";fixe;", b";fibre;", 2)
    whole = read_answers(data, QUESTIONNAIRE)
    parts = list(read_chunks(data, QUESTIONNAIRE, rows=rows))
    assert sum(part.lines_in for part in parts) == whole.lines_in == 20
    assert (
        pd.concat([part.answers.table for part in parts])
        .reset_index(drop=True)
        .equals(whole.answers.table.reset_index(drop=True))
    )
    assert np.array_equal(np.concatenate([part.lines for part in parts]), whole.lines)
    assert [r for part in parts for r in part.refused] == list(whole.refused)
    assert [r for part in parts for r in part.unread] == list(whole.unread)
    assert len(whole.unread) == 2


def test_an_empty_table_still_gives_one_report() -> None:
    parts = list(read_chunks(b"connexion;imprimante\n", QUESTIONNAIRE))
    assert [(part.lines_in, len(part.answers)) for part in parts] == [(0, 0)]


def test_ten_thousand_answers_are_read_in_well_under_two_seconds() -> None:
    few = some_families(QUESTIONNAIRE, 500, seed=2)
    table = pd.concat([few.table] * 20, ignore_index=True)
    many = answers_csv(answers_from_rows(cast(Any, table.astype(object).to_dict("records")), QUESTIONNAIRE))
    start = time.process_time()  # what others do on the machine does not count
    report = read_answers(many, QUESTIONNAIRE)
    assert time.process_time() - start < 2
    assert len(report.answers) == 10_000


def test_the_same_export_taken_on_two_days_is_said_once_and_two_classes_are_not(tmp_path: Path) -> None:
    some = some_families(QUESTIONNAIRE, 40, seed=12, skipped=0.0)
    lines = answers_csv(some).decode("utf-8-sig").splitlines()
    for name, kept in (("lundi", lines[:26]), ("vendredi", lines), ("autre_classe", [lines[0], *lines[26:]])):
        (tmp_path / f"{name}.csv").write_text("\n".join(kept), encoding="utf-8")
    twice = read_files([tmp_path / "lundi.csv", tmp_path / "vendredi.csv"], QUESTIONNAIRE)
    assert (len(twice.answers), twice.lines_repeated) == (40, 25)
    remarks = [f for f in twice.flagged if "lundi.csv" in f.reason]
    assert [(f.file, "25" in f.reason) for f in remarks] == [("vendredi.csv", True)]
    apart = read_files([tmp_path / "lundi.csv", tmp_path / "autre_classe.csv"], QUESTIONNAIRE)
    assert not [f for f in apart.flagged if "lundi.csv" in f.reason]


def test_a_file_is_read_block_by_block_and_each_says_its_own_lines() -> None:
    data = answers_csv(some_families(QUESTIONNAIRE, 25, seed=9))
    parts = list(read_chunks(data, QUESTIONNAIRE, name="a.csv", rows=10))
    assert [part.lines_in for part in parts] == [10, 10, 5]


CELLS = {
    "connexion": {"fixe": "fixe", "Mobile limitée": "mobile_limitee", "aucune": "aucune"},
    "imprimante": {"maison": "maison", " NON ": "non"},
    "niveau": {"6e": "sixieme", "CP": "cp"},
}
NOTHING = ["", " ", "99", "ne sait pas", "9,0", "N/A"]
JUNK = ["fibre", "8", "=1+1", "2026-02-01", "a\x07b", "é" * 1_001, "oui oui", "-"]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_every_cell_is_kept_as_it_is_written_or_said_and_no_line_disappears(data: Any) -> None:
    names = list(CELLS)
    cell = {name: st.sampled_from([*CELLS[name], *NOTHING, *JUNK]) for name in names}
    rows = data.draw(st.lists(st.tuples(*(cell[name] for name in names)), max_size=30))
    delimiter = data.draw(st.sampled_from(";,\t|"))
    encoding = data.draw(st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]))
    text = csv_text([names, *rows], delimiter, csv.QUOTE_MINIMAL if data.draw(st.booleans()) else csv.QUOTE_ALL)
    columns = tuple(MappedColumn(source=name, cible=name) for name in names)
    mapping = Mapping(questionnaire=QUESTIONNAIRE.id, colonnes=columns)
    report = read_answers(text.encode(encoding), QUESTIONNAIRE, mapping)

    written = [(line, row) for line, row in enumerate(rows, start=2) if any(each.strip() for each in row)]
    kept = [
        (line, [CELLS[name].get(each) for name, each in zip(names, row, strict=True)])
        for line, row in written
        if any(each in CELLS[name] for name, each in zip(names, row[:2], strict=False))
    ]
    assert report.lines_in == len(written) == len(report.answers) + report.lines_refused + report.lines_aside
    assert report.lines.tolist() == [line for line, _ in kept]
    table = report.answers.table[names].astype(object)
    assert table.where(table.notna(), None).to_numpy().tolist() == [values for _, values in kept]
    left = {line for line, _ in written} - {line for line, _ in kept}
    refused = {each.line for each in report.refused}
    assert refused <= left
    junk = [(line, name, each) for line, row in written for name, each in zip(names, row, strict=True) if each in JUNK]
    said = [(each.line, each.column) for each in (*report.refused, *report.unread)]
    assert sorted(said, key=str) == sorted(((line, name) for line, name, _ in junk), key=str)
    assert {each.line for each in report.unread} == {each.line for each in report.lines_in_part} <= set(report.lines)
    assert len(left - refused) == report.lines_aside
    assert all(each.column for each in report.refused)


def test_a_column_where_everyone_writes_something_else_still_says_each_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "_REMEMBERED", 3)
    columns = tuple(MappedColumn(source=name, cible=name) for name in HEADER)
    mapping = Mapping(questionnaire=QUESTIONNAIRE.id, colonnes=columns)
    report = read([[f"phrase {rank}", "non", "", "", "cp"] for rank in range(20)] * 2, mapping=mapping)
    assert len(report.unread) == 40
    assert all(f"« {cell.value} »" in cell.reason for cell in report.unread)


SMALL = ["Autre chose à dire", "connexion", "appareils__ordinateur", "appareils__telephone", "niveau"]
ABOVE = [["", "fixe", "1", "0", "6e"], ["merci", "fixe", "0", "0", "6e"], ["", "fixe", "0", "1", "5e"]]


@pytest.mark.parametrize(
    "total",
    [["Total", "", "1", "1", ""], ["Sous-total 5e", "", "1", "1", "5e"], ["", "", "1", "1", "Total"]],
)
def test_a_total_of_ones_and_zeros_is_the_sum_of_the_lines_above_and_no_family(total: Any) -> None:
    report = read([*ABOVE, total], header=SMALL)
    assert (len(report.answers), report.lines_aside, report.unread) == (3, 1, ())


def test_each_subtotal_of_ones_and_zeros_is_the_sum_since_the_last_one() -> None:
    first, *others = ABOVE
    report = read([first, ["Total 6e", "", "1", "0", ""], *others, ["Total 5e", "", "0", "1", ""]], header=SMALL)
    assert (len(report.answers), report.lines_aside) == (3, 2)


def test_the_word_total_in_a_column_that_the_tool_fills_is_no_family_whatever_the_numbers() -> None:
    header = ["Horodateur", "connexion", "appareils__ordinateur", "niveau"]
    rows = [[f"2026/11/0{rank} 10:00:00 AM UTC+1", "fixe", "1", "6e"] for rank in range(1, 4)]
    report = read([*rows, ["Total", "", "1", ""]], header=header)
    assert (len(report.answers), report.lines_aside) == (3, 1)


@pytest.mark.parametrize(
    ("row", "said"), [(["Total", "", "1", "0", ""], "un mot de total"), (["", "", "1", "1", ""], "que des nombres")]
)
def test_a_line_that_may_be_a_total_counts_and_is_named(row: Any, said: str) -> None:
    report = read([*ABOVE, row], header=SMALL)
    assert (len(report.answers), report.lines_aside) == (4, 0)
    assert [each.line for each in report.flagged if said in each.reason] == [5]


def test_numbers_that_are_not_the_sum_or_stand_under_too_few_lines_are_a_family_without_a_remark() -> None:
    for rows in ([*ABOVE, ["", "", "1", "0", ""]], [*ABOVE[:2], ["", "", "1", "0", ""]]):
        assert not any("total" in each.reason for each in read(rows, header=SMALL).flagged)


@pytest.mark.parametrize(
    "name",
    [
        *("Ensemble", "Ensemble des classes", "Grand total", "Sous-total", "Sous-total 6e", "Somme totale", "Moyenne"),
        *("Moyenne générale", "Moy.", "Médiane", "Écart-type", "Maximum", "Nb rép."),
    ],
)
def test_a_line_that_sums_or_averages_the_others_blocks_nothing_whatever_it_is_called(name: str) -> None:
    report = read([*ABOVE, [name, "", "3", "0,67", ""]], header=SMALL)
    assert (len(report.answers), report.lines_aside, report.lines_refused, report.unread) == (3, 1, 0, ())
    report = read([*ABOVE, ["", name, "3", "0,67", ""]], header=SMALL)
    assert (len(report.answers), report.lines_aside, report.lines_refused, report.unread) == (3, 1, 0, ())


def test_a_first_name_beside_answers_is_no_total() -> None:
    report = read([*ABOVE, ["Max", "fixe", "1", "0", "5e"]], header=["Prénom", *SMALL[1:]])
    assert (len(report.answers), report.lines_aside) == (4, 0)


def test_a_line_of_numbers_that_does_not_count_is_not_said_to_count() -> None:
    ones = [["", "fixe", "1", "1", "6e"]] * 3
    report = read([*ones, ["", "", "3", "3", ""]], header=SMALL)
    assert len(report.answers) == 3
    assert not any("compte comme une famille" in each.reason for each in report.flagged)


@pytest.mark.parametrize(
    ("above", "cells", "said"),
    [
        ([["1", "2", "a"]] * 3, ["3", "6", ""], "la somme des lignes au-dessus"),
        ([["oui", "2", "a"]] * 3, ["3", "3", ""], "combien de lignes au-dessus sont remplies"),
        ([["2", "2", "a"]] * 3, ["3", "3", ""], "combien de lignes au-dessus sont remplies"),
        ([["oui", "2", "a"]] * 3, ["0", "6", ""], ""),
        ([["oui", "non", "a"]] * 3, ["0", "0", ""], ""),
        ([["0", "0", "a"]] * 3, ["0", "0", ""], ""),
    ],
)
def test_a_line_of_numbers_is_said_to_be_a_sum_only_where_it_is_one(
    above: list[list[str]], cells: list[str], said: str
) -> None:
    words = bare_sum(cells, above)
    assert said in words
    assert bool(words) == bool(said)
