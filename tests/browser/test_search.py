"""« Que changer en premier ? », comme une équipe s'en sert : un but, une recherche, une piste ouverte."""

from __future__ import annotations

import re
from pathlib import Path

from browser.cut_words import CUT
from browser.labs import Axe, Open, open_group, words
from messaging.lab import LAB as MESSAGING
from playwright.sync_api import Page, expect

from liaison.messaging.policy.policy import load_policy

GROUP = "Que changer en premier"
SEARCH_S = 180_000  # a busy machine; the bench says what a quiet one takes


FOLD = "Un but à vous, et toutes les pistes"


def search(page: Page) -> None:
    open_group(page, FOLD)
    page.get_by_role("button", name="Chercher", exact=True).click()


def test_from_an_aim_to_a_trail_opened_in_the_lab_and_kept_as_a_file(page: Page, open_app: Open, axe: Axe) -> None:
    open_app(page, MESSAGING.app)
    MESSAGING.bet(page)
    # What a trail is does not depend on how long a term is; how long the search takes does.
    before = MESSAGING.said(page)
    open_group(page, "Point de départ").get_by_role("spinbutton", name="Durée simulée").fill("3")
    page.keyboard.press("Tab")
    expect(MESSAGING.summary(page)).not_to_have_text(before)
    group = open_group(page, GROUP)
    axe(page)
    search(page)
    progress = group.get_by_role("progressbar")
    expect(progress).to_be_visible()
    expect(group.get_by_text(re.compile("politiques essayées")).first).to_be_visible(timeout=SEARCH_S)
    # Nothing blocks meanwhile: another group opens, and answers.
    open_group(page, "Qui reste dehors")
    expect(page.get_by_text(re.compile("Familles laissées de côté, par profil"))).to_be_visible()
    open_group(page, GROUP)
    expect(group.get_by_text(words("simulées sur toutes les familles"))).to_be_visible(timeout=SEARCH_S)
    expect(progress).to_have_count(0)
    axe(page)
    page.set_viewport_size({"width": 360, "height": 800})
    decided = group.locator(".carnets-sentence").filter(
        has_text=words("atteindre le but|atteint le but|atteignent le but")
    )
    assert decided.evaluate("one => one.offsetHeight / parseFloat(getComputedStyle(one).lineHeight)") < 7
    page.set_viewport_size({"width": 1280, "height": 900})
    before = MESSAGING.said(page)
    trail = group.get_by_label("Une piste")
    trail.select_option(index=1)
    with page.expect_download() as downloaded:
        group.get_by_role("button", name=re.compile("Garder cette piste")).click()
    kept = load_policy(Path(downloaded.value.path()))
    assert kept.name.endswith("une piste")
    group.get_by_role("button", name="Ouvrir cette piste dans le laboratoire").click()
    expect(group.get_by_text("Ce qui suit est de réglages d'avant")).to_be_visible()
    expect(MESSAGING.summary(page)).not_to_have_text(before)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_search_stops_when_asked_and_shows_what_it_had(page: Page, open_app: Open, axe: Axe) -> None:
    open_app(page, MESSAGING.app)
    MESSAGING.bet(page)
    group = open_group(page, GROUP)
    search(page)
    expect(group.get_by_text(re.compile(r"\d+ politiques essayées")).first).to_be_visible(timeout=SEARCH_S)
    group.get_by_role("button", name=re.compile("Arrêter")).click()
    expect(group.get_by_text(words("Recherche arrêtée"))).to_be_visible(timeout=SEARCH_S)
    expect(group.get_by_label("Une piste")).to_be_visible()
    axe(page)


def test_the_search_is_reached_and_begun_with_the_keyboard_alone(page: Page, open_app: Open) -> None:
    open_app(page, MESSAGING.app)
    MESSAGING.bet_by_keyboard(page)
    MESSAGING.open_by_keyboard(page, GROUP)
    MESSAGING.open_by_keyboard(page, FOLD)
    group = open_group(page, GROUP)
    button = group.get_by_role("button", name="Chercher", exact=True)
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Chercher":
            break
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(group.get_by_role("progressbar")).to_be_visible()


def test_what_would_change_ones_mind_is_measured_hypothesis_by_hypothesis(page: Page, open_app: Open, axe: Axe) -> None:
    open_app(page, MESSAGING.app)
    MESSAGING.bet(page)
    # Nothing is changed yet, and what one started from is what it is compared with: another is chosen.
    beside = open_group(page, "Deux réglages côte à côte")
    beside.get_by_label("Comparer avec").select_option(label="Tout, tout de suite")
    group = open_group(page, "Ce qui me ferait changer d'avis")
    axe(page)
    group.get_by_role("button", name="Essayer chaque hypothèse").click()
    expect(group.get_by_text(words("calculs sur"))).to_be_visible(timeout=SEARCH_S)
    expect(group.get_by_text(words("L'hypothèse qui compte le plus : "))).to_be_visible(timeout=SEARCH_S)
    expect(group.get_by_text(words("points de familles"))).to_be_visible()
    axe(page)
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_what_chance_makes_of_each_figure_is_shown_after_a_replay(page: Page, open_app: Open, axe: Axe) -> None:
    open_app(page, MESSAGING.app)
    MESSAGING.bet(page)
    group = open_group(page, "La part du hasard")
    axe(page)
    group.get_by_role("button", name="Rejouer sur d'autres tirages").click()
    expect(group.get_by_text(words("Le hasard seul fait aller les familles laissées de côté de"))).to_be_visible(
        timeout=SEARCH_S
    )
    expect(group.get_by_role("listitem").filter(has_text=words("Familles laissées de côté, sur cent"))).to_be_visible()
    axe(page)
    open_group(page, "Tous les chiffres")
    expect(group.get_by_role("row", name=words("Familles laissées de côté, sur cent"))).to_be_visible()
    axe(page)
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for table in group.get_by_role("table").all():
        assert table.evaluate(CUT) == []
        assert table.evaluate("one => one.offsetWidth - one.parentElement.clientWidth") <= 0  # nothing to scroll
