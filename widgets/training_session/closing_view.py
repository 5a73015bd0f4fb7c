"""Clore : noter et écrire tous les papiers d'une pression, dire ce qui n'a pas été fait et ce qui reste à lire."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from liaison.base.faults import FrenchError
from liaison.base.guarded import NotTakenError, taken
from liaison.training.board.class_report import STEM
from liaison.training.closing.closing import ClosedSession, close_session
from liaison.training.closing.left import LeftToDo
from liaison.training.closing.lengths import LengthError, length_said
from liaison.training.closing.parts import has_room, part_title
from liaison.training.closing.results_files import TABLE
from liaison.training.hand_in.given_back import pages_to_give
from liaison.training.hand_in.room_folders import is_open
from liaison.training.hand_in.standing import NOT_COME
from liaison.training.papers.presences import PRESENCES
from liaison.training.session.definition import SessionError, SessionFolder
from widgets.kit import (
    Action,
    DataTable,
    FileOut,
    Notice,
    Panels,
    Question,
    ResultSentence,
    SourceNote,
    file_named,
    stack,
)
from widgets.kit.background import Background, Stop, Tell
from widgets.kit.file_out import Made
from widgets.training_session.hand_ins_view import texts_left
from widgets.training_session.room_process import give_back
from widgets.training_session.words import t

EVERYBODY, LISTED = "tous", "liste"
LARGEST_PAPER = 64_000_000  # octets
WITHOUT_NAMES = {
    "results": TABLE,
    "report": f"{STEM}.pdf",
}  # they may leave the folder, where `purge` stops


class ClosingView:
    """Who was there, how long, then one button; it may be pressed again after texts are read, and loses nothing."""

    def __init__(self, place: SessionFolder) -> None:
        self.place = place
        self.present = Question(
            label=t("present"),
            options=[{"value": way, "label": t(f"present-{way}", file=PRESENCES)} for way in (EVERYBODY, LISTED)],
        )
        self.hours = Question(kind="short_text", label=t("hours"), help=t("hours-help"))
        self.hours.observe(lambda _change: self._check_hours(), "value")
        self.button = Action(label=t("close"), main=True)
        self.button.on_press(self._press)
        self.working = Background(t("closing"), t("closing-failed"))
        # What is not ours is shown by `working`, and the button serves again.
        self.working.failed.observe(self._failed, "title")
        self.give = Action(label=t("give-back"))
        self.give.on_press(self._give_back)
        self.giving = Background(t("giving-back"), t("not-given-back"), stops=False)
        self.giving.failed.observe(self._failed, "title")
        self.given = Notice()
        self.sentence = ResultSentence()
        self.left = Notice(kind="attention")
        columns = [{"id": name, "label": t(f"column-{name}")} for name in ("part", "state", "why")]
        self.parts = DataTable(caption=t("parts"), columns=columns, plain=True, cards=True)
        self.each = Panels([t("parts")], [self.parts], open_index=-1)
        self.where = SourceNote(text=t("papers-where", folder=str(place.documents)))
        self.files = [FileOut(label=t(f"paper-{key}")) for key in WITHOUT_NAMES]
        for button, name in zip(self.files, WITHOUT_NAMES.values(), strict=True):
            button.on_request(partial(self._paper, name))
        self.widget = stack()
        self.draw()

    def draw(self) -> None:
        """Show the papers that there are."""
        there = [
            button
            for button, name in zip(self.files, WITHOUT_NAMES.values(), strict=True)
            if (self.place.documents / name).is_file()
        ]
        result = (self.each,) if self.parts.rows else ()
        papers = (self.where, *there) if there else ()
        going_back = has_room(self.place) and pages_to_give(self.place)
        if not self.given.title:
            self.given.say("information", t("to-give-back"), t("to-give-back-text"))
        back = (self.given, self.give, self.giving.widget) if going_back else ()
        # Empty until there is a result: what comes where they are is heard.
        answer = (self.sentence, self.left)
        form = (self.present, self.hours, self.button, self.working.widget)
        self.widget.children = (*form, *answer, *result, *back, *papers)

    def _press(self) -> None:
        if self.button.disabled:
            return
        self.present.error = "" if self.present.value else t("present-missing")
        self._check_hours()
        if self.present.error or self.hours.error:
            return
        everybody, hours = self.present.value == EVERYBODY, self.hours.value.strip() or None
        self._hold(True)
        self.given.say()

        def work(tell: Tell, stopped: Stop) -> ClosedSession | FrenchError:
            try:
                return close_session(self.place, all_present=everybody, hours=hours, tell=tell, stopped=stopped)
            except FrenchError as error:
                return error

        self.working.start(work, self._end)

    def _check_hours(self) -> None:
        self.hours.error = ""
        if written := self.hours.value.strip():
            try:
                length_said(written, self.place.session.half_days)
            except LengthError as error:
                self.hours.error = str(error)

    def _failed(self, change: Mapping[str, str]) -> None:
        if change["new"]:
            self._hold(False)

    def _hold(self, at_work: bool) -> None:
        self.button.disabled = self.give.disabled = at_work

    def _end(self, done: ClosedSession | FrenchError) -> None:
        self._hold(False)
        if isinstance(done, FrenchError):
            self.parts.rows = [{"part": t("closing"), "state": t("part-refused"), "why": str(done)}]
            self.sentence.text, self.sentence.detail, self.sentence.tone = t("closing-failed"), str(done), "alerte"
            self.left.say()
            self.draw()
            return
        left = done.left
        reasons = {**done.remarks, **left.refused}
        self.parts.rows = [
            {"part": part_title(name), "state": _state(name, left), "why": reasons.get(name, "")} for name in done.parts
        ]
        to_read = left.unknown or (left.readings and (left.readings.waiting or left.readings.unmarked))
        well = _came(left) and not (to_read or left.to_see or left.to_ask)
        with self.sentence.hold_sync():
            self.sentence.text = t("closed-partly" if left.refused else "closed" if _came(left) else "closed-empty")
            self.sentence.detail = " ".join(_to_read(left))
            self.sentence.tone = "alerte" if left.refused else "bon" if well else "neutre"
        self.left.say("attention", *self._left_to_ask(left, reasons))
        self.draw()

    def _left_to_ask(self, left: LeftToDo, reasons: Mapping[str, str]) -> tuple[str, str]:
        """Return what was not done or was left out, and what is to be asked again of whom, by code; "" for nothing."""
        # Badges and attestations are left out for one reason: it is said once.
        titles = {
            why: ", ".join(part_title(name) for name, same in reasons.items() if same == why)
            for why in reasons.values()
        }
        lines = [*(t("part-why", part=title, why=why) for why, title in titles.items()), *_to_ask(left)]
        return (t("to-ask"), "\n".join(lines)) if lines else ("", "")

    def _give_back(self) -> None:
        if self.give.disabled:
            return
        self.given.say()
        self._hold(True)

        def work(_tell: Tell, _stopped: Stop) -> FrenchError | None:
            try:
                give_back(self.place)
            except FrenchError as error:
                return error
            return None

        self.giving.start(work, self._given_back)

    def _given_back(self, fault: FrenchError | None) -> None:
        self._hold(False)
        if fault:
            self.given.say("erreur", t("not-given-back"), str(fault))
        else:
            now = "now" if is_open(self.place.root) else "later"
            self.given.say("information", t("given-back"), t(f"given-back-{now}"))

    def _paper(self, name: str) -> Made:
        try:
            return file_named(Path(name).name, taken(self.place.documents, name, largest=LARGEST_PAPER))
        except (OSError, NotTakenError) as error:
            raise SessionError(t("paper-gone", folder=str(self.place.documents))) from error


def _came(left: LeftToDo) -> bool:
    return any(state not in NOT_COME for by_module in left.stands.values() for state in by_module.values())


def _state(part: str, left: LeftToDo) -> str:
    return t("part-refused" if part in left.refused else "part-left" if part in left.to_see else "part-done")


def _to_read(left: LeftToDo) -> Iterator[str]:
    yield from texts_left(left.readings, left.unknown)
    if left.readings and left.readings.waiting:
        yield t("closed-then-read")


def _to_ask(left: LeftToDo) -> Iterator[str]:
    if left.outside:
        yield t("ask-refused", codes=", ".join(left.outside))
    if left.again:
        yield t("take-again", codes=", ".join(left.again))
    for key, copies in (("nothing", left.nothing), ("less", left.less), ("ahead", left.ahead)):
        if copies:
            yield t(f"ask-{key}", codes=", ".join(f"{code} ({module})" for code, module in copies))


__all__ = ["ClosingView"]
