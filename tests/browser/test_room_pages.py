"""Les pages de la salle que l'on ne voit qu'un instant : une place qui se prépare, se ferme, est fermée ; un refus."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from browser.exercises import fits
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from playwright.sync_api import Browser

from widgets.salle.pages import PAGES, style
from widgets.texts import texts

# What JupyterHub gives to each of them.
GIVEN = {
    "base_url": "/hub/",
    "progress_url": "/hub/api/progress",
    "spawn_url": "/hub/spawn",
    "seance": "Séance fictive",
    "status_code": 413,
}


@pytest.mark.parametrize("name", ["spawn_pending", "stop_pending", "not_running", "error"])
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (640, "dark")])
def test_a_page_of_a_moment_passes_axe_and_fits_a_small_phone(
    name: str, width: int, scheme: str, browser: Browser, tmp_path: Path, axe: Callable[..., None]
) -> None:
    pages = Environment(loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined)
    file = tmp_path / f"{name}.html"
    page_text = pages.get_template(f"{name}.html").render(t=texts("salle"), style=style(), **GIVEN)
    file.write_text(page_text, encoding="utf-8")
    context = browser.new_context(
        locale="fr-FR", viewport={"width": width, "height": 700}, color_scheme=cast(Any, scheme), offline=True
    )
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.get_by_role("heading", level=1).inner_text()
    axe(page)
    fits(page)
    context.close()
