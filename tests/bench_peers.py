"""Le même formulaire de dix champs, fait par d'autres, dans la même mesure : Voilà tel quel, et NiceGUI s'il est là.

`nox -s bench -- --only voila --peers`. NiceGUI n'est dans aucune liste du projet : on l'ajoute à l'environnement
de la mesure (docs/mesures.md).
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench_voila import FIELDS, VISITS, chromium, form, visit
from playwright.sync_api import Browser
from ports import free_port

START_S = 60
FORM = f"""
from nicegui import ui
for number in range({FIELDS}):
    ui.input(label=f"champ {{number}}")
ui.run(host="127.0.0.1", port=int(__import__("sys").argv[1]), show=False, reload=False)
"""


def peers(small: bool = False) -> dict[str, float]:
    """Return the milliseconds to the first field of each peer that is installed, its server warm, and KiB received."""
    visits = 1 if small else VISITS
    figures = dict[str, float]()
    with tempfile.TemporaryDirectory() as place, chromium(small) as browser:
        for name, (words, selector) in _peers(Path(place)).items():
            with _server(*words) as port:
                taken = [_fresh(browser, f"http://127.0.0.1:{port}/", selector) for _ in range(visits + 1)][1:]
            times, sizes, _ = zip(*taken, strict=True)
            figures[f"peers.{name}_first_control_warm_ms"] = statistics.median(times)
            figures[f"peers.{name}_first_visit_kib"] = statistics.median(sizes)
    return figures


def _peers(folder: Path) -> dict[str, tuple[list[str], str]]:
    """Return, of each peer, the words that start it, before the number of its port, and what its fields are."""
    form(folder)
    notebook = str(folder / "notebooks" / "formulaire.ipynb")
    voila = ["-m", "voila", notebook, "--no-browser", "--Voila.ip=127.0.0.1", "--port"]
    found = {"voila": (voila, "input")}
    if find_spec("nicegui"):
        (folder / "formulaire.py").write_text(FORM, encoding="utf-8")
        found["nicegui"] = ([str(folder / "formulaire.py")], "input")
    return found


@contextmanager
def _server(*words: str) -> Iterator[int]:
    port, deadline = free_port(), time.monotonic() + START_S
    server = subprocess.Popen([sys.executable, *words, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not _answers(port):
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{words} n'a pas démarré")
            time.sleep(0.2)
        yield port
    finally:
        server.terminate()
        server.wait(15)


def _answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/static/nothing", timeout=5):
            return True
    except URLError as error:
        return hasattr(error, "code")  # it answers, that there is no such thing


def _fresh(browser: Browser, url: str, selector: str) -> tuple[float, float, float]:
    context = browser.new_context()
    try:
        return visit(context.new_page(), url, selector)
    finally:
        context.close()
