"""What stands for the program of a room in the tests of its screen: `python -m training.room_in_place SÉANCE …`.

It holds the session as a room does, without JupyterHub, and ends as `SALLE_ESSAI` says: `ouvre`, `tombe` (once open),
`refuse`, `sans_relais`, `casse`, `tarde` (stopped before it is open, with the code of a program that Ctrl-C ended).
"""

import fcntl
import os
import signal
import sys
import threading
from pathlib import Path

from liaison.training.hand_in.open_room import OpenRoom, forget_open_room, write_open_room
from liaison.training.hand_in.room_folders import OPEN
from widgets.texts import texts

HOW = "SALLE_ESSAI"
REFUSED, FELL = "Le port 8000 est déjà pris.", "La salle s’est arrêtée d’elle-même."
LOW = "Il reste 20 Mo sur ce disque."


def main() -> int:
    """Hold the session until Ctrl-C, or end as it is asked to."""
    how = os.environ[HOW]
    if how == "refuse":
        print(REFUSED, file=sys.stderr)
        return 2
    if how == "sans_relais":
        print(texts("room")("room-erreur-relais-absent"), file=sys.stderr)
        return 2
    if how == "tarde":
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.pause()
    if how == "casse":
        raise RuntimeError("imprévu")
    stop = threading.Event()
    signal.signal(signal.SIGINT, lambda *_: stop.set())
    session = Path(sys.argv[1])
    (session / OPEN).parent.mkdir(parents=True, exist_ok=True)
    held = os.open(session / OPEN, os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(held, fcntl.LOCK_EX)
    os.ftruncate(held, 0)
    os.write(held, str(os.getpid()).encode())
    write_open_room(session, OpenRoom("http://127.0.0.1:8000/", "ABCD-EFGH", (" ".join(sys.argv[2:]),), (LOW,)))
    stop.wait(0.5 if how == "tombe" else 60)
    forget_open_room(session, FELL if how == "tombe" else "")
    if how == "tombe":
        print(FELL, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
