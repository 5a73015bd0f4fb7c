"""`python -m app.room DOSSIER`: open the room of a session, say how to come in, and serve until Ctrl-C."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from app.arguments import FrenchParser
from app.loading import begin
from app.room.access import TRAINER
from app.room.accounts import become, trainer_account
from app.room.network import room_addresses
from app.room.orphans import stop_after
from app.room.places import Room
from liaison.base.faults import FrenchError
from liaison.base.terminal import lacking_no_letter, typed
from liaison.base.typography import typeset
from liaison.documents import DocumentError
from liaison.training.hand_in.deciding import asks_for_a_look
from liaison.training.hand_in.journal import read_journal
from liaison.training.hand_in.open_room import OpenRoom, forget_open_room, write_open_room
from liaison.training.session.definition import load_session
from liaison.training.session.ownership import give_session
from widgets.texts import texts

# What opens a room is imported where it is: JupyterHub takes a second to load, and what is taken in, given back or
# installed needs none of it.
if TYPE_CHECKING:
    from app.room.opening import Ready

TOLD = 20  # refusals named one by one
MOST_EVENTS = 3  # of an open room, on the page of who leads it: the last ones
t = texts("room")


def main(argv: list[str] | None = None) -> int:
    """Do what is asked; the exit code: 0 done, 1 the hub failed or what was taken in asks for a look, 2 refused."""
    lacking_no_letter()
    logging.getLogger("traitlets").setLevel(logging.ERROR)
    given = _arguments(argv)
    begin()
    try:
        if given.install:
            from app.room.relay import install_relay

            _say("room-relais-installe" if install_relay() else "room-relais-deja")
            return 0
        if given.collect or given.give_back:
            return _course(Room(load_session(given.session)), given.collect)
        from app.room.opening import RoomRequest, prepared

        stop = _stop_on_signals()
        if given.suite is not None:
            stop_after(given.suite, stop.set)
        _say("room-etape-places")
        with prepared(RoomRequest(given.session, given.ipv4, given.port), lambda: _say("room-etape-ancienne")) as ready:
            return _serve(ready, stop)
    except (FrenchError, DocumentError) as error:
        print(typeset(str(error)), file=sys.stderr, flush=True)
        return 2


def _stop_on_signals() -> threading.Event:
    """An event that Ctrl-C, a request to end, or the end of the window sets: nothing is cut in the middle."""
    stop = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        signal.signal(getattr(signal, name), ask)
    return stop


def _serve(ready: Ready, stop: threading.Event) -> int:
    from app.room.running import RunningHub
    from app.room.watching import watch

    session = ready.room.folder.session
    _say("room-etape-seance", title=session.title, people=len(session.participants))
    sheet = _write_sheet(ready)
    _say("room-etape-hub")
    hub = RunningHub(ready.room, ready.opening)
    journal, fault = ready.room.journal, ""
    try:
        if not hub.wait_until_open(stop):
            if stop.is_set():
                return 0
            return _failed(_why("room-erreur-ouverture", journal))
        remarks = _remarks(ready)
        _announce(ready, sheet, remarks)
        if not watch(ready, hub, stop, _keeping(ready.room.root, OpenRoom(ready.url, ready.access.room, remarks))):
            fault = _why("room-erreur-chute", journal)
            return _failed(fault)
        _say("room-fermeture")
        return 0
    finally:
        with suppress(OSError):
            forget_open_room(ready.room.root, fault)
        hub.stop()
        _say("room-fermee", folder=str(ready.room.top))


def _write_sheet(ready: Ready) -> Path:
    from app.room.sheet import write_sheet  # its libraries are heavy, and --install needs none

    room = ready.room
    sheet = write_sheet(room.folder.documents, room.folder.session.title, ready.url, ready.access.room)
    if owner := trainer_account(room.root):
        for path in (sheet.parent, sheet):
            os.chown(path, owner.uid, owner.gid)
    return sheet


def _announce(ready: Ready, sheet: Path, remarks: tuple[str, ...]) -> None:
    from app.room.sheet import code_in_terminal

    print(code_in_terminal(ready.url), flush=True)
    _say("room-ouverte", url=ready.url)
    _say("room-mot-de-passe-salle", password=ready.access.room)
    _say("room-fiche-ecrite", file=str(sheet))
    print(flush=True)
    _say("room-mot-de-passe-formation", name=TRAINER, password=ready.access.trainer)
    _say("room-ne-pas-projeter")
    print("\n".join(remarks), flush=True)
    _say("room-arreter")


def _remarks(ready: Ready) -> tuple[str, ...]:
    """Return what is to be known of a room that opens, in sentences: its accounts, its memory, its network."""
    address = ready.opening.address
    remarks = [t("room-comptes-separes" if ready.opening.separate else "room-un-compte")]
    if ready.opening.separate and not ready.groups.folder:
        remarks.append(t("room-memoire-partagee"))
    if address.startswith("127."):
        return (*remarks, t("room-adresse-machine"))
    remarks += [t("room-wifi-clair"), t("room-ports", first=str(ready.opening.port), last=str(ready.last_port))]
    if others := [other for other in room_addresses() if other != address]:
        remarks.append(t("room-autres-adresses", addresses=", ".join(others)))
    return tuple(remarks)


def _keeping(session: Path, room: OpenRoom) -> Callable[..., None]:
    """Write what an open room says of itself, for the page of who leads it; what says also what happens in it then.

    Raises:
        OpeningError: it cannot be written.
    """
    from app.room.opening import unwritable

    try:
        write_open_room(session, room)
    except OSError as error:
        raise unwritable(session, error) from error

    def say(key: str, **arguments: str | int) -> None:
        nonlocal room
        _say(key, **arguments)
        if "code" not in arguments:  # a code shows on no page before it is asked for
            room = replace(room, events=(*room.events, t(key, **arguments))[-MOST_EVENTS:])
            with suppress(OSError):  # a full disk, which is the remark: what was written stays
                write_open_room(session, room)

    return say


def _course(room: Room, collecting: bool) -> int:
    from app.room.course import collect, give_back

    if trainer := trainer_account(room.root):
        give_session(room.root, trainer.uid, trainer.gid)  # marks and feedback that were written with sudo too
        become(trainer)
    if not collecting:
        from app.room.opening import runtime_folder

        with runtime_folder({TRAINER: None}) as runtime:
            give_back(room, runtime)
        _say("room-rendues")
        return 0
    before = set(read_journal(room.folder.journal))
    collected = collect(room)
    refused = collected.refused
    count = sum(1 for _ in room.folder.submitted.glob("*/*/timestamp.txt"))
    _say("room-relevees", count=count, folder=str(room.folder.submitted), course=typed(room.folder.root))
    if refused:
        _say("room-refusees", count=len(refused))
    for refusal in refused[:TOLD]:
        key = "room-refusee" if refusal.place else "room-refusee-inconnu"
        _say(key, name=refusal.name, code=refusal.place, reason=refusal.reason)
    if refused[TOLD:]:
        _say("room-refusees-autres", count=len(refused[TOLD:]))
    if collected.to_look_at:
        _say("room-a-regarder", count=len(collected.to_look_at))
    for refusal in collected.to_look_at[:TOLD]:
        _say("room-refusee", name=refusal.name, code=refusal.place, reason=refusal.reason)
    return int(asks_for_a_look(line for line in read_journal(room.folder.journal) if line not in before))


def _why(key: str, journal: Path) -> str:
    from app.room.running import last_words

    return t(key, journal=str(journal), detail=last_words(journal))


def _failed(why: str) -> int:
    print(why, file=sys.stderr, flush=True)
    return 1


def _say(key: str, **arguments: str | int) -> None:
    print(t(key, **arguments), flush=True)


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = FrenchParser(
        lambda detail: t("room-option-refusee", detail=detail),
        prog="python -m app.room",
        description=t("room-description"),
    )
    parser.add_argument("session", type=Path, nargs="?", default=Path(), help=t("room-option-seance"))
    parser.add_argument("--ipv4", help=t("room-option-adresse"))
    parser.add_argument("--port", type=int, help=t("room-option-port"))
    # The number of the suite that opens the room from a page, and with which it closes.
    parser.add_argument("--suite", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--install", action="store_true", help=t("room-option-preparer"))
    parser.add_argument("--collect", action="store_true", help=t("room-option-relever"))
    parser.add_argument("--give-back", action="store_true", help=t("room-option-rendre"))
    return parser.parse_args(argv)
