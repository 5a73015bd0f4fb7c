"""Ce que la simulation suppose, à l'écran : des hypothèses que l'on change pour voir ce qui en dépend."""

from __future__ import annotations

from typing import Any

from liaison.messaging.traffic.hypotheses import RULES, load_hypotheses, with_values
from liaison.school.fictitious.aggregates import load_preset
from widgets.kit import Action, Paragraphs, RangeField, stack
from widgets.kit.writing import Writing
from widgets.messaging.fields import badge
from widgets.messaging.state import LabState
from widgets.texts import texts

t = texts("messaging")
KIND = "TYPE"  # replaced by the kind of the school on trial
# Where each value stands in Hypotheses.
SHOWN: dict[str, tuple[str, ...]] = {
    "opens-easy": ("reaction", "ouvre", "autonome"),
    "opens-hard": ("reaction", "ouvre", "fragile"),
    "fatigue": ("fatigue", "baisse"),
    "paper": ("paper", "perdu", KIND),
    "phone": ("phone", "repond"),
    "language": ("language", "comprend"),
    "weekly": ("visits", "hebdomadaire"),
}


class Suppositions:
    """The hypotheses that weigh most, in percent, each with its badge, and a way back to those of the suite."""

    def __init__(self, state: LabState) -> None:
        self.state = state
        self._writing = Writing()
        self.fields = {
            name: RangeField(
                label=t(f"suppose-{name}"),
                min=0,
                max=100,
                unit="%",
                badge=badge(f"comportement/{RULES[path[0]]}", state.start),
            )
            for name, path in SHOWN.items()
        }
        for name, field in self.fields.items():
            field.observe(self._set(name), "value")
        self.back = Action(label=t("suppose-back"))
        self.back.on_press(lambda: setattr(state, "hypotheses", load_hypotheses(state.start)))
        state.observe(lambda _change: self.show(), ["hypotheses", "school"])
        self.show()
        intro = Paragraphs(lines=[t("suppose-intro")])
        self.widget = stack([intro, *self.fields.values(), self.back])

    def show(self) -> None:
        """Put the values of the state in the fields."""
        with self._writing:
            values = self.state.hypotheses.model_dump()
            for name, field in self.fields.items():
                value: Any = values
                for step in self._path(name):
                    value = value[step]
                field.value = round(100 * value, 1)

    def summary(self) -> str:
        """Return whether the values are those of the suite, in short."""
        return t("suppose-usual" if self.state.hypotheses == load_hypotheses(self.state.start) else "suppose-changed")

    def _path(self, name: str) -> tuple[str, ...]:
        return tuple(load_preset(self.state.school).kind if step == KIND else step for step in SHOWN[name])

    def _set(self, name: str) -> Any:
        def put(change: Any) -> None:
            if self._writing:
                return
            value: Any = change["new"] / 100
            for step in reversed(self._path(name)):
                value = {step: value}
            self.state.hypotheses = with_values(self.state.hypotheses, value)

        return put
