"""`python -m widgets.voila`: one local server for the lessons and the apps, and the address to open."""

import argparse
import sys
from pathlib import Path

from widgets.voila import offer_template
from widgets.voila.ports import PREFERRED_PORT, free_port
from widgets.voila.settings import server_settings

SUITE = Path(__file__).parents[2]


def main() -> int:
    """Start the server, say where it is, and serve until Ctrl-C."""
    arguments = _arguments()
    port = free_port(arguments.port)
    offer_template()
    from jupyterlab.labapp import LabApp

    server = LabApp.initialize_server(argv=[], config=server_settings(arguments.folder.resolve(), port))
    address = f"http://127.0.0.1:{port}/?token={server.identity_provider.token}"
    # On the loop: by then the server listens.
    server.io_loop.add_callback(print, f"La suite est ouverte\u00a0: {address}", flush=True)
    server.start()
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m widgets.voila")
    parser.add_argument("--no-browser", action="store_true")
    parser.add_argument("--port", type=int, default=PREFERRED_PORT)
    parser.add_argument("--folder", type=Path, default=SUITE)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
