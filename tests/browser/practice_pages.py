"""Ce que les essais du site d'entraînement demandent à une page, et ce qu'ils y font."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect
from practice_host import ROOT
from waiting import look_until

from liaison.base.languages import languages
from liaison.phone.words import frame_words

PAGES_KEPT = """async () => {
  const [name] = await caches.keys();
  return name ? (await (await caches.open(name)).keys()).map(({ url }) => url.split("/").pop()) : [];
}"""
START = "([where, values]) => document.querySelector(where).practice.start(values)"
STATE = "(where) => document.querySelector(where).practice.state()"


def controlled(page: Page) -> None:
    """Wait until the keeper of the page has it in its cache."""
    look_until(page, lambda: page.evaluate("navigator.serviceWorker.controller !== null"))


def every_language_is_kept(page: Page, suffix: str = ".html") -> None:
    """Wait until the keeper of the page has each language."""
    wanted = {f"{code}{suffix}" for code in languages()}
    look_until(page, lambda: wanted <= set(page.evaluate(PAGES_KEPT)))


def state_of(page: Page) -> dict[str, Any]:
    # The page opens its own texts before it shows anything.
    expect(page.locator(f"{ROOT} h1")).to_be_visible()
    found: dict[str, Any] = page.evaluate(STATE, ROOT)
    return found


def go_on(page: Page) -> None:
    """Say that one is the person who was here before."""
    page.locator(f"{ROOT} [data-do=go-on]").click()


def signed_in(page: Page) -> None:
    expect(page.locator(f"{ROOT} h1")).to_be_visible()
    page.evaluate(START, [ROOT, {"session": "responsable1", "ecran": "menu"}])
    expect(page.locator(f"{ROOT}[data-screen=menu]")).to_be_visible()


def asked_for_another_language(page: Page, why: str) -> None:
    """Ask for it, where it cannot come: the page stays as it was, and says why."""
    page.bring_to_front()  # a page behind another is drawn once a second: each press would wait for it
    address = page.url
    page.locator(f"{ROOT} [data-do=help]").click()
    page.locator(f"{ROOT} [data-do=language]").click()
    page.locator(f"{ROOT} [data-language=ar]").click()
    expect(page.locator(f"{ROOT} [data-said]")).to_contain_text(frame_words("fr")[f"page-{why}"])
    assert page.url == address
    page.locator(f"{ROOT} [data-do=back]").click()
    page.locator(f"{ROOT} [data-do=back]").click()
    expect(page.locator(f"{ROOT}[data-view=ent]")).to_be_visible()
