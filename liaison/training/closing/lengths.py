"""Combien de temps une séance a duré, comme on le dit : « 6h30 », ou chaque demi-journée ; gardé dans son fichier."""

from __future__ import annotations

import re
from collections.abc import Sequence

from liaison.base.faults import FrenchError, why
from liaison.base.sentences import french_beside
from liaison.training.papers.attestation import Length
from liaison.training.session.definition import (
    LONGEST_MINUTES,
    SESSION_NAME,
    HalfDay,
    SessionError,
    SessionFolder,
    write_session,
)

phrase = french_beside(__file__)

_EACH = re.compile(r"(matin|apr[eè]s[-_ ]midi)[\s=:]+([^,;]+)", re.IGNORECASE)


class LengthError(FrenchError):
    """What was written is no length of a session, and what to write."""


def lasted(place: SessionFolder, hours: str | None) -> Length:
    """Return how long the session lasted; what is said now is kept in its file, for the next time nothing is said.

    Raises:
        LengthError: it is no length.
        SessionError: it cannot be kept.
    """
    if hours is None:
        return place.session.minutes
    minutes = length_said(hours, place.session.half_days)
    if minutes != place.session.minutes:
        try:
            write_session(place.root, place.session.model_copy(update={"minutes": minutes}))
        except OSError as error:
            raise SessionError(phrase("duree-non-gardee", file=SESSION_NAME, reason=why(error))) from error
    return minutes


def length_said(hours: str, half_days: Sequence[HalfDay]) -> int | dict[HalfDay, int]:
    """Return how long the session lasted, in minutes: in one go, « 6h30 », or « matin 3h, apres-midi 3h30 ».

    Raises:
        LengthError: it is no length, or not that of each half-day.
    """
    if not (parts := _EACH.findall(hours)):
        total = minutes_said(hours)
        return {half_days[0]: total} if len(half_days) == 1 else total
    lengths: dict[HalfDay, int] = {}
    for name, length in parts:
        half: HalfDay = "matin" if name.lower() == "matin" else "apres_midi"
        lengths[half] = minutes_said(length)
    if set(lengths) != set(half_days):
        example = ", ".join(f"{half.replace('_', '-')} 3h" for half in half_days)
        raise LengthError(phrase("duree-de-chaque", hours=hours, example=example))
    return lengths


def minutes_said(hours: str) -> int:
    """Return how long the session lasted, in minutes, from « 6 h », « 6h30 », « 45 min »."""
    match = re.fullmatch(r"(?:(\d{1,2})\s*h\s*([0-5]\d)?|(\d{1,3})\s*min)", hours.strip().lower())
    total = int(match[3]) if match and match[3] else int(match[1]) * 60 + int(match[2] or 0) if match else 0
    if not 0 < total <= LONGEST_MINUTES:
        raise LengthError(phrase("pas-une-duree", hours=hours))
    return total


__all__ = ["LengthError", "lasted", "length_said", "minutes_said"]
