"""Les parties du kit par lesquelles on règle, on lit et on avance, dans tous leurs états."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import ipywidgets

from liaison.rules import Reference, Rule
from widgets import kit

CHANNELS = [
    {"value": "ent", "label": "Messagerie de l'ENT"},
    {"value": "sms", "label": "SMS"},
    {"value": "carnet", "label": "Carnet de liaison papier"},
]


def example_badge(kind: str) -> dict[str, Any]:
    """Return the badge of a made-up rule of that kind, which says that it is made up."""
    rule = Rule(
        name="galerie/exemple",
        label="Exemple",
        kind=kind,
        unit="local_time_range",
        value="20:00",
        since=dt.date(2025, 9, 1),
        reference=Reference(
            title="Texte d'exemple de la galerie (fictif)",
            article="article 1",
            note="Ne vaut que pour montrer une pastille.",
            reported_by="la galerie" if kind != "hypothese" else None,
            no_url="Ce texte n'existe pas.",
            since="la rentrée 2025" if kind != "hypothese" else None,
        ),
        checked_on=dt.date(2026, 11, 24),
    )
    return kit.badge_of(rule)


def echo(part: kit.Part, name: str) -> ipywidgets.Widget:
    """Return the part with, under it, the value that Python holds: what the browser tests read."""
    said = kit.SourceNote()
    said.add_class(f"echo-{name}")

    def say(_change: object = None) -> None:
        said.text = f"Valeur reçue : {part.value!r}"

    part.observe(say, "value")
    say()
    part.add_class(f"part-{name}")
    return ipywidgets.VBox([part, said])


def section(title: str, *parts: ipywidgets.Widget) -> list[ipywidgets.Widget]:
    """Return a heading and what stands under it."""
    return [kit.Heading(3, title), *parts]


def fields() -> Iterable[ipywidgets.Widget]:
    """Yield each kind of field that is chosen, at rest, refused, disabled and empty."""
    yield from section(
        "Choisir dans une liste",
        echo(
            kit.SelectField(
                label="Canal des absences",
                options=CHANNELS,
                value="ent",
                help="Celui que les familles lisent le jour même.",
                badge=example_badge("circulaire"),
            ),
            "select",
        ),
        kit.SelectField(label="Sans choix fait", options=CHANNELS),
        kit.SelectField(
            label="Refusé",
            options=CHANNELS,
            value="sms",
            error="Aucun numéro de téléphone n'est connu. Choisissez un autre canal.",
        ),
        kit.SelectField(label="Hors d'usage", options=CHANNELS, value="carnet", disabled=True),
        kit.SelectField(label="Liste vide", options=[]),
    )
    yield from section(
        "Cocher",
        echo(
            kit.CheckField(
                label="Écrire aux deux responsables légaux",
                help="Chacun reçoit le message sur son propre compte.",
                badge=example_badge("loi"),
            ),
            "check",
        ),
        kit.CheckField(label="Refusé", value=True, error="Ce choix demande une adresse. Décochez-le."),
        kit.CheckField(label="Hors d'usage", value=True, disabled=True),
    )


def measured_fields() -> Iterable[ipywidgets.Widget]:
    """Yield numbers and hours, at rest, refused and disabled."""
    yield from section(
        "Régler un nombre",
        echo(
            kit.RangeField(
                label="Délai avant que les notes paraissent",
                value=24,
                max=72,
                unit="heures",
                help="Le temps d'en parler en classe.",
                badge=example_badge("charte"),
            ),
            "range",
        ),
        kit.RangeField(label="Pas à virgule", value=0.5, max=1, step=0.1),
        kit.RangeField(label="Refusé", value=3, max=10, unit="jours", error="Trois jours dépassent la promesse faite."),
        kit.RangeField(label="Hors d'usage", value=3, max=10, unit="jours", disabled=True),
    )
    yield from section(
        "Donner une heure",
        echo(
            kit.TimeField(
                label="Heure de parution",
                value="18:00",
                none_label="Aucune heure : dès la saisie",
                badge=example_badge("hypothese"),
            ),
            "time",
        ),
        kit.TimeField(label="Sans heure", none_label="Aucune heure"),
        kit.TimeField(label="Refusé", value="23:30", error="À cette heure, personne n'est prévenu."),
        kit.TimeField(label="Hors d'usage", value="07:30", disabled=True),
    )


OPTIONS = [
    {"value": "matin", "label": "Le matin, avant la classe"},
    {"value": "midi", "label": "À la pause de midi"},
    {"value": "soir", "label": "Le soir, après 18 heures"},
]


def questions() -> Iterable[ipywidgets.Widget]:
    """Yield the five ways of answering, then a question refused and one out of use."""
    yield from section(
        "Répondre",
        echo(kit.Question(label="Quand lisez-vous les messages ?", options=OPTIONS), "radio"),
        echo(
            kit.Question(
                label="Quels moments conviennent à un rendez-vous ?",
                kind="checkbox",
                options=OPTIONS,
                help="Cochez tout ce qui convient.",
            ),
            "checkbox",
        ),
        echo(
            kit.Question(label="Rangez du plus commode au moins commode", kind="ordering", options=OPTIONS), "ordering"
        ),
        echo(kit.Question(label="Combien de messages par semaine ?", kind="number", unit="messages"), "number"),
        echo(kit.Question(label="Un mot pour l'équipe ?", kind="short_text"), "text"),
        kit.Question(
            label="Refusée", options=OPTIONS[:2], value="midi", error="Il manque une réponse à la question d'avant."
        ),
        kit.Question(label="Hors d'usage", options=OPTIONS[:2], value="matin", disabled=True),
        kit.Question(label="Sans choix à proposer", options=[]),
    )


PLACES = [
    {"value": "reglement", "label": "Un texte l'impose"},
    {"value": "charte", "label": "L'équipe en décide"},
]
SETTINGS = [
    {"value": "absence", "label": "Prévenir les familles le jour d'une absence"},
    {"value": "reponse", "label": "Répondre sous trois jours ouvrés"},
]


def exercises() -> Iterable[ipywidgets.Widget]:
    """Yield two lists to match, a text to write, and each way in which an answer comes back."""
    yield from section(
        "Relier et écrire",
        echo(
            kit.Matching(
                label="D'où vient chaque réglage (exemple) ?",
                items=SETTINGS,
                options=PLACES,
                help="Un même choix peut servir deux fois.",
            ),
            "matching",
        ),
        kit.Matching(
            label="Refusé",
            items=SETTINGS,
            options=PLACES,
            value={"absence": "charte"},
            error="Il reste une ligne sans réponse.",
        ),
        kit.Matching(label="Hors d'usage", items=SETTINGS, options=PLACES, value={"absence": "charte"}, disabled=True),
        kit.Matching(label="Sans choix à proposer", items=SETTINGS[:1]),
        kit.Matching(label="Sans élément"),
        *quantities(),
        echo(kit.TextArea(label="Récrivez ce message", help="Trois phrases au plus.", max_length=60), "text-area"),
        kit.TextArea(label="Refusé", lines=2, value="Vu.", error="Votre réponse tient en un mot. Dites pourquoi."),
        kit.TextArea(label="Hors d'usage", lines=2, value="Merci de votre retour.", disabled=True),
    )
    yield from section("Revenir sur une réponse", *verdicts())


def quantities() -> Iterable[ipywidgets.Widget]:
    """Yield a number whose unit is chosen, one whose unit goes without saying, one refused, one out of use."""
    units = [{"value": "heures", "label": "heures"}, {"value": "jours", "label": "jours"}]
    yield echo(kit.Quantity(label="Au bout de combien de temps répondez-vous ?", units=units), "quantity")
    yield kit.Quantity(label="Une seule unité", units=units[:1], value={"number": 24, "unit": "heures"})
    yield kit.Quantity(
        label="Refusé", units=units, value={"number": 3, "unit": ""}, error="Choisissez une unité : trois quoi ?"
    )
    yield kit.Quantity(label="Hors d'usage", units=units, value={"number": 1.5, "unit": "jours"}, disabled=True)


def verdicts() -> Iterable[ipywidgets.Widget]:
    """Yield what comes back to an answer: all, part or nothing of it holds; received; nothing yet."""
    kept = {"tone": "bon", "word": "tenue", "text": "Les absences arrivent le jour même."}
    missed = {"tone": "alerte", "word": "pas encore", "text": "Douze familles sont encore laissées de côté."}
    yield kit.Verdict(text="Juste.", tone="bon", lines=[{"tone": "neutre", "word": "", "text": "Retenez pourquoi."}])
    yield kit.Verdict(text="Une condition sur deux.", tone="partiel", lines=[kept, missed])
    yield kit.Verdict(text="Pas encore.", tone="alerte", lines=[missed])
    yield kit.Verdict(text="Votre réponse est gardée ; la personne qui anime la lira.")
    yield kit.Verdict()


def movement() -> Iterable[ipywidgets.Widget]:
    """Yield where one is, what is being done, and files in and out."""
    steps = ["Établissement", "Canaux", "Horaires", "Familles", "Charte"]
    running = kit.Progress(label="Simulation de douze semaines", max=12, running=True)
    running.advance(3)
    running.add_class("part-progress")
    running.on_stop(lambda: setattr(running, "running", False))
    stopped = kit.Progress(label="Simulation arrêtée", max=12, value=5)
    finished = kit.Progress(label="Simulation terminée", max=12, value=12)
    yield from section("Se repérer", kit.Stepper(steps=steps, current=1), kit.Stepper(steps=steps, current=4))
    yield from section("Attendre", running, kit.Progress(label="Durée inconnue", running=True), stopped, finished)
    yield from section("Ouvrir et emporter un fichier", *files())


def files() -> Iterable[ipywidgets.Widget]:
    """Yield files in and out that work, then each in error and out of use."""
    received = kit.SourceNote(text="Rien de reçu")
    received.add_class("echo-file")

    def receive(name: str, content: bytes) -> None:
        if b"\0" in content:
            raise ValueError("binary")
        received.text = f"Reçu : {name}, {len(content)} octets"

    opened = kit.FileIn(label="Ouvrir des politiques", help="Fichiers .json ou .yaml.", accept=".json,.yaml", max_mb=1)
    opened.on_file(receive)
    opened.add_class("part-file-in")
    big = kit.FileIn(label="Ouvrir un grand fichier, sur un serveur hébergé", max_mb=64)
    big.ask = "Ce que j'ouvre ou saisis ici est envoyé à un serveur hébergé : aucune vraie personne n'y figure."
    big.on_file(receive)
    big.add_class("part-file-big")
    saved = kit.FileOut(label="Télécharger l'exemple", help="Un texte court.", badge=example_badge("hypothese"))
    saved.on_request(lambda: ("exemple.txt", "text/plain", b"Exemple fictif\n"))
    saved.add_class("part-file-out")
    broken = kit.FileOut(label="Télécharger ce qui échoue")
    broken.on_request(lambda: ("jamais", "text/plain", b"%d" % (1 // 0)))
    broken.add_class("part-file-broken")
    yield from (opened, big, received, kit.FileIn(label="Hors d'usage", disabled=True), saved, broken)
    yield kit.FileOut(label="Télécharger, hors d'usage", disabled=True)


def words() -> Iterable[ipywidgets.Widget]:
    """Yield what is only read: sentences, notices, badges, sources."""
    yield from section(
        "Dire le résultat",
        kit.ResultSentence(text="Un message a été simulé.", detail="Collège fictif, 12 semaines."),
        kit.ResultSentence(text="Chaque famille apprend l'absence le jour même.", tone="bon"),
        kit.ResultSentence(
            text="14 familles sur 312 (4 %) n'apprennent l'absence que le lendemain.",
            detail="Surtout celles qui n'ont pas activé leur compte.",
            tone="alerte",
        ),
        kit.ResultSentence(),
    )
    yield from section(
        "Prévenir",
        kit.Notice(title="Les élèves et les familles sont fictifs", text="Aucun vrai nom n'y entre."),
        kit.Notice(
            kind="attention", title="Deux canaux pour un même motif", text="Les familles reçoivent tout deux fois."
        ),
        kit.Notice(
            kind="erreur",
            title="Le fichier n'a pas été lu",
            text="Vos réglages sont gardés. Choisissez un fichier de politique, en .json ou en .yaml.",
        ),
    )
    paragraphs = kit.Paragraphs(lines=["Une famille lit deux messages sur trois.", "L'autre reste sans réponse."])
    paragraphs.add_class("part-paragraphs")
    yield from section("Dire en quelques phrases", paragraphs)
    yield from section(
        "Donner sa source",
        *(
            kit.SourceNote(text=f"Une source de nature « {kind} ».", badge=example_badge(kind))
            for kind in ("loi", "reglement", "circulaire", "charte", "hypothese")
        ),
        kit.SourceNote(text="Une source sans règle : données fictives de la suite."),
    )


def actions() -> Iterable[ipywidgets.Widget]:
    """Yield buttons: the one of the screen, another, one out of use; and what the first has done."""
    pressed = kit.SourceNote(text="Pas encore pressé")
    pressed.add_class("echo-action")
    main = kit.Action(label="Voir qui n'est pas joint", main=True)
    main.add_class("part-action")
    presses: list[None] = []

    def press() -> None:
        presses.append(None)
        pressed.text = f"Pressé : {len(presses)}"

    main.on_press(press)
    other = kit.Action(label="Comparer deux réglages")
    yield from section("Agir", main, pressed, other, kit.Action(label="Hors d'usage", main=True, disabled=True))
    invisible = kit.Paragraphs(lines=["Cette partie ne montre rien : elle garde un texte dans le navigateur."])
    yield from section("Garder d'une page à l'autre", invisible, kit.Draft(name="galerie"))


def findings() -> Iterable[ipywidgets.Widget]:
    """Yield findings of each severity, and none."""
    severities = {"a_corriger": "À corriger", "a_discuter": "À discuter", "a_savoir": "À savoir"}
    kinds = dict(zip(severities, ("loi", "hypothese", "charte"), strict=True))
    filled = kit.FindingList(
        findings=[
            {
                "severity": severity,
                "severity_label": label,
                "title": f"Un constat « {label.lower()} » (fictif)",
                "detail": "Un travail peut être saisi tard le soir pour le lendemain : certains ne le voient pas.",
                "change": "Choisissez une heure limite de saisie.",
                "badge": example_badge(kinds[severity]),
            }
            for severity, label in severities.items()
        ]
    )
    filled.add_class("part-finding-list")
    empty = kit.FindingList()
    empty.add_class("part-finding-list-vide")
    yield from section("Constater", filled, empty)


def groups() -> Iterable[ipywidgets.Widget]:
    """Yield groups that open one at a time, with a box, a part and a plain ipywidget inside."""
    inside = kit.SelectField(label="Canal", options=CHANNELS, value="ent", badge=example_badge("charte"))
    panels = kit.Panels(
        titles=["Canaux", "Horaires", "Autre outil"],
        summaries=["Messagerie de l'ENT", "18:00", ""],
        children=[
            echo(inside, "inside"),
            ipywidgets.VBox([kit.TimeField(label="Heure", value="18:00"), kit.CheckField(label="Aussi le samedi")]),
            ipywidgets.IntSlider(value=3, max=10),
        ],
    )
    panels.add_class("part-panels")

    def summarize(_change: object) -> None:
        chosen = next((option["label"] for option in CHANNELS if option["value"] == inside.value), "à choisir")
        panels.summaries = [chosen, *panels.summaries[1:]]

    inside.observe(summarize, "value")
    yield from section("Ouvrir un groupe à la fois", panels)


def lab() -> Iterable[ipywidgets.Widget]:
    """Yield a small lab: a setting on one side, its sentence and results on the other."""
    setting = kit.RangeField(label="Familles non jointes", value=14, max=312, unit="familles")
    sentence = kit.ResultSentence(tone="alerte")

    def say(_change: object = None) -> None:
        sentence.text = f"{setting.value} familles sur 312 ne sont pas jointes."

    setting.observe(say, "value")
    say()
    results = ipywidgets.VBox([kit.Heading(4, "Qui n'est pas joint"), kit.SourceNote(text="Données fictives.")])
    yield from section("Un laboratoire", kit.lab_layout(ipywidgets.VBox([setting]), results, sentence))


def gallery() -> ipywidgets.Widget:
    """Return the whole page."""
    page = ipywidgets.VBox(
        [
            *fields(),
            *measured_fields(),
            *questions(),
            *exercises(),
            *movement(),
            *actions(),
            *words(),
            *findings(),
            *groups(),
            *lab(),
        ]
    )
    page.add_class("carnets-gallery-controls")
    return page
