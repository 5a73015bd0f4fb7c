"""Une salle ouverte d'un bouton : elle répond, survit à la page, se reconnaît, se ferme, et finit avec la suite."""

import json
import os
import shutil
import socket
import stat
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import leave, signed_in
from browser.small_suite import small_suite, started, wait_until
from browser.test_session_desk import NOTEBOOK, SECONDS, fits, opened
from hub.rooms import MODULE, Trainer, answered, open_folder, small_session
from hub.visitor import Visitor
from playwright.sync_api import Browser, Error, Locator, Page, expect
from ports import free_port

from liaison.training.hand_in.open_room import ADDRESS, leader, read_open_room
from liaison.training.hand_in.room_folders import is_open
from liaison.training.session.definition import load_session

pytestmark = pytest.mark.slow
OPENING = 150 * SECONDS


@pytest.fixture
def suite(start_suite: Callable[..., Any]) -> Iterator[Any]:
    """A suite of whoever opens rooms, with one session on the network of a room."""
    with open_folder() as folder:
        root = folder / "suite"
        root.mkdir()
        small_suite(root)
        (root / "notebooks" / "seance").mkdir()
        shutil.copy(NOTEBOOK, root / "notebooks" / "seance")
        (root / "seances").mkdir()
        small_session(root / "seances" / "salle", 2)
        trainer = Trainer(root)
        running = started(start_suite, root, env=trainer.env or None, through=trainer.prefix)
        running.session = root / "seances" / "salle"
        yield running
        was_open = is_open(running.session)
        running.stop()
        assert ("se ferme d’elle-même" in running.output) == was_open
        wait_until(lambda: not is_open(running.session), 60, "La salle ne finit pas avec la suite.")


@pytest.fixture
def desk(browser: Browser, suite: Any) -> Iterator[Page]:
    context = signed_in(browser, f"{suite.base}/?{suite.key}", viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    opened(page, suite, "#etape=ouvrir")
    yield page
    leave(context)
    assert not faults


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}hub/login", timeout=5) as answer:
            return "Mot de passe de la salle" in answer.read().decode()
    except OSError:
        return False


def closing(close: Locator, session: Path) -> bool:
    """Whether pressing began to close: too soon after the question came, it is a double press, which does nothing."""
    with suppress(Error):  # it serves no more, since it was heard
        close.tap(timeout=SECONDS)
    return read_open_room(session) is None


def choose_here(page: Page, port: int | str) -> None:
    """On this machine alone: the tests open nothing on a network."""
    page.get_by_text("Choisir l'adresse ou le port").tap()
    page.get_by_label("Adresse de cet ordinateur").fill("127.0.0.1")
    page.get_by_role("textbox", name="Port").fill(str(port))
    page.get_by_role("textbox", name="Port").press("Tab")


def test_a_room_is_opened_shown_again_after_a_reload_closed_and_opened_again(
    desk: Page, suite: Any, axe: Callable[..., None]
) -> None:
    session, port = suite.session, free_port()
    expect(desk.get_by_role("button", name="Ouvrir la salle")).to_be_visible()
    fits(desk)
    axe(desk)
    choose_here(desk, port)
    axe(desk)
    desk.get_by_role("button", name="Ouvrir la salle").tap()
    expect(desk.get_by_text("La salle s'ouvre : les places se préparent").first).to_be_visible()
    expect(desk.get_by_text("La salle est ouverte").first).to_be_visible(timeout=OPENING)
    axe(desk)
    address = f"http://127.0.0.1:{port}/"
    password = json.loads((session / "salle" / "acces.json").read_text())
    expect(desk.get_by_role("link", name=address)).to_be_visible()
    expect(desk.get_by_text(password["room"])).to_be_visible()
    expect(desk.get_by_role("img", name="Code à photographier")).to_be_visible()
    assert password["trainer"] not in desk.content()
    assert answers(address)
    assert stat.S_IMODE((session / ADDRESS).stat().st_mode) == 0o600
    with desk.expect_download() as download:
        desk.get_by_role("button", name="Télécharger la fiche à projeter").tap()
    assert Path(download.value.path()).read_bytes() == (session / "documents" / "salle.pdf").read_bytes()
    fits(desk)
    room = leader(session)
    # Its kernel ends with the page: the room does not, and another page knows it.
    desk.reload()
    expect(desk.get_by_text("La salle est ouverte").first).to_be_visible(timeout=60 * SECONDS)
    assert leader(session) == room
    assert answers(address)
    desk.get_by_role("button", name="Fermer la salle").tap()
    expect(desk.get_by_text("Fermer la salle pour tout le monde")).to_be_visible()
    axe(desk)
    desk.get_by_role("button", name="Laisser la salle ouverte").tap()
    expect(desk.get_by_text("Fermer la salle pour tout le monde")).to_be_hidden()
    desk.get_by_role("button", name="Fermer la salle").tap()
    close = desk.get_by_role("button", name="Fermer pour tout le monde")
    wait_until(lambda: closing(close, session), 20, "La salle ne se ferme pas.")
    expect(desk.get_by_text("Prenez ce qui y est remis")).to_be_visible(timeout=90 * SECONDS)
    axe(desk)
    assert not is_open(session)
    assert not answers(address)
    assert not (session / ADDRESS).exists()
    assert room is not None
    wait_until(lambda: not room.is_running(), 10, "Le programme de la salle reste.")
    # Opened again, it ends with the suite: see the end of `suite`.
    expect(desk.get_by_text("la rouvrir rend sa place à chacun")).to_be_visible()
    desk.get_by_role("button", name="Ouvrir la salle").tap()
    expect(desk.get_by_text("La salle est ouverte").first).to_be_visible(timeout=OPENING)
    assert read_open_room(session) is not None


