"""Lire une règle, à une date : sa valeur, sa nature, sa source et le jour où quelqu'un l'a vérifiée."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from liaison.faults import faults_in_french
from liaison.typography import typeset
from liaison.yaml_text import place_of, read_yaml

Kind = Literal["loi", "reglement", "circulaire", "charte", "hypothese"]
RULES_FOLDER = Path(__file__).parent


class RuleError(ValueError):
    """What is wrong with a rule, in a French sentence that says where to look."""


# Whoever writes a rule types ordinary spaces; what reaches a screen is set as French is.
Sentence = Annotated[str, AfterValidator(typeset)]


class Reference(BaseModel):
    """Where a value was read: title, article, place on the web if any, and what remains to be verified."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Sentence
    article: Sentence | None = None
    url: str | None = None
    note: Sentence | None = None


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
            raise ValueError("values et reference doivent porter les mêmes dates")
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


@cache
def rule_file(name: str) -> RuleFile:
    """Return the whole rule `name` (for instance "messagerie/plage_silencieuse"), every date included.

    Raises:
        RuleError: no such rule, or a file that does not hold together.
    """
    path = RULES_FOLDER / f"{name}.yaml"
    if not path.is_file():
        raise RuleError(f"La règle « {name} » n'existe pas. Règles connues : {', '.join(rule_names())}.")
    try:
        return RuleFile.model_validate(read_yaml(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as error:
        raise RuleError(
            f"Le fichier de la règle « {name} » est mal formé{place_of(error)} : ce n'est pas du YAML."
        ) from error
    except ValidationError as error:
        faults = " ; ".join(faults_in_french(error))
        raise RuleError(f"Le fichier de la règle « {name} » est mal formé : {faults}") from error


def rule(name: str, on: dt.date) -> Rule:
    """Return the rule `name` as it holds on the day `on`.

    Raises:
        RuleError: no such rule, or no value at that date yet.
    """
    found = rule_file(name)
    dates = [date for date in found.values if date <= on]
    if not dates:
        first = min(found.values)
        raise RuleError(
            f"La règle « {name} » n'a pas de valeur au {on:%d/%m/%Y} : la première date du {first:%d/%m/%Y}."
        )
    since = max(dates)
    return Rule(
        name=name,
        label=found.label,
        kind=found.kind,
        unit=found.unit,
        value=found.values[since],
        since=since,
        reference=found.reference[since],
        checked_on=found.checked_on,
    )


def rule_names() -> list[str]:
    """Return the name of every rule, sorted."""
    return sorted(str(path.relative_to(RULES_FOLDER).with_suffix("")) for path in RULES_FOLDER.rglob("*.yaml"))
