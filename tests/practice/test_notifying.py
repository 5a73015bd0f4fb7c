"""Quand un réglage prévient : ce que les écrans de l'ENT d'entraînement en disent, à la minute près."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.practice.model import Sentence, Table
from liaison.practice.notifying import notified_at, offered, published_at
from liaison.practice.scenario import practice_scenario

RHYTHMS = practice_scenario().variables["rythme"].values
EVENINGS = practice_scenario().variables["soirees"].values


def at(moment: str) -> dt.datetime:
    """A moment of the week of 16 November 2026, a Monday: « 16 10:20 »."""
    return dt.datetime.fromisoformat(f"2026-11-{moment.replace(' ', 'T')}")


def examples() -> list[tuple[str, dt.datetime, dt.datetime]]:
    """What the table of the screen « Rythme » promises: rhythm, written, told."""
    found: list[tuple[str, dt.datetime, dt.datetime]] = []
    for block in practice_scenario().screens["reglages_rythme"].blocks:
        if isinstance(block, Table):
            for row in block.rows:
                [rhythm] = row.when.all["rythme"]
                moments = [cell.arguments for cell in row.cells]
                written, told = (dt.datetime.fromisoformat(f"{one['jour']}T{one['heure']}") for one in moments)
                found.append((str(rhythm), written, told))
    return found


@pytest.mark.parametrize(("rhythm", "written", "told"), examples())
def test_what_the_screen_shows_is_what_is_found(rhythm: str, written: dt.datetime, told: dt.datetime) -> None:
    assert notified_at(written, rhythm, "college") == told


def test_each_rhythm_and_each_evening_of_the_screens_is_known() -> None:
    assert len(examples()) == 2 * len(RHYTHMS)
    assert {"immediat", *offered().digests} == set(RHYTHMS)
    assert set(offered().evenings) == set(EVENINGS)


@pytest.mark.parametrize(
    ("evening", "written", "told"),
    [
        ("college", "16 19:59", "16 19:59"),
        ("college", "16 20:00", "17 07:00"),
        ("college", "17 06:59", "17 07:00"),
        ("college", "17 07:00", "17 07:00"),
        ("plus_tot", "16 18:29", "16 18:29"),
        ("plus_tot", "16 18:30", "17 07:00"),
    ],
)
def test_nothing_rings_in_a_calm_evening_and_it_waits_for_the_morning(evening: str, written: str, told: str) -> None:
    assert notified_at(at(written), "immediat", evening) == at(told)


@pytest.mark.parametrize(
    ("written", "appears"),
    [
        ("16 18:45", "16 18:45"),  # an earlier quiet evening keeps the phone silent: the message is there
        ("16 19:59", "16 19:59"),
        ("16 20:00", "17 07:00"),
        ("17 06:59", "17 07:00"),
        ("17 07:00", "17 07:00"),
    ],
)
def test_nothing_appears_while_publication_is_suspended_but_an_absence(written: str, appears: str) -> None:
    assert published_at(at(written)) == at(appears)
    assert published_at(at(written), urgent=True) == at(written)


def test_the_two_screens_that_say_when_publication_is_suspended_agree() -> None:
    """« Les messages partent entre 7 h et 20 h » was a third way of saying it."""
    [said] = [
        block.text.arguments
        for block in practice_scenario().screens["msg_soiree"].blocks
        if isinstance(block, Sentence) and block.text.key == "messagerie-soiree-heures"
    ]
    start, end = offered().suspended
    assert (str(said["debut"]), str(said["fin"])) == (f"{start:%H:%M}", f"{end:%H:%M}")


@pytest.mark.parametrize(
    ("rhythm", "written", "told"),
    [
        ("quotidien", "16 18:00", "16 18:00"),
        ("quotidien", "16 18:01", "17 18:00"),
        ("hebdomadaire", "20 18:00", "20 18:00"),
        ("hebdomadaire", "20 18:01", "27 18:00"),
    ],
)
def test_a_digest_takes_what_is_written_until_its_hour(rhythm: str, written: str, told: str) -> None:
    assert notified_at(at(written), rhythm, "plus_tot") == at(told)


@pytest.mark.parametrize("rhythm", RHYTHMS)
@pytest.mark.parametrize("evening", EVENINGS)
@pytest.mark.parametrize("written", ["17 06:59", "17 08:40", "17 18:30", "17 20:00"])
def test_an_absence_is_told_at_once_whatever_is_set_and_whatever_the_hour(
    rhythm: str, evening: str, written: str
) -> None:
    """The screen « Heures calmes » promises it."""
    assert notified_at(at(written), rhythm, evening, urgent=True) == at(written)


@given(
    written=st.datetimes(dt.datetime(2026, 9, 1), dt.datetime(2027, 7, 1)),
    rhythm=st.sampled_from(RHYTHMS),
    evening=st.sampled_from(EVENINGS),
)
def test_nobody_is_told_before_nor_in_the_evening_nor_after_eight_days(
    written: dt.datetime, rhythm: str, evening: str
) -> None:
    told = notified_at(written, rhythm, evening)
    assert written <= published_at(written) <= told <= written + dt.timedelta(days=8)
    start, end = offered().evenings[evening]
    assert end <= told.time() < start
    # An earlier evening never tells sooner.
    assert notified_at(written, rhythm, "plus_tot") >= notified_at(written, rhythm, "college")
