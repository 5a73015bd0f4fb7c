"""Une adresse à photographier : celle du dossier où une page est posée, et son code."""

from __future__ import annotations

import re
from io import BytesIO
from urllib.parse import urlsplit

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)


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


def qr_code(address: str) -> bytes:
    """Return the code to photograph as a PNG file, with its white margin; a quarter of it may be hidden or torn."""
    import segno  # only who prints a poster pays for it

    stream = BytesIO()
    segno.make(address, error="q", micro=False).save(stream, kind="png", scale=12, border=4)
    return stream.getvalue()


__all__ = ["AddressError", "qr_code", "site_address"]
