"""Le site de l'ENT d'entraînement : une page par langue, le choix de la langue, et ce qui le garde hors ligne."""

from __future__ import annotations

from html import escape
from pathlib import Path

from liaison.base.languages import languages
from liaison.documents import write_files
from liaison.practice.compiled import wording
from liaison.practice.wording import spoken
from widgets.phone.page import whole_name
from widgets.phone.site import INDEX, WORKER, first_page, leading, worker
from widgets.practice.page import HERE, PAGE, page_html
from widgets.texts import texts


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


def index_html() -> str:
    """Return the first page: each language by its own name; and, where a place is kept, how to go back to it."""
    t = texts("practice")
    offered = spoken()
    links = "".join(f"<li>{_link(code, 'choix', language.name)}</li>" for code, language in offered.items())
    again = "".join(
        f'<p hidden class="index-reprendre" data-langue="{code}">'
        f"{_link(code, 'suite', wording(code)('affiche-reprendre'))}</p>"
        for code in offered
    )
    return first_page(
        t("practice-index-titre"),
        PAGE.style,
        f"<h1>{escape(t('practice-index-titre'))}</h1>\n<p>{escape(t('practice-index-phrase'))}</p>\n{again}\n"
        f'<h2 id="langues">{escape(t("practice-index-langues"))}</h2>\n'
        f'<ul aria-labelledby="langues">{links}</ul>\n<p class="index-pied">{escape(t("practice-index-pied"))}</p>\n',
        HERE / "static" / "index.js",
        larger=True,
    )


def _link(code: str, page: str, words: str) -> str:
    return f'<a data-page="{page}" {leading(languages()[code])}>{escape(words)}</a>'
