"""What the server refuses before it reads it: a frame that lies about what it holds, a large body without the key."""

import struct
from abc import ABC, abstractmethod
from itertools import pairwise
from typing import Any, cast
from urllib.parse import unquote_to_bytes

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler, Template404
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from tornado.httputil import HTTPServerRequest
from tornado.ioloop import IOLoop
from tornado.routing import Matcher
from tornado.web import Application, stream_request_body

from app.voila.entry import LaunchIdentity
from app.voila.pages import message_page
from widgets.texts import texts

# What a form sends; JupyterLab saves a notebook, or a file, in one piece.
MOST_WITHOUT_KEY, MOST = 64 * 2**10, 128 * 2**20
# A page of ours sends at most 256 files, or pieces of files, in a message (`widgets/kit/file_in.js`). A million empty
# parts took 850 MB, and a JSON of ten million signs 2 s: only the header is read here where the protocol is today's.
MOST_PARTS, MOST_HEADER, MOST_JSON = 1024, 64 * 2**10, 2**20
LONGEST_LENGTH = 20  # signs of a number of bytes
# Bytes: of a name on every disk of today; of a path, less than what any system takes with the folders before it.
LONGEST_NAME, LONGEST_PATH = 255, 2048
MALFORMED = 1007
# What no page of ours says, and Jupyter trips over; the last, where brackets are opened thousands deep: who reads stops
# at the first thousand.
NO_MESSAGE = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
LINGER_S = 2


class BoundedConnection(ZMQChannelsWebsocketConnection):
    """The connection of a page to its kernel, that takes only the frames whose table fits what they hold."""

    def connect(self) -> Any:
        """Connect, and tell the page if its kernel ends to make room for another's."""
        connected = super().connect()
        when_replaced = getattr(self.multi_kernel_manager, "when_replaced", None)
        if when_replaced is not None:
            when_replaced(self.kernel_id, self._say_ended)
        return connected

    def _say_ended(self) -> None:
        # A page that has left hears nothing.
        if self.websocket_handler.ws_connection is not None:
            # A private name, held by `tests/kit/test_pages_bounded.py` to the version that is locked: the public one
            # that says « dead » also writes in the log that a kernel failed, and none did.
            self._send_status_message("dead")

    def handle_incoming_message(self, incoming_msg: str | bytes) -> None:
        """Pass a message on to the kernel, or close the connection."""
        if isinstance(incoming_msg, bytes):
            good = (well_cut_v1 if self.subprotocol else well_cut)(incoming_msg)
        else:
            good = len(incoming_msg) <= MOST_JSON
        try:
            if good:
                super().handle_incoming_message(cast(str, incoming_msg))
        except NO_MESSAGE:
            good = False
        if not good:
            self.websocket_handler.close(MALFORMED, texts("voila")("voila-message-illisible"))


def well_cut(frame: bytes) -> bool:
    """Whether a binary frame without protocol holds the parts that its table announces, one after the other."""
    lengths = _lengths(frame, ">", 4, least=1)
    return bool(lengths) and lengths[0] <= MOST_JSON


def well_cut_v1(frame: bytes) -> bool:
    """The same for the protocol v1.kernel.websocket.jupyter.org: the channel, four parts, then buffers."""
    # The server itself reads the header; the rest is for the kernel.
    lengths = _lengths(frame, "<", 8, least=6)
    return bool(lengths) and max(lengths[:2]) <= MOST_HEADER


