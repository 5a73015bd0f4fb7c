"""Les règles de communication d'un ENT : par sorte de groupe, qui écrit, qui est joint, avec quels groupes.

A `RuleSet` names kinds of groups (« classe.responsables »), not the groups of one school: `communication_groups`
makes those. A file format: version, presets in `communication_presets`, JSON Schema by `RULES_FILE`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from liaison.base.faults import FrenchError, faults_in_french
from liaison.base.formats import FileFormat
from liaison.base.typography import typeset

Users = Literal["INCOMING", "OUTGOING", "BOTH", "NONE"]

PRESETS_FOLDER = Path(__file__).parent / "communication_presets"
RULES_VERSION: Literal[1] = 1
STRUCTURE_LEVEL, CLASS_LEVEL = "etablissement", "classe"

# Who stands in a kind of group, and how its groups are named on a screen.
LABELS = {
    "personnels": "Personnels",
    "enseignants": "Enseignants",
    "eleves": "Élèves",
    "responsables": "Responsables",
    "invites": "Invités",
    "direction": "Direction",
    "professeurs_principaux": "Professeurs principaux",
    "fonctions": "Fonction",
}
CLASS_KINDS = ("personnels", "enseignants", "eleves", "responsables", "professeurs_principaux")
# A second group with the same members, as an administrator makes by hand: members of a group that both writes and is
# joined can write to each other, so a team that does not want this needs two groups.
WRITE_ONLY = "/ecrire"

TEMPLATES = tuple(
    f"{level}.{kind}{copy}"
    for level, kinds in ((STRUCTURE_LEVEL, tuple(LABELS)), (CLASS_LEVEL, CLASS_KINDS))
    for kind in kinds
    for copy in ("", WRITE_ONLY)
)


class RuleSetError(FrenchError):
    """What is wrong with a set of communication rules, in a French sentence."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GroupRule(_Frozen):
    """The three settings of a kind of group.

    users: INCOMING (members write through the group), OUTGOING (members are joined), BOTH (and so members write to
    each other), NONE. communique_with: one-way links. relative_student (groups of responsables only): INCOMING (the
    child may write to his own responsables), OUTGOING (they to him), BOTH, NONE.
    """

    users: Users = "NONE"
    communique_with: tuple[str, ...] = ()
    relative_student: Users = "NONE"

    @property
    def writes(self) -> bool:
        """Whether members write through the group."""
        return self.users in ("INCOMING", "BOTH")

    @property
    def is_joined(self) -> bool:
        """Whether members can be joined."""
        return self.users in ("OUTGOING", "BOTH")


class ManualGroup(GroupRule):
    """A group made by hand: persons of the school by their id, and groups by theirs (« classe.eleves:6A »)."""

    id: Annotated[str, Field(pattern=r"^manuel:.+")]
    label: str
    members: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _no_family_no_loop(self) -> ManualGroup:
        if self.relative_student != "NONE":
            raise ValueError("relative_student ne vaut que pour un groupe de responsables")
        if self.id in self.communique_with:
            raise ValueError("pour que ses membres s'écrivent entre eux, écrire users : BOTH")
        return self


class Link(_Frozen):
    """A one-way link between two groups of one school, or (in `direct`) between two persons."""

    start: str
    end: str

    @model_validator(mode="after")
    def _two_ends(self) -> Link:
        if self.start == self.end:
            raise ValueError(f"un lien relie deux groupes ou deux personnes : ici, {self.start} deux fois")
        return self


class RuleSet(_Frozen):
    """Who communicates with whom in an ENT: by kind of group, then what this school adds by hand."""

    version: Literal[1] = RULES_VERSION
    name: str
    description: str = ""
    source: str = ""
    groups: dict[str, GroupRule] = Field(default_factory=dict)
    manual: tuple[ManualGroup, ...] = ()
    links: tuple[Link, ...] = ()
    direct: tuple[Link, ...] = ()
    hidden: tuple[str, ...] = ()  # personnes bloquées ou masquées : elles sortent de la liste des destinataires

    @field_validator("groups")
    @classmethod
    def _kinds_that_exist(cls, groups: dict[str, GroupRule]) -> dict[str, GroupRule]:
        for template, found in groups.items():
            if template in found.communique_with:
                raise ValueError(f"{template} : pour que ses membres s'écrivent entre eux, écrire users : BOTH")
            for name in (template, *found.communique_with):
                if name not in TEMPLATES:
                    raise ValueError(f"« {name} » n'est pas une sorte de groupe : {', '.join(TEMPLATES)}")
            if level_of(template) == STRUCTURE_LEVEL:
                for end in found.communique_with:
                    if level_of(end) == CLASS_LEVEL:
                        raise ValueError(f"{template} : une règle d'établissement ne peut pas viser {end}")
            if kind_of(template) != "responsables" and found.relative_student != "NONE":
                raise ValueError(f"{template} : relative_student ne vaut que pour un groupe de responsables")
        return groups

    @model_validator(mode="after")
    def _manual_groups_named_once(self) -> RuleSet:
        names = [group.id for group in self.manual]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"deux groupes manuels portent le même identifiant : {', '.join(twice)}")
        return self

    def rule_of(self, template: str) -> GroupRule:
        """Return the settings of a kind of group; all NONE where the set says nothing."""
        return self.groups.get(template, GroupRule())

    def changed(self, **changes: object) -> RuleSet:
        """Return the set with some fields changed, checked again (RuleSetError if it no longer holds together)."""
        try:
            return RuleSet.model_validate({**dict(self), **changes})
        except ValidationError as error:
            raise RuleSetError(" ; ".join(faults_in_french(error))) from error

    def idle_links(self) -> tuple[str, ...]:
        """Return, in French, the links that open nothing: nobody writes by the start, or the end is not joined."""
        found = []
        for template, one in self.groups.items():
            for end in one.communique_with:
                if not one.writes:
                    found.append(
                        f"« {kind_label(template)} » communique avec « {kind_label(end)} », mais personne n'écrit par "
                        f"ce groupe (users : {one.users}). Le lien n'ouvre rien."
                    )
                elif not self.rule_of(end).is_joined:
                    found.append(
                        f"« {kind_label(template)} » communique avec « {kind_label(end)} », dont les membres ne sont "
                        f"pas joints un à un (users : {self.rule_of(end).users}) : seul le groupe entier l'est."
                    )
        return tuple(typeset(text) for text in found)


def level_of(template: str) -> str:
    """Return "etablissement" or "classe"."""
    return template.partition(".")[0]


def kind_of(template: str) -> str:
    """Return who stands in a kind of group: a key of LABELS."""
    return template.partition(".")[2].removesuffix(WRITE_ONLY)


def kind_label(template: str) -> str:
    """Return how a kind of group is named on a screen."""
    place = "de l'établissement" if level_of(template) == STRUCTURE_LEVEL else "de la classe"
    copy = " (pour écrire)" if template.endswith(WRITE_ONLY) else ""
    return f"{LABELS[kind_of(template)]} {place}{copy}"


RULES_FILE = FileFormat(
    RuleSet, RULES_VERSION, "un jeu de règles de communication", "name, groups…", RuleSetError, PRESETS_FOLDER
)


def load_rules(source: str | Path) -> RuleSet:
    """Return the rules of a preset name or of a YAML or JSON file.

    Raises:
        RuleSetError: unknown preset, unreadable file, or rules that do not hold together.
    """
    return RULES_FILE.load(source)
