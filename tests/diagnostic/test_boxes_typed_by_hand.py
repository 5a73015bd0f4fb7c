"""Des cases tapées à la main (« Ordinateur | Tablette | Téléphone », x) : les mots de l'école, et toutes les cases."""

from __future__ import annotations

import random

import pytest
from diagnostic.survey_exports import csv_text
from diagnostic.test_free_words import said

from liaison.diagnostic.own.making import ExportedQuestion
from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, own_questionnaire
from liaison.diagnostic.own.words import guessed_words
from liaison.diagnostic.reading.formats.source import SourceColumn
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.unread import never_read
from liaison.personal.identifying import named_personal

DEVICES = ("Ordinateur", "Tablette", "Téléphone", "Aucun")


def sheet(boxes: tuple[str, ...], marks: tuple[str, ...] = ("x", "X"), none: str = "Aucun") -> list[list[str]]:
    """Return a sheet of a hundred lines: a number, a class, then a cross under what is ticked."""
    chance = random.Random(4)
    lines = []
    for rank in range(100):
        ticked = {box for box in boxes if box != none and chance.random() < 0.4} or {none}
        cells = [chance.choice(marks) if box in ticked else "" for box in boxes]
        lines.append([str(rank + 1), chance.choice(("6e A", "5e B", "4e A", "3e C")), *cells])
    return [["N°", "Classe", *boxes], *lines]


def made(rows: list[list[str]]) -> OwnQuestionnaire:
    return own_questionnaire("papier.csv", csv_text(rows).encode(), "papier")


def boxes_of(own: OwnQuestionnaire) -> ExportedQuestion:
    (question,) = (each for each in own.counted if each.item.kind == "multiple")
    return question


@pytest.mark.parametrize("marks", [("x", "X"), ("oui",), ("1",), ("✓",)])
@pytest.mark.parametrize("boxes", [DEVICES, ("Mail", "Téléphone", "Courriel", "Aucun"), ("Mail", "SMS", "Aucun")])
def test_neighbours_that_hold_crosses_are_the_boxes_of_one_question_and_none_is_lost(
    boxes: tuple[str, ...], marks: tuple[str, ...]
) -> None:
    rows = sheet(boxes, marks)
    own = made(rows)
    question = boxes_of(own)
    assert (question.title, question.answers) == (", ".join(boxes), boxes)
    assert not {*boxes} & {*own.left}
    report = read_answers(csv_text(rows).encode(), own.questionnaire, own.mapping, name="papier.csv")
    assert (len(report.answers), report.lines_aside) == (100, 0)
    for rank, value in enumerate(question.item.values, start=2):
        ticked = sum(bool(row[rank]) for row in rows[1:])
        assert report.answers.table[f"{question.item.id}__{value}"].sum() == ticked > 0


def test_boxes_of_which_one_may_name_somebody_are_all_held_and_none_is_published_without_the_others() -> None:
    boxes = ("Adresse", "Nom", "Portable", "Aucun")
    own = made(sheet(boxes))
    (held,) = own.questionnaire.held
    assert ([held.words[value] for value in held.values], own.counted) == ([*boxes], ())


def test_what_is_only_their_place_and_their_crosses_is_said_and_no_sentence_of_the_suite_is_published() -> None:
    own = made(sheet(DEVICES))
    (line,) = map(said, guessed_words(own))
    assert "« Ordinateur », « Tablette », « Téléphone » et « Aucun », des colonnes voisines" in line
    assert not any("servent pour l'école" in text for text in own.texts().values())


def test_a_box_of_the_suite_that_stands_alone_is_called_as_the_school_does() -> None:
    rows = [
        ["Tablette", "Cantine ?"],
        *([("oui", "non")[rank % 2], ("Oui", "Non")[rank % 3 > 0]] for rank in range(40)),
    ]
    titles = [each.title for each in made(rows).counted]
    assert titles == ["Tablette", "Cantine ?"]


@pytest.mark.parametrize(
    "number", ["06 12 34 56 78", "0612345678", "612345678", "parent@example.org", "3 rue des Lilas"]
)
def test_a_real_number_or_address_under_such_a_title_is_refused_and_never_read(number: str) -> None:
    rows = sheet(("Ordinateur", "Tablette", "Téléphone", "Aucun"))
    at = rows[0].index("Téléphone")
    for row in rows[1:]:
        row[at] = number if row[at] else ""
    own = made(rows)
    assert "Téléphone" in own.left
    assert not any(number in text for text in own.texts().values())
    assert all("Téléphone" not in each.columns for each in own.counted)
    one = [*rows[:1], *([*row[:at], "x" if row[at] else "", *row[at + 1 :]] for row in rows[1:])]
    one[5][at] = number  # among crosses
    own = made(one)
    assert "Téléphone" in own.left
    assert not any(number in text for text in own.texts().values())


@pytest.mark.parametrize("title", ["Nom", "Téléphone", "Courriel", "Adresse"])
def test_an_empty_column_under_such_a_title_is_still_refused_and_names_are(title: str) -> None:
    column = SourceColumn(title, 0)
    assert never_read(column, [])
    assert never_read(column, ["", " "])
    assert not never_read(column, ["x", "", "X"])
    assert never_read(column, ["x", "Kerzhulec"])


@pytest.mark.parametrize("title", ["Identifiant", "Date de naissance", "INE"])
def test_marks_under_the_title_of_a_number_of_somebody_change_nothing(title: str) -> None:
    assert named_personal(title, ["1", "0"])


def test_columns_that_say_no_are_questions_and_a_column_apart_is_no_box() -> None:
    rows = [["Ordinateur", "Tablette", "Cantine ?"]]
    rows += [
        [("oui", "non")[rank % 2], ("non", "oui")[rank % 3 > 0], ("Oui", "Non")[rank % 5 > 1]] for rank in range(40)
    ]
    assert [each.item.kind for each in made(rows).counted] == ["single"] * 3
    apart = [["Ordinateur", "Cantine ?", "Tablette"]]
    apart += [["x" if rank % 2 else "", ("Oui", "Non")[rank % 5 > 1], "x" if rank % 3 else ""] for rank in range(40)]
    own = made(apart)
    assert [each.title for each in own.counted] == ["Cantine ?"]
    assert {*own.left} == {"Ordinateur", "Tablette"}
