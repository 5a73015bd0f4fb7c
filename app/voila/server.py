"""JupyterLab's server on a port that is already ours, and that leaves Ctrl-C to `app.voila.stop`."""

import socket
from collections.abc import Sequence
from typing import Any, cast

from jupyter_server.base.handlers import JupyterHandler, Template404
from jupyter_server.serverapp import ServerApp
from tornado.httputil import HTTPServerRequest
from tornado.routing import Rule
from traitlets.config import Config

from app.voila.callers import accounts_are_told, is_ours
from app.voila.connections import BoundedServer, ShowsKey
from app.voila.entry import LaunchIdentity
from app.voila.without_node import leave_node_alone
from widgets.texts import texts


class SuiteServer(ServerApp):
    """A server that is given its sockets: between a free port that is found and one that is taken, another may come."""

    sockets: Sequence[socket.socket] = ()

    def init_signal(self) -> None:
        """Leave the signals alone: Jupyter would ask, in English, whether one is sure."""

    def write_browser_open_files(self) -> None:
        """Leave out a page that would hold the key for whoever reads the folder: `app.voila.opening` has ours."""

    def init_httpserver(self) -> None:
        """Answer on the sockets as soon as the loop runs; who called meanwhile has waited."""
        bounds: dict[str, Any] = {"max_body_size": self.max_body_size, "max_buffer_size": self.max_buffer_size}
        if accounts_are_told():
            bounds["is_ours"] = is_ours
        answering = BoundedServer(self.web_app, tell=_say, **bounds)
        shows_key = ShowsKey(answering, self._has_key)
        self.web_app.default_router.rules.insert(0, Rule(shows_key, Template404))
        self.io_loop.add_callback(answering.add_sockets, self.sockets)

    def _has_key(self, request: HTTPServerRequest) -> bool:
        return cast(LaunchIdentity, self.identity_provider).shows_key(JupyterHandler(self.web_app, request))


def _say(what: str) -> None:
    print(texts("voila")(f"serveur-{what}"), flush=True)


def server_on(sockets: Sequence[socket.socket], config: Config) -> SuiteServer:
    """The server, ready to start."""
    leave_node_alone()
    from jupyterlab.labapp import LabApp  # type: ignore[import-untyped]

    server = SuiteServer.instance(config=config)
    server.sockets = sockets
    server.initialize(argv=[], starter_extension=LabApp.name, find_extensions=LabApp.load_other_extensions)
    return server
