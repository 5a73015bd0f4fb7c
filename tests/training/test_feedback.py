"""What is given back to each person: it teaches, it holds no key of a question not found, and one stops no other."""

import datetime as dt
import errno
import json
import os
import shutil
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from training.a_course import COURSE, answered, gradebook_of, hand_in, mark_by_hand, nbgrader, released
from training.damaged_copies import DAMAGES, SOLVED
from training.test_grading import needs_posix
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.base.numbers import number
from liaison.documents import Document, to_html
from liaison.questions.common import Matching, Multiple, Number, Ordering, Single, Text
from liaison.questions.setting import SettingQuestion
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.exercise.definition import Exercise, Question, exercise, exercise_names
from liaison.training.exercise.scoring import solution
from liaison.training.marks import feedback_files
from liaison.training.marks.copies import HANDED_OUT, SECRET, Copy, read_copies, read_copy
from liaison.training.marks.feedback import feedback, phrase
from liaison.training.marks.feedback_files import PAGE, PRINTED, give_back
from liaison.training.marks.gradebook import grade_course
from liaison.training.marks.trainer_marks import TrainerMark

TODAY = dt.date(2026, 11, 26)


def page_of(copy: Copy, course: Exercise = COURSE, given: dict[str, TrainerMark] | None = None) -> str:
    return plain(to_html(feedback(course, copy, given or {}, TODAY)))


def plain(text: str) -> str:
    """Return text as one types it: no entity, no special space."""
    return unescape(text).replace("\u00a0", " ")


def copy_of(folder: Path, answers: dict[str, Any] | None, course: Exercise = COURSE) -> Copy:
    hand_in(folder, "eleve", answers, course)
    copy = read_copy(folder / "submitted", "eleve", course)
    assert copy.result is not None
    return copy


def wrong(question: Question) -> Any:
    """Return an answer that earns nothing, and gives no part of the key but what it cannot avoid."""
    match question:
        case Single():
            return next(choice.id for choice in question.choices if choice.id != question.key)
        case Multiple():
            return [choice.id for choice in question.choices if choice.id not in question.key]
        case Ordering():
            return list(reversed(question.key))
        case Matching():
            others = [item.id for item in question.right]
            return {name: next(one for one in others if one != key) for name, key in question.key.items()}
        case Number():
            return {"value": question.key.value + 10 * (question.tolerance + 1), "unit": question.key.unit}
        case SettingQuestion():
            started = question.started()
            return started.model_dump(mode="json")
        case Text():
            return "Je ne sais pas."
    raise TypeError(question.kind)


TEXTS = [(exercise(name), one) for name in exercise_names() for one in exercise(name).questions if one.by_hand]


