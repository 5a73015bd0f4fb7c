"""Les réglages d'une messagerie, à l'écran : chaque partie lit la politique, et l'écrit quand on y touche."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast, get_args

import ipywidgets
import numpy as np
from pydantic import ValidationError

from liaison.faults import in_french
from liaison.messaging.policy import Policy, PolicyError, QuietHours, load_policy, parse_policy, preset_names
from liaison.messaging.vocabulary import (
    AUDIENCES,
    CHANNELS,
    DAYS,
    PURPOSES,
    RECIPIENTS,
    RHYTHMS,
    Audience,
    Channel,
    Purpose,
)
from liaison.rules import rule
from liaison.school.vocabulary import Reach, Writer
from widgets.kit import (
    CheckField,
    FileIn,
    Matrix,
    Notice,
    Panels,
    Part,
    RangeField,
    SelectField,
    TimeField,
    WeekGrid,
    badge_of,
)
from widgets.messaging.state import LabState, scenario
from widgets.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

t = texts("messaging")
NONE = "aucun"
FALLBACKS: tuple[Channel, ...] = ("carnet", "affichage", "telephone")
LANGUAGES = ("fr", "ar", "tr", "pt", "es", "en", "uk", "ru", "ro")


def badge(name: str, on: dt.date) -> dict[str, Any]:
    """Return the badge of the rule on which a setting rests."""
    return badge_of(rule(name, on))


def options(labels: dict[Any, str]) -> list[dict[str, str]]:
    """Return select options of a vocabulary, in its order."""
    return [{"value": value, "label": label} for value, label in labels.items()]


class PolicySettings:
    """The settings side of the lab: `widget` is what is shown, `state.policy` what it reads and writes."""

    def __init__(self, state: LabState) -> None:
        self.state = state
        self._writing = False
        self.start = StartFrom(state)
        self.channels = channel_matrix(state.start)
        self.quiet = QuietSettings(state.start)
        self.delays = delay_fields(state.start)
        self.writers = writing_matrix(state.start)
        self.promises = promise_fields(state.start)
        self.fault = Notice(kind="erreur")
        self.panels = Panels(
            [t(f"panel-{name}") for name in ("start", "channels", "quiet", "delays", "writers", "promises")],
            [
                self.start.widget,
                self.channels,
                self.quiet.widget,
                ipywidgets.VBox(list(self.delays.values())),
                self.writers,
                ipywidgets.VBox(list(self.promises.values())),
            ],
        )
        self.widget = ipywidgets.VBox([self.fault, self.panels])
        self.show(state.policy)
        for part, trait in self._controls():
            part.observe(self._changed, trait)
        state.observe(lambda change: self.show(change["new"]), "policy")

    def _controls(self) -> Iterator[tuple[Part, str]]:
        yield self.channels, "value"
        yield self.writers, "value"
        for part in (*self.delays.values(), *self.promises.values(), *self.quiet.controls):
            yield part, "value"

    @contextmanager
    def _silently(self) -> Iterator[None]:
        """Write to the parts without reading them back."""
        before, self._writing = self._writing, True
        try:
            yield
        finally:
            self._writing = before

    def show(self, policy: Policy) -> None:
        """Set every part from a policy, and the words beside each group's title."""
        if not self._writing:
            with self._silently():
                self.channels.value = channel_values(policy)
                self.quiet.show(policy)
                self.delays["pupils"].value = policy.marks.pupils_after_days
                self.delays["parents"].value = policy.marks.parents_after_pupils_days
                self.delays["published_at"].value = policy.marks.published_at or ""
                self.delays["homework_by"].value = policy.homework_by or ""
                for name in ("daily_at", "weekly_on", "weekly_at"):
                    self.delays[name].value = getattr(policy.digests, name)
                self.writers.value = {row: dict(cells) for row, cells in policy.writing.items()}
                self.promises["reply"].value = policy.reply_within_hours or 0
                self.promises["recall"].value = policy.recall_minutes
                for language, part in self.languages():
                    part.value = language in policy.languages
        self.panels.summaries = summaries(policy)

    def languages(self) -> Iterator[tuple[str, CheckField]]:
        """The language boxes, by code."""
        for language in LANGUAGES[1:]:
            part = self.promises[language]
            assert isinstance(part, CheckField)
            yield language, part

    def _read_languages(self, policy: Policy) -> tuple[str, ...]:
        """Return the languages ticked, after those that have no box, in the policy's own order when none changed."""
        boxes = {language: part.value for language, part in self.languages()}
        kept = [code for code in policy.languages if boxes.get(code, True)]
        return (*kept, *(code for code, ticked in boxes.items() if ticked and code not in kept))

    def _changed(self, _change: object) -> None:
        if self._writing:
            return
        try:
            policy = self.read()
        except (ValidationError, PolicyError) as error:
            # What was refused stays on screen with its reason; the policy keeps its last valid state.
            self.fault.title, self.fault.text = t("fault-title"), first_fault(error)
            return
        self.fault.title = self.fault.text = ""
        with self._silently():
            self.state.policy = policy

    def read(self) -> Policy:
        """Return the policy that the parts say.

        Raises:
            ValidationError: what is on screen does not hold together.
        """
        policy = self.state.policy
        purposes = {
            purpose: {
                "channels": shown_channels(cells) + unshown_channels(policy, purpose, cells),
                "fallback": None if cells["fallback"] == NONE else cells["fallback"],
                "rhythm": cells["rhythm"],
                "recipients": cells["recipients"],
            }
            for purpose, cells in ((purpose, self.channels.value[purpose]) for purpose in PURPOSES)
        }
        return policy.changed(
            purposes=purposes,
            quiet=self.quiet.read(policy),
            marks={
                "pupils_after_days": int(self.delays["pupils"].value),
                "parents_after_pupils_days": int(self.delays["parents"].value),
                "published_at": self.delays["published_at"].value or None,
            },
            digests={
                name: self.delays[name].value or getattr(policy.digests, name)
                for name in ("daily_at", "weekly_on", "weekly_at")
            },
            homework_by=self.delays["homework_by"].value or None,
            writing=self.writers.value,
            reply_within_hours=int(self.promises["reply"].value) or None,
            recall_minutes=int(self.promises["recall"].value),
            languages=self._read_languages(policy),
        )


