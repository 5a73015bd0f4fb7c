"""Une séance tenue à l'écran, sans une commande, de la préparation aux remises ; au clavier et au doigt."""

import datetime as dt
import random
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import watched_page
from browser.labs import has_one_main_button, wait_still
from browser.small_suite import small_suite, started, wait_until
from playwright.sync_api import Browser, Error, Locator, Page, expect
from training.a_session import SESSION, archive, session_in

from liaison.training.hand_in.drop_beside import drop_beside
from liaison.training.session.codes import new_codes
from liaison.training.session.definition import SessionFolder, load_session
from liaison.training.session.making import modules_with_exercise
from liaison.training.session.time_zone import PARIS

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "seance" / "application.ipynb"
SECONDS = 1000
TWO_SCREENS = 2 * 740
NAMES = ("Anne Fictive", "Bruno Imaginaire")


@pytest.fixture
def suite(start_suite: Callable[..., Any], tmp_path: Path) -> Any:
    """A server with the notebook of a session, and no session."""
    (tmp_path / "suite").mkdir()
    root = small_suite(tmp_path / "suite")
    (root / "notebooks" / "seance").mkdir()
    shutil.copy(NOTEBOOK, root / "notebooks" / "seance")
    running = started(start_suite, root)
    running.root = root
    yield running
    running.stop()


@pytest.fixture
def screen(browser: Browser, suite: Any) -> Iterator[Page]:
    yield from watched_page(browser, f"{suite.base}/?{suite.key}", viewport={"width": 1280, "height": 800})


@pytest.fixture
def phone(browser: Browser, suite: Any) -> Iterator[Page]:
    size = {"width": 360, "height": 740}
    yield from watched_page(browser, f"{suite.base}/?{suite.key}", viewport=size, has_touch=True)


def opened(page: Page, suite: Any, step: str = "") -> None:
    page.goto(f"{suite.base}/voila/render/notebooks/seance/application.ipynb{step}", timeout=60 * SECONDS)
    page.locator("html[data-etat=pret] main").wait_for(timeout=60 * SECONDS)


def fits(page: Page) -> None:
    """A step of a phone: no sideways scroll, two screens at most, large targets."""
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("document.querySelector('main').scrollHeight") <= TWO_SCREENS
    for target in page.locator("main :is(button, select, summary, label.carnets-choice):visible").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44, target.inner_text()
    has_one_main_button(page)


def fill_what(page: Page, mode: str = "Sans aucun réseau") -> None:
    page.get_by_role("button", name="Préparer une séance").click()
    page.get_by_role("textbox", name="Jour de la séance").fill(f"{dt.datetime.now(PARIS):%d/%m/%Y}")
    page.get_by_role("checkbox").first.check()
    page.get_by_role("radio", name=mode).check()
    page.get_by_role("button", name="Continuer").click()


def the_session(suite: Any) -> SessionFolder:
    [folder] = [path for path in (suite.root / "seances").iterdir() if (path / "seance.yaml").is_file()]
    return load_session(folder)


def pressed(erase: Locator, place: SessionFolder) -> bool:
    """Whether pressing began to erase: too soon after the list came, it is a double press, which does nothing."""
    with suppress(Error):  # it is gone, since it was heard
        erase.tap(timeout=SECONDS)
    return place.erasure.exists()


@pytest.fixture
def holds(phone: Page, axe: Callable[..., None]) -> Callable[..., None]:
    """`holds()` asserts that the step on the phone fits there, and that axe finds nothing to say of it."""

    def check() -> None:
        fits(phone)
        axe(phone)

    return check


def prepares(phone: Page, axe: Callable[..., None], holds: Callable[..., None]) -> None:
    """From nothing to a session of two people; what is forgotten on the way is said."""
    prepare = phone.get_by_role("button", name="Préparer une séance")
    expect(prepare).to_be_visible()
    holds()
    prepare.tap()
    expect(phone.get_by_role("heading", name="Que prépare-t-on")).to_be_visible()
    fits(phone)
    phone.get_by_role("button", name="Continuer").tap()
    expect(phone.get_by_text("Cochez au moins un exercice.")).to_be_visible()
    axe(phone)
    phone.get_by_role("checkbox").first.check()
    phone.get_by_role("radio", name="Sans aucun réseau").check()
    phone.get_by_role("button", name="Continuer").tap()
    count = phone.get_by_label("Combien de personnes")
    phone.get_by_role("button", name="Préparer la séance").tap()
    expect(phone.get_by_text("Écrivez combien de personnes viennent").first).to_be_visible()
    axe(phone)
    count.fill("2")
    fits(phone)
    phone.get_by_role("button", name="Préparer la séance").tap()
    expect(phone.get_by_role("heading", name="Les codes")).to_be_visible(timeout=60 * SECONDS)


