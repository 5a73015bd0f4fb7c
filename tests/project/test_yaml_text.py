"""YAML is read fast, into plain values, and never runs anything."""

import datetime as dt
import re

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from liaison.yaml_text import place_of, read_yaml, write_yaml


def test_plain_values_are_read() -> None:
    text = 'nom: Collège (fictif)\njour: 2026-09-01\npart: 0.5\nheure: "20:00"\nliste: [1, deux]\nrien:\n'
    assert read_yaml(text) == {
        "nom": "Collège (fictif)",
        "jour": dt.date(2026, 9, 1),
        "part": 0.5,
        "heure": "20:00",
        "liste": [1, "deux"],
        "rien": None,
    }


def test_an_hour_without_quotes_is_a_number_as_the_rules_of_the_house_warn() -> None:
    assert read_yaml("heure: 20:00") == {"heure": 1200}


@pytest.mark.parametrize("text", ["!!python/object/apply:os.getcwd []", "!!python/name:os.system", "a: ["])
def test_what_is_no_plain_value_is_refused(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        read_yaml(text)


def test_an_empty_text_holds_nothing() -> None:
    assert read_yaml("") is None


def test_a_text_that_is_not_yaml_says_where() -> None:
    with pytest.raises(yaml.YAMLError) as error:
        read_yaml("a: 1\nb: [1,\n")
    assert re.fullmatch(r", ligne \d+, colonne \d+", place_of(error.value))
    assert place_of(yaml.YAMLError()) == ""


@given(st.text())
@example("\x85")
@example("avant\x85après")
@example("\u2028 \ufeff \r\n\t")
@example("20:00")
def test_any_text_written_is_read_back(text: str) -> None:
    assert read_yaml(write_yaml({"texte": text, text: [text]})) == {"texte": text, text: [text]}
    assert read_yaml(write_yaml([text], blocks_only=False)) == [text]


def test_accents_are_written_as_they_are_and_keys_in_the_order_given() -> None:
    assert write_yaml({"école": "à", "b": 1, "a": 2}) == "école: à\nb: 1\na: 2\n"
