"""Ouvrir des fichiers de son ordinateur, sans les envoyer ailleurs qu'à ce programme."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from traitlets import Float, Unicode

from widgets.kit.part import Control, t

MOST_NAMED = 6
FileCallback = Callable[[str, bytes], object]


def explanation(error: Exception, otherwise: str) -> str:
    """Return what to show of an exception: its own sentence when the suite wrote it, else `otherwise`."""
    if type(error).__module__.partition(".")[0] in ("liaison", "widgets"):
        return str(error)
    return otherwise


class FileIn(Control):
    """Files chosen on the visitor's machine and given to this program, one call each.

    `accept` is a list of endings for the browser (".csv,.json"); over `max_mb` mebibytes each, a file is refused
    in French, by the page and again here. What a callback raises is shown: its sentence when it comes from the
    suite (`liaison.…`), otherwise that the file could not be read; the other files are read all the same.
    """

    word_keys = ("choose", "reading")

    accept = Unicode().tag(sync=True)
    max_mb = Float(8).tag(sync=True)
    too_big = Unicode().tag(sync=True)
    said = Unicode().tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        self._files: list[FileCallback] = []
        self._done: list[Callable[[], object]] = []
        super().__init__(**kwargs)
        self.too_big = t("file-in-too-big", name="NAME", max=self.max_mb)
        self.on_msg(self._receive)

    def on_file(self, callback: FileCallback) -> None:
        """Call `callback(name, content)` for each file that arrives."""
        self._files.append(callback)

    def on_done(self, callback: Callable[[], object]) -> None:
        """Call `callback()` once all the files chosen together have been given, were they one or three hundred."""
        self._done.append(callback)

    def _receive(self, _widget: object, content: dict[str, Any], buffers: Sequence[Any] | None) -> None:
        if content.get("kind") != "files":
            return
        read, problems = [], []
        for name, buffer in zip(content.get("names", []), buffers or [], strict=True):
            problem = self._give(str(name), bytes(buffer))
            if problem:
                problems.append(problem)
            else:
                read.append(str(name))
        try:
            for callback in self._done:
                callback()
        except Exception as error:  # what they do together may fail as well
            problems.append(explanation(error, t("file-in-unreadable")))
        with self.hold_sync():
            self.said = _said(read) if read else ""
            self.error = "\n".join(problems)

    def _give(self, name: str, content: bytes) -> str:
        if len(content) > self.max_mb * 2**20:
            return t("file-in-too-big", name=name, max=self.max_mb)
        try:
            for callback in self._files:
                callback(name, content)
        except Exception as error:  # whatever a reader raises, a visitor must get a sentence
            return t("file-in-problem", name=name, reason=explanation(error, t("file-in-unreadable")))
        return ""


def _said(read: Sequence[str]) -> str:
    """Return which files were read: all are counted, the first ones are named."""
    if len(read) <= MOST_NAMED:
        return t("file-in-read", count=len(read), names=", ".join(read))
    return t("file-in-read-many", count=len(read), names=", ".join(read[: MOST_NAMED - 1]))
