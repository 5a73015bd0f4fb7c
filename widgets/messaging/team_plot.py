"""Voir : chaque politique est un point qui porte son nom, et celle que l'équipe décide aussi."""

from __future__ import annotations

from liaison.messaging.vocabulary import evening_hours
from widgets.kit import Panels, Paragraphs, stack
from widgets.messaging.policy_plot import PlotPoint, PolicyPlot
from widgets.messaging.team import TeamState
from widgets.messaging.team_words import FIGURES, figures_cells, figures_words, finding_words
from widgets.texts import texts

t = texts("messaging_team")
lab_words = texts("messaging")


class PlotView:
    """Each policy is a dot with its name; what the team decides is one too, once something is decided."""

    def __init__(self, team: TeamState) -> None:
        self.team = team
        self.plot = PolicyPlot()
        meaning = Paragraphs(
            lines=[
                lab_words("left-out-meaning"),
                lab_words("disturbed-meaning", evening_hours=evening_hours()),
                t("work-meaning"),
            ]
        )
        self.meaning = Panels([t("meaning")], [meaning], open_index=-1)
        self.widget = stack([self.plot, self.meaning])

    def draw(self) -> None:
        """Draw the policies, simulated on the same school with the same draws."""
        policies = [*self.team.policies]
        figures = [self.team.figures(policy) for policy in policies]
        room_names = self.team.room_names
        findings = finding_words(self.team.names, figures), finding_words(room_names, figures)
        if self.team.settled():
            policies.append(self.team.agreed())
            figures.append(self.team.figures(policies[-1]))
            room_names.append(policies[-1].name)
        points = [
            PlotPoint(
                name=policy.name,
                projected=projected,
                out=each.out,
                work=each.work,
                disturbed=each.disturbed,
                cells=[*figures_cells(each).values()],
                words=t("point", name=policy.name, figures=figures_words(each)),
                strong=place >= len(self.team.policies),
            )
            for place, (policy, projected, each) in enumerate(zip(policies, room_names, figures, strict=True))
        ]
        axes = {key: t(f"axis-{key}") for key in ("out", "work", "how")}
        columns = [t("policy"), *(t(f"column-{key}") for key in FIGURES)]
        self.plot.show(findings, points, self.team.families, axes, columns)


__all__ = ["PlotView"]
