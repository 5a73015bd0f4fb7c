"""A session prepared and held on screen: what is refused, what is asked, and where it is not shown at all."""

import errno
import json
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from training.a_course import COURSE, answered, bare_course, hand_in
from training.a_session import ANNE, BRUNO, NAMES, SESSION, archive, at, people_csv, session_in
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.training.closing import closing
from liaison.training.hand_in.drop_beside import collect_files, drop_beside, file_name, open_drop
from liaison.training.session import preparing
from liaison.training.session.definition import SessionError, SessionFolder, load_session, write_session
from liaison.training.session.preparing import CUT_AFTER_S, put_session
from widgets.hosts import HOSTED, ROOM
from widgets.kit import Action
from widgets.training_session import SessionDesk
from widgets.training_session.closing_view import EVERYBODY, LISTED, ClosingView
from widgets.training_session.erasing_view import ErasingView
from widgets.training_session.hand_ins_view import HandInsView
from widgets.training_session.participants_field import NAMES as BY_NAMES
from widgets.training_session.participants_field import ParticipantsField, UnreadyError
from widgets.training_session.preparation import Preparation

LIST = "NOM;Prénom\nFICTIVE;Anne\nIMAGINÉ;Bruno\n"


def press(button: Action) -> None:
    button._handle_custom_msg({"event": "press"}, [])


def labels(widget: Any) -> list[str]:
    """Every label of the buttons that a widget shows."""
    found = [widget.label] if isinstance(widget, Action) else []
    return [*found, *(label for child in getattr(widget, "children", ()) for label in labels(child))]