def test_why_a_room_does_not_open_is_said_on_screen_and_it_opens_once_mended(
    desk: Page, suite: Any, axe: Callable[..., None]
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        choose_here(desk, 80)
        desk.get_by_role("button", name="Ouvrir la salle").tap()
        expect(desk.get_by_text("Écrivez un nombre entre 1024 et 65535")).to_be_visible()
        field = desk.get_by_role("textbox", name="Port")
        expect(field).to_have_attribute("aria-invalid", "true")
        field.fill(str(other.getsockname()[1]))
        desk.get_by_role("button", name="Ouvrir la salle").tap()
        expect(field).not_to_have_attribute("aria-invalid", "true")
        expect(desk.get_by_text("est déjà pris sur cette adresse")).to_be_visible(timeout=60 * SECONDS)
        axe(desk)


def test_what_is_handed_in_in_the_room_goes_back_to_its_place_by_a_button(
    desk: Page, suite: Any, axe: Callable[..., None]
) -> None:
    session, port = suite.session, free_port()
    choose_here(desk, port)
    desk.get_by_role("button", name="Ouvrir la salle").tap()
    expect(desk.get_by_text("La salle est ouverte").first).to_be_visible(timeout=OPENING)
    room = read_open_room(session)
    assert room is not None
    person = Visitor(room.address, load_session(session).session.participants[0], room.password)
    person.enter()
    person.take_place()
    answers_file = session / "salle" / "espaces" / person.name / MODULE / "reponses.json"
    answers_file.write_text(answered(), encoding="utf-8")
    os.chown(answers_file, *(getattr(answers_file.parent.stat(), name) for name in ("st_uid", "st_gid")))
    assert "C’est remis" in person.hand_in(MODULE)
    desk.goto(f"{desk.url.partition('#')[0]}#etape=clore")
    expect(desk.get_by_role("radio", name="Toutes les personnes")).to_be_visible()
    expect(desk.get_by_role("button", name="Rendre les retours")).to_be_hidden()
    desk.get_by_role("link", name="Remises", exact=True).or_(desk.get_by_role("link", name="4")).first.tap()
    desk.get_by_role("button", name="Prendre ce qui est remis dans la salle").tap()
    expect(desk.get_by_text("1 copie sur 2 est arrivée").first).to_be_visible(timeout=60 * SECONDS)
    desk.get_by_role("link", name="Suite : Clore").tap()
    desk.get_by_role("radio", name="Toutes les personnes").check()
    desk.get_by_role("button", name="Clore la séance").tap()
    give = desk.get_by_role("button", name="Rendre les retours")
    expect(give).to_be_visible(timeout=120 * SECONDS)
    axe(desk)
    give.tap()
    expect(desk.get_by_text("À sa place, chaque personne presse « Prendre mon retour ».")).to_be_visible(
        timeout=60 * SECONDS
    )
    axe(desk)
    assert "Prendre mon retour" in person.get("place").text
    person.post("place", module=MODULE, action="retour").raise_for_status()
    assert "Lire mon retour" in person.get("place").text
