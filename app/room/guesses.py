"""How long whoever gives a wrong name or password waits: longer and longer, one after the other, and all together.

Mistyping costs a second. Beyond what a whole class mistypes, those who come by one address pass one at a time; then,
whatever the addresses, those who come to the room. A right name and password wait only for those before them.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

WRONG_S = 1.0
FORGOTTEN_S = 60.0  # after which one wrong guess counts no more


@dataclass(frozen=True)
class Patience:
    """How many wrong guesses hold nobody up, and how long each of the following holds up the next at most."""

    free: int
    longest_s: float

    def hold_s(self, wrong: float) -> float:
        """How long the next ones wait after the last of that many wrong guesses."""
        beyond = wrong - self.free
        return min(self.longest_s, WRONG_S * 2 ** min(beyond, 10)) if beyond >= 0 else 0.0


# Thirty people may come by one address, and mistype. A code is one of 512,169: even by many addresses, a day of the
# longest waits tries 17,280.
OF_ONE, OF_ALL = Patience(free=20, longest_s=15.0), Patience(free=60, longest_s=5.0)
MOST_WAITING = 60  # of one address


class CrowdedError(Exception):
    """So many wait already by this address that one more is not let in."""


@dataclass
class _Line:
    """Those who come by one way: one passes at a time; the wrong guesses, fewer as time goes by."""

    patience: Patience
    now: Callable[[], float]
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0
    wrong: float = 0.0
    at: float = 0.0

    def counted(self) -> float:
        """The wrong guesses that still count."""
        return max(0.0, self.wrong - (self.now() - self.at) / FORGOTTEN_S)

    @asynccontextmanager
    async def passing(self, guess: "Guess") -> AsyncIterator[None]:
        self.waiting += 1
        try:
            async with self.turn:
                yield
                if not guess.right:
                    hold = self.patience.hold_s(self.counted())
                    self.wrong, self.at = self.counted() + 1, self.now()
                    await asyncio.sleep(hold)
        finally:
            self.waiting -= 1


@dataclass
class Guess:
    """A name and a password that were given: wrong, until said right."""

    right: bool = False


class Guesses:
    """The lines before the door of a room."""

    def __init__(self, now: Callable[[], float], each: Patience = OF_ONE, everyone: Patience = OF_ALL) -> None:
        self._lines: defaultdict[str, _Line] = defaultdict(lambda: _Line(each, now))
        self._all = _Line(everyone, now)

    @asynccontextmanager
    async def turn(self, address: str) -> AsyncIterator[Guess]:
        """Wait for one's turn; what is yielded is to be said right, else the next ones wait.

        Raises:
            CrowdedError: MOST_WAITING wait already by that address.
        """
        self._forget()
        line, guess = self._lines[address], Guess()
        if line.waiting >= MOST_WAITING:
            raise CrowdedError(address)
        async with line.passing(guess), self._all.passing(guess):
            yield guess

    def _forget(self) -> None:
        for address in [known for known, line in self._lines.items() if not line.waiting and not line.counted()]:
            del self._lines[address]
