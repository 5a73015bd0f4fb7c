"""Ce que le diagnostic publie, à l'écran sans navigateur : comparé à ce qui a été montré, et relu comme il était."""

from typing import Any

import pandas as pd
import pytest
from diagnostic.a_diagnosis import HIDDEN, give, online, open_group
from diagnostic.told_too_much import told_too_much
from page_side import choose, not_made, taken
from support.making import few_waiting

from liaison.diagnostic.papers.exporting import answers_csv
from liaison.diagnostic.papers.report import INDICATORS, public_table
from liaison.diagnostic.publication.already_shown import AlreadyShown
from liaison.diagnostic.publication.beside import Hidden, ShownPlan
from liaison.diagnostic.publication.publication import REGISTER
from liaison.diagnostic.questionnaire.questionnaire import LEVEL
from widgets.diagnostic import Diagnostic
from widgets.diagnostic.state import FILES
from widgets.diagnostic.takeaway import today
from widgets.diagnostic.words import question_words

pytestmark = pytest.mark.usefixtures("answers_protected_once")


def test_a_file_is_said_to_be_ready_until_other_answers_take_the_place_of_its_own(real: Diagnostic) -> None:
    give(real, ("avant.csv", answers_csv(online(60))))
    take = open_group(real, "take")
    take.before.first.value = True
    taken(take.buttons["table"])
    assert "indicateurs.csv" in take.buttons["table"].said
    taken(take.before.register)
    assert (take.buttons["table"].said, take.before.register.said != "") == ("", True)  # the last file alone
    give(real, ("apres.csv", answers_csv(online(70))))
    assert (take.buttons["table"].said, take.before.register.said) == ("", "")
    not_made(take.buttons["table"])
    real.publishing.by.value = "mode"
    assert take.buttons["table"].error == ""


def test_a_register_is_said_to_be_ready_until_something_more_is_shown(real: Diagnostic) -> None:
    give(real, ("avant.csv", answers_csv(online(60))))
    take = open_group(real, "take")
    take.before.first.value = True
    taken(take.buttons["table"])
    taken(take.before.register)
    taken(take.buttons["docx"])
    assert (take.before.register.said, take.buttons["docx"].said != "") == ("", True)


def test_before_publishing_the_screen_says_which_questions_no_column_asks_and_shows_no_chart_of_them(
    real: Diagnostic,
) -> None:
    give(real, ("export.csv", b"connexion;imprimante;niveau\n" + b"fixe;non;cp\n" * 40))
    for name in ("read", "take", "questions", "axes", "response"):
        real.results.open(name)
    reading: Any = real.results.views["read"]
    take: Any = real.results.views["take"]
    charts: Any = real.results.views["questions"]
    assert reading.questions.lines[0].replace("\u00a0", " ").startswith("Questions : 12. Reconnues : 2.")
    by_question = {row["question"]: row for row in reading.question_table.rows}
    assert by_question[question_words("connexion")] == {
        "question": question_words("connexion"),
        "columns": "connexion",
        "why": "",
    }
    assert by_question[question_words("langue")]["columns"] == "Dans aucune colonne"
    assert take.questions.text.splitlines() == reading.questions.lines
    assert [one["value"] for one in charts.question.options] == ["connexion", "imprimante"]
    # Sheets typed from paper ask every question; the families of the export would not be silent on the others.
    real.received.type_in(online(30))
    for name in ("read", "take"):
        real.results.open(name)
    said = take.questions.text.replace("\u00a0", " ")
    assert said.startswith("Questions : 12. Reconnues : 2. Non lues : 10, qui ne sont pas dans ce qui se publie.")
    assert "tous les fichiers ne l'ont pas" in said
    real.received.forget()
    real.results.open("take")
    assert take.questions.text == ""


@pytest.mark.parametrize(("count", "shown"), [(10, False), (11, True)])
def test_under_the_threshold_no_number_is_said(real: Diagnostic, count: int, shown: bool) -> None:
    give(real, ("suite.csv", answers_csv(online(count))))
    for name in ("response", "axes", "questions"):
        open_group(real, name)
    assert (str(count) in real.results.summary.text) == shown
    response: Any = real.results.views["response"]
    counts = response.levels.data
    assert shown or all(row["count"] is None or row["count"] == 0 for row in counts)


def test_a_plan_beside_the_diagnosis_is_told_of_where_families_are_real(fiction: Diagnostic, real: Diagnostic) -> None:
    lines = {one: " ".join(open_group(one, "take").protected.lines).replace("\u00a0", " ") for one in (fiction, real)}
    assert "ce que l'un trahirait de l'autre est alors caché" in lines[real]
    assert "d'ateliers" not in lines[fiction]


