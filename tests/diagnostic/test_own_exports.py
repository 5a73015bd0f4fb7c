"""Ce qu'un export d'école fait publier : une question une fois, une grille jusqu'à sa dernière ligne, jamais un nom."""

import pandas as pd
import pytest
from diagnostic.own_exports import (
    COMMENT,
    FRENCH,
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
from diagnostic.survey_exports import csv_text, some_families

from liaison.diagnostic.counting.indicators import indicators
from liaison.diagnostic.own.making import ExportedQuestion
from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, WrittenFileError, own_questionnaire
from liaison.diagnostic.own.words import alone_words
from liaison.diagnostic.papers.exporting import indicators_csv
from liaison.diagnostic.questionnaire.questionnaire import QuestionnaireError, family_questionnaire
from liaison.diagnostic.reading.reading import read_answers
from widgets.diagnostic.words import t

FAMILIES = families()


def made_from(rows: list[list[str]], name: str = "export.csv") -> OwnQuestionnaire:
    return own_questionnaire(name, csv_text(rows).encode())


def asked(own: OwnQuestionnaire) -> dict[str, ExportedQuestion]:
    return {each.title: each for each in own.counted}


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


@pytest.mark.parametrize("box", ["Une imprimante", "La langue", "Imprimer"])
@pytest.mark.parametrize("is_ticked", [True, False])
def test_a_box_of_framaforms_that_bears_the_name_of_a_question_stays_a_box(box: str, *, is_ticked: bool) -> None:
    """Whether one of the first families ticks it or not; a question of the suite has answers there, not crosses."""
    rows = framaforms(FAMILIES)
    place = rows[2].index(SERVICES[2])
    rows[2][place] = box
    for row in () if is_ticked else rows[3:10]:
        row[place] = ""
    own = made_from(rows)
    assert list(asked(own)) == [SERVICES_ASKED, GRID, MARK]
    assert set(asked(own)[SERVICES_ASKED].answers) == {*SERVICES[:2], box, NONE}


def test_a_question_of_the_suite_after_boxes_of_framaforms_is_a_question() -> None:
    rows = framaforms(FAMILIES)
    for rank, row in enumerate(rows):
        row.insert(10, ("", "", "Pouvez-vous imprimer ?")[rank] if rank < 3 else ("Non", "Ailleurs")[rank % 2])
    found = asked(made_from(rows))
    assert set(found[SERVICES_ASKED].answers) == {*SERVICES, NONE}
    assert set(found["Pouvez-vous imprimer ?"].answers) == {"Non", "Ailleurs"}


def test_a_text_after_boxes_of_framaforms_is_no_box_of_theirs() -> None:
    """Who ticks nothing and leaves a remark has not answered there."""
    rows = framaforms(FAMILIES)
    for row in rows[9:30:2]:
        for name in (*SERVICES, NONE):
            row[rows[2].index(name)] = ""
    alone = asked(made_from(rows))[SERVICES_ASKED].answers
    for rank, row in enumerate(rows):
        row.insert(
            10, ("", "", "Une remarque à ajouter ?")[rank] if rank < 3 else ("", f"Merci pour le {rank}")[rank % 2]
        )
    with_text = made_from(rows)
    assert asked(with_text)[SERVICES_ASKED].answers == alone
    report = read_answers(csv_text(rows).encode(), with_text.questionnaire, with_text.mapping, name="essai.csv")
    assert report.answers.unasked == {"mode"}
    assert len(report.answers) == len(rows) - 3


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
        assert (seldom[0] in asked(made_from(rows))["Thème"].answers) is found


@pytest.mark.parametrize("coded", [False, True])
@pytest.mark.parametrize(
    ("head", "yes", "no", "between"),
    [("{}/{}", "1", "0", " "), ("{} ({})", "true", "false", ", "), ("{} [{}]", "Oui", "", ", ")],
)
def test_boxes_and_the_column_that_sums_them_up_are_one_question(
    head: str, yes: str, no: str, between: str, coded: bool
) -> None:
    own = made_from(summed(FAMILIES, head, yes, no, between, coded=coded))
    assert [(each.title, each.item.kind, len(each.columns)) for each in own.counted] == [
        (SERVICES_ASKED, "multiple", 4)
    ]
    assert "répète" in own.left[SERVICES_ASKED]


def test_so_they_are_when_the_sum_has_a_title_of_its_own() -> None:
    rows = summed(FAMILIES, "{} [{}]", "Oui", "Non", ", ")
    rows[0][0] = "Services, tous ensemble"
    own = made_from(rows)
    (kept,) = own.counted
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


ALONE = ["Garderie du matin", "Étude du soir", NONE]
# Families of two levels by boxes ticked: one box, two, « Aucun… », nothing.
SCHOOL = {"5e": {(0,): 5, (0, 1): 3, (2,): 14, (): 1}, "6e": {(0,): 15, (0, 1): 5, (2,): 15, (): 2}}


def boxes_of(school: dict[str, dict[tuple[int, ...], int]], third: str = NONE) -> list[list[str]]:
    heads = [f"Quels services ? ({box})" for box in (*ALONE[:2], third)]
    rows = [[*heads, "Cantine", LEVEL]]
    for level, counts in school.items():
        for ticked, count in counts.items():
            boxes = ["" if not ticked else "true" if rank in ticked else "false" for rank in range(3)]
            rows += [[*boxes, ("Parfois", "Jamais")[rank % 2], level] for rank in range(count)]
    return rows


@pytest.mark.parametrize("by_hand", [False, True])
def test_silent_families_are_not_what_boxes_that_exclude_each_other_leave_whatever_the_questionnaire_says(
    by_hand: bool,
) -> None:
    rows = boxes_of(SCHOOL)
    own = made_from(rows)
    (item,) = (each for each in own.questionnaire.items if each.kind == "multiple")
    assert [item.words[value] for value in item.alone] == [NONE]
    asked_of = own.questionnaire
    if by_hand:  # who corrects the file may take it away: readers know all the same what the words say
        items = tuple(each.model_copy(update={"alone": ()}) for each in asked_of.items)
        asked_of = asked_of.model_copy(update={"items": items})
    answers = read_answers(csv_text(rows).encode(), asked_of, own.mapping, name="export.csv").answers
    table = indicators(answers, threshold=5).table
    for level, group, silent in (("5e", "cinquieme", 1), ("6e", "sixieme", 2)):
        families = sum(SCHOOL[level].values())
        of_group = table[table["question"].eq(item.id) & table["groupe"].eq(group)]
        ranges = {
            (row["partie"] or row["valeur"]): (
                0 if pd.isna(row["au_moins"]) else int(row["au_moins"]),
                families if pd.isna(row["au_plus"]) else int(row["au_plus"]),
            )
            for row in of_group.to_dict("records")
        }
        one, two, none = (ranges.get(value, (0, families)) for value in item.values)
        least, most = ranges.get("sans_reponse", (0, families))
        low = max(least, families - none[1] - one[1] - two[1])
        high = min(most, families - none[0] - max(one[0], two[0]))
        assert low <= silent <= high
        assert high - low + 1 >= 5


@pytest.mark.parametrize(
    ("words", "ticked", "found"),
    [
        ("Non, merci", (2,), True),
        ("Rien", (2,), True),
        ("Je ne viens pas", (2,), True),
        ("Pas concerné", (2,), True),
        ("Nord de la ville", (2,), False),
        ("Aucun", (0, 2), False),
    ],
)
def test_a_box_excludes_the_others_by_its_words_unless_a_form_ticks_it_with_another(
    words: str, ticked: tuple[int, ...], found: bool
) -> None:
    own = made_from(boxes_of({"5e": {(0,): 9, (0, 1): 9, (2,): 8, ticked: 9}}, words))
    item = next(each for each in own.questionnaire.items if each.kind == "multiple")
    assert bool(item.alone) is found
    assert any(words in line for line in alone_words(own)) is found


def test_drafts_of_framaforms_are_set_aside_and_counted_whatever_the_language_of_its_columns() -> None:
    rows = framaforms(FAMILIES, drafts=2)
    for drafts in ("Brouillon", "Draft", "webform_draft"):
        rows[2] = [drafts if cell in ("Brouillon", "Draft") else cell for cell in rows[2]]
        own = made_from(rows)
        assert not {"Brouillon", "Draft", "webform_draft"} & set(asked(own))
        report = read_answers(csv_text(rows).encode(), own.questionnaire, own.mapping, name="export.csv")
        assert (len(report.answers), report.lines_aside) == (len(FAMILIES) - 2, 2)
        assert any("brouillons" in each.reason and "lignes 4, 5" in each.reason for each in report.flagged)


def test_what_framaforms_writes_in_french_is_no_question() -> None:
    own = made_from(framaforms(FAMILIES))
    assert {own.left[name] for name in FRENCH} == {"est écrite par l'outil"}


def test_lines_that_are_filled_are_no_empty_forms_and_the_way_to_read_them_is_told() -> None:
    rows = summed(FAMILIES, "{} ({})", "true", "false", ", ")
    rows.append([""] * 5 + ["6e"])
    report = read_answers(csv_text(rows).encode(), family_questionnaire(), name="export.csv")
    said = {each.reason.partition(" : ")[0]: each for each in report.flagged}
    assert report.lines_aside == len(FAMILIES) + 1
    assert "ligne 66" in said["formulaires vides, qui ne comptent pas"].reason
    (other,) = (each.reason for each in report.flagged if "--own" in each.reason)
    assert SERVICES_ASKED[:20] in other
    assert t("panel-own") in other
    assert "vides" not in report.summary()


def test_a_line_that_answers_what_is_not_known_is_not_empty_beside_others_that_are_read() -> None:
    rows = [["connexion", "Un mot"], ["fixe", ""], ["", "bonjour"], ["", " "]]
    report = read_answers(csv_text([*rows[:3], ["", ""], ["", "99"]]).encode(), family_questionnaire(), name="a.csv")
    assert len(report.answers) == 1
    assert any("sans réponse à une question reconnue" in each.reason for each in report.flagged)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"%PDF-1.7 x", "un PDF"), (b"\x89PNG\r\n\x1a\n", "une image"), (b"\x1f\x8b\x08\x00", "une archive")],
)
def test_a_file_that_is_no_table_is_refused_for_what_it_is(content: bytes, said: str) -> None:
    with pytest.raises(QuestionnaireError, match=said):
        own_questionnaire("fichier", content)


