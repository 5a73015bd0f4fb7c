"""Qui se trompe de code attend ; qui essaie des codes attend de plus en plus, et à son tour."""

import asyncio
import weakref

import pytest

from app.room import guesses
from app.room.guesses import FORGOTTEN_S, MOST_WAITING, OF_ALL, OF_ONE, CrowdedError, Guesses, Patience
from liaison.training.session.codes import LENGTH, LETTERS, SIGNS


class Clock:
    """Hours that pass when somebody waits, and at no other time."""

    def __init__(self) -> None:
        self.now = 0.0

    async def wait(self, seconds: float) -> None:
        self.now += seconds

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(guesses.asyncio, "sleep", clock.wait)
    return clock


async def give(door: Guesses, address: str, right: bool = False) -> None:
    async with door.turn(address) as guess:
        guess.right = right


def test_a_class_behind_one_address_mistypes_and_enters_without_waiting_for_each_other(clock: Clock) -> None:
    async def arrive() -> None:
        door = Guesses(clock)
        for person in range(30):
            if person < OF_ONE.free:
                await give(door, "10.0.0.1")
            await give(door, "10.0.0.1", right=True)

    asyncio.run(arrive())
    assert clock.now == 0


def test_one_more_wrong_guess_than_a_class_makes_holds_the_next_and_each_holds_longer(clock: Clock) -> None:
    async def guess() -> list[float]:
        door, held = Guesses(clock), []
        for _ in range(OF_ONE.free + 8):
            before = clock.now
            await give(door, "10.0.0.1")
            held.append(clock.now - before)
        return held

    held = asyncio.run(guess())
    assert held[: OF_ONE.free] == [0] * OF_ONE.free
    assert held[OF_ONE.free :] == sorted(held[OF_ONE.free :])
    assert (held[OF_ONE.free], held[-1]) == (1.0, OF_ONE.longest_s)


def test_guesses_sent_together_pass_one_after_the_other(clock: Clock) -> None:
    async def guess() -> None:
        door = Guesses(clock)
        await asyncio.gather(*(give(door, "10.0.0.1") for _ in range(OF_ONE.free + 10)))

    asyncio.run(guess())
    assert clock.now >= 5 * OF_ONE.longest_s


def test_many_addresses_share_the_waits_of_the_room(clock: Clock) -> None:
    async def guess() -> float:
        door = Guesses(clock)
        for number in range(OF_ALL.free):
            await give(door, f"10.0.1.{number}")
        unhindered = clock.now
        await asyncio.gather(*(give(door, f"10.0.2.{number}") for number in range(100)))
        return unhindered

    assert asyncio.run(guess()) == 0
    assert clock.now >= 90 * OF_ALL.longest_s


def test_who_knows_their_code_is_not_made_to_wait_for_who_guesses_elsewhere(clock: Clock) -> None:
    async def enter() -> float:
        door = Guesses(clock)
        for _ in range(OF_ONE.free + 10):
            await give(door, "10.0.0.1")
        before = clock.now
        await give(door, "10.0.0.2", right=True)
        return clock.now - before

    assert asyncio.run(enter()) == 0


def test_entering_oneself_does_not_make_one_s_wrong_guesses_forgotten_and_time_does(clock: Clock) -> None:
    async def guess() -> tuple[float, float]:
        door = Guesses(clock)
        for _ in range(OF_ONE.free):
            await give(door, "10.0.0.1")
        await give(door, "10.0.0.1", right=True)
        await give(door, "10.0.0.1")
        held, clock.now = clock.now, clock.now + 2 * FORGOTTEN_S
        before = clock.now
        await give(door, "10.0.0.1")
        return held, clock.now - before

    assert asyncio.run(guess()) == (1.0, 0.0)


