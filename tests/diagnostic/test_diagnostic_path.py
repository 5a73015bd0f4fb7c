"""Le parcours du module 02 : demander autrement, une façon à la fois ; et rien d'une vraie famille."""

from __future__ import annotations

import re

import numpy as np
import pytest
from page_side import parts_of, press, ringed

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.fictitious import answered_by
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from widgets.diagnostic import Diagnostic, DiagnosticState, scenario
from widgets.diagnostic.asking import AskingView
from widgets.diagnostic.settings_back import diagnostic_undo
from widgets.diagnostic.state import FICTITIOUS, FILES
from widgets.kit import FamilyDots, LabPath
from widgets.kit.one_change import NOTHING


@pytest.fixture
def state() -> DiagnosticState:
    return DiagnosticState(revealed=True, school="ecole_6_classes")


@pytest.fixture
def view(state: DiagnosticState) -> AskingView:
    view = AskingView(state)
    view.show()
    return view


def beginners(answers: Answers) -> int:
    return int((axes(answers)["competences"] == "debutant").sum())


def test_the_bet_opens_the_way_and_leads_to_the_families_that_answer() -> None:
    lab = Diagnostic(DiagnosticState(school="ecole_6_classes"))
    path = lab.widget
    assert isinstance(path, LabPath)
    assert (path.current, path.opened) == ("parier", False)
    lab.bet.question.value = "peu"
    press(lab.bet.place)
    assert (path.current, path.opened, path.shown_of) == ("voir", True, "voir")


def test_each_other_way_of_asking_is_tried_alone_and_rings_the_families_that_answer_otherwise(
    view: AskingView, state: DiagnosticState
) -> None:
    families, base = state.fiction().families, state.ways
    assert [asking.ways for asking in view.trial.changes] == [
        tuple(ways) for ways in scenario()["ways"] if tuple(ways) != base
    ]
    before = answered_by(families, base, state.seed)
    for rank, asking in enumerate(view.trial.changes):
        view.trial.question.value = str(rank)
        assert state.ways == asking.ways
        view.show()
        after = answered_by(families, asking.ways, state.seed)
        assert np.array_equal(ringed(view.picture.families), before != after)
        assert ringed(view.picture.families).any()
        tried = (state.fiction().truth, state.collected(base), state.collected(asking.ways))
        assert [int(number) for number in re.findall(r"\d+", view.trial.does.text)] == [*map(beginners, tried)]
        answering = [int(np.sum(by != "")) for by in (before, after)]
        said = [int(number) for number in re.findall(r"\d+", view.trial.does.detail)]
        assert said == [len(families), *answering]
    view.trial.question.value = NOTHING
    view.show()
    assert state.ways == base
    assert not ringed(view.picture.families).any()


def test_a_way_of_asking_that_is_undone_and_done_again_keeps_its_verdict(
    view: AskingView, state: DiagnosticState
) -> None:
    undo = diagnostic_undo(state)
    state.observe(lambda _change: view.show(), "ways")
    view.trial.question.value = "1"
    verdict, rung = view.trial.does.text, ringed(view.picture.families)
    undo.undo()
    assert (view.trial.question.value, view.trial.does.text) == (NOTHING, "")
    undo.redo()
    assert (view.trial.question.value, view.trial.does.text) == ("1", verdict)
    assert np.array_equal(ringed(view.picture.families), rung)


def test_another_school_is_asked_anew_as_it_is_asked_now(view: AskingView, state: DiagnosticState) -> None:
    view.trial.question.value = "0"
    asked = state.ways
    state.seed += 1
    view.show()
    assert (state.ways, view.trial.question.value) == (asked, NOTHING)
    assert asked not in [asking.ways for asking in view.trial.changes]


def test_what_is_tried_is_what_the_settings_say_afterwards() -> None:
    lab = Diagnostic(DiagnosticState(revealed=True, school="ecole_6_classes"))
    lab.state.ways = ("en_ligne", "papier")
    assert lab.start.ways.value == ["en_ligne", "papier"]


def test_of_a_real_school_no_step_draws_a_family_and_nobody_bets(state: DiagnosticState) -> None:
    lab = Diagnostic(state)
    path = lab.widget
    assert isinstance(path, LabPath)
    path.unlock()
    state.take(state.collected(("en_ligne",)))
    state.source = FILES
    view = AskingView(state)
    view.show()
    assert view.picture.families.place == b""
    assert view.trial.widget not in view.widget.children
    for step in ("parier", "voir", "changer", "comprendre"):
        path.current = step
        shown = [*parts_of(path.shown)]
        assert not {lab.bet.question, lab.bet.answer} & {*shown}, step
        assert not [part for part in shown if isinstance(part, FamilyDots)], step


def test_nothing_of_the_way_is_projected_while_real_answers_are_open(state: DiagnosticState) -> None:
    path = Diagnostic(state).widget
    assert isinstance(path, LabPath)
    assert path.private == ""
    state.source = FILES
    assert path.private.startswith("De vraies réponses sont ouvertes")
    state.source = FICTITIOUS
    assert path.private == ""


def test_a_change_of_the_settings_is_undone_on_the_screen_too_and_said(state: DiagnosticState) -> None:
    lab, asked, threshold = Diagnostic(state), state.ways, state.threshold
    undo = diagnostic_undo(state)
    lab.start.ways.value = ["papier"]
    undo.undo()
    assert (state.ways, tuple(lab.start.ways.value)) == (asked, asked)
    assert undo.sentence.startswith("Annulé. Revient «\u00a0Le questionnaire est demandé\u00a0»")
    lab.publishing.threshold.value = threshold + 5
    undo.undo()
    assert (state.threshold, lab.publishing.threshold.value) == (threshold, threshold)


def test_a_grouping_of_another_questionnaire_does_not_come_back(state: DiagnosticState) -> None:
    lab, undo = Diagnostic(state), diagnostic_undo(state)
    for by in ("axe__equipement", "niveau"):
        lab.publishing.by.value = by
    assert undo.can_undo
    state.take(state.collected(("en_ligne",)))
    state.source = FILES
    assert undo.can_undo  # the same questionnaire is answered
    lab.publishing.by.value = "axe__equipement"
    lab.received.ask(family_questionnaire().model_copy(update={"id": "a_nous"}))
    assert (undo.can_undo, undo.can_redo, state.by) == (False, False, "niveau")
    undo.undo()
    undo.redo()
    assert (state.by, lab.publishing.by.value) == ("niveau", "niveau")
    lab.received.ask(None)
    assert not undo.can_undo


def test_undoing_keeps_nothing_of_the_answers(state: DiagnosticState) -> None:
    undo = diagnostic_undo(state)
    state.take(state.collected(("en_ligne",)))
    state.source = FILES
    assert not undo.can_undo
