"""Ce que le diagnostic suppose : les règles `diagnostic/*`, réunies, vérifiées, et que l'équipe peut changer."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from liaison.disclosure.publication_rules import PublicationRules
from liaison.rules import rule, rule_file

Share = Annotated[float, Field(ge=0, le=1)]
Factor = Annotated[float, Field(gt=0, le=100)]
Skill = Literal["autonome", "fragile", "non_utilisateur"]
Device = Literal["ordinateur", "smartphone", "aucun"]
Way = Literal["en_ligne", "telephone", "papier"]
ONLINE: Way = "en_ligne"
WAYS: tuple[Way, ...] = ("en_ligne", "telephone", "papier")
# By which way a family answers; the last, by none.
LOWEST_PLACES = {"equipement": "insuffisant", "competences": "debutant"}  # by axis, where a family needs most
ANSWER_STATES = (*WAYS, "aucune")


class _Values(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class EquipmentAxis(_Values):
    """Which answers make an equipment insufficient, or shared; otherwise it is enough."""

    appareils_de_travail: tuple[str, ...]
    insuffisant: dict[str, tuple[str, ...]]
    partage: dict[str, tuple[str, ...]]


class SkillsAxis(_Values):
    """How many of the five gestures, done alone, make a family autonomous, or a beginner."""

    autonome: Annotated[int, Field(ge=1, le=5)]
    debutant: Annotated[int, Field(ge=0, le=4)]
    sans_aide: str


class Collection(_Values):
    """One way of asking: the probability that an equipped, autonomous family answers, and what changes its odds."""

    base: Share
    facteurs: dict[str, Factor]
    impossible: tuple[str, ...]


class SkippedQuestion(_Values):
    """Probability that a question is left out, and what changes its odds."""

    base: Share
    fragile: Factor
    lit_mal: Factor


class NonResponse(_Values):
    """Who answers, by way of asking."""

    en_ligne: Collection
    telephone: Collection
    papier: Collection
    question_sautee: SkippedQuestion


Firsts = tuple[Share, ...]  # the last choice has what remains


class Situations(_Values):
    """What the answers of a fictitious family are drawn from, beyond what the school generator says of it."""

    tablette: dict[Device, Share]
    smartphone: dict[Device, Share]
    mobile_limitee: Share
    enfant_ailleurs: Share
    second_appareil: Share
    imprimante: dict[Device, Firsts]
    gestes: dict[Skill, dict[str, Firsts]]
    lecture: dict[str, Firsts]
    aide: dict[Skill, Firsts]
    canal: dict[Skill, Firsts]
    moment: dict[Literal["jour", "nuit"], Firsts]
    pret: dict[Literal["insuffisant", "partage", "suffisant"], Share]
    cle_internet: Share
    atelier: dict[Skill, Share]
    creneaux: Firsts


class DiagnosticHypotheses(_Values):
    """Every hypothesis of the diagnostic; each field is a rule of kind hypothese in liaison/rules/diagnostic."""

    publication: PublicationRules
    equipment_axis: EquipmentAxis
    skills_axis: SkillsAxis
    non_response: NonResponse
    situations: Situations


RULES = {
    "publication": "publication",
    "equipment_axis": "axe_equipement",
    "skills_axis": "axe_competences",
    "non_response": "non_reponse",
    "situations": "situations",
}


@cache
def load_hypotheses(on: dt.date | None = None) -> DiagnosticHypotheses:
    """Return the hypotheses of the diagnostic that hold on the day `on`; the latest ones without a day.

    Raises:
        RuleError: a hypothesis has no value at that date.
    """
    values = {}
    for field, name in RULES.items():
        day = max(rule_file(f"diagnostic/{name}").values) if on is None else on
        values[field] = rule(f"diagnostic/{name}", day).value
    return DiagnosticHypotheses.model_validate(values)
