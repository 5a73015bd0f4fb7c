"""Qui voit cet écran : projeté d'abord et toujours, privé seulement après une confirmation, les noms à la demande."""

from __future__ import annotations

import time
from collections.abc import Callable

from widgets.kit import Action, Notice, Question, stack
from widgets.training_board.words import t

PROJECTED, PRIVATE = "projected", "private"
TOO_SOON_S = 0.8  # a double press must not show codes, or names, at once


class Audience:
    """A choice between two views, then one button whose next press shows codes, then names, then hides names.

    `private` and `names` say what may be on screen; `on_change` is called when either does. Choosing the private view
    shows nothing private by itself: on a projected screen an arrow key would do it.
    """

    def __init__(self) -> None:
        self.private = False
        self.names = False
        self.choice = Question(
            label=t("audience-label"),
            options=[{"value": name, "label": t(f"audience-{name}")} for name in (PROJECTED, PRIVATE)],
            value=PROJECTED,
        )
        self.button = Action(label=t("audience-confirm"))
        self.notice = Notice(kind="attention")
        self.widget = stack([self.choice])
        self.widget.add_class("carnets-board-audience")
        self._callbacks: list[Callable[[], object]] = []
        self._pressed_at = 0.0
        self.choice.observe(lambda _change: self._chosen(), "value")
        self.button.on_press(self._press)

    def on_change(self, callback: Callable[[], object]) -> None:
        """Call back when what may be shown changes."""
        self._callbacks.append(callback)

    def say(self, text: str) -> None:
        """Say something about names beside the button, instead of what stands there."""
        self.notice.text = text

    def _chosen(self) -> None:
        self.private = self.names = False
        self._pressed_at = time.monotonic()
        self._tell()

    def _press(self) -> None:
        now = time.monotonic()
        if now - self._pressed_at < TOO_SOON_S or self.choice.value != PRIVATE:
            return
        self._pressed_at = now
        self.private, self.names = True, self.private and not self.names
        self._tell()

    def _tell(self) -> None:
        privately = self.choice.value == PRIVATE
        if self.private:
            self.button.label = t("audience-no-names" if self.names else "audience-names")
            self._say("audience-private-title", f"audience-private-{'names' if self.names else 'codes'}")
        elif privately:
            self.button.label = t("audience-confirm")
            self._say("audience-confirm-title", "audience-confirm-text")
        children = (self.choice, self.notice, self.button) if privately else (self.choice,)
        if self.widget.children != children:
            self.widget.children = children
        for callback in self._callbacks:
            callback()

    def _say(self, title: str, text: str) -> None:
        with self.notice.hold_sync():
            self.notice.title, self.notice.text = t(title), t(text)
