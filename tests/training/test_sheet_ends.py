"""Ce qui ouvre et ferme un exercice, sans navigateur : le pari des deux bouts, et la remise de son travail."""

import random
from collections.abc import Iterator
from pathlib import Path

import ipywidgets
import pytest
from narrowing import of_kind
from page_side import asked, choose, press

from liaison.base.typography import typeset
from liaison.questions.bet import BET
from liaison.questions.common import Number
from liaison.training.exercise.answers import ANSWERS_FILE, read_answers
from liaison.training.exercise.definition import ExerciseError, exercise
from liaison.training.hand_in.making import remember_code, remembered_code
from liaison.training.hand_in.reading import HandIn, parse_hand_in
from liaison.training.session.codes import new_codes
from widgets.kit import Verdict
from widgets.training import Sheet
from widgets.training.bet import BetAfter, BetBefore
from widgets.training.handing_in import MOST_TEAM_FILES, HandInView

NAME = "01_messagerie_ent"
EXERCISE = exercise(NAME)
CODE, OTHER = new_codes(2, random.Random(1))


@pytest.fixture(autouse=True)
def _closed_widgets() -> Iterator[None]:
    yield
    ipywidgets.Widget.close_all()


def ends(folder: Path) -> tuple[BetBefore, BetAfter, HandInView]:
    sheet = Sheet(NAME, folder)
    shown = (sheet.bet, sheet.bet_again, sheet.hand_in)
    assert all(isinstance(widget, ipywidgets.VBox) for widget in shown)
    return (
        of_kind(sheet.ends["bet"], BetBefore),
        of_kind(sheet.ends["bet_again"], BetAfter),
        of_kind(sheet.ends["hand_in"], HandInView),
    )


def place(part: BetBefore | BetAfter, choice: str) -> None:
    part.question.value = choice
    press(part.button)


def asked_for(view: HandInView, code: str) -> HandIn | None:
    """Press the button as the page does, and read what the browser would have saved."""
    view.code.value = code
    file = asked(view.file)
    return parse_hand_in(file[2], file[0]) if file else None


def answered(folder: Path) -> HandInView:
    """The end of an exercise of which one question is answered."""
    *_, view = ends(folder)
    view.state.record("message_de_21_heures", "attend")
    return view


# Le pari


def test_the_first_bet_is_closed_once_placed_and_waits_for_the_end(tmp_path: Path) -> None:
    before, after, _ = ends(tmp_path)
    assert after.question not in after.widget.children
    place(before, "davantage")
    assert before.question.disabled
    assert before.button not in before.widget.children
    assert before.notice.title == "Votre pari est gardé"
    assert after.question in after.widget.children
    assert "Davantage" in after.had.text
    # What there is to say of it is not said before the end.
    assert after.verdict.lines == []


def test_what_is_said_at_the_end_answers_the_first_bet_and_the_last(tmp_path: Path) -> None:
    before, after, _ = ends(tmp_path)
    place(before, "davantage")
    place(after, "presque_autant")
    assert EXERCISE.bet is not None
    told = [line["text"] for line in after.verdict.lines]
    feedback = {choice.id: choice.feedback for choice in EXERCISE.bet.choices}
    assert told == [feedback["davantage"], feedback["presque_autant"], EXERCISE.bet.after]
    assert "changé d'avis" in after.verdict.text
    place(after, "davantage")
    assert [line["text"] for line in after.verdict.lines] == [feedback["davantage"], EXERCISE.bet.after]
    assert after.verdict.text == "Vous n'avez pas changé d'avis."
    assert after.verdict.tone == "neutre"


def test_who_reopens_finds_both_bets_and_has_placed_none_once_more(tmp_path: Path) -> None:
    before, after, _ = ends(tmp_path)
    place(before, "davantage")
    place(after, "presque_autant")
    again, after_again, _ = ends(tmp_path)
    assert (again.question.value, after_again.question.value) == ("davantage", "presque_autant")
    assert after_again.verdict.lines == after.verdict.lines
    kept = read_answers(tmp_path, EXERCISE).of(BET)
    assert kept is not None
    assert (kept.first, kept.last, kept.attempts) == ("davantage", "presque_autant", 2)


def test_an_answer_to_a_question_leaves_what_one_was_about_to_bet(tmp_path: Path) -> None:
    sheet = Sheet(NAME, tmp_path)
    widgets = (sheet.bet, sheet.bet_again)
    before, after = sheet.ends["bet"], sheet.ends["bet_again"]
    assert isinstance(before, BetBefore)
    assert isinstance(after, BetAfter)
    before.question.value = "davantage"
    sheet.state.record("message_de_21_heures", "attend")
    assert before.question.value == "davantage"
    press(before.button)
    place(after, "presque_autant")
    after.question.value = "moins_de_dix"
    sheet.state.record("message_de_21_heures", "sonne")
    assert after.question.value == "moins_de_dix"
    assert len(widgets) == 2


