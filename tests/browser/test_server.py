"""The server as a newcomer meets it, and what it promises: French, alone, no wait without end, nothing left behind."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

import nbformat.v4 as v4
import psutil
import pytest
from playwright.sync_api import Browser, Page, expect

from widgets.voila.kernels import SuiteKernels
from widgets.voila.ports import HOST, NoFreePortError, free_port
from widgets.voila.settings import page_settings

REPOSITORY = Path(__file__).parents[2]
PYTHON = {"name": "python3", "display_name": "Python 3", "language": "python"}
FORM = """import ipywidgets as w
w.VBox([w.Text(description=f"champ {i}") for i in range(10)])"""
EIGHT_OUTPUTS = [
    "import ipywidgets as w\nfrom IPython.display import display",
    *["o = w.Output()\ndisplay(o)\nwith o:\n    print('un')\n    display('deux')\n    print('trois')"] * 8,
]


def notebook(folder: Path, name: str, *code: str, **metadata: Any) -> None:
    cells = [v4.new_markdown_cell(f"# Essai {name}"), *map(v4.new_code_cell, code)]
    book = v4.new_notebook(cells=cells, metadata={"kernelspec": PYTHON, **metadata})
    (folder / "notebooks").mkdir(exist_ok=True)
    (folder / "notebooks" / f"{name}.ipynb").write_text(json.dumps(book), encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small suite of test notebooks."""
    folder = tmp_path_factory.mktemp("suite")
    notebook(folder, "accueil", "1", title="Accueil d'essai")
    notebook(folder, "formulaire", FORM)
    notebook(folder, "faute", "1 / 0", FORM)
    notebook(folder, "sorties", *EIGHT_OUTPUTS)
    where = "import os\nprint(f\"[{os.getpid()} {os.getcwd()} {os.environ['QUERY_STRING']}]\")"
    notebook(folder, "ou", where)
    return folder


@pytest.fixture(scope="module")
def essai(start_suite: Callable[..., Any], folder: Path) -> Any:
    """A server on the test notebooks, with its address, its key and its process."""
    suite = start_suite("--port", "0", "--folder", str(folder))
    address = suite.wait_for_address()
    suite.base, suite.key = address.split("/?")
    return suite


def signed_in(suite: Any) -> urllib.request.OpenerDirector:
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    opener.open(f"{suite.base}/api/status?{suite.key}", timeout=20).read()
    return opener


def kernels(suite: Any, opener: urllib.request.OpenerDirector) -> list[dict[str, Any]]:
    return json.loads(opener.open(f"{suite.base}/api/kernels", timeout=20).read())


def wait_until(condition: Callable[[], bool], seconds: float, otherwise: str) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, otherwise
        time.sleep(0.2)


# --- the address ----------------------------------------------------------------------------------------------


def test_a_taken_port_is_left_and_the_next_free_one_taken() -> None:
    with socket.socket() as holder:
        holder.bind((HOST, 0))
        holder.listen()
        taken = holder.getsockname()[1]
        assert free_port(taken) > taken
    assert free_port(taken) == taken


def test_no_free_port_is_an_error_with_its_bounds() -> None:
    with socket.socket() as holder:
        holder.bind((HOST, 0))
        taken = holder.getsockname()[1]
        with pytest.raises(NoFreePortError, match=str(taken)):
            free_port(taken, tries=1)


def run_to_its_end(*arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "widgets.voila", "--no-browser", *arguments]
    return subprocess.run(
        command, cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8", timeout=60, env=env
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--folder", "{empty}"], "Le carnet d’accueil manque"),
        (["--port", "80"], "choisissez un nombre entre 1024 et 65535"),
        (["--port", "abc"], "Option refusée"),
        (["--inconnu"], "Option refusée"),
    ],
)
def test_a_bad_start_is_refused_in_one_french_sentence(arguments: list[str], words: str, tmp_path: Path) -> None:
    done = run_to_its_end(*[argument.format(empty=tmp_path) for argument in arguments])
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


