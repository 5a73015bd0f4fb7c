"""Ce que le modèle donne en face de ce qui a été publié : `python -m tests.published_facts`.

Nothing here is tuned: the hypotheses are those of the suite. Each line says whether the figure goes in (an input),
comes out (a prediction), or is not in the model at all, and how far off it is.
"""

from __future__ import annotations

import datetime as dt
import platform
from dataclasses import dataclass

import numpy as np
import pandas as pd

from liaison.base.numbers import number
from liaison.messaging.delivery.simulate import Period, deliver
from liaison.messaging.policy.policy import Policy, load_policy
from liaison.messaging.reading.indicators import indicators
from liaison.messaging.traffic.hypotheses import SimulationHypotheses, load_hypotheses, with_values
from liaison.messaging.traffic.prepared import Prepared, prepare
from liaison.messaging.vocabulary import PURPOSES
from liaison.school.fictitious.aggregates import load_preset
from liaison.school.fictitious.generator import generate
from liaison.school.tables import School

SCHOOL, SEED = "college_urbain_mixte", 7
START, WEEKS, YEAR_WEEKS = dt.date(2026, 11, 2), 6, 36
KIND = "college"
BERGMAN = "Bergman, Lasky-Fink et Rogers 2020"
CORTES = "Cortes, Fricke, Loeb, Song et York 2021"


@dataclass(frozen=True)
class Fact:
    """A published fact, what the model says in front of it, and what that is worth."""

    fact: str
    source: str
    role: str  # entrée, prédiction, absent
    published: str
    model: str
    gap: str


def school(**changes: object) -> School:
    return generate(load_preset(SCHOOL).changed(**changes), SEED)


def prepared(
    place: School, weeks: int = WEEKS, hypotheses: SimulationHypotheses | None = None, start: dt.date = START
) -> Prepared:
    return prepare(place, Period(start, weeks), SEED, hypotheses)


def only(purpose: str, rate: float) -> SimulationHypotheses:
    """The hypotheses of the suite, with the messages of one purpose only, at a rate a week."""
    rates = {name: {"par_semaine": {KIND: rate if name == purpose else 0.0}} for name in PURPOSES}
    return with_values(load_hypotheses(START), {"traffic": rates})


def enrolment() -> list[Fact]:
    """Accounts: the model takes the share enrolled, and says who is then informed."""
    ways = {"sur demande": (0.01, "moins de 1 %"), "simplifiée": (0.11, "11 %"), "d'office": (0.95, "95 %")}
    found = []
    for way, (share, published) in ways.items():
        reach = indicators(deliver(prepared(school(accounts_activated=share)), load_policy("vie_scolaire"))).reach
        found.append(
            Fact(
                f"inscription {way} des parents",
                BERGMAN,
                "entrée",
                published,
                f"si {percent(share)} des comptes sont activés, {percent(reach.share)} des messages informent à temps",
                "rien de publié en face de la prédiction",
            )
        )
    supposed = float(school().responsables["compte_active"].mean())
    last = "entre l'inscription simplifiée (11 %) et d'office (95 %)"
    return [
        *found,
        Fact("comptes activés supposés par la suite", BERGMAN, "entrée", "1 à 95 %", percent(supposed), last),
    ]


def one_call_by_weekday() -> np.ndarray:
    """Return the share of first calls answered, Monday to Friday."""
    hypotheses = with_values(only("circulaire", 5.0), {"phone": {"appels": 1}})
    table = deliver(prepared(school(), hypotheses=hypotheses), by("telephone")).table()
    known = table[table["reason"] != "numero_inconnu"]
    # A call of Friday 17:45 is made on Monday: only those made the same day are counted.
    known = known[known["released_at"].dt.hour < 17]
    answered = known["seen_at"].notna().groupby(known["released_at"].dt.day_of_week).mean()
    return answered.reindex(range(5)).to_numpy()


def by(channel: str) -> Policy:
    """Everything at once, on one channel."""
    policy = load_policy("tout_tout_de_suite")
    for purpose in PURPOSES:
        policy = policy.with_purpose(purpose, channels=(channel,))
    return policy


def opened_per_week(texts: int) -> tuple[float, float]:
    """Return the share of texts opened within a day, and how many that makes a week, for who has a known number."""
    table = deliver(prepared(school(), hypotheses=only("circulaire", float(texts))), by("sms")).table()
    known = table[table["reason"] != "numero_inconnu"]
    opened = float(((known["seen_at"] - known["notified_at"]) < pd.Timedelta(days=1)).mean())
    return opened, opened * texts


def ever_on_the_portal() -> float:
    """Return the share of responsables who saw at least one message on the portal in a school year."""
    place = school()
    table = deliver(prepared(place, YEAR_WEEKS, start=dt.date(2026, 9, 1)), load_policy("vie_scolaire")).table()
    seen = table.loc[table["seen_at"].notna() & (table["recipient_kind"] == "responsables"), "recipient"]
    return seen.nunique() / len(place.responsables)


def facts() -> list[Fact]:
    """Return every fact with what the model says of it, in the order of the documentation."""
    calls = one_call_by_weekday()
    opened = {texts: opened_per_week(texts) for texts in (1, 3, 5, 10)}
    ratio = opened[5][1] / opened[3][1]
    portal = ever_on_the_portal()
    shares = ", ".join(f"{texts} : {percent(share)}" for texts, (share, _) in opened.items())
    return [
        *enrolment(),
        Fact(
            "les appels répondus baissent au fil de la semaine",
            "sens seulement, sans chiffre lu",
            "prédiction",
            "baisse du lundi au vendredi",
            f"lundi {percent(calls[0])}, vendredi {percent(calls[4])}",
            "le modèle ne le donne pas : la même probabilité chaque jour",
        ),
        Fact(
            "cinq textes par semaine ne font pas mieux que trois",
            CORTES,
            "prédiction",
            "rapport des effets de 1 au plus",
            f"textes ouverts, 5 contre 3 : rapport {number(ratio, least=2)}",
            "le modèle compte des lectures, l'étude des acquis : il surestime ce qu'ajoutent les derniers",
        ),
        Fact(
            "l'attention baisse quand les textes se multiplient",
            "Fricke, Kalogrides et Loeb 2018",
            "entrée (le sens)",
            "plus de textes, plus d'abandons",
            f"part ouverte selon les textes par semaine, {shares}",
            "le sens est mis dans le modèle : le retrouver ne prouve rien",
        ),
        Fact(
            "qui quitte l'envoi de messages",
            "cohorte Kaiser, Colorado (santé)",
            "absent",
            "2,5 %",
            "0 % : personne ne se désinscrit",
            "le modèle surestime ce qui atteint les plus sollicités",
        ),
        Fact(
            "parents qui se sont connectés au moins une fois",
            "un comté des États-Unis, cité après Bergman",
            "prédiction, d'après des comptes supposés",
            "27 %",
            f"{percent(portal)} sur une année scolaire",
            f"{round(100 * (portal - 0.27))} points de plus : un autre pays, d'autres comptes",
        ),
    ]


def percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def table(found: list[Fact]) -> str:
    """Return the facts as the table of docs/modele_messagerie.md."""
    lines = ["| fait publié | source | rôle | publié | modèle | écart |", "|---|---|---|---|---|---|"]
    lines += [
        f"| {one.fact} | {one.source} | {one.role} | {one.published} | {one.model} | {one.gap} |" for one in found
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(facts()))
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    print(f"\n{SCHOOL}, graine {SEED}, {dt.date.today():%d/%m/%Y}, {machine}.")