def test_no_bet_chosen_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    before, _, _ = ends(tmp_path)
    press(before.button)
    assert before.notice.title == "Aucun pari n'a été gardé"
    assert list(tmp_path.iterdir()) == []


def test_a_bet_edited_by_hand_is_as_if_none_was_placed(tmp_path: Path) -> None:
    (tmp_path / ANSWERS_FILE).write_text(
        f'{{"exercise": "{NAME}", "edition": 1, "answers": {{"pari": {{"attempts": 2, "first": 3, "last": ["a"]}}}}}}',
        encoding="utf-8",
    )
    before, after, _ = ends(tmp_path)
    assert not before.question.disabled
    assert after.widget.children == (after.notice,)


def test_while_the_answers_are_damaged_nobody_bets(tmp_path: Path) -> None:
    (tmp_path / ANSWERS_FILE).write_text("{", encoding="utf-8")
    before, _, view = ends(tmp_path)
    assert before.question.disabled
    assert before.button.disabled
    assert asked_for(view, CODE) is None
    assert "coupé" in view.file.error


def test_an_exercise_without_a_bet_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = Sheet(NAME, tmp_path)
    monkeypatch.setattr(sheet.state, "exercise", EXERCISE.model_copy(update={"bet": None}))
    with pytest.raises(ExerciseError, match="pas de pari"):
        _ = sheet.bet


# La remise


def test_the_file_made_is_beside_the_notebook_and_goes_to_the_browser(tmp_path: Path) -> None:
    view = answered(tmp_path)
    handed = asked_for(view, f" {CODE[:2].lower()}-{CODE[2:].lower()} ")
    assert handed is not None
    assert (handed.code, view.code.value, view.code.error) == (CODE, CODE, "")
    saved = parse_hand_in((tmp_path / f"remise-{CODE}.zip").read_bytes(), CODE)
    assert saved == handed
    assert view.notice.title.startswith(f"«\u00a0remise-{CODE}.zip\u00a0» est prêt")
    assert EXERCISE.title in view.notice.text
    assert "Le carnet y est aussi" not in view.notice.text
    assert "8 questions sans réponse" in view.notice.text.replace("\u00a0", " ")
    assert "clé USB" in view.notice.text
    # Asked once: who comes back finds the code.
    assert ends(tmp_path)[2].code.value == CODE


@pytest.mark.parametrize("typed", ["", "  ", "AAAAA", CODE[:4], CODE + "2", CODE[1] + CODE[0] + CODE[2:], "é"])
def test_a_code_badly_typed_is_told_beside_it_and_nothing_is_made(tmp_path: Path, typed: str) -> None:
    view = answered(tmp_path)
    assert asked_for(view, typed) is None
    assert view.code.error
    assert "votre code est à revoir" in view.file.error
    assert sorted(path.name for path in tmp_path.iterdir()) == [ANSWERS_FILE]
    assert asked_for(view, CODE) is not None
    assert (view.code.error, view.file.error) == ("", "")


def test_nothing_answered_yet_is_said(tmp_path: Path) -> None:
    _, _, view = ends(tmp_path)
    assert asked_for(view, CODE) is None
    assert view.file.error.startswith("Aucune réponse n'est encore gardée")
    assert list(tmp_path.iterdir()) == []


def test_what_stands_on_screen_is_kept_and_is_in_the_file(tmp_path: Path) -> None:
    sheet = Sheet(NAME, tmp_path)
    assert sheet.question("message_clair")
    assert sheet.hand_in
    view = of_kind(sheet.ends["hand_in"], HandInView)
    sheet.views["message_clair"].answering.show("Signez le papier avant mardi.")
    handed = asked_for(view, CODE)
    assert handed is not None
    assert read_answers(tmp_path, EXERCISE).written("message_clair") == "Signez le papier avant mardi."
    title = typeset(f"« {sheet.views['message_clair'].title} »")
    assert f"vient d'être gardé\u00a0: {title}." in view.notice.text
    sheet.views["message_clair"].answering.show("Signez le papier avant jeudi.")
    asked_for(view, CODE)
    assert read_answers(tmp_path, EXERCISE).written("message_clair") == "Signez le papier avant jeudi."


