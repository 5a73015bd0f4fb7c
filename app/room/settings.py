"""The configuration of JupyterHub for one session: where it listens, who enters, what each server gets."""

import atexit
import json
import os
import shutil
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from traitlets.config import Config

from app.room.access import TRAINER, access_of
from app.room.accounts import DOORKEEPER, Account, separate_accounts, trainer_account
from app.room.addresses import PARTICIPANT
from app.room.door import Door
from app.room.doors import RoomAuthenticator, RoomSpawner
from app.room.environment import environment
from app.room.front import bound_hub
from app.room.groups import Groups, remove_groups
from app.room.orphans import end_without
from app.room.pages import PLACE, style
from app.room.places import HUB, Room
from app.room.walled import PROGRAM, Walls
from liaison.base.suite import SUITE
from liaison.training.session.definition import load_session
from widgets.texts import texts

VARIABLE = "CARNETS_SALLE"
# A whole room arrives in the same minute on two or four cores.
START_S = 900
ANSWER_S = 120
# To end everything when it is asked to.
POLITE_S = 25
DATABASE, COOKIE_SECRET, RELAY_PID = "hub.sqlite", "secret_des_cookies", "relais.pid"
# Of each program of a place: a page of ours takes a tenth of it.
MOST_MEMORY = 1024**3
MOST_PROCESSES = 400  # and threads, of one account
LIMITED = Path(__file__).with_name("limited.py")
OF_TRAINER = ("seances", "depot", "sortie")
ICON = Path(__file__).parents[2] / "widgets" / "kit" / "icone.svg"
t = texts("room")


@dataclass(frozen=True)
class Opening:
    """How one opening of the room was asked for: what the hub's own process has to know."""

    session: str
    address: str
    port: int
    hub_port: int
    relay_port: int
    relay: tuple[str, ...]
    runtime: str
    separate: bool
    entry_key: str  # what the hub and its relay know of who has entered: see `entrance`
    front: int  # the process that opened the room, without which the hub ends
    lock: int  # the file that says that the room is open, held by the hub too, which ends after its servers
    groups: str = ""  # the folder of the groups that count the memory of places, "" without

    def variable(self) -> dict[str, str]:
        """The same, for the environment of the hub's process."""
        return {VARIABLE: json.dumps(asdict(self))}


def opening() -> Opening:
    """The opening that `variable` gave to this process."""
    given = json.loads(os.environ[VARIABLE])
    return Opening(**{**given, "relay": tuple(given["relay"])})


def end_without_front(opened: Opening) -> None:
    """Have this process, the hub's, end with the one that opened the room, and remove what that one would have."""

    def clear() -> None:
        shutil.rmtree(opened.runtime, ignore_errors=True)
        remove_groups(Path(opened.groups) if opened.groups else None)

    end_without(opened.front, POLITE_S, lambda: atexit.register(clear))


def hub_settings(opened: Opening) -> Config:
    """The whole configuration of the hub."""
    room = Room(load_session(Path(opened.session)))
    bound_hub()
    config = Config()
    _hub(config.JupyterHub, opened, room)
    config.ConfigurableHTTPProxy.command = list(opened.relay)
    config.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{opened.relay_port}"
    config.ConfigurableHTTPProxy.pid_file = str(room.hub / RELAY_PID)
    config.RoomAuthenticator.allowed_users = set(room.people)
    config.RoomAuthenticator.access = access_of(room.access)
    config.RoomAuthenticator.entry_key = opened.entry_key
    config.RoomAuthenticator.walled = list(room.folder.session.participants) if opened.separate else []
    _servers(config.RoomSpawner, opened, room)
    return config


def _hub(hub: Any, opened: Opening, room: Room) -> None:
    hub.bind_url = f"http://{opened.address}:{opened.port}/"
    hub.hub_bind_url = f"http://127.0.0.1:{opened.hub_port}"
    hub.db_url = f"sqlite:///{room.hub / DATABASE}"
    hub.cookie_secret_file = str(room.hub / COOKIE_SECRET)
    hub.authenticator_class = RoomAuthenticator
    hub.spawner_class = RoomSpawner
    hub.load_roles = [PARTICIPANT]
    hub.template_paths = [str(HUB / "pages")]
    # JupyterHub calls what it can call with who looks at the page: `t` is what that call gives.
    hub.template_vars = {
        "t": lambda _user: t,
        "style": style(),
        "formation": TRAINER,
        "seance": room.folder.session.title,
    }
    hub.logo_file = str(ICON)
    # Ctrl-C ends everything: nothing of the session is left running.
    hub.cleanup_servers = hub.cleanup_proxy = True
    # RoomSpawner has its own queue: nobody is refused, and asked to come back.
    hub.concurrent_spawn_limit = 0
    hub.tornado_settings = {"slow_spawn_timeout": 3}
    hub.allow_named_servers = False
    hub.log_level = "INFO"


def _servers(server: Any, opened: Opening, room: Room) -> None:
    people, runtime = room.people, Path(opened.runtime)
    server.commands = {name: _limited(opened.separate and name != TRAINER) for name in people}
    server.folders = {name: str(room.work_of(name)) for name in people}
    server.environments = {name: environment(room, name, runtime, opened.separate) for name in people}
    trainer = trainer_account(room.root)
    server.accounts = separate_accounts(people, room.spaces, trainer) if trainer else {}
    places = room.folder.session.participants if opened.separate else ()
    server.walls = {name: _walls(opened, room, name, server.accounts[name]) for name in places}
    server.default_url = PLACE
    server.start_timeout, server.http_timeout = START_S, ANSWER_S
    server.interrupt_timeout = 6
    server.term_timeout = 3
    server.ip = "127.0.0.1"


def _walls(opened: Opening, room: Room, name: str, account: Account) -> Walls:
    """The walls of a place; its port and its ticket are known when its server starts."""
    door = Door(port=0, name=name, ticket="", hub_port=opened.hub_port, account=DOORKEEPER)
    own = (room.space(name), room.exchange, room.settings, Path(opened.runtime, name))
    visible = (*PROGRAM, *(str(path.resolve()) for path in own))
    groups = Groups(Path(opened.groups) if opened.groups else None)
    return Walls(account.uid, account.gid, door, visible, hidden_folders(room), groups.entry(name))


def hidden_folders(room: Room) -> tuple[str, ...]:
    """Where sessions are, and what the guide has put beside them: lists of names, copies received, results."""
    return tuple({str(folder.resolve()) for folder in (room.root.parent, *(SUITE / name for name in OF_TRAINER))})


def _limited(walled: bool) -> list[str]:
    """The words that start a server; `walled`: nothing but this place runs under its account, behind walls."""
    walls = [sys.executable, "-I", "-m", "app.room.walled"] if walled else []
    words = [sys.executable, "-I", str(LIMITED), str(MOST_MEMORY), str(MOST_PROCESSES if walled else 0)]
    return [*walls, *words, sys.executable, "-m", "jupyterhub.singleuser"]
