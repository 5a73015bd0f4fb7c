"""Les classes de plusieurs enfants, telles que KoboToolbox écrit ce qui est coché : l'aîné, et c'est dit."""

from __future__ import annotations

import pytest
from diagnostic.survey_exports import Rows, csv_text

from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.reading.class_level import classes_of_children
from liaison.diagnostic.reading.reading import ReadReport, read_answers

SEVERAL, ONE = "Dans quelle(s) classe(s) sont vos enfants ?", "En quelle classe est votre enfant ?"
CLASSES = ("CP", "CE1", "CE2", "CM1", "CM2")
TICKED = ["CP", "CM1 CE2", "CE1 CE2", "CM1 CM2", "CP CE2 CM2", "CM2", "CE1", "CM1"] * 6
ELDEST = ["cp", "cm1", "ce2", "cm2", "cm2", "cm2", "ce1", "cm1"] * 6


def kobo(title: str, cells: list[str]) -> Rows:
    head = ["start", title, *(f"{title}/{each}" for each in CLASSES), "Cantine ?", "_id", "_uuid", "_submission_time"]
    return [
        head,
        *(
            [
                f"2026-11-09T08:{rank:02d}:00",
                cell,
                *("1" if each in cell.split() else "0" for each in CLASSES),
                ("Oui", "Non")[rank % 3 > 0],
                *(str(3000 + rank), f"aa{rank:04d}-bb", f"2026-11-09T08:{rank:02d}:00"),
            ]
            for rank, cell in enumerate(cells)
        ),
    ]


def read(title: str, cells: list[str]) -> ReadReport:
    content = csv_text(kobo(title, cells), ",").encode()
    own = own_questionnaire("kobo.csv", content, "formulaire").read_again()
    return read_answers(content, own.questionnaire, own.mapping, name="kobo.csv")


def words_of(report: ReadReport) -> str:
    return " / ".join(each.reason for each in report.flagged).replace("\u00a0", " ")


def test_the_classes_that_kobo_parts_by_a_space_count_at_the_level_of_the_eldest_and_it_is_said() -> None:
    report = read(SEVERAL, TICKED)
    assert report.answers.table["niveau"].tolist() == ELDEST
    assert (report.unread, report.guesses, report.waits) == ((), (), False)
    assert "24 familles" in words_of(report)
    assert "colonnes qui répètent les cases d'une question" in words_of(report)
    assert "colonnes qui ne sont pas lues" not in words_of(report)


def test_where_the_class_of_one_child_is_asked_a_space_parts_no_classes() -> None:
    report = read(ONE, ["CM1 CM2", "CP", "CE1", "CM1", "CM2"] * 9)
    assert len(report.unread) == 9
    assert report.answers.table["niveau"].isna().sum() == 9


@pytest.mark.parametrize(
    ("text", "classes"),
    [("6e A 5e B", ["6e A", "5e B"]), ("CM1 CE2", ["CM1", "CE2"]), ("3e prépa-métiers 1", ["3e prépa", "métiers 1"])],
)
def test_a_space_parts_classes_and_not_the_name_of_one(text: str, classes: list[str]) -> None:
    assert classes_of_children(text, of_children=True) == classes