def test_the_server_says_in_french_what_it_does_takes_the_next_port_and_stops_at_once(
    start_suite: Callable[..., Any], folder: Path
) -> None:
    with socket.socket() as holder:
        holder.bind((HOST, 0))
        holder.listen()
        taken = holder.getsockname()[1]
        suite = start_suite("--port", str(taken), "--folder", str(folder))
        suite.wait_for_address()
    suite.process.send_signal(signal.SIGINT)
    assert suite.process.wait(20) == 0
    wait_until(lambda: "La suite est arrêtée" in suite.output, 5, suite.output)
    assert f"Le port {taken} est déjà pris" in suite.output
    assert "Chargement de JupyterLab" in suite.output
    assert "Traceback" not in suite.output
    assert not re.search(r"Shut down|stopping|To access the server", suite.output)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
@pytest.mark.parametrize("after_s", [0.3, 1.0, 6.0])
def test_the_server_and_its_kernels_end_within_five_seconds_whatever_is_under_way(
    start_suite: Callable[..., Any], folder: Path, name: str, after_s: float
) -> None:
    suite = start_suite("--port", "0", "--folder", str(folder))
    suite.base, suite.key = suite.wait_for_address().split("/?")
    opener = signed_in(suite)
    opening = threading.Thread(target=open_quietly, args=(opener, f"{suite.base}/voila/render/notebooks/sorties.ipynb"))
    opening.start()
    # While the page and the spare kernels start; then, once they are there.
    time.sleep(after_s)
    children = psutil.Process(suite.process.pid).children(recursive=True)
    suite.process.send_signal(getattr(signal, name))
    assert suite.process.wait(5) == 0
    opening.join(5)
    _, alive = psutil.wait_procs(children, timeout=1)
    assert not alive
    wait_until(lambda: "La suite est arrêtée" in suite.output, 2, suite.output)
    if after_s == 6.0:
        assert children, "aucun noyau n'avait démarré"


def open_quietly(opener: urllib.request.OpenerDirector, url: str) -> None:
    with suppress(OSError, http.client.HTTPException, ValueError):
        opener.open(url, timeout=20).read()


def test_the_start_shows_a_newcomer_nothing_but_french_sentences(start_suite: Callable[..., Any], folder: Path) -> None:
    for arguments in ([], ["--folder", str(folder)]):
        suite = start_suite("--port", "0", *arguments)
        suite.wait_for_address()
        wait_until(lambda shown=suite: "Ctrl-C" in shown.output, 5, suite.output)
        suite.stop()
        assert len(suite.lines) == 6, suite.output
        assert not re.search(r"Warning|WARNING|warn\(|\[E ", suite.output)


def test_a_home_that_cannot_be_written_is_said_and_the_suite_opens_all_the_same(
    start_suite: Callable[..., Any], folder: Path, tmp_path: Path
) -> None:
    closed = tmp_path / "fichier"
    closed.touch()
    # A folder below a file cannot be made, whoever runs the test (root writes where permissions forbid it).
    env = {**os.environ, "HOME": str(closed / "maison"), "JUPYTER_DATA_DIR": str(closed / "maison" / "jupyter")}
    suite = start_suite("--port", "0", "--folder", str(folder), env=env)
    address = suite.wait_for_address()
    assert "ne peut pas être écrit" in suite.output
    base, key = address.split("/?")
    assert urllib.request.urlopen(f"{base}/api/status?{key}", timeout=20).status == 200
    assert suite.stop() == 0


# --- who may come in ------------------------------------------------------------------------------------------


def listening(process: psutil.Process) -> set[str]:
    return {c.laddr.ip for c in process.net_connections("inet") if c.status == psutil.CONN_LISTEN}


def test_nothing_listens_beyond_this_machine(essai: Any) -> None:
    server = psutil.Process(essai.process.pid)
    addresses = set().union(*(listening(process) for process in [server, *server.children(recursive=True)]))
    assert addresses == {HOST}


