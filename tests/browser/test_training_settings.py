"""The settings of modules 02 and 03 on a phone's width: set by keyboard alone, then with a finger, marked in full."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from browser.conftest import watched_page
from browser.exercises import SECONDS, exercise_suite, question_box, sideways
from playwright.sync_api import Browser, Locator, Page, expect

from liaison.questions.setting import SettingQuestion
from liaison.training.exercise.answers import read_answers
from liaison.training.exercise.definition import exercise
from liaison.training.exercise.scoring import mark

NAMES = ("02_diagnostic_familles", "03_accompagnement")
Axe = Callable[..., None]


@pytest.fixture(scope="module")
def course(start_suite: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Any:
    return exercise_suite(start_suite, tmp_path_factory.mktemp("cours"), *NAMES)


@pytest.fixture
def phone(browser: Browser, course: Any) -> Iterator[Page]:
    """A narrow page that takes fingers."""
    yield from watched_page(browser, course.address, viewport={"width": 360, "height": 740}, has_touch=True)


class Keyboard:
    """Somebody who has no mouse: Tab leads everywhere, or the test fails."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, control: Locator, at_most: int = 80) -> None:
        for key in ("Tab", "Shift+Tab"):
            for _ in range(at_most):
                if control.evaluate("(node) => node === document.activeElement"):
                    return
                self.page.keyboard.press(key)
        raise AssertionError(f"La touche Tab ne mène pas à {control}")

    def press(self, control: Locator) -> None:
        self.reach(control)
        self.page.keyboard.press("Enter")

    def tick(self, control: Locator) -> None:
        self.reach(control)
        self.page.keyboard.press("Space")

    def write(self, control: Locator, number: int) -> None:
        self.reach(control)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(str(number))
        self.page.keyboard.press("Tab")

    def choose(self, control: Locator, label: str) -> None:
        self.reach(control)
        labels = control.locator("option").all_inner_texts()
        chosen = "(node) => node.selectedOptions[0].label"
        for _ in labels:
            there, here = labels.index(label), labels.index(control.evaluate(chosen))
            if there == here:
                return
            self.page.keyboard.press("ArrowDown" if there > here else "ArrowUp")
        raise AssertionError(f"« {label} » ne se choisit pas au clavier")

    def pick(self, group: Locator, label: str) -> None:
        self.reach(group.get_by_role("radio", checked=True))
        names = [
            choice.evaluate("(node) => node.labels[0].innerText.trim()") for choice in group.get_by_role("radio").all()
        ]
        for _ in names:
            if group.get_by_role("radio", name=label, exact=True).is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"« {label} » ne se choisit pas au clavier")


