"""The week, tables, charts and before/after of the kit, each in every state: empty, filled, in error, disabled."""

from __future__ import annotations

import datetime as dt

from liaison.rules import rule
from widgets.kit.badge import badge_of
from widgets.kit.data_table import DataTable
from widgets.kit.matrix import Matrix
from widgets.kit.part import Part
from widgets.kit.week_grid import WeekGrid, empty_week

QUIET_RULE = "messagerie/plage_silencieuse"
ON = dt.date(2025, 9, 1)


def quiet_week() -> list[list[bool]]:
    """Return a week painted from 20:00 to 07:00 and from Friday 20:00 to Monday 07:00."""
    week = empty_week()
    for day in range(7):
        for half_hour in range(48):
            week[day][half_hour] = half_hour >= 40 or half_hour < 14 or day > 4
    return week


def weeks() -> list[tuple[str, Part]]:
    """Return the week grid: empty, painted with its badge, in error, disabled."""
    help_text = "Les heures peintes n'envoient aucune notification ; les messages attendent."
    names = {"painted_label": "aucune notification", "free_label": "notifications possibles"}
    return [
        ("vide", WeekGrid(label="Heures sans notification pour les élèves", help=help_text, **names)),
        (
            "peinte",
            WeekGrid(
                label="Heures sans notification pour les familles",
                help=help_text,
                value=quiet_week(),
                badge=badge_of(rule(QUIET_RULE, ON)),
                **names,
            ),
        ),
        (
            "erreur",
            WeekGrid(
                label="Heures sans notification, fichier refusé",
                error="Le fichier ne compte que six jours. La semaine précédente est gardée ; ouvrez un autre fichier.",
                value=quiet_week(),
                **names,
            ),
        ),
        ("inactive", WeekGrid(label="Heures décidées par l'académie", value=quiet_week(), disabled=True, **names)),
    ]


CHANNELS = [
    {"value": "ent", "label": "ENT"},
    {"value": "vie_scolaire", "label": "Logiciel de vie scolaire"},
    {"value": "papier", "label": "Carnet papier"},
]


def matrices() -> list[tuple[str, Part]]:
    """Return the matrix: filled with choices and boxes, empty, in error, disabled."""
    rows = [
        {"id": "absence", "label": "Absence", "badge": badge_of(rule(QUIET_RULE, ON))},
        {"id": "devoirs", "label": "Devoirs"},
        {"id": "reunion", "label": "Réunion avec les familles"},
    ]
    columns = [
        {"id": "canal", "label": "Canal", "kind": "select", "options": CHANNELS},
        {"id": "papier", "label": "Aussi sur papier", "kind": "checkbox"},
    ]
    value = {"absence": {"canal": "vie_scolaire", "papier": False}, "devoirs": {"canal": "ent", "papier": True}}
    texts = {"corner": "Objet du message", "columns": columns, "rows": rows}
    return [
        ("remplie", Matrix(label="Par où passe chaque message", value=value, **texts)),
        ("vide", Matrix(label="Par où passent les messages de la cantine", corner="Objet", columns=columns)),
        (
            "erreur",
            Matrix(
                label="Par où passe chaque message, à revoir",
                error="Deux canaux portent les devoirs. Rien n'est perdu ; choisissez-en un.",
                value=value,
                **texts,
            ),
        ),
        ("inactive", Matrix(label="Ce que l'académie a décidé", value=value, disabled=True, **texts)),
    ]


def tables() -> list[tuple[str, Part]]:
    """Return the data table: sorted by its header, with a missing value, and empty."""
    columns = [
        {"id": "profil", "label": "Profil de famille"},
        {"id": "informees", "label": "Informées à temps", "numeric": True, "unit": "familles"},
        {"id": "part", "label": "Part", "numeric": True, "unit": "%"},
    ]
    rows = [
        {"profil": "Deux responsables, ordinateur", "informees": 148, "part": 98.7},
        {"profil": "Smartphone seul", "informees": 71, "part": 88.8},
        {"profil": "Sans compte activé", "informees": 3, "part": 12.5},
        {"profil": "Travail de nuit", "informees": 0, "part": None},
    ]
    sort = {"by": "informees", "descending": True}
    return [
        (
            "remplie",
            DataTable(caption="Familles informées à temps (données fictives)", columns=columns, rows=rows, sort=sort),
        ),
        ("vide", DataTable(caption="Familles non jointes", columns=columns)),
    ]


def parts() -> list[tuple[str, list[tuple[str, Part]]]]:
    """Return every part of this file under its French title, each state with its name."""
    return [
        ("La semaine que l'on peint", weeks()),
        ("Le tableau de choix", matrices()),
        ("Le tableau de données", tables()),
    ]
