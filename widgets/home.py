"""The home of the suite: who are you, what exists for you, what you leave with.

The cards are those of `liaison.module`, so the home lists nothing twice; an app, a lesson or an exercise is a link only
when its notebook is there. Plain HTML: the page is complete before any script has run.
"""

import os
from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import get_args
from urllib.parse import quote

from liaison.base.languages import languages
from liaison.base.suite import NOTEBOOKS
from liaison.module import PICTURE, Audience, Module, ModuleError, Way, listed_modules
from widgets.texts import texts

HERE = Path(__file__).parent
AUDIENCES = get_args(Audience)
EVERYBODY = "tout"


def cards(notebooks: Path = NOTEBOOKS) -> tuple[list[Module], list[str]]:
    """The modules that can be opened, those of study first, in the order of their folders; a sentence per bad card."""
    modules, errors = listed_modules(notebooks)
    faults = [texts("accueil")("accueil-illisible", fault=_in_one_line(error)) for error in errors]
    return [module for module in modules if module.ways], faults


def _in_one_line(error: ModuleError) -> str:
    first, *lines = str(error).removesuffix(".").split("\n- ")
    return f"{first} {' ; '.join(lines)}".strip() + "."


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
            f'<p class="accueil-parents">{t("accueil-parents")}</p>'
            f"{_to_tools([module for module in listed if not module.studied], t)}"
            f"{''.join(f'<p class=accueil-faute>{escape(fault)}</p>' for fault in faults)}"
            f"{_section('cartes', [module for module in listed if module.studied], t)}{_nothing(listed, t)}"
            f"{_section('outils', [module for module in listed if not module.studied], t)}"
            f'<p class="accueil-machine">{t("accueil-machine")}</p></div>'
        )


def home() -> Home:
    """The home page, as the last line of `accueil.ipynb`; a room's space does not hold every notebook of the suite."""
    return Home(Path.cwd())


def _question(t: Callable[..., str]) -> str:
    choices = [(EVERYBODY, t("accueil-tout")), *((name, t(f"accueil-public-{name}")) for name in AUDIENCES)]
    radios = "".join(
        f'<label><input type="radio" name="accueil-public" value="{name}"{" checked" if name == EVERYBODY else ""}>'
        f"<span>{escape(label)}</span></label>"
        for name, label in choices
    )
    return f'<fieldset class="accueil-question"><legend>{t("accueil-question")}</legend>{radios}</fieldset>'


def _to_tools(tools: Sequence[Module], t: Callable[..., str]) -> str:
    """The way down to the apps of a session, which stand under every module: a session may be running."""
    if not tools:
        return ""
    return f'<p class="accueil-aller {_whom(tools)}"><a href="#accueil-outils">{t("accueil-aller")}</a></p>'


def _whom(listed: Sequence[Module]) -> str:
    audiences = {audience for module in listed for audience in module.card.audience}
    return " ".join(f"pour-{audience}" for audience in AUDIENCES if audience in audiences)


def _section(name: str, listed: Sequence[Module], t: Callable[..., str]) -> str:
    """Some cards under their title; nothing where there is none, and hidden by the style where none is for them."""
    if not listed:
        return ""
    cards_of = "".join(_card(module, _starts(module, listed), t) for module in listed)
    return (
        f'<section class="accueil-section {_whom(listed)}" aria-labelledby="accueil-{name}">'
        f'<h2 id="accueil-{name}">{t(f"accueil-{name}")}</h2><ul class="accueil-liste">{cards_of}</ul></section>'
    )


def _starts(module: Module, listed: Sequence[Module]) -> list[str]:
    """For whom a module of study is the first of several."""
    meant = {
        EVERYBODY: listed,
        **{name: [other for other in listed if name in other.card.audience] for name in AUDIENCES},
    }
    return [name for name, modules in meant.items() if module.studied and len(modules) > 1 and modules[0] is module]


def _card(module: Module, starts: Sequence[str], t: Callable[..., str]) -> str:
    card = module.card
    start = f'<p class="accueil-debut {" ".join(f"debut-{name}" for name in starts)}">{t("accueil-debut")}</p>'
    return (
        f'<li class="accueil-carte {_whom([module])}">{_picture(module)}{start if starts else ""}'
        f"<h3>{escape(card.title)}</h3><p class='accueil-enjeu'>{escape(card.question)}</p>"
        f"<p class='accueil-emporter'>{escape(t('accueil-emporter', takeaway=card.takeaway))}</p>"
        f"<ul>{''.join(_link(module, way, t) for way in module.ways)}</ul>{_languages(module, t)}</li>"
    )


def _picture(module: Module) -> str:
    """What the module draws of itself, as an image: it can hold no script, and follows the colours of the machine."""
    file = module.folder / PICTURE
    if not file.is_file():
        return ""
    return (
        f'<img class="accueil-vignette" alt="" src="data:image/svg+xml;base64,{b64encode(file.read_bytes()).decode()}">'
    )


def _link(module: Module, way: Way, t: Callable[..., str]) -> str:
    card, path = module.card, f"{module.name}/{way}.ipynb"
    titled = way == "lecon" and card.lesson_title
    label = t("accueil-ouvrir-lecon-titre", title=card.lesson_title) if titled else t(f"accueil-ouvrir-{way}")
    minutes = getattr(card.minutes, way)
    length = f"<span>{t('accueil-minutes', minutes=minutes)}</span>" if minutes else ""
    # Two cards may both say « Ouvrir l'application »: the card's title, out of sight, tells them apart.
    hidden = f'<span class="accueil-cache">\u00a0: {escape(card.title)}</span>'
    href = _lesson_url(path) if way == "lecon" else _app_url(path)
    return f'<li class="accueil-{way}"><a href="{href}">{escape(label)}{hidden}</a>{length}</li>'


def _languages(module: Module, t: Callable[..., str]) -> str:
    """The languages in which parents open the application of a module, each by its own name."""
    if not module.card.languages or "application" not in module.ways:
        return ""
    links = "".join(
        f'<li><a href="{_app_url(f"{module.name}/application.ipynb")}?langue={language.code}" lang="{language.tag}" '
        f'hreflang="{language.tag}" '
        f'dir="{language.direction}">{escape(language.name)}</a></li>'
        for language in languages().values()
    )
    return f'<div class="accueil-langues"><p>{t("accueil-langues")}</p><ul>{links}</ul></div>'


def _nothing(listed: Sequence[Module], t: Callable[..., str]) -> str:
    empty = [name for name in AUDIENCES if not any(name in module.card.audience for module in listed)]
    return "".join(f'<p class="accueil-vide vide-{name}">{t(f"accueil-vide-{name}")}</p>' for name in empty)


def _app_url(path: str) -> str:
    return f"{_base()}voila/render/notebooks/{quote(path)}"


def _lesson_url(path: str) -> str:
    return f"{_base()}lab/tree/notebooks/{quote(path)}"


def _base() -> str:
    """Where the server is: set by Voilà for a page, by the hub for a session; `/` on one's own machine."""
    return os.environ.get("VOILA_BASE_URL") or os.environ.get("JUPYTERHUB_SERVICE_PREFIX") or "/"
