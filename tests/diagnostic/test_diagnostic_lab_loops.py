"""L'écran du module 02 : corriger, relire, publier une fois ; et la fiction ne se mêle jamais aux vraies réponses."""

from __future__ import annotations

from typing import Any

import page_side
import pytest
from diagnostic.a_diagnosis import give, open_group
from diagnostic.survey_exports import csv_text, google_forms, some_families
from page_side import choose, tell

from liaison.diagnostic.fictitious import collected
from liaison.diagnostic.publication.publication import REGISTER
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from widgets.diagnostic import Diagnostic
from widgets.diagnostic.axes import AxesView
from widgets.diagnostic.state import FICTITIOUS, FILES, DiagnosticState

HEADER = ["niveau", "connexion", "imprimante"]
GOOD, BAD = ["6e", "fixe", "non"], ["6e", "fibre", "non"]
WAY = ("en_ligne",)
pytestmark = pytest.mark.usefixtures("answers_protected_once")


def taken(button: Any) -> tuple[str, bytes]:
    """Return the name and the content of a file to correct, as its button gives them."""
    name, _, content = page_side.taken(button)
    return name, content


def press(button: Any) -> str:
    """Press a button that gives a file, and return what it refuses, empty when the file is given."""
    tell(button, {"kind": "request"})
    return str(button.error)


def answers(good: int, bad: int) -> bytes:
    return csv_text([HEADER, *[GOOD] * good, *[BAD] * bad]).encode()


def test_corrected_lines_take_the_place_of_those_refused_and_each_file_adds_up(real: Diagnostic) -> None:
    give(real, ("u.csv", answers(60, 40)))
    view = open_group(real, "read")
    (button,) = view.corrections.children
    name, content = taken(button)
    give(real, (name, content.replace(b"fibre", b"fixe")))
    report = real.received.report
    assert report is not None
    assert (report.lines_in, len(report.answers), report.lines_refused) == (100, 100, 0)
    assert "40 lignes de « u.csv » sont remplacées" in real.start.notice.title.replace("\u00a0", " ")
    rows = [(row["file"], row["lines"], row["kept"], row["refused"]) for row in view.counts.rows]
    assert rows == [("u.csv", 60, 60, 0), (name, 40, 40, 0)]


def test_a_second_round_of_corrections_does_not_take_the_name_of_the_first(real: Diagnostic) -> None:
    give(real, ("u.csv", answers(60, 2)))
    view = open_group(real, "read")
    first, content = taken(view.corrections.children[0])
    give(real, (first, content.replace(b"fibre", b"fixe", 1)))
    second, again = taken(view.corrections.children[0])
    assert (first, second) == ("a_corriger_u.csv", "a_corriger_u_2.csv")
    give(real, (second, again.replace(b"fibre", b"fixe")))
    assert real.received.report is not None
    assert (real.received.report.lines_in, real.received.report.lines_refused) == (62, 0)


def test_corrections_opened_with_their_file_are_read_as_it_is_whatever_the_order(real: Diagnostic) -> None:
    asked = family_questionnaire()
    rows = [["Horodateur", "Connexion"], *[["02/11/2026", "fixe"]] * 20, ["02/11/2026", "fibre"]]
    back = csv_text([["Connexion", "fichier", "ligne", "raison"], ["aucune", "z.csv", "22", ""]])
    give(real, ("a.csv", back.encode()), ("z.csv", csv_text(rows).encode()))
    report = real.received.report
    assert report is not None
    assert (report.lines_in, len(report.answers)) == (21, 21)
    assert report.mappings["a.csv"] == report.mappings["z.csv"]
    assert report.answers.questionnaire == asked


def test_a_file_opened_again_once_corrected_is_read_anew(real: Diagnostic) -> None:
    head = ["version", "questionnaire", "reponse", "jeton", "connexion"]
    rows = [["1", family_questionnaire().id, "", f"jeton{rank}", "fixe"] for rank in range(20)]
    for _ in range(2):
        give(real, ("u.csv", csv_text([head, *rows]).encode()))
        assert real.received.report is not None
        assert (real.received.report.lines_in, real.received.report.lines_refused) == (20, 0)


