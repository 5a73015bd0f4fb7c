"""The connection of a page to its kernel, which its person may cut at any moment: nobody is to be told."""

from asyncio import Future
from typing import Any

from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado.web import Finish

SWITCHED = 101


class PageSocket(KernelWebsocketHandler):
    """Jupyter's own, for which a page that leaves is no error."""

    async def pre_get(self) -> None:
        """Find the kernel, and go no further for a page that has left meanwhile.

        One that half came in would keep the next of the same page from coming in at all.

        Raises:
            Finish: nobody is there.
        """
        await super().pre_get()
        if self.connection is None:
            raise Finish

    def close(self, code: int | None = None, reason: str | None = None) -> None:
        """End a connection; one that never came in, and that the next of the same page replaces, has nothing to end."""
        if self.get_status() == SWITCHED:
            super().close(code, reason)

    def write_message(self, message: str | bytes | dict[str, Any], binary: bool = False) -> "Future[None]":
        """Send; what a page that has left did not hear, asyncio would otherwise write in the terminal."""
        sent = super().write_message(message, binary)
        sent.add_done_callback(_heard_or_not)
        return sent


def _heard_or_not(sent: "Future[None]") -> None:
    if not sent.cancelled():
        sent.exception()  # looked at: asyncio says those that nobody has
