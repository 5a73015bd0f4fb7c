"""Ce que coûte l'ouverture d'une page : le temps jusqu'au premier réglage, ce qui est chargé.

Chaque visite se fait dans un navigateur neuf, qui n'a rien en réserve. « Chaud » : le serveur tient un noyau
prêt. « Froid » : il n'en tient aucun, et la page lance le sien.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil
from playwright.sync_api import Browser, Page, sync_playwright
from suite_kernels import kernel_processes, suite_kernels

from app.voila.settings import page_settings

REPOSITORY = Path(__file__).parents[1]

VISITS = 5
PAGES = 9
FIELDS = 10
# The instant, from the start of the navigation, at which something of a kind is on the screen.
WATCH = """
(() => {
  const look = () => {
    const found = [...document.querySelectorAll(%s)];
    if (found.some((one) => one.checkVisibility() && one.getClientRects().length))
      window.seenMs = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()
"""
CONTROL = "main :is(input, select, button, textarea, a)"
FAMILY = ".groupes .points path[d]:not([d=''])"
FORM = f"import ipywidgets as w\nw.VBox([w.Text(description=f'champ {{i}}') for i in range({FIELDS})])"
LAB = "01_messagerie_ent/application"


def other_labs() -> dict[str, str]:
    """The notebooks of the other laboratories, each with its subject: what they promise is read in a run only."""
    from browser.labs import every_lab

    labs = {lab.app.partition(".ipynb")[0]: subject for subject, lab in every_lab().items()}
    return {notebook: subject for notebook, subject in labs.items() if notebook != LAB}


SEEN = "() => window.seenMs"


def watch(selector: str) -> str:
    """The script that notes when one of these is visible."""
    return WATCH % json.dumps(selector)


def measure(small: bool = False) -> dict[str, float]:
    """Return the figures of the form of ten controls, of the home and of the lab, by their stable names."""
    visits = 1 if small else VISITS
    labs, others = there([LAB]), other_labs()
    with tempfile.TemporaryDirectory() as folder, chromium(small) as browser:
        form(Path(folder))
        ((form_warm, form_kib, requests),) = _visits(browser, ["formulaire"], Path(folder), 2, visits)
        ((form_cold, *_),) = _visits(browser, ["formulaire"], Path(folder), 0, visits)
        (home_warm, home_kib, _), *lab = _visits(browser, ["accueil", *labs, *others], REPOSITORY, 2, visits, labs)
        figures = {
            "voila.first_control_warm_ms": form_warm,
            "voila.first_control_cold_ms": form_cold,
            "voila.first_visit_kib": form_kib,
            "voila.first_visit_requests": requests,
            "voila.home_warm_ms": home_warm,
            "voila.home_first_visit_kib": home_kib,
        }
        pictures = lab[len(labs) + len(others) :]
        for name, (warm, *_) in zip(others, lab[len(labs) : len(lab) - len(pictures)], strict=True):
            figures[f"voila.{others[name]}_first_control_warm_ms"] = warm
        for (lab_warm, lab_kib, _), (picture, *_) in zip(lab[: len(labs)], pictures, strict=True):
            ((lab_cold, *_),) = _visits(browser, labs, REPOSITORY, 0, visits)
            figures |= {
                "voila.lab_first_picture_ms": picture,
                "voila.lab_first_control_warm_ms": lab_warm,
                "voila.lab_first_control_cold_ms": lab_cold,
                "voila.lab_first_visit_kib": lab_kib,
            }
    # Playwright has a loop of its own until its browser is closed.
    pages = 1 if small else PAGES
    new, copied = (asyncio.run(_kernel_of_a_page(spares, pages)) for spares in (0, 1))
    figures |= {"voila.kernel_new_cpu_ms": new[0], "voila.kernel_new_own_mib": new[1]}
    figures |= {"voila.kernel_copied_cpu_ms": copied[0], "voila.kernel_copied_own_mib": copied[1]}
    return figures


def there(names: Iterable[str]) -> list[str]:
    """Those of these notebooks that the folder has: a study can be taken away."""
    return [name for name in names if (REPOSITORY / "notebooks" / f"{name}.ipynb").is_file()]


async def _kernel_of_a_page(spares: int, pages: int) -> tuple[float, float]:
    """Median processor ms of the kernel of a page that has read what pages use, and MiB that no other process shares.

    Without spares it is a new process, else a copy.
    """
    config = page_settings()
    config.SuiteKernels.update(spare_count=spares, refill_delay_s=3600.0)
    taken = []
    async with suite_kernels(config=config) as kernels:
        for _ in range(pages):
            kernel: Any = kernels.get_kernel(await kernels.start_kernel(env={"VOILA_PREHEAT": "False"}))
            client: Any = kernel.client()
            client.start_channels()
            await client.wait_for_ready()
            await client.execute(f"import {', '.join(kernels.spare_imports)}", reply=True)
            client.stop_channels()
            process = psutil.Process(kernel.provisioner.pid)
            taken.append((1000 * _cpu_s(process), process.memory_full_info().uss / 2**20))
    cpu_ms, own_mib = zip(*taken, strict=True)
    return statistics.median(cpu_ms), statistics.median(own_mib)


def form(folder: Path) -> None:
    """Write a folder of notebooks that has the form of ten fields, `formulaire`."""
    python = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for name, code in (("formulaire", FORM), ("accueil", "1")):
        cell: dict[str, Any] = {
            "cell_type": "code",
            "id": name,
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": code,
        }
        book = {"cells": [cell], "metadata": {"kernelspec": python}, "nbformat": 4, "nbformat_minor": 5}
        (folder / "notebooks").mkdir(exist_ok=True)
        (folder / "notebooks" / f"{name}.ipynb").write_text(json.dumps(book), encoding="utf-8")


@contextmanager
def chromium(small: bool) -> Iterator[Browser]:
    """The browser that is measured; in small, where figures say nothing, the one without its window."""
    from browser.conftest import CHROMIUM_ARGUMENTS, chromium_path, shell_path

    path = shell_path() if small else chromium_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


def _visits(
    browser: Browser,
    names: list[str],
    folder: Path,
    spares: int,
    visits: int,
    pictured: Sequence[str] = (),
) -> list[tuple[float, float, float]]:
    """Of each page, median milliseconds to the first control, KiB received and requests made, over fresh browsers; then
    of each of those `pictured`, to its first picture in place of its first control.
    """
    from browser.conftest import RunningSuite, signed_in

    suite = RunningSuite("--port", "0", "--spare-kernels", str(spares), "--folder", str(folder))
    found = []
    try:
        address = suite.wait_for_address()
        for name, after in [*((one, None) for one in names), *((one, first_picture_ms) for one in pictured)]:
            url = "{0.scheme}://{0.netloc}".format(urlsplit(address)) + f"/voila/render/notebooks/{name}.ipynb"
            taken = []
            for _ in range(visits):
                _wait_until_quiet(suite.process.pid, spares)
                context = signed_in(browser, address)
                taken.append(visit(context.new_page(), url, CONTROL, after))
                context.close()
            times, sizes, counts = zip(*taken, strict=True)
            found.append((statistics.median(times), statistics.median(sizes), statistics.median(counts)))
    finally:
        suite.stop()
    return found


def visit(
    page: Page, url: str, selector: str, after: Callable[[Page], float] | None = None
) -> tuple[float, float, float]:
    """Open a page; milliseconds until one of these is visible (or what is measured `after`), KiB and requests."""
    finished = []
    page.on("requestfinished", lambda request: finished.append(request))
    page.add_init_script(watch(selector))
    page.goto(url, wait_until="commit")
    # Read by the page itself, from the start of the navigation: Playwright looks only every half-second.
    elapsed_ms = page.wait_for_function(SEEN, timeout=60_000).json_value()
    if after is not None:
        elapsed_ms = after(page)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    sizes = [request.sizes() for request in finished]
    kib = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes) / 1024
    page.close(run_before_unload=True)
    return elapsed_ms, kib, float(len(finished))


def first_picture_ms(page: Page) -> float:
    """Place the bet of a lab; milliseconds from the press until its families are drawn."""
    page.get_by_role("radio").first.check()
    button = page.locator("main button").filter(has_text="Voir").first
    button.wait_for()
    page.evaluate(f"() => {{ delete window.seenMs; {watch(FAMILY)} }}")
    pressed_ms = button.evaluate("(one) => { const now = performance.now(); one.click(); return now; }")
    return float(page.wait_for_function(SEEN, timeout=60_000).json_value() - pressed_ms)


def _cpu_s(process: psutil.Process) -> float:
    """The processor time that a process has had; none when it has ended meanwhile."""
    try:
        return sum(process.cpu_times()[:2])
    except psutil.NoSuchProcess:
        return 0.0


def _wait_until_quiet(pid: int, spares: int) -> None:
    """Wait until the spare kernels are there and have nothing left to do."""
    server = psutil.Process(pid)
    deadline, before = time.monotonic() + 60, -1.0
    while time.monotonic() < deadline:
        children = kernel_processes(server)
        spent = sum(map(_cpu_s, children))
        if len(children) >= spares and abs(spent - before) < 0.02:
            return
        before = spent
        time.sleep(1.5)
