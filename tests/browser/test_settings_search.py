"""« Tout régler » is searched by the keyboard alone, in each laboratory, on a small screen too."""

import pytest
from browser.labs import Axe, Lab, Open, axe_in_every_look, every_lab, group, tab_until, wait_still
from playwright.sync_api import Page, expect

EACH_LAB = pytest.mark.parametrize("lab", every_lab().values(), ids=[*every_lab()])


@EACH_LAB
def test_a_setting_is_searched_and_the_groups_come_back_by_the_keyboard(
    page: Page, open_app: Open, axe: Axe, lab: Lab
) -> None:
    open_app(page, lab.app)
    field = page.get_by_role("textbox", name="Chercher un réglage")
    if lab.sought is None:
        expect(page.get_by_role("button", name=lab.button)).to_be_visible()
        expect(field).to_have_count(0)
        return
    page.set_viewport_size({"width": 320, "height": 700})
    field.focus()
    page.keyboard.type(lab.sought.word)
    status = page.get_by_role("status").filter(has_text="répond")
    expect(status).to_contain_text(lab.sought.answers)
    expect(page.get_by_role("heading", name=lab.sought.group)).to_be_visible()
    expect(group(page, lab.sought.group)).to_be_hidden()
    wait_still(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    axe_in_every_look(page, axe)
    expect(field).to_be_focused()
    page.keyboard.type("zz")
    expect(status).to_contain_text("Rien ne répond à")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Revoir tous les réglages")).to_be_focused()
    page.keyboard.press("Enter")
    expect(group(page, lab.sought.group)).to_be_visible()
    expect(field).to_have_value("")
    # What was under the hand is gone: the next stop is what comes after it.
    tab_until(page, "document.activeElement.tagName === 'SUMMARY'", most=1)


@EACH_LAB
def test_what_a_laboratory_keeps_for_later_waits_under_advanced(page: Page, open_app: Open, lab: Lab) -> None:
    open_app(page, lab.app)
    advanced = group(page, "Avancé")
    if not lab.advanced:
        expect(page.get_by_role("button", name=lab.button)).to_be_visible()
        expect(advanced).to_have_count(0)
        return
    seed = page.get_by_role("spinbutton", name=lab.advanced)
    expect(advanced).to_be_visible()
    expect(seed).to_have_count(0)
    advanced.press("Enter")
    expect(seed).to_be_visible()
