"""Revenir sur un réglage : ce qui a changé se défait dans l'ordre, et se refait."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from traitlets import Bool, HasTraits, Unicode

from widgets.kit.part import Part, t

MOST = 50  # changes that can be undone
ONE_CHANGE_S = 1.0  # a lever dragged, a text typed, a school that brings its holidays: one change

Settings = Mapping[str, Any]


def settings_words(settings: Sequence[tuple[str, str]]) -> str:
    """Return in words settings that come back, each its name and its value, "" where no word holds it."""
    (setting, value), *more = settings
    first = t("undo-value", setting=setting, value=value) if value else t("undo-setting", setting=setting)
    return t("undo-and-more", first=first, more=len(more)) if more else first


def changed_names(before: Settings, after: Settings) -> list[str]:
    """Return the names of the settings that differ."""
    return [name for name, value in after.items() if before[name] != value]


def put_back(state: HasTraits, settings: Settings) -> None:
    """Give settings of a state these values."""
    # Twice: one setting may bring others with it, as a school brings its holidays.
    for name, value in [*settings.items()] * 2:
        state.set_trait(name, value)


class Undo(Part):
    """Two buttons, that undo the last change of some settings of a state and do it again; Ctrl + Z and Ctrl + Y too.

    `names`: the traits that are settings. `differences(before, after)` gives the name and the value, in words, of each
    setting that comes back. At most fifty changes are kept, in memory only.
    """

    word_keys = ("undo", "undo-key", "redo", "redo-key")

    can_undo = Bool(False).tag(sync=True)
    can_redo = Bool(False).tag(sync=True)
    sentence = Unicode().tag(sync=True)

    def __init__(
        self,
        state: HasTraits,
        names: Sequence[str],
        differences: Callable[[Settings, Settings], Sequence[tuple[str, str]]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._state, self._names, self._differences, self._clock = state, names, differences, clock
        self._past: deque[Settings] = deque(maxlen=MOST)
        self._future: deque[Settings] = deque(maxlen=MOST)
        self._now = self._read()
        self._changed_at = float("-inf")
        self._moving = False
        state.observe(lambda _change: self._note(), [*names])
        self.on_msg(lambda _part, content, _buffers: self._receive(content))

    def undo(self) -> None:
        """Put the settings back as they were before the last change; nothing when there is none."""
        self._move(self._past, self._future, "undo-undone")

    def redo(self) -> None:
        """Do again the change that was undone last; nothing when there is none."""
        self._move(self._future, self._past, "undo-redone")

    def forget(self) -> None:
        """Forget every change: what the settings were no longer holds, as when other questions are answered."""
        self._past.clear()
        self._future.clear()
        self._now, self._changed_at = self._read(), float("-inf")
        self._show("")

    def _receive(self, content: Mapping[str, Any]) -> None:
        match content.get("event"):
            case "undo":
                self.undo()
            case "redo":
                self.redo()

    def _read(self) -> Settings:
        return {name: getattr(self._state, name) for name in self._names}

    def _note(self) -> None:
        settings = self._read()
        if self._moving or settings == self._now:
            return
        if self._clock() - self._changed_at > ONE_CHANGE_S:
            self._past.append(self._now)
        self._changed_at, self._now = self._clock(), settings
        self._future.clear()
        self._show("")

    def _move(
        self, source: deque[Settings] | list[Settings], target: deque[Settings] | list[Settings], key: str
    ) -> None:
        if not source:
            return
        before, wanted = self._now, source.pop()
        target.append(before)
        self._moving = True
        try:
            put_back(self._state, wanted)
        finally:
            self._moving = False
            self._now, self._changed_at = self._read(), float("-inf")
        self._show(t(key, what=settings_words(self._differences(before, wanted))))

    def _show(self, sentence: str) -> None:
        with self.hold_sync():
            self.can_undo, self.can_redo, self.sentence = bool(self._past), bool(self._future), sentence


__all__ = ["MOST", "ONE_CHANGE_S", "Settings", "Undo", "changed_names", "put_back", "settings_words"]
