"""Chaque changement qu'une équipe peut faire en une phrase : un réglage, une autre valeur, et rien d'autre."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import ValidationError

from liaison.base.typography import typeset
from liaison.base.words import lower_first
from liaison.messaging.aims import Family
from liaison.messaging.policy import HeldHours, Policy
from liaison.messaging.vocabulary import (
    CHANNELS,
    PURPOSES,
    RECIPIENTS,
    RHYTHMS,
    Channel,
    HeldBy,
    Purpose,
    chooses_recipients,
)
from liaison.messaging.wording import languages_words
from liaison.school.vocabulary import MOST_CHANNELS

ADDED: tuple[Channel, ...] = ("ent", "vie_scolaire", "sms", "courriel")
CALLED: tuple[Purpose, ...] = ("absence", "urgence", "sanction")  # nobody calls every family for homework
FALLBACKS = ("carnet", "telephone")
EVENINGS = (19, 20, 21)
DIGESTS = ("12:30", "17:00", "18:30")
_MORNING = 7 * 2


@dataclass(frozen=True)
class Move:
    """One change: the setting it touches, its sentence, what it makes of any policy.

    Two moves of one setting exclude each other; two of different settings can be made one after the other.
    """

    setting: str
    family: Family
    label: str
    apply: Callable[[Policy], Policy]


def moves(policy: Policy, languages: Iterable[str] = (), keep: Iterable[Family] = ()) -> tuple[Move, ...]:
    """Return every change of one setting that gives another valid policy, in a fixed order.

    `languages`: those of the families, which may be added to the messages. `keep`: families of settings that stay.
    """
    kept = set(keep)
    made = [*_purposes(policy), *_held(policy), *_timing(policy), *_languages(policy, languages), *_writing(policy)]
    found = []
    for setting, family, label, apply in made:
        if family in kept:
            continue
        try:
            changed = apply(policy)
        except ValidationError:  # a combination that no policy may have
            continue
        if changed != policy:
            found.append(Move(setting, family, typeset(label), apply))
    return tuple(found)


Made = tuple[str, Family, str, Callable[[Policy], Policy]]


def _purposes(policy: Policy) -> Iterator[Made]:
    for purpose, label in PURPOSES.items():
        settings = policy.purposes[purpose]
        for channel in (*ADDED, *(("telephone",) if purpose in CALLED else ())):
            if channel not in settings.channels and len(settings.channels) < MOST_CHANNELS:
                more = (*settings.channels, channel)
                words = f"{label} : aussi par {_channel(channel)}"
                yield f"{purpose}.canaux", "canaux", words, _with(purpose, channels=more)
        for channel in settings.channels:
            fewer = tuple(one for one in settings.channels if one != channel)
            words = f"{label} : plus par {_channel(channel)}"
            yield f"{purpose}.canaux", "canaux", words, _with(purpose, channels=fewer)
        for fallback in (*FALLBACKS, None):
            words = f"{label} : repli par {_channel(fallback)}" if fallback else f"{label} : sans repli"
            yield f"{purpose}.repli", "replis", words, _with(purpose, fallback=fallback)
        for rhythm in ("immediat", "quotidien", "hebdomadaire"):
            words = f"{label} : {lower_first(RHYTHMS[rhythm])}"
            yield f"{purpose}.rythme", "rythmes", words, _with(purpose, rhythm=rhythm)
        for recipients, said in RECIPIENTS.items() if chooses_recipients(purpose) else ():
            words = f"{label} : à {lower_first(said)}"
            yield f"{purpose}.destinataires", "destinataires", words, _with(purpose, recipients=recipients)


def _with(purpose: Purpose, **changes: Any) -> Callable[[Policy], Policy]:
    return lambda policy: policy.with_purpose(purpose, **changes)


def _channel(channel: str) -> str:
    return lower_first(CHANNELS[channel])  # type: ignore[index]


class _Words(NamedTuple):
    """How sentences say that a setting holds something back, or does not any more."""

    family: Family
    held: str
    free: str
    no_night: str
    passes: str
    waits: str


_HELD: dict[HeldBy, _Words] = {
    "suspended": _Words(
        "publication_suspendue",
        "rien ne paraît",
        "tout paraît",
        "plus de publication suspendue en semaine",
        "paraît malgré la publication suspendue",
        "attend que la publication reprenne",
    ),
    "quiet": _Words(
        "heures_calmes",
        "rien ne sonne",
        "les messages sonnent",
        "plus d'heures calmes en semaine",
        "passe les heures calmes",
        "attend la fin des heures calmes",
    ),
}


def _held(policy: Policy) -> Iterator[Made]:
    """Nights and week-ends of the responsables, suspended or quiet; what passes them."""
    for setting, say in _HELD.items():
        hours, family = policy.hours(setting)["responsables"], say.family
        for hour in (*EVENINGS, None):
            words = f"{say.held} de {hour} h à 7 h" if hour else say.no_night
            yield f"{family}.nuit", family, f"Responsables : {words}", _hours(setting, _nights, hour)
        as_the_week = f"{say.free} en fin de semaine comme en semaine"
        for whole, words in ((True, f"{say.held} en fin de semaine"), (False, as_the_week)):
            yield f"{family}.fin_de_semaine", family, f"Responsables : {words}", _hours(setting, _weekend, whole)
        for flag, words in (("school_holidays", "vacances scolaires"), ("public_holidays", "jours fériés")):
            value = not getattr(hours, flag)
            said = f"Responsables : {say.held if value else say.free} pendant les {words}"
            yield f"{family}.{flag}", family, said, _hours(setting, _flag, flag, value)
        # Where nothing is held back, nothing has to pass.
        for purpose, label in PURPOSES.items() if hours.holds_something() else ():
            through = purpose not in hours.passes
            words = f"{label} : {say.passes if through else say.waits}"
            yield f"{family}.passe.{purpose}", family, words, _hours(setting, _pass, purpose, through)


def _hours(setting: HeldBy, change: Callable[..., dict[str, Any]], *arguments: Any) -> Callable[[Policy], Policy]:
    """Return what changes one setting's hours of the responsables, whatever they have become meanwhile."""

    def apply(policy: Policy) -> Policy:
        every = policy.hours(setting)
        hours = every["responsables"]
        changed = HeldHours.model_validate(hours.model_dump() | change(hours, *arguments))
        return policy.changed(**{setting: {**every, "responsables": changed}})

    return apply


