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

from liaison.base.languages import languages
from liaison.practice.compiled import compiled, wording
from liaison.practice.wording import spoken
from widgets.phone.page import CLASSES, PhonePage, asked_language, json_in_html, page_style, whole_name
from widgets.phone.site import WORKER

HERE = Path(__file__).parent
PAGE = PhonePage("pratique", HERE / "practice.js", f"{CLASSES} carnets-practice")


@cache
def page_html(code: str, *, whole: bool = False) -> str:
    """Return the page of a language as one HTML file that loads nothing else.

    Its texts, its style and its modules are compressed in the page itself, so that it is light on any server; with
    `whole`, they are as they are, for a browser that cannot open them (before 2023), which the page sends there.

    Raises:
        TextError: a sentence is missing in that language.
    """
    language = languages()[code]
    # Nothing is drawn before the texts are there: what draws them may come with them.
    style = f"{PAGE.style if whole else ''}\n{page_style()}"
    # Who needs the larger page needs it in every language: no other is read before it.
    root = PAGE.root(
        language, "{code}.entier.html" if whole else "{code}.html", {"gardien": WORKER, "entier": whole_name(code)}
    )
    data = PAGE.data(_json(code)) if whole else _packed(code)
    return PAGE.whole(language, wording(code)("affiche-titre"), style, f"{root}\n{data}", packed=not whole)


@dataclass(frozen=True)
class PracticePage:
    """The practice ENT as HTML, for Voilà: it is there before any widget, and needs no kernel once it is there."""

    code: str

    def _repr_html_(self) -> str:
        return PAGE.embedded(languages()[self.code], PAGE.data(_json(self.code)))


def practice_page(environment: Mapping[str, str] = os.environ) -> PracticePage:
    """Return the page in the language that the address asks for (`?langue=ar`), else in French."""
    return PracticePage(asked_language(spoken(), environment))


@cache
def _json(code: str) -> str:
    return PAGE.scenario(compiled(code))


def _packed(code: str) -> str:
    drawn = json_in_html({"style": PAGE.style, "script": PAGE.modules})
    whole = f"{_json(code)[:-1]},{drawn[1:]}"
    return PAGE.data(b64encode(gzip.compress(whole.encode("utf-8"), mtime=0)).decode("ascii"), "gzip")
