"""Effacer les noms : d'abord ce qui partirait, puis une seconde pression, puis la preuve et ce qui reste à relire."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Mapping
from dataclasses import dataclass

import ipywidgets

from liaison.base.faults import FrenchError, why
from liaison.documents.cited import long_date
from liaison.training.closing.lost_with_names import lost_with_names
from liaison.training.hand_in.drop_beside import drop_beside
from liaison.training.purge.certificate import certificate
from liaison.training.purge.erasure import Erasure, list_is_back, read_erasure
from liaison.training.purge.purging import purge, what_would_go
from liaison.training.session.definition import SessionError, SessionFolder, load_session
from widgets.kit import Action, DataTable, Notice, ResultSentence, SourceNote, stack
from widgets.kit.background import Background, Stop, Tell
from widgets.training_session.words import t

TOO_SOON_S = 0.8  # a double press must not erase what nobody has read
SHOWN = 12  # lines on screen: the proof has them all


@dataclass(frozen=True)
class Going:
    """What an erasing would take away: each file and why, and in sentences what nobody marked or read yet."""

    files: tuple[tuple[str, str], ...]
    lost: tuple[str, ...]


class ErasingView:
    """What would go is shown before anything goes; nothing is erased without a second press."""

    def __init__(self, place: SessionFolder) -> None:
        self.place = place
        self.about = SourceNote()
        self.look = Action(label=t("erase-look"), main=True)
        self.confirm = Action(label=t("erase"), main=True)
        self.renounce = Action(label=t("erase-not"))
        self.reread = Action(label=t("reread"))
        self.warning = Notice(kind="attention")
        self.refusal = Notice(kind="erreur")
        self.sentence = ResultSentence()
        self.proof = SourceNote()
        columns = [{"id": name, "label": t(f"column-{name}")} for name in ("file", "why")]
        self.going = DataTable(caption=t("going"), columns=columns, plain=True, cards=True)
        self.staying = DataTable(caption=t("staying"), columns=columns, plain=True, cards=True)
        self.working = Background(t("erasing"), t("erasing-failed"), stops=False)
        # What is not ours is shown by `working`, and the buttons serve again.
        self.working.failed.observe(self._failed, "title")
        self.widget = stack()
        self._asked_at = 0.0
        self.look.on_press(self._look)
        self.confirm.on_press(lambda: self._erase(reread=False))
        self.reread.on_press(lambda: self._erase(reread=True))
        self.renounce.on_press(self.draw)

    def draw(self) -> None:
        """Say how far the erasing has come; a list that was looked at is looked at again, what is under way stays."""
        if self.confirm.disabled:
            return
        self.refusal.say()
        self.warning.say()
        self.sentence.text = self.sentence.detail = ""
        self.going.rows = []
        try:
            self.place = load_session(self.place.root)
            proof = read_erasure(self.place)
            named = "names-until" if self.place.participants_file.exists() else "names-none"
            self.about.text = t(named, day=long_date(self.place.session.names_until))
        except FrenchError as error:
            self.refusal.say("erreur", t("erasing-failed"), str(error))
            self._lay_out(self.about, self.refusal)
            return
        if proof is None:
            self._lay_out(self.about, self.look, self.refusal, self.working.widget)
        else:
            self._show(proof)

    def _look(self) -> None:
        if self.confirm.disabled:
            return
        self.refusal.say()
        self._hold(True)

        def work(tell: Tell, _stopped: Stop) -> Going | FrenchError:
            try:
                files = what_would_go(self.place, lambda done, count, _long: tell(done, count, ""))
                return Going(tuple(files), tuple(lost_with_names(self.place).lines()))
            except FrenchError as error:
                return error
            except OSError as error:
                return SessionError(t("erasing-cut", reason=why(error)))

        self.working.progress.label = t("erase-looking")
        self.working.start(work, self._ask)

    def _ask(self, going: Going | FrenchError) -> None:
        self._hold(False)
        if isinstance(going, FrenchError):
            self.refusal.say("erreur", t("erasing-failed"), str(going))
            return
        self._asked_at = time.monotonic()
        self.going.rows = [{"file": path, "why": reason} for path, reason in going.files[:SHOWN]]
        early = dt.datetime.now(self.place.session.zone).date() <= self.place.session.names_until
        lines = [
            *((*going.lost, t("erase-lost")) if going.lost else ()),
            t("erase-keeps"),
            t("erase-elsewhere"),
            *([t("erase-drop", folder=str(drop_beside(self.place)))] if drop_beside(self.place).is_dir() else []),
            *([t("erase-early", day=long_date(self.place.session.names_until))] if early else []),
        ]
        self.warning.say(
            "attention", t("erase-count", count=len(going.files), shown=len(self.going.rows)), "\n".join(lines)
        )
        self._lay_out(self.going, self.confirm, self.renounce, self.refusal, self.working.widget)

    def _lay_out(self, *shown: ipywidgets.Widget) -> None:
        # What is first stays, whatever comes under it: what it says next is heard.
        self.widget.children = (self.sentence, self.warning, *shown)

    def _erase(self, *, reread: bool) -> None:
        if self.confirm.disabled or (not reread and time.monotonic() - self._asked_at < TOO_SOON_S):
            return
        self.refusal.say()
        self._hold(True)

        def work(tell: Tell, _stopped: Stop) -> Erasure | FrenchError:
            now = dt.datetime.now(self.place.session.zone)
            try:
                return purge(
                    self.place,
                    now,
                    early=True,
                    reread=reread,
                    part=lambda done, count, _long: tell(done, count, ""),
                )
            except FrenchError as error:
                return error
            except OSError as error:
                return SessionError(t("erasing-cut", reason=why(error)))

        self.working.progress.label = t("erasing")
        self.working.start(work, self._end)

    def _failed(self, change: Mapping[str, str]) -> None:
        if change["new"]:
            self._hold(False)

    def _hold(self, at_work: bool) -> None:
        """Let nothing be pressed while something is under way: nothing of it stops, and its end is shown here."""
        for button in (self.look, self.confirm, self.renounce, self.reread):
            button.disabled = at_work

    def _end(self, proof: Erasure | FrenchError) -> None:
        self._hold(False)
        if isinstance(proof, FrenchError):
            self.refusal.say("erreur", t("erasing-failed"), str(proof))
            return
        self._show(proof)

    def _show(self, proof: Erasure) -> None:
        back = list_is_back(self.place, proof)
        done = proof.state == "fait" and not back
        settled = proof.certified or proof.reread_at is not None
        remarks = [*proof.left, *proof.to_read, *proof.not_read]
        with self.sentence.hold_sync():
            self.sentence.text = t(
                "list-is-back" if back else "erased" if done else "erased-partly", count=len(proof.erased)
            )
            self.sentence.detail = certificate(self.place, proof) if done and proof.names_searched else ""
            self.sentence.tone = "bon" if done and settled else "alerte" if proof.names_searched else "neutre"
        if not proof.names_searched:
            self.sentence.detail = t("no-name-searched")
        self.staying.rows = [{"file": remark.path, "why": remark.reason} for remark in remarks[:SHOWN]]
        self.proof.text = t("proof", path=str(self.place.erasure))
        left = (self.staying,) if remarks else ()
        again = () if done else (self.look,)
        read = (self.reread,) if done and not settled else ()
        self.warning.say()
        self._lay_out(self.proof, *left, *again, *read, self.refusal, self.working.widget)


__all__ = ["ErasingView"]
