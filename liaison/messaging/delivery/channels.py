"""Comment chaque canal atteint quelqu'un, ou ne l'atteint pas, et pourquoi."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from liaison.base.labels import Labels
from liaison.base.sentences import french_beside
from liaison.messaging.policy.policy import DAY_MIN
from liaison.messaging.traffic.clock import NEVER
from liaison.messaging.traffic.columns import chosen, take
from liaison.messaging.traffic.hypotheses import Fatigue
from liaison.messaging.traffic.people import People
from liaison.messaging.traffic.prepared import Prepared
from liaison.messaging.traffic.traffic import PUPIL
from liaison.messaging.vocabulary import CHANNELS, Channel

phrase = french_beside(__file__)

# Channels where one goes by oneself, a bell or not.
PORTAL: tuple[Channel, ...] = ("ent", "vie_scolaire", "visio")
CHANNEL_CODE: dict[Channel, int] = {channel: code for code, channel in enumerate(CHANNELS)}
Bell = Literal["ent", "sms", "courriel"]  # what rings, by how long it takes to be answered
SeenAndWhyNot = tuple[np.ndarray, np.ndarray]
Way = Callable[[Prepared, "Deliveries"], SeenAndWhyNot]

REASONS = Labels(
    (
        "informe",
        "non_destinataire",
        "ecriture_fermee",
        "compte_non_active",
        "sans_equipement",
        "ne_se_connecte_pas",
        "numero_inconnu",
        "adresse_inconnue",
        "appel_sans_reponse",
        "papier_perdu",
        "papier_autre_foyer",
        "affiche_non_vue",
        "jamais_ouvert",
        "retenu",
        "vu_trop_tard",
        "non_compris",
    ),
    lambda reason: phrase(f"raison-{reason}"),
)
REASON_CODE = {name: code for code, name in enumerate(REASONS)}


def reach(people: People) -> np.ndarray:
    """Return (people, channels) of 0 and 1: whom each channel can reach at all."""
    always = np.ones(len(people.ids), dtype=bool)
    needs = {
        "ent": people.online,
        "vie_scolaire": people.online,
        "visio": people.online,
        "sms": people.phone_known,
        "telephone": people.phone_known,
        "courriel": people.mail_known,
    }
    return np.column_stack([needs.get(name, always) for name in CHANNELS]).astype(np.int8)


@dataclass(frozen=True, eq=False)
class Deliveries:
    """What a channel needs to know of each row that it carries, in parallel arrays."""

    row: np.ndarray
    person: np.ndarray
    release_day: np.ndarray
    released: np.ndarray
    notified: np.ndarray
    attention: np.ndarray


def seen_on(part: Prepared, channel: np.ndarray, deliveries: Deliveries) -> tuple[np.ndarray, np.ndarray]:
    """Return when each delivery is seen (NEVER if it is not) and the code of the reason that holds in that case."""
    seen = np.full(len(channel), NEVER, dtype=np.int32)
    why_not = np.zeros(len(channel), dtype=np.int8)
    ways: dict[Way, tuple[Channel, ...]] = {
        _by_portal: PORTAL,
        _by_sms: ("sms",),
        _by_mail: ("courriel",),
        _by_phone: ("telephone",),
        _by_booklet: ("carnet",),
        _by_notice_board: ("affichage",),
    }
    for way, names in ways.items():
        which = np.flatnonzero(np.array([name in names for name in CHANNELS]).take(channel))
        if which.size:
            seen[which], why_not[which] = way(
                part, deliveries if len(which) == len(channel) else take(deliveries, which)
            )
    # Not written, not seen; and nobody sees what has not been released.
    return chosen(deliveries.released < NEVER, seen, NEVER), why_not


def attention_left(fatigue: Fatigue, rings: np.ndarray) -> np.ndarray:
    """Return the share of attention left (0 to 1) to who is rung that many times in a week."""
    tired = 1 - fatigue.baisse * np.maximum(0, rings - fatigue.seuil_par_semaine)
    return np.maximum(fatigue.plancher, tired)


def bell_answered(part: Prepared, channel: Channel) -> np.ndarray:
    """Return by person how likely a notification of a channel is acted on (0 to 1), with all their attention."""
    people = part.people
    if channel in PORTAL:
        return people.opens
    if channel == "courriel":
        return people.opens_mail
    return np.full(len(people.ids), part.hypotheses.reaction.ouvre_sms if channel == "sms" else 0.0)


def _wakes(part: Prepared, person: np.ndarray, time: np.ndarray) -> np.ndarray:
    """Move times out of each person's sleep."""
    by_day, by_night, _ = part.timing.awake
    time = np.minimum(time, NEVER)
    awake = by_day(time)
    night = np.flatnonzero(part.people.night.take(person))
    awake[night] = by_night(time.take(night))
    return awake


def _after_bell(part: Prepared, deliveries: Deliveries, channel: Bell) -> np.ndarray:
    """Return when a notification is acted on: some never, others after an exponential delay of a median."""
    probability = bell_answered(part, channel).take(deliveries.person) * deliveries.attention
    median_min = part.hypotheses.reaction.delai_median_min[channel]
    opens = (part.draws.reacts.take(deliveries.row) < probability) & (deliveries.notified < NEVER)
    delay = (part.halvings.take(deliveries.row) * median_min).astype(np.int32)
    return chosen(opens, _wakes(part, deliveries.person, deliveries.notified + delay), NEVER)


