"""La salle à l'écran : qui peut l'ouvrir, pourquoi elle ne s'ouvre pas, qui la ferme, et ce qui n'est pas elle."""

import dataclasses
import errno
import json
import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hub.rooms import within
from training.a_session import ANNE, SESSION, session_in
from training.room_in_place import FELL, HOW, LOW, REFUSED
from training.test_session_desk import labels, press

from app.room.orphans import stop_after
from liaison.training.hand_in import open_room
from liaison.training.hand_in.open_room import ADDRESS, OpenRoom, leader, read_open_room, write_open_room
from liaison.training.hand_in.room_folders import HOMES, OPEN, is_open
from liaison.training.hand_in.room_program import ends_with_suite
from liaison.training.session.definition import SessionError, SessionFolder
from liaison.training.session.sole_use import BusySessionError, sole_use
from widgets.hosts import HOSTED, JUPYTER_BEFORE, ROOM, SUITE
from widgets.training_session import room_process, room_view
from widgets.training_session.closing_view import ClosingView
from widgets.training_session.erasing_view import ErasingView
from widgets.training_session.opening_view import OpeningView
from widgets.training_session.room_process import StartedRoom, close_room, give_back, install_relay
from widgets.training_session.room_view import RoomView
from widgets.training_session.words import t

pytestmark = pytest.mark.skipif(os.name != "posix", reason="une salle demande Linux ou macOS")
TESTS = Path(__file__).parents[1]


@pytest.fixture
def place(tmp_path: Path) -> SessionFolder:
    return session_in(tmp_path / "seance", SESSION.model_copy(update={"mode": "reseau"}))


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of the suite that runs on the trainer's own machine: here, this very program."""
    for name in (ROOM, *HOSTED):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(SUITE, str(os.getpid()))


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch, at_home: None, place: SessionFolder) -> Iterator[Callable[[str], None]]:
    """`stand_in("refuse")`: the program of the room is another, which ends so; none is left at the end."""
    for module in (open_room, room_process):
        monkeypatch.setattr(module, "PROGRAM", "training.room_in_place")
    monkeypatch.setenv("PYTHONPATH", str(TESTS))
    monkeypatch.setattr(room_view, "TOO_SOON_S", 0.0)
    yield lambda how: monkeypatch.setenv(HOW, how)
    if (left := leader(place.root)) is not None:
        left.kill()


@pytest.fixture
def view(place: SessionFolder, stand_in: Callable[[str], None]) -> RoomView:
    """The page of a session that has just opened its room."""
    stand_in("ouvre")
    view = RoomView(place)
    press(view.open)
    return view


def beat(view: RoomView) -> None:
    view.pulse._handle_custom_msg({"kind": "beat"}, [])


def test_a_room_opens_is_known_by_another_page_and_closes_for_both(
    place: SessionFolder, stand_in: Callable[[str], None]
) -> None:
    stand_in("ouvre")
    view = RoomView(place)
    assert view.open in view.widget.children
    view.address.value, view.port.value = " 127.0.0.1 ", "8123"
    press(view.open)
    assert view.sentence.text == "La salle est ouverte"
    assert (view.door.address, view.door.password) == ("http://127.0.0.1:8000/", "ABCD-EFGH")
    assert view.door.code.startswith(b"\x89PNG")
    room = read_open_room(place.root)
    assert room is not None
    assert room.remarks == (f"--suite={os.getpid()} --ipv4=127.0.0.1 --port=8123",)
    assert stat.S_IMODE((place.root / ADDRESS).stat().st_mode) == 0o600
    process = leader(place.root)
    assert process is not None
    assert os.getsid(process.pid) == process.pid  # apart from the kernel: what ends this one does not end it
    other = RoomView(place)
    assert other.door.address == room.address
    assert "Ouvrir la salle" not in labels(other.widget)
    press(other.close)
    press(other.keep)
    assert is_open(place.root)
    press(other.close)
    press(other.confirm)
    assert other.refusal.title == "La salle est fermée"
    assert not is_open(place.root)
    beat(view)
    assert view.open in view.widget.children
    assert view.refusal.kind == "information"


