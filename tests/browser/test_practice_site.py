"""Le site de l'ENT d'entraînement : léger, seul, depuis une clé USB ou dans Voilà, dont rien ne se coupe."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from browser.cut_words import BOTTOM_BAR, CUT, MOST_OF_A_PHONE_PX, resize
from browser.practice_pages import (
    START,
    asked_for_another_language,
    controlled,
    every_language_is_kept,
    go_on,
    signed_in,
    state_of,
)
from playwright.sync_api import BrowserContext, Page, expect
from practice_host import ROOT, SiteHost, site_host
from waiting import look_until

from liaison.base.languages import languages
from liaison.phone.words import frame_words
from liaison.practice.compiled import wording
from liaison.practice.scenario import practice_scenario
from liaison.practice.wording import spoken
from widgets.diagnostic.form_page import form_site
from widgets.practice.site import build_site, site_files

BUDGET_KIB = 137  # the longest page (tests/practice/test_front.py) and what its server says of it
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
