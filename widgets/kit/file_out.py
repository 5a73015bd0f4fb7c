"""Emporter un fichier, fait au moment où on le demande ; et plusieurs, un bouton par fichier."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import ipywidgets
from traitlets import Bool, Unicode

from liaison.base.letters import slug
from widgets.kit.file_in import explanation
from widgets.kit.heading import Heading
from widgets.kit.part import Control, t
from widgets.kit.stack import stack

if TYPE_CHECKING:
    from liaison.documents import Document, Ending

# What a browser is told that a file is.
MIMES = {
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".yaml": "application/yaml",
    ".zip": "application/zip",
}
DOCUMENT_ENDINGS: tuple[Ending, ...] = ("pdf", "docx", "html")
LONGEST_STEM = 80  # a disk takes 255 bytes, with the folder, the ending and what a browser adds
Made = tuple[str, str, bytes]


class FileOut(Control):
    """A button that has a file made, then lets the browser save it: `label` begins with a verb, or is a format.

    `main`: the one that the screen is about. `paper`: what the file is a format of, where its name stands above several
    buttons; read aloud before the label.
    The file is made at the press, by the callback of `on_request`, which returns (file name, MIME type, content).
    While it is made the part says so; what the callback raises becomes a French sentence, never a traceback.
    """

    word_keys = ("making",)

    paper = Unicode().tag(sync=True)
    main = Bool(False).tag(sync=True)
    said = Unicode().tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        self._make: Callable[[], Made] | None = None
        super().__init__(**kwargs)
        self.on_msg(self._hear)

    def on_request(self, callback: Callable[[], Made]) -> None:
        """Have `callback()` make the file; it takes the place of an earlier one."""
        self._make = callback

    def forget(self) -> None:
        """Say nothing more of the last file: what it was made of has changed."""
        with self.hold_sync():
            self.set_trait("said", "")
            self.set_trait("error", "")

    def _hear(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        if content.get("kind") != "request":
            return
        try:
            if self._make is None:
                raise RuntimeError("on_request has not been called")
            name, mime, made = self._make()
        except Exception as error:  # whatever the maker raises, a visitor must get a sentence
            problem = explanation(error, t("file-out-problem"))
            with self.hold_sync():
                self.said, self.error = "", problem
            self.send({"kind": "problem"})
            return
        with self.hold_sync():
            self.said, self.error = t("file-out-made", name=name), ""
        self.send({"kind": "file", "name": name, "mime": mime}, buffers=[made])


def file_named(name: str, content: bytes) -> Made:
    """Return a file as its button gives it: its name says what it is."""
    return name, MIMES[PurePath(name).suffix], content


def document_file(stem: str, ending: Ending, document: Document) -> Made:
    """Return a document in one of its formats, as its button gives it."""
    from liaison.documents import written  # nobody waits for it before a document is asked for

    return file_named(f"{stem}.{ending}", written(document, ending))


def files_out(
    words: Callable[[str], str], makers: Mapping[str, Callable[[], Made]], paper: str = ""
) -> dict[str, FileOut]:
    """Return one button per file, called as its key in the words; nothing is made before its button is pressed."""
    buttons = {key: FileOut(label=words(key), paper=paper) for key in makers}
    for key, maker in makers.items():
        buttons[key].on_request(maker)
    return buttons


def say_the_last(buttons: Sequence[FileOut]) -> None:
    """Have a screen say something of the last file alone: a line under each button would push all the others away."""

    def forget_others(change: dict[str, Any]) -> None:
        for button in buttons:
            if change["new"] and button is not change["owner"]:
                button.forget()

    for button in buttons:
        button.observe(forget_others, ["said", "error"])


def formats_out(paper: str, make: Callable[[Ending], Made]) -> dict[str, FileOut]:
    """Return one button per format of a document, called by it; `make(ending)` makes the file."""
    makers: dict[str, Callable[[], Made]] = {ending: partial(make, ending) for ending in DOCUMENT_ENDINGS}
    return files_out(lambda ending: t(f"file-out-{ending}"), makers, paper)


def paper_out(buttons: Iterable[FileOut], level: int = 3) -> ipywidgets.VBox:
    """Return the formats of one paper in a row, under its name, a heading of this level."""
    row = stack(list(buttons))
    row.add_class("carnets-formats")
    return stack([Heading(level, row.children[0].paper, small=True), row])


def file_stem(name: str) -> str:
    """Return a name as a file name: ASCII, lower case, no spaces, and short enough for any disk."""
    return slug(name)[:LONGEST_STEM].strip("_") or "sans_nom"
