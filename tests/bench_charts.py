"""Compare charting libraries where the suite shows charts: a Voilà page, off line, updated from Python.

Not a test: the figures of docs/mesures.md (« Les graphiques ») come from here. It wants an environment of its own
(the libraries that were not kept are in no list of the project); that page gives the two commands.
Each library draws the same eight horizontal bars with their counts; Python changes them forty times; the browser
says when the new number stands in the page. Any request to another host is refused and counted.
"""

import asyncio
import json
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

UPDATES = 40


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


PORT = free_port()
# The system's Chromium when there is one, else the one that Playwright installed.
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

DRIVER = """
import anywidget, traitlets
class Driver(anywidget.AnyWidget):
    asked = traitlets.Int(0).tag(sync=True)
    _esm = '''export default { render({model, el}) {
      globalThis.ask = v => { model.set("asked", v); model.save_changes(); };
      el.textContent = "prêt" } }'''
driver = Driver()
names = ["profil %d" % i for i in range(8)]
def rows(v):
    return [(n, (v * 7 + 31 * i) % 90 + 5) for i, n in enumerate(names)]
def title(v):
    return "marque %d." % v
"""

CHARTS = {
    "témoin (page sans graphique)": (
        "",
        "from IPython.display import HTML\nview = HTML('<p>marque 0.</p>')\ndef update(v): pass",
    ),
    "altair": (
        "import altair",
        """
import altair as alt
if OFFLINE: alt.JupyterChart.enable_offline()
def spec(v):
    data = alt.Data(values=[{"n": n, "c": c, "l": str(c)} for n, c in rows(v)])
    base = alt.Chart(data).encode(y=alt.Y("n:N", sort=None), x=alt.X("c:Q"))
    return (base.mark_bar() + base.mark_text(align="left", dx=4).encode(text="l:N")).properties(
        title=title(v), usermeta={"embedOptions": {"renderer": "svg", "actions": False}})
view = alt.JupyterChart(spec(0), embed_options={"renderer": "svg", "actions": False})
def update(v): view.chart = spec(v)
""",
    ),
    "plotly": (
        "import plotly.graph_objects as go; go.FigureWidget",
        """
import plotly.graph_objects as go
view = go.FigureWidget(go.Bar(x=[c for _, c in rows(0)], y=names, text=[str(c) for _, c in rows(0)], orientation="h"))
view.layout.title = title(0)
def update(v):
    with view.batch_update():
        view.data[0].x = [c for _, c in rows(v)]
        view.data[0].text = [str(c) for _, c in rows(v)]
        view.layout.title = title(v)
""",
    ),
    "pyobsplot": (
        "import pyobsplot",
        """
from pyobsplot import Plot
import ipywidgets
def draw(v):
    data = [{"n": n, "c": c} for n, c in rows(v)]
    return Plot.plot({"title": title(v), "marginLeft": 80, "marks": [
        Plot.barX(data, {"x": "c", "y": "n"}),
        Plot.text(data, {"x": "c", "y": "n", "text": "c", "dx": 12})]})
view = ipywidgets.VBox([draw(0)])
def update(v): view.children = [draw(v)]
""",
    ),
    "matplotlib (SVG)": (
        "import matplotlib.figure",
        """
import io, ipywidgets
import matplotlib
from matplotlib.figure import Figure
matplotlib.rcParams["svg.fonttype"] = "none"
def draw(v):
    figure = Figure(figsize=(6.4, 3)); axes = figure.subplots()
    bars = axes.barh(names, [c for _, c in rows(v)]); axes.bar_label(bars); axes.set_title(title(v))
    out = io.StringIO(); figure.savefig(out, format="svg"); return out.getvalue()
view = ipywidgets.HTML(draw(0))
def update(v): view.value = draw(v)
""",
    ),
    "bokeh": (
        "import bokeh.plotting",
        """
from bokeh.plotting import figure
from bokeh.models import ColumnDataSource, LabelSet
from jupyter_bokeh.widgets import BokehModel
import bokeh.io; bokeh.io.output_notebook(hide_banner=True) if not OFFLINE else None
source = ColumnDataSource(dict(n=names, c=[c for _, c in rows(0)]))
plot = figure(y_range=names, height=300, title=title(0)); plot.hbar(y="n", right="c", height=0.7, source=source)
view = BokehModel(plot)
def update(v):
    source.data = dict(n=names, c=[c for _, c in rows(v)]); plot.title.text = title(v)
""",
    ),
    "Chart (suite)": (
        "import widgets.kit.chart",
        """
from widgets.kit.chart import Chart
def data(v): return [{"label": n, "count": c, "total": 100} for n, c in rows(v)]
view = Chart(kind="bars", title=title(0), alt="Huit profils.", data=data(0), unit="familles")
def update(v): view.show(title=title(v), data=data(v))
""",
    ),
}


def import_seconds(statement: str, times: int = 5) -> float:
    """Return the median of five imports, each in a new interpreter, in processor time."""
    code = f"import time; t = time.process_time(); {statement or 'pass'}; print(time.process_time() - t)"
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True) for _ in range(times)]
    return statistics.median(float(run.stdout) for run in runs)


