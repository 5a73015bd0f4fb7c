"""Dans KoboToolbox, l'école relit les envois : ceux qu'elle a refusés ne sont d'aucune famille."""

import pytest
from diagnostic.survey_exports import csv_text, kobo, some_families

from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.reading import read_answers

QUESTIONNAIRE = family_questionnaire()
COUNT, REFUSED = 30, 4


@pytest.mark.parametrize(
    ("verdict", "aside"),
    [
        ("validation_status_not_approved", REFUSED),
        ("Not Approved", REFUSED),
        ("Non approuvé", REFUSED),
        ("Approved", 0),
        ("validation_status_on_hold", 0),
        ("", 0),
    ],
)
def test_what_the_school_refused_is_set_aside_and_it_is_said(verdict: str, aside: int) -> None:
    rows = kobo(some_families(QUESTIONNAIRE, COUNT, seed=3))
    place = rows[0].index("_validation_status")
    for row in rows[1 : REFUSED + 1]:
        row[place] = verdict
    report = read_answers(csv_text(rows).encode(), QUESTIONNAIRE, name="export.csv")
    assert (len(report.answers), report.lines_aside) == (COUNT - aside, aside)
    assert any("refusées" in str(each) for each in report.flagged) == bool(aside)


def test_what_the_school_refused_gives_no_answer_to_the_questionnaire_that_is_made_of_the_export() -> None:
    head = ["start", "Comment venez-vous ?", "_id", "_uuid", "_validation_status"]
    ways = ["À pied", "En bus", "En voiture"]
    rows = [head, *(["", ways[rank % 3], str(rank), f"u{rank}", ""] for rank in range(COUNT))]
    for row in rows[1 : REFUSED + 1]:
        row[1], row[-1] = "Essai", "Not Approved"
    (asked,) = own_questionnaire("export.csv", csv_text(rows).encode()).counted
    assert set(asked.answers) == set(ways)