def gives_codes(phone: Page, place: SessionFolder, holds: Callable[..., None], axe: Callable[..., None]) -> None:
    """The sheet is the one of the folder, as the command has it; no code is on screen before it is asked for."""
    codes = place.session.participants
    assert len(codes) == 2
    holds()
    with phone.expect_download() as download:
        phone.get_by_role("button", name="Télécharger la feuille des codes").tap()
    assert Path(download.value.path()).read_bytes() == (place.documents / "codes.pdf").read_bytes()
    assert codes[0] not in phone.content()
    phone.get_by_role("button", name="Afficher les codes ici").tap()
    expect(phone.get_by_text(codes[0])).to_be_visible()
    axe(phone)


def opens(phone: Page, place: SessionFolder, holds: Callable[..., None]) -> None:
    phone.get_by_role("link", name="Suite : Ouvrir").tap()
    assert place.session.participants[0] not in phone.content()
    phone.get_by_role("button", name="Ouvrir le dépôt").tap()
    expect(phone.get_by_text("Le dépôt est ouvert")).to_be_visible()
    holds()


def takes_a_copy_in(phone: Page, place: SessionFolder, holds: Callable[..., None]) -> None:
    """What one of the two hands in is followed, then taken; loaded again, the page is where it was."""
    code, hand_in = place.session.participants[0], dt.datetime.now(PARIS)
    (drop_beside(place) / f"remise-{code}.zip").write_bytes(archive(code, hand_in))
    phone.get_by_role("link", name="Suite : Suivre").tap()
    expect(phone.get_by_text("À jour à")).to_be_visible()
    holds()
    phone.get_by_role("link", name="Suite : Remises").tap()
    expect(phone.get_by_text("Aucune copie sur 2 n'est arrivée").first).to_be_visible()
    phone.get_by_role("button", name="Prendre ce qui est dans le dépôt").tap()
    expect(phone.get_by_text("1 copie sur 2 est arrivée").first).to_be_visible()
    holds()
    assert "#etape=remises" in phone.url
    phone.reload()
    expect(phone.get_by_text("1 copie sur 2 est arrivée").first).to_be_visible(timeout=60 * SECONDS)
    assert re.fullmatch(r"[^#]*#etape=\w+", phone.url)


def closes(phone: Page, place: SessionFolder, holds: Callable[..., None], axe: Callable[..., None]) -> None:
    phone.get_by_role("link", name="Suite : Clore").tap()
    phone.get_by_role("button", name="Clore la séance").tap()
    expect(phone.get_by_text("Dites qui était là")).to_be_visible()
    axe(phone)
    phone.get_by_role("radio", name="Toutes les personnes").check()
    phone.get_by_role("button", name="Clore la séance").tap()
    expect(phone.get_by_text("Les copies sont notées, les papiers sont écrits").first).to_be_visible(
        timeout=60 * SECONDS
    )
    holds()
    code = place.session.participants[0]
    for paper in (f"attestations/{code}.pdf", f"badges/{code}.json", "resultats.csv", "compte_rendu.pdf"):
        assert (place.documents / paper).is_file(), paper


def erases_names(phone: Page, place: SessionFolder, holds: Callable[..., None]) -> None:
    """Nothing goes before it was listed; the marks stay."""
    phone.get_by_role("link", name="Suite : Effacer les noms").tap()
    expect(phone.get_by_role("button", name="Voir ce qui sera effacé")).to_be_visible()
    fits(phone)
    phone.get_by_role("button", name="Voir ce qui sera effacé").tap()
    erase = phone.get_by_role("button", name="Effacer, sans retour possible")
    expect(erase).to_be_visible()
    assert not place.erasure.exists()
    holds()
    wait_until(lambda: pressed(erase, place), 20, "L'effacement ne commence pas.")
    expect(phone.get_by_text("L'effacement est fait").first).to_be_visible(timeout=60 * SECONDS)
    holds()
    assert place.erasure.is_file()
    assert (place.documents / "resultats.csv").is_file()


