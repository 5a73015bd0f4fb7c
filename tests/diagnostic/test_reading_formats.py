"""Les exports des outils d'enquête : lus sans y toucher, réponse pour réponse."""

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from diagnostic.answers_of_a_family import family_answer
from diagnostic.files_read import read_files
from diagnostic.survey_exports import (
    DATA,
    csv_text,
    framaforms,
    google_forms,
    kobo,
    limesurvey,
    ods,
    some_families,
    xlsx,
)

from liaison.diagnostic.papers.exporting import answers_csv
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.reading import read_answers

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

QUESTIONNAIRE = family_questionnaire()
FAMILIES = some_families(QUESTIONNAIRE, 40, seed=3)


def assert_read(data: Any, form: Any) -> Any:
    report = read_answers(data, QUESTIONNAIRE, name="export")
    assert report.format == form
    assert report.refused == ()
    assert report.lines_in == len(FAMILIES)
    assert report.answers.table.equals(FAMILIES.table)
    return report


@pytest.mark.parametrize("details", [True, False])
@pytest.mark.parametrize("compact", [True, False])
@pytest.mark.parametrize("keys", [True, False])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_framaforms_is_read_whatever_was_ticked_at_export(
    keys: bool, compact: bool, details: bool, delimiter: str
) -> None:
    rows = framaforms(FAMILIES, keys=keys, compact=compact, details=details)
    report = assert_read(csv_text(rows, delimiter).encode(), "framaforms")
    assert list(report.lines[:2]) == [4, 5]


def test_the_excel_flavour_of_framaforms_is_utf_16_with_tabs() -> None:
    assert_read(b"\xff\xfe" + csv_text(framaforms(FAMILIES), "\t").encode("utf-16-le"), "framaforms")


@pytest.mark.parametrize("details", [True, False])
@pytest.mark.parametrize(
    "above",
    [[[""]], [["Réponses du 12 novembre"]], [["Réponses"], [""]], [["Exporté le", "12/11/2026"]]],
    ids=["blank", "title", "both", "two cells"],
)
def test_a_blank_line_or_a_title_above_framaforms_makes_no_line_of_its_header_a_family(
    above: list[list[str]], details: bool
) -> None:
    rows = framaforms(FAMILIES, details=details)
    wide = [[*row, *[""] * (len(rows[0]) - len(row))] for row in above]
    for lines in (above, wide):
        assert_read(csv_text([*lines, *rows]).encode(), "framaforms")
    report = read_answers(xlsx({"Feuille 1": [*above, *rows]}), QUESTIONNAIRE, name="export.xlsx")
    assert (report.format, report.lines_in, len(report.answers)) == ("framaforms", len(FAMILIES), len(FAMILIES))


def test_a_name_that_two_framaforms_questions_share_goes_to_each_of_them() -> None:
    names = framaforms(FAMILIES)[2]
    assert names.count("Le matin") == 1
    assert names.count("Un ordinateur") == 2  # devices, and loans
    report = assert_read(csv_text(framaforms(FAMILIES)).encode(), "framaforms")
    sources = {column.cible: column.source for column in report.mapping.colonnes}
    assert sources["appareils__ordinateur"] != sources["pret__ordinateur"]


@pytest.mark.parametrize("by_rank", [True, False])
@pytest.mark.parametrize("long", [True, False])
@pytest.mark.parametrize("heading", ["code", "full", "codetext"])
def test_limesurvey_is_read_by_code_or_by_sentence(heading: str, long: bool, by_rank: bool) -> None:
    rows = limesurvey(FAMILIES, heading=heading, long=long, by_rank=by_rank)
    report = assert_read(csv_text(rows).encode("utf-8-sig"), "limesurvey")
    # Without the codes of the form of the suite, nor a sentence, only a rank tells.
    guessed = (not long and (by_rank or heading == "full")) or (by_rank and heading == "code")
    assert any("rang de leurs codes" in each.reason for each in report.flagged) == report.waits == guessed


def test_limesurvey_other_is_read_and_its_free_text_is_not() -> None:
    rows = limesurvey(FAMILIES)
    report = assert_read(csv_text(rows, ",").encode(), "limesurvey")
    assert (report.answers.table["langue"] == "autre").any()
    assert not any("other" in column.source for column in report.mapping.colonnes)


def test_a_limesurvey_question_with_nothing_ticked_is_not_answered() -> None:
    rows = limesurvey(FAMILIES, long=True)
    first = rows[0].index("appareils[ordinateur]")
    rows[1][first : first + 4] = ["Non"] * 4
    report = read_answers(csv_text(rows).encode(), QUESTIONNAIRE)
    assert report.answers.table["appareils__aucun"].isna().iloc[0]


