"""Ce que l'appareil garde d'un questionnaire : retrouvé d'une langue à l'autre, et jamais par une autre famille."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.inherited_names import INHERITED, kept_with
from browser.questionnaire_pages import (
    KEY,
    ROOT,
    STEPS,
    begin,
    hand_over,
    kept_there,
    reopened_with,
    saved,
    screen,
    view,
)
from playwright.sync_api import Page, expect

from liaison.diagnostic.questionnaire.phrases import phrases


def test_on_a_device_that_serves_several_families_nothing_of_the_one_before_comes_back(
    open_form: Callable[..., Page], tmp_path: Path
) -> None:
    page = open_form("fr", "#niveau=cp&mode=telephone")
    begin(page)
    page.tap("[data-choose=appareils__tablette]")
    page.tap("[data-event=home]")
    page.tap("[data-press=remettre]")
    first = saved(page, page.tap, tmp_path)[1]
    page.tap("[data-do=next]")
    assert view(page) == "langue"
    assert page.evaluate("localStorage.length") == 0
    assert page.locator("[data-do=erase-undo]").count() == 0
    page.reload()
    assert view(page) == "langue"
    begin(page)
    expect(page.locator(f"{ROOT} input:checked")).to_have_count(0)
    page.tap("[data-event=undo]")
    expect(page.locator(f"{ROOT} input:checked")).to_have_count(0)
    page.tap("[data-choose=appareils__aucun]")
    page.tap("[data-event=home]")
    page.tap("[data-press=remettre]")
    second = saved(page, page.tap, tmp_path)[1]
    assert second["reponses"] == {"appareils": ["aucun"]}
    assert second["contexte"] == first["contexte"] == {"niveau": "cp", "mode": "telephone"}
    assert second["jeton"] != first["jeton"]


def test_a_page_of_answers_left_for_another_asks_when_it_comes_back(open_form: Callable[..., Page]) -> None:
    page = open_form()
    begin(page)
    page.tap("[data-choose=appareils__tablette]")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    assert view(page) == "reprise"
    expect(page.locator(f"{ROOT} input")).to_have_count(0)


def goes_on_in_arabic(page: Page) -> None:
    """Change language at the second question: it is still there, and the answer to the first."""
    page.tap("[data-do=help]")
    page.tap("[data-do=language]")
    page.tap("[data-language=ar]")
    page.wait_for_url("**/ar.html*")
    assert (view(page), screen(page)) == ("ent", "q_partage")
    page.tap("[data-event=back]")
    expect(page.locator("[data-choose=appareils__tablette]")).to_be_checked()


def test_a_reload_keeps_the_answers_and_another_language_too(open_form: Callable[..., Page]) -> None:
    page = open_form()
    begin(page)
    page.tap("[data-choose=appareils__tablette]")
    page.tap("[data-press=suivant]")
    # Reloaded at the very instant of a press, a page of a file may be read by the browser before what it wrote.
    other = open_form()
    kept_there(other, "q_partage")
    other.close()
    page.reload()
    page.tap("[data-do=go-on]")
    assert (view(page), screen(page)) == ("ent", "q_partage")
    goes_on_in_arabic(page)
    kept = page.evaluate(f"localStorage.getItem({KEY})")
    assert "carnets:pratique" not in page.evaluate("Object.keys(localStorage).join()")
    assert set(json.loads(kept)) == {"version", "since", "place", "state"}


# A browser that keeps nothing: locked by the school or the person, or with no room left.
KEEPS_NOTHING = [
    """for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, { get() { throw new DOMException("refusé", "SecurityError"); } });
    }""",
    'Storage.prototype.setItem = () => { throw new DOMException("plein", "QuotaExceededError"); };',
]


@pytest.mark.parametrize("refusing", KEEPS_NOTHING)
def test_another_language_takes_none_of_the_answers_where_the_browser_keeps_nothing_and_the_page_says_so_first(
    open_form: Callable[..., Page], refusing: str
) -> None:
    page = open_form("fr", "#niveau=cp", refusing)
    begin(page)
    page.tap("[data-choose=appareils__tablette]")
    for key in ("help", "language"):
        page.tap(f"[data-do={key}]")
    page.tap("[data-language=ar]")
    expect(page.locator(f"{ROOT}[data-view=quitter]")).to_be_visible()
    page.tap("[data-do=leave]")
    page.wait_for_url("**/ar.html*")
    expect(page.locator(f"{ROOT}[data-view=accueil]")).to_be_visible()
    assert page.evaluate("window.name") == ""
    page.tap("[data-do=begin]")
    expect(page.locator(f"{ROOT} input")).not_to_have_count(0)
    expect(page.locator(f"{ROOT} input:checked")).to_have_count(0)


def test_the_file_that_stays_is_named_before_the_page_is_left_where_the_browser_keeps_nothing(
    open_form: Callable[..., Page], tmp_path: Path
) -> None:
    page = open_form("fr", "", KEEPS_NOTHING[0])
    begin(page)
    page.tap("[data-choose=appareils__tablette]")
    page.tap("[data-event=home]")
    page.tap("[data-press=remettre]")
    path, _ = saved(page, page.tap, tmp_path)
    for key in ("help", "language"):
        page.tap(f"[data-do={key}]")
    page.tap("[data-language=ar]")
    expect(page.locator(".contenu .avis")).to_contain_text(path.name)


def one_answer_in_another_language(page: Page) -> None:
    begin(page)
    page.tap("[data-choose=appareils__tablette]")
    page.tap("[data-do=help]")
    page.tap("[data-do=language]")
    page.tap("[data-language=ar]")
    page.wait_for_url("**/ar.html*")


# The clock of one of the pages, a minute ahead or behind that of the browser.
CLOCK = """if (location.pathname.endsWith("/%s.html")) {
  const now = Date.now;
  Date.now = () => now() + %d;
}"""


def test_a_page_that_takes_a_minute_to_come_takes_over_the_answers(open_form: Callable[..., Page]) -> None:
    page = open_form("fr", "", CLOCK % ("ar", 60_000))
    one_answer_in_another_language(page)
    expect(page.locator(ROOT)).to_have_attribute("data-view", "ent")
    expect(page.locator("[data-choose=appareils__tablette]")).to_be_checked()


def test_a_page_asked_for_a_minute_after_another_language_was_chosen_asks_who_is_there(
    open_form: Callable[..., Page],
) -> None:
    """It may be somebody else; a page that did not come at once, and was tried again, came without the answers."""
    page = open_form("fr", "", CLOCK % ("fr", -60_000))
    one_answer_in_another_language(page)
    expect(page.locator(ROOT)).to_have_attribute("data-view", "reprise")
    expect(page.locator(f"{ROOT} input")).to_have_count(0)
    page.tap("[data-do=go-on]")
    expect(page.locator("[data-choose=appareils__tablette]")).to_be_checked()


def test_a_page_that_asks_who_is_there_has_the_other_language_ask(open_form: Callable[..., Page]) -> None:
    page = open_form()
    begin(page)
    page.tap("[data-choose=appareils__tablette]")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    page.tap("[data-language=ar]")
    page.wait_for_url("**/ar.html*")
    assert view(page) == "reprise"
    expect(page.locator(f"{ROOT} input")).to_have_count(0)
    page.tap("[data-do=go-on]")
    expect(page.locator("[data-choose=appareils__tablette]")).to_be_checked()


def test_the_next_family_that_opens_the_page_is_asked_first_and_sees_no_answer(open_form: Callable[..., Page]) -> None:
    page = open_form("fr", "#niveau=cp")
    begin(page)
    page.tap("[data-choose=appareils__tablette]")
    other = open_form("fr", "#niveau=cp")
    kept_there(other, "tablette")
    other.reload()
    assert view(other) == "reprise"
    expect(other.locator(f"{ROOT} input")).to_have_count(0)
    other.tap("[data-do=someone-else]")
    assert view(other) == "langue"
    assert other.evaluate("localStorage.length") == 0
    expect(page.locator(f"{ROOT}[data-view=langue]")).to_be_visible()
    begin(other)
    expect(other.locator(f"{ROOT} input:checked")).to_have_count(0)


@pytest.mark.parametrize("begun", [False, True])
def test_what_was_looked_at_or_set_by_an_address_before_any_answer_decides_nothing_for_the_next_family(
    open_form: Callable[..., Page], begun: bool
) -> None:
    page = open_form("index", "#niveau=sixieme&mode=telephone")
    page.tap('a[href^="ar.html"]')
    page.wait_for_selector("[data-do=begin]")
    if begun:
        page.tap("[data-do=begin]")
    page.tap("[data-do=help]")
    kept_there(page, '"view":"aide"')
    page.close()
    other = open_form("index")
    other.tap('a[href^="fr.html"]')
    expect(other.locator(f"{ROOT}[data-view={'reprise' if begun else 'accueil'}]")).to_be_visible()
    if begun:
        other.tap("[data-do=someone-else]")
        other.tap(".langue[aria-current=true]")
    other.tap("[data-do=begin]")
    other.tap("[data-choose=appareils__tablette]")
    assert hand_over(other)["contexte"] == {"mode": "en_ligne"}


@pytest.mark.parametrize("begun", [False, True])
def test_a_tab_that_slept_while_another_erased_goes_back_to_its_own_first_screen_or_stays(
    open_form: Callable[..., Page], begun: bool
) -> None:
    page = open_form(script="addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")
    if begun:
        begin(page)
        page.tap("[data-choose=appareils__tablette]")
    other = open_form("fr", "#niveau=sixieme&mode=telephone")
    if not begun:
        begin(other)
        other.tap("[data-do=help]")
        other.tap("[data-do=erase]")
        other.tap("[data-do=erase-all]")
    else:
        kept_there(other, "tablette")
        other.reload()
        other.tap("[data-do=someone-else]")
    # Looked at, and nothing begun: nobody's place.
    other.tap(".langue[aria-current=true]")
    other.tap("[data-do=help]")
    kept_there(page, '"view":"aide"')
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    assert view(page) == "langue"
    expect(page.locator("[data-said]")).to_have_count(int(begun))
    page.bring_to_front()  # one behind another is drawn once a second: each tap would wait for it
    begin(page)
    page.tap("[data-choose=appareils__smartphone]")
    assert hand_over(page)["contexte"] == {"mode": "en_ligne"}


def test_two_tabs_of_one_family_hold_the_same_answers(open_form: Callable[..., Page]) -> None:
    page = open_form()
    other = open_form()
    begin(page)
    # Not before the question is there: what is asked comes with what the first tab has written.
    expect(other.locator(f"{ROOT}[data-view=reprise]")).to_be_visible()
    kept_there(other, '"state":{')
    other.tap("[data-do=go-on]")
    page.tap("[data-choose=appareils__tablette]")
    expect(other.locator("[data-choose=appareils__tablette]")).to_be_checked()
    other.tap("[data-press=suivant]")
    other.tap("[data-choose=partage][value=un_enfant]")
    other.tap("[data-event=home]")
    expect(other.locator("[data-press=revoir_q_appareils]")).to_contain_text(
        phrases("fr").part("appareils", "tablette")
    )
    kept_there(page, "un_enfant")
    page.reload()
    page.tap("[data-do=go-on]")
    page.tap("[data-event=home]")
    for name, value in (("appareils", "tablette"), ("partage", "un_enfant")):
        expect(page.locator(f"[data-press=revoir_q_{name}]")).to_contain_text(phrases("fr").part(name, value))


@pytest.mark.parametrize("name", INHERITED)
def test_a_kept_name_that_every_object_has_is_as_one_that_nobody_knows(
    open_form: Callable[..., Page], name: str
) -> None:
    page = open_form()
    reopened_with(page, kept_with(name, ecran="seuil"))
    page.tap("[data-do=go-on]")
    page.tap(".langue[aria-current=true]")
    page.tap("[data-do=begin]")
    assert screen(page) == "seuil"
    for where in ("undo", "back", "back"):
        page.tap(f"[data-event={where}]")
    assert screen(page) in [step.screen for step in STEPS]
