"""The letters of a page are those of the suite, whichever fonts the machine has."""

import pytest
from browser.labs import Lab, Open, every_lab
from playwright.sync_api import Page, expect

HOME = "/voila/render/notebooks/accueil.ipynb"
OURS = {"Carnets Texte", "Carnets Titre"}
FIRST_FONTS = r"""() => {
  const firsts = new Set();
  for (const part of document.querySelectorAll("body *:not(script, style, template)")) {
    const own = [...part.childNodes].some((node) => node instanceof Text && node.data.trim());
    if (own && part.checkVisibility()) firsts.add(getComputedStyle(part).fontFamily.split(",")[0].replaceAll('"', ""));
  }
  return [...firsts];
}"""
LOADED = "async () => { await document.fonts.ready; return [...document.fonts].map((font) => font.status) }"


def fonts_of_visible_texts(page: Page) -> set[str]:
    assert page.evaluate(LOADED) == ["loaded", "loaded"]
    return set(page.evaluate(FIRST_FONTS))


def test_every_text_of_the_home_is_in_the_two_fonts_that_the_suite_serves(page: Page, suite_url: str) -> None:
    page.goto(suite_url + HOME)
    expect(page.locator(".accueil-carte").first).to_be_visible()
    assert fonts_of_visible_texts(page) == OURS


@pytest.mark.parametrize("lab", every_lab().values(), ids=every_lab())
def test_every_text_of_a_laboratory_too(page: Page, open_app: Open, lab: Lab) -> None:
    open_app(page, lab.app)
    lab.bet(page)
    expect(page.get_by_role("heading", name="Votre pari", exact=True)).to_be_visible()
    assert fonts_of_visible_texts(page) == OURS
