"""Ce dont part le changement à l'essai : il le reste, que l'on annule, rétablisse, ou reprenne son travail.

`TriedFrom` le garde, pour chaque façon d'essayer ; `Trials` en suit une, celle des choix de « Changer une chose ».
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

from traitlets import HasTraits

from widgets.kit.background import Stop
from widgets.kit.one_change import OneChange
from widgets.kit.undo import MOST

S = TypeVar("S")
L = TypeVar("L")


class Offered(NamedTuple, Generic[S, L]):
    """The changes that were looked for of some settings, the `base`; `of`: what else they depend on."""

    base: S
    of: object
    changes: Sequence[L]


class TriedFrom(Generic[S]):
    """What one way of trying changes starts from, in the trait `name` of a state, which the browser keeps.

    The trait has the settings before the change on trial, then with it; () without any.
    """

    def __init__(self, state: HasTraits, name: str) -> None:
        self._state, self._name = state, name
        self._written: Sequence[S] = ()

    def before(self, now: S) -> S | None:
        """Return the settings before the change on trial, where those of `now` are the ones with it."""
        held = self._held()
        if len(held) != 2 or held[0] == held[1] or held[1] != now:
            return None
        return held[0]

    def taken_up(self, now: S) -> S | None:
        """Return the same, where it came with them from what the browser keeps, or from an undo."""
        return None if self._held() == self._written else self.before(now)

    def write(self, tried: Sequence[S]) -> None:
        """Have these settings before the change on trial, and with it."""
        self._written = tried
        self._state.set_trait(self._name, tried)

    def pass_over(self) -> None:
        """Take up no more what is there: no change of this way leads from one to the other."""
        self._written = self._held()

    def _held(self) -> Sequence[S]:
        held: Sequence[S] = self._state.trait_values()[self._name]
        return held


class Trials(Generic[S, L]):
    """The settings to which one change at a time is made, its `base`, in step with those of a state.

    `search(base)` returns what looks for its changes, and `made(base, change)` the settings once one is made.
    `state.tried` has what the change on trial started from. Taken up, the changes of the same base are looked for, and
    the same one chosen; then, `redraw` is called.
    """

    def __init__(
        self,
        state: HasTraits,
        trial: OneChange[L],
        search: Callable[[S], Callable[[Stop], Sequence[L]]],
        made: Callable[[S, L], S],
        redraw: Callable[[], object],
    ) -> None:
        self._trial, self._search, self._made, self._redraw = trial, search, made, redraw
        self._from: TriedFrom[S] = TriedFrom(state, "tried")
        self.base: S | None = None
        self._of: object = None
        self._awaited: S | None = None  # taken up: on trial, until the search finds by which change
        self._former: deque[Offered[S, L]] = deque(maxlen=MOST)

    @property
    def before(self) -> S | None:
        """The settings before the change on trial; None while there is none."""
        return None if self._trial.chosen is None and self._awaited is None else self.base

    def follow(self, now: S, of: object) -> None:
        """Choose the change that makes the settings what they are `now`; where none does, look for others.

        `of`: what the changes depend on beside the settings.
        """
        if self._awaited != now:
            self._awaited = None
        if not self._follows(now, of) and not self._comes_back(now, of):
            self._look(now, of)
        if self._trial.chosen is not None and self.base is not None:
            self._from.write((self.base, now))

    def _follows(self, now: S, of: object) -> bool:
        if self.base is None or of != self._of:
            return False
        return self._awaited is not None or self._choose(now)

    def _comes_back(self, now: S, of: object) -> bool:
        """Whether the settings are a former base or one of its changes; that base is then the base again."""
        for former in reversed(self._former):
            if of == former.of and now in (former.base, *(self._made(former.base, each) for each in former.changes)):
                self._hold()
                self.base, self._of = former.base, former.of
                self._trial.offer_again(former.changes)
                return self._choose(now)
        return False

    def _choose(self, now: S) -> bool:
        base = self.base
        assert base is not None
        return self._trial.follows(lambda change: now == (base if change is None else self._made(base, change)))

    def _hold(self) -> None:
        """Hold the base and its changes: who undoes further than it comes back to them."""
        if self.base is None or not self._trial.changes:
            return
        held = Offered(self.base, self._of, self._trial.changes)
        if held not in self._former:
            self._former.append(held)

    def _look(self, now: S, of: object) -> None:
        self._hold()
        before = self._from.taken_up(now)
        self.base, self._of = now if before is None else before, of
        self._awaited = None if before is None else now
        if before is None:
            self._from.write(())
        self._trial.look(self._search(self.base), self._offered)

    def _offered(self) -> None:
        awaited, self._awaited = self._awaited, None
        if awaited is None:
            return
        if not self._choose(awaited):
            # No more among the changes of that base: it is what one starts from.
            self._from.pass_over()
            self._look(awaited, self._of)
        self._redraw()


__all__ = ["Trials", "TriedFrom"]
