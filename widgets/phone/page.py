"""Ce qu'est toute page pour les familles : un seul fichier, ses scripts permis, et pourquoi il n'a pas commencé."""

from __future__ import annotations

import json
import os
import re
from base64 import b64encode
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from liaison.base.languages import Language
from liaison.phone.words import frame_words, waiting_words
from widgets.phone.joining import bare_style, joined_script, joined_style
from widgets.phone.script import stripped

STATIC = Path(__file__).parent / "static"
ICON = Path(__file__).parents[1] / "kit" / "icone.svg"
FIRST_LANGUAGE = "fr"
NAMED = "NOM"  # in a text of the families: the page that is missing
QUERY = "QUERY_STRING"  # where Voilà puts what follows « ? », in the environment of the kernel
CLASSES = "carnets carnets-part carnets-phone"
# Why a page has not started: still on its way, cut there, or not understood by its browser; or another that it needs.
NOT_STARTED = ("lente", "coupee", "ancienne", "seule", "refusee")
# The last thing of a page: without it, the page has not come whole.
END = '<i id="page-entiere" hidden></i>'
NO_KEEPER: Mapping[str, str] = {}
# Words that a script says, by their names: one, or one of two; or that of a button.
ASKED = re.compile(
    r'\b(?:word\(app,(?:[^(),"]*\?)?|(?:action|switch)Button\(app,[^(),]+,)\s*"([a-z-]+)"(?:\s*:\s*"([a-z-]+)")?'
)


@dataclass(frozen=True)
class PhonePage:
    """What a page for families is made of: its modules from `entry`, which exports `mount`; its root, called `name`.

    The same page is one HTML file of a site, and, without its head, what Voilà shows.
    """

    name: str
    entry: Path
    classes: str = CLASSES

    @cached_property
    def style(self) -> str:
        """The style of what is in the phone."""
        return joined_style(self.entry)

    @cached_property
    def modules(self) -> str:
        """The modules of the page as one script, which starts nothing."""
        return joined_script(self.entry)

    @cached_property
    def opening(self) -> str:
        """What keeps the pages on the device, and what starts this one."""
        scripts = (bare_script(STATIC / f"{name}.js") for name in ("near", "keeping", "opening"))
        return "\n".join(["pageAttendue.read();", *scripts, f'openPage("{self.name}", () => in_{self.entry.stem});'])

    @property
    def script(self) -> str:
        """The one script of a page that has all of it as it is."""
        return alone(f"{self.modules}\n{self.opening}")

    def root(self, language: Language, address: str, keeper: Mapping[str, str] = NO_KEEPER) -> str:
        """Return where the page is drawn: `address` leads to another language, `keeper` to what keeps the pages."""
        attributes = "".join(f' data-{name}="{value}"' for name, value in keeper.items())
        return (
            f'<div id="{self.name}" class="{self.classes}" lang="{language.tag}" dir="{language.direction}" '
            f'data-appareil data-adresse="{address}"{attributes}></div>'
        )

    def scenario(self, made: Mapping[str, Any]) -> str:
        """Return what the page says and does, as JSON that no text of it can take out of its element.

        Raises:
            ValueError: a word that its scripts ask for by name, and that it does not have: a reader would see the name.
        """
        named = {name for names in ASKED.findall(self.modules) for name in names if name}
        if lacking := sorted(named - made["words"].keys()):
            raise ValueError(
                f"page {self.name}, language {made['language']['code']}: no words for {', '.join(lacking)}"
            )
        return json_in_html(made)

    def data(self, made: str, kind: str = "json") -> str:
        """Return what the page says and does, as its script finds it."""
        return f'<script type="application/{kind}" id="{self.name}-donnees">{made}</script>'

    def whole(self, language: Language, title: str, style: str, body: str, *, packed: bool = False) -> str:
        """Return the page as one HTML file that loads nothing else.

        With `packed`, its modules are compressed in `body`: what starts the page opens them, then runs them.
        """
        own = [alone(self.opening), self.modules] if packed else [self.script]
        return (
            f'<!doctype html>\n<html lang="{language.tag}" dir="{language.direction}">\n<head>\n'
            f"{head(title, awaiting_script(), *own)}<style>\n{style}</style>\n</head>\n<body>\n"
            f"{without_script(language.code)}\n{body}\n<script>{own[0]}</script>\n{END}\n</body>\n</html>\n"
        )

    def embedded(self, language: Language, data: str) -> str:
        """Return the page as Voilà shows it, before any widget and without a kernel."""
        style = f"{self.style}\n{(STATIC / 'embedded.css').read_text(encoding='utf-8')}"
        return (
            f"{awaited(language.code)}\n<style>\n{style}</style>\n{self.root(language, '?langue={code}')}\n{data}\n"
            f"<script>{self.script}</script>\n{END}"
        )


