"""A page with widgets: what it draws and with what, what it says when something fails."""

import asyncio
import os
import re
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import psutil
import pytest
from browser.small_suite import (
    BROUGHT_BACK,
    FORM,
    kernels,
    notebook,
    open_essai,
    signed_in,
    small_suite,
    started,
    wait_until,
)
from playwright.sync_api import Page, expect
from suite_kernels import suite_kernels
from waiting import until

from app.voila import offer_template
from app.voila.settings import DRAWN_WITH, page_settings
from app.voila.statics import find, widget_styles

REPOSITORY = Path(__file__).parents[2]


def test_a_page_has_its_first_heading_as_title_and_only_the_extensions_of_the_suite(
    essai_page: Page, essai: Any
) -> None:
    asked: list[str] = []
    essai_page.on("request", lambda request: asked.append(request.url))
    open_essai(essai_page, essai, "formulaire")
    essai_page.locator("html[data-etat=pret]").wait_for()
    assert essai_page.title() == "Essai formulaire · Carnets de liaison"
    expect(essai_page.get_by_label("champ 9")).to_be_visible()
    assert {url.split("/")[2] for url in asked} == {essai.base.removeprefix("http://")}
    extensions = {
        url.split("/labextensions/")[1].split("/static")[0].strip("/.") for url in asked if "labextensions" in url
    }
    assert extensions == set(DRAWN_WITH)
    assert essai_page.evaluate("typeof jupyterapp") == "undefined", "l'application de Voilà s'est lancée"
    # More than this, and application.txt no longer lists what the page loads: it says which.
    loose = [url for url in asked if re.search(r"/(voila|labextensions)/.*\.js", url) and "remoteEntry" not in url]
    assert not loose, "à ajouter à app/voila/application.txt :\n" + "\n".join(loose)


def test_a_widget_that_the_page_cannot_draw_is_left_to_the_application_of_voila(essai_page: Page, essai: Any) -> None:
    open_essai(essai_page, essai, "sortie")
    expect(essai_page.get_by_text("dans la sortie")).to_be_visible()
    essai_page.locator("html[data-etat=pret]").wait_for()
    expect(essai_page.get_by_label("champ")).to_have_count(1)
    # Changing connections is not a lost connection: no notice was ever written, even one that left since.
    essai_page.wait_for_timeout(600)
    expect(essai_page.locator("#avis")).to_have_count(0)


def test_the_loader_of_the_parts_is_read_once_and_not_once_per_part(essai_page: Page, essai: Any) -> None:
    asked: list[str] = []
    essai_page.on("request", lambda request: asked.append(request.url))
    open_essai(essai_page, essai, "parties")
    expect(essai_page.get_by_role("heading", name="Titre 4")).to_be_visible()
    assert sum(url.endswith("/page/loader.js") for url in asked) == 1
    # One for each module of the parts in use: none for the loader itself.
    texts = essai_page.evaluate("(urls) => Promise.all(urls.map((u) => fetch(u).then((r) => r.text())))", blobs(asked))
    assert texts
    assert not any("kitOf" in text for text in texts)


def blobs(urls: list[str]) -> list[str]:
    return [url for url in urls if url.startswith("blob:")]


def test_the_libraries_of_a_page_are_where_the_installed_packages_have_them() -> None:
    offer_template()
    names = (REPOSITORY / "app" / "voila" / "application.txt").read_text(encoding="utf-8").split()
    gone = [name for name in names if find(name) is None]
    assert not gone, "à retirer de app/voila/application.txt :\n" + "\n".join(gone)
    rules = widget_styles().decode()
    assert re.search(r"\.jupyter-widget-vbox \{\s*flex-direction: column", rules)
    assert "${" not in rules


def test_a_cell_that_fails_is_said_in_french_and_the_rest_still_works(essai_page: Page, essai: Any) -> None:
    open_essai(essai_page, essai, "faute")
    expect(essai_page.get_by_text("Cette partie du carnet n’a pas pu se calculer")).to_be_visible()
    assert "ZeroDivisionError" not in essai_page.content()


def test_a_dead_kernel_is_said_and_a_press_reloads_the_page(essai_page: Page, mortal: Any) -> None:
    open_essai(essai_page, mortal, "formulaire")
    essai_page.locator("html[data-etat=pret]").wait_for()
    kernel = essai_page.evaluate("document.body.dataset.kernelId")
    children = psutil.Process(mortal.process.pid).children(recursive=True)
    next(child for child in children if kernel in " ".join(child.cmdline())).kill()
    expect(essai_page.get_by_role("alert")).to_contain_text("Le calcul s’est arrêté", timeout=30_000)
    essai_page.get_by_role("button", name="Recharger la page").click()
    # The server is asked first: until it answers, the page is the one that was there.
    essai_page.wait_for_function("former => ![undefined, former].includes(document.body?.dataset.kernelId)", arg=kernel)
    essai_page.locator("html[data-etat=pret]").wait_for()


