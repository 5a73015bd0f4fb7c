"""Le questionnaire d'une famille dans un vrai navigateur : au doigt, au clavier, en arabe, et le fichier remis."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import segno
from browser.cut_words import BOTTOM_BAR, CUT, MOST_OF_A_PHONE_PX, resize
from browser.inherited_names import INHERITED, kept_with
from browser.small_suite import notebook, small_suite, started
from playwright.sync_api import Browser, BrowserContext, Page, expect
from waiting import look_until

from liaison.base.languages import languages
from liaison.diagnostic.answers import FAMILY_ANSWER, MOST_VERSIONS, FamilyAnswer, row_of
from liaison.diagnostic.questionnaire.information import Information, shown_to_families
from liaison.diagnostic.questionnaire.phrases import phrases
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.questionnaire.screens import steps
from liaison.diagnostic.reading.answer_code import answer_of
from liaison.diagnostic.reading.reading import read_answers
from widgets.diagnostic.form_page import build_form_site

ROOT = "#questionnaire"
QUESTIONNAIRE = family_questionnaire()
STEPS = steps(QUESTIONNAIRE.items)
# Where the page keeps the answers: by folder, as two schools of one host are two.
KEY = "`carnets:questionnaire${location.pathname.replace(/[^/]*$/, '')}`"
NEW_CODE = phrases("fr").frame("code-nouveau")
TOO_MANY = phrases("fr").frame("code-trop")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as on a USB stick: files, no server."""
    folder = tmp_path_factory.mktemp("questionnaire")
    build_form_site(folder)
    return folder


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, locale="fr-FR")
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def open_form(context: BrowserContext, site: Path) -> Iterator[Callable[..., Page]]:
    """`open_form("ar", "#niveau=cp")` gives a page; the test fails on any error or message of the browser."""
    faults: list[str] = []

    def open_(code: str = "fr", fragment: str = "", script: str = "") -> Page:
        page = context.new_page()
        page.add_init_script(script)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.on(
            "request", lambda asked: faults.append(asked.url) if not asked.url.startswith(("file:", "blob:")) else None
        )
        page.goto((site / f"{code}.html").as_uri() + fragment)
        return page

    yield open_
    assert not faults


def shown_file(page: Page) -> Any:
    """What the page shows of the file that a family hands over."""
    return json.loads(page.locator(".fichier pre").text_content() or "")


def screen(page: Page) -> str:
    return str(page.locator(ROOT).get_attribute("data-screen"))


def view(page: Page) -> str:
    return str(page.locator(ROOT).get_attribute("data-view"))


def begin(page: Page) -> None:
    page.tap(".langue[aria-current=true]")
    page.tap("[data-do=begin]")


def kept_there(page: Page, words: str) -> None:
    """Wait until a page finds this in what is kept: what another one has just written reaches it a moment later.

    Not by `wait_for_function`: the page lets no text be run, and that would hold at once or never.
    """
    look_until(page, lambda: words in str(page.evaluate(f"localStorage.getItem({KEY})")))


def all_words_are_sentences(page: Page) -> None:
    """Nothing on the screen is the name of a sentence that is missing."""
    keys = page.evaluate(
        "() => [...document.querySelectorAll('#questionnaire :is(p, span, h1, h2, button, summary, dt, th)')]"
        ".map((one) => one.textContent).filter((text) => /^[a-z]+(-[a-z0-9]+)+$/.test(text.trim()))"
    )
    assert keys == []


def answer_all(page: Page, press: Callable[[str], None]) -> dict[str, Any]:
    """Answer every question with its last answer (for several: the first two); return what the file must hold."""
    expected: dict[str, Any] = {}
    for step in STEPS:
        assert screen(page) == step.screen
        all_words_are_sentences(page)
        item = step.item
        if item.kind == "multiple":
            for name in step.variables[:2]:
                press(f"[data-choose={name}]")
            expected[item.id] = list(item.values[:2])
        else:
            press(f"[data-choose={step.variables[0]}][value={item.values[-1]}]")
            expected |= {
                item.id: {**expected.get(item.id, {}), step.row: item.values[-1]} if step.row else item.values[-1]
            }
        press("[data-press=suivant]")
    assert screen(page) == "seuil"
    return expected


