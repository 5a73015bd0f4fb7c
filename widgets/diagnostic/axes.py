"""Deux axes, côte à côte et jamais mêlés : ce que les familles ont, l'aide qu'il leur faut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipywidgets import Widget

from liaison.diagnostic.disclosure.merged_words import members
from liaison.diagnostic.papers.number_words import share_words
from widgets.diagnostic.words import bar_of, known, rows_of, rule_badge, t, value_words
from widgets.kit import Chart, Notice, Paragraphs, SourceNote, stack

if TYPE_CHECKING:
    from liaison.diagnostic.counting.indicators import AnswerIndicators

EQUIPMENT, SKILLS = "axe__equipement", "axe__competences"
LOWEST = {EQUIPMENT: "insuffisant", SKILLS: "debutant"}
RULES = {EQUIPMENT: "axe_equipement", SKILLS: "axe_competences"}


class AxesView:
    """One chart per axis, with what makes each level and the rule that says so."""

    def __init__(self) -> None:
        self.charts = {
            name: Chart(kind="bars", alt=t(f"axes-alt-{name}"), unit=t("families-unit"), x_label=t("axes-x"))
            for name in LOWEST
        }
        # Where an axis is not asked whole, what is said in the place of its chart.
        self.unasked = {
            name: Notice(kind="information", title=t(f"axes-title-{name}-unasked"), text=t("axes-unasked"))
            for name in LOWEST
        }
        self._intro = Paragraphs(lines=[t("axes-intro")])
        self._rules = {
            name: SourceNote(text=t(f"axes-rule-{name}"), badge=rule_badge(rule)) for name, rule in RULES.items()
        }
        self.weighted = Paragraphs()
        self.widget = stack([self._intro])

    def show(self, diagnosis: AnswerIndicators, note: str) -> None:
        """Draw both axes for all answers together."""
        lines = []
        for name, chart in self.charts.items():
            rows = rows_of(diagnosis.question(name))
            chart.show(
                title=axis_title(name, rows, diagnosis.answers),
                data=[bar_of(value_words(name, row.valeur), row) for row in rows],
                highlight=[value_words(name, row.valeur) for row in rows if LOWEST[name] in members(row.valeur)],
                note=note,
            )
            lines += [
                t("axes-weighted", level=value_words(name, row.valeur), share=share_words(row.part_ponderee))
                for row in rows
                if row.valeur == LOWEST[name] and known(row.part_ponderee)
            ]
        self.weighted.lines = lines
        placed = {name: bool(len(diagnosis.question(name))) for name in LOWEST}
        axes = [part for name in LOWEST for part in self._parts(name, drawn=placed[name])]
        self.widget.children = (self._intro, *axes, self.weighted)

    def _parts(self, name: str, *, drawn: bool) -> tuple[Widget, ...]:
        return (self.charts[name] if drawn else self.unasked[name], self._rules[name])


def axis_title(name: str, rows: list[Any], answers: int | None) -> str:
    """Return the finding of an axis: how many families stand lowest on it, or that it may not be said."""
    if not rows:
        return t(f"axes-title-{name}-unasked")
    lowest = next((row for row in rows if LOWEST[name] in members(row.valeur)), None)
    if lowest is None or answers is None:
        return t(f"axes-title-{name}-nothing")
    if lowest.valeur != LOWEST[name]:
        return t(f"axes-title-{name}-merged", total=answers)
    if not known(lowest.effectif) and known(lowest.au_plus):
        return t(f"axes-title-{name}-near", low=int(lowest.au_moins), high=int(lowest.au_plus), total=answers)
    if not known(lowest.effectif):
        return t(f"axes-title-{name}-hidden", total=answers)
    return t(f"axes-title-{name}", count=int(lowest.effectif), total=answers)
