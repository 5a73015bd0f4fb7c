"""Le numéro et le code d'une famille : les mêmes tant que c'est elle, et le fichier remis est nommé."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.questionnaire_pages import (
    KEY,
    QUESTIONNAIRE,
    begin,
    hand_over,
    kept_there,
    reopened_with,
    saved,
    shown_file,
    view,
)
from playwright.sync_api import BrowserContext, Page, expect

from liaison.diagnostic.answers import MOST_VERSIONS, FamilyAnswer
from liaison.diagnostic.questionnaire.phrases import phrases
from liaison.diagnostic.reading.answer_code import answer_of
from liaison.diagnostic.reading.reading import read_answers

NEW_CODE = phrases("fr").frame("code-nouveau")
TOO_MANY = phrases("fr").frame("code-trop")


def test_the_same_file_twice_bears_the_same_number_and_another_family_another_one(
    open_form: Callable[..., Page], tmp_path: Path
) -> None:
    page = open_form()
    begin(page)
    page.tap("[data-choose=appareils__tablette]")
    page.tap("[data-event=home]")
    page.tap("[data-press=remettre]")
    first = saved(page, page.tap, tmp_path)[1]
    page.tap("[data-event=home]")
    page.tap("[data-press=remettre]")
    second = saved(page, page.tap, tmp_path)[1]
    assert first["jeton"] == second["jeton"]
    assert first["reponses"] == {"appareils": ["tablette"]}
    assert (first["remise"], second["remise"], page.get_by_text(NEW_CODE).count()) == (1, 1, 0)
    former = str(page.locator("[data-code]").get_attribute("data-code"))
    page.tap("[data-event=home]")
    page.tap("[data-press=revoir_q_appareils]")
    page.tap("[data-choose=appareils__ordinateur]")
    page.tap("[data-event=home]")
    page.tap("[data-press=remettre]")
    expect(page.get_by_text(NEW_CODE)).to_be_visible()
    page.tap("[data-event=home]")
    page.tap("[data-press=remettre]")  # looked at again, it is the same
    path, third = saved(page, page.tap, tmp_path)
    assert (third["jeton"], third["remise"], path.stem[-2:]) == (first["jeton"], 2, "_2")
    codes = [former, str(page.locator("[data-code]").get_attribute("data-code"))]
    report = read_answers("\n".join(codes[::-1]).encode(), QUESTIONNAIRE)
    assert (report.answers.table["appareils__ordinateur"].tolist(), report.lines_refused) == ([True], 0)
    page.tap("[data-do=help]")
    page.tap("[data-do=erase]")
    page.tap("[data-do=erase-all]")
    assert page.evaluate("localStorage.length") == 0
    assert view(page) == "langue"
    begin(page)
    assert not page.locator("[data-choose=appareils__tablette]").is_checked()
    page.tap("[data-choose=appareils__aucun]")
    page.tap("[data-event=home]")
    page.tap("[data-press=remettre]")
    assert saved(page, page.tap, tmp_path)[1]["jeton"] != first["jeton"]


def test_answers_of_another_level_have_another_number(open_form: Callable[..., Page]) -> None:
    page = open_form("fr", "#niveau=cp")
    begin(page)
    page.tap("[data-choose=appareils__tablette]")
    page.tap("[data-event=home]")
    page.tap("[data-press=remettre]")
    shown = [shown_file(page)]
    address = page.url.partition("#")[0]
    # The same address, one that says no level, and another level.
    for fragment in ("#niveau=cp", "", "#niveau=sixieme"):
        page.goto("about:blank")
        page.goto(address + fragment)
        page.tap("[data-do=go-on]")
        shown.append(shown_file(page))
    assert [one["contexte"].get("niveau") for one in shown] == ["cp", "cp", "cp", "sixieme"]
    first, same, silent, other = (one["jeton"] for one in shown)
    assert first == same == silent != other


def hears_of_the_other_tab(page: Page) -> str:
    """What is kept, once this tab was told that another one wrote."""
    page.evaluate(f"dispatchEvent(new StorageEvent('storage', {{ key: {KEY} }}))")
    return str(page.evaluate(f"localStorage.getItem({KEY})"))


@pytest.mark.parametrize("other", ["niveau=cinquieme", "niveau=sixieme&mode=telephone"])
def test_two_addresses_in_two_tabs_keep_each_their_code_and_write_nothing_for_the_other(
    open_form: Callable[..., Page], other: str
) -> None:
    first = open_form("fr", "#vue=accueil&niveau=sixieme")
    first.tap("[data-do=begin]")
    first.tap("[data-choose=appareils__tablette]")
    one = hand_over(first)
    second = open_form("fr", f"#vue=accueil&{other}")
    kept_there(second, one["jeton"])
    second.reload()
    second.tap("[data-do=go-on]")
    two = shown_file(second)
    same_child = "niveau=sixieme" in other
    assert (one["jeton"] == two["jeton"]) == same_child
    assert (one["remise"], two["remise"]) == (1, 2 if same_child else 1)
    kept_there(first, second.locator("[data-code]").get_attribute("data-code") or "")
    assert hears_of_the_other_tab(first) == hears_of_the_other_tab(second) == hears_of_the_other_tab(first)
    assert (shown_file(first), shown_file(second)) == (one, two)
    assert first.get_by_text(NEW_CODE).count() == 0
    # What is answered in either is one version more of both.
    second.tap("[data-event=home]")
    second.tap("[data-press=revoir_q_imprimante]")
    second.tap("[data-choose=imprimante][value=maison]")
    changed = hand_over(second)
    kept_there(first, second.locator("[data-code]").get_attribute("data-code") or "")
    hears_of_the_other_tab(first)
    again = shown_file(first)
    assert again["reponses"] == changed["reponses"] != one["reponses"]
    assert sorted([again["remise"], changed["remise"]]) == ([3, 4] if same_child else [2, 2])


@pytest.mark.parametrize(("shown", "told"), [(MOST_VERSIONS - 1, NEW_CODE), (MOST_VERSIONS, TOO_MANY)])
def test_a_code_that_can_no_longer_say_it_is_the_latest_is_not_promised_to_count(
    open_form: Callable[..., Page], shown: int, told: str
) -> None:
    page = open_form()
    begin(page)
    page.tap("[data-choose=appareils__tablette]")
    hand_over(page)
    kept = json.loads(page.evaluate(f"localStorage.getItem({KEY})"))
    kept["place"]["codes"][0] |= {"handed": shown, "code": "0"}
    reopened_with(page, json.dumps(kept))
    page.tap("[data-do=go-on]")
    expect(page.locator(".groupe > .avis")).to_contain_text(told)
    assert page.get_by_text(phrases("fr").frame("code-changer")).count() == 0


def test_what_is_erased_names_the_file_that_stays(open_form: Callable[..., Page], tmp_path: Path) -> None:
    page = open_form()
    begin(page)
    page.tap("[data-choose=appareils__tablette]")
    page.tap("[data-event=home]")
    page.tap("[data-press=remettre]")
    path, _ = saved(page, page.tap, tmp_path)
    expect(page.locator("[data-do=next]")).to_contain_text(path.name)
    other = open_form()
    kept_there(other, path.name)
    other.reload()
    other.tap("[data-do=go-on]")
    page.tap("[data-do=next]")
    for one in (page, other):
        expect(one.locator("[data-said]")).to_contain_text(path.name)
    assert page.evaluate("localStorage.length") == 0


WITHOUT_CRYPTO = "Object.defineProperty(globalThis, 'crypto', { value: undefined })"


@pytest.mark.parametrize("crypto", ["as over plain http", "none"])
def test_a_browser_without_the_whole_of_crypto_gives_a_code_too(
    touched: BrowserContext, form_site: Path, crypto: str
) -> None:
    page = touched.new_page()
    if crypto == "none":
        page.add_init_script(WITHOUT_CRYPTO)
    # As a school that puts the page on its own network serves it: no certificate, and so no `crypto.subtle`.
    page.route(
        "http://ecole.test/**", lambda route: route.fulfill(path=form_site / route.request.url.rpartition("/")[2])
    )
    page.goto("http://ecole.test/fr.html")
    assert page.evaluate("[isSecureContext, Boolean(globalThis.crypto?.subtle)]") == [False, False]
    begin(page)
    page.tap("[data-choose=appareils__tablette]")
    handed = hand_over(page)
    code = str(page.locator("[data-code]").get_attribute("data-code"))
    assert answer_of(code, QUESTIONNAIRE) == FamilyAnswer.model_validate(handed)
    page.tap("[data-do=next]")
    begin(page)
    page.tap("[data-choose=appareils__tablette]")
    assert hand_over(page)["jeton"] != handed["jeton"]
