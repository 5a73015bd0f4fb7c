"""Quand une note paraît : le délai, l'heure de publication, puis la publication suspendue de qui la lit."""

from __future__ import annotations

import numpy as np

from liaison.messaging.policy.policy import DAY_MIN, HALF_HOURS, HeldHours, Policy, minutes
from liaison.messaging.vocabulary import DIGITAL, Audience

# Before this hour no test of the day has been taken: what is published then is of the days before.
CLASSES_FROM = 8 * 60


def marks_shown(policy: Policy, audience: Audience) -> np.ndarray | None:
    """Return (5, moments) minutes from the midnight of a test to when its mark shows, by weekday of the test.

    One moment where the policy names an hour of publication; otherwise each half-hour at which the mark may be typed,
    the same for every audience. None where publication is suspended for ever. Days off are left aside.
    """
    marks = policy.marks
    days = marks.pupils_after_days + (0 if audience == "eleves" else marks.parents_after_pupils_days)
    if marks.published_at is None:
        typed = np.arange(CLASSES_FROM, DAY_MIN, 30)
        ready = np.maximum(typed, days * DAY_MIN)
    else:
        hour = minutes(marks.published_at)
        ready = np.array([hour + max(days, int(hour < CLASSES_FROM)) * DAY_MIN])
    held = _suspended(policy, audience)
    if held.all():
        return None
    since_monday = ready + np.arange(5)[:, None] * DAY_MIN
    weeks = since_monday.max() // (7 * DAY_MIN) + 2
    free = np.flatnonzero(~np.tile(held.ravel(), weeks)) * 30
    opens = np.maximum(since_monday, free[np.searchsorted(free, since_monday // 30 * 30)])
    return np.asarray(opens - np.arange(5)[:, None] * DAY_MIN)


def _suspended(policy: Policy, audience: Audience) -> np.ndarray:
    # Pupils have the first channel; a responsable may read the first that comes, and paper is not suspended.
    channels = policy.purposes["notes"].channels
    read = channels[:1] if audience == "eleves" else channels
    if not set(read) <= set(DIGITAL) or "suspended" not in policy.holding(audience, "notes"):
        return np.zeros((7, HALF_HOURS), dtype=bool)
    hours: HeldHours = policy.suspended[audience]
    return hours.mask()
