"""What a browser shows at the relay to be led to a place: that it has entered the room as its person.

Without it, every address of every place gives the same answer, from the hub: whether a place runs, and so which codes
are given, is not to be found from outside. `binder/hub/relais/bounds.mjs` reads it; who may do what is said elsewhere.
"""

import hmac

COOKIE = "carnets-entree"
# One for all: a cookie on the address of each place would keep the codes of those who used this browser before.
PATH = "/user/"
# As long as the hub's own cookie at least: the hub would send whoever has one without the other to the relay and back.
DAYS = 30


def proof(key: str, name: str) -> str:
    """What the cookie says for that person; `key`: the secret of one opening, that the hub and its relay have."""
    return hmac.new(key.encode(), name.encode(), "sha256").hexdigest()
