"""Ce dont on est parti : un seul « avant » tout le long du parcours, le même nom partout, gardé et rendu."""

from __future__ import annotations

import html
import re
from typing import Any

import numpy as np
import pytest
from page_side import give, not_made, parts_of, press, ringed, taken

from liaison.messaging.policy.link import Linked, to_link
from liaison.messaging.policy.policy import Policy, load_policy, to_yaml
from liaison.messaging.reading.family_states import family_changes, family_states
from widgets.kit import FamilyDots, Notice
from widgets.messaging import Lab, LabState
from widgets.messaging.keep import MessagingSettings
from widgets.messaging.left_out import FamiliesPicture
from widgets.messaging.levers import LeversView
from widgets.messaging.policy_link import open_link
from widgets.messaging.policy_name import changed_name
from widgets.messaging.reference import ORIGIN, reference_field
from widgets.messaging.results import CompareView
from widgets.messaging.settings_back import messaging_undo
from widgets.messaging.start_from import StartFrom
from widgets.messaging.takeaway import PolicyFiles
from widgets.messaging.team import Choice, TeamState
from widgets.messaging.team_charter import TeamFiles

OTHER = "papier_d_abord"


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("’", "'")


def small(**changed: Any) -> LabState:
    return LabState(revealed=True, school="ecole_6_classes", weeks=4, seed=3, **changed)


def moved(state: LabState) -> np.ndarray:
    """Which families are otherwise than with what one started from."""
    before, after = (family_states(state.simulation(policy).trace) for policy in (state.origin, state.policy))
    return family_changes(before, after).any


def read(files: PolicyFiles, paper: str) -> str:
    _, _, page = taken(files.buttons[f"{paper}-html"])
    return plain(html.unescape(re.sub(r"<[^>]+>", "", page.decode())))


def without_evening(policy: Policy) -> Policy:
    return policy.with_purpose("absence", channels=("ent",)).changed(name=changed_name(policy.name))


def by_model(state: LabState, policy: Policy) -> None:
    view = StartFrom(state)
    view.preset.value = next(name for name, each in view.presets.items() if each == policy)


def by_file(state: LabState, policy: Policy) -> None:
    give(StartFrom(state).open, "la_notre.yaml", to_yaml(policy).encode())


def by_link(state: LabState, policy: Policy) -> None:
    open_link(state, to_link(Linked(policy, state.school, state.weeks, state.seed)), Notice())


@pytest.mark.parametrize("bring", [by_model, by_file, by_link])
def test_what_is_brought_whole_is_what_one_starts_from_and_comes_back_when_it_is_undone(bring: Any) -> None:
    state, policy = small(), load_policy(OTHER)
    first, undo = state.policy, messaging_undo(state)
    assert state.origin == state.reference == first
    bring(state, policy)
    assert (state.policy, state.origin, state.reference) == (policy,) * 3
    undo.undo()
    assert (state.policy, state.origin, state.reference) == (first,) * 3
    assert "Comparer avec" not in undo.sentence


def test_every_picture_and_paper_of_the_way_has_what_one_started_from_before() -> None:
    state = small(policy=load_policy("tout_tout_de_suite"))
    see, change, beside, files = FamiliesPicture(state), LeversView(state), CompareView(state), PolicyFiles(state)
    change.show(state.simulation())
    change.trial.question.value = "0"
    start = state.origin.name
    for policy in (state.policy, without_evening(state.policy)):  # a lever, then a change made elsewhere
        state.policy = policy
        simulation = state.simulation()
        see.show(simulation)
        change.show(simulation)
        beside.show(simulation)
        files.show(simulation)
        assert moved(state).any()
        for drawn in (see.families, change.picture.twice.after, change.picture.twice.before):
            assert np.array_equal(ringed(drawn), moved(state))
        for line in (see.compared.lines, change.picture.compared.lines):
            assert (
                plain(line[0])
                == f"Avant : « {start} », dont vous êtes parti. Les familles encadrées ont changé depuis."
            )
        out = len(state.simulation(state.origin).indicators.left_out_families)
        assert f"Avant · {out} famille" in plain(change.picture.twice.before.title) or out < 2
        assert plain(beside.both.before["title"]) == f"Avant, ce dont vous êtes parti : {start}"
        assert f"Avant : « {start} », dont on est parti." in read(files, "council")
        assert f"à côté de « {start} », dont on est parti" in read(files, "charter")
    assert state.origin.name == start


def test_a_change_that_moves_nobody_rings_nobody_and_says_so() -> None:
    state = small(policy=load_policy("tout_tout_de_suite"))
    state.policy = state.policy.changed(reply_within_hours=72)
    see = FamiliesPicture(state)
    see.show(state.simulation())
    assert not moved(state).any()
    assert not ringed(see.families).any()
    assert plain(see.compared.lines[0]).endswith("dont vous êtes parti. Aucune famille n'a changé d'état depuis.")


def test_what_a_lever_counts_is_said_to_be_its_own_once_something_else_was_changed() -> None:
    state = small(policy=load_policy("tout_tout_de_suite"))
    view = LeversView(state)
    view.show(state.simulation())
    view.trial.question.value = "0"
    view.show(state.simulation())
    assert view.beside.lines == []
    state.policy = without_evening(state.policy)
    view.show(state.simulation())
    assert view.beside.lines == []  # no number is said yet
    view.trial.question.value = "0"
    view.show(state.simulation())
    assert view.trial.does.text
    assert "ajouté à ce que vous avez déjà changé" in plain(view.beside.lines[0])


