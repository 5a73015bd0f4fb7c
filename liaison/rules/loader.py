"""Lire une règle, à une date : sa valeur, sa nature, sa source, comment on la connaît."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from liaison.base.dates import numeric_date
from liaison.base.faults import faults_in_french
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.yaml_text import place_of, read_yaml

phrase = french_beside(__file__)


Kind = Literal["loi", "reglement", "circulaire", "charte", "hypothese"]
# How a value is known: a person read the text, a third party tells what it says, or the suite chose the value.
KnownFrom = Literal["lu", "rapporte", "choisi"]
# How the title of a value that the suite chose begins: there is then no text to look up.
OURS = ("Hypothèse de la suite", "Proposition de la suite", "Table proposée par la suite", "Connaissance générale")
RULES_FOLDER = Path(__file__).parent


class RuleError(ValueError):
    """What is wrong with a rule, in a French sentence that says where to look."""


# Whoever writes a rule types ordinary spaces; what reaches a screen is set as French is.
Sentence = Annotated[str, AfterValidator(typeset)]


Address = Annotated[str, Field(pattern=r"^https?://[^\s]+$")]


class Reference(BaseModel):
    """Where a value comes from: title, article, how it is known, where it can be read, and what remains to be verified.

    `url` is the address of the text itself; where none is certain, `no_url` says why. `reported_url` is that of who
    reports it. `read_on` is the day on which a person read the text itself: nothing else makes a text « lu ». `since`
    is from when the source says that it holds, in its words ("la rentrée 2025"): the date of a value is not shown
    without.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Sentence
    article: Sentence | None = None
    url: Address | None = None
    no_url: Sentence | None = None
    read_on: dt.date | None = None
    reported_by: Sentence | None = None
    reported_url: Address | None = None
    since: Sentence | None = None
    note: Sentence | None = None

    @property
    def known(self) -> KnownFrom:
        """How the value is known."""
        return "lu" if self.read_on else "rapporte" if self.reported_by else "choisi"

    @model_validator(mode="after")
    def _one_way_of_knowing(self) -> Reference:
        if self.read_on and self.reported_by:
            raise ValueError(phrase("lu-ou-rapporte"))
        if self.reported_url and not self.reported_by:
            raise ValueError(phrase("adresse-de-qui-rapporte"))
        if self.since and not self.reported_by:
            raise ValueError(phrase("depuis-de-qui-rapporte"))
        if not self.title.startswith(OURS) and not (self.url or self.no_url):
            raise ValueError(phrase("adresse-ou-raison"))
        return self


class RuleFile(BaseModel):
    """A rule as it stands in its YAML file: values and references by the date from which they hold."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: Sentence
    kind: Kind
    unit: Sentence
    values: Annotated[dict[dt.date, Any], Field(min_length=1)]
    reference: Annotated[dict[dt.date, Reference], Field(min_length=1)]
    checked_on: dt.date

    @model_validator(mode="after")
    def _each_value_has_its_reference(self) -> RuleFile:
        if set(self.values) != set(self.reference):
            raise ValueError(phrase("memes-dates"))
        return self

    @model_validator(mode="after")
    def _only_a_hypothesis_is_chosen(self) -> RuleFile:
        if self.kind != "hypothese" and any(reference.known == "choisi" for reference in self.reference.values()):
            raise ValueError(phrase("ni-lu-ni-rapporte"))
        return self


class Rule(BaseModel):
    """A rule as it holds on one day: what a screen needs for a setting and its badge."""

    model_config = ConfigDict(frozen=True)

    name: str
    label: str
    kind: Kind
    unit: str
    value: Any
    since: dt.date
    reference: Reference
    checked_on: dt.date

    @property
    def binding(self) -> bool:
        """Whether it is an obligation: a law or a règlement."""
        return self.kind in ("loi", "reglement")


@cache
def rule_file(name: str) -> RuleFile:
    """Return the whole rule `name` (for instance "messagerie/publication_suspendue"), every date included.

    Raises:
        RuleError: no such rule, or a file that does not hold together.
    """
    path = RULES_FOLDER / f"{name}.yaml"
    if not path.is_file():
        raise RuleError(phrase("regle-inconnue", name=name, known=", ".join(rule_names())))
    try:
        return RuleFile.model_validate(raw := read_yaml(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as error:
        raise RuleError(phrase("pas-du-yaml", name=name, place=place_of(error))) from error
    except ValidationError as error:
        faults = " ; ".join(faults_in_french(error, raw))
        raise RuleError(phrase("mal-formee", name=name, faults=faults)) from error


def rule(name: str, on: dt.date) -> Rule:
    """Return the rule `name` as it holds on the day `on`.

    Raises:
        RuleError: no such rule, or no value at that date yet.
    """
    file = rule_file(name)
    dates = [date for date in file.values if date <= on]
    if not dates:
        first = min(file.values)
        raise RuleError(phrase("pas-encore-de-valeur", name=name, day=numeric_date(on), first=numeric_date(first)))
    since = max(dates)
    return Rule(
        name=name,
        label=file.label,
        kind=file.kind,
        unit=file.unit,
        value=file.values[since],
        since=since,
        reference=file.reference[since],
        checked_on=file.checked_on,
    )


def rule_names() -> list[str]:
    """Return the name of every rule, sorted."""
    return sorted(str(path.relative_to(RULES_FOLDER).with_suffix("")) for path in RULES_FOLDER.rglob("*.yaml"))
