"""Whoever would come in without being asked: another account of the machine, a page on another port, an old key."""

import json
import os
import re
import socket
import struct
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import psutil
import pytest
import zmq
from browser.accounts import OWNER, as_intruder, as_owner, can_be_others, give_to_owner, long_home, under
from browser.small_suite import kernels, signed_in, small_suite, started, wait_until
from hub.rooms import open_folder
from playwright.sync_api import Browser, Page, expect
from suite_kernels import listening
from tornado.netutil import bind_sockets

from app.voila import callers
from app.voila.ports import HOST


@pytest.fixture(scope="module")
def theirs(start_suite: Callable[..., Any]) -> Iterator[Any]:
    """A suite opened by an ordinary account whose home is far from the root, with a browser that stays open."""
    # Not in pytest's own folder: any other session of tests that starts closes it, and the home with it.
    with open_folder() as folder:
        suite = _opened_by_its_owner(start_suite, long_home(folder))
        yield suite
        suite.stop()


def _opened_by_its_owner(start_suite: Callable[..., Any], env: dict[str, str]) -> Any:
    home = Path(env["HOME"])
    small_suite(home)
    told, browser = home / "dit-au-navigateur", home / "navigateur"
    browser.write_text(f'#!/bin/sh\necho "$1" > {told}\nsleep 600\n', "utf-8")
    browser.chmod(0o755)
    env["BROWSER"] = f"{browser} %s"
    give_to_owner(home)
    suite = start_suite("--port", "0", "--folder", str(home), env=env, through=as_owner(), browser=True)
    suite.base, suite.key = suite.wait_for_address().split("/?")
    wait_until(lambda: told.is_file() and told.read_text("utf-8").endswith("\n"), 20, suite.output)
    suite.told, suite.home = told.read_text("utf-8").strip(), home
    return suite


@can_be_others
def test_the_browser_is_given_a_file_that_its_owner_alone_reads_and_no_account_sees_the_key(theirs: Any) -> None:
    key = theirs.key.removeprefix("token=")
    opened = Path(theirs.told.removeprefix("file://"))
    assert f"{theirs.base}/?{theirs.key}" in opened.read_text("utf-8")

    def look() -> list[str]:
        lines = [path.read_bytes().decode(errors="replace") for path in Path("/proc").glob("[0-9]*/cmdline")]
        seen = [line for line in lines if key in line]
        for top, _, names in os.walk(theirs.home):
            seen += [name for name in names if _holds(Path(top, name), key)]
        return [*seen, *(["lu"] if _holds(opened, key) else [])]

    assert as_intruder(look) == []


def _holds(file: Path, key: str) -> bool:
    try:
        return key in file.read_bytes().decode(errors="replace")
    except OSError:
        return False


@can_be_others
def test_another_account_hears_nothing_of_what_a_kernel_says(theirs: Any) -> None:
    # A page takes a kernel that waits: without one to listen to, nothing would be heard of any.
    wait_until(lambda: bool(ports_of_kernels(theirs)), 120, theirs.output)
    ports = ports_of_kernels(theirs)
    opener = signed_in(theirs)
    loaded = threading.Event()

    def visit() -> None:
        for _ in range(2):
            opener.open(f"{theirs.base}/voila/render/notebooks/formulaire.ipynb", timeout=60).read()
        loaded.set()

    threading.Timer(1, visit).start()

    def listen() -> int:
        context, heard = zmq.Context(), 0
        poller = zmq.Poller()
        for port in ports:
            ear = context.socket(zmq.SUB)
            ear.connect(f"tcp://{HOST}:{port}")
            ear.subscribe(b"")
            poller.register(ear, zmq.POLLIN)
        while ready := poller.poll(6000):
            heard += sum(len(part) for ear, _ in ready for part in ear.recv_multipart())
        context.destroy(linger=0)
        return heard

    assert as_intruder(listen) == 0
    assert loaded.wait(60)


def ports_of_kernels(suite: Any) -> list[int]:
    """The ports on which the programs that a suite has opened listen."""
    return sorted(port for _, port in listening(psutil.Process(suite.process.pid).children(recursive=True)))


