"""Le tableau de séance et la lecture des textes dans un vrai navigateur : au clavier, au doigt, sans rien projeter."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import watched_page
from browser.small_suite import notebook, small_suite, started
from playwright.sync_api import Browser, Locator, Page, expect
from training.a_course import COURSE, answered, bare_course
from training.a_course import hand_in as handed_in_to
from training.a_room import CODES, SESSION, hand_in, right

from liaison.training.marks.gradebook import grade_course
from liaison.training.marks.trainer_marks import TrainerMark, trainer_marks
from liaison.training.session.definition import write_session

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "seance" / "application.ipynb"
FIRST, SECOND = "message_de_21_heures", "qui_reste_dehors"
CHANGE = "premier_changement"
NAMES = {code: f"Personne Fictive {number}" for number, code in enumerate(CODES)}
QUICK = "from widgets.training_board import Board\nBoard(period_s=0.5).widget"
CHOOSE = """from pathlib import Path
from widgets.kit import stack
from widgets.training_board.opening import Opening
stack([Opening(Path("rien")).widget, Opening(Path("plusieurs")).widget])"""
READ = "from pathlib import Path\nfrom widgets.training_reading import Reading\nReading(Path({!r})).widget"
TEXT = "Bonjour,\nsignez <b>avant</b> jeudi 12.\nEn cas de question, appelez-nous."
SECONDS = 1000


@pytest.fixture(scope="module")
def suite(start_suite: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A server with the board, a quicker one, and one session."""
    root = small_suite(tmp_path_factory.mktemp("seances"))
    (root / "notebooks" / "seance").mkdir()
    shutil.copy(NOTEBOOK, root / "notebooks" / "seance")
    notebook(root, "vite", QUICK)
    notebook(root, "choisir", CHOOSE)
    notebook(root, "lire", READ.format(str(root / "ailleurs" / "lecture")))
    for name in ("une", "deux"):
        folder = root / "notebooks" / "plusieurs" / name
        folder.mkdir(parents=True)
        write_session(folder, SESSION)
    running = started(start_suite, root)
    running.session = root / "seance_de_mars"
    return running


@pytest.fixture
def session(suite: Any) -> Path:
    """The session, with five copies that miss the first question."""
    shutil.rmtree(suite.session, ignore_errors=True)
    suite.session.mkdir()
    write_session(suite.session, SESSION)
    lines = ["code;nom", *(f"{code};{name}" for code, name in NAMES.items())]
    (suite.session / "participants.csv").write_text("\n".join(lines), encoding="utf-8")
    for code in CODES[:5]:
        hand_in(suite.session, code, {FIRST: "perdu", "pari": "moitie"})
    return suite.session


@pytest.fixture
def screen(browser: Browser, suite: Any, session: Path) -> Iterator[Page]:
    yield from watched_page(browser, f"{suite.base}/?{suite.key}", viewport={"width": 1280, "height": 800})


@pytest.fixture
def phone(browser: Browser, suite: Any, session: Path) -> Iterator[Page]:
    yield from watched_page(browser, f"{suite.base}/?{suite.key}", viewport={"width": 360, "height": 740})


def open_board(page: Page, suite: Any, name: str = "vite") -> None:
    page.goto(f"{suite.base}/voila/render/notebooks/{name}.ipynb", timeout=60 * SECONDS)
    expect(page.get_by_text("À jour à")).to_be_visible(timeout=60 * SECONDS)


def bar(page: Page, number: int = 1) -> Locator:
    return page.locator(".carnets-room-bars ol li").filter(has_text=f"{number}. ").first


def go_private(page: Page) -> None:
    page.get_by_label("Vue privée").check()
    button = page.get_by_role("button", name="Afficher les codes")
    expect(button).to_be_visible()
    page.wait_for_timeout(1000)  # sooner is a double press
    button.click()
    expect(page.get_by_role("button", name="Afficher les noms")).to_be_visible()


def private_words(page: Page) -> list[str]:
    """What of the participants the page holds: text, attributes and values alike."""
    content = page.content()
    return [word for word in [*CODES, *NAMES.values()] if word in content]


