"""« Que changez-vous ? » : des changements à essayer un à la fois, et ce que fait celui que l'on essaie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from widgets.kit.background import Background, Stop, Tell
from widgets.kit.paragraphs import Paragraphs
from widgets.kit.question import Question
from widgets.kit.result_sentence import ResultSentence
from widgets.kit.stack import stack
from widgets.texts import texts

t = texts("kit")
NOTHING = "rien"
PAUSE_S = 0.5  # a picture that is being drawn comes first
L = TypeVar("L")


@dataclass(frozen=True)
class ChangeWords(Generic[L]):
    """What is said of a change: its `label` before it is tried, what it `does` and its `price` once it is.

    `help`: which changes these are. `searching`, `failed`: of the search. `none`: where no change helps.
    """

    help: str
    searching: str
    failed: str
    none: str
    label: Callable[[L], str]
    does: Callable[[L], str]
    price: Callable[[L], str]


class OneChange(Generic[L]):
    """One question, whose answer is tried at once: `attempt(change)`, or `attempt(None)` for things as they were.

    The changes are looked for in a thread by `look`; what one does is said once it is tried, never before. A search
    that is stopped offers none: half of it would offer what helps less. It says so, and is begun again in a press.
    """

    def __init__(self, words: ChangeWords[L], attempt: Callable[[L | None], object]) -> None:
        self.words, self._attempt = words, attempt
        self.changes: Sequence[L] = ()
        self._searching: Callable[[Stop], Sequence[L]] = lambda _stopped: ()
        self._then: Callable[[], object] = lambda: None
        self.search = Background(words.searching, words.failed, PAUSE_S, again=self._look_again)
        self.question = Question(
            label=t("one-change-question"), help=f"{words.help} {t('one-change-one')}", kind="radio"
        )
        self.question.add_class("carnets-tried")
        self.none = Paragraphs()
        self.does = ResultSentence()
        self._place = stack()
        self.widget = stack([self.search.widget, self._place])
        self.question.observe(lambda _change: self._try(), "value")

    def look(self, search: Callable[[Stop], Sequence[L]], then: Callable[[], object] = lambda: None) -> None:
        """Forget the changes, and look for others; `then` is called once they are offered."""
        self.changes, self._place.children = (), ()
        self._searching, self._then = search, then

        def work(_tell: Tell, stopped: Stop) -> Sequence[L] | None:
            changes = search(stopped)
            return None if stopped() else changes

        self.search.start(work, self._take)

    def _look_again(self) -> None:
        self.look(self._searching, self._then)

    @property
    def chosen(self) -> L | None:
        """The change on trial; None while things are as they were."""
        key = self.question.value
        return self.changes[int(key)] if self.changes and key not in ("", NOTHING) else None

    def choose(self, change: L | None) -> None:
        """Put on trial a change that came from elsewhere; none, for things as they were."""
        self.question.value = NOTHING if change is None else str(self.changes.index(change))

    def follows(self, on_trial: Callable[[L | None], bool]) -> bool:
        """Choose the change that is `on_trial` (None: none), undone or done again elsewhere; whether there is one."""
        for change in (self.chosen, None, *self.changes):
            if on_trial(change):
                if change is not self.chosen:
                    self.choose(change)
                return True
        return False

    def offer_again(self, changes: Sequence[L]) -> None:
        """Offer changes that were looked for before."""
        self.search.stop()
        self._offer(changes)

    def _take(self, changes: Sequence[L] | None) -> None:
        if changes is None:
            self.none.lines = [t("one-change-stopped")]
            self._place.children = (self.none, self.search.again)
            return
        self._offer(changes)
        self._then()

    def _offer(self, changes: Sequence[L]) -> None:
        # What one has set since stays: to offer changes tries none, nor puts anything back.
        self.changes = ()
        self.does.text = self.does.detail = ""
        self.none.lines = [] if changes else [self.words.none]
        self.question.options = [
            {"value": NOTHING, "label": t("one-change-nothing")},
            *({"value": str(rank), "label": self.words.label(change)} for rank, change in enumerate(changes)),
        ]
        self.question.value = NOTHING
        self.changes = changes
        self._place.children = (self.question, self.does) if changes else (self.none,)

    def _try(self) -> None:
        if not self.changes:
            return
        change = self.chosen
        self._attempt(change)
        with self.does.hold_sync():
            self.does.tone = "neutre"
            self.does.text = "" if change is None else self.words.does(change)
            self.does.detail = "" if change is None else self.words.price(change)


__all__ = ["NOTHING", "ChangeWords", "OneChange"]
