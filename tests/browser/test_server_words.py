"""Ce que le serveur dit au terminal : une phrase en français quand quelque chose manque, et rien de ce qui va."""

import json
import re
import socket
import struct
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psutil
import pytest
from browser.small_suite import kernels, signed_in, wait_until

from app.voila.open_files import KEPT

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
