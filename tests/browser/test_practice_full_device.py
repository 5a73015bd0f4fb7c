"""Un appareil plein : il garde ce qu'il gardait, et dit aussitôt ce qu'il ne garde pas, dans chaque onglet."""

from __future__ import annotations

import json

import pytest
from browser.practice_device import (
    EACH_ROOT,
    KEPT_OF_A_PERSON,
    LONGER,
    OF_THE_PAGE,
    WITHOUT_ROOM,
    ask_for_arabic,
    erase,
    go_further,
    holds_it,
    left_and_brought_back,
    message_is,
    passes_nothing_on,
    sign_out,
    somebody_else,
    where_nothing_is_kept,
    would_warn,
    write,
    written_before_the_device_is_full,
)
from browser.practice_pages import (
    START,
    controlled,
    every_language_is_kept,
)
from playwright.sync_api import Browser, BrowserContext, Page, expect
from practice_host import ROOT, SiteHost, site_host
from waiting import look_until

from liaison.phone.words import frame_words
from widgets.diagnostic.form_page import form_site

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
