"""What lies about its size, or takes all the connections: refused before it is read, and nobody is kept out."""

import asyncio
import http.client
import json
import os
import re
import socket
import urllib.error
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, Literal

import psutil
import pytest
from browser.small_suite import signed_in
from hypothesis import given
from hypothesis import strategies as st
from jupyter_server.services.kernels.connection.base import serialize_binary_message, serialize_msg_to_ws_v1
from tornado.httpclient import HTTPRequest
from tornado.netutil import bind_sockets
from tornado.web import Application
from tornado.websocket import websocket_connect

from app.voila import connections
from app.voila.bounds import MOST, MOST_HEADER, MOST_JSON, MOST_PARTS, MOST_WITHOUT_KEY, well_cut, well_cut_v1
from app.voila.connections import MOST as MOST_HELD
from app.voila.ports import HOST


@pytest.mark.parametrize("protocol", [None, "v1.kernel.websocket.jupyter.org"])
def test_a_forged_frame_of_forty_bytes_takes_no_memory_and_ends_its_own_connection(
    essai: Any, protocol: str | None
) -> None:
    token = {"Authorization": essai.key.replace("=", " ")}
    start = urllib.request.Request(f"{essai.base}/api/kernels", data=b"{}", headers=token)
    kernel = json.loads(urllib.request.urlopen(start, timeout=30).read())["id"]
    address = f"{essai.base.replace('http', 'ws')}/api/kernels/{kernel}/channels"
    server = psutil.Process(essai.process.pid)
    before = server.memory_info().rss
    forged = (2**27).to_bytes(4, "big") + bytes(36) if protocol is None else (2**25).to_bytes(8, "little") + bytes(32)

    async def send() -> Any:
        protocols = [protocol] if protocol else None
        socket = await websocket_connect(HTTPRequest(address, headers=token), subprotocols=protocols)
        await socket.write_message(forged, binary=True)
        while (message := await socket.read_message()) is not None:
            assert message
        return socket.close_code

    with ThreadPoolExecutor(1) as aside:  # the browser's own loop runs in this thread
        assert aside.submit(asyncio.run, send()).result(30) == 1007
    assert server.memory_info().rss - before < 100 * 2**20


def test_a_message_that_a_terminal_cannot_read_is_said_in_one_french_sentence(essai: Any) -> None:
    token = {"Authorization": essai.key.replace("=", " ")}
    start = urllib.request.Request(f"{essai.base}/api/terminals", data=b"{}", headers=token)
    name = json.loads(urllib.request.urlopen(start, timeout=30).read())["name"]
    address = f"{essai.base.replace('http', 'ws')}/terminals/websocket/{name}"
    before = len(essai.lines)

    async def send() -> None:
        socket = await websocket_connect(HTTPRequest(address, headers=token))
        await socket.write_message("[" * 100_000)
        async with asyncio.timeout(20):
            while await socket.read_message() is not None:
                pass

    with ThreadPoolExecutor(1) as aside:  # the browser's own loop runs in this thread
        aside.submit(asyncio.run, send()).result(60)
    end = urllib.request.Request(f"{essai.base}/api/terminals/{name}", headers=token, method="DELETE")
    assert urllib.request.urlopen(end, timeout=30).status == 204
    said = essai.line_since(before)
    assert re.match(rf"Le serveur n’a pas pu répondre à «\sGET /terminals/websocket/{name}\s» \(RecursionError,", said)


UNREADABLE = ("[" * 100_000, '{"a":' * 100_000, "[" * 2**21, "{", "5", "[]")


def test_a_message_that_cannot_be_read_ends_its_own_connection_says_why_and_writes_nothing(essai: Any) -> None:
    token = {"Authorization": essai.key.replace("=", " ")}
    start = urllib.request.Request(f"{essai.base}/api/kernels", data=b"{}", headers=token)
    kernel = json.loads(urllib.request.urlopen(start, timeout=30).read())["id"]
    address = f"{essai.base.replace('http', 'ws')}/api/kernels/{kernel}/channels"
    before = len(essai.lines)

    async def send() -> list[tuple[Any, Any]]:
        ends = []
        for message in UNREADABLE:
            socket = await websocket_connect(HTTPRequest(address, headers=token))
            await socket.write_message(message)
            async with asyncio.timeout(20):
                while await socket.read_message() is not None:
                    pass
            ends.append((socket.close_code, socket.close_reason))
        return ends

    with ThreadPoolExecutor(1) as aside:  # the browser's own loop runs in this thread
        ends = aside.submit(asyncio.run, send()).result(60)
    assert ends == [(1007, "Ce message ne peut pas être lu\xa0: rechargez la page.")] * len(UNREADABLE)
    assert essai.lines[before:] == []


