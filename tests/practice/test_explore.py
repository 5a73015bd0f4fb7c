"""Le parcours de l'ENT service par service dit la même chose que le parcours de tout à la fois."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from liaison.practice.explore import Report, back_on_track, explore, faults_of_writing, gestures, solution
from liaison.practice.explorer import Explorer
from liaison.practice.machine import Event, Machine, State, holds
from liaison.practice.model import Service
from liaison.practice.projection import MOST_STATES
from liaison.practice.scenario import FOLDER, Scenario, ScenarioError, faults_of, practice_scenario, pressed_blocks

ACCOUNTS = ("responsable1", "eleve")
LETTERS = ("a", "b")


# --- petits scénarios tirés au hasard ---------------------------------------------------------------------------------


def _condition(draw: st.DrawFn, own: dict[str, list[str]], readable: dict[str, list[str]]) -> dict[str, Any]:
    names = draw(st.lists(st.sampled_from(sorted(own | readable)), max_size=2, unique=True))
    values = own | readable
    condition: dict[str, Any] = {
        name: draw(st.lists(st.sampled_from(values[name]), min_size=1, max_size=2, unique=True)) for name in names
    }
    if draw(st.integers(0, 5)) == 0:
        name = draw(st.sampled_from(sorted(own)))
        condition["not"] = {name: [draw(st.sampled_from(own[name]))]}
    return condition


def _action(
    draw: st.DrawFn, name: str, own: dict[str, list[str]], shared: dict[str, list[str]], screens: list[str]
) -> dict[str, Any]:
    cases = []
    for _ in range(draw(st.integers(1, 2))):
        case: dict[str, Any] = {"when": _condition(draw, own, shared)}
        written = draw(st.sampled_from(sorted(own) + sorted(shared)))
        if draw(st.booleans()):
            case["set"] = {written: draw(st.sampled_from((own | shared)[written]))}
            # The menu is for who has an account: a button that takes the account away leads to the doorstep.
            if case["set"].get("session") == "personne":
                cases.append(case | {"go": "seuil"})
                continue
        if draw(st.booleans()) or "set" not in case:
            case["go"] = draw(st.sampled_from(screens))
        cases.append(case)
    return {"kind": "action", "id": name, "text": "t", "pictogram": "cle", "cases": cases}


def phone(doors: list[str]) -> Service:
    """A phone whose screen leads to the sign-in, and to what is behind its links."""
    raw = {
        "service": "telephone",
        "pictogram": "cle",
        "entry": "seuil",
        "variables": {"ton": {"values": ["clair", "sombre"], "shared": True}},
        "screens": {
            "seuil": {
                "title": "t",
                "back": "seuil",
                "blocks": [
                    {"kind": "action", "id": f"vers_{name}", "text": "t", "pictogram": "cle", "go": name}
                    for name in ["entree", *doors]
                ],
            }
        },
    }
    return Service.model_validate(raw)


def sign_in(trap: bool, spoils: bool) -> Service:
    """A sign-in, that a spoilt try refuses (`trap`), for good or not (`spoils`)."""
    raw = {
        "service": "entree",
        "pictogram": "cle",
        "entry": "entree",
        "variables": {"essai": ["neuf", "use"]},
        "inputs": {"mot": {"rule": "exact", "accept": ["oui"], "samples": {"bon": "oui", "faux": "non"}}},
        "screens": {
            "entree": {
                "title": "t",
                "back": "seuil",
                "enter": [{"when": {"mot": ["bon", "faux"]}, "set": {"mot": "vide"}}],
                "blocks": [
                    {"kind": "field", "input": "mot", "label": "t"},
                    *(
                        {
                            "kind": "action",
                            "id": f"entrer_{account}",
                            "text": "t",
                            "pictogram": "cle",
                            "cases": [
                                {
                                    "when": {"mot": "bon"} | ({"essai": "neuf"} if trap else {}),
                                    "set": {"session": account, "mot": "vide"},
                                    "go": "menu",
                                }
                            ],
                        }
                        for account in ACCOUNTS
                    ),
                    {"kind": "action", "id": "user", "text": "t", "pictogram": "cle", "set": {"essai": "use"}},
                    *(
                        []
                        if spoils
                        else [
                            {"kind": "action", "id": "neuf", "text": "t", "pictogram": "cle", "set": {"essai": "neuf"}}
                        ]
                    ),
                ],
            }
        },
    }
    return Service.model_validate(raw)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """A phone, a sign-in that may be spoilt, two services that share a variable; a few buttons each; two missions."""
    shared: dict[str, list[str]] = {"ton": ["clair", "sombre"], "session": ["personne", *ACCOUNTS]}
    doors = draw(st.lists(st.sampled_from(["a_un", "b_un"]), max_size=1))
    services = [phone(doors), sign_in(draw(st.booleans()), draw(st.booleans()))]
    for letter, other in zip(LETTERS, reversed(LETTERS), strict=True):
        own = {f"{letter}_x": ["un", "deux", "trois"], f"{letter}_y": ["un", "deux"]}
        screens = [f"{letter}_un", f"{letter}_deux"]
        # A service is either in the menu, for who has an account, or behind a link of the phone, for anybody.
        linked = f"{letter}_un" in doors
        far = [*screens, *([] if linked else ["menu"]), *([f"{other}_deux"] if draw(st.integers(0, 5)) == 0 else [])]
        written = {"ton": shared["ton"]} if draw(st.booleans()) else {}
        session = {} if linked or draw(st.booleans()) else {"session": shared["session"]}
        read = written | session
        built: dict[str, Any] = {}
        for screen in screens:
            enter = [{"when": {own_name: "un"}, "set": {own_name: "deux"}} for own_name in [f"{letter}_y"]]
            blocks: list[dict[str, Any]] = [
                _action(draw, f"{screen}_{number}", own, read, far) for number in range(draw(st.integers(1, 3)))
            ]
            for block in blocks:
                block["when"] = _condition(draw, own, read) if draw(st.booleans()) else {}
            if draw(st.integers(0, 3)) == 0:
                options = [{"value": value, "text": "t"} for value in own[f"{letter}_x"][:2]]
                blocks.append({"kind": "choice", "variable": f"{letter}_x", "label": "t", "options": options})
            built[screen] = {
                "title": "t",
                "back": screens[0] if screen != screens[0] else "seuil" if linked else "menu",
                "enter": enter if draw(st.booleans()) else [],
                "blocks": blocks,
            }
        missions = []
        goal = _condition(draw, own, {"ton": shared["ton"]} | read)
        if draw(st.integers(0, 3)) == 0:
            goal["ecran"] = [draw(st.sampled_from([*screens, f"{other}_un", "menu"]))]
        starts = [{"session": "personne", "ecran": "seuil"}]
        starts += [{"session": "personne", "ecran": screens[1]}] if linked else []
        if not linked:
            starts += [{"session": "responsable1", "ecran": "menu"}, {"session": "eleve", "ecran": screens[1]}]
        start = draw(st.sampled_from(starts))
        missions.append({"id": f"{letter}_mission", "level": 1, "minutes": 1, "start": start, "goal": goal, "hints": 1})
        services.append(
            Service.model_validate(
                {
                    "service": letter,
                    "pictogram": "cle",
                    "entry": screens[0],
                    "accounts": [] if linked else draw(st.sampled_from([["responsable1", "eleve"], ["eleve"]])),
                    "variables": own,
                    "screens": built,
                    "missions": missions,
                }
            )
        )
    return Scenario(tuple(services), ())


# --- tout à la fois ---------------------------------------------------------------------------------------------------

Key = tuple[str, ...]


def _key(state: State) -> Key:
    return tuple(state.values.values())


def whole_graph(
    machine: Machine, starts: list[State], stop: Callable[[State], bool] = lambda _: False
) -> tuple[dict[Key, State], dict[Key, set[Key]]]:
    """Every state that can be reached by the machine itself, undo excluded, and what follows each."""
    states = {_key(state): state for state in starts}
    after: dict[Key, set[Key]] = {}
    waiting = list(states)
    while waiting:
        key = waiting.pop()
        after[key] = set()
        if stop(states[key]):
            continue
        for one in machine.events(states[key]):
            if one.kind == "undo":
                continue
            following = machine.step(states[key], one)
            bare = State(following.values, dict.fromkeys(following.typed, ""))
            after[key].add(_key(bare))
            if _key(bare) not in states:
                states[_key(bare)] = bare
                waiting.append(_key(bare))
    return states, after


def leads_everywhere_to(goal: Callable[[State], bool], states: dict[Key, State], after: dict[Key, set[Key]]) -> bool:
    good = {key for key, state in states.items() if goal(state)}
    while more := {key for key in states if key not in good and after[key] & good}:
        good |= more
    return len(good) == len(states)


def _starts(machine: Machine) -> list[State]:
    return [machine.start(), *(machine.start(mission.start) for _, mission in machine.scenario.missions.values())]


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(scenarios())
def test_service_by_service_the_verdicts_are_those_of_the_whole(scenario: Scenario) -> None:
    assume(not [*faults_of(scenario)])
    machine, explorer = Machine(scenario), Explorer(scenario)
    states, _ = whole_graph(machine, _starts(machine))
    strange = any(
        state.values["ecran"] in ("menu", "seuil")
        and (state.values["ecran"] == "menu") == (state.values["session"] == "personne")
        for state in states.values()
    )
    doors = [fault for service in scenario.services for fault in explorer.faults_of_doors(service)]
    if strange:
        assert doors
    assume(not doors)
    for service, mission in scenario.missions.values():

        def done(state: State, goal: Any = mission.goal) -> bool:
            return holds(goal, state.values)

        start = machine.start(mission.start)
        states, after = whole_graph(machine, [start], done)
        expected = leads_everywhere_to(done, states, after)
        verdict = explorer.verdict(service, mission)
        event(f"sans impasse : {expected}")
        assert (verdict.dead_end is None) == expected
        assert not verdict.guessed
        shortest = explorer.shortest(service, mission)
        assert (shortest is None) == (not any(done(state) for state in states.values()))
        if shortest is not None:
            for one in shortest:
                assert one in machine.events(start)
                start = machine.step(start, one)
            assert done(start)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(scenarios())
def test_service_by_service_the_same_screens_and_buttons_are_reached(scenario: Scenario) -> None:
    assume(not [*faults_of(scenario)])
    machine, explorer = Machine(scenario), Explorer(scenario)
    assume(not [fault for service in scenario.services for fault in explorer.faults_of_doors(service)])
    states, _ = whole_graph(machine, _starts(machine))
    screens = {state.values["ecran"] for state in states.values()}
    pressed = {name for state in states.values() for name in machine.pressable(state)}
    for service in scenario.services:
        seen = explorer.seen(service)
        assert set(service.screens) & seen.screens == set(service.screens) & screens
        assert seen.wanted & seen.pressed == seen.wanted & pressed
        assert seen.sure
    everything = {block.id for _, block in pressed_blocks(scenario)}
    event(f"tout est atteint : {pressed == everything}")


# --- un scénario écrit à la main, sain, puis abîmé d'une façon à la fois ----------------------------------------------


def press(name: str, **what: Any) -> dict[str, Any]:
    return {"kind": "action", "id": name, "text": "t", "pictogram": "cle", **what}


def sound() -> list[dict[str, Any]]:
    """A phone, a sign-in, one service with a question that can be answered and taken back."""
    return [
        {
            "service": "telephone",
            "pictogram": "cle",
            "entry": "seuil",
            "screens": {"seuil": {"title": "t", "back": "seuil", "blocks": [press("vers_entree", go="entree")]}},
        },
        {
            "service": "entree",
            "pictogram": "cle",
            "entry": "entree",
            "screens": {
                "entree": {
                    "title": "t",
                    "back": "seuil",
                    "blocks": [press("entrer", set={"session": "responsable1"}, go="menu")],
                }
            },
        },
        {
            "service": "mots",
            "pictogram": "cle",
            "entry": "mots",
            "accounts": ["responsable1"],
            "variables": {"mot_reponse": ["aucune", "oui", "non"]},
            "screens": {
                "mots": {
                    "title": "t",
                    "back": "menu",
                    "blocks": [
                        press("dire_oui", set={"mot_reponse": "oui"}),
                        press("dire_non", set={"mot_reponse": "non"}),
                    ],
                }
            },
            "missions": [
                {
                    "id": "repondre_oui",
                    "level": 1,
                    "minutes": 1,
                    "start": {"session": "responsable1", "ecran": "menu"},
                    "goal": {"mot_reponse": "oui"},
                    "hints": 1,
                }
            ],
        },
    ]


def explored(services: list[dict[str, Any]]) -> Report:
    return explore(Scenario(tuple(Service.model_validate(service) for service in services), ()))


def faults_about_the_graph(services: list[dict[str, Any]]) -> list[str]:
    """The faults, without those that only say that so small a scenario has few missions."""
    return [fault for fault in explored(services).faults if "il en faut" not in fault and "niveau" not in fault]


def test_a_sound_scenario_has_no_fault_but_its_size() -> None:
    assert faults_about_the_graph(sound()) == []
    report = explored(sound())
    assert len(report.faults) == 2
    assert report.missions["repondre_oui"].shortest == (Event("press", "menu_mots"), Event("press", "dire_oui"))
    assert report.screens == {"seuil", "entree", "menu", "mots"}


def test_an_answer_that_cannot_be_taken_back_is_a_dead_end_and_the_walk_to_it_is_told() -> None:
    services = sound()
    services[2]["screens"]["mots"]["blocks"][0]["when"] = {"mot_reponse": "aucune"}
    (fault,) = faults_about_the_graph(services)
    assert fault.startswith("mots, mission repondre_oui : ne peut plus être finie après")
    assert fault.endswith("appuyer sur menu_mots, puis appuyer sur dire_non")


def test_an_account_that_cannot_be_entered_again_is_a_dead_end() -> None:
    services = sound()
    services[1]["screens"]["entree"]["blocks"][0] |= {"set": {"session": "eleve"}}
    faults = faults_about_the_graph(services)
    assert any("mission repondre_oui" in fault and "menu_sortie" in fault for fault in faults)


def test_a_sign_in_that_can_be_spoilt_for_ever_is_a_dead_end_of_the_other_services() -> None:
    services = sound()
    services[1]["variables"] = {"entree_etat": ["bon", "perdu"]}
    blocks = services[1]["screens"]["entree"]["blocks"]
    blocks[0] = press(
        "entrer",
        cases=[{"when": {"entree_etat": "bon"}, "set": {"session": "responsable1"}, "go": "menu"}, {"say": "t"}],
    )
    blocks.append(press("perdre", set={"entree_etat": "perdu"}))
    (fault,) = faults_about_the_graph(services)
    assert "repondre_oui" in fault
    assert "appuyer sur perdre" in fault
    blocks.append(press("retrouver", set={"entree_etat": "bon"}))
    assert faults_about_the_graph(services) == []


def test_a_mission_done_at_its_start_is_a_fault() -> None:
    services = sound()
    services[2]["missions"][0]["start"]["mot_reponse"] = "oui"
    assert any("finie dès son départ" in fault for fault in faults_about_the_graph(services))


def test_a_mission_without_an_account_in_its_start_is_a_fault() -> None:
    services = sound()
    services[2]["missions"][0]["start"] = {"ecran": "seuil"}
    assert any("ne dit pas « session »" in fault for fault in faults_about_the_graph(services))


def test_a_screen_and_a_button_that_nobody_reaches_are_faults() -> None:
    services = sound()
    services[2]["screens"]["oublie"] = {"title": "t", "back": "mots", "blocks": [press("inutile", say="t")]}
    services[2]["screens"]["mots"]["blocks"].append(press("jamais", when={"session": "eleve"}, say="t"))
    faults = faults_about_the_graph(services)
    assert [fault.split(" : ")[1] for fault in faults] == [
        "personne n'atteint l'écran oublie",
        "personne ne voit le bouton inutile",
        "personne ne voit le bouton jamais",
    ]


def test_a_service_that_nobody_has_in_the_menu_is_never_seen() -> None:
    services = sound()
    services[2]["accounts"] = ["eleve"]
    faults = faults_about_the_graph(services)
    assert any("personne ne voit le bouton menu_mots" in fault for fault in faults)
    assert any("ne peut plus être finie après dès le départ" in fault for fault in faults)


def test_a_button_without_effect_is_a_fault() -> None:
    services = sound()
    block = services[2]["screens"]["mots"]["blocks"][1]
    services[2]["screens"]["mots"]["blocks"][1] = press(
        "dire_non", cases=[{"when": {"mot_reponse": "aucune"}, "set": {"mot_reponse": "non"}}]
    )
    assert block["id"] == "dire_non"
    (fault,) = faults_about_the_graph(services)
    assert fault == "mots : le bouton dire_non est parfois montré sans rien faire ni rien dire"


def test_a_case_that_does_nothing_is_a_fault() -> None:
    services = sound()
    services[2]["screens"]["mots"]["blocks"][1] = press(
        "dire_non", cases=[{"when": {"mot_reponse": "aucune"}}, {"say": "t"}]
    )
    assert any("un cas qui ne fait rien" in fault for fault in faults_about_the_graph(services))


def test_the_menu_shown_to_nobody_is_a_fault() -> None:
    services = sound()
    services[1]["screens"]["entree"]["back"] = "menu"
    (fault, *_) = faults_about_the_graph(services)
    assert fault == "entree : le menu s'ouvre sans compte (appuyer sur vers_entree, puis « Retour »)"


def test_a_doorstep_shown_to_somebody_is_a_fault() -> None:
    services = sound()
    services[2]["screens"]["mots"]["back"] = "seuil"
    (fault, *_) = faults_about_the_graph(services)
    assert "mots : le seuil s'ouvre avec un compte" in fault


@pytest.mark.parametrize(
    "block",
    [
        {
            "kind": "choice",
            "variable": "mot_reponse",
            "label": "t",
            "options": [{"value": "oui", "text": "t"}, {"value": "non", "text": "t"}],
        },
        {"kind": "field", "input": "mot_texte", "label": "t"},
    ],
)
def test_a_choice_or_a_field_that_writes_what_another_service_owns_is_a_fault(block: dict[str, Any]) -> None:
    services = sound()
    services[2]["inputs"] = {"mot_texte": {"rule": "texte", "samples": {"bon": "a"}}}
    services[1]["screens"]["entree"]["blocks"].append(block)
    scenario = Scenario(tuple(Service.model_validate(service) for service in services), ())
    (fault,) = faults_of_writing(scenario)
    assert fault.startswith("entree, écran entree : écrit « mot_")


def test_a_service_too_large_to_be_walked_is_refused_with_a_clear_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("liaison.practice.projection.MOST_STATES", 3)
    faults = faults_about_the_graph(sound())
    assert any(fault.startswith("mots : plus de 300\u202f000 états. Donnez-lui moins de variables") for fault in faults)


def test_a_mission_that_cannot_be_done_has_no_solution() -> None:
    services = sound()
    services[2]["missions"][0]["goal"] = {"mot_reponse": "oui", "session": "eleve"}
    scenario = Scenario(tuple(Service.model_validate(service) for service in services), ())
    with pytest.raises(ScenarioError, match="repondre_oui ne peut pas être finie"):
        solution(scenario, "repondre_oui")


def test_the_wrong_turn_of_a_mission_after_its_goal_does_not_count() -> None:
    services = sound()
    services[2]["screens"]["mots"]["blocks"] = [
        press("dire_oui", set={"mot_reponse": "oui"}),
        press("dire_non", when={"mot_reponse": "oui"}, set={"mot_reponse": "non"}),
    ]
    services[2]["screens"]["mots"]["blocks"][0]["when"] = {"mot_reponse": "aucune"}
    assert faults_about_the_graph(services) == []


# --- l'ENT d'entraînement lui-même ------------------------------------------------------------------------------------


def test_each_solution_of_the_practice_ent_does_its_mission_and_no_shorter_beginning_does() -> None:
    scenario = practice_scenario()
    machine = Machine(scenario)
    for name, (_, mission) in scenario.missions.items():
        state = machine.start(mission.start)
        for one in solution(scenario, name):
            assert not holds(mission.goal, state.values), name
            assert one in machine.events(state), name
            state = machine.step(state, one)
        assert holds(mission.goal, state.values), name


@pytest.mark.slow
def test_the_practice_ent_has_no_fault() -> None:
    said: list[str] = []
    report = explore(practice_scenario(), said.append)
    assert report.faults == []
    assert said == [service.service for service in practice_scenario().services]
    assert set(report.missions) == set(practice_scenario().missions)
    # Far from what is refused: the time and the memory of the whole follow the largest of them.
    assert all(0 < states <= MOST_STATES / 3 for states in report.states.values())


def test_in_the_real_ent_a_sign_in_that_forgets_the_account_is_told_with_the_walk_to_it(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "scenario")
    sign_in = folder / "01_connexion.yaml"
    text = sign_in.read_text(encoding="utf-8")
    sign_in.write_text(text.replace("acces: active, session: responsable1, ", "acces: active, "), encoding="utf-8")

    def doors(scenario: Scenario) -> list[str]:
        service, _ = scenario.missions["activer_compte"]
        return list(Explorer(scenario).faults_of_doors(service))

    assert doors(practice_scenario()) == []
    (fault,) = doors(practice_scenario(folder))
    assert fault.startswith("connexion : le menu s'ouvre sans compte (")
    assert fault.endswith("appuyer sur activation_finir)")


def test_the_gestures_of_a_mission_are_those_of_its_shortest_way_with_a_choice_at_each() -> None:
    scenario = practice_scenario()
    for mission in ("lire_message", "se_connecter_responsable"):
        found = gestures(scenario, mission)
        assert len(found) == len(solution(scenario, mission))
        assert min(found) >= 2


def test_going_back_after_a_wrong_press_finishes_most_missions_and_the_others_ask_another_way() -> None:
    scenario = practice_scenario()
    assert back_on_track(scenario, "se_connecter_responsable")
    # « Retour » leaves the page of the appointments, where the walk began.
    assert not back_on_track(scenario, "rdv_prendre")
