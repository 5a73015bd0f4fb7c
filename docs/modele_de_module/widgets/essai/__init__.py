"""L'étude à l'écran : combien de familles restent sans papier."""

from __future__ import annotations

import ipywidgets

from liaison.essai.fiche import Fiche
from liaison.module import scenario_of
from widgets.kit import Heading, Paragraphs, RangeField, stack
from widgets.texts import texts

t = texts("essai")


class Essai:
    """A number of copies, and how many families it leaves out."""

    def __init__(self) -> None:
        families = scenario_of("essai")["familles"]
        self.copies = RangeField(label=t("copies"), min=0, max=families["maximum"])
        self.summary = Paragraphs(lines=[])
        self.widget: ipywidgets.Widget = stack([Heading(text=t("titre")), self.copies, self.summary])
        self.copies.observe(lambda _change: self._tell(families["default"]), "value")
        self._tell(families["default"])

    def _tell(self, families: int) -> None:
        found = Fiche(familles=families, copies=int(self.copies.value))
        self.summary.lines = [t("sans-papier", count=found.sans_papier)]


__all__ = ["Essai"]
