"""Ce que le générateur suppose des familles et des équipes : les règles `population/*`, réunies et vérifiées."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from liaison.rules import rule
from liaison.school.vocabulary import SchoolKind

Share = Annotated[float, Field(ge=0, le=1)]
Factor = Annotated[float, Field(gt=0, le=100)]
ByQuintile = tuple[Share, Share, Share, Share, Share]
FactorByQuintile = tuple[Factor, Factor, Factor, Factor, Factor]
Weights = dict[str, Annotated[float, Field(ge=0)]]
Skill = Literal["autonome", "fragile", "non_utilisateur"]
PriorityEducation = Literal["non", "REP", "REP+"]


class _Values(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ClassSizes(_Values):
    """Mean pupils per class, by kind of school, and in the CP and CE1 of priority education."""

    ecole: Annotated[float, Field(gt=1)]
    college: Annotated[float, Field(gt=1)]
    lgt: Annotated[float, Field(gt=1)]
    lp: Annotated[float, Field(gt=1)]
    dedoublees: Annotated[float, Field(gt=1)]


class Siblings(_Values):
    """Share of families with 1, 2 or 3 children in the school, by kind; share with three or more at home."""

    par_famille: dict[SchoolKind, tuple[Share, Share, Share]]
    trois_enfants_ou_plus: Share


class FamilyHypotheses(_Values):
    """Who the responsables légaux of a family are, and in how many households they live."""

    parents_separes: Share
    un_seul_responsable: Share
    cotes_quintile: FactorByQuintile
    residence: dict[Literal["alternance", "partagee", "unique"], Share]
    residence_chez_la_mere: Share
    mere_en_premier: Share
    deux_meres_ou_deux_peres: Share
    representant_legal: Share
    second_foyer_meme_quintile: Share


class Equipment(_Values):
    """Share of households without computer, without internet, with a mobile connection only, by quintile."""

    sans_ordinateur: ByQuintile
    sans_internet: ByQuintile
    mobile_seul: ByQuintile
    sans_smartphone: Share


class Skills(_Values):
    """Share of responsables with weak or no digital skills, of which do not use the internet, by quintile."""

    fragiles: ByQuintile
    non_utilisateurs: ByQuintile


class Languages(_Values):
    """Share of families who want another language than French, which languages, and who reads French with ease."""

    allophones: ByQuintile
    lit_francais_allophone: Share
    lit_mal_autres: ByQuintile
    langues: Weights


class Accounts(_Values):
    """Share of accounts activated and shared with the child, and how often the activated ones are visited."""

    actives: dict[SchoolKind, Share]
    actives_eleves: dict[SchoolKind, Share]
    partages: Share
    habitudes: dict[Skill, dict[Literal["quotidienne", "hebdomadaire", "rare", "aucune"], Share]]


class NightWork(_Values):
    """Share of responsables who work at night."""

    part: Share
    cotes_quintile: FactorByQuintile


class Contacts(_Values):
    """Share of responsables whose mobile number and e-mail address are right in the school's files."""

    telephone: Share
    courriel: Share
    cotes_quintile: FactorByQuintile


class Need(_Values):
    """One member of staff for so many pupils, and at least so many."""

    eleves: Annotated[float, Field(gt=0)]
    minimum: Annotated[int, Field(ge=0)]


StaffNeeds = dict[Literal["direction", "vie_scolaire", "administration", "sante", "aesh"], Need]


class Staff(_Values):
    """How many people of each function a school has."""

    directeur_sans_classe_a_partir_de: Annotated[int, Field(ge=1)]
    ecole: StaffNeeds
    college: StaffNeeds
    lgt: StaffNeeds
    lp: StaffNeeds

    def needs(self, kind: SchoolKind) -> StaffNeeds:
        """The functions of a kind of school."""
        needs: StaffNeeds = getattr(self, kind)
        return needs


class Services(_Values):
    """Weekly hours of each subject in a class of the second degré, and of a teacher."""

    service: Annotated[float, Field(gt=0)]
    college: Weights
    lgt: Weights
    lp: Weights

    def subjects(self, kind: SchoolKind) -> Weights:
        """The subjects of a kind of school of the second degré, with their hours per week."""
        subjects: Weights = getattr(self, kind)
        return subjects


IpsTable = Annotated[
    dict[float, ByQuintile], BeforeValidator(lambda table: {float(k): v for k, v in table.items()}), Field(min_length=2)
]


class PopulationHypotheses(_Values):
    """Every hypothesis of the generator; each field is a rule of kind hypothese in liaison/rules/population."""

    levels: dict[SchoolKind, Weights]
    class_sizes: ClassSizes
    siblings: Siblings
    families: FamilyHypotheses
    quintiles_by_ips: IpsTable
    default_ips: dict[PriorityEducation, float]
    equipment: Equipment
    skills: Skills
    languages: Languages
    accounts: Accounts
    night_work: NightWork
    contacts: Contacts
    cumulations: dict[str, dict[str, Factor]]
    staff: Staff
    services: Services


RULES = {
    "levels": "niveaux",
    "class_sizes": "taille_classes",
    "siblings": "fratries",
    "families": "familles",
    "quintiles_by_ips": "quintiles_par_ips",
    "default_ips": "ips_par_defaut",
    "equipment": "equipement",
    "skills": "competences",
    "languages": "langues",
    "accounts": "comptes",
    "night_work": "travail_nuit",
    "contacts": "coordonnees",
    "cumulations": "cumuls",
    "staff": "personnels",
    "services": "services",
}


@cache
def load_population(on: dt.date) -> PopulationHypotheses:
    """Return the hypotheses of the generator that hold on the day `on`.

    Raises:
        RuleError: a hypothesis has no value at that date.
    """
    return PopulationHypotheses.model_validate(
        {field: rule(f"population/{name}", on).value for field, name in RULES.items()}
    )


def quintiles_of_ips(ips: float, population: PopulationHypotheses) -> ByQuintile:
    """Return the five shares of families by quintile, from the poorest, that are supposed of a school's IPS."""
    table = population.quintiles_by_ips
    anchors = sorted(table)
    if ips <= anchors[0] or ips >= anchors[-1]:
        return table[anchors[0] if ips <= anchors[0] else anchors[-1]]
    upper = next(anchor for anchor in anchors if anchor >= ips)
    lower = anchors[anchors.index(upper) - 1]
    part = (ips - lower) / (upper - lower)
    q1, q2, q3, q4, q5 = (low + part * (high - low) for low, high in zip(table[lower], table[upper], strict=True))
    return q1, q2, q3, q4, q5
