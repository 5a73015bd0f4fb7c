"""La feuille d'un classeur qui est lue : la première dont l'en-tête est reconnu, et les autres sont nommées."""

from __future__ import annotations

from typing import Any

from diagnostic.survey_exports import xlsx

from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.file_columns import file_columns
from liaison.diagnostic.reading.mapping import MappedColumn, Mapping
from liaison.diagnostic.reading.reading import read_answers

QUESTIONNAIRE = family_questionnaire()
NOTES = [["Enquête du collège"], ["Faite en novembre"]]
ANSWERS = [["connexion", "imprimante"], ["fixe", "non"], ["aucune", "maison"]]
FOREIGN = [["Internet chez vous", "Imprime"], ["fixe", "non"]]


def remarks(report: Any) -> Any:
    return [each.reason for each in report.flagged if "feuille" in each.reason]


def test_the_first_sheet_of_answers_is_read_past_the_notes_and_the_others_are_named() -> None:
    content = xlsx({"Notes": NOTES, "6e": ANSWERS, "Autres": FOREIGN})
    report = read_answers(content, QUESTIONNAIRE, name="classes.xlsx")
    assert (len(report.answers), report.refused, report.waits) == (2, (), False)
    assert remarks(report) == ["la feuille « Notes » n'est pas lue", "la feuille « Autres » n'est pas lue"]
    columns = file_columns("classes.xlsx", content, QUESTIONNAIRE)
    assert columns is not None
    assert columns.names == {"connexion", "imprimante"}


def test_a_class_a_sheet_the_first_is_read_and_the_others_are_refused_with_their_lines_and_wait() -> None:
    titled = [["Classe de 4e", ""], *ANSWERS]
    sheets = {"5e": ANSWERS[:2], "6e": [*ANSWERS, ["", ""]], "4e": titled, "Vide": ANSWERS[:1], "Notes": NOTES}
    report = read_answers(xlsx(sheets), QUESTIONNAIRE)
    assert (len(report.answers), report.lines_in, report.lines_refused, report.waits) == (1, 5, 4, True)
    for name in ("6e", "4e"):
        assert f"la feuille « {name} » a les mêmes colonnes, et n'est pas lue : ses 2 réponses" in said(report)
    assert remarks(report) == ["la feuille « Vide » n'est pas lue", "la feuille « Notes » n'est pas lue"]
    assert "Donner chaque feuille dans un fichier à part" in said(report)
    parts = [read_answers(xlsx({name: rows}), QUESTIONNAIRE) for name, rows in sheets.items() if name != "Notes"]
    assert ([len(each.answers) for each in parts], [each.waits for each in parts]) == ([1, 2, 2, 0], [False] * 4)


def said(report: Any) -> str:
    return " / ".join(each.reason for each in report.refused)


def test_one_known_word_among_notes_does_not_make_them_answers() -> None:
    known_word = [["Langue", "Ce qui est dit"], ["français", "tout"]]
    assert len(read_answers(xlsx({"Notes": known_word, "R": ANSWERS}), QUESTIONNAIRE).answers) == 2


def test_a_workbook_where_nothing_is_recognised_names_the_sheets_beside_the_one_it_looked_at() -> None:
    report = read_answers(xlsx({"Notes": NOTES, "Suite": NOTES}), QUESTIONNAIRE)
    (refused,) = report.refused
    assert refused.reason.startswith("aucune colonne n'est reconnue (lues : Enquête du collège)")
    assert refused.reason.endswith("la feuille « Suite » n'est pas lue")


def test_a_mapping_chooses_the_sheet_that_has_its_columns() -> None:
    mapping = Mapping(
        questionnaire=QUESTIONNAIRE.id,
        colonnes=(
            MappedColumn(source="Internet chez vous", cible="connexion"),
            MappedColumn(source="Imprime", cible="imprimante"),
        ),
    )
    report = read_answers(xlsx({"Notes": NOTES, "Autres": ANSWERS, "R": FOREIGN}), QUESTIONNAIRE, mapping)
    assert report.answers.table["connexion"].tolist() == ["fixe"]
    first = read_answers(xlsx({"R": FOREIGN, "Légende": ANSWERS}), QUESTIONNAIRE, mapping)
    assert len(first.answers) == 1