def test_while_lines_are_refused_nothing_is_published_unless_the_team_says_so(real: Diagnostic) -> None:
    give(real, ("u.csv", answers(60, 3)))
    view = open_group(real, "take")
    view.before.first.value = True
    assert "3 lignes ne sont pas lues, ou pas en entier" in view.refused.title
    assert "« Publier sans ce qui n'est pas lu »" in press(view.buttons["table"]).replace("\u00a0", " ")
    assert view.before.former == ()
    view.without.value = True
    assert press(view.buttons["table"]) == ""
    assert len(view.before.former) == 1


@pytest.mark.usefixtures("sentences_of_the_tests")
def test_while_families_may_be_counted_twice_nothing_is_published_unless_the_team_says_so(real: Diagnostic) -> None:
    # A spreadsheet took the seconds away: nothing proves that the other lines are the same.
    head, *rows = google_forms(some_families(family_questionnaire(), 40, seed=5), joint=";")
    since = [[f"{2 + rank % 20:02d}/11/2026 18:{rank:02d}", *row[1:]] for rank, row in enumerate(rows)]
    changed = [["28/11/2026 07:30", *since[9][1:]], *since[1:]]
    give(real, ("lundi.csv", csv_text([head, *since]).encode()), ("vendredi.csv", csv_text([head, *changed]).encode()))
    assert real.start.notice.kind == "attention"
    view = open_group(real, "take")
    view.before.first.value = True
    assert view.refused.title.replace("\u00a0", " ") == "39 familles sont peut-être comptées deux fois"
    assert "faites d'abord ce qu'en dit « Ce qui a été lu »" in press(view.buttons["table"]).replace("\u00a0", " ")
    remarks = real.received.report.table()["raison"].tolist() if real.received.report else []
    assert any("ne donner qu'un fichier, où chaque famille est une fois" in each for each in remarks)
    assert view.before.former == ()
    view.without.value = True
    assert press(view.buttons["table"]) == ""


@pytest.mark.usefixtures("sentences_of_the_tests")
def test_a_line_that_may_be_of_no_family_waits_for_the_team_to_say_that_it_is(real: Diagnostic) -> None:
    head, *rows = google_forms(some_families(family_questionnaire(), 40, seed=5), joint=";")
    give(real, ("reponses.csv", csv_text([head, ["TEST", *rows[7][1:]], *rows]).encode()))
    assert real.start.notice.kind == "attention"
    view = open_group(real, "take")
    view.before.first.value = True
    assert view.refused.title.replace("\u00a0", " ") == "1 ligne n'est peut-être d'aucune famille"
    assert view.without.label == "Publier avec ces lignes, qui sont de familles"
    assert "retirez-la du fichier si elle n'en est pas" in press(view.buttons["table"]).replace("\u00a0", " ")
    assert view.before.former == ()
    view.without.value = True
    assert press(view.buttons["table"]) == ""


@pytest.mark.usefixtures("sentences_of_the_tests")
def test_families_of_whom_no_answer_is_recognised_wait_for_the_team_to_publish_without_them(real: Diagnostic) -> None:
    head, *rows = google_forms(some_families(family_questionnaire(), 40, seed=5), joint=";")
    lines = [[*row, "", ""] for row in rows]
    lines += [[f"28/11/2026 07:30:{rank:02}", *[""] * (len(head) - 1), "是", "不"] for rank in range(10)]
    give(real, ("reponses.csv", csv_text([[*head, "问题1", "问题2"], *lines]).encode()))
    assert real.start.notice.kind == "attention"
    view = open_group(real, "take")
    view.before.first.value = True
    title = "10 lignes remplies ne comptent pas, car aucune de leurs réponses n'est reconnue"
    assert view.refused.title.replace("\u00a0", " ") == title
    assert "recopiez ses réponses, en français" in view.refused.text
    assert view.without.label == "Publier sans ces familles, qui ont répondu"
    assert "cochez « Publier sans ces familles" in press(view.buttons["table"]).replace("\u00a0", " ")
    assert view.before.former == ()
    view.without.value = True
    assert press(view.buttons["table"]) == ""