# A suite that ends by itself the kernels of its pages, as it gives them.
MORTAL = """
import asyncio, os, signal, sys
from app.voila import command, kernels
class StillBorn(kernels.AsyncMappingKernelManager):
    async def start_kernel(self, **given):
        kernel_id = await super().start_kernel(**given)
        if "mort-ne" in given["env"]["QUERY_STRING"]:
            await self.ended(kernel_id)
        return kernel_id
class Mortal(kernels.SuiteKernels, StillBorn):
    async def start_kernel(self, **given):
        kernel_id = await super().start_kernel(**given)
        if "remis" in given["env"]["QUERY_STRING"]:
            await self.ended(kernel_id)
        return kernel_id
    async def ended(self, kernel_id):
        kernel = self.get_kernel(kernel_id)
        await kernel.signal_kernel(signal.SIGKILL)
        while await kernel.is_alive():
            await asyncio.sleep(0.01)
kernels.SuiteKernels = Mortal
sys.exit(command.main([*sys.argv[4:], "--spare-kernels", "0"]))
"""


@pytest.fixture(scope="module")
def mortal(start_suite: Callable[..., Any], folder: Path) -> Any:
    """A server whose kernels die as soon as they are given to a page whose address says so."""
    suite = start_suite("--port", "0", "--folder", str(folder), through=(sys.executable, "-c", MORTAL))
    suite.base, suite.key = suite.wait_for_address().split("/?")
    return suite


def test_a_kernel_that_dies_before_its_first_answer_leaves_a_page_that_ends_and_says_so(
    essai_page: Page, mortal: Any
) -> None:
    faults: list[str] = []
    essai_page.on("pageerror", lambda error: faults.append(str(error)))
    opener = signed_in(mortal)
    before = len(mortal.lines)
    open_essai(essai_page, mortal, "formulaire", "?remis")
    expect(essai_page.get_by_role("alert")).to_contain_text("Le calcul de cette page s’est arrêté")
    essai_page.locator("html[data-etat=pret]").wait_for()
    expect(essai_page.get_by_role("alert")).to_have_count(1)
    expect(essai_page.locator("#attente, [data-attendue]")).to_have_count(0)
    assert essai_page.content().endswith("</html>")
    assert faults == []
    said = mortal.line_since(before)
    assert re.match(r"Le calcul de «\snotebooks/formulaire.ipynb\s» s’est arrêté pendant que la page", said)
    wait_until(lambda: not kernels(mortal, opener), 20, "le noyau d'une page morte est resté")


def test_the_kernel_of_a_page_that_dies_does_not_start_again() -> None:
    """Who makes the page awaits the answer of the one that died: another in its place would be awaited for ever."""

    async def heard() -> tuple[list[str], bool]:
        config = page_settings()
        config.KernelRestarter.time_to_dead = 0.1
        events = list[str]()
        async with suite_kernels(config=config, spare_count=0) as kernels:
            kernel_id = await kernels.start_kernel(env={"VOILA_PREHEAT": "False"})
            for event in ("dead", "restart"):
                kernels.add_restart_callback(kernel_id, partial(events.append, event), event)
            kernel: Any = kernels.get_kernel(kernel_id)
            await kernel.signal_kernel(9)
            await until(lambda: events)
            return events, kernel_id in kernels

    with ThreadPoolExecutor(1) as aside:
        assert aside.submit(asyncio.run, heard()).result(60) == (["dead"], False)


def test_a_page_none_of_whose_kernels_starts_says_what_to_do_and_the_terminal_says_so_once(
    essai_page: Page, mortal: Any
) -> None:
    opener, before = signed_in(mortal), len(mortal.lines)
    essai_page.context.request.get(f"{mortal.base}/api/status?{mortal.key}")
    answer = essai_page.goto(f"{mortal.base}/voila/render/notebooks/formulaire.ipynb?mort-ne")
    assert answer is not None
    assert answer.status == 503
    expect(essai_page.get_by_role("heading", level=1)).to_have_text("Le calcul de cette page n’a pas pu démarrer")
    expect(essai_page.get_by_role("main")).to_contain_text("Fermez les pages et les programmes")
    said = mortal.line_since(before)
    assert re.match(r"Le calcul de «\snotebooks/formulaire.ipynb\s» s’est arrêté pendant que la page", said)
    wait_until(lambda: not kernels(mortal, opener), 20, "un noyau mort-né est resté")


def test_an_error_of_a_script_is_said_in_french(essai_page: Page, essai: Any) -> None:
    open_essai(essai_page, essai, "formulaire")
    essai_page.locator("html[data-etat=pret]").wait_for()
    expect(essai_page.locator("#avis")).to_be_hidden()
    essai_page.evaluate("setTimeout(() => { throw new Error('essai') })")
    expect(essai_page.locator("#avis")).to_contain_text("Une partie de la page ne répond plus")


