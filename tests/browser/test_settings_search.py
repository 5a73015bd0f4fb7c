"""« Tout régler » is searched by the keyboard alone, in each laboratory, on a small screen too."""

import pytest
from browser.labs import Axe, Lab, Open, axe_in_every_look, every_lab, group, tab_until, wait_still
from playwright.sync_api import Page, expect

# By laboratory, a word without its accents, how many settings answer, and a group of which one does.
SOUGHT = {
    "messaging": ("ecole fict", "1 réglage répond", "Point de départ"),
    "diagnostic": ("ecole fict", "2 réglages répondent", "D'où viennent les réponses"),
    "support": ("cles posse", "1 réglage répond", "Clés 4G à prêter"),
}


@pytest.mark.parametrize(("name", "lab"), every_lab().items(), ids=[*every_lab()])
def test_a_setting_is_searched_and_the_groups_come_back_by_the_keyboard(
    page: Page, open_app: Open, axe: Axe, name: str, lab: Lab
) -> None:
    sought, count, title = SOUGHT[name]
    open_app(page, lab.app)
    page.set_viewport_size({"width": 320, "height": 700})
    field = page.get_by_role("textbox", name="Chercher un réglage")
    field.focus()
    page.keyboard.type(sought)
    status = page.get_by_role("status").filter(has_text="répond")
    expect(status).to_contain_text(count)
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(group(page, title)).to_be_hidden()
    wait_still(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    axe_in_every_look(page, axe)
    expect(field).to_be_focused()
    page.keyboard.type("zz")
    expect(status).to_contain_text("Rien ne répond à")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Revoir tous les réglages")).to_be_focused()
    page.keyboard.press("Enter")
    expect(group(page, title)).to_be_visible()
    expect(field).to_have_value("")
    # What was under the hand is gone: the next stop is what comes after it.
    tab_until(page, "document.activeElement.tagName === 'SUMMARY'", most=1)


@pytest.mark.parametrize("lab", every_lab().values(), ids=[*every_lab()])
def test_the_seed_waits_under_advanced(page: Page, open_app: Open, lab: Lab) -> None:
    open_app(page, lab.app)
    seed = page.get_by_role("spinbutton", name="Graine du hasard")
    advanced = group(page, "Avancé")
    expect(advanced).to_be_visible()
    expect(seed).to_have_count(0)
    advanced.press("Enter")
    expect(seed).to_be_visible()
