"""Which port the suite listens on: its own when it is free, else the next free one."""

import errno
import socket

from tornado.netutil import bind_sockets

HOST = "127.0.0.1"
PREFERRED_PORT = 8866
TRIES = 20


class NoFreePortError(Exception):
    """All the ports that the suite may use are taken."""


def take_port(preferred: int = PREFERRED_PORT, tries: int = TRIES) -> list[socket.socket]:
    """Sockets that listen on the first port from `preferred` on which nothing else does; 0 lets the system choose.

    The port is taken at once: of two launches at the same moment, the second sees it. One that the suite has just left
    is free, even while the system keeps the connections of its closed pages in mind.

    Raises:
        NoFreePortError: `tries` ports in a row are taken.
    """
    for port in range(preferred, min(preferred + tries, 65536)):
        try:
            return bind_sockets(port, HOST)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    raise NoFreePortError(f"{preferred}-{preferred + tries - 1}")


def number(sockets: list[socket.socket]) -> int:
    """The port of those sockets."""
    return int(sockets[0].getsockname()[1])
