"""The kernels of the suite in the process of a test: all ended with it, and nothing of theirs is left to another."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from app.voila.kernels import SuiteKernels


@asynccontextmanager
async def suite_kernels(**given: Any) -> AsyncIterator[SuiteKernels]:
    """The manager of those kernels; when a test leaves it, what was still to be sent to one is dropped.

    Python would otherwise do away with its sockets whenever it pleases, in another test: it does not find those that
    are still open, and waits for ever for them to be closed.
    """
    kernels = SuiteKernels(**given)
    try:
        yield kernels
    finally:
        await kernels.shutdown_all(now=True)
        kernels.context.destroy(linger=0)
