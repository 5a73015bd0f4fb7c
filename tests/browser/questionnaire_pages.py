"""Le questionnaire d'une famille, ouvert : ce que les essais du navigateur y pressent, et y lisent."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from waiting import look_until

from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.questionnaire.screens import steps

ROOT = "#questionnaire"
QUESTIONNAIRE = family_questionnaire()
STEPS = steps(QUESTIONNAIRE.items)
# Where the page keeps the answers: by folder, as two schools of one host are two.
KEY = "`carnets:questionnaire${location.pathname.replace(/[^/]*$/, '')}`"


def shown_file(page: Page) -> Any:
    """What the page shows of the file that a family hands over."""
    return json.loads(page.locator(".fichier pre").text_content() or "")


def screen(page: Page) -> str:
    return str(page.locator(ROOT).get_attribute("data-screen"))


def view(page: Page) -> str:
    return str(page.locator(ROOT).get_attribute("data-view"))


def begin(page: Page) -> None:
    page.tap(".langue[aria-current=true]")
    page.tap("[data-do=begin]")


def kept_there(page: Page, words: str) -> None:
    """Wait until a page finds this in what is kept: what another one has just written reaches it a moment later.

    Not by `wait_for_function`: the page lets no text be run, and that would hold at once or never.
    """
    look_until(page, lambda: words in str(page.evaluate(f"localStorage.getItem({KEY})")))


def all_words_are_sentences(page: Page) -> None:
    """Nothing on the screen is the name of a sentence that is missing."""
    keys = page.evaluate(
        "() => [...document.querySelectorAll('#questionnaire :is(p, span, h1, h2, button, summary, dt, th)')]"
        ".map((one) => one.textContent).filter((text) => /^[a-z]+(-[a-z0-9]+)+$/.test(text.trim()))"
    )
    assert keys == []


def saved(page: Page, press: Callable[[str], None], folder: Path) -> tuple[Path, dict[str, Any]]:
    with page.expect_download() as download:
        press("[data-do=save]")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path, json.loads(path.read_text(encoding="utf-8"))


def hand_over(page: Page) -> Any:
    """From anywhere in the questions to the code; what the file beside it holds."""
    page.tap("[data-event=home]")
    page.tap("[data-press=remettre]")
    return shown_file(page)


def reopened_with(page: Page, text: str) -> None:
    # Kept by the page that reads it: what another one wrote just before may not have reached the disk.
    page.add_init_script(f"localStorage.setItem({KEY}, {json.dumps(text)})")
    page.reload()
