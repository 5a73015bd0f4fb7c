"""What Python says to a page arrives whole, however much it says at once."""

from collections.abc import Iterator

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


@pytest.fixture
def kernel() -> Iterator[BlockingKernelClient]:
    manager, client = start_new_kernel()
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
