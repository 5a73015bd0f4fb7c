"""Un bouton pressé aussitôt après un choix : ce qu'il fait partir compte ce choix, même quand le noyau répond tard."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import leave
from browser.small_suite import notebook, small_suite, started
from playwright.sync_api import Browser, Page, expect

LATE_MS = 400
# Each part beside a button that says what Python then knows of it, as « Garder ma réponse » does.
PARTS = """import ipywidgets as w
from widgets import kit
options = [{"value": name, "label": f"Ligne {name}"} for name in "abcd"]
parts = {
    "rang": kit.Question(kind="ordering", label="Rangez", options=options),
    "texte": kit.TextArea(label="Écrivez"),
    "nombre": kit.Quantity(label="Comptez", units=[{"value": "jours", "label": "jours"}]),
    "cases": kit.Question(kind="checkbox", label="Cochez", options=options),
}
said = kit.Paragraphs()
def say(name):
    said.lines = [*said.lines, f"{name} : {parts[name].value}"]
boxes = []
for name, part in parts.items():
    button = kit.Action(label=f"Garder {name}")
    button.on_press(lambda name=name: say(name))
    out = kit.FileOut(label=f"Emporter {name}")
    out.on_request(lambda name=name: (f"{name}.txt", "text/plain", str(parts[name].value).encode()))
    boxes.append(w.VBox([part, button, out]))
w.VBox([*boxes, said])"""
# What comes from the kernel waits: a busy machine, or the Wi-Fi of a room. Only once asked to, so that the page opens.
SLOW_SOCKET = """
const Native = window.WebSocket;
window.WebSocket = class extends Native {
  get onmessage() { return super.onmessage; }
  set onmessage(hear) {
    const told = (event) => hear.call(this, event);
    super.onmessage = (event) => window.late ? setTimeout(told, window.late, event) : told(event);
  }
};"""


@pytest.fixture(scope="module")
def desk(browser: Browser, start_suite: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page of parts that hears its kernel late."""
    folder = small_suite(tmp_path_factory.mktemp("tard"))
    notebook(folder, "touches", PARTS)
    suite = started(start_suite, Path(folder))
    context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900})
    context.request.get(f"{suite.base}/api/status?{suite.key}")
    page = context.new_page()
    page.add_init_script(SLOW_SOCKET)
    page.goto(f"{suite.base}/voila/render/notebooks/touches.ipynb", timeout=60_000)
    expect(page.get_by_role("button", name="Garder cases")).to_be_visible(timeout=60_000)
    page.evaluate(f"window.late = {LATE_MS}")
    yield page
    leave(context)


def said(page: Page, text: str) -> None:
    expect(page.locator(".carnets-paragraphs p").last).to_have_text(text)


def test_three_moves_and_the_button_pressed_at_once_count_three_moves(desk: Page) -> None:
    desk.get_by_role("button", name="Descendre : Ligne a").focus()
    for _ in range(3):
        desk.keyboard.press("Enter")
    desk.get_by_role("button", name="Garder rang").press("Enter")
    said(desk, "rang : ['b', 'c', 'd', 'a']")
    assert desk.locator(".carnets-order-text").all_inner_texts() == [f"Ligne {name}" for name in "bcda"]


def test_a_text_is_kept_to_its_last_letter_by_who_types_and_presses(desk: Page) -> None:
    desk.get_by_role("textbox", name="Écrivez").press_sequentially("Signez avant mardi.")
    desk.get_by_role("button", name="Garder texte").click()
    said(desk, "texte : Signez avant mardi.")


def test_a_file_holds_the_box_ticked_just_before_it_was_asked_for(desk: Page) -> None:
    for name in "ab":
        desk.get_by_role("checkbox", name=f"Ligne {name}").check()
    with desk.expect_download() as download:
        desk.get_by_role("button", name="Emporter cases").click()
    assert Path(download.value.path()).read_text(encoding="utf-8") == "['a', 'b']"


def test_who_goes_on_after_pressing_holds_nothing_back_and_loses_nothing(desk: Page) -> None:
    number = desk.get_by_role("spinbutton", name="Comptez")
    number.fill("12")
    desk.get_by_role("button", name="Garder nombre").click()
    for value in ("13", "14"):
        number.fill(value)
        number.press("Tab")
    # Never less than what was on screen at the press.
    expect(desk.locator(".carnets-paragraphs p").last).to_contain_text(re.compile("nombre : {'number': 1[234]"))
    desk.get_by_role("button", name="Garder nombre").click()
    said(desk, "nombre : {'number': 14, 'unit': 'jours'}")
    expect(number).to_have_value("14")
