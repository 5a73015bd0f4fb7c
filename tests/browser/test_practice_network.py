"""Le réseau perdu, lent ou refusé : ce qui s'ouvre encore, ce qui ne vient pas ou ne commence pas, et qui le dit."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import signed_in as with_key
from browser.practice_pages import (
    PAGES_KEPT,
    asked_for_another_language,
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
from liaison.phone.words import frame_words, waiting_words
from widgets.diagnostic.form_page import form_site
from widgets.phone.page import not_started
from widgets.practice.site import build_site, site_files


def forget_all_but(page: Page, name: str) -> None:
    """Take from the device the pages that it keeps, but that one."""
    page.evaluate(
        "async (name) => { const cache = await caches.open((await caches.keys())[0]);"
        " for (const { url } of await cache.keys()) if (!url.endsWith(`/${name}`)) await cache.delete(url); }",
        name,
    )


def says_in(page: Page, code: str, why: str) -> None:
    """The page says in that language alone why it cannot come, and bears its name."""
    language, said = languages()[code], frame_words(code)[f"page-{why}"]
    expect(page.locator("html")).to_have_attribute("lang", language.tag)
    expect(page.locator("html")).to_have_attribute("dir", language.direction)
    expect(page.locator("main > p:not(:has(a))")).to_have_text(said)
    expect(page).to_have_title(re.compile(re.escape(said.split(".")[0] + " · ")))


def test_the_page_and_the_choice_of_language_open_again_with_the_network_cut(
    context: BrowserContext, host: SiteHost
) -> None:
    page = context.new_page()
    page.goto(f"{host.url}/fr.html")
    controlled(page)
    signed_in(page)
    context.set_offline(True)
    host.files.clear()
    for address in ("fr.html", "fr.html?x=1#parcours=premiere_connexion", "", "index.html"):
        page.goto("about:blank")
        page.goto(f"{host.url}/{address}")
        expect(page.locator(f"{ROOT} h1, main.index h1").first).to_be_visible()
    page.goto(f"{host.url}/fr.html")
    go_on(page)
    assert state_of(page)["values"]["session"] == "responsable1"


def test_with_the_network_cut_every_language_opens_and_what_is_not_kept_is_said(
    context: BrowserContext, host: SiteHost
) -> None:
    page = context.new_page()
    page.goto(f"{host.url}/fr.html#vue=accueil")
    controlled(page)
    every_language_is_kept(page)
    context.set_offline(True)
    host.files.clear()
    page.locator(f"{ROOT} [data-do=help]").click()
    page.locator(f"{ROOT} [data-do=language]").click()
    page.locator(f"{ROOT} [data-language=ar]").click()
    page.wait_for_url("**/ar.html*")
    expect(page.locator(f"{ROOT} h1")).to_be_visible()
    # As on a device that kept one language only, because its owner counts what the network costs.
    forget_all_but(page, "fr.html")
    page.goto(f"{host.url}/fr.html")
    page.goto(f"{host.url}/uk.html")
    expect(page.locator("body")).to_contain_text(frame_words("fr")["page-loin"])
    expect(page.locator("nav a")).to_have_count(0)
    page.get_by_role("link", name=frame_words("fr")["continuer"]).click()
    # The network is back, and the server answers that it is broken.
    context.set_offline(False)
    host.failing.add("uk.html")
    page.goto(f"{host.url}/uk.html")
    expect(page.locator("body")).to_contain_text(frame_words("fr")["page-refusee"])
    page.get_by_role("link", name=frame_words("fr")["continuer"]).click()
    expect(page.locator(f"{ROOT} h1")).to_be_visible()


@pytest.mark.parametrize("site", [site_files, form_site])
def test_the_first_page_alone_opens_again_with_the_network_cut_and_leads_to_each_language(
    context: BrowserContext, site: Callable[[], dict[str, str]]
) -> None:
    arabic = languages()["ar"].name
    with site_host(site()) as host:
        page = context.new_page()
        page.goto(f"{host.url}/")
        controlled(page)
        every_language_is_kept(page)
        context.set_offline(True)
        host.files.clear()
        page.goto("about:blank")
        page.goto(f"{host.url}/")
        page.get_by_role("link", name=arabic).click()
        expect(page.locator("[lang=ar] h1")).to_be_visible()
        # As on a device whose owner counts what the network costs: no language is there.
        forget_all_but(page, "index.html")
        page.goto(f"{host.url}/")
        page.get_by_role("link", name=arabic).click()
        says_in(page, "ar", "loin")
        page.get_by_role("link", name=frame_words("ar")["continuer"]).click()
        expect(page.locator("main.index h1")).to_be_visible()


def test_a_page_that_cannot_come_is_said_in_the_language_of_the_person_and_leads_to_the_others(
    browser: Browser, host: SiteHost
) -> None:
    context = browser.new_context(locale="es-ES", viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{host.url}/")
    controlled(page)
    # Nothing was read yet: as the browser speaks.
    context.set_offline(True)
    page.goto(f"{host.url}/absente.html")
    says_in(page, "es", "loin")
    context.set_offline(False)
    page.goto(f"{host.url}/ar.html#vue=accueil")
    every_language_is_kept(page)
    host.files.clear()
    context.set_offline(True)
    # From the page that was read.
    page.goto(f"{host.url}/absente.html")
    says_in(page, "ar", "loin")
    expect(page.locator("nav a")).to_have_text([one.name for one in languages().values() if one.code != "ar"])
    page.get_by_role("link", name=languages()["tr"].name).click()
    expect(page.locator(f"{ROOT}[lang=tr] h1")).to_be_visible()
    # Opened anew, on a device that keeps one language.
    forget_all_but(page, "tr.html")
    page.goto("about:blank")
    page.goto(f"{host.url}/absente.html")
    says_in(page, "tr", "loin")
    context.close()


def test_a_network_lost_while_the_languages_are_kept_leaves_that_of_the_person(
    browser: Browser, host: SiteHost
) -> None:
    context = browser.new_context(locale="es-ES", viewport={"width": 360, "height": 740})
    page = context.new_page()
    host.last = "fr.html"
    page.goto(f"{host.url}/")
    look_until(page, lambda: "fr.html" in page.evaluate(PAGES_KEPT))
    page.goto(f"{host.url}/absente.html")
    says_in(page, "es", "loin")
    context.close()


@pytest.mark.parametrize(
    ("lost", "why"),
    [
        ("le réseau", "loin"),
        ("le serveur", "loin"),
        ("la page est en panne", "refusee"),
        ("la page est absente", "refusee"),
        ("le site est en panne", "refusee"),
    ],
)
def test_without_a_keeper_the_page_stays_and_says_why_another_cannot_come(
    browser: Browser, host: SiteHost, lost: str, why: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page, first = context.new_page(), context.new_page()
    page.goto(f"{host.url}/fr.html")
    signed_in(page)
    first.goto(f"{host.url}/")
    if lost == "le réseau":
        context.set_offline(True)
    elif lost == "le serveur":
        host.stopped = True
    elif lost == "la page est en panne":
        host.failing.add("ar.html")
    elif lost == "le site est en panne":
        host.failing |= set(host.files)
    else:
        there = host.files.pop("ar.html")
    asked_for_another_language(page, why)
    stays_on_the_first_page(first, why)
    # Then it comes back: nothing was lost, and each leads where it says.
    context.set_offline(False)
    host.stopped = False
    host.failing.clear()
    if lost == "la page est absente":
        host.files["ar.html"] = there
    first.get_by_role("link", name=languages()["ar"].name).click()
    first.wait_for_url("**/ar.html*")
    context.close()


@pytest.mark.parametrize("lost", [False, True])
def test_the_questionnaire_stays_too_when_its_server_stops(browser: Browser, lost: bool) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    with site_host(form_site()) as host:
        page, first = context.new_page(), context.new_page()
        first.goto(f"{host.url}/")
        page.goto(f"{host.url}/fr.html")
        host.stopped = lost
        page.locator("[data-language=ar]").click()
        if lost:
            expect(page.locator("#questionnaire [data-said]")).to_contain_text(frame_words("fr")["page-loin"])
            stays_on_the_first_page(first, "loin")
        else:
            page.wait_for_url("**/ar.html*")
    context.close()


def stays_on_the_first_page(page: Page, why: str) -> None:
    """Ask for a language there: the page says, in that language, why it cannot come."""
    page.bring_to_front()
    page.get_by_role("link", name=languages()["ar"].name).click()
    expect(page.get_by_role("alert")).to_have_text(frame_words("ar")[f"page-{why}"])
    expect(page.get_by_role("alert")).to_have_attribute("dir", "rtl")


def says_that_it_has_not_started(page: Page, why: str, *, again: bool) -> None:
    box = page.locator("#page-attendue")
    expect(box).to_be_in_viewport(ratio=1)
    expect(box.locator("p:visible")).to_have_text(not_started("fr", why))
    expect(box.get_by_role("button", name=waiting_words("fr")["reessayer"])).to_have_count(int(again))


def rewritten(page: str, former: str, new: str, *, ruled: bool = True) -> str:
    """The page as if its scripts were written otherwise; when not `ruled`, its rule still names the former ones."""
    (data,) = re.findall(r'<script type="application/(?:json|gzip)"[^>]*>([^<]+)</script>', page)
    held = json.loads(data if data.startswith("{") else gzip.decompress(b64decode(data)))
    changes = {script: script.replace(former, new) for script in re.findall(r"<script>(.*?)</script>", page, re.DOTALL)}
    if packed := held.get("script"):
        changes[packed] = held["script"] = packed.replace(former, new)
        page = page.replace(data, b64encode(gzip.compress(json.dumps(held).encode())).decode())
    changes = {before: after for before, after in changes.items() if before != after}
    assert changes
    for before, after in changes.items():
        marks = [b64encode(sha256(script.encode()).digest()).decode() for script in (before, after)]
        assert marks[0] in page
        page = page.replace(before, after).replace(marks[0], marks[ruled])
    return page


@pytest.mark.parametrize("site", [site_files, form_site])
def test_why_a_page_has_not_started_is_said_and_what_was_cut_is_tried_again(
    browser: Browser, site: Callable[[], dict[str, str]]
) -> None:
    files = site()
    whole = files["fr.html"]
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    with site_host(files) as host:
        # What a browser of before does not know stops the whole script, as this does; a function that it lacks, too;
        # and what was changed on the way, which the rule of the page does not let run.
        for changed in (
            rewritten(whole, '"use strict";', '"use strict"; let = = ;'),
            rewritten(whole, '"use strict";', '"use strict"; window.unknownBefore2024();'),
            rewritten(whole, "pageAttendue.read();", "pageAttendue.read(); window.unknownBefore2024();"),
            rewritten(whole, '"use strict";', '"use strict"; ;', ruled=False),
        ):
            host.files["fr.html"] = changed
            page.goto(f"{host.url}/fr.html")
            says_that_it_has_not_started(page, "ancienne", again=False)
        host.files["fr.html"] = rewritten(whole, '"use strict";', '"use strict"; ;')
        page.goto(f"{host.url}/fr.html")
        expect(page.locator("[lang=fr] h1")).to_be_visible()
        # While the page comes, it is slow; when nothing more comes of it, it is asked for again.
        host.files["fr.html"], host.sent = whole, 0.6
        page.clock.install()
        page.goto(f"{host.url}/fr.html", wait_until="commit")
        box = page.locator("#page-attendue")
        expect(box).to_be_attached()
        page.clock.run_for(7_000)
        expect(box).to_be_hidden()
        page.clock.run_for(2_000)
        says_that_it_has_not_started(page, "lente", again=False)
        page.clock.run_for(20_000)
        says_that_it_has_not_started(page, "lente", again=False)
        # As when one more piece comes.
        page.evaluate("document.body.append(' ')")
        page.clock.run_for(29_000)
        says_that_it_has_not_started(page, "lente", again=False)
        host.held.set()
        page.clock.run_for(2_000)
        says_that_it_has_not_started(page, "coupee", again=True)
        host.sent = 1.0
        box.get_by_role("button").click()
        expect(page.locator("[lang=fr] h1")).to_be_visible()
        expect(box).to_have_count(0)
    context.close()


@pytest.mark.parametrize("first", [False, True])
def test_a_slow_server_is_said_slow_and_its_page_opens(browser: Browser, host: SiteHost, first: bool) -> None:
    """Two answers of three seconds each: it was said not to answer, each time."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    context.set_default_timeout(30_000)
    page = context.new_page()
    page.goto(f"{host.url}/{'index' if first else 'fr'}.html")
    host.slow = 3
    link = page.get_by_role("link", name=languages()["ar"].name)
    link.click(no_wait_after=True)
    said = page.get_by_role("alert") if first else page.locator(f"{ROOT} [data-said]")
    expect(said).to_contain_text(frame_words("ar" if first else "fr")["page-lente"])
    # Pressed again by who waits, it is still on its way.
    link.click(no_wait_after=True)
    page.wait_for_url("**/ar.html*")
    expect(page.locator(f"{ROOT}[lang=ar] h1")).to_be_visible()
    assert not page.locator("[data-said]").count()
    context.close()


