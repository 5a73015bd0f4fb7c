"""A policy keeps its meaning through YAML and JSON, refuses what does not hold, and says why in French."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from liaison.messaging.policy.policy import (
    HALF_HOURS,
    POLICY_FILE,
    POLICY_VERSION,
    HeldHours,
    Policy,
    PolicyError,
    load_policy,
    minutes,
    parse_policy,
    to_yaml,
)
from strategies import held_hours, policies

many = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# What pydantic says when nobody has translated it.
ENGLISH = re.compile(r"\b(Input|Field|should|required|valid|Extra|Value error)\b")


def raw(**changes: Any) -> dict[str, Any]:
    return json.loads(load_policy("equilibree").model_dump_json()) | changes


def refusal(content: dict[str, Any] | str) -> str:
    text = content if isinstance(content, str) else json.dumps(content)
    with pytest.raises(PolicyError) as refused:
        parse_policy(text, "« essai.yaml »")
    return str(refused.value)


@settings(many, max_examples=30)
@given(policies())
def test_any_policy_survives_yaml_and_json(policy: Policy) -> None:
    assert parse_policy(to_yaml(policy)) == policy
    assert parse_policy(policy.model_dump_json()) == policy


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(policies())
def test_any_policy_follows_the_schema_that_is_exported(policy: Policy) -> None:
    jsonschema.validate(json.loads(policy.model_dump_json()), json.loads(POLICY_FILE.schema()))


@many
@given(arrays(bool, (7, HALF_HOURS)))
def test_a_painted_week_comes_back_as_it_was_painted(painted: np.ndarray) -> None:
    hours = HeldHours(week=HeldHours.week_from_mask(painted))
    assert np.array_equal(hours.mask(), painted)


@many
@given(held_hours)
def test_a_written_week_keeps_its_quiet_half_hours(hours: HeldHours) -> None:
    again = HeldHours(week=HeldHours.week_from_mask(hours.mask()))
    assert np.array_equal(again.mask(), hours.mask())


@given(st.integers(0, 23), st.integers(0, 59))
def test_minutes_count_from_midnight(hour: int, minute: int) -> None:
    assert minutes(f"{hour:02d}:{minute:02d}") == 60 * hour + minute


@pytest.mark.parametrize("clock", ["24:01", "25:00", "7:00", "07:60", "07h00", "", "-1:00", "07:00:00"])
def test_what_is_no_hour_is_refused(clock: str) -> None:
    with pytest.raises(ValueError, match="n'est pas une heure"):
        minutes(clock)


def test_the_half_hour_before_20_h_is_open_and_20_h_is_quiet() -> None:
    mask = HeldHours(week={"lundi": ("20:00-24:00",)}).mask()
    assert not mask[0, 39]
    assert mask[0, 40]
    assert mask[0, 47]
    assert not mask[1, 0]


@pytest.mark.parametrize(
    ("range_", "sentence"),
    [
        ("20:00-07:00", "une nuit se coupe à 24:00 et 00:00"),
        ("20:00-20:00", "la fin doit suivre le début"),
        ("20:15-24:00", "demi-heure en demi-heure"),
        ("20:00", "n'est pas une heure"),
        ("20:00-25:00", "n'est pas une heure"),
    ],
)
def test_a_range_that_does_not_hold_says_why(range_: str, sentence: str) -> None:
    content = raw()
    content["quiet"]["eleves"]["week"]["mardi"] = [range_]
    assert sentence in refusal(content)


@pytest.mark.parametrize(
    ("changes", "place", "sentence"),
    [
        ({"marks": {"pupils_after_days": 31}}, "marks.pupils_after_days", "31 est trop grand"),
        ({"marks": {"pupils_after_days": -1}}, "marks.pupils_after_days", "-1 est trop petit"),
        ({"marks": {"pupils_after_days": 1.5}}, "marks.pupils_after_days", "un nombre entier est attendu"),
        ({"reply_within_hours": "vite"}, "reply_within_hours", "un nombre entier est attendu, pas vite"),
        ({"homework_by": "25h"}, "homework_by", "écrire par exemple 07:30"),
        ({"homework_by": "24:00"}, "homework_by", "écrire 00:00"),
        ({"homework_by": 1200}, "homework_by", 'Une heure s\'écrit entre guillemets\u00a0: "20:00"'),
        ({"languages": []}, "languages", "1 valeur au moins"),
        ({"languages": ["Français"]}, "languages", "n'est pas le code d'une langue"),
        ({"languages": ["\ud800"]}, "languages", "n'est pas le code d'une langue"),
        ({"homework_by": "0\u0667:30"}, "homework_by", "n'est pas une heure"),
        ({"digests": {"weekly_on": "lundy"}}, "digests.weekly_on", "«\u00a0lundy\u00a0» n'est pas accepté"),
        ({"digests": {"weekly_on": "lundy"}}, "digests.weekly_on", "samedi ou dimanche"),
        ({"couleur": "verte"}, "couleur", "n'est pas un réglage connu"),
        ({"purposes": {}}, "", "motifs sans réglage : Absence d'un élève"),
        ({"purposes": []}, "purposes", "un ensemble de réglages est attendu"),
        ({"suspended": {}}, "", "publication suspendue sans réglage pour : eleves, personnels, responsables"),
        ({"quiet": {}}, "", "heures calmes sans réglage pour : eleves, personnels, responsables"),
        ({"writing": {}}, "", "« qui écrit à qui » est incomplet"),
        ({"name": None}, "name", "un texte est attendu"),
    ],
)
def test_a_fault_is_told_in_french_with_its_place(changes: dict[str, Any], place: str, sentence: str) -> None:
    told = refusal(raw(**changes))
    assert (f"- « {place} » :" if place else "- ") in told.replace("\u00a0", " ")
    assert sentence.replace("\u00a0", " ") in told.replace("\u00a0", " ")
    assert not ENGLISH.search(told), told


def test_lists_in_lists_are_told_as_any_other_fault() -> None:
    content = json.dumps(raw(languages="@")).replace('"@"', "[" * 900 + "]" * 900)
    with pytest.raises(PolicyError) as refused:
        parse_policy(content)
    assert "un texte est attendu, pas [[[" in str(refused.value)
    assert len(str(refused.value)) < 300


def test_a_missing_name_is_told_in_french() -> None:
    content = raw()
    del content["name"]
    told = refusal(content)
    assert "name" in told
    assert "manque" in told
    assert not ENGLISH.search(told)


def test_a_bare_hour_in_yaml_is_explained() -> None:
    told = refusal(to_yaml(load_policy("equilibree")).replace("homework_by: '18:00'", "homework_by: 18:00"))
    assert '"18:00"' in told


def test_the_same_channel_twice_is_refused() -> None:
    content = raw()
    content["purposes"]["mot"]["channels"] = ["ent", "ent"]
    assert "deux fois" in refusal(content)


def test_three_channels_are_accepted_and_four_refused() -> None:
    policy = load_policy("equilibree")
    assert policy.with_purpose("mot", channels=("ent", "sms", "courriel")).purposes["mot"].channels[2] == "courriel"
    content = raw()
    content["purposes"]["mot"]["channels"] = ["ent", "sms", "courriel", "visio"]
    assert "3 valeurs au plus" in refusal(content)


@pytest.mark.parametrize("text", ["[1, 2]", "bonjour", "", "3", "null"])
def test_what_is_no_policy_at_all_is_refused(text: str) -> None:
    assert "ne contient pas une politique de messagerie" in refusal(text)


def test_what_is_neither_yaml_nor_json_is_refused() -> None:
    assert "n'est pas du YAML ni du JSON lisible" in refusal("{name: [")


def test_a_later_version_asks_to_update_the_suite() -> None:
    assert "Mettre la suite à jour" in refusal(raw(version=POLICY_VERSION + 1))


def test_an_unknown_model_lists_the_known_ones() -> None:
    with pytest.raises(PolicyError, match=r"ni un modèle connu \(circulaire_2025.*vie_scolaire\) ni un fichier"):
        load_policy("equilibre")


def test_a_file_in_another_encoding_is_refused_in_french(tmp_path: Path) -> None:
    path = tmp_path / "politique.yaml"
    path.write_bytes("name: Équipe".encode("latin-1"))
    with pytest.raises(PolicyError, match="ni un fichier lisible"):
        load_policy(path)


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "politique.yaml"
    path.write_text(to_yaml(load_policy("equilibree")), encoding="utf-8-sig")
    assert load_policy(path) == load_policy("equilibree")


def test_a_changed_policy_is_checked_again() -> None:
    policy = load_policy("equilibree")
    assert policy.changed(recall_minutes=10).recall_minutes == 10
    with pytest.raises(ValueError, match="less than or equal"):
        policy.changed(recall_minutes=24 * 60 + 1)


def test_french_is_always_written() -> None:
    """A policy « en arabe et en turc » left readers of French untouched, and said nothing of it."""
    equilibree = load_policy("equilibree")
    assert equilibree.changed(languages=("ar", "tr")).languages == ("fr", "ar", "tr")
    assert equilibree.changed(languages=("ar", "fr")).languages == ("ar", "fr")


@pytest.mark.parametrize("version", ["1", "2"])
def test_a_version_between_quotes_is_the_same_version(version: str) -> None:
    text = to_yaml(load_policy("equilibree").changed(name="La nôtre"))
    quoted = text.replace("version: 2", f"version: '{version}'")
    assert quoted != text
    assert parse_policy(quoted) == parse_policy(text)


def test_a_file_of_the_first_version_that_suspends_keeps_its_name() -> None:
    equilibree = load_policy("equilibree")
    assert parse_policy(to_yaml(equilibree).replace("version: 2", "version: 1")) == equilibree
