"""Le carnet de liaison : lire, signer, répondre une fois, autoriser une sortie, préférer le papier."""

import pytest

from walking import MACHINE, as_account, begin, done, said, seen, walk

NOTE = ("menu_carnet", "carnet_ouvrir_mot")
OUTING = ("menu_carnet", "carnet_ouvrir_sortie")
SERVICE = "carnet"
INTENDED = {
    "carnet_lire_mot": (*NOTE, "lu_carnet_lire_mot=reponse_3"),
    "carnet_signer_repondre": (
        *(*NOTE, "carnet_signer", "carnet_repondre"),
        *("carnet_texte1:bon", "carnet_envoyer_reponse"),
    ),
    "carnet_demander_coupon": (*OUTING, "carnet_sortie_papier", "carnet_coupon_demander"),
    "carnet_signer_aussi": (*NOTE, "carnet_signer"),
    "carnet_changer_reponse": (*OUTING, "carnet_sortie_modifier", "carnet_dire_non"),
}


@pytest.mark.parametrize("mission", INTENDED)
def test_a_mission_is_done_by_its_walk_and_not_one_step_before(mission: str) -> None:
    *before, last = INTENDED[mission]
    almost = walk(begin(mission), *before)
    assert not done(mission, begin(mission))
    assert not done(mission, almost)
    assert done(mission, walk(almost, last))


def test_every_mission_of_the_service_has_its_walk() -> None:
    assert INTENDED.keys() == {
        mission.id for service, mission in MACHINE.scenario.missions.values() if service.service == SERVICE
    }


def test_an_answer_before_the_signature_says_to_sign_first() -> None:
    state = walk(begin("carnet_signer_repondre"), *NOTE, "carnet_repondre")
    assert said(state) == "carnet-signer-d-abord"
    assert state.values["ecran"] == "carnet_mot"
    assert walk(state, "carnet_signer", "carnet_repondre").values["ecran"] == "carnet_reponse"


def test_one_answer_each_no_second_one_and_none_that_is_empty() -> None:
    state = walk(begin("carnet_signer_repondre"), *NOTE, "carnet_signer", "carnet_repondre", "carnet_envoyer_reponse")
    assert said(state) == "carnet-reponse-manque"
    state = walk(state, "carnet_texte1:bon", "carnet_envoyer_reponse", "carnet_repondre")
    assert said(state) == "carnet-une-seule-reponse"
    assert state.values["ecran"] == "carnet_mot"


def test_an_answer_is_seen_by_who_wrote_it_and_the_other_answers_too() -> None:
    state = walk(begin("carnet_signer_repondre"), *INTENDED["carnet_signer_repondre"])
    assert "carnet_texte1" in seen(state)
    other = as_account("responsable2", state, *NOTE)
    assert "carnet_texte1" not in seen(other)
    other = walk(other, "carnet_signer", "carnet_repondre")
    assert "carnet_texte1" not in seen(other)
    other = walk(other, "carnet_texte2:bon", "carnet_envoyer_reponse")
    assert (other.values["carnet_mot1"], other.values["carnet_mot2"]) == ("repondu", "repondu")


def test_the_signature_of_one_parent_is_not_that_of_the_other() -> None:
    state = walk(begin("carnet_signer_repondre"), *NOTE, "carnet_signer")
    assert "carnet_signer" not in MACHINE.pressable(state)
    other = as_account("responsable2", state, *NOTE)
    assert other.values["carnet_mot2"] == "lu"
    assert "carnet-pas-encore" in seen(other)


def test_the_pupil_reads_only_and_reading_leaves_no_trace_for_the_parents() -> None:
    begun = begin("carnet_lire_mot")
    state = as_account("eleve", begun, *NOTE)
    assert "carnet-mot-texte" in seen(state)
    assert not MACHINE.pressable(state)
    assert (state.values["carnet_mot1"], state.values["carnet_mot2"]) == ("non_lu", "non_lu")
    answered = walk(begin("carnet_changer_reponse"), *OUTING)
    assert "carnet-oui" in seen(answered)
    state = as_account("eleve", answered, *OUTING)
    assert not MACHINE.pressable(state)
    assert "carnet-votre-reponse" not in seen(state)


@pytest.mark.parametrize(("session", "mine"), [("responsable1", "carnet_sortie1"), ("responsable2", "carnet_sortie2")])
def test_the_outing_is_answered_then_corrected_without_touching_the_other_answer(session: str, mine: str) -> None:
    state = as_account(session, begin("carnet_lire_mot"), *OUTING, "carnet_sortie_repondre", "carnet_dire_oui")
    assert state.values[mine] == "accord"
    assert "carnet-oui" in seen(state)
    state = walk(state, "carnet_sortie_modifier", "carnet_dire_non")
    assert state.values[mine] == "refus"
    assert {state.values["carnet_sortie1"], state.values["carnet_sortie2"]} == {"refus", "aucune"}


@pytest.mark.parametrize("press", ["carnet_coupon_demander", "carnet_coupon_imprimer"])
@pytest.mark.parametrize("session", ["responsable1", "responsable2"])
def test_paper_replaces_an_answer_on_screen_and_the_screen_may_replace_paper(session: str, press: str) -> None:
    mine = f"carnet_sortie{session[-1]}"
    state = as_account(session, begin("carnet_lire_mot"), *OUTING, "carnet_sortie_repondre", "carnet_dire_non")
    state = walk(state, "carnet_sortie_papier")
    assert "carnet-coupon-remplace" in seen(state)
    state = walk(state, press)
    assert state.values[mine] == "coupon"
    assert walk(state, "carnet_sortie_modifier", "carnet_dire_oui").values[mine] == "accord"


def test_the_other_parent_s_answer_is_hidden_from_the_first_too() -> None:
    begun = as_account("responsable2", begin("carnet_lire_mot"), *NOTE, "carnet_signer", "carnet_repondre")
    state = as_account("responsable1", walk(begun, "carnet_texte2:bon", "carnet_envoyer_reponse"), *NOTE)
    assert "carnet_texte2" not in seen(state)
    assert "carnet_texte2" not in seen(walk(state, "carnet_signer", "carnet_repondre"))
