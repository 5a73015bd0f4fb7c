"""Le parcours : parier, voir la classe en points, changer le nombre de feuilles, comprendre, emporter la fiche."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets
from traitlets import link

from liaison.essai.families_drawn import families_drawn
from liaison.essai.fiche import Fiche
from widgets.essai.state import FOLLOWED, MOST, EssaiState, essai_undo
from widgets.kit import (
    Bet,
    DotsTwice,
    FileOut,
    Group,
    Keep,
    LabPath,
    LabWay,
    Paragraphs,
    RangeField,
    ResultSentence,
    StepMade,
    Titled,
    around,
    file_named,
    lab_way,
    stack,
)
from widgets.texts import texts

t = texts("essai")


class EssaiSeen:
    """The answer to the bet, every family as a dot, whom the papers leave out in a sentence, why it matters."""

    def __init__(self, state: EssaiState, bet: Bet) -> None:
        self.state = state
        self.summary, self.dots = ResultSentence(), class_in_dots()
        self.widget = around([bet.answered], self.dots.widget, [self.summary, bet.grounds])

    def show(self) -> None:
        """Say it and draw them."""
        fiche = self.state.fiche()
        say_left_out(self.summary, fiche)
        draw_class(self.dots, fiche)


class EssaiChange:
    """One thing to change, and the same families before and after: those that it moves are ringed."""

    def __init__(self, state: EssaiState) -> None:
        self.state = state
        self.feuilles = papers_field(state)
        self.summary, self.dots = ResultSentence(), class_in_dots()
        self.widget = around([self.feuilles], self.dots.widget, [self.summary])

    def show(self) -> None:
        """Say and draw what has changed since the bet."""
        fiche, first = self.state.fiche(), self.state.first_fiche()
        say_left_out(self.summary, fiche)
        draw_class(self.dots, fiche, None if fiche == first else first)


class EssaiMeaning:
    """The rule behind what was seen, with the numbers of now."""

    def __init__(self, state: EssaiState) -> None:
        self.state = state
        self.widget = Paragraphs()

    def show(self) -> None:
        """Say it of these papers."""
        fiche = self.state.fiche()
        self.widget.lines = [t("regle", families=fiche.familles), t("suppose"), t("fiction", count=fiche.familles)]


class EssaiFiles:
    """What one leaves with: made when its button is pressed."""

    def __init__(self, state: EssaiState) -> None:
        self.fiche = FileOut(label=t("emporter-fiche"), main=True)
        self.fiche.on_request(lambda: file_named("fiche_de_feuilles.json", state.fiche().as_file()))
        self.widget = stack([Paragraphs(lines=[t("emporter-dit")]), self.fiche])

    def show(self) -> None:
        """Say nothing more of a file that is not of these papers."""
        self.fiche.forget()


def papers_field(state: EssaiState) -> RangeField:
    """Return the number of papers, in step with the state."""
    field = RangeField(label=t("feuilles"), min=0, max=MOST)
    link((state, "feuilles"), (field, "value"))
    return field


def say_left_out(summary: ResultSentence, fiche: Fiche) -> None:
    """Say how many families are left without paper."""
    summary.tone = "alerte" if fiche.sans_papier else "bon"
    summary.text = t("sans-papier", count=fiche.sans_papier)


def class_in_dots() -> DotsTwice:
    """Return the picture of the class: nothing is drawn before `draw_class`."""
    twice = DotsTwice(
        states=[t("points-avec"), t("points-sans")], of_one=[t("points-avec"), t("points-sans"), ""], mark=""
    )
    twice.say_school(t("classe"))
    return twice


def draw_class(twice: DotsTwice, fiche: Fiche, before: Fiche | None = None) -> None:
    """Draw every family, twice beside what was `before`."""

    def titled(drawn: Fiche, beside: Fiche | None) -> Titled:
        served = drawn.familles - drawn.sans_papier
        return Titled(
            families_drawn(drawn, t("classe"), beside), t("points-titre", count=served, families=drawn.familles)
        )

    twice.show(titled(fiche, before), None if before is None else titled(before, fiche))


def essai_path(state: EssaiState, bet: Bet, keep: Keep, whole: Callable[[], ipywidgets.Widget]) -> LabPath:
    """Return the path of the lab; `whole` makes the lab entire."""

    def drawn(view: Group) -> StepMade:
        return StepMade(view.widget, view.show)

    way = LabWay(
        bet=bet,
        asks=[bet.asked],
        see=lambda: drawn(EssaiSeen(state, bet)),
        change=lambda: drawn(EssaiChange(state)),
        understand=lambda: drawn(EssaiMeaning(state)),
        take=lambda: drawn(EssaiFiles(state)),
        whole=whole,
        undo=essai_undo(state),
        keep=keep,
    )
    return lab_way(way, state, FOLLOWED)


__all__ = ["essai_path", "papers_field", "say_left_out"]