def test_a_session_is_prepared_opened_and_followed_by_touch_without_a_command(
    phone: Page, suite: Any, axe: Callable[..., None], holds: Callable[..., None]
) -> None:
    opened(phone, suite)
    prepares(phone, axe, holds)
    place = the_session(suite)
    gives_codes(phone, place, holds, axe)
    opens(phone, place, holds)
    takes_a_copy_in(phone, place, holds)
    closes(phone, place, holds, axe)
    erases_names(phone, place, holds)


def test_a_list_of_names_is_pasted_by_keyboard_and_no_name_is_left_in_page_address_or_log(
    screen: Page, suite: Any, axe: Callable[..., None]
) -> None:
    opened(screen, suite)
    fill_what(screen)
    screen.get_by_role("radio", name="Une liste de noms").check()
    pasted = screen.get_by_label("Collez la liste")
    pasted.focus()
    screen.keyboard.insert_text("Nom\tPrénom\n" + "\n".join("\t".join(reversed(name.split())) for name in NAMES))
    axe(screen)
    make = screen.get_by_role("button", name="Préparer la séance")
    make.focus()
    screen.keyboard.press("Enter")
    expect(screen.get_by_role("heading", name="Les codes")).to_be_visible(timeout=60 * SECONDS)
    place = the_session(suite)
    assert sorted(place.names().values()) == sorted(NAMES)
    browser_keeps = screen.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href])")
    held = "\n".join([screen.content(), browser_keeps, suite.output])
    assert place.session.code in held
    for name in NAMES:
        assert name.split()[1] not in held
    # Loaded again among two sessions, the page opens the same one.
    shutil.copytree(place.root, place.root.with_name("autre"))
    other = (place.root.with_name("autre") / "seance.yaml").read_text(encoding="utf-8")
    changed = other.replace(f"code: {place.session.code}", f"code: {place.session.participants[0]}")
    (place.root.with_name("autre") / "seance.yaml").write_text(changed, encoding="utf-8")
    screen.reload()
    expect(screen.get_by_text(str(place.documents / "codes.pdf"))).to_be_visible(timeout=60 * SECONDS)
    # In another tab, the other one: each comes back to its own.
    beside = screen.context.new_page()
    opened(beside, suite)
    choice = beside.get_by_label("Séance à ouvrir")
    choice.select_option(choice.locator("option").filter(has_text="autre").inner_text())
    beside.get_by_role("button", name="Ouvrir cette séance").click()
    expect(beside.get_by_text(str(place.root.with_name("autre")))).to_be_visible()
    for tab, folder in ((screen, place.root), (beside, place.root.with_name("autre"))):
        tab.reload()
        expect(tab.get_by_text(str(folder / "documents"))).to_be_visible(timeout=60 * SECONDS)
    beside.close()
    screen.get_by_role("button", name="Une autre séance").focus()
    screen.keyboard.press("Enter")
    expect(screen.get_by_label("Séance à ouvrir")).to_be_visible()
    axe(screen)


def test_a_session_prepared_or_chosen_begins_at_its_own_step_whatever_the_address_said(
    screen: Page, suite: Any
) -> None:
    opened(screen, suite, "#etape=noms")
    fill_what(screen)
    screen.get_by_label("Combien de personnes").fill("1")
    screen.get_by_role("button", name="Préparer la séance").click()
    expect(screen.get_by_role("heading", name="Les codes")).to_be_visible(timeout=60 * SECONDS)
    screen.get_by_role("link", name="Effacer les noms").click()
    expect(screen.get_by_role("heading", name="Effacer les noms")).to_be_visible()
    assert screen.url.endswith("#etape=noms")
    screen.reload()  # that of the session which is open is kept
    expect(screen.get_by_role("heading", name="Effacer les noms")).to_be_visible(timeout=60 * SECONDS)
    screen.get_by_role("button", name="Une autre séance").click()
    choice = screen.get_by_label("Séance à ouvrir")
    choice.select_option(choice.locator("option").nth(1).inner_text())
    screen.get_by_role("button", name="Ouvrir cette séance").click()
    expect(screen.get_by_role("heading", name="Les codes")).to_be_visible()


