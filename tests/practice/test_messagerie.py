"""La messagerie : lire, répondre, joindre la bonne photo, choisir qui lit, trouver à qui écrire, écrire le soir."""

import pytest

from liaison.practice.machine import State, holds
from liaison.practice.model import Item
from walking import MACHINE, begin, done, said, seen, walk

READ = ("menu_messagerie", "msg_ouvrir_delcourt")
ANSWER = (*READ, "msg_repondre_delcourt", "msg_texte_delcourt:", "msg_envoyer_delcourt")
PHOTO = ("menu_messagerie", "msg_ouvrir_cantine", "msg_joindre_photo")
GROUP = ("menu_messagerie", "msg_ouvrir_groupe", "msg_repondre_groupe", "msg_texte_groupe:")
WRITE = ("menu_messagerie", "msg_ecrire_message")
SEND = ("msg_texte_nouveau:", "msg_envoyer_nouveau")
INTENDED = {
    "lire_message": (*READ, "lu_lire_message=reponse_3"),
    "repondre_message": ANSWER,
    "joindre_photo": (*PHOTO, "msg_photo=carte", "msg_relire_photo", "msg_envoyer_photo"),
    "bon_destinataire": (*WRITE, "msg_a_morin", *SEND),
    "repondre_groupe": (*GROUP, "msg_groupe_lecteurs=expediteur", "msg_relire_groupe", "msg_envoyer_groupe"),
    "message_du_soir": (*WRITE, "msg_a_haddad", *SEND, "msg_parti_haddad", "lu_message_du_soir=reponse_2"),
}
TO_ALL = (*GROUP, "msg_groupe_lecteurs=tous", "msg_relire_groupe", "msg_envoyer_groupe")


@pytest.mark.parametrize("mission", INTENDED)
def test_a_mission_is_done_by_its_walk_and_not_one_step_before(mission: str) -> None:
    *before, last = INTENDED[mission]
    almost = walk(begin(mission), *before)
    assert not done(mission, begin(mission))
    assert not done(mission, almost)
    assert done(mission, walk(almost, last))


def test_every_mission_of_the_service_has_its_walk() -> None:
    assert INTENDED.keys() == {
        mission.id for service, mission in MACHINE.scenario.missions.values() if service.service == "messagerie"
    }


def test_the_unread_mark_goes_when_the_message_is_opened() -> None:
    state = begin("lire_message")
    line = MACHINE.pressable(walk(state, "menu_messagerie"))["msg_ouvrir_delcourt"]
    assert isinstance(line, Item)
    assert holds(line.mark_when, state.values)
    assert not holds(line.mark_when, walk(state, *READ).values)


def test_an_answer_is_shown_again_in_the_conversation() -> None:
    state = begin("repondre_message")
    assert "msg_texte_delcourt" not in seen(walk(state, *READ))
    state = walk(state, *ANSWER)
    assert "msg_texte_delcourt" in seen(state)
    assert state.typed["msg_texte_delcourt"] == MACHINE.scenario.inputs["msg_texte_delcourt"].samples.bon


@pytest.mark.parametrize(
    ("steps", "missing"),
    [
        ((*READ, "msg_repondre_delcourt", "msg_envoyer_delcourt"), "messagerie-texte-manque"),
        ((*PHOTO, "msg_relire_photo"), "messagerie-photo-manque"),
        ((*GROUP[:-1], "msg_groupe_lecteurs=tous", "msg_relire_groupe"), "messagerie-texte-manque"),
        ((*GROUP, "msg_relire_groupe"), "messagerie-groupe-manque"),
        ((*WRITE, "msg_a_petit", "msg_envoyer_nouveau"), "messagerie-texte-manque"),
    ],
)
def test_nothing_leaves_incomplete_and_the_screen_says_what_is_missing(steps: tuple[str, ...], missing: str) -> None:
    state = walk(begin("lire_message"), *steps)
    assert said(state) == missing
    assert "messagerie-envoyes-aucun" in seen(walk(state, "menu", "menu_messagerie", "msg_voir_envoyes"))


