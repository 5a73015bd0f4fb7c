"""Les démarches : bourse, fiche de renseignements, vœu d'orientation et accord des deux responsables."""

import pytest

from liaison.practice import State, holds
from liaison.practice.model import Facts
from walking import MACHINE, as_account, begin, done, said, seen, walk

GRANT = ("menu_demarches", "demarches_bourse")
FORM = ("menu_demarches", "demarches_fiche")
WISH = ("menu_demarches", "demarches_orientation")
MOBILE = (*FORM, "fiche_vers_mobile")
SERVICE = "demarches"
INTENDED = {
    "bourse_verifier_accord": (*GRANT, "lu_bourse_verifier_accord=reponse_3"),
    "fiche_nouveau_mobile": (*MOBILE, "fiche_mobile:bon", "fiche_enregistrer_mobile"),
    "orientation_saisir_voeu": (*WISH, "voeu_saisir", "voeu_generale"),
    "orientation_donner_accord": (*WISH, "voeu_donner_accord"),
    "bourse_en_ligne": (*GRANT, "bourse_demander", "bourse_avis", "bourse_envoyer"),
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
    assert state.values["ecran"] == "bourse_document"


def test_giving_the_agreement_instead_of_asking_on_line_can_be_repaired() -> None:
    state = walk(begin("bourse_en_ligne"), *GRANT, "bourse_accorder")
    assert state.values["bourse_etat"] == "accord"
    state = walk(state, "bourse_retirer", "bourse_demander", "bourse_avis", "bourse_envoyer")
    assert done("bourse_en_ligne", state)
    assert not done("bourse_en_ligne", walk(state, "bourse_reprendre"))


@pytest.mark.parametrize(
    ("document", "answer"), [("bourse_paie", "demarches-paie-non"), ("bourse_releve", "demarches-releve-non")]
)
def test_a_document_that_is_not_the_right_one_is_explained_where_it_is_chosen(document: str, answer: str) -> None:
    state = walk(begin("bourse_en_ligne"), *GRANT, "bourse_demander", document)
    assert said(state) == answer
    assert state.values["ecran"] == "bourse_document"


@pytest.mark.parametrize("start", ["accord", "sans_accord", "en_ligne"])
def test_the_other_parent_sees_neither_the_agreement_nor_the_request(start: str) -> None:
    state = as_account("responsable2", begin("bourse_en_ligne", bourse_etat=start), *GRANT)
    assert not MACHINE.pressable(state)
    assert not [key for key in ("etude-accord", "etude-sans", "demande-partie") if f"demarches-{key}" in seen(state)]


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
    state = walk(state, "fiche_rue:bon", "fiche_enregistrer_adresse")
    assert "demarches-mobile-nouveau" in seen(state)
    assert "demarches-adresse-nouvelle" in seen(state)
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
    state = walk(begin("fiche_nouveau_mobile"), *FORM, "fiche_vers_adresse", "fiche_rue:bon")
    assert as_account("responsable2", state, *FORM, "fiche_vers_adresse").typed["fiche_rue"] == ""


@pytest.mark.parametrize(("writer", "other"), [("responsable1", "responsable2"), ("responsable2", "responsable1")])
def test_one_parent_writes_the_wish_and_only_the_other_agrees(writer: str, other: str) -> None:
    state = as_account(writer, begin("orientation_saisir_voeu"), *WISH, "voeu_saisir", "voeu_professionnelle")
    assert not {"voeu_donner_accord", "voeu_refuser"} & MACHINE.pressable(state).keys()
    state = walk(state, "voeu_valider_seul")
    assert said(state) == "demarches-pas-a-sa-place"
    assert state.values["voeu_accord"] == "attente"
    state = as_account(other, state, *WISH)
    assert not {"voeu_modifier", "voeu_saisir", "voeu_valider_seul"} & MACHINE.pressable(state).keys()
    assert walk(state, "voeu_donner_accord").values["voeu_accord"] == "donne"


def test_a_wrong_wish_is_changed_and_a_changed_wish_is_asked_about_again() -> None:
    state = walk(begin("orientation_saisir_voeu"), *WISH, "voeu_saisir", "voeu_cap")
    assert not done("orientation_saisir_voeu", state)
    state = as_account("responsable2", state, *WISH, "voeu_donner_accord")
    state = as_account("responsable1", state, *WISH, "voeu_modifier", "voeu_generale")
    assert done("orientation_saisir_voeu", state)
    assert state.values["voeu_accord"] == "attente"


def test_one_may_disagree_then_agree_and_take_an_agreement_back() -> None:
    state = walk(begin("orientation_donner_accord"), *WISH, "voeu_refuser")
    assert said(state) == "demarches-desaccord"
    assert not done("orientation_donner_accord", state)
    state = walk(state, "voeu_donner_accord")
    assert done("orientation_donner_accord", state)
    assert walk(state, "voeu_refuser").values["voeu_accord"] == "refuse"


def test_the_pupil_has_no_procedures_in_the_menu() -> None:
    begun = begin("orientation_saisir_voeu")
    assert "menu_demarches" in MACHINE.pressable(begun)
    assert "menu_demarches" not in MACHINE.pressable(as_account("eleve", begun))


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
    assert facts(state) == ["demarches-vous", "demarches-mobile", "demarches-adresse"]
    for street, owner in (("Érables", "responsable1"), ("Stade", "responsable2")):
        assert (street in seen(state)) == (owner == session and state_of_form == "before")


@pytest.mark.parametrize("wish", ["generale", "professionnelle", "cap"])
@pytest.mark.parametrize("session", ["responsable1", "responsable2"])
@pytest.mark.parametrize("answer", ["attente", "donne", "refuse"])
def test_the_wish_who_wrote_it_and_the_other_s_answer_are_each_said_once(wish: str, session: str, answer: str) -> None:
    state = as_account(session, begin("orientation_saisir_voeu"), *WISH)
    assert facts(state) == ["demarches-voeu"]
    state = walk(state, "voeu_saisir", f"voeu_{wish}")
    assert (state.values["voeu"], state.values["voeu_par"]) == (wish, session)
    state = State({**state.values, "voeu_accord": answer}, state.typed)
    assert facts(state) == ["demarches-voeu", "demarches-saisi-par", "demarches-accord"]


@pytest.mark.parametrize("stage", ["accord", "sans_accord", "en_ligne"])
def test_the_grant_is_in_one_state_only(stage: str) -> None:
    state = walk(begin("bourse_verifier_accord", bourse_etat=stage), *GRANT)
    assert len(facts(state)) == 1
    assert "demarches-bourse-autre" not in seen(state)
