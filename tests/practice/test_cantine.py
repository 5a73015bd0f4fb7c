"""La cantine : une carte inventée acceptée, toute autre refusée, les autres moyens, l'aide, un faux SMS écarté."""

import pytest

from liaison.practice.machine import Event
from walking import MACHINE, as_account, begin, done, said, seen, walk

BILL = ("menu_cantine", "cantine_ouvrir_facture")
ON_LINE = (*BILL, "cantine_payer_en_ligne")
REFUSED = (*ON_LINE, "cantine_carte:faux", "cantine_payer")
ACCEPTED = (*ON_LINE, "cantine_carte:bon", "cantine_payer")
TEXT = ("menu_cantine", "cantine_ouvrir_sms")
HELP = ("menu_cantine", "cantine_ouvrir_aide")
SERVICE = "cantine"
INTENDED = {
    "cantine_trouver_moyens": ("menu_cantine", "cantine_ouvrir_moyens", "lu_cantine_trouver_moyens=reponse_2"),
    "cantine_payer": (*ACCEPTED, "cantine_confirmer"),
    "cantine_voir_refus": (*REFUSED, "lu_cantine_voir_refus=reponse_2"),
    "cantine_plusieurs_fois": (*HELP, "cantine_choix=plusieurs_fois", "cantine_envoyer_demande"),
    "cantine_ecarter_sms": (*TEXT, "cantine_sms_comparer", "menu", *TEXT, "cantine_sms_ecarter"),
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


@pytest.mark.parametrize("number", ["0000 0000 0000 0000", "4242424242424242", "1", "une carte", "5555-5555-5555-4444"])
def test_any_card_but_the_invented_one_is_refused_and_kept_nowhere(number: str) -> None:
    state = walk(begin("cantine_voir_refus"), *BILL, "cantine_payer_en_ligne")
    state = walk(MACHINE.step(state, Event("type", "cantine_carte", number)), "cantine_payer")
    assert state.values["ecran"] == "cantine_refus"
    assert said(state) is None
    assert "cantine-refus" in seen(state)
    assert (state.values["cantine_carte"], state.typed["cantine_carte"]) == ("vide", "")
    assert not [typed for _, typed in state.past if typed["cantine_carte"]]


def test_a_refused_card_leaves_the_bill_to_pay() -> None:
    untouched = begin("cantine_voir_refus").values
    state = walk(begin("cantine_voir_refus"), *REFUSED, "menu")
    assert state.values == untouched


def test_a_refusal_is_no_error_of_the_person_and_does_not_end_the_mission_before_it_is_read() -> None:
    state = walk(begin("cantine_voir_refus"), *REFUSED)
    assert not done("cantine_voir_refus", state)
    assert '"tone":"erreur"' not in seen(state)


def test_the_accepted_card_pays_only_once_the_bank_has_been_answered_and_is_kept_nowhere() -> None:
    asked = walk(begin("cantine_payer"), *ACCEPTED)
    assert asked.values["ecran"] == "cantine_banque"
    assert not asked.typed["cantine_carte"]
    refused = walk(asked, "cantine_ne_pas_confirmer")
    assert (said(refused), refused.values["cantine_facture"]) == ("cantine-rien-paye", "a_payer")
    paid = walk(asked, "cantine_confirmer")
    assert (said(paid), paid.values["cantine_facture"]) == ("cantine-payee-dit", "payee")
    assert "cantine_payer_en_ligne" not in MACHINE.pressable(paid)
    assert not [typed for _, typed in paid.past if typed["cantine_carte"]]


def test_a_paid_bill_can_be_paid_again_to_meet_the_refusal() -> None:
    paid = walk(begin("cantine_voir_refus"), *ACCEPTED, "cantine_confirmer", "cantine_remettre")
    state = walk(paid, "cantine_payer_en_ligne", "cantine_carte:faux", "cantine_payer")
    assert done("cantine_voir_refus", walk(state, "lu_cantine_voir_refus=reponse_2"))


def test_paying_with_nothing_typed_says_what_to_write() -> None:
    state = walk(begin("cantine_voir_refus"), *BILL, "cantine_payer_en_ligne", "cantine_payer")
    assert said(state) == "cantine-numero-manque"
    assert state.values["ecran"] == "cantine_paiement"


@pytest.mark.parametrize("leaving", [("retour", "cantine_payer_en_ligne"), ("menu", "menu_cantine")])
def test_a_number_typed_and_left_there_is_gone_on_coming_back(leaving: tuple[str, ...]) -> None:
    state = walk(begin("cantine_voir_refus"), *ON_LINE, "cantine_carte:bon")
    assert state.typed["cantine_carte"]
    assert not walk(state, *leaving).typed["cantine_carte"]


def test_the_refusal_says_why_and_how_the_real_page_is_recognised_and_another_way() -> None:
    state = walk(begin("cantine_voir_refus"), *REFUSED)
    for part in ("pourquoi", "chemin", "adresse", "facture"):
        assert part in seen(state)
    assert walk(state, "cantine_refus_moyens").values["ecran"] == "cantine_moyens"


def test_a_request_may_be_changed_and_an_empty_one_is_not_sent() -> None:
    state = walk(begin("cantine_plusieurs_fois"), *HELP, "cantine_envoyer_demande")
    assert said(state) == "cantine-choix-manque"
    state = walk(state, "cantine_choix=fonds_social", "cantine_envoyer_demande")
    assert state.values["cantine_demande"] == "fonds_social"
    assert not done("cantine_plusieurs_fois", state)
    assert done("cantine_plusieurs_fois", walk(state, "cantine_choix=plusieurs_fois", "cantine_envoyer_demande"))


def test_the_false_message_is_set_aside_only_once_compared_and_its_link_opens_nothing() -> None:
    state = walk(begin("cantine_ecarter_sms"), *TEXT, "cantine_sms_lien")
    assert said(state) == "cantine-sms-lien-non"
    assert state.values["ecran"] == "cantine_sms"
    state = walk(state, "cantine_sms_ecarter")
    assert said(state) == "cantine-sms-comparer-d-abord"
    assert not done("cantine_ecarter_sms", state)
    state = walk(state, "cantine_sms_comparer", "retour", "cantine_ouvrir_sms", "cantine_sms_ecarter")
    assert done("cantine_ecarter_sms", state)


@pytest.mark.parametrize("session", ["responsable2", "eleve"])
def test_the_bill_and_the_request_for_help_are_shown_to_who_pays_only(session: str) -> None:
    asked = walk(begin("cantine_plusieurs_fois"), *INTENDED["cantine_plusieurs_fois"])
    state = as_account(session, asked, "menu_cantine")
    assert not MACHINE.pressable(state)
    assert "cantine-poisson" in seen(state)
    assert ("cantine-autre-responsable" in seen(state)) == (session == "responsable2")
    assert len(MACHINE.pressable(as_account("responsable1", asked, "menu_cantine"))) == 4


def test_what_was_asked_and_the_message_set_aside_are_shown_as_such_and_nothing_else_is() -> None:
    state = walk(begin("cantine_plusieurs_fois"), *HELP)
    assert "cantine-demande-" not in seen(state)
    state = walk(state, "cantine_choix=fonds_social", "cantine_envoyer_demande")
    assert "cantine-demande-fonds" in seen(state)
    assert "cantine-demande-plusieurs-fois" not in seen(state)
    state = walk(begin("cantine_ecarter_sms"), *TEXT)
    assert "cantine-sms-deja" not in seen(state)
    state = walk(state, "cantine_sms_comparer", "retour", "cantine_ouvrir_sms", "cantine_sms_ecarter")
    assert "cantine-sms-deja" in seen(state)
    assert "cantine_sms_ecarter" not in MACHINE.pressable(state)
    assert walk(state, "cantine_sms_comparer").values["ecran"] == "cantine_facture"
