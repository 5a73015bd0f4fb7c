"""Le questionnaire tiré d'un export, à l'écran sans navigateur : relu par une personne avant de compter."""

import json

import pandas as pd
import pytest
from diagnostic.a_diagnosis import counts, give, online, open_group
from diagnostic.test_own_names import export
from diagnostic.test_own_questionnaire import export as own_export
from narrowing import present
from page_side import choose, not_made, press, refusal, taken

from liaison.diagnostic.questionnaire.questionnaire import LEVEL, family_questionnaire
from widgets.diagnostic import Diagnostic
from widgets.diagnostic.state import FILES
from widgets.diagnostic.takeaway import today

pytestmark = pytest.mark.usefixtures("answers_protected_once")


@pytest.fixture
def own(real: Diagnostic) -> Diagnostic:
    """A diagnosis whose own export has been opened as a questionnaire, not taken yet."""
    assert refusal(real.own.open, "cantine.csv", own_export()) == ""
    return real


def test_an_export_shows_its_questions_and_what_is_left_out_before_it_is_taken_and_no_word_of_a_person(
    own: Diagnostic,
) -> None:
    found = {row["question"]: (row["kind"], row["answers"].replace("\u00a0", " ")) for row in own.own.recognized.rows}
    assert found["Quels jours ?"] == ("Plusieurs réponses", "lundi · mardi · jeudi")
    assert found["Transport (2 colonnes)"] == ("Plusieurs réponses", "bus · vélo")
    assert found["Que pensez-vous (2 colonnes)"] == ("Une grille", "de l'accueil · de la garderie : Bien · Moyen")
    assert found["Votre enfant mange-t-il à la cantine ?"][0] == "Une seule réponse"
    assert found["Niveau"] == ("Pour regrouper", "6e")
    left = {row["column"]: row["why"] for row in own.own.left.rows}
    assert left["Nom"] == "Porte le titre d'un nom de personne"
    assert set(left) == {"Horodateur", "Nom", "Votre avis en quelques mots"}
    shown = f"{own.own.recognized.rows} {own.own.left.rows}"
    assert not any(word in shown for word in ("Fictive", "mon avis", "/11/2026"))
    assert (own.state.own, own.state.answers) == (None, None)
    assert own.settings.summaries[1] == "celui de la suite"


def test_a_question_that_may_name_somebody_is_named_with_what_to_do_and_is_not_among_those_that_are_counted(
    real: Diagnostic,
) -> None:
    staff = export("Qui suit votre enfant ?", ["Riou Marie", "Tanguy Paul"])
    assert refusal(real.own.open, "suivi.csv", staff) == ""
    assert [row["question"] for row in real.own.recognized.rows] == ["Votre enfant mange-t-il à la cantine ?"]
    assert any("confirmed" in line and "« Riou Marie »" in line.replace("\u00a0", " ") for line in real.own.alone.lines)
    real.own.read.value = True
    (_, _, kept), shown = taken(real.own.keep["questions"]), real.own.alone
    press(real.own.take)
    assert refusal(real.own.open, "questionnaire.yaml", kept) == ""
    assert shown in real.own.widget.children
    assert any("confirmed" in line for line in shown.lines)
    press(real.own.back)
    assert shown not in real.own.widget.children


def test_a_questionnaire_is_taken_and_kept_as_read_only_once_the_box_is_ticked_under_the_whole_list(
    own: Diagnostic,
) -> None:
    (_, _, unread) = taken(own.own.keep["questions"])
    press(own.own.take)
    assert (own.state.own, own.state.answers) == (None, None)
    assert own.own.refused in own.own.widget.children
    assert "Rien n'est pris" in own.own.refused.title
    assert "n'est pas encore relu" in refusal(own.own.open, "questionnaire.yaml", unread)
    own.own.read.value = True
    assert b"relu: oui" in taken(own.own.keep["questions"])[2]
    press(own.own.take)
    assert present(own.state.own).relu == "oui"
    assert own.own.refused not in own.own.widget.children
    # A yes is for one export.
    assert refusal(own.own.open, "cantine.csv", own_export(40)) == ""
    assert not own.own.read.value


def test_no_title_and_no_answer_of_the_list_that_is_read_again_is_cut(real: Diagnostic) -> None:
    title, answer = (
        "Votre enfant mange-t-il là " + "et là " * 12 + "?",
        "Tous les jours et le mercredi matin compris aussi",
    )
    assert refusal(real.own.open, "cantine.csv", export(title, [answer, "Jamais"])) == ""
    (row, _) = real.own.recognized.rows
    assert (row["question"], answer in row["answers"]) == (title, True)