def ready(suite: Path) -> Preparation:
    preparation = Preparation(suite)
    preparation.modules.value = [COURSE.id]
    preparation.mode.value = "cle"
    press(preparation.on)
    preparation.people.count.value = 2
    return preparation


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A session without its course, which takes seconds to make."""

    def made(root: Path, session: Any, people: Any, step: Callable[[str], None], _warn: object) -> None:
        step("essai")
        session_in(root, session)

    monkeypatch.setattr(preparing, "make_session", made)


@pytest.mark.parametrize("name", [ROOM, HOSTED[0], HOSTED[3], HOSTED[-1]])
def test_nothing_is_prepared_in_a_room_nor_on_a_hosted_server(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    monkeypatch.setenv(name, "ailleurs")
    assert "Préparer une séance" not in labels(SessionDesk(tmp_path).widget)
    monkeypatch.delenv(name)
    assert labels(SessionDesk(tmp_path).widget)[0] == "Préparer une séance"


def test_what_is_missing_is_asked_for_where_it_is_and_nothing_is_written(tmp_path: Path) -> None:
    preparation = Preparation(tmp_path)
    preparation.day.value = "31/02/2026"
    press(preparation.on)
    refused = [field.error for field in (preparation.day, preparation.modules, preparation.mode)]
    assert all(refused)
    ready_now = ready(tmp_path)
    ready_now.people.count.value = 0
    press(ready_now.make)
    assert "de 1 à 2" in ready_now.refusal.text
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("quick")
def test_a_session_is_for_its_owner_alone_and_a_second_press_makes_no_second_one(tmp_path: Path) -> None:
    preparation = ready(tmp_path)
    made: list[Path] = []
    preparation.on_made(lambda place, _remarks: made.append(place.root))
    press(preparation.make)
    [folder] = (tmp_path / "seances").iterdir()
    assert made == [folder]
    assert load_session(folder).session.title == COURSE.title
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE((folder / "seance.yaml").stat().st_mode) == 0o600
    preparation.make.disabled = True  # as while it works
    press(preparation.make)
    assert len(made) == 1


@pytest.mark.parametrize(("number", "said"), [(errno.ENOSPC, "disque est plein"), (errno.EACCES, "accès")])
def test_a_full_disk_or_a_closed_folder_is_said_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def broken(root: Path, *_: object) -> None:
        (root / "participants.csv").write_text("Anne Fictive", encoding="utf-8")
        raise OSError(number, os.strerror(number), str(root))

    monkeypatch.setattr(preparing, "make_session", broken)
    preparation = ready(tmp_path)
    press(preparation.make)
    assert said in preparation.refusal.text
    assert "rien n'en reste" in preparation.refusal.text
    assert list(tmp_path.iterdir()) == []
    assert not preparation.make.disabled
    assert preparation.people.count.value == 2


@pytest.mark.usefixtures("quick")
def test_what_a_killed_program_left_with_its_names_goes_with_the_next_session(tmp_path: Path) -> None:
    sessions = tmp_path / "seances"
    old, young = sessions / ".vieille.1234.partiel", sessions / ".jeune.1234.partiel"
    for folder in (old, young):
        folder.mkdir(parents=True)
    long_ago = old.stat().st_mtime - CUT_AFTER_S - 1
    os.utime(old, (long_ago, long_ago))
    press(ready(tmp_path).make)
    assert (old.exists(), young.exists()) == (False, True)


def test_a_folder_that_is_there_is_never_filled_nor_a_link_followed(tmp_path: Path) -> None:
    (tmp_path / "ailleurs").mkdir()
    link = tmp_path / "lien"
    link.symlink_to(tmp_path / "nulle_part")
    for target in (tmp_path / "ailleurs", link):
        with pytest.raises(SessionError, match="existe déjà"):
            put_session(target, SESSION, {})
    assert not (tmp_path / "nulle_part").exists()


def field(pasted: str) -> ParticipantsField:
    people = ParticipantsField()
    people.way.value = BY_NAMES
    people.pasted.value = pasted
    return people


def test_a_list_is_pasted_or_opened_and_what_is_to_be_known_of_it_is_said() -> None:
    expected = field(LIST).expected()
    assert [person.name for person in expected.people] == ["Anne FICTIVE", "Bruno IMAGINÉ"]
    opened = field("")
    with pytest.raises(UnreadyError):
        opened.expected()
    opened.file._handle_custom_msg({"kind": "files", "names": ["noms.csv"]}, [LIST.encode()])
    assert opened.expected().count == 2


def test_a_list_whose_first_line_may_be_titles_or_somebody_is_asked_about() -> None:
    people = field("Qui;Rôle\nAnne Fictive;CPE\n")
    with pytest.raises(UnreadyError):
        people.expected()
    assert people.columns in people.answer.children
    assert "Qui" in people.columns.options[0]["label"]
    people.columns.value = "0"
    assert [person.name for person in people.expected().people] == ["Anne Fictive"]


def test_a_doubt_about_a_name_is_shown_first_and_a_second_press_keeps_it() -> None:
    people = field("Noms\nAnne Fictive\nLuc Principal\n")
    with pytest.raises(UnreadyError):
        people.expected()
    assert "Luc Principal" in people.notice.text
    assert people.expected().count == 2
    people.pasted.value = "Noms\nAnne Fictive\nZoé Principal\n"
    with pytest.raises(UnreadyError):
        people.expected()


@pytest.mark.usefixtures("quick")
def test_names_are_neither_kept_by_the_browser_nor_left_in_the_page(tmp_path: Path) -> None:
    preparation = ready(tmp_path)
    preparation.people.way.value = BY_NAMES
    preparation.people.pasted.value = LIST
    assert "Anne" not in preparation.draft.value
    press(preparation.make)
    assert (preparation.draft.value, preparation.people.pasted.value) == ("", "")


@pytest.mark.parametrize("kept", ["", "{", "[1]", '{"modules": 3, "count": true, "mode": "x", "day": []}', "9" * 5000])
def test_what_the_browser_kept_is_data_from_outside(tmp_path: Path, kept: str) -> None:
    preparation = Preparation(tmp_path)
    before = preparation.day.value
    preparation.draft.found = kept
    fields = (preparation.day.value, preparation.modules.value, preparation.mode.value)
    assert fields == (before, [], "")
    assert preparation.people.count.value is None


def test_what_was_filled_in_comes_back(tmp_path: Path) -> None:
    first = ready(tmp_path)
    again = Preparation(tmp_path)
    again.draft.found = first.draft.value
    assert json.loads(first.draft.value)["count"] == again.people.count.value == 2
    assert (again.modules.value, again.mode.value) == ([COURSE.id], "cle")


def test_the_session_that_was_open_is_open_again_among_several(tmp_path: Path) -> None:
    for name, code in (("une", SESSION.code), ("deux", ANNE)):
        session_in(tmp_path / "seances" / name, SESSION.model_copy(update={"code": code, "title": name}))
    desk = SessionDesk(tmp_path)
    assert desk.place is None
    for unknown in ("ZZZZZ", "seances/une", str(tmp_path / "nulle_part"), "/\0"):
        desk.draft.found = unknown
        assert desk.place is None
    desk.draft.found = str(tmp_path / "seances" / "une")
    assert desk.place is not None
    assert desk.page.title == "une"


def test_the_session_of_another_folder_is_open_again_and_no_other_in_its_place(tmp_path: Path) -> None:
    suite = tmp_path / "suite"
    session_in(suite / "seances" / "ici", SESSION.model_copy(update={"title": "ici"}))
    away = session_in(tmp_path / "ailleurs", SESSION.model_copy(update={"code": ANNE, "title": "ailleurs"}))
    first = SessionDesk(suite)
    first.open(away.root)
    again = SessionDesk(suite)
    assert again.page.title == "ici"  # until the browser says which one this tab held
    again.draft.found = first.draft.value
    assert again.place is not None
    assert (again.page.title, again.place.root) == ("ailleurs", away.root)
    # It is gone: the page asks, rather than open another at the step where one erases.
    shutil.rmtree(away.root)
    third = SessionDesk(suite)
    third.draft.found = first.draft.value
    assert third.place is None
    assert third.opening.notice.kind == "erreur"
    assert str(away.root) in third.opening.notice.text


def test_what_the_browser_kept_takes_the_place_of_nothing_that_a_person_opened(tmp_path: Path) -> None:
    for name in ("une", "deux"):
        session_in(tmp_path / "seances" / name, SESSION.model_copy(update={"title": name}))
    desk = SessionDesk(tmp_path)
    desk.opening.which.value = next(
        option["value"] for option in desk.opening.which.options if "deux" in option["label"]
    )
    press(desk.opening.button)
    desk.draft.found = str(tmp_path / "seances" / "une")
    assert desk.page.title == "deux"
    prepares = SessionDesk(tmp_path)
    prepares.prepare()
    prepares.draft.found = str(tmp_path / "seances" / "une")
    assert prepares.place is None


@pytest.mark.usefixtures("quick")
def test_the_step_in_the_address_is_dropped_for_another_session_and_kept_for_the_one_that_the_tab_held(
    tmp_path: Path,
) -> None:
    for name in ("une", "deux"):
        session_in(tmp_path / "seances" / name, SESSION.model_copy(update={"title": name}))
    desk = SessionDesk(tmp_path)
    desk.draft.found = str(tmp_path / "seances" / "une")
    assert desk.page.sessions == 0
    press(desk.another)
    desk.opening.which.value = next(
        option["value"] for option in desk.opening.which.options if "deux" in option["label"]
    )
    press(desk.opening.button)
    assert desk.page.sessions == 1


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("remise-ABCDE.zip", "remise-ABCDE.zip"),
        ("../../etc/passwd", "passwd"),
        ("D:\\cle\\remise.zip", "remise.zip"),
        ("..", "remise"),
        ("/", "remise"),
        ("a\0b:c.zip", "abc.zip"),
        ("é" * 500 + ".zip", "é" * 118 + ".zip"),
    ],
)
def test_the_name_that_a_page_gives_a_file_leads_nowhere_else(given: str, name: str) -> None:
    assert file_name(given) == name


def test_files_chosen_in_a_page_are_taken_as_those_of_a_folder_and_twice_changes_nothing(tmp_path: Path) -> None:
    place = session_in(tmp_path / "seance")
    chosen = [(f"remise-{ANNE}.zip", archive(ANNE, at(11))), ("../photo.png", b"png"), ("photo.png", b"png")]
    done = collect_files(place, chosen, at(12))
    assert [(line.code, line.state) for line in done.new if line.state != "autre"] == [(ANNE, "recue")]
    assert (place.submitted / ANNE / COURSE.id).is_dir()
    assert collect_files(place, chosen, at(12)).new == ()
    assert {path.name for path in tmp_path.iterdir()} == {"seance"}


def test_the_drop_folder_is_beside_the_session_for_its_owner_alone_and_never_a_link(tmp_path: Path) -> None:
    place = session_in(tmp_path / "seance")
    folder = open_drop(place)
    assert folder == drop_beside(place) == open_drop(place)
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.rmdir()
    folder.symlink_to(tmp_path)
    with pytest.raises(SessionError, match="est un lien"):
        open_drop(place)


@pytest.fixture(scope="module")
def course_there(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session with two copies to mark and a list of names."""
    folder = tmp_path_factory.mktemp("a_clore")
    bare_course(folder)
    write_session(folder, SESSION)
    (folder / "participants.csv").write_bytes(people_csv(NAMES))
    for code in (ANNE, BRUNO):
        hand_in(folder, code, answered({"message_de_21_heures": "attend"}))
    return folder


