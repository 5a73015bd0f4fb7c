"""`python -m app.voila`: see `command`, which loads its libraries once Ctrl-C is answered."""

import sys

from app.starting import start

if __name__ == "__main__":
    sys.exit(start("app.voila.command", "voila", "serveur-arret-avant", code=0))
