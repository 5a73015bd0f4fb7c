"""Où l'on en était dans un laboratoire : le navigateur le garde, on choisit de le reprendre ou de repartir de zéro."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict
from traitlets import HasTraits

from widgets.kit.action import Action
from widgets.kit.bet import Bet
from widgets.kit.draft import Draft
from widgets.kit.former_settings import FormerSettings
from widgets.kit.lab_path import LabPath
from widgets.kit.notice import Notice
from widgets.kit.stack import stack
from widgets.kit.undo import Undo, put_back
from widgets.texts import texts

t = texts("kit")
LONGEST = 200_000  # signs: more are nothing that the suite has written
R = TypeVar("R")


class FormerWork(Generic[R]):
    """Keeps in the browser what is done on a page; offers what it finds there, and never takes it back by itself.

    On a machine that several people use, work that came back alone would be somebody else's. `name`: what it is kept
    under; `text`: of what it is made. Each tab takes up its own; a new one, what was written last.
    """

    def __init__(self, name: str, text: str) -> None:
        self._former: R | None = None
        self._written = False
        self.draft = Draft(name=name, held=True)
        self.notice = Notice(title=t("keep-title"), text=text)
        self.resume = Action(label=t("keep-resume"), main=True)
        self.forget = Action(label=t("keep-forget"))
        self.resume.on_press(self._resume)
        self.forget.on_press(self._forget)
        self.widget = stack([self.draft])
        self.draft.observe(lambda change: self._offer(change["new"]), "found")

    def now(self) -> str:
        """Return what is kept of the page as it is; "" for nothing."""
        raise NotImplementedError

    def read(self, text: str) -> R | None:
        """Return what a text holds, None where it is what the page already has.

        Raises:
            ValueError: it was not written by this version; then nothing of it is offered.
        """
        raise NotImplementedError

    def take_up(self, former: R) -> None:
        """Put the page where it was."""
        raise NotImplementedError

    def leads(self, main: bool) -> None:
        """Give the main button of the screen to what is offered, or back: who comes back takes up first."""

    def write(self) -> None:
        """Keep what is on the page."""
        self._written = True
        self.draft.value = self.now()

    def _offer(self, text: str) -> None:
        if self._written or not 0 < len(text) <= LONGEST:
            return
        try:
            self._former = self.read(text)
        except ValueError:
            # Written by another version: nothing of it can be shown, and it is replaced at the next setting.
            return
        if self._former is not None:
            self.leads(False)
            self.widget.children = (self.draft, self.notice, self.resume, self.forget)

    def _resume(self) -> None:
        if self._former is not None:
            self.take_up(self._former)
        self._close()

    def _forget(self) -> None:
        # A first value, so that the browser is told even when nothing has been kept since the page opened.
        self.draft.value = self.now() or "-"
        self.draft.value = ""
        self._close()

    def _close(self) -> None:
        self._former = None
        self.widget.children = (self.draft,)
        self.leads(True)


class Record(BaseModel):
    """What the browser holds: the settings, the option that was bet on (once it is placed), the step.

    `past`: the settings before the last changes, packed; "" without any.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    settings: dict[str, Any]
    bet: str
    step: str
    past: str = ""


class Former(NamedTuple):
    """What the browser holds, read: `past`, the settings before each of the last changes."""

    settings: BaseModel
    record: Record
    past: Sequence[Mapping[str, Any]]


class Keep(FormerWork[Former]):
    """Keeps where one is in a lab.

    `settings`: the model whose fields are the settings of `state` that are kept; what does not hold is not offered.
    While `private()`, real answers are open: nothing is written.
    """

    def __init__(
        self,
        name: str,
        state: HasTraits,
        settings: type[BaseModel],
        bet: Bet,
        private: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(name, t("keep-text"))
        self._state, self._settings, self._bet, self._private = state, settings, bet, private
        self._path: LabPath | None = None
        self._undo: Undo | None = None
        self._past = FormerSettings(settings)
        self._brought = False
        state.observe(lambda _change: self.write(), [*settings.model_fields, "revealed"])

    def follow(self, path: LabPath, undo: Undo) -> None:
        """Keep the step of the path too, once its steps are open, and the last changes that can be undone."""
        self._path, self._undo = path, undo
        undo.observe(lambda _change: self.write(), "past")
        path.observe(lambda _change: self.write() if path.opened else None, "current")

    @contextmanager
    def brought(self) -> Iterator[None]:
        """What is set meanwhile comes from elsewhere, as by a link: it is kept with what the person does next.

        Until then it takes no place: what was kept before is offered all the same.
        """
        self._brought = True
        try:
            yield
        finally:
            self._brought = False

    def _current(self) -> tuple[BaseModel, Record]:
        settings = self._settings(**{name: getattr(self._state, name) for name in self._settings.model_fields})
        revealed = bool(getattr(self._state, "revealed"))  # noqa: B009
        bet, step = self._bet.question.value if revealed else "", self._path.current if self._path and revealed else ""
        past = self._past.packed(self._undo.past) if self._undo else ""
        return settings, Record(settings=settings.model_dump(mode="json"), bet=bet, step=step, past=past)

    def now(self) -> str:
        """Return the settings, the bet and the step."""
        return self._current()[1].model_dump_json()

    def read(self, text: str) -> Former | None:
        """Return the settings, the record of which they are, and the settings before its last changes."""
        record = Record.model_validate_json(text)
        settings = self._settings.model_validate_json(json.dumps(record.settings))
        past = self._past.unpacked(record.past)
        return None if (settings, record.bet) == (self._current()[0], "") else Former(settings, record, past)

    def take_up(self, former: Former) -> None:
        """Put back the settings, the bet, the step; what was changed last is undone first."""
        settings, record, past = former
        put_back(self._state, {name: getattr(settings, name) for name in self._settings.model_fields})
        if self._path:
            self._path.resumed = record.step
        if record.bet in {option["value"] for option in self._bet.question.options}:
            self._bet.question.value = record.bet
            self._bet.answer_it()
        if self._path:
            self._path.resumed = ""
        if self._path and self._path.opens(record.step):
            self._path.current = record.step
        if self._undo and past:
            self._undo.take_up(past)

    def leads(self, main: bool) -> None:
        """The button of the bet is the main one when nothing is offered."""
        self._bet.place.main = main and not self._state.trait_values()["revealed"]

    def write(self) -> None:
        """Keep it, unless it comes from elsewhere or real answers are open."""
        if not self._private() and not self._brought:
            super().write()


__all__ = ["FormerWork", "Keep"]
