"""L'état d'un diagnostic : d'où viennent les réponses, ce qui en a été lu, et ce qui peut en être dit."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from traitlets import Bool, Enum, HasTraits, Int, Tuple, Unicode

from liaison.diagnostic.hypotheses import load_hypotheses
from liaison.diagnostic.questionnaire.questionnaire import AXES, LEVEL, MODE, Questionnaire, family_questionnaire
from liaison.module import scenario_of
from widgets.shown_before import REAL

if TYPE_CHECKING:
    import pandas as pd

    from liaison.diagnostic.answers import Answers
    from liaison.diagnostic.counting.indicators import AnswerIndicators
    from liaison.diagnostic.counting.weights import FamilyCounts
    from liaison.diagnostic.publication.already_shown import AlreadyShown
    from liaison.diagnostic.publication.beside import ShownPlan

FICTITIOUS, FILES = "fictive", "fichiers"
GROUPINGS = (LEVEL, MODE, *AXES)
KEPT_INDICATORS = 6


def scenario() -> dict[str, Any]:
    """Return the values that lesson, app and exercise share."""
    return scenario_of("diagnostic")


class Fiction(NamedTuple):
    """A fictitious school whose truth is known: its families, their true answers, how many there are by level."""

    families: pd.DataFrame
    truth: Answers
    population: FamilyCounts


# A screen asks for the same ones at each of its parts; nobody changes them.
@lru_cache(maxsize=1)
def _fiction(school: str, seed: int) -> Fiction:
    from liaison.diagnostic.fictitious import fictitious_families, population_of, true_situation
    from liaison.school.fictitious.generator import school_from

    families = fictitious_families(school_from(school, seed), seed)
    return Fiction(families, true_situation(families), population_of(families))


@lru_cache(maxsize=4)
def _collected(school: str, seed: int, ways: tuple[str, ...]) -> Answers:
    from typing import cast

    from liaison.diagnostic.fictitious import collected
    from liaison.diagnostic.hypotheses import Way

    return collected(_fiction(school, seed).families, cast(tuple[Way, ...], ways), seed)


@dataclass(frozen=True)
class Grouping:
    """One way to group the answers of now: all that its results are made of, in whatever thread they are made.

    Two of equal `key` give the same results.
    """

    key: tuple[object, ...]
    answers: Answers
    population: FamilyCounts | None
    plans: tuple[ShownPlan, ...]
    threshold: int
    by: str


class DiagnosticState(HasTraits):
    """What a diagnosis holds: where answers come from (`source`), and what is asked of them.

    `school`, `seed`, `ways` (of asking, in order) make the fictitious answers, `tried` being the ways before the one on
    trial, and with it; `opened` counts the changes of the real
    ones, given by `take`. `by` is the grouping, `threshold` under how many families a number is hidden. Real families
    by level are set by `count_families`. The engine and pandas are imported at the first result.
    """

    source = Enum((FICTITIOUS, FILES), FICTITIOUS)
    school = Unicode()
    seed = Int()
    ways = Tuple()
    tried = Tuple()
    by = Enum(GROUPINGS, LEVEL)
    threshold = Int()
    revealed = Bool(False)  # the bet has been placed, or answers were brought: results may be shown
    opened = Int(0)
    counted = Int(0)

    def __init__(self, **kwargs: Any) -> None:
        values = scenario()
        defaults = {
            "school": values["school"]["default"],
            "seed": values["seed"]["default"],
            "ways": tuple(values["asked"]),
            "threshold": load_hypotheses().publication.seuil,
        }
        super().__init__(**{**defaults, **kwargs})
        self._suite: Questionnaire = family_questionnaire()
        self.own: Questionnaire | None = None  # what the school asks in its own forms
        self.already: Mapping[Hashable, AlreadyShown] = {}  # by whose families they are, as far as this page knows
        self._received: Answers | None = None
        self._families: FamilyCounts | None = None
        self._indicators: dict[tuple[object, ...], AnswerIndicators] = {}
        self._counting = threading.Lock()
        # Before any other observer: what they draw, or forget, is of a grouping that holds.
        self.observe(lambda _change: self._regroup(), ["source", "opened"])

    def _regroup(self) -> None:
        if self.by not in self.groupings:
            self.by = self.groupings[0]

    @property
    def of_files(self) -> Questionnaire:
        """The questionnaire that files answer: that of the suite, until the school gives its own."""
        return self.own or self._suite

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire of the answers that are shown: a fictitious school answers that of the suite."""
        return self.of_files if self.source == FILES else self._suite

    @property
    def groupings(self) -> tuple[str, ...]:
        """How results can be grouped: the axes are those of the questionnaire of the suite."""
        return tuple(name for name in GROUPINGS if self.questionnaire is self._suite or name not in AXES)

    def fiction(self) -> Fiction:
        """Return the fictitious school, made once for a preset and a seed."""
        return _fiction(self.school, self.seed)

    def collected(self, ways: tuple[str, ...]) -> Answers:
        """Return the answers of the fictitious school when it is asked in these ways, one after the other."""
        return _collected(self.school, self.seed, ways)

    def take(self, answers: Answers | None) -> None:
        """Put real answers in the place of the former ones; None when there are none any more."""
        self._received = answers
        self.opened += 1

    def count_families(self, families: FamilyCounts | None) -> None:
        """Say how many families the school has, by level; None when it is not known."""
        self._families = families
        self.counted += 1

    @property
    def answers(self) -> Answers | None:
        """The answers that results are about: fictitious, or real; None when none has been read."""
        return self.collected(self.ways) if self.source == FICTITIOUS else self._received

    @property
    def population(self) -> FamilyCounts | None:
        """Families of the school by level, when known: always for a fictitious school."""
        return self.fiction().population if self.source == FICTITIOUS else self._families

    @property
    def whose(self) -> Hashable:
        """Whose answers these are, for what was already shown of them: the same fictitious school is compared."""
        return REAL if self.source == FILES else (self.school, self.seed)

    @property
    def plans(self) -> tuple[ShownPlan, ...]:
        """The plans of loans and workshops, of the same real families, that were already shown."""
        return self.already[REAL].plans if REAL in self.already else ()

    def indicators(self) -> AnswerIndicators | None:
        """Return what may be published of the answers, the last few kept; None when there is no answer."""
        if self.ready:
            return self._indicators[self.key()]
        grouping = self.grouping(self.by)
        return None if grouping is None else self.indicators_of(grouping)

    def grouping(self, by: str) -> Grouping | None:
        """Return one way to group the answers as they are; None when there is no answer."""
        answers = self.answers
        if answers is None or not len(answers):
            return None
        from liaison.diagnostic.counting.axes import columns_of_axes

        axis = by.removeprefix("axe__")
        axes_asked = columns_of_axes(self.questionnaire)
        # An axis that the forms do not ask makes no groups.
        unplaced = axis in axes_asked and (not axes_asked[axis] or axes_asked[axis] & answers.not_asked_of_all)
        plans = self.plans if self.source == FILES else ()
        own = LEVEL if unplaced else by
        return Grouping(self.key(by), answers, self.population, plans, self.threshold, own)

    def indicators_of(self, grouping: Grouping, outdated: Callable[[], bool] = lambda: False) -> AnswerIndicators:
        """Return what may be published, grouped so; made once, and kept unless it is `outdated` when it is ready.

        Whoever asks for a grouping that another thread is making waits for it.
        """
        # Here only: what cannot be read must be said before the engine is loaded.
        from liaison.diagnostic.publication.already_shown import AlreadyShown

        with self._counting:
            if grouping.key in self._indicators:
                return self._indicators[grouping.key]
            shown = AlreadyShown(plans=grouping.plans)
            made = shown.indicators(grouping.answers, grouping.population, grouping.threshold, grouping.by)
            if not outdated():
                self._indicators[grouping.key] = made
            while len(self._indicators) > KEPT_INDICATORS:
                self._indicators.pop(next(iter(self._indicators)))
            return made

    def key(self, by: str | None = None) -> tuple[object, ...]:
        """Return what results depend on, grouped as now or `by`: two equal keys give the same indicators."""
        return (*self.asking(), by or self.by)

    def asking(self) -> tuple[object, ...]:
        """Return what results depend on, however they are grouped."""
        start: tuple[object, ...] = (self.school, self.seed, self.ways)
        if self.source == FILES:
            start = (self.opened, self.counted, self.plans)
        return (self.source, *start, self.threshold)

    def made(self, by: str) -> bool:
        """Whether the indicators are already known, grouped so."""
        return self.key(by) in self._indicators

    @property
    def ready(self) -> bool:
        """Whether the indicators are already known: showing them does not wait."""
        return self.made(self.by)
