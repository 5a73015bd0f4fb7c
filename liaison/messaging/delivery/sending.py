"""Ce qu'une politique décide de chaque lot d'un message : par où il part, quand il est publié, quand il sonne.

A batch is a message for one sort of recipient (a pupil, a member of staff, a responsable of rank 1, one of rank 2).
Nothing here depends on who exactly gets it: there are ten times fewer batches than recipients.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from liaison.messaging.delivery.channels import CHANNEL_CODE, REASON_CODE, reach
from liaison.messaging.policy.policy import HeldHours, Policy, minutes
from liaison.messaging.traffic.clock import NEVER, Clock
from liaison.messaging.traffic.columns import chosen, take
from liaison.messaging.traffic.prepared import Batches, Prepared
from liaison.messaging.traffic.traffic import AUDIENCE_OF_KIND, PUPIL, PURPOSE_CODE, RESPONSABLE, Messages
from liaison.messaging.vocabulary import CHANNELS, DIGITAL, HELD_HOURS, PURPOSES, Audience, Purpose

# By channel code: what rings, in the ENT or on a phone.
IS_DIGITAL = np.array([name in DIGITAL for name in CHANNELS])
# What is urgent does not wait: no setting holds it back.
NEVER_HELD: Purpose = "urgence"


@dataclass(frozen=True, eq=False)
class Sendings:
    """What becomes of every batch, once for each channel of its purpose in their order, then for the fallback.

    Arrays by sending: all batches on the first channel, then all on the second, and so on. The tables `sent` (channels,
    batches), `in_need` (people, purposes) and the rest say who gets which.
    """

    written: np.ndarray  # int32, by message
    channel: np.ndarray  # int8: CHANNEL_CODE
    released: np.ndarray  # int32: when it can be read; NEVER on what is not addressed
    release_day: np.ndarray  # int32
    notified: np.ndarray  # int32: NEVER on what does not ring
    week: np.ndarray  # int32: of the notification; what never rings has a week of its own
    useful_until: np.ndarray  # int32
    out: np.ndarray  # bool: it is addressed, and no suspended publication keeps it to the end
    failed: np.ndarray  # int8: REASON_CODE of what is not seen in time, unless it is never seen
    purpose: np.ndarray  # int8
    sent: np.ndarray  # bool (channels, batches): whether the purpose has that many channels for this recipient
    in_need: np.ndarray  # bool (people, purposes): whom the fallback is for
    deaf: np.ndarray  # bool (people, channels): whom a channel cannot reach at all
    fluent: np.ndarray  # bool, by person: reads French easily, or one of the policy's languages
    weeks: int  # weeks that are told apart


_BY_SENDING = (
    *("channel", "released", "release_day", "notified", "week", "useful_until", "out", "failed"),
    "sent",
)


def sendings(prepared: Prepared, policy: Policy) -> Sendings:
    """Return what `policy` decides of every batch."""
    return _decided(prepared, policy, prepared.batches)


def sendings_changed(prepared: Prepared, plan: Sendings, former: Policy, policy: Policy) -> Sendings:
    """Return the same as `sendings`, from the `plan` of a former policy: only what it does not share is worked out."""
    otherwise = np.array([_read_of(former, name) != _read_of(policy, name) for name in PURPOSES])
    which = np.flatnonzero(otherwise.take(plan.purpose))
    if not which.size:
        written, in_need, fluent = (make(prepared, policy) for make in (_written, _in_need, _fluent))
        return replace(plan, written=written, in_need=in_need, fluent=fluent)
    own = _decided(prepared, policy, take(prepared.batches, which))
    spliced = {name: _spliced(plan, own, which, name) for name in _BY_SENDING}
    return Sendings(**{**vars(own), **spliced, "purpose": plan.purpose})


def _read_of(policy: Policy, name: Purpose) -> tuple[object, ...]:
    """Return all that is read of a policy to send the batches of one purpose."""
    settings = policy.purposes[name]
    held = [
        (hours.week, hours.school_holidays, hours.public_holidays) if name not in hours.passes else None
        for setting in HELD_HOURS
        for hours in policy.hours(setting).values()
    ]
    of_purpose: dict[Purpose, object] = {
        "notes": policy.marks,
        "devoirs": policy.homework_by,
        "question_parent": policy.writing["responsables"]["enseignants"],
    }
    return settings, held, policy.digests, of_purpose.get(name)


def _spliced(plan: Sendings, own: Sendings, which: np.ndarray, name: str) -> np.ndarray:
    """Return an array of a plan by place and batch, with that of some batches in its place there."""
    batches, places = len(plan.purpose), len(own.channel) // len(which)
    former = getattr(plan, name).reshape(-1, batches)
    part = getattr(own, name).reshape(-1, len(which))
    shared = min(len(former), len(part)) - (name != "sent")
    table = np.zeros((len(part), batches), dtype=former.dtype)
    table[:shared] = former[:shared]
    if name != "sent":  # the fallback comes last, however many channels there are
        table[places - 1] = former[-1]
    table[:, which] = part
    return table if name == "sent" else table.ravel()


def _decided(prepared: Prepared, policy: Policy, batches: Batches) -> Sendings:
    messages, clock = prepared.messages, prepared.clock
    purpose = messages.purpose.take(batches.message)
    channel = _channels(policy).take(purpose, axis=1)
    written = _written(prepared, policy)
    refused = _refused(batches, purpose, policy)
    ready = chosen(refused == 0, _released(prepared, policy, written, batches), NEVER)
    published = _held_back(prepared, batches, purpose, ready, policy.suspended)
    rings = _notified(prepared, policy, batches, purpose, published)
    digital = IS_DIGITAL.take(channel)
    # What is suspended is the ENT and its like: paper leaves, and the telephone is picked up, as before.
    released, release_day = (
        chosen(digital, on_line, off_line)
        for on_line, off_line in ((published, ready), (clock.day_of(published), clock.day_of(ready)))
    )
    # No bell rings for paper, nor for a call: the call is itself the notification (see channels._by_phone).
    notified = chosen(digital, rings, NEVER)
    useful = messages.useful_until.take(batches.message)
    late = chosen(notified < NEVER, notified, released) > useful
    held = chosen(digital & late, _code("retenu"), _code("vu_trop_tard"))
    places, weeks = len(channel), len(clock.calendar) // 7 + 2
    return Sendings(
        written=written,
        channel=channel.ravel(),
        released=released.ravel(),
        release_day=release_day.ravel(),
        notified=notified.ravel(),
        week=chosen(notified < NEVER, clock.week_of(notified), np.int32(weeks - 1)).ravel(),
        useful_until=np.tile(useful, places),
        out=((refused == 0) & ~(digital & (released >= NEVER))).ravel(),
        failed=chosen(refused == 0, held, refused).ravel(),
        purpose=purpose,
        # Pupils get one delivery, on the first channel; the others are for their responsables.
        sent=(channel[:-1] >= 0) & ((batches.kind != PUPIL) | (np.arange(places - 1) == 0)[:, None]),
        in_need=_in_need(prepared, policy),
        deaf=reach(prepared.people) == 0,
        fluent=_fluent(prepared, policy),
        weeks=weeks,
    )


def _code(reason: str) -> np.int8:
    return np.int8(REASON_CODE[reason])


def _channels(policy: Policy) -> np.ndarray:
    """Return (places, purposes) of CHANNEL_CODE: the channels in their order, -1 past the last, then the fallback."""
    settings = [policy.purposes[purpose] for purpose in PURPOSES]
    most = max(len(each.channels) for each in settings)
    rows = [
        [CHANNEL_CODE[name] for name in each.channels]
        + [-1] * (most - len(each.channels))
        + [_fallback(policy, purpose)]
        for each, purpose in zip(settings, PURPOSES, strict=True)
    ]
    return np.array(rows, dtype=np.int8).T


def _fallback(policy: Policy, purpose: Purpose) -> int:
    settings = policy.purposes[purpose]
    return (
        -1 if settings.fallback is None or settings.fallback in settings.channels else CHANNEL_CODE[settings.fallback]
    )


def _in_need(prepared: Prepared, policy: Policy) -> np.ndarray:
    """Return (people, purposes): the responsables whom no channel of a purpose can reach, where there is a fallback."""
    used = np.array([[name in policy.purposes[purpose].channels for purpose in PURPOSES] for name in CHANNELS])
    # In single precision a product of tables goes five times faster than in small whole numbers.
    reached = (reach(prepared.people).astype(np.float32) @ used.astype(np.float32)) > 0
    backup = np.array([_fallback(policy, purpose) >= 0 for purpose in PURPOSES])
    return ~reached & backup & (prepared.people.kind == RESPONSABLE)[:, None]


def _fluent(prepared: Prepared, policy: Policy) -> np.ndarray:
    """Return, by person, who reads easily what the school writes."""
    reads = prepared.people.reads
    offered = np.array([language in policy.languages for language in prepared.people.languages])
    return (reads >= 0) & ((reads == 0) | offered[reads])


def _refused(batches: Batches, purpose: np.ndarray, policy: Policy) -> np.ndarray:
    """Return, by batch, the code of the reason for which it is not addressed to anybody; 0 where it is."""
    refused = np.zeros(len(purpose), dtype=np.int8)
    only_first = np.array([policy.purposes[name].recipients == "un" for name in PURPOSES])
    refused[batches.second & only_first.take(purpose)] = _code("non_destinataire")
    if policy.writing["responsables"]["enseignants"] == "non":
        refused[purpose == PURPOSE_CODE["question_parent"]] = _code("ecriture_fermee")
    return refused


def _written(prepared: Prepared, policy: Policy) -> np.ndarray:
    """Return, by message, when it is written: the team keeps to its own hour for homework."""
    messages = prepared.messages
    if policy.homework_by is None:
        return messages.created
    limit = prepared.clock.at_local(minutes(policy.homework_by)).take(messages.day)
    homework = messages.purpose == PURPOSE_CODE["devoirs"]
    return np.where(homework, np.minimum(messages.created, limit), messages.created)


def _released(prepared: Prepared, policy: Policy, written: np.ndarray, batches: Batches) -> np.ndarray:
    """Return, by batch, when the message is ready to be seen by its recipient: at once, but for the delays of marks."""
    messages, clock = prepared.messages, prepared.clock
    for_adults, for_pupils = written.copy(), written.copy()
    marks, delay = messages.purpose == PURPOSE_CODE["notes"], policy.marks.pupils_after_days
    for_pupils[marks] = _published(clock, messages, marks, delay, policy)
    for_adults[marks] = _published(clock, messages, marks, delay + policy.marks.parents_after_pupils_days, policy)
    return chosen(batches.kind == PUPIL, for_pupils.take(batches.message), for_adults.take(batches.message))


def _published(clock: Clock, messages: Messages, which: np.ndarray, delay: int, policy: Policy) -> np.ndarray:
    """Return when marks entered by these messages show: `delay` days after the test, at the publication hour."""
    day = np.minimum(messages.day[which] + delay, len(clock.calendar) - 1)
    earliest = np.maximum(messages.created[which], clock.midnight.take(day))
    if policy.marks.published_at is None:
        return earliest
    return clock.next_daily(minutes(policy.marks.published_at))(earliest)


def _notified(
    prepared: Prepared, policy: Policy, batches: Batches, purpose: np.ndarray, released: np.ndarray
) -> np.ndarray:
    """Return when each batch rings: at once or with the digest, then when nothing holds it back any more."""
    clock = prepared.clock
    rhythm = ["immediat" if name == NEVER_HELD else policy.purposes[name].rhythm for name in PURPOSES]
    never, each_day, each_week = (
        np.array([name == wanted for name in rhythm]).take(purpose)
        for wanted in ("jamais", "quotidien", "hebdomadaire")
    )
    time = chosen(never, NEVER, released)
    daily, weekly = np.flatnonzero(each_day), np.flatnonzero(each_week)
    time[daily] = clock.next_daily(minutes(policy.digests.daily_at))(time[daily])
    time[weekly] = clock.next_weekly(policy.digests)(time[weekly])
    # What is suspended does not ring either: a digest of what appeared before waits with the rest.
    return _held_back(prepared, batches, purpose, time, *map(policy.hours, HELD_HOURS))


def _held_back(
    prepared: Prepared, batches: Batches, purpose: np.ndarray, time: np.ndarray, *settings: Mapping[Audience, HeldHours]
) -> np.ndarray:
    """Return the times of batches moved out of all the hours that hold back their purpose for their audience."""
    clock, kind, moved = prepared.clock, batches.kind, time.copy()
    for code, audience in enumerate(AUDIENCE_OF_KIND):
        hours = [of_each[audience] for of_each in settings]
        holders = [
            tuple(place for place, held in enumerate(hours) if name not in (*held.passes, NEVER_HELD))
            for name in PURPOSES
        ]
        for holding in set(holders) - {()}:
            held = np.array([name == holding for name in holders])
            which = np.flatnonzero((kind == code) & held.take(purpose))
            moved[which] = clock.out_of(*(hours[place] for place in holding))(time[which])
    return moved
