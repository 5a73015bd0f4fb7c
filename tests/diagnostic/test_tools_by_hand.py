"""Les exports de neuf outils, lus sans y toucher ; ce qui désigne quelqu'un y est nommé, jamais lu."""

import pytest
from diagnostic.survey_exports import Rows, csv_text, kobo, some_families, words, xlsx
from diagnostic.tools_by_hand import TOOLS

from liaison.base.quoting import shown
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

QUESTIONNAIRE = family_questionnaire()
FAMILIES = some_families(QUESTIONNAIRE, 30, seed=11)


def read(tool: str, *, book: bool = False) -> ReadReport:
    rows = TOOLS[tool](FAMILIES)
    data = xlsx({"Réponses": rows}) if book else csv_text(rows, ",").encode()
    return read_answers(data, QUESTIONNAIRE, name=f"{tool}.{'xlsx' if book else 'csv'}")


@pytest.mark.parametrize("book", [False, True])
@pytest.mark.parametrize("tool", TOOLS)
def test_an_export_is_read_without_a_hand(tool: str, book: bool) -> None:
    report = read(tool, book=book)
    assert report.refused == ()
    assert report.lines_in == len(FAMILIES) + report.lines_aside
    left = {"mode"} & report.answers.unasked
    expected, found = FAMILIES.table.drop(columns=[*left]), report.answers.table.drop(columns=[*left])
    assert report.answers.unasked == left
    for name in expected:
        assert found[name].tolist() == expected[name].tolist(), name


@pytest.mark.parametrize(
    ("tool", "named"),
    [
        ("Microsoft Forms", ["Adresse de messagerie", "Nom"]),
        ("Moodle", ["Nom complet", "Nom d'utilisateur"]),
        ("un ENT", ["Nom", "Prénom"]),
        ("LimeSurvey", ["ipaddr"]),
        ("Google Forms", ["Adresse e-mail"]),
    ],
)
def test_who_answered_is_named_as_such_and_never_read(tool: str, named: list[str]) -> None:
    report = read(tool)
    (said,) = [each.reason for each in report.flagged if each.reason.startswith("colonnes jamais lues")]
    for name in named:
        assert f"{name} (" in said
    assert not {column.source for column in (report.mapping.colonnes if report.mapping else ())} & set(named)


def test_accounts_names_and_texts_sent_again_and_again_are_named_as_such_and_addresses_bear_no_false_number() -> None:
    header = ["Identifiant d’utilisateur", "Nom d’affichage de l’utilisateur", "IP", "Avez-vous une remarque ?"]
    texts = [f"merci, à bientôt {rank % 14}" for rank in range(40)]
    rows = [[f"fictif{rank}", "Camille Fictive", "192.0.2.7", text, "fixe"] for rank, text in enumerate(texts)]
    report = read_answers(
        csv_text([[*header, words()("connexion")], *rows], ",").encode(), QUESTIONNAIRE, name="nuage.csv"
    )
    assert [each.reason for each in report.flagged if "colonnes" in each.reason] == [
        "colonnes jamais lues, qui désignent quelqu'un ou sont du texte libre : "
        "Identifiant d’utilisateur (porte le titre d'un identifiant), "
        "Nom d’affichage de l’utilisateur (porte le titre d'un nom de personne), "
        "IP (contient une adresse IP), Avez-vous une remarque ? (est du texte libre)"
    ]


@pytest.mark.parametrize(
    ("title", "checked"), [("Dans quelle classe est votre enfant ?", False), ("Niveau de l'élève cette année", True)]
)
def test_a_column_that_asks_the_class_and_holds_nothing_but_levels_is_the_level(title: str, checked: bool) -> None:
    cells = ["6e", "5ème", "4e B", "", "3e"]
    text = csv_text([["connexion", title], *(["fixe", cell] for cell in cells)], ",")
    report = read_answers(text.encode(), QUESTIONNAIRE, name="classe.csv")
    assert report.answers.table["niveau"].dropna().tolist() == ["sixieme", "cinquieme", "quatrieme", "troisieme"]
    assert any("à vérifier" in each.reason and title in each.reason for each in report.flagged) is checked


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        (["Dans quelle classe est votre enfant ?"], ["6e", "la mienne"]),
        (["Vous êtes en"], ["6e", "5e"]),
    ],
)
def test_other_words_or_another_title_give_no_level(header: list[str], cells: list[str]) -> None:
    text = csv_text([["connexion", *header], *(["fixe", *[cell] * len(header)] for cell in cells)], ",")
    report = read_answers(text.encode(), QUESTIONNAIRE, name="classe.csv")
    assert (len(report.answers), "niveau" in report.answers.unasked) == (2, True)


