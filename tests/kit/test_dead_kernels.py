"""Un noyau de page qui meurt ne laisse rien dans le serveur : ni prise, ni descripteur, ni fichier."""

import asyncio
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from suite_kernels import suite_kernels
from traitlets.config import Config
from waiting import until

from app.voila.kernels import SuiteKernels
from app.voila.settings import page_settings

PAGE: Any = {"env": {"VOILA_PREHEAT": "False"}}


def looked_at_often() -> Config:
    config = page_settings()
    config.KernelRestarter.time_to_dead = 0.1
    return config


@pytest.mark.skipif(sys.platform != "linux", reason="Linux seul dit quels descripteurs un processus tient.")
def test_killed_kernels_of_pages_leave_no_descriptor() -> None:
    async def held() -> None:
        async with suite_kernels(config=looked_at_often(), spare_count=0) as kernels:
            await killed(kernels)
            first = descriptors()
            for _ in range(3):
                await killed(kernels)
            # The sockets are closed by a thread of ZeroMQ's own.
            await until(lambda: descriptors() <= first, "des descripteurs sont restés", 5)

    asyncio.run(held())


async def killed(kernels: SuiteKernels) -> None:
    """A page's kernel, killed, until the manager has seen it."""
    kernel_id = await kernels.start_kernel(**PAGE)
    kernel: Any = kernels.get_kernel(kernel_id)
    await kernel.signal_kernel(9)
    await until(lambda: kernel_id not in kernels)


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def test_who_leaves_kernels_that_died_leaves_no_context_behind() -> None:
    async def left() -> Any:
        async with suite_kernels(spare_count=0) as kernels:
            kernel: Any = kernels.get_kernel(await kernels.start_kernel(**PAGE))
            await kernel.signal_kernel(9)
            return kernels.context

    assert asyncio.run(left()).closed


def test_a_kernel_of_jupyterlab_that_dies_starts_again() -> None:
    """Only that of a page does not: whoever works in JupyterLab goes on where they were."""

    async def heard() -> tuple[list[str], bool]:
        events = list[str]()
        async with suite_kernels(config=looked_at_often(), spare_count=0) as kernels:
            kernel_id = await kernels.start_kernel()
            for event in ("dead", "restart"):
                kernels.add_restart_callback(kernel_id, partial(events.append, event), event)
            kernel: Any = kernels.get_kernel(kernel_id)
            await kernel.signal_kernel(9)
            await until(lambda: events)
            client: Any = kernel.client()
            client.start_channels()
            try:
                await client.wait_for_ready(timeout=60)
            finally:
                client.stop_channels()
            return events, kernel_id in kernels

    assert asyncio.run(heard()) == (["restart"], True)
