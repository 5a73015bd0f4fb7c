"""Composer un parcours sans navigateur : l'ordre choisi, les minutes, ce que l'on emporte ; et le pari de la leçon."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import pytest
from page_side import not_made, press, taken

from liaison.base.addresses import AddressError, qr_code
from liaison.module import scenario_of
from liaison.practice.explore import solution
from liaison.practice.scenario import practice_scenario
from widgets.practice.bet import gesture_bet
from widgets.practice.mediator import LONG_MIN, Mediator
from widgets.practice.site import site_files

SCENARIO = practice_scenario()
MISSIONS = list(SCENARIO.missions)
BET = scenario_of("practice")["bet"]
BASE = "https://ent-pratique.example.org/"


@pytest.fixture
def mediator() -> Mediator:
    made = Mediator()
    made.address.value = BASE
    return made


def test_every_mission_can_be_chosen_and_none_is_at_first(mediator: Mediator) -> None:
    offered = [option["value"] for choice in mediator.choices.values() for option in choice.options]
    assert sorted(offered) == sorted(MISSIONS)
    assert mediator.missions == ()
    assert mediator.minutes == 0
    assert mediator.result.tone == "neutre"


@pytest.mark.parametrize("path", SCENARIO.paths, ids=lambda path: path.id)
def test_a_ready_made_path_ticks_its_missions_and_keeps_its_short_name(mediator: Mediator, path: Any) -> None:
    mediator.start.value = path.id
    assert mediator.missions == path.missions
    assert mediator.minutes == sum(SCENARIO.missions[name][1].minutes for name in path.missions)
    assert mediator.route().address == f"{BASE}index.html#parcours={path.id}"


def test_what_is_ticked_after_comes_last_and_what_is_unticked_goes(mediator: Mediator) -> None:
    mediator.choose("repondre_message", "lire_message")
    assert mediator.missions == ("repondre_message", "lire_message")
    mediator.choices["cantine"].value = ["cantine_voir_refus"]
    assert mediator.missions == ("repondre_message", "lire_message", "cantine_voir_refus")
    mediator.choices["messagerie"].value = ["lire_message"]
    assert mediator.missions == ("lire_message", "cantine_voir_refus")
    assert mediator.route().address.endswith("#missions=lire_message,cantine_voir_refus")


def test_more_than_a_workshop_is_said_and_nothing_is_refused(mediator: Mediator) -> None:
    mediator.choose(*MISSIONS)
    assert mediator.minutes > LONG_MIN
    assert mediator.result.tone == "alerte"
    assert str(LONG_MIN) in mediator.result.detail


def test_a_path_without_its_last_mission_is_another_path(mediator: Mediator) -> None:
    path = SCENARIO.paths[0]
    mediator.choose(*path.missions[:-1])
    assert "parcours=" not in mediator.route().address


def test_without_a_mission_or_an_address_the_button_says_what_to_do(mediator: Mediator) -> None:
    assert "missions" in not_made(mediator.buttons["pdf"])
    mediator.address.value = "notre site"
    mediator.choose("lire_message")
    with pytest.raises(AddressError, match="n'est pas une adresse"):
        mediator.route()


@pytest.mark.parametrize(
    ("name", "first"), [("pdf", b"%PDF"), ("docx", b"PK"), ("html", b"<!DOCTYPE"), ("fiche", b"%PDF"), ("site", b"PK")]
)
def test_each_button_makes_its_file_from_what_is_chosen(mediator: Mediator, name: str, first: bytes) -> None:
    mediator.choose("lire_message")
    file, _, content = taken(mediator.buttons[name])
    assert content.startswith(first)
    assert file.isascii()


def test_the_poster_as_a_web_page_holds_the_code_of_the_chosen_missions(mediator: Mediator) -> None:
    from base64 import b64encode

    mediator.choose("lire_message")
    page = taken(mediator.buttons["html"])[2].decode()
    assert b64encode(qr_code(f"{BASE}index.html#missions=lire_message")).decode() in page


def test_the_site_taken_away_is_the_site_that_is_built(mediator: Mediator) -> None:
    archive = zipfile.ZipFile(BytesIO(taken(mediator.buttons["site"])[2]))
    files = {name.removeprefix("site_pratique/"): archive.read(name).decode() for name in archive.namelist()}
    assert files == site_files()


@pytest.mark.parametrize("value", [option["value"] for option in BET["options"]])
def test_the_answer_to_the_bet_counts_the_gestures_of_the_scenario(value: Any) -> None:
    bet = gesture_bet()
    bet.question.value = value
    press(bet.place)
    count = len(solution(SCENARIO, BET["mission"]))
    assert str(count) in bet.answer.text
    upto = [option["upto"] for option in BET["options"]]
    place = [option["value"] for option in BET["options"]].index(value)
    right = count <= upto[place] and (place == 0 or count > upto[place - 1])
    assert bet.answer.tone == ("bon" if right else "neutre")


def test_without_a_bet_nothing_is_told() -> None:
    bet = gesture_bet()
    press(bet.place)
    assert bet.question.error
    assert not bet.answer.text
