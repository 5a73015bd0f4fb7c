"""« Enregistrer l'image » by the keyboard: the file opens, is not blank, and holds its title."""

from base64 import b64encode
from pathlib import Path
from xml.etree import ElementTree

import pytest
from browser.labs import Axe, Open, axe_in_every_look, every_lab, open_group, wait_still
from playwright.sync_api import Locator, Page, expect

LABS = every_lab()
OPENED = """async (text) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${text}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const dots = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
    return [image.width, new Set(dots).size];
}"""


def saved(page: Page, button: Locator) -> tuple[str, bytes]:
    """The file that a button gives when Enter is pressed on it: its name, what is in it."""
    with page.expect_download() as download:
        button.press("Enter")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def save_both(page: Page, part: Locator) -> None:
    """Open « Enregistrer l'image » by the keyboard, and see what both of its files hold."""
    part.locator("summary").filter(has_text="Enregistrer l'image").press("Enter")
    # A kernel that is calculating makes the buttons afterwards.
    expect(part.get_by_role("button", name="Image SVG")).to_be_visible(timeout=60_000)
    title = " ".join(part.locator(".titre").inner_text().split())
    name, svg = saved(page, part.get_by_role("button", name="Image SVG"))
    assert name.endswith(".svg")
    written = ElementTree.fromstring(svg).findtext("{http://www.w3.org/2000/svg}title")
    assert written is not None
    assert title.startswith(" ".join(written.split()))
    name, png = saved(page, part.get_by_role("button", name="Image PNG"))
    assert name.endswith(".png")
    width, colours = page.evaluate(OPENED, b64encode(png).decode())
    assert width == 1386
    assert colours > 10


@pytest.mark.parametrize("name", LABS)
def test_the_image_of_a_chart_is_saved_by_the_keyboard(page: Page, open_app: Open, axe: Axe, name: str) -> None:
    lab = LABS[name]
    open_app(page, lab.app)
    lab.bet(page)
    expect(page.get_by_text(lab.claim).first).to_be_visible()
    wait_still(page)
    if not lab.charted:
        for result in lab.results:
            expect(open_group(page, result).locator(".carnets-chart")).to_have_count(0)
        return
    chart = open_group(page, lab.charted).locator(".carnets-chart").first
    expect(chart).to_be_visible()
    save_both(page, chart)
    page.set_viewport_size({"width": 320, "height": 700})
    wait_still(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    axe_in_every_look(page, axe)


def test_the_image_of_the_families_is_saved_by_the_keyboard(page: Page, open_app: Open) -> None:
    lab = LABS["messaging"]
    open_app(page, lab.app.replace("#etape=regler", ""))
    page.get_by_role("radio", name=lab.option).check()
    page.get_by_role("button", name=lab.button).click()
    picture = page.locator(".carnets-family-dots").first
    expect(picture.get_by_role("listbox").first).to_be_visible(timeout=60_000)
    save_both(page, picture)
