"""JupyterLab's server on a port that is already ours, and that leaves Ctrl-C to `widgets.voila.stop`."""

import socket
from collections.abc import Sequence

from jupyter_server.serverapp import ServerApp
from jupyterlab.labapp import LabApp  # type: ignore[import-untyped]
from tornado.httpserver import HTTPServer
from traitlets.config import Config


class SuiteServer(ServerApp):
    """A server that is given its sockets: between a free port that is found and one that is taken, another may come."""

    sockets: Sequence[socket.socket] = ()

    def init_signal(self) -> None:
        """Leave the signals alone: Jupyter would ask, in English, whether one is sure."""

    def init_httpserver(self) -> None:
        """Answer on the sockets as soon as the loop runs; who called meanwhile has waited."""
        answering = HTTPServer(self.web_app, max_body_size=self.max_body_size, max_buffer_size=self.max_buffer_size)
        self.io_loop.add_callback(answering.add_sockets, self.sockets)


def server_on(sockets: Sequence[socket.socket], config: Config) -> SuiteServer:
    """The server, ready to start."""
    server = SuiteServer.instance(config=config)
    server.sockets = sockets
    server.initialize(argv=[], starter_extension=LabApp.name, find_extensions=LabApp.load_other_extensions)
    return server
