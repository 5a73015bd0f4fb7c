"""Ce qu'un site pour les familles a autour de ses pages : ce qui les garde hors ligne, et le choix de la langue."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from html import escape
from pathlib import Path

from liaison.base.languages import Language, languages
from liaison.phone.words import frame_words
from widgets.phone.page import NAMED, STATIC, bare_script, head, page_style

INDEX, WORKER = "index.html", "sw.js"
# Why another page is not there (near.js): not beside this one, not given by the server, none answers, or it is slow.
MISSING = ("seule", "refusee", "loin", "lente")
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
# Where the first page says that another cannot come.
STAYING = '<p role="alert" class="page-avis" data-gardien="{keeper}"{more} hidden></p>\n'


def worker(family: str, pages: Mapping[str, str], codes: Iterable[str]) -> str:
    """Return the script that keeps the pages of a site on the device: `family` names its cache, `codes` its languages.

    What it says of a page that it does not have comes from the texts of each language.
    """
    far = {f"{code}.html": _far(code, pages[f"{code}.html"]) for code in codes}
    text = (STATIC / WORKER).read_text(encoding="utf-8").replace("{family}", family)
    text = text.replace('"{far}"', json.dumps(far, ensure_ascii=False))
    mark = sha256("".join([*pages.values(), text]).encode("utf-8")).hexdigest()[:12]
    return text.replace("{digest}", mark)


def _far(code: str, page: str) -> dict[str, str]:
    """The words of a language on a page that is not there, ready for HTML; its title is that of the site."""
    language, words = languages()[code], frame_words(code)
    reasons = {why: escape(words[f"page-{why}"]) for why in ("refusee", "loin")}
    titled = TITLE.search(page)
    return {
        **reasons,
        "lang": language.tag,
        "dir": language.direction,
        "name": escape(language.name),
        "title": titled[1] if titled else "",
        "onward": escape(words["continuer"]),
    }


def leading(language: Language) -> str:
    """Return what a link to the page of a language says of it, and what to say when that page cannot come, and why."""
    words, page = frame_words(language.code), f"{language.code}.html"
    reasons = "".join(f' data-{why}="{escape(words[f"page-{why}"].replace(NAMED, page))}"' for why in MISSING)
    return f'href="{page}" lang="{language.tag}" dir="{language.direction}"{reasons}'


def first_page(title: str, style: str, inside: str, own: Path | None = None, *, larger: bool = False) -> str:
    """Return the page of a site on which a language is chosen first: kept, and not left for one that cannot come.

    `inside` has the links of `leading`, each with `data-page`; `own` is a script of its own. With `larger`, the site
    has the pages of `whole_name` too.
    """
    parts = [STATIC / "near.js", STATIC / "keeping.js", *([own] if own else []), STATIC / "choosing.js"]
    script = "\n".join(map(bare_script, parts))
    staying = STAYING.format(keeper=WORKER, more=" data-entier" if larger else "")
    return (
        f'<!doctype html>\n<html lang="fr" dir="ltr">\n<head>\n{head(title, script)}'
        f'<style>\n{style}\n{page_style()}</style>\n</head>\n<body>\n<main class="carnets index">\n{inside}'
        f"{staying}</main>\n<script>{script}</script>\n</body>\n</html>\n"
    )
