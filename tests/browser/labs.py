"""What the laboratories have in common on screen: a bet first, a sentence that sums up, groups that open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from liaison.module import subjects

Open = Callable[..., None]
Axe = Callable[..., None]


def words(text: str) -> re.Pattern[str]:
    """A sentence as a page may hold it: a pattern, where French typography puts spaces that do not break."""
    return re.compile(text.replace(" ", r"\s"))


@dataclass(frozen=True)
class Sought:
    """A word without its accents, how many settings answer, and a group of which one does."""

    word: str
    answers: str
    group: str


@dataclass(frozen=True)
class Lab:
    """One laboratory: its notebook, what waits before the bet, the bet, what the result says, its groups.

    What follows the groups is empty in a laboratory that has no such thing: the tests then see that it has none.
    """

    screen: str  # what its notebook opens, in its package of `widgets`
    app: str
    waiting: str
    option: str
    button: str
    sentence: re.Pattern[str]
    claim: re.Pattern[str]
    results: tuple[str, ...]
    settings: tuple[str, ...]
    sought: Sought | None = None  # of the field that searches its settings
    charted: str = ""  # the first group of results that has a chart
    advanced: str = ""  # the number that waits under « Avancé »
    changed: Mapping[str, object] = field(default_factory=dict)  # settings, as nobody finds them: a browser keeps them

    @property
    def made(self) -> Callable[[], Any]:
        """What makes the laboratory, without a page."""
        (subject,) = (name for name, lab in every_lab().items() if lab is self)
        screen: Callable[[], Any] = getattr(import_module(f"widgets.{subject}"), self.screen)
        return screen

    @property
    def tries(self) -> bool:
        """Whether one of its steps has changes on trial, that are looked for."""
        return bool(self.changed) and self.made().state.has_trait("tried")

    @property
    def steps(self) -> bool:
        """Whether it goes step by step: the tests then open it where everything is."""
        return "#etape=" in self.app

    def summary(self, page: Page) -> Locator:
        """The sentence of the result."""
        return page.locator(".carnets-lab-summary").get_by_text(self.sentence)

    def said(self, page: Page) -> str:
        """What the sentence of the result says."""
        found = self.sentence.search(self.summary(page).inner_text())
        assert found is not None
        return found.group()

    def bet(self, page: Page) -> None:
        """Place the bet and wait for the result."""
        page.get_by_role("radio", name=self.option).check()
        page.get_by_role("button", name=self.button).click()
        expect(self.summary(page)).to_be_visible(timeout=60_000)

    def bet_by_keyboard(self, page: Page) -> None:
        """The same without a mouse: the first option, then the button, which comes next."""
        expect(page.get_by_role("radio").first).to_be_visible()
        page.locator("body").press("Tab")
        # Settings come first, some of which are choices too.
        here = "(document.activeElement.closest('fieldset')?.textContent ?? '').replace(/\\s/g, ' ')"
        tab_until(page, f"document.activeElement.type === 'radio' && {here}.includes({self.option!r})", first=True)
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == self.button
        page.keyboard.press("Enter")
        expect(self.summary(page)).to_be_visible(timeout=60_000)

    def open_by_keyboard(self, page: Page, name: str) -> None:
        """Tab to a group by its title, and open it."""
        tab_until(page, f"document.activeElement.textContent.startsWith({name!r})")
        page.keyboard.press("Enter")


def tab_until(page: Page, condition: str, most: int = 60, first: bool = False) -> None:
    """Press Tab until a condition in JavaScript holds of what has the focus; fail when it never does."""
    for rank in range(most):
        if rank or not first:
            page.keyboard.press("Tab")
        if page.evaluate(condition):
            return
    raise AssertionError(f"{most} Tab, and never: {condition}")


def taken_away(page: Page, button: str, name: str) -> Path:
    """The file that a button gives, under the name that it should have."""
    with page.expect_download(timeout=60_000) as downloaded:
        page.get_by_role("button", name=button).click()
    assert downloaded.value.suggested_filename == name
    return Path(downloaded.value.path())


def take_away(page: Page, papers: Iterable[tuple[str, str, bytes]]) -> None:
    """Press each button of « À emporter », and see that it gives a file of this name, which begins so."""
    open_group(page, "À emporter")
    for button, name, start in papers:
        assert taken_away(page, button, name).read_bytes().startswith(start), name


def group(page: Page, name: str) -> Locator:
    """The title of a group of settings or of results."""
    return page.locator("summary").filter(has_text=re.compile(f"^{re.escape(name)}")).first


STILL = """() => new Promise((resolve) => {
    const size = () => `${document.documentElement.scrollWidth} ${document.documentElement.scrollHeight}`;
    const moving = () => document.getAnimations().some((one) => one.playState === "running");
    const look = (before, alike) => requestAnimationFrame(() => {
        const now = size();
        if (alike === 3) resolve(true);
        else look(now, now === before && !moving() ? alike + 1 : 0);
    });
    look(size(), 0);
})"""


def wait_still(page: Page) -> None:
    """Wait until nothing fades, and the page keeps its size from one image to the next."""
    page.evaluate(STILL)


def has_one_main_button(page: Page) -> None:
    """A screen is about one thing: no more than one button is filled, as a main one is."""
    filled = """() => [...document.querySelectorAll("main .carnets-button")].filter((button) => {
      const seen = getComputedStyle(button);
      return button.checkVisibility() && seen.backgroundColor === seen.borderTopColor;
    }).map((button) => button.textContent)"""
    assert len(page.evaluate(filled)) <= 1, page.evaluate(filled)


def axe_in_every_look(page: Page, axe: Axe) -> None:
    """axe-core as the page is, in the dark, and in the colours that somebody forces."""
    axe(page)
    for look in ({"color_scheme": "dark"}, {"color_scheme": "light", "forced_colors": "active"}):
        page.emulate_media(**look)  # type: ignore[arg-type]
        wait_still(page)
        axe(page)
    page.emulate_media(forced_colors="none")


def open_group(page: Page, name: str) -> Locator:
    """Open a group, whether it is already or not; the group itself, not its title."""
    title = group(page, name)
    wait_still(page)  # one that opens by itself at this instant would be closed by the press
    if not title.evaluate("one => one.parentElement.open"):
        title.click()
    opened = title.locator("xpath=..")
    expect(opened).to_have_attribute("open", "")
    return opened


def every_lab() -> dict[str, Lab]:
    """The laboratories, by subject: each says what it promises in `tests/<subject>/lab.py`."""
    tests = Path(__file__).parents[1]
    return {one: import_module(f"{one}.lab").LAB for one in subjects() if (tests / one / "lab.py").is_file()}
