"""Le cahier de textes et l'emploi du temps : travail, document joint, professeure absente, salle changée."""

import pytest

from liaison.practice.machine import State
from walking import MACHINE, begin, done, said, seen, walk

WORK = ("menu_cahier", "cah_ouvrir_travail")
TOMORROW = ("cah_ouvrir_horaire", "cah_ouvrir_mercredi")
NOTE = ("menu_cahier", *TOMORROW, "retour", "retour", "cah_ouvrir_pense_bete")
LENS = "lu_document_joint=reponse_2"
INTENDED = {
    "travail_de_demain": (*WORK, "lu_travail_de_demain=reponse_2"),
    "horaire_de_demain": (*TOMORROW, "lu_horaire_de_demain=reponse_1"),
    "document_joint": (*WORK, "cah_ouvrir_svt", "cah_ouvrir_document", LENS, "retour", "cah_noter_vu"),
    "changements_de_demain": (*NOTE, "cah_heure=neuf", "cah_salle=salle_204", "cah_garder_note"),
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
        mission.id for service, mission in MACHINE.scenario.missions.values() if service.service == "cahier"
    }


def test_a_document_is_noted_as_seen_once_it_was_opened_and_the_question_can_be_answered_after() -> None:
    state = walk(begin("document_joint"), *WORK, "cah_ouvrir_svt")
    assert "cah_noter_vu" not in MACHINE.pressable(state)
    state = walk(state, "cah_ouvrir_document", "retour", "cah_noter_vu")
    assert not done("document_joint", state)
    assert done("document_joint", walk(state, "cah_ouvrir_document", LENS))


def test_what_changes_is_noted_once_the_timetable_was_opened_and_the_reminder_says_so() -> None:
    state = walk(begin("changements_de_demain"), "menu_cahier", "cah_ouvrir_pense_bete")
    assert "cahier-note-lire" in seen(state)
    assert {"cah_heure", "cah_salle", "cah_garder_note"}.isdisjoint(event.target for event in MACHINE.events(state))
    state = walk(state, "cah_note_horaire", "cah_ouvrir_mardi", "retour", "retour", "cah_ouvrir_pense_bete")
    assert "cahier-note-lire" in seen(state)
    state = walk(state, "cah_note_horaire", "cah_ouvrir_mercredi", "retour", "retour", "cah_ouvrir_pense_bete")
    assert "cahier-note-lire" not in seen(state)
    assert "cah_heure" in {event.target for event in MACHINE.events(state)}


def test_the_document_says_what_to_bring() -> None:
    state = walk(begin("document_joint"), *WORK, "cah_ouvrir_svt", "cah_ouvrir_document")
    assert "cahier-document-etape-apporter" in seen(state)


def test_another_day_of_the_timetable_does_not_end_the_mission_and_one_comes_back() -> None:
    state = walk(begin("horaire_de_demain"), "cah_ouvrir_horaire", "cah_ouvrir_mardi")
    assert not done("horaire_de_demain", state)
    assert "cahier-absence-debut" not in seen(state)
    state = walk(state, "retour", "cah_ouvrir_mercredi")
    assert done("horaire_de_demain", walk(state, "lu_horaire_de_demain=reponse_1"))
    assert {"cahier-absence-debut", "cahier-salle-svt"} == {
        key for key in ("cahier-absence-debut", "cahier-salle-svt", "cahier-gymnase") if key in seen(state)
    }


@pytest.mark.parametrize(
    ("choices", "answer"),
    [
        ((), "cahier-note-manque"),
        (("cah_heure=neuf",), "cahier-note-manque"),
        (("cah_salle=salle_204",), "cahier-note-manque"),
        (("cah_heure=huit", "cah_salle=salle_204"), "cahier-note-heure"),
        (("cah_heure=dix", "cah_salle=salle_204"), "cahier-note-heure"),
        (("cah_heure=neuf", "cah_salle=salle_112"), "cahier-note-salle"),
        (("cah_heure=neuf", "cah_salle=salle_15"), "cahier-note-salle"),
    ],
)
def test_a_note_that_the_timetable_contradicts_says_where_to_look_and_is_corrected(
    choices: tuple[str, ...], answer: str
) -> None:
    state = walk(begin("changements_de_demain"), *NOTE, *choices, "cah_garder_note")
    assert said(state) == answer
    assert not done("changements_de_demain", state)
    state = walk(state, "cah_note_horaire", "cah_ouvrir_mercredi", "retour", "retour", "cah_ouvrir_pense_bete")
    state = walk(state, "cah_heure=neuf", "cah_salle=salle_204", "cah_garder_note")
    assert done("changements_de_demain", state)


def test_a_note_once_kept_can_be_changed() -> None:
    state = walk(begin("changements_de_demain"), *INTENDED["changements_de_demain"])
    assert not {"cah_heure", "cah_salle"} & {event.target for event in MACHINE.events(state)}
    assert walk(state, "cah_changer_note", "cah_heure=huit").values["cah_pense_bete"] == "a_ecrire"


def at_work(state: State, session: str) -> State:
    """The SVT homework as another account sees it, in the same week."""
    state = State({**state.values, "session": session, "ecran": "menu"}, state.typed)
    return walk(state, *WORK, "cah_ouvrir_svt")


def test_what_the_pupil_notes_as_done_is_seen_by_both_parents() -> None:
    untouched = MACHINE.start()
    state = walk(at_work(untouched, "eleve"), "cah_noter_fait")
    for session in ("responsable1", "responsable2"):
        assert "cahier-etat-a-faire" in seen(at_work(untouched, session))
        assert "cahier-etat-a-faire" not in seen(at_work(state, session))
    assert "cahier-etat-a-faire" in seen(at_work(walk(state, "cah_enlever_fait"), "responsable1"))


def test_only_the_pupil_notes_the_work_as_done() -> None:
    parent, pupil = (MACHINE.pressable(at_work(MACHINE.start(), who)) for who in ("responsable1", "eleve"))
    assert "cah_noter_fait" in pupil
    assert "cah_noter_fait" not in parent
    assert not {"cah_noter_vu", "cah_noter_vu_karim"} & pupil.keys()


@pytest.mark.parametrize(
    ("mine", "noted", "other"),
    [
        ("responsable1", "cah_noter_vu", "responsable2"),
        ("responsable2", "cah_noter_vu_karim", "responsable1"),
        ("responsable1", "cah_noter_vu", "eleve"),
    ],
)
def test_what_a_parent_has_seen_is_noted_for_that_parent_alone(mine: str, noted: str, other: str) -> None:
    assert noted not in MACHINE.pressable(at_work(MACHINE.start(), mine))
    state = walk(at_work(MACHINE.start(), mine), "cah_ouvrir_document", "retour", noted)
    assert noted.replace("noter", "enlever") in MACHINE.pressable(state)
    assert '"cahier-vu"' in seen(state)
    assert '"cahier-vu"' not in seen(at_work(state, other))
    taken_off = walk(state, noted.replace("noter", "enlever"))
    assert '"cahier-vu"' not in seen(taken_off)
    # The document was opened all the same.
    assert noted in MACHINE.pressable(taken_off)


def test_the_reminder_of_one_parent_is_not_shown_to_the_others() -> None:
    for session in ("responsable2", "eleve"):
        state = MACHINE.start({"session": session, "ecran": "cahier", "cah_pense_bete": "note"})
        assert "cah_ouvrir_pense_bete" not in MACHINE.pressable(state)
