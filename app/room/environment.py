"""What a person's server, or one of nbgrader's commands run for them, finds in its environment."""

import os
from pathlib import Path

from app.room.access import TRAINER
from app.room.pages import SHARED
from app.room.places import HUB, Room
from app.voila import SHARE
from liaison.training.hand_in.deposit import DEADLINE
from liaison.training.session.own_programs import path_with_ours
from widgets.hosts import ROOM

SETTINGS = HUB / "reglages"


def environment(room: Room, name: str, runtime: Path, alone: bool = True) -> dict[str, str]:
    """The variables of one person: the settings of their role, their own space as home, no other Jupyter's settings.

    `alone`: nobody else's programs run under the account of this person.
    """
    home = room.space(name)
    role = "formation" if name == TRAINER else "participation"
    return {
        "HOME": str(home),
        # Not in their space: a file that waits for ever would hold back the start of their own server.
        "JUPYTER_CONFIG_DIR": str(room.settings),
        "JUPYTERLAB_SETTINGS_DIR": str(home / ".jupyter" / "lab" / "user-settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / ".jupyter" / "lab" / "workspaces"),
        "JUPYTER_DATA_DIR": str(home / ".local" / "jupyter"),
        "JUPYTER_CONFIG_PATH": os.pathsep.join([str(SETTINGS / role), str(SETTINGS / "tous")]),
        "JUPYTER_PATH": str(SHARE),
        # Short: the sockets of kernels are in it, and a socket's path may not be long.
        "JUPYTER_RUNTIME_DIR": str(runtime / name),
        "IPYTHONDIR": str(home / ".ipython"),
        "NODE_DISABLE_COMPILE_CACHE": "1",
        # Thirty people share the processors; a thread for each would also eat up what a place may take of memory.
        "OPENBLAS_NUM_THREADS": "2",
        "OMP_NUM_THREADS": "2",
        "PATH": path_with_ours(),
        ROOM: str(room.exchange),
        DEADLINE: str(room.deadline),
        # The board of the room opens this session by itself.
        **({"CARNETS_SEANCE": str(room.root)} if name == TRAINER else {} if alone else {SHARED: "1"}),
    }
