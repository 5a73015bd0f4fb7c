"""« La part du hasard » : la même politique, dans la même école, rejouée sur d'autres tirages au sort."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from liaison.base.numbers import number
from liaison.base.words import lower_first
from liaison.messaging.vocabulary import PROFILE_LABELS, PURPOSES, evening_hours
from widgets.kit import Action, Chart, DataTable, MadeOf, Panels, Paragraphs, ResultSentence, stack
from widgets.kit.background import Background, Stop, StoppedError, Tell
from widgets.messaging.state import ON_TRIAL, LabState, Simulation
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.reading.uncertainty import Interval

t = texts("messaging")
Intervals = dict[str, "Interval"]
# By its path among the figures: its label, and by how much it is multiplied to be shown.
MAIN = {
    "left_out.share": ("chance-out", 100),
    "reach.share": ("chance-informed", 100),
    "load.per_week_median": ("compare-load", 1),
    "load.evening": ("compare-evening", 1),
    "load.weekend": ("compare-weekend", 1),
}
# Messages read in time: by whom, then about what.
REACHED = {
    **{f"by_profile.{name}.share": label for name, label in PROFILE_LABELS.items()},
    **{f"by_purpose.{name}.share": label for name, label in PURPOSES.items()},
}
COLUMNS = ("low", "mean", "high")
MOVED_MOST = 5  # of these shares, those that chance moves most are drawn first; all are behind a fold


class ChanceView:
    """The interval of each figure over as many draws as it takes to promise something of one more.

    On one axis, the two that sum up a policy and those that chance moves most; behind a fold, all of them.
    """

    def __init__(self, state: LabState) -> None:
        self.state = state
        self.replay = Action(label=t("chance-replay"), main=True)
        self.working = Background(t("chance-working"))
        self.answer = ResultSentence()
        self.made_of = MadeOf(state.on_trial, self.answer, t("chance-stale"))
        self.made_of.follow(state, "policy", *ON_TRIAL)
        self.table = _table("chance-caption", "chance-figure")
        self.reached = _table("chance-reached", "chance-who")
        self.moved_most = Chart(kind="bars", alt=t("chance-alt"), x_label=t("chance-x"), unit=t("chance-x"))
        self.fold = Panels([t("chance-all")], [stack([self.table, self.reached])], open_index=-1)
        self.notes = Paragraphs(lines=[t("chance-note")])
        self.replay.on_press(self._start)
        self._form = (Paragraphs(lines=[t("chance-intro")]), self.replay, self.working.widget)
        self.widget = stack([*self._form])

    def show(self, _simulation: Simulation) -> None:
        """Keep what was replayed: it takes time, and says by itself when it is of other settings."""

    def _start(self) -> None:
        self.widget.children = self._form
        self.made_of.forget()
        on_trial = self.state.on_trial()
        self.working.start(self._work(), lambda intervals: self._take(intervals, on_trial))

    def _work(self) -> Callable[[Tell, Stop], Intervals | None]:
        """Return the computation for what is on screen now; it gives None when it is stopped."""
        from liaison.messaging.reading.uncertainty import ENOUGH_DRAWS, replicated

        trial, policy, usual = self.state.trial(), self.state.policy, self.state.hypotheses

        def work(tell: Tell, stopped: Stop) -> Intervals | None:
            def done(draws: int) -> None:
                if stopped():
                    raise StoppedError
                tell(draws, ENOUGH_DRAWS, t("chance-far", done=draws, total=ENOUGH_DRAWS))

            try:
                return replicated(trial, policy, ENOUGH_DRAWS, usual, done)
            except StoppedError:
                return None

        return work

    def _take(self, intervals: Intervals | None, on_trial: object) -> None:
        if intervals is None:
            self.answer.text, self.answer.detail = t("chance-stopped"), ""
            self.widget.children = (*self._form, self.answer)
            return
        out, informed = intervals["left_out.share"], intervals["reach.share"]
        self.answer.text = t(
            "chance-result", low=number(100 * out.low, most=1, least=1), high=number(100 * out.high, most=1, least=1)
        )
        self.answer.detail = t(
            "chance-detail",
            low=number(100 * informed.low, most=1, least=1),
            high=number(100 * informed.high, most=1, least=1),
            draws=out.draws,
        )
        self.table.rows = [
            _row(t(label, evening_hours=evening_hours()), intervals[name], times)
            for name, (label, times) in MAIN.items()
        ]
        self.reached.rows = [_row(label, intervals[name], 100) for name, label in REACHED.items() if name in intervals]
        self._draw(intervals)
        self.made_of.made(on_trial)
        self.widget.children = (*self._form, self.made_of.notice, self.answer, self.moved_most, self.fold, self.notes)

    def _draw(self, intervals: Intervals) -> None:
        """Draw those that matter: what is said of the policy first, then what chance moves most."""
        first = {name: t(label) for name, (label, times) in MAIN.items() if times == 100}
        moved = sorted(intervals.keys() & REACHED.keys(), key=lambda name: (-_width(intervals[name]), name))
        rows = {
            **{label: intervals[name] for name, label in first.items()},
            **{t("chance-read", of=lower_first(REACHED[name])): intervals[name] for name in moved[:MOVED_MOST]},
        }
        most = max(rows, key=lambda label: _width(rows[label]))
        self.moved_most.show(
            title=t("chance-moves-most", label=most, **_in_words(rows[most])),
            data=[
                {
                    "label": label,
                    "count": round(100 * interval.mean, 1),
                    "low": round(100 * interval.low, 1),
                    "high": round(100 * interval.high, 1),
                    "said": t("chance-from-to", **_in_words(interval)),
                }
                for label, interval in rows.items()
            ],
            highlight=[most],
        )


def _width(interval: Interval) -> float:
    return interval.high - interval.low


def _in_words(interval: Interval) -> dict[str, str]:
    return {name: number(100 * getattr(interval, name), most=1, least=1) for name in COLUMNS}


def _table(caption: str, figure: str) -> DataTable:
    columns = [{"id": name, "label": t(f"chance-{name}"), "numeric": True} for name in COLUMNS]
    return DataTable(caption=t(caption), columns=[{"id": "figure", "label": t(figure)}, *columns], plain=True)


def _row(label: str, interval: Interval, times: int) -> dict[str, Any]:
    return {"figure": label, **{name: round(times * getattr(interval, name), 1) for name in COLUMNS}}


__all__ = ["ChanceView"]
