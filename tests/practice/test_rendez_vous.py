"""Les rendez-vous de l'école sans ENT : un créneau par foyer, aucun nom montré, une interprète demandée."""

import pytest

from liaison.practice.machine import State, holds
from walking import MACHINE, begin, done, door, said, walk

AS_MOTHER = "rdv_foyer=mme"
AS_FATHER = "rdv_foyer=m"


def test_a_slot_is_taken_in_two_presses_once_one_has_said_who_one_is() -> None:
    assert done("rdv_prendre", walk(begin("rdv_prendre"), "rdv_ouvrir", "rdv_jeudi_soir"))


def test_a_slot_taken_meanwhile_is_said_and_another_can_be_taken() -> None:
    state = walk(begin("rdv_prendre"), "rdv_ouvrir", "rdv_mardi_midi")
    assert said(state) == "rdv-pris-entre-temps"
    assert said(walk(state, "rdv_mardi_midi")) == "rdv-deja-pris"
    assert not done("rdv_prendre", state)
    assert done("rdv_prendre", walk(state, "rdv_vendredi_midi"))


def test_nothing_opens_before_one_has_said_who_one_is() -> None:
    state = walk(MACHINE.start({"ecran": "rdv_lien"}), "rdv_ouvrir")
    assert (said(state), state.values["ecran"]) == ("rdv-dire-qui", "rdv_lien")


def test_an_interpreter_is_asked_for_from_the_link() -> None:
    state = walk(begin("rdv_interprete"), door("rdv_lien"), AS_MOTHER, "rdv_ouvrir", "rdv_demander_interprete")
    assert done("rdv_interprete", walk(state, "rdv_langue_soninke"))


def test_an_appointment_cancelled_by_mistake_is_taken_again() -> None:
    state = walk(
        begin("rdv_interprete"), door("rdv_lien"), AS_MOTHER, "rdv_ouvrir", "rdv_vouloir_annuler", "rdv_rendre"
    )
    assert state.values["rdv_mme"] == "aucun"
    state = walk(state, "rdv_ouvrir", "rdv_vendredi_midi", "rdv_demander_interprete", "rdv_langue_arabe")
    assert done("rdv_interprete", state)


def test_separated_responsables_take_separate_slots() -> None:
    state = walk(begin("rdv_separes"), door("rdv_lien"), AS_FATHER, "rdv_ouvrir")
    assert said(walk(state, "rdv_jeudi_soir")) == "rdv-deja-pris"
    state = walk(state, "rdv_vendredi_midi")
    assert not done("rdv_separes", state)
    assert done("rdv_separes", walk(state, "rdv_voir_autres", "lu_rdv_separes=reponse_2"))


@pytest.mark.parametrize(("who", "other"), [(AS_MOTHER, "rdv-m"), (AS_FATHER, "rdv-mme")])
@pytest.mark.parametrize("screen", ["rdv_creneaux", "rdv_mien", "rdv_autres", "rdv_langue"])
def test_no_screen_after_the_first_names_the_other_responsable(screen: str, who: tuple[str, str], other: str) -> None:
    keys = str(MACHINE.scenario.screens[screen])
    assert f"'{other}'" not in keys
    assert who[0] in str(MACHINE.scenario.screens["rdv_lien"])


def test_what_one_responsable_asked_for_is_not_shown_to_the_other() -> None:
    state = MACHINE.start({"ecran": "rdv_mien", "rdv_foyer": "m", "rdv_m": "vendredi", "rdv_mme": "jeudi"})
    state = State({**state.values, "rdv_mme_aide": "arabe"}, state.typed)
    facts = next(block for block in MACHINE.blocks(state) if block.kind == "facts")
    shown = [row.text.key for row in facts.rows if holds(row.when, state.values)]
    assert "rdv-sans-interprete" in shown
    assert "rdv-interprete-arabe" not in shown
    assert len(shown) == 4
