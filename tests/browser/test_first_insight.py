"""Une première découverte en moins d'une minute : les mots à lire du premier dessin à une famille touchée."""

import pytest
from browser.labs import Lab, Open, wait_still
from diagnostic.lab import LAB as DIAGNOSTIC
from messaging.lab import LAB as MESSAGING
from playwright.sync_api import Locator, Page, expect
from support.lab import LAB as SUPPORT

# Two hundred words a minute; two seconds are left to the page, whose time `python -m tests.bench --only voila` gives.
MOST_WORDS = 200 * (60 - 2) // 60
# What is on screen from the top to what is pressed, without the ways to other places.
LINES_TO = """(end) => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lines = [];
    while (walk.nextNode()) {
        const node = walk.currentNode, place = node.parentElement;
        if (end.compareDocumentPosition(node) === Node.DOCUMENT_POSITION_FOLLOWING) break;
        const { left, top, width, height } = place.getBoundingClientRect();
        const aside = place.closest("nav, header, button");
        const isOnPage = width > 1 && height > 1 && left >= 0 && top + scrollY >= 0;
        const drawn = isOnPage && (!aside || aside.contains(end));
        if (drawn && place.checkVisibility({ visibilityProperty: true })) lines.push(node.textContent);
    }
    return lines;
}"""
FAMILY = ".groupes .points path[d]:not([d=''])"


def words(lines: list[str]) -> int:
    return sum(any(map(str.isalnum, word)) for line in lines for word in line.split())


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lab", [MESSAGING, DIAGNOSTIC, SUPPORT], ids=lambda lab: lab.app[:2])
def test_who_reads_every_word_presses_a_family_within_a_minute(
    page: Page, open_app: Open, lab: Lab, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    read: list[str] = []

    def read_to(end: Locator) -> None:
        wait_still(page)
        # The frame of the page is the same at each step: it is read once.
        read.extend(line for line in end.evaluate(LINES_TO) if line not in read)

    open_app(page, lab.app.partition("#")[0])
    press = page.get_by_role("button", name=lab.button)
    read_to(press)
    page.get_by_label(lab.option).check()
    press.click()
    expect(page.get_by_role("heading", name="Voir", exact=True)).to_be_visible(timeout=20_000)
    expect(page.get_by_role("progressbar")).to_have_count(0, timeout=20_000)
    family = page.locator(FAMILY).first
    family.wait_for(timeout=20_000)
    expect(page.get_by_text("La page attend une réponse")).to_be_hidden(timeout=60_000)
    read_to(family)
    assert words(read) <= MOST_WORDS, (words(read), read)
