"""The kernels of pages: none left waiting, none left behind, none that another page could end."""

import asyncio
import json
import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psutil
import pytest
from browser.small_suite import kernels, open_essai, signed_in, wait_until
from jupyter_client.connect import LocalPortCache
from playwright.sync_api import Browser, Page, expect
from ports import free_port
from suite_kernels import kernel_processes, suite_kernels

from app.voila.ports import HOST
from app.voila.settings import page_settings

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.slow
def test_twenty_visits_to_a_page_of_eight_outputs_all_end(essai: Any) -> None:
    # Without the remedy, two visits in five hang: twenty that all end by chance would be one time in sixty thousand.
    opener = signed_in(essai)
    opener.open(f"{essai.base}/voila/render/notebooks/sorties.ipynb", timeout=120).read()  # the server has just started
    hung = hanging(essai, opener, 20)
    assert hung == 0, f"{hung} visites sur 20 attendent encore"


def hanging(suite: Any, opener: urllib.request.OpenerDirector, visits: int) -> int:
    """How many of those visits, two at a time, did not end in fifteen seconds."""

    def visit(number: int) -> bool:
        try:
            html = opener.open(f"{suite.base}/voila/render/notebooks/sorties.ipynb", timeout=15).read().decode()
        except (TimeoutError, OSError):
            return False
        kernel = re.search(r'carnets\.noyau\("([-0-9a-f]{36})"\)', html)
        assert kernel
        assert html.count("application/vnd.voila.cell-output+json") == 8
        end = urllib.request.Request(f"{suite.base}/api/kernels/{kernel.group(1)}", method="DELETE")
        end.add_header("Authorization", f"token {suite.key.removeprefix('token=')}")
        urllib.request.urlopen(end, timeout=15).read()
        return True

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(visit, range(visits))).count(False)


def test_fifteen_pages_opened_and_closed_leave_no_kernel(browser: Browser, essai: Any) -> None:
    opener = signed_in(essai)
    before = len(kernels(essai, opener))
    context = browser.new_context()
    context.request.get(f"{essai.base}/api/status?{essai.key}")
    opened = set()
    for number in range(15):
        page = context.new_page()
        page.goto(f"{essai.base}/voila/render/notebooks/formulaire.ipynb")
        opened.add(page.evaluate("document.body.dataset.kernelId"))
        if number % 3 == 0:
            # Closed before its parts are there; the others, once they are.
            page.close(run_before_unload=True)
            continue
        page.locator("html[data-etat=pret]").wait_for(timeout=60_000)
        page.close(run_before_unload=True)
    assert len(opened) == 15
    wait_until(lambda: len(kernels(essai, opener)) <= before, 20, f"noyaux restants : {kernels(essai, opener)}")
    server = psutil.Process(essai.process.pid)
    # Two wait for the next pages; no other process is left.
    wait_until(lambda: len(kernel_processes(server)) <= before + 2, 30, f"{kernel_processes(server)} restants")
    context.close()


def test_a_page_takes_a_kernel_that_was_ready_with_its_folder_and_its_environment(essai: Any) -> None:
    opener = signed_in(essai)
    server = psutil.Process(essai.process.pid)
    seen: list[tuple[set[int], int, str, str]] = []
    spent: list[float] = [-1.0]

    def two_wait() -> bool:
        """One that is being started is there too, and has work to do."""
        found = kernel_processes(server)
        spent.append(sum(sum(one.cpu_times()[:2]) for one in found))
        return len(found) >= len(kernels(essai, opener)) + 2 and spent[-1] - spent[-2] < 0.01

    def visited() -> bool:
        wait_until(two_wait, 60, "aucun noyau prêt")
        ready = {child.pid for child in kernel_processes(server)}
        html = opener.open(f"{essai.base}/voila/render/notebooks/ou.ipynb?a=b", timeout=30).read().decode()
        pid, folder, query = re.search(r"\[(\d+) (\S+) (\S+)\]", html).groups()  # type: ignore[union-attr]
        seen.append((ready, int(pid), folder, query))
        return int(pid) in ready

    wait_until(visited, 60, "aucune page n'a pris un noyau prêt")
    *_, folder, query = seen[-1]
    assert folder.endswith("/notebooks")
    assert query == "a=b"


def test_a_module_dated_in_the_future_throws_no_waiting_kernel_away_and_one_that_changes_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "liaison" / "demain.py"
    module.parent.mkdir()
    module.touch()
    os.utime(module, (2**32, 2**32))
    monkeypatch.setattr("app.voila.kernels.PACKAGES", tmp_path)

    async def visits() -> list[bool]:
        taken, spares = [], {"spare_count": 1, "spare_imports": [], "refill_delay_s": 0}
        async with suite_kernels(config=page_settings(), **spares) as kernels:
            for text in ("", "x = 1"):
                kernels.keep_spares()
                async with asyncio.timeout(60):
                    while not (ready := kernels.ready):
                        await asyncio.sleep(0.05)
                if text:
                    module.write_text(text, encoding="utf-8")
                taken.append(await kernels.start_kernel(env={"VOILA_PREHEAT": "False"}) in ready)
        return taken

    with ThreadPoolExecutor(1) as aside:  # the browser's own loop runs in this thread
        assert aside.submit(asyncio.run, visits()).result(120) == [True, False]


