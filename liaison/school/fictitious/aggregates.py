"""Ce que l'on sait d'une école en une page : son type, ses effectifs, son profil social, quelques parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from liaison.base.faults import FrenchError, faults_in_french
from liaison.base.numbers import percent
from liaison.base.sentences import french_beside
from liaison.base.yaml_text import read_yaml
from liaison.school.fictitious.population import ByQuintile, PriorityEducation, Share
from liaison.school.vocabulary import SchoolKind, Zone

phrase = french_beside(__file__)

PRESETS_FOLDER = Path(__file__).parent / "presets"
LEVELS: dict[SchoolKind, tuple[str, ...]] = {
    "ecole": ("PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2"),
    "college": ("6e", "5e", "4e", "3e"),
    "lgt": ("2de", "1re", "Tle"),
    "lp": ("CAP1", "CAP2", "2de", "1re", "Tle"),
}
Count = Annotated[int, Field(ge=0, le=5000)]


class AggregatesError(FrenchError):
    """What is wrong with the description of a school, in French, one line per fault."""


class Aggregates(BaseModel):
    """A school in one page: kind, pupils, classes, social profile, and shares (0 to 1) where they are known.

    A share left at None takes its value from the rules `population/*`, according to the social profile.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    name: Annotated[str, Field(min_length=1, max_length=200, description="nom affiché, qui dit qu'il est fictif")]
    kind: Annotated[SchoolKind, Field(description="ecole, college, lgt ou lp")]
    zone: Annotated[Zone, Field(description="zone de vacances")] = "B"
    pupils: Annotated[int, Field(ge=1, le=5000, description="élèves")]
    classes: Annotated[int | None, Field(ge=1, le=250, description="classes")] = None
    pupils_by_level: Annotated[dict[str, Count] | None, Field(description="élèves par niveau")] = None
    classes_by_level: Annotated[dict[str, Count] | None, Field(description="classes par niveau")] = None
    ips: Annotated[float | None, Field(ge=30, le=200, description="indice de position sociale")] = None
    quintiles: Annotated[
        ByQuintile | None, Field(description="part des familles par quintile de niveau de vie, à la place de l'IPS")
    ] = None
    priority_education: Annotated[PriorityEducation, Field(description="éducation prioritaire")] = "non"
    allophone_families: Annotated[
        Share | None, Field(description="part des familles qui souhaitent une autre langue que le français")
    ] = None
    separated_parents: Annotated[
        Share | None, Field(description="part des familles dont les deux responsables vivent dans deux foyers")
    ] = None
    single_responsable: Annotated[
        Share | None, Field(description="part des familles dont un seul responsable légal est inscrit")
    ] = None
    without_computer: Annotated[Share | None, Field(description="part des foyers sans ordinateur")] = None
    without_internet: Annotated[Share | None, Field(description="part des foyers sans internet")] = None
    mobile_only: Annotated[Share | None, Field(description="part des foyers qui n'ont qu'une connexion mobile")] = None
    weak_skills: Annotated[
        Share | None, Field(description="part des responsables aux compétences numériques faibles ou nulles")
    ] = None
    accounts_activated: Annotated[Share | None, Field(description="part des comptes de responsables activés")] = None
    shared_accounts: Annotated[
        Share | None, Field(description="part des comptes de responsables activés dont l'enfant se sert")
    ] = None
    night_work: Annotated[Share | None, Field(description="part des responsables qui travaillent la nuit")] = None
    phone_known: Annotated[
        Share | None, Field(description="part des responsables dont le numéro de mobile est exact")
    ] = None
    email_known: Annotated[
        Share | None, Field(description="part des responsables dont l'adresse électronique est exacte")
    ] = None
    languages: Annotated[
        dict[Annotated[str, Field(pattern=r"^[a-z]{2}$")], Annotated[float, Field(ge=0)]] | None,
        Field(min_length=1, description="langues souhaitées (ISO 639-1) et leur poids"),
    ] = None
    opened_on: Annotated[dt.date, Field(description="jour de la rentrée")] = dt.date(2026, 9, 1)

    @model_validator(mode="after")
    def _holds_together(self) -> Aggregates:
        _check_levels(self)
        if self.quintiles is not None and abs(sum(self.quintiles) - 1) > 0.005:
            raise ValueError(phrase("quintiles-cinq-parts-font", quintiles=percent(sum(self.quintiles))))
        if (self.separated_parents or 0) + (self.single_responsable or 0) > 1:
            raise ValueError(phrase("separated-parents-single-responsable"))
        if (self.without_internet or 0) + (self.mobile_only or 0) > 1:
            raise ValueError(phrase("without-internet-mobile-only"))
        if self.languages is not None and sum(self.languages.values()) <= 0:
            raise ValueError(phrase("languages-moins-langue-poids"))
        return self

    @classmethod
    def parse(cls, values: Mapping[str, Any], source: str | None = None) -> Aggregates:
        """Return the aggregates held in `values`.

        Raises:
            AggregatesError: in French, one line per fault: the field, what is expected, what was read.
        """
        source = source or phrase("description")
        try:
            return cls.model_validate(dict(values))
        except ValidationError as error:
            faults = "\n".join(f"- {fault}" for fault in faults_in_french(error, values))
            raise AggregatesError(f"{phrase('ecole-pas-valable', source=source)}\n{faults}") from error

    def changed(self, **changes: object) -> Aggregates:
        """Return the aggregates with some fields changed, checked again (`model_copy` does not check)."""
        return Aggregates.parse({**dict(self), **changes}, phrase("reglages"))


