"""The kernels of the suite in the process of a test: all ended with it, and nothing of theirs is left to another."""

from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import psutil

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


def kernel_processes(server: psutil.Process) -> list[psutil.Process]:
    """The kernels that run for a server: new ones, and copies (`app.voila.copied`) but not what is copied."""
    return list(_kernels_among(server.children(recursive=True)))


def listening(processes: Iterable[psutil.Process]) -> list[tuple[str, int]]:
    """The addresses and ports at which these programs listen; one that ends meanwhile listens nowhere."""
    places: list[tuple[str, int]] = []
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            places += [one.laddr for one in process.net_connections("inet") if one.status == psutil.CONN_LISTEN]
    return places


def _kernels_among(children: list[psutil.Process]) -> Iterator[psutil.Process]:
    for child in children:
        with suppress(psutil.NoSuchProcess, AttributeError):  # it ends meanwhile
            new = "ipykernel_launcher" in child.cmdline()
            if new or any("forkserver" in word for word in child.parent().cmdline()):
                yield child
