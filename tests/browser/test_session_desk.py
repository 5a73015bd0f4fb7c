"""Une séance tenue à l'écran, sans une commande, de la préparation aux remises ; au clavier et au doigt."""

import datetime as dt
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import leave
from browser.small_suite import small_suite, started
from playwright.sync_api import Browser, Page, expect
from training.a_session import archive

from liaison.training.hand_in.drop_beside import drop_beside
from liaison.training.session.definition import SessionFolder, load_session
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


def _page(browser: Browser, suite: Any, **options: Any) -> Iterator[Page]:
    context = browser.new_context(locale="fr-FR", **options)
    context.set_default_timeout(20 * SECONDS)
    context.request.get(f"{suite.base}/api/status?{suite.key}")
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    leave(context)
    assert not faults


@pytest.fixture
def screen(browser: Browser, suite: Any) -> Iterator[Page]:
    yield from _page(browser, suite, viewport={"width": 1280, "height": 800})


@pytest.fixture
def phone(browser: Browser, suite: Any) -> Iterator[Page]:
    yield from _page(browser, suite, viewport={"width": 360, "height": 740}, has_touch=True)


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


def fill_what(page: Page, mode: str = "Sans aucun réseau") -> None:
    page.get_by_role("button", name="Préparer une séance").click()
    page.get_by_role("textbox", name="Jour de la séance").fill(f"{dt.datetime.now(PARIS):%d/%m/%Y}")
    page.get_by_role("checkbox").first.check()
    page.get_by_role("radio", name=mode).check()
    page.get_by_role("button", name="Continuer").click()


def the_session(suite: Any) -> SessionFolder:
    [folder] = [path for path in (suite.root / "seances").iterdir() if (path / "seance.yaml").is_file()]
    return load_session(folder)


def shot(page: Page, name: str) -> None:
    page.screenshot(path=f"/tmp/s15/{name}.png", full_page=True)


def test_a_session_is_prepared_opened_and_followed_by_touch_without_a_command(
    phone: Page, suite: Any, axe: Callable[..., None]
) -> None:
    opened(phone, suite)
    prepare = phone.get_by_role("button", name="Préparer une séance")
    expect(prepare).to_be_visible()
    fits(phone)
    axe(phone)
    shot(phone, "vide_360")
    prepare.tap()
    fits(phone)
    phone.get_by_role("button", name="Continuer").tap()
    expect(phone.get_by_text("Cochez au moins un exercice.")).to_be_visible()
    axe(phone)
    shot(phone, "quoi_360")
    phone.get_by_role("checkbox").first.check()
    phone.get_by_role("radio", name="Sans aucun réseau").check()
    phone.get_by_role("button", name="Continuer").tap()
    count = phone.get_by_label("Combien de personnes")
    phone.get_by_role("button", name="Préparer la séance").tap()
    expect(phone.get_by_text("Écrivez combien de personnes viennent").first).to_be_visible()
    axe(phone)
    shot(phone, "qui_360")
    count.fill("2")
    fits(phone)
    phone.get_by_role("button", name="Préparer la séance").tap()
    expect(phone.get_by_role("heading", name="Les codes")).to_be_visible(timeout=60 * SECONDS)
    place = the_session(suite)
    codes = place.session.participants
    assert len(codes) == 2
    fits(phone)
    axe(phone)
    shot(phone, "codes_360")
    # The sheet is the one of the folder, as the command has it; no code is on screen before it is asked for.
    with phone.expect_download() as download:
        phone.get_by_role("button", name="Télécharger la feuille des codes").tap()
    assert Path(download.value.path()).read_bytes() == (place.documents / "codes.pdf").read_bytes()
    assert codes[0] not in phone.content()
    phone.get_by_role("button", name="Afficher les codes ici").tap()
    expect(phone.get_by_text(codes[0])).to_be_visible()
    axe(phone)
    phone.get_by_role("link", name="Suite : Ouvrir").tap()
    assert codes[0] not in phone.content()
    phone.get_by_role("button", name="Ouvrir le dépôt").tap()
    expect(phone.get_by_text("Le dépôt est ouvert")).to_be_visible()
    fits(phone)
    axe(phone)
    shot(phone, "ouvrir_360")
    hand_in = dt.datetime.now(PARIS)
    (drop_beside(place) / f"remise-{codes[0]}.zip").write_bytes(archive(codes[0], hand_in))
    phone.get_by_role("link", name="Suite : Suivre").tap()
    expect(phone.get_by_text("À jour à")).to_be_visible()
    phone.get_by_role("link", name="Suite : Remises").tap()
    expect(phone.get_by_text("Aucune copie sur 2 n'est arrivée").first).to_be_visible()
    phone.get_by_role("button", name="Prendre ce qui est dans le dépôt").tap()
    expect(phone.get_by_text("1 copie sur 2 est arrivée").first).to_be_visible()
    shot(phone, "remises_360")
    fits(phone)
    axe(phone)
    # Loaded again, the page is where it was.
    assert "#etape=remises" in phone.url
    phone.reload()
    expect(phone.get_by_text("1 copie sur 2 est arrivée").first).to_be_visible(timeout=60 * SECONDS)
    assert re.fullmatch(r"[^#]*#etape=\w+", phone.url)
    phone.get_by_role("link", name="Suite : Clore").tap()
    phone.get_by_role("button", name="Clore la séance").tap()
    expect(phone.get_by_text("Dites qui était là")).to_be_visible()
    axe(phone)
    phone.get_by_role("radio", name="Toutes les personnes").check()
    phone.get_by_role("button", name="Clore la séance").tap()
    expect(phone.get_by_text("Les copies sont notées, les papiers sont écrits").first).to_be_visible(
        timeout=60 * SECONDS
    )
    shot(phone, "clore_360")
    fits(phone)
    axe(phone)
    for paper in (f"attestations/{codes[0]}.pdf", f"badges/{codes[0]}.json", "resultats.csv", "compte_rendu.pdf"):
        assert (place.documents / paper).is_file(), paper
    phone.get_by_role("link", name="Suite : Effacer les noms").tap()
    fits(phone)
    phone.get_by_role("button", name="Voir ce qui sera effacé").tap()
    erase = phone.get_by_role("button", name="Effacer, sans retour possible")
    expect(erase).to_be_visible()
    assert not place.erasure.exists()
    shot(phone, "effacer_360")
    fits(phone)
    axe(phone)
    phone.wait_for_timeout(1000)  # sooner is a double press
    erase.tap()
    expect(phone.get_by_text("L'effacement est fait").first).to_be_visible(timeout=60 * SECONDS)
    shot(phone, "efface_360")
    fits(phone)
    axe(phone)
    assert place.erasure.is_file()
    assert (place.documents / "resultats.csv").is_file()
