"""Comment chaque canal atteint quelqu'un, ou ne l'atteint pas, et pourquoi."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from liaison.messaging.clock import DAY_MIN, NEVER
from liaison.messaging.people import People
from liaison.messaging.prepared import Prepared
from liaison.messaging.traffic import PUPIL
from liaison.messaging.vocabulary import CHANNELS, Channel

CHANNEL_CODE: dict[Channel, int] = {channel: code for code, channel in enumerate(CHANNELS)}
DIGITAL: tuple[Channel, ...] = ("ent", "vie_scolaire", "sms", "courriel", "visio")
Seen = tuple[np.ndarray, np.ndarray]
Way = Callable[[Prepared, np.ndarray, np.ndarray, np.ndarray, np.ndarray], Seen]

REASONS = {
    "informe": "Informé à temps",
    "non_destinataire": "L'école n'écrit qu'à un responsable",
    "ecriture_fermee": "La messagerie ne permet pas d'écrire",
    "compte_non_active": "Compte non activé",
    "sans_equipement": "Pas d'appareil ou de connexion",
    "ne_se_connecte_pas": "Ne se sert pas de l'ENT",
    "numero_inconnu": "Pas de numéro exact",
    "adresse_inconnue": "Pas d'adresse électronique exacte",
    "appel_sans_reponse": "Appels sans réponse",
    "papier_perdu": "Papier resté dans le sac",
    "papier_autre_foyer": "Papier parti dans l'autre foyer",
    "affiche_non_vue": "Affiche non vue",
    "jamais_ouvert": "Jamais ouvert",
    "retenu": "Retenu par un réglage jusqu'à ce qu'il soit trop tard",
    "vu_trop_tard": "Vu trop tard",
    "non_compris": "Vu, mais non compris",
}
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


def seen_on(
    prepared: Prepared, row: np.ndarray, channel: np.ndarray, released: np.ndarray, notified: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return when each leg is seen (NEVER if it is not) and the code of the reason that holds in that case."""
    attention = _attention(prepared, row, notified)
    seen = np.full(len(row), NEVER, dtype=np.int32)
    why_not = np.zeros(len(row), dtype=np.int8)
    ways: dict[Channel, Way] = {
        "ent": _by_portal,
        "vie_scolaire": _by_portal,
        "visio": _by_portal,
        "sms": _by_sms,
        "courriel": _by_mail,
        "telephone": _by_phone,
        "carnet": _by_booklet,
        "affichage": _by_notice_board,
    }
    for name, way in ways.items():
        which = np.flatnonzero(channel == CHANNEL_CODE[name])
        if which.size:
            seen[which], why_not[which] = way(prepared, row[which], released[which], notified[which], attention[which])
    # Not written, not seen; and nobody sees what has not been released.
    seen[released >= NEVER] = NEVER
    return seen, why_not


def _attention(prepared: Prepared, row: np.ndarray, notified: np.ndarray) -> np.ndarray:
    """Return by leg the share of attention left (0 to 1) after the notifications of that recipient's week."""
    fatigue = prepared.hypotheses.fatigue
    weeks = len(prepared.clock.calendar) // 7 + 2
    # What never rings is counted in a week of its own, which nobody looks at.
    week = np.where(notified < NEVER, prepared.clock.week_of(notified), weeks - 1)
    place = prepared.rows.recipient[row] * weeks + week
    load = np.bincount(place, minlength=len(prepared.people.ids) * weeks)[place]
    tired = 1 - fatigue.baisse * np.maximum(0, load - fatigue.seuil_par_semaine)
    return np.maximum(fatigue.plancher, tired)


def _wakes(prepared: Prepared, person: np.ndarray, time: np.ndarray) -> np.ndarray:
    """Move times out of each person's sleep."""
    by_day, by_night, _ = prepared.awake
    time = np.minimum(time, NEVER)
    night = prepared.people.night[person]
    awake = by_day(time)
    awake[night] = by_night(time[night])
    return awake


def _after_bell(
    prepared: Prepared, row: np.ndarray, notified: np.ndarray, probability: np.ndarray, median_min: float
) -> np.ndarray:
    """Return when a notification is acted on: some never, others after an exponential delay of this median."""
    opens = (prepared.draws.reacts[row] < probability) & (notified < NEVER)
    # In double precision: a single-precision logarithm differs between processors, by a minute here and there.
    delay = (-np.log2(prepared.draws.delay[row], dtype=np.float64) * median_min).astype(np.int32)
    return np.where(opens, _wakes(prepared, prepared.rows.recipient[row], notified + delay), NEVER)


def _by_portal(
    prepared: Prepared, row: np.ndarray, released: np.ndarray, notified: np.ndarray, attention: np.ndarray
) -> Seen:
    """ENT, vie scolaire, visio: when the bell is answered, or at the next visit, whichever comes first."""
    people, person = prepared.people, prepared.rows.recipient[row]
    median = prepared.hypotheses.reaction.delai_median_min["ent"]
    answered = _after_bell(prepared, row, notified, people.opens[person] * attention, median)
    day = prepared.clock.day_of(released)
    visit = people.visit[person, day]
    visit = np.where(visit >= released, visit, people.visit[person, day + 1])
    seen = np.where(people.online[person], np.minimum(answered, visit), NEVER)
    return seen, _why_not_online(people)[person]


