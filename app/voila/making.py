"""A page while it is made: whether its person has left, whether its kernel died, and what the terminal says of it."""

import logging
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from tornado.web import HTTPError

from app.voila.terminal import tell_raised
from widgets.texts import texts

NOTEBOOK_ERRORS = (CellExecutionError, CellTimeoutError, DeadKernelError)
# What nbclient writes before it raises: the exception is said, this is not.
ANNOUNCED = ("Kernel died", "Error occurred while starting new kernel client")
# What Jupyter writes before it refuses a body that cannot be read (400).
REFUSED = ("Couldn't parse JSON",)
_page: ContextVar["Making | None"] = ContextVar("page", default=None)


@dataclass
class Making:
    """A page that is being made; its cells are not run once nobody waits for them, or their kernel is dead."""

    path: str = ""
    left: bool = False
    dead: bool = False


def begins(page: Making) -> None:
    """Note that what is done from here on, in this request, is for that page."""
    _page.set(page)


def run_no_more(**_: Any) -> None:
    """Before each cell: a kernel that has died starts again, and would run the rest without what came before.

    Raises:
        DeadKernelError: the page is over.
    """
    page = _page.get()
    if page is not None and (page.left or page.dead):
        raise DeadKernelError(page.path)


async def started(start: Callable[[Any], Awaitable[str]], notebook: Any) -> str:
    """The identifier of the kernel of the page, once it has answered; none when it died before.

    What is raised here, in a task that Voilà awaits nowhere, would leave the page without an end.
    """
    try:
        return await start(notebook)
    except Exception as error:
        if isinstance(error, RuntimeError) and (page := _page.get()) is not None:
            _tell(page, DeadKernelError(str(error)))
        else:
            logging.getLogger(__name__).exception("No kernel for a page.")
        return ""


class PageFaults(logging.Filter):
    """Lets no visitor write in the terminal in English: what they should not have asked, the page that they left.

    A page that fails while it is made is told in one sentence, and so is a request that fails.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is written as it is."""
        error = record.exc_info[1] if record.exc_info else record.msg
        page = _page.get()
        if page is not None and (isinstance(error, NOTEBOOK_ERRORS) or str(error).startswith(ANNOUNCED)):
            _tell(page, error)
            return False
        if _is_refusal(error) or str(record.msg).startswith(REFUSED):
            return False
        return not tell_raised(record)


def _tell(page: Making, error: object) -> None:
    if page.left or page.dead:
        return
    t = texts("voila")
    if isinstance(error, DeadKernelError):
        page.dead = True
        print(t("serveur-page-morte", path=page.path), flush=True)
    elif isinstance(error, CellExecutionError):
        print(t("serveur-page-faute", path=page.path, kind=error.ename), flush=True)
    elif isinstance(error, CellTimeoutError):
        print(t("serveur-page-longue", path=page.path), flush=True)


def _is_refusal(error: object) -> bool:
    """Whether a request was refused for what it was, and only Jupyter's page that says so could not be made."""
    if not isinstance(error, HTTPError | RuntimeError):
        return False
    while isinstance(error, BaseException):
        if isinstance(error, HTTPError) and error.status_code < 500:
            return True
        error = error.__cause__ or error.__context__
    return False
