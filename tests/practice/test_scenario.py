"""Le scénario lu dans ses fichiers : chaque faute est dite avec son fichier et sa place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from liaison.practice.model import ACCOUNTS, Action, Items
from liaison.practice.scenario import FOLDER, PATHS_FILE, ScenarioError, practice_scenario, pressed_blocks, texts_of

REUNION = "11_reunion.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The scenario files, copied."""
    return Path(shutil.copytree(FOLDER, tmp_path / "scenario"))


def change(folder: Path, before: str, after: str, name: str = REUNION) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def fault(folder: Path) -> str:
    with pytest.raises(ScenarioError) as caught:
        practice_scenario(folder)
    return str(caught.value).replace("\u00a0", " ").replace("\u202f", " ")


def test_the_copy_is_sound(folder: Path) -> None:
    assert practice_scenario(folder) == practice_scenario()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("go: reunion_attente}", "go: reunion_antichambre}", "ouvre l'écran inconnu « reunion_antichambre »"),
        ("back: seuil", "back: nulle_part", "« Retour » mène à l'écran inconnu « nulle_part »"),
        ("when: {reu_affichage: numero}, say", "when: {reu_nom: numero}, say", "variable inconnue « reu_nom »"),
        ("when: {reu_affichage: numero}, say", "when: {reu_affichage: age}, say", "n'a pas de valeur « age »"),
        (
            "set: {reu_main: levee}",
            "set: {reu_main: haute}",
            "n'a pas de valeur « haute » (possibles : baissee, levee)",
        ),
        ("set: {reu_main: levee}", "set: {rdv_mardi: pris}", "écrit « rdv_mardi », qui appartient à rendez_vous"),
        (
            "when: {reu_main: baissee}, text",
            "when: {rdv_mardi: pris}, text",
            "lit « rdv_mardi », qui appartient à rendez_vous",
        ),
        ("set: {reu_main: levee}", "set: {ecran: menu}", "un écran s'ouvre par « go », pas par « set »"),
        ("id: reu_attendre", "id: reu_rejoindre", "bouton ou ligne « reu_rejoindre » : écrit 2 fois"),
        ("reu_camera: [eteinte", "session: [eteinte", "variable « session » : ce nom est réservé"),
        ("entry: reunion_lien", "entry: reunion", "l'entrée « reunion » n'est pas un écran"),
        ("start: {session: personne, ecran: seuil}", "start: {session: voisin}", "n'a pas de valeur « voisin »"),
        ("{value: nom, text", "{value: surnom, text", "n'a pas de valeur « surnom »"),
        ("level: 1", "level: 4", REUNION),
        ("pictogram: camera\nentry", "pictogram: licorne\nentry", REUNION),
        ("kind: picture", "kind: tableau", REUNION),
        ("hints: 2", "hints: 2\n    indices: 3", REUNION),
    ],
)
def test_a_fault_in_a_file_is_told_with_its_place(folder: Path, before: str, after: str, said: str) -> None:
    change(folder, before, after)
    told = fault(folder)
    assert said in told
    assert "reunion" in told or "variable" in told or "bouton" in told


def test_a_file_that_is_not_yaml_is_told_with_its_line(folder: Path) -> None:
    change(folder, "variables:", "variables: [")
    assert fault(folder).startswith(f"{REUNION} n'est pas du YAML lisible, ligne ")


def test_a_path_with_an_unknown_mission_is_a_fault(folder: Path) -> None:
    raw = yaml.safe_load((folder / PATHS_FILE).read_text(encoding="utf-8"))
    raw["paths"][0]["missions"].append("inconnue")
    (folder / PATHS_FILE).write_text(yaml.safe_dump(raw), encoding="utf-8")
    assert "mission inconnue « inconnue »" in fault(folder)


def test_a_sample_that_its_own_rule_classes_otherwise_is_a_fault(folder: Path) -> None:
    field = "inputs:\n  reu_code: {rule: exact, accept: [oui], samples: {bon: non}}\nscreens:\n"
    change(folder, "screens:\n", field)
    assert "champ reu_code : l'exemple « non » est classé « faux »" in fault(folder)


