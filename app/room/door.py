"""The two doors of a place behind its walls: its server, for the browser of its person; the hub, for its server.

Each place has its own port of the room's address, and so its own origin; but cookies know no port. So the first door
asks for the ticket that the hub gives a browser when it enters as that person: no other browser is shown a page of this
place. The second leads to the hub's interface alone. One connection, one request: what follows is not read.
"""

import asyncio
import contextlib
import hmac
import os
import re
import socket
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from app.room.system import NEW_NETWORK, call, end_with_parent

HEAD, PIECE = 64 * 1024, 64 * 1024
HEAD_S = 60
END = b"\r\n\r\n"
SWITCHED = re.compile(rb"HTTP/1\.1 101 ")
INTERIM = re.compile(rb"HTTP/1\.1 1\d\d ")
LENGTH = re.compile(rb"\r\nContent-Length:[ \t]*(\d+)[ \t]*(?=\r\n)", re.IGNORECASE)
PIECES = re.compile(rb"\r\nTransfer-Encoding:[ \t]*([^\r\n]*?)[ \t]*(?=\r\n)", re.IGNORECASE)
SIZE = re.compile(rb"([0-9A-Fa-f]{1,12})\r\n")
# Two programs that read the same bytes otherwise would see two requests where there is one: what is not plain is
# refused, a lone CR or LF, a line that goes on, a sign that nobody sees.
FIRST = re.compile(rb"([A-Z]+) ([\x21-\x7e]+) HTTP/1\.[01]")
LINE = re.compile(rb"[-!#$%&'*+.^_`|~0-9A-Za-z]+:[\t\x20-\x7e\x80-\xff]*")
LOOK_S = 0.1
LOOPBACK = "127.0.0.1"
COOKIE = "carnets-place"
API = re.compile(r"/hub/api(?:[/?]|$)")
# What says from where somebody comes is for the relay to say, and how long a connection lasts for us.
LEFT_OUT = re.compile(rb"(?:x-forwarded-|x-real-|x-scheme|forwarded|proxy-|keep-alive|connection)", re.IGNORECASE)
NOTHING = b"Content-Length: 0\r\nConnection: close\r\n\r\n"
REFUSED = b"HTTP/1.1 403 Forbidden\r\n" + NOTHING
UNREADABLE = b"HTTP/1.1 400 Bad Request\r\n" + NOTHING
NO_LENGTH = b"HTTP/1.1 411 Length Required\r\n" + NOTHING


@dataclass(frozen=True)
class Door:
    """Where a place answers, and to whoever has which ticket; where the hub is; under which account to watch."""

    port: int
    name: str
    ticket: str
    hub_port: int
    account: int

    @property
    def base(self) -> str:
        """What the addresses of the place begin with."""
        return f"/user/{self.name}/"

    def opens(self, request: "Request") -> bool:
        """Whether a request comes with the ticket of this place."""
        return hmac.compare_digest(request.cookie(COOKIE).encode(), self.ticket.encode())


@dataclass(frozen=True)
class Request:
    """The head of a request: its first line, its other lines."""

    method: str
    target: str
    lines: tuple[bytes, ...]

    def values(self, name: bytes) -> list[bytes]:
        """What the lines of that name say."""
        wanted = name.lower()
        return [
            value.strip()
            for line in self.lines
            for key, _, value in [line.partition(b":")]
            if key.strip().lower() == wanted
        ]

    @property
    def upgrades(self) -> bool:
        """Whether it asks for a connection that both sides keep, as a page and its kernel do."""
        return bool(self.values(b"Upgrade"))

    def length(self) -> int | None:
        """How many bytes follow the head; None where that is not said once and plainly."""
        lengths = self.values(b"Content-Length")
        if self.values(b"Transfer-Encoding") or len(lengths) > 1:
            return None
        return int(lengths[0]) if lengths and lengths[0].isdigit() else None if lengths else 0

    def cookie(self, name: str) -> str:
        """What the cookie of that name says, "" without."""
        for cookies in self.values(b"Cookie"):
            for pair in cookies.decode("latin-1").split(";"):
                key, _, value = pair.strip().partition("=")
                if key == name:
                    return value
        return ""

    def passed_on(self, forwarded: bool) -> bytes:
        """The same, for one answer alone; `forwarded`: the relay, that is believed, said from where it comes."""
        passed = [
            line
            for line in self.lines
            if not LEFT_OUT.match(line) or (forwarded and line.lower().startswith(b"x-forwarded-"))
        ]
        last = b"Connection: Upgrade" if self.upgrades else b"Connection: close"
        first = f"{self.method} {self.target} HTTP/1.1".encode("latin-1")
        return b"\r\n".join([first, *passed, last, b"", b""])


class UnreadableError(ValueError):
    """A request that two programs would not read alike."""


def read_head(head: bytes) -> Request:
    """The request that those bytes say.

    Raises:
        UnreadableError: they could be read in two ways.
    """
    first, *lines = head.removesuffix(END).split(b"\r\n")
    request = FIRST.fullmatch(first)
    if request is None or not all(LINE.fullmatch(line) for line in lines):
        raise UnreadableError(first)
    return Request(request[1].decode("ascii"), request[2].decode("ascii"), tuple(lines))


def keep_door(door: Door, outer: socket.socket, inner: socket.socket, outside: int, inside: int) -> None:
    """Keep both doors until the process ends: `outer` stands outside the walls, `inner` behind them, not listening yet.

    `outside`, `inside`: the two networks. A process may have a foot in each: its threads.
    """
    behind = ThreadPoolExecutor(1, initializer=call, initargs=("setns", inside, NEW_NETWORK))
    behind.submit(os.getpid).result()
    call("setns", outside, NEW_NETWORK)
    os.setgroups([])
    os.setgid(door.account)
    os.setuid(door.account)
    end_with_parent()
    asyncio.run(_Keeper(door, behind).keep(outer, inner))


