"""The connections that the local server holds: any program of the machine may open some, without the key.

Where the machine says whose they are, those of another account end before anything is read. One that says nothing, or
half of what it asks, is not waited for long; and beyond a number, those that have gone longest without showing the key
make room for the others.
"""

import errno
import socket
import struct
from collections.abc import Callable, Iterable
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPConnection, HTTPMessageDelegate, HTTPServerRequest
from tornado.iostream import IOStream
from tornado.routing import Matcher

HEAD_S, BODY_S = 30, 300
# A browser opens six at once; a page that stays has its own way to its kernel, with the key, which is not counted.
MOST = 400
CROWDED, STRANGER = "connexions", "autre-compte"
FULL = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM}


class BoundedServer(HTTPServer):
    """A server that holds so many connections and no more, and answers only those of which `is_ours` is true.

    `tell` is called the first time that some make room, and the first time that one is somebody else's.
    """

    def initialize(  # type: ignore[override]
        self,
        application: Any,
        tell: Callable[[str], None],
        is_ours: Callable[[socket.socket], bool | None] = lambda _: True,
        **given: Any,
    ) -> None:
        """As an HTTP server, with its limits."""
        super().initialize(application, **{"idle_connection_timeout": HEAD_S, "body_timeout": BODY_S, **given})
        self._tell, self._announced = tell, set[str]()
        self._is_ours = is_ours
        self._held: set[Any] = set()
        # Without the key so far; in the order in which they came, or were last answered.
        self._unknown: dict[Any, None] = {}

    def add_sockets(self, sockets: Iterable[socket.socket]) -> None:
        """Answer on those."""
        super().add_sockets([PatientSocket(listening, self.make_room) for listening in sockets])

    def handle_stream(self, stream: IOStream, address: Any) -> None:
        """Answer our own; nothing is read of what the others ask."""
        ours = self._is_ours(stream.socket)
        if ours:
            super().handle_stream(stream, address)
            return
        # At once: the system keeps nothing in mind of a connection that is cut.
        stream.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        stream.close()
        if ours is False:
            self._say(STRANGER)

    def start_request(self, server_conn: Any, request_conn: HTTPConnection) -> HTTPMessageDelegate:
        """Wait for what is asked, or asked next, on a connection."""
        self._held.add(server_conn)
        self._unknown[server_conn] = None
        if len(self._held) > MOST:
            self.make_room()
        return super().start_request(server_conn, request_conn)

    def on_close(self, server_conn: Any) -> None:
        """Forget a connection that has ended."""
        super().on_close(server_conn)
        self._held.discard(server_conn)
        self._unknown.pop(server_conn, None)

    def keep(self, request: HTTPServerRequest) -> None:
        """Let a connection be while it answers who has the key."""
        self._unknown.pop(request.server_connection, None)

    def make_room(self) -> None:
        """Close the connection that has gone longest without the key."""
        self._say(CROWDED)
        if (oldest := next(iter(self._unknown), None)) is not None:
            self._unknown.pop(oldest)
            oldest.stream.close()

    def _say(self, what: str) -> None:
        if what not in self._announced:
            self._announced.add(what)
            self._tell(what)


class PatientSocket(socket.socket):
    """A socket that listens, and on which nobody has come while the system has no connection left to give.

    Its error would otherwise be written in the terminal, in English, as often as the loop turns.
    """

    def __init__(self, listening: socket.socket, make_room: Callable[[], None]) -> None:
        family, kind, protocol = listening.family, listening.type, listening.proto
        super().__init__(family, kind, protocol, fileno=listening.detach())
        self.setblocking(False)
        self._make_room = make_room

    def accept(self) -> tuple[socket.socket, Any]:
        """The next connection.

        Raises:
            BlockingIOError: there is none now.
        """
        try:
            return super().accept()
        except OSError as error:
            if error.errno not in FULL:
                raise
            self._make_room()
            raise BlockingIOError from error


class ShowsKey(Matcher):
    """Matches nothing: tells the server which connections show the key."""

    def __init__(self, server: BoundedServer, has_key: Callable[[HTTPServerRequest], bool]) -> None:
        self._server, self._has_key = server, has_key

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """None: the request is for others."""
        if self._has_key(request):
            self._server.keep(request)
        return None
