"""`python -m app.voila`: one local server for the lessons and the apps, and the address to open."""

import argparse
import importlib
import logging
import os
import shutil
import socket
import sys
import threading
import warnings
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, cast

from app.arguments import FrenchParser
from app.loading import leave
from app.voila import offer_template
from app.voila.callers import accounts_are_told
from app.voila.kept_key import SuiteKey, kept_key
from app.voila.leftovers import clear_leftovers
from app.voila.opening import open_in_browser, opening_file, readable_by_a_browser
from app.voila.ports import HOST, PREFERRED_PORT, TRIES, NoFreePortError, number, take_port
from app.voila.state import choose_folder, settle_in
from app.voila.stop import end_what_is_under_way, stop_early, stop_on_signals
from liaison.base.faults import disk_is_full, no_file_opens, why
from liaison.base.interruptions import uninterrupted
from liaison.base.suite import SUITE
from liaison.base.terminal import lacking_no_letter
from liaison.training.hand_in.room_program import ends_with_suite
from widgets.texts import texts

if TYPE_CHECKING:
    from traitlets.config import Config

HOME = Path("notebooks", "accueil.ipynb")
t = texts("voila")


def main(argv: list[str] | None = None) -> int:
    """Start the server, say where it is, and serve until Ctrl-C; the exit code."""
    lacking_no_letter()
    arguments = _arguments(argv)
    with ExitStack() as leaving:
        stop_early(partial(_leave_early, leaving))
        try:
            return _open(arguments, leaving)
        except OSError as error:
            if sentence := no_file_opens(error):
                print(sentence, file=sys.stderr, flush=True)
                return 1
            kind = "disque" if disk_is_full(error) else "autre"
            return _refuse(f"serveur-erreur-{kind}", detail=why(error), code=1)


def _open(arguments: argparse.Namespace, leaving: ExitStack) -> int:
    folder = arguments.folder.resolve()
    _say("serveur-etape-dossier")
    if not (folder / HOME).is_file():
        return _refuse("serveur-erreur-accueil", path=str(folder / HOME), code=2)
    if arguments.port and not 1024 <= arguments.port <= 65535:
        return _refuse("serveur-erreur-port-nombre", port=str(arguments.port), code=2)
    try:
        sockets = take_port(arguments.port)
    except NoFreePortError:
        first, last = arguments.port, min(arguments.port + TRIES - 1, 65535)
        return _refuse("serveur-erreur-port", first=str(first), last=str(last), code=1)
    if arguments.port and number(sockets) != arguments.port:
        _say("serveur-port-pris", wanted=str(arguments.port), port=str(number(sockets)))
    with uninterrupted():  # what is made here, `leaving` removes
        state, lasting = choose_folder()
        if not lasting:
            leaving.callback(shutil.rmtree, state, ignore_errors=True)
    if not lasting:
        _say("serveur-dossier-provisoire")
    settle_in(state)
    clear_leftovers(state, readable_by_a_browser(state))
    # nbgrader looks for its course where the server is started.
    os.chdir(folder)
    # nbgrader calls alembic by its name.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    # Where the machine does not tell accounts apart, a cookie that another one was given opens until the key changes.
    same = lasting and accounts_are_told()
    key = kept_key(state, another=arguments.new_key) if same else SuiteKey.drawn()
    config = _loaded(folder, number(sockets), max(0, arguments.spare_kernels), key)
    passing = "serveur-conseil" if accounts_are_told() else "serveur-conseil-cle"
    advice = "serveur-conseil-gardee" if key.lasts else passing
    return _serve(sockets, config, None if arguments.no_browser else state, leaving, advice)


def _leave_early(leaving: ExitStack) -> NoReturn:
    leaving.close()
    leave(t("serveur-arret-avant"), 0)


def _loaded(folder: Path, port: int, spares: int, key: SuiteKey) -> "Config":
    _say("serveur-etape-chargement")
    offer_template()
    # A French sentence replaces what Jupyter would say in English; its errors still show.
    logging.getLogger("tornado.access").setLevel(logging.ERROR)
    _leave_out_developers_remarks()
    from app.voila.settings import server_settings

    return server_settings(folder, port, spares, key)


def _serve(
    sockets: list[socket.socket], config: "Config", opening: Path | None, leaving: ExitStack, advice: str
) -> int:
    from app.voila.pages import with_key
    from app.voila.server import server_on

    server = server_on(sockets, config)

    def last_word() -> None:
        leaving.close()
        _say("serveur-arret-salle" if ends_with_suite(os.getpid()) else "serveur-arret")

    # Before the page is made: from here on nothing is cut in the middle.
    stop_on_signals(server, last_word)
    _say("serveur-etape-ouverture", port=str(server.port))
    url = with_key(f"http://{HOST}:{server.port}/", server.identity_provider.token)
    page = leaving.enter_context(opening_file(url, readable_by_a_browser(opening))) if opening else None
    # On the loop: by then the server listens.
    server.io_loop.add_callback(_announce, url, advice, page)
    server.start()
    end_what_is_under_way(cast(Any, server.io_loop).asyncio_loop)
    last_word()
    return 0


def _leave_out_developers_remarks() -> None:
    if not sys.warnoptions:
        # Voilà asks for them when it is imported, in English, about Jupyter's own code; `-W default` shows them.
        importlib.import_module("voila")
        warnings.filterwarnings("ignore", category=DeprecationWarning)


def _announce(url: str, advice: str, page: Path | None) -> None:
    _say("serveur-adresse", url=url)
    _say(advice)
    if page is not None:
        # Some browsers keep the call until they are closed.
        threading.Thread(target=_open_browser, args=(page,), daemon=True).start()


def _open_browser(page: Path) -> None:
    if not open_in_browser(page):
        _say("serveur-sans-navigateur")


def _say(key: str, **arguments: str) -> None:
    print(t(key, **arguments), flush=True)


def _refuse(key: str, code: int, **arguments: str) -> int:
    print(t(key, **arguments), file=sys.stderr, flush=True)
    return code


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = FrenchParser(
        lambda detail: t("serveur-option-refusee", detail=detail),
        prog="python -m app.voila",
        description=t("serveur-description"),
    )
    parser.add_argument("--no-browser", action="store_true", help=t("serveur-option-navigateur"))
    parser.add_argument("--port", type=int, default=PREFERRED_PORT, help=t("serveur-option-port"))
    parser.add_argument("--spare-kernels", type=int, default=2, help=t("serveur-option-reserve"))
    parser.add_argument("--new-key", action="store_true", help=t("serveur-option-cle"))
    parser.add_argument("--folder", type=Path, default=SUITE, help=t("serveur-option-dossier"))
    return parser.parse_args(argv)
