"""Ouvrir : la salle, ou sans salle un dépôt où les fichiers de remise se posent."""

from __future__ import annotations

from typing import Any

from liaison.base.faults import FrenchError
from liaison.training.hand_in.drop_beside import drop_beside, open_drop
from liaison.training.session.code_sheet import steps_of
from liaison.training.session.definition import SessionFolder
from widgets.kit import Action, Heading, Notice, Paragraphs, beside, stack
from widgets.training_session.room_view import RoomView
from widgets.training_session.words import t

CODE = "·····"  # where each strip has its own


class OpeningView:
    """How the people of a session begin: what the trainer does, what each of them does."""

    def __init__(self, place: SessionFolder) -> None:
        self.place = place
        self.how = Notice()
        self.room = RoomView(place) if place.session.mode == "reseau" else None
        self.button = Action(label=t("drop-open"), main=True)
        self.button.on_press(self._open)
        steps = [
            t("step-numbered", number=rank, step=step) for rank, step in enumerate(steps_of(place.session, CODE), 1)
        ]
        self.door = stack()
        self.widget = beside([self.door], [Heading(3, t("people-do")), Paragraphs(lines=steps)])
        self.draw()

    def draw(self) -> None:
        """Say where things stand: a drop folder stays on the disk."""
        if self.room:
            self.room.draw()
            shown: tuple[Any, ...] = (self.room.widget,)
        elif drop_beside(self.place).is_dir():
            self.how.say("information", t("drop-is-open"), t("drop-is-open-text", folder=str(drop_beside(self.place))))
            shown = (self.how,)
        else:
            self.how.say("information", t("drop"), t("drop-text"))
            shown = (self.how, self.button)
        if self.door.children != shown:
            self.door.children = shown

    def _open(self) -> None:
        try:
            open_drop(self.place)
        except FrenchError as error:
            self.how.say("erreur", t("drop-refused"), str(error))
            return
        self.draw()


__all__ = ["OpeningView"]
