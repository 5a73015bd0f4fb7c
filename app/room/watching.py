"""Looking after an open room: what is closed again, ended and told while people work in it."""

import contextlib
import threading
from collections.abc import Callable

from app.room.access import TRAINER
from app.room.memory import end_heaviest
from app.room.opening import LOW_MB, Ready, free_mb
from app.room.places import Room, close_to_others, tell_deadline
from app.room.running import RunningHub
from liaison.base.faults import FrenchError
from liaison.training.session.definition import load_session

LOOK_S, CLOSE_EVERY, DISK_EVERY = 1.0, 5, 30


def watch(ready: Ready, hub: RunningHub, stop: threading.Event, say: Callable[..., None]) -> bool:
    """Look after an open room until it is asked to close; False when the hub ended by itself."""
    relay, warned, turn, ended = hub.relay(), False, 0, ready.groups.ended()
    accounts = {account.uid: name for name, account in ready.accounts.items() if name != TRAINER}
    while not stop.wait(LOOK_S):
        if not hub.alive():
            return False
        if (now := hub.relay()) not in (relay, None):
            relay = now
            say("room-relais-relance")
        turn += 1
        if not turn % CLOSE_EVERY:
            with contextlib.suppress(FrenchError, OSError):  # a file that is being changed: the former hour stays
                tell_deadline(Room(load_session(ready.room.root)))
        if ready.opening.separate and not turn % CLOSE_EVERY:
            close_to_others(ready.room)
        before, ended = ended, ready.groups.ended()
        by_the_system = {name for name, count in ended.items() if count > before.get(name, 0)}
        for name in sorted(by_the_system.union(end_heaviest(accounts))):
            say("room-memoire", code=name)
        if not turn % DISK_EVERY and (left := free_mb(ready.room.root)) < LOW_MB:
            if not warned:
                say("room-disque-bas", mo=str(left))
            warned = True
    return True
