"""Une personne n'a que quelques pages à la fois : une de plus éteint la plus ancienne, et celle-ci l'apprend."""

import asyncio
import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
import traitlets
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from suite_kernels import suite_kernels

from app.voila.bounds import BoundedConnection

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


class Untied(BoundedConnection):
    """The connection of a page, without the kernel behind it."""

    websocket_handler = traitlets.Any()
    multi_kernel_manager = traitlets.Any()
    kernel_id = "n1"


@pytest.mark.parametrize("left", [False, True])
def test_the_page_whose_kernel_made_room_reads_that_it_is_dead(left: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    sent, tells = list[str](), dict[str, Callable[[], None]]()
    monkeypatch.setattr(ZMQChannelsWebsocketConnection, "connect", lambda _: None)
    page = SimpleNamespace(ws_connection=None if left else object(), write_message=sent.append)
    kernels = SimpleNamespace(when_replaced=tells.__setitem__)
    Untied(websocket_handler=page, multi_kernel_manager=kernels).connect()
    tells["n1"]()
    states = [message["content"]["execution_state"] for message in map(json.loads, sent)]
    assert states == ([] if left else ["dead"])
