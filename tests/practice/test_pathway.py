"""Un parcours fait par la machine : ses minutes, ses gestes, et les missions qui trouvent leur compte fermé."""

from __future__ import annotations

import pytest

from liaison.practice.explore import solution
from liaison.practice.pathway import Closed, pathway
from liaison.practice.scenario import practice_scenario

KNOWN = practice_scenario().missions


@pytest.mark.parametrize("mission", KNOWN)
def test_a_mission_alone_takes_its_minutes_and_the_gestures_of_its_shortest_way(mission: str) -> None:
    found = pathway((mission,))
    service, asked = KNOWN[mission]
    assert found.minutes == asked.minutes
    assert found.gestures == (len(solution(practice_scenario(), mission)),)
    assert found.services == {service.service: asked.level}
    # Alone, it finds no account open: it can begin only where nobody is signed in.
    assert bool(found.closed) == (asked.start["session"] != "personne")


def test_signing_in_opens_the_account_for_what_follows_and_for_nobody_else() -> None:
    assert pathway(("se_connecter_responsable", "lire_message", "lire_notes")).closed == ()
    asked = pathway(("se_connecter_responsable", "carnet_signer_aussi"))
    assert asked.closed == (Closed("carnet_signer_aussi", "responsable2", "responsable1"),)


def test_a_mission_that_changes_account_leaves_the_other_one_open() -> None:
    changed = ("se_connecter_responsable", "changer_de_compte")
    assert pathway((*changed, "livret_sur_papier")).closed == ()
    assert pathway((*changed, "lire_message")).closed == (Closed("lire_message", "responsable1", "responsable2"),)


def test_leaving_a_shared_computer_closes_the_account() -> None:
    left = pathway(("se_connecter_responsable", "ordinateur_partage", "lire_message"))
    assert left.closed == (Closed("lire_message", "responsable1", "personne"),)


def test_reading_is_not_doing_and_from_the_second_level_on_something_is_done() -> None:
    read = pathway(("se_connecter_responsable", "lire_message"))
    assert not read.doing("messagerie")
    done = pathway(("se_connecter_responsable", "lire_message", "repondre_message"))
    assert done.doing("messagerie")
    assert not done.doing("cantine")


def test_no_mission_is_no_minute_and_an_unknown_one_is_refused() -> None:
    assert (pathway(()).minutes, pathway(()).gestures) == (0, ())
    with pytest.raises(KeyError):
        pathway(("voler",))
