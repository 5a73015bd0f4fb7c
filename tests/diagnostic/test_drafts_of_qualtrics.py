"""Qualtrics exporte aussi les aperçus de qui fait le formulaire et les réponses laissées en route : ni l'un ni l'autre
n'est d'une famille."""

import pytest
from diagnostic.survey_exports import Rows, csv_text

from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport

CODES = ["StartDate", "Status", "IPAddress", "Progress", "Finished", "ResponseId", "Q1", "Q2"]
FRENCH = ["Date de début", "Type de réponse", "Adresse IP", "Progression", "Terminé", "ID de réponse"]
ENGLISH = ["Start Date", "Response Type", "IP Address", "Progress", "Finished", "Response ID"]
ASKED = ["Avez-vous internet à la maison ?", "Comment venez-vous ?"]
COUNT, TRIALS, LEFT = 40, 5, 6


def line(rank: int, status: str, finished: str, *answers: str) -> list[str]:
    done = "100" if len(answers) == len(ASKED) and answers[-1] else "40"
    return [f"2026-11-02 18:{rank:02}:00", status, "192.0.2.1", done, finished, f"R_{rank:06}", *answers]


def export(titles: list[str], real: str, trial: str, yes: str, no: str) -> Rows:
    """Return an export of families, of trials of the school, and of families who left on the way."""
    imports = [f'{{"ImportId":"QID{rank}"}}' for rank in range(len(CODES))]
    ways = ("À pied", "En bus", "En voiture")
    sent = [line(rank, real, yes, "Oui" if rank % 3 else "Non", ways[rank % 3]) for rank in range(COUNT)]
    trials = [line(COUNT + rank, trial, yes, "Non", "En bus") for rank in range(TRIALS)]
    left = [line(COUNT + TRIALS + rank, real, no, "Oui", "") for rank in range(LEFT)]
    return [CODES, [*titles, *ASKED], imports, *sent, *trials, *left]


def read(rows: Rows) -> ReadReport:
    content = csv_text(rows, ",").encode()
    made = own_questionnaire("export.csv", content).read_again()
    return read_answers(content, made.questionnaire, made.mapping, name="export.csv")


@pytest.mark.parametrize(
    "words",
    [
        (FRENCH, "Adresse IP", "Aperçu de l'enquête", "Vrai", "Faux"),
        (FRENCH, "Adresse IP", "Aperçu de l’enquête", "VRAI", "FAUX"),
        (ENGLISH, "IP Address", "Survey Preview", "True", "False"),
        (ENGLISH, "IP Address", "Survey Test", "True", "False"),
        (ENGLISH, "IP Address", "Spam", "True", "False"),
        (ENGLISH, "0", "1", "1", "0"),
        (ENGLISH, "0", "8", "1", "0"),
    ],
)
def test_trials_of_the_school_and_responses_left_on_the_way_are_set_aside_and_it_is_said(
    words: tuple[list[str], str, str, str, str],
) -> None:
    report = read(export(*words))
    assert (len(report.answers), report.lines_aside, report.waits) == (COUNT, TRIALS + LEFT, False)
    assert report.answers.table.notna().sum().max() == report.answers.table["comment_venez_vous"].notna().sum() == COUNT
    assert any("ou essais de l'école" in str(each).replace("\u00a0", " ") for each in report.flagged)


def test_columns_that_the_export_leaves_empty_set_nothing_aside() -> None:
    rows = export(FRENCH, "", "", "", "")
    report = read(rows)
    assert (len(report.answers), report.lines_aside) == (COUNT + TRIALS + LEFT, 0)


def test_what_is_set_aside_gives_no_answer_to_the_questionnaire_that_is_made_of_the_export() -> None:
    rows = export(FRENCH, "Adresse IP", "Aperçu de l'enquête", "Vrai", "Faux")
    for row in rows[3 + COUNT : 3 + COUNT + TRIALS]:
        row[-1] = "Essai"
    for row in rows[3 + COUNT + TRIALS :]:
        row[-1] = "À cheval"
    made = own_questionnaire("export.csv", csv_text(rows, ",").encode())
    answers = {each.title: set(each.answers) for each in made.counted}
    assert answers[ASKED[1]] == {"À pied", "En bus", "En voiture"}
