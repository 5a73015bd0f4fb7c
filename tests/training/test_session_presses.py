"""What a press on the screens of a session does while another works, and what is said of what was left out."""

import asyncio
import json
import os
import stat
import threading
from pathlib import Path
from typing import Any

import pytest
from training.a_course import COURSE, answered, hand_in
from training.a_session import (
    ANNE,
    BRUNO,
    NOON,
    SESSION,
    answers,
    archive,
    at,
    drop,
    markable_session,
    session_in,
)
from training.test_session_desk import LIST, field, press, ready

from liaison.base.closed import closed_to_others
from liaison.base.faults import FrenchError
from liaison.training.closing import closing
from liaison.training.exercise.scoring import solution
from liaison.training.hand_in.drop_beside import collect_files, drop_beside, file_name, open_drop
from liaison.training.marks.filled_table import TABLE
from liaison.training.papers.presences import PRESENCES
from liaison.training.purge.erasure import Erasure
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionFolder, load_session, write_session
from widgets.kit import FileIn
from widgets.training_session import erasing_view
from widgets.training_session.closing_view import EVERYBODY, LISTED, ClosingView
from widgets.training_session.codes_view import CodesView
from widgets.training_session.erasing_view import ErasingView
from widgets.training_session.hand_ins_view import HandInsView
from widgets.training_session.preparation import Preparation


@pytest.fixture
def place(tmp_path: Path) -> SessionFolder:
    """A session with a copy to mark and a list of names."""
    root = markable_session(tmp_path / "seance")
    hand_in(root, ANNE, answered({"message_de_21_heures": "attend"}))
    return load_session(root)


def closed(place: SessionFolder, present: str = EVERYBODY) -> ClosingView:
    view = ClosingView(place)
    view.present.value = present
    press(view.button)
    return view


def test_nothing_is_pressed_while_names_go_and_the_proof_is_shown_at_the_end(
    place: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasing_view, "TOO_SOON_S", 0.0)
    view = ErasingView(place)
    view.draw()
    press(view.look)
    assert not view.working.progress.stops
    pressed, go_on = threading.Event(), threading.Event()
    purge = erasing_view.purge

    def slow(*given: Any, **more: Any) -> Erasure:
        pressed.set()
        assert go_on.wait(30)
        return purge(*given, **more)

    monkeypatch.setattr(erasing_view, "purge", slow)

    async def page() -> None:
        press(view.confirm)
        while not pressed.is_set():
            await asyncio.sleep(0.01)
        before = view.widget.children
        assert all(button.disabled for button in (view.confirm, view.renounce, view.look, view.reread))
        press(view.renounce)
        press(view.look)
        view.draw()  # the step, pressed again
        assert view.widget.children == before
        assert view.working.widget in before
        go_on.set()
        while not view.proof.text:
            await asyncio.sleep(0.01)

    asyncio.run(asyncio.wait_for(page(), 60))
    assert str(place.erasure) in view.proof.text
    assert not view.reread.disabled


def test_no_button_offers_to_stop_what_does_not_stop(place: SessionFolder) -> None:
    assert not HandInsView(place).working.progress.stops
    assert ClosingView(place).working.progress.stops


def test_a_closing_that_leaves_somebody_out_says_whom_and_is_not_all_well(place: SessionFolder) -> None:
    (place.root / PRESENCES).write_text(f"code;matin;apres_midi\n{ANNE};x;x\n", encoding="utf-8")
    view = closed(place, LISTED)
    assert view.left.text.count("Sans ligne") == 1
    assert "Badges, Attestations" in view.left.text
    assert BRUNO in view.left.text
    assert view.sentence.tone == "neutre"