@pytest.mark.parametrize(("chosen", "attempts"), [("davantage", 1), ("presque_autant", 2)])
def test_another_answer_to_the_bet_chosen_at_the_end_is_kept_once(tmp_path: Path, chosen: str, attempts: int) -> None:
    sheet = Sheet(NAME, tmp_path)
    assert all((sheet.bet, sheet.bet_again, sheet.hand_in))
    before, after = of_kind(sheet.ends["bet"], BetBefore), of_kind(sheet.ends["bet_again"], BetAfter)
    before.question.value = "davantage"
    sheet.state.record("message_de_21_heures", "attend")
    for _ in range(2):
        assert asked_for(of_kind(sheet.ends["hand_in"], HandInView), CODE) is not None
        after.question.value = "" if chosen == "davantage" else chosen
    assert asked_for(of_kind(sheet.ends["hand_in"], HandInView), CODE) is not None
    bet = read_answers(tmp_path, EXERCISE).of(BET)
    assert bet is not None
    assert (bet.first, bet.last, bet.attempts) == ("davantage", chosen, attempts)


def test_what_cannot_be_kept_is_named_before_a_file_is_made(tmp_path: Path) -> None:
    sheet = Sheet(NAME, tmp_path)
    begun = next(one for one in EXERCISE.questions if isinstance(one, Number))
    assert all((sheet.question(begun.id), sheet.question("message_clair"), sheet.hand_in))
    view = of_kind(sheet.ends["hand_in"], HandInView)
    sheet.views["message_clair"].answering.show("Signez le papier avant mardi.")
    sheet.views[begun.id].answering.widget.value = {"number": 3, "unit": ""}
    assert asked_for(view, CODE) is None
    missing, kept = view.file.error.split("\n")
    assert typeset(f"« {begun.title} »") in missing
    assert typeset(f"« {sheet.views['message_clair'].title} »") in kept
    assert "?." not in view.file.error
    assert not list(tmp_path.glob("remise-*"))
    assert asked_for(view, CODE) is not None


def test_a_full_disk_is_said_and_the_browser_still_gets_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = answered(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "essai")

    monkeypatch.setattr("os.fsync", full)
    handed = asked_for(view, CODE)
    assert handed is not None
    assert handed.code == CODE
    assert view.notice.kind == "attention"
    assert "Rien n'a été écrit" in view.notice.text
    assert sorted(path.name for path in tmp_path.iterdir()) == [ANSWERS_FILE]


def test_an_answer_kept_afterwards_asks_for_a_new_file(tmp_path: Path) -> None:
    view = answered(tmp_path)
    asked_for(view, CODE)
    view.state.record("message_de_21_heures", "perdu")
    assert (view.notice.kind, view.notice.title) == (
        "attention",
        "Vos réponses ont changé depuis votre fichier de remise",
    )
    asked_for(view, CODE)
    assert view.notice.kind == "information"


def test_the_files_of_a_team_go_with_the_answers_until_taken_away(tmp_path: Path) -> None:
    view = answered(tmp_path)
    assert "« .yaml »" in choose(view.team, ("Ma politique été.yml", b"name: a\n"), ("notes.txt", b"x"))
    assert view.joined.lines == ["Joint à votre remise\u00a0: ma_politique_ete.yaml."]
    handed = asked_for(view, CODE)
    assert handed is not None
    assert handed.team == {"ma_politique_ete.yaml": b"name: a\n"}
    assert "Avec votre équipe\u00a0: ma_politique_ete.yaml." in view.notice.text
    press(view.remove)
    (tmp_path / "exercice.ipynb").write_text("{}", encoding="utf-8")
    handed = asked_for(view, CODE)
    assert handed is not None
    assert handed.team == {}
    assert "Avec votre équipe" not in view.notice.text
    assert "Le carnet y est aussi" in view.notice.text


def test_five_files_of_a_team_go_and_a_sixth_is_told(tmp_path: Path) -> None:
    *_, view = ends(tmp_path)
    names = [f"plan_{number}.yaml" for number in range(MOST_TEAM_FILES + 1)]
    told = choose(view.team, *((name, b"a: 1\n") for name in names))
    assert sorted(view.team_files) == names[:-1]
    assert "Cinq fichiers" in told


def test_nothing_of_what_is_told_at_the_end_is_sent_to_the_page_before(tmp_path: Path) -> None:
    before, after, _ = ends(tmp_path)
    place(before, "davantage")
    assert isinstance(after.verdict, Verdict)
    assert (after.verdict.text, after.verdict.lines) == ("", [])


def test_the_code_of_another_person_is_told_before_and_taken_only_when_confirmed(tmp_path: Path) -> None:
    sheet = Sheet(NAME, tmp_path)
    sheet.state.record("message_de_21_heures", "attend")
    remember_code(tmp_path, CODE)
    assert sheet.hand_in
    view = sheet.ends["hand_in"]
    assert isinstance(view, HandInView)
    assert asked_for(view, OTHER) is None
    assert CODE in view.code.error
    assert remembered_code(tmp_path) == CODE
    assert not list(tmp_path.glob("remise-*"))
    made = asked_for(view, OTHER)
    assert made is not None
    assert made.code == OTHER
    assert view.code.error == ""
