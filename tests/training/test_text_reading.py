"""The screen on which texts are read: going on keeps the mark in nbgrader's gradebook, and shows the next text."""

import re
from pathlib import Path

import pytest
from training.a_course import COURSE, answered, bare_course, hand_in, mark_by_hand
from training.a_session import ANNE, BRUNO, CHLOE, NAMES, SESSION, people_csv
from training.test_texts_to_read import CLEAR, FIRST, row

from liaison.training.marks.gradebook import grade_course
from liaison.training.session.definition import write_session
from widgets.training_reading import Reading
from widgets.training_reading.reading import t


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seance")
    bare_course(folder)
    write_session(folder, SESSION)
    (folder / "participants.csv").write_bytes(people_csv(NAMES))
    hand_in(folder, ANNE, answered({CLEAR: "Signez.", FIRST: "Le rythme."}))
    hand_in(folder, BRUNO, answered({CLEAR: "Apportez le papier."}))
    hand_in(folder, CHLOE, None)
    list(grade_course(folder, COURSE))
    return folder


def shown(screen: Reading) -> tuple[str, str]:
    return screen.current.person, screen.current.question.id


def left_in_the_list(screen: Reading) -> int:
    labels = " ".join(option["label"].replace("\u00a0", " ") for option in screen.which.options)
    return sum(map(int, re.findall(r" · (\d+) à lire", labels)))


def read(screen: Reading, points: str, comment: str = "") -> None:
    screen.reader.points, screen.reader.comment = points, comment
    screen.go("next")


def test_each_mark_is_kept_as_one_goes_on_and_who_wrote_nothing_never_comes(course: Path) -> None:
    screen = Reading(course)
    order = sorted([ANNE, BRUNO])
    assert shown(screen) == (order[0], CLEAR)
    read(screen, "2,5", "Qui appeler ?")
    assert row(course, order[0], CLEAR) == (2.5, False, "Qui appeler ?")
    assert shown(screen) == (order[1], CLEAR)
    read(screen, "0")
    assert shown(screen) == (ANNE, FIRST)
    assert screen.count.text == t("count", waiting=1, count=3)
    read(screen, "3")
    assert screen.count.text == t("count", waiting=0, count=3)
    assert screen.count.tone == "bon"
    assert f"liaison session close {course}" in screen.count.detail.replace("\u00a0", " ")
    assert screen.reader.points == "3"


def test_points_that_are_none_are_said_one_stays_and_what_was_typed_stays(course: Path) -> None:
    screen = Reading(course)
    first = shown(screen)
    for points, comment in (("4", "Bien"), ("", ""), ("deux", "")):
        read(screen, points, comment)
        assert "de 0 à 3" in screen.reader.error.replace("\u00a0", " ")
        assert shown(screen) == first
        assert screen.reader.points == points
    screen.which.value = f"{COURSE.id}/{FIRST}"
    assert shown(screen) == first
    assert screen.which.value == f"{COURSE.id}/{CLEAR}"
    assert row(course, *first) == (None, True, None)


def test_one_skips_without_a_mark_comes_back_to_what_was_kept_and_goes_no_further_than_the_ends(course: Path) -> None:
    screen = Reading(course)
    screen.go("before")
    first = shown(screen)
    read(screen, "", "À revoir.")
    assert row(course, *first) == (None, True, "À revoir.")
    screen.go("before")
    assert (screen.reader.points, screen.reader.comment) == ("", "À revoir.")
    for _ in range(5):
        screen.go("after")
    assert shown(screen) == (ANNE, FIRST)


@pytest.mark.parametrize(("points", "comment"), [("2", "Bien."), ("deux", ""), ("9", "")])
def test_skipping_moves_whatever_was_typed_keeps_none_of_it_and_its_button_says_so(
    course: Path, points: str, comment: str
) -> None:
    screen = Reading(course)
    first = shown(screen)
    screen.reader.points, screen.reader.comment = points, comment
    screen.go("after")
    assert shown(screen) != first
    assert (screen.reader.points, screen.reader.comment, screen.reader.error) == ("", "", "")
    assert row(course, *first) == (None, True, None)
    assert "sans garder" in screen.reader.words["after"]