def test_a_copy_that_arrives_shows_within_the_period_without_reload_and_nothing_jumps(
    screen: Page, suite: Any, session: Path
) -> None:
    open_board(screen, suite, "seance/application")
    expect(bar(screen)).to_contain_text("5 à revoir")
    choice = screen.get_by_label("Question à reprendre ensemble")
    choice.select_option(FIRST)
    expect(screen.get_by_text("5 (au premier essai : 5)")).to_be_visible()
    screen.get_by_text("Voir les données").first.click()
    choice.focus()
    choice.evaluate("(node) => node.scrollIntoView({ block: 'center' })")
    screen.evaluate(
        "() => { window.here = [document.activeElement, document.querySelector('.carnets-room-bars ol li'),"
        " document.activeElement.getBoundingClientRect().top] }"
    )
    hand_in(session, CODES[5], right(FIRST, SECOND))
    expect(bar(screen)).to_contain_text("1 juste, 5 à revoir", timeout=8 * SECONDS)
    expect(screen.get_by_text("Les 6 copies sont remises", exact=False).first).to_be_visible()
    kept = screen.evaluate(
        "() => [document.activeElement === here[0], document.querySelector('.carnets-room-bars ol li') === here[1],"
        " Math.abs(here[0].getBoundingClientRect().top - here[2]) < 3,"
        " document.querySelector('.carnets-chart details').open]"
    )
    assert kept == [True, True, True, True]


def test_neither_code_nor_name_is_in_the_page_until_confirmed_by_keyboard_and_none_is_left_after(
    screen: Page, suite: Any
) -> None:
    open_board(screen, suite)
    assert private_words(screen) == []
    screen.get_by_label("Vue projetée").focus()
    screen.keyboard.press("ArrowDown")
    confirm = screen.get_by_role("button", name="Afficher les codes sur cet écran")
    expect(confirm).to_be_visible()
    screen.wait_for_timeout(1000)
    assert private_words(screen) == []
    screen.keyboard.press("Tab")
    expect(confirm).to_be_focused()
    screen.keyboard.press("Enter")
    names = screen.get_by_role("button", name="Afficher les noms")
    expect(names).to_be_focused()
    expect(screen.get_by_text("Vue privée : ne pas projeter")).to_be_visible()
    expect(screen.get_by_text(CODES[0])).to_be_visible()
    assert private_words(screen) == [*CODES]
    screen.wait_for_timeout(1000)
    screen.keyboard.press("Enter")
    expect(screen.get_by_text(NAMES[CODES[0]])).to_be_visible()
    # Whoever goes back is still where the two views are chosen.
    screen.keyboard.press("Shift+Tab")
    screen.keyboard.press("ArrowUp")
    expect(screen.get_by_label("Vue projetée")).to_be_focused()
    expect(bar(screen)).to_be_visible()
    expect(screen.locator(".carnets-people-list")).to_have_count(0)
    assert private_words(screen) == []


def test_axe_finds_nothing_in_any_state_and_each_state_is_drawn(
    screen: Page, suite: Any, session: Path, axe: Callable[..., None]
) -> None:
    open_board(screen, suite)
    screen.get_by_label("Question à reprendre ensemble").select_option(FIRST)
    expect(screen.get_by_text("5 (au premier essai : 5)")).to_be_visible()
    axe(screen)
    screen.get_by_role("button", name="Mettre en pause").click()
    expect(screen.get_by_text("En pause depuis")).to_be_visible()
    axe(screen)
    screen.get_by_role("button", name="Reprendre").click()
    go_private(screen)
    axe(screen)
    screen.get_by_label("Vue projetée").check()
    away = session.with_name("debranche")
    session.rename(away)
    expect(screen.get_by_text("Le dossier de la séance ne peut plus être lu")).to_be_visible()
    expect(bar(screen)).to_contain_text("5 à revoir")
    assert str(session) not in screen.content()
    axe(screen)
    away.rename(session)
    expect(screen.get_by_text("Le dossier de la séance ne peut plus être lu")).to_be_hidden()
    shutil.rmtree(session / "submitted")
    expect(screen.get_by_text("Aucune des 6 personnes n'a encore commencé").first).to_be_visible()
    axe(screen)


def test_axe_finds_nothing_where_a_session_is_chosen_or_none_is_found(
    screen: Page, suite: Any, axe: Callable[..., None]
) -> None:
    screen.goto(f"{suite.base}/voila/render/notebooks/choisir.ipynb", timeout=60 * SECONDS)
    expect(screen.get_by_text("Aucune séance trouvée")).to_be_visible(timeout=60 * SECONDS)
    expect(screen.get_by_label("Séance à suivre")).to_be_visible()
    axe(screen)


