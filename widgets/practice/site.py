"""Le site de l'ENT d'entraînement : une page par langue, le choix de la langue, et ce qui le garde hors ligne."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from html import escape
from pathlib import Path

from liaison.base.languages import Language, languages
from liaison.documents import write_files
from liaison.practice.compiled import CHROME, wording
from liaison.practice.wording import spoken
from widgets.practice.joining import joined_style, without_comments
from widgets.practice.page import MISSING, STATIC, head, page_html, whole_name
from widgets.texts import texts

INDEX, WORKER = "index.html", "sw.js"
# Where the first page says that another cannot come.
STAYING = f'<p role="alert" class="pratique-avis" data-gardien="{WORKER}" hidden></p>\n'


def build_site(folder: Path) -> list[Path]:
    """Write the whole site in a folder, all of it or nothing, and return the paths of its files.

    Raises:
        DocumentError: the folder cannot be written; in French.
        TextError: a sentence is missing in one of the languages.
    """
    return write_files(folder, {name: text.encode("utf-8") for name, text in site_files().items()})


def site_files() -> dict[str, str]:
    """Return the text of every file of the site, by name: that is all there is to put on a server or on a stick."""
    pages = {INDEX: index_html()} | {f"{code}.html": page_html(code) for code in spoken()}
    pages |= {whole_name(code): page_html(code, whole=True) for code in spoken()}
    return {**pages, WORKER: worker("pratique", pages, spoken())}


def worker(family: str, pages: Mapping[str, str], codes: Iterable[str]) -> str:
    """Return the script that keeps the pages of a site on the device: `family` names its cache, `codes` its languages.

    What it says of a page that it does not have comes from the texts of each language.
    """
    far = {f"{code}.html": {why: _far(code, why) for why in ("refusee", "loin")} for code in codes}
    text = (STATIC / WORKER).read_text(encoding="utf-8").replace("{family}", family)
    text = text.replace('"{far}"', json.dumps(far, ensure_ascii=False))
    mark = sha256("".join([*pages.values(), text]).encode("utf-8")).hexdigest()[:12]
    return text.replace("{digest}", mark)


def _far(code: str, why: str) -> str:
    language, t = languages()[code], wording(code)
    said, go_on = escape(t(f"{CHROME}page-{why}")), escape(t(f"{CHROME}continuer"))
    return (
        f'<section lang="{language.tag}" dir="{language.direction}"><p>{said}</p>'
        f'<p><a href="{code}.html">{go_on}</a></p></section>'
    )


def index_html() -> str:
    """Return the first page: each language by its own name; and, where a place is kept, how to go back to it."""
    t = texts("practice")
    script = first_script(STATIC / "index.js")
    found = spoken()
    links = "".join(f"<li>{_link(code, 'choix', language.name)}</li>" for code, language in found.items())
    again = "".join(
        f'<p hidden class="index-reprendre" data-langue="{code}">'
        f"{_link(code, 'suite', wording(code)('affiche-reprendre'))}</p>"
        for code in found
    )
    style = f"{joined_style()}\n{(STATIC / 'page.css').read_text(encoding='utf-8')}"
    return (
        f'<!doctype html>\n<html lang="fr" dir="ltr">\n<head>\n{head(t("practice-index-titre"), script)}'
        f'<style>\n{style}</style>\n</head>\n<body>\n<main class="carnets index">\n'
        f"<h1>{escape(t('practice-index-titre'))}</h1>\n<p>{escape(t('practice-index-phrase'))}</p>\n{again}\n"
        f'<h2 id="langues">{escape(t("practice-index-langues"))}</h2>\n'
        f'<ul aria-labelledby="langues">{links}</ul>\n<p class="index-pied">{escape(t("practice-index-pied"))}</p>\n'
        f"{STAYING}</main>\n<script>{script}</script>\n</body>\n</html>\n"
    )


def leading(language: Language) -> str:
    """Return what a link to the page of a language says of it, and what to say when that page cannot come, and why."""
    t = wording(language.code)
    told = "".join(f' data-{why}="{escape(t(f"{CHROME}page-{why}"))}"' for why in MISSING)
    return f'href="{language.code}.html" lang="{language.tag}" dir="{language.direction}"{told}'


def first_script(chooses: Path) -> str:
    """Return the script of a page where a language is chosen first: kept, and not left for one that cannot come."""
    parts = (STATIC / "near.js", STATIC / "keeping.js", chooses, STATIC / "leaving.js")
    return "\n".join(without_comments(path.read_text(encoding="utf-8")) for path in parts)


def _link(code: str, page: str, words: str) -> str:
    return f'<a data-page="{page}" {leading(languages()[code])}>{escape(words)}</a>'