def test_a_folder_in_which_nothing_can_be_written_is_said_and_nothing_is_lost(screen: Page, suite: Any) -> None:
    (suite.root / "seances").write_text("un fichier de ce nom", encoding="utf-8")
    opened(screen, suite)
    fill_what(screen)
    screen.get_by_label("Combien de personnes").fill("3")
    screen.get_by_role("button", name="Préparer la séance").click()
    expect(screen.get_by_text("rien n'en reste").first).to_be_visible(timeout=60 * SECONDS)
    expect(screen.get_by_label("Combien de personnes")).to_have_value("3")
    assert [path.name for path in suite.root.iterdir() if path.name.startswith(".")] == []


def test_on_a_phone_two_modules_that_nobody_has_begun_are_followed_in_two_screens(phone: Page, suite: Any) -> None:
    codes = new_codes(6, random.Random(3))
    two = {"modules": tuple(modules_with_exercise()[:2]), "participants": tuple(codes), "mode": "reseau"}
    session_in(suite.root / "seances" / "salle", SESSION.model_copy(update=two))
    opened(phone, suite, "#etape=suivre")
    high = "document.documentElement.scrollHeight"
    expect(phone.get_by_text("Aucune des 6 personnes n'a encore commencé").first).to_be_visible()
    wait_still(phone)
    assert phone.evaluate(high) <= TWO_SCREENS
    phone.get_by_role("radio", name="Vue privée").check()
    confirm = phone.get_by_role("button", name="Afficher les codes")
    expect(confirm).to_be_visible()
    wait_still(phone)
    assert phone.evaluate(high) <= TWO_SCREENS
    wait_until(lambda: shows(confirm, phone.get_by_text(codes[0])), 20, "Les codes ne s'affichent pas.")
    wait_still(phone)
    assert phone.evaluate(high) <= TWO_SCREENS


def shows(confirm: Locator, code: Locator) -> bool:
    """Whether pressing showed the codes: too soon after the choice, it is a double press, which does nothing."""
    if confirm.is_visible():
        confirm.tap()
    return code.is_visible()


def test_a_wide_screen_is_used_on_its_right_too(screen: Page, suite: Any, axe: Callable[..., None]) -> None:
    def on_the_right(part: Locator) -> bool:
        box = part.bounding_box()
        return box is not None and box["x"] >= 600

    opened(screen, suite)
    screen.get_by_role("button", name="Préparer une séance").click()
    expect(screen.get_by_role("heading", name="Que prépare-t-on")).to_be_visible()
    wait_still(screen)
    assert on_the_right(screen.get_by_role("checkbox").first)
    assert not on_the_right(screen.get_by_role("radio").first)
    axe(screen)
    screen.get_by_role("checkbox").first.check()
    screen.get_by_role("radio").first.check()
    screen.get_by_role("button", name="Continuer").click()
    expect(screen.get_by_role("heading", name="Qui vient")).to_be_visible()
    for way, field in ((0, "Combien"), (1, "Collez")):
        screen.get_by_role("radio").nth(way).check()
        answer = screen.get_by_label(re.compile(field)).first
        expect(answer).to_be_visible()
        wait_still(screen)
        assert on_the_right(answer)
        assert not on_the_right(screen.get_by_role("radio").nth(way))
        axe(screen)
    session_in(suite.root / "seances" / "une", SESSION)
    screen.reload()
    screen.get_by_role("button", name="Afficher les codes ici").click(timeout=60 * SECONDS)
    expect(screen.get_by_role("cell").first.or_(screen.get_by_role("rowheader").first)).to_be_visible()
    wait_still(screen)
    assert on_the_right(screen.get_by_role("table"))
    axe(screen)
    screen.get_by_role("link", name="Suite : Ouvrir").click()
    people = screen.get_by_role("heading", name="Ce que fait chaque personne")
    expect(people).to_be_visible()
    wait_still(screen)
    assert on_the_right(people)
    axe(screen)
