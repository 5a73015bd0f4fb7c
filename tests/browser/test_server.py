"""The server as a newcomer meets it: French, alone, closed to others, and gone at once when it is told to stop."""

import asyncio
import http.client
import json
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import quote

import full_disk
import psutil
import pytest
from browser.accounts import can_be_others
from browser.small_suite import kernels, signed_in, small_suite, started, wait_until
from full_disk import fill
from playwright.sync_api import Browser, Page, expect
from suite_kernels import suite_kernels
from tornado.web import RequestHandler

from app.room import pages as room_pages
from app.voila import entry, files, pages, sockets, statics
from app.voila.entry import LeaveHandler
from app.voila.open_files import KEPT
from app.voila.ports import HOST, NoFreePortError, number, take_port
from app.voila.settings import page_settings
from app.voila.sockets import PageSocket
from app.voila.state import NAME, RUNNING

REPOSITORY = Path(__file__).parents[2]
posix = pytest.mark.skipif(os.name == "nt", reason="signaux de POSIX")


# --- the address ----------------------------------------------------------------------------------------------


def test_a_taken_port_is_left_and_the_next_free_one_taken() -> None:
    with socket.socket() as holder:
        holder.bind((HOST, 0))
        holder.listen()
        taken = holder.getsockname()[1]
        assert number_taken(taken) > taken
    assert number_taken(taken) == taken


def number_taken(*arguments: int) -> int:
    sockets = take_port(*arguments)
    taken = number(sockets)
    for one in sockets:
        one.close()
    return taken


def test_a_port_just_left_is_taken_again_though_its_last_visitors_are_still_remembered() -> None:
    server = take_port(0)[0]
    visitor = socket.create_connection((HOST, number([server])))
    port = number([server])
    seen, _ = server.accept()
    # Closed by the server first, as when it stops with pages open: the system keeps the connection for a minute.
    seen.close()
    visitor.close()
    server.close()
    assert number_taken(port) == port


def test_a_port_that_was_taken_is_seen_by_a_launch_at_the_same_moment() -> None:
    first = take_port(0)
    assert number_taken(number(first)) > number(first)
    first[0].close()


def test_no_free_port_is_an_error_with_its_bounds() -> None:
    with socket.socket() as holder:
        holder.bind((HOST, 0))
        taken = holder.getsockname()[1]
        with pytest.raises(NoFreePortError, match=str(taken)):
            take_port(taken, tries=1)


def run_to_its_end(*arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "app.voila", "--no-browser", *arguments]
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
    start_suite: Callable[..., Any], folder: Path, tmp_path: Path
) -> None:
    running = tmp_path / NAME / RUNNING
    running.mkdir(parents=True)
    killed = [running / name for name in ("jpserver-9999999.json", "kernel-0.json")]
    for path in killed:
        path.touch()
        os.utime(path, (0, 1000))
    # Whatever Node runs writes it there first.
    script, run = tmp_path / "node.js", tmp_path / "node.txt"
    script.write_text(f"require('fs').writeFileSync({str(run)!r}, '')", encoding="utf-8")
    env = {**os.environ, "JUPYTER_DATA_DIR": str(tmp_path / "jupyter"), "NODE_OPTIONS": f"--require={script}"}
    with socket.socket() as holder:
        holder.bind((HOST, 0))
        holder.listen()
        taken = holder.getsockname()[1]
        suite = start_suite("--port", str(taken), "--folder", str(folder), env=env)
        suite.wait_for_address()
    # What a launch that was killed left.
    assert not any(path.exists() for path in killed)
    # JupyterLab asks Node nothing: the suite builds nothing with it.
    assert not run.exists()
    suite.process.send_signal(signal.SIGINT)
    assert suite.process.wait(20) == 0
    wait_until(lambda: "La suite est arrêtée" in suite.output, 5, suite.output)
    assert f"Le port {taken} est déjà pris" in suite.output
    assert "Chargement de JupyterLab" in suite.output
    assert "Traceback" not in suite.output
    assert not re.search(r"Shut down|stopping|To access the server", suite.output)


