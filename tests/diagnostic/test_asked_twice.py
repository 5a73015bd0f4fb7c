"""Une question posée dans deux colonnes, ou dont une case est à côté : rien de faux n'en est publié."""

import pytest
from diagnostic.survey_exports import Rows, csv_text

from liaison.diagnostic.answers import joined
from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.own.words import left_words, to_read_words
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.formats import layout_of
from liaison.diagnostic.reading.questions_read import reading_words
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport
from liaison.diagnostic.reading.wording import lexicon

QUESTIONNAIRE = family_questionnaire()
SERVICES, CHILDREN = "Quels services utilisez-vous ?", "Combien d'enfants avez-vous ?"


def read(rows: Rows) -> ReadReport:
    return read_answers(csv_text(rows).encode(), QUESTIONNAIRE, name="export.csv")


def left_out(report: ReadReport) -> set[str]:
    return {question_of(name) for name in report.answers.left_out}


def in_two_columns(title: str, again: str, answers: list[str]) -> Rows:
    """Return a table of which half the families answer under one title, the others under another one."""
    halves = [["fixe", answer, ""] if rank % 2 else ["fixe", "", answer] for rank, answer in enumerate(answers)]
    return [["connexion", title, again], *halves]


@pytest.mark.parametrize(
    ("title", "again", "answers"),
    [
        ("niveau", "Classe de votre enfant", ["6e", "5e"]),
        ("langue", "Ce que vous parlez", ["francais", "arabe"]),
        ("pret", "Ce qui vous manque", ["Un ordinateur", "Un ordinateur, Une clé pour avoir internet"]),
    ],
)
def test_a_question_that_other_families_answered_in_another_column_is_left_out_and_it_is_said(
    title: str, again: str, answers: list[str]
) -> None:
    report = read(in_two_columns(title, again, answers * 10))
    assert left_out(report) == {title}
    said = "\n".join(reading_words(report, question_words, value_words)).replace("\u00a0", " ")
    assert f"la colonne « {again} »" in said
    assert "mettre leurs réponses dans une seule colonne" in said
    assert "si plusieurs l'ont remplacée, mettre dans un autre fichier les lignes" in said


def test_a_question_in_two_columns_of_one_file_is_not_said_by_another_file_alone() -> None:
    lacking = read([["connexion", "langue", ""], *([["fixe", "francais", ""], ["fixe", "", "arabe"]] * 10)])
    whole = read([["connexion", "langue"], *[["fixe", "francais"]] * 20])
    assert "langue" in joined([lacking.answers, whole.answers], QUESTIONNAIRE).unasked


def test_a_question_under_a_title_that_nothing_recognises_is_not_said_by_another_file_alone() -> None:
    whole = read([["connexion", "langue"], *[["fixe", "francais"]] * 20])
    other = read([["connexion", "Ce que vous parlez"], *([["fixe", "francais"], ["fixe", "arabe"]] * 10)])
    assert "langue" in joined([whole.answers, other.answers], QUESTIONNAIRE).unasked


def test_a_question_beside_one_of_the_same_answers_is_read() -> None:
    rows = [["connexion", "imprimante", "Avez-vous un jardin ?"], *([["fixe", "oui", "non"], ["fixe", "", ""]] * 10)]
    assert left_out(read(rows)) == set()


@pytest.mark.parametrize(("alone", "expected"), [(True, {"pret"}), (False, set())])
def test_a_box_of_the_form_s_own_leaves_its_question_out_only_when_a_family_ticked_no_other(
    alone: bool, expected: set[str]
) -> None:
    title, boxes = question_words("pret"), ["Un ordinateur", "Une clé pour avoir internet", "Non, merci", "Autre"]
    ticked = [["x", "", "", "une imprimante"], ["", "", "x", ""], ["", "", "", "un casque" if alone else ""]]
    report = read([["connexion", *(f"{title} [{box}]" for box in boxes)], *([["fixe", *each] for each in ticked] * 5)])
    assert left_out(report) == expected


@pytest.mark.parametrize("again", [(SERVICES, CHILDREN), (f"{SERVICES} (2)", "Combien d'enfants avez-vous en tout ?")])
def test_a_school_s_own_form_asks_once_what_stands_in_two_columns_and_publishes_nothing_of_it(
    again: tuple[str, str],
) -> None:
    given = [("Cantine", "1"), ("Garderie", "2"), ("Cantine, Garderie", "3")] * 20
    lines = [
        [*(pair if rank < 30 else ("", "")), "Jeudi" if rank % 3 else "Lundi", *(("", "") if rank < 30 else pair)]
        for rank, pair in enumerate(given)
    ]
    content = csv_text([[SERVICES, CHILDREN, "Quel jour ?", *again], *lines]).encode()
    own = own_questionnaire("export.csv", content)
    assert [each.title for each in own.counted] == [SERVICES, CHILDREN, "Quel jour ?"]
    assert sum("la question n'est posée qu'une fois" in each for each in left_words(own)) == 2
    report = read_answers(content, own.questionnaire, own.mapping, name="export.csv")
    first, second, day = (each.item.id for each in own.counted)
    assert left_out(report) == {first, second}
    assert report.answers.table[day].notna().all()
    assert [" famille" in each for each in to_read_words(own, report.answers)] == [False, False, True]


def test_a_box_under_a_title_cut_short_that_holds_its_words_or_no_is_not_the_whole_question() -> None:
    cut = question_words("appareils")[:40]
    titles = [f"{cut}… « {box} »" for box in ("Un ordinateur", "Une tablette")]
    rows = [["connexion", *titles], *([["fixe", "Un ordinateur", "Non"], ["fixe", "Non", "Une tablette"]] * 10)]
    assert left_out(read(rows)) == {"appareils"}


def test_answers_that_a_single_family_of_the_first_lines_gave_are_no_titles() -> None:
    rows = [["Ce que l'école demande"], ["Une tablette"], *[["Aucun appareil"]] * 20]
    assert [column.question for column in layout_of(rows, lexicon(QUESTIONNAIRE)).columns] == rows[0]


def test_boxes_of_a_school_s_own_form_that_stand_twice_are_asked_once() -> None:
    titles = [f"{SERVICES} [{box}]" for box in ("Cantine", "Garderie", "Bus")]
    ticks, none = [["1", "0", "1"], ["0", "1", "0"], ["0", "0", "1"]] * 20, [""] * 3
    lines = [[*(each if rank < 30 else none), *(none if rank < 30 else each)] for rank, each in enumerate(ticks)]
    own = own_questionnaire("export.csv", csv_text([[*titles, *titles], *lines]).encode())
    assert [each.title for each in own.counted] == [SERVICES]
