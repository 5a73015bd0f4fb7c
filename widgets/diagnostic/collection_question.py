"""Les façons de demander, l'une après l'autre : laquelle, et à qui."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from liaison.diagnostic.collection_question import Audience, CollectionQuestion, CollectionSettings
from liaison.diagnostic.hypotheses import WAYS
from liaison.school.fictitious.aggregates import load_preset
from widgets.kit import Matrix, Notice, stack
from widgets.texts import texts

t = texts("diagnostic_questions")
STEPS = ("first", "second", "third")
NOTHING = "rien"


class CollectionControls:
    """A table of three steps; the same way twice, or none at all, is said and not kept."""

    def __init__(self, question: CollectionQuestion) -> None:
        scenario = question.scenario
        ways = [{"value": way, "label": t(f"collection-{way}".replace("_", "-"))} for way in WAYS]
        audiences = [{"value": to, "label": t(f"collection-to-{to}".replace("_", "-"))} for to in get_args(Audience)]
        # Folded, a step says whom it is for only when that is not everybody.
        audiences[0]["short"] = ""
        self.steps = Matrix(
            label=t("collection-steps"),
            help=t("collection-steps-help"),
            corner=t("collection-corner"),
            rows=[{"id": step, "label": t(f"collection-{step}")} for step in STEPS],
            columns=[
                {
                    "id": "way",
                    "label": t("collection-way"),
                    "kind": "select",
                    "options": [*ways, {"value": NOTHING, "label": t("collection-nothing")}],
                },
                {"id": "to", "label": t("collection-to"), "kind": "select", "options": audiences},
            ],
        )
        self.fault = Notice(kind="erreur")
        self.widget = stack([self.steps, self.fault])
        self.fiction = t(
            "collection-fiction",
            school=load_preset(scenario.school).name,
            call=scenario.minutes.get("telephone", 0),
            sheet=scenario.minutes.get("papier", 0),
        )
        self.show(question.started())
        self.steps.observe(lambda _change: self._check(), "value")

    def _chosen(self) -> list[dict[str, str]]:
        cells = [self.steps.value.get(step, {}) for step in STEPS]
        return [
            {"way": cell["way"], "to": cell.get("to") or "tous"}
            for cell in cells
            if cell.get("way") not in (None, "", NOTHING)
        ]

    def _check(self) -> None:
        ways = [step["way"] for step in self._chosen()]
        twice = len(set(ways)) < len(ways)
        self.fault.title = t("collection-none") if not ways else t("collection-twice") if twice else ""

    def read(self) -> Any:
        """Return the steps on screen, None while a way is there twice, or none."""
        return None if self.fault.title else {"steps": self._chosen()}

    def show(self, settings: Any) -> None:
        """Put steps on screen."""
        assert isinstance(settings, CollectionSettings)
        cells: list[dict[str, str]] = [{"way": step.way, "to": step.to} for step in settings.steps]
        cells += [{"way": NOTHING, "to": "tous"}] * (len(STEPS) - len(cells))
        self.steps.value = dict(zip(STEPS, cells, strict=True))
        self._check()

    def on_change(self, callback: Callable[[], object]) -> None:
        """Call back when a cell changes."""
        self.steps.observe(lambda _change: callback(), "value")

    def disable(self, disabled: bool) -> None:
        """Close or open the table."""
        self.steps.disabled = disabled
