"""Ouvrir des fichiers de son ordinateur, sans les envoyer ailleurs qu'à ce programme."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from traitlets import Float, Unicode

from liaison.base.faults import is_ours
from widgets.hosts import host
from widgets.kit.part import Control, t

MOST_NAMED = 6
FileCallback = Callable[[str, bytes], object]


def explanation(error: Exception, otherwise: str) -> str:
    """Return what to show of an exception: its own sentence when the suite wrote it, else `otherwise`."""
    if is_ours(error):
        return str(error)
    return otherwise


@dataclass
class _Arriving:
    """Files of one choice that are still arriving, piece by piece."""

    turn: int
    names: list[str]
    contents: list[bytearray]
    agreed: bool
    parcels: int = 0


class FileIn(Control):
    """Files chosen on the visitor's machine and given to this program, one call each.

    `accept` is a list of endings for the browser (".csv,.json"); over `max_mb` mebibytes each, a file is refused
    in French, by the page and again here. What a callback raises is shown: its sentence when it comes from the
    suite (`liaison.…`), otherwise that the file could not be read; the other files are read all the same.
    `real`: such a file may speak of real people. Elsewhere than on one's own machine, the page asks first.
    """

    word_keys = ("choose", "reading", "progress", "stop", "stopped", "lost")

    accept = Unicode().tag(sync=True)
    max_mb = Float(8).tag(sync=True)
    too_big = Unicode().tag(sync=True)
    said = Unicode().tag(sync=True)
    ask = Unicode().tag(sync=True)

    def __init__(self, real: bool = False, **kwargs: Any) -> None:
        self._files: list[FileCallback] = []
        self._done: list[Callable[[], object]] = []
        self._arriving: _Arriving | None = None
        super().__init__(**kwargs)
        self.too_big = t("file-in-too-big", name="NAME", max=self.max_mb)
        self.ask = t("lieu-accord") if real and host() != "machine" else ""
        self.on_msg(self._receive)

    def on_file(self, callback: FileCallback) -> None:
        """Call `callback(name, content)` for each file that arrives."""
        self._files.append(callback)

    def on_done(self, callback: Callable[[], object]) -> None:
        """Call `callback()` once all the files chosen together have been given, were they one or three hundred."""
        self._done.append(callback)

    def forget(self) -> None:
        """Say nothing more of files whose content is no longer there."""
        self.said = ""

    def _receive(self, _widget: object, content: dict[str, Any], buffers: Sequence[Any] | None) -> None:
        if content.get("kind") == "stop":
            self._arriving = None
        if content.get("kind") != "files":
            return
        arriving = self._joined(content, buffers or [])
        if arriving is None:
            return
        if content.get("more"):
            # The page sends the next piece once this one is here: it counts what has arrived.
            self.send({"kind": "more", "turn": arriving.turn})
            return
        self._arriving = None
        if self.ask and not arriving.agreed:
            self.forget()
            self.error = t("file-in-not-agreed")
        else:
            self._take(arriving)
        self.send({"kind": "done"})

    def _joined(self, content: dict[str, Any], buffers: Sequence[Any]) -> _Arriving | None:
        """Return what has arrived of a choice, these pieces included; another choice takes the place of an earlier.

        None when those before them are not here: they left just as their choice was stopped.
        """
        turn, names = int(content.get("turn", 0)), [str(name) for name in content.get("names", [])]
        arriving = self._arriving
        if arriving is None or arriving.turn != turn or arriving.names != names:
            arriving = _Arriving(turn, names, [bytearray() for _ in names], bool(content.get("agreed")))
        if content.get("before", arriving.parcels) != arriving.parcels:
            return None
        arriving.parcels += 1
        self._arriving = arriving
        most = int(self.max_mb * 2**20) + 1
        for rank, piece in zip(content.get("of", range(len(buffers))), buffers, strict=True):
            # One byte too many says that a file is too large; no more of it is kept.
            arriving.contents[rank] += memoryview(piece)[: most - len(arriving.contents[rank])]
        return arriving

    def _take(self, arriving: _Arriving) -> None:
        read, problems = [], []
        for name, content in zip(arriving.names, arriving.contents, strict=True):
            problem = self._give(name, bytes(content))
            if problem:
                problems.append(problem)
            else:
                read.append(name)
        try:
            for callback in self._done:
                callback()
        except Exception as error:  # what they do together may fail as well
            problems.append(explanation(error, t("file-in-unreadable")))
        with self.hold_sync():
            self.said = _files_read(read) if read else ""
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


def _files_read(read: Sequence[str]) -> str:
    """Return which files were read: all are counted, the first ones are named."""
    if len(read) <= MOST_NAMED:
        return t("file-in-read", count=len(read), names=", ".join(read))
    return t("file-in-read-many", count=len(read), names=", ".join(read[: MOST_NAMED - 1]))