def test_a_room_that_works_is_told_to_a_screen_reader_once_a_minute_and_a_hidden_page_asks_nothing(
    screen: Page, suite: Any, session: Path
) -> None:
    open_board(screen, suite)
    aloud = screen.locator(".carnets-pulse [role=status]")
    expect(aloud).to_contain_text("5 personnes sur 6")
    hand_in(session, CODES[5], right(FIRST))
    expect(bar(screen)).to_contain_text("1 juste")
    hand_in(session, CODES[1], right(FIRST))
    expect(bar(screen)).to_contain_text("2 justes")  # two rounds of the board have passed
    expect(aloud).to_contain_text("5 personnes sur 6")
    assert screen.locator("[aria-live]:visible").filter(has_text="juste").count() == 0
    screen.evaluate("Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })")
    screen.wait_for_timeout(800)
    hand_in(session, CODES[0], right(FIRST))
    screen.wait_for_timeout(1500)
    expect(bar(screen)).to_contain_text("2 justes")
    screen.evaluate("delete document.visibilityState; document.dispatchEvent(new Event('visibilitychange'))")
    expect(bar(screen)).to_contain_text("3 justes")


def test_both_views_fit_a_phone_without_sideways_scroll_with_large_targets(phone: Page, suite: Any) -> None:
    open_board(phone, suite)
    phone.get_by_label("Question à reprendre ensemble").select_option(FIRST)
    fits(phone)
    go_private(phone)
    fits(phone)


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    targets = page.locator("main :is(button, select, summary, label.carnets-choice):visible").all()
    assert len(targets) >= 4
    for target in targets:
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44, target.inner_text()


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session with three texts to one question, one to another, marked by the machine."""
    folder = tmp_path_factory.mktemp("lecture")
    bare_course(folder)
    write_session(folder, SESSION)
    for code in CODES[:3]:
        more = {CHANGE: "Le rythme."} if code == CODES[0] else {}
        handed_in_to(folder, code, answered({"message_clair": TEXT, **more}))
    list(grade_course(folder, COURSE))
    return folder


@pytest.fixture
def reading(suite: Any, marked: Path) -> Path:
    folder = suite.session.parent / "ailleurs" / "lecture"
    shutil.rmtree(folder, ignore_errors=True)
    return Path(shutil.copytree(marked, folder))


def open_texts(page: Page, suite: Any) -> Locator:
    page.goto(f"{suite.base}/voila/render/notebooks/lire.ipynb", timeout=60 * SECONDS)
    expect(page.get_by_text("Il reste 4 textes à lire sur 4")).to_be_visible(timeout=60 * SECONDS)
    return page.get_by_label("Points, de 0 à 3")


def test_a_whole_session_of_texts_is_read_by_keyboard_one_key_a_text(
    screen: Page, suite: Any, reading: Path, axe: Callable[..., None]
) -> None:
    points = open_texts(screen, suite)
    order = sorted(CODES[:3])
    expect(screen.get_by_text("signez <b>avant</b> jeudi 12.", exact=False)).to_be_visible()
    axe(screen)
    points.focus()
    for number, code in enumerate([*order, CODES[0]], 1):
        expect(screen.get_by_role("heading", name=f"code {code}")).to_be_visible()
        expect(points).to_be_focused()
        expect(points).to_have_value("")
        screen.keyboard.type("9" if number == 1 else "2,5")
        screen.keyboard.press("Enter")
        if number == 1:
            expect(screen.get_by_text("n'est pas un nombre de points")).to_be_visible()
            expect(points).to_be_focused()
            axe(screen)
            screen.keyboard.press("ControlOrMeta+a")
            screen.keyboard.type("2")
            screen.keyboard.press("Tab")
            screen.keyboard.type("La date y est.")
            screen.keyboard.press("ControlOrMeta+Enter")
    expect(screen.locator(".carnets-result-sentence")).to_contain_text("Tout est lu")
    axe(screen)
    given = trainer_marks(reading, COURSE.id)
    assert given[order[0]]["message_clair"] == TrainerMark(2, 0.0, "La date y est.")
    assert [given[code]["message_clair"].points for code in order[1:]] == [2.5, 2.5]
    assert given[CODES[0]][CHANGE].points == 2.5


def test_texts_are_read_by_touch_on_a_phone(phone: Page, suite: Any, reading: Path) -> None:
    points = open_texts(phone, suite)
    fits(phone)
    first = sorted(CODES[:3])[0]
    points.fill("3")
    phone.get_by_role("button", name="Garder et lire le suivant").click()
    expect(phone.get_by_text(f"Gardé dans le carnet de notes : {first}, 3 sur 3.")).to_be_visible()
    phone.get_by_role("button", name="Revenir au précédent").click()
    expect(phone.get_by_text("Notée 3 points sur 3")).to_be_visible()
    expect(points).to_have_value("3")
    fits(phone)
