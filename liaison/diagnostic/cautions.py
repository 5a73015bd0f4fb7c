"""Ce qu'il faut lire avec les chiffres : qui n'a pas répondu, et ce qu'une collecte en ligne ne voit pas."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from liaison.base.typography import typeset
from liaison.diagnostic.tabulation import EQUIPMENT_AXIS, SKILLS_AXIS

ONLINE = "en_ligne"
LACKING = (
    (EQUIPMENT_AXIS, "insuffisant", "un équipement insuffisant"),
    (SKILLS_AXIS, "debutant", "débutent avec l'ENT"),
)
MOST_ONLINE = 0.9  # au-delà, la collecte est dite en ligne
CORNERED = (
    "Qui sait combien de familles compte chaque niveau peut deviner, à quelques-unes près, combien ont répondu dans un "
    "niveau caché : il compte trop peu de familles, ou presque toutes ont répondu. Réunir les petits niveaux avant de "
    "publier."
)
NOT_GIVEN = (
    "Le nombre de familles de l'école n'est pas donné : pas de taux de réponse, pas de pondération, et des intervalles "
    "plus larges qu'il ne faut."
)

WHOLE_ONLY = "Les nombres sont donnés pour l'ensemble des réponses seulement : aucun ne l'est par groupe."


def warnings_of(
    table: pd.DataFrame, response: pd.DataFrame, answers: int | None, families: int | None, others: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return sentences to show beside the figures, from published figures only.

    `families`: of the school, None when they are not known or not usable; `others`: what else is to be said.
    """
    if answers is None:
        return (typeset("Trop peu de réponses pour publier un seul chiffre : rien n'est montré."),)
    alone = WHOLE_ONLY if set(table["groupe"]) == {"ensemble"} else ""
    found = [_online(response, answers), *_silent(table, answers, families), *others, alone]
    return tuple(typeset(sentence) for sentence in found if sentence)


def _online(response: pd.DataFrame, answers: int) -> str:
    alone = response[(response["niveau"] == "ensemble") & (response["mode"] == ONLINE)]
    online = alone["reponses"].iloc[0] if len(alone) else 0
    if pd.isna(online) or not answers or online < MOST_ONLINE * answers:
        return ""
    whole = "Toutes les réponses sont venues" if online == answers else f"{online} réponses sur {answers} sont venues"
    return (
        f"{whole} en ligne : les familles sans ordinateur, sans connexion ou peu à l'aise avec l'écran répondent moins "
        "par ce chemin, et certaines ne le peuvent pas. L'équipement et l'aisance paraissent meilleurs qu'ils ne sont. "
        "Proposer aussi le papier et le téléphone, d'abord aux familles qui n'ont pas répondu."
    )


def _silent(table: pd.DataFrame, answers: int, families: int | None) -> list[str]:
    """Return between which numbers the truth lies, whatever the families that did not answer would have said."""
    if families is None or families == answers:
        return []
    silent = families - answers
    found = [f"{silent} familles sur {families} n'ont pas répondu : les intervalles ne disent rien d'elles."]
    for question, value, words in LACKING:
        rows = table[(table["groupe"] == "ensemble") & (table["question"] == question) & (table["valeur"] == value)]
        count = rows["effectif"].iloc[0] if len(rows) else pd.NA
        if not pd.isna(count):
            verb = "ont " if question == EQUIPMENT_AXIS else ""
            found.append(
                f"Entre {count} et {count + silent} familles sur {families} {verb}{words}, selon ce que vivent celles "
                "qui n'ont pas répondu."
            )
    return found