@pytest.mark.parametrize("stolen", ["shell", "control"])
def test_a_page_whose_kernel_finds_one_of_its_ports_taken_is_given_another_kernel(
    stolen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Ports are chosen free, and taken by the kernel a second later: another program may come in between.
    choose, chosen = LocalPortCache.find_available_port, iter(("shell", "iopub", "stdin", "hb", "control"))

    async def visit(other: socket.socket) -> None:
        def choose_and_lose(cache: LocalPortCache, ip: str) -> int:
            port = choose(cache, ip)
            if next(chosen, "") == stolen:
                other.bind((ip, port))
                other.listen()
            return port

        monkeypatch.setattr(LocalPortCache, "find_available_port", choose_and_lose)
        config = page_settings()
        # Jupyter sees the dead one, and forgets it, before the answer that will not come is given up.
        config.KernelRestarter.time_to_dead = 0.1
        async with suite_kernels(config=config, spare_count=0) as kernels:
            kernel = kernels.get_kernel(await kernels.start_kernel(env={"VOILA_PREHEAT": "False"}))
            client: Any = kernel.client()
            client.start_channels()
            try:
                await client.wait_for_ready(timeout=5)
            finally:
                client.stop_channels()

    with socket.socket() as other, ThreadPoolExecutor(1) as aside:
        aside.submit(asyncio.run, visit(other)).result(60)
        assert other.getsockname()[1], "aucun port n'a été pris"


def test_a_cell_that_takes_long_is_no_error_in_the_page(essai_page: Page, essai: Any) -> None:
    faults: list[str] = []
    essai_page.on("pageerror", lambda error: faults.append(str(error)))
    open_essai(essai_page, essai, "longue")
    essai_page.locator("html[data-etat=pret]").wait_for()
    assert "voila_heartbeat()" in essai_page.content()
    assert essai_page.evaluate("document.compatMode") == "CSS1Compat"  # nothing came before the page itself
    assert faults == []
    expect(essai_page.locator("#avis")).to_be_hidden()


def test_reloading_a_page_ends_its_first_kernel(essai_page: Page, essai: Any) -> None:
    opener = signed_in(essai)
    open_essai(essai_page, essai, "formulaire")
    essai_page.locator("html[data-etat=pret]").wait_for()
    first = essai_page.evaluate("document.body.dataset.kernelId")
    essai_page.reload()
    essai_page.locator("html[data-etat=pret]").wait_for()
    wait_until(lambda: first not in {k["id"] for k in kernels(essai, opener)}, 15, "le premier noyau tourne encore")


@pytest.fixture
def hub(tmp_path: Path, folder: Path) -> Iterator[Any]:
    """A plain Jupyter server with the suite's configuration, as on a hub, where one second without anybody is long."""
    reglages = tmp_path / "reglages.py"
    reglages.write_text("from app.voila.settings import page_settings\nc.merge(page_settings())\n", "utf-8")
    options = {
        "ServerApp.root_dir": folder,
        "ServerApp.port": free_port(),
        "ServerApp.open_browser": False,
        "ServerApp.allow_root": True,
        "IdentityProvider.token": "essai",
        "SuiteKernels.cull_idle_timeout": 1,
        "SuiteKernels.cull_interval": 1,
        "SuiteKernels.spare_count": 0,
    }
    command = [sys.executable, "-m", "jupyter_server", f"--config={reglages}"]
    process = subprocess.Popen(
        [*command, *(f"--{name}={value}" for name, value in options.items())],
        cwd=REPOSITORY,
        env={**os.environ, "JUPYTER_CONFIG_DIR": str(tmp_path), "JUPYTER_RUNTIME_DIR": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield SimpleNamespace(base=f"http://{HOST}:{options['ServerApp.port']}", key="token=essai", process=process)
    process.terminate()
    process.wait(15)


def answers(suite: Any) -> bool:
    with suppress(OSError):
        return bool(urllib.request.urlopen(f"{suite.base}/api/status?{suite.key}", timeout=20).status == 200)
    return False


def test_the_kernel_of_a_page_that_nobody_looks_at_any_more_ends_and_that_of_a_lesson_stays(hub: Any) -> None:
    wait_until(lambda: answers(hub), 30, "le serveur ne répond pas")
    opener = signed_in(hub)
    headers = {"Authorization": "token essai", "Content-Type": "application/json"}
    start = urllib.request.Request(f"{hub.base}/api/kernels", data=b"{}", headers=headers)
    lesson = json.loads(urllib.request.urlopen(start, timeout=30).read())["id"]
    # Read without a browser: no page is there to end its kernel, or to be connected to it.
    html = opener.open(f"{hub.base}/voila/render/notebooks/formulaire.ipynb", timeout=30).read().decode()
    page = re.search(r'carnets\.noyau\("([-0-9a-f]{36})"\)', html).group(1)  # type: ignore[union-attr]
    wait_until(lambda: page not in {k["id"] for k in kernels(hub, opener)}, 15, "le noyau oublié tourne encore")
    assert lesson in {k["id"] for k in kernels(hub, opener)}


def test_a_closing_page_cannot_end_a_kernel_of_jupyterlab(essai: Any) -> None:
    opener = signed_in(essai)
    token = {"Authorization": f"token {essai.key.removeprefix('token=')}", "Content-Type": "application/json"}
    start = urllib.request.Request(f"{essai.base}/api/kernels", data=b"{}", headers=token)
    kernel = json.loads(urllib.request.urlopen(start, timeout=30).read())["id"]
    end = urllib.request.Request(f"{essai.base}/voila/api/shutdown/{kernel}", data=b"", headers=token)
    assert urllib.request.urlopen(end, timeout=20).status == 204
    assert kernel in {k["id"] for k in kernels(essai, opener)}
    urllib.request.urlopen(urllib.request.Request(f"{essai.base}/api/kernels/{kernel}", headers=token, method="DELETE"))
