"""Les questions d'un exercice, sans navigateur : ce qui se garde, ce qui revient, et un fichier abîmé ne perd rien."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ipywidgets
import pytest
from ipywidgets.widgets.widget import _instances
from page_side import press

from liaison.messaging.policy.policy import load_policy
from liaison.messaging.policy_question import PolicyQuestion
from liaison.questions.common import Matching, Multiple, Number, Ordering, Single, Text
from liaison.training.exercise.answers import ANSWERS_FILE, read_answers, record_answer
from liaison.training.exercise.definition import exercise
from liaison.training.exercise.scoring import solution
from widgets.messaging.policy_question import PolicyControls
from widgets.training import Sheet
from widgets.training.question_view import QuestionView
from widgets.training.setting import SettingAnswering

NAME = "01_messagerie_ent"
EXERCISE = exercise(NAME)
IDS = [question.id for question in EXERCISE.questions]
MARKED = [question.id for question in EXERCISE.questions if not question.by_hand]
POLICIES = [question.id for question in EXERCISE.questions if isinstance(question, PolicyQuestion)]
# What stands on screen at first is an answer too: an order, and settings.
WHOLE_AT_FIRST = {question.id for question in EXERCISE.questions if isinstance(question, Ordering | PolicyQuestion)}


@pytest.fixture(autouse=True)
def _closed_widgets() -> Iterator[None]:
    yield
    ipywidgets.Widget.close_all()


def view(sheet: Sheet, question: str) -> QuestionView:
    sheet.question(question)
    return sheet.views[question]


def answer(one: QuestionView, value: Any) -> None:
    """Answer as a person does: set the part, press the button."""
    one.answering.show(value)
    press(one.button)


def kept(folder: Path, question: str) -> Any:
    return read_answers(folder, EXERCISE).of(question)


def wrong(question: str) -> Any:
    """An answer that fits and earns less than everything."""
    asked = EXERCISE.question(question)
    match asked:
        case Single():
            return next(choice.id for choice in asked.choices if choice.id != asked.key)
        case Multiple():
            return [choice.id for choice in asked.choices]
        case Ordering():
            return list(reversed(asked.key))
        case Matching():
            return {item.id: asked.right[-1].id for item in asked.left}
        case Number():
            return {"value": asked.key.value + 5, "unit": asked.key.unit}
        case PolicyQuestion():
            return load_policy(asked.start).model_dump(mode="json")
        case Text():
            return "Un texte."


def line_texts(one: QuestionView) -> list[str]:
    return [line["text"] for line in one.verdict.lines]


@pytest.mark.parametrize("question", [name for name in IDS if name not in WHOLE_AT_FIRST])
def test_an_answer_that_is_not_whole_is_not_kept_and_what_is_missing_is_said(tmp_path: Path, question: str) -> None:
    one = view(Sheet(NAME, tmp_path), question)
    press(one.button)
    assert one.notice.title == "Rien n'a été gardé"
    assert one.notice.text
    assert not (tmp_path / ANSWERS_FILE).exists()


def test_all_lines_but_one_matched_is_not_an_answer_and_all_is(tmp_path: Path) -> None:
    question = EXERCISE.question("loi_ou_charte")
    assert isinstance(question, Matching)
    one = view(Sheet(NAME, tmp_path), question.id)
    pairs = dict(question.key)
    last = pairs.popitem()
    answer(one, pairs)
    assert kept(tmp_path, question.id) is None
    answer(one, {**pairs, last[0]: last[1]})
    assert kept(tmp_path, question.id).last == question.key


@pytest.mark.parametrize("value", [{"number": 2, "unit": ""}, {"number": None, "unit": "jours"}])
def test_a_number_without_its_unit_or_a_unit_alone_is_not_an_answer(tmp_path: Path, value: dict[str, Any]) -> None:
    one = view(Sheet(NAME, tmp_path), "delai_des_notes")
    one.answering.widget.value = value
    one.keep()
    assert one.notice.title == "Rien n'a été gardé"
    assert kept(tmp_path, "delai_des_notes") is None


@pytest.mark.parametrize("question", IDS)
def test_the_solution_is_kept_told_right_and_found_again_by_who_reopens(tmp_path: Path, question: str) -> None:
    right = solution(EXERCISE.question(question))
    one = view(Sheet(NAME, tmp_path), question)
    answer(one, right)
    assert kept(tmp_path, question).attempts == 1
    assert kept(tmp_path, question).last == right
    assert one.verdict.tone == ("bon" if question in MARKED else "neutre")
    assert one.verdict.text
    again = view(Sheet(NAME, tmp_path), question)
    assert again.answering.read() == right
    assert (again.verdict.text, again.verdict.lines) == (one.verdict.text, one.verdict.lines)
    assert again.attempts.text == one.attempts.text
    assert again.notice.title == ""
    # Reopening is not an attempt.
    assert kept(tmp_path, question).attempts == 1


@pytest.mark.parametrize("question", MARKED)
def test_what_to_remember_waits_for_the_right_answer_or_the_second_attempt(tmp_path: Path, question: str) -> None:
    explanation = EXERCISE.question(question).explanation
    one = view(Sheet(NAME, tmp_path), question)
    answer(one, wrong(question))
    assert one.verdict.tone in ("partiel", "alerte")
    assert explanation not in line_texts(one)
    answer(one, wrong(question))
    assert explanation in line_texts(one)
    answer(one, solution(EXERCISE.question(question)))
    assert one.verdict.tone == "bon"
    assert explanation in line_texts(one)
    assert (kept(tmp_path, question).attempts, kept(tmp_path, question).first) == (3, wrong(question))


@pytest.mark.parametrize("question", ["message_de_21_heures", "qui_reste_dehors"])
def test_each_choice_made_is_told_why_and_no_other(tmp_path: Path, question: str) -> None:
    asked = EXERCISE.question(question)
    assert isinstance(asked, Single | Multiple)
    first = asked.choices[0]
    one = view(Sheet(NAME, tmp_path), question)
    answer(one, first.id if isinstance(asked, Single) else [first.id])
    press(one.button)  # the first attempt is a try of one's own: it is told its points alone
    assert first.feedback in line_texts(one)
    assert not {choice.feedback for choice in asked.choices[1:]} & set(line_texts(one))


def test_an_answer_changed_after_it_was_kept_says_that_it_is_not_kept_yet(tmp_path: Path) -> None:
    one = view(Sheet(NAME, tmp_path), "message_de_21_heures")
    one.answering.widget.value = "perdu"
    assert one.notice.title == ""
    one.keep()
    assert one.notice.title == ""
    one.answering.widget.value = "attend"
    assert "pas encore gardée" in one.notice.title
    assert kept(tmp_path, "message_de_21_heures").last == "perdu"
    one.keep()
    assert one.notice.title == ""
    assert kept(tmp_path, "message_de_21_heures").last == "attend"


def test_the_head_counts_what_is_kept_and_names_what_is_missing(tmp_path: Path) -> None:
    sheet = Sheet(NAME, tmp_path)
    assert sheet.copy.sentence.text.startswith("Aucune réponse gardée sur 9")
    answer(view(sheet, IDS[0]), solution(EXERCISE.question(IDS[0])))
    assert sheet.copy.sentence.text.startswith("1 réponse gardée sur 9")
    missing = sheet.copy.lines.lines[1]
    assert EXERCISE.question(IDS[0]).title not in missing
    assert all(EXERCISE.question(name).title in missing for name in IDS[1:])
    assert sheet.copy.lines.lines[2].startswith("2\u00a0points sur 18")


@pytest.mark.parametrize(("text", "counted"), [("   ", "Aucune réponse gardée sur 9"), ("x", "1 réponse gardée sur 9")])
def test_a_text_of_spaces_that_a_file_holds_is_no_answer(tmp_path: Path, text: str, counted: str) -> None:
    record_answer(tmp_path, EXERCISE, "message_clair", text)
    sheet = Sheet(NAME, tmp_path)
    assert sheet.copy.sentence.text.startswith(counted)


def test_a_text_is_kept_for_the_trainer_and_says_what_will_be_looked_at(tmp_path: Path) -> None:
    question = EXERCISE.question("message_clair")
    assert isinstance(question, Text)
    one = view(Sheet(NAME, tmp_path), question.id)
    answer(one, "Bonjour,\nsignez le papier avant mardi <b>.")
    assert kept(tmp_path, question.id).last == "Bonjour,\nsignez le papier avant mardi <b>."
    assert one.verdict.tone == "neutre"
    assert line_texts(one) == list(question.grid)


@pytest.mark.parametrize("question", POLICIES)
def test_settings_that_fail_say_each_condition_and_show_a_family(tmp_path: Path, question: str) -> None:
    asked = EXERCISE.question(question)
    assert isinstance(asked, PolicyQuestion)
    one = view(Sheet(NAME, tmp_path), question)
    assert one.missed is not None
    assert one.missed.widget.children == ()
    answer(one, wrong(question))
    told = one.verdict.lines[: len(asked.conditions)]
    assert all(said["text"].startswith(asked.conditions[n].label.rstrip(".")) for n, said in enumerate(told))
    missed = [said for said in told if said["word"] == "Pas encore"]
    assert missed
    assert one.missed.card in one.missed.widget.children
    assert one.missed.card.name
    assert len(one.missed.condition.options) == len(missed)
    answer(one, solution(asked))
    assert {said["word"] for said in one.verdict.lines[: len(asked.conditions)]} == {"Tenue"}
    assert one.missed.widget.children == ()


@pytest.mark.parametrize(("question", "said"), [(POLICIES[0], True), ("message_de_21_heures", False)])
def test_the_screen_says_that_settings_are_tried_before_the_school_is_made(
    tmp_path: Path, question: str, said: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = view(Sheet(NAME, tmp_path), question)
    one.answering.show(wrong(question))
    seen: list[str] = []
    record = one.state.record

    def recorded(name: str, value: Any) -> None:
        seen.append(one.notice.title)
        record(name, value)

    monkeypatch.setattr(one.state, "record", recorded)
    one.keep()
    assert ["sont essayés" in title for title in seen] == [said]
    assert one.notice.title == ""


def test_the_settings_offer_neither_a_model_nor_the_hypotheses(tmp_path: Path) -> None:
    one = view(Sheet(NAME, tmp_path), POLICIES[0])
    assert isinstance(one.answering, SettingAnswering)
    assert isinstance(one.answering.controls, PolicyControls)
    panels = one.answering.controls.settings.panels
    assert panels.titles[0] == "Par où passe chaque message"
    assert len(panels.titles) == len(panels.children) == len(panels.summaries) == 6
    assert "Point de départ" not in panels.titles


def test_a_setting_that_is_refused_is_not_kept_and_one_may_start_again(tmp_path: Path) -> None:
    one = view(Sheet(NAME, tmp_path), POLICIES[0])
    assert isinstance(one.answering, SettingAnswering)
    assert isinstance(one.answering.controls, PolicyControls)
    channels = one.answering.controls.settings.channels
    cells = channels.value
    channels.value = {**cells, "mot": {**cells["mot"], "second": cells["mot"]["channel"]}}
    one.keep()
    assert one.notice.title == "Rien n'a été gardé"
    assert kept(tmp_path, POLICIES[0]) is None
    press(one.answering.back)
    assert channels.value == cells
    one.keep()
    asked = EXERCISE.question(POLICIES[0])
    assert isinstance(asked, PolicyQuestion)
    assert kept(tmp_path, POLICIES[0]).last == load_policy(asked.start).model_dump(mode="json")


def test_one_setting_changed_by_hand_is_what_is_kept(tmp_path: Path) -> None:
    one = view(Sheet(NAME, tmp_path), POLICIES[0])
    assert isinstance(one.answering, SettingAnswering)
    assert isinstance(one.answering.controls, PolicyControls)
    one.answering.controls.settings.fields["marks.parents_after_pupils_days"].part.value = 3
    one.keep()
    assert kept(tmp_path, POLICIES[0]).last["marks"]["parents_after_pupils_days"] == 3


def test_a_damaged_file_closes_the_questions_and_nothing_is_written_over_it(tmp_path: Path) -> None:
    (tmp_path / ANSWERS_FILE).write_text('{"version": 1, "exerc', encoding="utf-8")
    sheet = Sheet(NAME, tmp_path)
    one = view(sheet, "message_de_21_heures")
    assert "coupé ou abîmé" in sheet.copy.damage.text
    assert sheet.copy.aside in sheet.progress.children
    assert one.button.disabled
    assert one.answering.widget.disabled
    one.keep()
    assert (tmp_path / ANSWERS_FILE).read_text(encoding="utf-8") == '{"version": 1, "exerc'


def test_a_damaged_file_is_put_aside_under_another_name_and_the_questions_open_again(tmp_path: Path) -> None:
    (tmp_path / ANSWERS_FILE).write_text("{", encoding="utf-8")
    sheet = Sheet(NAME, tmp_path)
    one = view(sheet, "message_de_21_heures")
    press(sheet.copy.aside)
    assert not one.button.disabled
    assert "reponses_illisibles.json" in sheet.copy.damage.title
    assert (tmp_path / "reponses_illisibles.json").read_text(encoding="utf-8") == "{"
    answer(one, "attend")
    assert kept(tmp_path, "message_de_21_heures").last == "attend"


def test_a_file_damaged_while_one_works_is_said_and_the_answer_stays_on_screen(tmp_path: Path) -> None:
    sheet = Sheet(NAME, tmp_path)
    one, other = view(sheet, "message_de_21_heures"), view(sheet, "message_clair")
    answer(one, "attend")
    (tmp_path / ANSWERS_FILE).write_text("{", encoding="utf-8")
    answer(other, "Un long texte.")
    assert other.notice.kind == "erreur"
    assert other.notice.text
    assert other.answering.read() == "Un long texte."
    assert one.button.disabled
    assert sheet.copy.aside in sheet.progress.children


def test_a_folder_that_is_gone_is_said_and_the_answer_stays_on_screen(tmp_path: Path) -> None:
    folder = tmp_path / "copie"
    folder.mkdir()
    one = view(Sheet(NAME, folder), "message_de_21_heures")
    shutil.rmtree(folder)
    answer(one, "attend")
    assert (one.notice.kind, one.notice.title) == ("erreur", "Cette réponse n'a pas été gardée")
    assert one.answering.read() == "attend"
    assert one.verdict.text == ""


@pytest.mark.parametrize("value", ["une_autre", ["attend"], None, 3])
def test_a_kept_answer_edited_by_hand_is_told_and_left_out_of_the_screen(tmp_path: Path, value: Any) -> None:
    question = "message_de_21_heures"
    answer(view(Sheet(NAME, tmp_path), question), "attend")
    file = tmp_path / ANSWERS_FILE
    content = json.loads(file.read_text(encoding="utf-8"))
    content["answers"][question]["last"] = value
    file.write_text(json.dumps(content), encoding="utf-8")
    one = view(Sheet(NAME, tmp_path), question)
    assert one.answering.read() is None
    assert one.verdict.tone == "alerte"
    assert not one.button.disabled


def test_nothing_sent_to_the_page_before_an_answer_holds_what_it_would_be_told(tmp_path: Path) -> None:
    sheet = Sheet(NAME, tmp_path)
    for name in IDS:
        sheet.question(name)
    sent = json.dumps([one.get_state() for one in _instances.values()], default=str, ensure_ascii=False)
    secrets = [question.explanation for question in EXERCISE.questions]
    for question in EXERCISE.questions:
        assert json.dumps(question.title, ensure_ascii=False)[1:-1] in sent
        secrets += [one.feedback for one in getattr(question, "choices", ()) or getattr(question, "conditions", ())]
        secrets += getattr(question, "grid", ())
    assert len(secrets) > 30
    assert not [secret for secret in secrets if json.dumps(secret, ensure_ascii=False)[1:-1] in sent]


def test_what_was_kept_in_a_file_put_aside_is_on_screen_and_kept_nowhere(tmp_path: Path) -> None:
    sheet = Sheet(NAME, tmp_path)
    one = view(sheet, "message_de_21_heures")
    assert not one.unkept()
    one.answering.show("attend")
    assert one.unkept()
    press(one.button)
    assert not one.unkept()
    (tmp_path / ANSWERS_FILE).write_text("{", encoding="utf-8")
    sheet.state.read()
    press(sheet.copy.aside)
    assert one.unkept()
    press(one.button)
    assert not one.unkept()


@pytest.mark.parametrize("question", IDS)
def test_a_question_just_opened_or_just_kept_holds_nothing_that_is_not_kept(tmp_path: Path, question: str) -> None:
    asked = EXERCISE.question(question)
    one = view(Sheet(NAME, tmp_path), question)
    assert not one.unkept()
    answer(one, "Un message." if isinstance(asked, Text) else solution(asked))
    assert not one.unkept()
    assert not view(Sheet(NAME, tmp_path), question).unkept()
