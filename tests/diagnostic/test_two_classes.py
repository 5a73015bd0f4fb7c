"""Deux colonnes « Classe » : celle de l'outil et celle du formulaire, ou celles de deux enfants."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from diagnostic.survey_exports import csv_text
from narrowing import present

from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.guesses import guess_words
from liaison.diagnostic.reading.reading import ReadReport, read_answers
from liaison.diagnostic.reading.wording import lexicon

LEVELS = ["6e", "5e", "4e", "3e"] * 6
OTHERS = ["3e", "4e", "6e", "5e"] * 6
READ = ["sixieme", "cinquieme", "quatrieme", "troisieme"] * 6
PRINTING = lexicon(family_questionnaire()).sentences("imprimante")[0]
ANSWERS = ["maison", "ailleurs", "non"] * 8


def read(*columns: tuple[str, Sequence[str]]) -> ReadReport:
    lines = [
        [str(rank), *cells] for rank, cells in enumerate(zip(*(cells for _, cells in columns), ANSWERS, strict=True))
    ]
    rows = [["ID", *(title for title, _ in columns), PRINTING], *lines]
    return read_answers(csv_text(rows).encode(), family_questionnaire(), name="essai.csv")


def level_of(report: ReadReport) -> list[str]:
    return report.answers.table["niveau"].tolist()


@pytest.mark.parametrize("titles", [("Classe", "Classe"), ("Classe", "Classe2"), ("Classe", "Classe de votre enfant")])
@pytest.mark.parametrize("beside", [["Parents"] * 24, [""] * 24, ["2026-2027"] * 24])
def test_the_one_that_holds_levels_is_read_wherever_it_stands(titles: tuple[str, str], beside: list[str]) -> None:
    for first, second in ((LEVELS, beside), (beside, LEVELS)):
        report = read((titles[0], first), (titles[1], second))
        assert (level_of(report), report.guesses, report.to_correct) == (READ, (), 0)


@pytest.mark.parametrize("titles", [("Classe", "Classe"), ("Classe", "Niveau"), ("Classe", "Classe de votre enfant")])
def test_two_that_hold_other_levels_are_said_and_wait_for_a_yes(titles: tuple[str, str]) -> None:
    report = read((titles[0], LEVELS), (titles[1], OTHERS))
    assert [(each.target, each.by_title) for each in report.guesses] == [("niveau", True)]
    (sentence,) = guess_words(report.guesses, question_words, value_words, {})
    assert "Classe" in sentence
    right = present(report.with_guesses_right().mapping)
    assert [each.a_verifier for each in right.colonnes if each.cible == "niveau"] == [False]


def test_of_two_children_the_column_that_most_families_fill_is_proposed() -> None:
    second = [level if rank % 3 == 0 else "" for rank, level in enumerate(OTHERS)]
    report = read(("Classe", second), ("Classe", LEVELS))
    assert (level_of(report), [each.target for each in report.guesses]) == (READ, ["niveau"])


@pytest.mark.parametrize(
    "titles",
    [
        ("Classe de l'aîné", "Classe du deuxième enfant (si concerné)"),
        ("Niveau de l'enfant 1", "Niveau de l'enfant 2"),
        ("Dans quelle classe est votre aîné ?", "Dans quelle classe est votre cadet ?"),
    ],
)
def test_of_two_children_of_a_form_of_the_school_the_first_one_is_guessed_and_the_other_is_a_question(
    titles: tuple[str, str],
) -> None:
    second = [level if rank % 3 == 0 else "" for rank, level in enumerate(OTHERS)]
    asked = list(zip(LEVELS, second, ["Oui", "Non"] * 12, strict=True))
    for order in ((0, 1), (1, 0)):
        rows = [
            [titles[order[0]], titles[order[1]], "Cantine ?"],
            *([row[order[0]], row[order[1]], row[2]] for row in asked),
        ]
        own = own_questionnaire("export.csv", csv_text(rows).encode(), "export").read_again()
        report = read_answers(csv_text(rows).encode(), own.questionnaire, own.mapping, name="export.csv")
        assert (level_of(report), [each.target for each in report.guesses]) == (READ, ["niveau"])
        assert {each.title for each in own.counted} == {titles[1], "Cantine ?"}
        assert report.answers.left_out == frozenset()
        (of_second,) = (each.item.id for each in own.counted if each.title == titles[1])
        assert report.answers.table[of_second].notna().sum() == 8


def test_two_that_say_the_same_level_wait_for_nothing() -> None:
    divisions = [f"{level[0]}e B" for level in LEVELS]
    for columns in ((LEVELS, divisions), (divisions, LEVELS), (LEVELS, [*LEVELS[:12], *[""] * 12])):
        report = read(("Classe", columns[0]), ("Classe de votre enfant", columns[1]))
        assert (level_of(report), report.guesses) == (READ, ())
