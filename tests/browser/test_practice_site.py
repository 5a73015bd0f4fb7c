"""Le site de l'ENT d'entraînement : léger, sans réseau, depuis une clé USB, gardé puis effacé ; et dans Voilà."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from browser.conftest import CHROMIUM_ARGUMENTS, chromium_path
from browser.conftest import signed_in as with_key
from browser.cut_words import BOTTOM_BAR, CUT, MOST_OF_A_PHONE_PX, resize
from playwright.sync_api import Browser, BrowserContext, Page, expect
from practice_host import ROOT, SiteHost, site_host
from waiting import look_until

from liaison.base.languages import languages
from liaison.phone.words import frame_words, waiting_words
from liaison.practice.compiled import wording
from liaison.practice.scenario import practice_scenario
from liaison.practice.wording import spoken
from widgets.diagnostic.form_page import form_site
from widgets.phone.page import not_started
from widgets.practice.site import build_site, site_files

BUDGET_KIB = 137  # the longest page (tests/practice/test_front.py) and what its server says of it
KEPT = "() => Object.keys(localStorage)"
OF_THE_PAGE = """(where) => JSON.stringify([
  document.querySelector(where).innerText, document.querySelector(where).practice.kept(), Object.entries(localStorage),
])"""
STATE = "(where) => document.querySelector(where).practice.state()"
PAGES_KEPT = """async () => {
  const [name] = await caches.keys();
  return name ? (await (await caches.open(name)).keys()).map(({ url }) => url.split("/").pop()) : [];
}"""
START = "([where, values]) => document.querySelector(where).practice.start(values)"
# From a phone at rest to letters twice as large, or what is left of a phone when the page is enlarged.
SIZES = ((360, "100%"), (320, "100%"), (300, "100%"), (240, "100%"), (180, "100%"), (360, "200%"))

# Arabic that runs from left to right.
ASTRAY = """(root) => [...root.querySelectorAll("bdi, dd, dt, p, span, h3")].filter((one) =>
  one.checkVisibility() && /\\p{Script=Arabic}/u.test(one.textContent) && getComputedStyle(one).direction === "ltr"
).map((one) => one.textContent)"""
# Every screen, one after the other; what each cuts or lets out of its width.
ALL_CUT = f"""(root, screens) => {{
  const cutIn = {CUT}, found = {{}};
  for (const ecran of screens) {{
    root.practice.start({{ session: "responsable1", ecran }});
    const faults = cutIn(root), wide = document.documentElement.scrollWidth - innerWidth;
    if (faults.length || wide > 0) found[ecran] = [...faults, wide];
  }}
  return found;
}}"""


# How many missions are done where the memo is longest, for each size of its letters.
FULLEST = """(root) => {
  const place = root.practice.place(), last = {}, open = (name) => root.querySelector(`[data-do=${name}]`).click();
  const all = JSON.parse(root.dataset.missions);
  for (let count = 1; count <= all.length; count++) {
    place.done = all.slice(0, count);
    open("memo");
    last[root.querySelector(".memo").dataset.long] = count;
    open("back");
  }
  return Object.values(last);
}"""
MEMO = """(root, count) => {
  root.practice.place().done = JSON.parse(root.dataset.missions).slice(0, count);
  root.querySelector("[data-do=memo]").click();
}"""
LEAST_PT = 6.9  # what is printed smaller is not read


@pytest.fixture
def host() -> Iterator[SiteHost]:
    with site_host() as started:
        yield started


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 360, "height": 740})
    made.set_default_timeout(20_000)
    yield made
    made.close()


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


@pytest.mark.parametrize("code", languages())
def test_the_first_screen_costs_one_page_and_nothing_from_elsewhere(
    context: BrowserContext, host: SiteHost, code: str
) -> None:
    page = context.new_page()
    finished: list[Any] = []
    asked: list[str] = []
    page.on("requestfinished", lambda request: finished.append(request))
    context.on("request", lambda request: asked.append(request.url))
    answer = page.goto(f"{host.url}/{code}.html")
    assert answer is not None
    assert answer.ok, f"aucune page en « {code} »"
    page.wait_for_load_state("networkidle")
    sizes = [request.sizes() for request in finished]
    kib = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes) / 1024
    assert len(finished) == 1
    assert kib <= BUDGET_KIB
    assert asked
    assert not [url for url in asked if not url.startswith((host.url, "data:", "blob:"))]
    expect(page.locator("#pratique button").first).to_be_visible()


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


def test_another_version_of_a_site_takes_the_place_of_the_former_one_and_of_no_other_of_its_host(
    context: BrowserContext,
) -> None:
    files = site_files()
    schools = ("ecole", "ecole-b", "ecole/b")
    with site_host({f"{school}/{name}": text for school in schools for name, text in files.items()}) as host:
        pages = {school: context.new_page() for school in schools}
        for school, page in pages.items():
            page.goto(f"{host.url}/{school}/fr.html")
            controlled(page)
        page = pages["ecole"]
        # The page of « ecole/b » is looked after by the keeper of « ecole » until its own is there.
        look_until(page, lambda: len(page.evaluate("caches.keys()")) == len(schools))
        before = set(page.evaluate("caches.keys()"))
        (mark,) = {name.rpartition(" ")[2] for name in before}
        newer = {
            "fr.html": files["fr.html"].replace("<title>", "<title>Nouveau "),
            "sw.js": files["sw.js"].replace(mark, "nouveau"),
        }
        host.files |= {f"ecole/{name}": text for name, text in newer.items()}
        page.evaluate("async () => (await navigator.serviceWorker.ready).update()")
        changed = {name for name in before if "/ecole/ " not in name} | {"carnets-pratique /ecole/ nouveau"}
        look_until(page, lambda: set(page.evaluate("caches.keys()")) == changed)
        context.set_offline(True)
        host.files.clear()
        for school, page in pages.items():
            page.goto(f"{host.url}/{school}/fr.html")
            assert page.title().startswith("Nouveau ") is (school == "ecole")
            expect(page.locator(f"{ROOT} h1")).to_be_visible()


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
        while "/ar.html" in page.url:
            page.evaluate("setTimeout(() => history.back())")
            page.wait_for_timeout(100)
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
            page.evaluate("setTimeout(() => history.back())")
            look_until(page, lambda: "/fr.html" in page.url)
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
        said = page.evaluate(
            """async () => {
              const said = () => document.querySelector("[data-said]")?.textContent ?? "";
              document.querySelector("[data-language=ar]").click();
              while (!said()) await new Promise((go) => setTimeout(go, 20));
              const slow = said();
              window.stop();
              return slow;
            }"""
        )
        assert frame_words("fr")["page-lente"] in said
        expect(page.locator("[data-said]")).to_have_count(0)
        assert page.evaluate("window.name") == ""
        page.goto(f"{host.url}/index.html")
        page.evaluate("setTimeout(() => history.back())")
        look_until(page, lambda: "/fr.html" in page.url)
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
        while "/ar.html" in page.url:
            page.evaluate("setTimeout(() => history.back())")
            page.wait_for_timeout(100)
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


def test_a_browser_that_tells_nothing_of_the_other_page_forgets_what_was_left_for_it(remembering: Browser) -> None:
    """Brought back as it was, a page does not know whether another person has it elsewhere: it shows nothing."""
    root = "#questionnaire"
    with one_answer_where_nothing_is_kept(remembering, root, OLDER) as (host, page):
        host.unsent.add("ar.html")
        page.evaluate(
            """async () => {
              const until = async (holds) => { while (!holds()) await new Promise((go) => setTimeout(go, 20)); };
              document.querySelector("[data-language=ar]").click();
              await until(() => window.name.includes("tablette"));
              window.stop();
              dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
              dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
            }"""
        )
        assert page.evaluate("window.name") == ""
        expect(page.locator(f"{root}[data-view=langue]")).to_be_visible()
        assert 'tablette":"oui' not in page.evaluate(HELD, root)


def test_such_a_browser_leaves_nothing_in_the_name_of_the_tab_for_a_page_that_does_not_come(
    remembering: Browser,
) -> None:
    root = "#questionnaire"
    with one_answer_where_nothing_is_kept(remembering, root, OLDER) as (host, page):
        host.unsent.add("ar.html")
        page.evaluate(
            """async () => {
              const until = async (holds) => { while (!holds()) await new Promise((go) => setTimeout(go, 20)); };
              document.querySelector("[data-language=ar]").click();
              await until(() => window.name.includes("tablette"));
              await until(() => window.name === "");
              window.stop();
            }"""
        )
        # Nothing of what is answered then goes there.
        page.evaluate("(root) => document.querySelector(root).practice.dispatch({ kind: 'home' })", root)
        assert page.evaluate("window.name") == ""


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


def test_the_page_says_itself_what_it_has_read(context: BrowserContext, host: SiteHost) -> None:
    page = context.new_page()
    page.goto(f"{host.url}/fr.html#vue=accueil")
    signed_in(page)
    controlled(page)
    every_language_is_kept(page)
    page.locator(f"{ROOT} [data-do=help]").click()
    page.locator(f"{ROOT} [data-do=network]").click()
    expect(page.locator(f"{ROOT} [data-elsewhere]")).to_have_attribute("data-elsewhere", "0")
    # As the server knows: the page, and what its keeper has read for a day without network.
    assert len(host.asked) == len(languages()) + 2
    expect(page.locator(f"{ROOT} [data-own]")).to_have_attribute("data-own", str(len(host.asked)))
    listed = {name.strip() for name in page.locator(f"{ROOT} .liste-fichiers tbody th").all_text_contents()}
    assert listed == host.asked


def test_the_page_itself_refuses_to_call_anybody(context: BrowserContext, host: SiteHost) -> None:
    page = context.new_page()
    page.goto(f"{host.url}/fr.html")
    call = f"fetch('{host.url}/index.html').then(() => 'parti', () => 'refusé')"
    assert page.evaluate(call) == "refusé"


def test_a_usb_stick_opens_the_same_page_and_keeps_the_place(context: BrowserContext, tmp_path: Path) -> None:
    build_site(tmp_path / "cle")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto((tmp_path / "cle" / "index.html").as_uri())
    page.get_by_role("link", name="Français", exact=True).click()
    expect(page.locator(f"{ROOT}[data-view=accueil]")).to_be_visible()
    signed_in(page)
    page.reload()
    go_on(page)
    assert state_of(page)["values"]["session"] == "responsable1"
    assert not faults


@pytest.mark.parametrize(
    ("site", "name", "root"),
    [
        (site_files, "fr.html", ROOT),
        (site_files, "fr.entier.html", ROOT),
        (form_site, "fr.html", "#questionnaire"),
        (site_files, "index.html", "main"),
    ],
)
def test_a_page_copied_alone_stays_and_says_which_other_is_not_beside_it(
    context: BrowserContext, tmp_path: Path, site: Callable[[], dict[str, str]], name: str, root: str
) -> None:
    (tmp_path / name).write_text(site()[name], encoding="utf-8")
    page = context.new_page()
    page.goto((tmp_path / name).as_uri())
    page.get_by_role("link", name=languages()["ar"].name).click()
    alone = frame_words("ar" if root == "main" else "fr")["page-seule"]
    # The larger page leads straight to the larger one.
    neighbour = "ar.entier.html" if "entier" in name else "ar.html"
    expect(page.locator(root)).to_contain_text(alone.replace("NOM", neighbour))
    assert page.url.partition("#")[0] == (tmp_path / name).as_uri()
    # Once its neighbour is beside it, it leads there.
    (tmp_path / neighbour).write_text(site()[neighbour], encoding="utf-8")
    page.get_by_role("link", name=languages()["ar"].name).click()
    page.wait_for_url(f"**/{neighbour}*")


def test_a_poster_leads_through_the_choice_of_language_to_its_missions(context: BrowserContext, host: SiteHost) -> None:
    page = context.new_page()
    page.goto(f"{host.url}/index.html#missions=lire_message,repondre_message&aidant=1")
    page.get_by_role("link", name="Français", exact=True).click()
    expect(page.locator(f"{ROOT}[data-view=accueil]")).to_be_visible()
    place = page.evaluate("(where) => document.querySelector(where).practice.place()", ROOT)
    assert place["list"] == ["lire_message", "repondre_message"]
    assert place["helper"] is True


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


@pytest.mark.parametrize("code", languages())
def test_voila_shows_the_same_page_in_the_language_of_its_address(page: Page, suite_url: str, code: str) -> None:
    page.goto(f"{suite_url}/voila/render/notebooks/04_decouverte_ent/application.ipynb?langue={code}")
    root = page.locator(ROOT)
    expect(root.locator("h1")).to_be_visible()
    assert code in spoken(), f"aucune page en « {code} »"
    assert root.get_attribute("lang") == languages()[code].tag
    assert root.get_attribute("dir") == languages()[code].direction
    data = json.loads(page.locator("#pratique-donnees").text_content() or "")
    assert data["language"]["code"] == code
    # No widget: nothing of Voilà's application is loaded.
    assert "application.js" not in page.content()
    assert page.locator("main").count() == 1


def test_in_voila_the_place_is_kept_when_the_kernel_is_gone(page: Page, suite_url: str) -> None:
    page.goto(f"{suite_url}/voila/render/notebooks/04_decouverte_ent/application.ipynb#vue=accueil")
    signed_in(page)
    page.locator("html[data-etat=pret]").wait_for()
    page.locator(f"{ROOT} [data-press]").first.click()
    before = state_of(page)["values"]
    assert before["ecran"] != "menu"
    page.reload()
    go_on(page)
    expect(page.locator(f"{ROOT}[data-view=ent]")).to_be_visible()
    assert state_of(page)["values"] == before
    page.context.set_offline(True)
    asked_for_another_language(page, "loin")
    # The way back to the suite is a link of Voilà's, and holds as well.
    address = page.url
    page.locator("header.page-entete a").click()
    expect(page.locator(f"{ROOT} [data-said]")).to_contain_text(frame_words("fr")["page-loin"])
    assert page.url == address
    page.faults.clear()  # type: ignore[attr-defined]


@pytest.mark.parametrize("pressed", ["langue", "accueil"])
def test_in_voila_a_language_and_the_header_lead_where_they_say_while_the_server_answers(
    page: Page, suite_url: str, pressed: str
) -> None:
    """The page asks first, by HEAD, whether the server answers: refused, it stayed where it was, in French."""
    page.goto(f"{suite_url}/voila/render/notebooks/04_decouverte_ent/application.ipynb#vue=langue")
    page.locator("html[data-etat=pret]").wait_for()
    if pressed == "langue":
        page.locator(f"{ROOT} [data-language=ar]").click()
        page.wait_for_url("**/application.ipynb?langue=ar#*")
        expect(page.locator(f"{ROOT}[lang=ar] h1")).to_be_visible()
    else:
        page.locator("header.page-entete a").click()
        page.wait_for_url("**/notebooks/accueil.ipynb")


def test_in_voila_a_server_that_was_stopped_is_said_to_answer_no_more(
    browser: Browser, start_suite: Callable[..., Any]
) -> None:
    suite = start_suite("--port", "0")
    address = suite.wait_for_address()
    context = with_key(browser, address)
    page = context.new_page()
    page.goto(f"{address.split('/?')[0]}/voila/render/notebooks/04_decouverte_ent/application.ipynb#vue=langue")
    page.locator("html[data-etat=pret]").wait_for()
    suite.stop()
    for pressed in (f"{ROOT} [data-language=ar]", "header.page-entete a"):
        before = page.url
        page.locator(pressed).click()
        expect(page.locator(f"{ROOT} [data-said]")).to_contain_text(frame_words("fr")["page-loin"])
        assert page.url == before
    context.close()


@pytest.mark.parametrize("code", languages())
def test_no_word_is_cut_and_no_sign_stands_alone_on_any_screen(
    context: BrowserContext, host: SiteHost, code: str
) -> None:
    page = context.new_page()
    page.goto(f"{host.url}/{code}.html")
    root = page.locator(ROOT)
    for width, text in SIZES:
        resize(page, width, text)
        assert root.evaluate(CUT) == []
    page.locator(".langue[aria-current=true]").click()
    expect(page.locator(f"{ROOT}[data-view=accueil]")).to_be_visible()
    assert root.evaluate(CUT) == []
    signed_in(page)
    # The name of the page is whole, too.
    assert page.locator(".barre-nom").evaluate("(name) => name.scrollWidth <= name.clientWidth")
    screens = list(practice_scenario().screens)
    for width, text in SIZES:
        resize(page, width, text)
        assert root.evaluate(ALL_CUT, screens) == {}, (width, text)
    # The bar at the bottom, which says what « Annuler » takes back, leaves three quarters of a small phone.
    page.evaluate(START, [ROOT, {"session": "responsable1", "ecran": "msg_qui"}])
    page.locator("[data-press=msg_a_haddad]").click()
    resize(page, 360, "200%")
    assert page.evaluate(BOTTOM_BAR)["height"] <= MOST_OF_A_PHONE_PX
    assert page.locator(".barre-basse").evaluate(CUT) == []
    # On a wide page « Ma fiche » is beside: what is in the language of the page runs as it does.
    resize(page, 1280, "100%")
    assert root.evaluate(ASTRAY) == []


@pytest.mark.parametrize("code", languages())
def test_in_every_language_the_memo_prints_on_one_page_in_letters_that_can_be_read(
    context: BrowserContext, host: SiteHost, code: str
) -> None:
    page = context.new_page()
    page.goto(f"{host.url}/{code}.html#vue=accueil")
    root = page.locator(ROOT)
    root.locator("[data-do=help]").click()
    root.evaluate("(root, all) => (root.dataset.missions = all)", json.dumps(list(practice_scenario().missions)))
    fullest = root.evaluate(FULLEST)
    whole = len(practice_scenario().missions)
    assert fullest[-1] == whole
    for count in fullest:
        root.evaluate(MEMO, count)
        # All of them on a small sheet: on both of its sides.
        for size, lying, most in (("A4", False, 1), ("A4", True, 1), ("A5", False, 2 if count == whole else 1)):
            pages, least = printed_pages(page.pdf(format=size, landscape=lying))
            assert (pages <= most, least >= LEAST_PT) == (True, True), (count, size, lying, pages, least)
        expect(root.get_by_text(wording(code)("commun-memo-deux-pages"))).to_have_count(int(count == whole))
        root.locator("[data-do=back]").click()
    assert fullest[-2] >= whole / 3


def printed_pages(pdf: bytes) -> tuple[int, float]:
    """How many pages there are, and the size of the smallest letters, in points."""
    sizes: list[float] = []

    def see(text: str, around: list[float], line: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.append(abs(size * line[3] * around[3]))

    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    for one in pages:
        one.extract_text(visitor_text=see)
    return len(pages), min(sizes)
