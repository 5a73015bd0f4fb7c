"""Le tableau de séance : un dossier relu à chaque battement de la page, et deux vues qui ne se mélangent pas."""

from __future__ import annotations

import asyncio
import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import ipywidgets

from liaison.base.faults import cause_of
from liaison.training.board.live import BoardError, BoardSnapshot, LiveBoard
from liaison.training.board.tables import BoardTable, projected
from liaison.training.session.definition import SessionError
from liaison.training.session.time_zone import zone_here
from widgets.kit import Action, Heading, Notice, SelectField, stack
from widgets.training_board.audience import Audience
from widgets.training_board.opening import Opening
from widgets.training_board.private_view import PrivateView
from widgets.training_board.projected_view import ProjectedView, headline
from widgets.training_board.pulse import Pulse
from widgets.training_board.words import t

PERIOD_S = 5


class Board:
    """The live board of a session: `Board().widget`; without a folder, the session is looked for, then asked for.

    Not `titled`: the page says already which session it is, and leads to another.

    Nothing is written. What is read is read in a thread, a few copies at a time: the page answers meanwhile.
    """

    def __init__(self, folder: Path | None = None, period_s: float = PERIOD_S, titled: bool = True) -> None:
        self.room: LiveBoard | None = None
        self.seen: BoardSnapshot | None = None
        self._read_at = self._failure = ""
        self.reading: asyncio.Task[None] | None = None
        self.pulse = Pulse(period_s=period_s, line=t("pulse-waiting"))
        self.pause = Action(label=t("pulse-pause"))
        self.title = Heading(2)
        self.error = Notice(kind="erreur")
        self.module = SelectField(label=t("open-module"))
        self.audience = Audience()
        self.opening = Opening()
        self.projected = ProjectedView()
        self.private = PrivateView()
        self.loading = Notice(title=t("pulse-first"))
        self.content = stack()
        controls = stack([self.pulse, self.pause])
        controls.add_class("carnets-board-controls")
        self._elsewhere = (self.opening.widget,) if titled else ()
        self._top = (*([self.title] if titled else []), controls, self.audience.widget, self.error)
        self.widget = stack([self.opening.widget])
        self.widget.add_class("carnets-board")
        self._listen()
        if chosen := folder or self.opening.obvious:
            self.open(chosen)

    def _listen(self) -> None:
        self.pulse.on_beat(self.beat)
        self.pause.on_press(self._toggle)
        self.opening.on_open(self.open)
        self.audience.on_change(self._show)
        self.module.observe(lambda _change: self._show(), "value")
        self.private.fewest.observe(lambda _change: self._show(), "value")

    def open(self, folder: Path) -> None:
        """Follow the session of a folder, or say why it cannot be followed."""
        room = LiveBoard(folder)
        try:
            # Nothing is read yet: only whether there is something to follow.
            first = room.look(at_once=0)
        except BoardError as error:
            self.opening.refuse(str(error))
            return
        self.room, self.seen = room, None
        self.pulse.line = t("pulse-first")
        self.title.text = first.title
        self._take(first)

    # --- reading ----------------------------------------------------------------------------------------------

    def beat(self) -> None:
        """Look at the folder again, unless a look is under way; in a page, without keeping it from answering."""
        if self.room is None or self.pulse.paused or (self.reading is not None and not self.reading.done()):
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._look_at_once(self.room)
            return
        self.reading = loop.create_task(self._look(self.room))

    async def _look(self, room: LiveBoard) -> None:
        waiting = True
        while waiting and not self.pulse.paused:
            try:
                seen = await asyncio.to_thread(room.look)
            except Exception as error:  # the timer must outlive whatever a disk may do
                if self._still(room):
                    self._fail(error)
                return
            if not self._still(room):
                return  # what was read comes with the next beat
            self._take(seen)
            waiting = seen.waiting > 0

    def _still(self, room: LiveBoard) -> bool:
        """Whether what was just read of a room may be shown: a paused screen does not move, nor goes back."""
        return room is self.room and not self.pulse.paused

    def _look_at_once(self, room: LiveBoard) -> None:
        try:
            self._take(room.look())
        except BoardError as error:
            self._fail(error)

    def _take(self, seen: BoardSnapshot) -> None:
        self.seen = seen
        self._failure = ""
        self._read_at = _now()
        waiting = t("pulse-reading", waiting=seen.waiting) if seen.waiting else t("pulse-at", time=self._read_at)
        with self.pulse.hold_sync():
            self.pulse.line, self.pulse.lost = waiting, False
            self.pulse.beats += 1
        self.title.text = seen.title
        self._offer_modules(seen)
        self._show()

    def _fail(self, error: Exception) -> None:
        self._failure = str(error) if isinstance(error, BoardError) else t("room-unforeseen", reason=cause_of(error))
        with self.pulse.hold_sync():
            self.pulse.line, self.pulse.lost = t("pulse-lost", time=self._read_at), True
            self.pulse.beats += 1
        self._show()

    def _toggle(self) -> None:
        self.pulse.paused = not self.pulse.paused
        self.pause.label = t("pulse-resume" if self.pulse.paused else "pulse-pause")
        if self.pulse.paused:
            self.pulse.line = t("pulse-paused", time=_now())
        else:
            self.beat()

    # --- showing ----------------------------------------------------------------------------------------------

    def _offer_modules(self, seen: BoardSnapshot) -> None:
        options = [{"value": name, "label": table.title} for name, table in seen.tables.items()]
        if options != self.module.options:
            self.module.options = options
        if not self.module.value and options:
            self.module.value = options[0]["value"]
        children = (*self._top, *([self.module] if len(options) > 1 else []), self.content)
        if self.widget.children != children:
            self.widget.children = children

    @property
    def table(self) -> BoardTable | None:
        """The table of the module that was chosen, None before the first look."""
        return self.seen.tables.get(self.module.value) if self.seen else None

    def _show(self) -> None:
        """Show what was read in the view that was chosen; the other one is emptied, in the page too."""
        self._say_error()
        table = self.table
        if table is None or self.seen is None:
            return
        room = projected(table, int(self.private.fewest.value))
        loading = self.seen.waiting > 0 and not table.copies  # « nobody has begun » is not known yet
        if not loading:
            self.pulse.aloud = ". ".join(headline(room)[:2]).strip()
        if self.audience.private:
            self.private.show(table, self._names())
        else:
            self.private.clear()
        self.projected.show(room, self.seen.closed)
        shown: tuple[ipywidgets.Widget, ...] = (self.projected.widget,)
        if loading:
            shown = (self.loading,)
        elif self.audience.private:
            shown = (self.private.widget, *self._elsewhere)  # a path may hold a name: never projected
        if self.content.children != shown:
            self.content.children = shown

    def _names(self) -> dict[str, str] | None:
        """Return the names when they are asked for; they are read then, and kept nowhere."""
        if not self.audience.names or self.room is None:
            return None
        try:
            names = self.room.names()
        except (SessionError, BoardError) as error:
            self.audience.say(str(error))
            return None
        if not names:
            self.audience.say(t("audience-nameless"))
        return names

    def _say_error(self) -> None:
        """Say what is wrong; a path may hold somebody's name, so only the private view gives the reason."""
        none = self.seen is not None and not self.seen.tables
        title = t("room-no-module") if none else t("room-error-title") if self._failure else ""
        text = t("room-no-module-text") if none else ""
        if self._failure:
            text = self._failure if self.audience.private else t("room-error-projected")
        with self.error.hold_sync():
            self.error.title, self.error.text = title, text


def _now() -> str:
    return dt.datetime.now(ZoneInfo(zone_here())).strftime("%H:%M:%S")
