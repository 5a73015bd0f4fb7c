"""La semaine d'une famille, racontée : ce qu'on lui écrit, ce qui sonne, ce qu'elle lit, à temps ou trop tard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, get_args

import numpy as np
import pandas as pd
from pydantic import BaseModel, ConfigDict

from liaison.base.dates import hour_words
from liaison.base.sentences import french_beside
from liaison.base.words import day_and_month, joined, lower_first
from liaison.messaging.delivery.channels import REASON_CODE, REASONS
from liaison.messaging.delivery.simulate import Trace
from liaison.messaging.traffic.clock import NEVER
from liaison.messaging.traffic.prepared import Prepared
from liaison.messaging.vocabulary import CHANNELS, DAYS, PROFILES, PURPOSES

phrase = french_beside(__file__)

Tone = Literal["bon", "alerte", "neutre"]
# What became of a message, drawn where it was written; then where it rang, and where it was read.
Fate = Literal["a_temps", "trop_tard", "non_compris", "perdu"]
Marked = Literal[Fate, "sonne", "lu"]
FATES: tuple[Fate, ...] = get_args(Fate)


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class StoryMessage(_Frozen):
    """One message in the life of a responsable: when it was written, and what became of it, in one sentence.

    With the step `sonne` or `lu`: what rang or was read that day, from that time on, of messages of former days.
    """

    time: str
    text: str
    tone: Tone
    step: Marked


class StoryMark(_Frozen):
    """Where on the line of a day a message was written, as what became of it; where it rang, where it was read."""

    hour: float
    step: Marked


class StoryDay(_Frozen):
    """One day with its events, in order of time, and the marks of its line: of messages of former days too.

    `note`: what is said of a day on which nothing was written; "" of the others.
    """

    label: str
    events: tuple[StoryMessage, ...]
    marks: tuple[StoryMark, ...] = ()
    note: str = ""


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
    moments = [moment for delivery in of_week for moment in _moments(trace, delivery) if moment.day < week * 7 + 7]
    read = int(trace.informed[of_week].sum())
    return Story(
        name=_name(prepared, adult),
        facts=_facts(prepared, adult),
        summary=phrase("cette-semaine", name=_name(prepared, adult), read=read, copies=len(of_week)),
        days=tuple(
            _day(trace, day, [moment for moment in moments if moment.day == day])
            for day in sorted({moment.day for moment in moments})
        ),
    )


class _Moment(NamedTuple):
    """When a message is written, which bears what becomes of it, when it rings, or when it is read."""

    day: int
    at: int
    step: Marked
    delivery: int
    written_on: int  # day


def _moments(trace: Trace, delivery: int) -> list[_Moment]:
    written, seen = trace.written[trace.prepared.rows.message[trace.row[delivery]]], trace.seen[delivery]
    times: list[tuple[int, Marked]] = [(int(written), _fate(trace, delivery))]
    if _rings(trace, delivery):
        times.append((int(trace.notified[delivery]), "sonne"))
    if seen < NEVER:
        times.append((int(seen), "lu"))
    days = trace.prepared.clock.day_of(np.array([at for at, _step in times])).tolist()
    return [_Moment(day, at, step, delivery, days[0]) for day, (at, step) in zip(days, times, strict=True)]


def _fate(trace: Trace, delivery: int) -> Fate:
    if trace.seen[delivery] >= NEVER:
        return "perdu"
    if trace.informed[delivery]:
        return "a_temps"
    return "non_compris" if trace.reason[delivery] == REASON_CODE["non_compris"] else "trop_tard"


def _day(trace: Trace, day: int, moments: Sequence[_Moment]) -> StoryDay:
    """Return a day from all that stands on it: of former days, what rings is said once, and so is what is read."""
    former = [moment for moment in moments if moment.written_on < day]
    written = [moment for moment in moments if moment.step in FATES]
    together: dict[Marked, list[_Moment]] = {}
    for moment in sorted(former, key=lambda moment: moment.at):
        together.setdefault(moment.step, []).append(moment)
    events = [(moment.at, _event(trace, moment)) for moment in written]
    events += [(same[0].at, _former_event(trace, same)) for same in together.values()]
    times = trace.prepared.clock.timestamps(np.array([moment.at for moment in moments]))
    return StoryDay(
        label=_day_label(trace.prepared, day),
        events=tuple(event for _at, event in sorted(events, key=lambda each: each[0])),
        marks=tuple(
            StoryMark(hour=time.hour + time.minute / 60, step=moment.step)
            for time, moment in zip(times, moments, strict=True)
        ),
        note=""
        if written
        else phrase("rien-d-ecrit", read=len(together.get("lu", ())), rings=len(together.get("sonne", ()))),
    )


def _rings(trace: Trace, delivery: int) -> bool:
    """Whether the telephone says that a message is there, before it is read; a call is read as it rings."""
    before = min(trace.seen[delivery], NEVER)
    return bool(trace.notified[delivery] < before and list(CHANNELS)[trace.channel[delivery]] != "telephone")


def _event(trace: Trace, moment: _Moment) -> StoryMessage:
    prepared, delivery = trace.prepared, moment.delivery
    seen = trace.seen[delivery]
    steps = [_message(trace, delivery)]
    reason = list(REASONS)[trace.reason[delivery]]
    if _rings(trace, delivery):
        steps.append(phrase("le-telephone-sonne", when=_when(prepared, trace.notified[delivery], moment.at)))
    if seen < NEVER:
        steps.append(phrase("lu", when=_when(prepared, seen, moment.at)))
    if reason not in ("informe", "vu_trop_tard"):  # the step says it
        steps.append(REASONS[reason][0].lower() + REASONS[reason][1:])
    return StoryMessage(
        time=_hour(prepared, moment.at),
        text=", ".join(steps),
        tone="bon" if trace.informed[delivery] else "alerte",
        step=moment.step,
    )


def _former_event(trace: Trace, moments: Sequence[_Moment]) -> StoryMessage:
    """Return what rings in a day, or what is read, of messages of former days."""
    prepared, first = trace.prepared, moments[0]
    weekday = prepared.clock.calendar["weekday"].iloc
    days = joined(DAYS[weekday[day]] for day in sorted({moment.written_on for moment in moments}))
    times = dict.fromkeys(_hour(prepared, moment.at) for moment in moments)
    written = trace.written[prepared.rows.message[trace.row[first.delivery]]]
    text = (
        phrase("ecrits-avant", copies=len(moments), days=days, moments=len(times), times=joined(times))
        if len(moments) > 1
        else phrase("ecrit-avant", message=_message(trace, first.delivery), day=days, at=_hour(prepared, written))
    )
    return StoryMessage(time=next(iter(times)), text=text, tone="neutre", step=first.step)


def _message(trace: Trace, delivery: int) -> str:
    """Return what a message is about, and the channel that carries it."""
    prepared = trace.prepared
    purpose = list(PURPOSES.values())[prepared.messages.purpose[prepared.rows.message[trace.row[delivery]]]]
    channel = list(CHANNELS.values())[trace.channel[delivery]]
    return f"{purpose}, {lower_first(channel)}"


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
