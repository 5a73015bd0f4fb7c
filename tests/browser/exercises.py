"""An exercise as it is taken in a browser: a server on a copy of it, the box of a question, what fits on a phone."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from browser.small_suite import small_suite, started
from playwright.sync_api import Locator, Page, expect

from liaison.training.exercise.definition import Exercise

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
SECONDS = 1000
SMALL_TARGETS = """() => [
    ...document.querySelectorAll("main :is(select, textarea, button, summary, input, .carnets-choice)")]
    .filter((node) => node.getClientRects().length)
    .map((node) => [node.className || node.tagName, node.getBoundingClientRect().height, node.type])
    .filter(([, height, type]) => height < 44 && !["checkbox", "radio", "file"].includes(type))"""


def exercise_suite(start_suite: Callable[..., Any], root: Path, *names: str) -> Any:
    """A server on a copy of these exercises, in `folder`: nobody's answers are written in the repository."""
    small_suite(root)
    for name in names:
        (root / "notebooks" / name).mkdir()
        for file in ("exercice.ipynb", "scenario.yaml"):
            shutil.copy(NOTEBOOKS / name / file, root / "notebooks" / name)
    suite = started(start_suite, root)
    suite.folder = root / "notebooks"
    suite.address = f"{suite.base}/?{suite.key}"
    return suite


def question_box(page: Page, exercise: Exercise, name: str) -> Locator:
    """The box of one question: what stands around its heading."""
    title = page.get_by_role("heading", name=exercise.question(name).title, exact=True)
    return page.locator(".widget-vbox").filter(has=title).last


def sideways(page: Page) -> bool:
    """Whether the page scrolls sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def fits(page: Page) -> None:
    """Nothing scrolls sideways, and what a finger must reach is large enough."""
    assert not sideways(page)
    assert page.evaluate(SMALL_TARGETS) == []


def run_in_lab(page: Page, base: str, name: str) -> None:
    """Open an exercise in JupyterLab and run all its cells, as its head says; return when the last one is done."""
    page.goto(f"{base}/lab/workspaces/{name}/tree/notebooks/{name}/exercice.ipynb", timeout=60 * SECONDS)
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(state="attached", timeout=60 * SECONDS)
    expect(page.get_by_text("| Inactif")).to_be_visible(timeout=60 * SECONDS)
    page.get_by_role("menuitem", name="Exécution", exact=True).click()
    page.get_by_text("Exécuter toutes les cellules", exact=True).click()
    page.locator(".jp-Notebook").get_by_text("Rien n'a été écrit.").last.wait_for(timeout=60 * SECONDS)