@pytest.fixture
def to_close(course_there: Path, tmp_path: Path) -> SessionFolder:
    return load_session(Path(shutil.copytree(course_there, tmp_path / "seance")))


def papers(place: SessionFolder) -> set[str]:
    roots = (place.documents, place.feedback)
    return {path.relative_to(place.root).as_posix() for root in roots for path in root.rglob("*") if path.is_file()}


def test_a_session_closed_on_screen_has_the_papers_of_one_closed_by_the_command(
    to_close: SessionFolder, tmp_path: Path
) -> None:
    other = load_session(Path(shutil.copytree(to_close.root, tmp_path / "par_la_commande")))
    assert CliRunner().invoke(app, ["session", "close", str(other.root), "--all", "--hours", "6h"]).exit_code == 0
    view = ClosingView(to_close)
    view.present.value, view.hours.value = EVERYBODY, "6h"
    press(view.button)
    assert view.left.text == ""
    assert view.sentence.text.startswith("Les copies sont notées")
    assert papers(to_close) == papers(other)
    assert len(papers(to_close)) > 10
    results = [(place.documents / "resultats.csv").read_bytes() for place in (to_close, other)]
    assert results[0] == results[1]


@pytest.mark.parametrize(("written", "half_days"), [("longtemps", 2), ("matin 3h", 2), ("25 h", 1), ("-1h", 1)])
def test_a_length_that_is_none_is_refused_beside_its_field_before_anything_is_done(
    to_close: SessionFolder, written: str, half_days: int
) -> None:
    halves = ("matin", "apres_midi")[:half_days]
    write_session(to_close.root, to_close.session.model_copy(update={"half_days": halves}))
    view = ClosingView(load_session(to_close.root))
    view.present.value = EVERYBODY
    before = {path: path.read_bytes() for path in to_close.root.rglob("*") if path.is_file()}
    view.hours.value = written
    assert written in view.hours.error.replace("\u00a0", " ")  # at once
    view.hours.error = ""
    press(view.button)
    assert written in view.hours.error.replace("\u00a0", " ")
    assert not view.parts.rows
    assert {path: path.read_bytes() for path in to_close.root.rglob("*") if path.is_file()} == before
    view.hours.value = " 45 min "
    assert view.hours.error == ""


