"""Le JSON d'une langue : tout y est, les phrases sont finies, les conditions vides n'y sont pas."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from liaison.base.languages import languages
from liaison.practice.compiled import Writer, compiled, wording
from liaison.practice.model import Condition, Money, TextRef
from liaison.practice.scenario import practice_scenario
from liaison.practice.wording import Wording


@pytest.fixture(scope="module")
def french() -> dict[str, Any]:
    return compiled("fr")


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def test_everything_of_the_scenario_is_there(french: dict[str, Any]) -> None:
    scenario = practice_scenario()
    assert list(french["screens"]) == list(scenario.screens)
    assert list(french["variables"]) == list(scenario.variables)
    assert [one["id"] for one in french["missions"]] == list(scenario.missions)
    assert [one["id"] for one in french["services"]] == [one.service for one in scenario.services]
    for name, screen in scenario.screens.items():
        assert [block["kind"] for block in french["screens"][name]["blocks"]] == [block.kind for block in screen.blocks]


def test_every_mission_has_its_goal_its_hints_what_to_remember_and_what_a_helper_does(french: dict[str, Any]) -> None:
    for mission, (_, model) in zip(french["missions"], practice_scenario().missions.values(), strict=True):
        assert len(mission["hints"]) == model.hints + (model.asks is not None)
        assert all(mission[name] for name in ("text", "remember", "regarder", "ne-pas-faire"))
        assert mission["minutes"] > 0


def test_no_sentence_keeps_a_fluent_sign_nor_an_exclamation_mark(french: dict[str, Any]) -> None:
    for text in strings({name: french[name] for name in ("words", "screens", "missions", "paths")}):
        assert "{" not in text
        assert "!" not in text, text


def test_french_sentences_have_their_non_breaking_spaces(french: dict[str, Any]) -> None:
    for text in strings(french["screens"]):
        assert not any(f" {sign}" in text for sign in "?;:»"), text
        assert "« " not in text, text


def test_what_is_not_set_is_left_out(french: dict[str, Any]) -> None:
    blocks = [block for screen in french["screens"].values() for block in screen["blocks"]]
    assert not any(block.get("when") == {} for block in blocks)
    assert not any(value is None for block in blocks for value in block.values())


def test_conditions_are_written_short_for_the_browser() -> None:
    writer = Writer(wording("fr"), wording("fr"))
    condition = Condition.model_validate({"x": "un", "any": [{"y": ["un", "deux"]}], "not": {"z": "un"}})
    assert writer.plain(condition) == {"x": ["un"], "any": [{"y": ["un", "deux"]}], "not": {"z": ["un"]}}
    assert writer.plain(Condition()) == {}


def test_outside_french_a_button_keeps_its_french_words_beside(tmp_path: Path) -> None:
    (tmp_path / "es").mkdir()
    (tmp_path / "fr").mkdir()
    (tmp_path / "es" / "a.ftl").write_text("a = Abrir\nb = ENT\n", encoding="utf-8")
    (tmp_path / "fr" / "a.ftl").write_text("a = Ouvrir\nb = ENT\n", encoding="utf-8")
    spanish, french = Wording(languages()["es"], tmp_path), Wording(languages()["fr"], tmp_path)
    writer = Writer(spanish, french)
    assert writer.named("text", TextRef(key="a")) == {"text": "Abrir", "fr": "Ouvrir"}
    assert writer.named("text", TextRef(key="b")) == {"text": "ENT"}
    assert Writer(french, french).named("text", TextRef(key="a")) == {"text": "Ouvrir"}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("fr", "mardi 17 novembre, 08:05, 43,20\u00a0€, 14,5"),
        ("en", "Tuesday 17 November, 08:05, €43.20, 14.5"),
        ("es", "martes, 17 de noviembre, 8:05, 43,20\u00a0€, 14,5"),
        ("pt", "terça-feira, 17 de novembro, 08:05, 43,20\u00a0€, 14,5"),
        ("tr", "17 Kasım Salı, 08:05, €43,20, 14,5"),
        ("uk", "вівторок, 17 листопада, 08:05, 43,20\u00a0€, 14,5"),
        ("ro", "marți, 17 noiembrie, 08:05, 43,20\u00a0€, 14,5"),
    ],
)
def test_dates_hours_sums_and_numbers_are_written_as_the_language_writes_them(
    tmp_path: Path, code: str, expected: str
) -> None:
    (tmp_path / code).mkdir()
    (tmp_path / code / "a.ftl").write_text("a = { $jour }, { $heure }, { $somme }, { $note }\n", encoding="utf-8")
    arguments = {"jour": dt.date(2026, 11, 17), "heure": "08:05", "somme": Money(eur=43.2), "note": 14.5}
    assert Wording(languages()[code], tmp_path)(TextRef(key="a", arguments=arguments)) == expected


def test_arabic_is_written_from_right_to_left_with_its_own_days(tmp_path: Path) -> None:
    (tmp_path / "ar").mkdir()
    (tmp_path / "ar" / "a.ftl").write_text("a = { $jour }\n", encoding="utf-8")
    ref = TextRef(key="a", arguments={"jour": dt.date(2026, 11, 17)})
    assert Wording(languages()["ar"], tmp_path)(ref) == "الثلاثاء، 17 نوفمبر"
    assert languages()["ar"].direction == "rtl"
