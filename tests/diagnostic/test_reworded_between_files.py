"""Un titre reformulé entre deux fichiers : la question est mise de côté, ses familles ne sont pas « sans réponse »."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from diagnostic.own_exports import LEVEL, MARK, SERVICES_ASKED, families, framaforms, summed
from diagnostic.survey_exports import Rows, csv_text, google_forms, some_families, words

from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, own_questionnaire
from liaison.diagnostic.papers.cautions import asked_in_part
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire, family_questionnaire
from liaison.diagnostic.reading.corrected import settled
from liaison.diagnostic.reading.mapping import Mapping
from liaison.diagnostic.reading.often_unread import without_often_unread
from liaison.diagnostic.reading.questions_read import reading_words
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport, merged

CONTACT, AGAIN = "Comment préférez-vous être contacté ?", "Par quel moyen souhaitez-vous être joint ?"
COMPUTER, COMPUTER_AGAIN = "Avez-vous un ordinateur à la maison ?", "Y a-t-il un ordinateur chez vous ?"
STATEMENTS, GRID = ("La cantine", "Les devoirs à la maison"), "Êtes-vous satisfait de :"
SCALE = ("Très satisfait", "Plutôt satisfait", "Pas du tout satisfait")
BY = ("Par SMS", "Par e-mail", "Par téléphone")
HABITS, OFTEN = (
    ("Lisez-vous le carnet ?", "Ouvrez-vous l'ENT ?", "Venez-vous aux réunions ?"),
    ("Souvent", "Parfois", "Jamais"),
)
HEAD = ["Horodateur", LEVEL, COMPUTER, CONTACT, *STATEMENTS, *HABITS]


def lines(count: int = 90) -> Rows:
    chance = random.Random(3)
    return [
        [
            f"{2 + rank % 20:02}/11/2026 {8 + rank // 20:02}:{rank % 60:02}:{rank % 53:02}",
            chance.choice(("6e", "5e", "4e", "3e")),
            chance.choice(("Oui", "Non")),
            chance.choice(BY),
            *(chance.choice(SCALE) for _ in STATEMENTS),
            *(chance.choice(OFTEN) for _ in HABITS),
        ]
        for rank in range(count)
    ]


LINES = lines()
FORM: Rows = [HEAD, *LINES[:60]]


def made_of(rows: Rows) -> OwnQuestionnaire:
    return own_questionnaire("formulaire.csv", csv_text(rows).encode(), "formulaire").read_again()


MADE = made_of(FORM)


def read(files: dict[str, Rows], questionnaire: Questionnaire, mapping: Mapping | None) -> ReadReport:
    parts = [read_answers(csv_text(rows).encode(), questionnaire, mapping, name=name) for name, rows in files.items()]
    return merged(settled(parts), questionnaire)


def own(later: Rows, former: Rows = FORM, made: OwnQuestionnaire = MADE) -> ReadReport:
    return read({"lundi.csv": former, "mardi.csv": later}, made.questionnaire, made.mapping)


def titled(title: str, again: str, rows: Rows) -> Rows:
    return [[again if cell == title else cell for cell in HEAD], *rows]


def out(report: ReadReport) -> set[str]:
    """Return the sentences of the questions that are left out, whole or in part."""
    own_words = report.answers.questionnaire.own_words
    names = {question_of(name) for name in report.answers.left_out}
    return {question_words(name, own_words).replace("\u00a0", " ") for name in names}


def said(report: ReadReport) -> str:
    both = [*reading_words(report, question_words, value_words), *asked_in_part(report.answers)]
    return "\n".join(both).replace("\u00a0", " ")


@pytest.mark.parametrize("cumulative", [False, True])
def test_a_question_whose_title_was_written_again_between_two_files_is_left_out_and_it_is_said(
    cumulative: bool,
) -> None:
    report = own(titled(CONTACT, AGAIN, LINES if cumulative else LINES[60:]))
    assert (len(report.answers), out(report), report.waits) == (90, {CONTACT}, False)
    assert f"« mardi.csv » : la colonne « {AGAIN} » contient peut-être ses réponses" in said(report)
    assert f"« {CONTACT} » n'est pas dans ces chiffres" in said(report)
    assert "par une partie des fichiers" not in said(report)


def test_once_every_family_is_in_the_former_file_the_question_is_said_of_all() -> None:
    report = own(titled(CONTACT, AGAIN, LINES[:60]))
    assert (len(report.answers), out(report)) == (60, set())


def test_followed_what_is_said_to_do_counts_every_family() -> None:
    report = own([HEAD, *LINES[60:]])
    assert (len(report.answers), out(report)) == (90, set())
    (contact,) = (item.id for item in MADE.questionnaire.items if item.title == CONTACT)
    assert report.answers.table[contact].notna().all()
    alone = own([HEAD, *LINES], [HEAD, *LINES])
    assert (len(alone.answers), alone.answers.unasked & {contact}) == (90, set())


MOVED = [(COMPUTER, 2, place) for place in (1, 4, -1)] + [(CONTACT, 3, place) for place in (1, -1)]


@pytest.mark.parametrize("cumulative", [False, True])
@pytest.mark.parametrize(("title", "at", "to"), MOVED)
@pytest.mark.parametrize("again", ["Disposez-vous d'un poste fixe ou portable ?", "Evde internet var mı?"])
def test_under_another_title_and_in_another_place_no_question_counts_its_families_without_an_answer(
    title: str, at: int, to: int, again: str, cumulative: bool
) -> None:
    rows = titled(title, again, LINES if cumulative else LINES[60:])
    moved = [[*row[:at], *row[at + 1 :]] for row in rows]
    for row, cells in zip(moved, rows, strict=True):
        row.insert(to if to > 0 else len(row), cells[at])
    report = own(moved)
    (name,) = (item.id for item in MADE.questionnaire.items if item.title == title)
    assert (len(report.answers), name in report.answers.unasked) == (90, True)
    assert f"« {title} » n'est pas dans ces chiffres" in said(report)
    assert "sans réponse" not in said(report)


def test_yes_and_no_in_the_place_of_a_question_may_be_its_answers_and_elsewhere_it_is_not_said() -> None:
    assert out(own(titled(COMPUTER, COMPUTER_AGAIN, LINES[60:]))) == {COMPUTER}
    moved = [[*row[:2], *row[3:], row[2]] for row in titled(COMPUTER, "Viendrez-vous à la réunion ?", LINES[60:])]
    report = own(moved)
    assert (len(report.answers), out(report)) == (90, set())
    assert "tous les fichiers ne l'ont pas sous ce titre" in said(report)


def test_a_question_that_a_file_does_not_ask_is_not_published_and_it_is_said() -> None:
    report = own([[*row[:3], *row[4:]] for row in [HEAD, *LINES[60:]]])
    assert (len(report.answers), out(report)) == (90, set())
    assert f"« {CONTACT} » n'est pas dans ces chiffres : tous les fichiers ne l'ont pas sous ce titre" in said(report)
    assert f"« mardi.csv » : la correspondance attend la colonne « {CONTACT} », que le fichier n'a pas" in said(report)
    assert "ne publier que les fichiers qui la posent" in said(report)


@pytest.mark.parametrize(("seen_again", "published"), [(True, True), (False, False)])
def test_a_column_that_a_file_leaves_empty_was_asked_of_its_families_where_another_file_says_what_they_answered(
    seen_again: bool, published: bool
) -> None:
    empty = [[*row[:3], "", *row[4:]] for row in LINES[:60]]
    report = without_often_unread(own([HEAD, *(LINES if seen_again else LINES[60:])], [HEAD, *empty]))
    (contact,) = (item.id for item in MADE.questionnaire.items if item.title == CONTACT)
    assert (len(report.answers), contact not in report.answers.unasked) == (90, published)


def test_a_statement_of_microsoft_forms_is_not_without_an_answer_where_limesurvey_writes_it_under_its_question() -> (
    None
):
    head = [*HEAD[:4], *(f"{GRID} [{statement}]" for statement in STATEMENTS), *HABITS]
    report = own([head, *LINES[60:]])
    assert len(report.answers) == 90
    rows = {name for name in map(str, report.answers.table) if "cantine" in name}
    assert rows
    assert all(report.answers.table[name].notna().all() for name in rows) or not rows - report.answers.unasked
    assert "Les familles des autres" not in said(report)


@pytest.mark.parametrize("tool", ["framaforms", "kobo", "tally"])
def test_so_it_is_in_the_exports_of_other_tools(tool: str) -> None:
    told = families(90, seed=9)
    forms = {
        "framaforms": framaforms,
        "kobo": lambda some: summed(some, "{}/{}", "1", "0", " "),
        "tally": lambda some: summed(some, "{} ({})", "TRUE", "FALSE", ", "),
    }
    rows = forms[tool](told)
    if tool != "framaforms":
        rows = [[*row, MARK if rank == 0 else told[rank - 1].mark] for rank, row in enumerate(rows)]
    lines_of_header = len(rows) - len(told)
    former, later = rows[: lines_of_header + 60], [*rows[:lines_of_header], *rows[lines_of_header + 60 :]]
    title = MARK if tool == "framaforms" else SERVICES_ASKED
    later = [[cell.replace(title, "Ce que vous en dites") for cell in row] for row in later]
    report = own(later, former, made_of(former))
    assert (len(report.answers), out(report)) == (90, {title})
    assert "Les familles des autres" not in said(report)


def test_of_two_columns_of_one_title_it_is_not_said_that_the_title_changed() -> None:
    rows = [[*row[:4], row[3] if rank == 0 else "", *row[4:]] for rank, row in enumerate([HEAD, *LINES[60:]])]
    halves = [[*row[:3], "", row[3], *row[5:]] if rank % 2 else row for rank, row in enumerate(rows)]
    report = own(halves)
    assert out(report) == {CONTACT}
    assert f"plusieurs colonnes ont le titre « {CONTACT} »" in said(report)
    assert "lui donner le titre attendu" not in said(report)


def test_a_question_after_boxes_whose_title_was_written_again_is_not_a_box_of_them() -> None:
    def at_the_end(rows: Rows) -> Rows:
        """Return a table of which the grid stands after the mark, and not between it and the boxes."""
        return [[*row[:10], *row[12:13], *row[10:12], *row[13:]] for row in rows]

    told = [replace(each, services=()) if rank % 9 == 0 else each for rank, each in enumerate(families(90, seed=9))]
    rows = at_the_end(framaforms(told))
    assert rows[2][10] == MARK
    former, later = rows[:63], [*rows[:3], *rows[63:]]
    later = [[cell.replace(MARK, "Ce que vous en dites") for cell in row] for row in later]
    report = own(later, former, made_of(former))
    assert (len(report.answers), out(report)) == (90, {MARK})
    assert "lui donner le titre attendu" in said(report)
    assert "répondu que dans" not in said(report)


@pytest.mark.usefixtures("sentences_of_the_tests")
@pytest.mark.parametrize(("name", "again"), [("pret", "Matériel souhaité"), ("niveau", "Votre enfant est en")])
def test_a_question_of_the_suite_under_a_title_that_nothing_recognises_is_not_published_without_an_answer(
    name: str, again: str
) -> None:
    questionnaire = family_questionnaire()
    head, *rows = google_forms(some_families(questionnaire, 90, seed=4))
    title = words()(name)
    later = [[again if cell == title else cell for cell in head], *rows[60:]]
    assert later[0] != head
    report = read({"lundi.csv": [head, *rows[:60]], "mardi.csv": later}, questionnaire, None)
    assert {question_of(each) for each in report.answers.left_out} == {name}
    assert f"la colonne « {again} »" in said(report)
    assert "n'est pas dans ces chiffres" in said(report)
    assert "par une partie des fichiers" not in said(report)
