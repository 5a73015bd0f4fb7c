"""L'exercice du module 04 comme on le passe : pari, réglages, remise ; au doigt, au clavier, à l'étroit."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import watched_page
from browser.exercises import SECONDS, exercise_suite, fits, question_box
from playwright.sync_api import Browser, Locator, Page, expect

from liaison.questions.bet import BET
from liaison.training.exercise.answers import ANSWERS_FILE, read_answers, record_answer
from liaison.training.exercise.definition import exercise
from liaison.training.exercise.scoring import mark
from liaison.training.hand_in.reading import parse_hand_in
from liaison.training.session.codes import new_codes

NAME = "04_decouverte_ent"
EXERCISE = exercise(NAME)
[CODE] = new_codes(1, random.Random(1))
Axe = Callable[..., None]


@pytest.fixture(scope="module")
def course(start_suite: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Any:
    suite = exercise_suite(start_suite, tmp_path_factory.mktemp("cours"), NAME)
    suite.folder /= NAME
    return suite


def desk(browser: Browser, course: Any, **options: Any) -> Iterator[Page]:
    """The exercise, opened by someone who has not answered anything yet; an error in the page fails the test."""
    for pattern in ("reponses*.json", "participant.json", "remise-*.zip"):
        for file in course.folder.glob(pattern):
            file.unlink()
    for page in watched_page(browser, course.address, **options):
        page.goto(f"{course.base}/voila/render/notebooks/{NAME}/exercice.ipynb", timeout=60 * SECONDS)
        expect(page.get_by_role("button", name="Faire mon fichier de remise")).to_be_visible(timeout=60 * SECONDS)
        yield page


@pytest.fixture
def phone(browser: Browser, course: Any) -> Iterator[Page]:
    """A telephone: 360 px, a finger."""
    yield from desk(browser, course, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)


@pytest.fixture
def keyboard(browser: Browser, course: Any) -> Iterator[Page]:
    """A laptop, of which only the keyboard is used."""
    yield from desk(browser, course, viewport={"width": 1280, "height": 800})


def question(page: Page, name: str) -> Locator:
    return question_box(page, EXERCISE, name)


def kept(course: Any, name: str) -> Any:
    return read_answers(course.folder, EXERCISE).last(name)


def focus_by_tab(page: Page, control: Locator, back: bool = False) -> None:
    for _ in range(120):
        if control.evaluate("(node) => node === document.activeElement"):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"La touche Tab ne mène pas à {control}")


def test_a_path_is_composed_and_two_accounts_are_set_with_a_finger(phone: Page, course: Any, axe: Axe) -> None:
    workshop = question(phone, "premier_atelier")
    workshop.get_by_role("button", name="Essayer et garder").tap()
    expect(workshop.locator(".carnets-verdict").get_by_text("0\u00a0point sur 4")).to_be_visible()
    expect(workshop.locator(".carnets-family-card")).to_contain_text("Activez le compte")
    fits(phone)
    axe(phone)
    right = {"Connexion": [(0, True), (1, False), (2, False), (3, True)], "Ma semaine": [(0, False)]}
    right |= {"Messagerie": [(1, True), (2, False)], "Notes": [(0, False), (1, False)], "Vie scolaire": [(1, True)]}
    right |= {"Carnet": [(1, True)], "Cantine": [(1, True)], "Démarches": [(1, True)], "Réglages": [(1, False)]}
    right |= {"Réunion": [(0, False)]}
    for service, boxes in right.items():
        workshop.locator("summary").filter(has_text=service).tap()
        for number, ticked in boxes:
            workshop.locator("details[open]").get_by_role("checkbox").nth(number).set_checked(ticked)
    expect(workshop.get_by_text("7 missions, 18 minutes")).to_be_visible()
    # What was ticked first comes first: leaving the shared computer must come last.
    down = workshop.get_by_role("button", name="Descendre : Laissez la place")
    while down.is_enabled():
        down.tap()
    workshop.get_by_role("button", name="Essayer et garder").tap()
    expect(workshop.locator(".carnets-verdict").get_by_text("Juste")).to_be_visible()
    assert mark(EXERCISE.question("premier_atelier"), kept(course, "premier_atelier")).points == 4
    assert kept(course, "premier_atelier")["missions"][-1] == "ordinateur_partage"

    accounts = question(phone, "deux_responsables")
    chosen = {"Mme Nadia": ("quotidien", "plus_tot", "arabe"), "M. Karim": ("immediat", "plus_tot", "francais")}
    order = {"quotidien": 1, "immediat": 0, "plus_tot": 1, "arabe": 2, "francais": 0}
    for person, values in chosen.items():
        accounts.locator("summary").filter(has_text=person).tap()
        for select, value in zip(accounts.locator("details[open] select").all(), values, strict=True):
            select.select_option(index=order[value] + 1)  # after « Choisir »
    fits(phone)
    accounts.get_by_role("button", name="Essayer et garder").tap()
    expect(accounts.locator(".carnets-verdict").get_by_text("Juste")).to_be_visible()
    assert mark(EXERCISE.question("deux_responsables"), kept(course, "deux_responsables")).points == 4
    axe(phone)


def test_the_bet_and_the_hand_in_by_keyboard_alone(keyboard: Page, course: Any, axe: Axe) -> None:
    page = keyboard
    expect(page.get_by_text("Le pari se place d'abord au début du carnet")).to_be_visible()
    focus_by_tab(page, page.get_by_role("radio", name="Deux ou trois."))
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    focus_by_tab(page, page.get_by_role("button", name="Garder mon pari"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Votre pari est gardé")).to_be_visible()

    again = page.locator(".widget-vbox").filter(has_text="Au début, vous aviez parié").last
    focus_by_tab(page, again.get_by_role("radio", name="Deux ou trois."))
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    focus_by_tab(page, again.get_by_role("button", name="Garder ma réponse d'à présent"))
    page.keyboard.press("Enter")
    expect(again.get_by_text("Vous avez changé d'avis")).to_be_visible()
    expect(again.get_by_text("Que regarder quelqu'un les faire n'apprenne pas")).to_be_visible()
    entry = read_answers(course.folder, EXERCISE).of(BET)
    assert entry is not None
    assert (entry.first, entry.last) == ("cinq", "dix")

    # A bet alone is no answer.
    record_answer(course.folder, EXERCISE, "apres_la_demonstration", "essayer")
    code = page.get_by_role("textbox", name="Votre code")
    focus_by_tab(page, code)
    page.keyboard.type(CODE[:-1])
    make = page.get_by_role("button", name="Faire mon fichier de remise")
    focus_by_tab(page, make)
    page.keyboard.press("Enter")
    expect(page.get_by_text("il en faut 5")).to_be_visible()
    axe(page)
    assert [path.name for path in course.folder.glob("remise-*")] == []

    focus_by_tab(page, code, back=True)
    page.keyboard.press("End")
    page.keyboard.type(CODE[-1].lower())
    focus_by_tab(page, make)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == f"remise-{CODE}.zip"
    expect(page.get_by_text(f"remise-{CODE}.zip\u00a0» est prêt")).to_be_visible()
    saved = parse_hand_in((course.folder / f"remise-{CODE}.zip").read_bytes(), CODE)
    assert Path(download.value.path()).read_bytes() == (course.folder / f"remise-{CODE}.zip").read_bytes()
    assert saved.modules[NAME].answers == (course.folder / ANSWERS_FILE).read_bytes()
    assert saved.modules[NAME].notebook == (course.folder / "exercice.ipynb").read_bytes()
    axe(page)
    fits(page)
    page.reload()
    expect(page.get_by_role("textbox", name="Votre code")).to_have_value(CODE, timeout=60 * SECONDS)
    expect(page.get_by_role("radio", name="Cinq.").first).to_be_disabled()
