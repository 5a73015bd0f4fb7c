"""How many files, sockets and pipes the server may still open: once there is none, ZeroMQ ends it, and all pages."""

import errno
import math
import sys
from pathlib import Path

# What a page takes at most, while it is made: two for each way to its kernel that the server opens, then Voilà.
# Measured: 26, of which some fifteen stay open once the page is connected.
OF_A_PAGE = 28
# For what is asked meanwhile: files that are read, and the connections of a browser.
KEPT = 40
_OPEN = Path("/dev/fd")  # what this process has open, on Linux and macOS


def files_left() -> float:
    """How many more this process may open; infinity where nothing bounds it, or nothing says how many are."""
    if sys.platform == "win32":
        return math.inf
    import resource

    most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most == resource.RLIM_INFINITY:
        return math.inf
    try:
        return most - sum(1 for _ in _OPEN.iterdir())
    except OSError as error:
        return 0 if error.errno in (errno.EMFILE, errno.ENFILE) else math.inf
