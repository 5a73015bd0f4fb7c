"""Ce qui est dit d'une remise à la salle : jusqu'à quand, ce que devient une copie, pourquoi rien n'a été remis."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from liaison.training.hand_in.deciding import counts_already, hour, is_late
from liaison.training.hand_in.deposit import DepositError
from widgets.texts import texts

t = texts("room")


def not_handed_in(error: DepositError) -> str:
    """Return why nothing was handed in, and what to do."""
    if error.reason == "echec":
        return t("room-dit-echec")
    return t(f"room-copie-{error.reason}", file=error.file)


def about_the_deadline(handed_in: Sequence[dt.datetime], until: dt.datetime | None, now: dt.datetime) -> str:
    """Return what the deadline means for who handed in at these hours, "" where there is none."""
    if until is None:
        return ""
    limit = hour(until, until.tzinfo)
    if not is_late(now, until):
        return t("room-limite-avant", limite=limit)
    late = any(is_late(at, until) for at in handed_in)
    if counts_already(handed_in, until, now):
        return t("room-limite-apres" if late else "room-limite-a-l-heure", limite=limit)
    return t("room-limite-en-retard" if late else "room-limite-passee", limite=limit)


__all__ = ["about_the_deadline", "not_handed_in"]
