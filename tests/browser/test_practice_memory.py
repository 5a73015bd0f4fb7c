"""Ce que l'appareil ou l'onglet garde d'une personne : repris par elle, effacé pour toute autre, nulle part ramené."""

from __future__ import annotations

import json
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
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Route, expect
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


WRITTEN = ("malade", 'tablette":"oui', "responsable1")


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


def is_asked(page: Page, root: str) -> None:
    """Whether to leave: nothing of what was written shows, and nothing else is there to press."""
    expect(page.locator(f"{root}[data-view=quitter]")).to_be_visible()
    expect(page.locator(".contenu")).to_contain_text(frame_words("fr")["quitter-explication"])
    expect(page.locator(f"{root} :is(input, textarea, [data-do=help], .langue)")).to_have_count(0)
    assert "/fr.html" in page.url


def is_still_there(page: Page, root: str) -> None:
    """Back among the languages, then to the help, then where one was: what was typed or answered is there."""
    for view in ("langue", "aide"):
        expect(page.locator(f"{root}[data-view={view}]")).to_be_visible()
        page.locator(f"{root} [data-do=back]").click()
    holds_it(page, root)


def holds_it(page: Page, root: str) -> None:
    if root == ROOT:
        expect(page.locator("[data-type=msg_texte_nouveau]")).to_have_value("Mon enfant est malade")
    else:
        expect(page.locator("[data-choose=appareils__tablette]")).to_be_checked()


def holds_nothing(page: Page, root: str) -> None:
    """Neither the page nor what the tab has beside it says anything of what was written, nor asks who wrote it."""
    expect(page.locator(f"{root} h1")).to_be_visible()
    expect(page.locator(f"{root}[data-view=reprise]")).to_have_count(0)
    kept = page.evaluate(HELD, root)
    assert not [word for word in WRITTEN if word in kept]
    passes_nothing_on(page)


def passes_nothing_on(page: Page) -> None:
    """Neither the name of the tab, which any site reads, nor its history says anything."""
    assert page.evaluate("window.name") == ""
    assert page.evaluate("history.state") in (None, {"practice": True})
    assert not any(page.evaluate("navigation.entries().map((entry) => entry.getState())"))


EACH_ROOT = pytest.mark.parametrize("root", [ROOT, "#questionnaire"], ids=["ENT", "questionnaire"])


@pytest.mark.parametrize("brought_back", [False, True], ids=["rechargée", "ramenée"])
@EACH_ROOT
def test_where_nothing_is_kept_another_language_is_wanted_twice_and_nothing_passes_to_it(
    browser: Browser, remembering: Browser, root: str, brought_back: bool
) -> None:
    """Brought back as it was left, or loaded anew, the page before begins anew."""
    with where_nothing_is_kept(remembering if brought_back else browser, root) as (host, page):
        write(page, root)
        page.evaluate("addEventListener('pageshow', (event) => (window.brought = event.persisted))")
        ask_for_arabic(page, root)
        is_asked(page, root)
        page.locator("[data-do=stay]").click()
        is_still_there(page, root)
        ask_for_arabic(page, root)
        page.locator("[data-do=leave]").click()
        page.wait_for_url("**/ar.html*")
        holds_nothing(page, root)
        back_to(page, "/fr.html")
        if brought_back:
            look_until(page, lambda: page.evaluate("window.brought"))
        holds_nothing(page, root)
        page.goto(f"{host.url.replace('127.0.0.1', 'localhost')}/tr.html")
        holds_nothing(page, root)


@EACH_ROOT
def test_where_nothing_is_kept_a_page_left_for_any_other_begins_anew(remembering: Browser, root: str) -> None:
    with where_nothing_is_kept(remembering, root) as (host, page):
        write(page, root)
        left_and_brought_back(page, f"{host.url}/index.html", passes_nothing_on)
        expect(page.locator(f"{root}[data-view=langue]")).to_be_visible()
        holds_nothing(page, root)


@EACH_ROOT
def test_where_nothing_is_written_another_language_comes_at_once(browser: Browser, root: str) -> None:
    with where_nothing_is_kept(browser, root) as (_, page):
        page.locator("[data-do=begin]").click()
        if root == ROOT:
            page.locator("[data-do=start]").click()
        ask_for_arabic(page, root)
        page.wait_for_url("**/ar.html*")
        expect(page.locator(f"{root}[dir=rtl] h1")).to_be_visible()


@pytest.mark.parametrize(("root", "ending"), [(ROOT, erase), (ROOT, sign_out), ("#questionnaire", erase)])
def test_where_nothing_is_kept_what_was_erased_or_left_needs_no_word_to_go(
    browser: Browser, root: str, ending: Callable[[Page], None]
) -> None:
    with where_nothing_is_kept(browser, root) as (_, page):
        write(page, root)
        ending(page)
        if ending is erase:
            page.locator("[data-language=ar]").click()
        else:
            ask_for_arabic(page, root)
        page.wait_for_url("**/ar.html*")
        holds_nothing(page, root)


@EACH_ROOT
def test_where_nothing_is_kept_a_language_that_cannot_come_takes_nothing(browser: Browser, root: str) -> None:
    """Before the question, or once it is answered."""
    refused = frame_words("fr")["page-refusee"]
    with where_nothing_is_kept(browser, root) as (host, page):
        write(page, root)
        host.failing.add("ar.html")
        ask_for_arabic(page, root)
        expect(page.locator("[data-said]")).to_contain_text(refused)
        expect(page.locator(f"{root}[data-view=langue]")).to_be_visible()
        host.failing.clear()
        page.locator("[data-language=ar]").click()
        is_asked(page, root)
        host.failing.add("ar.html")
        page.locator("[data-do=leave]").click()
        expect(page.locator("[data-said]")).to_contain_text(refused)
        is_asked(page, root)
        page.locator("[data-do=stay]").click()
        is_still_there(page, root)


