"""Entre plusieurs remises d'une même personne, laquelle compte : la plus récente de celles qui sont à l'heure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from liaison.base.dates import hour_words, numeric_date
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.training.hand_in.emptied import UNKNOWN, Holds
from liaison.training.hand_in.journal import JournalLine
from liaison.training.hand_in.line_words import State, Weight
from liaison.training.session.definition import Session
from liaison.training.session.time_zone import zone_named

phrase = french_beside(__file__)


@dataclass(frozen=True)
class ArrivedWork:
    """One work of one person, by whichever door; `content` tells it from another, `order` is that of arrival.

    `before`: when it was known to be made already, where its own clock says a later hour.
    """

    made_at: dt.datetime
    order: int
    content: str
    holds: Holds = UNKNOWN
    by_the_room: bool = False
    state: State = "recue"
    reason: str = ""
    weight: Weight = "non"
    before: dt.datetime | None = None

    @property
    def at(self) -> dt.datetime:
        """When it was made, as far as one knows: nothing was made after it came, whatever its own clock says."""
        return self.before or self.made_at

    @property
    def rank(self) -> tuple[dt.datetime, dt.datetime, int]:
        """What tells which of two came later."""
        return self.at, self.made_at, self.order

    @property
    def counts(self) -> bool:
        """Whether it is the one that counts."""
        return self.weight in ("oui", "rien")


def is_late(at: dt.datetime, deadline: dt.datetime | None) -> bool:
    """Whether what is handed in at that hour is late; nothing is where no hour was given."""
    return deadline is not None and at > deadline


def may_count(at: dt.datetime, instead_of: dt.datetime, deadline: dt.datetime | None) -> bool:
    """Whether a copy of that hour may count instead of another: a later one does, but a late one of one on time."""
    return at > instead_of and (not is_late(at, deadline) or is_late(instead_of, deadline))


def counts_already(handed_in: Iterable[dt.datetime], deadline: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether a copy that was on time counts, and no other can take its place any more."""
    return is_late(now, deadline) and not all(is_late(at, deadline) for at in handed_in)


def decided(entries: Sequence[ArrivedWork], deadline: dt.datetime) -> tuple[ArrivedWork, ...]:
    """Return the same entries, in their order, each with what becomes of it; exactly one is kept.

    A late one never takes the place of one that is on time, one in which nothing can be marked (empty, or that cannot
    be read) that of one in which something can, and the same work handed in twice counts once.
    """

    def at(moment: dt.datetime) -> str:
        return hour(moment, deadline.tzinfo)

    ranked = sorted(entries, key=lambda entry: entry.rank)
    pool = [entry for entry in ranked if not is_late(entry.at, deadline)] or ranked
    counting = pool[0]
    for entry in pool[1:]:
        if entry.content != counting.content and (entry.holds.to_mark or not counting.holds.to_mark):
            counting = entry
    kept_hour = at(counting.at)
    last_same = [entry for entry in pool if entry.content == counting.content][-1]
    outcomes: dict[int, ArrivedWork] = {}
    # Each is said against the one that counts in the end: what was less than a copy of before may be so no more.
    for entry in pool:
        if entry.content == counting.content:
            outcomes[entry.order] = _aside(entry, same_work(kept_hour), "pareil")
        elif entry.rank > last_same.rank:
            outcomes[entry.order] = _aside(entry, _nothing_instead(entry.holds, kept_hour), "moins")
        else:
            less: Weight = "moins" if counting.holds.less_than(entry.holds) else "non"
            # By the one that counts, or by the same work handed in again, when it came between the two.
            by = counting if entry.rank < counting.rank else last_same
            outcomes[entry.order] = _aside(entry, _replaced(entry, counting.holds, at(by.at)), less)
    late = is_late(counting.at, deadline)
    after = phrase("apres-l-heure", hour=at(counting.made_at), deadline=at(deadline)) if late else ""
    outcomes[counting.order] = replace(
        counting,
        state="en_retard" if late else "recue",
        reason=typeset(" ".join(filter(None, (after, _remark_on(counting.holds))))),
        weight="oui" if counting.holds.to_mark else "rien",
    )
    for entry in ranked:
        if entry.order not in outcomes:
            own = at(entry.made_at)
            if entry.content == counting.content:
                reason = phrase("apres-l-heure-meme-travail", hour=own)
            else:
                reason = another_in_time(own, kept_hour)
            outcomes[entry.order] = replace(entry, state="en_retard", reason=typeset(reason), weight="non")
    return tuple(outcomes[entry.order] for entry in entries)


def _aside(entry: ArrivedWork, reason: str, weight: Weight) -> ArrivedWork:
    return replace(entry, state="doublon", reason=typeset(reason), weight=weight)


def nobody_here(code: str) -> str:
    """Return what is said of a copy whose code nobody in the session has."""
    return phrase("participant-inconnu", code=code)


def same_work(kept_at: str) -> str:
    """Return what is said of a copy that holds what another holds, which counts."""
    return phrase("meme-travail", hour=kept_at)


def another_in_time(made_at: str, kept_at: str) -> str:
    """Return what is said of a copy that came late, where another counts; its hour is "" where nobody can tell it."""
    if not kept_at:
        return phrase("apres-l-heure-passe-apres", hour=made_at)
    return phrase("apres-l-heure-l-autre-gardee", hour=made_at, other=kept_at)


def _nothing_instead(holds: Holds, kept_at: str) -> str:
    """Return why a copy in which nothing can be marked does not take the place of an earlier one."""
    if not holds.readable:
        return phrase("pas-lisible-l-autre-gardee", hour=kept_at, fault=holds.fault)
    return phrase("vide-l-autre-gardee", hour=kept_at)


def _replaced(before: ArrivedWork, after: Holds, after_at: str) -> str:
    """Return by what a copy was replaced, what is no longer said there, and where it stays."""
    where, had = phrase("dans-l-echange" if before.by_the_room else "dans-remises"), before.holds
    if had.texts and not after.texts:
        return phrase("remplacee-sans-textes", hour=after_at, where=where)
    if after.less_than(had):
        return phrase("remplacee-par-moins", hour=after_at, where=where, after=after.answers, before=had.answers)
    return phrase("remplacee", hour=after_at, where=where)


def _remark_on(holds: Holds) -> str:
    """Return what there is to say of a copy that counts and in which nothing can be marked, "" for any other."""
    if not holds.readable:
        return phrase("reponses-illisibles-car", fault=holds.fault)
    return "" if holds.answers else phrase("sans-reponse")


def asks_for_a_look(lines: Iterable[JournalLine]) -> bool:
    """Whether something that came, by any door, was refused, or says less than before or nothing to mark."""
    return any(line.state == "refusee" or line.says_less or line.says_nothing for line in lines)


def too_early(made_at: dt.datetime, session: Session) -> str:
    """Return why a copy made before the day of the session is not taken, "" when it was made in time."""
    if made_at.astimezone(session.zone).date() >= session.date:
        return ""
    return phrase("trop-tot", hour=hour(made_at, session.zone))


def hour(moment: dt.datetime, zone: dt.tzinfo | None) -> str:
    """Return an instant as the people of a session read it: « 27/11/2026 à 17 h 05 », with its zone outside Paris."""
    local = moment.astimezone(zone)
    return typeset(phrase("le-a", day=numeric_date(local), hour=hour_words(local), zone=zone_named(zone)))


__all__ = [
    "ArrivedWork",
    "another_in_time",
    "asks_for_a_look",
    "counts_already",
    "decided",
    "hour",
    "is_late",
    "may_count",
    "nobody_here",
    "same_work",
    "too_early",
]
