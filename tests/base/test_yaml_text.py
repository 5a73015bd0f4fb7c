"""YAML is read fast, into plain values, and never runs anything."""

import datetime as dt
import re
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from liaison.base.yaml_text import DEEPEST, LONGEST, LONGEST_NUMBER, place_of, read_yaml, write_yaml
from liaison.messaging.policy.policy import POLICY_FILE, PolicyError

ROOT = Path(__file__).parents[2]


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


SCALARS = st.from_regex(
    r"(?:!!(?:bool|int|float|timestamp|binary|null|str|set|omap|pairs|seq|map) )?"
    r"(?:[-+]?[0-9_:.,xob]{0,12}"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ][0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{1,2})?)?"
    r"|=|<<|~|yes|\\.nan|[-+]?\\.inf)",
    fullmatch=True,
)


@given(st.one_of(st.text(st.characters()), SCALARS))
@example("2026-02-30")
@example("2026-11-31")
@example("2026-13-45")
@example("2026-01-01T25:61:99Z")
@example("2026-01-01T00:00:00+99:00")
@example("1" * 6000)
@example("0x" + "f" * 6000)
@example("1" + ":1" * 60 + ".5")
@example("0x_")
@example("!!int ''")
@example("!!bool peut-être")
@example("!!timestamp demain")
@example("\ud800")
def test_whatever_is_written_gives_a_value_that_can_be_said_or_the_error_of_yaml(written: str) -> None:
    for text in (written, f"a: {written}", f"{written}: a", f"[{written}]"):
        for ours in (False, True):
            read: object = None
            with suppress(yaml.YAMLError):
                read = read_yaml(text, ours=ours)
            assert repr(read)  # a number of 5,000 digits would be read, and raise here


@pytest.mark.parametrize("written", ["2026-02-30", "2026-01-01T25:61:99Z", "1" * (LONGEST_NUMBER + 1), "0x_"])
def test_what_looks_like_a_date_or_a_number_and_is_none_is_the_text_it_is_between_quotes(written: str) -> None:
    assert read_yaml(f"a: {written}") == read_yaml(f'a: "{written}"') == {"a": written}
    assert read_yaml("a: " + "1" * LONGEST_NUMBER) == {"a": int("1" * LONGEST_NUMBER)}


def test_a_number_of_base_sixty_that_would_take_a_minute_is_not_counted() -> None:
    text = "1" + ":1" * (LONGEST // 3)
    assert read_yaml(f"a: {text}") == {"a": text}


@pytest.mark.parametrize("written", ["2026-02-30", "2026-13-45", "1" * 6000, "0x" + "f" * 6000])
@pytest.mark.parametrize("key", ["version", "from", "name", "quiet"])
def test_a_file_that_holds_a_date_or_a_number_that_is_none_is_said_in_french(key: str, written: str) -> None:
    with pytest.raises(PolicyError) as quoted:
        POLICY_FILE.parse(f'{key}: "{written}"\n', "« politique.yaml »")
    with pytest.raises(PolicyError) as bare:
        POLICY_FILE.parse(f"{key}: {written}\n", "« politique.yaml »")
    assert str(bare.value) == str(quoted.value)


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


BOMB = "a: &a [1,1,1,1,1,1,1,1,1]\n" + "".join(
    f"{there}: &{there} [{','.join([f'*{here}'] * 9)}]\n" for here, there in pairwise("abcdefghi")
)


def test_a_text_of_a_few_lines_that_would_become_gigabytes_is_refused_with_its_place_and_its_reason() -> None:
    assert len(BOMB) < 400
    with pytest.raises(yaml.YAMLError) as refused:
        read_yaml(BOMB)
    assert place_of(refused.value) == ", ligne 2, colonne 8 (les renvois « *nom » ne sont pas lus)"


def test_a_text_that_ships_with_the_suite_may_repeat_itself() -> None:
    text = "a: &a [1]\nb: *a"
    assert read_yaml(text, ours=True) == {"a": [1], "b": [1]}
    with pytest.raises(yaml.YAMLError):
        read_yaml(text)


def test_forty_levels_are_read_and_forty_one_are_not() -> None:
    assert read_yaml("[" * DEEPEST + "]" * DEEPEST)
    for levels in (DEEPEST + 1, 100_000):
        with pytest.raises(yaml.YAMLError):
            read_yaml("[" * levels + "]" * levels)


def test_a_text_of_the_longest_is_read_and_one_sign_more_is_not() -> None:
    text = "a: " + "x" * (LONGEST - 3)
    assert read_yaml(text)
    with pytest.raises(yaml.YAMLError):
        read_yaml(text + "x")


@pytest.mark.parametrize("text", [BOMB, "[" * 100_000, '{"a":' * 100_000])
def test_a_file_that_leaves_the_program_and_comes_back_as_a_bomb_is_said_in_one_sentence(text: str) -> None:
    with pytest.raises(PolicyError, match="n'est pas du YAML ni du JSON lisible"):
        POLICY_FILE.parse(text, "« politique.yaml »")


READS = re.compile(
    r"\byaml\.(?:\w*load\w*|parse|compose\w*|scan)\(|from yaml import .*(?:load|parse|compose|scan)|ruamel"
)


def test_no_other_reading_of_yaml_in_the_suite() -> None:
    folders = [ROOT / name for name in ("app", "liaison", "widgets", "notebooks", "datasets", "binder")]
    files = [path for folder in folders for kind in ("*.py", "*.ipynb") for path in folder.rglob(kind)]
    files += [ROOT / "noxfile.py", ROOT / "nbgrader_config.py"]
    found = {str(path.relative_to(ROOT)) for path in files if READS.search(path.read_text(encoding="utf-8"))}
    assert len(files) > 200
    assert found == {str(Path("liaison", "base", "yaml_text.py"))}
