"""« Ma fiche » : tout ce qu'un écran dit y être, et tout ce qu'un champ attend."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from liaison.practice.compiled import compiled, wording
from liaison.practice.scenario import practice_scenario, texts_of

SCENARIO = practice_scenario()
FICHE = Path(__file__).parents[2] / "widgets" / "practice" / "identity.js"
PLACE = re.compile(r"\bfiche\b(?! de renseignements)", re.IGNORECASE)
# What arrives by SMS is on no sheet.
BY_SMS = {"connexion_code"}


def shown(code: str) -> set[str]:
    """The values that « Ma fiche » shows, as identity.js lists them."""
    words = compiled(code)["words"]
    people = re.findall(r'\["(\w+)", "\w+", "\w+", \[([^\]]*)\]', FICHE.read_text(encoding="utf-8"))
    assert len(people) == 5
    return {words[f"fiche-{who}-{row}"] for who, rows in people for row in re.findall(r'"(\w+)"', rows)}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_what_a_screen_says_is_on_the_sheet_is_there(code: str) -> None:
    sheet = {plain(value) for value in shown(code)}
    french = wording("fr")
    told = [ref for _, ref in texts_of(SCENARIO) if PLACE.search(french(ref)) and ref.arguments]
    assert len(told) >= 6
    missing = [(ref.key, value) for ref in told for value in ref.arguments.values() if plain(str(value)) not in sheet]
    assert missing == []


@pytest.mark.parametrize("code", ["fr", "uk"])
def test_what_a_field_waits_for_is_on_the_sheet(code: str) -> None:
    sheet = {plain(value) for value in shown(code)}
    waiting = {name: one for name, one in SCENARIO.inputs.items() if one.accept and name not in BY_SMS}
    assert len(waiting) >= 7
    assert {name: one.samples.bon for name, one in waiting.items() if plain(one.samples.bon) not in sheet} == {}


def test_the_addresses_and_numbers_of_the_forms_are_those_of_the_sheet() -> None:
    kept = {str(ref.arguments["texte"]) for _, ref in texts_of(SCENARIO) if ref.key == "demarches-tel-quel"}
    assert kept
    assert {plain(one) for one in kept} <= {plain(value) for value in shown("fr")}
