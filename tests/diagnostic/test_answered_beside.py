"""Ce que des familles ont répondu à côté d'une question : elle n'est pas publiée comme si elles s'étaient tues."""

import pytest
from diagnostic.survey_exports import Rows, csv_text

from liaison.diagnostic.answers import joined
from liaison.diagnostic.counting.indicators import indicators
from liaison.diagnostic.disclosure.joint_audit import check_joint
from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.own.words import left_words
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
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
    return {question_of(name) for name in report.answers.left_out}


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
    assert f"n'y ont peut-être répondu que dans la colonne « {named}" in said(report)
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
        (f"{CHANNEL} Commentaire", 1, {"canal"}),
        (f"{CHANNEL} [Par le cahier]", 1, {"canal"}),
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


def test_what_limesurvey_writes_beside_another_answer_leaves_out_no_question_where_its_code_says_so() -> None:
    header = ["id", "submitdate", "lastpage", "canal", "canal[other]", "langue", "langue[other]"]
    sent = ["2026-02-03 10:00:00", "4"]
    rows = [[str(rank), *sent, "sms", "", "francais", ""] for rank in range(20)]
    rows += [[str(rank), *sent, "-oth-", "le cahier", "-oth-", "le wolof"] for rank in range(20, 26)]
    report = read([header, *rows])
    assert left_out(report) == set()
    assert [each.question for each in report.otherwise] == ["canal"] * 6
    assert report.answers.table["langue"].value_counts()["autre"] == 6


@pytest.mark.parametrize("label", ["Autre (veuillez préciser)", "Commentaire", "Une console"])
@pytest.mark.parametrize("boxed", [True, False])
def test_what_families_wrote_beside_a_question_of_a_school_s_own_form_is_not_silence(label: str, boxed: bool) -> None:
    services, answers = "Quels services utilisez-vous ?", ["Cantine", "Garderie", "Bus"]
    header = ["Quel jour ?", *([f"{services} [{each}]" for each in answers] if boxed else [services])]
    given = [["Oui" if each == own else "" for each in answers] if boxed else [own] for own in answers]
    rows = [[DAYS[rank % 2], *given[rank % 3], ""] for rank in range(30)]
    rows += [[DAYS[rank % 2], *[""] * len(given[0]), WRITTEN[rank % 3]] for rank in range(20)]
    content = csv_text([[*header, f"{services} [{label}]"], *rows]).encode()
    own = own_questionnaire("export.csv", content)
    assert [each.title for each in own.counted] == ["Quel jour ?", services]
    report = read_answers(content, own.questionnaire, own.mapping, name="export.csv")
    name = own.counted[1].item.id
    other = f"{name}__autre_veuillez_preciser"
    # « Autre » is a box there, and what is written in it ticks it.
    assert name in left_out(report) or report.answers.table[other].sum() == 20


def test_a_box_in_words_of_the_school_beside_boxes_in_words_of_the_suite_is_of_the_same_question() -> None:
    titles = [f"{LOAN} ({box})" for box in (BOXES[0], "Une imprimante", BOXES[2])]
    assert "\u00a0" in LOAN
    rows = [["TRUE" if box == rank % 3 else "FALSE" for box in range(3)] for rank in range(30)]
    own = own_questionnaire("export.csv", csv_text([titles, *rows]).encode())
    assert [len(each.answers) for each in own.counted] == [3]


def test_a_remark_that_framaforms_writes_under_boxes_is_not_of_the_question_that_comes_after_it() -> None:
    boxes = ["Le matin", "Le soir", "Vos coordonnées"]
    titles = [*_FRAMAFORMS, "Quand venez-vous ?", "", "", ""]
    header = [
        ["Mon formulaire", *[""] * (len(titles) - 1)],
        titles,
        [*[""] * len(_FRAMAFORMS), *boxes, "Quel jour préférez-vous ?"],
    ]
    rows = [
        [
            str(rank),
            *[""] * (len(_FRAMAFORMS) - 1),
            "X" if rank % 2 else "",
            "" if rank % 2 else "X",
            "",
            DAYS[rank % 3],
        ]
        for rank in range(30)
    ]
    rows += [["40", *[""] * (len(_FRAMAFORMS) - 1), "X", "", "moi@exemple.fr", ""]]
    content = csv_text([*header, *rows]).encode()
    own = own_questionnaire("export.csv", content)
    report = read_answers(content, own.questionnaire, own.mapping, name="export.csv")
    assert [each.title for each in own.counted] == ["Quand venez-vous ?", "Quel jour préférez-vous ?"]
    assert left_out(report) == set()


_FRAMAFORMS = ["Numéro de série", "SID", "Date de soumission", "Date terminé", "Date modifié", "Brouillon", "IP", "UID"]
FORMER, LATER, DAYS = (
    "Quel jour préférez-vous pour la sortie ?",
    "Le jour qui vous convient",
    ["Lundi", "Mardi", "Jeudi"],
)


def of_a_form(asked: list[bool], answers: list[str]) -> tuple[set[str], list[str]]:
    """Return what is left out of a school's own form, and what is said of it; `asked`: by line, the first title."""
    days = [answers[rank % len(answers)] for rank in range(len(asked))]
    rows = [[day, ""] if own else ["", day] for day, own in zip(days, asked, strict=True)]
    rows = [[*row, "Oui" if rank % 5 else "Non"] for rank, row in enumerate(rows)]
    content = csv_text([[FORMER, LATER, "Êtes-vous content ?"], *rows]).encode()
    own = own_questionnaire("export.csv", content)
    report = read_answers(content, own.questionnaire, own.mapping, name="export.csv")
    titles = {each.item.id: each.title for each in own.counted}
    return {titles[name] for name in left_out(report)}, left_words(own)


@pytest.mark.parametrize("first", [True, False])
def test_a_title_that_a_school_wrote_anew_is_told_by_the_lines_where_one_column_ends_and_the_other_begins(
    first: bool,
) -> None:
    left, words = of_a_form([first] * 30 + [not first] * 30, DAYS)
    assert left == {FORMER}
    assert any(LATER in each and "la question n'est posée qu'une fois" in each for each in words)


def test_two_questions_of_the_same_answers_in_a_school_s_own_form_are_two() -> None:
    """Each family has its own of the two."""
    assert of_a_form([True, True, False, True, False] * 12, DAYS)[0] == set()


def test_two_questions_that_oui_answers_are_two_and_each_is_of_the_families_who_had_it_alone() -> None:
    """« Oui » answers too many questions: they are not one, and neither was asked of the other half."""
    left, words = of_a_form([True] * 30 + [False] * 30, ["Oui", "Non"])
    assert left == {FORMER, LATER}
    assert not any("la question n'est posée qu'une fois" in each for each in words)


def test_what_families_wrote_beside_an_answer_of_kobo_is_called_free_text_and_no_column_of_the_tool() -> None:
    said = [str(each).replace("\u00a0", " ") for each in read(kobo(["sms"] * 40 + ["other"] * 20)).flagged]
    assert any("jamais lues" in each and "canal_other (est du texte libre)" in each for each in said)
    assert not any("colonnes de l'outil" in each and "canal_other" in each for each in said)