def _nights(hours: HeldHours, from_hour: int | None) -> dict[str, Any]:
    """Return the week with these nights, the days as they were; a whole day that is held stays so."""
    mask = hours.mask()
    whole = mask.all(axis=1)
    mask[:, :_MORNING] = from_hour is not None
    mask[:, EVENINGS[0] * 2 :] = False
    if from_hour is not None:
        mask[:, from_hour * 2 :] = True
    mask[whole] = True
    return {"week": HeldHours.week_from_mask(mask)}


def _weekend(hours: HeldHours, whole: bool) -> dict[str, Any]:
    mask = hours.mask()
    mask[5:] = True if whole else mask[0]
    return {"week": HeldHours.week_from_mask(mask)}


def _flag(_hours: HeldHours, name: str, value: bool) -> dict[str, Any]:
    return {name: value}


def _pass(hours: HeldHours, purpose: Purpose, through: bool) -> dict[str, Any]:
    others = tuple(one for one in hours.passes if one != purpose)
    return {"passes": (*others, purpose) if through else others}


def _timing(policy: Policy) -> Iterator[Made]:
    for hour in DIGESTS:
        yield "envois_groupes.jour", "envois_groupes", f"Envoi groupé du jour à {_hour(hour)}", _digest(hour)
    for days, words in ((0, "en même temps qu'aux élèves"), (1, "un jour après les élèves"), (3, "trois jours après")):
        words = f"Notes : visibles des responsables {words}"
        yield "notes.responsables", "notes", words, _marks(parents_after_pupils_days=days)
    for at in ("17:00", None):
        words = f"toutes à {_hour(at)}" if at else "dès que le délai est écoulé"
        yield "notes.heure", "notes", f"Notes : visibles {words}", _marks(published_at=at)
    for limit in ("17:00", "18:00", None):
        words = f"saisis au plus tard à {_hour(limit)}" if limit else "sans heure limite de saisie"
        yield "devoirs.heure", "devoirs", f"Devoirs : {words}", _changed(homework_by=limit)


def _digest(hour: str) -> Callable[[Policy], Policy]:
    return lambda policy: policy.changed(digests=policy.digests.model_copy(update={"daily_at": hour}))


def _marks(**changes: Any) -> Callable[[Policy], Policy]:
    return lambda policy: policy.changed(marks=policy.marks.model_copy(update=changes))


def _hour(clock: str) -> str:
    hours, _, minutes = clock.partition(":")
    return f"{int(hours)} h {minutes}" if int(minutes) else f"{int(hours)} h"


def _languages(policy: Policy, languages: Iterable[str]) -> Iterator[Made]:
    """Each language that families read and that messages do not have yet, then all of them at once."""
    wanted = [one for one in dict.fromkeys(languages) if one not in policy.languages]
    for code in wanted:
        words = f"Messages proposés aussi en {languages_words([code])}"
        yield "langues", "langues", words, _changed(languages=(*policy.languages, code))
    if len(wanted) > 1:
        words = f"Messages proposés dans les {len(wanted) + len(policy.languages)} langues des familles"
        yield "langues", "langues", words, _changed(languages=(*policy.languages, *wanted))


def _writing(policy: Policy) -> Iterator[Made]:
    for reach, words in (("classe", "aux enseignants de leur enfant"), ("non", "à aucun enseignant")):
        words = f"Les responsables peuvent écrire {words}" if reach != "non" else f"Les responsables n'écrivent {words}"
        yield "ecriture.responsables", "ecriture", words, _teachers(reach)


def _teachers(reach: str) -> Callable[[Policy], Policy]:
    def apply(policy: Policy) -> Policy:
        own = {**policy.writing["responsables"], "enseignants": reach}
        return policy.changed(writing={**policy.writing, "responsables": own})

    return apply


def _changed(**changes: Any) -> Callable[[Policy], Policy]:
    return lambda policy: policy.changed(**changes)


__all__ = ["Move", "moves"]
