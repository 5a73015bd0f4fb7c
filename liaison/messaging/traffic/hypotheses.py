"""Ce que la simulation suppose du trafic et des familles : des hypothèses datées, à modifier, jamais des résultats."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from liaison.base.faults import FrenchError, faults_in_french
from liaison.base.sentences import french_beside
from liaison.base.yaml_text import place_of, read_yaml
from liaison.messaging.policy.policy import minutes
from liaison.messaging.vocabulary import Purpose
from liaison.rules import rule
from liaison.school.vocabulary import SchoolKind

phrase = french_beside(__file__)

# Beyond a year a delay is a slip of the keyboard, and the engine counts its minutes on 32 bits.
YEAR_MIN = 365 * 24 * 60
Share = Annotated[float, Field(ge=0, le=1)]
Skill = Literal["autonome", "fragile", "non_utilisateur"]
Habit = Literal["quotidienne", "hebdomadaire", "rare", "aucune"]
# Before that hour, a clock change may repeat a minute of the day, or skip it.
EARLIEST_VISIT = 3 * 60
RULES = {
    "traffic": "trafic",
    "visits": "connexions",
    "reaction": "reaction",
    "fatigue": "fatigue",
    "paper": "papier",
    "phone": "telephone",
    "language": "langue",
    "hours": "veille",
    "moments": "moments",
}


def range_of(text: str) -> tuple[int, int]:
    """Return the two ends of "HH:MM-HH:MM", in minutes since midnight."""
    start, _, end = text.partition("-")
    return minutes(start), minutes(end)


def _span(text: str) -> str:
    start, end = range_of(text) if text.count("-") == 1 else (0, 0)
    if start >= end:
        raise ValueError(phrase("une-plage", range=text))
    return text


def _half_hours(text: str) -> str:
    if any(end % 30 for end in range_of(text)):
        raise ValueError(phrase("demi-heures", range=text))
    return text


def _clock(text: str) -> str:
    minutes(text)
    return text


Clock = Annotated[str, AfterValidator(_clock)]
Span = Annotated[str, AfterValidator(_span)]
HalfHours = Annotated[Span, AfterValidator(_half_hours)]
Wait = Annotated[int, Field(ge=0, le=YEAR_MIN)]


class _Values(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Useful(_Values):
    """Until when a message is of use: minutes after it is written, or a number of class days and an hour."""

    minutes: Annotated[int, Field(ge=1, le=YEAR_MIN)] | None = None
    jours: Annotated[int, Field(ge=0, le=365)] | None = None
    a: Clock = "20:00"

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Useful:
        if (self.minutes is None) == (self.jours is None):
            raise ValueError(phrase("minutes-ou-jours", example="{minutes: null, jours: 2, a: '20:00'}"))
        return self


class PurposeTraffic(_Values):
    """How often a purpose arises, when it is written, how long it is of use, and whether pupils get it too."""

    unite: Literal["eleve", "classe", "etablissement"]
    par_semaine: dict[SchoolKind, Annotated[float, Field(ge=0, le=50)]]
    saisie: dict[Span, Annotated[float, Field(gt=0, le=100_000)]]
    utile: Useful
    eleves: bool = False


class Reaction(_Values):
    """How likely a notification is opened, and after what median delay in minutes."""

    ouvre: dict[Skill, Share]
    ouvre_sms: Share
    ouvre_courriel: dict[Skill, Share]
    delai_median_min: dict[Literal["ent", "sms", "courriel"], Annotated[float, Field(gt=0, le=YEAR_MIN)]]
    eleve_ouvre: Share
    personnel_ouvre: Share


class Fatigue(_Values):
    """How attention falls with each notification of the week beyond a threshold, down to a floor."""

    seuil_par_semaine: Annotated[int, Field(ge=0, le=1000)]
    baisse: Share
    plancher: Share


class Paper(_Values):
    """What becomes of paper: lost in the bag, read the same evening, seen on the notice board."""

    perdu: dict[SchoolKind, Share]
    lu_le_soir_meme: dict[SchoolKind, Share]
    affiche_vue: dict[SchoolKind, Share]


class Phone(_Values):
    """How likely a call is answered, how many are tried, and how long before the first, in minutes."""

    repond: Share
    repond_travail_nuit: Share
    appels: Annotated[int, Field(ge=1, le=6)]
    delai_min: Wait


class Understanding(_Values):
    """How likely a family that does not read French easily understands a message in time."""

    comprend: Share


class Hours(_Values):
    """When people sleep (by day, by night) and when the office is open, as ranges of local time."""

    jour: tuple[HalfHours, ...]
    nuit: tuple[HalfHours, ...]
    bureau: tuple[HalfHours, ...]


class PaperRead(_Values):
    """Between how many minutes after the end of classes paper is read at home."""

    des_min: Wait
    avant_min: Wait

    @model_validator(mode="after")
    def _in_order(self) -> PaperRead:
        if self.des_min > self.avant_min:
            raise ValueError(phrase("a-echanger", first=self.des_min, last=self.avant_min))
        return self


class Moments(_Values):
    """When in the day the ENT is visited unprompted and paper is read; minutes between two calls."""

    visite: str
    visite_travail_nuit: str
    papier: PaperRead
    appels_ecart_min: Annotated[int, Field(ge=1, le=YEAR_MIN)]

    @field_validator("visite", "visite_travail_nuit")
    @classmethod
    def _a_range(cls, text: str) -> str:
        start, end = range_of(text)
        if start < EARLIEST_VISIT or start >= end:
            raise ValueError(phrase("plage-de-visite", range=text))
        return text


class SimulationHypotheses(_Values):
    """Every hypothesis of a simulation; each field is a rule of kind hypothese in liaison/rules/comportement."""

    traffic: dict[Purpose, PurposeTraffic]
    visits: dict[Habit, Share]
    reaction: Reaction
    fatigue: Fatigue
    paper: Paper
    phone: Phone
    language: Understanding
    hours: Hours
    moments: Moments


class HypothesesError(FrenchError):
    """What is wrong with a file of hypotheses, in French, with its place and what is expected."""


def load_hypotheses(on: dt.date) -> SimulationHypotheses:
    """Return the hypotheses that hold on the day `on`.

    Raises:
        RuleError: a hypothesis has no value at that date.
    """
    return SimulationHypotheses.model_validate(
        {field: rule(f"comportement/{name}", on).value for field, name in RULES.items()}
    )


def with_values(hypotheses: SimulationHypotheses, values: Mapping[str, Any]) -> SimulationHypotheses:
    """Return the hypotheses with some values replaced: nested mappings, as in `{"fatigue": {"baisse": 0}}`.

    Raises:
        HypothesesError: an unknown name, or a value that is not accepted.
    """
    merged = _merged(hypotheses.model_dump(), values, "")
    try:
        return SimulationHypotheses.model_validate(merged)
    except ValidationError as error:
        raise HypothesesError("\n".join([phrase("pas-valables"), *faults_in_french(error, merged)])) from error


def read_hypotheses(path: Path, on: dt.date) -> SimulationHypotheses:
    """Return the hypotheses of the day `on`, those that a YAML file names replaced by its own.

    Raises:
        HypothesesError: unreadable file, unknown name, value that is not accepted.
    """
    try:
        values = read_yaml(path.read_text(encoding="utf-8-sig"))
    except yaml.YAMLError as error:
        raise HypothesesError(phrase("pas-du-yaml", path=path, place=place_of(error))) from error
    except (OSError, UnicodeDecodeError) as error:
        raise HypothesesError(phrase("pas-lisible", path=path)) from error
    if not isinstance(values, dict):
        raise HypothesesError(phrase("nommer-des-hypotheses", path=path, example="fatigue: {baisse: 0}"))
    return with_values(load_hypotheses(on), values)


def _merged(known: dict[str, Any], values: Mapping[str, Any], place: str) -> dict[str, Any]:
    merged = dict(known)
    for name, value in values.items():
        if name not in known:
            raise HypothesesError(phrase("inconnue", name=f"{place}{name}", names=", ".join(known)))
        below = known[name]
        deeper = isinstance(below, dict) and isinstance(value, Mapping)
        merged[name] = _merged(below, value, f"{place}{name}.") if deeper else value
    return merged
