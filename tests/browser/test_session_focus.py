"""Le clavier sur la page d'une séance : aucun bouton, pressé d'une touche ou d'un doigt, ne le laisse nulle part."""

import datetime as dt
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import watched_page
from browser.small_suite import notebook, small_suite, started
from browser.test_session_desk import SECONDS, opened, the_session
from playwright.sync_api import Browser, Locator, Page, expect
from training.a_session import SESSION, archive, session_in
from training.room_in_place import HOW

from liaison.training.hand_in.drop_beside import drop_beside
from liaison.training.session.time_zone import PARIS

pytestmark = pytest.mark.skipif(os.name != "posix", reason="une salle demande Linux ou macOS")
TESTS = Path(__file__).parents[1]
DESK = """from liaison.training.hand_in import open_room
from widgets.training_session import SessionDesk, room_process

open_room.PROGRAM = room_process.PROGRAM = "training.room_in_place"
SessionDesk().widget"""
# From the first press on, ten times a second: nowhere is where the keyboard never is.
WATCH = """() => {
    window.lost = [];
    window.looks = 0;
    setInterval(() => {
        looks += 1;
        if (document.activeElement === document.body) lost.push(window.pressed);
    }, 100);
}"""

# Before a press: which it is, and what is there to say something.
SILENT = """(name) => {
    window.pressed = name;
    document.querySelectorAll("[aria-live]").forEach((one) => one.classList.add("before"));
}"""


@pytest.fixture
def suite(start_suite: Callable[..., Any], tmp_path: Path) -> Iterator[Any]:
    """A suite whose rooms are held by another program: `how` is the file that tells each page how its own ends."""
    (tmp_path / "suite").mkdir()
    root = small_suite(tmp_path / "suite")
    (root / "notebooks" / "seance").mkdir()
    how = f"import os, pathlib\nos.environ[{HOW!r}] = pathlib.Path({str(tmp_path / 'comment')!r}).read_text()\n"
    notebook(root, "seance/application", how + DESK)
    (tmp_path / "comment").write_text("refuse")
    env = {**os.environ, "PYTHONPATH": str(TESTS)}
    running = started(start_suite, root, env=env)
    running.root, running.how = root, tmp_path / "comment"
    yield running
    running.stop()


@pytest.fixture
def desk(browser: Browser, suite: Any) -> Iterator[Page]:
    yield from watched_page(browser, f"{suite.base}/?{suite.key}", viewport={"width": 1280, "height": 800})


class Presses:
    """Presses every button in one way; what follows a press is waited for, and where the keyboard went is kept."""

    def __init__(self, page: Page, way: str) -> None:
        self.page, self.way = page, way

    def begin(self, button: str) -> None:
        """Watch the page that has just opened, from this button on."""
        self.page.get_by_role("button", name=button).focus()
        self.page.evaluate(WATCH)

    def __call__(self, name: str, then: Locator | None = None, role: Any = "button") -> None:
        target = self.page.get_by_role(role, name=name).first
        self.page.evaluate(SILENT, name)
        if self.way == "souris":
            target.click()
        else:
            target.focus()
            target.press("Enter")
        expect(then or self.page.locator("body")).to_be_visible(timeout=60 * SECONDS)
        self.look(5)

    def look(self, times: int) -> None:
        """Look at where the keyboard is, that many times more."""
        before = self.page.evaluate("looks")
        self.page.wait_for_function("(enough) => looks >= enough", arg=before + times)
        assert self.page.evaluate("lost") == [], "Le clavier n'est nulle part."

    def title(self, name: str) -> Locator:
        return self.page.get_by_role("heading", name=name, exact=True)


def heard(page: Page, text: str) -> Locator:
    """A sentence where a screen reader hears what comes: in what was there, and silent, before."""
    return page.locator("[aria-live].before", has_text=text)


@pytest.fixture(params=["Entrée", "souris"])
def presses(desk: Page, request: pytest.FixtureRequest) -> Presses:
    return Presses(desk, request.param)


