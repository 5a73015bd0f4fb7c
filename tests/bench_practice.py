"""Ce que coûte l'ENT d'entraînement : le poids du premier écran, ses requêtes, le temps jusqu'à ce qu'il se voie.

Le site est servi tel quel, sans compression, comme par le plus simple des hébergeurs. « 4G » : le réseau et le
processeur d'un téléphone moyen, imités par Chromium (9 Mbit/s, 60 ms d'aller-retour, processeur quatre fois plus
lent). Le navigateur est déjà ouvert, et n'a rien gardé.
"""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench_voila import _wait_until_quiet, chromium
from playwright.sync_api import Browser, BrowserContext, Page
from practice_host import site_host

from liaison.practice.wording import spoken

REPOSITORY = Path(__file__).parents[1]
VISITS = 5
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
FOUR_G = {"offline": False, "latency": 60, "downloadThroughput": 9e6 / 8, "uploadThroughput": 1.5e6 / 8}
SLOWER = 4
WINDOW_MS = 1_500
APPLICATION = "voila/render/notebooks/04_decouverte_ent/application.ipynb"
# Painted, and not only in the document: the next frame but one.
WATCH = """
const look = () => {
  const seen = document.querySelector("#pratique button");
  if (seen?.checkVisibility() && seen.getClientRects().length)
    requestAnimationFrame(() => requestAnimationFrame(() => (window.firstScreenMs = performance.now())));
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


def measure(small: bool = False) -> dict[str, float]:
    """Return the figures of the static page (the heaviest language, the first one) and of the same page in Voilà."""
    visits = 1 if small else VISITS
    with chromium(small) as browser, site_host() as host:
        pages = [f"{host.url}/{code}.html" for code in list(spoken())[: 1 if small else None]]
        weights = [_visit(browser, url) for url in pages]
        french = [_visit(browser, pages[0])[0] for _ in range(visits)]
        slow = [_visit(browser, pages[0], slow=True)[0] for _ in range(visits)]
        return {
            "practice.first_load_kib": max(kib for _, kib, _ in weights),
            "practice.requests": max(count for *_, count in weights),
            "practice.first_screen_ms": statistics.median(french),
            "practice.first_screen_4g_ms": statistics.median(slow),
            "practice.voila_warm_ms": _voila(browser, visits),
        }


def _visit(browser: Browser, url: str, slow: bool = False) -> tuple[float, float, float]:
    """Milliseconds to the first screen, KiB received and requests made, in a browser that has nothing in store."""
    context = browser.new_context(**PHONE)  # type: ignore[arg-type]
    page = _settled(context)
    finished: list[Any] = []
    page.on("requestfinished", lambda request: finished.append(request))
    page.add_init_script(WATCH)
    if slow:
        tools = context.new_cdp_session(page)
        tools.send("Network.enable")
        tools.send("Network.emulateNetworkConditions", FOUR_G)
        tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(url, wait_until="commit")
    elapsed_ms = _first_screen(page)
    page.wait_for_load_state("networkidle")
    sizes = [request.sizes() for request in finished]
    context.close()
    kib = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes) / 1024
    return elapsed_ms, kib, float(len(sizes))


def _settled(context: BrowserContext) -> Page:
    """A page of a browser that is already open: Chromium takes half a second to draw its own window."""
    page = context.new_page()
    page.wait_for_timeout(WINDOW_MS)
    return page


def _first_screen(page: Any) -> float:
    # The page forbids what `wait_for_function` does: it is asked again and again instead.
    for _ in range(3_000):
        if found := page.evaluate("window.firstScreenMs ?? 0"):
            return float(found)
        page.wait_for_timeout(20)
    raise AssertionError("le premier écran n'est pas venu en une minute")


def _voila(browser: Browser, visits: int) -> float:
    """Median milliseconds to the first screen in Voilà, when a kernel is ready."""
    from browser.conftest import RunningSuite, signed_in

    suite = RunningSuite("--port", "0")
    try:
        address = suite.wait_for_address()
        url = "{0.scheme}://{0.netloc}/".format(urlsplit(address)) + APPLICATION
        times = []
        for _ in range(visits):
            _wait_until_quiet(suite.process.pid, 2)
            context = signed_in(browser, address, **PHONE)
            page = _settled(context)
            page.add_init_script(WATCH)
            page.goto(url, wait_until="commit")
            times.append(_first_screen(page))
            context.close()
    finally:
        suite.stop()
    return statistics.median(times)
