"""Quand chaque constat tient : une fonction par sujet, qui regarde une politique un jour donné, et rien d'autre."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import joined
from liaison.messaging.policy.marks_shown import marks_shown
from liaison.messaging.policy.policy import HALF_HOURS, HeldHours, Policy, minutes
from liaison.messaging.vocabulary import (
    AUDIENCES,
    DAYS,
    DIGITAL,
    HELD_HOURS,
    NEEDS_INTERNET,
    RHYTHMS,
    Audience,
    Channel,
    Day,
    Purpose,
    Rhythm,
    addressee,
)
from liaison.messaging.wording import (
    REPLY_BREAKS,
    held_words,
    hour,
    reaches_offline,
    reply_break,
    reply_words,
    rhythm_words,
)
from liaison.rules import RuleError, rule
from liaison.school.vocabulary import Writer

phrase = french_beside(__file__)

TWO_WAY: frozenset[Channel] = frozenset({"telephone", "carnet", "courriel", "visio"})
FAMILIES: tuple[Audience, ...] = ("responsables", "eleves")
# About one pupil: to be read by those concerned only.
INDIVIDUAL: tuple[Purpose, ...] = (
    *("absence", "retard", "notes", "bulletin", "mot", "sanction"),
    *("cantine", "bourse", "fiche_renseignements", "orientation", "question_parent"),
)
# What people write to each other, as against what a tool publishes about a pupil: who may write rules these alone.
MESSAGES: tuple[Purpose, ...] = ("mot", "reunion", "sortie", "circulaire", "question_parent")
STAFF: tuple[Writer, ...] = ("enseignants", "personnels", "direction")
RESULTS: tuple[Purpose, ...] = ("notes", "bulletin")
NIGHTS = "messagerie/publication_suspendue"
WEEKEND = "messagerie/publication_suspendue_fin_de_semaine"


class Hit(NamedTuple):
    """A condition that holds: its code in constats.yaml, the purposes concerned, the words of its sentences."""

    code: str
    purposes: tuple[Purpose, ...] = ()
    words: Mapping[str, str | int] = {}


def _value(name: str, on: dt.date) -> Any:
    """Return a rule's value, or None before its first date: `check` then drops the findings that rest on it."""
    try:
        return rule(name, on).value
    except RuleError:
        return None


def _where(policy: Policy, condition: Callable[[Purpose], bool]) -> tuple[Purpose, ...]:
    return tuple(purpose for purpose in policy.purposes if condition(purpose))


def _channels(policy: Policy, purpose: Purpose) -> set[Channel]:
    return set(policy.purposes[purpose].channels)


def _rings(policy: Policy, purpose: Purpose) -> bool:
    """Whether some channel of the purpose is a screen or a telephone, and so can be held back."""
    return bool(_channels(policy, purpose) & set(DIGITAL))


def _at_once(policy: Policy, purpose: Purpose) -> bool:
    """Whether the purpose has a channel that rings when the message is written, the hours left aside."""
    channels = _channels(policy, purpose)
    return "telephone" in channels or (_rings(policy, purpose) and policy.purposes[purpose].rhythm == "immediat")


# Absence and urgency


def _absence(policy: Policy, on: dt.date) -> Iterator[Hit]:
    channels, settings = _channels(policy, "absence"), policy.purposes["absence"]
    about: tuple[Purpose, ...] = ("absence",)
    if not channels & {*DIGITAL, "telephone"}:
        yield Hit("absence_par_papier", about)
        return
    if not _at_once(policy, "absence"):
        yield Hit("absence_differee", about, {"rythme": RHYTHMS[settings.rhythm]})
    elif "telephone" not in channels:
        yield from _absence_held(policy, on)
    if channels <= NEEDS_INTERNET | {"carnet", "affichage"} and settings.fallback != "telephone":
        yield Hit("absence_sans_voie_hors_ligne", about)


def _absence_held(policy: Policy, on: dt.date) -> Iterator[Hit]:
    week = _value("absence/heures_de_classe", on)
    held = policy.held("responsables", "absence")
    if week is None or not held.any():
        return
    words = {
        "heures": joined(HELD_HOURS[setting].lower() for setting in policy.holding("responsables", "absence")),
        "effet": phrase(f"absence-{policy.silences('responsables', 'absence') or 'attend'}"),
    }
    in_class = HeldHours(week={day: (range_,) for day, range_ in week.items()}).mask() & held
    if in_class.any():
        yield Hit("absence_retenue", ("absence",), {**words, "plages": _hours_in_words(in_class)})
    else:
        yield Hit("absence_tardive_retenue", ("absence",), words)


