"""Les deux réglages du module 04 : ce que l'ENT d'entraînement en fait, de part et d'autre de chaque condition."""

import datetime as dt
from typing import Any, get_args

import pytest

from liaison.practice.explore import gestures, solution
from liaison.practice.machine import Machine
from liaison.practice.notification_question import (
    Evenings,
    Language,
    NotificationQuestion,
    NotificationSettings,
    Rhythm,
    moment_words,
)
from liaison.practice.notifying import notified_at
from liaison.practice.pathway_question import PathwayQuestion
from liaison.practice.scenario import practice_scenario
from liaison.questions.common import Matching, Number, Ordering
from liaison.questions.setting import SettingError
from liaison.training.exercise.consequences import missed
from liaison.training.exercise.definition import EXERCISE_FILE, ExerciseError, exercise
from liaison.training.exercise.scoring import mark
from liaison.training.exercise.scoring import solution as right_answer

DISCOVERY = exercise("04_decouverte_ent")
FILE = EXERCISE_FILE.preset_text("04_decouverte_ent")
PRACTICE = practice_scenario()
KEY = [
    *("se_connecter_responsable", "repondre_message", "vs_donner_le_motif", "carnet_signer_repondre"),
    *("cantine_plusieurs_fois", "fiche_nouveau_mobile", "choisir_langue", "ordinateur_partage"),
]


def workshop() -> PathwayQuestion:
    found = DISCOVERY.question("premier_atelier")
    assert isinstance(found, PathwayQuestion)
    return found


def accounts() -> NotificationQuestion:
    found = DISCOVERY.question("deux_responsables")
    assert isinstance(found, NotificationQuestion)
    return found


def lacking(question: PathwayQuestion | NotificationQuestion, value: Any) -> set[str]:
    """The conditions that an answer does not hold."""
    return {one.id for one in mark(question, value).conditions if not one.held}


# Un parcours


@pytest.mark.parametrize(
    ("missions", "expected"),
    [
        (KEY, set()),
        ([*KEY[:-1], "bourse_verifier_accord", "ordinateur_partage"], {"vingt_minutes"}),
        (["activer_compte", *KEY[1:-1]], {"reussir_vite"}),
        ([name for name in KEY if name != "cantine_plusieurs_fois"], {"services_de_rentree"}),
        (
            [name.replace("cantine_plusieurs_fois", "cantine_trouver_moyens") for name in KEY],
            {"services_de_rentree"},
        ),
        ([KEY[1], KEY[0], *KEY[2:]], {"compte_ouvert"}),
        ([KEY[0], "ordinateur_partage", *KEY[1:-1]], {"compte_ouvert"}),
    ],
)
def test_each_condition_of_a_workshop_falls_alone(missions: list[str], expected: set[str]) -> None:
    assert lacking(workshop(), {"missions": missions}) == expected
    assert mark(workshop(), {"missions": missions}).points == 4 - len(expected)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"missions": []}, "au moins"),
        ({"missions": ["lire_message", "lire_message"]}, "deux fois"),
        ({"missions": ["orientation_saisir_voeu"]}, "n'est pas une mission"),
        ({"missions": ["../secret"]}, "missions"),
        ({"missions": "lire_message"}, "liste"),
        ({}, "missions"),
        ([], "attendu"),
        ({"missions": ["lire_message"], "minutes": 1}, "minutes"),
    ],
)
def test_what_is_no_workshop_is_told_and_earns_nothing(value: Any, said: str) -> None:
    with pytest.raises(SettingError, match=said):
        workshop().settings_of(value)
    marked = mark(workshop(), value)
    assert marked.points == 0
    assert marked.fault


def test_what_a_workshop_lacks_is_named() -> None:
    read = [name.replace("cantine_plusieurs_fois", "cantine_trouver_moyens") for name in KEY]
    service = missed(workshop(), {"missions": read}, "services_de_rentree")
    assert service is not None
    assert (service.name, "On y lit seulement" in service.summary) == ("Cantine", True)
    without = [name for name in KEY if name != "cantine_plusieurs_fois"]
    service = missed(workshop(), {"missions": without}, "services_de_rentree")
    assert service is not None
    assert "On n'y passe pas" in service.summary
    first = missed(workshop(), {"missions": ["lire_message"]}, "compte_ouvert")
    assert first is not None
    assert "C'est la première du parcours." in first.facts
    changed = ["se_connecter_responsable", "livret_sur_papier", "fausse_page"]
    after = missed(workshop(), {"missions": changed}, "compte_ouvert")
    assert after is not None
    assert "Nadia Benali" in after.summary
    long = missed(workshop(), {"missions": changed}, "vingt_minutes")
    assert long is not None
    assert "4 minutes, niveau 3." in long.facts


@pytest.mark.parametrize(
    ("before", "after"), [("offered:\n", "offered:\n        - voler\n"), ("needed: [", "needed: [voler, ")]
)
def test_a_workshop_that_the_practice_ent_does_not_know_is_refused(before: str, after: str) -> None:
    assert FILE.count(before) == 1
    with pytest.raises(ExerciseError, match="voler"):
        EXERCISE_FILE.parse(FILE.replace(before, after), "« essai.yaml »")


# Deux comptes


