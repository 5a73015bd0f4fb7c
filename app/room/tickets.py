"""The tickets that open the doors of places behind walls: which cookie holds one, whose it is, until when."""

import secrets
from typing import Any

from app.room.door import COOKIE
from app.room.entrance import DAYS, PATH

# Held until the browser is closed, and with it every page that a place left open there.
SERVED, SERVED_PATH = "carnets-passage", "/hub/"
_tickets: dict[str, str] = {}


def ticket(name: str) -> str:
    """What opens the door of that person's place, until they leave."""
    return _tickets.setdefault(name, secrets.token_urlsafe(24))


def forget(name: str) -> None:
    """Make the ticket of that person worth nothing for the server that starts next."""
    _tickets.pop(name, None)


def give_ticket(handler: Any, name: str | None) -> None:
    """Give a browser the ticket of that person, None for nobody's; the one that it had is replaced.

    One name for all: a cookie for each person would tell whoever enters the code of everybody else.
    """
    if name is None:
        handler.clear_cookie(COOKIE, path=PATH)
    else:
        handler.set_cookie(COOKIE, ticket(name), path=PATH, expires_days=DAYS, httponly=True, samesite="Lax")
        handler.set_cookie(SERVED, "1", path=SERVED_PATH, expires_days=None, httponly=True, samesite="Lax")


def served_a_place(handler: Any) -> bool:
    """Whether a participant entered with this browser since it was opened: a page of theirs may still be there."""
    return bool(handler.get_cookie(SERVED))