def test_an_answer_that_is_not_known_is_refused_with_the_words_of_the_form() -> None:
    rows = summed(FAMILIES, "{}/{}", "1", "0", " ")
    said = [("Tous les jours", "Certains jours")[rank % 2] for rank in range(len(rows) - 1)]
    table = [[*row, cell] for row, cell in zip(rows, ["Cantine", *said], strict=True)]
    own = made_from(table)
    table[3][-1] = "parfois le soir"
    report = read_answers(csv_text(table).encode(), own.questionnaire, own.mapping, name="export.csv")
    (cell,) = report.unread
    assert "Tous les jours, Certains jours" in cell.reason
    assert "tous_les_jours" not in cell.reason


def test_published_indicators_are_known_by_their_titles_though_they_hold_words_of_the_questionnaire() -> None:
    table = indicators_csv(indicators(some_families(family_questionnaire(), 60, seed=3)))
    with pytest.raises(WrittenFileError, match="les indicateurs d'un diagnostic"):
        own_questionnaire("indicateurs.csv", table)


def test_a_form_that_asks_a_code_and_a_level_is_not_taken_for_a_table_of_the_suite() -> None:
    rows = [["code", "niveau", "cantine"], *([f"{rank}", "6e", ("Oui", "Non")[rank % 2]] for rank in range(30))]
    assert list(asked(made_from(rows))) == ["cantine"]


