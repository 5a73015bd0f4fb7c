"""Chaque changement qu'une équipe peut faire en une phrase : un réglage, une autre valeur, et rien d'autre."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import ValidationError

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import lower_first
from liaison.messaging.policy.policy import HeldHours, Policy
from liaison.messaging.search.aims import Family
from liaison.messaging.vocabulary import (
    CHANNELS,
    PURPOSES,
    RECIPIENTS,
    RHYTHMS,
    TO_ONE_FAMILY,
    Channel,
    HeldBy,
    Purpose,
    chooses_recipients,
)
from liaison.messaging.wording import hour, languages_words
from liaison.school.vocabulary import MOST_CHANNELS

phrase = french_beside(__file__)

ADDED: tuple[Channel, ...] = ("ent", "vie_scolaire", "sms", "courriel")
CALLED: tuple[Purpose, ...] = ("absence", "urgence", "sanction")  # nobody calls every family for homework
EVENINGS = (19, 20, 21)
DIGESTS = ("12:30", "17:00", "18:30")
_MORNING = 7 * 2


@dataclass(frozen=True)
class Move:
    """One change: the setting it touches, its label, what it makes of any policy; `deed`, what one does: « Donner … ».

    Two moves of one setting exclude each other; two of different settings can be made one after the other.
    """

    setting: str
    family: Family
    label: str
    apply: Callable[[Policy], Policy]
    deed: str


def moves(policy: Policy, languages: Iterable[str] = (), keep: Iterable[Family] = ()) -> tuple[Move, ...]:
    """Return every change of one setting that gives another valid policy, in a fixed order.

    `languages`: those of the families, which may be added to the messages. `keep`: families of settings that stay.
    """
    fixed = set(keep)
    made = [*_purposes(policy), *_held(policy), *_timing(policy), *_languages(policy, languages), *_writing(policy)]
    changes = []
    for setting, family, words, apply in made:
        if family in fixed:
            continue
        try:
            changed = apply(policy)
        except ValidationError:  # a combination that no policy may have
            continue
        if changed != policy:
            changes.append(Move(setting, family, typeset(words.label), apply, typeset(words.deed)))
    return tuple(changes)


class MoveWords(NamedTuple):
    """A change as a list says it, then as somebody who does it would, without a full stop."""

    label: str
    deed: str


Made = tuple[str, Family, MoveWords, Callable[[Policy], Policy]]


def _words(key: str, **arguments: object) -> MoveWords:
    return MoveWords(phrase(key, **arguments), phrase(f"faire-{key}", **arguments))


def _about(key: str, purpose: Purpose, **arguments: object) -> MoveWords:
    """Return the words of a change in what is written for one purpose."""
    return _words(key, purpose=PURPOSES[purpose], motif=phrase("un-motif", purpose=purpose), **arguments)


def _purposes(policy: Policy) -> Iterator[Made]:
    for purpose in PURPOSES:
        settings = policy.purposes[purpose]
        for channel in (*ADDED, *(("telephone",) if purpose in CALLED else ())):
            if channel not in settings.channels and len(settings.channels) < MOST_CHANNELS:
                more = (*settings.channels, channel)
                words = _about("aussi-par", purpose, channel=_channel(channel))
                yield f"{purpose}.canaux", "canaux", words, _with(purpose, channels=more)
        for channel in settings.channels:
            fewer = tuple(other for other in settings.channels if other != channel)
            words = _about("plus-par", purpose, channel=_channel(channel))
            yield f"{purpose}.canaux", "canaux", words, _with(purpose, channels=fewer)
        for fallback in (*TO_ONE_FAMILY, None):
            words = _about("sans-repli", purpose)
            if fallback:
                words = _about("repli-par", purpose, channel=_channel(fallback))
            yield f"{purpose}.repli", "replis", words, _with(purpose, fallback=fallback)
        for rhythm in ("immediat", "quotidien", "hebdomadaire"):
            words = _about("a-un-rythme", purpose, rhythm=lower_first(RHYTHMS[rhythm]))
            yield f"{purpose}.rythme", "rythmes", words, _with(purpose, rhythm=rhythm)
        for recipients, whom in RECIPIENTS.items() if chooses_recipients(purpose) else ():
            words = _about("a-des-destinataires", purpose, recipients=lower_first(whom))
            yield f"{purpose}.destinataires", "destinataires", words, _with(purpose, recipients=recipients)


def _with(purpose: Purpose, **changes: Any) -> Callable[[Policy], Policy]:
    return lambda policy: policy.with_purpose(purpose, **changes)


def _channel(channel: str) -> str:
    return lower_first(CHANNELS[channel])  # type: ignore[index]


_FAMILIES: dict[HeldBy, Family] = {"suspended": "publication_suspendue", "quiet": "heures_calmes"}


def _held(policy: Policy) -> Iterator[Made]:
    """Nights and week-ends of the responsables, suspended or quiet; what passes them."""
    for setting, family in _FAMILIES.items():
        hours = policy.hours(setting)["responsables"]
        for start in (*EVENINGS, None):
            words = (
                _words(f"nuit-{setting}", hour=start, morning=_MORNING // 2)
                if start
                else _words(f"sans-nuit-{setting}")
            )
            yield f"{family}.nuit", family, words, _hours(setting, _nights, start)
        for whole, words in ((True, _words(f"week-end-{setting}")), (False, _words(f"week-end-ouvert-{setting}"))):
            yield f"{family}.fin_de_semaine", family, words, _hours(setting, _weekend, whole)
        for flag in ("school_holidays", "public_holidays"):
            value = not getattr(hours, flag)
            words = _words(f"conges-{flag}-{'retenus' if value else 'libres'}-{setting}")
            yield f"{family}.{flag}", family, words, _hours(setting, _flag, flag, value)
        # Where nothing is held back, nothing has to pass.
        for purpose in PURPOSES if hours.holds_something() else ():
            through = purpose not in hours.passes
            words = _about(f"passe-{setting}" if through else f"attend-{setting}", purpose)
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
    others = tuple(other for other in hours.passes if other != purpose)
    return {"passes": (*others, purpose) if through else others}


def _timing(policy: Policy) -> Iterator[Made]:
    for at in DIGESTS:
        yield "envois_groupes.jour", "envois_groupes", _words("envoi-du-jour", hour=hour(at)), _digest(at)
    for days in (0, 1, 3):
        words = _words("notes-des-responsables", days=days)
        yield "notes.responsables", "notes", words, _marks(parents_after_pupils_days=days)
    for published in ("17:00", None):
        words = _words("notes-a-une-heure", hour=hour(published)) if published else _words("notes-sans-heure")
        yield "notes.heure", "notes", words, _marks(published_at=published)
    for limit in ("17:00", "18:00", None):
        words = _words("devoirs-avant", hour=hour(limit)) if limit else _words("devoirs-sans-heure")
        yield "devoirs.heure", "devoirs", words, _changed(homework_by=limit)


def _digest(at: str) -> Callable[[Policy], Policy]:
    return lambda policy: policy.changed(digests=policy.digests.model_copy(update={"daily_at": at}))


def _marks(**changes: Any) -> Callable[[Policy], Policy]:
    return lambda policy: policy.changed(marks=policy.marks.model_copy(update=changes))


def _languages(policy: Policy, languages: Iterable[str]) -> Iterator[Made]:
    """Each language that families read and that messages do not have yet, then all of them at once."""
    wanted = [code for code in dict.fromkeys(languages) if code not in policy.languages]
    for code in wanted:
        words = _words("aussi-en", language=languages_words([code]))
        yield "langues", "langues", words, _changed(languages=(*policy.languages, code))
    if len(wanted) > 1:
        words = _words("dans-les-langues", languages=len(wanted) + len(policy.languages))
        yield "langues", "langues", words, _changed(languages=(*policy.languages, *wanted))


def _writing(policy: Policy) -> Iterator[Made]:
    for reach in ("classe", "non"):
        words = _words(f"ecrire-{reach}")
        yield "ecriture.responsables", "ecriture", words, _teachers(reach)


def _teachers(reach: str) -> Callable[[Policy], Policy]:
    def apply(policy: Policy) -> Policy:
        own = {**policy.writing["responsables"], "enseignants": reach}
        return policy.changed(writing={**policy.writing, "responsables": own})

    return apply


def _changed(**changes: Any) -> Callable[[Policy], Policy]:
    return lambda policy: policy.changed(**changes)


__all__ = ["Move", "moves"]