@EACH_ROOT
def test_the_back_key_of_the_browser_leads_from_the_question_to_the_languages(browser: Browser, root: str) -> None:
    with where_nothing_is_kept(browser, root) as (_, page):
        write(page, root)
        ask_for_arabic(page, root)
        is_asked(page, root)
        page.evaluate("history.back()")
        is_still_there(page, root)


@EACH_ROOT
def test_what_was_written_then_erased_needs_no_word_to_go(browser: Browser, root: str) -> None:
    """A text emptied, a box ticked no more, an answer taken back."""
    with where_nothing_is_kept(browser, root) as (_, page):
        write(page, root)
        if root == ROOT:
            page.fill("[data-type=msg_texte_nouveau]", "")
        else:
            page.locator("[data-choose=appareils__tablette]").uncheck()
            page.locator("[data-choose=appareils__tablette]").check()
            page.locator("[data-event=undo]").click()
            expect(page.locator("[data-choose=appareils__tablette]")).not_to_be_checked()
        assert not would_warn(page)
        ask_for_arabic(page, root)
        page.wait_for_url("**/ar.html*")
        expect(page.locator(f"{root}[dir=rtl] h1")).to_be_visible()


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


NO_MORE_AT_ALL = """() => {
  const put = Storage.prototype.setItem;
  Storage.prototype.setItem = function (...given) {
    if (this === localStorage) throw Error();
    put.apply(this, given);
  };
}"""


def without_room(page: Page, root: str) -> None:
    """Fill the device. Of answers, what « Annuler » takes back would leave room for some: nothing more is taken."""
    page.evaluate(WITHOUT_ROOM if root == ROOT else NO_MORE_AT_ALL)


def says_of_the_device(page: Page, key: str = "") -> None:
    """At the foot: that it keeps nothing, or not what is done now; else nothing."""
    for other in ("rien-garde", "non-garde"):
        foot = expect(page.locator(".pied"))
        (foot.to_contain_text if other == key else foot.not_to_contain_text)(frame_words("fr")[other])


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


@EACH_ROOT
def test_a_device_without_room_keeps_what_it_kept_before_and_says_at_once_what_it_does_not(
    context: BrowserContext, root: str
) -> None:
    with written_before_the_device_is_full(context, root) as (host, page, kept):
        without_room(page, root)
        says_of_the_device(page)
        go_further(page, root)
        says_of_the_device(page, "non-garde")
        assert page.evaluate(KEPT_OF_A_PERSON, root) == kept
        assert would_warn(page)
        other = context.new_page()
        other.goto(f"{host.url}/fr.html#vue=accueil")
        expect(other.locator(f"{root}[data-view=reprise]")).to_be_visible()
        other.locator("[data-do=go-on]").click()
        holds_it(other, root)
        other.close()
        page.bring_to_front()
        ask_for_arabic(page, root)
        expect(page.locator(f"{root}[data-view=quitter]")).to_be_visible()
        expect(page.locator(".contenu")).to_contain_text(frame_words("fr")["quitter-non-garde"])
        page.locator("[data-do=leave]").click()
        page.wait_for_url("**/ar.html*")
        # As said: what was kept before is there, and asked about.
        expect(page.locator(f"{root}[data-view=reprise]")).to_be_visible()
        page.locator("[data-do=go-on]").click()
        holds_it(page, root)


def test_without_room_a_page_brought_back_offers_what_was_kept_before(remembering: Browser) -> None:
    context = remembering.new_context(viewport={"width": 360, "height": 740}, locale="fr-FR", service_workers="block")
    context.set_default_timeout(20_000)
    with written_before_the_device_is_full(context, ROOT) as (host, page, kept):
        without_room(page, ROOT)
        go_further(page, ROOT)
        left_and_brought_back(page, f"{host.url}/index.html", passes_nothing_on)
        expect(page.locator(f"{ROOT}[data-view=reprise]")).to_be_visible()
        assert page.evaluate(KEPT_OF_A_PERSON, ROOT) == kept
        page.locator("[data-do=go-on]").click()
        holds_it(page, ROOT)
    context.close()


@EACH_ROOT
def test_without_room_another_screen_changes_nothing_of_what_is_kept_and_says_nothing(
    context: BrowserContext, root: str
) -> None:
    with written_before_the_device_is_full(context, root) as (_, page, kept):
        page.evaluate(WITHOUT_ROOM)
        page.reload()
        page.locator("[data-do=go-on]").click()
        holds_it(page, root)
        without_room(page, root)
        for _ in range(3):
            page.locator(f"{root} [data-do=help]").first.click()
        expect(page.locator(f"{root}[data-view=aide]")).to_be_visible()
        says_of_the_device(page)
        assert not would_warn(page)
        assert page.evaluate(KEPT_OF_A_PERSON, root) == kept
        # All of it passes to another language, and nobody else is there: nothing is asked.
        page.locator(f"{root} [data-do=language]").first.click()
        page.locator("[data-language=ar]").click()
        page.wait_for_url("**/ar.html*")
        holds_it(page, root)


def two_tabs(context: BrowserContext, host: SiteHost, page: Page) -> Page:
    """The other one, where the same person has gone on with what is kept; the device is full from then on."""
    other = context.new_page()
    other.goto(f"{host.url}/fr.html#vue=accueil")
    other.locator("[data-do=go-on]").click()
    holds_it(other, ROOT)
    page.bring_to_front()
    page.evaluate(WITHOUT_ROOM)
    go_further(page, ROOT)
    says_of_the_device(page, "non-garde")
    return other


def message_is(page: Page, text: str) -> None:
    expect(page.locator("[data-type=msg_texte_nouveau]")).to_have_value(text)


LONGER = "Mon enfant est malade depuis hier"


