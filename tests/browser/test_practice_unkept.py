"""Où l'appareil ne garde rien : ce qui est écrit ne passe pas à une autre page, et ne part pas sans un mot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from browser.practice_device import (
    EACH_ROOT,
    LONGER,
    REFUSED,
    WITHOUT_ROOM,
    ask_for_arabic,
    back_to,
    erase,
    go_further,
    holds_it,
    left_and_brought_back,
    message_is,
    passes_nothing_on,
    press,
    roam_and_write,
    sign_out,
    somebody_else,
    where_nothing_is_kept,
    would_warn,
    write,
    written_before_the_device_is_full,
)
from browser.practice_pages import (
    START,
)
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Route, expect
from practice_host import ROOT, SiteHost, site_host
from waiting import look_until

from liaison.phone.words import frame_words

HELD = """(where) => JSON.stringify([
  document.querySelector(where).innerText, document.querySelector(where).practice.kept(),
])"""


WRITTEN = ("malade", 'tablette":"oui', "responsable1")


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


def holds_nothing(page: Page, root: str) -> None:
    """Neither the page nor what the tab has beside it says anything of what was written, nor asks who wrote it."""
    expect(page.locator(f"{root} h1")).to_be_visible()
    expect(page.locator(f"{root}[data-view=reprise]")).to_have_count(0)
    kept = page.evaluate(HELD, root)
    assert not [word for word in WRITTEN if word in kept]
    passes_nothing_on(page)


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
