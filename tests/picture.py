"""L'image de README : le premier résultat du laboratoire de messagerie, prise dans la suite qui tourne.

`nox -s pages` la refait. L'école est fictive ; l'image ne montre que la page, ni adresse ni dossier.
"""

from __future__ import annotations

import base64
import sys
from pathlib import Path
from urllib.parse import urlsplit

from browser.conftest import CHROMIUM_ARGUMENTS, FADES_ENDED, WIDGET, RunningSuite, chromium_path, signed_in
from messaging.lab import LAB as MESSAGING
from playwright.sync_api import Page, sync_playwright

SIZE = {"width": 1040, "height": 640}
# WebP: a page of text at a third of the weight that it has as a PNG.
AS_WEBP = {"format": "webp", "quality": 70, "captureBeyondViewport": True}


def picture(page: Page, suite: str) -> bytes:
    """Return what the laboratory shows once the bet is placed, from the sentence of the result down."""
    page.goto(f"{suite}/voila/render/notebooks/{MESSAGING.app}")
    page.locator(WIDGET).first.wait_for(timeout=60_000)
    MESSAGING.bet(page)
    page.evaluate(FADES_ENDED)
    top = page.locator(".carnets-lab-summary").evaluate("(part) => part.getBoundingClientRect().top + scrollY")
    clip = {"x": 0, "y": top - 4, **SIZE, "scale": 1}
    taken = page.context.new_cdp_session(page).send("Page.captureScreenshot", {**AS_WEBP, "clip": clip})
    return base64.b64decode(taken["data"])


def main(path: Path) -> None:
    """Start the suite, take the picture, and write it."""
    suite = RunningSuite("--port", "0")
    try:
        address = suite.wait_for_address()
        parts = urlsplit(address)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
            page = signed_in(browser, address, viewport=SIZE).new_page()
            path.write_bytes(picture(page, f"{parts.scheme}://{parts.netloc}"))
            browser.close()
    finally:
        suite.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
