"""Ce que Python dit à la page : tout, même quand il dit beaucoup d'un coup."""

from __future__ import annotations

import zmq
from IPython.core.getipython import get_ipython


def drop_nothing() -> None:
    """Make the kernel that runs this code keep what its page has not taken yet; outside a kernel, do nothing.

    ZeroMQ lets go, in silence, of what is published past a thousand messages that nobody has taken yet
    (`ZMQ_SNDHWM`): a screen would go on showing a count, or a sentence, that is no longer true.
    """
    thread = getattr(getattr(get_ipython(), "kernel", None), "iopub_thread", None)
    if thread is not None:
        # A socket belongs to the thread that sends through it.
        thread.schedule(lambda: thread.socket.set(zmq.SNDHWM, 0))
