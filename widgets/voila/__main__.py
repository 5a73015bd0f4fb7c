"""`python -m widgets.voila`: see `command`, which loads its libraries once Ctrl-C is answered."""

import sys

from widgets.starting import start

if __name__ == "__main__":
    sys.exit(start("widgets.voila.command", "voila", "serveur-arret-avant", code=0))
