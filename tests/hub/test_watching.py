"""Ce que la salle regarde tant qu'elle est ouverte : l'heure qui change, ce qui se rouvre, ce qui tombe."""

import datetime as dt
import stat
import threading
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest
from hub.rooms import released_session

from app.room import watching
from app.room.access import TRAINER, Access
from app.room.accounts import Account
from app.room.groups import Groups
from app.room.opening import LOW_MB, Ready
from app.room.places import Room, lay_out
from app.room.running import RunningHub
from app.room.settings import Opening
from app.room.watching import CLOSE_EVERY, DISK_EVERY, watch
from liaison.training.session.definition import load_session, write_session
from widgets.texts import texts

t = texts("room")
CLOSED, FALLEN = True, False


class Hub(RunningHub):
    """A hub of which nothing runs: it falls, or has another relay, when the test says so."""

    def __init__(self) -> None:
        self.up, self.number = True, 1

    def alive(self) -> bool:
        return self.up

    def relay(self) -> int | None:
        return self.number


class Turns(threading.Event):
    """A request to close that comes after so many looks; before each, something may happen."""

    def __init__(self, count: int, happens: Mapping[int, Callable[[], object]]) -> None:
        super().__init__()
        self.turns, self.happens = iter(range(1, count + 1)), happens

    def wait(self, timeout: float | None = None) -> bool:
        turn = next(self.turns, None)
        self.happens.get(turn or 0, lambda: None)()
        return turn is None


class Watched:
    """A room whose places are laid out, and what is said while it is watched."""

    def __init__(self, session: Path, separate: bool = False) -> None:
        self.codes = released_session(session, 1)
        self.room, self.hub = Room(load_session(session)), Hub()
        lay_out(self.room)
        self.said: list[str] = []
        self.ready = Ready(
            room=self.room,
            opening=Opening(str(session), "127.0.0.1", 1, 2, 3, (), str(session), separate, "clé", 0, 0),
            access=Access("7KXM-2RPV", "H8WN-4TZC-9BQD"),
            accounts={name: Account(number, number) for number, name in enumerate((TRAINER, *self.codes), 70_001)},
            groups=Groups(None),
            last_port=4,
        )

    def for_turns(self, count: int, happens: Mapping[int, Callable[[], object]] | None = None) -> bool:
        """Look after it for that many turns, during which things happen."""

        def say(key: str, **arguments: str) -> None:
            self.said.append(t(key, **arguments))

        return watch(self.ready, self.hub, Turns(count, happens or {}), say)

    def put_off(self) -> str:
        """Give one more day to hand in, as the trainer does in the file of the session; what places are to read."""
        session = load_session(self.room.root).session
        later = session.hand_in_until + dt.timedelta(days=1)
        write_session(self.room.root, session.model_copy(update={"hand_in_until": later}))
        return load_session(self.room.root).session.deadline.isoformat()


@pytest.fixture(autouse=True)
def ended(monkeypatch: pytest.MonkeyPatch) -> dict[int, str]:
    """The accounts whose programs are looked at; none takes too much, and the disk has room."""
    looked_at: dict[int, str] = {}
    monkeypatch.setattr(watching, "end_heaviest", lambda accounts: looked_at.update(accounts) or [])
    monkeypatch.setattr(watching, "free_mb", lambda _folder: LOW_MB)
    return looked_at


def test_an_hour_that_is_changed_while_the_room_is_open_reaches_its_places(tmp_path: Path) -> None:
    watched = Watched(tmp_path / "seance")
    later = watched.put_off()
    assert watched.for_turns(CLOSE_EVERY - 1) is CLOSED
    assert later not in watched.room.deadline.read_text(encoding="ascii")
    watched.for_turns(CLOSE_EVERY)
    assert later in watched.room.deadline.read_text(encoding="ascii")


@pytest.mark.parametrize("content", ["{", "mode: [", None])
def test_a_session_that_is_being_changed_leaves_the_former_hour_and_the_room_open(
    tmp_path: Path, content: str | None
) -> None:
    watched = Watched(tmp_path / "seance")
    file = watched.room.root / "seance.yaml"
    before, whole = watched.room.deadline.read_bytes(), file.read_text(encoding="utf-8")
    file.write_text(content, encoding="utf-8") if content else file.unlink()

    def restored() -> None:
        assert watched.room.deadline.read_bytes() == before
        file.write_text(whole, encoding="utf-8")
        watched.put_off()

    assert watched.for_turns(2 * CLOSE_EVERY, {CLOSE_EVERY + 1: restored}) is CLOSED
    assert watched.room.deadline.read_bytes() != before


@pytest.mark.parametrize("separate", [True, False])
def test_what_is_written_in_the_session_meanwhile_is_closed_to_its_places_where_they_have_accounts(
    tmp_path: Path, separate: bool
) -> None:
    watched = Watched(tmp_path / "seance", separate)
    names = watched.room.root / "participants.csv"
    names.write_text("code;nom\n", encoding="utf-8")
    names.chmod(0o644)
    watched.for_turns(CLOSE_EVERY)
    assert (stat.S_IMODE(names.stat().st_mode) & 0o007 == 0) is separate


def test_the_programs_of_places_are_looked_at_and_never_those_of_the_trainer(
    tmp_path: Path, ended: dict[int, str]
) -> None:
    watched = Watched(tmp_path / "seance")
    watched.for_turns(1)
    assert list(ended.values()) == list(watched.codes)


def test_a_place_that_took_too_much_is_named_once_whoever_ended_its_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = Watched(tmp_path / "seance")
    by_us, by_the_system = "22222", "33333"
    found = iter([[by_us], [], []])
    monkeypatch.setattr(watching, "end_heaviest", lambda _accounts: next(found))
    # What was counted before the room was looked at is of another opening.
    counts = iter([{by_the_system: 4}, {by_the_system: 4}, {by_the_system: 5}, {by_the_system: 5}])
    monkeypatch.setattr(Groups, "ended", lambda _groups: next(counts))
    assert watched.for_turns(3) is CLOSED
    assert watched.said == [t("room-memoire", code=by_us), t("room-memoire", code=by_the_system)]


def test_a_relay_that_is_started_again_is_told_and_a_hub_that_falls_ends_the_watch(tmp_path: Path) -> None:
    watched = Watched(tmp_path / "seance")
    relay = (1, None, 2, 2)
    happens: dict[int, Callable[[], object]] = {
        turn: partial(setattr, watched.hub, "number", number) for turn, number in enumerate(relay, 1)
    }
    happens[6] = partial(setattr, watched.hub, "up", False)
    assert watched.for_turns(9, happens) is FALLEN
    assert watched.said == [t("room-relais-relance")]


@pytest.mark.parametrize(("left", "told"), [(LOW_MB, 0), (LOW_MB - 1, 1)])
def test_a_disk_that_fills_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: int, told: int) -> None:
    monkeypatch.setattr(watching, "free_mb", lambda _folder: left)
    watched = Watched(tmp_path / "seance")
    watched.for_turns(3 * DISK_EVERY)
    assert watched.said == [t("room-disque-bas", mo=str(left))] * told
