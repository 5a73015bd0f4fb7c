"""Les portes d'une place : qui entre, ce qui passe."""

import asyncio
import os
import socket

import pytest
from ports import free_port

from app.room.door import API, Door, Request, UnreadableError, pass_answer, read_head
from app.room.doors import in_turn
from app.room.walled import noted

DOOR = Door(port=1, name="K7M2P", ticket="le-billet", hub_port=2, account=3)


def asked(*lines: str) -> Request:
    return Request("GET", "/user/K7M2P/place", tuple(line.encode() for line in lines))


@pytest.mark.parametrize(
    ("cookies", "opens"),
    [
        ("carnets-place=le-billet", True),
        ('autre="a; b"; carnets-place=le-billet; _xsrf=2|x', True),
        ("carnets-place=le-billet2", False),
        ("carnets-place=", False),
        ("xcarnets-place=le-billet", False),
        ("carnets-place-K7M2P=le-billet", False),
    ],
)
def test_a_place_opens_to_its_own_ticket_alone(cookies: str, opens: bool) -> None:
    assert DOOR.opens(asked("Host: salle", f"cookie: {cookies}")) is opens


def test_a_place_stays_closed_without_a_cookie() -> None:
    assert not DOOR.opens(asked("Host: salle"))


def test_from_where_somebody_comes_is_said_by_the_relay_and_never_by_a_place() -> None:
    said = asked("Host: salle", "X-Forwarded-For: 127.0.0.1", "X-Real-IP: 127.0.0.1", "Connection: keep-alive")
    assert (
        said.passed_on(forwarded=False) == b"GET /user/K7M2P/place HTTP/1.1\r\nHost: salle\r\nConnection: close\r\n\r\n"
    )
    assert b"X-Forwarded-For: 127.0.0.1\r\n" in said.passed_on(forwarded=True)


def test_a_plain_head_is_read_and_said_again_line_by_line() -> None:
    head = b"GET /hub/api?x=%C3%A9 HTTP/1.1\r\nHost: salle\r\nCookie: a=\xe9; b=c\r\n\r\n"
    assert read_head(head) == Request("GET", "/hub/api?x=%C3%A9", (b"Host: salle", b"Cookie: a=\xe9; b=c"))


@pytest.mark.parametrize(
    "head",
    [
        b"GET /hub/api HTTP/1.1\r\nHost: x\r\nA: b\n\nGET /hub/login HTTP/1.1\nHost: x",
        b"GET /hub/api HTTP/1.1\nHost: x",
        b"GET /hub/api HTTP/1.1\r\nA: b\rX-Forwarded-For: 127.0.0.1",
        b"GET /hub/api HTTP/1.1\r\nA: b\r\n X-Forwarded-For: 127.0.0.1",
        b"GET /hub/api HTTP/1.1\r\nA : b",
        b"GET /hub/api HTTP/1.1\r\nA: \x00",
        b"GET /hub/api HTTP/1.1\r\nsans deux points",
        b"GET  /hub/api HTTP/1.1",
        b"GET /hub/api\x0b/x HTTP/1.1",
        b"GET /hub/api HTTP/1.1 x",
        b"\r\nGET /hub/api HTTP/1.1",
    ],
)
def test_a_head_that_two_programs_would_read_otherwise_is_refused(head: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_head(head + b"\r\n\r\n")


@pytest.mark.parametrize(
    ("said", "shown"),
    [(b"Erreur : d\xc3\xa9but\n", "Erreur : début"), (b"\x1b[31mrouge\x07\x9b\r", " [31mrouge \ufffd"), (b"\n", "")],
)
def test_what_a_place_says_in_the_journal_gives_no_order_to_a_terminal(said: bytes, shown: str) -> None:
    assert noted(said) == shown


def test_a_server_that_hangs_gives_its_turn_back() -> None:
    async def silent() -> tuple[str, int]:
        return "127.0.0.1", free_port()

    async def all_of_them() -> list[tuple[str, int]]:
        async with asyncio.timeout(30):
            return await asyncio.gather(*(in_turn(silent, seconds=0.1) for _ in range((os.cpu_count() or 2) + 4)))

    assert len(asyncio.run(all_of_them())) == (os.cpu_count() or 2) + 4


def test_a_connection_is_kept_for_a_page_and_its_kernel_alone() -> None:
    page = asked("Upgrade: websocket", "Connection: Upgrade")
    assert page.upgrades
    assert page.passed_on(forwarded=True).endswith(b"Connection: Upgrade\r\n\r\n")
    assert not asked("Connection: Upgrade").upgrades


@pytest.mark.parametrize(
    ("lines", "length"),
    [
        ((), 0),
        (("Content-Length: 12",), 12),
        (("Content-Length: 12", "content-length: 13"), None),
        (("Content-Length: 12", "Transfer-Encoding: chunked"), None),
        (("Content-Length: +12",), None),
    ],
)
def test_how_much_follows_is_said_once_and_plainly(lines: tuple[str, ...], length: int | None) -> None:
    assert asked(*lines).length() == length


@pytest.mark.parametrize(
    ("target", "passes"),
    [
        ("/hub/api", True),
        ("/hub/api/user", True),
        ("/hub/api?x=1", True),
        ("/hub/apix", False),
        ("/hub/login", False),
        ("http://127.0.0.1/hub/api/", False),
        ("//hub/api/", False),
    ],
)
def test_a_place_asks_the_interface_of_the_hub_alone(target: str, passes: bool) -> None:
    assert bool(API.match(target)) is passes


OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
ANOTHER = OK + b"Content-Length: 3\r\n\r\nfin"


async def passed(said: bytes) -> tuple[bytes, bool]:
    """What of that a door passes on, and whether it found it plain."""
    inside, place = socket.socketpair()
    outside, browser = socket.socketpair()
    with inside, place, outside, browser:
        place.sendall(said)
        place.shutdown(socket.SHUT_WR)
        reader, _ = await asyncio.open_connection(sock=inside)
        _, writer = await asyncio.open_connection(sock=outside)
        try:
            await pass_answer(reader, writer)
            plain = True
        except (UnreadableError, EOFError):
            plain = False
        writer.close()
        await writer.wait_closed()
        return b"".join(iter(lambda: browser.recv(65536), b"")), plain


@pytest.mark.parametrize(
    "answer",
    [
        OK + b"Content-Length: 5\r\n\r\nassez",
        CHUNKED + b"5\r\nassez\r\n0\r\n\r\n",
        CHUNKED + b"1\r\na\r\n000A\r\n0123456789\r\n0\r\n\r\n",
        b"HTTP/1.1 103 Early Hints\r\n\r\n" + CHUNKED + b"0\r\n\r\n",
    ],
)
def test_an_answer_passes_to_its_end_and_not_one_sign_further(answer: bytes) -> None:
    assert asyncio.run(passed(answer)) == (answer, True)
    assert asyncio.run(passed(answer + ANOTHER)) == (answer, True)


@pytest.mark.parametrize(
    ("before", "unplain"),
    [
        (CHUNKED, b"5;nom=x\r\nassez\r\n0\r\n\r\n"),
        (CHUNKED, b"-1\r\n\r\n"),
        (CHUNKED + b"5\r\nassez", b"trop\r\n0\r\n\r\n"),
        (CHUNKED + b"0\r\n", b"X: y\r\n\r\n"),
        (b"", OK + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        (b"", OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nassez"),
        (b"", OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
    ],
)
def test_an_answer_whose_end_is_not_plain_stops_there(before: bytes, unplain: bytes) -> None:
    assert asyncio.run(passed(before + unplain)) == (before, False)
