"""Une page de l'ENT d'entraînement sans rien d'autre, et les gestes que plusieurs essais y font."""

import copy
import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from waiting import look_until

from liaison.practice.compiled import compiled
from widgets.phone.joining import joined_script, joined_style
from widgets.practice.page import PAGE

FIRST = "se_connecter_responsable"
PRACTICE = "document.getElementById('pratique').practice"
# Where the page keeps what is done: by folder, as two sites of one host are two.
KEY = "`carnets:pratique${location.pathname.replace(/[^/]*$/, '')}`"


def french() -> dict[str, Any]:
    """The scenario in French, with an address that two languages have."""
    return compiled("fr")


def mirrored() -> dict[str, Any]:
    """The same said to be Arabic: its words stay, its direction turns, and the French ones are shown under them."""
    data = copy.deepcopy(compiled("fr"))
    data["language"] = next(one for one in data["languages"] if one["code"] == "ar")
    for screen in data["screens"].values():
        screen["fr"] = screen["title"]
        for block in screen["blocks"]:
            for pressed in [*block.get("items", []), *([block] if block["kind"] == "action" else [])]:
                pressed["fr"] = pressed["text"]
    return data


def page_of(data: dict[str, Any], folder: Path) -> str:
    """Write the page that holds this scenario; its address."""
    language, text = data["language"], json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    path = folder / f"{language['code']}.html"
    path.write_text(
        f'<!doctype html><html lang="{language["tag"]}" dir="{language["direction"]}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Essai</title>'
        f"<style>body {{ margin: 0 }}\n{joined_style(PAGE.entry)}</style></head><body><div id='pratique'></div>"
        f'<script type="application/json" id="donnees">{text}</script><script>{joined_script(PAGE.entry)}\n'
        'in_practice.mount(document.getElementById("pratique"),'
        ' JSON.parse(document.getElementById("donnees").textContent),'
        " { addressOf: (code) => `${code}.html`, history: true });</script></body></html>",
        encoding="utf-8",
    )
    return path.as_uri()


def to_start(page: Page) -> None:
    page.tap(".langue[aria-current=true]")


def to_mission(page: Page, mission: str = FIRST) -> None:
    to_start(page)
    page.tap("[data-do=missions]")
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.tap(f"[data-do=mission][data-id={mission}]")
    page.tap("[data-do=start]")


def view(page: Page) -> str:
    return str(page.locator("#pratique").get_attribute("data-view"))


def start(page: Page, **values: str) -> None:
    page.evaluate(f"values => {PRACTICE}.start(values)", values)


def put_back(page: Page, text: str) -> None:
    """Open the page again where this is kept."""
    # Written by the page that reads it: what another one wrote just before may not have reached the disk.
    page.add_init_script(f"localStorage.setItem({KEY}, {json.dumps(text)})")
    page.reload()


def opened_after(page: Page, words: str) -> Page:
    """The page, opened anew until it has what another tab wrote: a file's page of Chromium may never hear of it."""

    def reached() -> object:
        page.reload()
        return page.evaluate(f"(localStorage.getItem({KEY}) ?? '').includes({json.dumps(words)})")

    look_until(page, reached, words)
    return page


def holds(page: Page, words: str) -> None:
    """Wait until this is true in the page: what another one has just written reaches it a moment later.

    Not by `wait_for_function`: the page lets no text be run, and that would hold at once or never.
    """
    look_until(page, lambda: page.evaluate(words), words)


def kept(place: dict[str, Any] | None = None, state: Any = None, version: object = 1) -> str:
    """What a page, ours or another, may have left on the device."""
    return json.dumps(
        {"version": version, "place": {"view": "accueil", "done": [FIRST], **(place or {})}, "state": state}
    )


def written(page: Page, words: str) -> None:
    """Write a message in the account of a parent."""
    start(page, session="responsable1", ecran="msg_ecrire", msg_destinataire="haddad")
    page.fill("[data-type=msg_texte_nouveau]", words)
