"""« Ce qui me ferait changer d'avis » : quelle hypothèse, seule, renverserait la comparaison de deux politiques."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from liaison.base.numbers import number, rounded
from liaison.messaging.traffic.hypotheses import SimulationHypotheses
from widgets.kit import Action, Chart, MadeOf, Notice, Paragraphs, Question, ResultSentence, stack
from widgets.kit.background import Background, Stop, StoppedError, Tell
from widgets.messaging.state import ON_TRIAL, LabState, Simulation
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.reading.uncertainty import Doubt, Margin, Trial

t = texts("messaging")
OUT, INFORMED = "laissees", "informes"
SHOWN = 10
BISECTED = 6  # further computations for an hypothesis that overturns the conclusion


class DoubtView:
    """The policy on trial beside the reference: how firm their difference is, hypothesis by hypothesis."""

    def __init__(self, state: LabState) -> None:
        self.state = state
        self.outcome = Question(
            label=t("doubt-outcome"),
            kind="radio",
            options=[{"value": name, "label": t(f"doubt-outcome-{name}")} for name in (OUT, INFORMED)],
        )
        self.outcome.value = OUT
        self.measure = Action(label=t("doubt-measure"), main=True)
        self.working = Background(t("doubt-working"))
        self.same = Notice()
        self.answer = ResultSentence()
        self.made_of = MadeOf(self._compared, self.answer, t("doubt-stale"), t("doubt-stale-text"))
        self.made_of.follow(state, "policy", "reference", *ON_TRIAL)
        self.made_of.follow(self.outcome, "value")
        self.chart = Chart(kind="gaps", alt=t("doubt-alt"), x_label=t("doubt-axis"))
        self.notes = Paragraphs(lines=[t("doubt-note")])
        self.measure.on_press(self._start)
        self._form = (Paragraphs(lines=[t("doubt-intro")]), self.outcome, self.measure, self.working.widget, self.same)
        self.widget = stack([*self._form])

    def show(self, _simulation: Simulation) -> None:
        """Keep what was worked out: it takes time, and says by itself when it is of other settings."""

    def _compared(self) -> tuple[object, ...]:
        return (self.outcome.value, self.state.reference, *self.state.on_trial())

    def _start(self) -> None:
        from liaison.messaging.policy.policy import Policy

        def settings(policy: Policy) -> str:
            return policy.model_dump_json(exclude={"name", "description"})

        alike = settings(self.state.policy) == settings(self.state.reference)
        self.same.title = t("doubt-same") if alike else ""
        self.same.text = t("doubt-same-text") if alike else ""
        self.widget.children = self._form
        self.made_of.forget()
        if not alike:
            compared = self._compared()
            self.working.start(self._work(), lambda doubt: self._take(doubt, compared))

    def _work(self) -> Callable[[Tell, Stop], Doubt | None]:
        """Return the computation for what is on screen now; it gives None when it is stopped."""
        from liaison.messaging.reading import uncertainty

        state, trial = self.state, self.state.trial()
        outcome = uncertainty.left_out_share if self.outcome.value == OUT else uncertainty.informed_share
        policies, usual = (state.policy, state.reference), state.hypotheses
        total = uncertainty.CHANCE_DRAWS + 1 + 2 * len(uncertainty.ranges(trial)) + BISECTED

        def work(tell: Tell, stopped: Stop) -> Doubt | None:
            count = _Count(total, tell, stopped)

            def lead(each: Trial) -> Margin:
                return count.of(uncertainty.advantage(each, *policies, outcome))

            try:
                chance = uncertainty.by_chance(trial, lead, usual)
                doubt = uncertainty.what_would_change(trial, lead(trial), usual, chance)
            except StoppedError:
                return None
            return doubt

        return work

    def _take(self, doubt: Doubt | None, compared: tuple[object, ...]) -> None:
        from liaison.messaging.reading.uncertainty import overturned

        if doubt is None:
            self.answer.tone, self.answer.text, self.answer.detail = "neutre", t("doubt-stopped"), ""
            self.widget.children = (*self._form, self.answer)
            return
        self.answer.tone = "alerte" if doubt.tippings or overturned(doubt.chance) else "bon"
        self.answer.text = doubt.sentence
        more = t("doubt-more" if doubt.margin > 0 else "doubt-less" if doubt.margin < 0 else "doubt-equal")
        margin = t(
            f"doubt-margin-{self.outcome.value}",
            policy=self.state.policy.name,
            other=self.state.reference.name,
            points=points(abs(doubt.margin)),
            n=rounded(abs(100 * doubt.margin), 1),
            more=more,
        )
        self.answer.detail = f"{margin} {_chance_said(doubt)}".strip()
        self.chart.show(
            title=t("doubt-title", hypothesis=doubt.bars[0].range.label) if doubt.bars else t("doubt-title-none"),
            data=[
                {
                    "label": bar.range.label,
                    "values": [
                        {"label": t("doubt-low"), "value": round(100 * bar.at_low, 2)},
                        {"label": t("doubt-usual"), "value": round(100 * doubt.margin, 2)},
                        {"label": t("doubt-high"), "value": round(100 * bar.at_high, 2)},
                    ],
                    "now": round(100 * doubt.margin, 2),
                    "unit": t("doubt-points"),
                }
                for bar in doubt.bars[:SHOWN]
            ],
        )
        self.made_of.made(compared)
        self.widget.children = (*self._form, self.made_of.notice, self.answer, self.chart, self.notes)


def _chance_said(doubt: Doubt) -> str:
    if doubt.chance is None:
        return ""
    low, high = (points(end, signed=True) for end in (doubt.chance.low, doubt.chance.high))
    return t("doubt-chance", draws=doubt.chance.draws, low=low, high=high)


def points(share: float, signed: bool = False) -> str:
    """Return a difference of shares in points: « 0,4 », « −0,04 » ; what is not zero is never said to be."""
    points = 100 * share
    digits = 2 if 0 < abs(points) < 0.1 else 1
    return number(points, digits, least=digits, signed=signed)


class _Count:
    """How many times margins were worked out: says so each time, and gives up when it is asked to."""

    def __init__(self, total: int, tell: Tell, stopped: Stop) -> None:
        self._total, self._tell, self._stopped = total, tell, stopped
        self._done = 0

    def of(self, margin: Margin) -> Margin:
        """Return the same margin, counted."""

        def counted(hypotheses: SimulationHypotheses) -> float:
            if self._stopped():
                raise StoppedError
            self._done += 1
            far = t("doubt-far", done=min(self._done, self._total), total=self._total)
            self._tell(self._done, self._total, far)
            return margin(hypotheses)

        return counted


__all__ = ["DoubtView"]
