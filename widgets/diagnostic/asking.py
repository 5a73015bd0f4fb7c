"""« Changer une chose » : demander autrement les mêmes familles, une façon à la fois, devant l'image."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from widgets.diagnostic.state import FICTITIOUS, DiagnosticState, scenario
from widgets.diagnostic.ways import AnsweringPicture, way_words
from widgets.diagnostic.words import t
from widgets.kit import ChangeWords, OneChange, Trials, margin, stack
from widgets.kit.background import Stop
from widgets.kit.from_to import from_to

if TYPE_CHECKING:
    from liaison.diagnostic.hypotheses import Way
    from liaison.diagnostic.seen_online import SeenOnline


@dataclass(frozen=True)
class Asking:
    """Another way of asking, and whom it shows of a fictitious school: asked as it was, then so."""

    ways: tuple[Way, ...]
    before: SeenOnline
    after: SeenOnline


class AskingView:
    """The ways of asking of the scenario, other than the one of now, of which one is tried at a time.

    Of a fictitious school only: there the truth is known.
    """

    def __init__(self, state: DiagnosticState) -> None:
        self.state = state
        words: ChangeWords[Asking] = ChangeWords(
            help=t("asking-help"),
            searching=t("asking-searching"),
            failed=t("asking-failed"),
            none=t("asking-none"),
            label=lambda asking: way_words([*asking.ways]),
            does=does_words,
            price=answers_words,
        )
        self.trial = OneChange(words, self._try)
        self.trials = Trials(state, self.trial, self._search, lambda _base, asking: asking.ways, self.show)
        self.picture = AnsweringPicture(state)
        self._both = margin([self.picture.pressed, self.trial.widget], [self.picture.picture])
        self.widget = stack()

    def show(self) -> None:
        """Draw the families beside how they answered before, or look for other ways of asking."""
        state = self.state
        if state.source != FICTITIOUS:
            self.picture.show()
            self.widget.children = (self.picture.picture,)
            return
        self.widget.children = (self._both,)
        self.trials.follow(state.ways, (state.school, state.seed))
        self.picture.show(self.trials.before or ())

    def _search(self, base: tuple[Way, ...]) -> Callable[[Stop], list[Asking]]:
        state, truth = self.state, self.state.fiction().truth

        def search(_stopped: Stop) -> list[Asking]:
            from liaison.diagnostic.seen_online import seen_online

            before = seen_online(truth, state.collected(base))
            others = [tuple(ways) for ways in scenario()["ways"] if tuple(ways) != base]
            return [Asking(ways, before, seen_online(truth, state.collected(ways))) for ways in others]

        return search

    def _try(self, asking: Asking | None) -> None:
        if (base := self.trials.base) is not None:
            self.state.set_trait("ways", base if asking is None else asking.ways)


def does_words(asking: Asking) -> str:
    """Return how many of the families that begin with the ENT are seen, before and after."""
    before, after = asking.before, asking.after
    return t("asking-seen", beginners=after.beginners, moved=from_to(before.seen, after.seen))


def answers_words(asking: Asking) -> str:
    """Return how many families answer, before and after, and what is not counted."""
    before, after = asking.before, asking.after
    return t("asking-answers", total=after.families, moved=from_to(before.answered, after.answered))


__all__ = ["Asking", "AskingView", "answers_words", "does_words"]
