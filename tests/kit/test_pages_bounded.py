"""Une personne n'a que quelques pages à la fois : une de plus éteint la plus ancienne, et celle-ci l'apprend."""

import asyncio
from typing import Any

from suite_kernels import suite_kernels

PAGE: Any = {"env": {"VOILA_PREHEAT": "False"}}


def test_one_page_more_ends_the_oldest_and_tells_it_even_when_all_are_opened_at_once() -> None:
    async def opened() -> tuple[list[bool], list[int], set[str], list[str]]:
        told = list[int]()
        async with suite_kernels(spare_count=0, most_pages=2) as kernels:
            first = await kernels.start_kernel(**PAGE)
            kernels.when_replaced(first, lambda: told.append(1))
            others = await asyncio.gather(*(kernels.start_kernel(**PAGE) for _ in range(3)))
            alive = [one in kernels for one in (first, *others)]
            return alive, told, {model["id"] for model in kernels.list_kernels()}, others

    alive, told, listed, others = asyncio.run(opened())
    assert alive == [False, False, True, True]
    assert told == [1]
    assert listed == set(others[1:])


def test_who_has_no_bound_keeps_all_pages() -> None:
    async def bound() -> int:
        async with suite_kernels() as kernels:
            return kernels.most_pages

    assert asyncio.run(bound()) == 0
