"""Un lien qui contient des réglages, et son code à photographier."""

from __future__ import annotations

from traitlets import Bytes, Unicode

from liaison.base.addresses import LONGEST, qr_code
from widgets.kit.part import Part


class LinkOut(Part):
    """A link to the page that it is on, which holds settings: to copy, or to photograph.

    `held` stands for the settings, in letters, digits, - and _ (see `LabPath.arrived`). The page gives its `address`,
    without what opens it to this person alone; a notebook has none, and a sentence says so. `note` is said under it.
    A link of more than 600 signs has no code, which no phone would read.
    """

    word_keys = ("label", "help", "copy", "copied", "code", "show-code", "no-code", "notebook")

    held = Unicode().tag(sync=True)
    address = Unicode().tag(sync=True)
    note = Unicode().tag(sync=True)
    link = Unicode().tag(sync=True)
    code = Bytes().tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self.observe(lambda _change: self._make(), ["held", "address"])

    def _make(self) -> None:
        link = f"{self.address}#etape=voir&reglages={self.held}" if self.address and self.held else ""
        with self.hold_sync():
            self.link = link
            self.code = qr_code(link) if 0 < len(link) <= LONGEST else b""


__all__ = ["LinkOut"]