def test_taken_the_questionnaire_counts_its_answers_in_every_group_and_in_what_is_taken_away(own: Diagnostic) -> None:
    own.publishing.by.value = "axe__equipement"
    own.own.read.value = True
    press(own.own.take)
    assert len(present(own.state.answers)) == 60
    assert own.settings.summaries[1] == "le vôtre, 4 questions"
    assert own.state.by == LEVEL
    assert [option["value"] for option in own.publishing.by.options] == [LEVEL, "mode"]
    assert own.results.names == ["read", "map", "response", "questions", "take"]
    assert "4 questions" in own.results.summary.detail
    for name in own.results.names:
        assert open_group(own, name).widget.children
    charts = open_group(own, "questions")
    found = present(own.state.indicators())
    for name in charts.items:
        charts.question.value = name
        shown = sorted(counts(row["count"] for row in charts.chart.data))
        assert shown == sorted(counts(found.question(name)["effectif"]))
        assert len(shown) > 2
        # A question that ends with its own sign takes no other one after it.
        assert "? :" not in charts.chart.title.replace("\u00a0", " ").replace("\u202f", " ")
    labels = [option["label"].replace("\u00a0", " ") for option in charts.question.options]
    assert labels == ["Votre enfant mange-t-il à la cantine ?", "Quels jours ?", "Que pensez-vous", "Transport"]
    assert {"bus", "vélo"} <= {row["label"] for row in charts.chart.data}
    take = open_group(own, "take")
    take.before.first.value = True
    assert b"quels_jours" in taken(take.buttons["table"])[2]
    assert taken(take.buttons["docx"])[0] == "diagnostic.docx"
    assert json.loads(taken(take.before.register)[2])["publications"][0]["questionnaire"] == "cantine"


def test_a_yes_is_for_one_form_and_answers_to_other_questions_wait_for_theirs(own: Diagnostic) -> None:
    own.own.read.value = True
    press(own.own.take)
    take = open_group(own, "take")
    take.before.first.value = True
    taken(take.buttons["table"])
    assert (take.before.unknown.title, take.before.first.value) == ("", False)
    (_, _, register), day = taken(take.before.register), today()
    # The same answers, by a questionnaire that keeps its name and calls one of its questions otherwise.
    renamed = own_export().replace("à la cantine".encode(), b"ici")
    later = Diagnostic()
    later.start.source.value = FILES
    assert refusal(later.own.open, "cantine.csv", renamed) == ""
    later.own.read.value = True
    press(later.own.take)
    again = open_group(later, "take")
    again.before.first.value = True
    assert choose(again.before.open, ("publications.json", register)) == ""
    assert again.before.unknown.title.replace("\u00a0", " ") == "D'autres questions ont déjà été montrées"
    said = again.before.unknown.text.replace("\u00a0", " ")
    assert f"montré le {day:%d/%m/%Y}" in said
    assert "(« Votre enfant mange-t-il à la cantine ? »)" in said
    shown = [part for column in again.widget.children for part in column.children]
    assert any(again.before.first in getattr(part, "children", ()) for part in shown)
    # The yes that was given before the register was open is not for this.
    assert "d'autres questions ont déjà été montrées" in not_made(again.buttons["table"]).replace("\u00a0", " ")
    again.before.first.value = True
    taken(again.buttons["table"])
    assert (again.before.unknown.title, again.before.first.value) == ("", False)
    assert len(again.before.former) == 2


def test_the_two_files_kept_read_the_next_export_the_same_way(own: Diagnostic) -> None:
    own.own.read.value = True
    (asked_name, _, asked), (name, _, mapping) = (taken(button) for button in own.own.keep.values())
    assert (asked_name, name) == ("questionnaire.yaml", "correspondance.yaml")
    press(own.own.take)
    before = present(own.state.answers).table
    other = Diagnostic()
    other.start.source.value = FILES
    give(other, (name, mapping))
    assert "celle du questionnaire" in other.start.files.error
    assert refusal(other.own.open, asked_name, asked) == ""
    give(other, (name, mapping), ("semaine_2.csv", own_export()))
    pd.testing.assert_frame_equal(present(other.state.answers).table, before)


def test_going_back_to_the_questionnaire_of_the_suite_finds_again_the_sheets_typed_and_the_axes(
    own: Diagnostic,
) -> None:
    own.received.type_in(online(30))
    own.own.read.value = True
    press(own.own.take)
    assert len(present(own.state.answers)) == 60
    assert own.start.by_code not in own.start.real.children
    press(own.own.back)
    assert own.start.by_code in own.start.real.children
    assert (own.state.own, own.received.typed is None) == (None, False)
    assert "axes" in own.results.names
    assert own.own.take in own.own.widget.children
    own.own.read.value = True
    press(own.own.take)
    press(own.start.forget)
    assert (own.state.own, own.state.answers, own.received.typed) == (None, None, None)


def test_a_fictitious_school_answers_the_questionnaire_of_the_suite_whatever_files_do(own: Diagnostic) -> None:
    own.own.read.value = True
    press(own.own.take)
    own.start.source.value = "fictive"
    assert own.results.names == ["ways", "response", "axes", "questions", "take"]
    assert own.state.questionnaire == family_questionnaire()
    assert own.settings.summaries[1] == "celui de la suite"
    assert set(present(own.state.indicators()).table["question"]) >= {"connexion", "axe__equipement"}


def test_an_export_without_a_question_says_why_and_keeps_what_was_shown(own: Diagnostic) -> None:
    rows = "\n".join(f"Fictive {rank};{rank * 7}" for rank in range(40))
    said = refusal(own.own.open, "liste.csv", f"Nom;Numéro de dossier\n{rows}\n".encode())
    assert "rien à compter" in said
    assert own.own.recognized.caption.endswith("« cantine.csv »".replace(" ", "\u00a0"))
