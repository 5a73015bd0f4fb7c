"""Exercises: what ships holds together, agrees with the dated rules, and teaches on every wrong answer."""

import re

import pytest
import yaml
from pydantic import ValidationError

from liaison.module import Competence
from liaison.questions.common import Matching
from liaison.questions.setting import SettingQuestion
from liaison.rules import rule
from liaison.training.exercise.competences import competences
from liaison.training.exercise.definition import EXERCISE_FILE, Exercise, ExerciseError, exercise, exercise_names
from liaison.training.exercise.scoring import mark

SHIPPED = [exercise(name) for name in exercise_names()]
FILE = EXERCISE_FILE.preset_text("01_messagerie_ent")


@pytest.mark.parametrize("found", SHIPPED, ids=lambda one: one.id)
def test_a_module_has_six_questions_two_of_settings_and_two_for_the_trainer(found: Exercise) -> None:
    assert len(found.questions) >= 6
    assert sum(isinstance(question, SettingQuestion) for question in found.questions) >= 2
    assert sum(question.by_hand for question in found.questions) >= 2


@pytest.mark.parametrize("found", SHIPPED, ids=lambda one: one.id)
def test_what_is_set_at_the_start_fails_every_condition(found: Exercise) -> None:
    asked = [question for question in found.questions if isinstance(question, SettingQuestion)]
    for question in asked:
        start = mark(question, question.started().model_dump(mode="json"))
        assert start.points == 0
        assert [one.id for one in start.conditions if one.held] == []
        assert len(start.feedback) == len(question.conditions) + 1


def test_the_nature_of_each_rule_in_the_key_is_that_of_the_rule_itself() -> None:
    question = exercise("01_messagerie_ent").question("loi_ou_charte")
    assert isinstance(question, Matching)
    on = exercise("01_messagerie_ent").questions[5].scenario.start  # type: ignore[union-attr]
    rules = {
        "deux_parents": "parents/deux_responsables",
        "absence": "absence/signalement",
        "nuit": "messagerie/publication_suspendue",
        "deconnexion": "deconnexion/personnels",
        "hors_ligne": "canaux/repli_hors_ligne",
    }
    assert question.key == {name: rule(source, on).kind for name, source in rules.items()}


def test_a_conseil_is_said_to_set_aside_no_law_no_reglement_and_no_circulaire() -> None:
    """It organises within them: a conseil « qui discute tout le reste » would discuss a circulaire away."""
    said = exercise("01_messagerie_ent").question("loi_ou_charte").explanation
    assert re.search(r"conseil\s+n'écarte ni une loi, ni un règlement, ni une circulaire", said)
    assert "D111-5" in said
    assert "examiner" in said


def test_no_competence_is_given_as_official() -> None:
    assert len(competences()) >= 5
    said = {"label": "Lire", "crcn_edu": "Concevoir", "digcompedu": "Enseigner"}
    assert Competence.model_validate(said)
    with pytest.raises(ValidationError, match="status"):
        Competence.model_validate({**said, "status": "officiel"})


def test_an_exercise_that_nobody_knows_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ExerciseError, match="01_messagerie_ent"):
        exercise("99_inconnu")
    with pytest.raises(ExerciseError, match="message_de_21_heures"):
        exercise("01_messagerie_ent").question("inconnue")


def _broken(change: tuple[str, str]) -> str:
    before, after = change
    assert before in FILE
    return FILE.replace(before, after, 1)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("    key: attend\n", "    key: demain\n"), "ce qui n'est pas proposé"),
        (("version: 1\n", "version: 2\n"), "version 2"),
        (("points: 4\n", "points: 5\n"), "ne font pas ceux de la question"),
        (("start: tout_tout_de_suite", "start: rien"), "modèle de politique"),
        (("codes: [bulletin_sans_voie_hors_ligne]", "codes: [autre]"), "constats inconnus"),
        (("        at_most: 0\n", ""), "at_most ou at_least"),
        (("competence: ecrire_clairement", "competence: voler"), "compétences inconnues"),
        (("  - id: loi_ou_charte", "  - id: message_de_21_heures"), "deux fois"),
        (("key: [absence, devoirs, mot_du_soir, information_generale]", "key: [absence, devoirs]"), "chaque élément"),
        (("profile: compte_non_active", "profile: martien"), "profil de familles"),
    ],
)
def test_an_exercise_that_does_not_hold_together_is_refused_in_french(change: tuple[str, str], said: str) -> None:
    with pytest.raises(ExerciseError, match=said):
        EXERCISE_FILE.parse(_broken(change), "« essai.yaml »")


def test_an_exercise_survives_being_written_and_read_again() -> None:
    found = SHIPPED[0]
    text = yaml.safe_dump(found.model_dump(mode="json"), allow_unicode=True)
    assert EXERCISE_FILE.parse(text, "« relu »") == found
