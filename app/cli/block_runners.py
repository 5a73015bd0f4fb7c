"""Faire des blocs ailleurs : dans ce processus, sur tous les cœurs, ou sur un cluster Dask que l'on désigne.

Each runner takes numbered blocks and yields (number, result) as they are done, in any order.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

from app.cli.output import InputError
from liaison.base.sentences import french_beside
from liaison.messaging.reading.establishments import BlockResult, Establishment, Simulated, simulate_block

phrase = french_beside(__file__)


Blocks = Mapping[int, Sequence[Establishment]]
Runner = Callable[[Blocks, Simulated], Iterator[tuple[int, BlockResult]]]
RETRIES = 3  # a worker that dies takes its blocks with it: they are done again elsewhere


def here(todo: Blocks, request: Simulated) -> Iterator[tuple[int, BlockResult]]:
    """Do the blocks one after the other in this process."""
    for number, block in todo.items():
        yield number, simulate_block(block, request)


def on_cores(processes: int) -> Runner:
    """Return a runner on that many processes of this machine."""

    def run(todo: Blocks, request: Simulated) -> Iterator[tuple[int, BlockResult]]:
        # A new interpreter each: a copy of this one would also copy the thread that draws the progress bar.
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_follow_the_parent)
        try:
            waiting = {pool.submit(simulate_block, block, request): number for number, block in todo.items()}
            for future in as_completed(waiting):
                yield waiting.pop(future), future.result()
        except BrokenProcessPool as error:
            raise InputError(phrase("processus-arrete")) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    return run


def _follow_the_parent() -> None:
    """In a worker: leave interruptions to the parent, and stop when it does, even if it could not say so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_stop_with_the_parent, daemon=True).start()


def _stop_with_the_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()  # a parent that is killed tells its workers nothing: they would wait for work for ever
        os._exit(1)


def on_dask(address: str) -> Runner:
    """Return a runner on the Dask cluster at that address (`tcp://…:8786`); nothing is sent anywhere else.

    Raises:
        InputError: Dask is not installed, or nobody answers there.
    """
    try:
        from distributed import Client, KilledWorker
        from distributed import as_completed as completed
        from distributed.comm import CommClosedError
    except ImportError as error:
        raise InputError(phrase("dask-absent")) from error

    def run(todo: Blocks, request: Simulated) -> Iterator[tuple[int, BlockResult]]:
        _hush_dask()
        try:
            client = Client(address, timeout=10)
        except (OSError, ValueError) as error:
            raise InputError(phrase("dask-muet", address=address)) from error
        try:
            with client:
                waiting = {
                    client.submit(simulate_block, block, request, pure=False, retries=RETRIES): number
                    for number, block in todo.items()
                }
                for future in completed(list(waiting)):
                    yield waiting.pop(future), future.result()
                    future.release()
        except KilledWorker as error:
            raise InputError(phrase("dask-sans-memoire")) from error
        except (CancelledError, CommClosedError) as error:
            raise InputError(phrase("dask-perdu")) from error

    return run


def _hush_dask() -> None:
    """Keep the log of Dask off the screen: losing its cluster, it writes pages of English above our sentence."""
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


__all__ = ["Runner", "here", "on_cores", "on_dask"]
