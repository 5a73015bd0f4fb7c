"""Une classe écrite et non lue (« CM1/CM2 ») compte « Sans réponse » au niveau : ce qui se publie le dit."""

from __future__ import annotations

from diagnostic.survey_exports import csv_text

from liaison.diagnostic.answers import joined
from liaison.diagnostic.counting.indicators import indicators
from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport

CLASSES = ["CP", "CE1", "CE2", "CM1", "CM2", "CM1/CM2"] * 9
SAID = (
    "Des familles ont écrit une classe qui n'est pas lue : elles comptent « Sans réponse » au niveau, et des niveaux "
    "ont peut-être plus de familles qu'il n'en est dit."
)


def read(classes: list[str]) -> ReadReport:
    rows = [["Classe", "Cantine ?"], *([each, ("Oui", "Non")[rank % 7 > 2]] for rank, each in enumerate(classes))]
    content = csv_text(rows).encode()
    own = own_questionnaire("export.csv", content, "formulaire").read_again()
    return read_answers(content, own.questionnaire, own.mapping, name="export.csv")


def warnings(report: ReadReport) -> str:
    return " ".join(indicators(report.answers).warnings).replace("\u00a0", " ")


def test_a_class_that_is_not_read_is_said_where_levels_are_published_without_how_many() -> None:
    report = read(CLASSES)
    assert report.answers.table["niveau"].isna().sum() == 9
    assert SAID in warnings(report)
    assert " 9 " not in SAID


def test_where_every_class_is_read_or_blank_nothing_is_said() -> None:
    report = read([each.replace("CM1/CM2", "") for each in CLASSES])
    assert report.answers.table["niveau"].isna().sum() == 9
    assert "classe qui n'est pas lue" not in warnings(report)


def test_answers_put_together_say_it_if_one_of_them_does() -> None:
    report = read(CLASSES)
    both = joined([report.answers, read(CLASSES[:5] * 9).answers], report.answers.questionnaire)
    assert both.level_unread
