"""Les remises : prises d'un dépôt ou de fichiers choisis ; ce qui est arrivé, ce qui reste à lire. Par code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from liaison.base.closed import closed_to_others
from liaison.base.faults import FrenchError, why
from liaison.base.quoting import unquoted_path
from liaison.training.hand_in.collecting import CollectedHandIns, collect
from liaison.training.hand_in.drop_beside import collect_files, drop_beside
from liaison.training.hand_in.gathering import gather
from liaison.training.hand_in.journal import JournalLine, read_journal, state_words
from liaison.training.hand_in.standing import NOT_COME, handed_words, standing
from liaison.training.marks.of_session import texts_of_session
from liaison.training.marks.texts_to_read import Readings
from liaison.training.purge.erasure import read_erasure
from liaison.training.session.definition import SessionError, SessionFolder, load_session
from liaison.training.session.ownership import ROOM
from widgets.kit import Action, DataTable, FileIn, Notice, Panels, Question, ResultSentence, stack
from widgets.kit.background import Background, Stop, Tell
from widgets.training_session.words import t

LARGEST_FILE_MB = 16  # a hand-in holds answers: a thousandth of it
MOST_FILES_MB = 128  # of one choice
SHOWN = 12  # lines of what a run changed; the journal has them all


class HandInsView:
    """What came in and what is missing, refreshed each time that one comes here or takes something in."""

    def __init__(self, place: SessionFolder) -> None:
        self.place = place
        self.sentence = ResultSentence()
        self.take = Action(label=t("take-drop"), main=True)
        self.files = FileIn(
            label=t("take-files"), help=t("take-files-help"), accept=".zip,.json,.yaml", max_mb=LARGEST_FILE_MB
        )
        self.folder = Question(kind="short_text", label=t("take-folder"), help=t("take-folder-help"))
        self.take_folder = Action(label=t("take-folder-button"))
        self.refusal = Notice(kind="erreur")
        self.changed = DataTable(
            caption=t("taken"), columns=_columns("code", "module", "state", "why"), plain=True, cards=True
        )
        self.more = Notice()
        self.people = DataTable(caption=t("stand"), columns=_columns("code", "module", "state"), plain=True)
        self.refresh = Action(label=t("refresh"))
        self.working = Background(t("taking"), t("taking-failed"), stops=False)
        elsewhere = stack([self.folder, self.take_folder])
        self.other = Panels([t("take-elsewhere"), t("stand-each")], [elsewhere, self.people], open_index=-1)
        self.widget = stack()
        self._chosen: list[tuple[str, bytes]] = []
        self._listen()
        self._lay_out()

    def _listen(self) -> None:
        self.take.on_press(self._take)
        self.take_folder.on_press(self._take_folder)
        self.refresh.on_press(self.draw)
        self.files.on_file(self._hold)
        self.files.on_done(self._take_files)
        self.working.failed.observe(self._failed, "title")

    def draw(self) -> None:
        """Look at the session again."""
        try:
            self.place = load_session(self.place.root)
            proof = read_erasure(self.place)
            stands = standing(self.place, erased=[remark.path for remark in proof.erased] if proof else ())
        except FrenchError as error:
            self.refusal.say("erreur", t("stand-unknown"), str(error))
            return
        copies = [state for by_module in stands.values() for state in by_module.values()]
        came = sum(state not in NOT_COME for state in copies)
        with self.sentence.hold_sync():
            self.sentence.text = t("came", came=came, count=len(copies))
            # Of texts that are read no more, none waits for anybody.
            self.sentence.detail = "" if proof else " ".join(texts_left(*texts_of_session(self.place)))
            self.sentence.tone = "bon" if copies and came == len(copies) else "neutre"
        self.people.rows = [
            {"code": code, "module": module, "state": handed_words(state)}
            for code, by_module in stands.items()
            for module, state in by_module.items()
        ]
        self._lay_out()

    def _lay_out(self) -> None:
        room = self.place.session.mode == "reseau" and (self.place.root / ROOM).is_dir()
        self.take.label = t("take-room" if room else "take-drop")
        ready = room or drop_beside(self.place).is_dir()
        shown = [self.changed] if self.changed.rows else []
        self.widget.children = (
            self.sentence,
            self.refresh,
            *([self.take] if ready else []),
            self.files,
            self.refusal,
            self.working.widget,
            self.more,
            *shown,
            self.other,
        )

    # --- taking in --------------------------------------------------------------------------------------------

    def _take(self) -> None:
        if self.place.session.mode == "reseau" and (self.place.root / ROOM).is_dir():
            self._run(self._gathered)
        else:
            self._run(lambda: _new(collect(self.place, drop_beside(self.place), _now())))

    def _gathered(self) -> tuple[JournalLine, ...]:
        before = set(read_journal(self.place.journal))
        gather(self.place, load_session(self.place.root).session.modules, _now())
        return tuple(line for line in read_journal(self.place.journal) if line not in before)

    def _take_folder(self) -> None:
        written = unquoted_path(self.folder.value)
        self.folder.error = "" if written else t("take-folder-missing")
        if written:
            self._run(lambda: _new(collect(self.place, written, _now())))

    def _hold(self, name: str, content: bytes) -> None:
        self._chosen.append((name, content))

    def _take_files(self) -> None:
        chosen, self._chosen = self._chosen, []
        if sum(len(content) for _, content in chosen) > MOST_FILES_MB * 2**20:
            self.refusal.say("erreur", t("taking-failed"), t("too-much", most=MOST_FILES_MB))
        elif chosen:
            self._run(lambda: _new(collect_files(self.place, chosen, _now())))

    def _run(self, take: Callable[[], tuple[JournalLine, ...]]) -> None:
        if self.take.disabled:  # two at once would write one journal
            self.refusal.say("erreur", t("taking-failed"), t("taking-already"))
            return
        self.refusal.say()
        self.take.disabled = self.take_folder.disabled = True

        def work(_tell: Tell, _stopped: Stop) -> tuple[JournalLine, ...] | FrenchError:
            try:
                with closed_to_others():
                    return take()
            except FrenchError as error:
                return error
            except OSError as error:  # a full disk, a folder that closed: what was received stays
                return SessionError(t("taking-cut", reason=why(error)))

        self.working.start(work, self._end)

    def _failed(self, change: Mapping[str, str]) -> None:
        if change["new"]:
            self._free()

    def _free(self) -> None:
        self.take.disabled = self.take_folder.disabled = False

    def _end(self, done: tuple[JournalLine, ...] | FrenchError) -> None:
        self._free()
        if isinstance(done, FrenchError):
            self.refusal.say("erreur", t("taking-failed"), str(done))
            return
        hand_ins = [line for line in done if line.state != "autre"]
        self.changed.rows = [
            {"code": line.code, "module": line.module, "state": state_words(line.state), "why": line.reason}
            for line in hand_ins[:SHOWN]
        ]
        others = len(done) - len(hand_ins)
        title = t("taken-some" if hand_ins else "taken-nothing", count=len(hand_ins), others=others)
        self.more.say("information", title)
        self.draw()


def texts_left(readings: Readings | None, unknown: str) -> Iterator[str]:
    """Yield what is left to read of a session, or why nobody knows; nothing where it has no exercise."""
    if readings is None:
        if unknown:
            yield t("texts-unknown", reason=unknown)
        return
    yield t("to-read", waiting=readings.waiting)
    if readings.unmarked:
        yield t("unmarked", n=len(readings.unmarked))


def _new(done: CollectedHandIns) -> tuple[JournalLine, ...]:
    return done.new


def _columns(*names: str) -> list[dict[str, str]]:
    return [{"id": name, "label": t(f"column-{name}")} for name in names]


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


__all__ = ["HandInsView", "texts_left"]