class StartFrom:
    """Where the policy comes from: a preset of the suite or a file; and the school on which it is tried."""

    def __init__(self, state: LabState) -> None:
        self.state = state
        presets = {name: load_policy(name).name for name in preset_names()}
        self.preset = SelectField(label=t("preset"), help=t("preset-help"), options=options(presets))
        self.open = FileIn(label=t("open-policy"), help=t("open-policy-help"), accept=".yaml,.yml,.json")
        self.said = Notice()
        values = scenario()
        # Names only: the generator and pandas are imported at the first simulation.
        self.school = SelectField(label=t("school"), help=t("school-help"), options=school_options())
        self.school.value = state.school
        self.weeks = RangeField(
            label=t("weeks"), min=values["weeks"]["minimum"], max=values["weeks"]["maximum"], unit=t("weeks-unit")
        )
        self.weeks.value = state.weeks
        self.seed = RangeField(
            label=t("seed"), help=t("seed-help"), min=values["seed"]["minimum"], max=values["seed"]["maximum"]
        )
        self.seed.value = state.seed
        self.preset.observe(self._take_preset, "value")
        self.open.on_file(self._take_file)
        for part, name in ((self.school, "school"), (self.weeks, "weeks"), (self.seed, "seed")):
            part.observe(self._set(name), "value")
        self.widget = ipywidgets.VBox([self.preset, self.open, self.said, self.school, self.weeks, self.seed])

    def _set(self, name: str) -> Callable[[Any], None]:
        def put(change: Any) -> None:
            if change["new"] != "":
                setattr(self.state, name, change["new"] if name == "school" else int(change["new"]))

        return put

    def _take_preset(self, change: Any) -> None:
        if change["new"]:
            self.state.policy = load_policy(change["new"])

    def _take_file(self, name: str, content: bytes) -> None:
        try:
            self.state.policy = parse_policy(content.decode("utf-8-sig"), f"« {name} »")
        except (PolicyError, UnicodeDecodeError) as error:
            self.said.kind, self.said.title = "erreur", t("open-policy-refused", name=name)
            self.said.text = str(error) if isinstance(error, PolicyError) else t("open-policy-encoding")
            return
        self.said.kind, self.said.title = "information", t("open-policy-done", name=self.state.policy.name)
        self.said.text = ""