@pytest.mark.parametrize(
    ("name", "after_s"), [*product(["SIGINT", "SIGTERM"], [0.3, 1.0, 6.0]), pytest.param("SIGHUP", 1.0, marks=posix)]
)
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
    _, left = psutil.wait_procs(children, timeout=1)
    assert not [one for one in left if is_alive(one)]
    wait_until(lambda: "La suite est arrêtée" in suite.output, 2, suite.output)
    assert "Traceback" not in suite.output
    if after_s == 6.0:
        assert children, "aucun noyau n'avait démarré"


def open_quietly(opener: urllib.request.OpenerDirector, url: str) -> None:
    with suppress(OSError, http.client.HTTPException, ValueError):
        opener.open(url, timeout=20).read()


def says_how_to_stop(suite: Any) -> bool:
    return "Ctrl-C" in suite.output


def test_the_start_shows_a_newcomer_nothing_but_french_sentences(start_suite: Callable[..., Any], folder: Path) -> None:
    for arguments in ([], ["--folder", str(folder)]):
        suite = start_suite("--port", "0", *arguments)
        suite.wait_for_address()
        wait_until(partial(says_how_to_stop, suite), 5, suite.output)
        suite.stop()
        assert len(suite.lines) == 6, suite.output
        assert not re.search(r"Warning|WARNING|warn\(|\[E ", suite.output)


def test_two_launches_at_the_same_moment_both_open_each_at_its_address(
    start_suite: Callable[..., Any], folder: Path
) -> None:
    port = str(number_taken(0))
    both = [start_suite("--port", port, "--folder", str(folder)) for _ in range(2)]
    addresses = {suite.wait_for_address().split("/?")[0] for suite in both}
    assert len(addresses) == 2
    assert f"http://{HOST}:{port}" in addresses
    for suite in both:
        assert suite.stop() == 0
        assert not re.search(r"ERROR|Traceback|already in use", suite.output)


@pytest.mark.parametrize("said", ["vérification du dossier", "Chargement de JupyterLab"])
def test_a_ctrl_c_before_the_server_is_open_ends_with_a_sentence(
    start_suite: Callable[..., Any], folder: Path, said: str
) -> None:
    suite = start_suite("--port", "0", "--folder", str(folder))
    wait_until(lambda: said in suite.output, 20, suite.output)
    suite.process.send_signal(signal.SIGINT)
    assert suite.process.wait(10) == 0
    ends = re.compile("Arrêtée avant d’être ouverte|La suite est arrêtée")
    wait_until(lambda: bool(ends.search(suite.output)), 5, suite.output)
    assert "Traceback" not in suite.output


@pytest.mark.skipif(sys.platform != "linux", reason="`setsid --ctty` est de Linux")
@pytest.mark.parametrize("after_s", [0.0, 0.3, 0.7, 1.2, 2.0])
def test_a_ctrl_c_in_a_terminal_shows_nothing_but_french_sentences(folder: Path, after_s: float) -> None:
    """A terminal tells all that it holds of a Ctrl-C, and not the server alone."""
    keyboard, terminal = os.openpty()
    command = [
        "setsid",
        "--ctty",
        sys.executable,
        "-m",
        "app.voila",
        "--no-browser",
        "--port",
        "0",
        "--folder",
        str(folder),
    ]
    with subprocess.Popen(command, cwd=REPOSITORY, stdin=terminal, stdout=terminal, stderr=terminal) as process:
        os.close(terminal)
        said = ""
        with suppress(OSError):  # Linux tells by an error that nobody holds the terminal any more
            while words := os.read(keyboard, 65536):
                said += words.decode()
                if "Ctrl-C" in said and "^C" not in said:
                    time.sleep(after_s)
                    os.write(keyboard, b"\x03")
                    said += "^C"
        assert process.wait(10) == 0
    os.close(keyboard)
    after = said.split("^C")[-1].strip()
    assert after == "La suite est arrêtée. Vos fichiers sont gardés.", said


@posix
def test_the_last_word_of_a_suite_whose_room_is_still_closing_says_so(
    start_suite: Callable[..., Any], folder: Path
) -> None:
    suite = start_suite("--port", "0", "--folder", str(folder))
    suite.wait_for_address()
    named = ("app.room", f"--suite={suite.process.pid}")
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)", *named]) as room:
        suite.process.send_signal(signal.SIGINT)
        assert suite.process.wait(5) == 0
        wait_until(lambda: "La suite est arrêtée" in suite.output, 2, suite.output)
        room.kill()
    assert "La salle qu’elle avait ouverte se ferme d’elle-même" in suite.lines[-1]


