"""What the window from which the server was started says of a request that fails: one French sentence.

Jupyter would write there, in English, every step that led to the failure.
"""

import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import quote
from weakref import WeakSet

from tornado.httputil import HTTPServerRequest
from tornado.web import RequestHandler

from liaison.base.faults import why
from widgets.texts import texts

FAILED = 500
LONGEST_ADDRESS = 80
_announced: WeakSet[HTTPServerRequest] = WeakSet()


def log_request(usual: Callable[[RequestHandler], None], handler: RequestHandler) -> None:
    """Tell of a request that has been answered: as Jupyter does, but of one that failed."""
    if handler.get_status() < FAILED:
        usual(handler)
    else:
        _tell_failed(handler.request, str(handler.get_status()))


def tell_raised(record: logging.LogRecord) -> bool:
    """Tell of a request that ends by an error, if that is what a record says."""
    given = record.args if isinstance(record.args, tuple) else ()
    request = next((argument for argument in given if isinstance(argument, HTTPServerRequest)), None)
    error = record.exc_info[1] if record.exc_info else None
    if request is None or error is None:
        return False
    _tell_failed(request, why(error) if isinstance(error, OSError) else f"{type(error).__name__}, {_place(error)}")
    return True


def tell(request: HTTPServerRequest, key: str, **arguments: str) -> None:
    """Say a sentence about a request; nothing more is said of it, nor of any once the server stops."""
    if request not in _announced and logging.getLogger().isEnabledFor(logging.ERROR):
        _announced.add(request)
        print(texts("voila")(key, **arguments), flush=True)


def _tell_failed(request: HTTPServerRequest, detail: str) -> None:
    # Without what follows « ? », which may hold the key.
    address = quote(request.path or "", safe="/%:@,+~")[:LONGEST_ADDRESS]
    tell(request, "serveur-demande-ratee", method=request.method or "", address=address, detail=detail)


def _place(error: BaseException) -> str:
    """Where an error was raised, for whoever will look for its cause."""
    step: Any = error.__traceback__
    while step.tb_next is not None:
        step = step.tb_next
    return texts("voila")("serveur-demande-lieu", module=step.tb_frame.f_globals["__name__"], line=str(step.tb_lineno))
