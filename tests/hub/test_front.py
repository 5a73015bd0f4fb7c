"""Le relais seul, devant un hub de quatre lignes : ce qu'il laisse passer, ce qu'il refuse, ce qu'il ne garde pas."""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hub.rooms import within
from ports import free_port

from app.room import entrance, front
from app.room.access import TRAINER
from app.room.accounts import RELAY, Account
from app.room.addresses import is_open
from app.room.front import DOCUMENT, FORM, tell_relay
from app.room.relay import install_relay, relay_command

pytestmark = pytest.mark.skipif(os.name != "posix", reason="une salle demande Linux ou macOS")
HOST = "127.0.0.1"
SHORT_S = 1
KEY, CODE, NOBODY = "la-clé-de-cette-ouverture", "KNM64", "KNM65"


def entered_as(name: str) -> str:
    """What the browser of who has entered under that name says."""
    return f"Cookie: autre=1; {entrance.COOKIE}={entrance.proof(KEY, name)}"


ENTERED = entered_as(CODE)


class Hub(BaseHTTPRequestHandler):
    """Says how much it was sent."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        length = int(self.headers["Content-Length"])
        said = str(len(self.rfile.read(length))).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(said)))
        if self.close_connection:
            # As every server says it: Node would ask again through what is about to close.
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(said)

    do_POST = do_GET  # noqa: N815

    def log_message(self, *words: Any) -> None:
        """Say nothing."""


class Place(Hub):
    """The same, for the place of somebody."""

    server_version = "Place"


class Relay:
    """A relay that runs, and where it listens."""

    def __init__(self, folder: Path, hub: int, port: int, places: dict[str, int]) -> None:
        self.port, self.places = port, places
        words = [*relay_command(), "--ip", HOST, "--port", str(self.port), "--api-ip", HOST]
        self.routes = free_port()
        words += ["--api-port", str(self.routes), "--default-target", f"http://{HOST}:{hub}"]
        told = {"CARNETS_SALLE": json.dumps({"runtime": str(folder), "entry_key": KEY})}
        self.process = subprocess.Popen(
            words, env={**os.environ, **told}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    def wire(self, code: str = "", source: str = HOST) -> socket.socket:
        """A connection to it, from an address of this machine: to the port of the room, or to that of a place."""
        return socket.create_connection((HOST, self.places[code] if code else self.port), 20, (source, 0))

    def leads(self, path: str, port: int) -> None:
        """Tell it where a place runs, as the hub does."""
        target = json.dumps({"target": f"http://{HOST}:{port}"}).encode()
        urllib.request.urlopen(f"http://{HOST}:{self.routes}/api/routes{path}", data=target, timeout=20).close()

    def heard(self, *lines: str, code: str = "", host: str = f"Host: {HOST}", source: str = HOST) -> bytes:
        """All that comes back for those lines, but the hour."""
        with self.wire(code, source) as wire:
            wire.sendall("\r\n".join([*lines, host, "Connection: close", "", ""]).encode())
            said = b"".join(iter(lambda: wire.recv(2**16), b""))
        return re.sub(rb"(?i)\r\ndate: [^\r]*", b"", said)

    def listens(self, code: str = "") -> bool:
        """Whether it answers: on its port or that of a place, then on that of routes; each opens in its own time."""
        try:
            self.wire(code).close()
            socket.create_connection((HOST, self.routes), 20).close()
        except OSError:
            return False
        return True

    def answered(self, *lines: str, body: bytes = b"", method: str = "POST", code: str = "") -> tuple[int, str]:
        """The status and the page for those lines."""
        with self.wire(code) as wire:
            start = f"{method} {lines[0]} HTTP/1.1"
            wire.sendall("\r\n".join([start, f"Host: {HOST}", *lines[1:], "", ""]).encode() + body)
            answer = http.client.HTTPResponse(wire)
            answer.begin()
            return answer.status, answer.read().decode()


@pytest.fixture(scope="module")
def relay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Relay]:
    """A relay that has little patience."""
    with opened(tmp_path_factory.mktemp("relais"), HEADERS_S=SHORT_S, FORM_S=SHORT_S) as found:
        yield found


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Relay]:
    """A relay that takes four connections from one address, ten in all, and waits for them."""
    with opened(tmp_path_factory.mktemp("relais"), SOCKETS_OF_ONE=4, SOCKETS=10, HEADERS_S=120) as found:
        yield found


@contextmanager
def opened(folder: Path, **bounds: int) -> Iterator[Relay]:
    """A relay with those bounds before our small hub, and a place that runs."""
    install_relay()
    with pytest.MonkeyPatch.context() as patched:
        for name, bound in bounds.items():
            patched.setattr(front, name, bound)
        port, *others = (free_port() for _ in range(4))
        places = dict(zip((CODE, NOBODY, TRAINER), others, strict=True))
        tell_relay(folder, "Relier", Account(RELAY, RELAY) if os.geteuid() == 0 else None, port, places)
    with ThreadingHTTPServer((HOST, 0), Hub) as hub:
        threading.Thread(target=hub.serve_forever, daemon=True).start()
        relay = Relay(folder, hub.server_port, port, places)
        assert within(20, relay.listens)
        with ThreadingHTTPServer((HOST, 0), Place) as place:
            threading.Thread(target=place.serve_forever, daemon=True).start()
            for name in (CODE, TRAINER):
                relay.leads(f"/user/{name}", place.server_port)
            yield relay
            place.shutdown()
        relay.process.terminate()
        relay.process.communicate(timeout=20)
        hub.shutdown()


@pytest.mark.parametrize(("path", "code"), [("/hub/login", ""), ("/", ""), (f"/user/{CODE}/place", CODE)])
def test_before_the_hub_answers_whoever_comes_is_told_to_wait_in_french(path: str, code: str, tmp_path: Path) -> None:
    install_relay()
    port, place = free_port(), free_port()
    tell_relay(tmp_path, "Relier", Account(RELAY, RELAY) if os.geteuid() == 0 else None, port, {CODE: place})
    alone = Relay(tmp_path, free_port(), port, {CODE: place})
    try:
        assert within(20, lambda: alone.listens(code))
        status, page = alone.answered(path, ENTERED, method="GET", code=code)
        assert status == 503
        assert "La salle n’est pas encore ouverte" in page
        assert "Not Found" not in page
        assert "Service Unavailable" not in page
    finally:
        alone.process.terminate()
        alone.process.communicate(timeout=20)


def length(number: int) -> str:
    return f"Content-Length: {number}"


@pytest.mark.parametrize(
    ("path", "most"), [("/hub/login", FORM), ("/user/KNM64/api/contents/a.ipynb", DOCUMENT), ("/", FORM)]
)
def test_what_has_its_size_passes_and_one_byte_more_is_refused_before_it_is_sent(
    relay: Relay, path: str, most: int
) -> None:
    code = CODE if path.startswith("/user/") else ""
    assert relay.answered(path, ENTERED, length(most), body=bytes(most), code=code) == (200, str(most))
    status, page = relay.answered(path, ENTERED, length(most + 1), code=code)
    assert status == 413
    assert "C’est trop pour la salle" in page
    assert "Revenir à ma place" in page


def test_what_does_not_say_its_length_is_refused(relay: Relay) -> None:
    status, page = relay.answered("/user/KNM64/place", "Transfer-Encoding: chunked")
    assert (status, "C’est trop pour la salle" in page) == (411, True)


@pytest.mark.parametrize("lines", [["Cookie: " + "x" * 20_000], [f"X-{number}: {'x' * 90}" for number in range(200)]])
def test_headers_without_end_are_not_read_to_their_end(relay: Relay, lines: list[str]) -> None:
    status, page = relay.answered("/hub/home", *lines, method="GET")
    assert (status, "n’a pas pu lire cette demande" in page) == (431, True)
    assert "ouvrez une fenêtre privée" in page


@pytest.mark.parametrize(
    "sent", [b"GET /hub/ho", b"POST /hub/login HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\na="]
)
@pytest.mark.parametrize("code", ["", CODE])
def test_who_speaks_too_slowly_is_not_waited_for(relay: Relay, sent: bytes, code: str) -> None:
    with relay.wire(code) as wire:
        wire.sendall(sent)
        wire.settimeout(20 * SHORT_S)
        heard = b""
        while more := wire.recv(2**16):
            heard += more
    assert b" 200 " not in heard


def test_a_connection_that_changes_its_language_goes_to_a_place_or_nowhere(relay: Relay) -> None:
    asked = ("Connection: Upgrade", "Upgrade: websocket")
    with relay.wire() as wire:
        wire.sendall("\r\n".join(["GET /hub/home HTTP/1.1", f"Host: {HOST}", *asked, "", ""]).encode())
        assert wire.recv(2**16) == b""
    # Our small place knows nothing of it: it is asked all the same.
    kernel = (f"/user/{CODE}/api/kernels/0/channels", ENTERED, length(0), *asked)
    assert relay.answered(*kernel, method="GET", code=CODE)[0] == 200
    assert relay.answered(*kernel, f"Origin: http://{HOST}", method="GET", code=CODE)[0] == 200
    for code, lines in (("", kernel), (NOBODY, kernel), (CODE, (*kernel, "Origin: http://autre"))):
        with pytest.raises(http.client.HTTPException):
            relay.answered(*lines, method="GET", code=code)


@pytest.mark.parametrize(
    "address",
    [
        *("/user/{}", "/user/{}/", "/user/{}/place?x=1", "/user/{}/../{}/", "/x/../user/{}/", "/../user/{}/"),
        *("/%75ser/{}/", "/%2Fuser/{}/", "/user%2F{}/", "/x/%2e%2e/user/{}/", "//salle/user/{}/"),
        *(r"\\salle\user\{}", "http://salle/user/{}/"),
    ],
)
def test_who_has_not_entered_never_learns_which_place_runs(relay: Relay, address: str) -> None:
    stolen = ENTERED.replace(CODE, NOBODY)
    for lines in ([], [f"Cookie: {entrance.COOKIE}=x"], ["Upgrade: websocket", "Connection: Upgrade"], [stolen[:-1]]):
        for method in ("GET", "POST"):
            said = [
                relay.heard(f"{method} {address.replace('{}', code)} HTTP/1.1", length(0), *lines)
                for code in (CODE, NOBODY)
            ]
            assert said[0] == said[1]
            assert b"Place" not in said[0]


def test_who_has_entered_is_led_to_their_own_place_alone(relay: Relay) -> None:
    for path in (f"/user/{CODE}", f"/user/{CODE}/place"):
        assert b"server: Place" in relay.heard(f"GET {path} HTTP/1.1", length(0), ENTERED, code=CODE)
    relay.leads(f"/user/{NOBODY}", relay.routes)
    assert b"server: BaseHTTP" in relay.heard(f"GET /user/{NOBODY}/place HTTP/1.1", length(0), ENTERED)


@pytest.mark.skipif(sys.platform != "linux", reason="ailleurs, une machine n'a que 127.0.0.1")
def test_what_was_copied_of_the_trainer_s_browser_opens_their_place_from_no_other_machine(relay: Relay) -> None:
    copied, place = entered_as(TRAINER), f"GET /user/{TRAINER}/lab HTTP/1.1"
    assert b"server: Place" in relay.heard(place, length(0), copied, code=TRAINER)
    upgrade = ("Connection: Upgrade", "Upgrade: websocket")
    for code in ("", TRAINER):
        # As to who has not entered: no answer says whether that cookie is the right one.
        said = [relay.heard(place, length(0), one, code=code, source="127.0.0.2") for one in (copied, "A: b")]
        assert said[0] == said[1]
        assert b"Place" not in said[0]
        assert relay.heard(place, length(0), copied, *upgrade, code=code, source="127.0.0.2") == b""
    # A place opens from any machine of the room.
    own = f"GET /user/{CODE}/place HTTP/1.1"
    assert b"server: Place" in relay.heard(own, length(0), ENTERED, code=CODE, source="127.0.0.2")


def test_a_place_is_on_its_own_port_and_the_hub_on_none_of_theirs(relay: Relay) -> None:
    own = f"/user/{CODE}/place?x=1"
    for asked, code, leads_to in (
        (own, "", f"http://{HOST}:{relay.places[CODE]}{own}"),
        (own, NOBODY, f"http://{HOST}:{relay.places[CODE]}{own}"),
        *((other, CODE, f"http://{HOST}:{relay.port}{other}") for other in ("/hub/home", "/", f"/user/{NOBODY}/place")),
    ):
        for method in ("GET", "POST"):
            said = relay.heard(f"{method} {asked} HTTP/1.1", length(0), ENTERED, code=code)
            assert said.startswith(b"HTTP/1.1 307 "), said
            assert f"\r\nLocation: {leads_to}\r\n".encode() in said
            assert said.endswith(b"\r\n\r\n")
    # To who has not entered, no port says whose it is.
    told = {relay.heard(f"GET {own} HTTP/1.1", length(0), code=code) for code in (CODE, NOBODY)}
    assert len(told) == 1


@pytest.mark.parametrize("path", [f"/user/{CODE}/voila/render/a.ipynb?x=1", f"/user/{CODE}/%76oila//render/a.ipynb"])
def test_a_page_that_starts_a_program_is_opened_from_its_own_port_alone(relay: Relay, path: str) -> None:
    own = f"http://{HOST}:{relay.places[CODE]}"
    for method in ("GET", "HEAD"):
        for referer in (
            "",
            f"http://{HOST}:{relay.places[NOBODY]}/",
            f"http://{HOST}/",
            f"{own}0/",
            "http://autre/",
            "x",
        ):
            said = from_page(relay, method, path, referer)
            assert b"server: Place" not in said
            # No frame runs it, so that nobody but the person who opened the page goes on from there.
            assert b"frame-ancestors 'none'" in said
            assert said.startswith(b"HTTP/1.1 200 ")
            assert (b"location.replace(" in said) is (method == "GET")
    assert b"server: Place" in from_page(relay, "GET", path, f"{own}/user/{CODE}/place")


def test_what_a_page_is_made_of_is_not_asked_twice(relay: Relay) -> None:
    for path in ("place", "lab", "voila/static/voila.js", "files/voila/rendered.txt"):
        assert b"server: Place" in from_page(relay, "GET", f"/user/{CODE}/{path}", "")


def from_page(relay: Relay, method: str, path: str, referer: str) -> bytes:
    """What comes back to the browser of who has entered, for an address that a page names."""
    lines = [f"Referer: {referer}"] if referer else []
    host = f"Host: {HOST}:{relay.places[CODE]}"
    return relay.heard(f"{method} {path} HTTP/1.1", length(0), ENTERED, *lines, code=CODE, host=host)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "evil.example/@x", f"{HOST}@evil.example"])
def test_where_to_go_is_the_room_s_own_address_whatever_name_it_is_asked_by(relay: Relay, host: str) -> None:
    said = relay.heard(f"GET /user/{CODE}/place HTTP/1.1", length(0), ENTERED, host=f"Host: {host}")
    assert b"evil" not in said
    # Node itself refuses what is no name.
    assert said.startswith(b"HTTP/1.1 400") or f"Location: http://{HOST}:{relay.places[CODE]}/".encode() in said


@pytest.mark.parametrize(
    ("origin", "passes"), [(HOST, True), (f"{HOST}:1", False), ("autre", False), (None, False), ("", True)]
)
def test_what_changes_something_comes_from_a_page_of_the_same_port(
    relay: Relay, origin: str | None, passes: bool
) -> None:
    lines = ["Origin: null"] if origin is None else [f"Origin: http://{origin}"] if origin else []
    for path, code in ((f"/user/{CODE}/place", CODE), ("/hub/login", "")):
        for method in ("POST", "PUT", "DELETE", "OPTIONS"):
            if method in ("POST",) or not passes:
                status = relay.answered(path, ENTERED, length(1), *lines, body=b"a", method=method, code=code)[0]
                assert status == (200 if passes else 403), (path, method)
        assert relay.answered(path, ENTERED, length(0), *lines, method="GET", code=code)[0] == 200


def test_a_page_of_another_port_holds_nothing_of_what_a_place_serves(relay: Relay) -> None:
    said = relay.heard(f"GET /user/{CODE}/files/x.js HTTP/1.1", length(0), ENTERED, code=CODE)
    assert b"cross-origin-resource-policy: same-origin\r\n" in said.lower()


@pytest.mark.parametrize(
    "path",
    [
        "/user/../hub/login",
        "/user/%2e%2e/hub/login",
        "/user/..%2fhub/login",
        "/user/KNM64/./place",
        "/user/KNM64/%5c..%5c..",
        "/user\\..\\hub/login",
        "/user/%ff",
        "http://x/user/../hub/login",
    ],
)
def test_an_address_that_goes_up_by_dots_goes_nowhere(relay: Relay, path: str) -> None:
    status, page = relay.answered(path, length(FORM + 1))
    assert (status, "n’a pas pu lire cette demande" in page) == (400, True)
    # Nor for who has entered: where that ends is not theirs.
    for code in ("", CODE):
        with relay.wire(code) as wire:
            asked = (ENTERED, "Connection: Upgrade", "Upgrade: websocket")
            wire.sendall("\r\n".join([f"GET {path} HTTP/1.1", f"Host: {HOST}", *asked, "", ""]).encode())
            assert wire.recv(2**16) == b""


@pytest.mark.parametrize(
    "path",
    ["/user/KNM64/files/a..b", "/user/KNM64/.../x", "/user/KNM64/a%2Fb", "/user/KNM64/.x", "/hub/login?next=/.."],
)
def test_dots_that_lead_nowhere_else_pass(relay: Relay, path: str) -> None:
    assert relay.answered(path, length(1), body=b"a") == (200, "1")
    if path.startswith("/user/"):
        assert relay.answered(path, ENTERED, length(1), body=b"a", code=CODE) == (200, "1")


def test_one_address_does_not_take_all_the_connections(narrow: Relay) -> None:
    assert within(20, narrow.listens)
    held = [kept(narrow, code) for code in ("", CODE, NOBODY, "")]
    try:
        assert within(10, lambda: refuses(narrow, HOST))
    finally:
        for one in held:
            one.close()
    assert within(20, lambda: answers(narrow))


@pytest.mark.skipif(sys.platform != "linux", reason="ailleurs, une machine n'a que 127.0.0.1")
def test_many_addresses_together_do_not_take_more_connections_than_the_relay_has(narrow: Relay) -> None:
    assert within(20, lambda: answers(narrow))
    held = [kept(narrow, code, f"127.0.0.{2 + number % 5}") for number, code in enumerate(["", CODE] * 5)]
    try:
        for source in (HOST, "127.0.0.2", "127.0.0.9"):
            assert within(10, lambda source=source: refuses(narrow, source)), (  # type: ignore[misc]
                source,
                [is_cut([], one) for one in held],
            )
        # One that leaves makes room for one, whoever comes.
        held.pop().close()
        assert within(20, lambda: answers(narrow))
    finally:
        for one in held:
            one.close()


def kept(relay: Relay, code: str, source: str = HOST) -> socket.socket:
    """A connection that the relay keeps: for a moment it still counts one that has just left, and cuts in its place."""
    found: list[socket.socket] = []
    assert within(20, lambda: not is_cut(found, relay.wire(code, source)))
    return found[-1]


def is_cut(opened: list[socket.socket], wire: socket.socket) -> bool:
    """Whether the relay cuts it within a moment; what it keeps is added to `opened`."""
    wire.settimeout(0.3)
    try:
        cut = wire.recv(1) == b""
    except TimeoutError:
        cut = False
    if cut:
        wire.close()
    else:
        opened.append(wire)
    return cut


def refuses(relay: Relay, source: str) -> bool:
    """Whether one more connection is cut; the relay may take those of its other ports a moment later."""
    with relay.wire(source=source) as one_more:
        one_more.settimeout(1)
        try:
            return one_more.recv(1) == b""
        except TimeoutError:
            return False


def answers(relay: Relay) -> bool:
    try:
        return relay.answered("/hub/login", length(1), body=b"a")[0] == 200
    except (OSError, http.client.HTTPException):
        return False


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="demande les droits d'administration")
def test_the_relay_goes_on_without_any_right_of_the_administrator(relay: Relay) -> None:
    assert answers(relay)
    status = Path(f"/proc/{relay.process.pid}/status").read_text()
    lines = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
    assert lines["Uid"].split() == [str(RELAY)] * 4
    assert lines["Gid"].split() == [str(RELAY)] * 4
    assert lines["Groups"].split() == []
    assert {int(lines[name], 16) for name in ("CapEff", "CapPrm", "CapAmb")} == {0}


# What a browser opens, and what a place asks by itself.
NEEDED = (
    "login home logo spawn spawn/KNM64 spawn-pending/KNM64 user/KNM64/lab/tree/a.ipynb api/oauth2/authorize api/user"
)
NOT_NEEDED = """token admin logins xlogin spawn/a/b login/ %74oken home%2f..%2ftoken api/users/KNM64
    api/users/KNM64/tokens api/users/KNM64/server api/users/a/b/activity api/proxy api/shutdown"""


@pytest.mark.parametrize("path", ["", *NEEDED.split(), "api/oauth2/token", "api/users/KNM64/server/progress"])
def test_what_the_room_needs_of_the_hub_is_open(path: str) -> None:
    assert is_open(path)


@pytest.mark.parametrize("path", NOT_NEEDED.split())
def test_the_rest_is_closed(path: str) -> None:
    assert not is_open(path)