def _lengths(frame: bytes, order: str, size: int, least: int) -> list[int]:
    """The length of each part, none when the table lies or has too many."""
    # The table would otherwise be read for as long as it claims to be: forty bytes took 2.7 GB.
    sign = {4: "I", 8: "Q"}[size]
    if len(frame) < size:
        return []
    (count,) = struct.unpack_from(f"{order}{sign}", frame)
    if not least <= count <= min(len(frame) // size - 1, MOST_PARTS):
        return []
    offsets = struct.unpack_from(f"{order}{count}{sign}", frame, size)
    lengths = [after - before for before, after in pairwise((size * (count + 1), *offsets, len(frame)))]
    # Parts that overlap would be copied as many times.
    return [] if min(lengths) < 0 else lengths[1:]


class NotText(Matcher):
    """Matches an address that spells no text: Jupyter would fail to say so, and write the failure in the terminal."""

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """Nothing to add for the handler, or None when the request is for others."""
        spelled = [
            unquote_to_bytes(request.path),
            *(argument for given in request.arguments.values() for argument in given),
        ]
        try:
            readable = not any("\0" in argument.decode() for argument in spelled)
        except UnicodeDecodeError:
            readable = False
        return None if readable else {}


class TooLongName(Matcher):
    """Matches an address with a name longer than a disk holds, which Jupyter would ask of the disk, and fail."""

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """Nothing to add for the handler, or None when the request is for others."""
        path = unquote_to_bytes(request.path)
        return {} if len(path) > LONGEST_PATH or max(map(len, path.split(b"/"))) > LONGEST_NAME else None


class NoNameHandler(Template404):
    """Says that there is nothing there, to a person as to JupyterLab."""

    def check_xsrf_cookie(self) -> None:
        """Ask for nothing: nothing is done here."""

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """As for any other address; to a program, in its own form."""
        if "/api/" in self.request.path:
            self.set_header("Content-Type", "application/json")
            self.finish({"message": texts("voila")("voila-erreur-nom"), "reason": None})
        else:
            super().write_error(status_code, **kwargs)


class LargeWithoutKey(Matcher):
    """Matches what announces more than a form holds and does not show the key."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """Nothing to add for the handler, or None when the request is for others."""
        small = announced(request) <= MOST_WITHOUT_KEY
        return None if small or self._is_known(JupyterHandler(self.application, request)) else {}

    def _is_known(self, handler: JupyterHandler) -> bool:
        identity = handler.identity_provider
        if isinstance(identity, LaunchIdentity):
            return identity.shows_key(handler)
        # On a hub, who may come in is asked of the hub, which takes time; not that this server signed the cookie.
        hub = getattr(identity, "hub_auth", None)
        return hub is None or handler.get_signed_cookie(hub.cookie_name) is not None


def announced(request: HTTPServerRequest) -> float:
    """How many bytes the body of a request will have at most."""
    if "Transfer-Encoding" in request.headers:
        return float("inf")
    length = request.headers.get("Content-Length", "0")
    # Python reads no number of thousands of digits.
    return int(length) if length.isdecimal() and len(length) <= LONGEST_LENGTH else float("inf")


@stream_request_body
class UnreadHandler(JupyterHandler, ABC):
    """Answers before the body comes, whatever it is; then the connection is closed."""

    def check_xsrf_cookie(self) -> None:
        """Ask for nothing: nothing will be done that a page of another site could have done for somebody."""

    @allow_unauthenticated
    async def prepare(self) -> None:  # type: ignore[override]
        """Answer, and listen for a moment still: who is cut short while speaking never reads the answer."""
        page = self.answer().encode()
        self.set_header("Content-Length", len(page))
        self.set_header("Connection", "close")
        self.write(page)
        await self.flush()
        IOLoop.current().call_later(LINGER_S, self.request.connection.close)  # type: ignore[union-attr]

    @abstractmethod
    def answer(self) -> str:
        """The page to send."""

    def data_received(self, chunk: bytes) -> None:
        """Keep nothing of what comes."""

    @allow_unauthenticated
    def end(self) -> None:
        """All has come, and was let go."""

    get = head = post = put = delete = patch = options = end


class TooLargeHandler(UnreadHandler):
    """Refuses what is too large without having read it."""

    def answer(self) -> str:
        """That it is too large, and what to do."""
        self.set_status(413)
        return message_page(self, "trop")
