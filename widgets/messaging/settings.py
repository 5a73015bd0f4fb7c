"""Les réglages d'une messagerie, à l'écran : chaque partie lit la politique, et l'écrit quand on y touche."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import get_args

import ipywidgets
from pydantic import ValidationError

from liaison.base.faults import in_french
from liaison.base.numbers import number
from liaison.messaging.policy.policy import Policy, PolicyError, load_policy, preset_names
from liaison.messaging.vocabulary import HELD_HOURS, Audience, HeldBy
from widgets.kit import Notice, Panels, Part, SettingsSearch, stack
from widgets.kit.writing import Writing
from widgets.messaging.fields import (
    changes_said,
    channel_matrix,
    channel_values,
    delay_fields,
    language_fields,
    promise_fields,
    purposes_said,
    writing_matrix,
)
from widgets.messaging.held_hours import HeldHoursSettings
from widgets.messaging.policy_name import changed_name
from widgets.messaging.start_from import StartFrom
from widgets.messaging.state import LabState
from widgets.messaging.suppositions import Suppositions
from widgets.texts import texts

t = texts("messaging")


class PolicySettings:
    """The settings side of the lab: `widget` is what is shown, `state.policy` what it reads and writes."""

    def __init__(self, state: LabState) -> None:
        self.state = state
        self._writing = Writing()
        self._opened = state.policy
        self.start = StartFrom(state)
        self.channels = channel_matrix(state.start)
        self.held = {setting: HeldHoursSettings(setting, state.start) for setting in HELD_HOURS}
        delays, promises = delay_fields(state.start), promise_fields(state.start)
        self.fields = {field.path: field for field in (*delays, *promises)}
        self.writers = writing_matrix(state.start)
        self.languages = language_fields()
        self.suppositions = Suppositions(state)
        self.fault = Notice(kind="erreur")
        self.panels = Panels(
            [
                *(t(f"panel-{name}") for name in ("start", "channels")),
                *HELD_HOURS.values(),
                *(t(f"panel-{name}") for name in ("delays", "writers", "promises", "suppose", "advanced")),
            ],
            [
                self.start.widget,
                self.channels,
                *(part.widget for part in self.held.values()),
                stack([field.part for field in delays]),
                self.writers,
                stack([*(field.part for field in promises), *self.languages.values()]),
                self.suppositions.widget,
                stack([self.start.seed]),
            ],
        )
        self.show(state.policy)
        for part, trait in self._controls():
            part.observe(self._changed, trait)
        state.observe(lambda change: self.show(change["new"]), "policy")
        state.observe(lambda _change: self._summarise(), ["hypotheses", "seed"])

    @cached_property
    def widget(self) -> ipywidgets.Widget:
        """Return the groups, under what searches them; made where they are shown."""
        return stack([self.fault, SettingsSearch(self.panels).widget])

    def _controls(self) -> Iterator[tuple[Part, str]]:
        yield self.channels, "value"
        yield self.writers, "value"
        held = (control for part in self.held.values() for control in part.controls)
        for part in (*(field.part for field in self.fields.values()), *self.languages.values(), *held):
            yield part, "value"

    def show(self, policy: Policy) -> None:
        """Set every part from a policy, and the words beside each group's title."""
        if not self._writing:
            with self._writing:
                self.channels.value = channel_values(policy)
                for part in self.held.values():
                    part.show(policy)
                for field in self.fields.values():
                    field.show(policy)
                self.writers.value = {row: dict(cells) for row, cells in policy.writing.items()}
                for language, box in self.languages.items():
                    box.value = language in policy.languages
                self._opened, self._as_opened = policy, self.read()
        self._summarise()

    def _summarise(self) -> None:
        seed = t("seed-summary", seed=str(self.state.seed))
        self.panels.summaries = [*summaries(self.state.policy), self.suppositions.summary(), seed]

    def _read_languages(self, policy: Policy) -> tuple[str, ...]:
        """Return the languages ticked, after those that have no box, in the policy's own order when none changed."""
        boxes = {language: box.value for language, box in self.languages.items()}
        languages = [code for code in policy.languages if boxes.get(code, True)]
        return (*languages, *(code for code, ticked in boxes.items() if ticked and code not in languages))

    def _changed(self, _change: object) -> None:
        if self._writing:
            return
        try:
            policy = self._named(self.read())
        except (ValidationError, PolicyError) as error:
            # What was refused stays on screen with its reason; the policy keeps its last valid state.
            self.fault.title, self.fault.text = t("fault-title"), first_fault(error)
            return
        self.fault.title = self.fault.text = ""
        with self._writing:
            self.state.policy = policy

    def _named(self, policy: Policy) -> Policy:
        """Return the policy under its name: a model that was changed is said to be, wherever its figures are."""
        opened = self._opened
        policy = policy.changed(name=opened.name, description=opened.description)
        if policy == self._as_opened or opened.name not in {load_policy(name).name for name in preset_names()}:
            return policy
        return policy.changed(name=changed_name(opened.name), description=t("changed-description", name=opened.name))

    def read(self) -> Policy:
        """Return the policy that the parts say.

        Raises:
            ValidationError: what is on screen does not hold together.
        """
        policy = self.state.policy
        return policy.changed(
            purposes=purposes_said(policy, self.channels.value),
            writing=self.writers.value,
            languages=self._read_languages(policy),
            **{setting: part.read(policy) for setting, part in self.held.items()},
            **changes_said(policy, self.fields.values()),
        )


def summaries(policy: Policy) -> list[str]:
    """Return what each group of settings says in short, in the order of the panels."""
    channels = {channel for settings in policy.purposes.values() for channel in settings.channels}
    marks = policy.marks
    closed = sum(reach == "non" for cells in policy.writing.values() for reach in cells.values())
    reply = t("summary-reply", hours=policy.reply_within_hours) if policy.reply_within_hours else t("summary-no-reply")
    return [
        policy.name,
        t("summary-channels", count=len(channels)),
        *(t(f"summary-{setting}", **_held(policy, setting)) for setting in HELD_HOURS),
        t(
            "summary-marks",
            pupils=marks.pupils_after_days,
            parents=marks.pupils_after_days + marks.parents_after_pupils_days,
        ),
        t("summary-writers", closed=closed),
        reply,
    ]


def _held(policy: Policy, setting: HeldBy) -> dict[str, str]:
    """Return how many hours a week are held for each audience; quiet hours are those that are not suspended as well."""
    held = {}
    for audience in get_args(Audience):
        held[audience] = number(policy.held_hours(setting, audience)) + "\u00a0h"
    return held


def first_fault(error: Exception) -> str:
    """Return the first fault of a refused policy, in French."""
    if isinstance(error, ValidationError):
        return in_french(error.errors()[0])
    return str(error)
