"""La semaine d'une famille comme une ligne du temps : chaque message là où il est écrit, sonne, est lu ou jamais lu."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
import pytest

from liaison.messaging.delivery.simulate import Trace
from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading.story import Story, tell
from liaison.messaging.traffic.clock import NEVER
from liaison.messaging.traffic.traffic import RESPONSABLE
from widgets.messaging.state import LabState


@pytest.fixture(scope="module")
def trace() -> Trace:
    return LabState(school="ecole_6_classes", weeks=3, policy=load_policy("ent_un_deux")).simulation().trace


def steps(story: Story) -> Counter[str]:
    return Counter(mark.step for day in story.days for mark in day.marks)


def adults(trace: Trace) -> list[int]:
    recipients = np.unique(trace.prepared.rows.recipient[trace.row])
    return recipients[trace.prepared.people.kind[recipients] == RESPONSABLE][:60].tolist()


def test_each_message_of_the_week_is_written_or_lost_and_marked_where_it_rings_and_is_read(trace: Trace) -> None:
    """Counted from the trace, over a week after which nothing is read any more: the last of the period."""
    clock, rows = trace.prepared.clock, trace.prepared.rows
    written = trace.written[rows.message[trace.row]]
    seen_in_all = Counter[str]()
    for adult in adults(trace):
        for week in range(3):
            start, end = clock.midnight[week * 7], clock.midnight[week * 7 + 7]
            own = np.flatnonzero((rows.recipient[trace.row] == adult) & (written >= start) & (written < end))
            found = steps(tell(trace, adult, week))
            assert found["perdu"] == int((trace.seen[own] >= NEVER).sum())
            assert found["ecrit"] == own.size - found["perdu"]
            assert found["lu"] == int((trace.seen[own] < end).sum())
            seen_in_all += found
    assert {"ecrit", "sonne", "lu", "perdu"} == set(seen_in_all)


def test_the_line_of_a_day_says_the_hours_that_its_list_says(trace: Trace) -> None:
    compared = 0
    for adult in adults(trace):
        for day in tell(trace, adult, 1).days:
            written = sorted(mark.hour for mark in day.marks if mark.step in ("ecrit", "perdu"))
            assert written == pytest.approx(sorted(map(hour, (event.time for event in day.events))))
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
