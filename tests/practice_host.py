"""Le plus simple des hébergeurs pour le site d'entraînement : il ne comprime rien, il répond « rien de neuf »."""

from __future__ import annotations

import mimetypes
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

from liaison.practice.machine import Event
from widgets.practice.site import site_files

ROOT = "#pratique"


class SiteHost(ThreadingHTTPServer):
    """Serves texts by name, as a public web server does; meanwhile `files` may be replaced, and it may be `stopped`."""

    daemon_threads = True
    # A browser opens several connections at once.
    request_queue_size = 64

    def __init__(self, files: Mapping[str, str]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files = dict(files)
        self.stopped = False
        self.failing: set[str] = set()  # answers that it is broken instead
        self.last = ""  # once this file is sent, it stops
        self.asked: set[str] = set()  # every file that was asked for
        self.unsent: set[str] = set()  # is there for who asks whether it is; is never sent, and is cut once `held`
        self.slow = 0.0  # seconds before each answer
        # The share of a page that is sent: of what is left out nothing comes, and the connection is cut once `held`.
        self.sent = 1.0
        self.held = threading.Event()

    @property
    def url(self) -> str:
        """Where it is, without a final `/`."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a page that was closed meanwhile is no fault."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: SiteHost
    types: ClassVar[dict[str, str]] = {".js": "text/javascript"}

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        if self.server.stopped:
            # Also on a connection that the browser kept open.
            self.close_connection = True
            return
        name = self.path.partition("?")[0].lstrip("/") or "index.html"
        self.server.asked.add(name)
        time.sleep(self.server.slow)
        if name in self.server.unsent and self.command == "GET":
            self.server.held.wait()
            self.close_connection = True
            return
        if name in self.server.failing:
            self._answer(500, b"panne", "text/plain", "")
            return
        text = self.server.files.get(name)
        if text is None:
            self._answer(404, b"absente", "text/plain", "")
            return
        body = text.encode("utf-8")
        mark = f'"{sha256(body).hexdigest()[:16]}"'
        kind = self.types.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.server.stopped = name == self.server.last
        if self.headers.get("If-None-Match") == mark:
            self._answer(304, b"", kind, mark)
        else:
            self._answer(200, body, f"{kind}; charset=utf-8", mark)

    def _answer(self, status: int, body: bytes, kind: str, mark: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("ETag", mark)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "HEAD":
            return
        self.wfile.write(body[: int(self.server.sent * len(body))])
        if self.server.sent < 1:
            self.server.held.wait()
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Print nothing."""


@contextmanager
def site_host(files: Mapping[str, str] | None = None) -> Iterator[SiteHost]:
    """Serve the site, or other files, until the end of the block."""
    host = SiteHost(site_files() if files is None else files)
    # It looks every 20 ms whether it is to stop: each test would wait for half a second.
    thread = threading.Thread(target=host.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield host
    finally:
        host.shutdown()
        host.server_close()


def selector(event: Event) -> str:
    """Where one touches the page for an event."""
    if event.kind == "press":
        return f'{ROOT} [data-press="{event.target}"]'
    if event.kind == "choose":
        return f'{ROOT} [data-choose="{event.target}"][value="{event.value}"]'
    if event.kind == "type":
        return f'{ROOT} [data-type="{event.target}"]'
    return f'{ROOT} [data-event="{event.kind}"]'