def test_without_room_what_one_tab_alone_holds_is_not_thrown_away_by_what_another_writes(
    context: BrowserContext,
) -> None:
    with written_before_the_device_is_full(context, ROOT) as (host, page, _):
        other = two_tabs(context, host, page)
        # A place, then a message that is shorter: the device has room for both.
        other.bring_to_front()
        for key in ("help", "language"):
            other.locator(f"{ROOT} [data-do={key}]").first.click()
        other.locator("[data-language=fr]").click()
        other.evaluate(START, [ROOT, {"session": "responsable1", "ecran": "msg_ecrire", "msg_destinataire": "haddad"}])
        other.fill("[data-type=msg_texte_nouveau]", "Bon")
        look_until(other, lambda: '"Bon"' in other.evaluate(KEPT_OF_A_PERSON, ROOT))
        page.bring_to_front()
        message_is(page, LONGER)
        says_of_the_device(page, "non-garde")
        assert would_warn(page)


def test_without_room_a_tab_that_holds_an_older_text_does_not_put_it_back_over_a_newer_one(
    context: BrowserContext,
) -> None:
    with written_before_the_device_is_full(context, ROOT) as (host, page, _):
        other = two_tabs(context, host, page)
        other.evaluate("() => localStorage.removeItem('autre')")
        other.locator(f"{ROOT} [data-do=help]").first.click()
        other.evaluate(WITHOUT_ROOM)
        page.bring_to_front()
        message_is(page, LONGER)
        says_of_the_device(page, "non-garde")
        # Once there is room again, the newer one is kept, and the other tab takes it up.
        page.evaluate("() => localStorage.removeItem('autre')")
        page.locator("[data-type=msg_texte_nouveau]").press_sequentially("!")
        says_of_the_device(page)
        other.locator(f"{ROOT} [data-do=help]").first.click()
        message_is(other, f"{LONGER}!")


def test_what_another_tab_wrote_meanwhile_is_not_written_over_by_what_had_no_room(context: BrowserContext) -> None:
    with written_before_the_device_is_full(context, ROOT) as (host, page, _):
        other = two_tabs(context, host, page)
        other.fill("[data-type=msg_texte_nouveau]", "Guéri")
        kept = other.evaluate(KEPT_OF_A_PERSON, ROOT)
        assert "Guéri" in kept
        page.evaluate("() => localStorage.removeItem('autre')")
        page.locator("[data-type=msg_texte_nouveau]").press_sequentially("!")
        message_is(page, f"{LONGER}!")
        says_of_the_device(page, "non-garde")
        assert page.evaluate(KEPT_OF_A_PERSON, ROOT) == kept
        message_is(other, "Guéri")


def test_a_tab_that_keeps_nothing_is_not_thrown_away_by_one_that_begins(
    context: BrowserContext, host: SiteHost
) -> None:
    """The device has no room from the beginning, and then some: nobody erased anything."""
    page = context.new_page()
    page.goto(f"{host.url}/fr.html#vue=accueil")
    expect(page.locator(f"{ROOT} h1")).to_be_visible()
    page.evaluate("() => localStorage.clear()")
    page.reload()
    page.evaluate(WITHOUT_ROOM)
    write(page, ROOT)
    says_of_the_device(page, "rien-garde")
    other = context.new_page()
    other.goto(f"{host.url}/fr.html#vue=accueil")
    expect(other.locator(f"{ROOT} h1")).to_be_visible()
    other.evaluate("() => localStorage.removeItem('autre')")
    other.locator(f"{ROOT} [data-do=help]").first.click()
    assert other.evaluate(KEPT_OF_A_PERSON, ROOT) is not None
    page.bring_to_front()
    holds_it(page, ROOT)


def holds_nothing_now(tab: Page) -> None:
    look_until(tab, lambda: "malade" not in tab.evaluate(OF_THE_PAGE, ROOT))


@pytest.mark.parametrize("ending", ["erase", "someone-else", "sign-out"])
def test_without_room_what_is_erased_or_left_in_another_tab_is_so_in_every_tab(
    context: BrowserContext, ending: str
) -> None:
    with written_before_the_device_is_full(context, ROOT) as (host, page, _):
        other = two_tabs(context, host, page)
        other.bring_to_front()
        if ending == "someone-else":
            other.reload()
            somebody_else(other)
        elif ending == "erase":
            erase(other)
        else:
            sign_out(other)
        for tab in (other, page):
            tab.bring_to_front()
            holds_nothing_now(tab)


@pytest.mark.parametrize("here", [True, False], ids=["ici", "ailleurs"])
def test_once_all_is_erased_there_is_room_again_and_no_tab_says_that_nothing_is_kept(
    context: BrowserContext, here: bool
) -> None:
    with written_before_the_device_is_full(context, ROOT) as (host, page, _):
        other = two_tabs(context, host, page)
        erase(page if here else other)
        for tab in (page, other):
            tab.bring_to_front()
            expect(tab.locator(f"{ROOT}[data-view=langue]")).to_be_visible()
            says_of_the_device(tab)


def test_nobody_is_asked_whether_to_leave_what_another_tab_has_just_closed(context: BrowserContext) -> None:
    with written_before_the_device_is_full(context, ROOT) as (host, page, _):
        other = two_tabs(context, host, page)
        ask_for_arabic(page, ROOT)
        expect(page.locator(f"{ROOT}[data-view=quitter]")).to_be_visible()
        other.bring_to_front()
        sign_out(other)
        page.bring_to_front()
        expect(page.locator(f"{ROOT}[data-screen=seuil]")).to_be_visible()
        expect(page.locator(f"{ROOT}[data-view=ent]")).to_be_visible()


# As a tab does that opens another mission's card.
WITHOUT_ITS_TEXT = """(name) => {
  localStorage.removeItem("autre");
  localStorage.setItem(name, JSON.stringify({ ...JSON.parse(localStorage.getItem(name)), state: null }));
}"""


