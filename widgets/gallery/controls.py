"""Les parties du kit par lesquelles on règle, on lit et on avance, dans tous leurs états."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import partial
from typing import Any

import ipywidgets
from traitlets import Bool, HasTraits, Int

from liaison.rules import Reference, Rule
from widgets import kit
from widgets.kit.following import sets
from widgets.texts import texts

t = texts("gallery_controls")

CHANNELS = [
    {"value": "ent", "label": t("messagerie-ent")},
    {"value": "sms", "label": t("sms")},
    {"value": "carnet", "label": t("carnet-liaison-papier")},
]


def example_badge(kind: str) -> dict[str, Any]:
    """Return the badge of a made-up rule of that kind, which says that it is made up."""
    rule = Rule(
        name="galerie/exemple",
        label=t("exemple"),
        kind=kind,
        unit="local_time_range",
        value="20:00",
        since=dt.date(2025, 9, 1),
        reference=Reference(
            title=t("texte-exemple-galerie-fictif"),
            article=t("article"),
            note=t("vaut-montrer-pastille"),
            reported_by=t("rapporte-par-galerie") if kind != "hypothese" else None,
            no_url=t("texte-existe-pas"),
            since=t("depuis-la-rentree") if kind != "hypothese" else None,
        ),
        checked_on=dt.date(2026, 11, 24),
    )
    return kit.badge_of(rule)


def echo(part: kit.Part, name: str) -> ipywidgets.Widget:
    """Return the part with, under it, the value that Python holds: what the browser tests read."""
    echoed = kit.SourceNote()
    echoed.add_class(f"echo-{name}")

    def say(_change: object = None) -> None:
        echoed.text = t("valeur-recue", value=repr(part.value))

    part.observe(say, "value")
    say()
    part.add_class(f"part-{name}")
    return ipywidgets.VBox([part, echoed])


def section(title: str, *parts: ipywidgets.Widget) -> list[ipywidgets.Widget]:
    """Return a heading and what stands under it."""
    return [kit.Heading(3, title), *parts]


def fields() -> Iterable[ipywidgets.Widget]:
    """Yield each kind of field that is chosen, at rest, refused, disabled and empty."""
    yield from section(
        t("choisir-liste"),
        echo(
            kit.SelectField(
                label=t("canal-absences"),
                options=CHANNELS,
                value="ent",
                help=t("celui-familles-lisent-jour"),
                badge=example_badge("circulaire"),
            ),
            "select",
        ),
        kit.SelectField(label=t("sans-choix-fait"), options=CHANNELS),
        kit.SelectField(
            label=t("refuse"),
            options=CHANNELS,
            value="sms",
            error=t("aucun-numero-telephone-connu"),
        ),
        kit.SelectField(label=t("hors-usage"), options=CHANNELS, value="carnet", disabled=True),
        kit.SelectField(label=t("liste-vide"), options=[]),
    )
    yield from section(
        t("cocher"),
        echo(
            kit.CheckField(
                label=t("ecrire-deux-responsables-legaux"),
                help=t("chacun-recoit-message-propre"),
                badge=example_badge("loi"),
            ),
            "check",
        ),
        kit.CheckField(label=t("refuse"), value=True, error=t("choix-demande-adresse-decochez")),
        kit.CheckField(label=t("hors-usage"), value=True, disabled=True),
    )


def measured_fields() -> Iterable[ipywidgets.Widget]:
    """Yield numbers and hours, at rest, refused and disabled."""
    yield from section(
        t("regler-nombre"),
        echo(
            kit.RangeField(
                label=t("delai-avant-notes-paraissent"),
                value=24,
                max=72,
                unit=t("heures"),
                help=t("temps-parler-classe"),
                badge=example_badge("charte"),
            ),
            "range",
        ),
        kit.RangeField(label=t("pas-decimal"), value=0.5, max=1, step=0.1),
        kit.RangeField(label=t("refuse"), value=3, max=10, unit=t("jours"), error=t("trois-jours-depassent-promesse")),
        kit.RangeField(label=t("hors-usage"), value=3, max=10, unit=t("jours"), disabled=True),
    )
    yield from section(
        t("donner-heure"),
        echo(
            kit.TimeField(
                label=t("heure-parution"),
                value="18:00",
                none_label=t("aucune-heure-saisie"),
                badge=example_badge("hypothese"),
            ),
            "time",
        ),
        kit.TimeField(label=t("sans-heure"), none_label=t("aucune-heure")),
        kit.TimeField(label=t("refuse"), value="23:30", error=t("heure-sans-personne")),
        kit.TimeField(label=t("hors-usage"), value="07:30", disabled=True),
    )


OPTIONS = [
    {"value": "matin", "label": t("matin-avant-classe")},
    {"value": "midi", "label": t("pause-midi")},
    {"value": "soir", "label": t("soir-apres-dix-huit-heures")},
]


def questions() -> Iterable[ipywidgets.Widget]:
    """Yield the five ways of answering, then a question refused and one out of use."""
    yield from section(
        t("repondre"),
        echo(kit.Question(label=t("quand-lisez-vous-messages"), options=OPTIONS), "radio"),
        echo(
            kit.Question(
                label=t("quels-moments-conviennent-rendez"),
                kind="checkbox",
                options=OPTIONS,
                help=t("cochez-tout-convient"),
            ),
            "checkbox",
        ),
        echo(kit.Question(label=t("rangez-plus-commode-moins"), kind="ordering", options=OPTIONS), "ordering"),
        echo(kit.Question(label=t("combien-messages-semaine"), kind="number", unit=t("messages")), "number"),
        echo(kit.Question(label=t("mot-equipe"), kind="short_text"), "text"),
        kit.Question(label=t("refusee"), options=OPTIONS[:2], value="midi", error=t("manque-reponse-question-avant")),
        kit.Question(label=t("hors-usage"), options=OPTIONS[:2], value="matin", disabled=True),
        kit.Question(label=t("sans-choix-a-proposer"), options=[]),
    )


PLACES = [
    {"value": "reglement", "label": t("impose-par-un-texte")},
    {"value": "charte", "label": t("equipe-decide")},
]
SETTINGS = [
    {"value": "absence", "label": t("prevenir-familles-jour-absence")},
    {"value": "reponse", "label": t("repondre-sous-trois-jours")},
]


def exercises() -> Iterable[ipywidgets.Widget]:
    """Yield two lists to match, a text to write, and each way in which an answer comes back."""
    yield from section(
        t("relier-ecrire"),
        echo(
            kit.Matching(
                label=t("vient-chaque-reglage-exemple"),
                items=SETTINGS,
                options=PLACES,
                help=t("meme-choix-peut-servir"),
            ),
            "matching",
        ),
        kit.Matching(
            label=t("refuse"),
            items=SETTINGS,
            options=PLACES,
            value={"absence": "charte"},
            error=t("reste-ligne-sans-reponse"),
        ),
        kit.Matching(label=t("hors-usage"), items=SETTINGS, options=PLACES, value={"absence": "charte"}, disabled=True),
        kit.Matching(label=t("sans-choix-a-proposer"), items=SETTINGS[:1]),
        kit.Matching(label=t("sans-element")),
        *quantities(),
        echo(kit.TextArea(label=t("recrivez-message"), help=t("trois-phrases-plus"), max_length=60), "text-area"),
        kit.TextArea(label=t("refuse"), lines=2, value=t("vu"), error=t("votre-reponse-tient-mot")),
        kit.TextArea(label=t("hors-usage"), lines=2, value=t("merci-votre-retour"), disabled=True),
    )
    yield from section(t("revenir-reponse"), *verdicts())


def quantities() -> Iterable[ipywidgets.Widget]:
    """Yield a number whose unit is chosen, one whose unit goes without saying, one refused, one out of use."""
    units = [{"value": "heures", "label": t("heures")}, {"value": "jours", "label": t("jours")}]
    yield echo(kit.Quantity(label=t("bout-combien-temps-repondez"), units=units), "quantity")
    yield kit.Quantity(label=t("seule-unite"), units=units[:1], value={"number": 24, "unit": "heures"})
    yield kit.Quantity(
        label=t("refuse"), units=units, value={"number": 3, "unit": ""}, error=t("choisissez-unite-trois-quoi")
    )
    yield kit.Quantity(label=t("hors-usage"), units=units, value={"number": 1.5, "unit": "jours"}, disabled=True)


def verdicts() -> Iterable[ipywidgets.Widget]:
    """Yield what comes back to an answer: all, part or nothing of it holds; received; nothing yet."""
    holds = {"tone": "bon", "word": t("tenue"), "text": t("absences-arrivent-jour-meme")}
    missed = {"tone": "alerte", "word": t("pas-encore"), "text": t("douze-familles-encore-laissees")}
    yield kit.Verdict(
        text=t("reponse-juste"), tone="bon", lines=[{"tone": "neutre", "word": "", "text": t("retenez-pourquoi")}]
    )
    yield kit.Verdict(text=t("une-condition-sur-deux"), tone="partiel", lines=[holds, missed])
    yield kit.Verdict(text=t("reponse-fausse"), tone="alerte", lines=[missed])
    yield kit.Verdict(text=t("votre-reponse-gardee-personne"))
    yield kit.Verdict()


def movement() -> Iterable[ipywidgets.Widget]:
    """Yield where one is, what is being done, and files in and out."""
    running = kit.Progress(label=t("simulation-douze-semaines"), max=12, running=True)
    running.advance(3)
    running.add_class("part-progress")
    running.on_stop(lambda: setattr(running, "running", False))
    stopped = kit.Progress(label=t("simulation-arretee"), max=12, value=5)
    finished = kit.Progress(label=t("simulation-terminee"), max=12, value=12)
    yield from section(t("reperer"), path(), undone())
    yield from section(t("attendre"), running, kit.Progress(label=t("duree-inconnue"), running=True), stopped, finished)
    yield from section(t("ouvrir-emporter-fichier"), *files())


def path() -> kit.LabPath:
    """Return a path of five steps, of which the last two wait, and one beside it."""
    names = {"etablissement": False, "canaux": False, "horaires": False, "etape-familles": True, "etape-charte": True}

    def heading(text: str) -> kit.StepMade:
        return kit.StepMade(kit.Heading(3, text))

    steps = [kit.PathStep(name, t(name), partial(heading, t(name)), waits) for name, waits in names.items()]
    beside = kit.PathStep("tout", t("etape-tout"), partial(heading, t("etape-tout")), beside=True)
    return kit.LabPath([*steps, beside], reason=t("etape-attend"))


class _Settings(HasTraits):
    """One setting, to change and to undo."""

    channels = Int(1)


def undone() -> kit.Undo:
    """Return what undoes a change that was made, and none that was not."""
    settings = _Settings()
    part = kit.Undo(settings, ["channels"], lambda _before, after: [(t("canaux"), str(after["channels"]))])
    settings.channels = 2
    return part


def files() -> Iterable[ipywidgets.Widget]:
    """Yield files in and out that work, then each in error and out of use."""
    received = kit.SourceNote(text=t("rien-recu"))
    received.add_class("echo-file")

    def receive(name: str, content: bytes) -> None:
        if b"\0" in content:
            raise ValueError("binary")
        received.text = t("recu-octets", name=name, n=len(content), size=str(len(content)))

    opened = kit.FileIn(label=t("ouvrir-politiques"), help=t("fichiers-json-yaml"), accept=".json,.yaml", max_mb=1)
    opened.on_file(receive)
    opened.add_class("part-file-in")
    big = kit.FileIn(label=t("ouvrir-grand-fichier-serveur"), max_mb=64)
    big.ask = t("ouvre-saisis-ici-envoye")
    big.on_file(receive)
    big.add_class("part-file-big")
    saved = kit.FileOut(label=t("telecharger-exemple"), help=t("texte-court"), badge=example_badge("hypothese"))
    saved.on_request(lambda: ("exemple.txt", "text/plain", b"Exemple fictif\n"))
    saved.add_class("part-file-out")
    broken = kit.FileOut(label=t("telecharger-echoue"))
    broken.on_request(lambda: ("jamais", "text/plain", b"%d" % (1 // 0)))
    broken.add_class("part-file-broken")
    yield from (opened, big, received, kit.FileIn(label=t("hors-usage"), disabled=True), saved, broken)
    link = kit.LinkOut()
    link.held = "exemple"
    yield from (kit.FileOut(label=t("telecharger-hors-usage"), disabled=True), link)


def words() -> Iterable[ipywidgets.Widget]:
    """Yield what is only read: sentences, notices, badges, sources."""
    yield from section(
        t("dire-resultat"),
        kit.ResultSentence(text=t("message-ete-simule"), detail=t("college-fictif-semaines")),
        kit.ResultSentence(text=t("chaque-famille-apprend-absence"), tone="bon"),
        kit.ResultSentence(
            text=t("familles-apprennent-absence-lendemain"),
            detail=t("surtout-celles-ont-pas"),
            tone="alerte",
        ),
        kit.ResultSentence(),
    )
    yield from section(
        t("titre-prevenir"),
        kit.Notice(title=t("eleves-familles-fictifs"), text=t("aucun-vrai-nom-entre")),
        kit.Notice(kind="attention", title=t("deux-canaux-meme-motif"), text=t("familles-recoivent-tout-deux")),
        kit.Notice(
            kind="erreur",
            title=t("fichier-pas-ete-lu"),
            text=t("vos-reglages-gardes-choisissez"),
        ),
    )
    paragraphs = kit.Paragraphs(lines=[t("famille-lit-deux-messages"), t("autre-reste-sans-reponse")])
    paragraphs.add_class("part-paragraphs")
    yield from section(t("dire-quelques-phrases"), paragraphs)
    yield from section(
        t("donner-source"),
        *(
            kit.SourceNote(text=t("source-nature", nature=kind), badge=example_badge(kind))
            for kind in ("loi", "reglement", "circulaire", "charte", "hypothese")
        ),
        kit.SourceNote(text=t("source-sans-regle-donnees")),
    )


def actions() -> Iterable[ipywidgets.Widget]:
    """Yield buttons: the one of the screen, another, one out of use; and what the first has done."""
    pressed = kit.SourceNote(text=t("pas-encore-presse"))
    pressed.add_class("echo-action")
    main = kit.Action(label=t("voir-pas-joint"), main=True)
    main.add_class("part-action")
    presses: list[None] = []

    def press() -> None:
        presses.append(None)
        pressed.text = t("presse", times=len(presses))

    main.on_press(press)
    other = kit.Action(label=t("comparer-deux-reglages"))
    yield from section(t("agir"), main, pressed, other, kit.Action(label=t("hors-usage"), main=True, disabled=True))
    invisible = kit.Paragraphs(lines=[t("partie-montre-rien-garde")])
    yield from section(t("garder-page-autre"), invisible, kit.Draft(name="galerie"))


def findings() -> Iterable[ipywidgets.Widget]:
    """Yield findings of each severity, and none."""
    severities = {"a_corriger": t("a-corriger"), "a_discuter": t("a-discuter"), "a_savoir": t("a-savoir")}
    kinds = dict(zip(severities, ("loi", "hypothese", "charte"), strict=True))
    filled = kit.FindingList(
        findings=[
            {
                "severity": severity,
                "severity_label": label,
                "title": t("constat-fictif", severity=label.lower()),
                "detail": t("travail-peut-etre-saisi"),
                "change": t("choisissez-heure-limite-saisie"),
                "badge": example_badge(kinds[severity]),
            }
            for severity, label in severities.items()
        ]
    )
    filled.add_class("part-finding-list")
    empty = kit.FindingList()
    empty.add_class("part-finding-list-vide")
    yield from section(t("constater"), filled, empty)


def groups() -> Iterable[ipywidgets.Widget]:
    """Yield groups that open one at a time, with a box, a part and a plain ipywidget inside."""
    inside = kit.SelectField(label=t("canal"), options=CHANNELS, value="ent", badge=example_badge("charte"))
    panels = kit.Panels(
        titles=[t("canaux"), t("horaires"), t("autre-outil")],
        summaries=[t("messagerie-ent"), "18:00", ""],
        children=[
            echo(inside, "inside"),
            ipywidgets.VBox([kit.TimeField(label=t("heure"), value="18:00"), kit.CheckField(label=t("aussi-samedi"))]),
            ipywidgets.IntSlider(value=3, max=10),
        ],
    )
    panels.add_class("part-panels")

    def summarize(_change: object) -> None:
        chosen = next((option["label"] for option in CHANNELS if option["value"] == inside.value), t("canal-a-choisir"))
        panels.summaries = [chosen, *panels.summaries[1:]]

    inside.observe(summarize, "value")
    yield from section(t("ouvrir-groupe-fois"), panels)


class _LabState(HasTraits):
    out = Int(14)
    revealed = Bool(False)


class _WhoView:
    def __init__(self) -> None:
        self.widget = kit.SourceNote()

    def show(self) -> None:
        self.widget.text = t("donnees-fictives")


class _LabResults(kit.LabResults):
    def __init__(self, state: _LabState) -> None:
        self.state = state
        waiting = kit.ResultSentence(text=t("pari-attendu"))
        super().__init__(state, ["out"], {"qui-non-joint": _WhoView, "autre-outil": _WhoView}, waiting, t)

    def say(self) -> None:
        self.summary.tone = "alerte"
        self.summary.text = t("familles-non-jointes-sur", families=self.state.out)


def lab() -> Iterable[ipywidgets.Widget]:
    """Yield a small lab, a setting on one side, its sentence and results on the other; and results behind a bet."""
    state = _LabState(revealed=True)
    setting = kit.RangeField(label=t("familles-non-jointes"), value=state.out, max=312, unit=t("familles"))
    sets(setting, state, "out")
    results, waiting = _LabResults(state), _LabResults(_LabState())
    layout = kit.lab_layout(ipywidgets.VBox([setting]), results.widget, results.summary)
    yield from section(t("laboratoire"), layout)
    yield from section(t("laboratoire-avant-pari"), waiting.summary, waiting.widget)


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