def notebook(body: str, offline: bool) -> str:
    """Return a notebook of one cell that shows the driver and the chart."""
    source = f"OFFLINE = {offline}\n{DRIVER}\n{body}\nfrom IPython.display import display\n"
    source += "driver.observe(lambda change: update(change.new), 'asked')\ndisplay(driver)\ndisplay(view)"
    cell: dict[str, Any] = {
        "cell_type": "code",
        "id": "a",
        "metadata": {},
        "execution_count": None,
        "outputs": [],
        "source": source,
    }
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}, "cells": [cell]})


# Waits, frame by frame, until the mark of the asked update stands in the page; null after four seconds.
WAIT = """v => new Promise(done => { const t0 = performance.now(); globalThis.ask(v);
  const look = () => { const text = document.body.textContent;
    if (text.includes(`marque ${v}.`)) done(performance.now() - t0);
    else if (performance.now() - t0 > 4000) done(null); else requestAnimationFrame(look) };
  look() })"""


async def visit(browser: object, url: str, updates: int) -> dict[str, object]:
    """Open one page: bytes, refused requests, time to the first chart, updates, axe."""
    from axe_playwright_python.async_playwright import Axe

    page = await browser.new_page(viewport={"width": 1280, "height": 800})  # type: ignore[attr-defined]
    sizes: list[int] = []
    refused: list[str] = []

    async def route(route: object) -> None:
        if f"127.0.0.1:{PORT}" in route.request.url or not route.request.url.startswith("http"):  # type: ignore[attr-defined]
            await route.continue_()  # type: ignore[attr-defined]
        else:
            refused.append(route.request.url)  # type: ignore[attr-defined]
            await route.abort()  # type: ignore[attr-defined]

    async def count(response: object) -> None:
        try:
            sizes.append(len(await response.body()))  # type: ignore[attr-defined]
        except Exception:
            sizes.append(0)

    sent: list[int] = []
    page.on("websocket", lambda ws: ws.on("framereceived", lambda data: sent.append(len(data))))
    page.on("response", count)
    await page.route("**/*", route)
    start = time.perf_counter()
    await page.goto(url)
    await page.wait_for_function("globalThis.ask !== undefined", timeout=60_000)
    try:
        await page.wait_for_function("document.body.textContent.includes('marque 0.')", timeout=6_000)
        first = time.perf_counter() - start
    except Exception:
        first = float("nan")
    await page.wait_for_timeout(1500)
    before = sum(sizes) + sum(sent)
    times: list[float | None] = []
    # A drawing that the page's text does not show (bokeh paints on a canvas) cannot be timed this way.
    while first == first and len(times) < updates and None not in times:
        times.append(await page.evaluate(WAIT, len(times) + 1))
    drawn = [t for t in times if t is not None]
    violations = (await Axe().run(page)).response["violations"]
    found = {v["id"]: len(v["nodes"]) for v in violations}
    await page.close()
    return {
        "page_kib": round(before / 1024),
        "first_s": round(first, 2),
        "update_ms_median": round(statistics.median(drawn), 1) if drawn else None,
        "update_ms_p95": round(sorted(drawn)[int(0.95 * len(drawn)) - 1], 1) if drawn else None,
        "other_hosts": sorted({url.split("/")[2] for url in refused}),
        "axe": found,
    }


async def _answers() -> None:
    """Wait until the server answers, a minute at most: a busy machine takes its time to start it."""
    for left in reversed(range(240)):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/").read()
        except urllib.error.URLError:
            if not left:
                raise
            await asyncio.sleep(0.25)
        else:
            return


async def main() -> None:
    """Measure every library and print one JSON line for each."""
    from playwright.async_api import async_playwright

    # `--small`: every line runs; the figures say nothing.
    small, asked = "--small" in sys.argv, [word for word in sys.argv[1:] if word != "--small"]
    with tempfile.TemporaryDirectory() as folder:
        for index, (_, body) in enumerate(CHARTS.values()):
            Path(folder, f"c{index}.ipynb").write_text(notebook(body, offline=True), encoding="utf-8")
        command = [sys.executable, "-m", "voila", folder, "--no-browser", f"--port={PORT}", "--Voila.ip=127.0.0.1"]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            await _answers()
            async with async_playwright() as playwright:
                browser = await playwright.chromium.launch(
                    executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
                )
                for index, (name, (statement, _)) in enumerate(CHARTS.items()):
                    if asked and not any(word in name for word in asked):
                        continue
                    url = f"http://127.0.0.1:{PORT}/voila/render/c{index}.ipynb"
                    try:
                        figures = await visit(browser, url, 4 if small else UPDATES)
                    except Exception as error:
                        figures = {"échec": str(error)[:200]}
                    imported = import_seconds(statement, 1 if small else 5)
                    print(
                        json.dumps(
                            {"name": name, "import_s": round(imported, 3), **figures},
                            ensure_ascii=False,
                        ),
                        flush=True,
                    )
                await browser.close()
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    asyncio.run(main())