def kept_under(page: Page) -> str:
    name: str = page.evaluate("(where) => document.querySelector(where).practice.memory", ROOT)
    return name


def test_nobody_is_asked_whether_to_leave_what_is_kept_again(context: BrowserContext) -> None:
    with written_before_the_device_is_full(context, ROOT) as (host, page, _):
        other = two_tabs(context, host, page)
        ask_for_arabic(page, ROOT)
        expect(page.locator(f"{ROOT}[data-view=quitter]")).to_be_visible()
        other.evaluate(WITHOUT_ITS_TEXT, kept_under(page))
        page.bring_to_front()
        expect(page.locator(f"{ROOT}[data-view=langue]")).to_be_visible()
        says_of_the_device(page)
        assert LONGER in page.evaluate(KEPT_OF_A_PERSON, ROOT)


def test_what_another_tab_took_away_and_finds_no_room_again_is_warned_of(context: BrowserContext) -> None:
    with written_before_the_device_is_full(context, ROOT) as (host, page, _):
        page.evaluate(NO_MORE_AT_ALL)
        other = context.new_page()
        other.goto(f"{host.url}/index.html")
        other.evaluate(WITHOUT_ITS_TEXT, kept_under(page))
        page.bring_to_front()
        says_of_the_device(page, "rien-garde")
        holds_it(page, ROOT)
        assert would_warn(page)


def test_a_text_that_cannot_be_put_back_is_warned_of_at_once(context: BrowserContext) -> None:
    """What a tab of before wrote late takes its place, and the device takes nothing more."""
    with written_before_the_device_is_full(context, ROOT) as (host, page, of_before):
        sign_out(page)
        write(page, ROOT)
        page.evaluate(NO_MORE_AT_ALL)
        other = context.new_page()
        other.goto(f"{host.url}/index.html")
        other.evaluate("([name, text]) => localStorage.setItem(name, text)", [kept_under(page), of_before])
        page.bring_to_front()
        says_of_the_device(page, "rien-garde")
        holds_it(page, ROOT)
        assert would_warn(page)


# Whether a notice is where one looks: all of it, between the two bars.
BETWEEN_THE_BARS = """(notice) => {
  const [{ top, bottom }, above, below] = [notice, ...[".barre-haute", ".barre-basse"].map(
    (bar) => document.querySelector(bar))].map((one) => one.getBoundingClientRect());
  return above.bottom <= top && bottom <= below.top && bottom <= innerHeight;
}"""


def warned_where_one_looks_and_aloud(page: Page, key: str) -> None:
    notice = page.locator("[data-said]")
    expect(notice).to_contain_text(frame_words("fr")[key])
    look_until(page, lambda: notice.evaluate(BETWEEN_THE_BARS))
    expect(page.locator("[data-live]")).to_contain_text(frame_words("fr")[key])


@EACH_ROOT
def test_the_first_letter_that_is_not_kept_is_warned_of_where_one_looks_and_aloud(
    browser: Browser, context: BrowserContext, root: str
) -> None:
    """Once: then the foot alone goes on saying so."""
    with written_before_the_device_is_full(context, root) as (_, page, _kept):
        without_room(page, root)
        if root == ROOT:
            page.locator("[data-type=msg_texte_nouveau]").press_sequentially("!")
        else:
            go_further(page, root)
        warned_where_one_looks_and_aloud(page, "non-garde")
        if root == ROOT:
            page.keyboard.type("!")  # where one was writing
            message_is(page, "Mon enfant est malade!!")
        else:
            page.locator("[data-choose]").nth(1).check()
        expect(page.locator("[data-said]")).to_have_count(0)
        says_of_the_device(page, "non-garde")
    with where_nothing_is_kept(browser, root) as (_, page):
        write(page, root)
        warned_where_one_looks_and_aloud(page, "rien-garde")
        holds_it(page, root)


UNREADABLE = """() => {
  window.device = Object.getOwnPropertyDescriptor(window, "localStorage");
  Object.defineProperty(window, "localStorage", { configurable: true, get() { throw Error("refused"); } });
}"""
READABLE = "() => Object.defineProperty(window, 'localStorage', window.device)"


@EACH_ROOT
def test_a_device_that_lets_nothing_more_be_read_has_erased_nothing(context: BrowserContext, root: str) -> None:
    with written_before_the_device_is_full(context, root) as (_, page, kept):
        page.evaluate(UNREADABLE)
        for _ in range(2):
            page.locator(f"{root} [data-do=help]").first.click()
        expect(page.locator("[data-said]")).to_have_count(0)
        holds_it(page, root)
        says_of_the_device(page)
        go_further(page, root)
        says_of_the_device(page, "non-garde")
        assert would_warn(page)
        page.evaluate(READABLE)
        assert page.evaluate(KEPT_OF_A_PERSON, root) == kept
        page.locator(f"{root} [data-do=help]").first.click()
        says_of_the_device(page)


@EACH_ROOT
@pytest.mark.parametrize("readable", [True, False])
def test_what_is_erased_is_said_to_be_so_once_nothing_of_it_is_there(
    context: BrowserContext, root: str, readable: bool
) -> None:
    """And where nothing could be erased, it is at the first gesture after something may be."""
    with written_before_the_device_is_full(context, root) as (_, page, kept):
        if not readable:
            page.evaluate(UNREADABLE)
        page.locator(f"{root} [data-do=help]").first.click()
        page.locator(f"{root} [data-do=erase]").last.click()
        page.locator(f"{root} [data-do=erase-all]").click()
        expect(page.locator(f"{root}[data-view=langue]")).to_be_visible()
        notice = expect(page.locator("[data-said]").filter(has_text=frame_words("fr")["effacer-fait"]))
        notice.to_have_count(int(readable))
        if not readable:
            page.evaluate(READABLE)
            assert page.evaluate(KEPT_OF_A_PERSON, root) == kept
            page.locator(f"{root} [data-do=help]").first.click()
        look_until(
            page, lambda: json.loads(page.evaluate(KEPT_OF_A_PERSON, root) or '{"state": null}')["state"] is None
        )