def test_guesses_that_are_no_longer_counted_do_not_come_back_with_the_next(clock: Clock) -> None:
    async def guess() -> float:
        door = Guesses(clock)
        for _ in range(OF_ONE.free):
            await give(door, "10.0.0.1")
        clock.now += OF_ONE.free / 2 * FORGOTTEN_S
        before = clock.now
        for _ in range(OF_ONE.free // 2):
            await give(door, "10.0.0.1")
        return clock.now - before

    assert asyncio.run(guess()) == 0


def test_a_day_without_guessing_gives_no_more_guesses_than_a_class_makes(clock: Clock) -> None:
    async def guess() -> float:
        door = Guesses(clock)
        await give(door, "10.0.0.1")
        clock.now += 24 * 3600
        before = clock.now
        for number in range(OF_ALL.free + 1):
            await give(door, f"10.0.1.{number}")
        return clock.now - before

    assert asyncio.run(guess()) == 1.0


@pytest.mark.parametrize("patience", [OF_ONE, OF_ALL])
def test_however_many_wrong_guesses_there_were_the_next_waits_no_longer_than_the_longest(patience: Patience) -> None:
    assert patience.hold_s(1e6) == patience.longest_s


def test_at_the_pace_of_an_hour_a_day_of_guesses_tries_few_of_the_codes_whatever_the_addresses(clock: Clock) -> None:
    codes = len(LETTERS) * len(SIGNS) ** (LENGTH - 2)  # the last sign follows from the others

    async def guess() -> None:
        door = Guesses(clock)
        for number in range(codes // 25 // 24):
            await give(door, f"10.0.{number // 2**8}.{number % 2**8}")

    asyncio.run(guess())
    assert clock.now > 3600


def test_while_a_wrong_guess_is_held_the_next_by_its_address_waits_and_others_pass(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def crowd() -> list[str]:
        door, passed, held, let_go = Guesses(lambda: 0.0, each=Patience(0, 1.0)), [], asyncio.Event(), asyncio.Event()

        async def hold(seconds: float) -> None:
            if seconds:
                held.set()
                await let_go.wait()

        monkeypatch.setattr(guesses.asyncio, "sleep", hold)

        async def come(address: str, right: bool, name: str) -> None:
            await give(door, address, right)
            passed.append(name)

        first = asyncio.create_task(come("10.0.0.1", False, "qui se trompe"))
        await held.wait()
        behind = asyncio.create_task(come("10.0.0.1", True, "derrière"))
        await come("10.0.0.2", True, "ailleurs")
        let_go.set()
        await asyncio.gather(first, behind)
        return passed

    assert asyncio.run(crowd()) == ["ailleurs", "qui se trompe", "derrière"]


@pytest.mark.parametrize("ends", ["right", "wrong", "gone"])
def test_who_has_passed_or_gone_away_waits_no_more_at_that_address(clock: Clock, ends: str) -> None:
    async def pass_by(door: Guesses) -> None:
        async with door.turn("10.0.0.1") as guess:
            guess.right = ends == "right"
            if ends == "gone":
                raise ConnectionError

    async def arrive() -> int:
        door, crowded = Guesses(clock), 0
        for _ in range(MOST_WAITING + 1):
            try:
                await pass_by(door)
            except ConnectionError:
                pass
            except CrowdedError:
                crowded += 1
        return crowded

    assert asyncio.run(arrive()) == 0


class Address(str):
    """An address of which one can tell whether anybody still holds it."""


@pytest.mark.parametrize("right", [True, False])
def test_an_address_is_remembered_for_its_wrong_guesses_alone(clock: Clock, right: bool) -> None:
    async def come(door: Guesses) -> "weakref.ref[Address]":
        address = Address("10.0.0.1")
        await give(door, address, right)
        return weakref.ref(address)

    async def visit() -> tuple[bool, bool]:
        door = Guesses(clock)
        known = await come(door)
        await give(door, "10.0.0.2", right=True)
        soon = known() is not None
        clock.now += 2 * FORGOTTEN_S
        await give(door, "10.0.0.2", right=True)
        return soon, known() is not None

    assert asyncio.run(visit()) == (not right, False)


@pytest.mark.parametrize(("waiting", "taken"), [(MOST_WAITING - 1, True), (MOST_WAITING, False)])
def test_no_more_wait_by_one_address_than_two_classes(waiting: int, taken: bool) -> None:
    async def crowd() -> bool:
        door, gone = Guesses(lambda: 0.0), asyncio.Event()

        async def stay() -> None:
            async with door.turn("10.0.0.1") as guess:
                guess.right = await gone.wait()

        async def let_go() -> None:
            gone.set()

        # They come one after the other, and nobody leaves before the last has come.
        people = [*(stay() for _ in range(waiting)), give(door, "10.0.0.1", right=True), let_go()]
        said = await asyncio.gather(*people, return_exceptions=True)
        return not any(isinstance(one, CrowdedError) for one in said)

    assert asyncio.run(crowd()) is taken
