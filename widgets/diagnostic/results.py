"""Les résultats d'un diagnostic : qui a répondu, ce que les réponses disent, et ce qui s'en emporte."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

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
from widgets.kit import Group, LabResults, ResultSentence

if TYPE_CHECKING:
    from liaison.diagnostic.counting.indicators import AnswerIndicators

CHANGES = ("source", "school", "seed", "ways", "by", "threshold", "opened", "counted")
CHARTS = ("response", "axes", "questions")  # drawn from indicators


class DiagnosticResults(LabResults):
    """The results of the answers as they are: how they were read or asked, and their charts once they are counted."""

    def __init__(self, state: DiagnosticState, received: Received) -> None:
        self.state, self.received, self.ahead = state, received, Ahead(state)
        makers: dict[str, Callable[[], Group]] = {
            "read": lambda: ReadingView(state, received),
            "map": lambda: MappingView(state, received),
            "entry": lambda: EntryView(state, received),
            "ways": lambda: WaysView(state),
            "take": lambda: DiagnosisFiles(state, received),
            "response": ResponseView,
            "axes": AxesView,
            "questions": lambda: QuestionsView(state),
        }
        waiting = ResultSentence(text=t("waiting"), detail=t("waiting-detail"))
        super().__init__(state, CHANGES, makers, waiting, lambda name: t(f"tab-{name}"))

    def refresh(self) -> None:
        """Say the sentence and draw the open group; then count the other groupings, before they are chosen."""
        self.ahead.forget()
        super().refresh()
        if self.state.revealed and self.state.indicators() is not None:
            self.ahead.prepare()

    def say(self) -> None:
        """Say how many families answered, and what their answers say."""
        if self.names[max(self.panels.open_index, 0)] != "entry":
            self.received.before_results()
        self._say(self._diagnosis())

    def draw(self, name: str, view: Group) -> None:
        """Draw a group of charts from the indicators, where there are any; any other as it is."""
        diagnosis = self.state.indicators()
        if name not in CHARTS:
            view.show()
        elif diagnosis is not None:
            view.show(diagnosis, self._note(diagnosis))

    def fitting(self) -> list[str]:
        """Return the groups that fit the source of the answers: files are read and mapped, fiction is compared."""
        first = ["read", "map"] if self.state.source == FILES else ["ways"]
        # The sheet and the axes are those of the questionnaire of the suite.
        typed = ["entry"] if self.state.source == FILES and not self.own else []
        placed = [] if self.own else ["axes"]
        return [*first, *typed, "response", *placed, "questions", "take"]

    @property
    def own(self) -> bool:
        """Whether results are about a school's own questions."""
        return self.state.source == FILES and self.state.own is not None

    def _diagnosis(self) -> AnswerIndicators | None:
        if not self.state.ready:
            # The page hears this before the count begins: some seconds for a school, more for an académie.
            self.summary.text, self.summary.detail, self.summary.tone = t("counting"), "", "neutre"
        return self.state.indicators()

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
