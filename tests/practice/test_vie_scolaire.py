"""La vie scolaire : une absence justifiée sans certificat médical, une retenue lue et questionnée."""

import re

import pytest

from liaison.base.languages import languages
from liaison.practice.compiled import compiled
from liaison.practice.machine import State, holds
from liaison.practice.model import Facts
from walking import MACHINE, as_account, begin, done, said, seen, walk

ABSENCE = ("menu_vie_scolaire", "vs_ouvrir_absence")
RETENUE = ("menu_vie_scolaire", "vs_ouvrir_retenue")
ASKED = (*RETENUE, "vs_demander", "vs_qui_cpe", "vs_question:bon", "vs_envoyer_question")
SERVICE = "vie_scolaire"
INTENDED = {
    "vs_lire_absence": (*ABSENCE, "lu_vs_lire_absence=reponse_2"),
    "vs_donner_le_motif": (*ABSENCE, "vs_donner_motif", "vs_motif=sante", "vs_vers_document", "vs_envoyer_motif"),
    "vs_comprendre_retenue": ASKED,
    "vs_corriger_motif": (*ABSENCE, "vs_corriger_motif", "vs_motif=sante", "vs_vers_document", "vs_envoyer_motif"),
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


def justified(motive: str, document: str) -> State:
    """What comes of a motive and of a photo, from an absence not yet justified."""
    state = walk(begin("vs_donner_le_motif"), *ABSENCE, "vs_donner_motif", f"vs_motif={motive}", "vs_vers_document")
    return walk(state, f"vs_piece={document}", "vs_envoyer_motif")


@pytest.mark.parametrize(
    ("motive", "document", "kept"),
    [
        ("sante", "sans", "sante"),
        ("transport", "sans", "transport"),
        ("transport", "car", "transport_doc"),
        ("famille", "sans", "famille"),
    ],
)
def test_a_motive_is_kept_with_the_document_that_goes_with_it(motive: str, document: str, kept: str) -> None:
    state = justified(motive, document)
    assert state.values["vs_justif"] == kept
    assert state.values["ecran"] == "vs_absence"
    assert ("vie-scolaire-attestation-car" in seen(state)) == (kept == "transport_doc")


@pytest.mark.parametrize(
    ("motive", "document", "answer"),
    [
        ("sante", "certificat", "vie-scolaire-certificat-non"),
        ("sante", "ordonnance", "vie-scolaire-ordonnance-non"),
        ("famille", "ordonnance", "vie-scolaire-ordonnance-non"),
        ("sante", "car", "vie-scolaire-document-autre-motif"),
        ("transport", "certificat", "vie-scolaire-document-autre-motif"),
        ("famille", "certificat", "vie-scolaire-document-autre-motif"),
        ("famille", "car", "vie-scolaire-document-autre-motif"),
    ],
)
def test_a_document_that_says_too_much_or_something_else_is_not_sent_and_can_be_taken_back(
    motive: str, document: str, answer: str
) -> None:
    state = justified(motive, document)
    assert said(state) == answer
    assert state.values["vs_justif"] == "a_donner"
    assert walk(state, "vs_piece=sans", "vs_envoyer_motif").values["vs_justif"] == motive


def test_a_wrong_motive_sent_is_corrected() -> None:
    state = justified("transport", "car")
    assert not done("vs_donner_le_motif", state)
    state = walk(state, "vs_corriger_motif", "vs_motif=sante", "vs_vers_document", "vs_envoyer_motif")
    assert done("vs_donner_le_motif", state)


def test_without_a_motive_the_screen_says_what_is_missing() -> None:
    state = walk(begin("vs_donner_le_motif"), *ABSENCE, "vs_donner_motif", "vs_vers_document")
    assert said(state) == "vie-scolaire-motif-manque"
    assert state.values["ecran"] == "vs_etape_motif"


def test_the_pupil_reads_the_absence_and_the_detention_and_answers_neither() -> None:
    state = as_account("eleve", begin("vs_lire_absence"), *ABSENCE)
    assert "vie-scolaire-signalee-comment" in seen(state)
    assert not MACHINE.pressable(state)
    state = walk(state, "menu", *RETENUE)
    assert "vie-scolaire-retenue-raison" in seen(state)
    assert not MACHINE.pressable(state)
    assert "vs_dire_lu" in MACHINE.pressable(as_account("responsable2", state, *RETENUE))


def test_the_motive_given_by_one_parent_is_seen_by_the_other_who_can_correct_it() -> None:
    state = as_account("responsable2", justified("transport", "sans"), *ABSENCE)
    assert "vie-scolaire-transport" in seen(state)
    assert MACHINE.pressable(state).keys() == {"vs_corriger_motif"}


def test_each_parent_reads_the_detention_and_asks_for_oneself() -> None:
    state = walk(begin("vs_comprendre_retenue"), *RETENUE, "vs_dire_lu")
    assert state.values["vs_retenue1"] == "lue"
    assert "vs_dire_lu" not in MACHINE.pressable(state)
    other = as_account("responsable2", walk(begin("vs_comprendre_retenue"), *ASKED), *RETENUE)
    assert "vie-scolaire-question-partie" not in seen(other)
    assert walk(other, "vs_dire_lu").values["vs_retenue2"] == "lue"
    asked = walk(other, "vs_demander", "vs_qui_cpe", "vs_question:bon", "vs_envoyer_question")
    assert asked.values["vs_retenue2"] == "demandee"
    assert "vie-scolaire-question-partie" in seen(asked)


def test_a_wrong_recipient_is_explained_and_an_empty_question_is_not_sent() -> None:
    state = walk(begin("vs_comprendre_retenue"), *RETENUE, "vs_demander", "vs_qui_intendance")
    assert said(state) == "vie-scolaire-morin-non"
    state = walk(state, "vs_qui_professeur", "vs_qui_cpe", "vs_envoyer_question")
    assert said(state) == "vie-scolaire-question-manque"
    assert not done("vs_comprendre_retenue", state)
    assert done("vs_comprendre_retenue", walk(state, "vs_question:bon", "vs_envoyer_question"))


def test_a_draft_does_not_wait_for_the_next_account() -> None:
    writing = walk(begin("vs_comprendre_retenue"), *RETENUE, "vs_demander", "vs_qui_cpe", "vs_question:bon")
    state = as_account("responsable2", writing, *RETENUE, "vs_demander", "vs_qui_cpe")
    assert state.typed["vs_question"] == ""
    choosing = walk(begin("vs_donner_le_motif"), *ABSENCE, "vs_donner_motif", "vs_motif=sante", "vs_vers_document")
    choosing = walk(choosing, "vs_piece=ordonnance")
    state = as_account("responsable2", choosing, *ABSENCE, "vs_donner_motif")
    assert (state.values["vs_motif"], state.values["vs_piece"]) == ("aucun", "sans")


def facts(state: State) -> list[str]:
    """The terms of the facts that the screen shows now."""
    rows = [row for block in MACHINE.blocks(state) if isinstance(block, Facts) for row in block.rows]
    return [row.term.key for row in rows if holds(row.when, state.values)]


@pytest.mark.parametrize("kept", ["a_donner", "sante", "transport", "transport_doc", "famille"])
def test_the_absence_has_one_motive_and_the_rule_is_told_until_it_is_given(kept: str) -> None:
    state = walk(begin("vs_lire_absence", vs_justif=kept), *ABSENCE)
    assert facts(state).count("vie-scolaire-motif") == 1
    assert ("vie-scolaire-regle-absence" in seen(state)) == (kept == "a_donner")
    assert "vie-scolaire-eleve-absence" not in seen(state)


# As FACTS has it: a certificate for the diseases of a list, whatever the rules of a collège.
CONTAGIOUS = {
    "fr": "contagieuses",
    "fr_simple": "quelques maladies",
    "en": "contagious",
    **dict.fromkeys(("es", "pt"), "contagiosas"),
    "ar": "المعدية",
    "tr": "bulaşıcı",
    "uk": "заразних",
    "ro": "contagioase",
}


@pytest.mark.parametrize("code", languages())
def test_what_is_kept_of_giving_a_reason_asks_for_a_document_only_where_the_screen_does(code: str) -> None:
    kept = {one["id"]: one["remember"] for one in compiled(code)["missions"]}["vs_donner_le_motif"]
    assert CONTAGIOUS[code] in kept
    assert not re.search("règl|rules|reglamento|regulament|النظام|kural|Правила", kept)
