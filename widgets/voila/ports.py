"""Which port the suite listens on: its own when it is free, else the next free one."""

import socket

HOST = "127.0.0.1"
PREFERRED_PORT = 8866
TRIES = 20


class NoFreePortError(Exception):
    """All the ports that the suite may use are taken."""


def free_port(preferred: int = PREFERRED_PORT, tries: int = TRIES) -> int:
    """The first port from `preferred` on which nothing listens on this machine.

    0 lets the system choose. Raises NoFreePortError when `tries` ports in a row are taken.
    """
    if preferred == 0:
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            return int(probe.getsockname()[1])
    for port in range(preferred, min(preferred + tries, 65536)):
        if _is_free(port):
            return port
    raise NoFreePortError(f"{preferred}-{preferred + tries - 1}")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True