@can_be_others
def test_no_other_session_of_tests_closes_the_home_of_that_account_on_its_way(theirs: Any, tmp_path: Path) -> None:
    """Each one closes the folder of all of pytest's own: who was inside could no longer write at home."""
    (tmp_path / "test_autre.py").write_text("def test_autre(tmp_path): pass\n", encoding="utf-8")
    another = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_autre.py"]
    subprocess.run(another, cwd=tmp_path, check=True, capture_output=True)
    assert under(OWNER, lambda: os.access(theirs.home, os.W_OK))


@can_be_others
def test_an_ordinary_account_far_from_the_root_reads_only_french(theirs: Any) -> None:
    assert len(theirs.lines) == 5, theirs.output
    assert not re.search(r"Warning|WARNING|warn|encrypt|Traceback", theirs.output)


@can_be_others
def test_another_account_is_not_let_in_though_it_has_the_cookie_and_the_key(theirs: Any) -> None:
    opener = signed_in(theirs)

    def enter() -> int:
        return opener.open(f"{theirs.base}/api/kernels?{theirs.key}", timeout=20).status

    assert under(OWNER, enter) == 200
    assert under(0, enter) == 200
    for _ in range(2):
        assert re.match(r"ConnectionResetError|RemoteDisconnected|URLError", str(as_intruder(enter)))
    wait_until(lambda: "Un autre compte de cet ordinateur" in theirs.output, 5, theirs.output)
    assert theirs.output.count("Un autre compte de cet ordinateur") == 1


@can_be_others
@pytest.mark.parametrize("cut", [False, True])
def test_another_account_that_hangs_up_before_it_is_seen_has_done_nothing(theirs: Any, cut: bool) -> None:
    """What it has sent is still there to be read; whose connection it was is not."""
    server = psutil.Process(theirs.process.pid)
    server.suspend()

    def call() -> None:
        with socket.create_connection((HOST, int(theirs.base.rsplit(":", 1)[1])), timeout=20) as wire:
            if cut:
                wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            key = f"Authorization: {theirs.key.replace('=', ' ')}"
            lines = ["POST /api/terminals HTTP/1.1", f"Host: {HOST}", key, "Content-Length: 2", "", "{}"]
            wire.sendall("\r\n".join(lines).encode())

    try:
        assert as_intruder(call) is None
    finally:
        server.resume()
    assert json.loads(signed_in(theirs).open(f"{theirs.base}/api/terminals", timeout=20).read()) == []


@pytest.mark.skipif(not callers.accounts_are_told(), reason="cette machine ne dit pas à qui est une connexion")
@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_connection_is_ours_as_long_as_we_hold_its_other_end(family: socket.AddressFamily) -> None:
    [listening] = bind_sockets(0, HOST)
    listening.setblocking(True)
    with listening, socket.socket(family) as calling:
        address = HOST if family == socket.AF_INET else f"::ffff:{HOST}"
        calling.connect((address, listening.getsockname()[1]))
        answering, _ = listening.accept()
        with answering:
            assert callers.is_ours(answering) is True
            calling.close()
            assert callers.is_ours(answering) is None


