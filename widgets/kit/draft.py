"""Ce que le navigateur garde d'un écran, sur cette machine, pour le retrouver après une page rechargée."""

from __future__ import annotations

from traitlets import Bool, Unicode

from widgets.kit.part import Part


class Draft(Part):
    """A text kept by the browser under `name`, on the visitor's machine only; nothing is shown.

    Setting `value` keeps it, "" erases it. `found` is what the browser held when the page opened, "" for nothing
    (or where the browser keeps nothing). `tab`: it is that of one tab, which no other reads, until it is closed; what
    it begins with is kept too, where there is nothing yet. `held`: what another tab erases is written again, and a tab
    finds its own again first.
    """

    name = Unicode().tag(sync=True)
    tab = Bool(False).tag(sync=True)
    held = Bool(False).tag(sync=True)
    value = Unicode().tag(sync=True)
    found = Unicode().tag(sync=True)
