"""`python -m widgets.salle DOSSIER`: see `command`, which loads its libraries once Ctrl-C is answered."""

import os
import sys

from widgets.starting import start

if __name__ == "__main__":
    os.umask(0o077)  # copies, marks and what goes back are the trainer's alone
    sys.exit(start("widgets.salle.command", "salle", "salle-interrompue", code=130))
