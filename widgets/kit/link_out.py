"""Un lien qui contient des réglages, et son code à photographier."""

from __future__ import annotations

from traitlets import Bytes, Unicode

from liaison.base.addresses import LONGEST, leads_here_only, qr_code
from widgets.kit.part import Part
from widgets.texts import texts

t = texts("kit")


class LinkOut(Part):
    """A link to the page that it is on, which holds settings: to copy, or to photograph.

    `held` stands for the settings, in letters, digits, - and _ (see `LabPath.arrived`). The page gives its `address`,
    without what opens it to this person alone; a notebook has none, and a sentence says so. `note` is said under it.
    A link of more than 600 signs has no code, which no phone would read, nor has one that leads to each machine's own
    suite: `without` says why.
    """

    word_keys = ("label", "help", "copy", "copied", "code", "show-code", "notebook")

    held = Unicode().tag(sync=True)
    address = Unicode().tag(sync=True)
    note = Unicode().tag(sync=True)
    link = Unicode().tag(sync=True)
    code = Bytes().tag(sync=True)
    without = Unicode().tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self.observe(lambda _change: self._make(), ["held", "address"])

    def _make(self) -> None:
        link = f"{self.address}#etape=voir&reglages={self.held}" if self.address and self.held else ""
        without = ""
        if leads_here_only(link):
            without = t("link-out-here-only")
        elif len(link) > LONGEST:
            without = t("link-out-no-code")
        with self.hold_sync():
            self.link, self.without = link, without
            self.code = qr_code(link) if link and not without else b""


__all__ = ["LinkOut"]
