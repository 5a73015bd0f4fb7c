"""Ce qui sort : aucune cellule ne devient une formule, et une ligne refusée se corrige puis se relit."""

import csv
import io
from typing import Any

import pandas as pd
import pytest
from diagnostic.survey_exports import csv_text, framaforms, google_forms, kobo, limesurvey, some_families, xlsx
from hypothesis import given, settings
from spreadsheets import FORMULA_TEXTS, formulas

from liaison.base.tables import csv_bytes
from liaison.diagnostic.answers import answers_from_rows
from liaison.diagnostic.papers.exporting import answers_csv, corrections_csv, problems_csv
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.mapping import MappedColumn, Mapping
from liaison.diagnostic.reading.reading import read_answers

QUESTIONNAIRE = family_questionnaire()
FAMILIES = some_families(QUESTIONNAIRE, 30, seed=31)


@settings(max_examples=150, deadline=None)
@given(FORMULA_TEXTS, FORMULA_TEXTS, FORMULA_TEXTS)
def test_no_file_about_a_hostile_file_holds_a_formula(header: Any, cell: Any, name: Any) -> None:
    rows = [[header or "x", "connexion", "imprimante"], ["y", cell, "non"], ["y", "fixe", cell]]
    report = read_answers(csv_text(rows).encode(), QUESTIONNAIRE, name=name or "fichier")
    assert formulas(problems_csv(report)) == []
    for correction in corrections_csv(report).values():
        assert formulas(correction) == []
    assert formulas(answers_csv(report.answers)) == []


def test_what_looks_like_a_formula_is_read_back_as_it_was_written() -> None:
    mapping = Mapping(
        questionnaire=QUESTIONNAIRE.id,
        colonnes=(
            MappedColumn(source="partage", cible="partage", valeurs={"+ de 2": "trois_enfants_ou_plus"}),
            MappedColumn(source="langue", cible="langue", valeurs={"-oth-": "autre"}),
            MappedColumn(source="pret", cible="pret", separateur=",", valeurs={"+ une clé": "cle_internet"}),
        ),
    )
    rows = [["+ de 2", "-oth-", "ordinateur, + une clé"]]
    written = csv_bytes(["partage", "langue", "pret"], rows, kind=None)
    assert formulas(written) == []
    for data in (written, csv_text([["partage", "langue", "pret"], *rows]).encode()):
        report = read_answers(data, QUESTIONNAIRE, mapping)
        assert report.refused == ()
        row = report.answers.table.iloc[0]
        assert (row["partage"], row["langue"]) == ("trois_enfants_ou_plus", "autre")
        assert [bool(row[f"pret__{value}"]) for value in ("ordinateur", "cle_internet", "aucun")] == [True, True, False]


def test_answers_made_of_signs_alone_are_read_back_one_from_the_other() -> None:
    signs = {"++": "chaque_jour", "+": "chaque_semaine", "-": "plus_rarement", "--": "jamais"}
    mapping = Mapping(
        questionnaire=QUESTIONNAIRE.id, colonnes=(MappedColumn(source="q", cible="lecture", valeurs=signs),)
    )
    written = csv_bytes(["q"], [[sign] for sign in signs], kind=None)
    assert formulas(written) == []
    assert read_answers(written, QUESTIONNAIRE, mapping).answers.table["lecture"].tolist() == list(signs.values())


SPOILT = "réponse illisible"
TOOLS = {
    "framaforms": (lambda: framaforms(FAMILIES), 3, "Comment préférez-vous"),
    "framaforms_keys": (lambda: framaforms(FAMILIES, keys=True), 3, "partage"),
    "limesurvey": (lambda: limesurvey(FAMILIES), 1, "partage"),
    "google_forms": (lambda: google_forms(FAMILIES), 1, "Quels appareils"),
    "kobo": (lambda: kobo(FAMILIES), 1, "accueil/partage"),
    "suite": (
        lambda: list(csv.reader(io.StringIO(answers_csv(FAMILIES).decode("utf-8-sig")), delimiter=";")),
        1,
        "partage",
    ),
}


