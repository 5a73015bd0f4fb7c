"""What a place answers where everybody's programs run under one account: the exercises and the apps, nothing else.

There, whoever runs a line of code reads every place, the session and its names. So no address of the server starts,
lists or stops a kernel, opens a file or a terminal; and the kernel of a page, which runs our notebooks, takes from the
browser what widgets say and no code.
"""

import re
from typing import TYPE_CHECKING, Any

from tornado.httputil import HTTPMessageDelegate, HTTPServerRequest

from app.room.pages import page
from app.voila.bounds import UnreadHandler
from liaison.module import NAME, Audience, listed_modules

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

LEADS: Audience = "forme"
# What widgets say to their kernel. Not « execute », nor « inspect » or « complete », that evaluate; nor « debug ».
MESSAGES = ("comm_open", "comm_msg", "comm_close", "comm_info_request", "kernel_info_request")
KERNEL = r"[0-9a-f-]{36}"
# The apps of everybody that are no module; those of whoever leads a session alone are in no place.
APPS = "|".join(
    re.escape(module.name)
    for module in listed_modules()[0]
    if not module.studied and {*module.card.audience} != {LEADS} and "application" in module.ways
)
# As they come, before any sign is decoded: what is hidden behind a % is no address of ours.
READ = (
    r"",
    r"place",
    r"oauth_callback",
    rf"voila/render/(?:notebooks/(?:accueil|(?:{NAME}|{APPS})/application)|{NAME}/exercice)\.ipynb",
    r"carnets/[0-9a-f]+/(?:[\w@+-][\w@.+-]*/)*[\w@+-][\w@.+-]*",
    rf"api/kernels/{KERNEL}/channels",
    rf"files/{NAME}/feedback/[0-9](?:[\w .:-]|%20|%3A)*/exercice\.html",
)
WRITTEN = (r"place", rf"voila/api/shutdown/{KERNEL}")
METHODS = {"GET": READ, "HEAD": READ, "POST": WRITTEN}


def is_open(method: str | None, path: str) -> bool:
    """Whether a place answers that address, given after the base of its server, without its query."""
    return any(re.fullmatch(address, path, re.ASCII) for address in METHODS.get(method or "", ()))


class ClosedHandler(UnreadHandler):
    """What any other address answers: that there is nothing, whatever is asked of it and by whom."""

    def answer(self) -> str:
        """The page that says it."""
        self.set_status(404)
        self.set_header("Cache-Control", "no-store")
        return page(self, "fermee.html")


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    return [{"module": "app.room.gate"}]


def _load_jupyter_server_extension(server: "ServerApp") -> None:
    """Stand before every address that this server has or will have."""
    application, base = server.web_app, server.web_app.settings["base_url"]
    router = application.default_router
    find_open = router.find_handler

    def find(request: HTTPServerRequest, **given: Any) -> HTTPMessageDelegate | None:
        path = base if request.path == base.rstrip("/") else request.path
        if path.startswith(base) and is_open(request.method, path.removeprefix(base)):
            return find_open(request, **given)
        return application.get_handler_delegate(request, ClosedHandler)

    router.find_handler = find  # type: ignore[method-assign]
