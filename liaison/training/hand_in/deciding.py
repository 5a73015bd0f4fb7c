"""Entre plusieurs remises d'une même personne, laquelle compte : la plus récente de celles qui sont à l'heure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.training.hand_in.emptied import UNKNOWN, Holds
from liaison.training.hand_in.journal import JournalLine, State
from liaison.training.session.definition import Session, SessionError, SessionFolder
from liaison.training.session.time_zone import zone_named

phrase = french_beside(__file__)


# What a reason says of somebody who handed in less than before, and of a copy in which nothing can be marked.
_LESS = ("elle-est-vide", "pas-lisible", "textes-perdus", "moins-de-reponses")
_NOTHING = ("aucune-reponse", "reponses-illisibles")
_LATE_AND_KEPT = "apres-l-heure-compte"
_SAME_WORK = "meme-travail-que"


@dataclass(frozen=True)
class ArrivedWork:
    """One work of one person, as one archive holds it; `content` tells it from another, `order` is that of arrival."""

    made_at: dt.datetime
    order: int
    content: str
    archive: str
    holds: Holds = UNKNOWN
    state: State = "recue"
    reason: str = ""
    counts: bool = False


def decided(entries: Sequence[ArrivedWork], deadline: dt.datetime) -> tuple[ArrivedWork, ...]:
    """Return the same entries, in their order, each with what becomes of it; exactly one is kept.

    A late one never takes the place of one that is on time, one in which nothing can be marked (empty, or that cannot
    be read) that of one in which something can, and the same work handed in twice counts once.
    """

    def at(moment: dt.datetime) -> str:
        return hour(moment, deadline.tzinfo)

    ranked = sorted(entries, key=lambda entry: (entry.made_at, entry.order))
    pool = [entry for entry in ranked if entry.made_at <= deadline] or ranked
    counting = pool[0]
    for entry in pool[1:]:
        if entry.content != counting.content and (entry.holds.to_mark or not counting.holds.to_mark):
            counting = entry
    kept_hour = at(counting.made_at)
    last_same = [entry for entry in pool if entry.content == counting.content][-1]
    outcomes: dict[int, ArrivedWork] = {}
    # Each is said against the one that counts in the end: what was less than a copy of before may be so no more.
    for entry in pool:
        if entry.content == counting.content:
            outcomes[entry.order] = _aside(entry, same_work(kept_hour))
        elif (entry.made_at, entry.order) > (last_same.made_at, last_same.order):
            outcomes[entry.order] = _aside(entry, nothing_instead(entry.holds, kept_hour))
        else:
            outcomes[entry.order] = _aside(
                entry, replaced(entry.holds, counting.holds, at(last_same.made_at), "remises/")
            )
    late = counting.made_at > deadline
    after = after_hours(kept_hour, at(deadline)) if late else ""
    reason = " ".join(filter(None, (after, remark_on(counting.holds))))
    outcomes[counting.order] = replace(
        counting, state="en_retard" if late else "recue", reason=typeset(reason), counts=True
    )
    for entry in ranked:
        if entry.order not in outcomes:
            own = at(entry.made_at)
            if entry.content == counting.content:
                reason = phrase("apres-l-heure-meme-travail", hour=own)
            else:
                reason = another_in_time(own, kept_hour)
            outcomes[entry.order] = replace(entry, state="en_retard", reason=typeset(reason))
    return tuple(outcomes[entry.order] for entry in entries)


def _aside(entry: ArrivedWork, reason: str) -> ArrivedWork:
    return replace(entry, state="doublon", reason=typeset(reason))


def check_takes_hand_ins(place: SessionFolder) -> None:
    """Check that the names of a session are not erased.

    Raises:
        SessionError: they are: whose a copy is could no more be told.
    """
    if place.erasure.exists():
        raise SessionError(phrase("noms-effaces"))


def nobody_here(code: str) -> str:
    """Return what is said of a copy whose code nobody in the session has."""
    return phrase("participant-inconnu", code=code)


def after_hours(made_at: str, deadline: str) -> str:
    """Return what is said of the copy that counts, when it came late."""
    return phrase("apres-l-heure", hour=made_at, deadline=deadline)


def same_work(kept_at: str) -> str:
    """Return what is said of a copy that holds what another holds, which counts."""
    return phrase("meme-travail", hour=kept_at)


def another_in_time(made_at: str, kept_at: str) -> str:
    """Return what is said of a copy that came late, where another counts; its hour is "" where nobody can tell it."""
    if not kept_at:
        return phrase("apres-l-heure-passe-apres", hour=made_at)
    return phrase("apres-l-heure-l-autre-gardee", hour=made_at, other=kept_at)


def nothing_instead(holds: Holds, kept_at: str) -> str:
    """Return why a copy in which nothing can be marked does not take the place of an earlier one."""
    if not holds.readable:
        return phrase("pas-lisible-l-autre-gardee", hour=kept_at, fault=holds.fault)
    return phrase("vide-l-autre-gardee", hour=kept_at)


def replaced(before: Holds, after: Holds, after_at: str, where: str) -> str:
    """Return by what a copy was replaced, what is no longer said there, and where it stays."""
    if before.texts and not after.texts:
        return phrase("remplacee-sans-textes", hour=after_at, where=where)
    if after.less_than(before):
        return phrase("remplacee-par-moins", hour=after_at, where=where, after=after.answers, before=before.answers)
    return phrase("remplacee", hour=after_at, where=where)


def remark_on(holds: Holds) -> str:
    """Return what there is to say of a copy that counts and in which nothing can be marked, "" for any other."""
    if not holds.readable:
        return phrase("reponses-illisibles-car", fault=holds.fault)
    return "" if holds.answers else phrase("sans-reponse")


def says_less(reason: str) -> bool:
    """Whether a reason is that somebody handed in less than before: a person has to look at it."""
    return any(phrase(key) in reason for key in _LESS)


def says_nothing(reason: str) -> bool:
    """Whether a reason is that a copy which counts has nothing that can be marked."""
    return any(phrase(key) in reason for key in _NOTHING)


def counts(line: JournalLine) -> bool:
    """Whether a line of the journal is of a copy that counts: a late one is one only where nothing else does."""
    return line.state == "recue" or (line.state == "en_retard" and phrase(_LATE_AND_KEPT) in line.reason)


def is_kept(line: JournalLine) -> bool:
    """Whether what a line speaks of is kept as the work of that person: it counts, or says on time what does."""
    return counts(line) or (line.state == "doublon" and phrase(_SAME_WORK) in line.reason)


def asks_for_a_look(lines: Iterable[JournalLine]) -> bool:
    """Whether something that came, by any door, was refused, or says less than before or nothing to mark."""
    return any(line.state == "refusee" or says_less(line.reason) or says_nothing(line.reason) for line in lines)


def too_early(made_at: dt.datetime, session: Session) -> str:
    """Return why a copy made before the day of the session is not taken, "" when it was made in time."""
    if made_at.astimezone(session.zone).date() >= session.date:
        return ""
    return phrase("trop-tot", hour=hour(made_at, session.zone))


def hour(moment: dt.datetime, zone: dt.tzinfo | None) -> str:
    """Return an instant as the people of a session read it: « 27/11/2026 à 17 h 05 », with its zone outside Paris."""
    local = moment.astimezone(zone)
    return typeset(
        phrase("le-a", day=f"{local:%d/%m/%Y}", hour=local.hour, minute=f"{local.minute:02d}", zone=zone_named(zone))
    )


__all__ = [
    "ArrivedWork",
    "after_hours",
    "another_in_time",
    "asks_for_a_look",
    "check_takes_hand_ins",
    "counts",
    "decided",
    "hour",
    "is_kept",
    "nobody_here",
    "nothing_instead",
    "remark_on",
    "replaced",
    "same_work",
    "says_less",
    "says_nothing",
    "too_early",
]