def _check_levels(aggregates: Aggregates) -> None:
    accepted = LEVELS[aggregates.kind]
    for field in ("pupils_by_level", "classes_by_level"):
        given: dict[str, int] | None = getattr(aggregates, field)
        unknown = [level for level in given or {} if level not in accepted]
        if unknown:
            raise ValueError(
                phrase("niveau-inconnu-acceptes", field=field, unknown=", ".join(unknown), accepted=", ".join(accepted))
            )
    by_level, classes = aggregates.pupils_by_level, aggregates.classes_by_level
    if by_level is not None and sum(by_level.values()) != aggregates.pupils:
        raise ValueError(phrase("pupils-by-level-fait", values=sum(by_level.values()), pupils=aggregates.pupils))
    if aggregates.classes is not None and aggregates.classes > aggregates.pupils:
        raise ValueError(phrase("classes-eleves-classe-serait", classes=aggregates.classes, pupils=aggregates.pupils))
    if classes is not None:
        _check_classes_by_level(aggregates, classes)


def _check_classes_by_level(aggregates: Aggregates, classes: dict[str, int]) -> None:
    if aggregates.classes is not None and sum(classes.values()) != aggregates.classes:
        raise ValueError(phrase("classes-by-level-fait", values=sum(classes.values()), classes=aggregates.classes))
    if not 1 <= sum(classes.values()) <= aggregates.pupils:
        raise ValueError(phrase("classes-by-level-moins"))
    by_level = aggregates.pupils_by_level
    for level, count in (by_level or {}).items():
        if count and not classes.get(level):
            raise ValueError(phrase("classes-by-level-eleves", count=count, level=level))
    for level, number in classes.items():
        if by_level is not None and by_level.get(level, 0) < number:
            raise ValueError(
                phrase("classes-by-level-classes", number=number, level=level, level_2=by_level.get(level, 0))
            )


def preset_names() -> list[str]:
    """Return the names of the schools that ship with the suite, sorted."""
    return sorted(path.stem for path in PRESETS_FOLDER.glob("*.yaml"))


def load_preset(name: str) -> Aggregates:
    """Return the aggregates of the preset `name` (see `preset_names`).

    Raises:
        AggregatesError: no such preset.
    """
    if name not in preset_names():
        raise AggregatesError(phrase("pas-modele-connu-modeles", name=name, preset_names=", ".join(preset_names())))
    return read_aggregates(PRESETS_FOLDER / f"{name}.yaml")


def known_preset(name: str) -> str:
    """Return the name of a preset as it is.

    Raises:
        AggregatesError: no such preset.
    """
    load_preset(name)
    return name


def read_aggregates(path: Path) -> Aggregates:
    """Return the aggregates written in a YAML file.

    Raises:
        AggregatesError: unreadable file, or a description that does not hold together.
    """
    try:
        raw = read_yaml(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise AggregatesError(phrase("pas-fichier-yaml-lisible", name=path.name)) from error
    if not isinstance(raw, dict):
        raise AggregatesError(phrase("decrit-pas-ecole-cles", name=path.name))
    return Aggregates.parse(raw, f"« {path.name} »")
