"""L'ENT d'entraînement en une page : un seul fichier HTML par langue, avec son style, son script et ses textes.

The same file is put on a web site, copied on a USB stick, and, without its head, shown by Voilà.
"""

from __future__ import annotations

import gzip
import json
import os
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from liaison.languages import Language, languages
from liaison.practice.compiled import CHROME, compiled, wording
from liaison.practice.wording import spoken
from widgets.practice.joining import joined_script, joined_style

HERE = Path(__file__).parent
STATIC = HERE / "static"
ICON = HERE.parent / "voila" / "static" / "icone.svg"
FIRST_LANGUAGE = "fr"
QUERY = "QUERY_STRING"  # where Voilà puts what follows « ? », in the environment of the kernel
CLASSES = "carnets carnets-part carnets-practice"


@cache
def page_html(code: str, *, whole: bool = False) -> str:
    """Return the page of a language as one HTML file that loads nothing else.

    Its texts are compressed in the page itself, so that it is light on any server; with `whole`, they are as they
    are, for a browser that cannot open them (before 2023), which the page sends there.

    Raises:
        TextError: a sentence is missing in that language.
    """
    language, t = languages()[code], wording(code)
    script = _script()
    # Where texts are compressed, so is the style: nothing is drawn before they are there.
    style = f"{joined_style() if whole else ''}\n{_file('page.css')}"
    return (
        f'<!doctype html>\n<html lang="{language.tag}" dir="{language.direction}">\n<head>\n'
        f"{head(t('affiche-titre'), script)}<style>\n{style}</style>\n</head>\n<body>\n"
        f"{_root(language, '{code}.html', worker='sw.js', whole=whole_name(code))}\n{without_script(code)}\n"
        f"{_data(code) if whole else _packed(code)}\n<script>{script}</script>\n</body>\n</html>\n"
    )


def whole_name(code: str) -> str:
    """Return the name of the page whose texts are not compressed."""
    return f"{code}.entier.html"


@dataclass(frozen=True)
class PracticePage:
    """The practice ENT as HTML, for Voilà: it is there before any widget, and needs no kernel once it is there."""

    code: str

    def _repr_html_(self) -> str:
        language = languages()[self.code]
        return (
            f"<style>\n{joined_style()}\n{_file('embedded.css')}</style>\n{_root(language, '?langue={code}')}\n"
            f"{too_old(self.code)}\n{_data(self.code)}\n<script>{_script()}</script>"
        )


def practice_page(environment: Mapping[str, str] = os.environ) -> PracticePage:
    """Return the page in the language that the address asks for (`?langue=ar`), else in French."""
    asked = parse_qs(environment.get(QUERY, "")).get("langue", [FIRST_LANGUAGE])[0]
    return PracticePage(asked if asked in spoken() else FIRST_LANGUAGE)


def head(title: str, script: str) -> str:
    """Return what every page of the site says of itself; `script` is the only one that the browser may run."""
    icon = b64encode(ICON.read_bytes()).decode("ascii")
    return (
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy(script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<title>{escape(title)}</title>\n<link rel="icon" href="data:image/svg+xml;base64,{icon}">\n'
    )


def too_old(code: str) -> str:
    """Return what a browser that cannot read the page's script shows after a while; the script takes it away."""
    shown_late = "visibility: hidden; animation: page-ancienne 0s 8s forwards"
    return (
        "<style>@keyframes page-ancienne { to { visibility: visible; } }</style>"
        f'<p id="page-ancienne" class="pratique-avis" style="{shown_late}">'
        f"{escape(wording(code)('affiche-navigateur'))}</p>"
    )


def without_script(code: str) -> str:
    """Return what the page shows to a browser that runs no script, or that does not understand this one."""
    refused = escape(wording(code)("affiche-sans-javascript"))
    return (
        f"{too_old(code)}\n<noscript><style>#page-ancienne {{ display: none; }}</style>"
        f'<p class="pratique-avis">{refused}</p></noscript>'
    )


def starting_script(joined: str, start: Path) -> str:
    """Return the one script of a page: its modules, what keeps its pages on the device, and what starts it."""
    parts = [joined, _file("near.js"), _file("keeping.js"), start.read_text(encoding="utf-8")]
    return "(() => {\n" + "\n".join(parts) + "})();"


def policy(script: str) -> str:
    """Return what the page may do, which the browser enforces: its own script, its own pictures, and no call at all."""
    mark = b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; script-src 'sha256-{mark}'; style-src 'unsafe-inline'; img-src data: blob:; "
        "worker-src 'self'; base-uri 'none'; form-action 'none'"
    )


def json_in_html(value: Any) -> str:
    """Return a value as JSON that no text of it can take out of its element: no « < » is left in it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


@cache
def _script() -> str:
    return starting_script(joined_script(), STATIC / "start.js")


def _root(language: Language, address: str, worker: str = "", whole: str = "") -> str:
    far = escape(wording(language.code)(f"{CHROME}page-loin"))
    keeper = f' data-gardien="{worker}" data-entier="{whole}" data-loin="{far}"' if worker else ""
    return (
        f'<div id="pratique" class="{CLASSES}" lang="{language.tag}" dir="{language.direction}" '
        f'data-appareil data-adresse="{address}"{keeper}></div>'
    )


@cache
def _json(code: str) -> str:
    return json_in_html(compiled(code))


def _data(code: str) -> str:
    return f'<script type="application/json" id="pratique-donnees">{_json(code)}</script>'


def _packed(code: str) -> str:
    styled = f'{_json(code)[:-1]},"style":{json_in_html(joined_style())}}}'
    packed = b64encode(gzip.compress(styled.encode("utf-8"), mtime=0)).decode("ascii")
    return f'<script type="application/gzip" id="pratique-donnees">{packed}</script>'


def _file(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")
