"""What is said on a screen is what is counted: the hours of the evening, the weeks of a simulation."""

import datetime as dt
import re
from pathlib import Path

import numpy as np
import pytest

from liaison.messaging import vocabulary
from liaison.messaging.reading import indicators
from liaison.messaging.reading.changed_words import side_words
from liaison.messaging.search.aims import LABELS
from liaison.messaging.traffic.clock import Period
from liaison.messaging.vocabulary import EVENING, FEWEST_WEEKS, MOST_WEEKS, evening_hours
from liaison.messaging.wording import whole_days
from liaison.module import scenario_of
from widgets.messaging.improve import AimFields
from widgets.messaging.results import key_figures
from widgets.messaging.start_from import StartFrom
from widgets.messaging.state import LabState

SUITE = Path(__file__).parents[2]
FOLDERS = ("liaison/messaging", "widgets/texts/fr")


@pytest.mark.parametrize("evening", [EVENING, (21, 6)])
def test_every_sentence_says_the_hours_of_the_evening_that_are_counted(
    evening: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vocabulary, "EVENING", evening)
    monkeypatch.setattr(indicators, "EVENING", evening)
    start, end = evening
    hours = f"entre {start} h et {end} h"
    assert hours == evening_hours()
    figures = LabState(weeks=2).simulation().indicators
    compared = [line["label"] for line in key_figures(figures)]
    quiet = AimFields().evening.label
    for said in (side_words("notifications_soir", "2", "1"), quiet, compared[2], compared[7]):
        assert hours in said.replace("\N{NO-BREAK SPACE}", " ")
    in_it = [half for half in range(48) if indicators.in_the_evening(np.array([half]))[0]]
    assert in_it == [half for half in range(48) if half < end * 2 or half >= start * 2]


def test_an_aim_is_named_with_the_hours_of_the_evening() -> None:
    assert evening_hours() in LABELS["notifications_soir"]


def test_no_sentence_of_the_messaging_says_these_hours_by_itself() -> None:
    files = [path for folder in FOLDERS for path in (SUITE / folder).rglob("*messaging*.ftl")]
    files += (SUITE / "liaison/messaging").rglob("*.ftl")
    said = {path.name: re.findall(r"(?:entre|de) \d+\sh (?:et|à) \d+\sh", path.read_text("utf-8")) for path in files}
    assert len(said) > 10
    assert not [(name, hours) for name, hours in said.items() if hours]


@pytest.mark.parametrize(("weeks", "possible"), [(0, False), (1, True), (MOST_WEEKS, True), (MOST_WEEKS + 1, False)])
def test_a_simulation_lasts_a_week_at_least_and_a_year_at_most(weeks: int, possible: bool) -> None:
    if possible:
        assert Period(dt.date(2026, 9, 1), weeks).weeks == weeks
    else:
        with pytest.raises(ValueError, match=f"1 à {MOST_WEEKS} semaines"):
            Period(dt.date(2026, 9, 1), weeks)


def test_the_screen_offers_every_length_that_the_engine_and_the_command_accept() -> None:
    field = StartFrom(LabState()).weeks
    assert (field.min, field.max) == (FEWEST_WEEKS, MOST_WEEKS)
    assert FEWEST_WEEKS <= scenario_of("messaging")["weeks"]["default"] <= MOST_WEEKS


@pytest.mark.parametrize(("hours", "days"), [(24, 0), (47, 0), (48, 2), (49, 0), (72, 3)])
def test_the_charter_and_the_notice_say_a_delay_in_days_from_two_whole_ones_on(hours: int, days: int) -> None:
    assert whole_days(hours) == days
