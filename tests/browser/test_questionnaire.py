"""Le questionnaire d'une famille dans un vrai navigateur : au doigt, au clavier, en arabe, et le fichier remis."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import segno
from browser.questionnaire_pages import (
    QUESTIONNAIRE,
    ROOT,
    STEPS,
    all_words_are_sentences,
    begin,
    saved,
    screen,
    shown_file,
)
from browser.small_suite import notebook, small_suite, started
from playwright.sync_api import Browser, Page, expect

from liaison.diagnostic.answers import FAMILY_ANSWER, FamilyAnswer, row_of
from liaison.diagnostic.questionnaire.information import Information, shown_to_families
from liaison.diagnostic.questionnaire.phrases import phrases
from liaison.diagnostic.reading.answer_code import answer_of
from liaison.diagnostic.reading.reading import read_answers


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
