"""L'image de README : le premier résultat du laboratoire de messagerie, prise dans la suite qui tourne.

`nox -s picture` la reprend, et note dans `picture.yaml` chaque ligne qui s'y lit : tests/browser/test_picture.py les
cherche sur la page d'aujourd'hui. L'école est fictive ; l'image ne montre que la page, ni adresse ni dossier.
"""

from __future__ import annotations

import base64
import sys
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from browser.conftest import CHROMIUM_ARGUMENTS, FADES_ENDED, WIDGET, RunningSuite, chromium_path, signed_in
from messaging.lab import LAB as MESSAGING
from playwright.sync_api import Page, ViewportSize, sync_playwright

SIZE: ViewportSize = {"width": 1040, "height": 640}
# WebP: a page of text at a third of the weight that it has as a PNG.
AS_WEBP = {"format": "webp", "quality": 70, "captureBeyondViewport": True}
SHOWN = Path(__file__).with_suffix(".yaml")
# Each text that has a place in a part of the page, and what each setting offers there: none of it in the pixels alone.
READ = r"""(clip) => {
  const placed = ({ left, right, top, bottom, width, height }) =>
    width > 1 && height > 1 && right > clip.x && left < clip.x + clip.width &&
    bottom + scrollY > clip.y && top + scrollY < clip.y + clip.height;
  const lines = [], range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text) {
      range.selectNodeContents(node);
      const words = node.data.replace(/\s+/g, " ").trim();
      if (words && [...range.getClientRects()].some(placed)) lines.push(words);
    } else if (node.matches("input[type=range]") && placed(node.getBoundingClientRect())) {
      lines.push(`${node.min} à ${node.max} : ${node.value}`);
    } else if (node.matches("select") && placed(node.getBoundingClientRect())) {
      lines.push(...[...node.selectedOptions].map((option) => option.text));
    }
  }
  return lines;
}"""


def open_result(page: Page, suite: str) -> dict[str, float]:
    """Open the laboratory, place the bet, and return the part of the page that the picture shows: from the sentence of
    the result down.
    """
    page.goto(f"{suite}/voila/render/notebooks/{MESSAGING.app}")
    page.locator(WIDGET).first.wait_for(timeout=60_000)
    MESSAGING.bet(page)
    page.evaluate(FADES_ENDED)
    top = page.locator(".carnets-lab-summary").evaluate("(part) => part.getBoundingClientRect().top + scrollY")
    return {"x": 0, "y": top - 4, "width": SIZE["width"], "height": SIZE["height"]}


def picture(page: Page, clip: dict[str, float]) -> bytes:
    """Return a part of the page as an image."""
    clip = {**clip, "scale": 1}
    taken = page.context.new_cdp_session(page).send("Page.captureScreenshot", {**AS_WEBP, "clip": clip})
    return base64.b64decode(taken["data"])


def main(path: Path) -> None:
    """Start the suite, take the picture, and write it, with what is read there."""
    suite = RunningSuite("--port", "0")
    try:
        address = suite.wait_for_address()
        parts = urlsplit(address)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
            page = signed_in(browser, address, viewport=SIZE).new_page()
            clip = open_result(page, f"{parts.scheme}://{parts.netloc}")
            path.write_bytes(picture(page, clip))
            SHOWN.write_text(yaml.safe_dump(page.evaluate(READ, clip), allow_unicode=True, width=120), encoding="utf-8")
            browser.close()
    finally:
        suite.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
