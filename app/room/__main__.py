"""`python -m app.room DOSSIER`: see `command`, which loads its libraries once Ctrl-C is answered."""

import os
import sys

from app.starting import start

if __name__ == "__main__":
    os.umask(0o077)  # copies, marks and what goes back are the trainer's alone
    sys.exit(start("app.room.command", "room", "room-interrompue", code=130))
