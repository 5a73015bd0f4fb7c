"""What is said on a screen is what is counted: the hours of the evening, the weeks of a simulation."""

import datetime as dt
import re
from pathlib import Path

import pytest

from liaison.messaging.reading.indicators import EVENING
from liaison.messaging.search.aims import LABELS
from liaison.messaging.traffic.clock import Period
from liaison.messaging.vocabulary import MOST_WEEKS
from liaison.module import scenario_of

SUITE = Path(__file__).parents[2]
TEXTS = (
    "widgets/texts/fr/messaging.ftl",
    "liaison/messaging/reading/texts/fr/changed_words.ftl",
    "widgets/texts/fr/gallery_results.ftl",
)


def test_every_sentence_says_the_hours_of_the_evening_that_are_counted() -> None:
    texts = [*((SUITE / name).read_text(encoding="utf-8") for name in TEXTS), *LABELS.values()]
    said = re.findall(r"entre (\d+)\sh et (\d+)\sh", " ".join(texts))
    assert len(said) >= 7
    assert {(int(start) * 2, int(end) * 2) for start, end in said} == {EVENING}


@pytest.mark.parametrize(("weeks", "possible"), [(0, False), (1, True), (MOST_WEEKS, True), (MOST_WEEKS + 1, False)])
def test_a_simulation_lasts_a_week_at_least_and_a_year_at_most(weeks: int, possible: bool) -> None:
    if possible:
        assert Period(dt.date(2026, 9, 1), weeks).weeks == weeks
    else:
        with pytest.raises(ValueError, match=f"1 à {MOST_WEEKS} semaines"):
            Period(dt.date(2026, 9, 1), weeks)


def test_every_length_that_the_lesson_offers_can_be_simulated() -> None:
    offered = scenario_of("messaging")["weeks"]
    assert 1 <= offered["minimum"] <= offered["default"] <= offered["maximum"] <= MOST_WEEKS
