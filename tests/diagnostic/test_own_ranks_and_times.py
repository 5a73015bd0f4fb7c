"""Un classement n'est pas des cases à cocher ; une heure est une réponse ; une date laissée de côté dit pourquoi."""

import random

import pytest
from diagnostic.survey_exports import csv_text

from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, own_questionnaire
from liaison.diagnostic.own.words import left_words
from liaison.diagnostic.reading.reading import read_answers

ASKED, DAY = "Que préférez-vous ?", "Quel jour ?"
MEANS = ["Le SMS", "Le courriel", "Le carnet", "Le téléphone"]


def content_of(cells: list[str]) -> bytes:
    return csv_text(
        [[ASKED, DAY], *([cell, "Lundi" if rank % 3 else "Jeudi"] for rank, cell in enumerate(cells))]
    ).encode()


def made_of(cells: list[str]) -> OwnQuestionnaire:
    return own_questionnaire("export.csv", content_of(cells)).read_again()


def left(own: OwnQuestionnaire) -> str:
    return "\n".join(left_words(own)).replace("\u00a0", " ")


def rankings(*, blank: int = 0) -> list[list[str]]:
    chance = random.Random(3)
    return [[] if rank < blank else chance.sample(MEANS, len(MEANS)) for rank in range(60)]


@pytest.mark.parametrize("blank", [0, 7])
def test_a_ranking_is_no_check_boxes_and_it_is_said(blank: int) -> None:
    own = made_of(["".join(f"{each};" for each in order) for order in rankings(blank=blank)])
    assert [each.title for each in own.counted] == [DAY]
    assert f"« {ASKED} » est un classement" in left(own)


def test_followed_what_is_said_of_a_ranking_counts_the_first_choice() -> None:
    firsts = [order[0] for order in rankings()]
    own = made_of(firsts)
    table = read_answers(content_of(firsts), own.questionnaire, own.mapping, name="export.csv").answers.table
    counts = table[own.counted[0].item.id].value_counts()
    words = own.counted[0].item.words
    assert {words[str(value)]: count for value, count in counts.items()} == {each: firsts.count(each) for each in MEANS}


def test_boxes_that_many_ticked_all_are_boxes() -> None:
    every = ["".join(f"{each};" for each in MEANS), "Le SMS;", "Le carnet;Le SMS;"] * 20
    assert made_of(every).counted[0].item.kind == "multiple"


@pytest.mark.parametrize("hours", [["17:00", "18:00", "19:30"], ["17:00:00", "18:00:00"], ["8:30", "17:00"]])
def test_hours_are_answers_in_their_order(hours: list[str]) -> None:
    cells = hours[::-1] * 20
    own = made_of(cells)
    assert own.counted[0].answers == tuple(hours)
    table = read_answers(content_of(cells), own.questionnaire, own.mapping, name="export.csv").answers.table
    assert set(table[own.counted[0].item.id].value_counts()) == {20}


@pytest.mark.parametrize(("first", "last"), [("12/11/2026", "13/11/2026"), ("2026-02-01", "2026-04-03")])
def test_dates_are_left_out_with_the_true_reason_and_written_in_words_they_count(first: str, last: str) -> None:
    own = made_of([first, last] * 30)
    assert [each.title for each in own.counted] == [DAY]
    assert f"« {ASKED} » contient des dates" in left(own)
    assert "réponses différentes" not in left(own)
    assert made_of(["jeudi 12 novembre", "vendredi 13 novembre"] * 30).counted[0].title == ASKED


def test_long_answers_are_left_out_with_the_true_reason() -> None:
    long = [f"Je préfère que l'école {word} parce que nous lisons mieux ainsi" for word in ("écrive", "appelle")]
    own = made_of(long * 30)
    assert [each.title for each in own.counted] == [DAY]
    assert f"« {ASKED} » a des réponses de plus de 60 signes" in left(own)
