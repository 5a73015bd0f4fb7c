"""Préparer une séance : quoi, quel jour et comment ; puis qui vient, et où le dossier se pose."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from liaison.base.dates import numeric_date, read_date
from liaison.base.faults import FrenchError
from liaison.training.exercise.definition import exercise
from liaison.training.session.definition import MODES, Session, SessionError, SessionFolder, in_one_line
from liaison.training.session.making import modules_with_exercise
from liaison.training.session.preparing import (
    SESSIONS,
    checked_day,
    checked_session,
    codes_given,
    put_session,
    title_of,
    usual_folder,
)
from widgets.kit import Action, Draft, Notice, Question, SourceNote, beside, stack
from widgets.kit.background import Background, Stop, Tell
from widgets.training_session.participants_field import Expected, ParticipantsField
from widgets.training_session.words import t

DRAFT = "preparation_de_seance"
LONGEST_DRAFT = 2000
LONGEST_TITLE = 200
STEPS_BESIDE_MODULES = 3  # the folder, the codes, the gradebook
Made = Callable[[SessionFolder, tuple[str, ...]], object]


class Preparation:
    """Two short screens, then a session on the disk; `on_made(place, remarks)`, `on_leave()`.

    What is filled in is kept by the browser, for its tab alone, until the session is made; but for the names.
    """

    def __init__(self, suite: Path) -> None:
        self.suite = suite
        self.modules_there = modules_with_exercise()
        self.title = Question(kind="short_text", label=t("title"), help=t("title-help"))
        self.day = Question(kind="short_text", label=t("day"), help=t("day-help"), value=numeric_date(dt.date.today()))
        self.modules = Question(
            kind="checkbox",
            label=t("modules"),
            options=[{"value": name, "label": exercise(name).title} for name in self.modules_there],
        )
        self.mode = Question(
            label=t("mode"), options=[{"value": mode, "label": t(f"mode-{mode}")} for mode in reversed(MODES)]
        )
        self.people = ParticipantsField()
        self.refusal = Notice(kind="erreur")
        self.where = SourceNote(text=t("where", folder=str(suite / SESSIONS)))
        self.on, self.back = Action(label=t("go-on"), main=True), Action(label=t("go-back"))
        self.make, self.leave = Action(label=t("make"), main=True), Action(label=t("leave"))
        self.working = Background(t("making"), t("making-failed"))
        # What is not ours is shown by `working`, and the buttons serve again.
        self.working.failed.observe(self._failed, "title")
        self.draft = Draft(name=DRAFT, tab=True)  # two tabs prepare two sessions
        what = beside([self.title, self.day, self.mode], [self.modules])
        self._what = stack([what, self.on, self.refusal, self.leave])
        who = (self.people.widget, self.where)
        self._who = stack([*who, self.make, self.refusal, self.working.widget, self.back])
        self.widget = stack([self.draft, self._what])
        self._made: list[Made] = []
        self._entitle: list[Callable[[str], object]] = []
        self._listen()

    def _listen(self) -> None:
        self.on.on_press(self._go_on)
        self.back.on_press(lambda: self._show(self._what, "prepare-what"))
        self.make.on_press(self._press)
        self.draft.observe(lambda change: self._take_up(change["new"]), "found")
        for field in (self.title, self.day, self.modules, self.mode, self.people.count):
            field.observe(lambda _change: self._keep(), "value")

    def on_made(self, callback: Made) -> None:
        """Call `callback(place, remarks)` once the session is on the disk."""
        self._made.append(callback)

    def on_screen(self, callback: Callable[[str], object]) -> None:
        """Call `callback` with the title of the first screen, and with that of each one before it is shown."""
        self._entitle.append(callback)
        callback(t("prepare-what"))

    def on_leave(self, callback: Callable[[], object]) -> None:
        """Call `callback` when nothing is to be prepared after all."""
        self.leave.on_press(callback)

    def _show(self, screen: Any, title: str) -> None:
        self.refusal.say()
        for callback in self._entitle:
            callback(t(title))
        self.widget.children = (self.draft, screen)

    def _go_on(self) -> None:
        self.refusal.say()
        self.day.error = _day_fault(self.day.value)
        self.modules.error = "" if self.modules.value else t("modules-missing")
        self.mode.error = "" if self.mode.value else t("mode-missing")
        self.title.error = _title_fault(self.title.value)
        if any(field.error for field in (self.day, self.modules, self.mode, self.title)):
            self.refusal.say("erreur", t("unready"), t("unready-text"))
            return
        self._show(self._who, "prepare-who")

    def _press(self) -> None:
        if self.make.disabled:  # a double press makes one session
            return
        self.refusal.say()
        try:
            expected = self.people.expected()
            session = self._session(expected)
        except FrenchError as error:
            self.refusal.say("erreur", t("unready"), str(error))
            return
        self.make.disabled = self.back.disabled = True
        people = codes_given(session, expected.people)
        target = self.suite / SESSIONS / usual_folder(session)
        warnings = list(expected.remarks)

        def work(tell: Tell, stopped: Stop) -> SessionFolder | FrenchError:
            count, begun = STEPS_BESIDE_MODULES + len(session.modules), 0

            def step(name: str) -> None:
                nonlocal begun
                if stopped():
                    raise SessionError(t("making-stopped"))
                tell(begun, count, name)
                begun += 1

            try:
                return put_session(target, session, people, step, warnings.append)
            except FrenchError as error:
                return error

        self.working.start(work, lambda result: self._end(result, warnings))

    def _session(self, expected: Expected) -> Session:
        day = read_date(self.day.value)
        assert day is not None
        modules = self.modules.value
        title = self.title.value.strip() or title_of(modules)
        return checked_session(day, modules, expected.count, title=title, mode=self.mode.value)

    def _failed(self, change: Mapping[str, str]) -> None:
        if change["new"]:
            self._free()

    def _free(self) -> None:
        self.make.disabled = self.back.disabled = False

    def _end(self, result: SessionFolder | FrenchError, warnings: list[str]) -> None:
        self._free()
        if isinstance(result, FrenchError):
            self.refusal.say("erreur", t("making-failed"), str(result))
            return
        self.draft.value = ""
        self.people.forget()
        for callback in self._made:
            callback(result, tuple(warnings))

    # --- kept by the browser ----------------------------------------------------------------------------------

    def _keep(self) -> None:
        self.draft.value = json.dumps(
            {
                "title": self.title.value,
                "day": self.day.value,
                "modules": self.modules.value,
                "mode": self.mode.value,
                "count": self.people.count.value,
            }
        )

    def _take_up(self, text: str) -> None:
        """Fill in what the browser kept, unless somebody has begun; of what is not ours, nothing is taken."""
        if self.draft.value or not text or len(text) > LONGEST_DRAFT:
            return
        try:
            draft = json.loads(text)
        except ValueError:
            return
        if not isinstance(draft, dict):
            return
        count, modules = draft.get("count"), draft.get("modules")
        if isinstance(modules, list):
            self.modules.value = [name for name in self.modules_there if name in modules]
        if draft.get("mode") in MODES:
            self.mode.value = draft["mode"]
        if isinstance(count, int) and not isinstance(count, bool):
            self.people.count.value = count
        for field, name in ((self.title, "title"), (self.day, "day")):
            if isinstance(draft.get(name), str):
                field.value = draft[name]


def _title_fault(text: str) -> str:
    if len(text) > LONGEST_TITLE:
        return t("title-long", most=LONGEST_TITLE)
    try:
        in_one_line(text)
    except ValueError:
        return t("title-unseen")
    return ""


def _day_fault(text: str) -> str:
    day = read_date(text)
    if day is None:
        return t("day-refused")
    try:
        checked_day(day, text)
    except SessionError as error:
        return str(error)
    return ""


__all__ = ["Preparation"]