@pytest.mark.parametrize("from_a_stick", [False, True])
def test_a_browser_that_cannot_open_the_texts_gets_the_larger_page(
    context: BrowserContext, host: SiteHost, tmp_path: Path, from_a_stick: bool
) -> None:
    build_site(tmp_path / "cle")
    place = (tmp_path / "cle").as_uri() if from_a_stick else host.url
    page = context.new_page()
    page.add_init_script("delete window.DecompressionStream")
    page.goto(f"{place}/fr.html#missions=lire_message&vue=accueil")
    page.wait_for_url("**/fr.entier.html#*")
    expect(page.locator(f"{ROOT}[data-view=accueil]")).to_be_visible()
    assert page.evaluate("(where) => document.querySelector(where).practice.place().list", ROOT) == ["lire_message"]


def test_a_browser_led_to_the_larger_page_has_it_in_every_language_with_the_network_cut(
    context: BrowserContext, host: SiteHost
) -> None:
    page = context.new_page()
    page.add_init_script("delete window.DecompressionStream")
    page.goto(f"{host.url}/fr.html#vue=accueil")
    page.wait_for_url("**/fr.entier.html#*")
    controlled(page)
    every_language_is_kept(page, ".entier.html")
    context.set_offline(True)
    host.files.clear()
    for address in ("fr.html", "ar.html#vue=accueil"):
        page.goto("about:blank")
        page.goto(f"{host.url}/{address}")
        expect(page.locator(f"{ROOT}[lang={address[:2]}] h1")).to_be_visible()
    page.locator(f"{ROOT} [data-do=language]").click()
    page.locator(f"{ROOT} [data-language=tr]").click()
    expect(page.locator(f"{ROOT}[lang=tr] h1")).to_be_visible()


