"""Le suivi : une note que l'élève voit avant ses parents, des niveaux expliqués, un livret en ligne ou sur papier."""

import pytest

from liaison.practice.machine import State
from walking import MACHINE, begin, done, said, seen, walk

NOTES = ("menu_suivi", "sui_ouvrir_notes")
BOOKLET = ("menu_suivi", "sui_ouvrir_livret")
ASK = (*BOOKLET, "sui_demander_papier")
BY_POST = ("sui_enfant_karim=ines", "sui_envoi_karim=courrier", "sui_envoyer_demande_karim")
MARK, AVERAGE = "lu_note_a_venir=reponse_1", "lu_livret_en_ligne=reponse_3"
INTENDED = {
    "lire_notes": (*NOTES, "lu_lire_notes=reponse_2"),
    "niveau_de_competence": (
        "menu_suivi",
        "sui_ouvrir_competences",
        "sui_voir_niveaux",
        "lu_niveau_de_competence=reponse_3",
    ),
    "note_a_venir": (*NOTES, "sui_voir_delai", "sui_aller_vendredi", MARK),
    "livret_en_ligne": (*BOOKLET, "sui_lire_en_ligne", "sui_livret_de_ines", "sui_ouvrir_t3", AVERAGE),
    "livret_sur_papier": (*ASK, *BY_POST),
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
        mission.id for service, mission in MACHINE.scenario.missions.values() if service.service == "suivi"
    }


@pytest.mark.parametrize(
    ("session", "day", "shown"),
    [
        ("eleve", "mardi", True),
        ("responsable1", "mardi", False),
        ("responsable2", "mercredi", False),
        ("responsable1", "vendredi", True),
        ("responsable2", "vendredi", True),
    ],
)
def test_the_pupil_sees_the_mark_of_monday_on_tuesday_and_the_parents_on_friday(
    session: str, day: str, shown: bool
) -> None:
    state = MACHINE.start({"session": session, "ecran": "sui_notes", "sui_jour": day})
    assert ("cahier-maths" in seen(state)) is shown
    assert ("suivi-note-manque" in seen(state)) is not shown


def test_going_to_a_day_before_the_delay_ends_shows_no_mark_and_one_tries_another_day() -> None:
    state = walk(begin("note_a_venir"), *NOTES, "sui_voir_delai", "sui_aller_mercredi")
    assert not done("note_a_venir", state)
    assert "suivi-note-manque" in seen(state)
    assert done("note_a_venir", walk(state, "sui_voir_delai", "sui_aller_vendredi", MARK))


def test_every_level_of_the_table_is_explained() -> None:
    state = walk(begin("niveau_de_competence"), "menu_suivi", "sui_ouvrir_competences")
    levels = ("suivi-insuffisante", "suivi-fragile", "suivi-satisfaisante", "suivi-tres-bonne")
    explained = seen(walk(state, "sui_voir_niveaux"))
    for level in levels:
        assert f'"{level}"' in seen(state)
        assert f'"{level}-sens"' in explained


def test_a_report_not_yet_published_says_when_it_comes_and_an_older_one_does_not_end_the_mission() -> None:
    state = walk(begin("livret_en_ligne"), *BOOKLET, "sui_lire_en_ligne", "sui_livret_de_ines", "sui_ouvrir_t1")
    assert said(state) == "suivi-conseil-de-classe"
    state = walk(state, "sui_ouvrir_t2")
    assert not done("livret_en_ligne", state)
    assert done("livret_en_ligne", walk(state, "retour", "sui_ouvrir_t3", AVERAGE))


def test_the_booklet_of_the_child_of_a_school_without_ent_is_read_there_too() -> None:
    state = walk(begin("livret_en_ligne"), *BOOKLET, "sui_lire_en_ligne", "sui_livret_de_yanis")
    assert "suivi-yanis-explication" in seen(state)
    assert done("livret_en_ligne", walk(state, "retour", "sui_livret_de_ines", "sui_ouvrir_t3", AVERAGE))


@pytest.mark.parametrize(
    ("choices", "answer"),
    [
        ((), "suivi-demande-manque"),
        (("sui_enfant_karim=ines",), "suivi-demande-manque"),
        (("sui_envoi_karim=courrier",), "suivi-demande-manque"),
        (("sui_enfant_karim=yanis", "sui_envoi_karim=courrier"), "suivi-demande-ecole"),
    ],
)
def test_a_request_that_cannot_leave_says_what_to_do_and_is_corrected(choices: tuple[str, ...], answer: str) -> None:
    state = walk(begin("livret_sur_papier"), *ASK, *choices, "sui_envoyer_demande_karim")
    assert said(state) == answer
    assert state.values["sui_papier_karim"] == "a_demander"
    assert done("livret_sur_papier", walk(state, *BY_POST))


def test_a_request_sent_another_way_can_be_changed() -> None:
    state = walk(begin("livret_sur_papier"), *ASK, "sui_enfant_karim=ines", "sui_envoi_karim=eleve")
    state = walk(state, "sui_envoyer_demande_karim")
    assert "suivi-remis" in seen(state)
    assert not done("livret_sur_papier", state)
    state = walk(state, "sui_changer_demande_karim", "sui_envoi_karim=courrier", "sui_envoyer_demande_karim")
    assert done("livret_sur_papier", state)


def test_the_request_of_one_parent_is_not_shown_to_the_other() -> None:
    state = walk(begin("livret_sur_papier"), *ASK, *BY_POST)
    assert "suivi-demande-a-vous" in seen(state)
    other = State({**state.values, "session": "responsable1", "ecran": "menu"}, state.typed)
    other = walk(other, *ASK)
    assert "suivi-demande-a-vous" not in seen(other)
    other = walk(other, "sui_enfant=ines", "sui_envoi=sur_place", "sui_envoyer_demande")
    assert other.values["sui_envoi_karim"] == "courrier"
    assert "suivi-sur-place" in seen(other)


def test_the_paper_coupon_needs_no_sending() -> None:
    state = walk(begin("livret_sur_papier"), *ASK, "sui_voir_coupon_karim")
    assert "suivi-coupon-explication" in seen(state)


def test_the_pupil_has_marks_but_no_request_to_make() -> None:
    state = MACHINE.start({"session": "eleve", "ecran": "suivi"})
    assert MACHINE.pressable(state).keys() == {"sui_ouvrir_notes", "sui_ouvrir_competences"}
