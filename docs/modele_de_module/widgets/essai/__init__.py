"""L'étude à l'écran : parier, régler un nombre de feuilles, voir combien de familles restent sans papier."""

from __future__ import annotations

from traitlets import Bool, HasTraits, Int, link

from liaison.essai.fiche import Fiche
from liaison.module import scenario_of
from widgets.kit import (
    Bet,
    Group,
    LabResults,
    Outcome,
    Panels,
    Paragraphs,
    RangeField,
    ResultSentence,
    lab_layout,
    stack,
)
from widgets.texts import texts

t = texts("essai")


class State(HasTraits):
    """What is set, and whether a bet was answered."""

    feuilles = Int()
    families = Int()
    revealed = Bool(False)

    def fiche(self) -> Fiche:
        """Return what is counted of these papers."""
        return Fiche(familles=self.families, feuilles=self.feuilles)


class ClassView:
    """Of which class these results are: drawn when it is opened, from what `draw` gives."""

    def __init__(self) -> None:
        self.widget = Paragraphs()

    def show(self, fiche: Fiche) -> None:
        """Say how many families it has."""
        self.widget.lines = [t("fiction", count=fiche.familles)]


class EssaiResults(LabResults):
    """Whom the papers leave out, in a sentence, then in groups that are made once the bet is placed."""

    def __init__(self, state: State) -> None:
        self.state = state
        super().__init__(state, ["feuilles"], {"resultat": ClassView}, ResultSentence(text=t("attente")), t)

    def say(self) -> None:
        """Say how many families are left without paper."""
        left_out = self.state.fiche().sans_papier
        self.summary.tone = "alerte" if left_out else "bon"
        self.summary.text = t("sans-papier", count=left_out)

    def draw(self, name: str, view: Group) -> None:
        """Draw the open group from what is counted."""
        view.show(self.state.fiche())


class Essai:
    """The whole screen: the bet first, then a number of papers and whom it leaves out."""

    def __init__(self) -> None:
        values = scenario_of("essai")
        self.state = State(feuilles=values["feuilles"], families=values["familles"]["default"])
        self.feuilles = RangeField(label=t("feuilles"), min=0, max=values["familles"]["maximum"])
        link((self.state, "feuilles"), (self.feuilles, "value"))
        self.bet = Bet(values["bets"], self._outcome, place=t("parier"), of=(self.state, ("feuilles",)))
        self.results = EssaiResults(self.state)
        lab = lab_layout(Panels([t("reglage")], [self.feuilles]), self.results.widget, self.results.summary)
        self.widget = stack([self.bet.widget, lab])

    def _outcome(self) -> Outcome:
        fiche = self.state.fiche()
        return Outcome(fiche.sans_papier, t("reponse", feuilles=fiche.feuilles, families=fiche.familles))


__all__ = ["Essai"]