@pytest.mark.parametrize("joint", [", ", ";", "; "])
def test_google_forms_cuts_several_answers_even_those_that_hold_a_comma(joint: str) -> None:
    assert "internet" in google_forms(FAMILIES, joint=joint)[1][1] or joint
    assert_read(csv_text(google_forms(FAMILIES, joint=joint), ",", csv.QUOTE_MINIMAL).encode(), "google_forms")


@pytest.mark.parametrize("labels", [True, False])
@pytest.mark.parametrize("group", ["", "accueil/", "a/b/"])
def test_kobo_is_read_by_name_or_by_sentence_and_repeats_are_named(labels: bool, group: str) -> None:
    sheets = {"Réponses": kobo(FAMILIES, labels=labels, group=group), "enfants": [["_parent_index"], ["1"]]}
    report = assert_read(xlsx(sheets), "kobo")
    assert any("« enfants » n'est pas lue" in each.reason for each in report.flagged)
    assert_read(csv_text(kobo(FAMILIES, labels=labels, group=group)).encode(), "kobo")


def test_the_same_kobo_response_in_two_exports_counts_once(tmp_path: Path) -> None:
    rows = kobo(FAMILIES)
    (tmp_path / "lundi.csv").write_text(csv_text(rows[:21]), encoding="utf-8")
    (tmp_path / "vendredi.csv").write_text(csv_text(rows), encoding="utf-8")
    report = read_files([tmp_path / "lundi.csv", tmp_path / "vendredi.csv"], QUESTIONNAIRE)
    assert (report.lines_in, len(report.answers), report.lines_refused) == (60, 40, 0)
    assert report.lines_repeated == 20
    assert any("20 réponses sont déjà comptées (dans « lundi.csv »)" in each.reason for each in report.flagged)


def test_any_workbook_is_read_under_a_title_and_blank_lines() -> None:
    rows = [["Enquête de rentrée"], [], *[row[1:-1] for row in google_forms(FAMILIES)]]
    width = max(map(len, rows))
    rows = [row + [""] * (width - len(row)) for row in rows]
    for data in (xlsx({"Feuille 1": rows}), ods(rows), csv_text(rows).encode("cp1252")):
        report = assert_read(data, "tableau")
        assert report.lines[0] == 4


def test_the_files_of_the_suite_are_read_back_as_they_were() -> None:
    assert_read(answers_csv(FAMILIES), "suite")


def test_files_of_families_are_read_one_by_one_and_a_copy_counts_once(tmp_path: Path) -> None:
    paths = []
    for name in FAMILIES.table.index[:5]:
        paths.append(tmp_path / f"{name}.json")
        answer = family_answer(FAMILIES, name).model_copy(update={"jeton": f"fictif{name}"})
        paths[-1].write_text(answer.model_dump_json(exclude_none=True), encoding="utf-8")
    copy = tmp_path / "copie.json"
    copy.write_bytes(paths[2].read_bytes())
    report = read_files([*paths, copy], QUESTIONNAIRE)
    assert (report.lines_in, len(report.answers), report.lines_refused) == (6, 5, 0)
    assert "déjà comptée" in report.flagged[0].reason
    said, expected = (
        Counter(map(str, table.to_dict("records"))) for table in (report.answers.table, FAMILIES.table.iloc[:5])
    )
    assert said == expected


def test_a_list_of_families_in_one_file_keeps_the_good_ones() -> None:
    good = family_answer(FAMILIES, "r0001").model_dump_json(exclude_none=True)
    bad = good.replace('"version":2', '"version":7')
    report = read_answers(f"[{good},{bad},3]".encode(), QUESTIONNAIRE, name="classe.json")
    assert (report.lines_in, len(report.answers)) == (3, 1)
    assert [each.line for each in report.refused] == [2, 3]
    assert "version 7" in report.refused[0].reason


def fictitious_files() -> Any:
    """Return the small files of tests/diagnostic/data: what each tool's export looks like."""
    few = some_families(QUESTIONNAIRE, 6, seed=11)
    return {
        "framaforms_fictif.csv": csv_text(framaforms(few), ";").encode(),
        "limesurvey_fictif.csv": csv_text(limesurvey(few), ";").encode("utf-8-sig"),
        "google_forms_fictif.csv": csv_text(google_forms(few), ",", csv.QUOTE_MINIMAL).encode(),
        "kobo_fictif.csv": csv_text(kobo(few), ";").encode(),
        "suite_fictif.csv": answers_csv(few),
    }


@pytest.mark.parametrize("name", sorted(fictitious_files()))
def test_the_files_kept_as_examples_are_those_that_the_tests_make_and_are_read(name: Any) -> None:
    kept = (DATA / name).read_bytes()
    assert kept == fictitious_files()[name]
    assert len(read_answers(kept, QUESTIONNAIRE, name=name).answers) == 6