def test_what_formgrader_gives_meanwhile_shows_and_what_is_given_here_is_not_lost(course: Path) -> None:
    screen = Reading(course)
    second = sorted([ANNE, BRUNO])[1]
    mark_by_hand(course, COURSE, second, CLEAR, 1, "La date manque.")
    screen.go("after")
    assert (screen.reader.points, screen.reader.comment) == ("1", "La date manque.")
    assert screen.reader.text["state"] == t("state-given", points=1, shown="1", scale="3")
    screen.go("after")
    assert row(course, second, CLEAR) == (1, False, "La date manque.")


def test_a_mark_given_in_another_window_is_shown_and_only_a_second_press_replaces_it(course: Path) -> None:
    screen, other = Reading(course), Reading(course)
    first = shown(screen)
    read(other, "1", "La date manque.")
    sent: list[str] = []
    screen.reader.observe(lambda change: sent.append(change["new"]["state"]), "text")
    read(screen, "3", "Très clair.")
    assert row(course, *first) == (1, False, "La date manque.")
    assert shown(screen) == first
    told = screen.reader.error.replace("\u00a0", " ")
    for word in (first[0], COURSE.question(CLEAR).title, "1 sur 3", "La date manque."):
        assert word in told
    assert sent == [t("state-given", points=1, shown="1", scale="3")]
    assert screen.count.text == t("count", waiting=2, count=3)
    assert left_in_the_list(screen) == 2
    assert (screen.reader.points, screen.reader.comment) == ("3", "Très clair.")
    screen.go("next")
    assert row(course, *first) == (3, False, "Très clair.")
    assert shown(screen) != first


def test_the_same_mark_given_in_two_windows_is_no_trouble_and_one_that_only_looked_writes_nothing(course: Path) -> None:
    same, looks, other = Reading(course), Reading(course), Reading(course)
    first = shown(other)
    read(other, "1", "La date manque.")
    read(same, "1", "La date manque.")
    assert shown(same) != first
    looks.go("after")
    looks.go("before")
    assert (looks.reader.points, looks.reader.comment) == ("1", "La date manque.")
    assert row(course, *first) == (1, False, "La date manque.")


def test_a_question_is_chosen_with_how_many_texts_are_left(course: Path) -> None:
    screen = Reading(course)
    labels = {one["value"].partition("/")[2]: one["label"] for one in screen.which.options}
    assert labels[CLEAR] == t("which-option", title=COURSE.question(CLEAR).title, waiting=2)
    screen.which.value = f"{COURSE.id}/{FIRST}"
    assert shown(screen) == (ANNE, FIRST)
    assert COURSE.question(FIRST).text in screen.question.lines


def test_no_name_is_on_the_screen(course: Path) -> None:
    screen = Reading(course)
    for _ in range(3):
        said = " ".join([str(screen.reader.get_state()), screen.count.text, screen.private.text, screen.title.text])
        assert not [name for name in NAMES.values() if name in said]
        screen.go("after")


def test_copies_that_are_not_marked_yet_are_named_and_one_button_marks_them(course: Path) -> None:
    hand_in(course, SESSION.participants[3], answered({CLEAR: "Venez."}))
    screen = Reading(course)
    assert SESSION.participants[3] in screen.unmarked.text
    assert screen.grade in screen.widget.children
    screen.mark_copies()
    assert screen.grade not in screen.widget.children
    assert screen.count.text == t("count", waiting=4, count=4)


def test_a_folder_that_is_no_session_or_has_no_gradebook_says_so(tmp_path: Path) -> None:
    screen = Reading(tmp_path)
    assert "seance.yaml" in screen.opening.notice.text
    write_session(tmp_path, SESSION)
    screen = Reading(tmp_path)
    assert "session grade" in screen.unmarked.text
