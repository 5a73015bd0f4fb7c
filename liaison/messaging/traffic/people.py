"""Ce que la simulation sait de chacun : accès, habitudes, profil."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from liaison.messaging.traffic.clock import NEVER, Clock
from liaison.messaging.traffic.draws import identifiers, uniform
from liaison.messaging.traffic.hypotheses import SimulationHypotheses, range_of
from liaison.messaging.traffic.traffic import PUPIL, RESPONSABLE, STAFF
from liaison.messaging.vocabulary import PROFILES
from liaison.school.tables import School

KIND_OF_PROFILE = {
    "responsable": RESPONSABLE,
    "eleve": PUPIL,
    "enseignant": STAFF,
    "personnel": STAFF,
    "invite": STAFF,
}


@dataclass(frozen=True, eq=False)
class People:
    """One entry per person of the school, in parallel arrays, in the order of `ids`."""

    ids: pd.Index
    key: np.ndarray  # uint64
    kind: np.ndarray  # int8: RESPONSABLE, PUPIL or STAFF
    online: np.ndarray  # bool: an activated account, a device, a connection, and the habit of using them
    account: np.ndarray  # bool: the account has been activated
    equipped: np.ndarray  # bool
    phone_known: np.ndarray
    mail_known: np.ndarray
    opens: np.ndarray  # float64: how likely a notification of the ENT is opened, before fatigue
    opens_mail: np.ndarray
    night: np.ndarray  # bool: works at night
    reads: np.ndarray  # int16: position in `languages` of the language read easily, 0 for French
    languages: tuple[str, ...]
    shared: np.ndarray  # bool: lets their child use the account
    profile: np.ndarray  # int8: position in PROFILES, of a responsable
    habit: np.ndarray  # how often they open the ENT unprompted, as `habitude` says it
    visit: np.ndarray  # int32 (people, days + 1): next spontaneous visit at or after a day, NEVER without


def people_of(school: School, clock: Clock, hypotheses: SimulationHypotheses, seed: int) -> People:
    """Return what the simulation needs of each person; `school.people` gives its columns their meaning."""
    table = school.people
    kind = table["profil"].map(KIND_OF_PROFILE).to_numpy().astype(np.int8)
    parent = kind == RESPONSABLE

    def text(column: str, default: str) -> np.ndarray:
        """What a responsable's column says; `default` for everybody else and where it is blank."""
        return table[column].where(parent).fillna(default).astype(str).to_numpy()

    def flag(column: str, default: bool) -> np.ndarray:
        values = table[column].where(parent).astype("object")
        return values.where(values.notna(), default).astype(bool).to_numpy()

    skill = text("competences", "autonome")
    equipped = (text("equipement", "ordinateur") != "aucun") & (text("connexion", "fixe") != "aucune")
    account = table["compte_active"].astype("object").fillna(value=True).astype(bool).to_numpy()
    reads_french = flag("lit_francais", True)
    language = np.where(reads_french, "fr", text("langue", "fr"))
    languages = ("fr", *sorted(set(language) - {"fr"}))
    # Somebody who does not read French easily and asks for no other language understands no written one.
    unreadable = ~reads_french & (language == "fr")
    reaction = hypotheses.reaction
    opens = np.select(
        [kind == PUPIL, kind == STAFF],
        [reaction.eleve_ouvre, reaction.personnel_ouvre],
        pd.Series(skill).map(reaction.ouvre).to_numpy(),
    )
    night = flag("travail_nuit", False)
    key, habit = identifiers(table["id"]), text("habitude", "quotidienne")
    return People(
        ids=pd.Index(table["id"]),
        key=key,
        kind=kind,
        online=account & equipped & (skill != "non_utilisateur"),
        account=account,
        equipped=equipped,
        phone_known=flag("telephone_connu", True),
        mail_known=flag("courriel_connu", True) & equipped,
        opens=opens,
        opens_mail=pd.Series(skill).map(reaction.ouvre_courriel).to_numpy(),
        night=night,
        reads=np.where(unreadable, -1, pd.Index(languages).get_indexer(language)).astype(np.int16),
        languages=languages,
        shared=flag("compte_partage", False),
        profile=_profile(equipped, account, reads_french, skill, night, text("equipement", "ordinateur")),
        habit=habit,
        visit=_visits(clock, habit, night, key, hypotheses, seed),
    )


def on_draw(people: People, clock: Clock, hypotheses: SimulationHypotheses, seed: int) -> People:
    """Return the same people on another draw: they open the ENT at other times."""
    return replace(people, visit=_visits(clock, people.habit, people.night, people.key, hypotheses, seed))


def _profile(
    equipped: np.ndarray,
    account: np.ndarray,
    reads_french: np.ndarray,
    skill: np.ndarray,
    night: np.ndarray,
    device: np.ndarray,
) -> np.ndarray:
    """Return the position in PROFILES: what stands most in the way comes first."""
    conditions = [~equipped, ~account, ~reads_french, skill != "autonome", night, device == "smartphone"]
    names = [
        "sans_equipement",
        "compte_non_active",
        "lit_mal_francais",
        "peu_a_l_aise",
        "travail_nuit",
        "smartphone_seul",
    ]
    return np.select(conditions, [PROFILES.index(name) for name in names], 0).astype(np.int8)


def _visits(
    clock: Clock, habit: np.ndarray, night: np.ndarray, key: np.ndarray, hypotheses: SimulationHypotheses, seed: int
) -> np.ndarray:
    """Return, for each person and day, the next moment at which they open the ENT unprompted."""
    days = len(clock.calendar)
    per_day = pd.Series(habit).map(hypotheses.visits).to_numpy()
    opens = uniform(seed, "visite", key[:, None], np.arange(days)[None, :]) < per_day[:, None]
    hour = uniform(seed, "heure de visite", key)
    day_start, day_end = range_of(hypotheses.moments.visite)
    night_start, night_end = range_of(hypotheses.moments.visite_travail_nuit)
    start, end = np.where(night, night_start, day_start), np.where(night, night_end, day_end)
    minute = (start + (end - start) * hour).astype(np.int32)
    at = np.where(opens, clock.at_minutes(minute), NEVER)
    later = np.minimum.accumulate(at[:, ::-1], axis=1)[:, ::-1]
    return np.concatenate([later, np.full((len(key), 2), NEVER)], axis=1).astype(np.int32)
