"""Une question dont trop de réponses ne se lisent pas n'est pas publiée, ni tue ni à zéro."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from diagnostic.survey_exports import Rows, csv_text, google_forms, some_families, words

from liaison.diagnostic.answers import answers_from_rows
from liaison.diagnostic.counting.indicators import indicators
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.often_unread import without_often_unread
from liaison.diagnostic.reading.questions_read import reading_words
from liaison.diagnostic.reading.reading import ReadReport, read_chunks
from liaison.diagnostic.reading.words_decided import decided_words, remedies

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

QUESTIONNAIRE = family_questionnaire()
t = words()
CONNECTIONS = ("fixe", "mobile_suffisante", "mobile_limitee", "aucune")


def read(rows: Rows, *decided: str, guess: bool = True) -> ReadReport:
    meant = decided_words(decided, QUESTIONNAIRE)
    (report,) = read_chunks(csv_text(rows).encode(), QUESTIONNAIRE, name="essai.csv", decided=meant, guess=guess)
    return without_often_unread(report)


def of_one(question: str, cells: Sequence[str], *decided: str, guess: bool = True) -> ReadReport:
    head = [t(question), t("imprimante")]
    return read([head, *([cell, t("imprimante-maison")] for cell in cells)], *decided, guess=guess)


def sentences_of(report: ReadReport) -> str:
    return " ".join(reading_words(report, question_words, value_words)).replace("\u00a0", " ")


def test_a_question_of_which_no_word_is_read_is_not_published_as_silent() -> None:
    report = of_one("lecture", ["1", "2", "9", "99"] * 30)
    table = indicators(report.answers).table
    assert "lecture" not in set(table["question"])
    assert "imprimante" in set(table["question"])
    assert "Non lues, car plus d'une réponse sur cinq n'y est pas lue" in sentences_of(report)
    assert f"« {question_words('lecture')} »".replace("\u00a0", " ") in sentences_of(report)


@pytest.mark.parametrize(("unread", "out"), [(20, False), (21, True)])
def test_more_than_one_answer_in_five_that_is_not_read_leaves_the_question_out(unread: int, out: bool) -> None:
    known = [t(f"connexion-{each}") for each in CONNECTIONS] * 20
    report = of_one("connexion", [*known, *(f"Ma réponse {chr(97 + rank)}" for rank in range(unread))])
    assert len(report.unread) == unread
    assert ("connexion" in report.answers.unasked, "connexion" in report.answers.left_out) == (out, out)
    assert "imprimante" not in report.answers.unasked


@pytest.mark.parametrize("question", ["connexion", "appareils"])
def test_a_word_that_comes_back_where_an_answer_is_of_nobody_leaves_the_question_out_until_it_is_decided(
    question: str,
) -> None:
    values = next(item.values for item in QUESTIONNAIRE.items if item.id == question)
    cells = [t(f"{question}-{each}") for each in values[1:]] * 20 + ["Le machin du salon"] * 2
    report = of_one(question, cells)
    assert {name for name in report.answers.unasked if name.partition("__")[0] == question}
    assert "une de ses réponses n'est lue de personne" in sentences_of(report)
    assert [each.word for each in remedies(report)] == ["Le machin du salon"]
    for meaning in (values[0], "sans_reponse"):
        decided = of_one(question, cells, f"{question}: Le machin du salon={meaning}")
        assert not {name for name in decided.answers.unasked if name.partition("__")[0] == question}
    # Where every answer is of somebody, the word is one more that is not read.
    whole = of_one(question, [*cells, t(f"{question}-{values[0]}")])
    assert not {name for name in whole.answers.unasked if name.partition("__")[0] == question}


def test_families_whose_line_is_refused_count_among_those_that_are_not_read() -> None:
    cells = [*[t("langue-arabe")] * 25, *["Une langue que nul ne connaît ici"] * 215]
    report = read([[t("langue")], *([cell] for cell in cells)])
    assert (len(report.answers), report.lines_refused) == (25, 215)
    assert "langue" in report.answers.unasked
    assert "langue" not in set(indicators(report.answers).table["question"])


def test_a_grid_of_which_one_row_is_not_read_is_left_out_whole_with_the_axis_that_needs_it() -> None:
    rows = google_forms(some_families(QUESTIONNAIRE, 60, seed=4, skipped=0.0))
    place = rows[0].index(f"{t('seul')} [{t('seul-envoyer_document')}]")
    spoilt = [rows[0], *([*row[:place], "Peut-être", *row[place + 1 :]] for row in rows[1:])]
    report = read(spoilt)
    assert set(report.answers.left_out) == {
        column.name for column in QUESTIONNAIRE.columns() if column.item.id == "seul"
    }
    questions = set(indicators(report.answers).table["question"])
    assert not {"seul", "axe_competences", "axe__competences"} & questions


def test_a_file_that_is_read_well_is_the_same_report() -> None:
    rows = google_forms(some_families(QUESTIONNAIRE, 60, seed=4))
    (report,) = read_chunks(csv_text(rows).encode(), QUESTIONNAIRE, name="essai.csv")
    assert without_often_unread(report) is report


def test_sheets_typed_beside_do_not_bring_the_question_back() -> None:
    from liaison.diagnostic.answers import joined

    report = of_one("lecture", ["1", "2"] * 30)
    typed = answers_from_rows([{"lecture": "jamais", "imprimante": "non"}] * 30, QUESTIONNAIRE)
    table = indicators(joined([report.answers, typed], QUESTIONNAIRE)).table
    assert "lecture" not in set(table["question"])


def test_each_row_of_a_grid_that_is_not_read_says_why() -> None:
    rows = google_forms(some_families(QUESTIONNAIRE, 60, seed=4, skipped=0.0))
    for part, known in (("envoyer_document", ""), ("repondre_ou_signer", t("seul-sans_aide"))):
        place = rows[0].index(f"{t('seul')} [{t(f'seul-{part}')}]")
        for rank, row in enumerate(rows[1:]):
            row[place] = known if known and rank > 2 else "Peut-être"
    told = sentences_of(read(rows))
    assert f"« {value_words('seul', 'envoyer_document')} » : plus d'une réponse sur cinq n'y est pas lue" in told
    assert f"« {value_words('seul', 'repondre_ou_signer')} » : une de ses réponses n'est lue de personne" in told
