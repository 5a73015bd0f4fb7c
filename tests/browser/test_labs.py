"""What each laboratory promises alike: a bet first, its steps, every group drawn and accessible, at any size."""

import re

import pytest
from browser.labs import Axe, Lab, Open, every_lab, group, open_group, wait_still
from playwright.sync_api import Page, expect


@pytest.fixture(params=every_lab().values(), ids=list(every_lab()))
def lab(request: pytest.FixtureRequest) -> Lab:
    found: Lab = request.param
    return found


def test_nothing_is_shown_before_the_bet_which_the_answer_starts_from_and_every_group_is_drawn_and_accessible(
    page: Page, open_app: Open, axe: Axe, lab: Lab
) -> None:
    open_app(page, lab.app)
    expect(page.get_by_text(lab.waiting)).to_be_visible()
    expect(group(page, lab.results[0])).to_have_count(0)
    page.get_by_role("button", name=lab.button).click()
    expect(page.get_by_text("Choisissez une réponse")).to_be_visible()
    axe(page)
    lab.bet(page)
    expect(page.get_by_role("heading", name="Votre pari", exact=True)).to_be_visible()
    expect(page.get_by_text(lab.claim).first).to_be_visible()
    for name in (*lab.results, *lab.settings):
        open_group(page, name)
        wait_still(page)
        axe(page)


def test_its_way_goes_from_the_bet_to_the_families_in_dots_then_to_what_is_taken_away(
    page: Page, open_app: Open, axe: Axe, lab: Lab
) -> None:
    open_app(page, lab.app.partition("#")[0])
    expect(page.get_by_role("button", name=lab.button)).to_be_visible()
    if not lab.steps:
        expect(page.get_by_role("navigation", name="Étapes")).to_have_count(0)
        return
    page.get_by_role("radio", name=lab.option).check()
    page.get_by_role("button", name=lab.button).click()
    for name in ("Voir", "Changer une chose", "Comprendre", "Emporter"):
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible(timeout=60_000)
        if name == "Voir":
            expect(page.locator(".carnets-family-dots").get_by_role("listbox").first).to_be_visible(timeout=60_000)
        wait_still(page)
        axe(page)
        if name != "Emporter":
            page.get_by_role("link", name=re.compile("^Suite")).click()
    expect(page.locator(".carnets-file-out").first).to_be_visible()


def test_usable_at_320_px_and_at_twice_the_size(page: Page, open_app: Open, axe: Axe, lab: Lab) -> None:
    """640 px is what a window of 1,280 px has left at 200 %, of which the page is open already."""
    page.set_viewport_size({"width": 320, "height": 700})
    open_app(page, lab.app)
    lab.bet(page)
    for width in (320, 640):
        page.set_viewport_size({"width": width, "height": 700})
        for name in (*lab.results, *lab.settings):
            open_group(page, name)
            wait_still(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        axe(page)