def test_a_page_that_does_not_exist_leads_back_to_the_home(essai_page: Page, essai: Any) -> None:
    open_essai(essai_page, essai, "absent")
    expect(essai_page.get_by_role("heading", name="Cette page n’existe pas")).to_be_visible()
    expect(essai_page.get_by_role("link", name="Accueil de la suite")).to_be_visible()


def test_axe_finds_nothing_on_a_page_that_waits_fails_or_is_refused(
    essai_page: Page, essai: Any, axe: Callable[..., None]
) -> None:
    open_essai(essai_page, essai, "faute")
    essai_page.get_by_text("Cette partie du carnet").wait_for()
    essai_page.evaluate("setTimeout(() => { throw new Error('essai') })")
    essai_page.locator("#avis:visible").wait_for()
    axe(essai_page)
    open_essai(essai_page, essai, "absent")
    axe(essai_page)
    essai_page.context.clear_cookies()
    essai_page.goto(f"{essai.base}/lab")
    axe(essai_page)


# Fires only when the connection was not understood to be open: the page then waits three seconds for nothing.
def test_a_part_whose_output_comes_seconds_after_its_cell_is_drawn_all_the_same(essai_page: Page, essai: Any) -> None:
    # As on a machine where forty people come at once.
    open_essai(essai_page, essai, "tardive")
    essai_page.locator("html[data-etat=pret]").wait_for()
    expect(essai_page.get_by_label("champ 9")).to_be_visible()


def test_a_page_without_the_part_it_should_hold_reloads_once_then_says_so(essai_page: Page, essai: Any) -> None:
    essai_page.clock.install()
    open_essai(essai_page, essai, "vide")
    expect(essai_page.locator("#avis")).to_contain_text("La page est arrivée vide")
    with essai_page.expect_navigation():
        essai_page.clock.run_for(5000)
    expect(essai_page.locator("#avis")).to_contain_text("La page est arrivée vide")
    visits: list[Any] = []
    essai_page.on("framenavigated", lambda frame: visits.append(frame))
    essai_page.clock.run_for(20_000)
    expect(essai_page.locator("#avis")).to_be_visible()
    assert not visits
    with essai_page.expect_navigation():
        essai_page.get_by_role("button", name="Recharger la page").click()


# As nbclient does of a cell whose output has not come within two minutes.
LATE_CELLS = """
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError
run = NotebookClient.async_execute_cell
async def late(self, cell, *args, **named):
    if cell.source.startswith("# trop longue"):
        raise CellTimeoutError.error_from_timeout_and_cell("", 120, cell)
    return await run(self, cell, *args, **named)
NotebookClient.async_execute_cell = late
"""


@pytest.fixture
def overloaded(start_suite: Callable[..., Any], tmp_path: Path) -> Any:
    """A server that has too much to do for some cells of its notebooks."""
    (tmp_path / "suite").mkdir()
    folder = small_suite(tmp_path / "suite")
    notebook(folder, "suivie", "print('avant')", "# trop longue", FORM)
    notebook(folder, "seule", "# trop longue", FORM)
    (tmp_path / "sitecustomize.py").write_text(LATE_CELLS, encoding="utf-8")
    return started(start_suite, folder, env={**os.environ, "PYTHONPATH": str(tmp_path)})


def test_a_part_that_did_not_come_in_time_is_told_with_its_reason_and_what_to_press(
    essai_page: Page, overloaded: Any
) -> None:
    open_essai(essai_page, overloaded, "suivie")
    alert = essai_page.get_by_role("alert")
    expect(alert).to_contain_text("n’a rien montré dans les deux minutes")
    expect(essai_page.get_by_text("avant", exact=True)).to_be_visible()
    expect(essai_page.get_by_text("ouvrez le carnet dans JupyterLab")).to_have_count(0)
    with essai_page.expect_navigation():
        alert.get_by_role("button", name="Recharger la page").click()
    expect(alert).to_contain_text("n’a rien montré dans les deux minutes")
    # Of a page with nothing at all, the visit is made again by itself.
    essai_page.clock.install()
    open_essai(essai_page, overloaded, "seule")
    expect(alert).to_contain_text("La page est arrivée vide")
    with essai_page.expect_navigation():
        essai_page.clock.run_for(5000)


def test_a_page_of_text_alone_is_not_said_to_be_empty(essai_page: Page, essai: Any) -> None:
    open_essai(essai_page, essai, "ou")
    essai_page.locator("html[data-etat=pret]").wait_for()
    expect(essai_page.locator("#avis")).to_be_hidden()
    # It has no kernel to lose: brought back by « Précédent », it is as it was left.
    assert essai_page.evaluate(BROUGHT_BACK) == 0
