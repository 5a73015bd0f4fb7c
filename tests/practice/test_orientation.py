"""L'orientation : un seul compte écrit et répond, l'autre suit ; l'avis se lit, la proposition se discute."""

import pytest

from liaison.practice.machine import State, holds
from liaison.practice.model import Facts
from walking import MACHINE, as_account, begin, done, said, seen, walk

OPEN = "menu_orientation"
WRITE = (OPEN, "voeu_saisir")
# The second entry: the final choices, before the council answers them.
FINAL = ("voeu_ecrire_choix", "voeu_valider_choix", "voeu_vers_juin")
INTENDED = {
    "orientation_saisir_voeu": (*WRITE, "voeu_generale", "voeu_professionnelle", "voeu_valider"),
    "orientation_lire_avis": (OPEN, "voeu_lire_avis"),
    "orientation_repondre_conseil": (OPEN, *FINAL, "voeu_pas_d_accord"),
}
STAGES = MACHINE.scenario.variables["voeu_etape"].values


@pytest.mark.parametrize("mission", INTENDED)
def test_a_mission_is_done_by_its_walk_and_not_one_step_before(mission: str) -> None:
    *before, last = INTENDED[mission]
    almost = walk(begin(mission), *before)
    assert not done(mission, begin(mission))
    assert not done(mission, almost)
    assert done(mission, walk(almost, last))


def test_every_mission_of_the_service_has_its_walk() -> None:
    assert INTENDED.keys() == {
        mission.id for service, mission in MACHINE.scenario.missions.values() if service.service == "orientation"
    }


def terms(state: State) -> list[str]:
    rows = [row for block in MACHINE.blocks(state) if isinstance(block, Facts) for row in block.rows]
    return [row.term.key for row in rows if holds(row.when, state.values)]


def test_up_to_three_intentions_keep_the_order_in_which_they_are_pressed_and_none_comes_twice() -> None:
    state = walk(begin("orientation_saisir_voeu"), *WRITE, "voeu_cap", "voeu_generale", "voeu_cap")
    assert said(state) == "demarches-deja-dans-la-liste"
    state = walk(state, "voeu_professionnelle", "voeu_generale")
    assert said(state) == "demarches-deja-dans-la-liste"
    ranks = [state.values[name] for name in ("voeu_un", "voeu_deux", "voeu_trois")]
    assert ranks == ["cap", "generale", "professionnelle"]
    assert terms(state) == ["demarches-un", "demarches-deux", "demarches-trois", "demarches-saisi-par"]


def test_an_empty_list_is_not_confirmed_and_a_wrong_one_is_emptied() -> None:
    state = walk(begin("orientation_saisir_voeu"), *WRITE, "voeu_valider")
    assert said(state) == "demarches-liste-vide"
    wrong = walk(state, "voeu_cap", "voeu_valider")
    assert not done("orientation_saisir_voeu", wrong)
    mended = walk(wrong, "voeu_modifier", "voeu_vider", "voeu_generale", "voeu_professionnelle", "voeu_valider")
    assert done("orientation_saisir_voeu", mended)


@pytest.mark.parametrize(("writer", "other"), [("responsable1", "responsable2"), ("responsable2", "responsable1")])
@pytest.mark.parametrize("stage", STAGES)
def test_one_account_writes_and_answers_and_the_other_only_follows(writer: str, other: str, stage: str) -> None:
    written = {"voeu_par": writer, "voeu_un": "generale", "voeu_etape": stage}
    state = begin("orientation_saisir_voeu", **written)
    deciding = {"voeu_modifier", "voeu_ecrire_choix", "voeu_lire_avis", "voeu_d_accord", "voeu_pas_d_accord"}
    followed = as_account(other, state, OPEN)
    assert not deciding & MACHINE.pressable(followed).keys()
    late = stage in STAGES[STAGES.index("choix") :]
    assert ("demarches-choix-un" if late else "demarches-un") in terms(followed)
    assert ("demarches-vous-suivez" in seen(followed)) is (stage != "ecriture")
    assert "demarches-vous-suivez" not in seen(as_account(writer, state, OPEN))


def test_the_agreement_of_a_second_parent_is_asked_nowhere() -> None:
    told = [key for key in map(str, MACHINE.scenario.screens.items()) if "donner_accord" in key]
    assert told == []


def test_reading_the_opinion_is_no_answer_to_the_proposal() -> None:
    state = walk(begin("orientation_lire_avis"), *INTENDED["orientation_lire_avis"])
    assert not done("orientation_repondre_conseil", state)
    state = walk(state, "voeu_vers_mai")
    assert "demarches-avis-provisoire" not in terms(state)
    assert "demarches-proposition" not in terms(state)
    assert "demarches-proposition" in terms(walk(state, *FINAL))


