"""L'ENT d'entraînement dans chaque langue : accessible, lisible à 320 pixels et à 200 %, dans le bon sens."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from practice_host import ROOT, SiteHost, site_host

from liaison.base.languages import languages
from liaison.practice.wording import spoken

ACCOUNTS = ("responsable1", "eleve")
START = "([where, values]) => document.querySelector(where).practice.start(values)"
# What is cut at the edge of a narrow page: text or a control that goes past it.
PAST_THE_EDGE = """
() => {
  const width = document.documentElement.clientWidth;
  return [...document.querySelectorAll("#pratique *, main.index *")]
    .filter((one) => one.checkVisibility() && !one.closest(".carnets-hidden") && one.getClientRects().length)
    .map((one) => [one, one.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && (box.right > width + 1 || box.left < -1))
    .map(([one]) => one.outerHTML.slice(0, 80));
}
"""


@pytest.fixture(scope="module")
def host() -> Iterator[SiteHost]:
    with site_host() as started:
        yield started


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 320, "height": 640}, service_workers="block")
    made.set_default_timeout(20_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield opened
    assert not faults


def open_first_screen(page: Page, host: SiteHost, code: str) -> None:
    if page.url.startswith("http"):
        page.evaluate("localStorage.clear()")
    answer = page.goto(f"{host.url}/{code}.html")
    assert answer is not None
    assert answer.ok, f"aucune page en « {code} »"
    expect(page.locator(f"{ROOT}[data-view=langue]")).to_be_visible()


def open_menu(page: Page, host: SiteHost, code: str, account: str) -> None:
    open_first_screen(page, host, code)
    page.evaluate(START, [ROOT, {"session": account, "ecran": "menu"}])
    expect(page.locator(f"{ROOT}[data-view=ent][data-screen=menu]")).to_be_visible()


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert page.evaluate(PAST_THE_EDGE) == []


@pytest.mark.parametrize("code", languages())
def test_axe_finds_nothing_on_the_first_screen_and_on_the_menu(
    page: Page, host: SiteHost, code: str, axe: Callable[..., None]
) -> None:
    open_first_screen(page, host, code)
    axe(page)
    for account in ACCOUNTS:
        open_menu(page, host, code, account)
        axe(page)


@pytest.mark.parametrize("code", languages())
def test_the_first_screen_and_the_menu_fit_320_pixels_and_text_twice_as_large(
    page: Page, host: SiteHost, code: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    open_first_screen(page, host, code)
    fits(page)
    open_menu(page, host, code, "responsable1")
    fits(page)
    # 640 pixels at 200 % are 320; here only the text grows, which is harder on the boxes around it.
    page.set_viewport_size({"width": 640, "height": 640})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    fits(page)


@pytest.mark.parametrize("code", languages())
def test_the_page_runs_in_the_direction_of_its_language_and_says_whether_it_was_reviewed(
    page: Page, host: SiteHost, code: str
) -> None:
    language = languages()[code]
    open_first_screen(page, host, code)
    html = page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == (language.tag, language.direction)
    assert page.evaluate("getComputedStyle(document.querySelector('#pratique h1')).direction") == language.direction
    expect(page.locator(f"{ROOT} [data-unreviewed]")).to_have_count(0 if language.reviewed else 1)
    # Each language is named in itself, whatever the language of the page.
    for other in spoken().values():
        expect(page.locator(f'{ROOT} [data-language="{other.code}"]')).to_have_attribute("lang", other.tag)


def test_the_first_page_is_accessible_narrow_and_leads_to_each_language(
    page: Page, host: SiteHost, axe: Callable[..., None]
) -> None:
    page.goto(f"{host.url}/")
    axe(page)
    fits(page)
    for link in page.locator("[data-page=choix]").all():
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    page.get_by_role("link", name="Français", exact=True).press("Enter")
    expect(page.locator(f"{ROOT}[data-view=accueil]")).to_be_visible()


def test_a_first_mission_is_done_without_any_explanation(page: Page, host: SiteHost) -> None:
    """As a new learner does: the main button each time, then what the mission says, and « Montrez-moi »."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{host.url}/fr.html")
    page.locator(f"{ROOT} [data-language=fr]").click()
    page.locator(f"{ROOT} [data-do=begin]").click()
    page.locator(f"{ROOT} [data-do=start]").click()
    expect(page.locator(f"{ROOT} [data-goal]").first).to_be_visible()
    page.locator(f"{ROOT} [data-do=show-me]").first.click()
    expect(page.locator(f"{ROOT} [data-live]")).not_to_be_empty()
