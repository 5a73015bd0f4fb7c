"""Une séance tenue à l'écran : rien n'est ouvert, on prépare ; une est ouverte, un pas à la fois."""

from __future__ import annotations

from pathlib import Path

from liaison.base.faults import FrenchError
from liaison.training.session.definition import SessionFolder, load_session
from widgets.hosts import host
from widgets.kit import Action, Draft, LabPath, Panels, Paragraphs, PathStep, SourceNote, StepMade, stack
from widgets.training_board import Board
from widgets.training_board.opening import Opening, suite_folder
from widgets.training_session.closing_view import ClosingView
from widgets.training_session.codes_view import CodesView
from widgets.training_session.desk_page import DeskPage
from widgets.training_session.erasing_view import ErasingView
from widgets.training_session.hand_ins_view import HandInsView
from widgets.training_session.opening_view import OpeningView
from widgets.training_session.preparation import Preparation
from widgets.training_session.words import t

DRAFT = "seance_ouverte"
CHOICE = ("which", "button", "choose", "choose-text")
BEGINNING, FOLLOWING = "codes", "suivre"


class SessionDesk:
    """The session of a trainer: `SessionDesk().widget`. Elsewhere than on the trainer's own machine, the board alone.

    The browser keeps the folder of the session that is open, for its tab alone, and the address says the step: a page
    that is loaded again comes back there, and two tabs hold two sessions; another, chosen or prepared, begins at its
    own step. No name of a participant is in either.
    """

    def __init__(self, suite: Path | None = None) -> None:
        if host() != "machine":
            self.widget = stack([Board().widget, SourceNote(text=t("board-alone"))])
            return
        self.suite = suite or suite_folder()
        self.place: SessionFolder | None = None
        self.path: LabPath | None = None
        self.draft = Draft(name=DRAFT, tab=True)
        self._of_a_person = False  # whether somebody chose what is shown, since the page was loaded
        self.another = Action(label=t("another"))
        self.body = stack()
        self.page = DeskPage(self.body)
        self.widget = stack([self.draft, self.page])
        self.another.on_press(self._another)
        self.draft.observe(lambda change: self._come_back(change["new"]), "found")
        self.opening = self._offer()
        if chosen := self.opening.obvious:
            self.open(chosen)

    # --- which session ----------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Show the sessions that there are, and how to prepare one."""
        self.place, self.draft.value = None, ""
        self.opening = self._offer()

    def _offer(self) -> Opening:
        opening = Opening(self.suite, words={key: t(f"open-{key}") for key in CHOICE})
        opening.on_open(self._opened)
        opening.notice.say()
        opening.button.main = False
        prepare = Action(label=t("prepare"), main=True)
        prepare.on_press(self.prepare)
        about = Paragraphs(lines=[t("what-it-is")])
        self.page.title = t("none-open")
        if opening.sessions:
            elsewhere = Panels([t("elsewhere")], [opening.path], open_index=-1)
            self.body.children = (about, opening.which, elsewhere, opening.notice, opening.button, prepare)
        else:
            elsewhere = Panels([t("elsewhere")], [stack([opening.path, opening.button])], open_index=-1)
            self.body.children = (about, prepare, elsewhere, opening.notice)
        return opening

    def _come_back(self, path: str) -> None:
        """Open the session that this tab held, unless somebody has begun; where it is gone, ask, and open no other."""
        folder = Path(path)
        if self._of_a_person or not folder.is_absolute() or (self.place and self.place.root == folder):
            return
        if self.place:
            self.choose()
        self.open(folder)

    def _opened(self, folder: Path) -> None:
        self._of_a_person = True
        self.page.take_another()
        self.open(folder)

    def _another(self) -> None:
        self._of_a_person = True
        self.choose()

    def prepare(self) -> None:
        """Show what a session needs."""
        self._of_a_person = True
        preparation = Preparation(self.suite)
        preparation.on_screen(self._entitle)
        preparation.on_made(self._made)
        preparation.on_leave(self.choose)
        self.body.children = (preparation.widget,)

    def _entitle(self, title: str) -> None:
        self.page.title = title

    def _made(self, place: SessionFolder, remarks: tuple[str, ...]) -> None:
        self.page.take_another()
        self._show(place, BEGINNING, remarks)

    # --- one session ------------------------------------------------------------------------------------------

    def open(self, folder: Path) -> None:
        """Show the steps of a session, or say why it cannot be opened."""
        try:
            place = load_session(folder)
        except FrenchError as error:
            self.opening.refuse(str(error))
            return
        self._show(place, FOLLOWING if any(place.submitted.glob("*")) else BEGINNING)

    def _show(self, place: SessionFolder, step: str, remarks: tuple[str, ...] = ()) -> None:
        self.place, self.draft.value = place, str(place.root.absolute())
        self.page.title = place.session.title
        codes = CodesView(place)
        if remarks:
            codes.say(remarks)
        opening, hand_ins = OpeningView(place), HandInsView(place)
        closing, erasing = ClosingView(place), ErasingView(place)
        steps = (
            PathStep(BEGINNING, t("step-codes"), lambda: StepMade(codes.widget, codes.draw)),
            PathStep("ouvrir", t("step-open"), lambda: StepMade(opening.widget, opening.draw)),
            PathStep(FOLLOWING, t("step-follow"), lambda: StepMade(Board(place.root, titled=False).widget)),
            PathStep("remises", t("step-hand-ins"), lambda: StepMade(hand_ins.widget, hand_ins.draw)),
            PathStep("clore", t("step-close"), lambda: StepMade(closing.widget, closing.draw)),
            PathStep("noms", t("step-names"), lambda: StepMade(erasing.widget, erasing.draw)),
        )
        self.path = LabPath(steps, current=step)
        self.body.children = (self.path, self.another)


__all__ = ["SessionDesk"]
