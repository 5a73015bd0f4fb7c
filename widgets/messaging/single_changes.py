"""Ce que fait chaque réglage changé seul, but par but : un graphique, dont on choisit le but, et ce qui se paie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.messaging.search.aims import Goal
from widgets.kit import Chart, Paragraphs, SelectField
from widgets.kit.chart_figures import count_of
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.search.search import SearchResult
    from liaison.messaging.search.tried import Tried

t = texts("messaging")
LEFT_OUT = "laissees"  # beside the goals, in the list of what the chart compares


class SingleChanges:
    """The single changes that do most for one goal, the first one until another is chosen, or for families left out."""

    def __init__(self) -> None:
        self.goal = SelectField(label=t("improve-goal"))
        self.chart = Chart(kind="bars")
        self.prices = Paragraphs()
        self.parts = (self.goal, self.chart, self.prices)
        self._outcome: SearchResult | None = None
        self._goals: dict[str, Goal | None] = {}
        self.goal.observe(lambda _change: self._draw(), "value")

    def take(self, outcome: SearchResult) -> None:
        """Draw what a search found, for its first goal."""
        from liaison.base.words import upper_first

        goals = {f"but_{rank}": goal for rank, goal in enumerate(outcome.aim.goals, start=1)}
        self._outcome, self._goals = outcome, {**goals, LEFT_OUT: None}
        self.goal.options = [
            *({"value": name, "label": upper_first(goal.words())} for name, goal in goals.items()),
            {"value": LEFT_OUT, "label": t("improve-goal-out")},
        ]
        self.goal.value = "but_1"
        self._draw()

    def _draw(self) -> None:
        from liaison.messaging.search.words import changes_words, price_words

        outcome = self._outcome
        if outcome is None or self.goal.value not in self._goals:
            return
        goal = self._goals[self.goal.value]
        singles = outcome.best_for(goal)
        by_chance = [_by_chance(outcome, candidate, goal) for candidate in singles]
        sure = bool(singles) and not by_chance[0]
        pairs = zip((outcome.start, *singles), (False, *by_chance), strict=True)
        # Without a total the axis ends at the longest bar: two small shares of a whole school can be told apart.
        self.chart.show(
            **_axis_words(goal),
            title=_title(outcome, singles[0] if singles else None, goal, sure),
            data=[_row(outcome, candidate, goal, unsure) for candidate, unsure in pairs],
            highlight=[changes_words(singles[0])] if sure else [],
        )
        prices = {changes_words(candidate): price_words(outcome, candidate) for candidate in singles}
        self.prices.lines = [f"{label}. {price}" for label, price in prices.items() if price]


def _axis_words(goal: Goal | None) -> dict[str, str]:
    """Return the words that go around a chart of single changes; None: of families left out."""
    from liaison.base.words import upper_first
    from liaison.messaging.search.aims import SHARES, unit_words

    if goal is None:
        return {"alt": t("improve-alt"), "x_label": t("improve-x"), "unit": t("families-unit")}
    what, share = upper_first(goal.what()), goal.measure in SHARES
    alt = t("improve-goal-alt", what=what)
    axis = what if share else t("improve-goal-x", what=what, unit=unit_words(goal.measure))
    return {"alt": alt, "x_label": axis, "unit": "%" if share else ""}


def _title(outcome: SearchResult, best: Tried | None, goal: Goal | None, sure: bool) -> str:
    """Return what the best single change does, and that chance is enough to explain it where it is."""
    from liaison.base.words import upper_first
    from liaison.messaging.search.aims import SHARES, amount_words, value_words
    from liaison.messaging.search.words import changes_words

    proof = "none" if best is None else "best" if sure else "chance"
    change = changes_words(best) if best else ""
    before, after = (_value(outcome, each, goal) for each in (outcome.start, best or outcome.start))
    if goal is None:
        keys = {"none": "improve-singles-none", "best": "improve-singles", "chance": "improve-singles-chance"}
        return t(keys[proof], before=int(before), after=int(after), change=change)
    words = value_words if goal.measure in SHARES else amount_words  # its unit is said once
    return t(
        f"improve-goal-{proof}",
        what=upper_first(goal.what()),
        before=value_words(goal.measure, before),
        after=words(goal.measure, after),
        change=change,
    )


def _value(outcome: SearchResult, candidate: Tried, goal: Goal | None) -> float:
    return candidate.left_out_count if goal is None else candidate.goals[outcome.aim.goals.index(goal)]


def _row(outcome: SearchResult, candidate: Tried, goal: Goal | None, by_chance: bool) -> dict[str, object]:
    from liaison.messaging.search.aims import SHARES, amount_words, shown_number, value_words
    from liaison.messaging.search.words import changes_words

    value = _value(outcome, candidate, goal)
    if goal is None:
        words = count_of(value, len(candidate.left_out))
    else:
        amount = value_words if goal.measure in SHARES else amount_words  # the axis bears the unit
        words = amount(goal.measure, value)
    return {
        "label": changes_words(candidate),
        "count": shown_number(goal.measure, value) if goal else value,
        "said": t("improve-singles-by-chance", count=words) if by_chance else words,
    }


def _by_chance(outcome: SearchResult, candidate: Tried, goal: Goal | None) -> bool:
    """Whether chance is enough to explain what a change does for a goal; None: for families left out."""
    from liaison.messaging.reading.uncertainty import overturned

    if goal is None:
        return overturned(candidate.chance.get("part_laissee"))
    return overturned(candidate.goal_gap(outcome.aim.goals.index(goal)))


__all__ = ["LEFT_OUT", "SingleChanges"]