def test_entering_a_screen_that_opens_another_is_a_fault(folder: Path) -> None:
    change(folder, "    back: reunion_lien\n", "    back: reunion_lien\n    enter: [{go: reunion_fin}]\n")
    assert "entrer dans un écran ne peut pas en ouvrir un autre" in fault(folder)


# --- le scénario tel qu'il est ----------------------------------------------------------------------------------------


def test_the_menu_shows_each_account_its_services_and_the_way_out() -> None:
    scenario = practice_scenario()
    (block,) = scenario.screens["menu"].blocks
    assert isinstance(block, Items)
    assert block.items[-1].id == "menu_sortie"
    for service in scenario.services:
        lines = [item for item in block.items if item.id == f"menu_{service.service}"]
        assert [line.when.all["session"] for line in lines] == ([service.accounts] if service.accounts else [])


def test_every_account_has_something_in_the_menu() -> None:
    accounts = {account for service in practice_scenario().services for account in service.accounts}
    assert accounts == set(ACCOUNTS)


def test_no_screen_always_shows_more_than_ten_blocks() -> None:
    for name, screen in practice_scenario().screens.items():
        always = [block for block in screen.blocks if not block.when.variables()]
        assert len(always) <= 10, name


def test_every_button_says_something_a_person_reads() -> None:
    assert all(pressed.text.key for _, pressed in pressed_blocks(practice_scenario()))
    assert {name for name, _ in texts_of(practice_scenario())} == set(practice_scenario().screens)


def test_at_most_one_button_of_a_screen_is_the_main_one_at_a_time() -> None:
    for name, screen in practice_scenario().screens.items():
        main: list[dict[str, Any]] = [
            dict(block.when.all) for block in screen.blocks if isinstance(block, Action) and block.main
        ]
        assert len([when for when in main if not when]) <= 1, name


def test_telephone_numbers_are_those_reserved_for_fiction() -> None:
    for path in FOLDER.glob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("\\u00a0", " ")
        for number in re.findall(r"\b0[1-9](?:[ .]?\d\d){4}\b", text):
            assert number.replace(" ", "").replace(".", "").startswith("063998"), f"{path.name} : {number}"


# --- les parcours tout prêts ------------------------------------------------------------------------------------------


def minutes_of(name: str) -> int:
    scenario = practice_scenario()
    (path,) = (path for path in scenario.paths if path.id == name)
    return sum(scenario.missions[mission][1].minutes for mission in path.missions)


def services_of(name: str) -> set[str]:
    scenario = practice_scenario()
    (path,) = (path for path in scenario.paths if path.id == name)
    return {scenario.missions[mission][0].service for mission in path.missions}


def test_there_is_a_path_for_each_moment() -> None:
    assert [path.id for path in practice_scenario().paths] == ["premiere_connexion", "atelier_90", "presse", "sans_ent"]


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("premiere_connexion", 5, 15), ("atelier_90", 40, 60), ("presse", 5, 10), ("sans_ent", 10, 20)],
)
def test_a_path_takes_the_time_it_says(name: str, least: int, most: int) -> None:
    assert least <= minutes_of(name) <= most


def test_a_path_has_no_mission_twice() -> None:
    for path in practice_scenario().paths:
        assert len(set(path.missions)) == len(path.missions) > 0, path.id


def test_the_path_without_an_ent_needs_no_account() -> None:
    scenario = practice_scenario()
    assert services_of("sans_ent") == {"rendez_vous", "reunion"}
    for name in next(path.missions for path in scenario.paths if path.id == "sans_ent"):
        assert scenario.missions[name][1].start["session"] == "personne"


def test_the_workshop_goes_through_most_services_and_begins_by_entering() -> None:
    scenario = practice_scenario()
    assert len(services_of("atelier_90")) >= 8
    path = next(path for path in scenario.paths if path.id == "atelier_90")
    assert scenario.missions[path.missions[0]][0].service == "connexion"
    assert path.missions[-1] == "ordinateur_partage"
