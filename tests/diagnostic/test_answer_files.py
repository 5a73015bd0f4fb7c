"""Plusieurs fichiers de réponses se lisent par une seule porte, celle de la commande comme des écrans."""

import re
from pathlib import Path
from typing import Any

import pytest
from diagnostic.survey_exports import csv_text, framaforms, google_forms, kobo, limesurvey, some_families

from liaison.diagnostic.papers.exporting import answers_csv
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.answer_files import AnswerFile, AnswerReading
from liaison.diagnostic.reading.reports import ReadReport

ROOT = Path(__file__).parents[2]
QUESTIONNAIRE = family_questionnaire()
# What the door does in its order: who does it again beside it may forget one.
STEPS = re.compile(
    r"from liaison\.diagnostic\.reading\.\w+ import [^\n]*"
    r"\b(?:settled|settled_twice|is_correction|alike_words|without_often_unread|read_chunks|read_answers|merged)\b"
)

MADE_FROM_ONE = {"app/cli/questionnaire.py"}  # a questionnaire is made from one export, and nothing is published


def exported(*rows: tuple[str, str]) -> bytes:
    return csv_text([["connexion", "niveau"], *map(list, rows)]).encode()


FIRST = exported(*[("fixe", "6e"), ("aucune", "5e")] * 6)


def read(*files: AnswerFile) -> ReadReport:
    report = AnswerReading(QUESTIONNAIRE).read(files)
    assert report is not None
    return report


def test_neither_the_command_nor_a_screen_reads_files_together_in_its_own_way() -> None:
    files = [path for room in ("app", "widgets") for path in (ROOT / room).rglob("*.py")]
    named = {path.relative_to(ROOT).as_posix() for path in files if STEPS.search(path.read_text(encoding="utf-8"))}
    assert named == MADE_FROM_ONE
    assert len(files) > 300


def test_no_file_is_nothing_read() -> None:
    assert AnswerReading(QUESTIONNAIRE).read([]) is None


def test_files_that_come_one_after_the_other_count_as_those_that_come_together() -> None:
    files = [AnswerFile("a.csv", FIRST), AnswerFile("b.csv", exported(*[("mobile_suffisante", "4e")] * 9))]
    reading = AnswerReading(QUESTIONNAIRE)
    alone = reading.read(files[:1])
    first = files[0].report
    after = reading.read(files)
    assert alone is not None
    assert after is not None
    assert files[0].report is first  # it is not read again
    together = read(AnswerFile("a.csv", FIRST), AnswerFile("b.csv", exported(*[("mobile_suffisante", "4e")] * 9)))
    assert len(after.answers) == len(together.answers) > len(alone.answers)
    assert after.answers.table.equals(together.answers.table)


@pytest.mark.parametrize("last", [True, False])
def test_a_correction_is_read_as_the_file_that_it_corrects_whatever_their_order(last: bool) -> None:
    wrong = [("fixe", "6e"), ("illisible ici", "5e"), *[("aucune", "5e")] * 6]
    correction = csv_text([["connexion", "fichier", "ligne"], ["aucune", "a.csv", "3"]]).encode()
    files = [AnswerFile("a.csv", exported(*wrong)), AnswerFile("b.csv", correction)]
    report = read(*(files if last else files[::-1]))
    assert report.files == ("a.csv", "b.csv")
    assert len(report.answers) == len(wrong)
    assert report.to_correct == 0


@pytest.mark.parametrize("tool", [framaforms, google_forms, kobo, limesurvey])
def test_a_file_of_the_suite_is_read_by_its_own_titles_whatever_the_mapping_of_the_others(tool: Any) -> None:
    export = AnswerFile("export.csv", csv_text(tool(some_families(QUESTIONNAIRE, 40, seed=3))).encode())
    mapping = read(export).mapping
    suite = answers_csv(some_families(QUESTIONNAIRE, 30, seed=5))
    report = AnswerReading(QUESTIONNAIRE, mapping).read([AnswerFile("reponses.csv", suite)])
    assert report is not None
    alone = read(AnswerFile("reponses.csv", suite))
    assert report.answers.table.equals(alone.answers.table)
    assert report.flagged == alone.flagged


def test_a_question_that_is_often_not_read_is_not_published() -> None:
    report = read(AnswerFile("a.csv", exported(*[("fixe", "6e"), ("comme ci", "5e"), ("pas mal", "4e")] * 6)))
    assert "connexion" in report.answers.left_out
