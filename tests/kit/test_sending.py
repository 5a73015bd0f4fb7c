"""What Python says to a page arrives whole, however much it says at once."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import start_new_kernel

# More than the system itself keeps between two programs, past ZeroMQ's own thousand.
MANY, LONG = 12_000, 2_000
SAY_MANY = f"""
from widgets import kit
from comm import create_comm
kit.SourceNote()
said = create_comm("essai")
for number in range({MANY}):
    said.send({{"number": number, "long": "x" * {LONG}}})
"""


# What no page of ours sends: a part that does not exist, an opening without its version, messages without their state.
OPENED = {"version": "2.1.0"}, {"data": {"state": {"_model_module": "anywidget", "_model_module_version": "../x"}}}
NONE_OF_OURS: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("comm_open", OPENED[0], {"target_name": "jupyter.widget", **OPENED[1]}),
    ("comm_open", {}, {"target_name": "jupyter.widget", **OPENED[1]}),
    ("comm_open", {}, {"target_name": "ailleurs", "data": {}}),
    ("comm_msg", {}, {"data": {"method": "update"}}),
    ("comm_msg", {}, {"data": {"method": "update", "state": {"_dom_classes": 3}}}),
)


@pytest.fixture
def kernel() -> Iterator[BlockingKernelClient]:
    # As in a room: who opens a page is not whose machine it is.
    manager, client = start_new_kernel(env=os.environ | {"CARNETS_ECHANGE": "echange"})
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def test_who_was_not_listening_for_a_while_is_told_all(kernel: BlockingKernelClient) -> None:
    kernel.execute(SAY_MANY)
    # Answered once all has been said, and before a word of it was read.
    assert kernel.get_shell_msg(timeout=60)["content"]["status"] == "ok"
    told: list[int] = []
    while not told or told[-1] < MANY - 1:
        message = kernel.get_iopub_msg(timeout=20)
        if message["msg_type"] == "comm_msg" and "number" in message["content"]["data"]:
            told.append(message["content"]["data"]["number"])
    assert told == list(range(MANY))


@pytest.mark.parametrize(
    ("code", "name"),
    [("from widgets import kit", "'inconnue'"), ("from widgets import kit", "kit.SourceNote().model_id")],
)
def test_what_no_page_of_ours_sends_is_answered_without_a_folder_of_the_machine(
    kernel: BlockingKernelClient, code: str, name: str
) -> None:
    """Neither by the kernel of a page nor by one that somebody opens, which may have made no part yet."""
    done = kernel.execute(code, user_expressions={"name": name}, reply=True, timeout=60)
    made = done["content"]["user_expressions"]["name"]["data"]["text/plain"].strip("'")
    for number, (kind, metadata, content) in enumerate(NONE_OF_OURS):
        name = made if kind == "comm_msg" else f"essai-{number}"
        sent = kernel.session.msg(kind, {"comm_id": name, **content}, metadata=metadata)
        kernel.shell_channel.send(sent)
        said = said_to(kernel, sent["header"]["msg_id"])
        assert said[-1]["msg_type"] == "status"
        for folder in {str(Path(__file__).parents[2]), sys.prefix, str(Path(os.__file__).parent), "Traceback"}:
            assert folder not in str(said), (kind, content)


def said_to(kernel: BlockingKernelClient, message: str) -> list[dict[str, Any]]:
    """All that a kernel answers to a message, until it is idle again."""
    said: list[dict[str, Any]] = []
    while not said or said[-1]["content"].get("execution_state") != "idle":
        found = kernel.get_iopub_msg(timeout=20)
        if found["parent_header"].get("msg_id") == message:
            said.append({"msg_type": found["msg_type"], "content": found["content"]})
    return said
