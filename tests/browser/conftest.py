"""A running suite and a real Chromium for the browser tests, with the checks that every page must pass."""

import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.practice_walk import french, mirrored, page_of
from browser.small_suite import small_suite, started
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request, expect, sync_playwright
from practice_host import SiteHost, site_host
from waiting import wait_until

from widgets.diagnostic.form_page import build_form_site

# What a page shows is waited for as long as a gesture is: a busy machine is no fault of the page.
expect.set_options(timeout=20_000)

# A shell that starts the tests in the background has them ignore Ctrl-C, and all that they start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

REPOSITORY = Path(__file__).parents[2]
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S+")
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A colour half-way through a fade is no colour of ours, nor one about to begin; what turns for ever is not waited for.
FADES_ENDED = """async () => {
    // Inside what is folded, a fade waits to be seen, and never ends.
    const fades = () => document.getAnimations().filter((one) =>
        one.effect.getComputedTiming().endTime < Infinity && one.effect.target?.checkVisibility());
    const frame = () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    do {
        await Promise.allSettled(fades().map((one) => one.finished));
        await frame();
    } while (fades().length);
    return true;
}"""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDGET = "html[data-etat=pret] main"


class RunningSuite:
    """`python -m app.voila` as a newcomer starts it: its process, its address, what it printed."""

    def __init__(
        self, *arguments: str, env: dict[str, str] | None = None, through: Sequence[str] = (), browser: bool = False
    ) -> None:
        quiet = () if browser else ("--no-browser",)
        self.process = subprocess.Popen(
            [*through, sys.executable, "-m", "app.voila", *quiet, *arguments],
            cwd=REPOSITORY,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.lines: list[str] = []
        self._queue: Queue[str | None] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            self._queue.put(line)
        self._queue.put(None)

    def wait_for_address(self, timeout_s: float = 60) -> str:
        """The first address printed, with its token, once the sentence that follows it is there too."""
        address = ""
        while True:
            try:
                line = self._queue.get(timeout=timeout_s)
            except Empty:
                raise AssertionError("Le serveur n'a pas donné son adresse :\n" + self.output) from None
            if line is None:
                raise AssertionError("Le serveur s'est arrêté :\n" + self.output)
            if address:
                return address
            if found := ADDRESS.search(line):
                address = found.group()

    def line_since(self, before: int) -> str:
        """The one line printed since there were so many: it is read a moment after the page has its answer."""
        wait_until(lambda: self.lines[before:], "rien n'est dit au terminal")
        (line,) = self.lines[before:]
        return line

    @property
    def output(self) -> str:
        """Everything printed so far."""
        return "\n".join(self.lines)

    def stop(self) -> int:
        """Interrupt it as Ctrl-C does, then insist; the exit code."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(5)
        return self.process.returncode


@pytest.fixture(scope="session")
def start_suite() -> Iterator[Callable[..., RunningSuite]]:
    """Start one more suite with other arguments; every one is stopped at the end."""
    started: list[RunningSuite] = []

    def start(*arguments: str, **options: Any) -> RunningSuite:
        suite = RunningSuite(*arguments, **options)
        started.append(suite)
        return suite

    yield start
    for suite in started:
        suite.stop()


@pytest.fixture(scope="session")
def suite_address(start_suite: Callable[..., RunningSuite]) -> str:
    """The address that the running suite printed: the home, with the token."""
    return start_suite("--port", "0").wait_for_address()


@pytest.fixture(scope="session")
def suite_url(suite_address: str) -> str:
    """`http://127.0.0.1:<port>` of the running suite; `page` and `phone` already hold its cookie."""
    parts = urlsplit(suite_address)
    return f"{parts.scheme}://{parts.netloc}"


def chromium_path(*first: str) -> str | None:
    """The system's Chromium, or None for the one that Playwright installed; `first`: names to look for before."""
    names = (*first, "chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if (found := shutil.which(name))), None)


def shell_path() -> str | None:
    """The same Chromium without the window that no test looks at, as Playwright's is: two thirds of the time."""
    return chromium_path("chromium-headless-shell")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole session: the system's when there is one, else Playwright's."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shell_path(), args=CHROMIUM_ARGUMENTS)
        yield chromium
        chromium.close()


def signed_in(browser: Browser, address: str, **options: Any) -> BrowserContext:
    """A browser context that holds the cookie of the suite whose address was printed."""
    context = browser.new_context(locale="fr-FR", timezone_id="Europe/Paris", **options)
    context.set_default_timeout(20_000)
    # The token alone signs the context in, on a page that starts no kernel.
    parts = urlsplit(address)
    context.request.get(f"{parts.scheme}://{parts.netloc}/api/status?{parts.query}")
    return context


def leave(context: BrowserContext) -> None:
    """Close the pages of a context as a person leaves them: closed under them by a browser without a window, they tell
    the server nothing, and their kernels stay.
    """
    for page in context.pages:
        page.on("dialog", lambda dialog: dialog.accept())
        with suppress(Error):  # lost, or closed already
            page.goto("about:blank", wait_until="commit", timeout=5_000)
    context.close()


def _watched(page: Page, host: str) -> list[str]:
    """Collect what no page of the suite may do: fail in the console, throw, or ask another host."""
    faults: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(f"console : {message.text} ({message.location.get('url', '')})")

    def on_error(error: Error) -> None:
        faults.append(f"erreur JavaScript : {error}")

    def on_request(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != host:
            faults.append(f"appel à un autre hôte : {request.url}")

    page.on("console", on_console)
    page.on("pageerror", on_error)
    page.on("request", on_request)
    page.on("websocket", lambda socket: _check_socket(socket.url, host, faults))
    return faults


def _check_socket(url: str, host: str, faults: list[str]) -> None:
    if urlsplit(url).netloc != host:
        faults.append(f"appel à un autre hôte : {url}")


def watched_page(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """A signed-in page that must end with nothing in its console, and no call to another host."""
    context = signed_in(browser, address, **options)
    page = context.new_page()
    faults = _watched(page, urlsplit(address).netloc)
    # A test that provokes an error on purpose empties this list: `page.faults.clear()`.
    page.faults = faults  # type: ignore[attr-defined]
    yield page
    found = list(faults)
    leave(context)
    assert not found, "La page n'est pas propre :\n" + "\n".join(found)


@pytest.fixture(scope="module")
def remembering(browser: Browser) -> Iterator[Browser]:
    """A browser that keeps as they are the pages that one leaves, as people's do: Playwright's own does not, nor does
    the one without a window.
    """
    made = browser.browser_type.launch(
        executable_path=chromium_path(),
        args=CHROMIUM_ARGUMENTS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield made
    made.close()


@pytest.fixture
def page(browser: Browser, suite_address: str) -> Iterator[Page]:
    """A signed-in page of 1280×800; the test fails on a console or page error, or on a call to another host."""
    yield from watched_page(browser, suite_address, viewport={"width": 1280, "height": 800})


@pytest.fixture
def phone(browser: Browser, suite_address: str) -> Iterator[Page]:
    """The same on a phone of 360×740 with a touch screen."""
    size = {"width": 360, "height": 740}
    yield from watched_page(browser, suite_address, viewport=size, has_touch=True, is_mobile=True)


@pytest.fixture
def host() -> Iterator[SiteHost]:
    """A public server with the practice site, for one test."""
    with site_host() as started:
        yield started


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """The pages of a phone of 360×740 on which nothing is kept yet; they call whom they want."""
    made = browser.new_context(viewport={"width": 360, "height": 740})
    made.set_default_timeout(20_000)
    yield made
    made.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small suite of test notebooks."""
    return small_suite(tmp_path_factory.mktemp("suite"))


@pytest.fixture(scope="module")
def essai(start_suite: Callable[..., Any], folder: Path) -> Any:
    """A server on the test notebooks, with its address, its key and its process."""
    return started(start_suite, folder)


@pytest.fixture
def essai_page(browser: Browser) -> Any:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(60_000)
    yield context.new_page()
    leave(context)


@pytest.fixture(scope="session")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of two pages of the practice ENT with nothing else on them, by language."""
    folder = tmp_path_factory.mktemp("pratique")
    return {data["language"]["code"]: page_of(data, folder) for data in (french(), mirrored())}


@pytest.fixture
def open_practice(browser: Browser, addresses: dict[str, str]) -> Iterator[Callable[..., Page]]:
    """`open_practice("ar", "#aidant=1")` gives such a page by touch; the test fails on any error of the script."""
    faults: list[str] = []
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, locale="fr-FR")
    context.set_default_timeout(20_000)

    def open_(code: str = "fr", fragment: str = "", before: Callable[[Page], None] = lambda page: None) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        before(page)
        page.goto(addresses[code] + fragment)
        return page

    yield open_
    context.close()
    assert not faults


@pytest.fixture(scope="session")
def form_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The questionnaire of families as on a USB stick: files, no server."""
    folder = tmp_path_factory.mktemp("questionnaire")
    build_form_site(folder)
    return folder


@pytest.fixture
def touched(browser: Browser) -> Iterator[BrowserContext]:
    """The pages of a telephone in French, by touch, on which nothing is kept yet."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, locale="fr-FR")
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def open_form(touched: BrowserContext, form_site: Path) -> Iterator[Callable[..., Page]]:
    """`open_form("ar", "#niveau=cp")` gives a page; the test fails on any error or message of the browser."""
    faults: list[str] = []

    def open_(code: str = "fr", fragment: str = "", script: str = "") -> Page:
        page = touched.new_page()
        page.add_init_script(script)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.on(
            "request", lambda asked: faults.append(asked.url) if not asked.url.startswith(("file:", "blob:")) else None
        )
        page.goto((form_site / f"{code}.html").as_uri() + fragment)
        return page

    yield open_
    assert not faults


@pytest.fixture
def open_app(suite_url: str) -> Callable[..., None]:
    """`open_app(page, "galerie.ipynb")` opens that notebook in Voilà and waits until its widgets are there."""

    def open_(page: Page, notebook: str, wait_for: str = WIDGET, timeout_ms: float = 60_000) -> None:
        address = f"{suite_url}/voila/render/notebooks/{notebook}"
        if page.url == address and "#" in address:  # to go there again would be to go nowhere
            page.reload(timeout=timeout_ms)
        else:
            page.goto(address, timeout=timeout_ms)
        page.locator(wait_for).first.wait_for(state="visible", timeout=timeout_ms)

    return open_


@pytest.fixture
def axe() -> Callable[..., None]:
    """`axe(page)` asserts that axe-core finds nothing against WCAG 2.2 AA on the page, once its fades have ended.

    At a step of a lab, nor is a level of headings skipped.
    """

    def check(page: Page, context: str | None = None) -> None:
        page.evaluate(FADES_ENDED)
        rules = {"heading-order": {"enabled": page.locator(".carnets-path-body").count() > 0}}
        options = {"runOnly": {"type": "tag", "values": WCAG}, "rules": rules, "resultTypes": ["violations"]}
        if not page.evaluate("'axe' in window"):  # half a megabyte, which a page reads once
            page.evaluate(Axe().axe_script)
        result = page.evaluate("([where, options]) => axe.run(where ?? document, options)", [context, options])
        assert len(result["passes"]) > 3, "axe-core n'a presque rien vérifié : la page est-elle vide ?"
        lines = [
            f"{violation['id']} ({violation['impact']}) : {violation['help']}\n"
            + "\n".join(
                f"    {', '.join(map(str, node['target']))}\n      {node['html'][:160]}"
                for node in violation["nodes"][:5]
            )
            for violation in result["violations"]
        ]
        assert not lines, "axe-core :\n" + "\n".join(lines)

    return check


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder `browser`."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
