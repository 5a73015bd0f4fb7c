"""Les démarches : bourse sans document, bourse sur papier, fiche de renseignements."""

import pytest

from liaison.practice.machine import State, holds
from liaison.practice.model import Facts
from walking import MACHINE, as_account, begin, done, said, seen, walk

GRANT = ("menu_demarches", "demarches_bourse")
FORM = ("menu_demarches", "demarches_fiche")
MOBILE = (*FORM, "fiche_vers_mobile")
SERVICE = "demarches"
STREET = {"responsable1": "fiche_rue1", "responsable2": "fiche_rue2"}
NEW_MOBILE = {
    "responsable1": "06\u00a039\u00a098\u00a000\u00a045",
    "responsable2": "06\u00a039\u00a098\u00a000\u00a046",
}
INTENDED = {
    "bourse_verifier_accord": (*GRANT, "lu_bourse_verifier_accord=reponse_3"),
    "fiche_nouveau_mobile": (*MOBILE, "fiche_mobile:bon", "fiche_enregistrer_mobile"),
    "bourse_en_ligne": (*GRANT, "bourse_demander", "bourse_donnees_justes", "bourse_envoyer"),
    "bourse_sur_papier": (*GRANT, "bourse_demander", "bourse_vers_papier", "bourse_demander_dossier"),
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


def test_with_an_agreement_kept_there_is_nothing_to_send_and_one_may_withdraw_it() -> None:
    state = walk(begin("bourse_verifier_accord"), *GRANT)
    assert "demarches-etude-accord" in seen(state)
    state = walk(state, "bourse_demander")
    assert said(state) == "demarches-rien-a-envoyer"
    state = walk(state, "bourse_retirer", "bourse_demander")
    assert state.values["ecran"] == "bourse_donnees"


def test_giving_the_agreement_instead_of_asking_on_line_can_be_repaired() -> None:
    state = walk(begin("bourse_en_ligne"), *GRANT, "bourse_accorder")
    assert state.values["bourse_etat"] == "accord"
    state = walk(state, "bourse_retirer", "bourse_demander", "bourse_donnees_justes", "bourse_envoyer")
    assert done("bourse_en_ligne", state)
    assert not done("bourse_en_ligne", walk(state, "bourse_reprendre"))


def test_on_line_the_data_are_fetched_and_checked_and_no_document_is_asked_for() -> None:
    state = walk(begin("bourse_en_ligne"), *GRANT, "bourse_demander")
    assert "demarches-revenus" in seen(state)
    while not done("bourse_en_ligne", state):
        assert "demarches-avis" not in seen(state)
        state = walk(state, "bourse_envoyer" if state.values["ecran"] == "bourse_envoi" else "bourse_donnees_justes")


@pytest.mark.parametrize(
    ("lecture", "steps"), [("trouvee", ("bourse_donnees_fausses",)), ("introuvable", ("bourse_vers_papier",))]
)
def test_data_that_are_wrong_or_not_found_lead_to_paper_and_the_tax_notice(
    lecture: str, steps: tuple[str, ...]
) -> None:
    state = walk(begin("bourse_sur_papier", bourse_lecture=lecture), *GRANT, "bourse_demander")
    assert ("demarches-introuvable" in seen(state)) is (lecture == "introuvable")
    assert ("demarches-revenus" in seen(state)) is (lecture == "trouvee")
    state = walk(state, *steps)
    assert "demarches-avis" in seen(state)
    assert done("bourse_sur_papier", walk(state, "bourse_demander_dossier"))


def test_a_paper_form_asked_for_by_mistake_can_be_taken_back() -> None:
    state = walk(begin("bourse_sur_papier"), *INTENDED["bourse_sur_papier"], "bourse_reprendre")
    assert not done("bourse_sur_papier", state)
    assert "bourse_demander" in MACHINE.pressable(state)


@pytest.mark.parametrize("start", ["accord", "sans_accord", "en_ligne", "papier"])
def test_the_other_parent_sees_neither_the_agreement_nor_the_request(start: str) -> None:
    state = as_account("responsable2", begin("bourse_en_ligne", bourse_etat=start), *GRANT)
    assert not MACHINE.pressable(state)
    assert not [
        key for key in ("etude-accord", "etude-sans", "demande-partie", "dossier") if f"demarches-{key}" in seen(state)
    ]


@pytest.mark.parametrize("typed", [(), ("fiche_mobile:faux",)])
def test_a_missing_or_incomplete_number_is_not_saved_and_says_what_to_do(typed: tuple[str, ...]) -> None:
    state = walk(begin("fiche_nouveau_mobile"), *MOBILE, *typed, "fiche_enregistrer_mobile")
    assert said(state) == ("demarches-mobile-faux" if typed else "demarches-mobile-manque")
    assert not done("fiche_nouveau_mobile", state)
    assert done("fiche_nouveau_mobile", walk(state, "fiche_mobile:bon", "fiche_enregistrer_mobile"))


@pytest.mark.parametrize(("session", "other"), [("responsable1", "responsable2"), ("responsable2", "responsable1")])
def test_each_parent_changes_and_sees_one_s_own_coordinates_only(session: str, other: str) -> None:
    begun = begin("fiche_nouveau_mobile")
    before = seen(as_account(other, begun, *FORM))
    state = as_account(session, begun, *MOBILE, "fiche_mobile:bon", "fiche_enregistrer_mobile")
    state = walk(state, "fiche_vers_adresse", "fiche_enregistrer_adresse")
    assert said(state) == "demarches-adresse-manque"
    street = STREET[session]
    state = walk(state, f"{street}:bon", "fiche_enregistrer_adresse")
    assert NEW_MOBILE[session] in seen(state)
    assert street in seen(state)
    assert state.typed[street] == MACHINE.scenario.inputs[street].samples.bon
    assert seen(as_account(other, state, *FORM)) == before
    state = walk(state, "fiche_vers_autre")
    assert said(state) == "demarches-autre-coordonnees-non"


@pytest.mark.parametrize(("session", "own", "foreign"), [("responsable1", "12", "27"), ("responsable2", "27", "12")])
def test_the_number_of_the_other_parent_is_never_shown(session: str, own: str, foreign: str) -> None:
    shown = seen(as_account(session, begin("fiche_nouveau_mobile"), *FORM))
    assert f"06\u00a039\u00a098\u00a000\u00a0{own}" in shown
    assert f"06\u00a039\u00a098\u00a000\u00a0{foreign}" not in shown


def test_a_number_not_saved_does_not_wait_for_the_other_parent() -> None:
    state = walk(begin("fiche_nouveau_mobile"), *MOBILE, "fiche_mobile:bon")
    assert as_account("responsable2", state, *MOBILE).typed["fiche_mobile"] == ""
    state = walk(begin("fiche_nouveau_mobile"), *FORM, "fiche_vers_adresse", "fiche_rue1:bon", "menu", "menu_demarches")
    assert not any(state.typed.values())


@pytest.mark.parametrize("session", STREET)
def test_a_saved_address_is_what_was_written_and_is_corrected_by_writing_it_again(session: str) -> None:
    street = STREET[session]
    steps = (*FORM, "fiche_vers_adresse", f"{street}:3 impasse du Puits", "fiche_enregistrer_adresse")
    state = as_account(session, begin("fiche_nouveau_mobile"), *steps)
    away = walk(state, "menu", *FORM)
    assert away.typed[street] == "3 impasse du Puits"
    assert f'"input":"{street}"' in seen(away)
    state = walk(away, "fiche_vers_adresse")
    assert "fiche_enregistrer_adresse" not in MACHINE.pressable(state)
    state = walk(state, "fiche_corriger_adresse", "fiche_enregistrer_adresse")
    assert said(state) == "demarches-adresse-manque"
    state = walk(state, f"{street}:5 rue Neuve", "fiche_enregistrer_adresse")
    assert state.typed[street] == "5 rue Neuve"


def facts(state: State) -> list[str]:
    """The terms of the facts that the screen shows now."""
    rows = [row for block in MACHINE.blocks(state) if isinstance(block, Facts) for row in block.rows]
    return [row.term.key for row in rows if holds(row.when, state.values)]


@pytest.mark.parametrize("session", ["responsable1", "responsable2"])
@pytest.mark.parametrize("state_of_form", ["before", "after"])
def test_the_form_says_each_fact_once_and_never_the_address_of_the_other(session: str, state_of_form: str) -> None:
    changed = {
        "fiche_tel1": "nouveau",
        "fiche_tel2": "nouveau",
        "fiche_adresse1": "nouvelle",
        "fiche_adresse2": "nouvelle",
    }
    begun = begin("fiche_nouveau_mobile", **(changed if state_of_form == "after" else {}))
    state = as_account(session, begun, *FORM)
    changed_address = [] if state_of_form == "after" else ["demarches-adresse"]
    assert facts(state) == ["demarches-vous", "demarches-mobile", *changed_address]
    assert seen(state).count('"demarches-adresse"') == 1
    for street, owner in (("Érables", "responsable1"), ("Stade", "responsable2")):
        assert (street in seen(state)) == (owner == session and state_of_form == "before")


@pytest.mark.parametrize("stage", ["accord", "sans_accord", "en_ligne", "papier"])
def test_the_grant_is_in_one_state_only(stage: str) -> None:
    state = walk(begin("bourse_verifier_accord", bourse_etat=stage), *GRANT)
    assert len(facts(state)) == 1
    assert "demarches-bourse-autre" not in seen(state)


def test_what_must_be_sent_is_asked_only_while_the_agreement_is_given() -> None:
    """Once it was withdrawn, « Rien » ended the mission with « Avec votre accord, … »."""
    there = walk(begin("bourse_verifier_accord"), *GRANT)
    gone = walk(there, "bourse_retirer")
    assert "reponse_3" in seen(there)
    assert "reponse_3" not in seen(gone)
    assert done("bourse_verifier_accord", walk(gone, "bourse_accorder", "lu_bourse_verifier_accord=reponse_3"))
