"""Ce que des familles ont répondu à côté d'une question : elle n'est pas publiée comme si elles s'étaient tues."""

import pytest
from diagnostic.survey_exports import Rows, csv_text

from liaison.diagnostic.answers import joined
from liaison.diagnostic.counting.indicators import indicators
from liaison.diagnostic.disclosure.joint_audit import check_joint
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.questionnaire import SEPARATOR, family_questionnaire
from liaison.diagnostic.reading.questions_read import reading_words, unread_words
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport

QUESTIONNAIRE = family_questionnaire()
LOAN, CHANNEL = question_words("pret"), question_words("canal")
BOXES = [value_words("pret", box) for box in ("ordinateur", "cle_internet", "aucun")]
WRITTEN = ["une imprimante", "un casque", "chez ma tante"]
LABELS = ["Autre (veuillez préciser)", "Si autre, lequel ?", "Précisez", "Une imprimante", "Commentaire", "Zut !"]


def read(rows: Rows) -> ReadReport:
    return read_answers(csv_text(rows).encode(), QUESTIONNAIRE, name="export.csv")


def left_out(report: ReadReport) -> set[str]:
    return {name.partition(SEPARATOR)[0] for name in report.answers.left_out}


def said(report: ReadReport) -> str:
    return "\n".join(reading_words(report, question_words, value_words)).replace("\u00a0", " ")


def boxes(label: str, alone: int) -> Rows:
    """Return an export of two lines of header: `alone` families wrote under the last box, and ticked no other."""
    header = [["connexion", LOAN, "", "", ""], ["Response", *BOXES, label]]
    ticked = [["fixe", BOXES[0], "", "", ""], ["fixe", "", "", BOXES[2], ""]] * 15
    return [*header, *ticked, *(["fixe", "", "", "", WRITTEN[rank % 3]] for rank in range(alone))]


@pytest.mark.parametrize("alone", [1, 12])
@pytest.mark.parametrize("label", LABELS)
def test_a_column_under_boxes_where_families_wrote_and_ticked_none_leaves_the_question_out(
    label: str, alone: int
) -> None:
    report = read(boxes(label, alone))
    assert left_out(report) == {"pret"}
    named = f"{LOAN} > {label[:6]}".replace("\u00a0", " ")
    assert f"n'y ont répondu que dans la colonne « {named}" in said(report)
    assert left_out(read(boxes(label, 0))) == set()


@pytest.mark.parametrize("question", ["canal", "langue"])
@pytest.mark.parametrize("label", ["Autre", *LABELS])
def test_a_column_under_a_question_of_one_choice_leaves_it_out_too(question: str, label: str) -> None:
    first = QUESTIONNAIRE.items[[item.id for item in QUESTIONNAIRE.items].index(question)].values[0]
    header = [["connexion", question_words(question), ""], ["Response", "Response", label]]
    answered = [["fixe", value_words(question, first), ""]] * 30
    assert left_out(read([*header, *answered, ["fixe", "", "le cahier"]])) == {question}
    assert left_out(read([*header, *answered, ["fixe", "", ""]])) == set()


@pytest.mark.parametrize(
    ("title", "alone", "expected"),
    [
        ("Autre", 1, {"canal"}),
        ("Si autre, précisez", 1, {"canal"}),
        ("Un moyen qui vous va mieux", 4, {"canal"}),
        ("Un moyen qui vous va mieux", 2, set()),  # two families may well have skipped a question and written elsewhere
    ],
)
def test_a_column_that_stands_after_a_question_is_of_it_when_it_says_so_or_when_several_answered_there_alone(
    title: str, alone: int, expected: set[str]
) -> None:
    rows = [["connexion", CHANNEL, title], *([["fixe", "Par SMS", ""]] * 30), *([["fixe", "", "le cahier"]] * alone)]
    assert left_out(read(rows)) == expected


def test_what_families_who_answered_wrote_too_is_a_remark_and_leaves_nothing_out() -> None:
    rows = [["connexion", CHANNEL, "Vos remarques"], *([["fixe", "Par SMS", "merci"], ["fixe", "", "merci"]] * 8)]
    assert left_out(read(rows)) == set()


def test_a_column_that_stands_after_another_question_is_not_of_the_first() -> None:
    rows = [["connexion", CHANNEL, "imprimante", "Vos remarques"]]
    rows += [*([["fixe", "Par SMS", "maison", ""]] * 20), *([["fixe", "", "maison", "merci"]] * 5)]
    assert left_out(read(rows)) == set()


def kobo(canal: list[str], name: str = "canal") -> Rows:
    """Return an export of KoboToolbox, one line by answer to the question."""
    header = ["connexion", name, f"{name}_other", "_id", "_uuid", "_submission_time"]
    written = {"other": "par le cahier"}
    return [
        header,
        *(
            ["fixe", each, written.get(each, ""), f"{rank}", f"fictif-{rank}", "2026-11-02T17:06:09"]
            for rank, each in enumerate(canal)
        ),
    ]


@pytest.mark.parametrize(("name", "answer"), [("canal", "sms"), ("pret", "ordinateur")])
def test_another_answer_in_the_cell_of_a_question_counts_as_silence_and_it_is_said(name: str, answer: str) -> None:
    report = read(kobo([answer] * 40 + ["other"] * 20 + [""] * 4, name))
    told = indicators(report.answers)
    check_joint(told, report.answers)
    rows = told.question(name)
    silent = rows[(rows["valeur"] == "sans_reponse") & (rows["partie"] == "")]["effectif"]
    assert silent.tolist() == [24]
    question = question_words(name)
    (team,) = [each for each in unread_words(report, question_words) if "autres que celles proposées" in each]
    assert team.replace("\u00a0", " ").endswith(f"« {question} » : 20.".replace("\u00a0", " "))
    (paper,) = [each for each in told.warnings if "une autre réponse que celles proposées" in each]
    assert question.replace("\u00a0", " ") in paper.replace("\u00a0", " ")
    assert "20" not in paper


def test_another_answer_is_said_only_of_a_question_of_which_something_is_told() -> None:
    whole = read(kobo(["sms"] * 40 + [""] * 20))
    other = read(kobo(["sms"] * 20 + ["other"] * 20 + ["sms"] * 20))
    assert not [each for each in indicators(whole.answers).warnings if "autre réponse" in each]
    assert joined([whole.answers, other.answers], QUESTIONNAIRE).otherwise == {"canal"}
    few = indicators(read(kobo(["sms"] * 8 + ["other"] * 5)).answers)
    assert not [each for each in few.warnings if "autre réponse" in each]


def test_a_language_that_the_suite_has_as_another_one_is_counted_as_such() -> None:
    report = read(kobo(["francais"] * 20 + ["other"] * 5, "langue"))
    assert report.answers.table["langue"].value_counts()["autre"] == 5
    assert report.otherwise == ()


@pytest.mark.parametrize("other", ["Other", "other", "Autre"])
def test_another_answer_written_in_limesurvey_leaves_its_boxes_out(other: str) -> None:
    header = ["id", "submitdate", "lastpage", "connexion", *(f"{LOAN} [{box}]" for box in [*BOXES, other])]
    rows = [[str(rank), "2026-02-03 10:00:00", "4", "fixe", "Oui", "Non", "Non", ""] for rank in range(20)]
    rows += [[str(rank), "2026-02-03 11:00:00", "4", "fixe", *["Non"] * 3, "un casque"] for rank in range(20, 24)]
    assert left_out(read([header, *rows])) == {"pret"}