def _why_not_online(people: People) -> np.ndarray:
    """Return by person the reason for which a message of the ENT that is never seen is not: worked out once each."""
    reason = np.full(len(people.ids), REASON_CODE["jamais_ouvert"], dtype=np.int8)
    reason[~people.online] = REASON_CODE["ne_se_connecte_pas"]
    reason[~people.equipped] = REASON_CODE["sans_equipement"]
    reason[~people.account] = REASON_CODE["compte_non_active"]
    return reason


def _if_known(known: np.ndarray, seen: np.ndarray, unknown: str) -> Seen:
    """What was sent to an address that the school does not have, or has wrong, is never seen."""
    return np.where(known, seen, NEVER), np.where(known, REASON_CODE["jamais_ouvert"], REASON_CODE[unknown])


def _by_sms(
    prepared: Prepared, row: np.ndarray, released: np.ndarray, notified: np.ndarray, attention: np.ndarray
) -> Seen:
    reaction, known = prepared.hypotheses.reaction, prepared.people.phone_known[prepared.rows.recipient[row]]
    seen = _after_bell(prepared, row, notified, reaction.ouvre_sms * attention, reaction.delai_median_min["sms"])
    return _if_known(known, seen, "numero_inconnu")


def _by_mail(
    prepared: Prepared, row: np.ndarray, released: np.ndarray, notified: np.ndarray, attention: np.ndarray
) -> Seen:
    people, person = prepared.people, prepared.rows.recipient[row]
    median = prepared.hypotheses.reaction.delai_median_min["courriel"]
    seen = _after_bell(prepared, row, notified, people.opens_mail[person] * attention, median)
    return _if_known(people.mail_known[person], seen, "adresse_inconnue")


def _by_phone(
    prepared: Prepared, row: np.ndarray, released: np.ndarray, notified: np.ndarray, attention: np.ndarray
) -> Seen:
    """Calls in office hours, some hours apart, until one is answered or the last has been made."""
    phone, people, person = prepared.hypotheses.phone, prepared.people, prepared.rows.recipient[row]
    answers = np.where(people.night[person], phone.repond_travail_nuit, phone.repond)
    # Number of the first call that is answered, from the one draw: geometric, by its inverse distribution.
    misses = np.clip(1 - answers, 1e-9, 1 - 1e-9)
    call = np.floor(np.log(prepared.draws.call[row], dtype=np.float64) / np.log(misses)).astype(int)
    office, apart = prepared.awake[2], prepared.hypotheses.moments.appels_ecart_min
    time = office(np.minimum(released + phone.delai_min, NEVER))
    for number in range(1, phone.appels):
        time = np.where(call >= number, office(np.minimum(time + apart, NEVER)), time)
    known = people.phone_known[person]
    seen = np.where(known & (call < phone.appels), time, NEVER)
    return seen, np.where(known, REASON_CODE["appel_sans_reponse"], REASON_CODE["numero_inconnu"])


def _by_booklet(
    prepared: Prepared, row: np.ndarray, released: np.ndarray, notified: np.ndarray, attention: np.ndarray
) -> Seen:
    """Paper leaves with the pupil, reaches the home where they sleep, unless it stays in the bag."""
    draws, paper, kind = prepared.draws, prepared.hypotheses.paper, prepared.school.kind
    leaves = prepared.next_leave(released)
    pupil = prepared.kind[row] == PUPIL
    same_evening = paper.lu_le_soir_meme[kind]
    read = prepared.hypotheses.moments.papier
    spread = (read.avant_min - read.des_min) * draws.evening[row].astype(np.float64)
    evening = leaves + read.des_min + spread.astype(np.int32)
    evening = np.where(draws.call[row] < same_evening, evening, evening + DAY_MIN)
    lost = (draws.paper[row] < paper.perdu[kind]) & ~pupil
    elsewhere = draws.home[row] >= prepared.rows.residence[row]
    seen = np.where(pupil, leaves, np.where(lost | elsewhere | (leaves >= NEVER), NEVER, evening))
    return seen, np.where(lost, REASON_CODE["papier_perdu"], REASON_CODE["papier_autre_foyer"])


def _by_notice_board(
    prepared: Prepared, row: np.ndarray, released: np.ndarray, notified: np.ndarray, attention: np.ndarray
) -> Seen:
    """A notice at the gate, seen by who comes there when pupils leave."""
    passes = prepared.draws.paper[row] < prepared.hypotheses.paper.affiche_vue[prepared.school.kind]
    seen = np.where(passes | (prepared.kind[row] == PUPIL), prepared.next_leave(released), NEVER)
    return seen, np.full(len(row), REASON_CODE["affiche_non_vue"])
