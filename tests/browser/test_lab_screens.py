"""Ce qu'un écran du parcours montre d'un coup : un bouton plein, toute la largeur, l'image avec ce que l'on change."""

import re
from collections.abc import Iterator

import pytest
from browser.labs import Axe, Lab, Open, has_one_main_button, wait_still
from diagnostic.lab import LAB as DIAGNOSTIC
from messaging.lab import LAB as MESSAGING
from playwright.sync_api import Page, expect
from support.lab import LAB as SUPPORT
from waiting import look_until

WIDE, HIGH_WIDE = 1280, 800
NARROW, HIGH_NARROW = 360, 740
SEARCH_S = 120_000  # a busy machine
EACH_LAB = pytest.mark.parametrize("lab", [MESSAGING, DIAGNOSTIC, SUPPORT], ids=lambda lab: lab.app[:2])
EACH_WIDTH = pytest.mark.parametrize("width", [NARROW, WIDE])
STEPS = {"voir": "Voir", "changer": "Changer une chose", "comprendre": "Comprendre", "emporter": "Emporter"}
# What a step looks for once it is there: the choices, the cards.
LATER = {"changer": ".carnets-path-body .carnets-choice", "comprendre": ".carnets-change-cards details"}


def at_width(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": HIGH_WIDE if width == WIDE else HIGH_NARROW})


def settled(page: Page) -> None:
    """The step as one reads it: drawn, and what it looks for found."""
    expect(page.locator(".carnets-path-body[aria-busy=false]")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("progressbar")).to_have_count(0, timeout=SEARCH_S)
    wait_still(page)


def step_by_step(page: Page, lab: Lab) -> Iterator[str]:
    """Go the way of a lab; each step, once it is drawn, from the bet."""
    settled(page)
    yield "parier"
    page.get_by_label(lab.option).check()
    page.get_by_role("button", name=lab.button).click()
    for key, name in STEPS.items():
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible(timeout=60_000)
        if key == "changer" or (key == "comprendre" and lab is MESSAGING):
            expect(page.locator(LATER[key]).first).to_be_visible(timeout=SEARCH_S)
        settled(page)
        yield key
        if key != "emporter":
            page.get_by_role("link", name=re.compile("^Suite")).click()


# Of the lines of twenty pixels of the first screen where a step has something, those where it has some at the right.
SHARE_AT_RIGHT = """(right) => {
    const body = document.querySelector(".carnets-path-body");
    const walk = document.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const lines = [new Set(), new Set()];
    const range = document.createRange();
    while (walk.nextNode()) {
        const node = walk.currentNode, place = node.parentElement;
        const isText = node.nodeType === Node.TEXT_NODE && node.textContent.trim();
        if (!isText && !["svg", "INPUT", "BUTTON", "SELECT", "SUMMARY"].includes(node.nodeName)) continue;
        if (!place.checkVisibility({ visibilityProperty: true })) continue;
        range.selectNode(node);
        for (const box of isText ? range.getClientRects() : [node.getBoundingClientRect()]) {
            if (box.width < 2 || box.height < 2) continue;
            for (let y = Math.max(0, box.top); y < Math.min(innerHeight, box.bottom); y += 20) {
                lines[0].add(Math.floor(y / 20));
                if (box.right > right) lines[1].add(Math.floor(y / 20));
            }
        }
    }
    return lines[1].size / lines[0].size;
}"""


@EACH_LAB
@EACH_WIDTH
def test_a_screen_has_one_main_button_and_a_wide_one_is_used_to_its_right(
    page: Page, open_app: Open, lab: Lab, width: int
) -> None:
    at_width(page, width)
    open_app(page, lab.app.partition("#")[0])
    shares = {}
    for key in step_by_step(page, lab):
        has_one_main_button(page)
        shares[key] = page.evaluate(SHARE_AT_RIGHT, 0.6 * WIDE)
        if key == "emporter":  # once placed, the bet is beside « Suite »
            page.get_by_role("navigation", name="Étapes").get_by_role("link", name="Parier").click()
            settled(page)
            has_one_main_button(page)
    page.reload()
    expect(page.get_by_role("button", name="Reprendre", exact=True)).to_be_visible(timeout=60_000)
    settled(page)  # what was filled fades
    has_one_main_button(page)
    if width == WIDE:
        assert min(shares.values()) >= 1 / 3, sorted(shares.items(), key=lambda one: one[1])


@EACH_WIDTH
def test_a_disagreement_that_is_to_be_settled_has_the_main_button(page: Page, open_app: Open, width: int) -> None:
    at_width(page, width)
    open_app(page, "equipe/application.ipynb")
    page.get_by_role("button", name="Essayer avec trois modèles de la suite").click()
    has_one_main_button(page)
    for name in ("Voir", "Trancher"):
        page.get_by_role("link", name=f"Suite : {name}").click()
        settled(page)
        has_one_main_button(page)
    expect(page.get_by_role("heading", name="Désaccord 1 sur 5")).to_be_visible(timeout=SEARCH_S)
    has_one_main_button(page)


# The share of a box that is on screen, from its top to its bottom.
ON_SCREEN = """(node) => {
    const { top, bottom, height } = node.getBoundingClientRect();
    return (Math.min(bottom, innerHeight) - Math.max(top, 0)) / height;
}"""


@EACH_LAB
@EACH_WIDTH
def test_the_dots_change_on_the_screen_where_the_lever_is_moved(
    page: Page, open_app: Open, lab: Lab, width: int
) -> None:
    at_width(page, width)
    open_app(page, lab.app.partition("#")[0])
    assert "changer" in step_by_step(page, lab)
    choices = page.locator(LATER["changer"])
    picture = page.locator(".groupes:visible").first
    for place in range(1, choices.count()):
        if not choices.nth(place).is_visible():  # on a phone, what is tried stands alone until nothing is
            choices.first.click()
            settled(page)
        choices.nth(place).click()
        expect(page.get_by_text(re.compile("^Après · "))).to_be_visible(timeout=60_000)
        settled(page)
        look_until(page, lambda: picture.evaluate(ON_SCREEN) >= 0.5, f"choix {place} : l'image est hors de l'écran")
        expect(choices.nth(place)).to_be_in_viewport(ratio=1)


@EACH_WIDTH
@EACH_LAB
def test_the_family_that_is_pressed_is_read_at_once_and_gives_its_place_back(
    page: Page, open_app: Open, axe: Axe, lab: Lab, width: int
) -> None:
    at_width(page, width)
    open_app(page, lab.app.partition("#")[0])
    for key in step_by_step(page, lab):
        if key not in ("voir", "changer"):
            continue
        if key == "changer":
            page.locator(LATER[key]).nth(1).click()
            expect(page.get_by_text(re.compile("^Après · "))).to_be_visible(timeout=60_000)
            settled(page)
        points = page.locator(".groupes:visible .points").last
        points.scroll_into_view_if_needed()
        where = page.evaluate("scrollY")
        points.focus()
        page.keyboard.press("End")
        page.keyboard.press("Enter")
        heading = page.get_by_role("heading", name=re.compile("^La famille que vous avez touchée"))
        expect(heading).to_be_in_viewport(timeout=60_000)
        settled(page)
        close = page.get_by_role("button", name="Fermer cette famille")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if width == NARROW:
            expect(points).to_be_hidden()
            expect(close).to_be_focused()
            assert page.evaluate("document.documentElement.scrollHeight") <= 2 * HIGH_NARROW
        else:
            expect(points).to_be_focused()
        axe(page)
        close.press("Enter")
        expect(heading).to_have_count(0)
        expect(points).to_be_focused()
        assert abs(page.evaluate("scrollY") - where) < 40, (page.evaluate("scrollY"), where)
        settled(page)