@pytest.mark.parametrize("photo", ["document", "famille"])
def test_a_photo_that_is_not_needed_is_pointed_out_before_it_leaves_and_can_be_taken_back(photo: str) -> None:
    state = walk(begin("joindre_photo"), *PHOTO, f"msg_photo={photo}", "msg_relire_photo")
    assert f"messagerie-photo-{photo}-doute" in seen(state)
    state = walk(state, "msg_envoyer_photo")
    assert "messagerie-photo-autre" in seen(state)
    assert not done("joindre_photo", state)
    state = walk(state, "msg_rappeler_photo", "msg_photo=carte", "msg_relire_photo")
    assert "doute" not in seen(state)
    assert done("joindre_photo", walk(state, "msg_envoyer_photo"))


def test_who_will_read_a_group_answer_is_shown_before_it_is_sent() -> None:
    state = walk(begin("repondre_groupe"), *TO_ALL[:-1])
    assert "messagerie-groupe-tous-aide" in seen(state)
    assert "messagerie-groupe-doute" in seen(state)
    state = walk(state, "msg_modifier_groupe", "msg_groupe_lecteurs=expediteur", "msg_relire_groupe")
    assert "messagerie-delcourt-seule" in seen(state)
    assert "messagerie-groupe-doute" not in seen(state)
    assert state.values["msg_groupe"] == "attendue"


@pytest.mark.parametrize(
    ("steps", "forgotten"),
    [
        ((*PHOTO, "msg_photo=famille", "retour", "retour"), "msg_photo"),
        ((*GROUP, "msg_groupe_lecteurs=tous", "menu", "menu_messagerie"), "msg_groupe_lecteurs"),
        ((*WRITE, "msg_a_petit", "msg_texte_nouveau:", "menu", "menu_messagerie"), "msg_destinataire"),
    ],
)
def test_back_at_the_list_a_choice_not_sent_is_forgotten_and_a_text_is_kept(
    steps: tuple[str, ...], forgotten: str
) -> None:
    state = walk(begin("repondre_groupe"), *steps)
    assert state.values[forgotten] == MACHINE.scenario.variables[forgotten].values[0]
    for step in steps:
        if step.endswith(":"):
            assert state.typed[step[:-1]] == MACHINE.scenario.inputs[step[:-1]].samples.bon


def test_back_at_the_list_what_was_sent_is_kept() -> None:
    state = walk(begin("repondre_groupe"), *TO_ALL, "menu", *INTENDED["joindre_photo"], "menu", "menu_messagerie")
    assert (state.values["msg_groupe_lecteurs"], state.values["msg_photo"]) == ("tous", "carte")


def test_an_answer_to_all_is_taken_back_then_sent_to_the_teacher_alone() -> None:
    state = walk(begin("repondre_groupe"), *TO_ALL)
    assert not done("repondre_groupe", state)
    state = walk(state, "msg_rappeler_groupe")
    assert said(state) == "messagerie-groupe-rappele"
    # What was written is kept: only the readers have to be corrected.
    state = walk(state, "msg_groupe_lecteurs=expediteur", "msg_relire_groupe", "msg_envoyer_groupe")
    assert done("repondre_groupe", state)


def as_other(state: State, session: str) -> State:
    """The same week seen by another account, at its menu."""
    return State({**state.values, "session": session, "ecran": "menu"}, state.typed)


@pytest.mark.parametrize(
    ("readers", "moment", "read"),
    [("tous", "journee", True), ("expediteur", "journee", False), ("tous", "soir", False)],
)
def test_the_other_parent_reads_a_group_answer_only_if_it_went_to_all_and_has_left(
    readers: str, moment: str, read: bool
) -> None:
    sent = ("msg_relire_groupe", "msg_envoyer_groupe")
    state = walk(begin("repondre_groupe", msg_moment=moment), *GROUP, f"msg_groupe_lecteurs={readers}", *sent)
    shown = seen(walk(as_other(state, "responsable2"), "menu_messagerie", "msg_ouvrir_groupe"))
    assert ("msg_texte_groupe" in shown) is read
    assert ("messagerie-groupe-karim-lit" in shown) is read
    assert ("messagerie-groupe-karim-ne-lit-pas" in shown) is not read


def test_an_answer_taken_back_is_no_longer_read_by_the_other_parent() -> None:
    state = walk(begin("repondre_groupe"), *TO_ALL, "msg_rappeler_groupe")
    shown = seen(walk(as_other(state, "responsable2"), "menu_messagerie", "msg_ouvrir_groupe"))
    assert "msg_texte_groupe" not in shown


