"""L'ENT d'entraînement en une page : un seul fichier HTML par langue, avec son style, son script et ses textes.

The same file is put on a web site, copied on a USB stick, and, without its head, shown by Voilà.
"""

from __future__ import annotations

import gzip
import os
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from liaison.base.languages import Language, languages
from liaison.practice.compiled import compiled, wording
from liaison.practice.wording import spoken
from widgets.phone.joining import joined_script, joined_style
from widgets.phone.page import (
    CLASSES,
    END,
    asked_language,
    awaited,
    awaiting_script,
    head,
    json_in_html,
    page_style,
    starting_script,
    without_script,
)
from widgets.phone.site import WORKER

HERE = Path(__file__).parent
STATIC = HERE / "static"
ENTRY = HERE / "practice.js"
EMBEDDED = STATIC / "embedded.css"


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
    style = f"{joined_style(ENTRY) if whole else ''}\n{page_style()}"
    return (
        f'<!doctype html>\n<html lang="{language.tag}" dir="{language.direction}">\n<head>\n'
        f"{head(wording(code)('affiche-titre'), awaiting_script(), script)}<style>\n{style}</style>\n</head>\n<body>\n"
        f"{without_script(code)}\n{_root(language, '{code}.html', worker=WORKER, whole=whole_name(code))}\n"
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
            f"{awaited(self.code)}\n<style>\n{joined_style(ENTRY)}\n{EMBEDDED.read_text(encoding='utf-8')}</style>\n"
            f"{_root(language, '?langue={code}')}\n{_data(self.code)}\n<script>{_script()}</script>\n{END}"
        )


def practice_page(environment: Mapping[str, str] = os.environ) -> PracticePage:
    """Return the page in the language that the address asks for (`?langue=ar`), else in French."""
    return PracticePage(asked_language(spoken(), environment))


@cache
def _script() -> str:
    return starting_script(joined_script(ENTRY), STATIC / "start.js")


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
    styled = f'{_json(code)[:-1]},"style":{json_in_html(joined_style(ENTRY))}}}'
    packed = b64encode(gzip.compress(styled.encode("utf-8"), mtime=0)).decode("ascii")
    return f'<script type="application/gzip" id="pratique-donnees">{packed}</script>'