def test_a_room_that_lacks_its_relay_opens_the_fold_of_the_button_that_installs_it(
    place: SessionFolder, stand_in: Callable[[str], None]
) -> None:
    stand_in("sans_relais")
    view = RoomView(place)
    assert view.other.open_index == -1
    press(view.open)
    assert view.install.label in view.refusal.text
    assert view.install in view.other.children[view.other.open_index].children
    stand_in("refuse")
    other = RoomView(place)
    press(other.open)
    assert other.other.open_index == -1


def test_a_room_is_opened_again_only_where_one_has_answered(
    place: SessionFolder, stand_in: Callable[[str], None]
) -> None:
    stand_in("refuse")
    (place.root / HOMES / ANNE).mkdir(parents=True)  # an opening made it, then failed
    view = RoomView(place)
    press(view.open)
    assert "déjà été ouverte" not in view.how.text
    stand_in("ouvre")
    press(view.open)
    close_room(place)
    assert "Cette salle a déjà été ouverte" in RoomView(place).how.text


def test_a_double_press_neither_opens_two_rooms_nor_closes_one(
    place: SessionFolder, stand_in: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in("ouvre")
    view = RoomView(place)
    monkeypatch.setattr(room_view, "TOO_SOON_S", 60.0)
    press(view.open)
    first = leader(place.root)
    press(view.close)
    press(view.confirm)
    assert leader(place.root) == first
    assert view.confirm in view.widget.children
    beat(view)  # news from the disk leave the question where it is
    assert view.confirm in view.widget.children
    disabled: list[bool] = []

    def again(*_: object) -> None:
        disabled.append(view.open.disabled)
        press(view.open)

    monkeypatch.setattr(room_view, "StartedRoom", again)
    press(view.open)
    assert disabled == [True]


@pytest.mark.parametrize(
    ("how", "said"),
    [("refuse", REFUSED), ("casse", "sans dire pourquoi")],
)
def test_why_a_room_does_not_open_is_said_and_the_button_serves_again(
    place: SessionFolder, stand_in: Callable[[str], None], how: str, said: str
) -> None:
    stand_in(how)
    view = RoomView(place)
    press(view.open)
    assert (view.refusal.kind, view.refusal.title) == ("erreur", "La salle n'est pas ouverte")
    assert said in view.refusal.text
    assert "Traceback" not in view.refusal.text
    assert not view.open.disabled
    stand_in("ouvre")
    press(view.open)
    assert view.refusal.text == ""
    assert view.sentence.text == "La salle est ouverte"


def test_a_room_that_is_stopped_while_it_opens_is_no_fault(
    place: SessionFolder, stand_in: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in("tarde")
    wait = StartedRoom.wait
    monkeypatch.setattr(StartedRoom, "wait", lambda room, _stopped: wait(room, lambda: True))
    view = RoomView(place)
    press(view.open)
    assert (view.refusal.kind, view.refusal.text) == ("information", t("room-stopped"))
    assert not view.open.disabled
    assert not is_open(place.root)


def test_a_room_that_another_page_opened_meanwhile_is_shown_and_no_refusal_is(
    place: SessionFolder, stand_in: Callable[[str], None]
) -> None:
    stand_in("refuse")
    late = RoomView(place)
    press(late.open)
    assert late.refusal.text
    stand_in("ouvre")
    press(RoomView(place).open)
    beat(late)
    assert late.refusal.text == ""  # it was true of a room that was not open
    stand_in("refuse")
    press(late.open)
    assert late.refusal.text == ""
    assert late.sentence.text == "La salle est ouverte"


def test_what_happens_in_an_open_room_is_said_above_what_leads_to_it(view: RoomView) -> None:
    assert (view.events.kind, view.events.text) == ("attention", LOW)
    assert view.events in view.widget.children


def test_a_session_that_is_moved_under_its_open_room_is_said(
    place: SessionFolder, view: RoomView, tmp_path: Path
) -> None:
    assert leader(place.root) is not None
    elsewhere = place.root.rename(tmp_path / "ailleurs")
    try:
        beat(view)
        assert view.how.title == "Le dossier de la séance n'est plus là"
        assert str(place.root) in view.how.text
        assert labels(view.widget) == []
    finally:
        elsewhere.rename(place.root)
    beat(view)
    assert view.sentence.text == "La salle est ouverte"
    assert view.close in view.widget.children


@pytest.mark.usefixtures("view")
def test_what_would_be_erased_is_not_listed_while_the_room_is_open(place: SessionFolder) -> None:
    erasing = ErasingView(place)
    press(erasing.look)
    assert "salle" in erasing.refusal.text
    assert erasing.confirm not in erasing.widget.children


def test_a_room_that_falls_says_why_on_the_page_that_opened_it_and_on_one_loaded_since(
    place: SessionFolder, stand_in: Callable[[str], None]
) -> None:
    stand_in("tombe")
    view = RoomView(place)
    press(view.open)
    assert within(10, lambda: not is_open(place.root) and view.started is not None and bool(view.started.reason()))
    beat(view)
    for page in (view, RoomView(place)):
        assert (page.how.title, page.how.text) == ("La salle s'est arrêtée sans se fermer", FELL)
        assert page.refusal.text == ""  # said once


def test_a_room_that_was_killed_is_said_by_each_page_even_loaded_since_until_it_is_opened_again(
    place: SessionFolder, view: RoomView
) -> None:
    process = leader(place.root)
    assert process is not None
    process.kill()
    assert within(10, lambda: not is_open(place.root))
    beat(view)
    for page in (view, RoomView(place)):
        assert (page.how.kind, page.how.title) == ("attention", "La salle s'est arrêtée sans se fermer")
        assert str(place.root / "salle") in page.how.text
        assert page.refusal.text == ""  # said once
        assert page.open in page.widget.children
    press(view.open)
    assert view.sentence.text == "La salle est ouverte"
    press(view.close)
    press(view.confirm)
    assert RoomView(place).how.kind == "information"


def test_the_real_room_refuses_in_french_a_session_whose_names_go(place: SessionFolder, at_home: None) -> None:
    place.erasure.write_text("{}", encoding="utf-8")
    view = RoomView(place)
    press(view.open)
    assert "L’effacement des noms de cette séance est commencé ou fait" in view.refusal.text.replace("'", "’")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="ne se voit que de l'administration")
def test_an_administrator_opens_no_room_from_a_page(
    place: SessionFolder, at_home: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SUDO_UID", "SUDO_GID"):
        monkeypatch.delenv(name, raising=False)
    view = RoomView(place)
    press(view.open)
    assert "compte d’administration" in view.refusal.text.replace("'", "’")
    assert not is_open(place.root)


def test_a_full_disk_starts_nothing_and_is_said(
    place: SessionFolder, at_home: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    view = RoomView(place)
    press(view.open)
    assert "disque est plein" in view.refusal.text
    assert not view.open.disabled


@pytest.mark.parametrize("port", ["80", "99999", "huit mille", "²", "9" * 5000])
def test_a_port_that_is_none_is_refused_beside_its_field_and_nothing_starts(
    place: SessionFolder, stand_in: Callable[[str], None], port: str
) -> None:
    stand_in("ouvre")
    view = RoomView(place)
    view.port.value = port
    press(view.open)
    assert view.port.error
    assert view.other.open_index == 0
    assert not is_open(place.root)


@pytest.mark.parametrize("address", ["ici", "192.168.1", "192.168.1.300", "::1"])
def test_an_address_that_is_none_is_refused_beside_its_field_as_it_is_written_and_nothing_starts(
    place: SessionFolder, stand_in: Callable[[str], None], address: str
) -> None:
    stand_in("ouvre")
    view = RoomView(place)
    view.address.value = address
    assert address in view.address.error
    view.address.error = ""
    press(view.open)
    assert "n’est pas une adresse IPv4" in view.address.error
    assert view.other.open_index == 0
    assert not is_open(place.root)
    view.address.value = " 127.0.0.1 "
    assert view.address.error == ""


@pytest.mark.parametrize("name", [ROOM, HOSTED[0], HOSTED[3]])
def test_in_a_room_or_on_a_hosted_server_no_button_is_there_and_each_call_refuses(
    place: SessionFolder, stand_in: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    stand_in("ouvre")
    monkeypatch.setenv(name, "ailleurs")
    view = OpeningView(place)
    assert labels(view.widget) == []
    for refused in (lambda: StartedRoom(place), lambda: close_room(place), lambda: give_back(place), install_relay):
        with pytest.raises(SessionError, match="que depuis l'ordinateur de qui anime"):
            refused()
    assert not is_open(place.root)


def test_where_the_suite_does_not_serve_the_page_it_says_the_command_and_opens_nothing(
    place: SessionFolder, at_home: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SUITE)
    view = RoomView(place)
    assert labels(view.widget) == []
    assert f"liaison session hub {place.root.resolve()}" in view.terminal.lines


def test_a_number_that_is_not_the_room_is_never_interrupted(place: SessionFolder, at_home: None) -> None:
    """A room that was killed leaves its number, which another program may have since; the lock may be another's."""
    import fcntl

    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)", "app.room", "ailleurs"])
    try:
        (place.root / OPEN).parent.mkdir(parents=True)
        with (place.root / OPEN).open("w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            held.write(str(other.pid))
            held.flush()
            write_open_room(place.root, OpenRoom("http://127.0.0.1:8000/", "ABCD-EFGH"))
            assert leader(place.root) is None
            assert read_open_room(place.root) is None
            assert RoomView(place).how.title == "La salle s'ouvre, ou se ferme"
            with pytest.raises(SessionError, match="ne trouve pas le programme"):
                close_room(place)
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()


@pytest.mark.parametrize(
    ("words", "is_it"),
    [
        (["app.room", "seance"], True),
        (["app.room", "--port", "8001", "./seance/"], True),
        (["app.room", "autre"], False),
        (["autre", "seance"], False),
    ],
)
def test_a_program_leads_the_room_whose_session_its_command_names(
    place: SessionFolder, words: list[str], is_it: bool
) -> None:
    (place.root.parent / "autre").mkdir()
    sleeping = [sys.executable, "-c", "import time; time.sleep(60)", *words]
    program = subprocess.Popen(sleeping, cwd=place.root.parent)
    try:
        (place.root / OPEN).parent.mkdir(parents=True)
        (place.root / OPEN).write_text(str(program.pid), encoding="ascii")
        assert within(5, lambda: (leader(place.root) is not None) == is_it)
    finally:
        program.kill()
        program.wait()


@pytest.mark.parametrize(
    "written", [b"", b"[]", b'{"address": 1, "password": "a", "remarks": [], "events": []}', b"\xff", b"{" * 70_000]
)
def test_what_a_room_says_of_itself_is_read_whole_or_not_at_all(
    place: SessionFolder, stand_in: Callable[[str], None], written: bytes
) -> None:
    stand_in("ouvre")
    StartedRoom(place).wait(lambda: False)
    (place.root / ADDRESS).write_bytes(written)
    assert read_open_room(place.root) is None
    view = RoomView(place)
    assert view.how.title == "La salle s'ouvre, ou se ferme"
    close_room(place)


def test_the_room_starts_as_the_suite_itself_was_started(
    place: SessionFolder, at_home: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The relay is where Jupyter keeps its own, not where the suite has settled; no kernel's variable goes on."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", "/la/suite/donnees")
    monkeypatch.setenv("JPY_PARENT_PID", "1")
    monkeypatch.setenv(JUPYTER_BEFORE, "/avant")
    started: list[dict[str, Any]] = []

    def note(_words: list[str], **options: Any) -> Any:
        started.append(options)
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(subprocess, "Popen", note)
    with pytest.raises(SessionError, match="n'a pas pu être lancé"):
        StartedRoom(place)
    [options] = started
    assert options["env"]["JUPYTER_DATA_DIR"] == "/avant"
    assert not {"JPY_PARENT_PID", SUITE, JUPYTER_BEFORE} & set(options["env"])
    assert (options["start_new_session"], options["stdout"]) == (True, subprocess.DEVNULL)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_what_lasts_as_long_as_the_suite_hears_of_its_end_even_killed(how: signal.Signals) -> None:
    suite = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    ended: list[bool] = []
    stop_after(suite.pid, lambda: ended.append(True))
    assert not within(1, lambda: bool(ended))
    suite.send_signal(how)  # and nobody has waited for it yet
    assert within(10, lambda: bool(ended))
    suite.wait()
    late: list[bool] = []
    stop_after(suite.pid, lambda: late.append(True))
    assert within(10, lambda: bool(late))


def test_giving_back_holds_the_session_and_says_why_it_does_not(
    place: SessionFolder, stand_in: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in("refuse")
    with sole_use(place):
        held = subprocess.run(
            [sys.executable, "-c", GIVES_BACK, str(place.root)], capture_output=True, text=True, timeout=60
        )
    assert BusySessionError.__name__ in held.stdout
    (place.root / "salle").mkdir(exist_ok=True)
    monkeypatch.setattr("widgets.training_session.closing_view.pages_to_give", lambda _place: (Path("exercice.html"),))
    view = ClosingView(place)
    assert view.give in view.widget.children
    assert view.given.title == "Les retours sont écrits"
    press(view.give)
    assert (view.given.title, view.given.text) == ("Les retours ne sont pas rendus", REFUSED)
    assert not view.give.disabled
    disabled: list[bool] = []

    def done(_place: SessionFolder) -> None:
        disabled.extend((view.give.disabled, view.button.disabled))
        press(view.give)

    monkeypatch.setattr("widgets.training_session.closing_view.give_back", done)
    press(view.give)
    assert disabled == [True, True]
    assert view.given.text.startswith("À la prochaine ouverture de la salle")
    view.draw()  # one comes back to the step
    assert view.given.title == "Les retours sont rendus"


GIVES_BACK = """
import sys
from pathlib import Path
from liaison.training.session.definition import load_session
from widgets.training_session.room_process import give_back
try:
    give_back(load_session(Path(sys.argv[1])))
except Exception as error:
    print(type(error).__name__)
"""


def test_nothing_is_offered_to_give_back_before_there_is_something(place: SessionFolder, at_home: None) -> None:
    (place.root / "salle").mkdir()
    assert "Rendre les retours" not in labels(ClosingView(place).widget)


def test_the_relay_is_installed_by_a_button_and_a_refusal_is_said(
    place: SessionFolder, stand_in: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in("refuse")
    view = RoomView(place)
    press(view.install)
    assert (view.refusal.title, view.refusal.text) == ("Le relais n'est pas installé", REFUSED)
    monkeypatch.setattr(room_view, "install_relay", lambda: None)
    press(view.install)
    assert view.refusal.title == "Le relais est installé"


def test_where_this_account_may_not_know_the_page_says_the_terminal(
    place: SessionFolder, at_home: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room_view, "is_open", lambda _session: None)
    view = RoomView(place)
    assert view.how.title == "Cette salle s'ouvre avec sudo"
    assert labels(view.widget) == []
    assert any(line.startswith("sudo ") and str(place.root.resolve()) in line for line in view.terminal.lines)


def test_what_a_room_says_of_itself_is_written_for_its_owner_and_comes_back_as_it_was(tmp_path: Path) -> None:
    (tmp_path / ADDRESS.parent).mkdir(parents=True)
    room = OpenRoom("http://192.168.1.20:8000/", "ABCD-EFGH", ("Un port par place.",), ("Le relais est relancé.",))
    write_open_room(tmp_path, room)
    assert json.loads((tmp_path / ADDRESS).read_text(encoding="utf-8")) == dataclasses.asdict(room) | {
        "remarks": list(room.remarks),
        "events": list(room.events),
    }
    assert read_open_room(tmp_path) is None  # nothing holds it: a room that was killed leaves its file


@pytest.mark.parametrize(
    ("words", "ends"),
    [(("app.room", "--suite={suite}"), True), (("app.room", "--suite={suite}0"), False), (("--suite={suite}",), False)],
)
def test_a_room_ends_with_the_suite_whose_number_its_command_has(words: tuple[str, ...], ends: bool) -> None:
    named = [word.format(suite=os.getpid()) for word in words]
    program = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)", *named])
    try:
        assert within(5, lambda: ends_with_suite(os.getpid())) == ends
    finally:
        program.kill()
        program.wait()
    assert not ends_with_suite(os.getpid())