MANY = 4_000
SAY_MANY = f"""
from comm import create_comm
said = create_comm("essai")
for number in range({MANY}):
    said.send({{"number": number}})
"""


def test_nothing_is_left_out_of_what_a_page_is_told_at_once(essai: Any) -> None:
    """Jupyter's server lets go, in silence, of what a kernel says after three thousand messages in three seconds."""
    token = {"Authorization": essai.key.replace("=", " ")}
    start = urllib.request.Request(f"{essai.base}/api/kernels", data=b"{}", headers=token)
    kernel = json.loads(urllib.request.urlopen(start, timeout=30).read())["id"]
    address = f"{essai.base.replace('http', 'ws')}/api/kernels/{kernel}/channels"
    content = {"code": SAY_MANY, "silent": False, "store_history": False, "allow_stdin": False}
    asked = {
        **message([]),
        "header": {"msg_id": "1", "msg_type": "execute_request", "version": "5.3"},
        "content": content,
    }

    async def numbers() -> list[int]:
        socket = await websocket_connect(HTTPRequest(address, headers=token))
        await socket.write_message(json.dumps(asked))
        told: list[int] = []
        while (heard := await socket.read_message()) is not None:
            answer = json.loads(heard)
            ours = answer["parent_header"].get("msg_id") == "1"
            assert answer["msg_type"] not in ("error", "stream"), answer["content"]
            if ours and answer["msg_type"] == "comm_msg":
                told.append(answer["content"]["data"]["number"])
            if ours and answer["content"].get("execution_state") == "idle":
                break
        return told

    with ThreadPoolExecutor(1) as aside:  # the browser's own loop runs in this thread
        assert aside.submit(asyncio.run, numbers()).result(60) == list(range(MANY))


def message(buffers: list[bytes]) -> dict[str, Any]:
    return {"header": {}, "parent_header": {}, "metadata": {}, "content": {}, "channel": "shell", "buffers": buffers}


@given(st.lists(st.binary(max_size=50), max_size=8))
def test_every_frame_that_jupyter_writes_is_taken(buffers: list[bytes]) -> None:
    assert well_cut(serialize_binary_message(message(buffers)))
    parts = [b"{}", b"{}", b"{}", b"{}", *buffers]
    assert well_cut_v1(serialize_msg_to_ws_v1(parts, "shell"))


@given(st.integers(0, 2**31), st.binary(max_size=64))
def test_a_frame_whose_table_is_longer_than_itself_is_not(count: int, rest: bytes) -> None:
    frame = count.to_bytes(4, "big") + rest
    assert not well_cut(frame) or 4 * (count + 1) <= len(frame)
    frame = count.to_bytes(8, "little") + rest
    assert not well_cut_v1(frame) or 8 * (count + 1) <= len(frame)


def cut_into(parts: int, size: int) -> bytes:
    """A frame true to its table, with no protocol (`size` 4) or today's (8): all parts are empty but the first ones."""
    order: Literal["big", "little"] = "big" if size == 4 else "little"
    said = [json.dumps(message([])).encode()] if size == 4 else [b"shell", b"{}", b"{}", b"{}", b"{}"]
    offsets = [size * (parts + 1)]
    for part in said:
        offsets.append(offsets[-1] + len(part))
    offsets += [offsets[-1]] * (parts - len(offsets))
    return b"".join(number.to_bytes(size, order) for number in [parts, *offsets[:parts]]) + b"".join(said)


@pytest.mark.parametrize(("size", "taken"), [(4, well_cut), (8, well_cut_v1)])
@pytest.mark.parametrize(("parts", "good"), [(MOST_PARTS, True), (MOST_PARTS + 1, False), (1_000_000, False)])
def test_a_frame_has_a_number_of_parts_that_a_page_sends_and_no_more(
    size: int, taken: Callable[[bytes], bool], parts: int, good: bool
) -> None:
    assert taken(cut_into(parts, size)) is good


@pytest.mark.parametrize("more", [0, 1])
def test_what_the_server_itself_reads_of_a_frame_is_short(more: int) -> None:
    text = b" " * (MOST_HEADER + more)
    assert well_cut_v1(serialize_msg_to_ws_v1([text, b"{}", b"{}", bytes(MOST_JSON + 1)], "shell")) is not bool(more)
    table = b"".join(number.to_bytes(4, "big") for number in (1, 8))
    assert well_cut(table + bytes(MOST_JSON + more)) is not bool(more)