def everywhere(state: State, menu_entry: str) -> list[State]:
    """Every state that one account reaches without leaving the service."""
    names = MACHINE.scenario.missions["lire_message"][0].screens
    found = {tuple(state.values.values()): state}
    waiting = [walk(state, menu_entry)]
    while waiting:
        one = waiting.pop()
        if one.values["ecran"] in names and tuple(one.values.values()) not in found:
            found[tuple(one.values.values())] = one
            waiting += [MACHINE.step(one, event) for event in MACHINE.events(one) if event.kind != "undo"]
    return [*found.values()]


@pytest.mark.parametrize("session", ["responsable2", "eleve"])
def test_nothing_that_a_parent_wrote_to_one_person_is_shown_to_another_account(session: str) -> None:
    state = begin("repondre_groupe")
    for mission in ("repondre_message", "repondre_groupe", "bon_destinataire"):
        state = walk(state, *INTENDED[mission], "menu")
    reached = everywhere(as_other(state, session), "menu_messagerie")
    assert {one.values["session"] for one in reached} == {session}
    assert len({one.values["ecran"] for one in reached}) > 3
    for one in reached:
        written = ("msg_texte_delcourt", "msg_texte_groupe", "msg_texte_nouveau")
        assert not any(name in seen(one) for name in written)


def test_each_account_opens_its_own_messages_only() -> None:
    opened = {
        session: set(MACHINE.pressable(MACHINE.start({"session": session, "ecran": "messagerie"})))
        for session in ("responsable1", "responsable2", "eleve")
    }
    assert opened["eleve"] == {"msg_ouvrir_ferrand", "msg_ouvrir_haddad"}
    assert opened["responsable1"] & opened["responsable2"] == {
        "msg_ouvrir_groupe",
        "msg_ecrire_message",
        "msg_voir_soiree",
    }


def test_the_second_parent_answers_his_own_message() -> None:
    state = MACHINE.start({"session": "responsable2", "ecran": "messagerie"})
    state = walk(state, "msg_ouvrir_karim", "msg_repondre_karim", "msg_texte_karim:", "msg_envoyer_karim")
    assert "msg_texte_karim" in seen(state)
    assert said(walk(state, "retour", "msg_ecrire_message")) == "messagerie-ecrire-autre-compte"


@pytest.mark.parametrize("wrong", ["msg_a_delcourt", "msg_a_haddad", "msg_a_petit"])
def test_a_message_sent_to_the_wrong_person_is_taken_back_and_sent_to_the_right_one(wrong: str) -> None:
    state = walk(begin("bon_destinataire"), *WRITE, wrong, *SEND)
    assert not done("bon_destinataire", state)
    state = walk(state, "retour", "msg_ecrire_message")
    assert said(state) == "messagerie-deja-envoye"
    state = walk(state, wrong.replace("_a_", "_parti_"), "msg_rappeler_nouveau", "msg_a_morin", "msg_envoyer_nouveau")
    assert done("bon_destinataire", state)


@pytest.mark.parametrize(
    ("mission", "moment", "said_last", "waits"),
    [
        ("repondre_message", "journee", "messagerie-parti", False),
        ("repondre_message", "soir", "messagerie-en-attente", True),
        ("joindre_photo", "soir", "messagerie-en-attente", True),
        ("repondre_groupe", "soir", "messagerie-en-attente", True),
    ],
)
def test_an_evening_message_waits_for_the_morning_and_stays_among_those_sent(
    mission: str, moment: str, said_last: str, waits: bool
) -> None:
    state = walk(begin(mission, msg_moment=moment), *INTENDED[mission])
    assert said(state) == said_last
    assert ("messagerie-attend" in seen(state)) is waits
    state = walk(state, "menu", "menu_messagerie", "msg_voir_envoyes")
    assert "messagerie-envoyes-aucun" not in seen(state)
    assert ("messagerie-en-attente" in seen(state)) is waits


def test_the_departure_of_an_evening_message_is_told_before_it_is_sent_and_after() -> None:
    state = walk(begin("message_du_soir"), *WRITE, "msg_a_haddad")
    assert "messagerie-soir-annonce" in seen(state)
    state = walk(state, *SEND, "msg_parti_haddad")
    assert "messagerie-pas-perdu" in seen(state)
    assert "messagerie-parti-le" not in seen(state)


def test_nothing_sent_says_so() -> None:
    state = walk(begin("lire_message"), "menu_messagerie", "msg_voir_envoyes")
    assert "messagerie-envoyes-aucun" in seen(state)
