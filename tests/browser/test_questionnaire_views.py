"""Chaque écran du questionnaire : lisible, entier sur un téléphone, dans chaque langue et en grandes lettres."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from browser.cut_words import BOTTOM_BAR, CUT, MOST_OF_A_PHONE_PX, resize
from browser.questionnaire_pages import ROOT, STEPS, all_words_are_sentences, begin
from playwright.sync_api import Page

from liaison.base.languages import languages


def places(page: Page) -> Iterator[str]:
    """Go to every kind of screen, one after the other, by what a family would press."""
    yield "langue"
    page.tap(".langue[aria-current=true]")
    yield "accueil"
    page.tap("[data-do=helper]")
    page.tap("[data-do=begin]")
    yield "plusieurs réponses"
    page.tap("[data-choose=appareils__tablette]")
    page.tap("[data-choose=appareils__smartphone]")
    yield "répondu"
    for _ in range(4):
        page.tap("[data-press=suivant], [data-press=passer]")
    yield "grille"
    page.tap("[data-event=home]")
    yield "mes réponses"
    page.tap("[data-press=remettre]")
    page.tap(".fichier summary")
    yield "fichier"
    page.tap("[data-do=save]")
    yield "remis"
    page.tap("[data-do=help]")
    yield "aide"
    page.tap("[data-do=erase]")
    yield "effacer"
    page.tap("[data-do=network]")
    yield "réseau"


@pytest.mark.parametrize("code", ["fr", "ar", "uk"])
def test_every_screen_passes_axe_and_holds_in_320_px_with_the_text_twice_as_large(
    open_form: Callable[..., Page], axe: Callable[..., None], code: str
) -> None:
    page = open_form(code)
    seen = []
    for place in places(page):
        seen.append(place)
        all_words_are_sentences(page)
        # Tall: where one happens to have scrolled to, a bar that stays in place may cover half of a button.
        page.set_viewport_size({"width": 360, "height": 1600})
        axe(page)
        page.set_viewport_size({"width": 320, "height": 640})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{place} dépasse de {wide} px"
        page.evaluate("document.documentElement.style.fontSize = ''")
        page.set_viewport_size({"width": 360, "height": 740})
        small = page.evaluate(
            f"() => [...document.querySelectorAll('{ROOT} :is(button, a, summary, label.choix)')].filter((one) => {{"
            " const box = one.getBoundingClientRect(); return box.width && (box.height < 44 || box.width < 44); })"
            ".map((one) => one.outerHTML.slice(0, 80))"
        )
        assert small == [], place
    assert len(seen) == 11


@pytest.mark.parametrize("code", list(languages()))
def test_in_every_language_one_screen_shows_a_whole_question_on_a_phone(
    open_form: Callable[..., Page], code: str
) -> None:
    page = open_form(code)
    page.evaluate("document.fonts.ready")
    begin(page)
    for step in STEPS:
        height = page.evaluate("document.querySelector('.contenu').getBoundingClientRect().height")
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, step.screen
        cut = page.evaluate(
            f"[...document.querySelectorAll('{ROOT} :is(.barre-nom, .onglet-mots)')].filter("
            "(one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)"
        )
        assert cut == [], step.screen
        assert height < 900, f"{step.screen} fait {height} px : deux écrans pour une question"
        page.tap("[data-press=passer]")


@pytest.mark.parametrize("code", languages())
def test_in_every_language_no_word_of_a_bar_is_cut_whatever_the_size_of_the_letters(
    open_form: Callable[..., Page], code: str
) -> None:
    page = open_form(code)
    begin(page)
    # « Annuler » says what it takes back: more than a line of it.
    page.tap("[data-choose=appareils__smartphone]")
    for width, text in ((360, "100%"), (320, "100%"), (360, "200%")):
        resize(page, width, text)
        assert page.evaluate(BOTTOM_BAR)["height"] <= MOST_OF_A_PHONE_PX, (width, text)
        assert page.evaluate(BOTTOM_BAR)["least"] >= 44, (width, text)
        for bar in (".barre-haute", ".barre-basse"):
            assert page.locator(bar).evaluate(CUT) == [], (bar, width, text)
            past = (
                "(bar) => [...bar.querySelectorAll('p, span')].filter((one) => one.scrollWidth > one.clientWidth + 1)"
            )
            assert page.locator(bar).evaluate(f"{past}.map((one) => one.textContent)") == [], (bar, width, text)
