"""What a page does with parts, without a page: show, press, give, take. The one place that speaks as it does."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from ipywidgets import Widget
from narrowing import present

from widgets.kit import Action, FamilyDots, FileIn, FileOut
from widgets.kit.file_out import Made


def parts_of(widget: Any) -> Iterator[Any]:
    """A part, then all that it shows, however deep."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from parts_of(child)


def ringed(families: FamilyDots) -> np.ndarray:
    """Of each family of a picture, whether it is ringed: it has moved."""
    return np.frombuffer(families.code, dtype=np.uint8) & families.bits["moved"] > 0


def tell(part: Widget, content: dict[str, Any], *buffers: bytes | memoryview) -> None:
    """Have a part receive a message as its JavaScript sends it."""
    # ipywidgets has no public way in for a message: the page's arrives here.
    part._handle_custom_msg(content, list(buffers))


def press(action: Action) -> None:
    """Press a button that can be."""
    assert not action.disabled
    tell(action, {"event": "press"})


def give(part: FileIn, name: str, content: bytes) -> None:
    """Choose a file, which must be taken."""
    assert refusal(part, name, content) == ""


def refusal(part: FileIn, name: str, content: bytes) -> str:
    """Choose a file; the sentence that is shown when it is refused, empty when it is taken."""
    return choose(part, (name, content))


def choose(part: FileIn, *files: tuple[str, bytes]) -> str:
    """Choose several files together; the sentences that are shown of those refused, empty when all are taken."""
    tell(part, {"kind": "files", "names": [name for name, _ in files]}, *(content for _, content in files))
    return part.error.replace("\u00a0", " ")


def taken(button: FileOut) -> Made:
    """Press a button that makes a file, and return the file."""
    file = asked(button)
    assert file, button.error
    return file


def not_made(button: FileOut) -> str:
    """Press a button whose file cannot be made, and return the sentence that says why."""
    assert asked(button) is None
    return button.error.replace("\u00a0", " ")


def asked(button: FileOut) -> Made | None:
    """Press a button that makes a file: the file as the browser saves it, None when it could not be made."""
    files: list[Made] = []

    def send(content: dict[str, Any], buffers: list[bytes] | None = None) -> None:
        if content["kind"] == "file":
            files.append((content["name"], content["mime"], present(buffers)[0]))

    button.send = send
    try:
        tell(button, {"kind": "request"})
    finally:
        del button.send
    return files[0] if files else None
