"""Une famille touchée : ce que la phrase promet de l'école est ce que donne le bouton, pour chaque famille."""

from __future__ import annotations

import re

import numpy as np
import pytest
from page_side import press, ringed

from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading.family_states import family_states
from liaison.messaging.search.one_family import OneFamily, one_change, telling_week
from widgets.messaging.left_out import FamiliesPicture, change_lines
from widgets.messaging.state import LabState

SCHOOLS = [
    ("ecole_6_classes", "ent_un_deux"),
    pytest.param("college_rep_plus", "circulaire_2025", marks=pytest.mark.slow),
]


def plain(lines: list[str]) -> str:
    return " ".join(lines).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("school", "policy"), SCHOOLS)
def test_for_every_family_the_sentence_and_what_the_press_gives_agree(school: str, policy: str) -> None:
    state = LabState(revealed=True, school=school, weeks=2, policy=load_policy(policy))
    trace = state.simulation().trace
    view = FamiliesPicture(state)
    view.show(state.simulation())
    before = family_states(trace)
    pressed, nobody = view.pressed, 0
    for family in np.flatnonzero(before.written > 0).tolist():
        view.families.chosen = family
        change = pressed.change
        if change is None:
            assert pressed.try_it not in pressed.widget.children
            continue
        promised = plain(pressed.does_most.lines)
        week = telling_week(trace, family)
        press(pressed.try_it)
        view.show(state.simulation())
        done, moved = plain(pressed.done.lines), int(ringed(view.families).sum())
        assert ("encadrées" in promised) == (moved > 0), (family, promised)
        assert ("qui ont changé" in pressed.close.label) == (moved > 0), family
        assert ("Aucune famille n'a changé d'état" in done) == (moved == 0), (family, done)
        counts = re.search(r"(\d+) de ses \d+ messages, au lieu de \d+", promised)
        assert counts is None or counts[0] in done, (family, promised, done)
        after = telling_week(state.simulation().trace, family, week.week)
        told = f"{after.written - after.informed} sur {after.written}, au lieu de {week.written - week.informed} sur"
        assert told in plain(pressed.week.lines), family
        nobody += not moved
        press(pressed.back)
        view.show(state.simulation())
        assert "qui ont changé" not in pressed.close.label, family
    assert nobody


def test_what_is_added_to_other_changes_promises_no_ring_of_its_own() -> None:
    state = LabState(revealed=True, school="ecole_6_classes", weeks=4, policy=load_policy("ent_un_deux"))
    out = int(np.flatnonzero(family_states(state.simulation().trace).state == 2)[0])
    change = one_change(state.simulation().trace, out, state.start)
    assert change is not None
    state.policy = change.move.apply(state.policy)
    view = FamiliesPicture(state)
    view.show(state.simulation())
    after = family_states(state.simulation().trace)
    added = 0
    for family in np.flatnonzero(after.written > 0).tolist()[:20]:
        view.families.chosen = family
        said = plain(view.pressed.does_most.lines)
        assert "encadrées" not in said
        added += "ajouté à ce que vous avez déjà changé" in said
    assert added


def test_a_family_is_said_as_it_was_and_as_it_is() -> None:
    state = LabState(revealed=True, school="ecole_6_classes", weeks=4, policy=load_policy("ent_un_deux"))
    states = family_states(state.simulation().trace)
    one = OneFamily.of(states, 3)
    assert (one.written, one.informed, one.rings) == (states.written[3], states.informed[3], states.rings[3])
    assert change_lines(None)