class Finger:
    """Somebody on a phone."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, control: Locator) -> None:
        control.tap()

    def tick(self, control: Locator) -> None:
        control.tap()

    def write(self, control: Locator, number: int) -> None:
        control.tap()
        control.fill(str(number))
        control.blur()

    def choose(self, control: Locator, label: str) -> None:
        control.tap()  # the list itself belongs to the telephone
        control.select_option(label=label)

    def pick(self, group: Locator, label: str) -> None:
        group.get_by_role("radio", name=label, exact=True).tap()


Hand = Keyboard | Finger


def opened(asked: Locator, hand: Hand, group: str) -> None:
    """Open a group, unless it is open."""
    summary = asked.locator("summary").filter(has_text=group).first
    if summary.evaluate("(node) => !node.parentElement.open"):
        hand.press(summary)


def cell(asked: Locator, hand: Hand, row: str, column: str, label: str) -> None:
    """Choose in a cell of a table that is folded by rows."""
    opened(asked, hand, row)
    hand.choose(asked.get_by_role("combobox", name=f"{row}, {column}", exact=True), label)


def ways_of_asking(asked: Locator, hand: Hand) -> None:
    ways = {"D'abord": "En ligne, par l'ENT", "Puis": "Sur papier", "Enfin": "Par téléphone"}
    for row, label in ways.items():
        cell(asked, hand, row, "Comment demander", label)


def what_is_shown(asked: Locator, hand: Hand) -> None:
    cell(asked, hand, "Aisance avec l'ENT", "Découpage", "Par niveau")
    cell(asked, hand, "Équipement", "Découpage", "Par niveau")
    cell(asked, hand, "À la maison, comment avez-vous internet\u00a0?", "Découpage", "Toute l'école")
    hand.write(asked.get_by_role("spinbutton"), 11)
    hand.pick(
        asked.get_by_role("group", name="Ce que l'on cache"), "Les petits nombres, et ceux qui les feraient retrouver"
    )


def what_is_lent(asked: Locator, hand: Hand) -> None:
    opened(asked, hand, "Ordinateurs")
    hand.write(asked.get_by_role("spinbutton", name="Ordinateurs à acheter"), 16)
    for criterion in ("Aucun appareil entre 17 h et 20 h", "Année d'examen", "Enfants pour un appareil"):
        hand.tick(asked.get_by_role("checkbox", name=criterion))
        # As whoever looks at the list before going on.
        expect(asked.locator(".carnets-order").get_by_role("listitem").filter(has_text=criterion)).to_be_visible()
    opened(asked, hand, "Clés 4G")
    hand.tick(asked.get_by_role("checkbox", name="Connexion à la maison"))
    opened(asked, hand, "Rendez-vous")
    hand.write(asked.get_by_role("spinbutton", name="Rendez-vous de prise en main"), 3)


def what_slots_hold(asked: Locator, hand: Hand) -> None:
    for row in ("Mardi à 9\u00a0h", "Jeudi à 14\u00a0h"):
        cell(asked, hand, row, "Ateliers", "Aucun atelier")
    cell(asked, hand, "Jeudi à 18\u00a0h", "Ateliers", "Deux ateliers")
    cell(asked, hand, "Jeudi à 18\u00a0h", "Interprète", "En arabe")
    hand.tick(asked.get_by_role("checkbox", name="Jeudi à 18\u00a0h, Garde d'enfants"))
    cell(asked, hand, "Samedi à 10\u00a0h", "Ateliers", "Un atelier")
    hand.tick(asked.get_by_role("checkbox", name="Samedi à 10\u00a0h, Garde d'enfants"))


GESTURES = {
    NAMES[0]: {"atteindre_sans_s_epuiser": ways_of_asking, "publier_sans_designer": what_is_shown},
    NAMES[1]: {"preter_dans_un_budget": what_is_lent, "ateliers_ou_l_on_vient": what_slots_hold},
}


def tried(asked: Locator, hand: Hand, verdict: str) -> None:
    hand.press(asked.get_by_role("button", name="Essayer et garder"))
    expect(asked.locator(".carnets-verdict").get_by_text(verdict).first).to_be_visible(timeout=30 * SECONDS)


@pytest.mark.parametrize("name", NAMES)
def test_each_setting_is_found_by_keyboard_then_with_a_finger_on_a_narrow_page(
    phone: Page, course: Any, axe: Axe, name: str
) -> None:
    found = exercise(name)
    phone.goto(f"{course.base}/voila/render/notebooks/{name}/exercice.ipynb", timeout=60 * SECONDS)
    expect(phone.get_by_role("heading", name=found.questions[-1].title)).to_be_visible(timeout=60 * SECONDS)
    keyboard, finger = Keyboard(phone), Finger(phone)
    for question in GESTURES[name]:
        tried(question_box(phone, found, question), keyboard, "Pas encore")
        expect(question_box(phone, found, question).locator(".carnets-family-card")).to_be_visible()
    axe(phone)
    for question, gestures in GESTURES[name].items():
        asked, setting = question_box(phone, found, question), found.question(question)
        assert isinstance(setting, SettingQuestion)
        gestures(asked, keyboard)
        tried(asked, keyboard, "Juste")
        expect(asked.locator(".carnets-family-card")).to_have_count(0)
        finger.press(asked.get_by_role("button", name="Revenir aux réglages de départ"))
        expect(asked.get_by_text("elle n'est pas encore gardée")).to_be_visible()
        gestures(asked, finger)
        tried(asked, finger, "Juste")
        expect(asked.get_by_text("3e essai")).to_be_visible()
        kept = read_answers(course.folder / name, found).of(question)
        assert kept is not None
        assert (kept.attempts, mark(setting, kept.last).points) == (3, setting.points)
        assert setting.settings_of(kept.first) == setting.started()
        assert not sideways(phone)
    axe(phone)
