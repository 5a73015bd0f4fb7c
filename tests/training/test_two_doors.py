"""One person, two doors: whatever comes by the room or by a file, and when, the same copy counts, and it is said."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Literal, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.a_course import answered
from training.a_session import ANNE, COURSE, archive, at, drop, session_in
from training.test_room_exchange import hand_in, utc
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.training.hand_in.collecting import collect
from liaison.training.hand_in.deciding import ArrivedWork, decided, hour, may_count
from liaison.training.hand_in.gathering import gather
from liaison.training.hand_in.journal import JournalLine, read_journal, write_journal
from liaison.training.hand_in.left_to_ask import by_a_clock_ahead, refused_beside, said_less
from liaison.training.hand_in.room_folders import HOMES, INBOUND
from liaison.training.hand_in.standing import Handed, nothing_to_mark, standing
from liaison.training.session.definition import SessionFolder

Door = Literal["file", "room"]
Content = Literal["full", "other", "no text", "empty", "damaged", "not taken"]
Taking = Literal["one by one", "files first", "room first"]
TEXT = {"message_clair": "Signez."}
GIVEN: dict[Content, bytes] = {
    "full": json.dumps(answered({"message_de_21_heures": "attend", **TEXT})).encode(),
    "other": json.dumps(answered({"message_de_21_heures": "sonne", **TEXT})).encode(),
    "no text": json.dumps(answered({"message_de_21_heures": "sonne"})).encode(),
    "empty": json.dumps(answered({})).encode(),
    "damaged": b"{",
}
# How many questions each answers, and whether a text is in it.
HOLDS: dict[Content, tuple[int, bool]] = {
    "full": (2, True),
    "other": (2, True),
    "no text": (1, False),
    "empty": (0, False),
    "damaged": (0, False),
}
DEADLINE, NOW = at(18), at(20)
HOURS = (11, 13, 18.5)  # the last is late


@dataclass(frozen=True)
class Sent:
    """A copy as somebody sends it."""

    door: Door
    made_at: dt.datetime
    content: Content

    def __repr__(self) -> str:
        return f"{self.made_at:%H:%M} {self.content} ({self.door})"


@pytest.fixture(scope="module", autouse=True)
def no_wait_for_the_disk() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@contextmanager
def a_room() -> Iterator[SessionFolder]:
    with tempfile.TemporaryDirectory() as folder:
        place = session_in(Path(folder, "seance"))
        (place.root / INBOUND).mkdir(parents=True)
        (place.root / HOMES / ANNE).mkdir(parents=True)
        Path(folder, "depot").mkdir()
        yield place


def send(place: SessionFolder, one: Sent, number: int) -> None:
    if one.door == "file":
        content = archive(ANNE, one.made_at, GIVEN.get(one.content, b""))
        whole = one.content != "not taken"
        drop(place.root.parent / "depot", f"{number}-remise-{ANNE}.zip", content if whole else content[:100])
    else:
        folder = hand_in(place, ANNE, one.made_at, GIVEN.get(one.content, b"{}"))
        if one.content == "not taken":
            (folder / "submission_secret.txt").unlink()


def take(place: SessionFolder, door: Door, now: dt.datetime = NOW) -> None:
    if door == "file":
        collect(place, place.root.parent / "depot", now)
    else:
        gather(place, place.session.modules, now)


def play(place: SessionFolder, sent: Sequence[Sent], taking: Taking) -> None:
    for number, one in enumerate(sent):
        send(place, one, number)
        if taking == "one by one":
            take(place, one.door, NOW + dt.timedelta(minutes=number))
    if taking == "files first":
        take(place, "file")
    if taking != "one by one":
        take(place, "room", NOW + dt.timedelta(minutes=9))
    if taking == "room first":
        take(place, "file", NOW + dt.timedelta(minutes=10))


def pool_of(sent: Sequence[Sent]) -> list[Sent]:
    """What may count: on time if anything is, and taken."""
    taken = sorted((one for one in sent if one.content != "not taken"), key=lambda one: one.made_at)
    return [one for one in taken if one.made_at <= DEADLINE] or taken


def should_count(sent: Sequence[Sent]) -> Sent | None:
    pool = pool_of(sent)
    best = [one for one in pool if HOLDS[one.content][0]] or pool
    if not best:
        return None
    same = [one for one in best if one.content == best[-1].content]
    between = [one.made_at for one in best if one.content != best[-1].content]
    return next(one for one in same if all(one.made_at > other for other in between))


def should_be_less(sent: Sequence[Sent], counting: Sent) -> bool:
    """Whether somebody said more before than in what counts, or handed in nothing to mark after it."""
    pool = pool_of(sent)
    last = max(one.made_at for one in pool if one.content == counting.content)
    (many, text) = HOLDS[counting.content]
    return any(
        one.content != counting.content
        and (one.made_at > last or HOLDS[one.content][0] > many or (HOLDS[one.content][1] and not text))
        for one in pool
    )


def said_hours(line: JournalLine) -> set[str]:
    """The hours that a reason says of another copy."""
    words = line.reason.replace("\u00a0", " ").replace("\u202f", " ")
    starts = [word.split(" est gardée")[0] for word in words.split("celle du ")[1:]]
    return {start.split(" ;")[0].split(",")[0].split(". ")[0] for start in starts}


def check(place: SessionFolder, sent: Sequence[Sent]) -> None:
    counting = should_count(sent)
    stands = standing(place, NOW)
    copy = place.submitted / ANNE / COURSE.id
    lines = [line for line in read_journal(place.journal) if line.module == COURSE.id]
    assert sum(line.counts for line in lines) == (counting is not None)
    asked = refused_beside(place, stands)
    if counting is None:
        assert not copy.exists()
        assert stands[ANNE][COURSE.id] == "refusee"
        return
    assert (copy / "reponses.json").read_bytes() == GIVEN[counting.content]
    assert (copy / "timestamp.txt").read_text(encoding="ascii").strip() == utc(counting.made_at)
    assert (copy / "submission_secret.txt").exists() == (counting.door == "room")
    state: Handed = "recue" if counting.made_at <= DEADLINE else "en_retard"
    assert stands[ANNE][COURSE.id] == state
    assert (said_less(place) == ((ANNE, COURSE.id),)) == should_be_less(sent, counting)
    assert bool(nothing_to_mark(place, stands)) == (not HOLDS[counting.content][0])
    # Nothing that was taken is refused for coming second.
    refused = [line for line in read_journal(place.journal) if line.state == "refusee"]
    assert len(refused) == sum(one.content == "not taken" for one in sent)
    kept = {one.made_at for one in pool_of(sent) if one.content == counting.content}
    words = {f"{hour(moment, DEADLINE.tzinfo)}".replace("\u00a0", " ").replace("\u202f", " ") for moment in kept}
    assert all(said_hours(line) <= words for line in lines if line.state != "refusee")
    # Of a copy that came before the one that counts, the hour that is said is that of the one that counts.
    (kept_line,) = [line for line in lines if line.counts]
    own = hour(counting.made_at, DEADLINE.tzinfo).replace("\u00a0", " ").replace("\u202f", " ")
    assert all(said_hours(line) <= {own} for line in lines if line.made_at < kept_line.made_at)
    lost = [one for one in sent if one.content == "not taken"]
    if any(one.made_at > max(kept) and one.door == "room" for one in lost):
        assert asked == (ANNE,)
    if not lost:
        assert asked == ()


TOMORROW = dt.timedelta(days=1)


def counted(place: SessionFolder) -> tuple[bytes, Handed]:
    copy = place.submitted / ANNE / COURSE.id / "reponses.json"
    return copy.read_bytes(), standing(place, NOW)[ANNE][COURSE.id]


def test_a_copy_that_came_before_the_deadline_is_not_late_whatever_its_clock_says() -> None:
    with a_room() as place:
        send(place, Sent("file", at(16) + TOMORROW, "full"), 1)
        take(place, "file", at(16, 3))
        assert counted(place) == (GIVEN["full"], "recue")
        (line,) = read_journal(place.journal)
        words = line.reason.replace("\u00a0", " ")
        assert words == "L'horloge de la machine avance : elle dit 28/11/2026 à 16 h."
        stamp = place.submitted / ANNE / COURSE.id / "timestamp.txt"
        assert stamp.read_text(encoding="ascii").strip() == utc(at(16, 3))
        take(place, "file", at(21))
        assert read_journal(place.journal) == (line,)
        assert by_a_clock_ahead(place) == ()


@pytest.mark.parametrize("hour", ["27/11/2026 16:03", "2026-11-27 16:03:00", ""])
def test_an_hour_that_a_spreadsheet_wrote_otherwise_in_the_journal_stops_nothing(hour: str) -> None:
    with a_room() as place:
        send(place, Sent("file", at(15) + TOMORROW, "full"), 1)
        take(place, "file", at(16))
        write_journal(place.journal, [replace(line, received_at=hour) for line in read_journal(place.journal)])
        assert by_a_clock_ahead(place) == ()
        take(place, "file", at(17))
        assert counted(place) == (GIVEN["full"], "en_retard")


def test_a_copy_whose_clock_is_ahead_and_that_came_after_the_deadline_is_late() -> None:
    with a_room() as place:
        send(place, Sent("file", at(16) + TOMORROW, "full"), 1)
        take(place, "file", at(18, 30))
        assert counted(place) == (GIVEN["full"], "en_retard")


@pytest.mark.parametrize("hour", [14, 17])
def test_a_clock_ahead_hides_no_copy_that_came_after_it_and_what_came_before_is_told(hour: int) -> None:
    with a_room() as place:
        send(place, Sent("file", at(15) + TOMORROW, "full"), 1)
        take(place, "file", at(16))
        send(place, Sent("room", at(hour), "other"), 2)
        take(place, "room", at(18))
        later = hour > 16
        assert counted(place)[0] == GIVEN["other" if later else "full"]
        told = by_a_clock_ahead(place)
        assert told == (() if later else ((ANNE, COURSE.id),))
        said = CliRunner().invoke(app, ["session", "status", str(place.root)]).output.replace("\u00a0", " ")
        assert (f"est peut-être plus récente : {ANNE} ({COURSE.id})." in said) == bool(told)
        # Handed in once more, the other one counts.
        send(place, Sent("room", at(17, 30), "other"), 3)
        take(place, "room", at(19))
        assert (counted(place)[0], by_a_clock_ahead(place)) == (GIVEN["other"], ())


def test_of_two_copies_of_one_clock_ahead_the_newer_counts_though_the_older_came_last() -> None:
    with a_room() as place:
        send(place, Sent("file", at(16) + TOMORROW, "full"), 1)
        take(place, "file", at(16, 3))
        send(place, Sent("file", at(15) + TOMORROW, "other"), 2)
        take(place, "file", at(16, 30))
        assert counted(place) == (GIVEN["full"], "recue")
        assert by_a_clock_ahead(place) == ()


SENT = [Sent(door, at(int(when), int(when % 1 * 60)), content) for door, when, content in product(
    get_args(Door), HOURS, get_args(Content)
)]  # fmt: skip


PAIRED = [one for one in SENT if one.content != "other"]


@pytest.mark.parametrize("first", PAIRED, ids=repr)
def test_of_two_copies_the_same_counts_whatever_the_doors_and_the_order(first: Sent) -> None:
    for second in PAIRED:
        later = Sent(second.door, second.made_at + dt.timedelta(minutes=5), second.content)
        with a_room() as place:
            play(place, (first, later), "one by one")
            check(place, (first, later))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(SENT), min_size=3, max_size=5),
    st.randoms(),
    st.sampled_from(get_args(Taking)),
)
def test_of_several_copies_the_same_counts_whatever_the_doors_and_the_order(
    drawn: list[Sent], draw: random.Random, taking: Taking
) -> None:
    minutes = list(range(len(drawn)))
    draw.shuffle(minutes)
    sent = [
        Sent(one.door, one.made_at + dt.timedelta(minutes=minute), one.content)
        for one, minute in zip(drawn, minutes, strict=True)
    ]
    with a_room() as place:
        play(place, sent, taking)
        check(place, sent)
        for door in get_args(Door):
            take(place, door, NOW + dt.timedelta(hours=1))
        check(place, sent)
        again = place.journal.read_bytes()
        for door in get_args(Door):
            take(place, door, NOW + dt.timedelta(hours=2))
        assert place.journal.read_bytes() == again


@given(first=st.integers(-90, 90), later=st.integers(1, 90))
def test_a_place_is_told_of_its_copies_what_is_decided_of_them_in_the_end(first: int, later: int) -> None:
    one, other = (DEADLINE + dt.timedelta(minutes=minutes) for minutes in (first, first + later))
    works = decided([ArrivedWork(one, 0, "une"), ArrivedWork(other, 1, "une autre")], DEADLINE)
    assert [work.counts for work in works] == [not may_count(other, one, DEADLINE), may_count(other, one, DEADLINE)]
