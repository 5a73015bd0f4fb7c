"""Entre plusieurs remises d'une même personne, laquelle compte : la plus récente de celles qui sont à l'heure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from liaison.base.typography import typeset
from liaison.training.hand_in.emptied import UNKNOWN, Holds
from liaison.training.hand_in.journal import State
from liaison.training.session.definition import Session
from liaison.training.session.time_zone import zone_named

EMPTY = "elle est vide"
WITHOUT_TEXTS = "les textes n'y sont plus"
FEWER = "moins de questions y ont une réponse"
ILLEGIBLE = "elle ne peut pas être lue"
NO_ANSWER = "aucune question n'y a de réponse"
UNREADABLE = "ses réponses ne peuvent pas être lues"


@dataclass(frozen=True)
class Entry:
    """One work of one person, as one archive holds it; `content` tells it from another, `order` is that of arrival."""

    made_at: dt.datetime
    order: int
    content: str
    archive: str
    holds: Holds = UNKNOWN
    state: State = "recue"
    reason: str = ""
    kept: bool = False


def decided(entries: Sequence[Entry], deadline: dt.datetime) -> tuple[Entry, ...]:
    """Return the same entries, in their order, each with what becomes of it; exactly one is kept.

    A late one never takes the place of one that is on time, one in which nothing can be marked (empty, or that cannot
    be read) that of one in which something can, and the same work handed in twice counts once.
    """

    def at(moment: dt.datetime) -> str:
        return hour(moment, deadline.tzinfo)

    ranked = sorted(entries, key=lambda one: (one.made_at, one.order))
    pool = [one for one in ranked if one.made_at <= deadline] or ranked
    kept = pool[0]
    found: dict[int, Entry] = {}
    for one in pool[1:]:
        if one.content == kept.content:
            found[one.order] = _aside(one, f"le même travail que la remise du {at(kept.made_at)}, qui est gardée.")
        elif kept.holds.to_mark and not one.holds.to_mark:
            found[one.order] = _aside(one, nothing_instead(one.holds, at(kept.made_at)))
        else:
            by = replaced(kept.holds, one.holds, at(one.made_at), "remises/")
            found[kept.order] = _aside(kept, by)
            kept = one
    late = kept.made_at > deadline
    after = f"faite le {at(kept.made_at)}, après l'heure ({at(deadline)})." if late else ""
    reason = " ".join(filter(None, (after, remark_on(kept.holds))))
    found[kept.order] = replace(kept, state="en_retard" if late else "recue", reason=typeset(reason), kept=True)
    for one in ranked:
        if one.order not in found:
            same = one.content == kept.content
            end = "le même travail que celle qui est gardée." if same else f"celle du {at(kept.made_at)} est gardée."
            found[one.order] = replace(
                one, state="en_retard", reason=typeset(f"faite le {at(one.made_at)}, après l'heure : {end}")
            )
    return tuple(found[one.order] for one in entries)


def _aside(entry: Entry, reason: str) -> Entry:
    return replace(entry, state="doublon", reason=typeset(reason))


def nothing_instead(holds: Holds, kept_at: str) -> str:
    """Return why a copy in which nothing can be marked does not take the place of an earlier one."""
    if not holds.readable:
        return f"{ILLEGIBLE} : celle du {kept_at} est gardée. {holds.fault}"
    return f"{EMPTY} : celle du {kept_at}, qui ne l'est pas, est gardée."


def replaced(before: Holds, after: Holds, after_at: str, where: str) -> str:
    """Return by what a copy was replaced, what is no longer said there, and where it stays."""
    lost = ""
    if before.texts and not after.texts:
        lost = f" ; {WITHOUT_TEXTS}"
    elif after.less_than(before):
        lost = f" ; {FEWER} ({after.answers} au lieu de {before.answers})"
    return f"remplacée par celle du {after_at}{lost} ; elle reste dans {where}."


def remark_on(holds: Holds) -> str:
    """Return what there is to say of a copy that counts and in which nothing can be marked, "" for any other."""
    if not holds.readable:
        return f"{UNREADABLE}. {holds.fault}"
    return "" if holds.answers else f"{NO_ANSWER}."


def says_less(reason: str) -> bool:
    """Whether a reason is that somebody handed in less than before: a person has to look at it."""
    return any(said in reason for said in (EMPTY, ILLEGIBLE, WITHOUT_TEXTS, FEWER))


def says_nothing(reason: str) -> bool:
    """Whether a reason is that a copy which counts has nothing that can be marked."""
    return NO_ANSWER in reason or UNREADABLE in reason


def too_early(made_at: dt.datetime, session: Session) -> str:
    """Return why a copy made before the day of the session is not taken, "" when it was made in time."""
    if made_at.astimezone(session.zone).date() >= session.date:
        return ""
    return f"elle est datée du {hour(made_at, session.zone)}, avant le jour de la séance."


def hour(moment: dt.datetime, zone: dt.tzinfo | None) -> str:
    """Return an instant as the people of a session read it: « 27/11/2026 à 17 h 05 », with its zone outside Paris."""
    local = moment.astimezone(zone)
    return typeset(f"{local:%d/%m/%Y} à {local.hour} h {local.minute:02d}{zone_named(zone)}")


__all__ = [
    "Entry",
    "decided",
    "hour",
    "nothing_instead",
    "remark_on",
    "replaced",
    "says_less",
    "says_nothing",
    "too_early",
]
