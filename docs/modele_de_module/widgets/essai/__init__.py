"""L'étude à l'écran : parier, régler un nombre de copies, voir combien de familles restent sans papier."""

from __future__ import annotations

from liaison.essai.fiche import Fiche
from liaison.module import scenario_of
from widgets.kit import Bet, Outcome, Panels, Paragraphs, RangeField, ResultSentence, lab_layout, stack
from widgets.texts import texts

t = texts("essai")


class Essai:
    """The whole screen: the bet first, then a number of copies and whom it leaves out."""

    def __init__(self) -> None:
        values = scenario_of("essai")
        self.families = values["familles"]["default"]
        self.copies = RangeField(label=t("copies"), min=0, max=values["familles"]["maximum"], value=values["copies"])
        self.bet = Bet(values["bets"], self._outcome, place=t("parier"), made_from=(self.copies, ("value",)))
        self.summary, self.who, self.results = ResultSentence(text=t("attente")), Paragraphs(lines=[]), stack()
        settings = Panels([t("reglage")], [self.copies])
        self.widget = stack([self.bet.widget, lab_layout(settings, self.results, self.summary)])
        self.bet.on_placed(self._open)

    def _found(self) -> Fiche:
        return Fiche(familles=self.families, copies=int(self.copies.value))

    def _outcome(self) -> Outcome:
        found = self._found()
        return Outcome(found.sans_papier, t("reponse", copies=found.copies, families=found.familles))

    def _open(self) -> None:
        if not self.results.children:
            self.results.children = (Panels([t("resultat")], [self.who]),)
            self.copies.observe(lambda _change: self._tell(), "value")
        self._tell()

    def _tell(self) -> None:
        left_out = self._found().sans_papier
        self.summary.tone = "alerte" if left_out else "bon"
        self.summary.text = t("sans-papier", count=left_out)
        self.who.lines = [t("fiction", count=self.families)]


__all__ = ["Essai"]