def whole_name(code: str) -> str:
    """Return the name of the page in which nothing is compressed, which an older browser needs."""
    return f"{code}.entier.html"


def page_style() -> str:
    """Return the style of what is around the phone: the page alone, or the choice of a language."""
    return bare_style((STATIC / "page.css").read_text(encoding="utf-8"))


def asked_language(offered: Container[str], environment: Mapping[str, str] = os.environ) -> str:
    """Return the language that the address asks for (`?langue=ar`), when it is offered; else French."""
    code = parse_qs(environment.get(QUERY, "")).get("langue", [FIRST_LANGUAGE])[0]
    return code if code in offered else FIRST_LANGUAGE


def head(title: str, *scripts: str) -> str:
    """Return what every page of the site says of itself; the browser may run its `scripts`, and no other."""
    icon = b64encode(ICON.read_bytes()).decode("ascii")
    return (
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy(*scripts)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<title>{escape(title)}</title>\n<link rel="icon" href="data:image/svg+xml;base64,{icon}">\n'
    )


def awaited(code: str) -> str:
    """Return what is said while the page has not started, and why; its script takes it away.

    It comes first: what follows may be slow, be cut on its way, or not be understood.
    """
    waiting, needed = waiting_words(code), whole_name(code)
    words = {why: not_started(code, why).replace(NAMED, needed) for why in NOT_STARTED}
    lines = "".join(f'<p data-dit="{why}" hidden>{escape(line)}</p>' for why, line in words.items())
    return (
        f'<div id="page-attendue" class="page-avis" role="status" hidden>{lines}'
        f'<button type="button" hidden>{escape(waiting["reessayer"])}</button></div>\n'
        f"<script>{awaiting_script()}</script>"
    )


def not_started(code: str, why: str) -> str:
    """Return the sentence that says, in a language, why a page has not started."""
    words = waiting_words(code)
    return words[why] if why in words else frame_words(code)[f"page-{why}"]


def without_script(code: str) -> str:
    """Return what the page shows to a browser that runs no script, or in which it has not started."""
    refused = escape(waiting_words(code)["sans-javascript"])
    return f'{awaited(code)}\n<noscript><p class="page-avis">{refused}</p></noscript>'


def awaiting_script() -> str:
    """Return the script that says why a page has not started."""
    return bare_script(STATIC / "starting.js")


def alone(script: str) -> str:
    """Return a script whose names are its own: Voilà has others in the same page."""
    return f"(() => {{\n{script}\n}})();"


def bare_script(path: Path) -> str:
    """Return a script as a page holds it."""
    return stripped(path.read_text(encoding="utf-8"))


def policy(*scripts: str) -> str:
    """Return what the page may do, which the browser enforces: its own scripts and pictures, and no call at all.

    It may see whether the page of another language is beside it, in a folder or on its server (near.js).
    """
    marks = (b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii") for script in scripts)
    own = " ".join(f"'sha256-{mark}'" for mark in marks)
    return (
        f"default-src 'none'; script-src {own}; style-src 'unsafe-inline' 'self' file:; img-src data: blob:; "
        "worker-src 'self'; base-uri 'none'; form-action 'none'"
    )


def json_in_html(value: Any) -> str:
    """Return a value as JSON that no text of it can take out of its element: no « < » is left in it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