def test_what_could_not_be_closed_is_said_and_the_rest_is_done(to_close: SessionFolder) -> None:
    view = ClosingView(to_close)
    press(view.button)
    assert view.present.error
    assert not view.parts.rows
    view.present.value = LISTED
    press(view.button)
    assert view.sentence.text == "Une partie n'a pas été faite"
    assert "presences.csv" in view.left.text
    assert (to_close.documents / "resultats.csv").is_file()
    assert not (to_close.documents / "attestations").exists()
    view.present.value, view.hours.value = EVERYBODY, "longtemps"
    press(view.button)
    assert "n'est pas une durée" in view.hours.error.replace("\u00a0", " ")


def test_a_disk_that_fills_while_a_session_is_closed_stops_a_part_and_says_so(
    to_close: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(closing, "write_formats", full)
    view = ClosingView(to_close)
    view.present.value = EVERYBODY
    press(view.button)
    assert "Compte rendu" in view.left.text
    assert "disque est plein" in view.left.text
    assert (to_close.documents / "resultats.csv").is_file()
    assert not view.button.disabled


def test_names_go_only_at_a_second_press_after_what_goes_was_shown_without_any_name(
    to_close: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_close.documents.mkdir()
    (to_close.documents / f"lettre_{NAMES[ANNE]}.txt").write_text("Merci.", encoding="utf-8")
    view = ErasingView(to_close)
    view.draw()
    press(view.look)
    assert view.warning.title.startswith("2 fichiers")
    assert "Restent" in view.warning.text
    shown = json.dumps(view.going.rows, ensure_ascii=False)
    assert "participants.csv" in shown
    assert "Delatour" not in shown
    press(view.confirm)  # a double press
    assert to_close.participants_file.exists()
    assert not to_close.erasure.exists()
    monkeypatch.setattr("widgets.training_session.erasing_view.TOO_SOON_S", 0.0)
    press(view.renounce)
    assert to_close.participants_file.exists()
    press(view.look)
    press(view.confirm)
    assert not to_close.participants_file.exists()
    assert to_close.erasure.is_file()
    assert str(to_close.erasure) in view.proof.text
    assert view.sentence.text.startswith("L'effacement est fait")
    again = ErasingView(load_session(to_close.root))
    again.draw()
    assert again.sentence.text == view.sentence.text


def test_an_erasure_that_a_full_disk_stops_is_said_and_the_button_serves_again(
    to_close: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("widgets.training_session.erasing_view.purge", full)
    monkeypatch.setattr("widgets.training_session.erasing_view.TOO_SOON_S", 0.0)
    view = ErasingView(to_close)
    view.draw()
    press(view.look)
    press(view.confirm)
    assert "disque est plein" in view.refusal.text
    assert not view.confirm.disabled
    assert to_close.participants_file.exists()


def test_a_second_press_does_nothing_while_the_first_works_even_after_a_failure(
    to_close: SessionFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closing_view, erasing_view, preparation = ClosingView(to_close), ErasingView(to_close), ready(tmp_path)
    closing_view.present.value = EVERYBODY
    erasing_view.draw()
    press(erasing_view.look)
    monkeypatch.setattr("widgets.training_session.erasing_view.TOO_SOON_S", 0.0)
    cases: tuple[tuple[str, Action], ...] = (
        ("closing_view.close_session", closing_view.button),
        ("erasing_view.purge", erasing_view.confirm),
        ("preparation.put_session", preparation.make),
    )
    for worked, button in cases:
        disabled: list[bool] = []

        def breaks(*_: object, button: Action = button, disabled: list[bool] = disabled, **__: object) -> None:
            disabled.append(button.disabled)
            raise RuntimeError("imprévu")

        monkeypatch.setattr(f"widgets.training_session.{worked}", breaks)
        press(button)
        assert not button.disabled
        press(button)
        assert disabled == [True, True], worked


def test_hand_ins_are_taken_one_run_at_a_time_and_a_failure_gives_the_button_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = session_in(tmp_path / "seance")
    open_drop(place)
    view = HandInsView(place)
    view.draw()
    disabled: list[bool] = []

    def breaks(*_: object) -> None:
        disabled.append(view.take.disabled)
        press(view.take)  # while the first is at work
        raise RuntimeError("imprévu")

    monkeypatch.setattr("widgets.training_session.hand_ins_view.collect", breaks)
    press(view.take)
    assert disabled == [True]
    assert "attendez" in view.refusal.text
    assert not view.take.disabled
    monkeypatch.undo()
    (drop_beside(place) / f"remise-{ANNE}.zip").write_bytes(archive(ANNE, at(11)))
    press(view.take)
    assert view.sentence.text.startswith("1 copie sur 5")
    press(view.take)
    assert view.more.title.startswith("Rien de nouveau")


def test_two_tabs_prepare_two_sessions_and_neither_fills_in_nor_erases_the_draft_of_the_other(tmp_path: Path) -> None:
    preparation = Preparation(tmp_path)
    preparation.title.value = "Une autre"
    assert json.loads(preparation.draft.value)["title"] == "Une autre"
    assert preparation.draft.get_state()["tab"] is True  # what the browser keeps for one tab alone


def test_a_session_of_codes_alone_is_not_said_to_keep_names_and_looking_announces_no_erasing(
    to_close: SessionFolder,
) -> None:
    view = ErasingView(to_close)
    view.draw()
    assert "Les noms de cette séance sont gardés jusqu'au" in view.about.text
    to_close.participants_file.unlink()
    view.draw()
    assert view.about.text.startswith(
        "Cette séance n'a que des codes : aucune liste de noms n'y est gardée.".replace(" :", "\u00a0:")
    )
    press(view.look)
    assert view.working.progress.label == "Recherche de ce qui serait effacé"
