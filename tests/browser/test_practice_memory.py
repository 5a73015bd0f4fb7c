"""Ce que l'appareil ou l'onglet garde d'une personne : repris par elle, effacé pour toute autre, nulle part ramené."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from browser.conftest import CHROMIUM_ARGUMENTS, chromium_path
from browser.practice_pages import (
    START,
    controlled,
    every_language_is_kept,
    go_on,
    signed_in,
    state_of,
)
from playwright.sync_api import Browser, BrowserContext, Page, expect
from practice_host import ROOT, SiteHost, site_host
from waiting import look_until

from liaison.base.languages import languages
from liaison.phone.words import frame_words
from widgets.diagnostic.form_page import form_site
from widgets.practice.site import site_files

KEPT = "() => Object.keys(localStorage)"
OF_THE_PAGE = """(where) => JSON.stringify([
  document.querySelector(where).innerText, document.querySelector(where).practice.kept(), Object.entries(localStorage),
])"""


def test_the_place_is_kept_after_a_reload_and_erased_on_demand(context: BrowserContext, host: SiteHost) -> None:
    page = context.new_page()
    page.goto(f"{host.url}/fr.html#vue=accueil")
    signed_in(page)
    page.reload()
    go_on(page)
    assert state_of(page)["values"]["session"] == "responsable1"
    page.goto(f"{host.url}/index.html")
    again = page.locator("[data-page=suite]:visible")
    expect(again).to_have_attribute("href", "fr.html")
    again.click()
    go_on(page)
    expect(page.locator(f"{ROOT}[data-screen=menu]")).to_be_visible()
    page.locator(f"{ROOT} [data-do=help]").click()
    page.locator(f"{ROOT} [data-do=erase]").click()
    page.locator(f"{ROOT} [data-do=erase-all], {ROOT} [data-do=erase-yes]").first.click()
    page.goto(f"{host.url}/index.html")
    assert page.evaluate(KEPT) == []
    expect(page.locator("[data-page=suite]:visible")).to_have_count(0)


LEFT_ON_THE_DEVICE = """async () => {
  const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const requests = (await Promise.all(caches_.map((one) => one.keys()))).flat();
  const pages = requests.map(async ({ url }) => [url, await (await caches.match(url)).text()]);
  const others = [Object.keys(localStorage), Object.keys(sessionStorage), await indexedDB.databases(), document.cookie];
  return { pages: await Promise.all(pages), others: others.flat() };
}"""


@pytest.mark.parametrize("site", [site_files, form_site])
def test_once_erased_the_device_keeps_the_pages_of_the_site_as_everybody_has_them_and_nothing_else(
    context: BrowserContext, site: Callable[[], dict[str, str]]
) -> None:
    with site_host(site()) as host:
        page = context.new_page()
        page.goto(f"{host.url}/fr.html?qui=Nadia#vue=accueil&niveau=sixieme")
        controlled(page)
        every_language_is_kept(page)
        page.reload()
        expect(page.locator("[data-view=accueil]")).to_be_visible()
        if site is site_files:
            page.evaluate(
                START, [ROOT, {"session": "responsable1", "ecran": "msg_ecrire", "msg_destinataire": "haddad"}]
            )
            page.fill("[data-type=msg_texte_nouveau]", "Nadia est malade")
        else:
            page.locator("[data-do=begin]").click()
            page.locator("[data-choose=appareils__tablette]").check()
        page.reload()
        page.locator("[data-do=someone-else]").click()
        expect(page.locator("[data-view=langue]")).to_be_visible()
        left = page.evaluate(LEFT_ON_THE_DEVICE)
        assert left["others"] == [""]
        kept = {url.removeprefix(f"{host.url}/"): text for url, text in left["pages"]}
        assert len(kept) == len(left["pages"]) == len(languages()) + 1
        assert kept == {name: host.files[name] for name in kept}


@pytest.fixture(scope="module")
def remembering(browser: Browser) -> Iterator[Browser]:
    """A browser that keeps as they are the pages that one leaves, as people's do: Playwright's own does not, nor does
    the one without a window.
    """
    made = browser.browser_type.launch(
        executable_path=chromium_path(),
        args=CHROMIUM_ARGUMENTS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield made
    made.close()


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


@pytest.mark.parametrize("site", ["l'ENT d'entraînement", "le questionnaire"])
def test_the_previous_key_shows_nothing_of_who_was_there_before(remembering: Browser, site: str) -> None:
    practice = site.startswith("l'ENT")
    root = ROOT if practice else "#questionnaire"
    context = remembering.new_context(viewport={"width": 360, "height": 740}, locale="fr-FR")
    context.set_default_timeout(20_000)
    with site_host(site_files() if practice else form_site()) as host:
        page = context.new_page()
        page.goto(f"{host.url}/fr.html")
        expect(page.locator(f"{root} h1")).to_be_visible()
        if practice:
            page.evaluate(
                START, [ROOT, {"session": "responsable1", "ecran": "msg_ecrire", "msg_destinataire": "haddad"}]
            )
            page.fill("[data-type=msg_texte_nouveau]", "Mon enfant est malade")
        else:
            page.locator(".langue[aria-current=true]").click()
            page.locator("[data-do=begin]").click()
            page.locator("[data-choose=appareils__tablette]").check()
        # Whoever comes back is asked; who says to be the same finds everything, the last gesture too.
        left_and_brought_back(page, f"{host.url}/index.html", lambda _: None)
        expect(page.locator(f"{root}[data-view=reprise]")).to_be_visible()
        expect(page.locator(f"{root} :is(input, textarea)")).to_have_count(0)
        page.locator("[data-do=go-on]").click()
        if practice:
            expect(page.locator("[data-type=msg_texte_nouveau]")).to_have_value("Mon enfant est malade")
        else:
            expect(page.locator("[data-choose=appareils__tablette]")).to_be_checked()
        if practice:
            page.locator("[data-event=home]").click()
            page.locator("[data-press=menu_sortie]").click()
            expect(page.locator(f"{root}[data-screen=seuil]")).to_be_visible()
            left_and_brought_back(page, f"{host.url}/index.html", lambda _: None)
            assert "malade" not in page.evaluate(OF_THE_PAGE, root)
            page.locator("[data-do=go-on], [data-view=langue]").first.click()
            page.evaluate(START, [ROOT, {"session": "responsable1", "ecran": "menu"}])
        left_and_brought_back(page, f"{host.url}/ar.html", somebody_else)
        expect(page.locator(f"{root}[data-view=langue]")).to_be_visible()
        kept = page.evaluate(OF_THE_PAGE, root)
        assert not [word for word in ("malade", 'tablette":"oui', "responsable1") if word in kept]
        assert page.evaluate(KEPT) == []
    context.close()


REFUSED = """for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("refusé", "SecurityError"); } });
}"""
HELD = """(where) => JSON.stringify([
  document.querySelector(where).innerText, document.querySelector(where).practice.kept(),
])"""


def in_another_language(page: Page, root: str) -> None:
    for key in ("help", "language"):
        page.locator(f"{root} [data-do={key}]").first.click()
    page.locator("[data-language=ar]").click()
    page.wait_for_url("**/ar.html*")
    expect(page.locator(f"{root}[dir=rtl] h1")).to_be_visible()


def erase(page: Page) -> None:
    for key in ("help", "erase", "erase-all"):
        page.locator(f"[data-do={key}]").first.click()
    expect(page.locator("[data-view=langue]")).to_be_visible()


def sign_out(page: Page) -> None:
    page.locator("[data-event=home]").click()
    page.locator("[data-press=menu_sortie]").click()
    expect(page.locator(f"{ROOT}[data-screen=seuil]")).to_be_visible()


@pytest.mark.parametrize(
    ("root", "ending"), [(ROOT, erase), (ROOT, sign_out), ("#questionnaire", erase)], ids=["ENT", "sortie", "form"]
)
def test_where_nothing_is_kept_what_ends_in_a_language_is_not_brought_back_in_the_one_before(
    remembering: Browser, root: str, ending: Callable[[Page], None]
) -> None:
    context = remembering.new_context(viewport={"width": 360, "height": 740}, locale="fr-FR")
    context.set_default_timeout(20_000)
    context.add_init_script(REFUSED)
    with site_host(site_files() if root == ROOT else form_site()) as host:
        page = context.new_page()
        page.goto(f"{host.url}/fr.html#vue=accueil")
        if root == ROOT:
            expect(page.locator(f"{root} h1")).to_be_visible()
            page.evaluate(
                START, [ROOT, {"session": "responsable1", "ecran": "msg_ecrire", "msg_destinataire": "haddad"}]
            )
            page.fill("[data-type=msg_texte_nouveau]", "Mon enfant est malade")
        else:
            page.locator("[data-do=begin]").click()
            page.locator("[data-choose=appareils__tablette]").check()
        page.evaluate("addEventListener('pageshow', (event) => (window.brought = event.persisted))")
        in_another_language(page, root)
        before = page.evaluate(HELD, root)
        assert "malade" in before or 'tablette":"oui' in before
        ending(page)
        back_to(page, "/fr.html")
        look_until(page, lambda: page.evaluate("window.brought"))
        kept = page.evaluate(HELD, root)
        assert not [word for word in ("malade", 'tablette":"oui', "responsable1") if word in kept]
        assert page.evaluate("window.name") == ""
    context.close()


@contextmanager
def one_answer_where_nothing_is_kept(
    remembering: Browser, root: str, around: str = ""
) -> Iterator[tuple[SiteHost, Page]]:
    """Something was typed or answered in French, on the page of the languages, where no keeper and no storage is."""
    context = remembering.new_context(viewport={"width": 360, "height": 740}, locale="fr-FR", service_workers="block")
    context.set_default_timeout(20_000)
    context.add_init_script(REFUSED + around)
    with site_host(site_files() if root == ROOT else form_site()) as host:
        page = context.new_page()
        page.goto(f"{host.url}/fr.html#vue=accueil")
        expect(page.locator(f"{root} h1")).to_be_visible()
        if root == ROOT:
            page.evaluate(
                START, [ROOT, {"session": "responsable1", "ecran": "msg_ecrire", "msg_destinataire": "haddad"}]
            )
            page.fill("[data-type=msg_texte_nouveau]", "Mon enfant est malade")
        else:
            page.locator("[data-do=begin]").click()
            page.locator("[data-choose=appareils__tablette]").check()
        for key in ("help", "language"):
            page.locator(f"{root} [data-do={key}]").first.click()
        yield host, page
        host.held.set()
    context.close()


def arabic_given_up(page: Page, *signs: str, then: str = "") -> Any:
    """Ask for the page in Arabic and, once each of these is true in its turn, go no further; the last one is returned.

    In one go: nothing else happens in the page between the last sign, the end of the journey and what comes `then`.
    """
    seen = "".join(f"last = await until(() => {sign});" for sign in signs)
    return page.evaluate(
        f"""async () => {{
          const until = async (sign) => {{
            for (;; await new Promise((go) => setTimeout(go, 20))) if (sign()) return sign();
          }};
          let last;
          document.querySelector("[data-language=ar]").click();
          {seen}
          window.stop();
          {then}
          return last;
        }}"""
    )


def finds_it_again(page: Page, root: str) -> None:
    """Whoever is there is asked; who says to be the same finds what was typed or answered."""
    expect(page.locator(f"{root}[data-view=reprise]")).to_be_visible()
    expect(page.locator(f"{root} :is(input, textarea)")).to_have_count(0)
    page.locator("[data-do=go-on]").click()
    holds_it(page, root)


def holds_it(page: Page, root: str) -> None:
    """What was typed or answered is there."""
    if root == ROOT:
        expect(page.locator("[data-type=msg_texte_nouveau]")).to_have_value("Mon enfant est malade")
    else:
        expect(page.locator("[data-choose=appareils__tablette]")).to_be_checked()


@pytest.mark.parametrize("way", ["précédent", "recharger"])
@pytest.mark.parametrize("root", [ROOT, "#questionnaire"])
def test_where_nothing_is_kept_a_language_that_does_not_come_takes_nothing(
    remembering: Browser, root: str, way: str
) -> None:
    with one_answer_where_nothing_is_kept(remembering, root) as (host, page):
        host.unsent.add("ar.html")
        host.held.set()
        page.locator("[data-language=ar]").click()
        look_until(page, lambda: page.url.startswith("chrome-error:"))
        host.unsent.clear()
        if way == "précédent":
            back_to(page, "/fr.html")
            finds_it_again(page, root)
        else:
            page.reload()
            page.wait_for_url("**/ar.html*")
            holds_it(page, root)
        assert page.evaluate("window.name") == ""


def test_where_nothing_is_kept_a_language_given_up_takes_nothing(remembering: Browser) -> None:
    root = "#questionnaire"
    with one_answer_where_nothing_is_kept(remembering, root) as (host, page):
        host.unsent.add("ar.html")
        notice = arabic_given_up(page, "document.querySelector('[data-said]')?.textContent")
        assert frame_words("fr")["page-lente"] in notice
        expect(page.locator("[data-said]")).to_have_count(0)
        assert page.evaluate("window.name") == ""
        page.goto(f"{host.url}/index.html")
        back_to(page, "/fr.html")
        finds_it_again(page, root)


@pytest.mark.parametrize("brought_back", [False, True])
@pytest.mark.parametrize("root", [ROOT, "#questionnaire"])
@pytest.mark.parametrize("by", ["quelqu'un d'autre", "effacer"])
def test_what_somebody_erases_in_another_language_comes_back_in_none(
    browser: Browser, remembering: Browser, root: str, by: str, brought_back: bool
) -> None:
    """Brought back as it was, or loaded anew: nothing is left beside the pages of the tab."""
    with one_answer_where_nothing_is_kept(remembering if brought_back else browser, root) as (host, page):
        page.locator("[data-language=ar]").click()
        page.wait_for_url("**/ar.html*")
        if by == "effacer":
            for key in ("help", "erase", "erase-all"):
                page.locator(f"{root} [data-do={key}]").first.click()
        else:
            page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
            page.locator("[data-do=someone-else]").click()
        back_to(page, "/fr.html")
        expect(page.locator(f"{root}[lang=fr] h1")).to_be_visible()
        kept = page.evaluate(HELD, root)
        assert not [word for word in ("malade", 'tablette":"oui') if word in kept]
        expect(page.locator(f"{root}[data-view=reprise]")).to_have_count(0)
        page.goto(f"{host.url}/tr.html")
        expect(page.locator(f"{root} h1")).to_be_visible()
        expect(page.locator(f"{root}[data-view=reprise]")).to_have_count(0)


# A browser that tells of no page that does not come (tab.js), in which half a minute is a second and a half.
OLDER = """
Object.defineProperty(window, "navigation", { value: undefined });
const later = setTimeout;
window.setTimeout = (act, after) => later(act, after > 20000 && after < 40000 ? after / 20 : after);"""
HANDED_OVER = "window.name.includes('tablette')"
LEFT_AND_BROUGHT_BACK = """for (const kind of ["pagehide", "pageshow"]) {
  dispatchEvent(new PageTransitionEvent(kind, { persisted: true }));
}"""


def test_a_browser_that_tells_nothing_of_the_other_page_forgets_what_was_left_for_it(remembering: Browser) -> None:
    """Brought back as it was, a page does not know whether another person has it elsewhere: it shows nothing."""
    root = "#questionnaire"
    with one_answer_where_nothing_is_kept(remembering, root, OLDER) as (host, page):
        host.unsent.add("ar.html")
        arabic_given_up(page, HANDED_OVER, then=LEFT_AND_BROUGHT_BACK)
        assert page.evaluate("window.name") == ""
        expect(page.locator(f"{root}[data-view=langue]")).to_be_visible()
        assert 'tablette":"oui' not in page.evaluate(HELD, root)


def test_such_a_browser_leaves_nothing_in_the_name_of_the_tab_for_a_page_that_does_not_come(
    remembering: Browser,
) -> None:
    root = "#questionnaire"
    with one_answer_where_nothing_is_kept(remembering, root, OLDER) as (host, page):
        host.unsent.add("ar.html")
        arabic_given_up(page, HANDED_OVER, "window.name === ''")
        # Nothing of what is answered then goes there.
        page.evaluate("(root) => document.querySelector(root).practice.dispatch({ kind: 'home' })", root)
        assert page.evaluate("window.name") == ""


def test_the_first_page_brought_back_offers_no_place_that_was_erased_meanwhile(
    remembering: Browser, host: SiteHost
) -> None:
    context = remembering.new_context()
    context.set_default_timeout(20_000)
    page = context.new_page()
    again = page.locator("[data-page=suite]:visible")
    # Who only looked has no place to come back to.
    page.goto(f"{host.url}/fr.html")
    page.locator("[data-do=help]").click()
    page.goto(f"{host.url}/index.html")
    expect(page.locator("[data-page=choix]").first).to_be_visible()
    expect(again).to_have_count(0)
    page.goto(f"{host.url}/fr.html")
    expect(page.locator(f"{ROOT}[data-view=langue]")).to_be_visible()
    signed_in(page)
    page.goto(f"{host.url}/index.html")
    expect(again).to_have_count(1)
    left_and_brought_back(page, f"{host.url}/fr.html", somebody_else)
    expect(again).to_have_count(0)
    context.close()
