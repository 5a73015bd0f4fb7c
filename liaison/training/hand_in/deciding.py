"""Entre plusieurs remises d'une même personne, laquelle compte : la plus récente de celles qui sont à l'heure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from liaison.training.hand_in.journal import State
from liaison.training.session.definition import PARIS
from liaison.typography import typeset


@dataclass(frozen=True)
class Entry:
    """One work of one person, as one archive holds it; `content` tells it from another, `order` is that of arrival."""

    made_at: dt.datetime
    order: int
    content: str
    archive: str
    state: State = "recue"
    reason: str = ""
    kept: bool = False


def decided(entries: Sequence[Entry], deadline: dt.datetime) -> tuple[Entry, ...]:
    """Return the same entries, in their order, each with what becomes of it; exactly one is kept.

    A late one never takes the place of one that is on time, and the same work handed in twice counts once.
    """
    ranked = sorted(entries, key=lambda one: (one.made_at, one.order))
    pool = [one for one in ranked if one.made_at <= deadline] or ranked
    kept = pool[0]
    found: dict[int, Entry] = {}
    for one in pool[1:]:
        if one.content == kept.content:
            found[one.order] = _aside(one, f"le même travail que la remise du {hour(kept.made_at)}, qui est gardée.")
        else:
            found[kept.order] = _aside(kept, f"remplacée par celle du {hour(one.made_at)} ; elle reste dans remises/.")
            kept = one
    late = kept.made_at > deadline
    reason = f"faite le {hour(kept.made_at)}, après l'heure ({hour(deadline)})." if late else ""
    found[kept.order] = replace(kept, state="en_retard" if late else "recue", reason=typeset(reason), kept=True)
    for one in ranked:
        if one.order not in found:
            same = one.content == kept.content
            end = "le même travail que celle qui est gardée." if same else f"celle du {hour(kept.made_at)} est gardée."
            found[one.order] = replace(
                one, state="en_retard", reason=typeset(f"faite le {hour(one.made_at)}, après l'heure : {end}")
            )
    return tuple(found[one.order] for one in entries)


def _aside(entry: Entry, reason: str) -> Entry:
    return replace(entry, state="doublon", reason=typeset(reason))


def too_early(made_at: dt.datetime, day: dt.date) -> str:
    """Return why a copy made before the day of the session is not taken, "" when it was made in time."""
    if made_at.astimezone(PARIS).date() >= day:
        return ""
    return f"elle est datée du {hour(made_at)}, avant le jour de la séance."


def hour(moment: dt.datetime) -> str:
    """Return an instant as a person in France reads it: « 27/11/2026 à 17 h 05 »."""
    local = moment.astimezone(PARIS)
    return typeset(f"{local:%d/%m/%Y} à {local.hour} h {local.minute:02d}")


__all__ = ["Entry", "decided", "hour", "too_early"]