def test_every_button_of_a_session_leaves_the_keyboard_on_something_that_lives(
    desk: Page, suite: Any, presses: Presses
) -> None:
    opened(desk, suite)
    presses.begin("Préparer une séance")
    prepare, new = desk.get_by_role("button", name="Préparer une séance"), presses.title("Que prépare-t-on ?")
    presses("Préparer une séance", new)
    expect(new).to_be_focused()
    presses("Ne rien préparer", prepare)
    expect(presses.title("Aucune séance n'est ouverte")).to_be_focused()
    presses("Préparer une séance", new)
    presses("Continuer", desk.get_by_text("Cochez au moins un exercice."))
    desk.get_by_role("checkbox").first.check()
    desk.get_by_role("radio", name="Sans aucun réseau").check()
    presses("Continuer", presses.title("Qui vient ?"))
    expect(presses.title("Qui vient ?")).to_be_focused()
    presses("Revenir", new)
    expect(new).to_be_focused()
    presses("Continuer", presses.title("Qui vient ?"))
    presses("Préparer la séance", desk.get_by_text("Écrivez combien de personnes viennent").first)
    desk.get_by_label("Combien de personnes").fill("2")
    presses("Préparer la séance", presses.title("Les codes"))
    place = the_session(suite)
    expect(presses.title(place.session.title)).to_be_focused()
    presses("Afficher les codes ici", desk.get_by_text(place.session.participants[0]))
    presses("Masquer les codes")
    for sheet in ("Télécharger la feuille des codes", "Télécharger la feuille d'émargement"):
        with desk.expect_download():
            presses(sheet)
    presses("Suite : Ouvrir", presses.title("Ouvrir"), "link")
    presses("Ouvrir le dépôt", desk.get_by_text("Le dépôt est ouvert"))
    expect(presses.title("Ouvrir")).to_be_focused()
    code = place.session.participants[0]
    (drop_beside(place) / f"remise-{code}.zip").write_bytes(archive(code, dt.datetime.now(PARIS)))
    presses("Suite : Suivre", desk.get_by_text("À jour à"), "link")
    presses("Mettre en pause")
    presses("Suite : Remises", desk.get_by_text("Aucune copie sur 2 n'est arrivée").first, "link")
    presses("Regarder de nouveau")
    presses("Prendre ce qui est dans le dépôt", desk.get_by_text("1 copie sur 2 est arrivée").first)
    desk.get_by_text("Prendre dans un autre dossier").click()
    presses("Prendre les remises de ce dossier", desk.get_by_text("Écrivez le chemin du dossier."))
    presses("Suite : Clore", presses.title("Clore"), "link")
    presses("Clore la séance", desk.get_by_text("Dites qui était là"))
    desk.get_by_role("radio", name="Toutes les personnes").check()
    presses("Clore la séance", desk.get_by_text("Les copies sont notées").first)
    presses("Suite : Effacer les noms", presses.title("Effacer les noms"), "link")
    presses("Voir ce qui sera effacé", desk.get_by_role("button", name="Ne rien effacer"))
    presses("Ne rien effacer", desk.get_by_role("button", name="Voir ce qui sera effacé"))
    presses("Voir ce qui sera effacé", desk.get_by_role("button", name="Ne rien effacer"))
    presses.look(10)  # a double press erases nothing
    presses("Effacer, sans retour possible", desk.get_by_text("L'effacement est fait").first)
    presses("Une autre séance, ou en préparer une", prepare)
    expect(presses.title("Aucune séance n'est ouverte")).to_be_focused()
    choice = desk.get_by_label("Séance à ouvrir")
    choice.select_option(index=1)
    presses("Ouvrir cette séance", presses.title(place.session.title))
    expect(presses.title(place.session.title)).to_be_focused()
    presses.look(30)


def test_a_room_that_does_not_open_then_opens_and_closes_is_heard_and_keeps_the_keyboard(
    desk: Page, suite: Any, presses: Presses
) -> None:
    session_in(suite.root / "seances" / "salle", SESSION.model_copy(update={"mode": "reseau"}))
    opened(desk, suite, "#etape=ouvrir")
    presses.begin("Ouvrir la salle")
    presses("Ouvrir la salle", heard(desk, "La salle n'est pas ouverte"))
    expect(desk.get_by_role("button", name="Ouvrir la salle")).to_be_focused()
    suite.how.write_text("ouvre")
    desk.reload()
    desk.locator("html[data-etat=pret] main").wait_for(timeout=60 * SECONDS)
    presses.begin("Ouvrir la salle")
    presses("Ouvrir la salle", heard(desk, "La salle est ouverte"))
    expect(presses.title("Ouvrir")).to_be_focused()
    presses("Fermer la salle", heard(desk, "Fermer la salle pour tout le monde ?"))
    expect(presses.title("Ouvrir")).to_be_focused()
    presses("Laisser la salle ouverte", desk.get_by_role("button", name="Fermer la salle"))
    presses("Fermer la salle", heard(desk, "Fermer la salle pour tout le monde ?"))
    presses.look(10)  # a double press closes nothing
    presses("Fermer pour tout le monde", heard(desk, "La salle est fermée"))
    expect(presses.title("Ouvrir")).to_be_focused()
    presses.look(30)
