"""« Que changer en premier ? » en cartes, comme on s'en sert : lire, ouvrir, essayer, annuler, touche ou doigt."""

from __future__ import annotations

import re

import pytest
from browser.labs import Axe, Open, open_group, tab_until, wait_still
from browser.test_session_focus import WATCH
from messaging.lab import LAB as MESSAGING
from playwright.sync_api import Locator, Page, expect

APP = "01_messagerie_ent/application.ipynb"
SEARCH_S = 180_000  # a busy machine
TWO_SCREENS = 1480
OUT = re.compile(r"^\d+ familles? laissées? de côté")


def understand(page: Page) -> Locator:
    """Bet, and go to « Comprendre »; the cards, once they are there."""
    page.get_by_label(MESSAGING.option).check()
    page.get_by_role("button", name=MESSAGING.button).click()
    expect(page.get_by_role("heading", name="Voir", exact=True)).to_be_visible(timeout=60_000)
    page.get_by_role("link", name=re.compile("Comprendre")).first.click()
    cards = page.get_by_role("group", name="Que changer en premier", exact=False).locator("details")
    expect(cards.first).to_be_visible(timeout=SEARCH_S)
    wait_still(page)
    return cards


def test_on_a_phone_the_titles_are_read_at_once_and_a_card_is_opened_tried_and_undone_by_touch(
    phone: Page, open_app: Open, axe: Axe
) -> None:
    phone.set_viewport_size({"width": 360, "height": 740})
    open_app(phone, APP)
    cards = understand(phone)
    assert 1 <= cards.count() <= 3
    high = phone.evaluate("document.documentElement.scrollHeight")
    assert high <= TWO_SCREENS
    for card in cards.all():
        expect(card.locator("summary")).to_have_text(re.compile(r"famille.+ à temps(✓|Se paie)"))
        assert card.get_attribute("open") is None
    axe(phone)
    cards.first.locator("summary").tap()
    expect(cards.first.get_by_role("listitem").first).to_be_visible()
    axe(phone)
    if cards.count() > 1:  # the one that is open stands in the place of the others
        expect(cards.nth(1)).to_be_hidden()
        cards.first.locator("summary").tap()
        cards.nth(1).locator("summary").tap()
        expect(cards.first).to_be_hidden()
        cards.nth(1).locator("summary").tap()
        cards.first.locator("summary").tap()
    before = phone.get_by_text(OUT).first.inner_text()
    cards.first.get_by_role("button").tap()
    expect(cards.first.get_by_role("button")).to_have_text("À l'essai")
    expect(cards.first).to_have_attribute("open", "")
    expect(phone.get_by_text(before, exact=True)).to_have_count(0)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    axe(phone)
    phone.get_by_role("button", name="Annuler le dernier changement").tap()
    expect(cards.first.get_by_role("button")).to_have_text("Essayer ce changement")
    cards.first.locator("summary").tap()
    expect(phone.get_by_text(before, exact=True).first).to_be_visible()


def test_wide_the_cards_stand_side_by_side_open_and_are_tried_by_the_keyboard(
    page: Page, open_app: Open, axe: Axe
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    open_app(page, APP)
    cards = understand(page)
    tops = [card.bounding_box()["y"] for card in cards.all()]  # type: ignore[index]
    assert len({*tops}) == 1
    for card in cards.all():
        expect(card).to_have_attribute("open", "")
    # Each pair of bars is a line: what it is, by how much, before, after.
    row = cards.first.get_by_role("listitem").filter(has_text="Familles jointes à temps")
    expect(row).to_have_text(re.compile(r"\d+ de plus\d+ aujourd'hui\d+ ensuite$"))
    lengths = row.locator("i").evaluate_all("(bars) => bars.map((bar) => bar.getBoundingClientRect().width)")
    assert 0 < lengths[0] < lengths[1]
    axe(page)
    page.get_by_role("heading", name="Comprendre", exact=True).focus()
    tab_until(page, "document.activeElement.textContent === 'Essayer ce changement'")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="À l'essai", exact=True)).to_be_focused()
    axe(page)
    page.keyboard.press("Control+z")
    expect(cards.first.get_by_role("button")).to_have_text("Essayer ce changement")


def test_the_search_that_one_stops_leaves_the_keyboard_on_something_that_lives(page: Page, open_app: Open) -> None:
    open_app(page, APP)
    page.get_by_label(MESSAGING.option).check()
    page.get_by_role("button", name=MESSAGING.button).click()
    expect(page.get_by_role("heading", name="Voir", exact=True)).to_be_visible(timeout=60_000)
    page.get_by_role("link", name=re.compile("Comprendre")).first.click()
    page.evaluate(WATCH)
    page.get_by_role("button", name="Arrêter").press("Enter", timeout=SEARCH_S)
    again = page.get_by_role("button", name="Chercher de nouveau")
    expect(again).to_be_visible(timeout=SEARCH_S)
    expect(page.get_by_role("heading", name="Comprendre", exact=True)).to_be_focused()
    page.wait_for_function("looks >= 30")
    assert page.evaluate("lost") == []


@pytest.mark.parametrize("width", [360, 1280])
def test_in_the_lab_the_cards_come_first_and_every_trail_is_behind_a_fold(
    page: Page, open_app: Open, axe: Axe, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark")
    open_app(page, MESSAGING.app)
    MESSAGING.bet(page)
    group = open_group(page, "Que changer en premier")
    expect(group.get_by_role("button", name="Chercher", exact=True)).not_to_be_visible()
    group.get_by_role("button", name="Chercher trois premiers changements").click()
    expect(group.locator("details").first).to_be_visible(timeout=SEARCH_S)
    wait_still(page)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    open_group(page, "Un but à vous, et toutes les pistes")
    expect(group.get_by_role("button", name="Chercher", exact=True)).to_be_visible()
