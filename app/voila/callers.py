"""Whose program opened a connection to the local server: Linux knows the account of each, and tells any who asks.

A cookie knows neither ports nor accounts: a page that another account serves on this machine is given the person's.
"""

import os
import socket
import struct
from contextlib import ExitStack
from functools import cache

ADMINISTRATOR = 0
LONGEST_S = 1
# As Linux has them (linux/netlink.h, sock_diag.h, inet_diag.h). One connection is asked about, by its two ends: the
# table of all of them (/proc/net/tcp) takes the server some thirty milliseconds, for each stranger who knocks.
NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY, NLM_F_REQUEST = 4, 20, 1
HEADER, QUESTION, ENDS, AFTER = "=IHHII", "=BBxxI", "!HH4s12x4s12x", "=III"
ANY = 0xFFFFFFFF
HOLDER_AT, HOLDER = struct.calcsize(HEADER) + 4 + 48 + 12, "=II"


@cache
def accounts_are_told() -> bool:
    """Whether this machine says whose a connection is: asked of one of ours."""
    try:
        with ExitStack() as held:
            listening = held.enter_context(socket.create_server(("127.0.0.1", 0)))
            held.enter_context(socket.create_connection(listening.getsockname(), timeout=LONGEST_S))
            return caller(held.enter_context(listening.accept()[0])) == os.geteuid()
    except OSError:
        return False


def is_ours(connection: socket.socket) -> bool | None:
    """Whether this account, or the administrator's, holds the other end of a connection; None where nobody does."""
    account = caller(connection)
    return None if account is None else account in {os.geteuid(), ADMINISTRATOR}


def caller(connection: socket.socket) -> int | None:
    """The account that holds the other end of a connection within this machine; None where nobody does any more.

    What somebody sent before hanging up can still be read, and an end that nobody holds is told as the administrator's.
    """
    if not hasattr(socket, "AF_NETLINK"):
        return None
    try:
        question = _question(connection.getpeername(), connection.getsockname())
        with socket.socket(socket.AF_NETLINK, socket.SOCK_DGRAM, NETLINK_SOCK_DIAG) as system:
            system.settimeout(LONGEST_S)
            system.send(question)
            answer = system.recv(4096)
    except OSError:
        return None
    if struct.unpack_from(HEADER, answer)[1] != SOCK_DIAG_BY_FAMILY:
        return None
    account, file = struct.unpack_from(HOLDER, answer, HOLDER_AT)
    return int(account) if file else None


def _question(theirs: tuple[str, int], ours: tuple[str, int]) -> bytes:
    (their_address, their_port), (our_address, our_port) = theirs, ours
    what = struct.pack(QUESTION, socket.AF_INET, socket.IPPROTO_TCP, ANY)
    ends = struct.pack(ENDS, their_port, our_port, *map(socket.inet_aton, (their_address, our_address)))
    body = what + ends + struct.pack(AFTER, 0, ANY, ANY)
    length = struct.calcsize(HEADER) + len(body)
    return struct.pack(HEADER, length, SOCK_DIAG_BY_FAMILY, NLM_F_REQUEST, 0, 0) + body
