"""La semaine d'une famille sur une ligne du temps : où un message est écrit, sonne, est lu, et ce qu'il devient."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
import pytest

from liaison.messaging.delivery.channels import REASON_CODE
from liaison.messaging.delivery.simulate import Trace
from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading.story import Story, tell
from liaison.messaging.traffic.clock import NEVER
from liaison.messaging.traffic.traffic import RESPONSABLE
from widgets.messaging.state import LabState

FATES = ("a_temps", "trop_tard", "non_compris", "perdu")
# What the list of a day says of another moment of it: « lu à 18 h 12 ».
HOUR = r"\d+[\u00a0\u202f ]h(?:[\u00a0\u202f ]\d+)?"
SAME_DAY = rf"(?:lu|sonne) à ({HOUR})"


@pytest.fixture(scope="module")
def trace() -> Trace:
    return LabState(school="ecole_6_classes", weeks=3, policy=load_policy("ent_un_deux")).simulation().trace


def steps(story: Story) -> Counter[str]:
    return Counter(mark.step for day in story.days for mark in day.marks)


def adults(trace: Trace) -> list[int]:
    recipients = np.unique(trace.prepared.rows.recipient[trace.row])
    return recipients[trace.prepared.people.kind[recipients] == RESPONSABLE][:60].tolist()


def test_each_message_of_the_week_is_drawn_where_it_is_written_as_what_became_of_it_and_where_it_rings_and_is_read(
    trace: Trace,
) -> None:
    """Counted from the trace, over a week after which nothing is read any more: the last of the period."""
    clock, rows = trace.prepared.clock, trace.prepared.rows
    written = trace.written[rows.message[trace.row]]
    seen_in_all = Counter[str]()
    for adult in adults(trace):
        for week in range(3):
            start, end = clock.midnight[week * 7], clock.midnight[week * 7 + 7]
            own = np.flatnonzero((rows.recipient[trace.row] == adult) & (written >= start) & (written < end))
            found = steps(tell(trace, adult, week))
            seen = trace.seen[own] < NEVER
            unclear = trace.reason[own] == REASON_CODE["non_compris"]
            assert found["perdu"] == int((~seen).sum())
            assert found["a_temps"] == int(trace.informed[own].sum())
            assert found["non_compris"] == int((seen & unclear).sum())
            assert found["trop_tard"] == int((seen & ~unclear & ~trace.informed[own]).sum())
            assert found["lu"] == int((trace.seen[own] < end).sum())
            seen_in_all += found
    assert {"a_temps", "trop_tard", "non_compris", "perdu", "sonne", "lu"} == set(seen_in_all)


def test_a_day_draws_what_its_list_says_of_each_message(trace: Trace) -> None:
    for adult in adults(trace):
        for day in tell(trace, adult, 1).days:
            drawn = Counter(mark.step for mark in day.marks if mark.step in FATES)
            assert drawn == Counter(event.step for event in day.events if event.step in FATES)
            assert drawn["a_temps"] == sum(event.tone == "bon" for event in day.events)


def test_each_mark_that_stands_on_a_day_is_named_in_its_list_and_a_day_without_a_message_says_so(trace: Trace) -> None:
    days = [day for adult in adults(trace) for day in tell(trace, adult, 1).days]
    for day in days:
        named = {round(hour(event.time), 3) for event in day.events}
        named |= {round(hour(at), 3) for event in day.events for at in re.findall(SAME_DAY, event.text)}
        several = [
            event.text.partition(" exemplaires écrits ")[0] for event in day.events if event.step in ("sonne", "lu")
        ]
        named |= {round(hour(at), 3) for text in several if text.startswith("à ") for at in re.findall(HOUR, text)}
        assert {round(mark.hour, 3) for mark in day.marks} <= named, day
    silent = [day for day in days if not any(event.step in FATES for event in day.events)]
    assert {bool(day.note) for day in silent} == {True}
    assert {day.note for day in days if day not in silent} == {""}
    assert any(re.fullmatch("rien d'écrit, (1 lu|\\d+ lus)", day.note.replace("\u00a0", " ")) for day in silent)


def test_what_is_read_of_former_days_is_said_once_a_day_with_its_hours_and_the_days_of_its_messages(
    trace: Trace,
) -> None:
    former = [
        event
        for adult in adults(trace)
        for day in tell(trace, adult, 1).days
        for event in day.events
        if event.step in ("sonne", "lu")
    ]
    assert {event.tone for event in former} == {"neutre"}
    weekday = "(lundi|mardi|mercredi|jeudi|vendredi|samedi)"
    one = [
        event.text for event in former if re.search(rf", écrit {weekday} à \d+ h", event.text.replace("\u00a0", " "))
    ]
    several = [event.text for event in former if re.search(r"(^|, )\d+ exemplaires écrits \w+di", event.text)]
    assert any(text.startswith("à ") for text in several)
    assert any(not text.startswith("à ") for text in several)
    assert len(one) + len(several) == len(former)
    for adult in adults(trace):
        for day in tell(trace, adult, 1).days:
            assert max(Counter(event.step for event in day.events if event.step not in FATES).values(), default=1) == 1


def test_the_line_of_a_day_says_the_hours_that_its_list_says(trace: Trace) -> None:
    compared = 0
    for adult in adults(trace):
        for day in tell(trace, adult, 1).days:
            written = sorted(mark.hour for mark in day.marks if mark.step in FATES)
            assert written == pytest.approx(sorted(hour(event.time) for event in day.events if event.step in FATES))
            read = {round(mark.hour, 3) for mark in day.marks if mark.step == "lu"}
            for event in day.events:
                if same_day := re.search(r", lu à ([\d h\u00a0\u202f]+)", event.text):
                    assert round(hour(same_day[1]), 3) in read
                    compared += 1
            assert all(0 <= mark.hour < 24 for mark in day.marks)
    assert compared


def hour(words: str) -> float:
    hours, _h, minutes = words.replace("\u00a0", " ").replace("\u202f", " ").strip().partition(" h")
    return int(hours) + int(minutes or 0) / 60