def dark_modules(page: Page) -> set[tuple[int, int]]:
    """The dark squares of the code on the screen: (column, row), without the margin of four."""
    drawn = str(page.locator(".code path").get_attribute("d"))
    return {(int(x) - 4, int(y) - 4) for x, y in re.findall(r"M(\d+) (\d+)h1", drawn)}


def dark_of(code: str, mask: int) -> set[tuple[int, int]]:
    """The same as segno draws it; which of the eight masks is used is a choice of who draws."""
    matrix = segno.make(code, version=1, error="m", micro=False, boost_error=False, mask=mask).matrix
    return {(x, y) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}


def saved(page: Page, press: Callable[[str], None], folder: Path) -> tuple[Path, dict[str, Any]]:
    with page.expect_download() as download:
        press("[data-do=save]")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path, json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_by_touch_every_question_then_a_file_that_reading_accepts(
    open_form: Callable[..., Page], code: str, tmp_path: Path
) -> None:
    page = open_form(code, "#niveau=sixieme")
    begin(page)
    expected = answer_all(page, page.tap)
    expect(page.locator(".lignes .ligne-detail")).to_have_count(len(STEPS))
    assert phrases(code).frame("sans-reponse") not in page.locator(".lignes").inner_text()
    page.tap("[data-press=remettre]")
    shown = shown_file(page)
    path, written = saved(page, page.tap, tmp_path)
    assert written == shown
    assert written["reponses"] == expected
    # What the family shows or says holds the same as the file.
    letters = page.locator("[data-code]")
    given = answer_of(letters.inner_text(), QUESTIONNAIRE)
    assert given.model_dump(mode="json") == FamilyAnswer.model_validate(written).model_dump(mode="json")
    shown_code = str(letters.get_attribute("data-code"))
    assert dark_modules(page) in [dark_of(shown_code, mask) for mask in range(8)]
    assert written["contexte"] == {"niveau": "sixieme", "mode": "en_ligne"}
    said = phrases(code)
    held = [said.part(*one) for one in written["contexte"].items()]
    assert page.locator(".contexte dd").all_inner_texts() == held
    assert set(written) == {"version", "questionnaire", "jeton", "remise", "contexte", "reponses"}
    expect(page.locator("[data-said][data-tone=fait]")).to_contain_text(path.name)
    row = row_of(FAMILY_ANSWER.parse(path.read_text(encoding="utf-8"), "essai"), QUESTIONNAIRE)
    report = read_answers(path, QUESTIONNAIRE)
    assert (len(report.answers), report.lines_refused) == (1, 0)
    table = report.answers.table.iloc[0]
    assert all(table[name] == value for name, value in row.items())


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


def test_a_question_passed_is_left_out_and_without_any_answer_there_is_no_file(open_form: Callable[..., Page]) -> None:
    page = open_form()
    begin(page)
    for _ in STEPS:
        assert page.locator("[data-press=suivant]").count() == 0
        page.tap("[data-press=passer]")
    page.tap("[data-press=remettre]")
    expect(page.locator(".contenu .avis")).to_contain_text(phrases("fr").frame("remettre-vide"))
    # Nothing is said of a code where there is none.
    expect(page.locator(ROOT)).not_to_contain_text("Ce code")
    assert page.locator("[data-do=save]").count() == 0
    assert len(STEPS) == 16


def test_no_device_is_alone_and_what_is_done_can_be_undone(open_form: Callable[..., Page]) -> None:
    page = open_form()
    begin(page)
    page.tap("[data-choose=appareils__ordinateur]")
    page.tap("[data-choose=appareils__smartphone]")
    page.tap("[data-choose=appareils__aucun]")
    checked = page.locator(f"{ROOT} input:checked")
    expect(checked).to_have_count(1)
    page.tap("[data-event=undo]")
    expect(checked).to_have_count(2)
    notice, said = page.locator("[data-said]"), phrases("fr")
    both = f"{said.part('appareils', 'ordinateur')} · {said.part('appareils', 'smartphone')}"
    expect(notice).to_contain_text(both)
    page.tap("[data-press=effacer]")
    expect(checked).to_have_count(0)
    page.tap("[data-event=undo]")
    expect(checked).to_have_count(2)
    expect(notice).to_contain_text(both)


