"""On which address of the laptop the room finds it, and on which port."""

import ipaddress
import socket
from collections.abc import Mapping, Sequence
from itertools import islice

import psutil

from liaison.base.faults import FrenchError
from widgets.texts import texts

PREFERRED_PORT = 8000
TRIES = 20
LAST_PORT = 65535
# An address kept for documentation: to "connect" a datagram socket sends nothing, and tells which way it would leave.
ELSEWHERE = ("192.0.2.1", 9)
# Networks that machines make for themselves, never the room's.
OWN = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "lxc", "lxd", "podman", "tun", "tap", "utun", "wg")
t = texts("room")


class NetworkError(FrenchError):
    """No address or no port on which a room could find the laptop, and what to do."""


def room_addresses(interfaces: Mapping[str, Sequence[str]] | None = None, way_out: str | None = None) -> list[str]:
    """The IPv4 addresses of this machine on a local network, the likeliest first; `127.x` is never one.

    `interfaces` (addresses by name) and `way_out` (the address by which packets leave) are read from the machine
    when they are not given.
    """
    if interfaces is None:
        interfaces, way_out = _interfaces(), _way_out()
    reachable = [
        address
        for name, addresses in interfaces.items()
        if not name.startswith(OWN)
        for address in addresses
        if _reachable(address)
    ]
    return sorted(
        dict.fromkeys(reachable), key=lambda address: (address != way_out, not ipaddress.ip_address(address).is_private)
    )


def _reachable(address: str) -> bool:
    known = ipaddress.ip_address(address)
    return not (known.is_loopback or known.is_link_local or known.is_unspecified or known.is_multicast)


def _interfaces() -> dict[str, list[str]]:
    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    return {
        name: [entry.address for entry in addresses if entry.family == socket.AF_INET]
        for name, addresses in psutil.net_if_addrs().items()
        if name in up
    }


def _way_out() -> str | None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ELSEWHERE)
        except OSError:
            return None
        return str(probe.getsockname()[0])


def chosen_address(wanted: str | None) -> str:
    """The address to listen on: the one asked for when it is this machine's, else the likeliest of the room.

    Raises:
        NetworkError: not an IPv4 address of this machine, or no network at all.
    """
    if wanted is None:
        if not (likeliest := room_addresses()):
            raise NetworkError(t("room-erreur-reseau"))
        return likeliest[0]
    try:
        address = str(ipaddress.IPv4Address(wanted.strip()))
    except ValueError as error:
        raise NetworkError(t("room-erreur-adresse", address=wanted)) from error
    # A sheet cannot print « all addresses », and the laptop would listen on networks that nobody chose.
    if ipaddress.ip_address(address).is_unspecified or not _ours(address):
        raise NetworkError(
            t("room-erreur-adresse-autre", address=wanted, known=", ".join(room_addresses()) or "127.0.0.1")
        )
    return address


def _ours(address: str) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind((address, 0))
        except OSError:
            return False
    return True


def chosen_port(address: str, wanted: int | None) -> int:
    """The port to listen on: the one asked for, else the first free one from PREFERRED_PORT.

    Raises:
        NetworkError: it is taken, or not a port that a person may take; or all are taken.
    """
    if wanted is None:
        for port in range(PREFERRED_PORT, PREFERRED_PORT + TRIES):
            if is_free(address, port):
                return port
        raise NetworkError(t("room-erreur-ports", first=str(PREFERRED_PORT), last=str(PREFERRED_PORT + TRIES - 1)))
    if not 1024 <= wanted <= LAST_PORT:
        raise NetworkError(t("room-erreur-port-nombre", port=str(wanted)))
    if not is_free(address, wanted):
        raise NetworkError(t("room-erreur-port", port=str(wanted)))
    return wanted


def free_ports(address: str, after: int, count: int) -> list[int]:
    """The first free ports above one: those of the places follow that of the room.

    Raises:
        NetworkError: there are not so many.
    """
    free = (port for port in range(after + 1, LAST_PORT + 1) if is_free(address, port))
    ports = list(islice(free, count))
    if len(ports) < count:
        raise NetworkError(t("room-erreur-ports", first=str(after + 1), last=str(LAST_PORT)))
    return ports


def is_free(address: str, port: int) -> bool:
    """Whether nothing listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port just left is free
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True