def test_of_two_children_the_class_of_the_first_one_waits_for_a_yes() -> None:
    header = ["Dans quelle classe est l'aîné ?", "Dans quelle classe est le cadet ?"]
    text = csv_text([["connexion", *header], ["fixe", "6e", "CM2"], ["fixe", "5e", "6e"]], ",")
    report = read_answers(text.encode(), QUESTIONNAIRE, name="classe.csv")
    assert report.answers.table["niveau"].tolist() == ["sixieme", "cinquieme"]
    assert [each.column for each in report.guesses if each.target == "niveau"] == header[:1]


@pytest.mark.parametrize("told", [("Points", "Commentaires", "–"), ("Points", "Feedback", "-")])
def test_what_an_answer_is_worth_in_a_quiz_of_microsoft_forms_is_no_answer(told: tuple[str, str, str]) -> None:
    rows = TOOLS["Microsoft Forms"](FAMILIES)
    *beside, sign = told
    titles = [title for each in rows[0][5:] for title in (each, *(f"{word} {sign} {each}" for word in beside))]
    quiz = [[*rows[0][:5], *titles], *([*row[:5], *(x for c in row[5:] for x in (c, "0", ""))] for row in rows[1:])]
    alone, worth = (read_answers(csv_text(each, ",").encode(), QUESTIONNAIRE, name="quiz.csv") for each in (rows, quiz))
    assert worth.answers.table.equals(alone.answers.table)
    assert worth.answers.unasked == alone.answers.unasked


def test_the_language_in_which_microsoft_forms_showed_the_form_is_not_the_one_that_families_asked_for() -> None:
    rows = TOOLS["Microsoft Forms"](FAMILIES)
    shown_in = [
        [*row[:5], "Langue" if rank == 0 else "Français (France)\u200e", *row[5:]] for rank, row in enumerate(rows)
    ]
    alone, beside = (
        read_answers(csv_text(each, ",").encode(), QUESTIONNAIRE, name="forms.csv") for each in (rows, shown_in)
    )
    assert beside.answers.table.equals(alone.answers.table)
    assert beside.answers.unasked == alone.answers.unasked
    assert any("Langue" in each.reason for each in beside.flagged if "ne sont pas lues" in each.reason)


@pytest.mark.parametrize(("tool", "titled"), [("KoboToolbox", False), ("Tally", True)])
def test_a_column_that_repeats_the_boxes_read_beside_it_is_said_to_repeat_them(tool: str, titled: bool) -> None:
    said = [each.reason for each in read(tool).flagged]
    boxed = [item.id for item in QUESTIONNAIRE.items if item.kind == "multiple"]
    titles = [shown(words()(name)) if titled else f"accueil/{name}" for name in boxed]
    assert f"colonnes qui répètent les cases d'une question, lues à côté : {', '.join(titles)}" in said
    assert not [reason for reason in said if "ne sont pas lues" in reason and any(title in reason for title in titles)]


def test_a_column_that_bears_the_title_of_a_question_none_of_whose_boxes_is_read_is_not_read() -> None:
    text = "connexion;Quels jours ?;Quels jours ? (lundi)\nfixe;lundi;1\n"
    report = read_answers(text.encode(), QUESTIONNAIRE, name="jours.csv")
    assert [each.reason for each in report.flagged if "Quels jours" in each.reason] == [
        "colonnes qui ne sont pas lues : Quels jours ?, Quels jours ? (lundi)"
    ]


def test_every_column_that_is_not_read_is_named_however_many_they_are() -> None:
    others = [f"Divers {rank}" for rank in range(40)]
    text = ";".join(["connexion", *others]) + "\n" + ";".join(["fixe", *["x"] * 40]) + "\n"
    report = read_answers(text.encode(), QUESTIONNAIRE, name="large.csv")
    (said,) = [each.reason for each in report.flagged if "qui ne sont pas lues" in each.reason]
    assert all(name in said for name in others)