@pytest.mark.parametrize("over", [0, 1], ids=["au plus long", "un signe de trop"])
@pytest.mark.parametrize(("course", "question"), TEXTS, ids=lambda one: one.id)
def test_a_text_however_long_is_given_back_with_what_is_looked_for_and_why_it_is_too_long(
    tmp_path: Path, course: Exercise, question: Text, over: int
) -> None:
    written = "mot " * (question.longest // 4) + "x" * (question.longest % 4 + over)
    (folder := tmp_path / "eleve" / course.id).mkdir(parents=True)
    (folder / ANSWERS_FILE).write_text(json.dumps(answered({question.id: written}, course)), encoding="utf-8")
    page = page_of(read_copy(tmp_path, "eleve", course), course)
    assert written.strip() in page
    _, _, after = page.partition("Ce que l'on y cherche :")
    assert all(plain(line) in after for line in question.grid)
    too_long = f"{number(question.longest)} caractères au plus, pas {number(question.longest + 1)}."
    assert (too_long in page) == bool(over)
    assert too_long not in after


def keys_of(question: Question, *, answered_: bool) -> list[str]:
    """Return what only a right answer may show."""
    match question:
        case Single():
            told = [choice for choice in question.choices if choice.id == question.key]
            return [question.explanation, *(word for choice in told for word in (choice.label, choice.feedback))]
        case Multiple():
            told = [choice for choice in question.choices if choice.id in question.key]
            return [question.explanation, *(word for choice in told for word in (choice.label, choice.feedback))]
        case Ordering():
            label = {item.id: item.label for item in question.items}
            first, second = question.key[:2]
            return [question.explanation, f"« {label[first]} » vient avant « {label[second]} »"]
        case Matching():
            left = {item.id: item.label.removesuffix(".") for item in question.left}
            right = {item.id: item.label for item in question.right}
            return [question.explanation, *(f"{left[one]} : {right[key]}" for one, key in question.key.items())]
        case Text():
            return [question.explanation] if answered_ else [question.explanation, *question.grid]
    return [question.explanation]


@pytest.mark.parametrize("name", exercise_names())
@pytest.mark.parametrize("handed_in", ["faux", "vide"])
def test_no_feedback_holds_the_key_of_a_question_that_was_not_found(name: str, handed_in: str, tmp_path: Path) -> None:
    course = exercise(name)
    released(tmp_path, course)
    values = {question.id: wrong(question) for question in course.questions} if handed_in == "faux" else {}
    copy = copy_of(tmp_path, answered(values, course), course)
    assert copy.result is not None
    assert copy.result.points == 0
    page = page_of(copy, course)
    secrets = [key for question in course.questions for key in keys_of(question, answered_=bool(values))]
    assert len(secrets) >= 2 * len(course.questions) - 4
    for secret in secrets:
        assert plain(secret) not in page
    assert all(plain(question.title) in page for question in course.questions)


@pytest.mark.parametrize("name", exercise_names())
def test_who_found_everything_reads_what_there_is_to_remember(name: str, tmp_path: Path) -> None:
    course = exercise(name)
    released(tmp_path, course)
    values = {question.id: solution(question) for question in course.questions}
    page = page_of(copy_of(tmp_path, answered(values, course), course), course)
    for question in course.questions:
        assert (plain(question.explanation) in page) is not question.by_hand
    assert phrase("essayez-encore") not in page


@pytest.mark.parametrize(("last", "taught"), [("attend", True), ("perdu", False)])
def test_a_right_choice_is_answered_by_what_it_teaches_and_first_and_last_attempts_are_told(
    course: Path, last: str, taught: bool
) -> None:
    answers = answered({"delai_des_notes": {"value": 1, "unit": "jours"}})
    answers["answers"]["message_de_21_heures"] = {"attempts": 3, "first": "refuse", "last": last}
    page = page_of(copy_of(course, answers))
    question = COURSE.question("message_de_21_heures")
    assert isinstance(question, Single)
    told = {choice.id: choice for choice in question.choices}
    assert (plain(told[last].feedback) in page) is taught
    assert plain(told["refuse"].feedback) not in page
    assert "Votre premier essai (0 point)" in page
    assert "Votre dernier essai, sur 3" in page
    assert "il s'ajoute à celui de l'élève" not in page
    assert page.count(phrase("pas-repondu")) == len(COURSE.questions) - 2


def test_settings_that_fail_show_the_family_that_they_miss_and_those_that_hold_show_none(course: Path) -> None:
    question = COURSE.question("silence_sans_oubli")
    assert isinstance(question, SettingQuestion)
    page = page_of(copy_of(course, answered({question.id: wrong(question)})))
    assert "Ce qui manque encore : M" in page
    assert f"Conditions tenues : 0 sur {len(question.conditions)}" in page
    assert all(plain(condition.feedback) in page for condition in question.conditions)
    shutil.rmtree(course / "submitted" / "eleve")
    page = page_of(copy_of(course, answered({question.id: solution(question)})))
    assert "Ce qui manque encore" not in page
    assert f"Conditions tenues : {len(question.conditions)} sur {len(question.conditions)}" in page


@pytest.mark.parametrize(
    ("utc", "said"), [("22:59", "25 novembre 2026 à 23 h 59"), ("23:01", "26 novembre 2026 à 0 h 01")]
)
def test_the_day_and_the_hour_of_handing_in_are_those_of_paris(course: Path, utc: str, said: str) -> None:
    folder = hand_in(course, "eleve", answered(SOLVED))
    (folder / "timestamp.txt").write_text(f"2026-11-25 {utc}:00 UTC", encoding="utf-8")
    assert f"remis le {said}" in page_of(read_copy(course / "submitted", "eleve", COURSE))


def test_a_text_that_was_not_written_waits_for_nobody(course: Path) -> None:
    page = page_of(copy_of(course, answered({"message_clair": "Signez."})))
    assert "Un texte, sur 3 points, attend encore la lecture" in page
    assert "0 point sur 21" in page


@pytest.mark.parametrize("name", exercise_names())
def test_no_sentence_of_a_feedback_ends_twice(name: str, tmp_path: Path) -> None:
    course = exercise(name)
    released(tmp_path, course)
    values = {question.id: wrong(question) for question in course.questions}
    page = page_of(copy_of(tmp_path, answered(values, course), course), course)
    assert "Ce qui manque encore" in page
    for twice in ("..", ".,", ". ;", " ,", "  "):
        assert twice not in page.partition("<main>")[2]


def test_what_the_trainer_marked_and_wrote_is_given_back(course: Path) -> None:
    hand_in(course, "lue", answered(SOLVED))
    hand_in(course, "a_lire", answered(SOLVED))
    list(grade_course(course, COURSE))
    mark_by_hand(course, COURSE, "lue", "message_clair", 2.5, "La date est là.\nQui appeler ?")
    mark_by_hand(course, COURSE, "lue", "premier_changement", 0)
    mark_by_hand(course, COURSE, "lue", "delai_des_notes", 1)
    with gradebook_of(course) as gradebook:
        gradebook.find_grade("loi_ou_charte", "exercice", COURSE.id, "lue").extra_credit = 0.5
        gradebook.db.commit()
    pages = {one.copy.student: one.files[0] for one in give_back(course, COURSE, TODAY, pdf=False)}
    page = plain(pages["lue"].read_text(encoding="utf-8"))
    assert "La date est là.\nQui appeler ?" in page
    assert "2,5 points sur 3, donnés par la personne qui anime" in page
    assert "0 point sur 3, donnés par la personne qui anime" in page
    assert "20,5 points sur 24" in page
    assert "encore la lecture" not in page
    waiting = plain(pages["a_lire"].read_text(encoding="utf-8"))
    assert "2 textes, sur 6 points, attendent encore la lecture" in waiting
    assert "18 points sur 18" in waiting


def test_what_a_run_that_was_killed_left_beside_a_page_goes_with_the_next(course: Path) -> None:
    hand_in(course, "eleve", answered(SOLVED))
    folder = course / "feedback" / "eleve" / COURSE.id
    (folder / ".k3x2.partiel").mkdir(parents=True)
    (folder / ".k3x2.partiel" / "1").write_bytes(b"x")
    (folder / ".retour.html.0a1b2c3d.partiel").write_bytes(b"x")
    list(give_back(course, COURSE, TODAY, pdf=False))
    assert {path.name for path in folder.iterdir()} == {PAGE, "submission_secret.txt", "timestamp.txt"}


@needs_posix
def test_every_damaged_copy_gets_its_page_or_a_reason_and_stops_none(course: Path) -> None:
    for name, damage in DAMAGES.items():
        damage.spoil(hand_in(course, name, answered(SOLVED)))
    hand_in(course, "solide", answered(SOLVED))
    found = list(give_back(course, COURSE, TODAY, pdf=False))
    assert len(found) == len(DAMAGES) + 1
    marked = {copy.student for copy in read_copies(course / "submitted", COURSE) if copy.result}
    assert {one.copy.student for one in found if one.files} == marked
    assert all(one.copy.refused for one in found if not one.files)
    assert {path.parent.parent.name for path in (course / "feedback").rglob(PAGE)} == marked
    hostile = (course / "feedback" / "page_web" / COURSE.id / PAGE).read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)" in hostile
    assert "<script" not in hostile


