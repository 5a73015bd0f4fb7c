"""The addresses of JupyterHub that a room needs; any other one does not exist, and nobody makes keys of their own."""

import re
from typing import Any

from jupyterhub.handlers import Template404  # type: ignore[import-untyped]

NAME = r"[^/]+"
# What a browser opens, then what the server of a place asks the hub by itself.
OPEN = (
    r"",
    r"login",
    r"logout",
    r"home",
    r"logo",
    r"health",
    r"error/\d+",
    rf"spawn(?:/{NAME})?",
    rf"spawn-pending/{NAME}",
    rf"user/{NAME}(?:/.*)?",
    rf"api/users/{NAME}/server/progress",
    r"api/oauth2/authorize",
    r"api/oauth2/token",
    r"api/?",
    r"api/user",
    rf"api/users/{NAME}/activity",
)
CLOSED = rf"/(?!(?:{'|'.join(OPEN)})$).*"
# « self » of JupyterHub, without what makes keys and shares places.
PARTICIPANT = {
    "name": "user",
    "scopes": ["read:users!user", "users:activity!user", "servers!user", "access:servers!user"],
}


def is_open(path: str) -> bool:
    """Whether the hub answers that address, given after its base."""
    return re.fullmatch(CLOSED, f"/{path}") is None


class ClosedHandler(Template404):
    """What any other address answers: the page of one that does not exist, whatever the method."""

    def check_xsrf_cookie(self) -> None:
        """Ask for nothing: nothing is done here."""


def closed() -> list[tuple[str, Any]]:
    """What stands before the addresses of JupyterHub."""
    return [(CLOSED, ClosedHandler)]