@pytest.mark.usefixtures("sentences_of_the_tests")
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("tool", sorted(TOOLS))
def test_refused_lines_are_corrected_in_their_own_file_and_read_again(tool: Any, kind: str) -> None:
    make, header_lines, question = TOOLS[tool]
    rows = make()
    place = next(p for p, name in enumerate(rows[header_lines - 1]) if name.startswith(question))
    truth = {line: rows[line - 1][place] for line in range(header_lines + 1, len(rows) + 1) if line % 7 == 0}
    for line in truth:
        rows[line - 1][place] = SPOILT
    first = read_answers(csv_text(rows).encode() if kind == "csv" else xlsx({"r": rows}), QUESTIONNAIRE, name="classe")
    assert {cell.line for cell in first.unread} == {line.line for line in first.lines_in_part} == set(truth)
    assert all(SPOILT in cell.reason for cell in first.unread)
    assert (len(first.answers), first.refused) == (len(FAMILIES), ())

    (correction,) = corrections_csv(first).values()
    table = list(csv.reader(io.StringIO(correction.decode("utf-8-sig")), delimiter=";"))
    column, line_of = next(p for p in range(len(table[0])) if table[1][p] == SPOILT), table[0].index("ligne")
    assert all(SPOILT in row[table[0].index("raison")] for row in table[1:])
    for row in table[1:]:
        row[column] = truth[int(row[line_of])]
    second = read_answers(csv_text(table).encode(), QUESTIONNAIRE, first.mapping)
    assert (second.refused, second.unread) == ((), ())
    whole = first.without(set(truth), lines_in=first.lines_in - len(truth))
    assert len(whole.answers) + len(second.answers) == len(FAMILIES)
    numbers = [*whole.lines.tolist(), *sorted(truth)]
    together = pd.concat([whole.answers.table, second.answers.table]).set_axis(numbers).sort_index()
    assert together.reset_index(drop=True).equals(FAMILIES.table.reset_index(drop=True))


def test_a_correction_that_is_not_made_is_refused_again_for_the_same_reason() -> None:
    rows = [["connexion", "imprimante"], ["fibre", ""], ["fixe", "non"]]
    first = read_answers(csv_text(rows).encode(), QUESTIONNAIRE, name="classe.csv")
    (correction,) = corrections_csv(first).values()
    again = read_answers(correction, QUESTIONNAIRE, first.mapping)
    assert (again.lines_in, again.lines_refused) == (1, 1)
    assert again.refused[0].reason == first.refused[0].reason


def test_a_file_to_correct_holds_nothing_of_the_columns_that_are_not_read() -> None:
    rows = [["Nom", "connexion", "Adresse"], ["Fictif", "fibre", "1 rue Inventée"]]
    report = read_answers(csv_text(rows).encode(), QUESTIONNAIRE, name="classe.csv")
    text = corrections_csv(report)["classe.csv"].decode("utf-8-sig")
    assert text.splitlines()[0] == "connexion;fichier;ligne;raison"
    assert "Fictif" not in text
    assert "Inventée" not in text
    assert "Fictif" not in problems_csv(report).decode()


def test_every_problem_has_its_file_its_line_its_column_and_its_reason() -> None:
    rows = [["connexion", "appareils__aucun", "appareils__tablette"], ["fibre", "", ""], ["fixe", "oui", "oui"]]
    report = read_answers(csv_text(rows).encode(), QUESTIONNAIRE, name="classe.csv")
    lines = list(csv.DictReader(io.StringIO(problems_csv(report).decode("utf-8-sig")), delimiter=";"))
    places = [(line["fichier"], line["ligne"], line["colonne"], line["gravite"]) for line in lines]
    assert places == [("classe.csv", "2", "connexion", "refus"), ("classe.csv", "3", "", "attention")]
    assert all(line["raison"] for line in lines)
    assert lines[0]["valeur"] == "fibre"


def test_answers_leave_in_a_file_that_a_french_spreadsheet_opens_and_that_is_read_back() -> None:
    data = answers_csv(FAMILIES)
    assert data.startswith(b"\xef\xbb\xbfversion;questionnaire;reponse;")
    assert read_answers(data, QUESTIONNAIRE).answers.table.equals(FAMILIES.table)
    assert read_answers(answers_csv(answers_from_rows([], QUESTIONNAIRE)), QUESTIONNAIRE).lines_in == 0
