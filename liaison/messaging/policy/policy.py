"""Ce qu'une équipe décide de sa messagerie : un réglage, vérifié, versionné, qui se lit et s'écrit en YAML ou JSON."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import numpy as np
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    field_validator,
    model_validator,
)

from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat
from liaison.base.languages import known_codes
from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.yaml_text import write_yaml
from liaison.messaging.vocabulary import (
    DAYS,
    HELD_HOURS,
    PURPOSES,
    Audience,
    Channel,
    Day,
    Fallback,
    HeldBy,
    Purpose,
    Recipients,
    Rhythm,
    chooses_recipients,
)
from liaison.school.vocabulary import MOST_CHANNELS, Reach, Writer, WritingGrid

phrase = french_beside(__file__)

POLICY_VERSION: Literal[2] = 2
HALF_HOURS = 48
DAY_MIN = 24 * 60
MOST_DAYS = 30  # avant qu'une note ne se voie
MOST_REPLY_HOURS = 24 * 14
MOST_RECALL_MINUTES = DAY_MIN
MOST_LANGUAGES = 200  # l'ISO 639-1 en nomme 183
PRESETS_FOLDER = Path(__file__).parents[1] / "presets"


class PolicyError(FrenchError):
    """What is wrong with a policy file, in French, with the place in the file and the accepted values."""


@cache
def minutes(clock: str) -> int:
    """Return the minutes since midnight of a local time "HH:MM" ("24:00" is the end of the day: 1440)."""
    match = re.fullmatch(r"([01][0-9]|2[0-4]):([0-5][0-9])", clock)
    if not match or (value := int(match[1]) * 60 + int(match[2])) > DAY_MIN:
        raise ValueError(phrase("pas-une-heure", clock=shown(clock)))
    return value


def _check_clock(clock: str) -> str:
    if minutes(clock) == DAY_MIN:
        raise ValueError(phrase("minuit-s-ecrit"))
    return clock


Clock = Annotated[str, AfterValidator(_check_clock)]


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PurposeSettings(_Settings):
    """How one purpose travels: its channel or channels, its paper or voice fallback, its rhythm, its recipients.

    The recipients of a parent's question are no choice: a policy keeps them as « tous », whatever its file says.
    """

    channels: Annotated[tuple[Channel, ...], Field(min_length=1, max_length=MOST_CHANNELS)]
    fallback: Fallback | None = None
    rhythm: Rhythm = "immediat"
    recipients: Recipients = "tous"

    @field_validator("channels")
    @classmethod
    def _no_channel_twice(cls, channels: tuple[Channel, ...]) -> tuple[Channel, ...]:
        if len(set(channels)) < len(channels):
            raise ValueError(phrase("canal-deux-fois"))
        return channels


class HeldHours(_Settings):
    """When something is held back for an audience: by weekday, ranges "HH:MM-HH:MM" on the half-hour; what passes."""

    week: dict[Day, Annotated[tuple[str, ...], Field(max_length=HALF_HOURS)]] = Field(default_factory=dict)
    school_holidays: bool = False
    public_holidays: bool = False
    passes: Annotated[tuple[Purpose, ...], Field(max_length=len(PURPOSES))] = ("urgence", "absence")

    @field_validator("week")
    @classmethod
    def _half_hour_ranges(cls, week: dict[Day, tuple[str, ...]]) -> dict[Day, tuple[str, ...]]:
        for day, ranges in week.items():
            for text in ranges:
                start, _, end = text.partition("-")
                first, last = minutes(start), minutes(end)
                if first % 30 or last % 30:
                    raise ValueError(phrase("demi-heures", day=day, range=text))
                if first >= last:
                    raise ValueError(phrase("fin-apres-debut", day=day, range=text))
        return week

    def mask(self) -> np.ndarray:
        """Return a bool array (7 days from Monday, 48 half-hours), True where it is held back."""
        return _mask(tuple(self.week.items())).copy()

    def holds_something(self) -> bool:
        """Say whether there is any time at all in these hours: in the week, in holidays or on public holidays."""
        return bool(self.mask().any()) or self.school_holidays or self.public_holidays

    def never_ends(self) -> bool:
        """Say whether the whole week is held: what waits for the end of these hours waits for ever."""
        return bool(self.mask().all())

    @classmethod
    def week_from_mask(cls, held: np.ndarray | Sequence[Sequence[bool]]) -> dict[Day, tuple[str, ...]]:
        """Return the `week` ranges of a (7, 48) bool array: the inverse of `mask`."""
        week: dict[Day, tuple[str, ...]] = {}
        for day, row in zip(DAYS, np.asarray(held, dtype=bool), strict=True):
            if row.any():
                week[day] = tuple(f"{_clock(start * 30)}-{_clock(end * 30)}" for start, end in runs(row))
        return week


@lru_cache(maxsize=1024)  # a search reads the same few weeks a hundred thousand times
def _mask(week: tuple[tuple[Day, tuple[str, ...]], ...]) -> np.ndarray:
    held = np.zeros((7, HALF_HOURS), dtype=bool)
    for day, ranges in week:
        for text in ranges:
            start, _, end = text.partition("-")
            held[DAYS.index(day), minutes(start) // 30 : minutes(end) // 30] = True
    return held


def runs(held: np.ndarray) -> np.ndarray:
    """Return (runs, 2): where each unbroken run of True starts, and where it ends (the first place that is not it)."""
    return np.flatnonzero(np.diff(np.concatenate([[False], held, [False]]).astype(int))).reshape(-1, 2)


def _clock(value: int) -> str:
    return f"{value // 60:02d}:{value % 60:02d}"


class MarksSettings(_Settings):
    """When a mark becomes visible: days after the test for pupils, further days for parents, and the hour."""

    pupils_after_days: Annotated[int, Field(ge=0, le=MOST_DAYS)] = 1
    parents_after_pupils_days: Annotated[int, Field(ge=0, le=MOST_DAYS)] = 1
    published_at: Clock | None = None  # None : dès que le délai est écoulé, à l'heure de la saisie


class Digests(_Settings):
    """When grouped notifications leave."""

    daily_at: Clock = "18:00"
    weekly_on: Day = "vendredi"
    weekly_at: Clock = "17:00"


OPEN_WRITING: WritingGrid = {writer: dict.fromkeys(get_args(Writer), "etablissement") for writer in get_args(Writer)}


def _never() -> dict[Audience, HeldHours]:
    return {audience: HeldHours() for audience in get_args(Audience)}


class Policy(_Settings):
    """What a team decides, whole: purposes, hours, delays, who writes to whom, promises, languages.

    `suspended` and `quiet` are two things: hours when nothing is published (it appears when they end), and hours when
    what is published rings no telephone until they end.
    """

    version: Literal[2] = POLICY_VERSION
    name: str
    description: str = ""
    purposes: dict[Purpose, PurposeSettings]
    suspended: dict[Audience, HeldHours] = Field(default_factory=_never)
    quiet: dict[Audience, HeldHours]
    marks: MarksSettings = MarksSettings()
    digests: Digests = Digests()
    homework_by: Clock | None = None  # heure limite de saisie, None : pas de limite
    writing: WritingGrid = OPEN_WRITING
    reply_within_hours: Annotated[int, Field(ge=1, le=MOST_REPLY_HOURS)] | None = None
    recall_minutes: Annotated[int, Field(ge=0, le=MOST_RECALL_MINUTES)] = 0
    languages: Annotated[tuple[str, ...], Field(min_length=1, max_length=MOST_LANGUAGES)] = ("fr",)

    @model_validator(mode="after")
    def _complete(self) -> Policy:
        missing = [PURPOSES[purpose] for purpose in PURPOSES if purpose not in self.purposes]
        if missing:
            raise ValueError(phrase("motifs-sans-reglage", purposes=", ".join(missing)))
        for setting, label in HELD_HOURS.items():
            unknown = set(get_args(Audience)) - set(self.hours(setting))
            if unknown:
                audiences = ", ".join(sorted(unknown))
                raise ValueError(phrase("heures-sans-reglage", hours=label.lower(), audiences=audiences))
        for writer in get_args(Writer):
            if set(self.writing.get(writer, {})) != set(get_args(Writer)):
                raise ValueError(phrase("qui-ecrit-a-qui", writer=writer))
        return self

    @field_validator("purposes")
    @classmethod
    def _a_question_has_one_way(cls, purposes: dict[Purpose, PurposeSettings]) -> dict[Purpose, PurposeSettings]:
        # It goes to one teacher of the class: a policy that says which responsables get it is one that says nothing.
        changes = {"recipients": "tous"}
        return {
            purpose: settings if chooses_recipients(purpose) else settings.model_copy(update=changes)
            for purpose, settings in purposes.items()
        }

    @field_validator("languages")
    @classmethod
    def _known_and_french_among_them(cls, languages: tuple[str, ...]) -> tuple[str, ...]:
        if unknown := [code for code in languages if code not in known_codes()]:
            raise ValueError(phrase("pas-une-langue", code=shown(unknown[0])))
        # The others are written beside it: a policy without French would leave its readers nothing.
        return languages if "fr" in languages else ("fr", *languages)

    def hours(self, setting: HeldBy) -> dict[Audience, HeldHours]:
        """Return the hours of one of the two settings that hold something back, by audience."""
        return self.suspended if setting == "suspended" else self.quiet

    def holding(self, audience: Audience, purpose: Purpose) -> list[HeldBy]:
        """Return the settings that hold a purpose back at some time, for an audience."""
        hours = {setting: self.hours(setting)[audience] for setting in HELD_HOURS}
        return [setting for setting, held in hours.items() if held.holds_something() and purpose not in held.passes]

    def held(self, audience: Audience, purpose: Purpose) -> np.ndarray:
        """Return the (7, 48) mask of the half-hours when a purpose waits for an audience, under both settings."""
        masks = [self.hours(setting)[audience].mask() for setting in self.holding(audience, purpose)]
        return np.logical_or.reduce(masks) if masks else HeldHours().mask()

    def held_hours(self, setting: HeldBy, audience: Audience) -> float:
        """Return how many hours a week a setting alone holds; quiet hours are those that are not suspended as well."""
        mask = self.hours(setting)[audience].mask()
        if setting == "quiet":
            mask &= ~self.suspended[audience].mask()
        return int(mask.sum()) / 2

    def silences(self, audience: Audience, purpose: Purpose) -> HeldBy | None:
        """Return what never comes of a purpose on a screen: `suspended`, it never appears; `quiet`, it never rings.

        Two settings that each leave some hours free may leave none together: it appears, and then never rings.
        """
        if "suspended" in self.holding(audience, purpose) and self.suspended[audience].never_ends():
            return "suspended"
        return "quiet" if self.held(audience, purpose).all() else None

    def never_rests_together(self, audience: Audience) -> bool:
        """Say whether the two settings hold the whole week between them, neither of them alone."""
        both = [self.hours(setting)[audience] for setting in HELD_HOURS]
        whole = np.logical_or.reduce([hours.mask() for hours in both]).all()
        return bool(whole) and not any(hours.never_ends() for hours in both)

    def with_purpose(self, purpose: Purpose, **changes: object) -> Policy:
        """Return the policy with some settings of one purpose changed, checked again."""
        settings = self.purposes[purpose].model_dump() | changes
        return self.changed(purposes={**self.purposes, purpose: PurposeSettings.model_validate(settings)})

    def changed(self, **changes: object) -> Policy:
        """Return the policy with some fields changed, checked again (`model_copy` does not check)."""
        return Policy.model_validate({**dict(self), **changes})


# What the first model of the circulaire said of it, hours when nothing rings, is not what it asks for.
_FIRST_MODEL = re.compile("circulaire du 10 juillet 2025")


def _ringing_only(first: dict[str, Any]) -> dict[str, Any]:
    # The first version knew one thing, hours when nothing rings: it suspended no publication. Models that now suspend
    # it kept their names: a file that bears one of these is another policy, and says so.
    name, description = first.get("name"), str(first.get("description", ""))
    models = (load_policy(preset) for preset in preset_names())
    if "suspended" in first:  # written by hand since: it suspends what it says it does
        return first
    if name not in {model.name for model in models if any(map(HeldHours.holds_something, model.suspended.values()))}:
        return first
    own = "" if _FIRST_MODEL.search(description) else f" {description}"
    described = f"{phrase('premiere-version')}{own}".strip()
    return {**first, "name": phrase("en-heures-calmes", name=name), "description": described}


POLICY_FILE = FileFormat(
    Policy,
    POLICY_VERSION,
    partial(phrase, "une-politique"),
    "name, purposes, quiet…",
    PolicyError,
    PRESETS_FOLDER,
    upgrades={1: _ringing_only},
)


def parse_policy(content: str | bytes, source: str = phrase("le-fichier")) -> Policy:
    """Return the policy written in a text, or in a file as it came (YAML or JSON).

    Raises:
        PolicyError: in French, one line per fault: where it is, what is expected.
    """
    return POLICY_FILE.parse(content, source)


def load_policy(source: str | Path) -> Policy:
    """Return the policy of a preset name (see `preset_names`) or of a YAML or JSON file.

    Raises:
        PolicyError: unknown preset, unreadable file, or a policy that does not hold together.
    """
    return POLICY_FILE.load(source)


def preset_names() -> list[str]:
    """Return the names of the policies that ship with the suite, sorted."""
    return POLICY_FILE.preset_names()


@cache
def model_names() -> frozenset[str]:
    """Return what the models of the suite are called; a policy changed since, or a school's own, has another name."""
    return frozenset(load_policy(preset).name for preset in preset_names())


def to_yaml(policy: Policy) -> str:
    """Return the policy as YAML that a person can read and `parse_policy` reads back to an equal policy."""
    return write_yaml(policy.model_dump(mode="json"), blocks_only=False)


__all__ = [
    "HALF_HOURS",
    "Digests",
    "HeldHours",
    "MarksSettings",
    "Policy",
    "PolicyError",
    "PurposeSettings",
    "Reach",
    "load_policy",
    "minutes",
    "model_names",
    "parse_policy",
    "preset_names",
    "runs",
    "to_yaml",
]
