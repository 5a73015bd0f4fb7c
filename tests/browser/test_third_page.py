"""Une page pour les familles faite de ses seuls fichiers : elle garde ce qu'elle a dit, et demande qui revient."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from practice_host import site_host
from third_page import LINES, third_page, third_site

from liaison.phone.words import frame_words

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    faults: list[Any] = []
    with site_host(third_site(third_page(tmp_path))) as host:
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(error))
        page.goto(f"{host.url}/index.html")
        page.get_by_role("link", name="Français").click()
        yield page
        context.close()
    assert not faults


def kept(page: Page) -> dict[str, Any]:
    text = page.evaluate("localStorage.getItem('carnets:cahier/')")
    return dict(json.loads(text)["place"])


def test_a_page_of_another_module_keeps_its_own_fields_and_asks_who_comes_back(page: Page) -> None:
    t = frame_words("fr")
    expect(page.get_by_role("heading", level=1)).to_have_text("À lire")
    page.get_by_role("switch").first.click()
    expect(page.get_by_role("switch").first).to_be_checked()
    first = next(iter(LINES))
    assert kept(page) == {"view": "accueil", "trail": [], "done": [first], "last": first}
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(t["reprise-titre"])
    page.get_by_role("button", name=t["continuer"]).click()
    expect(page.get_by_role("switch").first).to_be_checked()
    expect(page.get_by_role("switch").last).not_to_be_checked()


def test_it_has_the_views_of_every_page_and_what_is_erased_is_gone(page: Page) -> None:
    t = frame_words("fr")
    page.get_by_role("switch").last.click()
    page.get_by_role("button", name=t["effacer-lien"]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(t["effacer-titre"])
    page.get_by_role("main").get_by_role("button", name=t["effacer-lien"]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(t["langue-titre"])
    assert page.evaluate("localStorage.getItem('carnets:cahier/')") is None