@contextmanager
def page_elsewhere(html: str) -> Iterator[str]:
    """The address of a page that somebody else serves on this machine."""

    class Elsewhere(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *words: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer((HOST, 0), Elsewhere) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def visitor(browser: Browser, essai: Any) -> Iterator[Page]:
    """A page of a browser that has opened the suite."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{essai.base}/?{essai.key}")
    page.wait_for_url("**/accueil.ipynb")
    yield page
    context.close()


def test_a_page_on_another_port_starts_no_kernel_and_opens_no_terminal(visitor: Page, essai: Any) -> None:
    opener = signed_in(essai)
    before = {kernel["id"] for kernel in kernels(essai, opener)}
    asked = (
        "/voila/render/notebooks/formulaire.ipynb",
        "/voila/render/notebooks/formulaire.ipynb?2",
        "/terminals/new/a",
    )
    images = "".join(f"<img src='{essai.base}{path}' onerror='document.title += 1'>" for path in asked)
    with page_elsewhere(f"<title>:</title>{images}") as address:
        visitor.goto(address)
        visitor.wait_for_function("document.title === ':111'", timeout=60_000)
    assert {kernel["id"] for kernel in kernels(essai, opener)} <= before
    assert json.loads(opener.open(f"{essai.base}/api/terminals", timeout=20).read()) == []


def test_a_page_on_another_port_cannot_make_the_person_leave(visitor: Page, essai: Any) -> None:
    image = f"<title>:</title><img src='{essai.base}/logout' onerror='document.title += 1'>"
    with page_elsewhere(f"{image}<a href='{essai.base}/logout'>Partez</a>") as address:
        visitor.goto(address)
        visitor.wait_for_function("document.title === ':1'", timeout=60_000)
        visitor.goto(f"{essai.base}/lab")
        expect(visitor.get_by_role("heading", name="Cette adresse demande sa clé")).to_have_count(0)
        visitor.goto(address)
        visitor.get_by_role("link", name="Partez").click()
    visitor.get_by_role("link", name="Continuer").click()
    expect(visitor.get_by_role("heading", name="Ce navigateur n’ouvre plus la suite")).to_be_visible()


def test_a_link_on_another_page_asks_before_it_opens_ours(visitor: Page, essai: Any) -> None:
    link = f"<a href='{essai.base}/voila/render/notebooks/ou.ipynb?a=b'>Venez</a>"
    with page_elsewhere(link) as address:
        visitor.goto(address)
        visitor.get_by_role("link", name="Venez").click()
    expect(visitor.get_by_role("heading", name="Une autre page demande celle-ci")).to_be_visible()
    visitor.get_by_role("link", name="Continuer").click()
    visitor.wait_for_url("**/ou.ipynb?a=b")
    expect(visitor.get_by_text("a=b")).to_be_visible()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        # A browser that does not say it: the page that asks is named, or nothing is given.
        ({"Referer": "{base}/lab"}, 200),
        ({"Referer": "http://127.0.0.1:1/"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 404),  # which is how Jupyter refuses
        ({}, 403),
    ],
)
def test_a_cookie_is_believed_only_where_the_person_or_a_page_of_ours_asks(
    essai: Any, headers: dict[str, str], status: int
) -> None:
    opener = signed_in(essai)
    opener.addheaders = []
    said = {name: value.format(base=essai.base) for name, value in headers.items()}
    request = urllib.request.Request(f"{essai.base}/api/kernels", headers=said)
    try:
        answered = opener.open(request, timeout=20).status
    except urllib.error.HTTPError as refused:
        answered = refused.code
    assert answered == status
    # A request that is refused takes nothing away from the person.
    opener.addheaders = [("Sec-Fetch-Site", "none")]
    assert opener.open(f"{essai.base}/api/kernels", timeout=20).status == 200


def test_pages_left_open_reload_once_the_suite_has_a_new_key_and_an_old_cookie_opens_nothing(
    browser: Browser, start_suite: Callable[..., Any], folder: Path
) -> None:
    suite = started(start_suite, folder)
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{suite.base}/?{suite.key}")
    page.goto(f"{suite.base}/voila/render/notebooks/formulaire.ipynb")
    page.locator("html[data-etat=pret]").wait_for(timeout=60_000)
    cookies = context.cookies()
    [login] = [cookie for cookie in cookies if cookie["name"].startswith("username")]
    assert (login["httpOnly"], login["sameSite"]) == (True, "Strict")
    assert login["expires"] > 0  # dated: test_bookmarks.py says of how long
    suite.stop()
    again = start_suite("--new-key", "--port", suite.base.rsplit(":", 1)[1], "--folder", str(folder))
    base, key = again.wait_for_address().split("/?")
    assert base == suite.base
    page.reload()
    expect(page.get_by_role("heading", name="Cette adresse demande sa clé")).to_be_visible()
    expect(page.get_by_text("Cette adresse contient la clé. Rechargez ensuite cette page.")).to_be_visible()
    other = context.new_page()
    other.goto(f"{base}/?{key}")
    other.wait_for_url("**/accueil.ipynb")
    page.reload()
    page.locator("html[data-etat=pret]").wait_for(timeout=60_000)
    context.close()
