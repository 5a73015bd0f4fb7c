"""Opening a room, step by step: what is checked, prepared and started before anybody is let in."""

import contextlib
import fcntl
import os
import secrets
import shutil
import stat
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.room.access import TRAINER, Access, access_of
from app.room.accounts import (
    DOORKEEPER,
    RELAY,
    Account,
    can_separate,
    closed_folders,
    separate_accounts,
    trainer_account,
)
from app.room.course import release
from app.room.door import LOOPBACK
from app.room.front import tell_relay
from app.room.groups import Groups, groups_of
from app.room.memory import MOST_OF_A_PLACE
from app.room.network import chosen_address, chosen_port, free_ports
from app.room.places import Room, close_to_others, furnish, lay_out
from app.room.relay import relay_command
from app.room.settings import COOKIE_SECRET, DATABASE, POLITE_S, RELAY_PID, Opening, hidden_folders
from app.room.walled import can_stand
from liaison.base.faults import FrenchError, why
from liaison.base.terminal import typed
from liaison.base.words import named
from liaison.training.hand_in.open_room import forget_open_room, leader
from liaison.training.hand_in.room_folders import OPEN, is_open
from liaison.training.session.definition import load_session
from liaison.training.session.ownership import give_session
from widgets.texts import texts

MB = 1_000_000
REFUSED_MB, LOW_MB = 200, 1000
# What a room takes to end once its front was killed, then its relay.
ORPHANS_S, RELAY_S = POLITE_S + 15, 1
_RUNTIME, _LOCK = "cdl-", "verrou"
t = texts("room")


class OpeningError(FrenchError):
    """The room cannot be opened, and what to do."""


@dataclass(frozen=True)
class RoomRequest:
    """What the command was asked: which session, on which address and port."""

    session: Path
    address: str | None = None
    port: int | None = None


@dataclass(frozen=True)
class Ready:
    """A room that is prepared: what the hub needs, what the trainer is told."""

    room: Room
    opening: Opening
    access: Access
    accounts: Mapping[str, Account]  # none where all is done under one's own
    groups: Groups
    last_port: int  # places are on those that follow the room's

    @property
    def url(self) -> str:
        """What a participant opens."""
        return f"http://{self.opening.address}:{self.opening.port}/"


@contextlib.contextmanager
def prepared(wanted: RoomRequest, wait: Callable[[], None] = lambda: None) -> Iterator[Ready]:
    """A room ready for its hub; what is only for this opening is removed at the end.

    `wait` is called when what is left of a former room has to end first.

    Raises:
        FrenchError: no session, no relay, no network, a port taken, no room on the disk, and what to do.
    """
    if os.name != "posix":
        raise OpeningError(t("room-erreur-systeme"))
    room = Room(load_session(wanted.session))
    if room.folder.erasure.exists():
        raise OpeningError(t("room-erreur-effacee"))
    trainer = trainer_account(room.root)
    if not trainer:
        _check_spaces(room)
    relay = relay_command()
    _let_former_end(room, wait)
    address = chosen_address(wanted.address)
    port = chosen_port(address, wanted.port)
    if (left := free_mb(room.root)) < REFUSED_MB:
        raise OpeningError(t("room-erreur-disque", mo=str(left)))
    with contextlib.ExitStack() as stack:
        lock = stack.enter_context(_settled(room))
        if trainer:
            give_session(room.root, trainer.uid, trainer.gid)
            close_to_others(room)
            if not can_separate(room.root):
                raise OpeningError(_out_of_reach(room))
            _check_walls(room)
        accounts = separate_accounts(room.people, room.spaces, trainer) if trainer else {}
        remove_left(lock)
        runtime = stack.enter_context(runtime_folder({name: accounts.get(name) for name in room.people}, lock))
        ports = dict(zip(room.people, free_ports(address, port, len(room.people)), strict=True))
        # None of those that the system lends: until the hub listens, another program may have it.
        hub_port, relay_port = free_ports(LOOPBACK, max(ports.values()), 2)
        _prepare(room, accounts, runtime)
        account = Account(RELAY, RELAY) if trainer else None
        tell_relay(runtime, room.folder.session.title, account, port, ports)
        places = room.folder.session.participants if trainer else ()
        groups = stack.enter_context(groups_of(places, MOST_OF_A_PLACE))
        opening = Opening(
            session=str(room.root),
            address=address,
            port=port,
            hub_port=hub_port,
            relay_port=relay_port,
            relay=tuple(relay),
            runtime=str(runtime),
            separate=trainer is not None,
            entry_key=secrets.token_hex(32),
            front=os.getpid(),
            lock=lock,
            groups=str(groups.folder or ""),
        )
        yield Ready(room, opening, access_of(room.access), accounts, groups, max(ports.values()))


def free_mb(folder: Path) -> int:
    """What is left on the disk of a folder."""
    return shutil.disk_usage(folder).free // MB


