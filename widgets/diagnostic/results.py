"""Les résultats d'un diagnostic : une phrase, puis des groupes qui ne se dessinent qu'ouverts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

import ipywidgets

from liaison.diagnostic.papers.number_words import share_words
from widgets.diagnostic.ahead import Ahead
from widgets.diagnostic.axes import EQUIPMENT, SKILLS, AxesView, axis_title
from widgets.diagnostic.entry import EntryView
from widgets.diagnostic.mapping import MappingView
from widgets.diagnostic.questions import QuestionsView
from widgets.diagnostic.reading import ReadingView
from widgets.diagnostic.received import Received
from widgets.diagnostic.response import ResponseView
from widgets.diagnostic.state import FICTITIOUS, FILES, DiagnosticState
from widgets.diagnostic.takeaway import DiagnosisFiles
from widgets.diagnostic.ways import WaysView
from widgets.diagnostic.words import rows_of, t
from widgets.kit import Panels, ResultSentence, stack

if TYPE_CHECKING:
    from liaison.diagnostic.counting.indicators import AnswerIndicators

CHANGES = ("source", "school", "seed", "asked", "by", "threshold", "opened", "counted", "revealed")


class View(Protocol):
    """A group of results that shows indicators, all from one reading of the answers."""

    widget: ipywidgets.Widget

    def show(self, diagnosis: AnswerIndicators, note: str) -> None:
        """Draw what the indicators say, with where they come from."""


class Plain(Protocol):
    """A group of results that needs no indicator."""

    widget: ipywidgets.Widget

    def show(self) -> None:
        """Draw it."""


class DiagnosticResults:
    """The results side: `summary` is the sentence, `widget` the groups; each follows the state once revealed."""

    def __init__(self, state: DiagnosticState, received: Received) -> None:
        self.state, self.received, self.ahead = state, received, Ahead(state)
        self.summary = ResultSentence(text=t("waiting"), detail=t("waiting-detail"))
        self._plain: dict[str, Callable[[], Plain]] = {
            "read": lambda: ReadingView(state, received),
            "map": lambda: MappingView(state, received),
            "entry": lambda: EntryView(state, received),
            "ways": lambda: WaysView(state),
            "take": lambda: DiagnosisFiles(state, received),
        }
        self._charts: dict[str, Callable[[], View]] = {
            "response": ResponseView,
            "axes": AxesView,
            "questions": lambda: QuestionsView(state),
        }
        self.plain: dict[str, Plain] = {}
        self.charts: dict[str, View] = {}
        self.names: list[str] = []
        self.widget = stack()
        state.observe(lambda _change: self.refresh(), list(CHANGES))
        self.refresh()

    def refresh(self) -> None:
        """Say the sentence and draw the open group; the others wait until they are opened."""
        self.ahead.forget()
        if not self.state.revealed:
            return
        self._lay()
        if self.names[max(self.panels.open_index, 0)] != "entry":
            self.received.before_results()
        diagnosis = self._diagnosis()
        self._say(diagnosis)
        if self.panels.open_index >= 0:
            self._draw(self.names[self.panels.open_index], diagnosis)
        if diagnosis is not None:
            self.ahead.prepare()

    def open(self, name: str) -> None:
        """Open a group by its name."""
        self.panels.open_index = self.names.index(name)

    @property
    def own(self) -> bool:
        """Whether results are about a school's own questions."""
        return self.state.source == FILES and self.state.own is not None

    def _lay(self) -> None:
        """Make the groups that fit the source of the answers: files are read and mapped, fiction is compared."""
        first = ["read", "map"] if self.state.source == FILES else ["ways"]
        # The sheet and the axes are those of the questionnaire of the suite.
        typed = ["entry"] if self.state.source == FILES and not self.own else []
        placed = [] if self.own else ["axes"]
        names = [*first, *typed, "response", *placed, "questions", "take"]
        if names == self.names:
            return
        for name in names:
            if name in self._plain and name not in self.plain:
                self.plain[name] = self._plain[name]()
            elif name in self._charts and name not in self.charts:
                self.charts[name] = self._charts[name]()
        self.names = names
        views = [self.plain.get(name) or self.charts[name] for name in names]
        self.panels = Panels([t(f"tab-{name}") for name in names], [view.widget for view in views])
        self.panels.observe(lambda _change: self.refresh(), "open_index")
        self.widget.children = (self.panels,)

    def _diagnosis(self) -> AnswerIndicators | None:
        if not self.state.ready:
            # The page hears this before the count begins: some seconds for a school, more for an académie.
            self.summary.text, self.summary.detail, self.summary.tone = t("counting"), "", "neutre"
        return self.state.indicators()

    def _draw(self, name: str, diagnosis: AnswerIndicators | None) -> None:
        if name in self.plain:
            self.plain[name].show()
        elif diagnosis is not None:
            self.charts[name].show(diagnosis, self._note(diagnosis))

    def _note(self, diagnosis: AnswerIndicators) -> str:
        if self.state.source == FICTITIOUS:
            return t("note-fictitious")
        return t("note-files", count=diagnosis.answers) if diagnosis.answers is not None else t("note-few")

    def _say(self, diagnosis: AnswerIndicators | None) -> None:
        if diagnosis is None:
            self.summary.tone, self.summary.text, self.summary.detail = "neutre", t("no-answer"), t("no-answer-detail")
            return
        if diagnosis.answers is None:
            self.summary.tone, self.summary.text = "alerte", t("few-answers", threshold=diagnosis.threshold)
            self.summary.detail = t("few-answers-detail")
            return
        silent = diagnosis.population - diagnosis.answers if diagnosis.population is not None else None
        self.summary.tone = "neutre"
        if diagnosis.population is None or silent is None or silent < 0:
            self.summary.text = t("result-unknown", answers=diagnosis.answers)
        else:
            share = share_words(diagnosis.answers / diagnosis.population)
            self.summary.text = t(
                "result", answers=diagnosis.answers, families=diagnosis.population, percent=share, silent=silent
            )
        if self.own:
            self.summary.detail = t("result-own", count=len(self.state.questionnaire.items))
            return
        titles = [
            axis_title(name, rows_of(diagnosis.question(name)), diagnosis.answers) for name in (EQUIPMENT, SKILLS)
        ]
        source = t("result-fictitious") if self.state.source == FICTITIOUS else t("result-files")
        self.summary.detail = t("result-detail", equipment=titles[0], skills=titles[1], source=source)
