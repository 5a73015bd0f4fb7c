"""L'état d'un diagnostic : d'où viennent les réponses, ce qui en a été lu, et ce qui peut en être dit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from traitlets import Bool, Enum, HasTraits, Int, Tuple, Unicode

from liaison.diagnostic.hypotheses import load_hypotheses
from liaison.diagnostic.questionnaire import AXES, Questionnaire, family_questionnaire
from liaison.module import scenario_of

if TYPE_CHECKING:
    import pandas as pd

    from liaison.diagnostic.answers import Answers
    from liaison.diagnostic.indicators import Indicators
    from liaison.diagnostic.weights import Population

FICTITIOUS, FILES = "fictive", "fichiers"
LEVEL = "niveau"
GROUPINGS = (LEVEL, "mode", *AXES)
KEPT_INDICATORS = 6


def scenario() -> dict[str, Any]:
    """Return the values that lesson, app and exercise share."""
    return scenario_of("diagnostic")


class Fiction(NamedTuple):
    """A fictitious school whose truth is known: its families, their true answers, how many there are by level."""

    families: pd.DataFrame
    truth: Answers
    population: Population


class DiagnosticState(HasTraits):
    """What a diagnosis holds: where answers come from (`source`), and what is asked of them.

    `school`, `seed` and `asked` (ways of asking) make the fictitious answers; `opened` counts the changes of the real
    ones, given by `take`. `by` is the grouping, `threshold` under how many families a number is hidden. Real families
    by level are set by `count_families`. The engine and pandas are imported at the first result.
    """

    source = Enum((FICTITIOUS, FILES), FICTITIOUS)
    school = Unicode()
    seed = Int()
    asked = Tuple()
    by = Enum(GROUPINGS, LEVEL)
    threshold = Int()
    revealed = Bool(False)  # the bet has been placed, or answers were brought: results may be shown
    opened = Int(0)
    counted = Int(0)
    plans = Tuple()  # of loans and workshops, of the same real families, that were already shown

    def __init__(self, **kwargs: Any) -> None:
        values = scenario()
        defaults = {
            "school": values["school"]["default"],
            "seed": values["seed"]["default"],
            "asked": tuple(values["asked"]),
            "threshold": load_hypotheses().publication.seuil,
        }
        super().__init__(**{**defaults, **kwargs})
        self._suite: Questionnaire = family_questionnaire()
        self.own: Questionnaire | None = None  # what the school asks in its own forms
        self._received: Answers | None = None
        self._families: Population | None = None
        self._fictions: dict[tuple[str, int], Fiction] = {}
        self._indicators: dict[tuple[object, ...], Indicators] = {}

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
        from liaison.diagnostic.fictitious import fictitious_families, population_of, true_situation
        from liaison.school.generator import school_from

        key = (self.school, self.seed)
        if key not in self._fictions:
            families = fictitious_families(school_from(*key), self.seed)
            self._fictions = {key: Fiction(families, true_situation(families), population_of(families))}
        return self._fictions[key]

    def collected(self, ways: tuple[str, ...]) -> Answers:
        """Return the answers of the fictitious school when it is asked in these ways, one after the other."""
        from typing import cast

        from liaison.diagnostic.fictitious import collected
        from liaison.diagnostic.hypotheses import Way

        return collected(self.fiction().families, cast(tuple[Way, ...], ways), self.seed)

    def take(self, answers: Answers | None) -> None:
        """Put real answers in the place of the former ones; None when there are none any more."""
        self._received = answers
        self.opened += 1

    def count_families(self, families: Population | None) -> None:
        """Say how many families the school has, by level; None when it is not known."""
        self._families = families
        self.counted += 1

    @property
    def answers(self) -> Answers | None:
        """The answers that results are about: fictitious, or real; None when none has been read."""
        return self.collected(self.asked) if self.source == FICTITIOUS else self._received

    @property
    def population(self) -> Population | None:
        """Families of the school by level, when known: always for a fictitious school."""
        return self.fiction().population if self.source == FICTITIOUS else self._families

    def indicators(self) -> Indicators | None:
        """Return what may be published of the answers, the last few kept; None when there is no answer."""
        key = self.key()
        if key not in self._indicators:
            answers = self.answers
            if answers is None or not len(answers):
                return None
            # Here only: what cannot be read must be said before the engine is loaded.
            from liaison.diagnostic.already_shown import AlreadyShown
            from liaison.diagnostic.axes import columns_of_axes

            axis = self.by.removeprefix("axe__")
            axes_asked = columns_of_axes(self.questionnaire)
            # An axis that the forms do not ask makes no groups.
            unplaced = axis in axes_asked and (not axes_asked[axis] or axes_asked[axis] & answers.unasked)
            by = LEVEL if unplaced else self.by
            shown = AlreadyShown(plans=self.plans if self.source == FILES else ())
            self._indicators[key] = shown.indicators(answers, self.population, self.threshold, by)
            while len(self._indicators) > KEPT_INDICATORS:
                self._indicators.pop(next(iter(self._indicators)))
        return self._indicators[key]

    def key(self) -> tuple[object, ...]:
        """Return what results depend on: two equal keys give the same indicators."""
        start: tuple[object, ...] = (self.school, self.seed, self.asked)
        if self.source == FILES:
            start = (self.opened, self.counted, self.plans)
        return (self.source, *start, self.by, self.threshold)

    @property
    def ready(self) -> bool:
        """Whether the indicators are already known: showing them does not wait."""
        return self.key() in self._indicators