class _Keeper:
    def __init__(self, door: Door, behind: ThreadPoolExecutor) -> None:
        self._door, self._behind = door, behind

    async def keep(self, outer: socket.socket, inner: socket.socket) -> None:
        hub = await asyncio.start_server(self._to_hub, sock=inner, limit=HEAD)
        # Nobody knocks before somebody is there: the hub waits for this door to open.
        while not await self._is_there():
            await asyncio.sleep(LOOK_S)
        place = await asyncio.start_server(self._to_place, sock=outer, limit=HEAD)
        await asyncio.gather(hub.serve_forever(), place.serve_forever())

    async def _is_there(self) -> bool:
        with contextlib.suppress(OSError):
            _reader, writer = await self._connected_behind()
            writer.close()
            return True
        return False

    async def _connected_behind(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        loop = asyncio.get_running_loop()
        # A socket is of the network in which its thread stands.
        made = await loop.run_in_executor(self._behind, socket.socket)
        made.setblocking(False)
        try:
            await loop.sock_connect(made, (LOOPBACK, self._door.port))
        except OSError:
            made.close()
            raise
        return await asyncio.open_connection(sock=made, limit=HEAD)

    async def _to_place(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with _closing(writer):
            request = await _read(reader, writer)
            if not self._door.opens(request):
                # The hub knows who asks, and says so in French.
                target = request.target if request.target.startswith(self._door.base) else self._door.base
                where = f"HTTP/1.1 302 Found\r\nLocation: /hub{target}\r\n".encode("latin-1")
                writer.write(where + NOTHING)
                await writer.drain()
                return
            await _answer(request, (reader, writer), await self._connected_behind(), forwarded=True)

    async def _to_hub(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with _closing(writer):
            request = await _read(reader, writer)
            if not API.match(request.target) or request.upgrades:
                writer.write(REFUSED)
                await writer.drain()
                return
            hub = await asyncio.open_connection(LOOPBACK, self._door.hub_port, limit=HEAD)
            await _answer(request, (reader, writer), hub, forwarded=False)


@contextlib.contextmanager
def _closing(writer: asyncio.StreamWriter) -> Iterator[None]:
    """Close a connection whatever happens: who leaves in the middle, or says what is no request, is no fault."""
    try:
        with contextlib.suppress(OSError, EOFError, ValueError, asyncio.LimitOverrunError):
            yield
    finally:
        writer.close()


async def _read(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Request:
    async with asyncio.timeout(HEAD_S):
        head = await reader.readuntil(END)
    try:
        return read_head(head)
    except UnreadableError:
        writer.write(UNREADABLE)
        raise


async def _answer(
    request: Request,
    asking: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    answering: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    forwarded: bool,
) -> None:
    """Pass on one request and its answer, or all that two sides say who agreed to keep their connection."""
    (reader, writer), (back, onward) = asking, answering
    with _closing(onward):
        onward.write(request.passed_on(forwarded))
        if request.upgrades:
            head = await back.readuntil(END)
            writer.write(head)
            await _first(_all(reader, onward) if SWITCHED.match(head) else _nothing(reader), _all(back, writer))
        elif (length := request.length()) is None:
            writer.write(NO_LENGTH)
            await writer.drain()
        else:
            await _first(_said(reader, onward, length), pass_answer(back, writer))


async def _all(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    while piece := await source.read(PIECE):
        target.write(piece)
        await target.drain()


async def pass_answer(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    """Pass on one answer, to its end and no further: one that would follow it answers nothing that was let through.

    Raises:
        UnreadableError: where it ends could be read in two ways; nothing more is passed on.
    """
    while INTERIM.match(head := await source.readuntil(END)):
        target.write(head)
    lengths, pieces = LENGTH.findall(head), PIECES.findall(head)
    if len(lengths) + len(pieces) > 1 or (pieces and pieces[0].lower() != b"chunked"):
        raise UnreadableError(head)
    target.write(head)
    if pieces:
        await _pieces(source, target)
    else:
        await (_some(source, target, int(lengths[0])) if lengths else _all(source, target))


async def _pieces(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    """Pass on what comes in pieces that say their size, the last of which is empty."""
    length = 1
    while length:
        size = SIZE.fullmatch(line := await source.readuntil(b"\r\n"))
        if size is None:
            raise UnreadableError(line)
        length = int(size[1], 16)
        target.write(line)
        await _some(source, target, length)
        # Nobody of ours says anything after the last piece: what is not its end is another answer.
        if (end := await source.readexactly(2)) != b"\r\n":
            raise UnreadableError(end)
        target.write(end)
    await target.drain()


async def _said(source: asyncio.StreamReader, target: asyncio.StreamWriter, length: int) -> None:
    """Pass on what a request says, and wait for who sent it to leave: what else they say goes nowhere."""
    await _some(source, target, length)
    await _nothing(source)


async def _some(source: asyncio.StreamReader, target: asyncio.StreamWriter, length: int) -> None:
    while length and (piece := await source.read(min(PIECE, length))):
        target.write(piece)
        await target.drain()
        length -= len(piece)


async def _nothing(source: asyncio.StreamReader) -> None:
    while await source.read(PIECE):
        pass


async def _first(*acts: Coroutine[None, None, None]) -> None:
    """Wait until one of them ends, and end the others."""
    tasks = [asyncio.create_task(task) for task in acts]
    try:
        done, _others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
