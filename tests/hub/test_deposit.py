"""Remettre à la salle depuis l'exercice : la copie est dans l'échange, et ce qui n'est pas remis se dit avant."""

import contextlib
import datetime as dt
import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import ipywidgets
import pytest
from hub.rooms import COURSE, MODULE, released_session
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from narrowing import of_kind, present
from nbgrader.exchange.default import ExchangeSubmit
from nbgrader.exchange.default import exchange as default_exchange
from nbgrader.server_extensions.assignment_list.handlers import AssignmentList
from page_side import press

from app.room.environment import environment
from app.room.pages import PAGES, works
from app.room.places import Room, furnish, lay_out, tell_deadline
from liaison.module import EXERCISE
from liaison.questions.common import Matching
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.exercise.definition import BET, exercise
from liaison.training.hand_in.deciding import counts_already
from liaison.training.hand_in.deposit import (
    DEADLINE,
    Deposit,
    DepositError,
    clock,
    deadline,
    hand_in,
    last_deposit,
    not_copied,
    what_stops,
)
from liaison.training.hand_in.gathering import gather
from liaison.training.session.definition import load_session, write_session
from widgets.hosts import host
from widgets.texts import texts
from widgets.training import RoomHandInView, Sheet
from widgets.training.bet import BetBefore
from widgets.training.deposit_words import about_the_deadline, not_handed_in

