"""Les résultats d'un laboratoire : rien avant le pari, et ensuite seulement ce qui est ouvert."""

from typing import Any

from traitlets import Bool, HasTraits, Int, Unicode

from widgets.kit import Group, Heading, LabResults, ResultSentence


class State(HasTraits):
    families = Int(3)
    source = Unicode("ecole")
    revealed = Bool(False)


class Counting:
    """A group that counts how often it is drawn."""

    def __init__(self) -> None:
        self.widget, self.drawn = Heading(3, "Un groupe"), list[int]()

    def show(self, families: int) -> None:
        self.drawn.append(families)


class LabOfThree(LabResults):
    """Two groups of a school, and one more of files, which comes first."""

    def __init__(self, state: State) -> None:
        self.state, self.made = state, list[str]()

        def maker(name: str) -> Any:
            def make() -> Counting:
                self.made.append(name)
                return Counting()

            return make

        makers = {name: maker(name) for name in ("lus", "qui", "quand")}
        super().__init__(state, ["families", "source"], makers, ResultSentence(text="À parier"), str.upper)

    def fitting(self) -> list[str]:
        return ["lus", "qui", "quand"] if self.state.source == "fichiers" else ["qui", "quand"]

    def say(self) -> None:
        self.summary.text = f"{self.state.families} familles"

    def draw(self, name: str, view: Group) -> None:
        view.show(self.state.families)


def drawn(lab: LabResults) -> dict[str, list[int]]:
    views: dict[str, Any] = lab.views
    return {name: view.drawn for name, view in views.items()}


def test_nothing_is_made_nor_said_before_the_bet() -> None:
    lab = LabOfThree(State())
    lab.state.families = 4
    assert (lab.made, lab.views, lab.widget.children, lab.summary.text) == ([], {}, (), "À parier")


def test_once_revealed_the_sentence_is_said_and_only_the_open_group_is_drawn() -> None:
    lab = LabOfThree(State())
    lab.state.revealed = True
    assert (lab.made, lab.summary.text, lab.panels.titles) == (["qui", "quand"], "3 familles", ["QUI", "QUAND"])
    assert lab.widget.children == (lab.panels,)
    assert drawn(lab) == {"qui": [3], "quand": []}
    lab.state.families = 4
    assert (lab.summary.text, drawn(lab)) == ("4 familles", {"qui": [3, 4], "quand": []})
    lab.open("quand")
    assert drawn(lab) == {"qui": [3, 4], "quand": [4]}


def test_with_every_group_closed_the_sentence_alone_follows() -> None:
    lab = LabOfThree(State(revealed=True))
    lab.panels.open_index = -1
    lab.state.families = 5
    assert (lab.summary.text, drawn(lab)) == ("5 familles", {"qui": [3], "quand": []})


def test_groups_that_fit_another_state_take_the_place_and_those_already_made_are_kept() -> None:
    lab = LabOfThree(State(revealed=True))
    first, views = lab.panels, dict(lab.views)
    lab.state.source = "fichiers"
    assert (lab.names, lab.made) == (["lus", "qui", "quand"], ["qui", "quand", "lus"])
    assert lab.widget.children == (lab.panels,) != (first,)
    assert {name: lab.views[name] for name in views} == views
    lab.state.source = "ecole"
    assert (lab.names, lab.made) == (["qui", "quand"], ["qui", "quand", "lus"])
