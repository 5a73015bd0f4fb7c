"""Le lien de réglages, là où d'autres appareils joignent la page : son code à photographier est à côté."""

from __future__ import annotations

import re
from base64 import b64encode

from javascript import WIDGETS
from playwright.sync_api import Browser, expect

from widgets.kit import LinkOut

ROOM = "http://192.168.1.20:8443"

DRAW = """async ([traits, code]) => {
  const bytes = Uint8Array.from(atob(code), (sign) => sign.charCodeAt(0));
  globalThis.sent = {};
  const model = {
    get: (name) => name === "code" ? new DataView(bytes.buffer) : traits[name],
    set: (name, value) => sent[name] = value,
    on() {},
    off() {},
    save_changes() {},
  };
  const { default: part } = await import("/kit/link_out.js");
  part.render({ model, el: document.querySelector("main") });
}"""


def test_the_code_of_a_link_that_others_can_follow_is_shown_when_one_wants_it(browser: Browser) -> None:
    part = LinkOut()
    part.held, part.address = "exemple", f"{ROOM}/"
    page = browser.new_context().new_page()
    page.route(f"{ROOM}/", lambda route: route.fulfill(body="<html data-etat><main></main>", content_type="text/html"))
    page.route(f"{ROOM}/kit/*", lambda route: route.fulfill(path=WIDGETS / route.request.url.removeprefix(f"{ROOM}/")))
    page.goto(ROOM)
    traits = {name: getattr(part, name) for name in ("words", "link", "note", "without")}
    page.evaluate(DRAW, [traits, b64encode(part.code).decode()])
    assert page.evaluate("sent.address") == f"{ROOM}/"
    expect(page.get_by_label("Le lien de ces réglages")).to_have_value(f"{ROOM}/#etape=voir&reglages=exemple")
    picture = page.get_by_role("img", name=re.compile("Code à photographier"))
    expect(picture).to_be_hidden()
    page.locator("summary", has_text="Montrer le code à photographier").click()
    assert picture.evaluate("(image) => image.decode().then(() => image.naturalWidth)") > 200
    page.context.close()
