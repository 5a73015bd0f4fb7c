"""La réunion de classe en visio : entrer sans compte, rien d'ouvert sans le vouloir, rien de privé dans le chat."""

import pytest

from walking import MACHINE, begin, done, door, said, walk


@pytest.mark.parametrize("name", ["nom", "initiale"])
def test_one_enters_without_an_account_under_the_name_one_chose(name: str) -> None:
    state = walk(begin("reunion_entrer"), f"reu_affichage={name}", "reu_rejoindre", "reu_attendre")
    assert done("reunion_entrer", state)
    assert state.values["session"] == "personne"


@pytest.mark.parametrize(("name", "sentence"), [("aucun", "reunion-choisir-nom"), ("numero", "reunion-pas-de-numero")])
def test_one_does_not_enter_without_a_name_nor_with_ones_number(name: str, sentence: str) -> None:
    state = walk(MACHINE.start({"ecran": "reunion_lien", "reu_affichage": name}), "reu_rejoindre")
    assert (said(state), state.values["ecran"]) == (sentence, "reunion_lien")


def test_microphone_and_camera_are_off_when_one_enters_and_when_one_comes_back() -> None:
    state = walk(begin("reunion_entrer"), "reu_affichage=nom", "reu_rejoindre", "reu_attendre")
    assert (state.values["reu_micro"], state.values["reu_camera"]) == ("coupe", "eteinte")
    state = walk(state, "reu_ouvrir_micro", "reu_allumer_camera", "reu_vouloir_quitter", "reu_quitter", "reu_revenir")
    assert (state.values["reu_micro"], state.values["reu_camera"]) == ("coupe", "eteinte")


def test_the_meeting_is_followed_by_telephone_and_a_hand_is_raised() -> None:
    state = walk(begin("reunion_telephone"), door("reunion_lien"), "reu_par_telephone", "reu_appeler")
    assert not done("reunion_telephone", state)
    assert done("reunion_telephone", walk(state, "reu_appel_lever_main"))


def test_a_hand_raised_before_the_call_is_no_longer_raised_in_the_call() -> None:
    room = MACHINE.start({"ecran": "reunion_salle", "reu_main": "levee"})
    state = walk(room, "reu_vouloir_quitter", "reu_salle_telephone", "reu_appeler")
    assert state.values["reu_main"] == "baissee"


def test_a_private_sentence_does_not_leave_for_everyone_but_for_the_teacher_alone() -> None:
    state = walk(begin("reunion_question"), "reu_ouvrir_chat", "reu_phrase=sante", "reu_envoyer_tous")
    assert (said(state), state.values["reu_chat"]) == ("reunion-pas-devant-tous", "rien")
    state = walk(state, "reu_envoyer_maitre", "retour", "reu_vouloir_quitter", "reu_quitter")
    assert done("reunion_question", state)


def test_another_question_sent_first_can_be_followed_by_the_right_one() -> None:
    state = walk(begin("reunion_question"), "reu_ouvrir_chat", "reu_phrase=heure", "reu_envoyer_maitre")
    left = walk(state, "retour", "reu_vouloir_quitter", "reu_quitter")
    assert not done("reunion_question", left)
    state = walk(left, "reu_revenir", "reu_rejoindre", "reu_attendre", "reu_ouvrir_chat", "reu_phrase=sante")
    state = walk(state, "reu_envoyer_maitre", "retour", "reu_vouloir_quitter", "reu_quitter")
    assert done("reunion_question", state)


def test_an_ordinary_question_goes_to_everyone() -> None:
    state = walk(MACHINE.start({"ecran": "reunion_chat"}), "reu_phrase=heure", "reu_envoyer_tous")
    assert (said(state), state.values["reu_chat"]) == ("reunion-chat-envoye", "envoye")
    assert said(walk(state, "reu_envoyer_tous")) == "reunion-choisir-phrase"