def test_a_ctrl_c_that_cuts_a_text_being_run_ends_as_any_other() -> None:
    # As a library that makes a dataclass while it loads.
    text = "import os, signal; os.kill(os.getpid(), signal.SIGINT); [0 for _ in range(10**6)]"
    code = f"""
from app.voila import command
command._loaded = lambda *_: exec({text!r})
assert command.main(["--no-browser", "--port", "0"]) == 0
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.returncode, "Arrêtée avant" in done.stderr) == (0, True), done


def test_a_terminal_without_our_letters_stops_nothing(folder: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = run_to_its_end("--folder", str(folder / "absent"), env=env)
    assert done.returncode == 2
    assert "Le carnet d'accueil manque" in done.stderr
    assert "?" not in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes: a home, and not much in it."""
    with full_disk.small_disk(tmp_path):
        yield tmp_path


@can_be_others
def test_a_disk_that_fills_while_the_suite_is_open_is_said_on_the_page(
    start_suite: Callable[..., Any], small_disk: Path, folder: Path
) -> None:
    suite = start_suite("--port", "0", "--folder", str(folder), "--spare-kernels", "0", env=at_home_in(small_disk))
    suite.base, suite.key = suite.wait_for_address().split("/?")
    opener = signed_in(suite)
    fill(small_disk)
    with pytest.raises(urllib.error.HTTPError) as refused:
        opener.open(f"{suite.base}/voila/render/notebooks/formulaire.ipynb", timeout=60)
    assert "Le disque est plein" in refused.value.read().decode()
    assert suite.stop() == 0


@can_be_others
def test_a_full_disk_is_said_with_what_to_do(small_disk: Path, folder: Path) -> None:
    # Enough to begin a file, as full disks have: with nothing at all, the temporary folder of the machine is used.
    fill(small_disk, left=100_000)
    done = run_to_its_end("--folder", str(folder), env=at_home_in(small_disk))
    assert done.returncode == 1
    assert re.search(r"La suite ne peut pas s’ouvrir\s: le disque est plein\.", done.stderr)
    assert "Libérez de la place" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


def at_home_in(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "XDG"))}
    return {**kept, **dict.fromkeys(("HOME", "TMPDIR", "TEMP"), str(folder))}


def test_a_home_that_cannot_be_written_is_said_and_the_suite_opens_all_the_same(
    start_suite: Callable[..., Any], folder: Path, tmp_path: Path
) -> None:
    env = without_home(tmp_path)
    suite = start_suite("--port", "0", "--folder", str(folder), env=env)
    address = suite.wait_for_address()
    assert "ne peut pas être écrit" in suite.output
    base, key = address.split("/?")
    assert urllib.request.urlopen(f"{base}/api/status?{key}", timeout=20).status == 200
    assert suite.stop() == 0
    assert not any((tmp_path / "provisoire").iterdir())


def without_home(folder: Path) -> dict[str, str]:
    """An environment where the state of the server can only be temporary, in the subfolder `provisoire`."""
    (closed := folder / "fichier").touch()
    (temporary := folder / "provisoire").mkdir()
    # A folder below a file cannot be made, whoever runs the test (root writes where permissions forbid it).
    home = {"HOME": str(closed / "maison"), "JUPYTER_DATA_DIR": str(closed / "maison" / "jupyter")}
    return {**os.environ, **home, "TMPDIR": str(temporary), "TEMP": str(temporary)}


NEVER_ENDING = """
import os, subprocess, sys, threading, app.voila.stop, app.voila.command
from jupyter_server.serverapp import ServerApp
def write_and_start():
    while True:
        os.makedirs(os.environ["IPYTHONDIR"], exist_ok=True)
        subprocess.Popen([sys.executable, "-S", "-c", "import os; os.makedirs(os.environ['IPYTHONDIR'] + '/profil')"])
ServerApp.stop = lambda *_, **__: threading.Thread(target=write_and_start).start()
app.voila.stop.LONGEST_S = 0.5
sys.exit(app.voila.command.main(["--port", "0", "--no-browser"]))
"""


