"""À emporter : le rapport pour le conseil, les conventions de prêt, les fichiers à rouvrir."""

from __future__ import annotations

from widgets.kit import FileOut, Heading, Paragraphs, Question, stack
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")
YAML, CSV = "application/yaml", "text/csv"
Made = tuple[str, str, bytes]


class TakeView:
    """A name, then one button per file; nothing is made before its button is pressed."""

    def __init__(self, state: PlanState) -> None:
        self.state = state
        self.school = Question(label=t("take-school"), help=t("take-school-help"), kind="short_text")
        self.buttons: dict[str, FileOut] = {}
        files = [self._button("needs", self._needs), self._button("loans", self._loans)]
        files.append(self._button("workshops", self._workshops))
        kept = [Heading(3, t("take-files")), Paragraphs(lines=[t("take-files-text")])]
        self.widget = stack([Paragraphs(lines=[t("take-intro")]), self.school, *kept, *files])

    def show(self) -> None:
        """Nothing is drawn: each file is made when it is asked for."""

    def _button(self, name: str, maker: object) -> FileOut:
        button = FileOut(label=t(f"take-{name}"))
        button.on_request(maker)  # type: ignore[arg-type]
        self.buttons[name] = button
        return button

    def _needs(self) -> Made:
        from liaison.support.needs_file import needs_csv

        name = "besoins_fictifs.csv" if self.state.fictitious else "besoins.csv"
        # A spreadsheet reads the accents when the file says that it is UTF-8.
        return name, CSV, needs_csv(self.state.needs).encode("utf-8-sig")

    def _loans(self) -> Made:
        from liaison.support.loans import loan_settings_yaml

        return "reglages_prets.yaml", YAML, loan_settings_yaml(self.state.loans).encode()

    def _workshops(self) -> Made:
        from liaison.support.workshops import workshop_settings_yaml

        return "reglages_ateliers.yaml", YAML, workshop_settings_yaml(self.state.workshops).encode()


__all__ = ["TakeView"]
