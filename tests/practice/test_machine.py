"""L'ENT d'entraînement en marche : ce qui est possible se fait, ce qui ne l'est pas ne change rien, tout se défait."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from javascript import PHONE, value_of
from practice.random_walks import as_event, random_walks

from liaison.practice.compiled import input_of
from liaison.practice.inputs import class_of, months
from liaison.practice.machine import LONGEST_HISTORY, Event, Machine, State, holds
from liaison.practice.model import Condition, Input, Service
from liaison.practice.scenario import Scenario, practice_scenario
from walking import begin, walk

REAL = Machine(practice_scenario())


def press(name: str, **what: Any) -> dict[str, Any]:
    return {"kind": "action", "id": name, "text": "t", "pictogram": "cle", **what}


def small() -> Machine:
    phone = {
        "service": "telephone",
        "pictogram": "cle",
        "entry": "seuil",
        "screens": {"seuil": {"title": "t", "back": "seuil", "blocks": [press("vers_mots", go="mots")]}},
    }
    words = {
        "service": "mots",
        "pictogram": "cle",
        "entry": "mots",
        "accounts": ["eleve"],
        "variables": {"mot_etat": ["neuf", "lu", "signe"], "mot_choix": ["aucun", "a", "b"]},
        "inputs": {"mot_texte": {"rule": "texte", "samples": {"bon": "Oui"}}},
        "screens": {
            "mots": {
                "title": "t",
                "back": "seuil",
                "enter": [{"when": {"mot_etat": "neuf"}, "set": {"mot_etat": "lu"}, "say": "lu"}],
                "blocks": [
                    press(
                        "signer",
                        cases=[
                            {"when": {"mot_texte": "vide"}, "say": "manque"},
                            {"set": {"mot_etat": "signe", "mot_texte": "vide"}, "go": "fini", "say": "fait"},
                        ],
                    ),
                    press("cache", when={"mot_etat": "signe"}, say="t"),
                    press("muet", cases=[{"when": {"session": "eleve"}, "set": {"mot_choix": "a"}}]),
                    {"kind": "field", "input": "mot_texte", "label": "t"},
                    {
                        "kind": "choice",
                        "variable": "mot_choix",
                        "label": "t",
                        "options": [
                            {"value": "a", "text": "t"},
                            {"value": "b", "text": "t", "when": {"mot_etat": "signe"}},
                        ],
                    },
                ],
            },
            "fini": {"title": "t", "back": "mots", "blocks": [press("t", say="t")]},
        },
    }
    return Machine(Scenario((Service.model_validate(phone), Service.model_validate(words)), ()))


@pytest.fixture
def machine() -> Machine:
    return small()


@pytest.fixture
def words(machine: Machine) -> State:
    """The words, just opened."""
    return machine.step(machine.start(), Event("press", "vers_mots"))


def said(state: State) -> str | None:
    return state.said.say.key if state.said and state.said.say else None


def test_everything_starts_with_its_first_value_except_what_is_given(machine: Machine) -> None:
    assert machine.start().values == {
        "ecran": "seuil", "session": "personne", "mot_etat": "neuf", "mot_choix": "aucun", "mot_texte": "vide"
    }  # fmt: skip
    assert machine.start({"mot_etat": "lu"}).values["mot_etat"] == "lu"


def test_entering_a_screen_does_what_it_says_once(machine: Machine, words: State) -> None:
    assert (words.values["mot_etat"], said(words)) == ("lu", "lu")
    again = machine.step(machine.step(words, Event("back")), Event("press", "vers_mots"))
    assert said(again) is None


def test_the_first_case_that_holds_is_done_and_no_other(machine: Machine, words: State) -> None:
    refused = machine.step(words, Event("press", "signer"))
    assert (said(refused), refused.values) == ("manque", words.values)
    typed = machine.step(words, Event("type", "mot_texte", "Oui"))
    done = machine.step(typed, Event("press", "signer"))
    assert (said(done), done.values["ecran"], done.values["mot_etat"]) == ("fait", "fini", "signe")


def test_a_field_set_back_loses_its_text_and_no_other_event_does(machine: Machine, words: State) -> None:
    typed = machine.step(words, Event("type", "mot_texte", " Oui "))
    assert (typed.typed["mot_texte"], typed.values["mot_texte"]) == (" Oui ", "bon")
    assert machine.step(typed, Event("back")).typed == typed.typed
    assert machine.step(typed, Event("press", "signer")).typed["mot_texte"] == ""


@pytest.mark.parametrize(
    "impossible",
    [
        Event("press", "vers_mots"),
        Event("press", "cache"),
        Event("press", "muet"),
        Event("press", "inconnu"),
        Event("choose", "mot_choix", "b"),
        Event("choose", "mot_choix", "aucun"),
        Event("choose", "mot_etat", "signe"),
        Event("type", "inconnu", "Oui"),
        Event("undo"),
    ],
)
def test_what_is_not_possible_changes_nothing(machine: Machine, words: State, impossible: Event) -> None:
    assert machine.step(words, impossible) == words


def test_a_field_of_another_screen_cannot_be_typed_in(machine: Machine) -> None:
    assert machine.step(machine.start(), Event("type", "mot_texte", "Oui")) == machine.start()


def test_an_option_appears_when_its_condition_holds(machine: Machine, words: State) -> None:
    signed = State({**words.values, "mot_etat": "signe"}, words.typed)
    assert machine.step(signed, Event("choose", "mot_choix", "b")).values["mot_choix"] == "b"


@pytest.mark.parametrize(("session", "screen"), [("personne", "seuil"), ("eleve", "menu")])
def test_home_is_the_doorstep_without_an_account_and_the_menu_with_one(
    machine: Machine, session: str, screen: str
) -> None:
    state = machine.start({"ecran": "fini", "session": session})
    assert machine.step(state, Event("home")).values["ecran"] == screen


def test_back_leads_where_the_screen_says(machine: Machine) -> None:
    assert machine.step(machine.start({"ecran": "fini"}), Event("back")).values["ecran"] == "mots"


def test_undo_gives_back_values_and_texts_before_the_last_press_that_set_something(
    machine: Machine, words: State
) -> None:
    typed = machine.step(words, Event("type", "mot_texte", "Oui"))
    done = machine.step(machine.step(typed, Event("press", "signer")), Event("back"))
    undone = machine.step(done, Event("undo"))
    assert (undone.values, undone.typed, undone.said) == (typed.values, typed.typed, None)
    assert not undone.past


def test_a_press_that_sets_nothing_leaves_nothing_to_undo(machine: Machine, words: State) -> None:
    assert not machine.step(words, Event("press", "signer")).past


def test_nothing_of_the_person_before_can_be_undone_once_the_account_has_changed() -> None:
    state = walk(begin("lire_sa_semaine"), "menu_sortie")
    assert (state.values["session"], state.past) == ("personne", ())
    state = walk(state, "ouvrir_ent", "entrer_eleve", "mot_de_passe_ines:", "se_connecter_eleve")
    assert (state.values["session"], state.past) == ("eleve", ())


def test_who_leaves_an_account_leaves_nothing_written_there_and_what_was_sent_is_gone_with_its_words() -> None:
    state = replace(
        REAL.start({"session": "responsable1", "ecran": "menu", "msg_nouveau": "envoye", "soirees": "plus_tot"}),
        typed=dict.fromkeys(REAL.scenario.inputs, "Mon enfant est malade"),
    )
    left = walk(state, "menu_sortie")
    assert (left.values["session"], left.values["msg_nouveau"], left.values["soirees"]) == (
        "personne",
        "brouillon",
        "plus_tot",
    )
    assert {left.values[name] for name in REAL.scenario.inputs} == {"vide"}
    assert not any(left.typed.values())


def test_changing_screens_in_the_same_account_loses_nothing_written() -> None:
    state = replace(
        REAL.start({"session": "responsable1", "ecran": "menu"}),
        typed=dict.fromkeys(REAL.scenario.inputs, "Mon enfant est malade"),
    )
    assert walk(state, "menu_messagerie").typed == state.typed


def test_no_more_than_the_last_presses_can_be_undone(machine: Machine, words: State) -> None:
    state = State({**words.values, "session": "eleve"}, words.typed)
    for _ in range(LONGEST_HISTORY + 1):
        state = machine.step(state, Event("press", "muet"))
    assert len(state.past) == LONGEST_HISTORY


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({}, True),
        ({"x": "un"}, True),
        ({"x": ["un", "deux"], "y": "un"}, False),
        ({"any": [{"x": "deux"}, {"y": "deux"}]}, True),
        ({"any": [{"x": "deux"}, {"y": "un"}]}, False),
        ({"not": {"x": "un"}}, False),
        ({"not": {"x": "un", "y": "un"}}, True),
        ({"x": "un", "any": [{"y": "deux"}], "not": {"y": "un"}}, True),
    ],
)
def test_conditions_hold_as_they_are_read(condition: dict[str, Any], expected: bool) -> None:
    assert holds(Condition.model_validate(condition), {"x": "un", "y": "deux"}) is expected


FIELDS = {
    "mobile": Input(rule="mobile", accept=("0639980012",), samples={"bon": "06 39 98 00 12"}),
    "date": Input(rule="date", accept=("2012-03-14",), samples={"bon": "14/03/2012"}),
    "exact": Input(rule="exact", accept=("Soleil-Velo", "472913"), samples={"bon": "Soleil-Velo"}),
    "secret": Input(
        rule="exact", accept=("Soleil-Velo-2026",), secret=True, samples={"bon": "Soleil-Velo-2026", "faux": "soleil"}
    ),
    "mot_de_passe": Input(rule="mot_de_passe", samples={"bon": "trois-chats-verts"}),
    "nouveau": Input(rule="mot_de_passe", former="Soleil-Velo-2026", samples={"bon": "trois-chats-verts"}),
    "carte": Input(rule="carte", samples={"bon": "4970"}),
    "texte": Input(rule="texte", samples={"bon": "Oui"}),
}


CASES = [
    ("mobile", "06.39.98.00.12", "bon"),
    ("mobile", "+33 6 39 98 00 12", "bon"),
    ("mobile", "0033639980012", "bon"),
    ("mobile", "٠٦ ٣٩ ٩٨ ٠٠ ١٢", "bon"),
    ("mobile", "٠٦ ٣٩ ٩٨ ٠٠ ١٣", "faux"),
    ("mobile", "06 39 98 00 13", "faux"),
    ("date", "14/03/2012", "bon"),
    ("date", "14-3-12", "bon"),
    ("date", "2012-03-14", "bon"),
    ("date", "۱۴/۰۳/۲۰۱۲", "bon"),
    ("date", "03/14/2012", "faux"),
    ("date", "2012/3/14", "bon"),
    ("date", "14.03.2012", "bon"),
    ("date", "14 mars 2012", "bon"),
    ("date", "le mercredi 14 mars 2012", "bon"),
    ("date", "March 14, 2012", "bon"),
    ("date", "14 mar. 2012", "bon"),
    ("date", "14 de marzo de 2012", "bon"),
    ("date", "14 березня 2012", "bon"),
    ("date", "14 Mart 2012", "bon"),
    ("date", "١٤ مارس ٢٠١٢", "bon"),
    ("date", "14 avril 2012", "faux"),
    ("date", "14/03", "faux"),
    ("date", "mars", "faux"),
    ("exact", "  soleil-velo ", "bon"),
    ("exact", "٤٧٢٩١٣", "bon"),
    ("secret", "Soleil-Velo-2026", "bon"),
    ("secret", "Soleil-Velo-٢٠٢٦", "bon"),
    ("secret", "soleil-velo-2026", "faux"),
    ("exact", "soleil", "faux"),
    ("mot_de_passe", "a" * 12, "bon"),
    ("mot_de_passe", "a" * 11, "faux"),
    ("mot_de_passe", "Soleil-Velo-2026", "bon"),
    ("nouveau", "Soleil-Velo-2026", "ancien"),
    ("nouveau", "\u200f Soleil-Velo-٢٠٢٦\u00a0", "ancien"),
    ("nouveau", "soleil-velo-2026", "bon"),
    ("nouveau", "Soleil-Velo", "faux"),
    ("carte", "0", "bon"),
    ("texte", "non", "bon"),
    *((rule, blank, "vide") for rule in ("mobile", "exact", "texte") for blank in ("", " ", "\u00a0\n")),
]
TYPED = sorted({text for _, text, _ in CASES})


@pytest.mark.parametrize(("rule", "text", "expected"), CASES)
def test_a_typed_text_is_empty_right_wrong_or_as_before(rule: str, text: str, expected: str) -> None:
    assert class_of(FIELDS[rule], text) == expected


def test_the_page_classes_a_typed_text_as_python_does() -> None:
    cases = [(input_of(FIELDS[rule]), text, class_of(FIELDS[rule], text)) for rule in FIELDS for text in TYPED]
    asked = json.dumps([case[:2] for case in cases])
    found = value_of(f"{asked}.map((one) => machine.classOf(...one))", machine=PHONE / "machine.js")
    assert found == [expected for _, _, expected in cases]
    assert len(cases) > 150


def test_months_are_known_by_their_names_in_every_language() -> None:
    known = months()
    assert {known[name] for name in ("decembre", "dec", "december", "diciembre", "dezembro", "aralik", "грудень")} == {
        12
    }
    assert set(known.values()) == set(range(1, 13))


def test_a_walk_tells_the_state_after_each_step_and_the_same_seed_gives_the_same_walk() -> None:
    walks = random_walks(REAL.scenario, 6, 15, seed=3)
    assert walks == random_walks(REAL.scenario, 6, 15, seed=3)
    assert walks != random_walks(REAL.scenario, 6, 15, seed=4)
    assert [bool(walk["start"]) for walk in walks] == [False, True] * 3
    for one in walks:
        state = REAL.start(one["start"])
        for step in one["steps"]:
            state = REAL.step(state, as_event(dict(step["event"])))
            assert step["values"] == state.values
            assert step["typed"] == state.typed
            assert step["visible"] == [*REAL.pressable(state)]
            assert (step["said"] is None) == (said(state) is None)


def test_walks_try_everything_even_what_is_not_possible() -> None:
    kinds = {step["event"]["kind"] for walk in random_walks(REAL.scenario, 40, 30, seed=1) for step in walk["steps"]}
    assert kinds == {"press", "choose", "type", "back", "home", "undo"}


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000))
def test_whatever_is_done_the_values_stay_among_those_declared_and_typed_texts_agree_with_them(seed: int) -> None:
    (walk,) = random_walks(REAL.scenario, 1, 25, seed)
    for step in walk["steps"]:
        for name, value in step["values"].items():
            assert value in REAL.scenario.variables[name].values
        for name, text in step["typed"].items():
            assert step["values"][name] == class_of(REAL.scenario.inputs[name], text)