def test_a_server_that_no_longer_answers_ends_all_the_same_and_leaves_no_folder(tmp_path: Path) -> None:
    command = [sys.executable, "-c", NEVER_ENDING]
    env = without_home(tmp_path)
    with subprocess.Popen(command, cwd=REPOSITORY, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert any("http://" in line for line in process.stdout)
        assert any((tmp_path / "provisoire").iterdir())
        process.send_signal(signal.SIGINT)
        assert process.wait(5) == 0
        assert "La suite est arrêtée" in process.stdout.read()
    assert not any((tmp_path / "provisoire").iterdir())


CUT_SHORT = """
import asyncio, anyio.to_thread
from app.voila.stop import end_what_is_under_way
async def request():
    await anyio.to_thread.run_sync(int)
    await asyncio.Event().wait()
loop = asyncio.new_event_loop()
task = loop.create_task(request())
loop.call_later(0.2, loop.stop)
loop.run_forever()
end_what_is_under_way(loop)
"""


def test_a_request_cut_short_does_not_keep_python_from_ending() -> None:
    # The thread that anyio lends to a request ends with it: Python would wait for it, for ever.
    subprocess.run([sys.executable, "-c", CUT_SHORT], cwd=REPOSITORY, timeout=10, check=True)


CUT_BEFORE_IT_BEGAN = """
import asyncio
from app.voila.stop import end_what_is_under_way
async def start_kernel():
    pass
async def ensured(starting):
    await starting
loop = asyncio.new_event_loop()
task = loop.create_task(ensured(start_kernel()))
end_what_is_under_way(loop)
del task
"""


def test_a_kernel_whose_start_was_asked_for_in_the_last_moment_is_given_up_without_a_word() -> None:
    command = [sys.executable, "-c", CUT_BEFORE_IT_BEGAN]
    ended = subprocess.run(command, cwd=REPOSITORY, timeout=10, check=True, capture_output=True, text=True)
    assert ended.stderr == ""


# --- who may come in ------------------------------------------------------------------------------------------


def is_alive(process: psutil.Process) -> bool:
    """Whether it still runs: what has ended waits for the system to take note (a zombie), which is no fault of ours."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def listening(process: psutil.Process) -> set[str]:
    return {c.laddr.ip for c in process.net_connections("inet") if c.status == psutil.CONN_LISTEN}


def test_nothing_listens_beyond_this_machine(essai: Any) -> None:
    server = psutil.Process(essai.process.pid)
    addresses = set().union(*(listening(process) for process in [server, *server.children(recursive=True)]))
    assert addresses == {HOST}


@pytest.mark.parametrize("path", ["/voila", "/voila/", "/voila/tree", "/voila/tree/notebooks"])
def test_the_lists_of_voila_lead_to_the_home(essai: Any, path: str) -> None:
    answer = signed_in(essai).open(essai.base + path, timeout=60)
    assert answer.url == f"{essai.base}/voila/render/notebooks/accueil.ipynb"


UNUSED = (
    "/voila/templates/a",
    "/voila/templates/a/static",
    "/voila/templates/carnets/static/../x.j2",
    "/voila/static/a",
)


@pytest.mark.parametrize("path", ["/", "/voila/render/notebooks/formulaire.ipynb", "/lab", "/api/kernels", *UNUSED])
def test_without_the_key_nothing_opens(essai: Any, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(essai.base + path, timeout=20)
    assert refused.value.code == 403
    if not path.startswith("/api"):
        assert "Cette adresse demande sa clé" in refused.value.read().decode()


NO_PAGE, NO_FILE = "Cette page n’existe pas", "Ce fichier n’existe pas"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nulle-part", NO_PAGE),
        ("/static/absent.css", NO_PAGE),
        ("/api/kernels/absent", NO_PAGE),
        ("/voila/render/absent.ipynb", NO_PAGE),
        *((path, NO_PAGE) for path in UNUSED),
        # What spells no text: Jupyter failed to say so.
        ("/%FF", NO_PAGE),
        ("/files/%00", NO_PAGE),
        ("/voila/render/%FF.ipynb", NO_PAGE),
        # Typed: no page of ours asks.
        ("/files/absent.png", NO_FILE),
        ("/files/notebooks", NO_FILE),
        ("/files/.cache/image.png", NO_FILE),
        ("/voila/files/absent.png", NO_FILE),
        ("/voila/files/.cache/image.png", NO_FILE),
        ("/voila/files/absent.md", NO_FILE),
        ("/voila/files/notebooks", NO_FILE),
        ("/voila/render/absent.md", NO_FILE),
        ("/voila/render/notebooks/", NO_FILE),
        ("/voila/render/image.png", NO_FILE),
    ],
)
def test_an_address_that_nothing_serves_says_so_in_french_and_leads_home(essai: Any, path: str, words: str) -> None:
    code, shown = refused(essai, path)
    assert code == 404
    assert '<html lang="fr">' in shown
    assert f"<h1>{words}</h1>" in shown
    assert 'href="/voila/render/notebooks/accueil.ipynb"' in shown
    assert "Traceback" not in essai.output


def refused(suite: Any, path: str) -> tuple[int, str]:
    """The status and the page of an address that is refused to the person who opened the suite."""
    with pytest.raises(urllib.error.HTTPError) as answer:
        signed_in(suite).open(suite.base + path, timeout=20)
    return answer.value.code, answer.value.read().decode()


def test_a_file_typed_in_the_address_bar_is_given_and_nobody_has_it_without_the_key(essai: Any, folder: Path) -> None:
    # Voilà gives pictures only, under its own addresses; what else a link of a notebook names is a file all the same.
    for name, kind, content in (
        ("image.png", "image/png", "une image"),
        ("à lire.md", "text/markdown; charset=UTF-8", "Un élève"),
        ("lu.txt", "text/plain; charset=UTF-8", "Déjà lu"),
    ):
        (folder / name).write_text(content, encoding="utf-8")
        for place in ("files", "voila/files", "voila/render"):
            answer = signed_in(essai).open(f"{essai.base}/{place}/{quote(name)}", timeout=20)
            assert (answer.read().decode(), answer.headers["Content-Type"]) == (content, kind)
    notebook = signed_in(essai).open(f"{essai.base}/voila/files/notebooks/accueil.ipynb", timeout=20)
    assert notebook.headers["Content-Disposition"].startswith("attachment")
    for path in ("/files/image.png", "/voila/files/image.png", "/voila/files/lu.txt"):
        with pytest.raises(urllib.error.HTTPError) as without:
            urllib.request.urlopen(essai.base + path, timeout=20)
        assert without.value.code == 403


@pytest.mark.parametrize(
    "content", ["", "{pas du JSON", '{"nbformat": 99, "nbformat_minor": 0, "metadata": {}, "cells": []}']
)
def test_a_notebook_that_cannot_be_read_says_so_and_what_to_do(essai: Any, folder: Path, content: str) -> None:
    (folder / "notebooks" / "abime.ipynb").write_text(content, encoding="utf-8")
    _, shown = refused(essai, "/voila/render/notebooks/abime.ipynb")
    assert "Ce carnet ne peut pas être lu" in shown
    assert "Remettez-en une copie" in shown


def test_a_page_open_while_the_folder_is_moved_says_so_when_it_reloads_and_opens_once_it_is_back(
    start_suite: Callable[..., Any], browser: Browser, tmp_path: Path
) -> None:
    folder = tmp_path / "suite"
    folder.mkdir()
    suite = started(start_suite, small_suite(folder))
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{suite.base}/?{suite.key}")
    page.wait_for_url("**/accueil.ipynb")
    folder.rename(tmp_path / "ailleurs")
    page.reload()
    expect(page.get_by_role("heading", name="Le dossier de la suite a changé de place")).to_be_visible()
    (tmp_path / "ailleurs").rename(folder)
    page.goto(f"{suite.base}/files/absent.png")
    expect(page.get_by_role("heading", name=NO_FILE)).to_be_visible()
    page.get_by_role("link", name="Accueil de la suite").click()
    expect(page.get_by_role("heading", name="Essai accueil")).to_be_visible()
    page.goto(f"{suite.base}/logout")
    expect(page.get_by_role("heading", name="Ce navigateur n’ouvre plus la suite")).to_be_visible()
    page.goto(f"{suite.base}/lab")
    expect(page.get_by_role("heading", name="Cette adresse demande sa clé")).to_be_visible()
    context.close()


def test_the_key_opens_once_and_leaves_the_address_bar(essai: Any, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{essai.base}/?{essai.key}")
    page.wait_for_url(f"{essai.base}/voila/render/notebooks/accueil.ipynb")
    page.go_back()
    assert "token" not in page.url
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
    async def settings() -> tuple[int, int, bool, bool]:
        async with suite_kernels(config=page_settings()) as kernels:
            return kernels.cull_idle_timeout, kernels.cull_interval, kernels.cull_connected, kernels.cull_busy

    with ThreadPoolExecutor(1) as aside:  # the browser's own loop runs in this thread
        assert aside.submit(asyncio.run, settings()).result(60) == (15 * 60, 60, False, False)


# --- what the terminal says -----------------------------------------------------------------------------------

PAGE = "GET /voila/render/notebooks/{}.ipynb"


def spoken(suite: Any, line: str, *headers: str, body: str = "", until: bytes = b"", cut: bool = False) -> str:
    """What the server answers to a request written by hand, read until it says `until`, or ends; `cut`: reset then."""
    host, port = suite.base.removeprefix("http://").split(":")
    head = [f"{line} HTTP/1.1", f"Host: {host}:{port}", f"Authorization: token {suite.key.removeprefix('token=')}"]
    request = "\r\n".join([*head, *headers, f"Content-Length: {len(body)}", "", body])
    answer = b""
    with socket.create_connection((host, int(port)), timeout=60) as connection:
        connection.sendall(request.encode("latin-1"))
        while until not in answer or not until:
            if cut and not until:
                break
            if not (piece := connection.recv(65536)):
                break
            answer += piece
        if cut:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return answer.decode("utf-8", "replace")


def test_a_page_left_while_it_is_made_says_nothing_and_one_whose_kernel_dies_says_so_once(essai: Any) -> None:
    opener, before = signed_in(essai), len(essai.lines)
    for _ in range(3):
        spoken(essai, PAGE.format("lente"), cut=True)
        spoken(essai, PAGE.format("lente"), until=b"carnets.noyau(", cut=True)
    wait_until(lambda: not kernels(essai, opener), 60, "un noyau est resté")
    shown = opener.open(f"{essai.base}/voila/render/notebooks/meurt.ipynb", timeout=60).read().decode()
    assert shown.count("<h2>Le calcul de cette page s’est arrêté</h2>") == 1
    assert "Fermez les pages et les programmes dont vous ne vous servez plus" in shown
    # What came before is shown, what comes after is not run by the kernel that takes the place of the dead one.
    assert shown.count("data-attendue") == 1
    # Looked at every second: what was to be said of the pages left before has been.
    said = essai.line_since(before)
    assert re.match(r"Le calcul de «\snotebooks/meurt.ipynb\s» s’est arrêté pendant que la page se préparait", said)
    wait_until(lambda: not kernels(essai, opener), 60, "le noyau d'une page morte est resté")


@pytest.mark.skipif(sys.platform != "linux", reason="Linux seul change la borne d'un programme qui tourne")
def test_where_few_files_are_left_a_page_more_is_refused_in_french_and_those_that_are_open_stay(essai: Any) -> None:
    import resource

    opener, before = signed_in(essai), len(essai.lines)
    page = f"{essai.base}/voila/render/notebooks/formulaire.ipynb"
    shown = opener.open(page, timeout=60).read().decode()
    server = psutil.Process(essai.process.pid)
    usual = server.rlimit(resource.RLIMIT_NOFILE)
    server.rlimit(resource.RLIMIT_NOFILE, (server.num_fds() + KEPT, usual[1]))
    try:
        with pytest.raises(urllib.error.HTTPError) as refusal:
            opener.open(page, timeout=60)
        said = refusal.value.read().decode()
        assert (refusal.value.code, "<h1>Trop de pages sont ouvertes</h1>" in said) == (503, True)
        assert "Les pages ouvertes ne sont pas touchées" in said
        line = essai.line_since(before)
        assert re.match(r"«\snotebooks/formulaire.ipynb\s» ne s’ouvre pas\s: trop de pages sont ouvertes", line)
    finally:
        server.rlimit(resource.RLIMIT_NOFILE, usual)
    found = re.search(r'carnets\.noyau\("([-0-9a-f]+)"\)', shown)
    assert found
    assert found[1] in {kernel["id"] for kernel in kernels(essai, opener)}
    assert "carnets.noyau" in opener.open(page, timeout=60).read().decode()


def test_a_cell_that_fails_is_one_french_sentence_in_the_terminal(essai: Any) -> None:
    before = len(essai.lines)
    signed_in(essai).open(f"{essai.base}/voila/render/notebooks/faute.ipynb", timeout=60).read()
    said = essai.line_since(before)
    assert re.match(r"Une partie de «\snotebooks/faute.ipynb\s» n’a pas pu se calculer \(ZeroDivisionError\)", said)


UPGRADE = ("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AQIDBAUGBwg=")


def test_a_connection_cut_while_it_opens_says_nothing_and_the_next_of_the_same_page_opens(essai: Any) -> None:
    opener, before = signed_in(essai), len(essai.lines)
    shown = opener.open(f"{essai.base}/voila/render/notebooks/formulaire.ipynb", timeout=60).read().decode()
    found = re.search(r'carnets\.noyau\("([-0-9a-f]+)"\)', shown)
    assert found
    channels = f"GET /api/kernels/{found[1]}/channels?session_id=une-page"
    for _ in range(5):
        spoken(essai, channels, *UPGRADE, cut=True)
    # One that is no connection at all, then a good one.
    assert " 400 " in spoken(essai, channels, *UPGRADE[:-1], until=b"\r\n\r\n")
    assert " 101 " in spoken(essai, channels, *UPGRADE, until=b"\r\n\r\n", cut=True)
    assert essai.lines[before:] == []


FORM_DATA = "Content-Type: multipart/form-data; boundary=x"


@pytest.mark.parametrize(
    ("line", "headers", "status"),
    [
        ("BREW /", (), 405),
        ("TRACE /lab", (), 405),
        ("CONNECT /nulle-part", (), 405),
        ("POST /login", (FORM_DATA,), 400),
        ("GET /?token=%FF", (), 404),
        ("GET /?token=\xff", (), 404),
        ("GET /api/terminals/absent", (), 404),
        ("GET /terminals/websocket/absent", UPGRADE, 404),
        ("DELETE /api/terminals/absent", (), 404),
        ("GET /lsp/ws/absent", UPGRADE, 404),
    ],
)
def test_what_no_page_asks_is_refused_without_a_word_in_the_terminal(
    essai: Any, line: str, headers: tuple[str, ...], status: int
) -> None:
    before = len(essai.lines)
    answer = spoken(essai, line, *headers, body="abc" if headers == (FORM_DATA,) else "", until=b"\r\n\r\n")
    assert answer.startswith(f"HTTP/1.1 {status} "), answer
    # The next answer is after whatever was to be said of this one.
    signed_in(essai)
    assert essai.lines[before:] == []


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("DELETE /lab/api/build", ""),
        ("POST /lab/api/build", ""),
        ("POST /lab/api/extensions", '{"cmd": "disable", "extension_name": "absente"}'),
        ("POST /lab/api/extensions", "5"),
    ],
)
def test_jupyterlab_fetches_nothing_from_another_host_whoever_asks(essai: Any, line: str, body: str) -> None:
    shown = signed_in(essai).open(f"{essai.base}/lab", timeout=60).read().decode()
    assert '"buildAvailable": false' in shown
    assert '"buildCheck": false' in shown
    before = len(essai.lines)
    answer = spoken(essai, line, "Connection: close", body=body)
    assert answer.startswith("HTTP/1.1 403 "), answer
    assert "il faudrait appeler un autre ordinateur" in json.loads(answer.partition("\r\n\r\n")[2])["message"]
    assert essai.lines[before:] == []


LONG = "a" * 300


@pytest.mark.parametrize(
    "address",
    [
        f"/lab/tree/{LONG}",
        f"/lab/tree/notebooks/{LONG}.ipynb",
        f"/voila/render/{LONG}",
        f"/voila/render/{LONG}.ipynb",
        f"/files/{LONG}",
        f"/voila/files/{LONG}.png",
        f"/carnets/0/page/{LONG}",
        f"/api/contents/{LONG}",
        f"/api/contents/{quote('é' * 128)}",
        f"/api/contents/{'b/' * 3000}b",
        f"/api/contents/{LONG}/checkpoints",
    ],
)
def test_a_name_too_long_for_any_disk_has_no_page_and_nothing_fails(essai: Any, address: str) -> None:
    before = len(essai.lines)
    answer = spoken(essai, f"GET {address}", "Connection: close", "Sec-Fetch-Site: none")
    assert answer.startswith("HTTP/1.1 404 "), answer
    assert ("Ce nom est trop long" if "/api/" in address else "<h1>Cette page n’existe pas</h1>") in answer
    signed_in(essai)
    assert essai.lines[before:] == []


def test_the_longest_name_of_a_disk_has_its_page(essai: Any, folder: Path) -> None:
    name = "é" * 124 + ".ipynb"
    (folder / name).write_bytes((folder / "notebooks" / "vide.ipynb").read_bytes())
    shown = signed_in(essai).open(f"{essai.base}/voila/render/{quote(name)}", timeout=60)
    assert shown.status == 200


NO_BODY_OF_OURS = ("{", "5", "[]", '"a"', '{"path": 3}', "\xff\xfe", "[" * 100_000)


@pytest.mark.parametrize(
    "line",
    [
        "POST /api/sessions",
        "PATCH /api/sessions/absente",
        "POST /api/kernels/absent/restart",
        "PATCH /api/contents/absent.txt",
        "PUT /api/contents/absent.txt",
        "PUT /lab/api/settings/@jupyterlab/apputils-extension:themes",
        "PUT /lab/api/workspaces/absent",
        "POST /nbconvert/html",
        "PATCH /api/me",
    ],
)
def test_a_body_that_no_page_sends_is_said_in_one_french_sentence_at_most(essai: Any, line: str) -> None:
    before, failed = len(essai.lines), 0
    for body in NO_BODY_OF_OURS:
        answer = spoken(essai, line, "Connection: close", body=body)
        status = int(answer.split(" ", 2)[1])
        assert status >= 400, answer
        failed += status >= 500
    wait_until(lambda: len(essai.lines) >= before + failed, 20, "une demande manquée n'est pas dite")
    signed_in(essai)
    said = essai.lines[before:]
    assert len(said) == failed, said
    sentence = re.compile(rf"Le serveur n’a pas pu répondre à «\s{re.escape(line)}\s» \([\w., ]+\)\. Il continue")
    assert all(sentence.match(one) for one in said), said


# --- JupyterLab -----------------------------------------------------------------------------------------------


def test_jupyterlab_opens_in_french_and_asks_no_other_host(page: Page, suite_url: str) -> None:
    page.goto(f"{suite_url}/lab/workspaces/essai-accueil/tree/notebooks/accueil.ipynb", timeout=60_000)
    expect(page.get_by_role("menuitem", name="Fichier")).to_be_visible(timeout=60_000)
    page.locator(".jp-Notebook").wait_for(timeout=60_000)
    page.wait_for_timeout(1500)
    expect(page.get_by_text("Would you like to")).to_have_count(0)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/voila/tree",
        "/voila/render/notebooks/accueil.ipynb",
        "/voila/render/notebooks/accueil.ipynb?langue=ar",
        "/voila/render/notebooks/absent.ipynb",
        "/voila/static/x.js",
        "/carnets/0/page/icone.svg",
        "/carnets/0/page/absent.svg",
        "/files/notebooks/accueil.ipynb",
        "/login",
    ],
)
@pytest.mark.parametrize("with_the_key", [True, False])
def test_whether_a_page_can_come_is_told_as_the_page_itself_would_be(essai: Any, path: str, with_the_key: bool) -> None:
    opener = signed_in(essai) if with_the_key else urllib.request.build_opener()
    assert status(opener, essai.base + path, "HEAD") == status(opener, essai.base + path, "GET")


def test_a_page_that_is_only_asked_about_is_not_executed(essai: Any) -> None:
    """The page itself takes thirty seconds."""
    assert status(signed_in(essai), f"{essai.base}/voila/render/notebooks/lente.ipynb", "HEAD", timeout_s=15) == 200


def status(opener: urllib.request.OpenerDirector, url: str, method: str, timeout_s: float = 20) -> int:
    try:
        with opener.open(urllib.request.Request(url, method=method), timeout=timeout_s) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        return refused.code


def test_what_is_shown_to_whoever_asks_is_also_told_to_whoever_only_asks_whether_it_is_there() -> None:
    """One that shows a page and refuses HEAD is said by our own pages not to give it; leaving, though, is an act."""
    own = [PageSocket, LeaveHandler]
    for module in (entry, files, pages, sockets, statics, room_pages):
        found = [one for one in vars(module).values() if isinstance(one, type) and one.__module__ == module.__name__]
        for handler in found:
            if issubclass(handler, RequestHandler) and "get" in vars(handler) and handler not in own:
                assert handler.head is not RequestHandler.head, handler
