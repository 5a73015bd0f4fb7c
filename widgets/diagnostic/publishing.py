"""Ce qui peut être montré : sous combien de familles un nombre est caché, et par quels groupes on regarde."""

from __future__ import annotations

from typing import Any

from liaison.diagnostic.hypotheses import load_hypotheses
from widgets.diagnostic.state import DiagnosticState, scenario
from widgets.diagnostic.words import question_words, rule_badge, t
from widgets.kit import RangeField, SelectField, stack


class Publishing:
    """The threshold, never under the floor of the rule, and the grouping."""

    def __init__(self, state: DiagnosticState) -> None:
        self.state = state
        self.threshold = RangeField(
            label=t("threshold"),
            help=t("threshold-help"),
            min=load_hypotheses().publication.plancher,
            max=scenario()["threshold"]["maximum"],
            unit=t("families-unit"),
            badge=rule_badge("publication"),
        )
        self.threshold.value = state.threshold
        self.by = SelectField(
            label=t("by"),
            help=t("by-help"),
            options=_named(state.groupings),
        )
        self.by.value = state.by
        state.observe(lambda _change: self._regroup(), ["source", "opened"])
        self.threshold.observe(lambda change: state.set_trait("threshold", int(change["new"])), "value")
        self.by.observe(self._group, "value")
        state.observe(lambda change: self.threshold.set_trait("value", change["new"]), "threshold")
        state.observe(lambda change: self.by.set_trait("value", change["new"]), "by")
        self.widget = stack([self.threshold, self.by])

    def _regroup(self) -> None:
        """Offer the groupings of the questionnaire at hand."""
        self.by.options = _named(self.state.groupings)

    def _group(self, change: Any) -> None:
        if change["new"]:
            self.state.by = change["new"]


def _named(groupings: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"value": name, "label": question_words(name)} for name in groupings]