def test_what_is_taken_to_be_shown_hides_what_the_screen_hides(fiction: Diagnostic) -> None:
    view = open_group(fiction, "take")
    found = fiction.state.indicators()
    assert found is not None
    name, _, content = taken(view.buttons["table"])
    assert name == INDICATORS  # the same whatever the groups: it claims none
    text = content.decode("utf-8-sig")
    near = found.table["effectif"].isna() & found.table["au_plus"].notna()
    assert text.count(";entre ") == int(near.sum()) > 10
    assert (public_table(found)["effectif"] == HIDDEN).sum() == found.table["au_plus"].isna().sum()
    register = REGISTER.parse(taken(view.before.register)[2].decode(), "registre")
    assert [each.par for each in register.publications] == [LEVEL]


def test_a_second_export_that_would_isolate_a_few_families_is_refused(real: Diagnostic) -> None:
    give(real, ("premiers.csv", answers_csv(online(150))))
    first = open_group(real, "take")
    first.before.first.value = True
    taken(first.buttons["table"])
    register = taken(first.before.register)[2]
    later = Diagnostic()
    later.start.source.value = FILES
    give(later, ("tous.csv", answers_csv(online(154))))
    view = open_group(later, "take")
    assert choose(view.before.open, ("publications.json", register)) == ""
    assert "différence" in not_made(view.buttons["table"])
    assert "abime.json" in choose(view.before.open, ("abime.json", b"{"))


def test_a_first_export_waits_for_a_yes_where_no_register_says_what_was_shown(real: Diagnostic) -> None:
    give(real, ("premiers.csv", answers_csv(online(150))))
    view = open_group(real, "take")
    assert "Aucun registre n'est ouvert" in view.before.unknown.title.replace("\u00a0", " ")
    shown = [part for column in view.widget.children for part in column.children]
    assert any(view.before.first in getattr(part, "children", ()) for part in shown)
    assert "attend votre oui" in not_made(view.buttons["table"]).replace("\u00a0", " ")
    assert view.before.former == ()
    view.before.first.value = True
    taken(view.buttons["table"])
    register = taken(view.before.register)[2]
    assert view.before.unknown.title == ""
    # The next week, the register is opened: it says what was shown, and nothing is asked.
    later = Diagnostic()
    later.start.source.value = FILES
    give(later, ("les_memes.csv", answers_csv(online(150))))
    again = open_group(later, "take")
    assert again.before.unknown.title
    assert choose(again.before.open, ("publications.json", register)) == ""
    assert again.before.unknown.title == ""
    taken(again.buttons["table"])


def test_the_register_of_a_plan_hides_what_would_give_who_waits_in_it(real: Diagnostic) -> None:
    """Twenty-two computers to lend, and twenty-four families that ask: two wait, which the plan hides."""
    asking = (("pret__ordinateur", ("coche",)),)
    plan = ShownPlan(date=today(), comptes=(), caches=(Hidden(reponses=asking, plancher=22, seuil=11),))
    give(real, ("reponses.csv", answers_csv(few_waiting())))
    view = open_group(real, "take")
    assert choose(view.before.open, ("publications.json", AlreadyShown(plans=(plan,)).register())) == ""
    assert "ne dit rien d'un diagnostic" in view.before.unknown.title.replace("\u00a0", " ")
    view.before.first.value = True
    text = taken(view.buttons["table"])[2].decode("utf-8-sig")
    (line,) = (each for each in text.splitlines() if ";ensemble;pret;ordinateur;" in each)
    assert ";24;" not in line
    register = REGISTER.parse(taken(view.before.register)[2].decode(), "registre")
    assert (len(register.publications), register.plans) == (1, (plan,))


def test_a_screen_that_tells_too_much_gives_nothing_away(real: Diagnostic, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("liaison.diagnostic.publication.already_shown.indicators", told_too_much)
    give(real, ("premiers.csv", answers_csv(online(150))))
    view = open_group(real, "take")
    view.before.first.value = True
    for name in ("docx", "pdf", "html", "table", "response"):
        assert "faute du programme" in not_made(view.buttons[name]), name
    assert view.before.former == ()


def test_answers_taken_away_are_read_back_as_they_were(real: Diagnostic) -> None:
    give(real, ("suite.csv", answers_csv(online(40))))
    _, _, content = taken(open_group(real, "take").buttons["answers"])
    other = Diagnostic()
    other.start.source.value = FILES
    give(other, ("reponses.csv", content))
    assert other.state.answers is not None
    assert real.state.answers is not None
    pd.testing.assert_frame_equal(other.state.answers.table, real.state.answers.table)


def test_a_report_without_a_name_is_of_our_school_and_that_of_a_fiction_says_so(
    real: Diagnostic, fiction: Diagnostic
) -> None:
    give(real, ("suite.csv", answers_csv(online(40))))
    for one, said in ((real, (True, False)), (fiction, (False, True))):
        view = open_group(one, "take")
        view.before.first.value = True
        page = taken(view.buttons["html"])[2].decode().replace("\u00a0", " ")
        assert tuple(name in page for name in ("Notre établissement", "Établissement fictif")) == said
