"""Revenir sur un réglage : ce qui a changé se défait dans l'ordre, et se refait."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from traitlets import Bool, HasTraits, Tuple, Unicode

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

    `names`: the traits that are settings; `beside`: those that come back with them, and are no change by themselves.
    `differences(before, after)` gives the name and the value, in words, of each setting that comes back. `past`: the
    settings before each change that can be undone, at most fifty.
    """

    word_keys = ("undo", "undo-key", "redo", "redo-key")

    can_undo = Bool(False).tag(sync=True)
    can_redo = Bool(False).tag(sync=True)
    sentence = Unicode().tag(sync=True)
    past = Tuple()

    def __init__(
        self,
        state: HasTraits,
        names: Sequence[str],
        differences: Callable[[Settings, Settings], Sequence[tuple[str, str]]],
        clock: Callable[[], float] = time.monotonic,
        beside: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._state, self._names, self._differences, self._clock = state, names, differences, clock
        self._all = (*beside, *names)  # what a change was tried from comes back before it
        self._future: deque[Settings] = deque(maxlen=MOST)
        self._now = self._read()
        self._changed_at = float("-inf")
        self._moving = False
        state.observe(lambda _change: self._note(), [*self._all])
        self.on_msg(lambda _part, content, _buffers: self._receive(content))

    def undo(self) -> None:
        """Put the settings back as they were before the last change; nothing when there is none."""
        if not self.past:
            return
        *past, wanted = self.past
        self._future.append(self._now)
        self._move(wanted, past, "undo-undone")

    def redo(self) -> None:
        """Do again the change that was undone last; nothing when there is none."""
        if not self._future:
            return
        self._move(self._future.pop(), (*self.past, self._now), "undo-redone")

    def forget(self) -> None:
        """Forget every change: what the settings were no longer holds, as when other questions are answered."""
        self.take_up(())

    def take_up(self, past: Sequence[Settings]) -> None:
        """Undo from now on these changes of former work, the settings of which are there."""
        self._now, self._changed_at = self._read(), float("-inf")
        self._future.clear()
        self.past = tuple({**self._now, **settings} for settings in past[-MOST:])
        self._show("")

    def _receive(self, content: Mapping[str, Any]) -> None:
        match content.get("event"):
            case "undo":
                self.undo()
            case "redo":
                self.redo()

    def _read(self) -> Settings:
        return {name: getattr(self._state, name) for name in self._all}

    def _note(self) -> None:
        settings = self._read()
        if self._moving or settings == self._now:
            return
        if all(settings[name] == self._now[name] for name in self._names):
            self._now = settings
            return
        if self._clock() - self._changed_at > ONE_CHANGE_S:
            self.past = (*self.past, self._now)[-MOST:]
        self._changed_at, self._now = self._clock(), settings
        self._future.clear()
        self._show("")

    def _move(self, wanted: Settings, past: Sequence[Settings], key: str) -> None:
        before = self._now
        self._moving = True
        try:
            put_back(self._state, wanted)
        finally:
            self._moving = False
            self._now, self._changed_at = self._read(), float("-inf")
        self.past = tuple(past[-MOST:])
        plain = ({name: settings[name] for name in self._names} for settings in (before, wanted))
        self._show(t(key, what=settings_words(self._differences(*plain))))

    def _show(self, sentence: str) -> None:
        with self.hold_sync():
            self.can_undo, self.can_redo, self.sentence = bool(self.past), bool(self._future), sentence


__all__ = ["MOST", "ONE_CHANGE_S", "Settings", "Undo", "changed_names", "put_back", "settings_words"]
