"""L'exercice comme on le passe : au clavier, à l'étroit, gardé, retrouvé, abîmé ; dans Voilà et dans JupyterLab."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from browser.conftest import watched_page
from browser.exercises import SECONDS, exercise_suite, fits, question_box, run_in_lab, sideways
from browser.labs import wait_still
from playwright.sync_api import Browser, Locator, Page, expect

from liaison.training.exercise.answers import read_answers
from liaison.training.exercise.definition import exercise

NAME = "01_messagerie_ent"
EXERCISE = exercise(NAME)
Axe = Callable[..., None]


@pytest.fixture(scope="module")
def course(start_suite: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Any:
    suite = exercise_suite(start_suite, tmp_path_factory.mktemp("cours"), NAME)
    suite.folder /= NAME
    return suite


@pytest.fixture
def desk(browser: Browser, course: Any) -> Iterator[Page]:
    """A page of someone who has not answered anything yet."""
    for file in course.folder.glob("reponses*.json"):
        file.unlink()
    yield from watched_page(browser, course.address, viewport={"width": 1280, "height": 800})


def open_exercise(page: Page, course: Any) -> None:
    page.goto(f"{course.base}/voila/render/notebooks/{NAME}/exercice.ipynb", timeout=60 * SECONDS)
    expect(page.get_by_role("heading", name=EXERCISE.questions[-1].title)).to_be_visible(timeout=60 * SECONDS)


def question(page: Page, name: str) -> Locator:
    return question_box(page, EXERCISE, name)


def kept(course: Any, name: str) -> Any:
    return read_answers(course.folder, EXERCISE).last(name)


def tab_to(page: Page, control: Locator) -> None:
    """Go on with the keyboard until a control has the focus."""
    for _ in range(60):
        if control.evaluate("(node) => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"La touche Tab ne mène pas à {control}")


def keep_by_keyboard(page: Page, name: str, verdict: str) -> None:
    button = question(page, name).get_by_role("button", name="Garder ma réponse")
    tab_to(page, button)
    page.keyboard.press("Enter")
    expect(question(page, name).locator(".carnets-verdict").get_by_text(verdict)).to_be_visible(timeout=20 * SECONDS)
    # Whoever goes on by keyboard is still where the button is.
    assert page.evaluate("document.activeElement.textContent") == "Garder cette nouvelle réponse"


def test_the_whole_exercise_is_answered_by_keyboard_alone(desk: Page, course: Any) -> None:
    open_exercise(desk, course)
    expect(desk.locator("main").get_by_text("JupyterLab")).to_have_count(0)
    tab_to(desk, question(desk, "message_de_21_heures").get_by_role("radio").first)
    desk.keyboard.press("Space")
    desk.keyboard.press("ArrowDown")
    keep_by_keyboard(desk, "message_de_21_heures", "Juste")

    for select in question(desk, "loi_ou_charte").get_by_role("combobox").all():
        tab_to(desk, select)
        desk.keyboard.press("ArrowDown")
    keep_by_keyboard(desk, "loi_ou_charte", "En partie")

    boxes = question(desk, "qui_reste_dehors").get_by_role("checkbox")
    for number in (0, 1):
        tab_to(desk, boxes.nth(number))
        desk.keyboard.press("Space")
    keep_by_keyboard(desk, "qui_reste_dehors", "Juste")

    tab_to(desk, question(desk, "qui_sonne_en_premier").get_by_role("button", name="Descendre").first)
    for _ in range(3):  # as fast as one can: none is lost
        desk.keyboard.press("Enter")
    keep_by_keyboard(desk, "qui_sonne_en_premier", "Pas encore")

    tab_to(desk, question(desk, "delai_des_notes").get_by_role("spinbutton"))
    desk.keyboard.type("48")
    tab_to(desk, question(desk, "delai_des_notes").get_by_role("combobox"))
    desk.keyboard.press("End")
    keep_by_keyboard(desk, "delai_des_notes", "Juste")

    settings_by_keyboard(desk)

    for name in ("message_clair", "premier_changement"):
        tab_to(desk, question(desk, name).get_by_role("textbox"))
        desk.keyboard.type("Signez le papier <b> avant mardi 10.")
        keep_by_keyboard(desk, name, "Votre texte est enregistré")
    expect(desk.get_by_text("8 réponses gardées sur 9 questions")).to_be_visible()
    assert kept(course, "message_de_21_heures") == "attend"
    assert kept(course, "qui_reste_dehors") == ["compte_jamais_active", "sans_connexion"]
    assert kept(course, "qui_sonne_en_premier")[-1] == "information_generale"
    assert kept(course, "delai_des_notes") == {"value": 48, "unit": "heures"}
    assert kept(course, "silence_sans_oubli")["marks"]["parents_after_pupils_days"] == 9
    assert kept(course, "premier_changement") == "Signez le papier <b> avant mardi 10."


def settings_by_keyboard(page: Page) -> None:
    """Open a group of settings, change one, try."""
    asked = question(page, "silence_sans_oubli")
    tab_to(page, asked.locator("summary").filter(has_text="Notes, devoirs et envois groupés"))
    page.keyboard.press("Enter")
    tab_to(page, asked.get_by_role("spinbutton", name="Puis les parents, après encore"))
    page.keyboard.press("Control+A")
    page.keyboard.type("9")
    page.keyboard.press("Tab")
    tab_to(page, asked.get_by_role("button", name="Essayer et garder ces réglages"))
    page.keyboard.press("Enter")
    expect(asked.locator(".carnets-verdict").get_by_text("Pas encore").first).to_be_visible(timeout=20 * SECONDS)
    expect(asked.get_by_role("heading", name="Ce qui manque encore")).to_be_visible()


def fill(page: Page) -> None:
    """A wrong answer to a question of each look, so that everything that comes back is on screen."""
    question(page, "message_de_21_heures").get_by_role("radio").first.check()
    for select in question(page, "loi_ou_charte").get_by_role("combobox").all():
        select.select_option(index=1)
    question(page, "message_clair").get_by_role("textbox").fill("Signez avant mardi.")
    for name in ("message_de_21_heures", "loi_ou_charte", "qui_sonne_en_premier", "message_clair"):
        question(page, name).get_by_role("button", name="Garder ma réponse").click()
    question(page, "qui_reste_dehors").get_by_role("button", name="Garder ma réponse").click()
    question(page, "silence_sans_oubli").get_by_role("button", name="Essayer et garder ces réglages").click()
    expect(question(page, "silence_sans_oubli").locator(".carnets-family-card").first).to_be_visible(
        timeout=20 * SECONDS
    )
    expect(question(page, "qui_reste_dehors").get_by_text("Rien n'a été gardé")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_before_an_answer_nor_after(desk: Page, course: Any, axe: Axe, scheme: str) -> None:
    desk.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    open_exercise(desk, course)
    axe(desk)
    fill(desk)
    axe(desk)


def test_nothing_scrolls_sideways_at_320_px_nor_at_twice_the_size(desk: Page, course: Any, axe: Axe) -> None:
    """640 px is what a window of 1,280 px has left at 200 %."""
    desk.set_viewport_size({"width": 320, "height": 700})
    open_exercise(desk, course)
    assert not sideways(desk)
    fill(desk)
    fits(desk)
    axe(desk)
    settings = question(desk, "silence_sans_oubli")
    for width in (320, 640):
        desk.set_viewport_size({"width": width, "height": 400})
        for group in settings.locator(".carnets-panels > details > summary").all():
            group.click()
            wait_still(desk)
            assert not sideways(desk), f"{width} : {group.inner_text()}"


def test_who_reopens_finds_their_answers_and_has_not_tried_once_more(desk: Page, course: Any) -> None:
    open_exercise(desk, course)
    fill(desk)
    before = (course.folder / "reponses.json").read_text(encoding="utf-8")
    open_exercise(desk, course)
    expect(question(desk, "message_de_21_heures").get_by_role("radio").first).to_be_checked()
    expect(question(desk, "message_de_21_heures").get_by_text("Pas encore")).to_be_visible()
    expect(question(desk, "message_clair").get_by_role("textbox")).to_have_value("Signez avant mardi.")
    expect(desk.get_by_text("5 réponses gardées sur 9 questions")).to_be_visible()
    expect(question(desk, "silence_sans_oubli").locator(".carnets-family-card").first).to_be_visible()
    assert (course.folder / "reponses.json").read_text(encoding="utf-8") == before


def test_a_damaged_file_is_said_put_aside_and_the_exercise_goes_on(desk: Page, course: Any, axe: Axe) -> None:
    (course.folder / "reponses.json").write_text('{"version": 1, "exe', encoding="utf-8")
    open_exercise(desk, course)
    expect(desk.get_by_text("Vos réponses gardées ne peuvent pas être relues")).to_be_visible()
    one = question(desk, "message_de_21_heures")
    expect(one.get_by_role("radio").first).to_be_disabled()
    expect(one.get_by_role("button", name="Garder ma réponse")).to_be_disabled()
    axe(desk)
    desk.get_by_role("button", name="Mettre ce fichier de côté").click()
    expect(desk.get_by_text("reponses_illisibles.json")).to_be_visible()
    one.get_by_role("radio").nth(1).check()
    one.get_by_role("button", name="Garder ma réponse").click()
    expect(one.get_by_text("Juste")).to_be_visible()
    assert kept(course, "message_de_21_heures") == "attend"
    assert (course.folder / "reponses_illisibles.json").read_text(encoding="utf-8") == '{"version": 1, "exe'


def test_in_jupyterlab_an_answer_is_kept_beside_the_notebook_and_found_by_a_new_kernel(desk: Page, course: Any) -> None:
    run_in_lab(desk, course.base, NAME)
    assert desk.locator('[data-mime-type="application/vnd.jupyter.stderr"]').count() == 0
    choice = desk.get_by_role("radio", name="Le message est écrit")
    choice.check()
    desk.get_by_role("button", name="Garder ma réponse").first.click()
    expect(desk.get_by_text("Juste\u00a0: 2\u00a0points sur 2.")).to_be_visible()
    written = json.loads((course.folder / "reponses.json").read_text(encoding="utf-8"))
    assert written["answers"]["message_de_21_heures"] == {"attempts": 1, "first": "attend", "last": "attend"}

    desk.get_by_role("menuitem", name="Noyau", exact=True).click()
    desk.get_by_text("Redémarrer le noyau et exécuter toutes les cellules").click()
    desk.locator(".jp-Dialog .jp-mod-accept").click()
    expect(desk.get_by_text("1 réponse gardée sur 9 questions").first).to_be_visible(timeout=60 * SECONDS)
    expect(desk.get_by_role("radio", name="Le message est écrit")).to_be_checked()
    assert json.loads((course.folder / "reponses.json").read_text(encoding="utf-8")) == written
