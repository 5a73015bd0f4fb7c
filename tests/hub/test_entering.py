"""Qui entre : un code de la séance et le mot de passe, la formation depuis cet ordinateur ; le reste attend."""

import asyncio
import random
from types import SimpleNamespace
from typing import Any

import pytest
from tornado import web

from app.room import doors, entrance, guesses
from app.room.access import TRAINER, Access
from app.room.doors import RoomAuthenticator
from app.room.guesses import MOST_WAITING, WRONG_S
from app.room.tickets import SERVED
from liaison.training.session.codes import new_codes

ACCESS = Access(room="7KXM-2RPV", trainer="H8WN-4TZC-9BQD")
CODE, OTHER, NOBODY = new_codes(3, random.Random(5))  # the last one is of no session
KEY = "la-clé-de-cette-ouverture"
HERE, AWAY = "203.0.113.7,127.0.0.1", "127.0.0.1,203.0.113.7"


class Browser:
    """Whoever sends the form of the door: by which addresses, with which cookies; what they are given."""

    def __init__(self, passed_by: str = AWAY, former: str = "", **cookies: str) -> None:
        self.request = SimpleNamespace(headers={"X-Forwarded-For": passed_by} if passed_by else {})
        self.former, self.cookies, self.given = former, cookies, dict[str, str]()

    def get_current_user_cookie(self) -> Any:
        return SimpleNamespace(name=self.former) if self.former else None

    def get_cookie(self, name: str) -> str | None:
        return self.cookies.get(name)

    def set_cookie(self, name: str, value: str, **_how: Any) -> None:
        self.given[name] = value

    def clear_cookie(self, name: str, **_how: Any) -> None:
        self.given[name] = ""


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long who is refused waits, one after the other."""
    waited: list[float] = []

    async def wait(seconds: float) -> None:
        if seconds:
            waited.append(seconds)

    monkeypatch.setattr(doors.asyncio, "sleep", wait)
    return waited


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Who is put out of this browser."""
    gone: list[str] = []

    async def leave(_handler: Any, user: Any) -> None:
        gone.append(user.name)

    monkeypatch.setattr(doors, "leave", leave)
    return gone


def door(walled: list[str] | None = None) -> RoomAuthenticator:
    return RoomAuthenticator(access=ACCESS, allowed_users={CODE, OTHER, TRAINER}, walled=walled or [], entry_key=KEY)


def enters(browser: Browser, name: str, password: str, at: RoomAuthenticator | None = None) -> str | None:
    return asyncio.run((at or door()).authenticate(browser, {"username": name, "password": password}))


@pytest.mark.parametrize(
    ("name", "password", "passed_by", "found"),
    [
        (CODE, ACCESS.room, AWAY, CODE),
        (CODE, ACCESS.trainer, AWAY, None),
        (NOBODY, ACCESS.room, AWAY, None),
        ("root", ACCESS.room, AWAY, None),
        ("", "", AWAY, None),
        (TRAINER, ACCESS.trainer, HERE, TRAINER),
        (TRAINER, ACCESS.trainer, AWAY, None),
        (TRAINER, ACCESS.trainer, "", None),
        (TRAINER, ACCESS.room, HERE, None),
    ],
)
def test_who_is_of_the_session_enters_at_once_and_whoever_else_waits_and_does_not(
    waits: list[float], name: str, password: str, passed_by: str, found: str | None
) -> None:
    browser = Browser(passed_by)
    assert enters(browser, name, password) == found
    assert waits == ([] if found else [WRONG_S])
    # The relay leads who has entered to their own place, and nobody else anywhere.
    assert browser.given == ({entrance.COOKIE: entrance.proof(KEY, found)} if found else {})


def test_a_code_of_nobody_with_the_password_of_the_room_is_a_guess_that_holds_the_next(waits: list[float]) -> None:
    async def guess() -> None:
        at = door()
        for number in range(guesses.OF_ONE.free + 2):
            # What the browser claims of where it comes from changes nothing.
            browser = Browser(f"10.0.0.{number},203.0.113.7")
            await at.authenticate(browser, {"username": NOBODY, "password": ACCESS.room})

    asyncio.run(guess())
    assert len(waits) > guesses.OF_ONE.free + 2  # beside each one's own wait, that of who comes next


def test_whom_too_many_wait_before_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guesses, "MOST_WAITING", 0)
    assert MOST_WAITING > 0
    with pytest.raises(web.HTTPError) as told:
        enters(Browser(), CODE, ACCESS.room)
    assert told.value.status_code == 429


def test_the_trainer_does_not_enter_with_a_browser_that_served_a_place_and_a_participant_does(left: list[str]) -> None:
    with pytest.raises(web.HTTPError) as told:
        enters(Browser(HERE, **{SERVED: "1"}), TRAINER, ACCESS.trainer)
    assert told.value.status_code == 403
    assert enters(Browser(HERE, **{SERVED: "1"}), CODE, ACCESS.room) == CODE
    assert left == []


@pytest.mark.parametrize(("former", "gone"), [(OTHER, [OTHER]), (CODE, []), ("", [])])
def test_who_enters_puts_out_whoever_else_had_entered_with_this_browser(
    left: list[str], former: str, gone: list[str]
) -> None:
    assert enters(Browser(former=former), CODE, ACCESS.room) == CODE
    assert left == gone


def test_who_does_not_enter_puts_nobody_out(left: list[str], waits: list[float]) -> None:
    assert enters(Browser(former=OTHER), CODE, ACCESS.trainer) is None
    assert (left, waits) == ([], [WRONG_S])


def test_who_has_walls_is_given_the_ticket_of_their_door_and_who_has_none_loses_the_former_one() -> None:
    walled = door(walled=[CODE, OTHER])
    first, again, other, trainer = (Browser(HERE) for _ in range(4))
    for browser, name in ((first, CODE), (again, CODE), (other, OTHER)):
        enters(browser, name, ACCESS.room, walled)
    enters(trainer, TRAINER, ACCESS.trainer, walled)
    tickets = [one.given["carnets-place"] for one in (first, again, other, trainer)]
    assert tickets[0] == tickets[1]
    assert len({*tickets[1:]}) == 3
    assert tickets[3] == ""
    assert SERVED in first.given
    assert SERVED not in trainer.given
