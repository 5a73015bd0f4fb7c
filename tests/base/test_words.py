"""Words put together in French."""

from pathlib import Path

import pytest

from liaison.base.words import joined, lower_first, named, upper_first

ROOMS = [Path(__file__).parents[2] / name for name in ("app", "liaison", "widgets")]


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")]
)
def test_an_enumeration_has_commas_then_et(words: list[str], said: str) -> None:
    assert joined(iter(words)) == said


def test_the_last_word_may_come_after_another_conjunction() -> None:
    assert joined(["le matin", "le soir"], "ou") == "le matin ou le soir"


def test_a_title_that_asks_is_no_end_of_a_sentence() -> None:
    assert f"Sans réponse : {named(['Qui ?', 'Lundi'])}." == "Sans réponse : « Qui ? » et « Lundi »."


def test_a_label_loses_its_capital_inside_a_sentence_and_a_sigle_keeps_it() -> None:
    assert lower_first("Retard") == "retard"
    assert lower_first("SMS") == "SMS"
    assert upper_first("retard") == "Retard"
    assert lower_first("") == upper_first("") == ""


def test_one_place_writes_french_months_and_one_the_dates_of_every_language() -> None:
    """What is written elsewhere by hand forgets the « 1er » of a month."""
    sources = {path: path.read_text(encoding="utf-8") for room in ROOMS for path in room.rglob("*.py")}
    assert [path.name for path, text in sources.items() if '"janvier"' in text] == ["words.py"]
    assert [path.name for path, text in sources.items() if "format_date(" in text] == ["languages.py"]
