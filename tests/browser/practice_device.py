"""L'appareil d'une personne, qui garde, ne garde rien ou n'a plus de place : ce qu'on y écrit, y efface, en revient."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from browser.practice_pages import (
    START,
)
from playwright.sync_api import Browser, BrowserContext, Page, expect
from practice_host import ROOT, SiteHost, site_host
from waiting import look_until

from widgets.diagnostic.form_page import form_site
from widgets.practice.site import site_files

OF_THE_PAGE = """(where) => JSON.stringify([
  document.querySelector(where).innerText, document.querySelector(where).practice.kept(), Object.entries(localStorage),
])"""


def left_and_brought_back(page: Page, elsewhere: str, there: Callable[[Page], None]) -> None:
    """Leave for another page, do something there, then press « Précédent »: the page comes back as it was left."""
    left = page.url
    page.evaluate("addEventListener('pageshow', (event) => (window.brought = event.persisted))")
    page.goto(elsewhere)
    there(page)
    page.evaluate("history.back()")
    page.wait_for_url(left, wait_until="commit")  # it does not load again
    look_until(page, lambda: page.evaluate("window.brought"))


def back_to(page: Page, name: str) -> None:
    """Press « Précédent » until that page is there: a page of ours first takes its own steps back, one a press.

    Each press follows what the one before did: two at once would go past the page.
    """
    page.evaluate(
        """() => {
          addEventListener("popstate", () => history.state?.practice && history.back());
          setTimeout(() => history.back(), 100);
        }"""
    )
    look_until(page, lambda: name in page.url)


def somebody_else(page: Page) -> None:
    page.locator("[data-do=someone-else]").click()
    expect(page.locator("[data-view=langue]")).to_be_visible()


REFUSED = """for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("refusé", "SecurityError"); } });
}"""


def erase(page: Page) -> None:
    for key in ("help", "erase", "erase-all"):
        page.locator(f"[data-do={key}]").first.click()
    expect(page.locator("[data-view=langue]")).to_be_visible()


def sign_out(page: Page) -> None:
    page.locator("[data-event=home]").click()
    page.locator("[data-press=menu_sortie]").click()
    expect(page.locator(f"{ROOT}[data-screen=seuil]")).to_be_visible()


@contextmanager
def where_nothing_is_kept(browser: Browser, root: str) -> Iterator[tuple[SiteHost, Page]]:
    """The French page, on a device that refuses any storage: no keeper is there either."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="fr-FR", service_workers="block")
    context.set_default_timeout(20_000)
    context.add_init_script(REFUSED)
    with site_host(site_files() if root == ROOT else form_site()) as host:
        page = context.new_page()
        page.goto(f"{host.url}/fr.html#vue=accueil")
        expect(page.locator(f"{root} h1")).to_be_visible()
        yield host, page
        host.held.set()
    context.close()


def write(page: Page, root: str) -> None:
    """Type a message, or answer a question."""
    if root == ROOT:
        page.evaluate(START, [ROOT, {"session": "responsable1", "ecran": "msg_ecrire", "msg_destinataire": "haddad"}])
        page.fill("[data-type=msg_texte_nouveau]", "Mon enfant est malade")
    else:
        page.locator("[data-do=begin]").click()
        page.locator("[data-choose=appareils__tablette]").check()


def ask_for_arabic(page: Page, root: str) -> None:
    for key in ("help", "language"):
        page.locator(f"{root} [data-do={key}]").first.click()
    page.locator("[data-language=ar]").click()


def holds_it(page: Page, root: str) -> None:
    if root == ROOT:
        expect(page.locator("[data-type=msg_texte_nouveau]")).to_have_value("Mon enfant est malade")
    else:
        expect(page.locator("[data-choose=appareils__tablette]")).to_be_checked()


def passes_nothing_on(page: Page) -> None:
    """Neither the name of the tab, which any site reads, nor its history says anything."""
    assert page.evaluate("window.name") == ""
    assert page.evaluate("history.state") in (None, {"practice": True})
    assert not any(page.evaluate("navigation.entries().map((entry) => entry.getState())"))


EACH_ROOT = pytest.mark.parametrize("root", [ROOT, "#questionnaire"], ids=["ENT", "questionnaire"])


WITHOUT_ROOM = """() => {
  let filling = "";
  for (let more = 1 << 22; more; more >>= 1) {
    try {
      localStorage.setItem("autre", filling + "x".repeat(more));
      filling += "x".repeat(more);
    } catch { /* less, then */ }
  }
}"""


KEPT_OF_A_PERSON = "(where) => localStorage.getItem(document.querySelector(where).practice.memory)"


def go_further(page: Page, root: str) -> None:
    """Write more than before: a device without room has none for it."""
    if root == ROOT:
        page.locator("[data-type=msg_texte_nouveau]").press_sequentially(" depuis hier")
    else:
        page.locator("[data-press]").last.click()
        page.locator("[data-choose]").nth(2).check()


@contextmanager
def written_before_the_device_is_full(context: BrowserContext, root: str) -> Iterator[tuple[SiteHost, Page, Any]]:
    """The French page, and what the device keeps of what was written there."""
    with site_host(site_files() if root == ROOT else form_site()) as host:
        page = context.new_page()
        page.goto(f"{host.url}/fr.html#vue=accueil")
        expect(page.locator(f"{root} h1")).to_be_visible()
        write(page, root)
        kept = page.evaluate(KEPT_OF_A_PERSON, root)
        assert kept is not None
        yield host, page, kept


def message_is(page: Page, text: str) -> None:
    expect(page.locator("[data-type=msg_texte_nouveau]")).to_have_value(text)


LONGER = "Mon enfant est malade depuis hier"


# Played as a family does, by gestures that the page shows: nothing here is set from outside.
def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.locator(f"[data-do={key}]").first.click()


def roam_and_write(page: Page, text: str) -> None:
    """From the first screen, walk about without a mission, and write a message."""
    press(page, "roam")
    page.locator("[data-do=walk][data-id=responsable1]").click()
    for target in ("menu_messagerie", "msg_ecrire_message"):
        page.locator(f"[data-press={target}]").click()
    page.locator("[data-press*=haddad]").first.click()
    page.fill("[data-type=msg_texte_nouveau]", text)


def would_warn(page: Page) -> bool:
    """Whether the page would have the browser ask before it goes."""
    asks: bool = page.evaluate("!dispatchEvent(new Event('beforeunload', { cancelable: true }))")
    return asks