def _urgency(policy: Policy, on: dt.date) -> Iterator[Hit]:
    if not _at_once(policy, "urgence"):
        yield Hit("urgence_differee", ("urgence",))
    elif "telephone" not in _channels(policy, "urgence"):
        held = [audience for audience in policy.quiet if policy.holding(audience, "urgence")]
        if held:
            yield Hit("urgence_retenue", ("urgence",), {"publics": _audiences(held)})


# Responsables légaux, families without ENT


def _one_responsable(policy: Policy, on: dt.date) -> Iterator[Hit]:
    alone = _where(
        policy,
        lambda purpose: policy.purposes[purpose].recipients == "un" and addressee(purpose) == "responsables",
    )
    results = tuple(purpose for purpose in alone if purpose in RESULTS)
    usual = tuple(purpose for purpose in alone if purpose not in (*RESULTS, "orientation"))
    if "orientation" in alone:
        yield Hit("un_seul_responsable_decision", ("orientation",))
    if results:
        yield Hit("un_seul_responsable_resultats", results)
    if usual:
        yield Hit("un_seul_responsable_courant", usual)


def _without_ent(policy: Policy, on: dt.date) -> Iterator[Hit]:
    ways = {*policy.purposes["bulletin"].channels, policy.purposes["bulletin"].fallback}
    if "carnet" not in ways:
        code = "bulletin_lu_au_telephone" if ways & {"telephone", "sms"} else "bulletin_sans_voie_hors_ligne"
        yield Hit(code, ("bulletin",))
    # Absence and bulletin have their own findings, which rest on the code de l'éducation.
    apart = ("absence", "bulletin")
    left = _where(policy, lambda purpose: not reaches_offline(policy, purpose) and purpose not in apart)
    if left:
        yield Hit("sans_repli", left)
    silent = _where(
        policy,
        lambda purpose: (
            policy.purposes[purpose].rhythm == "jamais"
            and _channels(policy, purpose) <= set(DIGITAL)
            and purpose not in ("absence", "urgence")
            and addressee(purpose) == "responsables"
        ),
    )
    if silent:
        yield Hit("jamais_notifie", silent)


# Channels


def _channel_choice(policy: Policy, on: dt.date) -> Iterator[Hit]:
    # An urgency is the case where saying it twice helps.
    several = _where(policy, lambda purpose: len(policy.purposes[purpose].channels) > 1 and purpose != "urgence")
    if several:
        yield Hit("deux_canaux", several)
    tools = {purpose: _channels(policy, purpose) & {"ent", "vie_scolaire"} for purpose in policy.purposes}
    for_messages = set().union(*(tools[purpose] for purpose in MESSAGES))
    if len(for_messages) == 2:
        written = tuple(purpose for purpose in policy.purposes if purpose in MESSAGES and tools[purpose])
        yield Hit("deux_messageries", written)
    elif len(set().union(*tools.values())) == 2:
        yield Hit("deux_outils")
    shown = tuple(
        purpose
        for purpose, settings in policy.purposes.items()
        if purpose in INDIVIDUAL and "affichage" in (*settings.channels, settings.fallback)
    )
    if shown:
        yield Hit("individuel_affiche", shown)


# Marks


def _marks(policy: Policy, on: dt.date) -> Iterator[Hit]:
    marks = policy.marks
    about: tuple[Purpose, ...] = ("notes",)
    ahead, choices = _value("notes/delai_parents", on), _value("notes/choix_de_delai", on)
    if marks.parents_after_pupils_days == 0 and _seen_together(policy):
        yield Hit("notes_sans_avance", about, {"jours": ahead})
    whole = marks.pupils_after_days + marks.parents_after_pupils_days
    if choices is not None and whole > 2 * max(choices):
        yield Hit("notes_tres_tardives", about, {"jours": whole, "plafond": 2 * max(choices)})
    if marks.published_at is not None and _rings(policy, "notes"):
        held = [audience for audience in FAMILIES if _marks_wait(policy, audience, marks.published_at)]
        if held:
            words = {"heure": hour(marks.published_at), "publics": _audiences(held)}
            yield Hit("notes_retenues", about, words)


def _seen_together(policy: Policy) -> bool:
    """Whether responsables may see a mark no later than the pupil: a suspension of theirs alone gives an advance."""
    pupils, parents = marks_shown(policy, "eleves"), marks_shown(policy, "responsables")
    return parents is not None and (pupils is None or bool((parents <= pupils).any()))