def test_a_page_that_cannot_be_made_or_placed_is_said_and_the_others_are_written(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("avant", "en_lien", "etrange", "protege", "sans_police", "zoe"):
        hand_in(course, name, answered(SOLVED))
    (course / "ailleurs").mkdir()
    (course / "feedback").mkdir()
    (course / "feedback" / "en_lien").symlink_to(course / "ailleurs")
    make, pdf = feedback_files.feedback, feedback_files.to_pdf

    def broken(asked: Exercise, copy: Copy, *rest: Any) -> Document:
        if copy.student == "etrange":
            raise ZeroDivisionError("x")
        return make(asked, copy, *rest)

    def without_font(document: Document) -> bytes:
        if document.subtitle == "sans_police":
            raise feedback_files.DocumentError("Le DOCX le garde. Retirez ce caractère.")
        return pdf(document) if document.subtitle == "zoe" else b"%PDF"

    clear = feedback_files.clear_leftovers

    def protected(folder: Path) -> None:
        if folder.parent.name == "protege":
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        clear(folder)

    monkeypatch.setattr(feedback_files, "clear_leftovers", protected)
    monkeypatch.setattr(feedback_files, "feedback", broken)
    monkeypatch.setattr(feedback_files, "to_pdf", without_font)
    found = {one.copy.student: one for one in give_back(course, COURSE, TODAY)}
    assert {name for name, one in found.items() if one.files} == {"avant", "sans_police", "zoe"}
    assert "lien" in (found["en_lien"].copy.refused or "")
    assert not list((course / "ailleurs").iterdir())
    assert "ce disque est en lecture seule" in (found["protege"].copy.refused or "")
    assert "n'a pas pu être fait" in (found["etrange"].copy.refused or "")
    assert "sa page web le garde" in found["sans_police"].without_pdf
    assert "DOCX" not in found["sans_police"].without_pdf
    assert "Retirez" not in found["sans_police"].without_pdf
    assert not (course / "feedback" / "sans_police" / COURSE.id / PRINTED).exists()
    printed = course / "feedback" / "zoe" / COURSE.id / PRINTED
    assert b"/StructTreeRoot" in printed.read_bytes()
    assert len(list(give_back(course, COURSE, TODAY, pdf=False))) == 6
    assert not printed.exists()


def test_who_handed_in_another_way_since_has_no_page_for_the_exchange_any_more(course: Path) -> None:
    copy = hand_in(course, "zoe", answered(SOLVED))
    (copy / SECRET).write_text("a" * 128, encoding="ascii")
    list(give_back(course, COURSE, TODAY, pdf=False))
    folder = course / "feedback" / "zoe" / COURSE.id
    assert (folder / HANDED_OUT).read_bytes() == (folder / PAGE).read_bytes()
    (copy / SECRET).unlink()  # a file of theirs, made later, counts now
    list(give_back(course, COURSE, TODAY, pdf=False))
    assert (folder / PAGE).is_file()
    assert not (folder / HANDED_OUT).exists()
    assert (folder / SECRET).read_text(encoding="ascii") != "a" * 128


@pytest.mark.parametrize("count", [10, 11])
def test_the_last_step_tells_as_many_copies_as_the_answer(course: Path, count: int) -> None:
    for rank in range(count):
        hand_in(course, f"c{rank:02}", answered(SOLVED))
    asked = ["session", "feedback", COURSE.id, "--session", str(course), "--no-pdf"]
    told = CliRunner().invoke(app, asked)
    assert f"{count} retours sur {count}" in told.stdout.replace("\u00a0", " ")
    assert told.stderr.count(f"Copies lues\u00a0: {count}") == 1
    assert "retours écrits" not in told.stderr


@pytest.mark.slow
@needs_posix
def test_the_exchange_of_nbgrader_hands_the_page_out_to_who_handed_in(course: Path, tmp_path: Path) -> None:
    exchange = tmp_path / "echange"
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    config = course / "nbgrader_config.py"
    with config.open("a", encoding="utf-8") as file:
        file.write(f'\nc.Exchange.root = "{exchange}"\nc.Exchange.cache = "{tmp_path / "cache"}"\n')
    home = tmp_path / "chez_elle"
    home.mkdir()
    shutil.copy(config, home)
    shutil.copytree(course / "release" / COURSE.id, home / COURSE.id)
    nbgrader(course, "release_assignment", COURSE.id)
    nbgrader(home, "submit", COURSE.id)
    nbgrader(course, "collect", COURSE.id)
    hand_in(course, "par_cle_usb", answered(SOLVED))  # came another way: it has no secret
    list(give_back(course, COURSE, TODAY, pdf=False))
    nbgrader(course, "release_feedback", COURSE.id)
    nbgrader(home, "fetch_feedback", COURSE.id)
    (fetched,) = (home / COURSE.id / "feedback").rglob("exercice.html")
    written = next((course / "feedback").glob(f"*/{COURSE.id}/exercice.html"))
    assert fetched.read_bytes() == written.read_bytes() == written.with_name(PAGE).read_bytes()
    assert not (course / "feedback" / "par_cle_usb" / COURSE.id / "exercice.html").exists()
