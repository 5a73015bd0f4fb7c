"""« Enregistrer l'image » : ce qu'une partie montre, en SVG et en PNG, faits ici au moment où on les demande."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import ipywidgets
from traitlets import Bool, Instance, observe

from widgets.kit.file_out import Made, file_named, file_stem, files_out
from widgets.kit.part import Part, t
from widgets.kit.stack import stack

if TYPE_CHECKING:
    from liaison.documents.figures import Ending

ENDINGS: tuple[Ending, ...] = ("svg", "png")


class Pictured(Part):
    """A part whose picture is saved: `image` holds the buttons, made once the page says that they are `wanted`."""

    wanted = Bool(False).tag(sync=True)
    image = Instance(ipywidgets.Widget, allow_none=True).tag(sync=True, **ipywidgets.widget_serialization)

    def drawn(self) -> dict[str, Any]:
        """Return what the picture shows, as `liaison.documents.figures` draws it, and nothing else."""
        raise NotImplementedError

    @observe("wanted")
    def _make_buttons(self, _change: object) -> None:
        if self.image is None:
            makers: dict[str, Callable[[], Made]] = {ending: partial(self._made, ending) for ending in ENDINGS}
            row = stack([*files_out(lambda ending: t(f"image-out-{ending}"), makers).values()])
            row.add_class("carnets-formats")
            self.image = row

    def _made(self, ending: Ending) -> Made:
        from liaison.documents.figures import figure  # nobody waits for it before an image is asked for

        drawn = self.drawn()
        return file_named(f"{file_stem(drawn['title'])}.{ending}", figure(drawn, ending))

    def forget_image(self) -> None:
        """Say nothing more of an image that was saved: what is shown has changed."""
        for button in self.image.children if self.image else ():
            button.forget()


__all__ = ["Pictured"]
