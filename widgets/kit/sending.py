"""Ce que Python dit à la page : tout, même quand il dit beaucoup d'un coup ; rien de la machine où il tourne."""

from __future__ import annotations

import logging

import zmq
from IPython.core.getipython import get_ipython

from widgets.hosts import host

# Where Jupyter writes that it could not do what a message asks.
_OF_MESSAGES = ("Comm", "ipykernel.comm")


def drop_nothing() -> None:
    """Make the kernel that runs this code keep what its page has not taken yet; outside a kernel, do nothing.

    ZeroMQ lets go, in silence, of what is published past a thousand messages that nobody has taken yet
    (`ZMQ_SNDHWM`): a screen would go on showing a count, or a sentence, that is no longer true.
    """
    thread = getattr(getattr(get_ipython(), "kernel", None), "iopub_thread", None)
    if thread is not None:
        # A socket belongs to the thread that sends through it.
        thread.schedule(lambda: thread.socket.set(zmq.SNDHWM, 0))


def say_no_folder() -> None:
    """Make the kernel that runs this code answer what no page of ours sends without a folder of its machine.

    Whoever opens a page can send its kernel any message: what could not be done came back with its traceback, in
    English. On one's own machine, what fails in a part still shows where.
    """
    for name in _OF_MESSAGES:
        logging.getLogger(name).addHandler(logging.NullHandler())  # otherwise it goes to what the page reads
    shell = get_ipython()
    if shell is not None and host() != "machine":
        shell.InteractiveTB.set_mode(mode="Minimal")