def limesurvey(head: list[str], dates: list[str], pages: list[str], numbers: list[str]) -> bytes:
    rows = [[*head, "Cantine", "Une note"]]
    for rank, said in enumerate(zip(numbers, dates, pages, strict=True)):
        own = [cell for cell, name in zip(said, ("id", "submitdate", "lastpage"), strict=True) if name in head]
        rows.append([*own, ("Oui", "Non")[rank % 2], str(rank % 3)])
    return csv_text(rows).encode()


SENT = "2026-11-02 18:00:00"


@pytest.mark.parametrize("date", [SENT, "1980-01-01 00:00:00"])
def test_responses_of_limesurvey_that_were_not_sent_are_set_aside_and_counted(date: str) -> None:
    dates = [date] * 5 + ["", ""] + [date] * 13
    numbers = [str(rank) for rank in range(19)] + [""]  # the last one was typed below, from paper
    content = limesurvey(["id", "submitdate", "lastpage"], [*dates[:19], ""], ["2"] * 20, numbers)
    own = own_questionnaire("export.csv", content)
    report = read_answers(content, own.questionnaire, own.mapping, name="export.csv")
    assert (len(report.answers), report.lines_aside) == (18, 2)
    assert any("brouillons" in each.reason and "lignes 7, 8" in each.reason for each in report.flagged)


