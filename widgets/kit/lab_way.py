"""L'ossature d'un laboratoire, la même partout : parier, voir, changer une chose, comprendre, emporter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import ipywidgets
from traitlets import HasTraits

from widgets.kit.bet import Bet
from widgets.kit.keep import Keep
from widgets.kit.lab_path import LabPath, PathStep, StepMade
from widgets.kit.stack import stack
from widgets.kit.undo import Undo
from widgets.texts import texts

t = texts("kit")


@dataclass(frozen=True)
class LabWay:
    """What each step of a lab has on its page, made at the first arrival; `whole`, the lab entire, beside.

    `bet`, which `asks` shows with what stands by it, and `see` answers. `undo`: of its settings.
    `keep`: of where one is in it, offered where one comes first. `private`: why nothing of it is projected, "" when it
    may be.
    """

    bet: Bet
    asks: Sequence[ipywidgets.Widget]
    see: Callable[[], StepMade]
    change: Callable[[], StepMade]
    understand: Callable[[], StepMade]
    take: Callable[[], StepMade]
    whole: Callable[[], ipywidgets.Widget]
    undo: Undo
    keep: Keep
    private: Callable[[], str] = lambda: ""


def lab_way(way: LabWay, state: HasTraits, follows: Sequence[str]) -> LabPath:
    """Return the path of a lab whose state is `revealed` by its bet, which opens it and leads to what it was about.

    A step is drawn again when one of the traits that it `follows` changes. What « Changer une chose » looks for, it
    looks for while one reads « Voir ».
    """

    @cache
    def change() -> StepMade:
        changed = way.change()
        return StepMade(stack([way.undo, changed.widget]), changed.draw)

    def see() -> StepMade:
        seen = way.see()

        def draw() -> None:
            seen.draw()
            change().draw()

        return StepMade(seen.widget, draw)

    made: dict[str, Callable[[], StepMade]] = {
        "voir": see,
        "changer": change,
        "comprendre": way.understand,
        "emporter": way.take,
    }

    def entire() -> StepMade:
        return StepMade(stack([way.keep.widget, way.undo, way.whole()]))

    path = LabPath(
        [
            PathStep("parier", t("step-parier"), lambda: StepMade(stack([way.keep.widget, *way.asks]))),
            *(PathStep(key, t(f"step-{key}"), make, waits=True) for key, make in made.items()),
            PathStep("regler", t("step-regler"), entire, beside=True),
        ],
        reason=t("step-reason"),
        projects=True,
    )
    way.keep.follow(path, way.undo)
    path.private = way.private()
    state.observe(lambda _change: setattr(path, "private", way.private()), [*follows])
    path.follow(state, follows)
    state.observe(lambda _change: path.unlock(then="voir"), "revealed")
    # Placed anew, a bet reveals nothing more, and is answered all the same.
    way.bet.on_answer(lambda: path.unlock(then="voir"))
    return path


__all__ = ["LabWay", "lab_way"]
