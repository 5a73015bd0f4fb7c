"""La salle à l'écran : l'ouvrir, montrer comment y entrer, la fermer ; ouverte ailleurs, elle est reconnue."""

from __future__ import annotations

import datetime as dt
import ipaddress
import os
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from liaison.base.dates import hour_words
from liaison.base.faults import FrenchError
from liaison.base.guarded import NotTakenError, taken
from liaison.base.terminal import typed
from liaison.training.hand_in.open_room import SHEET, OpenRoom, read_open_room, was_open, why_cut
from liaison.training.hand_in.room_folders import is_open
from liaison.training.session.definition import SessionError, SessionFolder
from liaison.training.session.ownership import ROOM
from widgets.hosts import suite_number
from widgets.kit import Action, FileOut, Notice, Panels, Paragraphs, Question, ResultSentence, file_named, stack
from widgets.kit.background import Background, Stop, Tell
from widgets.kit.file_out import Made
from widgets.texts import texts
from widgets.training_board.pulse import Pulse
from widgets.training_session.erasing_view import TOO_SOON_S
from widgets.training_session.room_door import RoomDoor
from widgets.training_session.room_process import StartedRoom, close_room, install_relay
from widgets.training_session.words import t

RELAY = 1  # which of the folds installs it
LARGEST_SHEET = 16_000_000  # octets
PERIOD_S = 3
FIRST_PORT, LAST_PORT = 1024, 65535
Screen = tuple[tuple[Any, ...], tuple[Any, ...]]  # what comes before what is under way, and after
of_room = texts("room")