def test_once_corrected_what_was_refused_is_published_without_a_question(real: Diagnostic) -> None:
    give(real, ("u.csv", answers(60, 3)))
    view = open_group(real, "take")
    view.before.first.value = True
    assert press(view.buttons["table"])
    name, content = taken(open_group(real, "read").corrections.children[0])
    give(real, (name, content.replace(b"fibre", b"fixe")))
    view = open_group(real, "take")
    assert view.refused.title == ""
    view.before.first.value = True
    assert press(view.buttons["table"]) == ""


@pytest.fixture
def both() -> Diagnostic:
    """A fictitious school already published, then the same families' answers as if they were real ones."""
    found = Diagnostic()
    found.state.revealed = True
    found.state.ways = WAY
    assert press(open_group(found, "take").buttons["table"]) == ""
    return found


def to_real(diagnostic: Diagnostic) -> Any:
    diagnostic.start.source.value = FILES
    # Nearly all of what the fiction answered: compared with it, they would be refused.
    state = DiagnosticState()
    diagnostic.state.take(collected(state.fiction().families[:-20], "en_ligne", state.seed))
    view = open_group(diagnostic, "take")
    view.before.first.value = True
    return view


def test_real_answers_are_published_after_fiction_and_their_register_holds_them_alone(both: Diagnostic) -> None:
    fiction = open_group(both, "take").before.former
    view = to_real(both)
    assert press(view.buttons["table"]) == ""
    name, content = taken(view.before.register)
    assert name == "publications.json"
    (only,) = REGISTER.parse(content.decode(), "registre").publications
    assert only.lignes != fiction[0].lignes
    both.start.source.value = FICTITIOUS
    assert open_group(both, "take").before.former == fiction


def test_the_register_of_fiction_says_so_in_its_name_and_is_refused_beside_real_answers(both: Diagnostic) -> None:
    view = open_group(both, "take")
    name, content = taken(view.before.register)
    assert name == "publications_fictif.json"
    view = to_real(both)
    assert "école fictive" in choose(view.before.open, (name, content))
    assert view.before.former == ()


def test_two_fictitious_schools_are_not_compared_and_one_school_still_is(both: Diagnostic) -> None:
    both.state.by = "mode"
    assert "déjà publiées" in press(open_group(both, "take").buttons["table"]).replace("\u00a0", " ")
    both.state.seed = both.state.seed + 1
    assert press(open_group(both, "take").buttons["table"]) == ""


def test_a_real_register_opened_before_the_files_is_compared_with_them() -> None:
    earlier = Diagnostic()
    view = to_real(earlier)
    assert press(view.buttons["table"]) == ""
    register = taken(view.before.register)[1]
    later = Diagnostic()
    later.state.revealed = True
    view = open_group(later, "take")
    assert choose(view.before.open, ("publications.json", register)) == ""
    assert view.before.former == ()
    view = to_real(later)
    later.state.by = "mode"
    assert "déjà publiées" in press(view.buttons["table"]).replace("\u00a0", " ")


def test_an_axis_that_the_answers_do_not_ask_whole_says_so_in_the_place_of_its_chart(real: Diagnostic) -> None:
    give(real, ("a.csv", answers(60, 0)))
    real.results.open("axes")
    axes = real.results.views["axes"]
    assert isinstance(axes, AxesView)
    shown = axes.widget.children
    for name in axes.charts:
        assert axes.unasked[name] in shown
        assert axes.charts[name] not in shown
        assert axes.unasked[name].title in real.results.summary.detail
    assert "quelles questions manquent" in axes.unasked["axe__equipement"].text
    real.start.source.value = FICTITIOUS
    real.results.open("axes")
    assert set(axes.charts.values()) <= set(axes.widget.children)
    assert not set(axes.unasked.values()) & set(axes.widget.children)
