"""What the command prints is read by a person: thousands apart, and a noun in the singular after « 1 »."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from project.test_one_of_each import plural_after_one
from typer.testing import Result

# A number of four digits or more in one piece: a year, a date and the name of a file apart, and a seed.
UNSPACED = re.compile(r"(?<![\w/.:,-])(?!(?:19|20)\d\d(?!\d))\d{4,}(?![\w/.:-])")


@pytest.mark.parametrize("school", ["college_rural", "ecole_6_classes"])
def test_a_week_is_said_as_it_is_read(school: str, liaison: Callable[..., Result]) -> None:
    done = liaison("simulate", "--school", school, "--policy", "equilibree", "--weeks", 1, "--seed", 12)
    printed = f"{done.stdout}\n{done.stderr}"
    assert "1 semaine." in printed.replace("\u00a0", " ")
    assert UNSPACED.findall(printed) == []
    assert plural_after_one(printed) == []


def test_a_school_that_is_drawn_is_told_in_spaced_numbers(liaison: Callable[..., Result], school: Path) -> None:
    done = liaison("school", "--preset", "college_rural", "--seed", 2026, "--out", school.parent / "college")
    assert done.exit_code == 0
    assert UNSPACED.findall(done.stdout + done.stderr) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("2257 messages sur 2589", ["2257", "2589"]),
        ("2\u202f257 messages en 2026, le 28/11/2026, table-12345.csv", []),
        ("12345 lignes", ["12345"]),
    ],
)
def test_what_is_looked_for_is_a_count_in_one_piece(said: str, found: list[str]) -> None:
    assert UNSPACED.findall(said) == found
