"""Ce qu'un export d'école fait publier : une question une fois, une grille jusqu'à sa dernière ligne, jamais un nom."""

import pytest
from diagnostic.own_exports import (
    COMMENT,
    GRID,
    LEVEL,
    MARK,
    NONE,
    ROWS,
    SATISFIED,
    SERVICES,
    SERVICES_ASKED,
    families,
    framaforms,
    summed,
)
from diagnostic.survey_exports import csv_text

from liaison.diagnostic.own_questionnaire import Found, OwnQuestionnaire, own_questionnaire

FAMILIES = families()


def made_from(rows: list[list[str]], name: str = "export.csv") -> OwnQuestionnaire:
    return own_questionnaire(name, csv_text(rows).encode())


def asked(own: OwnQuestionnaire) -> dict[str, Found]:
    return {each.title: each for each in own.found}


def test_a_grid_of_framaforms_ends_where_its_rows_end() -> None:
    own = made_from(framaforms(FAMILIES))
    found = asked(own)
    assert list(found) == [SERVICES_ASKED, GRID, MARK]
    assert (found[GRID].rows, set(found[GRID].answers)) == (ROWS, set(SATISFIED))
    assert set(found[MARK].answers) == set("12345")
    assert set(found[SERVICES_ASKED].answers) == {*SERVICES, NONE}


def test_boxes_of_framaforms_end_where_a_question_of_yes_and_no_begins() -> None:
    rows = framaforms(FAMILIES)
    for rank, row in enumerate(rows):
        row.insert(10, ("", "", "Mange à la cantine")[rank] if rank < 3 else ("Oui", "Non")[rank % 2])
    found = asked(made_from(rows))
    assert set(found[SERVICES_ASKED].answers) == {*SERVICES, NONE}
    assert set(found["Mange à la cantine"].answers) == {"Oui", "Non"}


@pytest.mark.parametrize("title", [COMMENT, "Thème", "Un commentaire ?"])
def test_no_answer_that_names_somebody_is_found_under_any_title_nor_in_a_grid(title: str) -> None:
    rows = framaforms(FAMILIES)
    rows[2] = [title if cell == COMMENT else cell for cell in rows[2]]
    own = made_from(rows)
    assert title not in asked(own)
    assert own.left[title]
    assert not any("Fictive" in text or "Merci" in text for text in own.texts().values())


def test_sentences_that_one_or_two_families_wrote_are_no_answers_and_a_few_that_many_chose_are() -> None:
    seldom = ["La cour est un peu petite", "Il manque un abri à vélos", "Bien", "Très bien"]
    for times, found in ((2, False), (9, True)):
        cells = [*seldom[:2] * times, *seldom[2:] * 12]
        rows = [["Thème", "Cantine"], *([cell, ("Oui", "Non")[rank % 2]] for rank, cell in enumerate(cells))]
        assert ("Thème" in asked(made_from(rows))) is found


@pytest.mark.parametrize("coded", [False, True])
@pytest.mark.parametrize(
    ("head", "yes", "no", "between"),
    [("{}/{}", "1", "0", " "), ("{} ({})", "true", "false", ", "), ("{} [{}]", "Oui", "", ", ")],
)
def test_boxes_and_the_column_that_sums_them_up_are_one_question(
    head: str, yes: str, no: str, between: str, coded: bool
) -> None:
    own = made_from(summed(FAMILIES, head, yes, no, between, coded=coded))
    assert [(each.title, each.item.kind, len(each.columns)) for each in own.found] == [(SERVICES_ASKED, "multiple", 4)]
    assert "répète" in own.left[SERVICES_ASKED]


def test_so_they_are_when_the_sum_has_a_title_of_its_own() -> None:
    rows = summed(FAMILIES, "{} [{}]", "Oui", "Non", ", ")
    rows[0][0] = "Services, tous ensemble"
    own = made_from(rows)
    (kept,) = own.found
    assert set(kept.answers) == {*SERVICES, NONE}
    assert any(kept.title in why for why in own.left.values())


def test_a_question_that_tells_the_level_is_left_out_beside_it() -> None:
    levels = [each.level for each in FAMILIES]
    rows = [
        [LEVEL, "Division", MARK],
        *([level, f"{level} {'AB'[rank % 2]}", str(rank % 3)] for rank, level in enumerate(levels)),
    ]
    own = made_from(rows)
    assert list(asked(own)) == [MARK]
    assert "niveau" in own.left["Division"]