def test_where_the_larger_page_cannot_come_it_is_said_and_tried_again(browser: Browser, host: SiteHost) -> None:
    context = browser.new_context(service_workers="block")
    context.set_default_timeout(20_000)
    page = context.new_page()
    # The server stops once the page is there, before it leads to the other.
    page.add_init_script("delete window.DecompressionStream")
    host.last = "fr.html"
    page.goto(f"{host.url}/fr.html#vue=accueil")
    says_that_it_has_not_started(page, "coupee", again=True)
    assert page.url == f"{host.url}/fr.html#vue=accueil"
    host.last, host.stopped = "", False
    there = host.files.pop("fr.entier.html")
    again = page.get_by_role("button", name=waiting_words("fr")["reessayer"])
    again.click()
    says_that_it_has_not_started(page, "refusee", again=True)
    host.files["fr.entier.html"] = there
    again.click()
    page.wait_for_url("**/fr.entier.html#*")
    expect(page.locator(f"{ROOT}[data-view=accueil]")).to_be_visible()
    context.close()


def test_in_voila_a_server_that_was_stopped_is_said_to_answer_no_more(
    browser: Browser, start_suite: Callable[..., Any]
) -> None:
    suite = start_suite("--port", "0")
    address = suite.wait_for_address()
    context = with_key(browser, address)
    page = context.new_page()
    page.goto(
        f"{address.split('/?')[0]}/voila/render/notebooks/04_decouverte_ent/application.ipynb#vue=langue",
        timeout=60_000,
    )
    page.locator("html[data-etat=pret]").wait_for()
    suite.stop()
    for pressed in (f"{ROOT} [data-language=ar]", "header.page-entete a"):
        before = page.url
        page.locator(pressed).click()
        expect(page.locator(f"{ROOT} [data-said]")).to_contain_text(frame_words("fr")["page-loin"])
        assert page.url == before
    context.close()