def test_parts_that_overlap_are_not_copied_again_and_again() -> None:
    table = [5, *[20, 1000] * 2, 20]
    assert not well_cut(b"".join(number.to_bytes(4, "big") for number in table) + bytes(1000))


def heads(suite: Any, *lines: str) -> tuple[int, str]:
    """The answer to headers alone, status and page: the body that they announce is never sent."""
    with socket.create_connection((HOST, int(suite.base.rsplit(":", 1)[1])), timeout=20) as wire:
        host = f"Host: {suite.base.removeprefix('http://')}"
        wire.sendall("\r\n".join(["POST /api/kernels HTTP/1.1", host, *lines, "", ""]).encode())
        answer = http.client.HTTPResponse(wire)
        answer.begin()
        return answer.status, answer.read().decode()


@pytest.mark.parametrize(
    "body",
    [
        f"Content-Length: {MOST_WITHOUT_KEY + 1}",
        f"Content-Length: {'9' * 5000}",  # more digits than Python reads as a number
        "Transfer-Encoding: chunked",
    ],
)
@pytest.mark.parametrize("key", ["", "Authorization: token faux", "Cookie: username-127-0-0-1=faux"])
def test_a_large_body_without_the_key_is_refused_before_it_is_sent(essai: Any, body: str, key: str) -> None:
    status, page = heads(essai, body, *filter(None, [key]))
    assert (status, "C’est trop gros pour ce serveur" in page) == (413, True)


def test_a_body_beyond_what_a_notebook_holds_is_refused_even_with_the_key(essai: Any) -> None:
    key = f"Authorization: {essai.key.replace('=', ' ')}"
    assert heads(essai, f"Content-Length: {MOST + 1}", key)[0] == 400


def test_a_notebook_of_two_megabytes_is_saved_with_the_key(essai: Any, folder: Path) -> None:
    content = {"type": "file", "format": "text", "content": "x" * 2**21}
    token = {"Authorization": essai.key.replace("=", " ")}
    request = urllib.request.Request(
        f"{essai.base}/api/contents/long.txt", data=json.dumps(content).encode(), headers=token, method="PUT"
    )
    assert urllib.request.urlopen(request, timeout=30).status == 201
    assert (folder / "long.txt").stat().st_size == 2**21


HALF = b"GET / HTTP/1.1\r\nA: "


def test_who_opens_connections_without_end_keeps_nobody_out_and_fills_no_terminal(essai: Any) -> None:
    port, before = int(essai.base.rsplit(":", 1)[1]), len(essai.lines)
    opener = signed_in(essai)
    with ExitStack() as held:
        wires = [held.enter_context(socket.create_connection((HOST, port), timeout=20)) for _ in range(MOST_HELD + 100)]
        for wire in wires:
            with suppress(OSError):  # it made room already
                wire.sendall(HALF)
        assert opener.open(f"{essai.base}/api/kernels", timeout=20).status == 200
        for wire in wires[:50]:
            with suppress(ConnectionResetError):
                assert wire.recv(1) == b""
        server = psutil.Process(essai.process.pid)
        assert sum(one.laddr.port == port for one in server.net_connections("tcp")) < MOST_HELD + 50
    assert len(essai.lines) == before + 1
    assert "Vos pages ne sont pas touchées" in essai.lines[-1]


def test_half_a_request_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_S", 0.1)

    async def wait() -> bytes:
        server = connections.BoundedServer(Application(), tell=lambda _: None)
        [listening] = bind_sockets(0, HOST)
        port = listening.getsockname()[1]
        server.add_sockets([listening])
        reader, writer = await asyncio.open_connection(HOST, port)
        writer.write(HALF)
        heard = await asyncio.wait_for(reader.read(), 20)
        writer.close()
        server.stop()
        return heard

    with ThreadPoolExecutor(1) as aside:
        assert aside.submit(asyncio.run, wait()).result(30) == b""


@pytest.mark.skipif(os.name != "posix", reason="borne les fichiers ouverts")
def test_where_the_system_gives_no_more_connections_room_is_made_and_no_error_goes_on() -> None:
    import resource

    made: list[str] = []
    [listening] = bind_sockets(0, HOST)
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    with (
        connections.PatientSocket(listening, lambda: made.append("place")) as patient,
        socket.create_connection(patient.getsockname()) as calling,
    ):
        next_one = os.dup(0)
        os.close(next_one)
        resource.setrlimit(resource.RLIMIT_NOFILE, (next_one, limits[1]))
        try:
            with pytest.raises(BlockingIOError):
                patient.accept()
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, limits)
        assert made == ["place"]
        answered, address = patient.accept()
        answered.close()
        assert address == calling.getsockname()
