"""Le champ des codes : le clavier et ce qui écrit comme lui ; la caméra là où le navigateur sait lire un dessin."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from javascript import WIDGETS
from playwright.sync_api import Browser, Page, expect

from widgets.diagnostic.code_in import CodeIn
from widgets.diagnostic.words import t
from widgets.phone.joining import joined_script

DIAGNOSTIC = WIDGETS / "diagnostic"

# What Chromium has on a telephone and not here: it sees the same code at each look.
READER = """globalThis.BarcodeDetector = class {
  static async getSupportedFormats() { return ["qr_code"]; }
  async detect() { return [{ rawValue: "LU-PAR-LA-CAMERA" }]; }
};
navigator.mediaDevices.getUserMedia = async () => document.createElement("canvas").captureStream();
HTMLMediaElement.prototype.play = async () => {};"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    made = context.new_page()
    # A page of this machine: elsewhere, a browser gives no camera.
    made.route("http://127.0.0.1:9/", lambda route: route.fulfill(body="<main></main>", content_type="text/html"))
    made.goto("http://127.0.0.1:9/")
    yield made
    context.close()


def shown(page: Page) -> None:
    """Draw the part with its words; `window.sent` is what it says to Python."""
    part = CodeIn(label="Code", help="Aide")
    traits = {name: getattr(part, name) for name in ("label", "help", "error", "disabled", "words", "said", "badge")}
    page.evaluate(
        f"(() => {{ {joined_script(DIAGNOSTIC / 'code_in.js')}\nwindow.sent = [];"
        f" const traits = {json.dumps(traits)};"
        " in_code_in.codeIn.render({ el: document.querySelector('main'), model: {"
        " get: (name) => traits[name], on() {}, off() {}, send: (message) => sent.push(message.text) } }); })()"
    )


def test_what_is_typed_then_entered_leaves_and_the_next_one_takes_its_place(page: Page) -> None:
    shown(page)
    page.keyboard.press("Tab")
    for code in ("PREMIER", "SECOND"):  # a hand-held reader does no more
        page.keyboard.type(code)
        page.keyboard.press("Enter")
    page.wait_for_function("sent.length === 2")
    assert page.evaluate("sent") == ["PREMIER", "SECOND"]
    # No camera here: another browser has one, and the code can be typed, are both said.
    expect(page.locator(".camera")).to_have_text(t("code-blind"))
    assert page.locator("[data-do=camera]").count() == 0


@pytest.mark.parametrize(("secure", "sentence"), [(True, "code-blind"), (False, "code-closed")])
def test_a_camera_that_there_is_not_is_said_with_what_to_do(page: Page, secure: bool, sentence: str) -> None:
    page.evaluate(f"Object.defineProperty(globalThis, 'isSecureContext', {{ value: {json.dumps(secure)} }})")
    page.evaluate("delete globalThis.BarcodeDetector")
    shown(page)
    expect(page.locator(".camera")).to_have_text(t(sentence))


def test_where_the_browser_reads_drawings_the_camera_gives_each_code_once(page: Page) -> None:
    page.evaluate(READER)
    shown(page)
    page.locator("[data-do=camera]").click()
    assert page.locator(".camera .carnets-help").count() == 0
    page.wait_for_function("sent.length === 1")
    expect(page.locator("video")).to_be_visible()
    page.locator("[data-do=camera]").click()
    expect(page.locator("video")).to_be_hidden()
    assert page.evaluate("sent") == ["LU-PAR-LA-CAMERA"]
