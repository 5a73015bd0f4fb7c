"""Plusieurs personnes, plusieurs onglets : ce que l'ENT d'entraînement montre, garde et efface de chacune."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from browser.practice_walk import (
    FIRST,
    KEY,
    PRACTICE,
    french,
    holds,
    opened_after,
    page_of,
    start,
    to_mission,
    to_start,
    view,
    written,
)
from playwright.sync_api import Error, Page, expect
from waiting import look_until


def test_who_opens_the_page_next_is_asked_first_and_what_is_erased_is_so_in_every_tab(
    open_practice: Callable[..., Page],
) -> None:
    page = open_practice()
    to_mission(page)
    written(page, "Mon enfant est malade")
    other = opened_after(open_practice(), "malade")
    assert view(other) == "reprise"
    assert "malade" not in other.locator("body").inner_text()
    assert other.locator("[data-do=help], [data-do=erase], [data-do=back]").count() == 0
    other.tap("[data-do=someone-else]")
    assert view(other) == "langue"
    assert other.evaluate("localStorage.length") == 0
    assert other.locator("[data-do=erase-undo]").count() == 0
    expect(page.locator("#pratique[data-view=langue]")).to_be_visible()
    assert page.evaluate(f"{PRACTICE}.state()") is None
    to_start(page)
    assert "malade" not in page.evaluate("JSON.stringify(Object.entries(localStorage))")


def test_who_opens_the_page_after_another_language_did_not_come_is_asked_first(
    open_practice: Callable[..., Page], addresses: dict[str, str]
) -> None:
    page = open_practice()
    to_mission(page)
    written(page, "Mon enfant est malade")
    page.route(f"{addresses['ar']}*", lambda route: route.abort())
    page.evaluate("document.querySelector('[data-do=help]').click()")
    page.tap("[data-do=language]")
    with suppress(Error):
        page.tap("[data-language=ar]")
    look_until(page, lambda: page.url.startswith("chrome-error"))
    page.goto(addresses["fr"])
    assert view(page) == "reprise"
    assert "malade" not in page.locator("body").inner_text()


def test_after_signing_out_nothing_written_is_left_on_the_page_nor_on_the_device(
    open_practice: Callable[..., Page],
) -> None:
    page = open_practice()
    page.evaluate(f"{PRACTICE}.place().done = ['{FIRST}']")
    written(page, "Mon enfant est malade")
    page.tap("[data-press=msg_envoyer_nouveau]")
    page.tap("[data-press=msg_parti_haddad]")
    expect(page.locator(".contenu")).to_contain_text("malade")
    page.tap("[data-event=home]")
    page.tap("[data-press=menu_sortie]")
    said = page.locator("[data-said]")
    expect(said).to_contain_text(french()["words"]["deconnexion-faite"])
    expect(said).to_contain_text(french()["words"]["deconnexion-missions"])
    left = page.evaluate(f"JSON.stringify([{PRACTICE}.kept(), Object.entries(localStorage)])")
    assert "malade" not in left
    assert "envoye" not in json.loads(left)[0]["state"]["values"]["msg_nouveau"]
    # The sentence says so: the missions done stay, until « Effacer ».
    assert json.loads(left)[0]["place"]["done"] == [FIRST]


def test_who_signs_out_with_no_mission_done_is_not_told_of_missions_done(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    written(page, "Mon enfant est malade")
    sign_out(page)
    expect(page.locator("[data-said]")).to_contain_text(french()["words"]["deconnexion-faite"])
    expect(page.locator("[data-said]")).not_to_contain_text(french()["words"]["deconnexion-missions"])


def sent(page: Page) -> None:
    """Send a message in the account of a parent, and read it again."""
    written(page, "Mon enfant est malade")
    page.tap("[data-press=msg_envoyer_nouveau]")
    page.tap("[data-press=msg_parti_haddad]")
    expect(page.locator(".contenu")).to_contain_text("malade")


def sign_out(page: Page) -> None:
    page.tap("[data-event=home]")
    page.tap("[data-press=menu_sortie]")
    expect(page.locator("#pratique[data-screen=seuil]")).to_be_visible()


def of_the_device(page: Page) -> str:
    return str(page.evaluate(f"JSON.stringify([{PRACTICE}.kept(), Object.entries(localStorage)])"))


def test_signing_out_closes_the_account_in_every_tab_and_no_tab_brings_its_texts_back(
    open_practice: Callable[..., Page],
) -> None:
    page = open_practice()
    sent(page)
    other = opened_after(open_practice(), "malade")
    other.tap("[data-do=go-on]")
    expect(other.locator(".contenu")).to_contain_text("malade")
    before = page.evaluate(f"localStorage.getItem({KEY})")
    sign_out(page)
    expect(other.locator("#pratique[data-screen=seuil]")).to_be_visible()
    other.tap("[data-press=ouvrir_ent]")
    assert "malade" not in of_the_device(other)
    # As a tab does that has not heard of it yet: what it writes does not stay.
    other.evaluate(f"text => localStorage.setItem({KEY}, text)", before)
    holds(page, f"!(localStorage.getItem({KEY}) ?? '').includes('malade')")
    assert "malade" not in of_the_device(page)


def test_a_tab_that_slept_while_another_signed_out_does_nothing_more_in_the_account(
    open_practice: Callable[..., Page],
) -> None:
    def sleep(page: Page) -> None:
        page.add_init_script("addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")

    page = open_practice()
    sent(page)
    other = opened_after(open_practice(before=sleep), "malade")
    other.tap("[data-do=go-on]")
    sign_out(page)
    holds(other, f"!(localStorage.getItem({KEY}) ?? '').includes('malade')")
    other.evaluate("document.querySelector('[data-event=back]').click()")
    assert other.locator("#pratique").get_attribute("data-screen") == "seuil"
    assert "malade" not in of_the_device(other)


def test_a_page_left_for_another_asks_who_is_there_when_it_comes_back(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    sent(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert view(page) == "reprise"
    assert "malade" not in page.locator("body").inner_text()
    page.tap("[data-do=go-on]")
    expect(page.locator(".contenu")).to_contain_text("malade")


def test_after_signing_out_every_choice_is_as_before_the_person_came(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    scenario = french()
    variables = scenario["variables"]
    chosen = {name: values[-1] for name, values in variables.items() if name not in scenario["inputs"]}
    start(page, **{**chosen, "session": "responsable1", "ecran": "menu"})
    sign_out(page)
    left = page.evaluate(f"{PRACTICE}.state().values")
    assert {name: value for name, value in left.items() if value != variables[name][0]} == {}
    assert len(left) > 50
    # The person of a mission finds it again as it was given.
    page.evaluate(f"{PRACTICE}.place().mission = 'mot_de_passe_donne'")
    page.evaluate(f"Object.assign({PRACTICE}.state().values, {{ session: 'responsable1', ecran: 'menu' }})")
    page.evaluate(f"{PRACTICE}.dispatch({{ kind: 'press', target: 'menu_sortie' }})")
    assert page.evaluate(f"{PRACTICE}.state().values.piege_suite") == "saisi"


def test_two_tabs_of_one_account_hold_the_same_messages(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    start(page, session="responsable1", ecran="menu")
    other = opened_after(open_practice(), "responsable1")
    other.tap("[data-do=go-on]")
    start(page, session="responsable1", ecran="msg_ecrire", msg_destinataire="haddad")
    page.fill("[data-type=msg_texte_nouveau]", "Mon enfant est malade")
    page.tap("[data-press=msg_envoyer_nouveau]")
    holds(other, f"JSON.stringify({PRACTICE}.kept()).includes('malade')")
    assert other.locator("#pratique").get_attribute("data-screen") == "menu"
    other.tap("[data-press=menu_reglages]")
    holds(page, f"localStorage.getItem({KEY}).includes('reglages')")
    page.reload()
    page.tap("[data-do=go-on]")
    assert "malade" in of_the_device(page)


ANSWER = "[data-type=msg_texte_delcourt]"
WORDS = "Inès viendra. Nadia"


def writing(page: Page, words: str) -> None:
    """Begin a mission from its card, and write an answer that is not sent."""
    to_mission(page, "repondre_message")
    for pressed in ("menu_messagerie", "msg_ouvrir_delcourt", "msg_repondre_delcourt"):
        page.tap(f"[data-press={pressed}]")
    page.fill(ANSWER, words)


def to_other_card(page: Page, mission: str) -> None:
    """From the screen where one is, look at the card of another mission: nothing of it is begun."""
    page.tap("[data-do=help]")
    page.tap("[data-key=home]")
    page.tap("[data-do=missions]")
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.tap(f"[data-do=mission][data-id={mission}]")


@pytest.fixture
def two_tabs(open_practice: Callable[..., Page]) -> tuple[Page, Page]:
    """A tab where an answer is being written, and another one where the same person went on."""
    page = open_practice()
    writing(page, WORDS)
    other = opened_after(open_practice(), WORDS)
    other.tap("[data-do=go-on]")
    expect(other.locator(ANSWER)).to_have_value(WORDS)
    return page, other


def test_looking_at_another_mission_in_a_tab_leaves_what_is_written_in_the_other(two_tabs: tuple[Page, Page]) -> None:
    page, other = two_tabs
    to_other_card(other, "vs_lire_absence")
    # The device keeps the walk that goes on, not the empty place of the tab that only looks.
    holds(other, f"localStorage.getItem({KEY}).includes({json.dumps(WORDS)})")
    expect(page.locator(ANSWER)).to_have_value(WORDS)
    assert view(other) == "mission"
    page.fill(ANSWER, f"{WORDS} Benali")
    assert view(page) == "ent"
    # Who went on in this tab is known there: it is not asked again who is there.
    holds(other, f"localStorage.getItem({KEY}).includes({json.dumps(WORDS + ' Benali')})")
    assert view(other) == "mission"
    page.reload()
    page.tap("[data-do=go-on]")
    expect(page.locator(ANSWER)).to_have_value(f"{WORDS} Benali")


def test_two_tabs_keep_each_its_walk_and_the_missions_done_add_up(two_tabs: tuple[Page, Page]) -> None:
    page, other = two_tabs
    page.evaluate(f"{PRACTICE}.place().done = ['{FIRST}']")
    to_other_card(other, "vs_lire_absence")
    other.tap("[data-do=start]")
    page.tap("[data-press=msg_envoyer_delcourt]")
    page.tap("[data-do=next]")
    assert view(page) == "mission"
    holds(other, f"{PRACTICE}.place().done.includes('repondre_message')")
    assert other.evaluate(f"{PRACTICE}.place().mission") == "vs_lire_absence"
    assert view(other) == "ent"
    assert other.evaluate(f"{PRACTICE}.place().done") == [FIRST, "repondre_message"]


def test_the_same_mission_begun_again_in_a_tab_leaves_what_is_written_in_the_other(
    two_tabs: tuple[Page, Page],
) -> None:
    page, other = two_tabs
    other.tap("[data-do=help]")
    other.tap("[data-do=restart]")
    holds(page, f"!localStorage.getItem({KEY}).includes({json.dumps(WORDS)})")
    expect(page.locator(ANSWER)).to_have_value(WORDS)
    page.fill(ANSWER, f"{WORDS} Benali")
    holds(other, f"localStorage.getItem({KEY}).includes({json.dumps(WORDS)})")
    assert WORDS not in other.evaluate(f"JSON.stringify({PRACTICE}.kept())")


@pytest.mark.parametrize("begun", [False, True], ids=["looked_at", "begun"])
def test_somebody_else_in_a_tab_erases_the_walk_of_the_other_too(two_tabs: tuple[Page, Page], begun: bool) -> None:
    page, other = two_tabs
    to_other_card(other, "vs_lire_absence")
    if begun:
        other.tap("[data-do=start]")
        opened_after(other, "vs_lire_absence")
    else:
        opened_after(other, WORDS)
    other.tap("[data-do=someone-else]")
    expect(page.locator("#pratique[data-view=langue]")).to_be_visible()
    assert WORDS not in of_the_device(page)


def test_signing_out_in_a_tab_erases_what_is_written_in_another_mission_of_the_other(
    two_tabs: tuple[Page, Page],
) -> None:
    page, other = two_tabs
    to_other_card(other, "vs_lire_absence")
    other.tap("[data-do=start]")
    sign_out(other)
    expect(page.locator("#pratique[data-screen=seuil]")).to_be_visible()
    assert WORDS not in of_the_device(page)


def test_a_tab_where_nobody_had_begun_asks_before_it_shows_what_another_holds(
    open_practice: Callable[..., Page],
) -> None:
    other, page = open_practice(), open_practice()
    sent(page)
    expect(other.locator("#pratique[data-view=reprise]")).to_be_visible()
    assert "malade" not in other.locator("body").inner_text()


def test_two_sites_of_one_host_share_nothing(open_practice: Callable[..., Page], tmp_path: Path) -> None:
    page = open_practice()
    to_mission(page)
    written(page, "Mon enfant est malade")
    page.goto(page_of(french(), tmp_path))
    assert view(page) == "langue"
    assert "malade" in str(page.evaluate("JSON.stringify(Object.entries(localStorage))"))


def test_who_goes_on_finds_what_was_written_and_another_language_does_not_ask_again(
    open_practice: Callable[..., Page], addresses: dict[str, str]
) -> None:
    page = open_practice()
    to_mission(page)
    written(page, "Mon enfant est malade")
    page.reload()
    page.tap("[data-language=ar]")
    page.wait_for_url(f"{addresses['ar']}*")
    assert view(page) == "reprise"
    page.tap("[data-do=go-on]")
    expect(page.locator("[data-type=msg_texte_nouveau]")).to_have_value("Mon enfant est malade")
    page.tap("[data-do=help]")
    page.tap("[data-do=language]")
    page.tap("[data-language=fr]")
    page.wait_for_url(f"{addresses['fr']}*")
    assert view(page) == "ent"
    expect(page.locator("[data-type=msg_texte_nouveau]")).to_have_value("Mon enfant est malade")


def test_a_tab_that_slept_while_another_erased_writes_nothing_back(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    to_mission(page)
    written(page, "Mon enfant est malade")
    # As in a tab that the telephone had put to sleep: it hears nothing of what happens.
    page.evaluate("addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")
    page.evaluate("localStorage.removeItem(" + KEY + ")")
    page.fill("[data-type=msg_texte_nouveau]", "Mon enfant est malade depuis hier")
    assert view(page) == "langue"
    assert "malade" not in page.evaluate("JSON.stringify(Object.entries(localStorage))")


def test_erasing_asks_first_is_not_taken_back_and_names_the_file_that_stays_in_every_tab(
    open_practice: Callable[..., Page],
) -> None:
    page = open_practice()
    to_mission(page)
    page.tap("[data-do=help]")
    page.tap("[data-do=memo]")
    with page.expect_download():
        page.tap("[data-do=image]")
    other = opened_after(open_practice(), "memo-ent.png")
    other.tap("[data-do=go-on]")
    page.bring_to_front()
    page.tap("[data-do=help]")
    page.tap("[data-do=home]")
    page.tap("[data-do=back]")
    page.tap("[data-do=erase]")
    expect(page.locator(".contenu .avis")).to_contain_text("memo-ent.png")
    page.tap("[data-do=erase-all]")
    assert page.evaluate("localStorage.length") == 0
    assert view(page) == "langue"
    for one in (page, other):
        expect(one.locator("[data-said]")).to_contain_text("memo-ent.png")
        assert one.locator("[data-said] button").count() == 0
