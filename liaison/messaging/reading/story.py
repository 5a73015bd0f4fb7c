"""La semaine d'une famille, racontée : ce qu'on lui écrit, ce qui sonne, ce qu'elle lit, à temps ou trop tard."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd
from pydantic import BaseModel, ConfigDict

from liaison.base.dates import hour_words
from liaison.base.sentences import french_beside
from liaison.base.words import day_and_month
from liaison.messaging.delivery.channels import REASONS
from liaison.messaging.delivery.simulate import Trace
from liaison.messaging.traffic.clock import NEVER
from liaison.messaging.traffic.prepared import Prepared
from liaison.messaging.vocabulary import CHANNELS, DAYS, PROFILES, PURPOSES

phrase = french_beside(__file__)

Tone = Literal["bon", "alerte", "neutre"]
Marked = Literal["ecrit", "sonne", "lu", "perdu"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class StoryMessage(_Frozen):
    """One message in the life of a responsable: when it was written, and what became of it, in one sentence."""

    time: str
    text: str
    tone: Tone


class StoryMark(_Frozen):
    """Where on the line of a day a message was written, rang, was read; `perdu`: written, and never read."""

    hour: float
    step: Marked


class StoryDay(_Frozen):
    """One day with its events, in order of writing, and the marks of its line: those of former days too."""

    label: str
    events: tuple[StoryMessage, ...]
    marks: tuple[StoryMark, ...] = ()


class Story(_Frozen):
    """A responsable légal, three facts about them, and one week of messages."""

    name: str
    facts: tuple[str, str, str]
    summary: str
    days: tuple[StoryDay, ...]


def typical_adult(prepared: Prepared, profile: str) -> int | None:
    """Return the position in People of a responsable with this profile: the one written to a median number of times."""
    adults = np.flatnonzero((prepared.people.kind == 0) & (prepared.people.profile == PROFILES.index(profile)))
    if not adults.size:
        return None
    rows = np.bincount(prepared.rows.recipient, minlength=len(prepared.people.ids))[adults]
    return int(adults[np.argsort(rows, kind="stable")[len(adults) // 2]])


def tell(trace: Trace, adult: int, week: int) -> Story:
    """Return the story of `adult` (a position in People) in `week` (0 is the first of the period)."""
    prepared = trace.prepared
    deliveries = np.flatnonzero(prepared.rows.recipient[trace.row] == adult)
    message = prepared.rows.message[trace.row[deliveries]]
    created = trace.written[message]
    start, end = prepared.clock.midnight[week * 7], prepared.clock.midnight[week * 7 + 7]
    of_week = deliveries[(created >= start) & (created < end)]
    of_week = of_week[np.argsort(trace.written[prepared.rows.message[trace.row[of_week]]], kind="stable")]
    days: dict[int, list[StoryMessage]] = {}
    marks: dict[int, list[StoryMark]] = {}
    for delivery in of_week:
        row = trace.row[delivery]
        day = int(prepared.clock.day_of(trace.written[prepared.rows.message[row]][None])[0])
        days.setdefault(day, []).append(_event(trace, delivery))
        for at, mark in _marks(trace, delivery):
            if at < week * 7 + 7:
                marks.setdefault(at, []).append(mark)
    read = int(trace.informed[of_week].sum())
    return Story(
        name=_name(prepared, adult),
        facts=_facts(prepared, adult),
        summary=phrase("cette-semaine", name=_name(prepared, adult), read=read, copies=len(of_week)),
        days=tuple(
            StoryDay(label=_day_label(prepared, day), events=tuple(days.get(day, ())), marks=tuple(marks[day]))
            for day in sorted(marks)
        ),
    )


def _marks(trace: Trace, delivery: int) -> list[tuple[int, StoryMark]]:
    """Return what is marked of a message, each with its day."""
    seen = trace.seen[delivery]
    written: Marked = "ecrit" if seen < NEVER else "perdu"
    moments: list[tuple[int, Marked]] = [(trace.written[trace.prepared.rows.message[trace.row[delivery]]], written)]
    if _rings(trace, delivery):
        moments.append((trace.notified[delivery], "sonne"))
    if seen < NEVER:
        moments.append((seen, "lu"))
    clock = trace.prepared.clock
    days = clock.day_of(np.array([moment for moment, _step in moments]))
    times = clock.timestamps(np.array([moment for moment, _step in moments]))
    return [
        (int(day), StoryMark(hour=time.hour + time.minute / 60, step=step))
        for day, time, (_moment, step) in zip(days, times, moments, strict=True)
    ]


def _rings(trace: Trace, delivery: int) -> bool:
    """Whether the telephone says that a message is there, before it is read; a call is read as it rings."""
    before = min(trace.seen[delivery], NEVER)
    return bool(trace.notified[delivery] < before and list(CHANNELS)[trace.channel[delivery]] != "telephone")


def _event(trace: Trace, delivery: int) -> StoryMessage:
    prepared, row = trace.prepared, trace.row[delivery]
    message = prepared.rows.message[row]
    purpose = list(PURPOSES.values())[prepared.messages.purpose[message]]
    channel = list(CHANNELS.values())[trace.channel[delivery]]
    created, seen = trace.written[message], trace.seen[delivery]
    steps = [f"{purpose}, {channel[0].lower() + channel[1:] if channel != 'SMS' else channel}"]
    reason = list(REASONS)[trace.reason[delivery]]
    if _rings(trace, delivery):
        steps.append(phrase("le-telephone-sonne", when=_when(prepared, trace.notified[delivery], created)))
    if seen < NEVER:
        steps.append(phrase("lu", when=_when(prepared, seen, created)))
    if reason not in ("informe", "vu_trop_tard"):  # the tone says it
        steps.append(REASONS[reason][0].lower() + REASONS[reason][1:])
    return StoryMessage(
        time=_hour(prepared, created), text=", ".join(steps), tone="bon" if trace.informed[delivery] else "alerte"
    )


def _hour(prepared: Prepared, time: int) -> str:
    return hour_words(prepared.clock.timestamps(np.array([time]))[0])


def _when(prepared: Prepared, time: int, since: int) -> str:
    day, first = (int(prepared.clock.day_of(np.array([moment]))[0]) for moment in (time, since))
    gap = day - first
    weekday, at = DAYS[prepared.clock.calendar["weekday"].iloc[day]], _hour(prepared, time)
    if gap == 0:
        return phrase("le-jour-meme", at=at)
    if gap == 1:
        return phrase("le-lendemain", at=at)
    return phrase("dans-la-semaine", day=weekday, at=at) if gap < 7 else phrase("jours-apres", days=gap)


def _day_label(prepared: Prepared, day: int) -> str:
    date = prepared.clock.calendar.index[day]
    weekday = DAYS[prepared.clock.calendar["weekday"].iloc[day]]
    return f"{weekday.capitalize()} {day_and_month(date)}"


def _name(prepared: Prepared, adult: int) -> str:
    person = prepared.school.people.iloc[adult]
    links = prepared.school.links
    link = links.loc[links["responsable"] == person["id"], "lien"].iloc[0]
    title = {"mere": "Mme", "pere": "M."}.get(link, person["prenom"])
    return f"{title} {person['nom'][0]}."


def _facts(prepared: Prepared, adult: int) -> tuple[str, str, str]:
    person = prepared.school.people.iloc[adult]
    account = phrase("compte-active" if prepared.people.account[adult] else "compte-non-active")
    if prepared.people.reads[adult] != 0:
        life = phrase("lit-mal-le-francais")
    elif prepared.people.night[adult]:
        life = phrase("travaille-la-nuit")
    else:
        life = phrase(f"competences-{person['competences']}")
    equipment = person["equipement"] if pd.notna(person["equipement"]) else "non_connu"
    return life, phrase(f"appareil-{equipment}"), account
