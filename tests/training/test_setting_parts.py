"""Settings on screen, without a browser: what is shown is what is kept, found again, put back, closed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ipywidgets
import pytest
from page_side import press

from liaison.questions.setting import SettingQuestion
from liaison.training.exercise.answers import read_answers
from liaison.training.exercise.definition import exercise, exercise_names
from widgets.kit import Control
from widgets.training import Sheet
from widgets.training.question_view import QuestionView
from widgets.training.setting import SettingAnswering

ASKED = [
    (name, question.id)
    for name in exercise_names()
    for question in exercise(name).questions
    if isinstance(question, SettingQuestion)
]
each_setting = pytest.mark.parametrize(("name", "question"), ASKED)


@pytest.fixture(autouse=True)
def _closed_widgets() -> Iterator[None]:
    yield
    ipywidgets.Widget.close_all()


def view(folder: Path, name: str, question: str) -> QuestionView:
    sheet = Sheet(name, folder)
    sheet.question(question)
    return sheet.views[question]


def of(one: QuestionView) -> tuple[SettingQuestion, SettingAnswering]:
    assert isinstance(one.question, SettingQuestion)
    assert isinstance(one.answering, SettingAnswering)
    return one.question, one.answering


def kept(folder: Path, name: str, question: str) -> Any:
    return read_answers(folder, exercise(name)).of(question)


def controls_inside(widget: ipywidgets.Widget) -> Iterator[Control]:
    if isinstance(widget, Control):
        yield widget
    for child in getattr(widget, "children", ()):
        yield from controls_inside(child)


@each_setting
def test_the_settings_of_the_start_are_on_screen_and_kept_as_they_are(tmp_path: Path, name: str, question: str) -> None:
    one = view(tmp_path, name, question)
    asked, answering = of(one)
    assert asked.settings_of(answering.read()) == asked.started()
    one.keep()
    entry = kept(tmp_path, name, question)
    assert asked.settings_of(entry.last) == asked.started()
    assert one.verdict.tone == "alerte"
    assert [line["word"] for line in one.verdict.lines[: len(asked.conditions)]] == ["Pas encore"] * len(
        asked.conditions
    )
    assert one.missed is not None
    assert len(one.missed.condition.options) == len(asked.conditions)
    assert one.missed.card.name


@each_setting
def test_the_key_set_on_screen_is_right_found_again_by_who_reopens_and_put_back_to_the_start(
    tmp_path: Path, name: str, question: str
) -> None:
    one = view(tmp_path, name, question)
    asked, answering = of(one)
    answering.show(asked.solved().model_dump(mode="json"))
    one.keep()
    assert one.verdict.tone == "bon"
    assert one.missed is not None
    assert one.missed.widget.children == ()
    again = view(tmp_path, name, question)
    assert asked.settings_of(again.answering.read()) == asked.solved()
    assert kept(tmp_path, name, question).attempts == 1
    _, answering = of(again)
    press(answering.back)
    assert asked.settings_of(answering.read()) == asked.started()
    assert asked.settings_of(kept(tmp_path, name, question).last) == asked.solved()


@each_setting
def test_each_condition_that_fails_can_be_looked_at_and_says_who_or_that_it_is_nobody(
    tmp_path: Path, name: str, question: str
) -> None:
    one = view(tmp_path, name, question)
    one.keep()
    missed = one.missed
    assert missed is not None
    shown = set()
    for option in missed.condition.options:
        missed.condition.value = option["value"]
        last = missed.widget.children[-1]
        assert last in (missed.card, missed.nobody)
        shown.add(missed.card.summary if last is missed.card else missed.nobody.title)
    assert shown


@each_setting
def test_while_the_answers_are_damaged_every_setting_is_closed(tmp_path: Path, name: str, question: str) -> None:
    (tmp_path / "reponses.json").write_text("{", encoding="utf-8")
    _, answering = of(view(tmp_path, name, question))
    # These set nothing: one chooses whose quiet hours are looked at, the other which settings are.
    look = {"Public", "Chercher un réglage"}
    inside = [part for part in controls_inside(answering.controls.widget) if part.label not in look]
    assert inside
    assert not [part.label for part in inside if not part.disabled]
    assert answering.back.disabled


@each_setting
def test_a_change_after_what_was_kept_says_that_it_is_not_kept_yet(tmp_path: Path, name: str, question: str) -> None:
    one = view(tmp_path, name, question)
    asked, answering = of(one)
    one.keep()
    assert one.notice.title == ""
    answering.show(asked.solved().model_dump(mode="json"))
    assert "pas encore gardée" in one.notice.title


SECOND, THIRD = "02_diagnostic_familles", "03_accompagnement"


def test_the_same_way_twice_is_said_and_not_kept_and_once_is(tmp_path: Path) -> None:
    one = view(tmp_path, SECOND, "atteindre_sans_s_epuiser")
    controls: Any = of(one)[1].controls
    steps = controls.steps.value
    controls.steps.value = {**steps, "second": {"way": "telephone", "to": "tous"}}
    assert "deux fois" in controls.fault.title
    one.keep()
    assert one.notice.title == "Rien n'a été gardé"
    assert kept(tmp_path, SECOND, one.question.id) is None
    controls.steps.value = {**steps, "second": {"way": "papier", "to": "sans_telephone_connu"}}
    assert controls.fault.title == ""
    one.keep()
    assert kept(tmp_path, SECOND, one.question.id).last["steps"] == [
        {"way": "telephone", "to": "tous"},
        {"way": "papier", "to": "sans_telephone_connu"},
    ]


def test_no_way_at_all_is_said_and_not_kept(tmp_path: Path) -> None:
    one = view(tmp_path, SECOND, "atteindre_sans_s_epuiser")
    controls: Any = of(one)[1].controls
    controls.steps.value = {step: {"way": "rien", "to": "tous"} for step in controls.steps.value}
    one.keep()
    assert "au moins une" in controls.fault.title
    assert kept(tmp_path, SECOND, one.question.id) is None


def test_an_empty_step_between_two_is_passed_over(tmp_path: Path) -> None:
    controls: Any = of(view(tmp_path, SECOND, "atteindre_sans_s_epuiser"))[1].controls
    controls.steps.value = {**controls.steps.value, "third": {"way": "papier", "to": "tous"}}
    assert [step["way"] for step in controls.read()["steps"]] == ["telephone", "papier"]


def test_criteria_are_ticked_then_put_in_order_and_the_group_says_what_is_bought(tmp_path: Path) -> None:
    one = view(tmp_path, THIRD, "preter_dans_un_budget")
    controls: Any = of(one)[1].controls
    part = controls.parts["ordinateur"]
    part.counts.value = ["annee_examen", "sans_appareil"]
    part.order.value = ["sans_appareil", "annee_examen"]
    part.number.value = 1
    controls.meetings.value = 2
    assert controls.panels.summaries == ["1 ordinateur", "4 clés 4G", "2 rendez-vous"]
    assert controls.read()["ordinateur"] == {"nombre": 1, "criteres": ["sans_appareil", "annee_examen"]}
    one.keep()
    assert kept(tmp_path, THIRD, one.question.id).last["rendez_vous"] == 2


def test_a_cell_of_the_slots_is_what_is_kept(tmp_path: Path) -> None:
    one = view(tmp_path, THIRD, "ateliers_ou_l_on_vient")
    controls: Any = of(one)[1].controls
    cells = controls.slots.value
    controls.slots.value = {**cells, "samedi_10h": {"ateliers": "2", "interprete": "arabe", "garde": True}}
    one.keep()
    found = kept(tmp_path, THIRD, one.question.id).last["creneaux"]
    assert found["samedi_10h"] == {"ateliers": 2, "interprete": "arabe", "garde": True}
    assert found["jeudi_18h"] == {"ateliers": 0, "interprete": None, "garde": False}


def test_the_prices_on_screen_are_those_that_the_engine_counts(tmp_path: Path) -> None:
    loans: Any = of(view(tmp_path, THIRD, "preter_dans_un_budget"))[1].controls
    slots: Any = of(view(tmp_path, THIRD, "ateliers_ou_l_on_vient"))[1].controls
    for price in ("300", "110", "40"):
        assert f"{price}\u00a0€" in loans.fiction
    for price in ("60", "67,5", "30"):
        assert f"{price}\u00a0€" in slots.fiction
