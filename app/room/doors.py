"""Who enters the room, and under which account their server runs: the two classes that JupyterHub is given."""

import asyncio
import contextlib
import ipaddress
import os
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import psutil
from jupyterhub.auth import Authenticator  # type: ignore[import-untyped]
from jupyterhub.spawner import LocalProcessSpawner  # type: ignore[import-untyped]
from jupyterhub.utils import wait_for_server  # type: ignore[import-untyped]
from tornado import web
from traitlets import Any as AnyTrait
from traitlets import Dict, Instance, List, Unicode

from app.room import entrance
from app.room.access import TRAINER, Access
from app.room.addresses import closed
from app.room.guesses import WRONG_S, CrowdedError, Guesses
from app.room.leaving import LeavingHandler, leave
from app.room.orphans import HUB
from app.room.tickets import give_ticket, served_a_place, ticket
from app.room.walled import write_down
from liaison.training.session.codes import CodeError, checked_code
from widgets.texts import texts

t = texts("room")
# A server that does not answer by then is waited for on the side.
TURN_S = 30


class RoomAuthenticator(Authenticator):
    """A participant's code with the room's password; the trainer's name with their own."""

    access = Instance(Access, config=True, help="The passwords of the session.")
    walled: Any = List(config=True, help="Who has a place behind walls, whose door asks for a ticket.")
    entry_key = Unicode(config=True, help="The secret that the relay has too.")

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self._guesses = Guesses(time.monotonic)

    async def authenticate(self, handler: Any, data: dict[str, str]) -> str | None:
        """The name of who enters, None when the name or the password is not right."""
        name = person(data.get("username", ""))
        passed_by = handler.request.headers.get("X-Forwarded-For", "")
        try:
            async with self._guesses.turn(last_seen(passed_by)) as guess:
                known = name in self.allowed_users and self.access.opens(name, data.get("password", ""))
                guess.right = known and (name != TRAINER or is_this_computer(passed_by))
        except CrowdedError as error:
            raise web.HTTPError(429) from error
        if guess.right:
            if name == TRAINER and served_a_place(handler):
                raise web.HTTPError(403, t("room-refus-navigateur"))
            former = handler.get_current_user_cookie()
            if former is not None and former.name != name:
                await leave(handler, former)
            if self.walled:
                give_ticket(handler, name if name in self.walled else None)
            self._lead(name, handler)
            return name
        await asyncio.sleep(WRONG_S)
        return None

    def _lead(self, name: str, handler: Any) -> None:
        """Have the relay lead this browser to that person's place."""
        proof = entrance.proof(self.entry_key, name)
        attributes = {"path": entrance.PATH, "expires_days": entrance.DAYS, "httponly": True, "samesite": "Lax"}
        handler.set_cookie(entrance.COOKIE, proof, **attributes)

    def get_handlers(self, app: Any) -> list[tuple[str, Any]]:
        """What JupyterHub puts before its own addresses."""
        return [*closed(), ("/logout", LeavingHandler)]

    def normalize_username(self, username: str) -> str:
        """The name as the session has it: JupyterHub would write codes in small letters, and copies with them."""
        return person(username)


def is_this_computer(passed_by: str) -> bool:
    """Whether a request comes from the laptop itself, by the addresses that it says it passed by.

    The last one is what our relay saw; those before are what the browser claims. Nothing that the laptop sends to
    itself goes over the air: the trainer's password and session never do.
    """
    try:
        last = ipaddress.ip_address(last_seen(passed_by))
    except ValueError:
        return False
    seen = getattr(last, "ipv4_mapped", None) or last
    return seen.is_loopback or str(seen) in {
        interface.address for addresses in psutil.net_if_addrs().values() for interface in addresses
    }


def last_seen(passed_by: str) -> str:
    """The address that our relay saw: those before are what the browser claims."""
    return passed_by.rpartition(",")[2].strip()


def person(typed: str) -> str:
    """The name that a person meant: a code, however it was typed, or the trainer's; "" for anything else."""
    if typed.strip().lower() == TRAINER:
        return TRAINER
    try:
        return checked_code(typed)
    except CodeError:
        return ""


@cache
def turns() -> asyncio.Semaphore:
    """The queue of servers that start: a whole room that arrives at once would otherwise make everyone wait longest."""
    return asyncio.Semaphore((os.cpu_count() or 2) + 1)


async def in_turn(start: Callable[[], Awaitable[tuple[str, int]]], seconds: float = TURN_S) -> tuple[str, int]:
    """Start a server when its turn comes; one that hangs gives its turn back, and keeps nobody else from starting."""
    async with turns():
        ip, port = await start()
        # Until it answers, it is still taking the time of the processor.
        with contextlib.suppress(TimeoutError):
            await wait_for_server(ip, port, timeout=seconds)
    return ip, port


class RoomSpawner(LocalProcessSpawner):
    """A process a person, in their own folder, under their own account where there is one."""

    folders = Dict(config=True, help="Where each person's files are.")
    environments = Dict(config=True, help="The variables of each person's server.")
    commands = Dict(config=True, help="The words that start each person's server.")
    accounts = Dict(config=True, help="The account of each person; empty: all run under the hub's.")
    walls: Any = Dict(config=True, help="The walls of each place that has some; built as root.")
    # Popen changes the account by itself.
    popen_kwargs = AnyTrait()

    def make_preexec_fn(self, name: str) -> None:
        """Nothing between fork and exec: see `start`."""
        return None

    def user_env(self, env: dict[str, str]) -> dict[str, str]:
        """The variables of the server, with those of its person."""
        name = self.user.name
        own = {"USER": name, "SHELL": "/bin/sh", **self.environments[name]}
        if walls := self.walls.get(name):
            # The ticket of the day: whoever left took the former one away.
            own |= replace(walls, door=replace(walls.door, port=self.port, ticket=ticket(name))).variable()
        else:
            own[HUB] = str(os.getpid())
        return {**env, **own}

    async def start(self) -> tuple[str, int]:
        """Start the server when its turn comes; where it listens, on this machine alone."""
        return await in_turn(self._start)

    async def _start(self) -> tuple[str, int]:
        account = self.accounts.get(self.user.name)
        self.cmd = self.commands[self.user.name]
        self.popen_kwargs = {
            "cwd": self.folders[self.user.name],
            # The trainer's programs write marks; what a place hands in is read by the trainer's account.
            "umask": 0o077 if self.user.name == TRAINER else 0o022,
            # Walls are built with the rights of the administrator, and change the account when they stand.
            **(account.popen() if account and self.user.name not in self.walls else {}),
        }
        if self.user.name in self.walls:
            ip, port = await super().start()
        else:
            with self._heard() as output:
                # It holds no file of the hub's: what it says goes through here, as what a place says through its walls.
                self.popen_kwargs |= {"stdout": output, "stderr": output}
                ip, port = await super().start()
        return ip, port

    @contextlib.contextmanager
    def _heard(self) -> Iterator[int]:
        """Where to say something for the journal, while a server starts that is to hold it."""
        heard, written = os.pipe()
        threading.Thread(target=write_down, args=(self.user.name, heard), daemon=True).start()
        try:
            yield written
        finally:
            os.close(written)

    async def move_certs(self, paths: dict[str, str]) -> dict[str, str]:
        """Nothing moves: what stays on this machine is not encrypted."""
        return paths
