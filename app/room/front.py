"""What comes from the network before anybody has said who they are: bounded at the relay, then once more at the hub."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from tornado.httpserver import HTTPServer

from app.room.access import TRAINER
from app.room.accounts import Account
from app.room.pages import again, opening, refusal
from app.voila.bounds import MOST_WITHOUT_KEY
from liaison.base.suite import SUITE

GUARD = SUITE / "binder" / "hub" / "relais" / "bounds.mjs"
TOLD = "relais.json"
# A form, then what a place takes of who is in: JupyterLab saves a notebook whole, and sends a file by pieces.
FORM, DOCUMENT = MOST_WITHOUT_KEY, 32 * 2**20
HEADERS_S, FORM_S, DOCUMENT_S = 15, 20, 300
# A browser opens six at once, and one for each page that stays; a whole school may come by one address.
SOCKETS, SOCKETS_OF_ONE = 1500, 500
REFUSED = (400, 403, 408, 411, 413, 431)


def tell_relay(folder: Path, session: str, account: Account | None, port: int, places: Mapping[str, int]) -> None:
    """Write in `folder` what `bounds.mjs` reads: how much, how long, which pages, under which account it goes on.

    `port`: the room's; `places`: that of each person's place.

    Raises:
        OSError: it cannot be written.
    """
    bounds = {
        "form": FORM,
        "document": DOCUMENT,
        "headers_ms": HEADERS_S * 1000,
        "form_ms": FORM_S * 1000,
        "document_ms": DOCUMENT_S * 1000,
        "sockets": SOCKETS,
        "sockets_of_one": SOCKETS_OF_ONE,
        "pages": {status: refusal(status, session) for status in REFUSED},
        "again": again(session),
        "opening": opening(session),
        "account": asdict(account) if account else None,
        "port": port,
        "places": dict(places),
        "trainer": TRAINER,
    }
    (folder / TOLD).write_text(json.dumps(bounds), encoding="utf-8")


def bound_hub() -> None:
    """Have this process, the hub's, read no more than a form: it would keep a hundred megabytes of anybody's."""
    HTTPServer.configure(None, max_body_size=FORM, body_timeout=FORM_S)
