"""Ce que l'ENT d'entraînement garde sur l'appareil : repris où l'on était, jamais cru sur parole."""

from collections.abc import Callable
from typing import Any

import pytest
from browser.inherited_names import INHERITED, kept_with
from browser.practice_walk import FIRST, PRACTICE, french, kept, opened_after, put_back, start, to_mission, view
from playwright.sync_api import Page, expect


def test_a_reload_keeps_the_place_and_the_undo_but_no_password_and_no_card(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    to_mission(page)
    start(page, ecran="connexion_responsable", identifiant="n_benali")
    page.fill("[data-type=mot_de_passe]", "un-secret-bien-long")
    kept = page.evaluate("() => JSON.stringify(Object.entries(localStorage))")
    assert "connexion_responsable" in kept
    assert "un-secret-bien-long" not in kept
    opened_after(open_practice(), "connexion_responsable")  # what is written a moment ago may not have left the page
    page.reload()
    page.tap("[data-do=go-on]")
    assert view(page) == "ent"
    assert page.locator("#pratique").get_attribute("data-screen") == "connexion_responsable"
    assert page.evaluate(f"{PRACTICE}.state().values.mot_de_passe") == "vide"
    assert page.evaluate(f"{PRACTICE}.state().values.identifiant") == "n_benali"


MISSION = {
    "view": "mission",
    "mission": "mission_disparue",
    "list": [FIRST, "mission_disparue"],
    "trail": ["fini", "x"],
}
STATE: dict[str, Any] = {"values": {"session": "responsable1", "ecran": "messagerie"}, "typed": {}, "past": []}
FOREIGN = ["{", "null", "[]", "7", '"texte"', "{}", '{"version": 1, "place": 3, "state": 4}']
# What was kept, the view that then shows, the screen of the ENT.
SALVAGED = [
    (kept(), "accueil", ""),
    (kept({"view": "vue_d_avant"}), "langue", ""),
    (kept({"view": "constructor", "trail": "ent", "list": None, "helper": "oui", "path": "perdu"}), "langue", ""),
    (kept(MISSION), "langue", ""),
    (kept({"view": "ent"}, {}), "ent", "seuil"),
    (kept({"view": "ent"}, {"values": {"session": "roi", "ecran": "trone"}, "past": 3}), "ent", "seuil"),
    (kept({"view": "ent"}, {**STATE, "values": {**STATE["values"], "ecran": "trone"}}), "ent", "menu"),
    (
        kept({"view": "ent"}, {**STATE, "typed": {"champ_d_avant": "x"}, "past": [None, {}, {"by": 1}]}),
        "ent",
        "messagerie",
    ),
    (kept({"view": "ent"}, STATE, version=0), "langue", ""),
    (kept({"view": "ent"}, STATE, version="2"), "langue", ""),
]


def test_what_was_kept_and_says_nothing_to_us_is_as_if_it_were_not_there(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    for text in FOREIGN:
        put_back(page, text)
        assert view(page) == "langue", text


def test_of_what_another_version_kept_the_page_takes_what_it_knows_and_is_never_blank(
    open_practice: Callable[..., Page],
) -> None:
    page = open_practice()
    for text, shown, screen in SALVAGED:
        put_back(page, text)
        page.tap("[data-do=go-on]")
        assert view(page) == shown, text
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate(f"{PRACTICE}.place().done") == [FIRST]
        assert (page.evaluate(f"{PRACTICE}.state()?.values.ecran") or "") == screen, text
        for _ in range(4):  # « Retour » leads nowhere that is gone
            if page.locator("[data-do=back]").count():
                page.tap("[data-do=back]")
                expect(page.locator("h1")).to_be_visible()


def test_without_storage_the_page_works_and_says_that_nothing_is_kept(open_practice: Callable[..., Page]) -> None:
    def refuse(page: Page) -> None:
        page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('plein'); }")

    page = open_practice(before=refuse)
    to_mission(page)
    expect(page.locator(".pied")).to_contain_text(french()["words"]["rien-garde"])
    page.tap("[data-press=ouvrir_ent]")
    assert page.locator("#pratique").get_attribute("data-screen") == "connexion"


@pytest.mark.parametrize("name", INHERITED)
def test_a_kept_name_that_every_object_has_is_as_one_that_nobody_knows(
    open_practice: Callable[..., Page], name: str
) -> None:
    page = open_practice()
    put_back(page, kept_with(name, session="responsable1", ecran="menu"))
    page.tap("[data-do=go-on]")
    expect(page.locator("#pratique[data-view=langue]")).to_be_visible()
