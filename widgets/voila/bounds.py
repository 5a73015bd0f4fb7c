"""What the server refuses before it reads it: a frame that lies about what it holds, a large body without the key."""

import struct
from itertools import pairwise
from typing import Any, cast
from urllib.parse import unquote_to_bytes

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from tornado.httputil import HTTPServerRequest
from tornado.routing import Matcher
from tornado.web import Application, RequestHandler, stream_request_body

from widgets.voila.entry import LaunchIdentity

# What a form sends; JupyterLab saves a notebook, or a file, in one piece.
MOST_WITHOUT_KEY, MOST = 64 * 2**10, 128 * 2**20
MALFORMED = 1007


class BoundedConnection(ZMQChannelsWebsocketConnection):
    """The connection of a page to its kernel, that takes only the frames whose table fits what they hold."""

    def handle_incoming_message(self, incoming_msg: str | bytes) -> None:
        """Pass a message on to the kernel, or close the connection."""
        whole = well_cut_v1 if self.subprotocol else well_cut
        if isinstance(incoming_msg, bytes) and not whole(incoming_msg):
            self.websocket_handler.close(MALFORMED)
            return
        super().handle_incoming_message(cast(str, incoming_msg))


def well_cut(frame: bytes) -> bool:
    """Whether a binary frame without protocol holds the parts that its table announces, one after the other."""
    return _follows(frame, ">", 4, extra=0)


def well_cut_v1(frame: bytes) -> bool:
    """The same for the protocol v1.kernel.websocket.jupyter.org: the channel, four parts, then buffers."""
    return _follows(frame, "<", 8, extra=5)


def _follows(frame: bytes, order: str, size: int, extra: int) -> bool:
    # The table would otherwise be read for as long as it claims to be: forty bytes took 2.7 GB.
    sign = {4: "I", 8: "Q"}[size]
    if len(frame) < size:
        return False
    (count,) = struct.unpack_from(f"{order}{sign}", frame)
    if not extra < count <= len(frame) // size - 1:
        return False
    offsets = struct.unpack_from(f"{order}{count}{sign}", frame, size)
    # Parts that overlap would be copied as many times.
    bounds = (size * (count + 1), *offsets, len(frame))
    return all(before <= after for before, after in pairwise(bounds))


class NotText(Matcher):
    """Matches an address that spells no text: Jupyter would fail to say so, and write the failure in the terminal."""

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """Nothing to add for the handler, or None when the request is for others."""
        try:
            readable = "\0" not in unquote_to_bytes(request.path).decode()
        except UnicodeDecodeError:
            readable = False
        return None if readable else {}


class LargeWithoutKey(Matcher):
    """Matches what announces more than a form holds and does not show the key."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """Nothing to add for the handler, or None when the request is for others."""
        identity = self.application.settings["identity_provider"]
        # On a hub, who may come in is asked of the hub, which takes time: its bodies are bounded by MOST alone.
        if announced(request) <= MOST_WITHOUT_KEY or not isinstance(identity, LaunchIdentity):
            return None
        return None if identity.shows_key(JupyterHandler(self.application, request)) else {}


def announced(request: HTTPServerRequest) -> float:
    """How many bytes the body of a request will have at most."""
    if "Transfer-Encoding" in request.headers:
        return float("inf")
    length = request.headers.get("Content-Length", "0")
    return int(length) if length.isdecimal() else float("inf")


@stream_request_body
class TooLargeHandler(RequestHandler):
    """Refuses without reading: 413, and the connection is closed."""

    def check_xsrf_cookie(self) -> None:
        """Ask for nothing: nothing will be done."""

    async def prepare(self) -> None:
        """Answer before the body comes."""
        self.set_status(413)
        self.set_header("Connection", "close")
        await self.finish()
        self.request.connection.close()  # type: ignore[union-attr]

    def data_received(self, chunk: bytes) -> None:
        """Keep nothing of what was already on its way."""
