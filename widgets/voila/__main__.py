"""`python -m widgets.voila`: one local server for the lessons and the apps, and the address to open."""

import argparse
import importlib
import logging
import os
import shutil
import sys
import threading
import warnings
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from widgets.texts import texts
from widgets.voila import offer_template
from widgets.voila.ports import HOST, PREFERRED_PORT, TRIES, NoFreePortError, free_port
from widgets.voila.state import choose_folder, settle_in
from widgets.voila.stop import end_what_is_under_way, stop_on_signals

SUITE = Path(__file__).parents[2]
HOME = Path("notebooks", "accueil.ipynb")
t = texts("voila")


class FrenchParser(argparse.ArgumentParser):
    """argparse with its refusals in French."""

    def error(self, message: str) -> NoReturn:
        """Refuse with one sentence and exit code 2."""
        self.exit(2, t("serveur-option-refusee", detail=message) + "\n")


def main(argv: list[str] | None = None) -> int:
    """Start the server, say where it is, and serve until Ctrl-C; the exit code."""
    arguments = _arguments(argv)
    folder = arguments.folder.resolve()
    _say("serveur-etape-dossier")
    if not (folder / HOME).is_file():
        return _refuse("serveur-erreur-accueil", path=str(folder / HOME), code=2)
    if arguments.port and not 1024 <= arguments.port <= 65535:
        return _refuse("serveur-erreur-port-nombre", port=str(arguments.port), code=2)
    try:
        port = free_port(arguments.port)
    except NoFreePortError:
        first, last = arguments.port, min(arguments.port + TRIES - 1, 65535)
        return _refuse("serveur-erreur-port", first=str(first), last=str(last), code=1)
    if arguments.port and port != arguments.port:
        _say("serveur-port-pris", wanted=str(arguments.port), port=str(port))
    state, lasting = choose_folder()
    if not lasting:
        _say("serveur-dossier-provisoire")
    settle_in(state)
    # nbgrader looks for its course where the server is started.
    os.chdir(folder)
    # nbgrader calls alembic by its name.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])

    def tidy() -> None:
        if not lasting:
            shutil.rmtree(state, ignore_errors=True)

    try:
        return _serve(folder, port, max(0, arguments.spare_kernels), browser=not arguments.no_browser, tidy=tidy)
    except OSError as error:
        return _refuse("serveur-erreur-autre", detail=str(error), code=1)
    finally:
        tidy()


def _serve(folder: Path, port: int, spares: int, browser: bool, tidy: Callable[[], None]) -> int:
    _say("serveur-etape-chargement")
    offer_template()
    # A French sentence replaces what Jupyter would say in English; its errors still show.
    logging.getLogger("tornado.access").setLevel(logging.ERROR)
    _leave_out_developers_remarks()
    from jupyterlab.labapp import LabApp  # type: ignore[import-untyped]

    from widgets.voila.pages import with_key
    from widgets.voila.settings import server_settings

    server = LabApp.initialize_server(argv=[], config=server_settings(folder, port, spares))
    _say("serveur-etape-ouverture", port=str(port))
    url = with_key(f"http://{HOST}:{port}/", server.identity_provider.token)
    # On the loop: by then the server listens.
    server.io_loop.add_callback(_announce, url, browser)

    def last_word() -> None:
        tidy()
        _say("serveur-arret")

    stop_on_signals(server, last_word)
    server.start()
    end_what_is_under_way(server.io_loop.asyncio_loop)
    last_word()
    return 0


def _leave_out_developers_remarks() -> None:
    if not sys.warnoptions:
        # Voilà asks for them when it is imported, in English, about Jupyter's own code; `-W default` shows them.
        importlib.import_module("voila")
        warnings.filterwarnings("ignore", category=DeprecationWarning)


def _announce(url: str, browser: bool) -> None:
    _say("serveur-adresse", url=url)
    _say("serveur-conseil")
    if browser:
        # Some browsers keep the call until they are closed.
        threading.Thread(target=_open_browser, args=(url,), daemon=True).start()


def _open_browser(url: str) -> None:
    try:
        opened = webbrowser.open(url)
    except webbrowser.Error:
        opened = False
    if not opened:
        _say("serveur-sans-navigateur")


def _say(key: str, **arguments: str) -> None:
    print(t(key, **arguments), flush=True)


def _refuse(key: str, code: int, **arguments: str) -> int:
    print(t(key, **arguments), file=sys.stderr, flush=True)
    return code


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = FrenchParser(prog="python -m widgets.voila", description=t("serveur-description"))
    parser.add_argument("--no-browser", action="store_true", help=t("serveur-option-navigateur"))
    parser.add_argument("--port", type=int, default=PREFERRED_PORT, help=t("serveur-option-port"))
    parser.add_argument("--spare-kernels", type=int, default=2, help=t("serveur-option-reserve"))
    parser.add_argument("--folder", type=Path, default=SUITE, help=t("serveur-option-dossier"))
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
