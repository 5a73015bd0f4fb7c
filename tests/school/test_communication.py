"""Qui peut écrire à qui : les cas de tests/cases/communication.yaml, et une référence naïve."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from narrowing import present

from liaison.school.tables import PERSON_COLUMNS, School, typed_people
from liaison.school.who_writes.communication import (
    Directory,
    DirectoryError,
    Link,
    ManualGroup,
    RuleSet,
    RuleSetError,
    load_rules,
)
from liaison.school.who_writes.communication_rules import RULES_FILE, TEMPLATES, GroupRule, Users

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/communication.yaml").read_text(encoding="utf-8"))
unhurried = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def small_school(classes: dict, people: dict, children: dict) -> School:
    rows, memberships = [], []
    for name, (profile, function, places, active) in people.items():
        row = dict.fromkeys(PERSON_COLUMNS, pd.NA)
        rows.append(
            row | {"id": name, "profil": profile, "nom": name, "prenom": "F.", "compte_active": active == "oui"}
        )
        whole = "enseignant" if function == "professeur_principal" else function
        memberships += [(name, "ETAB", whole), *((name, place, function) for place in places)]
    return School(
        name="Collège fictif",
        kind="college",
        zone="A",
        origin="fictif",
        seed=None,
        classes=pd.DataFrame(
            [(name, "6e", label) for name, label in classes.items()], columns=["id", "niveau", "libelle"]
        ),
        people=typed_people(pd.DataFrame(rows, columns=list(PERSON_COLUMNS))),
        memberships=pd.DataFrame(memberships, columns=["personne", "groupe", "fonction"]),
        links=pd.DataFrame(
            [
                (child, parent, "mere", rank + 1, 1.0)
                for child, both in children.items()
                for rank, parent in enumerate(both)
            ],
            columns=["eleve", "responsable", "lien", "rang", "part_residence"],
        ),
    )


SCHOOL = small_school(CASES["ecole"]["classes"], CASES["ecole"]["personnes"], CASES["ecole"]["enfants"])
ENT = load_rules("ent_un_deux")


def reason_of(directory: Directory, sender: str, recipient: str) -> str | None:
    """Why one may write to a person or to a group, as it is shown; None where neither is."""
    shown = [directory.visible(sender), directory.visible_groups(sender)]
    return next((str(row.reason) for table in shown for row in table.itertuples() if row.id == recipient), None)


@pytest.mark.parametrize("case", CASES["ecrire"], ids=lambda case: f"{case['regles']}-{case['de']}-{case['vers']}")
def test_who_can_write_to_whom(case: Any) -> None:
    reason = reason_of(Directory(SCHOOL, load_rules(case["regles"])), case["de"], case["vers"])
    assert ("non" if reason is None else "oui") == case["attendu"], case["cas"]
    if reason is not None:
        assert case.get("par", "") in reason, reason


def with_link(rules: RuleSet, start: str, end: str) -> RuleSet:
    """As in the ENT: `start` writes and `end` is joined; a group that did the other already becomes BOTH."""
    groups = dict(rules.groups)
    forced: tuple[tuple[str, Users], ...] = ((start, "INCOMING"), (end, "OUTGOING"))
    for template, users in forced:
        old = groups.get(template, GroupRule())
        groups[template] = old.model_copy(update={"users": users if old.users in ("NONE", users) else "BOTH"})
    ends = dict.fromkeys((*groups[start].communique_with, end))
    groups[start] = groups[start].model_copy(update={"communique_with": tuple(ends)})
    return rules.changed(groups=groups)


def test_the_trap_of_the_link_to_the_direction_is_told_and_opens_with_both() -> None:
    (told,) = ENT.idle_links()
    assert "Direction" in told
    opened = with_link(ENT, "etablissement.responsables", "etablissement.direction")
    assert opened.idle_links() == ()
    directory = Directory(SCHOOL, opened)
    assert {"principale", "mere_Chloe"} <= set(directory.visible("mere_Alice")["id"])  # la seconde est le prix à payer


def test_relative_student_outgoing_opens_the_parent_to_child_way_only() -> None:
    groups = {"classe.responsables": GroupRule(relative_student="OUTGOING")}
    directory = Directory(SCHOOL, RuleSet(name="test", groups=groups))
    assert directory.visible("mere_Alice")[["id", "kind"]].values.tolist() == [["Alice", "famille"]]
    assert directory.visible("Alice").empty


def test_a_manual_group_and_a_pair_open_one_way_each() -> None:
    club = ManualGroup(id="manuel:club", label="Club", members=("Alice", "prof_6B"), users="BOTH")
    rules = RuleSet(
        name="test",
        manual=(club,),
        groups={"classe.enseignants": GroupRule(users="OUTGOING")},
        links=(Link(start="manuel:club", end="classe.enseignants:6A"),),
        direct=(Link(start="cpe", end="Chloe"),),
    )
    directory = Directory(SCHOOL, rules)
    assert "Club" in present(reason_of(directory, "Alice", "prof_6B"))
    assert "Club, qui communique avec Enseignants" in present(reason_of(directory, "Alice", "prof_6A"))
    assert reason_of(directory, "prof_6A", "Alice") is None
    assert directory.visible("cpe")[["id", "kind"]].values.tolist() == [["Chloe", "paire"]]
    assert reason_of(directory, "Chloe", "cpe") is None


def test_a_hidden_person_leaves_the_list_but_stays_in_groups() -> None:
    directory = Directory(SCHOOL, ENT.changed(hidden=("mere_Bilal",)))
    assert "mere_Bilal" not in set(directory.visible("mere_Alice")["id"])
    assert directory.visible_groups("mere_Alice").set_index("id").loc["classe.responsables:6A", "members"] == 3


def test_functions_are_groups_of_their_own() -> None:
    directory = Directory(SCHOOL, ENT)
    shown = directory.visible_groups("prof_6A").set_index("id")
    assert shown.loc["etablissement.fonctions:aesh", "members"] == 1
    assert "etablissement.fonctions:sante" not in shown.index  # vide, donc caché


@pytest.mark.parametrize("who", ["Zoé", "classe.eleves:5Z"])
def test_somebody_unknown_is_said_in_french(who: str) -> None:
    directory = Directory(SCHOOL, ENT)
    for seen in (directory.visible, directory.visible_groups, directory.name):
        with pytest.raises(DirectoryError, match="n'est ni une personne ni un groupe"):
            seen(who)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[", "lisible"),
        ("3", "règles de communication"),
        ("version: 2\nname: x", "version 2"),
        ("version: 1", "name"),
        ("name: x\ngroups: {classe.chats: {users: BOTH}}", "sorte de groupe"),
        ("name: x\ngroups: {etablissement.eleves: {communique_with: [classe.eleves]}}", "ne peut pas viser"),
        ("name: x\ngroups: {classe.eleves: {communique_with: [classe.eleves]}}", "users"),
        ("name: x\ngroups: {classe.eleves: {users: TOUS}}", "users"),
        ("name: x\ngroups: {classe.eleves: {relative_student: BOTH}}", "relative_student"),
        ("name: x\nmanual: [{id: club, label: Club}]", "manual"),
        ("name: x\nmanual: [{id: 'manuel:a', label: A}, {id: 'manuel:a', label: B}]", "même identifiant"),
        ("name: x\nlinks: [{start: a, end: a}]", "deux fois"),
    ],
)
def test_rules_that_do_not_hold_are_refused_in_french(text: str, words: str) -> None:
    with pytest.raises(RuleSetError, match=words):
        RULES_FILE.parse(text, "le fichier")


def test_an_unknown_preset_lists_those_that_exist() -> None:
    with pytest.raises(RuleSetError, match="ent_un_deux, vie_scolaire"):
        load_rules("inconnu")


@pytest.mark.parametrize(
    "changes",
    [
        {"manual": (ManualGroup(id="manuel:x", label="X", members=("Zoé",)),)},
        {"links": (Link(start="classe.eleves:5Z", end="classe.eleves:6A"),)},
        {"links": (Link(start="classe.eleves:6A", end="manuel:rien"),)},
        {"direct": (Link(start="Alice", end="Zoé"),)},
        {"hidden": ("Zoé",)},
    ],
)
def test_rules_that_name_what_the_school_lacks_are_refused(changes: Any) -> None:
    with pytest.raises((RuleSetError, DirectoryError), match=r"école|Collège"):
        Directory(SCHOOL, ENT.changed(**changes))


@pytest.mark.parametrize("name", RULES_FILE.preset_names())
def test_presets_survive_json(name: Any) -> None:
    rules = load_rules(name)
    assert RULES_FILE.parse(rules.model_dump_json(), "« copie »") == rules
    assert "communique_with" in RULES_FILE.schema()


# --- a naive reference: explicit edges, and every walk tried ------------------------------------------------------

PROFILES = {"personnels": "personnel", "enseignants": "enseignant", "eleves": "eleve", "responsables": "responsable"}
USERS = ["INCOMING", "OUTGOING", "BOTH", "NONE"]


@st.composite
def schools(draw: Any) -> School:
    people, parents = {}, []
    roles = {
        "eleve": ["eleve"],
        "responsable": ["responsable"],
        "enseignant": ["enseignant", "professeur_principal", "direction"],
        "personnel": ["direction", "vie_scolaire", "aesh"],
    }
    for number in range(draw(st.integers(2, 9))):
        profile = draw(st.sampled_from(list(roles)))
        places = draw(st.lists(st.sampled_from(["6A", "6B"]), unique=True, max_size=2))
        people[f"p{number}"] = (profile, draw(st.sampled_from(roles[profile])), places, "oui")
        parents += [f"p{number}"] if profile == "responsable" else []
    pupils = [name for name, row in people.items() if row[0] == "eleve"]
    children = {name: draw(st.lists(st.sampled_from(parents), unique=True, max_size=2)) for name in pupils if parents}
    return small_school({"6A": "6e A", "6B": "6e B"}, people, children)


@st.composite
def rule_sets(draw: Any) -> RuleSet:
    groups = {}
    for name in draw(st.lists(st.sampled_from(TEMPLATES), unique=True, max_size=8)):
        ends = [end for end in TEMPLATES if end != name and (name[0] == "c" or end[0] == "e")]
        groups[name] = GroupRule(
            users=draw(st.sampled_from(USERS)),
            communique_with=tuple(draw(st.lists(st.sampled_from(ends), unique=True, max_size=3))),
            relative_student=draw(st.sampled_from(USERS)) if ".responsables" in name else "NONE",
        )
    return RuleSet(name="tiré au sort", groups=groups)


def naive_groups(school: School, rules: RuleSet) -> dict[str, set[str]]:
    """Return the members of each group, one question per person and group."""
    profile = dict(zip(school.people["id"], school.people["profil"], strict=True))
    lines = list(school.memberships.itertuples(index=False))
    found = {}
    for template in TEMPLATES:
        level, kind = template.removesuffix("/ecrire").split(".")
        if template.endswith("/ecrire") and template not in rules.groups:
            continue
        if kind == "fonctions":
            for function in ("vie_scolaire", "administration", "sante", "aesh"):
                found[f"{template}:{function}"] = {line[0] for line in lines if line[2] == function}
            continue
        for place in [None] if level == "etablissement" else ["6A", "6B"]:
            here = [line for line in lines if place is None or line[1] == place]
            if kind in ("direction", "professeurs_principaux"):
                wanted = {"direction": "direction"}.get(kind, "professeur_principal")
                members = {line[0] for line in here if line[2] == wanted}
            else:
                members = {line[0] for line in here if profile[line[0]] == PROFILES.get(kind, "invite")}
            found[template if place is None else f"{template}:{place}"] = members
    return found


def naive_links(name: str, rules: RuleSet, groups: dict[str, set[str]]) -> list[str]:
    template, _, place = name.partition(":")
    ends = []
    for end in rules.rule_of(template).communique_with:
        for other in groups:
            other_template, _, other_place = other.partition(":")
            if other_template == end and (end[0] == "e" or other_place == place):
                ends.append(other)
    return ends


def naive_rights(school: School, rules: RuleSet) -> set[tuple[str, str]]:
    """Return every pair (sender, recipient) that a walk over explicit edges allows."""
    groups = naive_groups(school, rules)
    users = {name: rules.rule_of(name.partition(":")[0]).users for name in groups}
    write = {(one, name) for name, members in groups.items() for one in members if users[name] in ("INCOMING", "BOTH")}
    reach = {(name, one) for name, members in groups.items() for one in members if users[name] in ("OUTGOING", "BOTH")}
    hops = {(name, name) for name in groups} | {
        (name, end) for name in groups for end in naive_links(name, rules, groups)
    }
    rights = {(a, b) for (a, g), (h, i), (j, b) in product(write, hops, reach) if g == h and i == j}
    for name, members in groups.items():
        way = rules.rule_of(name.partition(":")[0]).relative_student
        for child, parent in zip(school.links["eleve"], school.links["responsable"], strict=True):
            rights |= {(child, parent)} if parent in members and way in ("INCOMING", "BOTH") else set()
            rights |= {(parent, child)} if parent in members and way in ("OUTGOING", "BOTH") else set()
    return {(a, b) for a, b in rights if a != b}


def rights(directory: Directory) -> set[tuple[str, str]]:
    return {(one, other) for one in directory.school.people["id"] for other in directory.visible(one)["id"]}


@unhurried
@given(schools(), rule_sets())
def test_rights_are_those_of_the_naive_reference(school: School, rules: Any) -> None:
    directory = Directory(school, rules)
    expected = naive_rights(school, rules)
    assert rights(directory) == expected
    for sender in school.people["id"]:
        seen = directory.visible(sender)
        assert [(sender, one) for one in seen["id"]] == [
            (sender, one) for one in school.people["id"] if (sender, one) in expected
        ]


@unhurried
@given(schools(), rule_sets(), st.data())
def test_adding_a_link_never_removes_a_right(school: School, rules: Any, data: Any) -> None:
    start = data.draw(st.sampled_from(TEMPLATES))
    ends = [end for end in TEMPLATES if end != start and (start[0] == "c" or end[0] == "e")]
    more = with_link(rules, start, data.draw(st.sampled_from(ends)))
    assert rights(Directory(school, rules)) <= rights(Directory(school, more))


def test_two_thousand_people_are_answered_for_quickly() -> None:
    people = {f"e{n}": ("eleve", "eleve", [f"6{n % 40:02d}"], "oui") for n in range(1000)}
    people |= {f"r{n}": ("responsable", "responsable", [f"6{n % 40:02d}"], "oui") for n in range(1000)}
    school = small_school({f"6{n:02d}": str(n) for n in range(40)}, people, {f"e{n}": [f"r{n}"] for n in range(1000)})
    directory = Directory(school, ENT)
    assert len(directory.visible("r0")) == 49  # 24 autres responsables, 25 élèves
    assert np.sum([len(group.members) for group in directory.groups.values()]) == 4000
