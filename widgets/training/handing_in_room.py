"""Remettre son travail à la salle : un bouton, un mot, sans fichier ni code ; et où les réponses sont gardées."""

from __future__ import annotations

import datetime as dt
import os

from liaison.base.faults import FrenchError
from liaison.base.words import named
from liaison.training.hand_in.deciding import counts_already
from liaison.training.hand_in.deposit import Deposit, DepositError, clock, deadline, hand_in, last_deposit
from widgets.kit import Action, Notice, Paragraphs, stack
from widgets.texts import texts
from widgets.training.deposit_words import about_the_deadline, not_handed_in
from widgets.training.sheet import SheetState
from widgets.training.standing import Standing

t = texts("room")


class RoomHandInView:
    """The last part of an exercise in the room: where the answers are, what was handed in, and the button."""

    def __init__(self, state: SheetState, standing: Standing) -> None:
        self.state, self.standing = state, standing
        self.made: Deposit | None = last_deposit(state.folder)
        self.where = Paragraphs()
        self.give = Action(label=t("room-remettre"), main=True)
        self.give.on_press(self._give)
        self.notice = Notice()
        self.widget = stack([self.where, self.give, self.notice])
        state.observe(lambda _change: self._look_again(), "answers")
        self._look_again()

    def _look_again(self) -> None:
        """Say where things stand; the answers may have changed since they were handed in."""
        self.made = last_deposit(self.state.folder)
        self._draw()
        since = self.made.since if self.made else ""
        if not since:
            self.notice.say()
        elif since == "changee":
            over = self._is_over()
            detail = t("room-copie-changee-trop-tard" if over else "room-copie-changee-detail")
            self.notice.say("attention", t("room-copie-changee"), detail)
        else:
            kind = "information" if since == "plus-la" else "attention"
            self.notice.say(kind, t(f"room-copie-{since}"), t("room-copie-compte"))

    def _draw(self) -> None:
        at = self.made.at if self.made else None
        where = t("room-copie-gardee", code=os.environ.get("JUPYTERHUB_USER", ""))
        stands = t("room-copie-remise", heure=clock(at)) if at else t("room-pas-remis")
        limit = about_the_deadline(self.made.hours if self.made else (), deadline(), dt.datetime.now(dt.UTC))
        with self.where.hold_sync():
            self.where.lines = [where, f"{stands} {limit}".strip()]
        self.give.label = t("room-remettre-encore") if at else t("room-remettre")

    def _give(self) -> None:
        self.give.disabled = True
        try:
            standing = self.standing.keep()
            self.made = hand_in(self.state.folder)
        except DepositError as error:
            self.notice.say("erreur", t("room-copie-pas-remise"), not_handed_in(error))
        except FrenchError as error:
            self.notice.say("erreur", t("room-copie-pas-remise"), str(error))
        else:
            self._draw()
            self._tell(standing)
        finally:
            self.give.disabled = False

    def _tell(self, standing: str) -> None:
        """Say that it is handed in, what was kept to do so, and what has no answer."""
        if self._is_over():
            kind, title, rest = "attention", t("room-copie-remise-apres"), t("room-copie-remise-apres-detail")
        else:
            missing = [question.title for question in self.state.answers.unanswered(self.state.exercise)]
            kind, title = "information", t("room-copie-est-remise")
            rest = t("room-copie-manque", missing=len(missing), titles=named(missing)) if missing else ""
        self.notice.say(kind, title, f"{standing}\n{rest}".strip())

    def _is_over(self) -> bool:
        """Whether a copy that was on time counts, whatever is handed in now."""
        return self.made is not None and counts_already(self.made.hours, deadline(), dt.datetime.now(dt.UTC))


__all__ = ["RoomHandInView"]