def test_without_room_a_page_that_the_keeper_cannot_bring_takes_nothing(context: BrowserContext) -> None:
    """It is looked for before the question, as where no keeper is."""
    with written_before_the_device_is_full(context, ROOT) as (host, page, _):
        controlled(page)
        every_language_is_kept(page)
        page.evaluate("async () => (await caches.open((await caches.keys())[0])).delete('ar.html')")
        without_room(page, ROOT)
        go_further(page, ROOT)
        host.stopped = True
        ask_for_arabic(page, ROOT)
        expect(page.locator("[data-said]")).to_contain_text(frame_words("fr")["page-loin"])
        expect(page.locator(f"{ROOT}[data-view=langue]")).to_be_visible()
        # A language that the device has comes, and one is asked.
        page.locator("[data-language=tr]").click()
        expect(page.locator(f"{ROOT}[data-view=quitter]")).to_be_visible()


def test_who_leaves_an_account_where_nothing_more_is_taken_leaves_nothing_of_it_on_the_device(
    context: BrowserContext,
) -> None:
    with written_before_the_device_is_full(context, ROOT) as (_, page, _):
        page.evaluate(NO_MORE_AT_ALL)
        sign_out(page)
        assert "malade" not in page.evaluate(OF_THE_PAGE, ROOT)
        says_of_the_device(page, "rien-garde")


def test_without_room_for_all_a_device_keeps_what_was_answered_rather_than_what_annuler_takes_back(
    context: BrowserContext,
) -> None:
    with site_host(form_site()) as host:
        page = context.new_page()
        page.goto(f"{host.url}/fr.html#vue=accueil")
        write(page, "#questionnaire")
        page.evaluate(WITHOUT_ROOM)
        page.locator("[data-choose=appareils__ordinateur]").check()
        page.reload()
        page.locator("[data-do=go-on]").click()
        for device in ("tablette", "ordinateur"):
            expect(page.locator(f"[data-choose=appareils__{device}]")).to_be_checked()


def test_what_a_device_without_room_kept_is_taken_up_and_not_said_to_be_gone(
    context: BrowserContext, host: SiteHost
) -> None:
    page = context.new_page()
    page.goto(f"{host.url}/fr.html#vue=accueil")
    expect(page.locator(f"{ROOT} h1")).to_be_visible()
    write(page, ROOT)
    page.evaluate(WITHOUT_ROOM)
    page.reload()
    expect(page.locator(f"{ROOT}[data-view=reprise]")).to_be_visible()
    says_of_the_device(page)
    page.locator("[data-do=go-on]").click()
    holds_it(page, ROOT)
    go_further(page, ROOT)
    says_of_the_device(page, "non-garde")
    assert would_warn(page)


def gives_up_waiting(page: Page, wanted: str, instead: str) -> Any:
    """Ask for a page and, once it is said to be slow, press something else: what the page was then, and the tab's name.

    In one go: Playwright waits for a page that is on its way before it looks at this one.
    """
    return page.evaluate(
        """async ([wanted, instead]) => {
          const notice = () => document.querySelector("[data-said]")?.textContent ?? "";
          document.querySelector(wanted).click();
          while (!notice()) await new Promise((go) => setTimeout(go, 20));
          const { view } = document.querySelector("[data-view]").dataset;
          const waiting = { notice: notice(), view, passed: [window.name, history.state] };
          document.querySelector(instead).click();
          return waiting;
        }""",
        [wanted, instead],
    )


def cut_once_given_up(host: SiteHost, page: Page) -> None:
    """The page that was on its way goes no further; were it still awaited, the browser would say that it is cut."""
    host.held.set()
    page.wait_for_timeout(500)
    assert "/fr.html" in page.url


@pytest.mark.parametrize("key", ["stay", "back"])
@EACH_ROOT
def test_who_stays_after_all_loses_nothing_to_a_page_that_was_on_its_way(browser: Browser, root: str, key: str) -> None:
    with where_nothing_is_kept(browser, root) as (host, page):
        write(page, root)
        host.unsent.add("ar.html")
        ask_for_arabic(page, root)
        is_asked(page, root)
        waiting = gives_up_waiting(page, "[data-do=leave]", f"[data-do={key}]")
        assert frame_words("fr")["page-lente"] in waiting["notice"]
        assert (waiting["view"], waiting["passed"]) == ("quitter", ["", {"practice": True}])
        expect(page.locator("[data-said]")).to_have_count(0)
        cut_once_given_up(host, page)
        is_still_there(page, root)


@EACH_ROOT
def test_what_is_begun_while_another_language_is_on_its_way_is_not_lost_to_it(browser: Browser, root: str) -> None:
    with where_nothing_is_kept(browser, root) as (host, page):
        host.unsent.add("ar.html")
        page.locator("[data-do=language]").first.click()
        waiting = gives_up_waiting(page, "[data-language=ar]", f"{root} [data-do=back]")
        assert frame_words("fr")["page-lente"] in waiting["notice"]
        write(page, root)
        cut_once_given_up(host, page)
        holds_it(page, root)


# In one go, as above. Each notice is waited for; one that never comes is "".
ONE_AFTER_THE_OTHER = """async (presses) => {
  const wait = () => new Promise((go) => setTimeout(go, 20));
  const notice = () => document.querySelector("[data-said]")?.textContent ?? "";
  const notices = [];
  for (const [press, said] of presses) {
    document.querySelector(press).click();
    for (let turn = 0; said && turn < 150 && !notice(); turn += 1) await wait();
    notices.push(notice());
  }
  return [notices, document.querySelector("[data-view]").dataset.view, Object.keys(sessionStorage)];
}"""


