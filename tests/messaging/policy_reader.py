"""A small reading of a policy: its ranges as they are written, and nothing of the code that words them."""

from __future__ import annotations

from typing import Any

from liaison.messaging.policy.policy import HeldHours, Policy
from liaison.messaging.vocabulary import DAYS, DIGITAL, Audience


def held_half_hours(hours: HeldHours) -> set[int]:
    """The half-hours of the week (0 is Monday midnight) that the ranges name."""
    found: set[int] = set()
    for day, ranges in hours.week.items():
        for text in ranges:
            first, last = (int(one[:2]) * 2 + int(one[3:]) // 30 for one in text.split("-"))
            found |= {DAYS.index(day) * 48 + half for half in range(first, last)}
    return found


def holds(hours: HeldHours) -> bool:
    return bool(held_half_hours(hours)) or hours.school_holidays or hours.public_holidays


def never_ends(hours: HeldHours) -> bool:
    return len(held_half_hours(hours)) == 7 * 48


def holding(policy: Policy, audience: Any, purpose: Any) -> set[str]:
    both = {"suspended": policy.suspended[audience], "quiet": policy.quiet[audience]}
    return {name for name, hours in both.items() if holds(hours) and purpose not in hours.passes}


def goes_to(purpose: str) -> str:
    """Who receives it: a parent's question goes to a teacher."""
    return "personnels" if purpose == "question_parent" else "responsables"


def never_rings(policy: Policy, audience: Any, purpose: Any) -> bool:
    """Whether the hours that hold a purpose leave it no half-hour of the week."""
    hours = (policy.hours(setting)[audience] for setting in holding(policy, audience, purpose))  # type: ignore[arg-type]
    return len(set().union(*(held_half_hours(one) for one in hours))) == 7 * 48


def longest_wait(policy: Policy) -> float:
    """The hours that a question may wait, written at the worst moment, one public holiday or the holidays included."""
    question, digests = policy.purposes["question_parent"], policy.digests
    if not set(question.channels) & set(DIGITAL):
        return 0
    hours = [policy.hours(one)["personnels"] for one in holding(policy, "personnels", "question_parent")]  # type: ignore[arg-type]
    held: set[int] = set().union(*(held_half_hours(one) for one in hours))
    if len(held) == 7 * 48 or question.rhythm == "jamais" or any(one.school_holidays for one in hours):
        return float("inf")
    at, on = (digests.daily_at, DAYS) if question.rhythm == "quotidien" else (digests.weekly_at, (digests.weekly_on,))
    leaves = [day * 1440 + int(at[:2]) * 60 + int(at[3:]) for day in range(35) if DAYS[day % 7] in on]
    if question.rhythm == "immediat":
        leaves = [30 * half for half in range(35 * 48)]
    longest = 0
    for day_off in range(14, 21) if any(one.public_holidays for one in hours) else (99,):
        rings = []
        for leave in reversed(leaves):
            place = leave // 30
            while place % (7 * 48) in held or place // 48 == day_off:
                place += 1
            rings.append(max(leave, 30 * place))
        rings.reverse()
        for first, (leave, ring) in enumerate(zip(leaves, rings, strict=True)):
            # Written then it rings then; written just after a digest, it goes with the next.
            written = leave if question.rhythm == "immediat" else leaves[first - 1] if first else leave
            if leave < 28 * 1440:
                longest = max(longest, ring - written)
    return longest / 60


def soonest_mark(policy: Policy, audience: Audience) -> tuple[int, int] | None:
    """The days after a test and the minute at which its mark can show at the soonest, or None if it never does.

    Looked for minute by minute, over the weekdays of the test.
    """
    marks, channels = policy.marks, policy.purposes["notes"].channels
    days = marks.pupils_after_days + (marks.parents_after_pupils_days if audience == "responsables" else 0)
    read = channels[:1] if audience == "eleves" else channels
    screens = set(read) <= set(DIGITAL) and "suspended" in holding(policy, audience, "notes")
    held = held_half_hours(policy.suspended[audience]) if screens else set()
    if len(held) == 7 * 48:
        return None
    moments = []
    for test in range(5):
        ready = days * 1440 if days else 480
        if marks.published_at is not None:
            ready = days * 1440 + int(marks.published_at[:2]) * 60 + int(marks.published_at[3:])
            ready += 1440 if ready < 480 else 0  # no test has been taken yet at that hour of its day
        place = test * 1440 + ready
        while place // 30 % (7 * 48) in held:
            place = (place // 30 + 1) * 30
        moments.append(place - test * 1440)
    after, minute = divmod(min(moments), 1440)
    return after, minute
