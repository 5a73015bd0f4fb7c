"""Un noyau qui démarre n'est pas encore dans la liste, et ne la fait pas tomber."""

import asyncio
from typing import Any

from suite_kernels import suite_kernels


def test_a_kernel_that_is_starting_is_not_listed_and_breaks_no_list() -> None:
    async def looked_at() -> tuple[list[set[str]], str]:
        seen: list[set[str]] = []
        async with suite_kernels(spare_count=0) as kernels:
            starting = asyncio.ensure_future(kernels.start_kernel())
            while not starting.done():
                seen.append({model["id"] for model in kernels.list_kernels()})
                await asyncio.sleep(0)
            return [*seen, ids(kernels)], await starting

    seen, started = asyncio.run(looked_at())
    assert set() in seen
    assert seen[-1] == {started}


def ids(kernels: Any) -> set[str]:
    return {model["id"] for model in kernels.list_kernels()}