def test_a_closing_that_sets_a_filled_table_aside_says_where_and_why(place: SessionFolder) -> None:
    place.documents.mkdir(exist_ok=True)
    (place.documents / TABLE).write_text("ce;nest;pas\nle;bon;tableau\n", encoding="utf-8")
    view = closed(place)
    [aside] = place.documents.glob("*_garde.csv")
    assert str(aside) in view.left.text
    why = next(row["why"] for row in view.parts.rows if row["part"] == "Tableau des textes")
    assert len(why.splitlines()) > 1
    assert view.sentence.tone == "neutre"


def test_texts_that_nobody_can_count_are_not_said_to_be_none(place: SessionFolder) -> None:
    place.gradebook.write_bytes(b"ce n'est pas un carnet")
    view = HandInsView(place)
    view.draw()
    assert "ne peuvent pas être comptés" in view.sentence.detail
    assert "Aucun texte" not in view.sentence.detail
    ended = closed(place)
    assert "ne peuvent pas être comptés" in ended.sentence.detail
    assert "Aucun texte" not in ended.sentence.detail


def test_copies_that_are_not_marked_are_said_when_a_session_is_closed(
    place: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> list[object]:
        raise FrenchError("essai")

    monkeypatch.setattr(closing, "grade_course", refused)
    (place.root / "submitted" / ANNE / COURSE.id / "reponses.json").write_text(
        json.dumps(answered({question.id: solution(question) for question in COURSE.questions})), encoding="utf-8"
    )
    assert "1 copie n'est pas encore notée" in closed(place).sentence.detail


def test_a_hand_in_that_a_browser_unpacked_swallows_no_other_file(tmp_path: Path) -> None:
    place = session_in(tmp_path / "seance")
    chosen = [
        ("remise.json", b'{"version": 1}'),
        ("remise.zip", archive(ANNE, at(11))),
        ("remise.zip", archive(BRUNO, at(11), answers("part"))),
    ]
    done = collect_files(place, chosen, at(12))
    assert {line.code for line in done.new if line.state == "recue"} == {ANNE, BRUNO}
    for again in (chosen, chosen[::-1], chosen[1:]):
        assert collect_files(place, again, at(13)).new == ()


@pytest.mark.parametrize("name", ["🙂" * 300 + ".zip", "a" * 900 + ".zip"])
def test_the_name_of_a_file_fits_a_disk_in_bytes_and_keeps_its_ending(name: str) -> None:
    short = file_name(name)
    assert len(short.encode()) <= 240
    assert short.endswith(".zip")


def chosen(files: FileIn, *names: str) -> None:
    files._handle_custom_msg(
        {"kind": "files", "names": [*names]}, [f"Nom\n{name} Fictive\n".encode() for name in names]
    )


def test_the_list_that_was_given_last_is_the_one_and_is_named() -> None:
    people = field(LIST)
    assert "collée" in people.chosen.text
    chosen(people.file, "zoe.csv", "lea.csv")
    assert [person.name for person in people.expected().people] == ["lea.csv Fictive"]
    assert "« lea.csv »" in people.chosen.text.replace("\u00a0", " ")
    assert people.chosen in people.answer.children
    people.pasted.value = ""
    assert [person.name for person in people.expected().people] == ["lea.csv Fictive"]
    people.pasted.value = LIST
    assert people.expected().count == 2
    assert "collée" in people.chosen.text
    people.forget()
    assert people.chosen.text == ""


@pytest.mark.parametrize("day", ["31/12/9999", "27/11/0026", "01/01/2200"])
def test_a_year_in_which_no_session_is_held_is_refused_where_it_is_written(tmp_path: Path, day: str) -> None:
    preparation = ready(tmp_path)
    preparation.day.value = day
    press(preparation.on)
    assert "de 2000 à 2199" in preparation.day.error
    press(preparation.make)  # a press that was already under way
    assert "de 2000 à 2199" in preparation.refusal.text
    assert list(tmp_path.iterdir()) == []


def test_an_hour_limit_changed_meanwhile_is_the_one_of_the_screen(tmp_path: Path) -> None:
    place = session_in(tmp_path / "seance")
    view = HandInsView(place)
    write_session(place.root, SESSION.model_copy(update={"hand_in_until": SESSION.hand_in_until.replace(hour=1)}))
    view.files._handle_custom_msg({"kind": "files", "names": [f"remise-{ANNE}.zip"]}, [archive(ANNE, at(11))])
    assert [(row["code"], row["module"]) for row in view.changed.rows] == [(ANNE, COURSE.id)]
    assert "après l'heure" in view.changed.rows[0]["why"]


@pytest.mark.skipif(os.name != "posix", reason="ailleurs, un fichier n'a pas de tels droits")
def test_what_is_taken_in_on_screen_is_for_its_owner_alone(tmp_path: Path) -> None:
    place = session_in(tmp_path / "seance")
    view = HandInsView(place)
    view.files._handle_custom_msg({"kind": "files", "names": [f"remise-{ANNE}.zip"]}, [archive(ANNE, at(11))])
    written = [place.journal, *place.received.rglob("*")]
    assert len(written) > 1
    assert [path.name for path in written if path.stat().st_mode & 0o077] == []


@pytest.mark.skipif(os.name != "posix", reason="ailleurs, un fichier n'a pas de tels droits")
def test_of_two_threads_that_close_what_they_write_the_first_that_ends_opens_nothing_of_the_other(
    tmp_path: Path,
) -> None:
    begun, ended = threading.Event(), threading.Event()

    def first() -> None:
        with closed_to_others():
            begun.set()
            assert ended.wait(30)

    def mode_of(name: str) -> int:
        (tmp_path / name).touch()
        return stat.S_IMODE((tmp_path / name).stat().st_mode)

    usual = mode_of("avant")
    other = threading.Thread(target=first)
    other.start()
    assert begun.wait(30)
    with closed_to_others():
        ended.set()
        other.join()
        assert mode_of("pendant") == 0o600
    assert mode_of("apres") == usual


def test_once_names_are_erased_the_step_of_codes_names_nobody_and_says_no_more_that_its_sheets_do(
    place: SessionFolder,
) -> None:
    view = CodesView(place)
    view.say(("ligne 3, Bruno Imaginé",))
    view.draw()
    assert "Bruno" in view.remarks.text
    assert view.sheets.children[1:] == (view.sheet, view.where, view.attendance, view.naming)
    purge(place, NOON, early=True)
    view.draw()
    assert (view.remarks.title, view.remarks.text) == ("", "")
    assert view.naming not in view.sheets.children


def test_a_file_that_is_no_hand_in_is_counted_beside_those_that_are(tmp_path: Path) -> None:
    place = session_in(tmp_path / "seance")
    open_drop(place)
    for name, content in (
        (f"remise-{ANNE}.zip", archive(ANNE, at(11))),
        ("photo.png", b"\x89PNG"),
        ("mot.docx", b"PK"),
    ):
        drop(drop_beside(place), name, content)
    view = HandInsView(place)
    view.draw()
    press(view.take)
    assert view.more.title.startswith("1 ligne est nouvelle. 2 fichiers ne sont pas des remises.")


@pytest.mark.parametrize("title", ["Til\u200bleuls", "Tilleuls\u202e", "deux\nlignes", "a\u00adb"])
def test_a_sign_that_nobody_sees_in_a_title_is_said_where_the_title_is(tmp_path: Path, title: str) -> None:
    preparation = Preparation(tmp_path)
    preparation.modules.value, preparation.mode.value = [COURSE.id], "cle"
    preparation.title.value = title
    press(preparation.on)
    assert "signe invisible" in preparation.title.error
    assert preparation.people.widget not in preparation.widget.children[-1].children
    preparation.title.value = "Tilleuls\u00a0: l’essai"
    press(preparation.on)
    assert preparation.title.error == ""
    assert preparation.people.widget in preparation.widget.children[-1].children