def _by_portal(part: Prepared, deliveries: Deliveries) -> SeenAndWhyNot:
    """ENT, vie scolaire, visio: when the bell is answered, or at the next visit, whichever comes first."""
    people, person = part.people, deliveries.person
    answered = _after_bell(part, deliveries, "ent")
    visits, day = people.visit.ravel(), person * np.int32(people.visit.shape[1]) + deliveries.release_day
    visit = visits.take(day)
    # The visit of the day itself, unless it came before what there is to see.
    past = np.flatnonzero(visit < deliveries.released)
    visit[past] = visits.take(day.take(past) + 1)
    seen = chosen(people.online.take(person), np.minimum(answered, visit), NEVER)
    return seen, _why_not_online(people).take(person)


def _why_not_online(people: People) -> np.ndarray:
    """Return by person the reason for which a message of the ENT that is never seen is not: worked out once each."""
    reason = np.full(len(people.ids), REASON_CODE["jamais_ouvert"], dtype=np.int8)
    reason[~people.online] = REASON_CODE["ne_se_connecte_pas"]
    reason[~people.equipped] = REASON_CODE["sans_equipement"]
    reason[~people.account] = REASON_CODE["compte_non_active"]
    return reason


def _if_known(known: np.ndarray, seen: np.ndarray, unknown: str) -> SeenAndWhyNot:
    """What was sent to an address that the school does not have, or has wrong, is never seen."""
    return chosen(known, seen, NEVER), np.where(known, REASON_CODE["jamais_ouvert"], REASON_CODE[unknown])


def _by_sms(part: Prepared, deliveries: Deliveries) -> SeenAndWhyNot:
    known = part.people.phone_known.take(deliveries.person)
    return _if_known(known, _after_bell(part, deliveries, "sms"), "numero_inconnu")


def _by_mail(part: Prepared, deliveries: Deliveries) -> SeenAndWhyNot:
    known = part.people.mail_known.take(deliveries.person)
    return _if_known(known, _after_bell(part, deliveries, "courriel"), "adresse_inconnue")


def _by_phone(part: Prepared, deliveries: Deliveries) -> SeenAndWhyNot:
    """Calls in office hours, some hours apart, until one is answered or the last has been made."""
    phone, people = part.hypotheses.phone, part.people
    answers = np.where(people.night.take(deliveries.person), phone.repond_travail_nuit, phone.repond)
    # Number of the first call that is answered, from the one draw: geometric, by its inverse distribution.
    misses = np.clip(1 - answers, 1e-9, 1 - 1e-9)
    call = np.floor(np.log(part.draws.call.take(deliveries.row), dtype=np.float64) / np.log(misses)).astype(int)
    office, apart = part.timing.awake[2], part.hypotheses.moments.appels_ecart_min
    time = office(np.minimum(deliveries.released + phone.delai_min, NEVER))
    for number in range(1, phone.appels):
        time = chosen(call >= number, office(np.minimum(time + apart, NEVER)), time)
    known = people.phone_known.take(deliveries.person)
    seen = chosen(known & (call < phone.appels), time, NEVER)
    return seen, np.where(known, REASON_CODE["appel_sans_reponse"], REASON_CODE["numero_inconnu"])


def _by_booklet(part: Prepared, deliveries: Deliveries) -> SeenAndWhyNot:
    """Paper leaves with the pupil, reaches the home where they sleep, unless it stays in the bag."""
    draws, paper, kind, row = part.draws, part.hypotheses.paper, part.school.kind, deliveries.row
    leaves = part.timing.next_leave(deliveries.released)
    pupil = part.people.kind.take(deliveries.person) == PUPIL
    same_evening = paper.lu_le_soir_meme[kind]
    read = part.hypotheses.moments.papier
    spread = (read.avant_min - read.des_min) * draws.evening.take(row).astype(np.float64)
    evening = leaves + read.des_min + spread.astype(np.int32)
    evening = chosen(draws.call.take(row) < same_evening, evening, evening + DAY_MIN)
    lost = (draws.paper.take(row) < paper.perdu[kind]) & ~pupil
    elsewhere = draws.home.take(row) >= part.rows.residence.take(row)
    seen = chosen(lost | elsewhere | (leaves >= NEVER), NEVER, evening)
    return chosen(pupil, leaves, seen), np.where(lost, REASON_CODE["papier_perdu"], REASON_CODE["papier_autre_foyer"])


def _by_notice_board(part: Prepared, deliveries: Deliveries) -> SeenAndWhyNot:
    """A notice at the gate, seen by who comes there when pupils leave."""
    passes = part.draws.paper.take(deliveries.row) < part.hypotheses.paper.affiche_vue[part.school.kind]
    pupil = part.people.kind.take(deliveries.person) == PUPIL
    seen = chosen(passes | pupil, part.timing.next_leave(deliveries.released), NEVER)
    return seen, np.full(len(deliveries.row), REASON_CODE["affiche_non_vue"])
