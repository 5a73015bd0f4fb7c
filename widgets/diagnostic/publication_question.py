"""Ce qui est montré d'un diagnostic : un choix par tableau, un seuil, ce que l'on cache."""

from __future__ import annotations

from typing import Any, get_args

from liaison.diagnostic.hypotheses import load_hypotheses
from liaison.diagnostic.papers.report_words import question_words
from liaison.diagnostic.publication_question import (
    HIGHEST,
    TOPICS,
    Group,
    Hiding,
    PublicationQuestion,
    PublicationSettings,
)
from liaison.school.fictitious.aggregates import load_preset
from widgets.diagnostic.words import rule_badge
from widgets.kit import Matrix, Question, RangeField
from widgets.setting_controls import PartsControls
from widgets.texts import texts

t = texts("diagnostic_questions")


class PublicationControls(PartsControls):
    """How each topic is shown, under how many families a number is small, and what is hidden."""

    def __init__(self, question: PublicationQuestion) -> None:
        groups = [{"value": group, "label": t(f"publication-{group}")} for group in get_args(Group)]
        self.tables = Matrix(
            label=t("publication-tables"),
            corner=t("publication-corner"),
            rows=[{"id": topic, "label": question_words(topic)} for topic in TOPICS],
            columns=[{"id": "par", "label": t("publication-by"), "kind": "select", "options": groups}],
        )
        self.threshold = RangeField(
            label=t("publication-threshold"),
            help=t("publication-threshold-help"),
            min=load_hypotheses().publication.plancher,
            max=HIGHEST,
            unit=t("publication-unit"),
            badge=rule_badge("publication"),
        )
        self.hiding = Question(
            kind="radio",
            label=t("publication-hiding"),
            options=[{"value": hiding, "label": t(f"publication-{hiding}")} for hiding in get_args(Hiding)],
        )
        super().__init__([self.tables, self.threshold, self.hiding])
        self.fiction = t("publication-fiction", school=load_preset(question.scenario.school).name)
        self.show(question.started())

    def read(self) -> Any:
        """Return what is on screen: every part always holds a choice."""
        shown = {topic: self.tables.value[topic]["par"] for topic in TOPICS}
        return {"tableaux": shown, "seuil": int(self.threshold.value), "cacher": self.hiding.value}

    def show(self, settings: Any) -> None:
        """Put a choice on screen."""
        assert isinstance(settings, PublicationSettings)
        self.tables.value = {topic: {"par": settings.tableaux.get(topic, "absent")} for topic in TOPICS}
        self.threshold.value = settings.seuil
        self.hiding.value = settings.cacher
