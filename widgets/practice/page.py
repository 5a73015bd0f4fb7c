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

from liaison.base.languages import Language, languages
from liaison.practice.compiled import CHROME, compiled, wording
from liaison.practice.wording import spoken
from widgets.practice.joining import joined_script, joined_style, without_comments

HERE = Path(__file__).parent
STATIC = HERE / "static"
ICON = HERE.parent / "kit" / "icone.svg"
FIRST_LANGUAGE = "fr"
QUERY = "QUERY_STRING"  # where Voilà puts what follows « ? », in the environment of the kernel
CLASSES = "carnets carnets-part carnets-practice"
# Why another page cannot come (near.js): it is not beside this one, the server does not give it, none answers.
MISSING = ("seule", "refusee", "loin")
# Why a page has not started: still on its way, cut there, or not understood by its browser; or another that it needs.
NOT_STARTED = {f"affiche-page-{why}": why for why in ("lente", "coupee", "ancienne")}
NOT_STARTED |= {f"{CHROME}page-{why}": why for why in ("seule", "refusee")}
# The last thing of a page: without it, the page has not come whole.
END = '<i id="page-entiere" hidden></i>'


@cache
def page_html(code: str, *, whole: bool = False) -> str:
    """Return the page of a language as one HTML file that loads nothing else.

    Its texts are compressed in the page itself, so that it is light on any server; with `whole`, they are as they
    are, for a browser that cannot open them (before 2023), which the page sends there.

    Raises:
        TextError: a sentence is missing in that language.
    """
    language = languages()[code]
    script = _script()
    # Where texts are compressed, so is the style: nothing is drawn before they are there.
    style = f"{joined_style() if whole else ''}\n{_file('page.css')}"
    return (
        f'<!doctype html>\n<html lang="{language.tag}" dir="{language.direction}">\n<head>\n'
        f"{head(wording(code)('affiche-titre'), awaiting_script(), script)}<style>\n{style}</style>\n</head>\n<body>\n"
        f"{without_script(code)}\n{_root(language, '{code}.html', worker='sw.js', whole=whole_name(code))}\n"
        f"{_data(code) if whole else _packed(code)}\n<script>{script}</script>\n{END}\n</body>\n</html>\n"
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
            f"{awaited(self.code)}\n<style>\n{joined_style()}\n{_file('embedded.css')}</style>\n"
            f"{_root(language, '?langue={code}')}\n{_data(self.code)}\n<script>{_script()}</script>\n{END}"
        )


def practice_page(environment: Mapping[str, str] = os.environ) -> PracticePage:
    """Return the page in the language that the address asks for (`?langue=ar`), else in French."""
    asked = parse_qs(environment.get(QUERY, "")).get("langue", [FIRST_LANGUAGE])[0]
    return PracticePage(asked if asked in spoken() else FIRST_LANGUAGE)


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
    t = wording(code)
    lines = "".join(f'<p data-dit="{why}" hidden>{escape(t(said))}</p>' for said, why in NOT_STARTED.items())
    return (
        f'<div id="page-attendue" class="pratique-avis" role="status" hidden>{lines}'
        f'<button type="button" hidden>{escape(t("affiche-reessayer"))}</button></div>\n'
        f"<script>{awaiting_script()}</script>"
    )


def without_script(code: str) -> str:
    """Return what the page shows to a browser that runs no script, or in which it has not started."""
    refused = escape(wording(code)("affiche-sans-javascript"))
    return f'{awaited(code)}\n<noscript><p class="pratique-avis">{refused}</p></noscript>'


def awaiting_script() -> str:
    """Return the script that says why a page has not started."""
    return without_comments(_file("starting.js"))


def starting_script(joined: str, start: Path) -> str:
    """Return the one script of a page: its modules, what keeps its pages on the device, and what starts it."""
    scripts = [_file("near.js"), _file("keeping.js"), start.read_text(encoding="utf-8")]
    return "\n".join(["(() => {", joined, "pageAttendue.read();", *map(without_comments, scripts), "})();"])


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


@cache
def _script() -> str:
    return starting_script(joined_script(), STATIC / "start.js")


def _root(language: Language, address: str, worker: str = "", whole: str = "") -> str:
    keeper = f' data-gardien="{worker}" data-entier="{whole}"' if worker else ""
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