@pytest.mark.parametrize(
    ("head", "dates", "pages", "said"),
    [
        (["id", "submitdate", "lastpage"], [""] * 20, ["2"] * 20, "vide partout"),
        (["id", "lastpage", "seed"], [""] * 20, ["2"] * 17 + ["1"] * 3, "3 réponses s’arrêtent avant la dernière page"),
        (["id", "lastpage", "seed"], [""] * 20, ["2"] * 20, ""),
        (["id", "submitdate", "lastpage"], [SENT] * 20, ["1"] * 10 + ["2"] * 10, ""),
    ],
)
def test_where_nothing_tells_what_was_not_sent_all_count_and_it_is_said(
    head: list[str], dates: list[str], pages: list[str], said: str
) -> None:
    numbers = [str(rank) for rank in range(20)]
    content = limesurvey([name for name in head if name != "seed"], dates, pages, numbers)
    if "seed" in head:
        lines = content.decode().splitlines()
        content = "\n".join(
            [f'"seed";{lines[0]}', *(f'"{rank}";{line}' for rank, line in enumerate(lines[1:]))]
        ).encode()
    own = own_questionnaire("export.csv", content)
    report = read_answers(content, own.questionnaire, own.mapping, name="export.csv")
    assert len(report.answers) == 20
    told = [each.reason for each in report.flagged if "dernière page" in each.reason or "vide partout" in each.reason]
    assert (said in told[0]) if said else not told


def test_drafts_of_framaforms_are_known_by_the_hour_at_which_none_was_completed_too() -> None:
    rows = framaforms(FAMILIES, drafts=2)
    at, completed = FRENCH.index("Brouillon"), FRENCH.index("Heure de fin")
    for rank, row in enumerate(rows):
        row[completed] = "" if rank in (3, 4, 5) else row[completed]
    for aside in (2, 3):  # what says « Brouillon » knows better
        own = made_from(rows)
        report = read_answers(csv_text(rows).encode(), own.questionnaire, own.mapping, name="export.csv")
        assert (len(report.answers), report.lines_aside) == (len(FAMILIES) - aside, aside)
        rows = [[cell for place, cell in enumerate(row) if place != at] for row in rows]


@pytest.mark.parametrize("titled", [True, False])
def test_a_header_of_two_lines_names_questions_then_their_boxes_and_rows(titled: bool) -> None:
    title, groups, names = framaforms(FAMILIES, drafts=2)[:3]
    width = len(FRENCH)
    asked_above = [*FRENCH, *groups[width : width + 4], GRID, "", MARK, COMMENT, LEVEL]
    below = [*[""] * width, *names[width : width + 6], "", "", ""]
    rows = [*([title] if titled else []), asked_above, below, *framaforms(FAMILIES, drafts=2)[3:]]
    own = made_from(rows)
    found = asked(own)
    assert list(found) == [SERVICES_ASKED, GRID, MARK]
    assert (found[GRID].rows, set(found[SERVICES_ASKED].answers)) == (ROWS, {*SERVICES, NONE})
    report = read_answers(csv_text(rows).encode(), own.questionnaire, own.mapping, name="export.csv")
    assert (report.lines_in, len(report.answers), report.lines_aside) == (len(FAMILIES), len(FAMILIES) - 2, 2)


def test_the_register_of_what_was_published_is_named_and_no_command_that_refuses_it_is_given() -> None:
    content = b'{"version": 4, "ecole": "A", "publications": []}'
    with pytest.raises(QuestionnaireError, match="registre de ce que") as refused:
        own_questionnaire("publications.json", content)
    assert "liaison" not in str(refused.value)
    report = read_answers(content, family_questionnaire(), name="publications.json")
    assert any("registre de ce que" in str(each) for each in report.refused)


def test_answers_that_are_numbers_come_in_their_order_and_words_after_them() -> None:
    rows = [["Quelle note ?", "Combien ?"], *([note, "2"] for note in ("10", "2", "plus", "1") for _ in range(6))]
    rows[1:] = [[note, count] for (note, _), count in zip(rows[1:], ["3", "1", "2"] * 8, strict=True)]
    found = asked(made_from(rows))
    assert [list(each.answers) for each in found.values()] == [["1", "2", "10", "plus"], ["1", "2", "3"]]