def test_undoing_an_answer_names_the_one_that_comes_back_not_the_question(open_form: Callable[..., Page]) -> None:
    page, said = open_form(), phrases("fr")
    notice, undo = page.locator("[data-said]"), page.locator("[data-event=undo]")
    begin(page)
    page.tap("[data-choose=appareils__ordinateur]")
    page.tap("[data-press=suivant]")
    page.tap("[data-choose=partage][value=un_enfant]")
    page.tap("[data-choose=partage][value=deux_enfants]")
    expect(undo).to_contain_text(said.part("partage", "deux_enfants"))
    page.tap("[data-event=undo]")
    expect(notice).to_contain_text(said.part("partage", "un_enfant"))
    expect(notice).not_to_contain_text(said.question("partage"))
    # Nothing was chosen before: what is taken back is all there is to name.
    page.tap("[data-event=undo]")
    expect(notice).to_contain_text(said.part("partage", "un_enfant"))
    expect(page.locator(f"{ROOT} input:checked")).to_have_count(0)


def test_without_any_device_nobody_is_asked_how_many_children_share_it(open_form: Callable[..., Page]) -> None:
    page = open_form()
    begin(page)
    page.tap("[data-choose=appareils__aucun]")
    page.tap("[data-press=suivant]")
    assert screen(page) == "q_connexion"
    page.tap("[data-event=home]")
    line = page.locator("[data-press=revoir_q_partage]")
    expect(line).to_contain_text(phrases("fr").part("partage", "pas_d_appareil"))
    page.tap("[data-press=revoir_q_appareils]")
    page.tap("[data-choose=appareils__tablette]")
    page.tap("[data-press=suivant]")
    assert screen(page) == "q_partage"
    expect(page.locator(f"{ROOT} input:checked")).to_have_count(0)
    page.tap("[data-choose=partage][value=un_enfant]")
    page.tap("[data-event=back]")
    page.tap("[data-press=suivant]")
    expect(page.locator("[data-choose=partage][value=un_enfant]")).to_be_checked()


def test_retour_from_my_answers_leads_where_one_was(open_form: Callable[..., Page]) -> None:
    page = open_form()
    begin(page)
    page.tap("[data-choose=appareils__tablette]")
    page.tap("[data-press=suivant]")
    for where in ("q_partage", "q_appareils"):
        assert screen(page) == where
        page.tap("[data-event=home]")
        page.reload()
        page.tap("[data-do=go-on]")
        page.tap("[data-event=back]")
        assert screen(page) == where
        page.evaluate("document.querySelector('[data-event=back]')?.click()")


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


def hand_over(page: Page) -> Any:
    """From anywhere in the questions to the code; what the file beside it holds."""
    page.tap("[data-event=home]")
    page.tap("[data-press=remettre]")
    return shown_file(page)


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


def reopened_with(page: Page, text: str) -> None:
    # Kept by the page that reads it: what another one wrote just before may not have reached the disk.
    page.add_init_script(f"localStorage.setItem({KEY}, {json.dumps(text)})")
    page.reload()


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


def test_a_page_of_answers_left_for_another_asks_when_it_comes_back(open_form: Callable[..., Page]) -> None:
    page = open_form()
    begin(page)
    page.tap("[data-choose=appareils__tablette]")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    assert view(page) == "reprise"
    expect(page.locator(f"{ROOT} input")).to_have_count(0)


def test_an_answer_is_changed_from_the_summary_and_the_back_key_is_retour(open_form: Callable[..., Page]) -> None:
    page = open_form()
    begin(page)
    page.tap("[data-press=passer]")
    page.tap("[data-choose=partage][value=un_enfant]")
    page.go_back()
    assert screen(page) == "q_appareils"
    page.tap("[data-event=home]")
    line = page.locator("[data-press=revoir_q_partage]")
    expect(line).to_contain_text(phrases("fr").part("partage", "un_enfant"))
    line.tap()
    page.tap("[data-choose=partage][value=deux_enfants]")
    page.tap("[data-event=home]")
    expect(line).to_contain_text(phrases("fr").part("partage", "deux_enfants"))


def test_the_first_page_passes_on_what_the_school_set(open_form: Callable[..., Page]) -> None:
    page = open_form("index", "#niveau=cm2&mode=telephone&nom=personne")
    page.tap('a[href^="ar.html"]')
    page.wait_for_selector("[data-do=begin]")
    page.tap("[data-do=begin]")
    page.tap("[data-choose=appareils__tablette]")
    page.tap("[data-event=home]")
    page.tap("[data-press=remettre]")
    shown = shown_file(page)
    assert shown["contexte"] == {"niveau": "cm2", "mode": "telephone"}