def test_of_two_languages_asked_one_after_the_other_none_comes_once_given_up(browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    context.set_default_timeout(20_000)
    with site_host() as host:
        page = context.new_page()
        page.goto(f"{host.url}/fr.html#vue=accueil")
        expect(page.locator(f"{ROOT} h1")).to_be_visible()
        host.unsent |= {"ar.html", "tr.html"}
        page.locator("[data-do=language]").first.click()
        presses = [("[data-language=ar]", True), ("[data-language=tr]", True), (f"{ROOT} [data-do=back]", False)]
        notices, view, beside = page.evaluate(ONE_AFTER_THE_OTHER, presses)
        slow = frame_words("fr")["page-lente"]
        assert [slow in notice for notice in notices] == [True, True, False]
        assert (view, beside) == ("accueil", [])
        cut_once_given_up(host, page)
    context.close()


def test_a_language_asked_while_another_is_on_its_way_opens_where_one_was(browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    context.set_default_timeout(20_000)
    with site_host() as host:
        page = context.new_page()
        page.goto(f"{host.url}/fr.html#vue=accueil")
        for key in ("begin", "start", "help", "language"):
            page.locator(f"{ROOT} [data-do={key}]").first.click()
        host.unsent.add("ar.html")
        page.evaluate(ONE_AFTER_THE_OTHER, [("[data-language=ar]", True), ("[data-language=tr]", False)])
        page.wait_for_url("**/tr.html*")
        expect(page.locator(f"{ROOT}[data-view=ent] h1")).to_be_visible()
        host.held.set()
    context.close()


@EACH_ROOT
def test_who_goes_on_here_where_all_is_kept_is_not_taken_to_a_page_that_was_slow(browser: Browser, root: str) -> None:
    """And whoever opens that page next is asked."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    context.set_default_timeout(20_000)
    with written_before_the_device_is_full(context, root) as (host, page, _):
        for key in ("help", "language"):
            page.locator(f"{root} [data-do={key}]").first.click()
        host.unsent.add("ar.html")
        presses = [("[data-language=ar]", True), (f"{root} [data-do=back]", False)]
        notices, view, beside = page.evaluate(ONE_AFTER_THE_OTHER, presses)
        assert [frame_words("fr")["page-lente"] in notice for notice in notices] == [True, False]
        assert (view, beside) == ("aide", [])
        cut_once_given_up(host, page)
        page.locator(f"{root} [data-do=back]").click()
        holds_it(page, root)
        host.unsent.clear()
        page.goto(f"{host.url}/ar.html")
        expect(page.locator(f"{root}[data-view=reprise]")).to_be_visible()
    context.close()


def test_a_file_that_stays_in_the_downloads_is_named_to_whoever_opens_the_page(
    context: BrowserContext, host: SiteHost
) -> None:
    """Nothing else was done: nobody is asked who is there."""
    page = context.new_page()
    page.goto(f"{host.url}/fr.html#vue=accueil")
    page.locator("[data-do=help]").click()
    page.locator("[data-do=memo]").first.click()
    with page.expect_download() as download:
        page.locator("[data-do=image]").click()
    page.reload()
    expect(page.locator(f"{ROOT} h1")).to_be_visible()
    expect(page.locator(f"{ROOT}[data-view=reprise]")).to_have_count(0)
    page.locator("[data-do=help]").click()
    page.locator("[data-do=erase]").first.click()
    expect(page.locator(".contenu")).to_contain_text(download.value.suggested_filename)


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


def one_mission_done(page: Page) -> None:
    """A mission where one only presses, as « Montrez-moi » shows it, then the card of the next one."""
    press(page, "missions")
    page.locator("[data-do=mission][data-id=lire_sa_semaine]").first.dispatch_event("click")
    press(page, "start")
    over = page.locator(f"{ROOT}[data-view=fini]")
    for _ in range(20):
        if over.count():
            break
        press(page, "show-me")
        shown = page.locator("[aria-describedby]:is([data-press], [data-event], [data-choose])")
        expect(shown).to_have_count(1)
        shown.click()
    expect(over).to_have_count(1)
    press(page, "next")
    expect(page.locator(f"{ROOT}[data-view=mission]")).to_be_visible()


def test_a_page_brought_back_continues_what_the_device_keeps_and_nothing_that_was_erased_meanwhile(
    remembering: Browser, host: SiteHost
) -> None:
    """The first family looked at a card; the second one erased, in another language, and wrote."""
    context = remembering.new_context(viewport={"width": 360, "height": 740}, locale="fr-FR", service_workers="block")
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(f"{host.url}/fr.html#vue=accueil")
    one_mission_done(page)
    page.evaluate("addEventListener('pageshow', (event) => (window.brought = event.persisted))")
    page.goto(f"{host.url}/en.html#vue=accueil")
    somebody_else(page)
    page.locator(".langue[aria-current=true]").click()
    roam_and_write(page, "Texte DEUX")
    back_to(page, "/fr.html")
    look_until(page, lambda: page.evaluate("window.brought"))
    expect(page.locator(f"{ROOT}[data-view=reprise]")).to_be_visible()
    go_on(page)
    # « Précédent » was first « Retour », up to the first screen.
    press(page, "resume")
    expect(page.locator(f"{ROOT}[data-screen=menu]")).to_be_visible()
    assert state_of(page)["typed"]["msg_texte_nouveau"] == "Texte DEUX"
    press(page, "help", "memo")
    expect(page.locator(".memo")).to_be_visible()
    expect(page.locator(".memo .appris")).to_have_count(0)
    kept = page.evaluate(KEPT_OF_A_PERSON, ROOT)
    assert "Texte DEUX" in kept
    assert '"done":[]' in kept
    context.close()


def test_a_tab_that_was_in_no_walk_keeps_nothing_of_what_was_erased_in_another(
    context: BrowserContext, host: SiteHost
) -> None:
    """It asks, since somebody else went on there."""
    page, other = context.new_page(), context.new_page()
    # First among those that listen, it keeps all from a tab that sleeps.
    page.add_init_script(
        """for (const kind of ["storage", "visibilitychange"]) {
          addEventListener(kind, (event) => window.asleep && event.stopImmediatePropagation(), true);
        }"""
    )
    page.goto(f"{host.url}/fr.html#vue=accueil")
    one_mission_done(page)
    page.evaluate("() => { window.asleep = true; }")
    other.goto(f"{host.url}/en.html#vue=accueil")
    somebody_else(other)
    other.locator(".langue[aria-current=true]").click()
    roam_and_write(other, "Texte DEUX")
    page.bring_to_front()
    page.evaluate("() => { window.asleep = false; dispatchEvent(new Event('pageshow')); }")
    expect(page.locator(f"{ROOT}[data-view=reprise]")).to_be_visible()
    go_on(page)
    message_is(page, "Texte DEUX")
    press(page, "help")
    assert '"done":[]' in page.evaluate(KEPT_OF_A_PERSON, ROOT)


@EACH_ROOT
def test_a_page_brought_back_says_nothing_of_the_last_gesture_before_one_is_asked(
    remembering: Browser, root: str
) -> None:
    """Neither what was done nor what was taken back, on the screen or aloud."""
    context = remembering.new_context(viewport={"width": 360, "height": 740}, locale="fr-FR", service_workers="block")
    context.set_default_timeout(20_000)
    with site_host(site_files() if root == ROOT else form_site()) as host:
        page = context.new_page()
        page.goto(f"{host.url}/fr.html#vue=accueil")
        expect(page.locator(f"{root} h1")).to_be_visible()
        write(page, root)
        if root == ROOT:
            page.locator("[data-press=msg_envoyer_nouveau]").click()
        else:
            page.locator("[data-event=undo]").click()
        said = page.locator("[data-said]").inner_text()
        expect(page.locator("[data-live]")).not_to_be_empty()
        left_and_brought_back(page, f"{host.url}/index.html", lambda _: None)
        expect(page.locator(f"{root}[data-view=reprise]")).to_be_visible()
        page.wait_for_timeout(200)  # the live region speaks a little later
        expect(page.locator("[data-said]")).to_have_count(0)
        expect(page.locator("[data-live]")).to_be_empty()
        assert said not in page.evaluate("(where) => document.querySelector(where).innerText", root)
    context.close()


@pytest.mark.parametrize("tabs", [1, 2], ids=["un-onglet", "deux-onglets"])
def test_a_card_that_is_only_looked_at_takes_the_place_of_no_walk_that_goes_on(
    context: BrowserContext, host: SiteHost, tabs: int
) -> None:
    looking = context.new_page()
    looking.goto(f"{host.url}/fr.html#vue=accueil")
    if tabs == 2:
        one_mission_done(looking)
        writing = context.new_page()
        writing.goto(f"{host.url}/fr.html#vue=accueil")
        go_on(writing)
        press(writing, "help", "home")
        roam_and_write(writing, "Mon enfant est malade")
        writing.close()
        looking.bring_to_front()
    else:
        roam_and_write(looking, "Mon enfant est malade")
        press(looking, "help", "home", "missions")
        looking.locator("[data-do=path]").first.click()
        looking.locator("[data-do=mission]").nth(1).click()
        expect(looking.locator(f"{ROOT}[data-view=mission]")).to_be_visible()
    press(looking, "help")
    assert "malade" in looking.evaluate(KEPT_OF_A_PERSON, ROOT)
    # « Continuer » leads there, here and in a page that opens.
    press(looking, "home", "resume")
    message_is(looking, "Mon enfant est malade")
    opened = context.new_page()
    opened.goto(f"{host.url}/fr.html#vue=accueil")
    go_on(opened)
    message_is(opened, "Mon enfant est malade")


@pytest.mark.parametrize("reloaded", [False, True], ids=["accueil", "langue-rechargée"])
def test_a_walk_without_a_mission_is_come_back_to_from_the_first_screen(
    context: BrowserContext, host: SiteHost, reloaded: bool
) -> None:
    page = context.new_page()
    page.goto(f"{host.url}/fr.html#vue=accueil")
    roam_and_write(page, "Mon enfant est malade")
    press(page, "help", "language" if reloaded else "home")
    if reloaded:
        page.reload()
        go_on(page)
    expect(page.locator(f"{ROOT}[data-view=accueil]")).to_be_visible()
    press(page, "resume")
    message_is(page, "Mon enfant est malade")


def test_a_language_stopped_by_the_browser_itself_is_asked_about_when_it_is_opened_later(browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    context.set_default_timeout(20_000)
    with written_before_the_device_is_full(context, ROOT) as (host, page, _):
        press(page, "help", "language")
        host.unsent.add("ar.html")
        page.evaluate(
            """async () => {
              document.querySelector("[data-language=ar]").click();
              while (!document.querySelector("[data-said]")) await new Promise((go) => setTimeout(go, 20));
              window.stop();
            }"""
        )
        host.unsent.clear()
        page.goto(f"{host.url}/index.html")
        page.goto(f"{host.url}/ar.html")
        expect(page.locator(f"{ROOT}[data-view=reprise]")).to_be_visible()
    context.close()


def test_a_language_on_its_way_while_another_tab_erases_is_asked_about_when_it_comes(browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    context.set_default_timeout(20_000)
    with written_before_the_device_is_full(context, ROOT) as (host, page, _):
        press(page, "help", "language")
        other = context.new_page()
        other.goto(f"{host.url}/fr.html#vue=accueil")
        on_its_way: list[Route] = []
        page.route(
            "**/ar.html*",
            lambda route: on_its_way.append(route) if route.request.is_navigation_request() else route.continue_(),
        )
        page.evaluate("() => void setTimeout(() => document.querySelector('[data-language=ar]').click(), 50)")
        look_until(other, lambda: on_its_way)
        somebody_else(other)
        other.locator(".langue[aria-current=true]").click()
        roam_and_write(other, "Texte DEUX")
        on_its_way[0].continue_()
        page.wait_for_url("**/ar.html*")
        expect(page.locator(f"{ROOT}[data-view=reprise]")).to_be_visible()
    context.close()


def test_where_there_is_room_again_another_language_takes_all_and_asks_nothing(context: BrowserContext) -> None:
    with written_before_the_device_is_full(context, ROOT) as (_, page, _kept):
        page.evaluate(WITHOUT_ROOM)
        go_further(page, ROOT)
        press(page, "help", "language")
        page.evaluate("() => localStorage.removeItem('autre')")
        page.locator("[data-language=ar]").click()
        page.wait_for_url("**/ar.html*")
        message_is(page, LONGER)


def would_warn(page: Page) -> bool:
    """Whether the page would have the browser ask before it goes."""
    asks: bool = page.evaluate("!dispatchEvent(new Event('beforeunload', { cancelable: true }))")
    return asks


def warned_on_closing(page: Page) -> bool:
    """Whether the browser asks before the page closes, which is answered no."""
    asking: list[str] = []
    closed: list[Page] = []

    def stay_open(dialog: Dialog) -> None:
        asking.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay_open)
    page.on("close", lambda gone: closed.append(gone))
    page.locator(".carnets-phone h1").click()  # a browser warns only of a page that was touched
    page.close(run_before_unload=True)
    other = page.context.new_page()
    look_until(other, lambda: asking or closed)
    other.close()
    return asking == ["beforeunload"]


@EACH_ROOT
def test_where_nothing_is_kept_the_browser_asks_before_what_was_written_goes(browser: Browser, root: str) -> None:
    with where_nothing_is_kept(browser, root) as (_, page):
        write(page, root)
        assert warned_on_closing(page)
        holds_it(page, root)
    with where_nothing_is_kept(browser, root) as (_, page):
        page.locator("[data-do=help]").click()
        assert not warned_on_closing(page)


def test_a_page_that_the_suite_serves_asks_too(phone: Page, suite_url: str) -> None:
    in_the_suite(phone, f"{suite_url}/voila/render/notebooks/04_decouverte_ent/application.ipynb#vue=accueil")
    write(phone, ROOT)
    assert warned_on_closing(phone)
    holds_it(phone, ROOT)


BEFORE_2024 = """() => {
  const leaving = document.createEvent("BeforeUnloadEvent");
  leaving.initEvent("beforeunload", false, true);
  dispatchEvent(leaving);
  return leaving.returnValue;
}"""


@pytest.mark.parametrize("served", [False, True], ids=["seule", "servie"])
def test_a_browser_from_before_2024_asks_too(browser: Browser, phone: Page, suite_url: str, served: bool) -> None:
    """It looks at `returnValue` alone."""
    if served:
        in_the_suite(phone, f"{suite_url}/voila/render/notebooks/04_decouverte_ent/application.ipynb#vue=accueil")
        write(phone, ROOT)
        assert phone.evaluate(BEFORE_2024)
        return
    with where_nothing_is_kept(browser, ROOT) as (_, page):
        assert not page.evaluate(BEFORE_2024)
        write(page, ROOT)
        assert page.evaluate(BEFORE_2024)


def in_the_suite(page: Page, address: str) -> None:
    """A page that the suite serves, on a device that refuses any storage."""
    page.add_init_script(REFUSED)
    page.goto(address, timeout=60_000)
    expect(page.locator(".carnets-phone h1")).to_be_visible(timeout=60_000)


def test_what_passes_to_another_language_inside_a_lesson_is_asked_about_there_too(phone: Page, suite_url: str) -> None:
    """There, another language is the same page."""
    in_the_suite(phone, f"{suite_url}/voila/render/notebooks/04_decouverte_ent/lecon.ipynb#vue=accueil")
    phone.evaluate(
        START, [".carnets-phone", {"session": "responsable1", "ecran": "msg_ecrire", "msg_destinataire": "haddad"}]
    )
    phone.fill("[data-type=msg_texte_nouveau]", "Mon enfant est malade")
    ask_for_arabic(phone, ".carnets-phone")
    expect(phone.locator(".carnets-phone[dir=rtl]")).to_be_visible()
    holds_it(phone, ROOT)
    expect(phone.locator(".pied")).to_contain_text(frame_words("ar")["rien-garde"])
    assert warned_on_closing(phone)
    # Erased there, it needs no word to go.
    phone.fill("[data-type=msg_texte_nouveau]", "")
    assert not would_warn(phone)


@EACH_ROOT
def test_a_yes_is_for_one_departure_if_nothing_comes_the_browser_asks_again(browser: Browser, root: str) -> None:
    with where_nothing_is_kept(browser, root) as (host, page):
        write(page, root)
        ask_for_arabic(page, root)
        is_asked(page, root)
        host.unsent.add("ar.html")
        # In one go: Playwright waits for a page that is on its way before it looks at this one.
        asks = page.evaluate(
            """async () => {
              document.querySelector("[data-do=leave]").click();
              while (!document.querySelector("[data-said]")) await new Promise((go) => setTimeout(go, 20));
              const asks = !dispatchEvent(new Event("beforeunload", { cancelable: true }));
              document.querySelector("[data-do=stay]").click();
              return asks;
            }"""
        )
        assert asks


def test_where_what_was_written_is_kept_the_browser_asks_nothing(context: BrowserContext, host: SiteHost) -> None:
    page = context.new_page()
    page.goto(f"{host.url}/fr.html#vue=accueil")
    expect(page.locator(f"{ROOT} h1")).to_be_visible()
    write(page, ROOT)
    assert not warned_on_closing(page)


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
