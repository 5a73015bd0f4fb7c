"""Les groupes d'une école, avec leurs membres : ce que les règles de communication y deviennent."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import pandas as pd

from liaison.base.sentences import french_beside
from liaison.school.tables import STRUCTURE, School
from liaison.school.who_writes.communication_rules import (
    CLASS_KINDS,
    CLASS_LEVEL,
    KINDS,
    STRUCTURE_LEVEL,
    WRITE_ONLY,
    GroupRule,
    RuleSet,
    RuleSetError,
    kind_of,
    level_of,
    members_label,
)

phrase = french_beside(__file__)

PROFILE_OF_KIND = {
    "personnels": "personnel",
    "enseignants": "enseignant",
    "eleves": "eleve",
    "responsables": "responsable",
    "invites": "invite",
}
FUNCTION_OF_KIND = {"direction": "direction", "professeurs_principaux": "professeur_principal"}
FUNCTIONS = ("vie_scolaire", "administration", "sante", "aesh")


@dataclass(frozen=True, eq=False)
class CommunicationGroup:
    """A group of one school: its members (sorted positions in `School.people`) and what its rule makes of it."""

    id: str
    label: str
    members: np.ndarray
    writes: bool
    is_joined: bool
    links: tuple[str, ...]
    within: str | None = None  # le groupe d'établissement dont c'est le sous-groupe
    relative_student: str = "NONE"
    level: str = STRUCTURE_LEVEL


def make_groups(school: School, rules: RuleSet) -> dict[str, CommunicationGroup]:
    """Return the groups of a school by id, profile groups first: « etablissement.direction », « classe.eleves:6A ».

    Raises:
        RuleSetError: a manual group or a link names a person or a group that the school does not have.
    """
    members = _members(school)
    templates = [name for name in rules.groups if name.endswith(WRITE_ONLY)]
    for template in templates:
        for name in [name for name in members if name.partition(":")[0] == template.removesuffix(WRITE_ONLY)]:
            base, colon, place = name.partition(":")
            members[f"{base}{WRITE_ONLY}{colon}{place}"] = members[name]
    functions = [name for name in members if name.startswith(f"{STRUCTURE_LEVEL}.fonctions")]
    class_labels = dict(zip(school.classes["id"], school.classes["libelle"], strict=True))
    groups = {name: _group(name, people, rules, members, functions, class_labels) for name, people in members.items()}
    _add_manual(groups, school, rules)
    _add_links(groups, rules)
    return groups


def _members(school: School) -> dict[str, np.ndarray]:
    """Return the members of every profile and function group, by the group's id."""
    people, memberships = school.people, school.memberships
    position = pd.Series(np.arange(len(people), dtype=np.int32), index=people["id"])
    table = pd.DataFrame(
        {
            "person": position.reindex(memberships["personne"]).to_numpy(),
            "profile": people.set_index("id")["profil"].reindex(memberships["personne"]).to_numpy(),
            "place": memberships["groupe"].to_numpy(),
            "function": memberships["fonction"].to_numpy(),
        }
    )
    members_by_name: dict[str, np.ndarray] = {}
    for kind in KINDS:
        if kind in PROFILE_OF_KIND:
            everybody = np.flatnonzero((people["profil"] == PROFILE_OF_KIND[kind]).to_numpy()).astype(np.int32)
            rows = table[table["profile"] == PROFILE_OF_KIND[kind]]
        elif kind in FUNCTION_OF_KIND:
            rows = table[table["function"] == FUNCTION_OF_KIND[kind]]
            everybody = _unique(rows["person"])
        else:
            for function in FUNCTIONS:
                those = _unique(table.loc[table["function"] == function, "person"])
                members_by_name[f"{STRUCTURE_LEVEL}.{kind}:{function}"] = those
            continue
        members_by_name[f"{STRUCTURE_LEVEL}.{kind}"] = everybody
        if kind in CLASS_KINDS:
            by_class = {place: _unique(part) for place, part in rows.groupby("place")["person"] if place != STRUCTURE}
            for name in school.classes["id"]:
                members_by_name[f"{CLASS_LEVEL}.{kind}:{name}"] = by_class.get(name, np.zeros(0, dtype=np.int32))
    return members_by_name


def _unique(people: pd.Series) -> np.ndarray:
    return np.unique(people.dropna().to_numpy().astype(np.int32))


def _group(
    name: str,
    people: np.ndarray,
    rules: RuleSet,
    members: dict[str, np.ndarray],
    functions: list[str],
    class_labels: dict[str, str],
) -> CommunicationGroup:
    template, _, place = name.partition(":")
    own_rule, level, kind = rules.rule_of(template), level_of(template), kind_of(template)
    links: list[str] = []
    for end in own_rule.communique_with:
        if kind_of(end) == "fonctions":
            copy = WRITE_ONLY if end.endswith(WRITE_ONLY) else ""
            links += [function for function in functions if (WRITE_ONLY in function) == bool(copy)]
        else:
            links.append(f"{end}:{place}" if level_of(end) == CLASS_LEVEL else end)
    copied = template.endswith(WRITE_ONLY)
    return CommunicationGroup(
        id=name,
        label=_label(kind, level, place, class_labels) + (phrase("ecrire") if copied else ""),
        members=people,
        writes=own_rule.writes,
        is_joined=own_rule.is_joined,
        links=tuple(link for link in dict.fromkeys(links) if link in members),
        within=f"{STRUCTURE_LEVEL}.{kind}" if level == CLASS_LEVEL and not copied else None,
        relative_student=own_rule.relative_student,
        level=level,
    )


def _label(kind: str, level: str, place: str, class_labels: dict[str, str]) -> str:
    if kind == "fonctions":
        return phrase(f"fonction-{place}")
    if level == CLASS_LEVEL:
        return phrase("classe", labels=members_label(kind), class_labels=class_labels[place])
    return phrase("etablissement", labels=members_label(kind))


def _add_manual(groups: dict[str, CommunicationGroup], school: School, rules: RuleSet) -> None:
    position = {person: place for place, person in enumerate(school.people["id"])}
    for group in rules.manual:
        unknown = [person for person in group.members if person not in position]
        if unknown:
            raise RuleSetError(phrase("groupe-cite-personnes-pas", label=group.label, unknown=", ".join(unknown)))
        members = np.unique(np.array([position[person] for person in group.members], dtype=np.int32))
        rule: GroupRule = group
        groups[group.id] = CommunicationGroup(
            group.id, group.label, members, rule.writes, rule.is_joined, group.communique_with
        )


def _add_links(groups: dict[str, CommunicationGroup], rules: RuleSet) -> None:
    """Add the links made by hand, and check that every link leads somewhere."""
    added = defaultdict(list)
    for link in rules.links:
        added[link.start].append(link.end)
    ends = [end for group in groups.values() for end in group.links] + [link.end for link in rules.links]
    unknown = sorted({name for name in (*added, *ends) if name not in groups})
    if unknown:
        raise RuleSetError(phrase("lien-cite-groupes-pas", unknown=", ".join(unknown)))
    for name, more in added.items():
        group = groups[name]
        links = tuple(dict.fromkeys((*group.links, *more)))
        groups[name] = CommunicationGroup(**{**vars(group), "links": links})
