"""A small suite of test notebooks, and what the tests of the server and of its pages ask of it."""

import json
import time
import urllib.request
from collections.abc import Callable
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

import nbformat.v4 as v4
from playwright.sync_api import Page

# As a browser says it: a page of the suite asks.
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}
PYTHON = {"name": "python3", "display_name": "Python 3", "language": "python"}
FORM = """import ipywidgets as w
w.VBox([w.Text(description=f"champ {i}") for i in range(10)])"""
# An Output is not drawn by the page itself.
OUTPUT = """import ipywidgets as w
o = w.Output()
with o:
    print("dans la sortie")
w.VBox([w.Text(description="champ"), o])"""
PARTS = """import ipywidgets as w
from widgets.kit import Heading
w.VBox([Heading(text=f"Titre {i}") for i in range(5)])"""
# What the cell shows arrives later than nbclient waits by itself (4 s) once the cell is over; the rest, at once.
LATE = f"""out = get_ipython().kernel.iopub_thread
send = out.send_multipart
out.send_multipart = lambda *a, **k: out.schedule(lambda: out.io_loop.call_later(5, lambda: send(*a, **k)))
{FORM}"""
AT_ONCE = "del out.send_multipart"
EIGHT_OUTPUTS = [
    "import ipywidgets as w\nfrom IPython.display import display",
    *["o = w.Output()\ndisplay(o)\nwith o:\n    print('un')\n    display('deux')\n    print('trois')"] * 8,
]

BROUGHT_BACK = """() => {
  let left = 0;
  navigation.addEventListener("navigate", () => left++);
  for (const kind of ["pagehide", "pageshow"]) dispatchEvent(new PageTransitionEvent(kind, { persisted: true }));
  return left;
}"""


def notebook(folder: Path, name: str, *code: str, **metadata: Any) -> None:
    cells = [v4.new_markdown_cell(f"# Essai {name}"), *map(v4.new_code_cell, code)]
    book = v4.new_notebook(cells=cells, metadata={"kernelspec": PYTHON, **metadata})
    (folder / "notebooks").mkdir(exist_ok=True)
    (folder / "notebooks" / f"{name}.ipynb").write_text(json.dumps(book), encoding="utf-8")


def small_suite(folder: Path) -> Path:
    """Write the test notebooks in `folder`, which the server takes as its own."""
    notebook(folder, "accueil", "1", title="Accueil d'essai")
    notebook(folder, "formulaire", FORM)
    notebook(folder, "faute", "1 / 0", FORM)
    notebook(folder, "sortie", OUTPUT)
    notebook(folder, "parties", PARTS)
    notebook(folder, "sorties", *EIGHT_OUTPUTS)
    # Longer than the ten seconds after which Voilà writes in the page that it is still alive.
    notebook(folder, "longue", "import time\ntime.sleep(11)", FORM)
    where = "import os\nprint(f\"[{os.getpid()} {os.getcwd()} {os.environ['QUERY_STRING']}]\")"
    notebook(folder, "ou", where)
    notebook(folder, "tardive", LATE, AT_ONCE)
    notebook(folder, "vide", "import time")
    notebook(folder, "lente", "import time\ntime.sleep(30)", FORM)
    notebook(folder, "meurt", FORM, "import os, signal\nos.kill(os.getpid(), signal.SIGTERM)", FORM)
    return folder


def started(start_suite: Callable[..., Any], folder: Path, **options: Any) -> Any:
    """A server on the test notebooks, with its address, its key and its process."""
    suite = start_suite("--port", "0", "--folder", str(folder), **options)
    suite.base, suite.key = suite.wait_for_address().split("/?")
    return suite


def signed_in(suite: Any) -> urllib.request.OpenerDirector:
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    opener.addheaders += FROM_HERE.items()
    opener.open(f"{suite.base}/api/status?{suite.key}", timeout=20).read()
    return opener


def kernels(suite: Any, opener: urllib.request.OpenerDirector) -> list[dict[str, Any]]:
    return json.loads(opener.open(f"{suite.base}/api/kernels", timeout=20).read())


def wait_until(condition: Callable[[], bool], seconds: float, otherwise: str) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, otherwise
        time.sleep(0.2)


def open_essai(page: Page, essai: Any, name: str, asked: str = "") -> None:
    page.context.request.get(f"{essai.base}/api/status?{essai.key}")
    page.goto(f"{essai.base}/voila/render/notebooks/{name}.ipynb{asked}")
