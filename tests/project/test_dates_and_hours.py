"""Une date en chiffres et une heure s'écrivent à une place : « 07/12/2026 », « 17 h 05 », « 8 h »."""

import ast
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from liaison.base.dates import hour_words, numeric_date

ROOT = Path(__file__).parents[2]
WRITTEN = "liaison/base/dates.py"
# « {…:%d/%m/%Y} », « {…:%H h %M} », « {until.hour} h {minute} »: a French date or hour put together.
FORMATTED = re.compile(r"%d/%m/%Y|%H|%M")
# Those that are left, and why: what a program reads back, or the notation in which one types an hour.
LEFT = {
    "app/room/pages.py": "le nom d'une copie, que nbgrader relit",
    "liaison/training/badge/keys.py": "une ligne du registre des clés, relue",
    "liaison/training/badge/model.py": "l'instant d'un badge, relu par qui le vérifie",
    "liaison/training/hand_in/copies_in_place.py": "le nom d'une copie, que nbgrader relit",
    "liaison/training/papers/programme.py": "les heures d'un déroulé, alignées comme son fichier les tient",
    "liaison/training/hand_in/deposit.py": "le nom d'une copie, que nbgrader relit",
    "widgets/training_board/board.py": "une heure à la seconde, que l'on voit avancer",
}


def formatted_in(source: str) -> Iterator[int]:
    """Yield the line of each place of a source that puts a date in figures or an hour together."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and FORMATTED.search(node.value):
            yield node.lineno
        if isinstance(node, ast.JoinedStr):
            words = [part.value for part in node.values if isinstance(part, ast.Constant)]
            hour = any(
                ast.unparse(part).find(".hour") >= 0 for part in node.values if not isinstance(part, ast.Constant)
            )
            if hour and any(re.match(r"[\s\u00a0]h\b", str(word)) for word in words):
                yield node.lineno


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("f'{day:%d/%m/%Y}'", True),
        ("now.strftime('%H:%M')", True),
        ("f'{until.hour} h {until.minute:02d}'", True),
        ("f'{hours} h'", False),
        ("numeric_date(day) + hour_words(until)", False),
    ],
)
def test_a_date_or_an_hour_put_together_is_seen(source: str, seen: bool) -> None:
    assert bool([*formatted_in(source)]) is seen


def test_no_other_file_puts_a_date_in_figures_or_an_hour_together() -> None:
    files = {
        path.relative_to(ROOT).as_posix()
        for room in ("app", "liaison", "widgets")
        for path in (ROOT / room).rglob("*.py")
        if any(formatted_in(path.read_text(encoding="utf-8")))
    }
    assert files == {WRITTEN, *LEFT}


@pytest.mark.parametrize(
    ("hour", "words"), [((0, 0), "0 h"), ((8, 0), "8 h"), ((17, 5), "17 h 05"), ((23, 59), "23 h 59")]
)
def test_an_hour_is_written_as_one_says_it(hour: tuple[int, int], words: str) -> None:
    assert hour_words(dt.time(*hour)) == hour_words(dt.datetime(2026, 11, 27, *hour)) == words


def test_a_date_in_figures_has_its_day_first_and_none_is_nothing() -> None:
    assert numeric_date(dt.date(2026, 12, 7)) == "07/12/2026"
    assert numeric_date(None) == ""