class QuietSettings:
    """Quiet hours: one week grid for the audience chosen, holidays, and what passes for each audience."""

    def __init__(self, on: dt.date) -> None:
        self.audience = SelectField(label=t("quiet-audience"), options=options(AUDIENCES))
        self.audience.value = "responsables"
        self.grid = WeekGrid(
            label=t("quiet-grid"), help=t("quiet-grid-help"), badge=badge("messagerie/plage_silencieuse", on)
        )
        self.holidays = CheckField(label=t("quiet-holidays"))
        self.public = CheckField(label=t("quiet-public"))
        self.passes = Matrix(
            label=t("passes"),
            help=t("passes-help"),
            corner=t("purpose"),
            rows=[{"id": key, "label": label} for key, label in PURPOSES.items()],
            columns=[{"id": key, "label": label, "kind": "checkbox"} for key, label in AUDIENCES.items()],
        )
        self._hours: dict[Audience, QuietHours] = {}
        self.audience.observe(lambda _change: self._show_audience(), "value")
        self.controls = (self.grid, self.holidays, self.public, self.passes)
        self._showing = False
        self.widget = ipywidgets.VBox([self.audience, self.grid, self.holidays, self.public, self.passes])

    def show(self, policy: Policy) -> None:
        """Set the parts from a policy, for the audience chosen."""
        self._hours = dict(policy.quiet)
        self.passes.value = {
            purpose: {audience: purpose in hours.passes for audience, hours in policy.quiet.items()}
            for purpose in PURPOSES
        }
        self._show_audience()

    def _show_audience(self) -> None:
        hours = self._hours[cast(Audience, self.audience.value or "responsables")]
        self._showing = True
        self.holidays.value, self.public.value = hours.school_holidays, hours.public_holidays
        self.grid.value = hours.mask().tolist()
        self._showing = False

    def read(self, policy: Policy) -> dict[Audience, QuietHours]:
        """Return the quiet hours of every audience, with what the parts say of the one shown."""
        shown = self.audience.value or "responsables"
        result: dict[Audience, QuietHours] = {}
        for audience, hours in policy.quiet.items():
            passes = tuple(purpose for purpose in PURPOSES if self.passes.value[purpose][audience])
            # The order of what passes says nothing: it stays as the file has it.
            changes: dict[str, Any] = {"passes": hours.passes if set(passes) == set(hours.passes) else passes}
            # While another audience is being put on the grid, its parts say nothing yet.
            if audience == shown and not self._showing:
                changes |= {
                    "week": QuietHours.week_from_mask(np.asarray(self.grid.value)),
                    "school_holidays": self.holidays.value,
                    "public_holidays": self.public.value,
                }
            result[audience] = QuietHours.model_validate({**dict(hours), **changes})
        self._hours = dict(result)
        return result


def channel_matrix(on: dt.date) -> Matrix:
    """Return the purpose × channel matrix."""
    none: dict[str, str] = {NONE: t("none")}
    columns: dict[str, Any] = {
        "channel": CHANNELS,
        "second": {**none, **CHANNELS},
        "fallback": {**none, **{key: CHANNELS[key] for key in FALLBACKS}},
        "rhythm": RHYTHMS,
        "recipients": RECIPIENTS,
    }
    rules = {"absence": "absence/signalement", "mot": "parents/deux_responsables"}
    return Matrix(
        label=t("channels"),
        help=t("channels-help"),
        corner=t("purpose"),
        rows=[
            {"id": key, "label": label, **({"badge": badge(rules[key], on)} if key in rules else {})}
            for key, label in PURPOSES.items()
        ],
        columns=[
            {"id": key, "label": t(f"column-{key}"), "kind": "select", "options": options(labels)}
            for key, labels in columns.items()
        ],
    )