def test_another_answer_of_kobo_is_no_answer_here_and_what_was_written_beside_is_never_read() -> None:
    rows = [
        ["connexion", "connexion_other", "langue", "langue_other", "_id", "_uuid", "_submission_time"],
        ["other", "la box du voisin", "other", "le wolof", "1", "fictif-1", "2026-11-02T17:06:09"],
        ["fixe", "", "francais", "", "2", "fictif-2", "2026-11-02T17:07:09"],
    ]
    report = read_answers(csv_text(rows).encode(), QUESTIONNAIRE, name="kobo.csv")
    assert report.refused == ()
    assert report.answers.table["langue"].tolist() == ["autre", "francais"]
    assert report.answers.table["connexion"].isna().tolist() == [True, False]
    assert not any("wolof" in each.reason for each in report.flagged)


def bare_grids(rows: Rows) -> Rows:
    """Return an export whose rows of a grid are headed by their statement alone."""
    t = words()
    grids = {t(f"{item.id}-{row}") for item in QUESTIONNAIRE.items for row in item.rows}
    head = [name.rpartition("/")[2] if name.rpartition("/")[2] in grids else name for name in rows[0]]
    assert head != rows[0]
    return [head, *rows[1:]]


def underscored(rows: Rows) -> Rows:
    """Return an export whose paths are joined by « _ » to the last step."""
    return [[name.replace("/", "_") for name in rows[0]], *rows[1:]]


def rows_as_questions(rows: Rows) -> Rows:
    """Return an export whose rows of a grid are questions of their own, named after it: `groupe/seul_se_connecter`."""
    joined = [(f"{item.id}/{row}", f"{item.id}_{row}") for item in QUESTIONNAIRE.items for row in item.rows]

    def head(name: str) -> str:
        for path, own in joined:
            name = name.replace(path, own)
        return name

    found = [head(name) for name in rows[0]]
    assert found != rows[0]
    return [found, *rows[1:]]


@pytest.mark.parametrize(
    "rows",
    [
        bare_grids(kobo(FAMILIES, labels=True, group="")),
        bare_grids(kobo(FAMILIES, labels=True)),
        kobo(FAMILIES, group="groupe_a_"),
        underscored(kobo(FAMILIES, group="groupe_a_")),
        kobo(FAMILIES, group="conditions_de_travail_a_la_maison/"),
        rows_as_questions(kobo(FAMILIES, group="equipement_familles/")),
        rows_as_questions(kobo(FAMILIES, group="conditions/de_travail_a_la_maison/")),
        kobo(FAMILIES, group="groupe/groupe_a_"),
        rows_as_questions(kobo(FAMILIES, group="groupe/groupe_a_")),
    ],
    ids=[
        "phrases seules",
        "phrases seules, dans un groupe",
        "groupe_nom",
        "groupe_nom_case",
        "long_groupe/nom",
        "groupe/nom_ligne",
        "groupe/groupe/nom_ligne",
        "groupe/groupe_nom",
        "groupe/groupe_nom_ligne",
    ],
)
def test_headers_of_kobo_are_recognised_however_it_joins_a_group_to_a_name(rows: Rows) -> None:
    report = read_answers(csv_text(rows).encode(), QUESTIONNAIRE, name="kobo.csv")
    assert (report.refused, report.answers.unasked) == ((), frozenset())
    for name in FAMILIES.table:
        assert report.answers.table[name].tolist() == FAMILIES.table[name].tolist(), name
    (again,) = [each.reason for each in report.flagged if each.reason.startswith("colonnes qui répètent les cases")]
    assert again.count(",") >= 2
    assert not [each.reason for each in report.flagged if each.reason.startswith("colonnes qui ne sont pas lues")]


def test_another_answer_is_never_read_behind_a_group_joined_by_its_sign() -> None:
    rows = [
        ["groupe_a_connexion", "groupe_a_langue", "groupe_a_langue_other", "_id", "_uuid", "_submission_time"],
        ["fixe", "other", "le wolof", "1", "fictif-1", "2026-11-02T17:06:09"],
    ]
    report = read_answers(csv_text(rows).encode(), QUESTIONNAIRE, name="kobo.csv")
    assert report.answers.table["langue"].tolist() == ["autre"]
    (own,) = [each.reason for each in report.flagged if each.reason.startswith("colonnes jamais lues")]
    assert "groupe_a_langue_other" in own
