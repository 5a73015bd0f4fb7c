"""Where the server keeps its own state: beside the user's, never mixed with another Jupyter's settings."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from jupyter_core.paths import jupyter_data_dir

from widgets.hosts import JUPYTER_BEFORE, SUITE

NAME = "carnets-de-liaison"
RUNNING = "en-cours"
# A socket's path may have 103 characters (macOS), of which a kernel's file name takes 50.
LONGEST_SOCKET_FOLDER = 50
ROOM_BYTES = 256 * 1024  # what Jupyter, IPython and a kernel write when they start, and a little more


def choose_folder() -> tuple[Path, bool]:
    """The folder of the server's state, and whether it lasts: where the home cannot be written, it does not.

    Raises:
        OSError: neither the home nor a temporary folder can be written: a full disk, most often.
    """
    lasting = Path(jupyter_data_dir()).parent / NAME
    try:
        _closed(lasting)
        _try_to_write(lasting)
        return lasting, True
    except OSError as refused:
        try:
            passing = Path(tempfile.mkdtemp(prefix=f"{NAME}-"))
            _try_to_write(passing)
        except OSError:
            raise refused from None
        return passing, False


def _closed(folder: Path) -> None:
    """Make a folder for its owner alone, or make it so again: a copy of a home, or a hand, may have opened it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    # A disk that keeps no rights, or somebody else's folder: the key that it would hold is refused on its own.
    with suppress(OSError):
        folder.chmod(0o700)


def _try_to_write(folder: Path) -> None:
    # A full disk still takes an empty file.
    with tempfile.TemporaryFile(dir=folder) as file:
        file.write(bytes(ROOM_BYTES))


def settle_in(folder: Path) -> None:
    """Tell Jupyter and IPython to read and write there: another Jupyter's settings cannot open this server.

    A room that a page opens is a Jupyter of its own, which lasts as long as this server: it is told of both.
    """
    os.environ[SUITE], os.environ[JUPYTER_BEFORE] = str(os.getpid()), os.environ.get("JUPYTER_DATA_DIR", "")
    for variable, name in (
        ("JUPYTER_CONFIG_DIR", "reglages"),
        ("JUPYTER_DATA_DIR", "donnees"),
        ("JUPYTER_RUNTIME_DIR", RUNNING),
        ("IPYTHONDIR", "ipython"),
    ):
        place = folder / name
        _closed(place)
        os.environ[variable] = str(place)
    # JupyterLab asks Node, where there is one, about itself: nothing of that is to stay in the temporary folder.
    os.environ["NODE_DISABLE_COMPILE_CACHE"] = "1"


def sockets_fit() -> bool:
    """Whether kernels can talk through sockets in the state's folder rather than ports of the machine."""
    return os.name == "posix" and len(os.environ.get("JUPYTER_RUNTIME_DIR", "x" * 99)) <= LONGEST_SOCKET_FOLDER