def test_a_level_that_does_not_exist_is_left_out(open_form: Callable[..., Page]) -> None:
    page = open_form("fr", "#niveau=dupont&mode=pigeon")
    begin(page)
    page.tap("[data-choose=appareils__tablette]")
    page.tap("[data-event=home]")
    page.tap("[data-press=remettre]")
    assert shown_file(page)["contexte"] == {"mode": "en_ligne"}


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


WITHOUT_CRYPTO = "Object.defineProperty(globalThis, 'crypto', { value: undefined })"


@pytest.mark.parametrize("crypto", ["as over plain http", "none"])
def test_a_browser_without_the_whole_of_crypto_gives_a_code_too(
    context: BrowserContext, site: Path, crypto: str
) -> None:
    page = context.new_page()
    if crypto == "none":
        page.add_init_script(WITHOUT_CRYPTO)
    # As a school that puts the page on its own network serves it: no certificate, and so no `crypto.subtle`.
    page.route("http://ecole.test/**", lambda route: route.fulfill(path=site / route.request.url.rpartition("/")[2]))
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


def test_who_helps_is_told_how_and_nothing_of_it_is_in_the_file(open_form: Callable[..., Page], tmp_path: Path) -> None:
    page = open_form("fr", "#aidant=1")
    page.tap(".langue[aria-current=true]")
    expect(page.locator(".aidant")).to_contain_text("Laissez la personne choisir")
    # What becomes of the answers is said before the first one; nobody filled it in here, which is said too.
    expect(page.get_by_text(shown_to_families(phrases("fr"), Information()).missing)).to_be_visible()
    page.tap(".donnees summary")
    expect(page.locator(".donnees")).to_contain_text(phrases("fr").frame("information-droits"))
    page.tap("[data-do=begin]")
    summary = page.locator(".avancee .aidant summary")
    expect(summary).to_be_visible()
    page.tap("[data-choose=appareils__tablette]")
    page.tap("[data-event=home]")
    page.tap("[data-press=remettre]")
    assert "aidant" not in json.dumps(saved(page, page.tap, tmp_path)[1])


def test_with_the_keyboard_alone_from_the_language_to_the_file(open_form: Callable[..., Page], tmp_path: Path) -> None:
    page = open_form()
    keyboard = page.keyboard

    def reach(selector: str) -> None:
        """Tab until the focus is there: never more often than there are things to reach."""
        for _ in range(60):
            if page.evaluate("selector => Boolean(document.activeElement?.matches(selector))", selector):
                return
            keyboard.press("Tab")
        raise AssertionError(f"la touche Tab n'atteint pas {selector}")

    def enter(selector: str) -> None:
        reach(selector)
        keyboard.press("Enter")

    enter(".langue[aria-current=true]")
    enter("[data-do=begin]")
    for step in STEPS:
        assert screen(page) == step.screen
        expect(page.locator("h1")).to_be_focused()
        reach(f"{ROOT} input")
        keyboard.press("Space")
        expect(page.locator(f"{ROOT} input").first).to_be_checked()
        enter("[data-press=suivant]")
    enter("[data-press=remettre]")
    reach("[data-do=save]")
    _, written = saved(page, lambda _: keyboard.press("Enter"), tmp_path)
    assert len(written["reponses"]) == len(QUESTIONNAIRE.items)


IN_VOILA = {
    "page": "from widgets.diagnostic.form_page import form_page\nform_page()",
    "partie": 'from widgets.diagnostic.form import Form\nForm(language="fr", state={"fragment": "niveau=sixieme"})',
}


