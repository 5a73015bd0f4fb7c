"""A port for a server of a test."""

import random

from app.room.network import is_free

# Below those that systems lend to whoever calls out: in the second before a server listens, a browser would have it.
FIRST, LAST = 10_000, 30_000


def free_port() -> int:
    """A port of 127.0.0.1 on which nothing listens, nor will by chance; drawn, for several tests may ask at once."""
    while not is_free("127.0.0.1", port := random.SystemRandom().randint(FIRST, LAST)):
        pass
    return port