class RoomView:
    """The room of a session: `RoomView(place).widget`; what it shows follows the disk, whoever opened the room."""

    def __init__(self, place: SessionFolder) -> None:
        self.place = place
        self.root = place.root.resolve()
        self.started: StartedRoom | None = None
        self.how = Notice()
        self.open = Action(label=t("room-open"), main=True)
        self.address = Question(kind="short_text", label=t("room-address"), help=t("room-address-help"))
        self.port = Question(kind="short_text", label=t("room-port"), help=t("room-port-help"))
        self.terminal = Paragraphs(lines=self._in_terminal())
        self.install = Action(label=t("relay-install"))
        relay = stack([Paragraphs(lines=[t("relay-text")]), self.install])
        where = stack([self.address, self.port])
        self.other = Panels(
            [t("room-where"), t("relay"), t("room-terminal")], [where, relay, self.terminal], open_index=-1
        )
        self.refusal = Notice(kind="erreur")
        self.opening = Background(t("room-opening"), t("room-not-open"))
        self.closing = Background(t("room-closing"), t("room-not-closed"), stops=False)
        self.installing = Background(t("relay-installing"), t("relay-not-installed"), stops=False)
        self.sentence = ResultSentence()
        self.door = RoomDoor()
        self.sheet = FileOut(label=t("room-sheet"))
        self.events = Notice()
        self.remarks = Panels([t("room-remarks")], [Paragraphs()], open_index=-1)
        self.close = Action(label=t("room-close"))
        self.warning = Notice(kind="attention")
        self.confirm, self.keep = Action(label=t("room-close-now"), main=True), Action(label=t("room-keep"))
        self.pulse = Pulse(period_s=PERIOD_S)
        self.widget = stack()
        self._asked_at = 0.0
        self._open_at_notice = is_open(self.root)
        self._listen()
        self.draw()

    def _listen(self) -> None:
        self.open.on_press(self._open)
        self.install.on_press(self._install)
        self.close.on_press(self._ask)
        self.confirm.on_press(self._close)
        self.keep.on_press(self.draw)
        self.sheet.on_request(self._sheet)
        self.pulse.on_beat(self._look)
        for field in (self.address, self.port):
            field.observe(lambda _change: self._check_where(), "value")
        for work in (self.opening, self.closing, self.installing):
            # What is not ours is shown by its `Background`, and the buttons serve again.
            work.failed.observe(self._failed, "title")

    @property
    def at_work(self) -> bool:
        """Whether this page opens the room, closes it or installs its relay at this instant."""
        return self.open.disabled

    # --- what is shown ----------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Say where the room stands; a refusal that was read goes."""
        if not self.at_work:
            self.refusal.say()
            self._lay_out()

    def _look(self) -> None:
        """Look at the disk again, and show what has changed there."""
        with self.pulse.hold_sync():
            self.pulse.line = t("room-looked", time=hour_words(dt.datetime.now(self.place.session.zone)))
            self.pulse.beats += 1
        if self.at_work:
            return
        if is_open(self.root) != self._open_at_notice:
            self.refusal.say()  # it was true of the room as it stood
        self._lay_out(to_confirm=self.confirm in self.widget.children)

    def _announce(self, kind: str, title: str, text: str) -> None:
        self._open_at_notice = is_open(self.root)
        self.refusal.say(kind, title, text)

    def _lay_out(self, to_confirm: bool = False) -> None:
        shown: tuple[Any, ...]
        folded: tuple[Any, ...]
        state = is_open(self.root)
        room = read_open_room(self.root) if state else None
        if not self.root.is_dir():
            self.how.say("attention", t("room-folder-gone"), t("room-folder-gone-text", folder=str(self.root)))
            shown, folded = (self.how,), ()
        elif room:
            shown, folded = self._of_open_room(room, to_confirm)
        elif state:
            self.how.say("information", t("room-moving"), t("room-moving-text"))
            shown, folded = (self.how,), ()
        elif state is None:
            self.how.say("attention", t("room-of-sudo"), t("room-of-sudo-text"))
            shown, folded = (self.how, self.terminal), ()
        else:
            shown, folded = self._of_closed_room()
        if not room:
            self.sentence.text = self.sentence.detail = ""
        under_way = (work.widget for work in (self.opening, self.closing, self.installing))
        # What is first stays, whatever comes under it: what it says next is heard.
        children = (self.sentence, self.refusal, *shown, *under_way, *folded, self.pulse)
        if self.widget.children != children:
            self.widget.children = children

    def _of_open_room(self, room: OpenRoom, to_confirm: bool) -> Screen:
        self.door.lead_to(room)
        with self.sentence.hold_sync():
            self.sentence.text, self.sentence.tone = t("room-is-open"), "bon"
            self.sentence.detail = t("room-is-open-detail")
        [remarks] = self.remarks.children
        remarks.lines = list(room.remarks)
        self.events.say("attention", t("room-events") if room.events else "", "\n".join(room.events))
        sheet = (self.sheet,) if (self.place.documents / SHEET).is_file() else ()
        self.warning.say("attention", *((t("room-close-asked"), t("room-close-asked-text")) if to_confirm else ()))
        buttons = (self.confirm, self.keep) if to_confirm else (self.close,)
        return (self.events, self.door, *sheet, self.warning, *buttons), (self.remarks,)

    def _of_closed_room(self) -> Screen:
        cut = why_cut(self.root)
        if self.started and (reason := self.started.reason()):
            self.started = None
            if cut is None:  # else each page says it, below
                # Closed from another page or its window, it is no fault.
                self._announce("information" if reason == t("room-stopped") else "erreur", t("room-ended"), reason)
        if os.name != "posix":
            self.how.say("information", t("hub"), of_room("room-erreur-systeme"))
            return (self.how,), ()
        if suite_number() is None:
            self.how.say("information", t("hub"), t("room-elsewhere"))
            return (self.how, self.terminal), ()
        if cut is not None:
            self.how.say("attention", t("room-cut"), cut or t("room-cut-text", folder=str(self.root / ROOM)))
        else:
            self.how.say("information", t("room"), t("room-text-again" if was_open(self.root) else "room-text"))
        return (self.how, self.open), (self.other,)

    def _in_terminal(self) -> list[str]:
        # `sudo` looks for programs in folders of its own.
        as_administrator = typed("sudo", Path(sys.executable).with_name("liaison"), "session", "hub", self.root)
        as_oneself = typed("liaison", "session", "hub", self.root)
        return [t("hub-type"), as_oneself, t("hub-seen"), t("hub-sudo"), as_administrator, t("hub-sudo-relay")]

    # --- opening and closing ----------------------------------------------------------------------------------

    def _open(self) -> None:
        self.refusal.say()
        address, port = self.address.value.strip(), self.port.value.strip()
        self._check_where()
        if self.address.error or self.port.error:
            self.other.open_index = 0
            return
        if self.at_work:  # a double press opens one room
            return
        self._hold(True)

        def work(_tell: Tell, stopped: Stop) -> StartedRoom | FrenchError | None:
            try:
                started = StartedRoom(self.place, address, port)
                return started if started.wait(stopped) else None
            except FrenchError as error:
                return error

        self.opening.start(work, self._opened)

    def _check_where(self) -> None:
        address, port = self.address.value.strip(), self.port.value.strip()
        right = not address or _is_ipv4(address)
        self.address.error = "" if right else of_room("room-erreur-adresse", address=address)
        self.port.error = "" if not port or _is_port(port) else t("room-port-refused")

    def _opened(self, done: StartedRoom | FrenchError | None) -> None:
        self._hold(False)
        if done is None:
            self._announce("information", t("room-not-open"), t("room-stopped"))
        elif isinstance(done, StartedRoom):
            self.started = done
        elif not is_open(self.root):  # another page opened it: this one shows it as it is
            self._announce("erreur", t("room-not-open"), str(done))
            if t("relay-install") in str(done):
                self.other.open_index = RELAY  # the button of that name is there
        self._lay_out()

    def _ask(self) -> None:
        self._asked_at = time.monotonic()
        self._lay_out(to_confirm=True)

    def _close(self) -> None:
        # A double press must not close a room full of people.
        if self.at_work or time.monotonic() - self._asked_at < TOO_SOON_S:
            return
        self._do(self.closing, partial(close_room, self.place), "room-not-closed", "room-closed")

    def _install(self) -> None:
        if not self.at_work:
            self._do(self.installing, install_relay, "relay-not-installed", "relay-installed")

    def _do(self, working: Background, do: Callable[[], None], failed: str, done: str) -> None:
        """Do something to its end; then say `done` and its text, or `failed` and why."""
        self.refusal.say()
        self._hold(True)

        def work(_tell: Tell, _stopped: Stop) -> FrenchError | None:
            try:
                do()
            except FrenchError as error:
                return error
            return None

        def end(fault: FrenchError | None) -> None:
            self._hold(False)
            if fault:
                self._announce("erreur", t(failed), str(fault))
            else:
                self.started = None
                self._announce("information", t(done), t(f"{done}-text"))
            self._lay_out()

        working.start(work, end)

    def _failed(self, change: Mapping[str, str]) -> None:
        if change["new"]:
            self._hold(False)

    def _hold(self, at_work: bool) -> None:
        for button in (self.open, self.install, self.close, self.confirm, self.keep):
            button.disabled = at_work

    def _sheet(self) -> Made:
        try:
            return file_named(SHEET, taken(self.place.documents, SHEET, largest=LARGEST_SHEET))
        except (OSError, NotTakenError) as error:
            raise SessionError(t("room-sheet-gone", folder=str(self.place.documents))) from error


def _is_ipv4(text: str) -> bool:
    try:
        ipaddress.IPv4Address(text)
    except ValueError:
        return False
    return True


def _is_port(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 5 and FIRST_PORT <= int(text) <= LAST_PORT


__all__ = ["RoomView"]