@pytest.fixture(scope="module")
def suite(start_suite: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = small_suite(tmp_path_factory.mktemp("questionnaires"))
    for name, cell in IN_VOILA.items():
        notebook(folder, name, cell)
    running = started(start_suite, folder)
    yield running
    running.stop()


@pytest.mark.parametrize("name", IN_VOILA)
def test_in_voila_the_same_questions_lead_to_the_same_file(
    suite: Any, browser: Browser, tmp_path: Path, name: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    context.request.get(f"{suite.base}/api/status?{suite.key}")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{suite.base}/voila/render/notebooks/{name}.ipynb", timeout=60_000)
    page.locator(".carnets-form .langue[aria-current=true]").tap(timeout=60_000)
    page.tap("[data-do=begin]")
    page.tap("[data-choose=appareils__tablette]")
    page.tap("[data-event=home]")
    page.tap("[data-press=remettre]")
    _, written = saved(page, page.tap, tmp_path)
    assert written["reponses"] == {"appareils": ["tablette"]}
    assert written["contexte"]["mode"] == "en_ligne"
    context.close()
    assert not faults


def places(page: Page) -> Iterator[str]:
    """Go to every kind of screen, one after the other, by what a family would press."""
    yield "langue"
    page.tap(".langue[aria-current=true]")
    yield "accueil"
    page.tap("[data-do=helper]")
    page.tap("[data-do=begin]")
    yield "plusieurs réponses"
    page.tap("[data-choose=appareils__tablette]")
    page.tap("[data-choose=appareils__smartphone]")
    yield "répondu"
    for _ in range(4):
        page.tap("[data-press=suivant], [data-press=passer]")
    yield "grille"
    page.tap("[data-event=home]")
    yield "mes réponses"
    page.tap("[data-press=remettre]")
    page.tap(".fichier summary")
    yield "fichier"
    page.tap("[data-do=save]")
    yield "remis"
    page.tap("[data-do=help]")
    yield "aide"
    page.tap("[data-do=erase]")
    yield "effacer"
    page.tap("[data-do=network]")
    yield "réseau"


@pytest.mark.parametrize("code", ["fr", "ar", "uk"])
def test_every_screen_passes_axe_and_holds_in_320_px_with_the_text_twice_as_large(
    open_form: Callable[..., Page], axe: Callable[..., None], code: str
) -> None:
    page = open_form(code)
    seen = []
    for place in places(page):
        seen.append(place)
        all_words_are_sentences(page)
        # Tall: where one happens to have scrolled to, a bar that stays in place may cover half of a button.
        page.set_viewport_size({"width": 360, "height": 1600})
        axe(page)
        page.set_viewport_size({"width": 320, "height": 640})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{place} dépasse de {wide} px"
        page.evaluate("document.documentElement.style.fontSize = ''")
        page.set_viewport_size({"width": 360, "height": 740})
        small = page.evaluate(
            f"() => [...document.querySelectorAll('{ROOT} :is(button, a, summary, label.choix)')].filter((one) => {{"
            " const box = one.getBoundingClientRect(); return box.width && (box.height < 44 || box.width < 44); })"
            ".map((one) => one.outerHTML.slice(0, 80))"
        )
        assert small == [], place
    assert len(seen) == 11


@pytest.mark.parametrize("code", list(languages()))
def test_in_every_language_one_screen_shows_a_whole_question_on_a_phone(
    open_form: Callable[..., Page], code: str
) -> None:
    page = open_form(code)
    page.evaluate("document.fonts.ready")
    begin(page)
    for step in STEPS:
        height = page.evaluate("document.querySelector('.contenu').getBoundingClientRect().height")
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, step.screen
        cut = page.evaluate(
            f"[...document.querySelectorAll('{ROOT} :is(.barre-nom, .onglet-mots)')].filter("
            "(one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)"
        )
        assert cut == [], step.screen
        assert height < 900, f"{step.screen} fait {height} px : deux écrans pour une question"
        page.tap("[data-press=passer]")


@pytest.mark.parametrize("code", languages())
def test_in_every_language_no_word_of_a_bar_is_cut_whatever_the_size_of_the_letters(
    open_form: Callable[..., Page], code: str
) -> None:
    page = open_form(code)
    begin(page)
    # « Annuler » says what it takes back: more than a line of it.
    page.tap("[data-choose=appareils__smartphone]")
    for width, text in ((360, "100%"), (320, "100%"), (360, "200%")):
        resize(page, width, text)
        assert page.evaluate(BOTTOM_BAR)["height"] <= MOST_OF_A_PHONE_PX, (width, text)
        assert page.evaluate(BOTTOM_BAR)["least"] >= 44, (width, text)
        for bar in (".barre-haute", ".barre-basse"):
            assert page.locator(bar).evaluate(CUT) == [], (bar, width, text)
            past = (
                "(bar) => [...bar.querySelectorAll('p, span')].filter((one) => one.scrollWidth > one.clientWidth + 1)"
            )
            assert page.locator(bar).evaluate(f"{past}.map((one) => one.textContent)") == [], (bar, width, text)


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
