"""The week, tables, charts and before/after of the kit, each in every state: empty, filled, in error, disabled."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ipywidgets

from liaison.rules import rule
from widgets.kit.badge import badge_of
from widgets.kit.before_after import BeforeAfter
from widgets.kit.chart import Chart
from widgets.kit.data_table import DataTable
from widgets.kit.family_card import FamilyCard
from widgets.kit.heading import Heading
from widgets.kit.matrix import Matrix
from widgets.kit.part import Part
from widgets.kit.range_field import RangeField
from widgets.kit.source_note import SourceNote
from widgets.kit.week_grid import WeekGrid, empty_week, summary_of

QUIET_RULE = "messagerie/publication_suspendue"
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
# Nothing to say of it where a row is folded.
NO_BACKUP = {"value": "aucun", "label": "Aucun", "short": ""}


def matrices() -> list[tuple[str, Part]]:
    """Return the matrix: filled with choices and boxes, with a cell that is no choice, empty, in error, disabled."""
    rows = [
        {"id": "absence", "label": "Absence", "badge": badge_of(rule(QUIET_RULE, ON))},
        {"id": "devoirs", "label": "Devoirs"},
        {"id": "reunion", "label": "Réunion avec les familles"},
    ]
    columns = [
        {"id": "canal", "label": "Canal", "kind": "select", "options": CHANNELS},
        {"id": "secours", "label": "Secours", "kind": "select", "options": [NO_BACKUP, *CHANNELS]},
        {"id": "papier", "label": "Aussi sur papier", "kind": "checkbox"},
    ]
    value = {
        "absence": {"canal": "vie_scolaire", "secours": "papier", "papier": False},
        "devoirs": {"canal": "ent", "secours": "aucun", "papier": True},
    }
    texts = {"corner": "Objet du message", "columns": columns, "rows": rows}
    audiences = {"responsables": "Responsables légaux", "eleves": "Élèves", "personnels": "Personnels"}
    return [
        ("remplie", Matrix(label="Par où passe chaque message", value=value, **texts)),
        (
            "cases",
            Matrix(
                label="Qui reçoit chaque message",
                corner="Objet du message",
                rows=rows,
                columns=[{"id": key, "label": label, "kind": "checkbox"} for key, label in audiences.items()],
                value={"absence": {"responsables": True}},
            ),
        ),
        (
            "reglee",
            Matrix(
                label="Par où passe une question de parent",
                corner="Objet du message",
                rows=[
                    {"id": "question", "label": "Question d'un parent", "settled": {"secours": "Au bureau"}},
                    rows[1],
                ],
                columns=columns,
                value={"question": {"canal": "ent", "secours": "papier"}, "devoirs": {"canal": "ent"}},
            ),
        ),
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
    """Return the data table: sorted by its header, with a missing value, only to be read, short, and empty."""
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
        ("à lire seulement", DataTable(caption="Dans cet ordre (fictif)", columns=columns, rows=rows, plain=True)),
        ("en cartes", DataTable(caption="En cartes (fictif)", columns=columns, rows=rows[:3], plain=True, cards=True)),
        ("courte", DataTable(caption="Trois lignes (fictif)", columns=columns, rows=rows[:3])),
        ("vide", DataTable(caption="Familles non jointes", columns=columns)),
    ]


PROFILES = [
    {"label": "Deux responsables, ordinateur", "count": 149, "total": 150},
    {"label": "Smartphone seul", "count": 71, "total": 80, "low": 66, "high": 75},
    {"label": "Français peu lu", "count": 22, "total": 40},
    {"label": "Compte non activé", "count": 3, "total": 24, "low": 1, "high": 6},
]


def charts() -> list[tuple[str, Part]]:
    """Return one chart of each kind, on fictitious figures, and an empty one."""
    return [
        ("barres", profiles_chart()),
        ("barres cachées", hidden_chart()),
        ("points", reasons_chart()),
        ("heures", hours_chart()),
        ("lignes", weeks_chart()),
        ("etendues", team_chart()),
        ("ecarts", gaps_chart()),
        ("comparaison", policies_chart()),
        ("vide", Chart(kind="bars", title="Aucune famille n'est encore simulée", alt="Rien n'est dessiné.")),
    ]


def profiles_chart() -> Chart:
    """Return bars: who is told in time, by profile, one highlighted."""
    return Chart(
        kind="bars",
        title="21 familles sans compte activé sur 24 n'apprennent l'absence que le lendemain",
        alt="Quatre barres. Presque toutes les familles équipées sont informées ; 3 sur 24 sans compte activé.",
        data=PROFILES,
        label_title="Profil de famille",
        x_label="Part des familles de chaque profil informées à temps",
        unit="familles",
        highlight=["Compte non activé"],
    )


def hidden_chart() -> Chart:
    """Return bars of which two are hidden, and one has an interval."""
    return Chart(
        kind="bars",
        title="Une famille sur cinq n'a pas d'imprimante ; deux réponses sont cachées",
        alt="Quatre barres, dont deux sont cachées : trop peu de familles, ou de quoi les retrouver.",
        data=[
            {"label": "À la maison", "count": 207, "total": 364, "said": "207 sur 364 (57 %, de 55 à 58 %)"},
            {"label": "Ailleurs", "count": None, "total": 364},
            {"label": "Pas d'imprimante", "count": 75, "total": 364, "low": 70, "high": 80, "share": 20},
            {"label": "Sans réponse", "count": None, "total": 364},
        ],
        label_title="Imprimante",
        x_label="Part des familles qui ont répondu",
        unit="familles",
    )


def reasons_chart() -> Chart:
    """Return a dot for each family, by reason."""
    return Chart(
        kind="dots",
        title="47 familles ne sont pas jointes, dont 21 parce que leur compte n'est pas activé",
        alt="Un point par famille, en trois groupes : 21, 18 et 8.",
        data=[
            {"label": "Compte non activé", "count": 21},
            {"label": "Message lu trop tard", "count": 18},
            {"label": "Papier resté dans le sac", "count": 8},
        ],
        label_title="Raison",
        x_label="Un point par famille.",
        unit="familles",
        highlight=["Compte non activé"],
    )


def policies_chart() -> Chart:
    """Return two policies side by side, by profile."""
    return Chart(
        kind="compare",
        title="La circulaire rejoint 19 familles de plus chez celles qui lisent peu le français",
        alt="Deux barres par profil, avant et après. Seul un profil change nettement.",
        data=[
            {"label": "Smartphone seul", "before": 71, "after": 74, "total": 80},
            {"label": "Français peu lu", "before": 22, "after": 41, "total": 48},
            {"label": "Travail de nuit", "before": 30, "after": 26, "total": 30},
        ],
        series=[{"id": "before", "label": "Tout, tout de suite"}, {"id": "after", "label": "Circulaire"}],
        label_title="Profil de famille",
        x_label="Part des familles informées à temps",
        unit="familles",
        highlight=["Français peu lu"],
    )


def hours_chart() -> Chart:
    """Return notifications by weekday and hour, quiet hours marked."""
    days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    cells = [
        {
            "row": day,
            "column": f"{hour:02d}:00",
            "count": 0 if hour < 6 else (hour * 7 + 13 * i) % 30 + (40 if hour in (17, 21) else 0),
            "marked": hour >= 20 or hour < 7 or i > 4,
        }
        for i, day in enumerate(days)
        for hour in range(24)
    ]
    return Chart(
        kind="hours",
        title="Deux pointes de notifications, à 17:00 et à 21:00",
        alt="Pour chaque jour, une petite colonne par heure. Les pointes sont à 17:00 et à 21:00.",
        data=cells,
        label_title="Jour",
        x_label="Heure d'envoi, heures sans notification hachurées",
        unit="notifications",
    )


def weeks_chart() -> Chart:
    """Return notifications per responsable and week, median and 95th centile, with a week without class."""
    medians = [6, 7, 9, 8, 12, 11, None, 10, 9, 13, 14, 12]
    tops = [14, 15, 19, 18, 26, 25, None, 22, 21, 29, 31, 27]
    return Chart(
        kind="lines",
        title="Un responsable sur vingt reçoit plus de 27 notifications par semaine en fin de trimestre",
        alt="Deux lignes montent sur douze semaines : la médiane de 6 à 12, le 95e centile de 14 à 27.",
        data=[
            {"label": f"S{i + 1}", "median": m, "p95": p} for i, (m, p) in enumerate(zip(medians, tops, strict=True))
        ],
        series=[{"id": "median", "label": "Médiane"}, {"id": "p95", "label": "95e centile"}],
        label_title="Semaine",
        x_label="Semaine de la période",
        unit="notifications par responsable",
        highlight=["95e centile"],
    )


def team_chart() -> Chart:
    """Return what five members of a team chose, setting by setting."""
    members = ["A.", "B.", "C.", "D.", "E."]

    def answers(values: list[int]) -> list[dict[str, object]]:
        return [{"label": member, "value": value} for member, value in zip(members, values, strict=True)]

    return Chart(
        kind="ranges",
        title="L'équipe s'accorde sur le soir, pas sur le délai des notes",
        alt="Pour chaque réglage, cinq réponses. Le délai des notes va de 0 à 7 jours.",
        data=[
            {"label": "Fin des notifications", "values": answers([1200] * 5), "format": "time", "scale": [1080, 1320]},
            {
                "label": "Reprise le matin",
                "values": answers([420, 420, 450, 420, 480]),
                "format": "time",
                "scale": [360, 540],
            },
            {"label": "Délai des notes", "values": answers([0, 1, 3, 7, 1]), "unit": "jours", "scale": [0, 7]},
        ],
        label_title="Réglage",
        x_label="Un rond par membre de l'équipe, un trait à la médiane.",
        highlight=["Délai des notes"],
    )


def gaps_chart() -> Chart:
    """Return how far a difference moves with each hypothesis: one scale, zero drawn."""

    def row(label: str, low: float, usual: float, high: float) -> dict[str, object]:
        values = [("au plus bas", low), ("telle quelle", usual), ("au plus haut", high)]
        return {"label": label, "values": [{"label": name, "value": value} for name, value in values], "now": usual}

    return Chart(
        kind="gaps",
        title="Une hypothèse, seule, fait passer l'écart de l'autre côté de zéro",
        alt="Pour trois hypothèses, l'écart au plus bas, tel quel, au plus haut, sur une même échelle.",
        data=[
            row("Un papier se perd dans le sac", -1.2, 2.5, 4.1),
            row("Un appel est pris", 2.1, 2.5, 2.8),
            row("Une notification est ouverte", 2.5, 2.5, 2.6),
        ],
        label_title="Hypothèse",
        x_label="Écart en points, la même échelle à chaque ligne.",
        unit="points",
    )


def pairs() -> list[tuple[str, Part]]:
    """Return before and after: filled, and empty."""
    before = {
        "title": "Avant : Tout, tout de suite",
        "lines": [
            {"label": "Familles informées à temps", "value": 265, "unit": "familles"},
            {"label": "Notifications entre 20 h et 7 h", "value": 30770, "unit": "notifications"},
            {"label": "Familles non jointes", "value": 47, "unit": "familles"},
        ],
    }
    after = {
        "title": "Maintenant : Circulaire de juillet 2025",
        "lines": [
            {"label": "Familles informées à temps", "value": 284, "unit": "familles"},
            {"label": "Notifications entre 20 h et 7 h", "value": 769, "unit": "notifications"},
            {"label": "Familles non jointes", "value": 47, "unit": "familles"},
        ],
    }
    return [
        ("remplie", BeforeAfter(label="Ce que change la circulaire (données fictives)", before=before, after=after)),
        ("vide", BeforeAfter(label="Ce que change votre politique")),
    ]


def families() -> list[tuple[str, Part]]:
    """Return the card of a fictitious family: filled, and empty."""
    days = [
        {
            "label": "lundi",
            "events": [
                {"time": "08:25", "text": "Absence de Lina signalée par SMS, lue à 08:40.", "tone": "bon"},
                {"time": "18:10", "text": "Devoirs de la semaine dans l'ENT.", "tone": "neutre"},
            ],
        },
        {"label": "mardi", "events": []},
        {
            "label": "mercredi",
            "events": [
                {
                    "time": "22:05",
                    "text": "Sortie de jeudi annoncée : lue trop tard pour prévoir le repas.",
                    "tone": "alerte",
                }
            ],
        },
    ]
    facts = ["travaille la nuit", "un smartphone", "deux enfants"]
    return [
        (
            "remplie",
            FamilyCard(
                name="Mme D. (famille fictive)",
                facts=facts,
                days=days,
                summary="Deux messages sur trois arrivent à temps.",
            ),
        ),
        ("vide", FamilyCard(name="Aucune famille choisie")),
    ]


def parts() -> list[tuple[str, list[tuple[str, Part]]]]:
    """Return every part of this file under its French title, each state with its name."""
    return [
        ("La semaine que l'on peint", weeks()),
        ("Le tableau de choix", matrices()),
        ("Le tableau de données", tables()),
        ("Les graphiques", charts()),
        ("Avant et après", pairs()),
        ("La semaine d'une famille", families()),
    ]


def gallery() -> ipywidgets.Widget:
    """Return the whole page; each part carries the class `part-<what>-<state>` and, when it has one, its echo."""
    shown: list[ipywidgets.Widget] = []
    for title, states in parts():
        shown.append(Heading(3, title))
        for state, part in states:
            part.add_class(f"part-{part.part}-{state}".replace("_", "-").replace(" ", "-"))
            shown.append(part)
            if part.has_trait("value"):
                shown.append(_echo(part, state))
    page = ipywidgets.VBox([*shown, *live_chart()])
    page.add_class("carnets-gallery")
    return page


def live_chart() -> list[ipywidgets.Widget]:
    """Return a setting and the chart that it redraws, as in the lab."""

    def inputs(missing: int) -> dict[str, Any]:
        rows = [
            {"label": "Compte activé", "count": 288, "total": 288},
            {"label": "Compte non activé", "count": 24 - missing, "total": 24},
        ]
        return {"title": f"{missing} familles sur 312 n'apprennent l'absence que le lendemain", "data": rows}

    setting = RangeField(label="Familles sans compte activé", value=21, min=0, max=24, step=1, unit="familles")
    chart = Chart(
        kind="bars",
        alt="Deux barres : les familles dont le compte est activé, et les autres.",
        label_title="Profil de famille",
        x_label="Part des familles informées à temps",
        unit="familles",
        highlight=["Compte non activé"],
        **inputs(setting.value),
    )
    setting.observe(lambda change: chart.show(**inputs(int(change.new))), "value")
    setting.add_class("part-chart-setting")
    chart.add_class("part-chart-live")
    return [Heading(3, "Un réglage qui redessine un graphique"), setting, chart]


def _echo(part: Part, state: str) -> ipywidgets.Widget:
    """Return a line that says what Python holds: what the browser tests read."""
    said = SourceNote()
    said.add_class(f"echo-{part.part}-{state}".replace("_", "-").replace(" ", "-"))

    def say(_change: object = None) -> None:
        held = summary_of(part.value) if isinstance(part, WeekGrid) else repr(part.value)
        said.text = f"Valeur reçue\u00a0: {held}"

    part.observe(say, "value")
    say()
    return said