ANSWER = "message_de_21_heures"
TEXT = "message_clair"
LIMIT = dt.datetime(2026, 11, 27, 17, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the exercise in a place of the room, seen by the notebook that is open there."""
    [code] = released_session(tmp_path / "seance", 1)
    room = Room(load_session(tmp_path / "seance"))
    lay_out(room)
    for folder in (room.exchange / COURSE, room.exchange / COURSE / "inbound"):
        folder.chmod(0o777)
    furnish(room, code, None, None)
    for name, value in environment(room, code, tmp_path / "runtime").items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("JUPYTERHUB_USER", code)
    monkeypatch.chdir(room.space(code) / MODULE)
    yield room.space(code) / MODULE
    ipywidgets.Widget.close_all()


def handed_in(place: Path) -> list[dict[str, Any]]:
    """The answers in the exchange, in the order in which they were handed in."""
    inbound = place.parents[2] / "echange" / COURSE / "inbound"
    copies = sorted(inbound.iterdir(), key=lambda copy: copy.name.split("+")[2])
    assert all(copy.name.startswith(f"{place.parent.name}+{MODULE}+") for copy in copies)
    return [json.loads((copy / ANSWERS_FILE).read_text(encoding="utf-8"))["answers"] for copy in copies]


def the_end(sheet: Sheet) -> RoomHandInView:
    assert sheet.hand_in
    return of_kind(sheet.ends["hand_in"], RoomHandInView)


def kinds(sheet: Sheet) -> set[str]:
    """What the last part of an exercise is made of."""
    return {type(part).__name__ for part in sheet.hand_in.children}


def test_in_the_room_the_last_part_of_an_exercise_hands_in_to_the_room_and_says_where_answers_are(place: Path) -> None:
    assert host() == "salle"
    sheet = Sheet(MODULE, place)
    assert "FileOut" not in kinds(sheet)
    view = the_end(sheet)
    assert view.give.label == "Remettre"
    said = " ".join(view.where.lines)
    assert "l’ordinateur de la formatrice ou du formateur" in said
    assert place.parent.name in said
    assert "Pas encore remis" in said
    sheet.state.record(ANSWER, "attend")
    press(view.give)
    assert [copy[ANSWER]["last"] for copy in handed_in(place)] == ["attend"]
    assert view.notice.title == "C’est remis"
    assert "sans réponse" in view.notice.text
    assert "Remis à" in " ".join(view.where.lines)
    assert view.give.label == "Remettre de nouveau"
    assert not view.give.disabled


def test_in_the_room_answers_are_said_to_be_at_one_s_place_and_never_beside_a_notebook(place: Path) -> None:
    where, *_ = Sheet(MODULE, place).copy.lines.lines
    assert "à votre place, sur l'ordinateur de la formatrice ou du formateur. Fermez" in where
    assert "carnet" not in where


def test_on_one_s_own_machine_the_copy_names_its_file_beside_the_notebook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CARNETS_ECHANGE", raising=False)
    where, *_ = Sheet(MODULE, tmp_path).copy.lines.lines
    assert "à côté de ce carnet. Fermez" in where


def test_on_one_s_own_machine_the_last_part_makes_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CARNETS_ECHANGE", raising=False)
    assert "FileOut" in kinds(Sheet(MODULE, tmp_path))


def why_not_handed_in(place: Path) -> str:
    """What is said of a hand-in that does not come."""
    with pytest.raises(DepositError) as caught:
        hand_in(place)
    return not_handed_in(caught.value)


def test_an_empty_hand_in_is_told_before_and_nothing_is_handed_in(place: Path) -> None:
    view = the_end(Sheet(MODULE, place))
    press(view.give)
    assert (view.notice.kind, view.notice.title) == ("erreur", "Rien n’a été remis")
    assert "Aucune réponse" in view.notice.text
    assert "Ouvrez-le" not in view.notice.text  # one is in it
    assert "Aucune réponse" in why_not_handed_in(place)
    assert handed_in(place) == []


def test_a_bet_or_a_text_of_spaces_is_no_answer_and_nothing_is_handed_in(place: Path) -> None:
    sheet = Sheet(MODULE, place)
    view = the_end(sheet)
    sheet.state.record(BET, next(iter(present(exercise(MODULE).bet).choices)).id)
    sheet.state.record(TEXT, "  \n")
    press(view.give)
    assert (view.notice.kind, view.notice.title) == ("erreur", "Rien n’a été remis")
    assert what_stops(place) == "vide"
    assert handed_in(place) == []
    sheet.state.record(ANSWER, "attend")
    assert what_stops(place) == ""


def refused(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def damaged(file: Path) -> None:
    file.write_text("{", encoding="utf-8")


def linked(file: Path) -> None:
    (file.parent / "autre.json").write_text("{}", encoding="utf-8")
    file.symlink_to("autre.json")


def piped(file: Path) -> None:
    os.mkfifo(file)


@pytest.mark.parametrize("spoil", [damaged, linked, piped])
def test_answers_that_cannot_be_read_are_told_at_once_and_nothing_is_handed_in(
    place: Path, spoil: Callable[[Path], None]
) -> None:
    sheet = Sheet(MODULE, place)
    view = the_end(sheet)
    sheet.state.record(ANSWER, "attend")
    press(view.give)
    (place / ANSWERS_FILE).unlink()
    spoil(place / ANSWERS_FILE)
    press(view.give)
    assert (view.notice.kind, view.notice.title) == ("erreur", "Rien n’a été remis")
    assert "ne peuvent pas être lues" in view.notice.text
    assert "ne peuvent pas être lues" in why_not_handed_in(place)
    assert len(handed_in(place)) == 1
    assert present(last_deposit(place)).since == ("changee" if spoil is damaged else "plus-lisible")


def broken(file: Path) -> None:
    file.symlink_to("nulle-part")


def looping(file: Path) -> None:
    file.symlink_to(".")


@pytest.mark.parametrize("spoil", [piped, broken, looping])
@pytest.mark.parametrize("name", ["exercice.ipynb", "brouillons/note.txt", ".tuyau", ".cache/__a"])
def test_a_file_that_cannot_go_with_a_copy_is_named_and_nothing_is_handed_in(
    place: Path, spoil: Callable[[Path], None], name: str
) -> None:
    sheet = Sheet(MODULE, place)
    sheet.state.record(ANSWER, "attend")
    (place / name).parent.mkdir(exist_ok=True)
    (place / name).unlink(missing_ok=True)
    spoil(place / name)
    view = the_end(sheet)
    press(view.give)
    assert (view.notice.kind, view.notice.title) == ("erreur", "Rien n’a été remis")
    assert f"« {name} » ne peut pas se copier" in view.notice.text.replace("\u00a0", " ")
    assert handed_in(place) == []
    (place / name).unlink()
    press(view.give)
    assert (len(handed_in(place)), view.notice.title) == (1, "C’est remis")


@pytest.mark.parametrize("closed", [".note", "brouillons", ".cache/a"])
def test_what_is_closed_to_its_own_account_is_named_hidden_or_not(
    place: Path, monkeypatch: pytest.MonkeyPatch, closed: str
) -> None:
    (place / ".cache").mkdir()
    (place / closed).write_text("", encoding="utf-8") if closed != "brouillons" else (place / closed).mkdir()
    # What an administrator, who runs these tests, may open is closed to the account of a place.
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).stat().st_mode & mode << 6 == mode << 6)
    assert not_copied(place) == ""
    (place / closed).chmod(0)
    assert not_copied(place) == closed


def test_what_nbgrader_leaves_at_its_place_stops_no_hand_in(place: Path) -> None:
    Sheet(MODULE, place).state.record(ANSWER, "attend")
    for name in (".ipynb_checkpoints", "__pycache__", "feedback"):
        (place / name).mkdir()
        os.mkfifo(place / name / "tuyau")
    assert not_copied(place) == ""
    assert hand_in(place)
    assert len(handed_in(place)) == 1


@pytest.mark.parametrize(("more", "named"), [(0, ""), (1, "film/a.mp4")])
def test_a_folder_too_heavy_to_go_names_its_heaviest_file(place: Path, more: int, named: str) -> None:
    Sheet(MODULE, place).state.record(ANSWER, "attend")
    others = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
    (place / "film").mkdir()
    with (place / "film/a.mp4").open("wb") as film:
        film.truncate(100_000_000 - others + more)  # what nbgrader takes at most, and nothing on the disk
    assert not_copied(place) == named
    server = AssignmentList()
    server.root_dir = str(place.parent)
    with contextlib.chdir(place.parent):
        assert server.submit_assignment(COURSE, MODULE)["success"] is not bool(named)


def test_a_name_that_spells_no_text_is_shown_all_the_same(place: Path) -> None:
    spelled = place / os.fsdecode(b"\xff")
    os.mkfifo(spelled)
    assert not_copied(place) == "\ufffd"
    (place / "un\nautre").symlink_to("nulle-part")
    spelled.unlink()
    assert not_copied(place) == "un autre"


def test_of_a_hand_in_that_stops_half_way_nothing_stays_in_the_exchange(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Sheet(MODULE, place).state.record(ANSWER, "attend")
    with monkeypatch.context() as full:
        full.setattr(ExchangeSubmit, "set_perms", refused)
        assert "Cela n’a pas pu se faire" in why_not_handed_in(place)
    assert handed_in(place) == []
    assert last_deposit(place) is None
    hand_in(place)
    with monkeypatch.context() as full:
        full.setattr(ExchangeSubmit, "set_perms", refused)
        assert "Cela n’a pas pu se faire" in why_not_handed_in(place)
    assert len(handed_in(place)) == 1


HAND_IN = """
import sys
from pathlib import Path
from nbgrader.exchange.default import ExchangeSubmit
from liaison.base.faults import FrenchError
from liaison.training.hand_in.deposit import DepositError, hand_in
from widgets.training.deposit_words import not_handed_in

def full(*_given, **_named):
    raise OSError(28, "No space left on device")

if sys.argv[2] == "arrêtée":
    ExchangeSubmit.set_perms = full
try:
    hand_in(Path(sys.argv[1]))
except DepositError as error:
    print(not_handed_in(error))
"""


def by_who_obeys_rights(place: Path, how: str = "") -> str:
    """Hand in from a process to which closed folders are closed, even where these tests run as an administrator."""
    prefix = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    if prefix and shutil.which("setpriv") is None:
        pytest.skip("sans setpriv, rien n'est fermé à l'administration")
    script = [sys.executable, "-c", HAND_IN, str(place), how]
    done = subprocess.run([*prefix, *script], cwd=place, capture_output=True, text=True, env=os.environ, check=True)
    return done.stdout.replace("\u00a0", " ").strip()


def closed_to_writing(place: Path) -> None:
    """Close to writing a folder, what is in it, and a file named as one that nbgrader writes beside a copy."""
    Sheet(MODULE, place).state.record(ANSWER, "attend")
    (place / "brouillons").mkdir()
    for file in (place / "brouillons" / "note.txt", place / "timestamp.txt"):
        file.write_text("", encoding="utf-8")
    for path in (*place.rglob("*"), place):
        path.chmod(0o555 if path.is_dir() else 0o444)


def test_an_exercise_whose_folder_cannot_be_written_in_is_handed_in_whole(place: Path) -> None:
    closed_to_writing(place)
    assert by_who_obeys_rights(place) == ""
    assert [copy[ANSWER]["last"] for copy in handed_in(place)] == ["attend"]
    room = load_session(place.parents[3])
    assert gather(room, (MODULE,), dt.datetime.now(dt.UTC)).taken == ((place.parent.name, MODULE),)
    assert present(last_deposit(place)).since == ""


def test_of_a_folder_that_cannot_be_written_in_nothing_stays_of_a_hand_in_that_stops_half_way(place: Path) -> None:
    closed_to_writing(place)
    assert "n’a pas pu se faire" in by_who_obeys_rights(place, "arrêtée")
    assert handed_in(place) == []
    assert last_deposit(place) is None


@pytest.mark.parametrize("mode", [0o000, 0o333, 0o444])
def test_an_exercise_whose_folder_cannot_be_opened_says_what_to_do_and_nothing_is_handed_in(
    place: Path, mode: int
) -> None:
    Sheet(MODULE, place).state.record(ANSWER, "attend")
    place.chmod(mode)
    said = by_who_obeys_rights(place)
    assert f"Le dossier de l’exercice, « {MODULE} », est fermé" in said
    assert "chmod u+rwx" in said
    assert handed_in(place) == []
    place.chmod(0o755)
    assert by_who_obeys_rights(place) == ""


@pytest.mark.parametrize("name", ["timestamp.txt", "submission_secret.txt"])
def test_a_folder_that_has_the_name_of_what_nbgrader_writes_is_named_and_nothing_is_handed_in(
    place: Path, name: str
) -> None:
    Sheet(MODULE, place).state.record(ANSWER, "attend")
    (place / name).mkdir()
    assert f"« {name} » ne peut pas se copier" in why_not_handed_in(place).replace("\u00a0", " ")
    (place / name).rmdir()
    (place / "brouillons" / name).mkdir(parents=True)  # elsewhere, it goes
    assert hand_in(place)


def test_answers_changed_since_they_were_handed_in_are_told_and_handed_in_again(place: Path) -> None:
    sheet = Sheet(MODULE, place)
    view = the_end(sheet)
    sheet.state.record(ANSWER, "attend")
    press(view.give)
    sheet.state.record(ANSWER, "sonne")
    assert (view.notice.kind, view.notice.title) == ("attention", "Vos réponses ont changé depuis votre remise")
    # Who comes back later is told as well.
    assert the_end(Sheet(MODULE, place)).notice.title == view.notice.title
    press(view.give)
    assert [copy[ANSWER]["last"] for copy in handed_in(place)] == ["attend", "sonne"]
    again = the_end(Sheet(MODULE, place))
    assert again.notice.title == ""
    assert again.give.label == "Remettre de nouveau"


def test_answers_that_are_no_longer_there_or_no_longer_read_are_not_said_to_have_changed(place: Path) -> None:
    sheet = Sheet(MODULE, place)
    sheet.state.record(ANSWER, "attend")
    press(the_end(sheet).give)
    (place / ANSWERS_FILE).unlink()
    view = the_end(Sheet(MODULE, place))
    assert (view.notice.kind, view.notice.text) == ("information", "Ce que vous avez remis compte.")
    assert view.notice.title == "Vos réponses ne sont plus à votre place depuis votre remise"
    (place / ANSWERS_FILE).write_bytes(b" " * 1_000_001)
    view = the_end(Sheet(MODULE, place))
    assert (view.notice.kind, view.notice.text) == ("attention", "Ce que vous avez remis compte.")
    assert view.notice.title == "Vos réponses ne peuvent plus être lues depuis votre remise"


def test_what_is_typed_or_chosen_and_not_kept_is_kept_and_handed_in(place: Path) -> None:
    sheet = Sheet(MODULE, place)
    assert sheet.bet
    assert all(sheet.question(one.id) for one in sheet.state.exercise.questions)
    bet = of_kind(sheet.ends["bet"], BetBefore)
    bet.question.value = bet.bet.choices[0].id
    sheet.views[TEXT].answering.show("Signez le papier avant mardi, merci.")
    sheet.views[ANSWER].answering.show("attend")
    view = the_end(sheet)
    press(view.give)
    # Settings and orders that nobody touched are no answer.
    answers = {name: (one["attempts"], one["last"]) for name, one in handed_in(place)[0].items()}
    assert answers == {
        "pari": (1, bet.bet.choices[0].id),
        TEXT: (1, "Signez le papier avant mardi, merci."),
        ANSWER: (1, "attend"),
    }
    assert view.notice.title == "C’est remis"
    kept, missing = view.notice.text.split("\n")
    assert all(title in kept for title in ("Votre pari", sheet.views[TEXT].title, sheet.views[ANSWER].title))
    assert all((one.title in missing) is (one.id not in answers) for one in sheet.state.exercise.questions)
    press(view.give)
    assert {name: one["attempts"] for name, one in handed_in(place)[1].items()} == dict.fromkeys(answers, 1)


def test_what_is_begun_and_cannot_be_kept_is_named_before_and_a_second_press_hands_in_all_the_same(
    place: Path,
) -> None:
    sheet = Sheet(MODULE, place)
    view = the_end(sheet)
    begun = next(one for one in sheet.state.exercise.questions if isinstance(one, Matching))
    sheet.question(begun.id)
    sheet.question(ANSWER)
    sheet.views[begun.id].answering.widget.value = {begun.left[0].id: begun.right[0].id}
    sheet.views[ANSWER].answering.show("attend")
    press(view.give)
    assert (view.notice.kind, view.notice.title) == ("erreur", "Rien n’a été remis")
    assert begun.title in view.notice.text
    assert "encore une fois" in view.notice.text
    assert sheet.views[begun.id].notice.title == "Rien n'a été gardé"
    assert handed_in(place) == []
    press(view.give)
    assert [list(copy) for copy in handed_in(place)] == [[ANSWER]]
    assert begun.title in view.notice.text
    # What is begun is named each time, not once for all.
    press(view.give)
    assert view.notice.title == "Rien n’a été remis"


def as_exercise(folder: Path) -> None:
    """Make a folder look like an exercise that is released."""
    folder.mkdir(parents=True)
    (folder / "exercice.ipynb").write_text('{"cells": [], "metadata": {}, "nbformat": 4}', encoding="utf-8")


@pytest.mark.parametrize("course", [f"{COURSE}-suite", f"{COURSE}/inbound/suite", f"{COURSE}*"])
def test_a_place_lists_fetches_and_hands_in_nothing_of_another_course(place: Path, course: str) -> None:
    space, module = place.parent, "02_correction"
    exchange = space.parents[1] / "echange" / course
    as_exercise(exchange / "outbound" / module)
    (exchange / "inbound").mkdir()
    server = AssignmentList()
    server.root_dir = str(space)
    with contextlib.chdir(space):
        assert not server.list_assignments(course)["success"]
        assert not server.fetch_assignment(course, module)["success"]
        assert not server.submit_assignment(course, MODULE)["success"]
        assert not server.fetch_feedback(course, module)["success"]
    assert not (space / module).exists()
    assert list((exchange / "inbound").iterdir()) == []


def test_a_place_fetches_an_exercise_of_our_course_and_nothing_that_its_name_leads_to(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    space = place.parent
    monkeypatch.chdir(space)
    as_exercise(space.parents[1] / "echange" / COURSE / "inbound" / "suite")
    shutil.rmtree(place)
    server = AssignmentList()
    server.root_dir = str(space)
    assert not server.fetch_assignment(COURSE, "../inbound/suite")["success"]
    assert server.fetch_assignment(COURSE, MODULE)["success"]
    [listed] = server.list_assignments(COURSE)["value"]
    assert (listed["assignment_id"], listed["status"]) == (MODULE, "fetched")
    assert (place / "exercice.ipynb").is_file()
    assert not (space.parent / "inbound").exists()


def test_a_place_hands_in_to_an_exchange_in_which_it_makes_no_course(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What nbgrader finds under the account of a place; an administrator, who may run this, writes everywhere.
    monkeypatch.setattr(default_exchange, "check_directory", lambda *_asked, **_rights: False)
    Sheet(MODULE, place).state.record(ANSWER, "attend")
    hand_in(place)
    assert len(handed_in(place)) == 1


def test_an_exchange_that_is_closed_is_told_and_the_answers_stay(place: Path) -> None:
    sheet = Sheet(MODULE, place)
    sheet.state.record(ANSWER, "attend")
    (place.parents[2] / "echange" / COURSE / "inbound").rename(place.parents[2] / "ailleurs")
    view = the_end(sheet)
    press(view.give)
    assert view.notice.title == "Rien n’a été remis"
    assert "gardées" in view.notice.text
    assert (place / ANSWERS_FILE).is_file()
    assert last_deposit(place) is None


def test_an_exchange_that_closes_after_a_first_hand_in_does_not_pass_it_for_the_next(place: Path) -> None:
    sheet = Sheet(MODULE, place)
    view = the_end(sheet)
    sheet.state.record(ANSWER, "attend")
    press(view.give)
    first = last_deposit(place)
    (place.parents[2] / "echange" / COURSE / "inbound").rename(place.parents[2] / "ailleurs")
    sheet.state.record(ANSWER, "sonne")
    press(view.give)
    assert view.notice.title == "Rien n’a été remis"
    assert first is not None
    assert last_deposit(place) == Deposit(first.at, "changee", first.hours)


def test_the_page_of_a_place_says_that_what_changed_since_is_not_handed_in(place: Path) -> None:
    def shown() -> tuple[str, str]:
        with contextlib.chdir(place.parent):  # where the server of a place stands
            [work] = works(server.list_assignments(COURSE)["value"], place.parent)
        lines = {"link": lambda *parts: "/".join(parts), "code": "R7K2M", "style": "", "place": "/place", "xsrf": ""}
        pages = Environment(loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined)
        said = pages.get_template("place.html").render(
            t=texts("room"), works=[work], outcome="", elsewhere=False, lab=False, exercise=EXERCISE, **lines
        )
        return work.since, said

    server = AssignmentList()
    server.root_dir = str(place.parent)
    changed = texts("room")("room-copie-changee")
    sheet = Sheet(MODULE, place)
    sheet.state.record(ANSWER, "attend")
    assert changed not in shown()[1]
    hand_in(place)
    assert (shown()[0], changed in shown()[1]) == ("", False)
    sheet.state.record(ANSWER, "sonne")
    assert (shown()[0], changed in shown()[1]) == ("changee", True)
    hand_in(place)
    assert (shown()[0], changed in shown()[1]) == ("", False)
    (place / ANSWERS_FILE).write_bytes(b" " * 1_000_001)
    assert "ne peuvent plus être lues depuis votre remise.</strong> Ce que vous avez remis compte." in shown()[1]
    (place / ANSWERS_FILE).unlink()
    assert "ne sont plus à votre place depuis votre remise.</strong> Ce que vous avez remis compte." in shown()[1]
    assert changed not in shown()[1]


def test_the_deadline_of_the_session_reaches_its_places(place: Path) -> None:
    assert deadline() == load_session(place.parents[3]).session.deadline
    assert deadline({}) is None
    assert deadline({DEADLINE: "demain"}) is None


@pytest.mark.parametrize(
    "content", ["", "demain", "demain Europe/Paris", "2026-11-27T17:00:00+00:00 Nulle/Part", "x " * 9, "é"]
)
def test_an_hour_that_cannot_be_read_is_none(tmp_path: Path, content: str) -> None:
    file = tmp_path / "limite.txt"
    file.write_text("2026-11-27T17:00:00+00:00 Europe/Paris", encoding="utf-8")
    assert deadline({DEADLINE: str(file)}) == LIMIT
    file.write_text(content, encoding="utf-8")
    assert deadline({DEADLINE: str(file)}) is None


@pytest.mark.parametrize(
    ("handed_in", "until", "now", "counts"),
    [
        ([LIMIT], LIMIT, LIMIT, False),  # until then another may take its place
        ([LIMIT], LIMIT, LIMIT + SECOND, True),
        ([LIMIT + SECOND], LIMIT, LIMIT + SECOND, False),
        ([], LIMIT, LIMIT + SECOND, False),
        ([LIMIT], None, LIMIT + SECOND, False),
    ],
)
def test_a_copy_counts_already_once_the_hour_that_it_met_is_over(
    handed_in: list[dt.datetime], until: dt.datetime | None, now: dt.datetime, counts: bool
) -> None:
    assert counts_already(handed_in, until, now) is counts


def test_what_is_no_copy_among_those_that_nbgrader_keeps_is_passed_over(place: Path) -> None:
    Sheet(MODULE, place).state.record(ANSWER, "attend")
    kept = hand_in(place)
    (copy,) = Path(os.environ["JUPYTER_DATA_DIR"]).rglob(f"*+{MODULE}+*")
    copy.with_name(f"{place.parent.name}+{MODULE}+un autre jour").mkdir()
    copy.with_name(f"{place.parent.name}+02_un_autre_module+2099-01-01 10:00:00.000000 UTC").mkdir()
    assert last_deposit(place) == kept


def test_without_an_hour_of_the_session_hours_are_those_of_paris(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DEADLINE, raising=False)
    assert clock(LIMIT) == "18 h"


def limit_at(place: Path, until: dt.datetime, zone: str = "Europe/Paris") -> None:
    """Change the hour in the file of the session, as a trainer does while the room is open."""
    root = place.parents[3]
    session = load_session(root).session
    local = until.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    changes = {"hand_in_until": local, "date": local.date(), "time_zone": zone}
    write_session(root, session.model_copy(update=changes))
    tell_deadline(Room(load_session(root)))


def test_an_hour_that_is_changed_while_the_room_is_open_is_that_of_its_places(place: Path) -> None:
    later = dt.datetime(2026, 11, 28, 12, 30, tzinfo=dt.UTC)
    limit_at(place, later)
    assert deadline() == later
    limit_at(place, later, "America/Guadeloupe")
    assert deadline() == later
    said = about_the_deadline([], deadline(), later)
    assert "28/11/2026 à 8 h 30, heure locale : Guadeloupe" in said.replace("\u00a0", " ").replace("\u202f", " ")
    assert clock(later) == "8 h 30"


def test_who_hands_in_again_after_the_hour_hears_that_the_copy_on_time_counts(place: Path) -> None:
    now = dt.datetime.now(dt.UTC)
    limit_at(place, now + dt.timedelta(hours=1))
    sheet = Sheet(MODULE, place)
    sheet.state.record(ANSWER, "attend")
    view = the_end(sheet)
    press(view.give)
    assert view.notice.title == "C’est remis"
    (first,) = (last_deposit(place) or Deposit(now, since="changee")).hours
    limit_at(place, first + dt.timedelta(microseconds=1))
    sheet.state.record(ANSWER, "sonne")
    assert "une autre ne la remplacera pas" in view.notice.text
    press(view.give)
    assert (view.notice.kind, view.notice.title) == ("attention", "Remis après l’heure limite")
    assert "celle que vous aviez remise à l’heure compte" in view.notice.text
    assert "marquée en retard" not in " ".join(view.where.lines)
    assert "laissée de côté" in " ".join(view.where.lines)


def test_who_first_hands_in_after_the_hour_hears_that_this_copy_is_late(place: Path) -> None:
    limit_at(place, dt.datetime.now(dt.UTC) - dt.timedelta(minutes=1))
    sheet = Sheet(MODULE, place)
    sheet.state.record(ANSWER, "attend")
    view = the_end(sheet)
    press(view.give)
    assert view.notice.title == "C’est remis"
    assert "votre copie est marquée en retard" in " ".join(view.where.lines)


@pytest.mark.parametrize(
    ("handed_in", "now", "said"),
    [
        ([], LIMIT, "la dernière copie remise ici compte"),
        ([LIMIT], LIMIT, "la dernière copie remise ici compte"),
        ([LIMIT], LIMIT + SECOND, "une autre ne la remplacera pas"),
        ([LIMIT, LIMIT + SECOND], LIMIT + SECOND, "celle que vous avez remise après est laissée de côté"),
        ([LIMIT + SECOND], LIMIT + SECOND, "votre copie est marquée en retard"),
        ([], LIMIT + SECOND, "votre copie sera marquée en retard"),
    ],
)
def test_what_the_deadline_means_is_said_before_handing_in(
    handed_in: list[dt.datetime], now: dt.datetime, said: str
) -> None:
    told = about_the_deadline(handed_in, LIMIT, now)
    assert said in told
    # Of what came otherwise, a place knows nothing: it says which of the two would count.
    assert told.replace("\u00a0", " ").endswith("compte de même : ce qui est à l’heure d’abord, puis le plus récent.")
    assert "27/11/2026" in told
    assert about_the_deadline(handed_in, None, now) == ""
