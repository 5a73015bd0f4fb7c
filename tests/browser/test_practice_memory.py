"""Ce que l'appareil garde d'une personne : repris par elle, effacé pour toute autre, nulle part ramené."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browser.practice_device import (
    EACH_ROOT,
    KEPT_OF_A_PERSON,
    OF_THE_PAGE,
    back_to,
    left_and_brought_back,
    message_is,
    press,
    roam_and_write,
    somebody_else,
    write,
)
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
from widgets.diagnostic.form_page import form_site
from widgets.practice.site import site_files

KEPT = "() => Object.keys(localStorage)"


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
