"""Le questionnaire des familles en une page : un seul fichier HTML par langue, qui s'ouvre aussi depuis une clé USB."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from liaison.base.languages import Language, languages
from liaison.diagnostic.questionnaire.information import FILE, INFORMATION, Information, shown_to_families
from liaison.diagnostic.questionnaire.phrases import phrases, spoken
from liaison.diagnostic.questionnaire.screens import form
from liaison.documents import write_files
from liaison.phone.words import frame_words, framed
from widgets.phone.page import CLASSES, FIRST_LANGUAGE, PhonePage, asked_language, page_style
from widgets.phone.site import INDEX, WORKER, first_page, leading, worker

HERE = Path(__file__).parent
PAGE = PhonePage("questionnaire", HERE / "form.js", f"{CLASSES} carnets-form")


@cache
def whole_form(code: str, information: Information | None = None) -> dict[str, object]:
    """Return the questionnaire in one language with every word that the frame of the pages for families asks for.

    What the questionnaire says otherwise than the frame has its own sentence.
    """
    made = form(code)
    data = shown_to_families(phrases(code), information or Information())._asdict()
    languages_here = [language for language in made["languages"] if language["code"] in form_languages()]
    return {**made, "languages": languages_here, "words": frame_words(code) | made["words"], "information": data}


def form_languages() -> dict[str, Language]:
    """Return the languages that have both the questions and the frame around them, by code."""
    return {code: language for code, language in spoken().items() if code in framed()}


def form_html(code: str, information: Information | None = None) -> str:
    """Return the page of a language as one HTML file that loads nothing else and calls nobody.

    Raises:
        TextError: a sentence is missing in that language.
    """
    language = languages()[code]
    root = PAGE.root(language, "{code}.html", {"gardien": WORKER})
    body = f"<style>\n{PAGE.style}</style>\n{root}\n{_data(code, information)}"
    return PAGE.whole(language, phrases(code).frame("nom"), page_style(), body)


def form_site(information: Information | None = None) -> dict[str, str]:
    """Return the text of every file of the site, by name: one page per language, the choice of one, what keeps them."""
    pages = {INDEX: index_html()} | {f"{code}.html": form_html(code, information) for code in form_languages()}
    return {**pages, WORKER: worker("questionnaire", pages, form_languages())}


def build_form_site(folder: Path, information: Information | None = None) -> list[Path]:
    """Write the whole site in a folder, all of it or nothing, and return the paths of its files.

    `information` is what the school says of the data; without it, each page says that it is missing, and whom to ask.

    Raises:
        DocumentError: the folder cannot be written; in French.
        TextError: a sentence is missing in one of the languages.
    """
    return write_files(folder, {name: text.encode("utf-8") for name, text in form_site(information).items()})


def index_html() -> str:
    """Return the first page: each language by its own name, first; what the school set in the address follows."""
    texts = phrases(FIRST_LANGUAGE)
    links = "".join(
        f"<li><a data-page {leading(language)}>{escape(language.name)}</a></li>"
        for language in form_languages().values()
    )
    choose = escape(frame_words(FIRST_LANGUAGE)["langue-titre"])
    return first_page(
        texts.frame("nom"),
        PAGE.style,
        f"<h1>{escape(texts.frame('accueil-titre'))}</h1>\n"
        f'<h2 id="langues">{choose}</h2>\n<ul aria-labelledby="langues">{links}</ul>\n'
        f"<p>{escape(texts.opening())}</p>\n<p>{escape(texts.frame('accueil-anonyme'))}</p>\n"
        f'<p class="index-pied">{escape(texts.frame("tout-est-invente"))}</p>\n',
    )


@dataclass(frozen=True)
class FormPage:
    """The questionnaire as HTML, for Voilà: it is there before any widget, and needs no kernel once it is there."""

    code: str
    information: Information | None = None

    def _repr_html_(self) -> str:
        return PAGE.embedded(languages()[self.code], _data(self.code, self.information))


def form_page(environment: Mapping[str, str] = os.environ) -> FormPage:
    """Return the page in the language that the address asks for (`?langue=ar`), else in French.

    What the school says of the data is read beside the notebook, where the screen of the module had it kept.
    """
    record = INFORMATION.load(FILE) if Path(FILE).is_file() else None
    return FormPage(asked_language(form_languages(), environment), record)


def _data(code: str, information: Information | None) -> str:
    return PAGE.data(PAGE.scenario(whole_form(code, information)))


__all__ = ["FormPage", "build_form_site", "form_html", "form_page", "form_site", "index_html", "whole_form"]