def test_before_anything_is_changed_nothing_is_ringed_and_each_place_says_so() -> None:
    state = small()
    see, beside, files = FamiliesPicture(state), CompareView(state), PolicyFiles(state)
    see.show(state.simulation())
    beside.show(state.simulation())
    assert not ringed(see.families).any()
    assert see.compared.lines == []
    assert plain(beside.same.title) == "Rien n'a changé"
    assert "Changez un réglage" in not_made(files.buttons["council-html"])
    assert "Pourquoi ce vote" not in read(files, "charter")


def test_another_policy_to_compare_with_is_everywhere_and_is_not_said_to_be_where_one_started() -> None:
    state = small()
    see, beside, files = FamiliesPicture(state), CompareView(state), PolicyFiles(state)
    field = files.reference
    assert plain(field.options[0]["label"]) == f"Ce dont vous êtes parti : {state.origin.name}"
    assert field.value == ORIGIN
    assert state.origin.name not in [option["label"] for option in field.options]
    field.value = OTHER
    name = load_policy(OTHER).name
    see.show(state.simulation())
    beside.show(state.simulation())
    assert plain(see.compared.lines[0]).startswith(f"Avant : « {name} ». Les familles")
    assert plain(beside.both.before["title"]) == f"Avant : {name}"
    assert f"Avant : « {name} ». Après" in read(files, "council")
    assert f"à côté de « {name} » :" in read(files, "charter")
    field.value = ORIGIN
    assert state.reference == state.origin


def test_the_name_of_a_school_is_in_no_sentence_that_a_room_sees() -> None:
    state = small(policy=load_policy(OTHER).changed(name="Collège Jean Moulin"))
    state.policy = without_evening(state.policy)
    view = FamiliesPicture(state)
    view.show(state.simulation())
    assert plain(view.compared.lines[0]).startswith("Avant : ce dont vous êtes parti.")
    state.reference = state.reference.changed(name="Un autre nom")
    view.show(state.simulation())
    assert plain(view.compared.lines[0]).startswith("Avant : la politique à laquelle vous comparez.")


def test_what_one_started_from_is_kept_and_taken_back() -> None:
    lab = Lab(small())
    lab.state.begin(load_policy(OTHER))
    lab.state.policy = without_evening(lab.state.policy)
    there = Lab(LabState())
    there.keep.draft.found = lab.keep.draft.value
    press(there.keep.resume)
    assert there.state.origin == there.state.reference == load_policy(OTHER)
    assert there.state.policy == lab.state.policy


def test_what_was_kept_before_there_was_an_origin_is_taken_back_as_one() -> None:
    policy = load_policy(OTHER)
    settings = MessagingSettings.model_validate(
        {"policy": policy.model_dump(), "school": "ecole_6_classes", "weeks": 4, "seed": 3}
    )
    assert settings.policy == settings.origin == settings.reference == policy


def test_a_name_that_says_changed_says_it_once() -> None:
    once = changed_name("Équilibrée")
    assert changed_name(once) == once != "Équilibrée"


def test_two_policies_of_one_name_are_told_apart_by_before_and_now() -> None:
    state = small(policy=without_evening(load_policy(OTHER)))
    state.policy = state.policy.with_purpose("notes", rhythm="hebdomadaire")
    view = CompareView(state)
    view.show(state.simulation())
    assert len({series["label"] for series in view.chart.series}) == 2


def test_the_before_of_a_team_is_the_first_policy_that_a_group_brought() -> None:
    team = TeamState(LabState(school="ecole_6_classes", weeks=4, seed=3))
    for name in ("papier_d_abord", "vie_scolaire", "tout_tout_de_suite"):
        team.add(load_policy(name))
    files = TeamFiles(team)
    files.draw()
    # Nobody wanted the middle that the team starts from: beside it, nothing would change.
    assert team.lab.reference == load_policy("papier_d_abord")
    assert "Avant : « Papier d'abord »." in read(files.files, "council")
    offered = [each["label"] for each in files.files.reference.options]
    # The one that is chosen, and that the papers name, comes first.
    assert offered[:2] == ["Papier d'abord", "Logiciel de vie scolaire, réglages d'usine"]
    assert files.files.reference.value == files.files.reference.options[0]["value"]
    assert "avant de trancher" in offered[3]
    assert len({*offered}) == len(offered)
    for stake in team.stakes().widest(team.matters, 2):
        team.choose(stake.matter, Choice(stake.matter.options[-1].words))
    files.draw()
    assert team.lab.reference == load_policy("papier_d_abord")
    files.files.reference.value = "origine"
    assert "Avant : « 3 politiques réunies, avant de trancher », dont on est parti." in read(files.files, "council")
    files.files.reference.value = "circulaire_2025"
    files.draw()
    assert team.lab.reference == load_policy("circulaire_2025")
    assert "Tout, tout de suite" not in read(files.files, "council")


def test_the_step_that_shows_the_families_follows_what_it_is_compared_with() -> None:
    lab = Lab(LabState(school="ecole_6_classes", weeks=4, seed=3))
    path: Any = lab.widget
    lab.bet.question.value = "quelques"
    press(lab.bet.place)
    (dots,) = (part for part in parts_of(path.shown) if isinstance(part, FamilyDots))
    assert not ringed(dots).any()
    field = reference_field(lab.state)
    field.value = OTHER
    assert ringed(dots).any()
