"""The week, tables, charts and before/after of the kit, each in every state: empty, filled, in error, disabled."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import ipywidgets

from liaison.base.dots import FLAGGED, MOVED, Dots
from liaison.messaging.vocabulary import evening_hours
from liaison.rules import rule
from widgets.gallery.papers import papers
from widgets.kit.badge import badge_of
from widgets.kit.before_after import BeforeAfter
from widgets.kit.change_cards import ChangeCard, ChangeCards, ChangeLine
from widgets.kit.chart import Chart
from widgets.kit.data_table import DataTable
from widgets.kit.family_card import FamilyCard
from widgets.kit.family_dots import FamilyDots
from widgets.kit.heading import Heading
from widgets.kit.matrix import Matrix
from widgets.kit.part import Part
from widgets.kit.range_field import RangeField
from widgets.kit.source_note import SourceNote
from widgets.kit.week_grid import WeekGrid, empty_week, summary_of
from widgets.texts import texts

t = texts("gallery_results")

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
    help_text = t("heures-peintes-envoient-aucune")
    names = {"painted_label": t("aucune-notification"), "free_label": t("notifications-possibles")}
    return [
        ("vide", WeekGrid(label=t("heures-sans-notification-eleves"), help=help_text, **names)),
        (
            "peinte",
            WeekGrid(
                label=t("heures-sans-notification-familles"),
                help=help_text,
                value=quiet_week(),
                badge=badge_of(rule(QUIET_RULE, ON)),
                **names,
            ),
        ),
        (
            "erreur",
            WeekGrid(
                label=t("heures-sans-notification-fichier"),
                error=t("fichier-compte-six-jours"),
                value=quiet_week(),
                **names,
            ),
        ),
        ("inactive", WeekGrid(label=t("heures-decidees-academie"), value=quiet_week(), disabled=True, **names)),
    ]


CHANNELS = [
    {"value": "ent", "label": t("ent")},
    {"value": "vie_scolaire", "label": t("logiciel-vie-scolaire")},
    {"value": "papier", "label": t("carnet-papier")},
]
# Nothing to say of it where a row is folded.
NO_BACKUP = {"value": "aucun", "label": t("aucun"), "short": ""}


def matrices() -> list[tuple[str, Part]]:
    """Return the matrix: filled with choices and boxes, with a cell that is no choice, empty, in error, disabled."""
    rows = [
        {"id": "absence", "label": t("absence"), "badge": badge_of(rule(QUIET_RULE, ON))},
        {"id": "devoirs", "label": t("devoirs")},
        {"id": "reunion", "label": t("reunion-familles")},
    ]
    columns = [
        {"id": "canal", "label": t("canal"), "kind": "select", "options": CHANNELS},
        {"id": "secours", "label": t("secours"), "kind": "select", "options": [NO_BACKUP, *CHANNELS]},
        {"id": "papier", "label": t("aussi-papier"), "kind": "checkbox"},
    ]
    value = {
        "absence": {"canal": "vie_scolaire", "secours": "papier", "papier": False},
        "devoirs": {"canal": "ent", "secours": "aucun", "papier": True},
    }
    messages = {"corner": t("objet-message"), "columns": columns, "rows": rows}
    audiences = {"responsables": t("responsables-legaux"), "eleves": t("eleves"), "personnels": t("personnels")}
    return [
        ("remplie", Matrix(label=t("passe-chaque-message"), value=value, **messages)),
        (
            "cases",
            Matrix(
                label=t("recoit-chaque-message"),
                corner=t("objet-message"),
                rows=rows,
                columns=[{"id": key, "label": label, "kind": "checkbox"} for key, label in audiences.items()],
                value={"absence": {"responsables": True}},
            ),
        ),
        (
            "reglee",
            Matrix(
                label=t("passe-question-parent"),
                corner=t("objet-message"),
                rows=[
                    {"id": "question", "label": t("question-parent"), "settled": {"secours": t("bureau")}},
                    rows[1],
                ],
                columns=columns,
                value={"question": {"canal": "ent", "secours": "papier"}, "devoirs": {"canal": "ent"}},
            ),
        ),
        ("vide", Matrix(label=t("passent-messages-cantine"), corner=t("objet"), columns=columns)),
        (
            "erreur",
            Matrix(
                label=t("passe-chaque-message-revoir"),
                error=t("deux-canaux-portent-devoirs"),
                value=value,
                **messages,
            ),
        ),
        ("inactive", Matrix(label=t("decide-par-academie"), value=value, disabled=True, **messages)),
    ]


def tables() -> list[tuple[str, Part]]:
    """Return the data table: sorted by its header, with a missing value, only to be read, short, and empty."""
    columns = [
        {"id": "profil", "label": t("profil-famille")},
        {"id": "informees", "label": t("informees-temps"), "numeric": True, "unit": t("familles")},
        {"id": "part", "label": t("part"), "numeric": True, "unit": "%"},
    ]
    rows = [
        {"profil": t("deux-responsables-ordinateur"), "informees": 148, "part": 98.7},
        {"profil": t("smartphone-seul"), "informees": 71, "part": 88.8},
        {"profil": t("sans-compte-active"), "informees": 3, "part": 12.5},
        {"profil": t("travail-nuit"), "informees": 0, "part": None},
    ]
    sort = {"by": "informees", "descending": True}
    return [
        (
            "remplie",
            DataTable(caption=t("familles-informees-temps-donnees"), columns=columns, rows=rows, sort=sort),
        ),
        ("à-lire-seulement", DataTable(caption=t("cet-ordre-fictif"), columns=columns, rows=rows, plain=True)),
        ("en-cartes", DataTable(caption=t("cartes-fictif"), columns=columns, rows=rows[:3], plain=True, cards=True)),
        ("courte", DataTable(caption=t("trois-lignes-fictif"), columns=columns, rows=rows[:3])),
        ("vide", DataTable(caption=t("familles-non-jointes"), columns=columns)),
    ]


PROFILES = [
    {"label": t("deux-responsables-ordinateur"), "count": 149, "total": 150},
    {"label": t("smartphone-seul"), "count": 71, "total": 80, "low": 66, "high": 75},
    {"label": t("francais-peu-lu"), "count": 22, "total": 40},
    {"label": t("compte-non-active"), "count": 3, "total": 24, "low": 1, "high": 6},
]


def charts() -> list[tuple[str, Part]]:
    """Return one chart of each kind, on fictitious figures, and an empty one."""
    return [
        ("barres", profiles_chart()),
        ("barres-cachées", hidden_chart()),
        ("points", reasons_chart()),
        ("heures", hours_chart()),
        ("lignes", weeks_chart()),
        ("etendues", team_chart()),
        ("ecarts", gaps_chart()),
        ("comparaison", policies_chart()),
        ("vide", Chart(kind="bars", title=t("aucune-famille-encore-simulee"), alt=t("rien-dessine"))),
    ]


def profiles_chart() -> Chart:
    """Return bars: who is told in time, by profile, one highlighted."""
    return Chart(
        kind="bars",
        title=t("titre-familles-sans-compte"),
        alt=t("quatre-barres-presque-toutes"),
        data=PROFILES,
        label_title=t("profil-famille"),
        x_label=t("part-familles-chaque-profil"),
        unit=t("familles"),
        highlight=[t("compte-non-active")],
    )


def hidden_chart() -> Chart:
    """Return bars of which two are hidden, and one has an interval."""
    return Chart(
        kind="bars",
        title=t("famille-cinq-pas-imprimante"),
        alt=t("quatre-barres-dont-deux"),
        data=[
            {"label": t("maison"), "count": 207, "total": 364, "said": t("oui-compte-et-intervalle")},
            {"label": t("ailleurs"), "count": None, "total": 364},
            {"label": t("pas-imprimante"), "count": 75, "total": 364, "low": 70, "high": 80, "share": 20},
            {"label": t("sans-reponse"), "count": None, "total": 364},
        ],
        label_title=t("imprimante"),
        x_label=t("part-familles-ont-repondu"),
        unit=t("familles"),
    )


def reasons_chart() -> Chart:
    """Return a dot for each family, by reason."""
    return Chart(
        kind="dots",
        title=t("familles-pas-jointes-dont"),
        alt=t("point-famille-trois-groupes"),
        data=[
            {"label": t("compte-non-active"), "count": 21},
            {"label": t("message-lu-trop-tard"), "count": 18},
            {"label": t("papier-reste-sac"), "count": 8},
        ],
        label_title=t("raison"),
        x_label=t("point-famille"),
        unit=t("familles"),
        highlight=[t("compte-non-active")],
    )


def policies_chart() -> Chart:
    """Return two policies side by side, by profile."""
    return Chart(
        kind="compare",
        title=t("circulaire-rejoint-familles-plus"),
        alt=t("deux-barres-profil-avant"),
        data=[
            {"label": t("smartphone-seul"), "before": 71, "after": 74, "total": 80},
            {"label": t("francais-peu-lu"), "before": 22, "after": 41, "total": 48},
            {"label": t("travail-nuit"), "before": 30, "after": 26, "total": 30},
        ],
        series=[{"id": "before", "label": t("tout-tout-suite")}, {"id": "after", "label": t("circulaire")}],
        label_title=t("profil-famille"),
        x_label=t("part-familles-informees-temps"),
        unit=t("familles"),
        highlight=[t("francais-peu-lu")],
    )


def hours_chart() -> Chart:
    """Return notifications by weekday and hour, quiet hours marked."""
    days = [t("lundi"), t("mardi"), t("mercredi"), t("jeudi"), t("vendredi"), t("samedi"), t("dimanche")]
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
        title=t("deux-pointes-notifications"),
        alt=t("chaque-jour-petite-colonne"),
        data=cells,
        label_title=t("jour"),
        x_label=t("heure-envoi-heures-sans"),
        unit=t("notifications"),
    )


def weeks_chart() -> Chart:
    """Return notifications per responsable and week, median and 95th centile, with a week without class."""
    medians = [6, 7, 9, 8, 12, 11, None, 10, 9, 13, 14, 12]
    tops = [14, 15, 19, 18, 26, 25, None, 22, 21, 29, 31, 27]
    return Chart(
        kind="lines",
        title=t("responsable-vingt-recoit-plus"),
        alt=t("deux-lignes-montent-douze"),
        data=[
            {"label": t("semaine-courte", week=i + 1), "median": m, "p95": p}
            for i, (m, p) in enumerate(zip(medians, tops, strict=True))
        ],
        series=[{"id": "median", "label": t("mediane")}, {"id": "p95", "label": t("centile")}],
        label_title=t("semaine"),
        x_label=t("semaine-periode"),
        unit=t("notifications-responsable"),
        highlight=[t("centile")],
    )


def team_chart() -> Chart:
    """Return what five members of a team chose, setting by setting."""
    members = ["A.", "B.", "C.", "D.", "E."]

    def answers(values: list[int]) -> list[dict[str, object]]:
        return [{"label": member, "value": value} for member, value in zip(members, values, strict=True)]

    return Chart(
        kind="ranges",
        title=t("equipe-accorde-soir-pas"),
        alt=t("chaque-reglage-cinq-reponses"),
        data=[
            {"label": t("fin-notifications"), "values": answers([1200] * 5), "format": "time", "scale": [1080, 1320]},
            {
                "label": t("reprise-matin"),
                "values": answers([420, 420, 450, 420, 480]),
                "format": "time",
                "scale": [360, 540],
            },
            {"label": t("delai-notes"), "values": answers([0, 1, 3, 7, 1]), "unit": t("jours"), "scale": [0, 7]},
        ],
        label_title=t("reglage"),
        x_label=t("rond-membre-equipe-trait"),
        highlight=[t("delai-notes")],
    )


def gaps_chart() -> Chart:
    """Return how far a difference moves with each hypothesis: one scale, zero drawn."""

    def row(label: str, low: float, usual: float, high: float) -> dict[str, object]:
        values = [(t("au-plus-bas"), low), (t("telle-quelle"), usual), (t("au-plus-haut"), high)]
        return {"label": label, "values": [{"label": name, "value": value} for name, value in values], "now": usual}

    return Chart(
        kind="gaps",
        title=t("hypothese-seule-fait-passer"),
        alt=t("trois-hypotheses-ecart-plus"),
        data=[
            row(t("papier-perd-sac"), -1.2, 2.5, 4.1),
            row(t("appel-pris"), 2.1, 2.5, 2.8),
            row(t("notification-ouverte"), 2.5, 2.5, 2.6),
        ],
        label_title=t("hypothese"),
        x_label=t("ecart-points-meme-echelle"),
        unit=t("points"),
    )


def pairs() -> list[tuple[str, Part]]:
    """Return before and after: filled, and empty."""
    before = {
        "title": t("avant-tout-tout-suite"),
        "lines": [
            {"label": t("familles-informees-temps"), "value": 265, "unit": t("familles")},
            {
                "label": t("notifications-du-soir-a-sept-heures", evening_hours=evening_hours()),
                "value": 30770,
                "unit": t("notifications"),
            },
            {"label": t("familles-non-jointes"), "value": 47, "unit": t("familles")},
        ],
    }
    after = {
        "title": t("maintenant-circulaire-juillet"),
        "lines": [
            {"label": t("familles-informees-temps"), "value": 284, "unit": t("familles")},
            {
                "label": t("notifications-du-soir-a-sept-heures", evening_hours=evening_hours()),
                "value": 769,
                "unit": t("notifications"),
            },
            {"label": t("familles-non-jointes"), "value": 47, "unit": t("familles")},
        ],
    }
    return [
        ("remplie", BeforeAfter(label=t("change-circulaire-donnees-fictives"), before=before, after=after)),
        ("vide", BeforeAfter(label=t("change-votre-politique"))),
    ]


def cards_of_changes() -> list[tuple[str, Part]]:
    """Return changes to compare: one that costs nothing, one that is paid for, one on trial; and none."""
    language, fallback = t("langues-des-messages"), t("repli-des-devoirs")
    in_time = ChangeLine(t("familles-jointes-sur"), 265, 272, ("265", "272"))
    out = ChangeLine(t("familles-non-jointes"), 47, 9, ("47", "9"))
    work = ChangeLine(t("heures-par-semaine"), 4.5, 19, ("4,5", "19"))
    fair = ChangeCard(
        size=t("un-changement"),
        title=t("proposer-les-langues"),
        settings=(language,),
        better=(in_time, out),
        worse=(),
        fair=True,
        mark=t("rien-d-autre"),
        notes=(t("traduction-pas-comptee"),),
    )
    paid = replace(
        fair,
        size=t("deux-changements"),
        title=t("proposer-et-telephoner"),
        settings=(language, fallback),
        worse=(work,),
        fair=False,
        mark=t("se-paie-en-heures"),
    )
    cards = {"a-comparer": [fair, paid], "a-l-essai": [replace(fair, tried=True), paid], "vide": []}
    parts: list[tuple[str, Part]] = []
    for state, some in cards.items():
        part = ChangeCards(label=t("que-changer"), action=t("essayer"))
        part.show(some)
        parts.append((state, part))
    return parts


def every_family() -> list[tuple[str, Part]]:
    """Return the picture of every family: of a fictitious school, after one setting, and empty."""
    groups = ("6e A", "6e B", "5e A")
    codes = [[0] * 13 + [1] * 4 + [2] * 3, [0] * 17 + [1, 1 | FLAGGED, 2 | FLAGGED], [0] * 9 + [1, 2, 3, 0 | FLAGGED]]
    labels = {
        "states": [t("jointes-a-temps"), t("en-retard"), t("laissees-de-cote"), t("sans-rien-dire")],
        "of_one": [
            t("jointe-a-temps"),
            t("en-retard"),
            t("laissee-de-cote"),
            t("sans-rien-dire"),
            t("derangee-le-soir"),
        ],
        "mark": t("derangees-le-soir"),
    }

    def drawn(changes: dict[tuple[int, int], int], title: str) -> FamilyDots:
        after = [[changes.get((group, at), code) for at, code in enumerate(row)] for group, row in enumerate(codes)]
        counts = [
            (
                *(sum(code & 7 == state for code in row) for state in range(4)),
                sum(bool(code & FLAGGED) for code in row),
                sum(bool(code & MOVED) for code in row),
            )
            for row in after
        ]
        place = b"".join(bytes([group, 0]) * len(row) for group, row in enumerate(after))
        part = FamilyDots(**labels)
        part.show(Dots(groups, place, bytes(code for row in after for code in row), tuple(counts)), title)
        return part

    moved = {(0, 17): 0 | MOVED, (0, 18): 1 | MOVED, (1, 18): 1 | MOVED, (2, 10): 0 | MOVED}
    return [
        ("remplie", drawn({}, t("cinq-familles-de-cote"))),
        ("changee", drawn(moved, t("deux-familles-de-cote"))),
        ("vide", FamilyDots(**labels)),
    ]


def families() -> list[tuple[str, Part]]:
    """Return the card of a fictitious family: filled, its days drawn as lines of time, and empty."""
    days = [
        {
            "label": t("lundi"),
            "events": [
                {"time": "08:25", "text": t("absence-lina-signalee-sms"), "tone": "bon"},
                {"time": "18:10", "text": t("devoirs-semaine-ent"), "tone": "neutre"},
            ],
        },
        {"label": t("mardi"), "events": []},
        {
            "label": t("mercredi"),
            "events": [
                {
                    "time": "22:05",
                    "text": t("sortie-jeudi-annoncee-lue"),
                    "tone": "alerte",
                }
            ],
        },
    ]
    facts = [t("travaille-nuit"), t("smartphone"), t("deux-enfants")]
    drawn = FamilyCard()
    steps = {"a_temps": 8.4, "trop_tard": 17.5, "non_compris": 17.5, "perdu": 18.2, "sonne": 18.2, "lu": 22.5}
    marks = [{"hour": hour, "step": step} for step, hour in [*steps.items(), ("trop_tard", 17.5), ("lu", 22.5)]]
    events = [{"time": "17:30", "text": t("devoirs-semaine-ent"), "tone": "alerte", "step": "trop_tard"}] * 2
    drawn.show(t("mme-famille-fictive"), facts, [{"label": t("lundi"), "events": events, "marks": marks}])
    return [
        (
            "remplie",
            FamilyCard(
                name=t("mme-famille-fictive"),
                facts=facts,
                days=days,
                summary=t("deux-messages-trois-arrivent"),
            ),
        ),
        ("dessinee", drawn),
        ("vide", FamilyCard(name=t("aucune-famille-choisie"))),
    ]


def parts() -> list[tuple[str, list[tuple[str, Part]]]]:
    """Return every part of this file under its French title, each state with its name."""
    return [
        (t("semaine-que-on-peint"), weeks()),
        (t("tableau-choix"), matrices()),
        (t("tableau-donnees"), tables()),
        (t("graphiques"), charts()),
        (t("avant-apres"), pairs()),
        (t("changements-a-comparer"), cards_of_changes()),
        (t("les-familles-point-par-point"), every_family()),
        (t("semaine-d-une-famille"), families()),
        (t("documents-a-lire"), papers()),
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
            {"label": t("compte-active"), "count": 288, "total": 288},
            {"label": t("compte-non-active"), "count": 24 - missing, "total": 24},
        ]
        return {"title": t("familles-apprennent-absence-lendemain", families=missing), "data": rows}

    setting = RangeField(label=t("familles-sans-compte"), value=21, min=0, max=24, step=1, unit=t("familles"))
    chart = Chart(
        kind="bars",
        alt=t("deux-barres-familles-dont"),
        label_title=t("profil-famille"),
        x_label=t("part-familles-informees-temps"),
        unit=t("familles"),
        highlight=[t("compte-non-active")],
        **inputs(setting.value),
    )
    setting.observe(lambda change: chart.show(**inputs(int(change.new))), "value")
    setting.add_class("part-chart-setting")
    chart.add_class("part-chart-live")
    return [Heading(3, t("reglage-redessine-graphique")), setting, chart]


def _echo(part: Part, state: str) -> ipywidgets.Widget:
    """Return a line that says what Python holds: what the browser tests read."""
    echoed = SourceNote()
    echoed.add_class(f"echo-{part.part}-{state}".replace("_", "-").replace(" ", "-"))

    def say(_change: object = None) -> None:
        held = summary_of(part.value) if isinstance(part, WeekGrid) else repr(part.value)
        echoed.text = t("valeur-recue", value=held)

    part.observe(say, "value")
    say()
    return echoed
