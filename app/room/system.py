"""What Python has no word for before 3.12, asked of Linux by the C library; only the standard library."""

import ctypes
import os
import signal

NEW_NETWORK = 0x40000000
END_WITH_PARENT = 1
_library = ctypes.CDLL(None, use_errno=True)


def call(name: str, *words: int | bytes) -> None:
    """Ask the system for something by the name that the C library gives it.

    Raises:
        OSError: the system refuses.
    """
    # A number is a whole word there, not an int: what is above 32 bits would be anything.
    given = [ctypes.c_ulong(word) if isinstance(word, int) else word for word in words]
    if getattr(_library, name)(*given):
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def end_with_parent() -> None:
    """Have this process killed when its parent ends; to be said again after a change of account."""
    call("prctl", END_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
