"""L'étude à l'écran : parier, régler un nombre de copies, voir combien de familles restent sans papier."""

from __future__ import annotations

from traitlets import Bool, HasTraits, Int, link

from liaison.essai.fiche import Fiche
from liaison.module import scenario_of
from widgets.kit import Bet, Outcome, Panels, Paragraphs, RangeField, ResultSentence, lab_layout, stack
from widgets.texts import texts

t = texts("essai")


class State(HasTraits):
    """What is set, and whether a bet was answered."""

    copies = Int()
    revealed = Bool(False)


class Essai:
    """The whole screen: the bet first, then a number of copies and whom it leaves out."""

    def __init__(self) -> None:
        values = scenario_of("essai")
        self.families = values["familles"]["default"]
        self.state = State(copies=values["copies"])
        self.copies = RangeField(label=t("copies"), min=0, max=values["familles"]["maximum"])
        link((self.state, "copies"), (self.copies, "value"))
        self.bet = Bet(values["bets"], self._outcome, place=t("parier"), of=(self.state, ("copies",)))
        self.summary, self.results = ResultSentence(text=t("attente")), stack()
        lab = lab_layout(Panels([t("reglage")], [self.copies]), self.results, self.summary)
        self.widget = stack([self.bet.widget, lab])
        self.state.observe(lambda _change: self._tell())

    def _fiche(self) -> Fiche:
        return Fiche(familles=self.families, copies=self.state.copies)

    def _outcome(self) -> Outcome:
        fiche = self._fiche()
        return Outcome(fiche.sans_papier, t("reponse", copies=fiche.copies, families=fiche.familles))

    def _tell(self) -> None:
        if not self.state.revealed:
            return
        left_out = self._fiche().sans_papier
        self.summary.tone = "alerte" if left_out else "bon"
        self.summary.text = t("sans-papier", count=left_out)
        if not self.results.children:
            self.results.children = (Panels([t("resultat")], [Paragraphs(lines=[t("fiction", count=self.families)])]),)


__all__ = ["Essai"]