def _marks_wait(policy: Policy, audience: Audience, clock: str) -> bool:
    """Whether marks published at this hour appear later, or ring later where they ring at once."""
    at_once = policy.purposes["notes"].rhythm == "immediat"
    at_hour = [
        policy.hours(setting)[audience].mask()[:5, minutes(clock) // 30].any()
        for setting in policy.holding(audience, "notes")
        if setting == "suspended" or at_once
    ]
    return any(at_hour) and policy.silences(audience, "notes") is None


def _waits(policy: Policy, audience: Audience, purpose: Purpose, clock: str, days: tuple[Day, ...]) -> bool:
    """Whether a purpose that is ready at this local hour waits, for an audience, on one of the days.

    What nothing ever lets go does not wait: `_endless` says it.
    """
    rows, held = [DAYS.index(day) for day in days], policy.held(audience, purpose)
    return bool(held[rows, minutes(clock) // 30].any()) and not held.all()


# Who writes to whom


def _typed(policy: Policy, purpose: Purpose) -> bool:
    """Whether somebody writes the purpose in a messaging: it is then for the rights of writing to allow it."""
    return bool(_channels(policy, purpose) & {"ent", "vie_scolaire"})


def _writing(policy: Policy, on: dt.date) -> Iterator[Hit]:
    reach = policy.writing["responsables"]
    question = policy.purposes["question_parent"]
    if all(reach[writer] == "non" for writer in STAFF) and not ({*question.channels, question.fallback} & TWO_WAY):
        yield Hit("aucun_dialogue_ouvert", ("question_parent",))
    else:
        if reach["direction"] == "non":
            yield Hit("direction_injoignable")
        if reach["enseignants"] == "non":
            yield Hit("enseignants_injoignables")
    unwritten = _where(
        policy,
        lambda purpose: purpose in MESSAGES and addressee(purpose) == "responsables" and _typed(policy, purpose),
    )
    if unwritten and all(policy.writing[writer]["responsables"] == "non" for writer in STAFF):
        yield Hit("messages_sans_auteur", unwritten)
    if reach["eleves"] != "non":
        yield Hit("parents_vers_eleves", words={"portee": phrase(f"portee-{reach['eleves']}")})
    if reach["responsables"] != "non":
        yield Hit("parents_entre_eux", words={"portee": phrase(f"portee-{reach['responsables']}")})


# Hours


def _hours(policy: Policy, on: dt.date) -> Iterator[Hit]:
    if not _where(policy, lambda purpose: _rings(policy, purpose)):
        return  # nothing is published, nothing rings
    yield from _suspension(policy, on)
    yield from _endless(policy)
    # What is suspended does not ring: quiet hours are missing where neither setting holds anything.
    ringing = [
        audience
        for audience, hours in policy.quiet.items()
        if not (policy.suspended[audience].mask() | hours.mask()).any()
    ]
    families = [audience for audience in FAMILIES if audience in ringing]
    if families:
        yield Hit("heures_calmes_absentes", words={"publics": _audiences(families)})
    if "personnels" in ringing:
        yield Hit("personnels_sans_deconnexion")


def _suspension(policy: Policy, on: dt.date) -> Iterator[Hit]:
    """What the circulaire asks for: not silence, but nothing published."""
    masks = {audience: hours.mask() for audience, hours in policy.suspended.items()}
    suspended = [audience for audience in FAMILIES if policy.suspended[audience].holds_something()]
    open_all_week = [audience for audience in FAMILIES if audience not in suspended]
    if open_all_week:
        yield Hit("publication_jamais_suspendue", words={"publics": _audiences(open_all_week)})
    for code, wanted in (("nuits_plus_courtes", _nights(on)), ("fin_de_semaine_ouverte", _weekend(on))):
        if wanted is None:
            continue
        missing = {audience: wanted & ~masks[audience] for audience in suspended}
        short = [audience for audience, mask in missing.items() if mask.any()]
        if short:
            plages = _hours_in_words(np.logical_or.reduce([missing[audience] for audience in short]))
            yield Hit(code, words={"publics": _audiences(short), "plages": plages})
    through = [audience for audience in suspended if _let_through(policy, audience)]
    if through:
        passing = {purpose for audience in through for purpose in _let_through(policy, audience)}
        motifs = tuple(purpose for purpose in policy.purposes if purpose in passing)
        yield Hit("suspension_percee", motifs, {"publics": _audiences(through)})


def _endless(policy: Policy) -> Iterator[Hit]:
    """What waits for the end of hours that have none: a question waits for the staff, all the rest for families."""
    on_a_screen = _where(policy, lambda purpose: _rings(policy, purpose) and purpose != "urgence")
    # Where the two settings leave some time free between them, nothing of an audience is silenced.
    closed = [
        audience for audience in AUDIENCES if (policy.suspended[audience].mask() | policy.quiet[audience].mask()).all()
    ]
    for never, code in (("suspended", "jamais_publie"), ("quiet", "jamais_sonne")):
        for audience in closed:
            motifs = tuple(
                purpose
                for purpose in on_a_screen
                if (addressee(purpose) == "personnels") == (audience == "personnels")
                and policy.silences(audience, purpose) == never
                and not (never == "quiet" and _called_or_never_told(policy, purpose))
            )
            if motifs:
                yield Hit(code, motifs, {"publics": _audiences([audience])})


def _called_or_never_told(policy: Policy, purpose: Purpose) -> bool:
    """Whether quiet hours take no bell from a purpose: a call goes on, and a rhythm of never is another finding."""
    settings = policy.purposes[purpose]
    return "telephone" in settings.channels or settings.rhythm == "jamais"


def _let_through(policy: Policy, audience: Audience) -> set[Purpose]:
    digital = _where(policy, lambda purpose: _rings(policy, purpose) and addressee(purpose) == "responsables")
    return set(policy.suspended[audience].passes) & set(digital) - {"urgence", "absence"}


def _nights(on: dt.date) -> np.ndarray | None:
    """Return the (7, 48) mask of the nights before a class day that the circulaire names, or None before it."""
    hours, weekend = _value(NIGHTS, on), _weekend(on)
    if hours is None:
        return None
    night = np.zeros((7, HALF_HOURS), dtype=bool)
    night[:5, minutes(hours["start"]) // 30 :] = True
    night[:5, : minutes(hours["end"]) // 30] = True
    # Each half-hour is in one finding only: Friday evening and Monday morning are the weekend's.
    return night if weekend is None else night & ~weekend


def _weekend(on: dt.date) -> np.ndarray | None:
    """Return the (7, 48) mask of the weekend that the circulaire names, or None before it."""
    span = _value(WEEKEND, on)
    if span is None:
        return None
    first = DAYS.index(span["start_day"]) * HALF_HOURS + minutes(span["start"]) // 30
    last = DAYS.index(span["end_day"]) * HALF_HOURS + minutes(span["end"]) // 30
    week = np.arange(7 * HALF_HOURS).reshape(7, HALF_HOURS)
    return (week >= first) | (week < last)  # from one week into the next


def _digests(policy: Policy, on: dt.date) -> Iterator[Hit]:
    digests = policy.digests
    moments: tuple[tuple[Rhythm, str, tuple[Day, ...]], ...] = (
        ("quotidien", digests.daily_at, DAYS[:5]),
        ("hebdomadaire", digests.weekly_at, (digests.weekly_on,)),
    )
    for rhythm, clock, days in moments:
        waiting = {
            (purpose, audience)
            for purpose, settings in policy.purposes.items()
            for audience in FAMILIES
            if settings.rhythm == rhythm
            and _rings(policy, purpose)
            and addressee(purpose) == "responsables"
            and _waits(policy, audience, purpose, clock, days)
        }
        if waiting:
            late, waits = {purpose for purpose, _ in waiting}, {audience for _, audience in waiting}
            words = {
                "quand": rhythm_words(policy, rhythm),
                "publics": _audiences([audience for audience in FAMILIES if audience in waits]),
            }
            yield Hit("envoi_groupe_retenu", tuple(purpose for purpose in policy.purposes if purpose in late), words)


def _homework(policy: Policy, on: dt.date) -> Iterator[Hit]:
    latest = _value("cahier_de_textes/heure_de_saisie", on)
    if latest is None:
        return
    if policy.homework_by is None:
        yield Hit("devoirs_sans_heure", ("devoirs",), {"heure": hour(latest)})
    elif minutes(policy.homework_by) > minutes(latest):
        yield Hit("devoirs_tardifs", ("devoirs",), {"limite": hour(policy.homework_by), "heure": hour(latest)})


# Promises


def _promises(policy: Policy, on: dt.date) -> Iterator[Hit]:
    hours, recall = _value("reponse/delai_promis", on), _value("messagerie/delai_rappel", on)
    promised = policy.reply_within_hours
    if promised is None:
        yield Hit("reponse_sans_delai", words={"nombre": hours})
    elif hours is not None and promised > hours:
        yield Hit("reponse_longue", words={"promis": promised, "nombre": hours})
    breaks = reply_break(policy)
    if promised is not None and breaks is not None:
        words = {"delai": reply_words(promised), "cause": typeset(REPLY_BREAKS[breaks])}
        yield Hit("reponse_intenable", ("question_parent",), words)
    if policy.recall_minutes == 0:
        yield Hit("pas_de_rappel", words={"minutes": recall})
    if set(policy.languages) == {"fr"}:
        yield Hit("francais_seul")


# In words


def _audiences(names: list[Audience]) -> str:
    return joined(AUDIENCES[name].lower() for name in names)


def _hours_in_words(mask: np.ndarray) -> str:
    return "\u00a0; ".join(held_words(HeldHours(week=HeldHours.week_from_mask(mask))))


CONDITIONS: tuple[Callable[[Policy, dt.date], Iterator[Hit]], ...] = (
    *(_absence, _urgency, _one_responsable, _without_ent, _channel_choice, _marks, _writing),
    *(_hours, _digests, _homework, _promises),
)

__all__ = ["CONDITIONS", "Hit"]
