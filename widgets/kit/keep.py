"""Où l'on en était dans un laboratoire : le navigateur le garde, on choisit de le reprendre ou de repartir de zéro."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError
from traitlets import HasTraits

from widgets.kit.action import Action
from widgets.kit.bet import Bet
from widgets.kit.draft import Draft
from widgets.kit.lab_path import LabPath
from widgets.kit.notice import Notice
from widgets.kit.stack import stack
from widgets.kit.undo import put_back
from widgets.texts import texts

t = texts("kit")
LONGEST = 200_000  # signs: more are nothing that the suite has written


class Record(BaseModel):
    """What the browser holds: the settings, the option that was bet on (once it is placed), the step."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    settings: dict[str, Any]
    bet: str
    step: str


class Keep:
    """Keeps where one is in a lab, in the browser; offers what it finds there, and never takes it back by itself.

    On a machine that several people use, settings that came back alone would be somebody else's.

    `settings`: the model whose fields are the settings of `state` that are kept; what does not hold is not offered.
    `name`: what they are kept under. While `private()`, real answers are open: nothing is written.
    """

    def __init__(
        self,
        name: str,
        state: HasTraits,
        settings: type[BaseModel],
        bet: Bet,
        private: Callable[[], bool] = lambda: False,
    ) -> None:
        self._state, self._settings, self._bet, self._private = state, settings, bet, private
        self._path: LabPath | None = None
        self._former: tuple[BaseModel, Record] | None = None
        self._written = self._brought = False
        self.draft = Draft(name=name)
        self.notice = Notice(title=t("keep-title"), text=t("keep-text"))
        self.resume = Action(label=t("keep-resume"), main=True)
        self.forget = Action(label=t("keep-forget"))
        self.resume.on_press(self._resume)
        self.forget.on_press(self._forget)
        self.widget = stack([self.draft])
        self.draft.observe(lambda change: self._offer(change["new"]), "found")
        state.observe(lambda _change: self._write(), [*settings.model_fields, "revealed"])

    def follow(self, path: LabPath) -> None:
        """Keep the step of the path too, once its steps are open."""
        self._path = path
        path.observe(lambda _change: self._write() if path.opened else None, "current")

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

    def _now(self) -> tuple[BaseModel, Record]:
        settings = self._settings(**{name: getattr(self._state, name) for name in self._settings.model_fields})
        revealed = bool(getattr(self._state, "revealed"))  # noqa: B009
        bet, step = self._bet.question.value if revealed else "", self._path.current if self._path and revealed else ""
        return settings, Record(settings=settings.model_dump(mode="json"), bet=bet, step=step)

    def _write(self) -> None:
        if self._private() or self._brought:
            return
        self._written = True
        self.draft.value = self._now()[1].model_dump_json()

    def _offer(self, text: str) -> None:
        if self._written or not 0 < len(text) <= LONGEST:
            return
        try:
            record = Record.model_validate_json(text)
            settings = self._settings.model_validate_json(json.dumps(record.settings))
        except (ValidationError, ValueError):
            # Written by another version: nothing of it can be shown, and it is replaced at the next setting.
            return
        if (settings, record.bet) == (self._now()[0], ""):
            return
        self._former = (settings, record)
        self._bet.place.main = False  # one main button a screen: who comes back takes up first
        self.widget.children = (self.draft, self.notice, self.resume, self.forget)

    def _resume(self) -> None:
        if self._former is not None:
            settings, record = self._former
            put_back(self._state, {name: getattr(settings, name) for name in self._settings.model_fields})
            if record.bet in {option["value"] for option in self._bet.question.options}:
                self._bet.question.value = record.bet
                self._bet.answer_it()
            if self._path and self._path.opens(record.step):
                self._path.current = record.step
        self._close()

    def _forget(self) -> None:
        # A first value, so that the browser is told even when nothing has been kept since the page opened.
        self.draft.value = self._now()[1].model_dump_json()
        self.draft.value = ""
        self._close()

    def _close(self) -> None:
        self._former = None
        self.widget.children = (self.draft,)
        self._bet.place.main = True


__all__ = ["Keep"]
