"""Les règles de communication d'un ENT : par sorte de groupe, qui écrit, qui est joint, avec quels groupes.

A `RuleSet` names kinds of groups (« classe.responsables »), not the groups of one school: `communication_groups`
makes those. A file format: version, presets in `communication_presets`, JSON Schema by `RULES_FILE`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from liaison.base.faults import FrenchError, faults_in_french
from liaison.base.formats import FileFormat
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset

phrase = french_beside(__file__)

Users = Literal["INCOMING", "OUTGOING", "BOTH", "NONE"]

PRESETS_FOLDER = Path(__file__).parent / "communication_presets"
RULES_VERSION: Literal[1] = 1
STRUCTURE_LEVEL, CLASS_LEVEL = "etablissement", "classe"

# Who stands in a kind of group.
KINDS = (
    *("personnels", "enseignants", "eleves", "responsables", "invites"),
    *("direction", "professeurs_principaux", "fonctions"),
)
CLASS_KINDS = ("personnels", "enseignants", "eleves", "responsables", "professeurs_principaux")
# A second group with the same members, as an administrator makes by hand: members of a group that both writes and is
# joined can write to each other, so a team that does not want this needs two groups.
WRITE_ONLY = "/ecrire"

TEMPLATES = tuple(
    f"{level}.{kind}{copy}"
    for level, kinds in ((STRUCTURE_LEVEL, KINDS), (CLASS_LEVEL, CLASS_KINDS))
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
            raise ValueError(phrase("relative-student-vaut-groupe"))
        if self.id in self.communique_with:
            raise ValueError(phrase("membres-ecrivent-entre-eux"))
        return self


class Link(_Frozen):
    """A one-way link between two groups of one school, or (in `direct`) between two persons."""

    start: str
    end: str

    @model_validator(mode="after")
    def _two_ends(self) -> Link:
        if self.start == self.end:
            raise ValueError(phrase("lien-relie-deux-groupes", start=self.start))
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
        for template, group in groups.items():
            if template in group.communique_with:
                raise ValueError(phrase("membres-ecrivent-entre-eux-ecrire", template=template))
            for name in (template, *group.communique_with):
                if name not in TEMPLATES:
                    raise ValueError(phrase("pas-sorte-groupe", name=name, templates=", ".join(TEMPLATES)))
            if level_of(template) == STRUCTURE_LEVEL:
                for end in group.communique_with:
                    if level_of(end) == CLASS_LEVEL:
                        raise ValueError(phrase("regle-etablissement-peut-pas", template=template, end=end))
            if kind_of(template) != "responsables" and group.relative_student != "NONE":
                raise ValueError(phrase("relative-student-vaut-groupe-responsables", template=template))
        return groups

    @model_validator(mode="after")
    def _manual_groups_named_once(self) -> RuleSet:
        names = [group.id for group in self.manual]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(phrase("deux-groupes-manuels-portent", twice=", ".join(twice)))
        return self

    def rule_of(self, template: str) -> GroupRule:
        """Return the settings of a kind of group; all NONE where the set says nothing."""
        return self.groups.get(template, GroupRule())

    def changed(self, **changes: object) -> RuleSet:
        """Return the set with some fields changed, checked again (RuleSetError if it no longer holds together)."""
        changed = {**dict(self), **changes}
        try:
            return RuleSet.model_validate(changed)
        except ValidationError as error:
            raise RuleSetError(" ; ".join(faults_in_french(error, changed))) from error

    def idle_links(self) -> tuple[str, ...]:
        """Return, in French, the links that open nothing: nobody writes by the start, or the end is not joined."""
        problems = []
        for template, own_rule in self.groups.items():
            for end in own_rule.communique_with:
                if not own_rule.writes:
                    problems.append(
                        phrase(
                            "communique-mais-personne-ecrit",
                            template=kind_label(template),
                            end=kind_label(end),
                            users=own_rule.users,
                        )
                    )
                elif not self.rule_of(end).is_joined:
                    problems.append(
                        phrase(
                            "communique-dont-membres-pas",
                            template=kind_label(template),
                            end=kind_label(end),
                            users=self.rule_of(end).users,
                        )
                    )
        return tuple(typeset(text) for text in problems)


def level_of(template: str) -> str:
    """Return "etablissement" or "classe"."""
    return template.partition(".")[0]


def kind_of(template: str) -> str:
    """Return who stands in a kind of group: one of KINDS."""
    return template.partition(".")[2].removesuffix(WRITE_ONLY)


def members_label(kind: str) -> str:
    """Return who stands in a kind of group, as its groups are named on a screen."""
    return phrase(f"membres-{kind}")


def kind_label(template: str) -> str:
    """Return how a kind of group is named on a screen."""
    place = phrase("etablissement") if level_of(template) == STRUCTURE_LEVEL else phrase("classe")
    copy = phrase("ecrire") if template.endswith(WRITE_ONLY) else ""
    return f"{members_label(kind_of(template))} {place}{copy}"


RULES_FILE = FileFormat(
    RuleSet, RULES_VERSION, partial(phrase, "un-jeu-de-regles"), "name, groups…", RuleSetError, PRESETS_FOLDER
)


def load_rules(source: str | Path) -> RuleSet:
    """Return the rules of a preset name or of a YAML or JSON file.

    Raises:
        RuleSetError: unknown preset, unreadable file, or rules that do not hold together.
    """
    return RULES_FILE.load(source)
