"""L'étude à l'écran : parier, voir, changer un nombre de feuilles, comprendre, emporter ; et tout sur une page."""

from __future__ import annotations

from functools import cached_property

import ipywidgets

from widgets.essai.path import essai_path, papers_field, say_left_out
from widgets.essai.state import FOLLOWED, VALUES, EssaiState, essai_keep
from widgets.kit import Bet, Group, LabResults, Outcome, Panels, Paragraphs, ResultSentence, lab_layout, stack
from widgets.texts import texts

t = texts("essai")


class ClassView:
    """Of which class these results are: drawn when it is opened, from what `draw` gives."""

    def __init__(self) -> None:
        self.widget = Paragraphs()

    def show(self, families: int) -> None:
        """Say how many families it has."""
        self.widget.lines = [t("fiction", count=families)]


class EssaiResults(LabResults):
    """Whom the papers leave out, in a sentence, then in groups that are made once the bet is placed."""

    def __init__(self, state: EssaiState) -> None:
        self.state = state
        super().__init__(state, FOLLOWED, {"resultat": ClassView}, ResultSentence(text=t("attente")), t)

    def say(self) -> None:
        """Say how many families are left without paper."""
        say_left_out(self.summary, self.state.fiche())

    def draw(self, name: str, view: Group) -> None:
        """Draw the open group from what is counted."""
        view.show(self.state.families)


class Essai:
    """The lab on one state: `widget`, its path, for a page; `whole` has everything on one screen."""

    def __init__(self) -> None:
        self.state = EssaiState()
        self.bet = Bet(VALUES["bets"], self._outcome, place=t("parier"), of=(self.state, tuple(FOLLOWED)))
        self.keep = essai_keep(self.state, self.bet)

    @cached_property
    def results(self) -> EssaiResults:
        """Return the groups of results; not made for who goes by the path alone."""
        return EssaiResults(self.state)

    @cached_property
    def whole(self) -> ipywidgets.Widget:
        """Return the bet, every setting and every result on one page."""
        settings = Panels([t("reglage")], [papers_field(self.state)])
        return lab_layout(settings, stack([self.bet.widget, self.results.widget]), self.results.summary)

    @cached_property
    def widget(self) -> ipywidgets.Widget:
        """Return the path, one step on screen at a time."""
        return essai_path(self.state, self.bet, self.keep, lambda: self.whole)

    def _outcome(self) -> Outcome:
        fiche = self.state.fiche()
        return Outcome(fiche.sans_papier, t("reponse", feuilles=fiche.feuilles, families=fiche.familles))


__all__ = ["Essai"]
