"""Les résultats d'un laboratoire : une phrase, puis des groupes qui ne se calculent qu'ouverts."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

import ipywidgets

from widgets.kit.panels import Panels
from widgets.kit.result_sentence import ResultSentence
from widgets.kit.stack import stack


class Revealed(Protocol):
    """The traits of what a lab holds."""

    @property
    def revealed(self) -> bool:
        """Whether the bet is placed: results may be shown."""

    def observe(self, handler: Callable[[Any], Any], names: Any = ...) -> None:
        """Call back when one of these traits changes."""


class Group(Protocol):
    """A group of results."""

    @property
    def widget(self) -> ipywidgets.Widget:
        """What is on the page."""

    @property
    def show(self) -> Callable[..., None]:
        """Draw it, from what its lab gives, or from nothing."""


class LabResults(ABC):
    """The results side of a lab: `summary` is the sentence, `widget` the groups; each follows the state once revealed.

    Groups are made at the first result (a page that waits for a bet has half as many parts to draw), by `makers`, and
    drawn while they are open. A lab says its sentence in `say`; it may choose its groups in `fitting`, and give them
    something in `draw`. `follows`: the traits of the state that results depend on, `revealed` apart.
    """

    panels: Panels  # from the first result on

    def __init__(
        self,
        state: Revealed,
        follows: Iterable[str],
        makers: Mapping[str, Callable[[], Group]],
        summary: ResultSentence,
        title: Callable[[str], str],
    ) -> None:
        self._lab, self._makers, self._title = state, makers, title
        self.summary = summary
        self.views: dict[str, Group] = {}
        self.names: list[str] = []  # of the groups that fit the state
        self.widget = self.groups = stack()
        state.observe(lambda _change: self.refresh(), [*follows, "revealed"])
        self.refresh()

    def refresh(self) -> None:
        """Say the sentence and draw the open group; the others wait until they are opened."""
        if not self._lab.revealed:
            return
        self._lay()
        self.say()
        if self.panels.open_index >= 0:
            name = self.names[self.panels.open_index]
            self.draw(name, self.views[name])

    def open(self, name: str) -> None:
        """Open a group by its name."""
        self.panels.open_index = self.names.index(name)

    @abstractmethod
    def say(self) -> None:
        """Write the sentence of the result."""

    def draw(self, name: str, view: Group) -> None:
        """Draw the open group."""
        view.show()

    def fitting(self) -> Iterable[str]:
        """Return the names of the groups that fit the state, in their order: all of them."""
        return self._makers

    def _lay(self) -> None:
        names = [*self.fitting()]
        if names == self.names:
            return
        self.names = names
        self.views |= {name: self._makers[name]() for name in names if name not in self.views}
        self.panels = Panels([self._title(name) for name in names], [self.views[name].widget for name in names])
        self.panels.observe(lambda _change: self.refresh(), "open_index")
        self.groups.children = (self.panels,)


__all__ = ["Group", "LabResults", "Revealed"]
