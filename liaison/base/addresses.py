"""Une adresse à photographier : celle du dossier où une page est posée, et son code."""

from __future__ import annotations

import ipaddress
import re
from bisect import bisect_right
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside

if TYPE_CHECKING:
    from segno import QRCode

phrase = french_beside(__file__)

MARGIN = 4  # white points around a code, without which a phone does not find it
NARROWEST_MM = 0.95  # a point of a code: narrower, it is not read from a wall
LONGEST = 600  # signs of an address, whatever the size of its code


class AddressError(FrenchError):
    """An address that a phone cannot open, or that its code could not hold, and why."""


def site_address(text: str) -> str:
    """Return the address of the folder of a site, with its final `/`, from that of any of its pages.

    Raises:
        AddressError: it does not begin with http:// or https://, or has no host.
    """
    address = text.strip()
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"[\s<>\"]", address):
        raise AddressError(phrase("pas-adresse-exemple-https", text=text))
    folder = re.sub(r"[^/]+\.html$", "", parts._replace(query="", fragment="").geturl())
    return folder if folder.endswith("/") else f"{folder}/"


def leads_here_only(address: str) -> bool:
    """Whether an address is the machine's own for each machine: on a phone, it would lead to the phone itself."""
    name = urlsplit(address).hostname or ""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")


@cache
def longest_address(width_cm: float) -> int:
    """Return how many signs an address may have for its code, printed this wide, to be read from a wall."""
    most = int(width_cm * 10 / NARROWEST_MM)
    # A small letter takes as much of a code as any sign of an address.
    lengths = range(1, LONGEST)
    return bisect_right(lengths, most, key=lambda length: int(_code("a" * length).symbol_size(border=MARGIN)[0]))


def _code(address: str) -> QRCode:
    import segno  # only who prints a poster pays for it

    return segno.make_qr(address, error="q")


def qr_code(address: str) -> bytes:
    """Return the code to photograph as a PNG file, with its white margin; a quarter of it may be hidden or torn."""
    stream = BytesIO()
    _code(address).save(stream, kind="png", scale=12, border=MARGIN)
    return stream.getvalue()


__all__ = ["NARROWEST_MM", "AddressError", "leads_here_only", "longest_address", "qr_code", "site_address"]