def test_the_council_answers_the_final_choices_that_were_read_and_confirmed_after_the_opinion() -> None:
    state = walk(begin("orientation_lire_avis"), *INTENDED["orientation_lire_avis"])
    assert "voeu_vers_juin" not in MACHINE.pressable(state)
    state = walk(state, "voeu_vers_mai")
    assert "demarches-choix-a-ecrire" in seen(state)
    assert "voeu_vers_juin" not in MACHINE.pressable(state)
    # The list is read before it is confirmed: nothing confirms it on the screen before.
    assert "voeu_valider_choix" not in MACHINE.pressable(state)
    state = walk(state, "voeu_ecrire_choix", "voeu_vider", "voeu_valider_choix")
    assert said(state) == "demarches-liste-vide"
    state = walk(state, "voeu_cap", "voeu_professionnelle", "voeu_generale", "voeu_valider_choix")
    assert terms(state)[:3] == ["demarches-choix-un", "demarches-choix-deux", "demarches-choix-trois"]
    assert {"voeu_ecrire_choix", "voeu_vers_juin"} <= MACHINE.pressable(state).keys()
    state = walk(state, "voeu_vers_juin")
    assert "voeu_ecrire_choix" not in MACHINE.pressable(state)
    assert "demarches-proposition-explique" in seen(state)


def test_a_list_of_final_choices_that_was_emptied_is_not_said_to_hold_the_intentions() -> None:
    state = walk(begin("orientation_repondre_conseil"), OPEN, "voeu_ecrire_choix")
    assert "demarches-choix-repris" in seen(state)
    emptied = walk(state, "voeu_vider")
    assert said(emptied) == "demarches-liste-videe"
    assert "demarches-choix-repris" not in seen(emptied)
    assert "demarches-choix-repris" not in seen(walk(emptied, "voeu_cap"))


def test_a_list_emptied_among_the_intentions_is_taken_up_again_by_the_final_choices() -> None:
    state = walk(begin("orientation_saisir_voeu"), *WRITE, "voeu_cap", "voeu_vider", "voeu_generale", "voeu_valider")
    state = walk(state, "voeu_vers_mars", "voeu_lire_avis", "voeu_vers_mai", "voeu_ecrire_choix")
    assert "demarches-choix-repris" in seen(state)


def test_a_proposal_that_is_the_first_choice_is_not_said_to_be_another() -> None:
    state = walk(begin("orientation_repondre_conseil"), OPEN, "voeu_ecrire_choix", "voeu_vider", "voeu_professionnelle")
    state = walk(state, "voeu_valider_choix", "voeu_vers_juin")
    assert "demarches-proposition-premier" in seen(state)
    assert "demarches-proposition-explique" not in seen(state)
    assert done("orientation_repondre_conseil", walk(state, "voeu_d_accord"))


@pytest.mark.parametrize(
    ("press", "told"),
    [("voeu_d_accord", "demarches-d-accord-suite"), ("voeu_pas_d_accord", "demarches-pas-d-accord-suite")],
)
def test_either_answer_ends_the_mission_and_says_what_comes_next(press: str, told: str) -> None:
    state = walk(begin("orientation_repondre_conseil"), OPEN, *FINAL, press)
    assert done("orientation_repondre_conseil", state)
    assert told in seen(state)


def test_disagreeing_leads_to_the_head_and_one_may_change_one_s_mind() -> None:
    state = walk(begin("orientation_repondre_conseil"), OPEN, *FINAL, "voeu_pas_d_accord", "voeu_d_accord")
    assert state.values["voeu_etape"] == "accord"


def test_the_whole_year_can_be_gone_through_and_begun_again() -> None:
    state = walk(begin("orientation_saisir_voeu"), *INTENDED["orientation_saisir_voeu"], "voeu_vers_mars")
    state = walk(state, "voeu_lire_avis", "voeu_vers_mai", *FINAL, "voeu_pas_d_accord", "voeu_recommencer")
    assert "voeu_saisir" in MACHINE.pressable(state)
    assert terms(state) == ["demarches-intentions"]


def test_the_pupil_has_no_procedures_in_the_menu() -> None:
    begun = begin("orientation_saisir_voeu")
    for line in ("menu_demarches", "menu_orientation"):
        assert line in MACHINE.pressable(begun)
        assert line not in MACHINE.pressable(as_account("eleve", begun))