def channel_values(policy: Policy) -> dict[str, dict[str, str]]:
    """Return the matrix's cells for a policy (a third channel is kept but not shown: two are already too many)."""
    return {
        purpose: {
            "channel": settings.channels[0],
            "second": settings.channels[1] if len(settings.channels) > 1 else NONE,
            "fallback": settings.fallback or NONE,
            "rhythm": settings.rhythm,
            "recipients": settings.recipients,
        }
        for purpose, settings in policy.purposes.items()
    }


def shown_channels(cells: dict[str, Any]) -> list[str]:
    """Return the one or two channels that a row of the matrix says."""
    return [cells["channel"], *([cells["second"]] if cells["second"] != NONE else [])]


def unshown_channels(policy: Policy, purpose: Purpose, cells: dict[str, Any]) -> list[str]:
    """Return the third channel of a purpose, which the matrix does not show, as long as the first two stand."""
    channels = policy.purposes[purpose].channels
    return list(channels[2:]) if shown_channels(cells) == list(channels[:2]) else []


def delay_fields(on: dt.date) -> dict[str, Any]:
    """Return the fields of marks, homework and digests, by name."""
    days = {"min": 0, "max": 30, "unit": t("days-unit")}
    return {
        "pupils": RangeField(label=t("marks-pupils"), badge=badge("notes/delai_eleves", on), **days),
        "parents": RangeField(label=t("marks-parents"), badge=badge("notes/delai_parents", on), **days),
        "published_at": TimeField(label=t("marks-published"), none_label=t("marks-published-none")),
        "homework_by": TimeField(label=t("homework-by"), help=t("homework-by-help"), none_label=t("homework-by-none")),
        "daily_at": TimeField(label=t("daily-at"), help=t("daily-at-help")),
        "weekly_on": SelectField(label=t("weekly-on"), options=options({day: day for day in DAYS})),
        "weekly_at": TimeField(label=t("weekly-at"), help=t("weekly-at-help")),
    }


def writing_matrix(on: dt.date) -> Matrix:
    """Return the who-writes-to-whom matrix."""
    reaches = {reach: t(f"reach-{reach}") for reach in get_args(Reach)}
    return Matrix(
        label=t("writers"),
        help=t("writers-help"),
        corner=t("writer"),
        rows=[{"id": writer, "label": t(f"writer-{writer}")} for writer in get_args(Writer)],
        columns=[
            {"id": writer, "label": t(f"writer-{writer}"), "kind": "select", "options": options(reaches)}
            for writer in get_args(Writer)
        ],
    )


def promise_fields(on: dt.date) -> dict[str, Any]:
    """Return the fields of promises and languages, by name."""
    return {
        "reply": RangeField(label=t("reply"), help=t("reply-help"), min=0, max=336, step=12, unit=t("hours-unit")),
        "recall": RangeField(
            label=t("recall"),
            min=0,
            max=1440,
            step=15,
            unit=t("minutes-unit"),
            badge=badge("messagerie/delai_rappel", on),
        ),
        **{code: CheckField(label=t(f"language-{code}")) for code in LANGUAGES[1:]},
    }


def summaries(policy: Policy) -> list[str]:
    """Return what each group of settings says in short, in the order of the panels."""
    channels = {channel for settings in policy.purposes.values() for channel in settings.channels}
    quiet = int(policy.quiet["responsables"].mask().sum()) // 2
    marks = policy.marks
    closed = sum(reach == "non" for cells in policy.writing.values() for reach in cells.values())
    reply = t("summary-reply", hours=policy.reply_within_hours) if policy.reply_within_hours else t("summary-no-reply")
    return [
        policy.name,
        t("summary-channels", count=len(channels)),
        t("summary-quiet", hours=quiet),
        t(
            "summary-marks",
            pupils=marks.pupils_after_days,
            parents=marks.pupils_after_days + marks.parents_after_pupils_days,
        ),
        t("summary-writers", closed=closed),
        reply,
    ]


def first_fault(error: Exception) -> str:
    """Return the first fault of a refused policy, in French."""
    if isinstance(error, ValidationError):
        return in_french(error.errors()[0])
    return str(error)


def school_options() -> list[dict[str, str]]:
    """Return the fictitious schools that ship with the suite, by preset name."""
    from liaison.school.aggregates import load_preset
    from liaison.school.aggregates import preset_names as school_names

    return [{"value": name, "label": load_preset(name).name} for name in school_names()]
