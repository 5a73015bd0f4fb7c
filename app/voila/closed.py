"""The doors of JupyterLab that the suite keeps closed: behind them, it would fetch programs from another host."""

import re
from typing import Any

from jupyter_server.base.handlers import APIHandler
from jupyter_server.utils import url_path_join
from tornado import web
from tornado.httputil import HTTPServerRequest
from tornado.routing import Matcher

from widgets.texts import texts

# Building JupyterLab again, and its extension manager.
DOORS = r"/lab/api/(?:build|extensions)/?"
READS = {"GET", "HEAD"}


class Fetches(Matcher):
    """Matches what would have JupyterLab change itself; what it only asks of itself is let through."""

    def __init__(self, base_url: str) -> None:
        self._doors = re.compile(url_path_join(base_url, DOORS))

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """Nothing to add for the handler, or None when the request is for others."""
        return {} if request.method not in READS and self._doors.fullmatch(request.path) else None


class ClosedHandler(APIHandler):
    """Refuses, whoever asks."""

    @web.authenticated
    def refuse(self) -> None:
        """Say that it is closed."""
        raise web.HTTPError(403, texts("voila")("voila-erreur-fermee"))

    post = put = delete = patch = refuse