@contextlib.contextmanager
def _settled(room: Room) -> Iterator[int]:
    """The folders of the room, held by one opening at a time; what the system refuses is said in French.

    Gives the file that says so, which the hub holds too: the room is open as long as one of the two is there.
    """
    try:
        lay_out(room)
        lock = os.open(room.root / OPEN, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise unwritable(room.root, error) from error
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise _already_open(room) from error
        try:
            forget_open_room(room.root)  # that of a room that was killed: nothing answers there
            os.ftruncate(lock, 0)
            os.write(lock, str(os.getpid()).encode("ascii"))
            # A cookie taken from the air is worth nothing at the next opening; the number of a relay that was killed
            # may be that of another program, which the hub would end.
            for name in (DATABASE, COOKIE_SECRET, RELAY_PID):
                (room.hub / name).unlink(missing_ok=True)
        except OSError as error:
            raise unwritable(room.root, error) from error
        yield lock
    finally:
        os.close(lock)


def _let_former_end(room: Room, wait: Callable[[], None]) -> None:
    """Wait for the end of a room whose front was killed: its programs are ending by themselves.

    Raises:
        OpeningError: somebody leads it, or it does not end.
    """
    if not is_open(room.root):
        return
    if leader(room.root) is None:
        wait()
        deadline = time.monotonic() + ORPHANS_S
        while is_open(room.root) and time.monotonic() < deadline:
            time.sleep(0.2)
    if is_open(room.root):
        raise _already_open(room)
    time.sleep(RELAY_S)


def _already_open(room: Room) -> OpeningError:
    if (front := leader(room.root)) is None:
        return OpeningError(t("room-erreur-deja"))
    words = ["sudo", "kill"] if os.geteuid() == 0 else ["kill"]
    return OpeningError(t("room-erreur-deja-menee", command=typed(*words, str(front.pid))))


def unwritable(session: Path, error: OSError) -> OpeningError:
    """Return what to say of a session in which the system refuses to write."""
    return OpeningError(t("room-erreur-dossier", detail=why(error), folder=str(session)))


@contextlib.contextmanager
def runtime_folder(accounts: Mapping[str, Account | None], lock: int | None = None) -> Iterator[Path]:
    """A short folder for the sockets of kernels, one closed folder a person; removed at the end.

    `lock`: the file that holds the room open, if it is one's: without its programs, `remove_left` removes the folder.
    """
    folder = Path(tempfile.mkdtemp(prefix=_RUNTIME))
    try:
        if lock is not None:
            (folder / _LOCK).write_text(_number_of(lock), encoding="ascii")
        folder.chmod(0o711)
        for name, account in accounts.items():
            _own(folder / name, account)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def remove_left(lock: int) -> None:
    """Remove the folders that former openings of a room left, killed before they could; `lock` is held by this one.

    None of a room that lives is: it holds its file, which is then another, and whose number no other file may have.
    """
    for folder in Path(tempfile.gettempdir()).glob(f"{_RUNTIME}*"):
        with contextlib.suppress(OSError):
            seen = folder.lstat()
            # In a folder of ours, which others cannot write in.
            ours = stat.S_ISDIR(seen.st_mode) and seen.st_uid == os.geteuid()
            if ours and (folder / _LOCK).read_text(encoding="ascii") == _number_of(lock):
                shutil.rmtree(folder, ignore_errors=True)


def _number_of(lock: int) -> str:
    seen = os.fstat(lock)
    return f"{seen.st_dev}:{seen.st_ino}"


def _check_walls(room: Room) -> None:
    """Refuse where places cannot have walls, or what works behind them is in what they hide.

    Raises:
        OpeningError: this system lets none be built, or the session is not in a folder of sessions.
    """
    beside = room.root.parent
    # Nothing can be put in the place of the root.
    if beside != beside.parent and can_stand(DOORKEEPER, hidden_folders(room)):
        return
    if not can_stand(DOORKEEPER):
        raise OpeningError(t("room-erreur-murs"))
    moved = typed("sudo", "mv", room.root, f"/srv/seances/{room.root.name}")
    command = f"sudo mkdir -p /srv/seances && {moved}"
    raise OpeningError(t("room-erreur-dossier-cache", folder=str(beside), command=command))


def _check_spaces(room: Room) -> None:
    """Refuse, where all is done under one account, what somebody else's account may have left in a space.

    Raises:
        OpeningError: a space belongs to another account: what is in it would run under ours.
    """
    for space in room.spaces.glob("*"):
        if space.lstat().st_uid != os.geteuid():
            raise OpeningError(t("room-erreur-autre-compte", space=space.name))


def _out_of_reach(room: Room) -> str:
    if not (closed := closed_folders(room.root)):
        return t("room-erreur-administration")
    command = f"sudo chmod o+x {typed(*closed)}"
    return t("room-erreur-dossier-ferme", n=len(closed), folders=named(map(str, closed)), command=command)


def _prepare(room: Room, accounts: dict[str, Account], runtime: Path) -> None:
    trainer = accounts.get(TRAINER)
    try:
        furnish(room, TRAINER, trainer, None)
        if trainer is not None:  # who may then see every space, and release
            for folder in (room.top, room.spaces, room.exchange):
                os.chown(folder, trainer.uid, trainer.gid)
        release(room, trainer, runtime)
        for name in room.folder.session.participants:
            furnish(room, name, accounts.get(name), trainer)
    except OSError as error:
        raise unwritable(room.root, error) from error


def _own(folder: Path, account: Account | None) -> None:
    folder.mkdir(mode=0o700)
    if account is not None:
        os.chown(folder, account.uid, account.gid)
