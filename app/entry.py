"""Où commence la commande `liaison` : un Ctrl-C y finit en silence, avant même qu'elle sache dire une phrase."""

# Built in, and loaded already, as `signal` is not: what loads here is what a Ctrl-C would cut, with a trace. Its
# name is private: `tests/cli/test_interrupted_start.py` holds it to the Python that runs.
from _signal import SIG_DFL, SIGINT, default_int_handler, getsignal, signal  # type: ignore[import-not-found]

if getsignal(SIGINT) is default_int_handler:  # a shell's background command ignores it: it stays so
    signal(SIGINT, SIG_DFL)

from app.cli import main

__all__ = ["main"]
