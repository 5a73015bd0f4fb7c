"""Les heures où quelque chose attend, à l'écran : une semaine à peindre pour le public choisi, et ce qui passe."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

from liaison.messaging.policy.policy import HeldHours, Policy
from liaison.messaging.vocabulary import AUDIENCES, PURPOSES, Audience, HeldBy
from widgets.kit import CheckField, Matrix, SelectField, WeekGrid, as_one
from widgets.messaging.fields import badge, options
from widgets.texts import texts

t = texts("messaging")
RULES: dict[HeldBy, str] = {"suspended": "messagerie/publication_suspendue", "quiet": "messagerie/heures_calmes"}


class HeldHoursSettings:
    """One setting that holds something back: a week grid for the audience chosen, holidays, and what passes."""

    def __init__(self, setting: HeldBy, on: dt.date) -> None:
        self.setting = setting
        self.audience = SelectField(label=t("held-audience"), options=options(AUDIENCES))
        self.audience.value = "responsables"
        self._on = on
        self.grid = WeekGrid(label=t(f"{setting}-grid"), help=t(f"{setting}-grid-help"), badge=self._grid_badge())
        self.days_off = {
            "school_holidays": CheckField(label=t(f"{setting}-holidays")),
            "public_holidays": CheckField(label=t(f"{setting}-public")),
        }
        self.passes = Matrix(
            label=t(f"{setting}-passes"),
            help=t(f"{setting}-passes-help"),
            badge=badge("messagerie/urgence_passe", on),
            corner=t("purpose"),
            rows=[{"id": key, "label": label} for key, label in PURPOSES.items()],
            columns=[
                {"id": key, "label": label, "short": label.partition(" ")[0], "kind": "checkbox"}
                for key, label in AUDIENCES.items()
            ],
        )
        self._hours: dict[Audience, HeldHours] = {}
        self.audience.observe(lambda _change: self._show_audience(), "value")
        self.controls = (self.grid, *self.days_off.values(), self.passes)
        self._showing = False
        self.widget = as_one([self.audience, *self.controls], also=t("held-also"))

    def show(self, policy: Policy) -> None:
        """Set the parts from a policy, for the audience chosen."""
        self._hours = dict(policy.hours(self.setting))
        self.passes.value = {
            purpose: {audience: purpose in hours.passes for audience, hours in self._hours.items()}
            for purpose in PURPOSES
        }
        self._show_audience()

    def _show_audience(self) -> None:
        hours = self._hours[cast(Audience, self.audience.value or "responsables")]
        self._showing = True
        self.grid.badge = self._grid_badge()
        for name, box in self.days_off.items():
            box.value = getattr(hours, name)
        self.grid.value = hours.mask().tolist()
        self._showing = False

    def _grid_badge(self) -> dict[str, Any]:
        """Return the badge of the hours on the grid: what is said of families is not said of the staff."""
        if self.audience.value != "personnels":
            return badge(RULES[self.setting], self._on)
        return badge("deconnexion/personnels", self._on) if self.setting == "quiet" else {}

    def read(self, policy: Policy) -> dict[Audience, HeldHours]:
        """Return this setting's hours for every audience, with what the parts say of the one shown."""
        shown = self.audience.value or "responsables"
        result: dict[Audience, HeldHours] = {}
        for audience, hours in policy.hours(self.setting).items():
            passes = tuple(purpose for purpose in PURPOSES if self.passes.value[purpose][audience])
            # The order of what passes says nothing: it stays as the file has it.
            changes: dict[str, Any] = {"passes": hours.passes if set(passes) == set(hours.passes) else passes}
            # While another audience is being put on the grid, its parts say nothing yet.
            if audience == shown and not self._showing:
                changes |= {
                    "week": HeldHours.week_from_mask(self.grid.value),
                    **{name: box.value for name, box in self.days_off.items()},
                }
            result[audience] = HeldHours.model_validate({**dict(hours), **changes})
        self._hours = dict(result)
        return result