@pytest.mark.parametrize("path", ["/", "/voila/render/notebooks/formulaire.ipynb", "/lab", "/api/kernels"])
def test_without_the_key_nothing_opens(essai: Any, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(essai.base + path, timeout=20)
    assert refused.value.code == 403
    if not path.startswith("/api"):
        assert "Cette adresse demande sa clé" in refused.value.read().decode()


def test_the_key_opens_once_and_leaves_the_address_bar(essai: Any, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{essai.base}/?{essai.key}")
    assert page.url == f"{essai.base}/voila/render/notebooks/accueil.ipynb"
    page.goto(f"{essai.base}/")
    assert page.url.endswith("accueil.ipynb")
    context.close()


def test_a_page_of_another_site_can_neither_read_nor_post(essai: Any) -> None:
    opener = signed_in(essai)
    foreign = {"Origin": "http://ailleurs.example"}
    for data in (None, b"{}"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            opener.open(urllib.request.Request(f"{essai.base}/api/kernels", data=data, headers=foreign), timeout=20)
        assert refused.value.code in (403, 404)
        assert refused.value.headers["Access-Control-Allow-Origin"] is None


@pytest.mark.parametrize(("name", "status"), [("ailleurs.example", 403), ("localhost", 200)])
def test_a_request_by_another_host_name_is_refused_even_with_the_key(essai: Any, name: str, status: int) -> None:
    # The key goes in a header: for another name, no cookie would be sent and the refusal would prove nothing.
    headers = {"Host": name, "Authorization": f"token {essai.key.removeprefix('token=')}"}
    request = urllib.request.Request(f"{essai.base}/api/kernels", headers=headers)
    try:
        answered = urllib.request.urlopen(request, timeout=20).status
    except urllib.error.HTTPError as refused:
        answered = refused.code
    assert answered == status


def test_the_kernel_of_a_page_that_nobody_looks_at_ends_after_a_quarter_of_an_hour() -> None:
    kernels = SuiteKernels(config=page_settings())
    assert kernels.cull_idle_timeout == 15 * 60
    assert 0 < kernels.cull_interval <= 60
    assert not kernels.cull_connected
    assert not kernels.cull_busy


# --- the page around a notebook -------------------------------------------------------------------------------


def open_essai(page: Page, essai: Any, name: str) -> None:
    page.context.request.get(f"{essai.base}/api/status?{essai.key}")
    page.goto(f"{essai.base}/voila/render/notebooks/{name}.ipynb")


@pytest.fixture
def essai_page(browser: Browser) -> Any:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def test_a_page_has_its_first_heading_as_title_and_only_the_extensions_of_the_suite(
    essai_page: Page, essai: Any
) -> None:
    hosts: set[str] = set()
    asked: list[str] = []
    essai_page.on("request", lambda request: (hosts.add(request.url.split("/")[2]), asked.append(request.url)))
    open_essai(essai_page, essai, "formulaire")
    essai_page.locator("html[data-etat=pret]").wait_for()
    assert essai_page.title() == "Essai formulaire · Carnets de liaison"
    expect(essai_page.get_by_label("champ 9")).to_be_visible()
    assert hosts == {essai.base.removeprefix("http://")}
    extensions = {
        url.split("/labextensions/")[1].split("/static")[0].strip("/.") for url in asked if "labextensions" in url
    }
    assert extensions == {"@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8", "anywidget"}
    # More than this, and application.txt no longer lists what the page loads: it says which.
    loose = [url for url in asked if re.search(r"/(voila|labextensions)/.*\.js", url) and "remoteEntry" not in url]
    assert not loose, "à ajouter à widgets/voila/application.txt :\n" + "\n".join(loose)


def test_a_cell_that_fails_is_said_in_french_and_the_rest_still_works(essai_page: Page, essai: Any) -> None:
    open_essai(essai_page, essai, "faute")
    expect(essai_page.get_by_text("Cette partie du carnet n’a pas pu se calculer")).to_be_visible()
    assert "ZeroDivisionError" not in essai_page.content()


def test_a_dead_kernel_is_said_and_a_press_reloads_the_page(essai_page: Page, essai: Any) -> None:
    open_essai(essai_page, essai, "formulaire")
    essai_page.locator("html[data-etat=pret]").wait_for()
    kernel = essai_page.evaluate("document.body.dataset.kernelId")
    children = psutil.Process(essai.process.pid).children(recursive=True)
    next(child for child in children if kernel in " ".join(child.cmdline())).kill()
    expect(essai_page.get_by_role("alert")).to_contain_text("Le calcul s’est arrêté", timeout=30_000)
    essai_page.get_by_role("button", name="Recharger la page").click()
    essai_page.locator("html[data-etat=pret]").wait_for()
    assert essai_page.evaluate("document.body.dataset.kernelId") != kernel


def test_an_error_of_a_script_is_said_in_french(essai_page: Page, essai: Any) -> None:
    open_essai(essai_page, essai, "formulaire")
    essai_page.locator("html[data-etat=pret]").wait_for()
    expect(essai_page.locator("#avis")).to_be_hidden()
    essai_page.evaluate("setTimeout(() => { throw new Error('essai') })")
    expect(essai_page.locator("#avis")).to_contain_text("Une partie de la page ne répond plus")


def test_a_lost_connection_is_said_with_what_is_kept(
    essai_page: Page, start_suite: Callable[..., Any], folder: Path
) -> None:
    suite = start_suite("--port", "0", "--folder", str(folder))
    suite.base, suite.key = suite.wait_for_address().split("/?")
    open_essai(essai_page, suite, "formulaire")
    essai_page.locator("html[data-etat=pret]").wait_for()
    suite.stop()
    expect(essai_page.locator("#avis")).to_contain_text("les fichiers que vous avez enregistrés sont gardés")
    expect(essai_page.get_by_role("button", name="Recharger la page")).to_be_visible()


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


# --- nothing is left waiting, nothing is left behind ----------------------------------------------------------


@pytest.mark.slow
def test_forty_visits_to_a_page_of_eight_outputs_all_end(essai: Any) -> None:
    opener = signed_in(essai)
    hung = visit_forty_times(essai, opener)
    assert hung == 0, f"{hung} visites sur 40 attendent encore"


def visit_forty_times(suite: Any, opener: urllib.request.OpenerDirector) -> int:
    """How many of forty visits, two at a time, did not end in fifteen seconds."""
    from concurrent.futures import ThreadPoolExecutor

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
        return list(pool.map(visit, range(40))).count(False)


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
    wait_until(lambda: len(server.children()) <= before + 2, 30, f"{len(server.children())} processus restants")
    context.close()


def test_a_page_takes_a_kernel_that_was_ready_with_its_folder_and_its_environment(essai: Any) -> None:
    opener = signed_in(essai)
    server = psutil.Process(essai.process.pid)
    wait_until(lambda: len(server.children()) >= len(kernels(essai, opener)) + 2, 60, "aucun noyau prêt")
    ready = {child.pid: child.create_time() for child in server.children()}
    time.sleep(4)
    started = time.time()
    html = opener.open(f"{essai.base}/voila/render/notebooks/ou.ipynb?a=b", timeout=30).read().decode()
    pid, folder, query = re.search(r"\[(\d+) (\S+) (\S+)\]", html).groups()  # type: ignore[union-attr]
    assert int(pid) in ready
    assert ready[int(pid)] < started
    assert folder.endswith("/notebooks")
    assert query == "a=b"


def test_reloading_a_page_ends_its_first_kernel(essai_page: Page, essai: Any) -> None:
    opener = signed_in(essai)
    open_essai(essai_page, essai, "formulaire")
    essai_page.locator("html[data-etat=pret]").wait_for()
    first = essai_page.evaluate("document.body.dataset.kernelId")
    essai_page.reload()
    essai_page.locator("html[data-etat=pret]").wait_for()
    wait_until(lambda: first not in {k["id"] for k in kernels(essai, opener)}, 15, "le premier noyau tourne encore")


def test_a_closing_page_cannot_end_a_kernel_of_jupyterlab(essai: Any) -> None:
    opener = signed_in(essai)
    token = {"Authorization": f"token {essai.key.removeprefix('token=')}", "Content-Type": "application/json"}
    start = urllib.request.Request(f"{essai.base}/api/kernels", data=b"{}", headers=token)
    kernel = json.loads(urllib.request.urlopen(start, timeout=30).read())["id"]
    end = urllib.request.Request(f"{essai.base}/voila/api/shutdown/{kernel}", data=b"", headers=token)
    assert urllib.request.urlopen(end, timeout=20).status == 204
    assert kernel in {k["id"] for k in kernels(essai, opener)}
    urllib.request.urlopen(urllib.request.Request(f"{essai.base}/api/kernels/{kernel}", headers=token, method="DELETE"))


# --- JupyterLab -----------------------------------------------------------------------------------------------


def test_jupyterlab_opens_in_french_and_asks_no_other_host(page: Page, suite_url: str) -> None:
    page.goto(f"{suite_url}/lab/workspaces/essai-accueil/tree/notebooks/accueil.ipynb", timeout=60_000)
    expect(page.get_by_role("menuitem", name="Fichier")).to_be_visible(timeout=60_000)
    page.locator(".jp-Notebook").wait_for(timeout=60_000)
    page.wait_for_timeout(1500)
    expect(page.get_by_text("Would you like to")).to_have_count(0)
