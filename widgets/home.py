"""The home of the suite: who are you, what exists for you, what you leave with.

A card is read from the `scenario.yaml` of each module, so the home lists nothing twice; an app, a lesson or an
exercise is a link only when its notebook is there. Plain HTML: the page is complete before any script has run.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import quote

import yaml
from pydantic import BaseModel, ConfigDict, Field, PositiveInt, ValidationError, field_validator

from liaison.base.suite import NOTEBOOKS
from liaison.base.yaml_text import read_yaml
from widgets.texts import texts

HERE = Path(__file__).parent
AUDIENCES = ("forme", "enseigne", "equipe", "parent")
CARDS_PER_AUDIENCE = 6
Way = Literal["application", "lecon", "exercice"]  # the name of the notebook, in the order of a card


class Minutes(BaseModel):
    """How long each way of using a module takes."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    application: PositiveInt | None = None
    lecon: PositiveInt | None = None
    exercice: PositiveInt | None = None


class Presentation(BaseModel):
    """What a module says of itself at the head of its `scenario.yaml`; its other keys are the module's."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    title: str = Field(min_length=1)
    minutes: Minutes
    audience: tuple[Literal["forme", "enseigne", "equipe", "parent"], ...] = Field(min_length=1)
    takeaway: str = Field(min_length=1)
    lesson_title: str = ""

    @field_validator("minutes", mode="before")
    @classmethod
    def _one_length_for_all(cls, value: object) -> object:
        return dict.fromkeys(get_args(Way), value) if isinstance(value, int) else value


@dataclass(frozen=True)
class Card:
    """One module on the home: how it presents itself, and which of its notebooks exist."""

    folder: str
    presentation: Presentation
    ways: tuple[Way, ...]


def cards(notebooks: Path = NOTEBOOKS) -> tuple[list[Card], list[str]]:
    """The cards of the modules that can be opened, in the order of their folders; then a sentence per bad file."""
    found: list[Card] = []
    faults: list[str] = []
    for file in sorted(notebooks.glob("*/scenario.yaml")):
        ways = tuple(way for way in get_args(Way) if (file.parent / f"{way}.ipynb").is_file())
        if not ways:
            continue
        try:
            presentation = Presentation.model_validate(read_yaml(file.read_text(encoding="utf-8")))
        except (ValidationError, yaml.YAMLError, UnicodeDecodeError) as error:
            path = f"{file.parent.name}/{file.name}"
            faults.append(texts("accueil")("accueil-illisible", path=path, detail=_reason(error)))
            continue
        found.append(Card(file.parent.name, presentation, ways))
    return _at_most_six_each(found), faults


@dataclass(frozen=True)
class Home:
    """The home page as HTML, for Voilà and for JupyterLab alike."""

    notebooks: Path = NOTEBOOKS

    def _repr_html_(self) -> str:
        t = texts("accueil")
        listed, faults = cards(self.notebooks)
        style = "".join((HERE / name).read_text(encoding="utf-8") for name in ("kit/tokens.css", "home.css"))
        return (
            f'<style>{style}</style><div class="carnets accueil">'
            f"<h1>{t('accueil-titre')}</h1><p class='accueil-phrase'>{t('accueil-phrase')}</p>{_question(t)}"
            f'<section aria-labelledby="accueil-cartes"><h2 id="accueil-cartes">{t("accueil-cartes")}</h2>'
            f"{''.join(f'<p class=accueil-faute>{escape(fault)}</p>' for fault in faults)}"
            f'<ul class="accueil-liste">{"".join(_card(card, t) for card in listed)}</ul>{_nothing(listed, t)}'
            f'</section><p class="accueil-machine">{t("accueil-machine")}</p>{_gallery(self.notebooks, t)}</div>'
        )


def home() -> Home:
    """The home page, as the last line of `accueil.ipynb`; a room's space does not hold every notebook of the suite."""
    return Home(Path.cwd())


def _question(t: Callable[..., str]) -> str:
    choices = [("tout", t("accueil-tout")), *((name, t(f"accueil-public-{name}")) for name in AUDIENCES)]
    radios = "".join(
        f'<label><input type="radio" name="accueil-public" value="{name}"{" checked" if name == "tout" else ""}>'
        f"<span>{escape(label)}</span></label>"
        for name, label in choices
    )
    return f'<fieldset class="accueil-question"><legend>{t("accueil-question")}</legend>{radios}</fieldset>'


def _card(card: Card, t: Callable[..., str]) -> str:
    said = card.presentation
    who = ", ".join(t(f"accueil-qui-{name}") for name in AUDIENCES if name in said.audience)
    classes = " ".join(f"pour-{name}" for name in said.audience)
    return (
        f'<li class="accueil-carte {classes}"><h3>{escape(said.title)}</h3>'
        f"<p>{escape(t('accueil-emporter', takeaway=said.takeaway))}</p>"
        f"<p class='accueil-pour'>{t('accueil-pour', who=who)}</p>"
        f"<ul>{''.join(_link(card, way, t) for way in card.ways)}</ul></li>"
    )


def _link(card: Card, way: Way, t: Callable[..., str]) -> str:
    said, path = card.presentation, f"{card.folder}/{way}.ipynb"
    titled = way == "lecon" and said.lesson_title
    label = t("accueil-ouvrir-lecon-titre", title=said.lesson_title) if titled else t(f"accueil-ouvrir-{way}")
    minutes = getattr(said.minutes, way)
    length = f"<span>{t('accueil-minutes', minutes=minutes)}</span>" if minutes else ""
    # Two cards may both say « Ouvrir l'application »: the card's title, out of sight, tells them apart.
    hidden = f'<span class="accueil-cache">\u00a0: {escape(said.title)}</span>'
    href = _lesson_url(path) if way == "lecon" else _app_url(path)
    return f'<li class="accueil-{way}"><a href="{href}">{escape(label)}{hidden}</a>{length}</li>'


def _nothing(listed: list[Card], t: Callable[..., str]) -> str:
    empty = [name for name in AUDIENCES if not any(name in card.presentation.audience for card in listed)]
    return "".join(f'<p class="accueil-vide vide-{name}">{t(f"accueil-vide-{name}")}</p>' for name in empty)


def _gallery(notebooks: Path, t: Callable[..., str]) -> str:
    if not (notebooks / "galerie.ipynb").is_file():
        return ""
    link = f'<a href="{_app_url("galerie.ipynb")}">{t("accueil-galerie")}</a>'
    return f'<p class="accueil-developper">{t("accueil-developper")} {link}</p>'


def _at_most_six_each(found: list[Card]) -> list[Card]:
    """A reader chooses among six cards at most: the first ones of each audience."""
    first = [
        card
        for name in AUDIENCES
        for card in [card for card in found if name in card.presentation.audience][:CARDS_PER_AUDIENCE]
    ]
    return [card for card in found if card in first]


def _app_url(path: str) -> str:
    return f"{_base()}voila/render/notebooks/{quote(path)}"


def _lesson_url(path: str) -> str:
    return f"{_base()}lab/tree/notebooks/{quote(path)}"


def _base() -> str:
    """Where the server is: set by Voilà for a page, by the hub for a session; `/` on one's own machine."""
    return os.environ.get("VOILA_BASE_URL") or os.environ.get("JUPYTERHUB_SERVICE_PREFIX") or "/"


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return ".".join(str(part) for part in first["loc"]) or "fiche vide"
    return " ".join(str(error).split())[:120]
