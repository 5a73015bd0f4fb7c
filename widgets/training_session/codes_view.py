"""Les codes : une feuille à imprimer et à découper, celle de la commande ; à l'écran, seulement à la demande."""

from __future__ import annotations

from liaison.base.closed import closed_to_others
from liaison.base.guarded import NotTakenError, taken
from liaison.training.closing.attendance import write_attendance
from liaison.training.session.code_sheet import CODES_SHEET
from liaison.training.session.definition import SessionError, SessionFolder
from widgets.kit import Action, DataTable, FileOut, Notice, SourceNote, beside, file_named, stack
from widgets.kit.file_out import Made
from widgets.training_session.words import t

LARGEST_SHEET = 64_000_000  # octets : deux mille bandes en font vingt fois moins


class CodesView:
    """The sheet of a session to take away, and its codes on screen once they are asked for; never a name."""

    def __init__(self, place: SessionFolder) -> None:
        self.place = place
        self.remarks = Notice(kind="attention")
        self.sheet = FileOut(label=t("codes-sheet"))
        self.sheet.on_request(self._sheet)
        self.attendance = FileOut(label=t("attendance-sheet"))
        self.attendance.on_request(self._attendance)
        self.where, self.naming = SourceNote(), SourceNote(text=t("codes-named"))
        self.button = Action(label=t("codes-show"))
        self.table = DataTable(
            caption=t("codes-caption"), columns=[{"id": "code", "label": t("codes-code")}], plain=True
        )
        self.button.on_press(self._toggle)
        self.private = Notice(kind="attention", title=t("codes-private"), text=t("codes-private-text"))
        self.sheets, self.codes = stack(), stack()
        self.widget = beside([self.sheets], [self.codes])
        self.draw()

    def say(self, remarks: tuple[str, ...]) -> None:
        """Say what is to be known of the list that was read."""
        self.remarks.say("attention", t("remarks"), "\n".join(remarks))

    def draw(self) -> None:
        """Hide the codes again: whoever comes back may be in front of a room; and each name, once they are erased."""
        self._forget_erased()
        if self.table.rows:
            self._toggle()
        else:
            self._lay_out()

    def _forget_erased(self) -> None:
        """Say no name any more once they are erased, be it from another tab."""
        self.where.text = t("codes-where", path=str(self.place.documents / CODES_SHEET))
        if not self.place.participants_file.exists():
            self.remarks.say()

    def _sheet(self) -> Made:
        self._forget_erased()
        try:
            return file_named(CODES_SHEET, taken(self.place.documents, CODES_SHEET, largest=LARGEST_SHEET))
        except (OSError, NotTakenError) as error:
            raise SessionError(t("codes-gone", path=str(self.place.documents / CODES_SHEET))) from error

    def _attendance(self) -> Made:
        """Write the sheet to sign in the session, as the command does, and give its first file."""
        self._forget_erased()
        try:
            with closed_to_others():
                written = write_attendance(self.place).written[0]
            return file_named(written.name, taken(written.parent, written.name, largest=LARGEST_SHEET))
        except (OSError, NotTakenError) as error:
            raise SessionError(t("attendance-refused", folder=str(self.place.documents))) from error

    def _toggle(self) -> None:
        self._forget_erased()
        shown = bool(self.table.rows)
        self.table.rows = [] if shown else [{"code": code} for code in self.place.session.participants]
        self.button.label = t("codes-show" if shown else "codes-hide")
        self._lay_out()

    def _lay_out(self) -> None:
        codes = (self.private, self.table) if self.table.rows else ()
        naming = (self.naming,) if self.place.participants_file.exists() else ()
        self.sheets.children = (self.remarks, self.sheet, self.where, self.attendance, *naming)
        self.codes.children = (self.button, *codes)


__all__ = ["CodesView"]