def set_up(**changes: str) -> dict[str, dict[str, str]]:
    """The key, with `un_rythme="…"` or `deux_langue="…"` changed."""
    settings: dict[str, dict[str, str]] = accounts().solved().model_dump(mode="json")
    for name, value in changes.items():
        account, _, setting = name.partition("_")
        settings[{"un": "responsable1", "deux": "responsable2"}[account]][setting] = value
    return settings


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, set()),
        ({"un_soirees": "college"}, set()),  # told once a day, at 18 h: her evenings change nothing
        ({"deux_soirees": "college"}, {"repos"}),
        ({"deux_rythme": "quotidien"}, {"a_temps"}),
        ({"deux_rythme": "hebdomadaire"}, {"a_temps"}),
        ({"un_rythme": "hebdomadaire"}, {"a_temps"}),
        ({"un_rythme": "immediat"}, {"peu_de_sonneries"}),
        ({"un_rythme": "immediat", "un_soirees": "college"}, {"peu_de_sonneries", "repos"}),
        ({"un_langue": "francais"}, {"langue"}),
        ({"deux_langue": "anglais"}, set()),
        ({"deux_langue": "arabe"}, {"langue"}),
    ],
)
def test_each_condition_on_two_accounts_falls_where_it_should(changes: dict[str, str], expected: set[str]) -> None:
    assert lacking(accounts(), set_up(**changes)) == expected


def test_no_single_setting_serves_both_of_them() -> None:
    for rhythm in get_args(Rhythm):
        for evening in get_args(Evenings):
            both = set_up(un_rythme=rhythm, deux_rythme=rhythm, un_soirees=evening, deux_soirees=evening)
            assert lacking(accounts(), both)


def test_who_learns_too_late_is_shown_with_the_message_and_the_hours() -> None:
    found = missed(accounts(), set_up(deux_rythme="quotidien"), "a_temps")
    assert found is not None
    assert found.name == "M. Karim Benali"
    assert any("Pas de cours à 15" in fact for fact in found.facts)
    assert found.summary.replace("\u00a0", " ") == "La nouvelle arrive mardi à 18 h."
    found = missed(accounts(), set_up(un_rythme="immediat"), "peu_de_sonneries")
    assert found is not None
    assert (found.name, "10 fois" in found.summary.replace("\u00a0", " ")) == ("Mme Nadia Benali", True)


def test_the_choices_are_those_of_the_practice_ent() -> None:
    for variable, values in (("rythme", Rhythm), ("soirees", Evenings), ("langue_messages", Language)):
        assert PRACTICE.variables[variable].values == get_args(values)


@pytest.mark.parametrize("value", [{}, {"responsable1": {}}, "quotidien", {**set_up(), "eleve": {}}])
def test_what_is_no_pair_of_settings_is_told(value: Any) -> None:
    with pytest.raises(SettingError):
        accounts().settings_of(value)
    assert isinstance(accounts().settings_of(set_up()), NotificationSettings)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('until: "2026-11-17T15:00"', 'until: "2026-11-17T11:30"', "un moment après"),
        ('written: "2026-11-17T11:30"', 'written: "2026-11-17T11:30+01:00"', "sans fuseau"),
        ("{id: photos", "{id: conseil", "deux fois"),
        ("        responsable2:\n          reads", "        responsable1:\n          reads", "responsable"),
    ],
)
def test_a_week_that_does_not_hold_together_is_refused(before: str, after: str, said: str) -> None:
    assert before in FILE
    with pytest.raises(ExerciseError, match=said):
        EXERCISE_FILE.parse(FILE.replace(before, after, 1), "« essai.yaml »")


# Ce que les autres questions affirment


def test_what_is_said_of_the_bet_is_what_the_practice_ent_does() -> None:
    possible = gestures(PRACTICE, "activer_compte")
    assert DISCOVERY.bet is not None
    assert len(possible) == 10
    told = f"Dix gestes, et à chacun d'eux au moins {min(possible)} choses possibles\u00a0:"
    assert DISCOVERY.bet.after.startswith(told)


def test_the_steps_of_a_first_connection_are_in_the_order_of_the_shortest_way() -> None:
    question = DISCOVERY.question("activer_dans_l_ordre")
    assert isinstance(question, Ordering)
    walked = [event.target for event in solution(PRACTICE, "activer_compte")]
    assert [step for step in walked if step in question.key] == list(question.key)


def test_the_wait_for_friday_is_that_of_the_practice_ent() -> None:
    question = DISCOVERY.question("attendre_le_vendredi")
    assert isinstance(question, Number)
    written = dt.datetime(2026, 11, 16, 10)
    told = notified_at(written, "hebdomadaire", "college")
    assert moment_words(told) == "vendredi à 18 h"
    assert question.in_first_unit(question.key) == (told - written) / dt.timedelta(hours=1)


def test_who_sees_what_in_the_key_is_what_each_account_can_open() -> None:
    question = DISCOVERY.question("qui_voit_quoi")
    assert isinstance(question, Matching)
    machine = Machine(PRACTICE)
    open_to = {
        account: set(machine.pressable(machine.start({"ecran": "semaine", "session": account})))
        for account in ("responsable1", "responsable2", "eleve")
    }
    assert open_to["responsable1"] != open_to["responsable2"] != open_to["eleve"]
    opened = {
        "reunion": "semaine_ouvrir_reunion",
        "adresse": "semaine_ouvrir_adresse",
        "horaires": "semaine_ouvrir_horaires",
        "entretien": "semaine_ouvrir_entretien",
    }
    words = {
        "les_deux": {"responsable1", "responsable2"},
        "nadia": {"responsable1"},
        "karim": {"responsable2"},
        "ines": {"eleve"},
    }
    for item, button in opened.items():
        seen = {account for account, buttons in open_to.items() if button in buttons}
        assert seen == words[question.key[item]], item


def test_the_right_answer_to_each_question_earns_everything() -> None:
    assert sum(mark(one, right_answer(one)).points or 0 for one in DISCOVERY.questions) == DISCOVERY.points - 6
