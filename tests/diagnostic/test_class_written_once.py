"""Une classe écrite une fois pour son bloc (cellules fusionnées) : ses familles ne sont pas « sans réponse »."""

from __future__ import annotations

from diagnostic.survey_exports import csv_text

from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.reading.questions_read import reading_words
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport

TITLES = ["Classe", "Internet ?", "Contact ?"]
CLASSES = ("6e A", "6e B", "5e A", "4e B")
CONTACTS = ("SMS", "Courriel", "Carnet")
FULL = [[CLASSES[rank // 15], ("Oui", "Non")[rank % 3 > 0], CONTACTS[rank // 2 % 3]] for rank in range(60)]
MERGED = [[row[0] if rank % 15 == 0 else "", *row[1:]] for rank, row in enumerate(FULL)]
OWN = own_questionnaire("pleine.csv", csv_text([TITLES, *FULL]).encode(), "formulaire").read_again()


def read(rows: list[list[str]]) -> ReadReport:
    return read_answers(csv_text([TITLES, *rows]).encode(), OWN.questionnaire, OWN.mapping, name="pleine.csv")


def test_a_class_written_once_for_its_block_is_withheld_and_it_is_said() -> None:
    report = read(MERGED)
    assert "niveau" in report.answers.unasked
    words = "\n".join([*map(str, report.flagged), *reading_words(report, question_words, value_words)])
    assert "n'est écrite qu'une fois par groupe de lignes" in words.replace("\u00a0", " ")


def test_a_questionnaire_made_of_such_a_sheet_withholds_it_too() -> None:
    content = csv_text([TITLES, *MERGED]).encode()
    own = own_questionnaire("fusion.csv", content, "formulaire").read_again()
    report = read_answers(content, own.questionnaire, own.mapping, name="fusion.csv")
    assert not report.answers.table["niveau"].notna().any()
    assert "niveau" in report.answers.unasked


def test_a_class_on_each_line_or_on_most_is_read() -> None:
    assert "niveau" not in read(FULL).answers.unasked
    assert (
        "niveau" not in read([["" if rank % 4 else row[0], *row[1:]] for rank, row in enumerate(FULL)]).answers.unasked
    )
