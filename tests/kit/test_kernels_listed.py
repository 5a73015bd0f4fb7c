"""Un noyau qui démarre n'est pas encore dans la liste, et ne la fait pas tomber."""

import asyncio
from typing import Any

from app.voila.kernels import SuiteKernels


def test_a_kernel_that_is_starting_is_not_listed_and_breaks_no_list() -> None:
    async def looked_at() -> tuple[list[set[str]], str]:
        kernels = SuiteKernels(spare_count=0)
        starting = asyncio.ensure_future(kernels.start_kernel())
        seen: list[set[str]] = []
        try:
            while not starting.done():
                seen.append({model["id"] for model in kernels.list_kernels()})
                await asyncio.sleep(0)
            return [*seen, ids(kernels)], await starting
        finally:
            await kernels.shutdown_all(now=True)

    seen, started = asyncio.run(looked_at())
    assert set() in seen
    assert seen[-1] == {started}


def ids(kernels: Any) -> set[str]:
    return {model["id"] for model in kernels.list_kernels()}
