"""Ce que l'école dit aux familles de leurs données : la fiche à remplir, ce qu'elles liront, la fiche et la feuille."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from liaison.base.dates import numeric_date
from liaison.diagnostic.questionnaire.information import (
    FIELDS,
    FILE,
    INFORMATION,
    LONGEST,
    Information,
    information_text,
    missing_words,
    shown_to_families,
    still_true,
)
from liaison.diagnostic.questionnaire.paper import paper
from liaison.diagnostic.questionnaire.phrases import phrases, spoken
from widgets.diagnostic.words import t
from widgets.kit import FileIn, FileOut, Notice, Paragraphs, Question, SelectField, stack

if TYPE_CHECKING:
    from widgets.kit.file_out import Made


class Informing:
    """The record of the school, field by field, with what it makes families read; it is kept as a file."""

    def __init__(self) -> None:
        self.fields = {
            name: Question(label=t(f"inform-{name}"), help=t(f"inform-{name}-help"), kind="short_text")
            for name in FIELDS
        }
        self.opened = FileIn(label=t("inform-open"), help=t("inform-open-help"), accept=".yaml,.yml")
        self.opened.on_file(self._open)
        self.notice = Notice()
        self.read = Paragraphs()
        self.record = FileOut(label=t("inform-record"), help=t("inform-record-help"))
        self.record.on_request(self._record)
        named = [{"value": code, "label": language.name} for code, language in spoken().items()]
        self.language = SelectField(label=t("inform-language"), options=named)
        self.language.value = named[0]["value"]
        self.sheet = FileOut(label=t("inform-sheet"), help=t("inform-sheet-help"))
        self.sheet.on_request(self._sheet)
        for field in (*self.fields.values(), self.language):
            field.observe(lambda _change: self._show(), "value")
        given = [self.opened, *self.fields.values()]
        self.widget = stack([*given, self.notice, self.language, self.read, self.record, self.sheet])
        self._show()

    def information(self) -> Information:
        """Return the record as it stands; what cannot be read of a field is said under it, and left out."""
        fields: dict[str, Any] = {}
        for name, field in self.fields.items():
            try:
                read = Information.model_validate({name: field.value})
                fields[name] = getattr(still_true(read), name)
                field.error = "" if still_true(read) == read else t("inform-date-over")
            except ValueError:
                field.error = (
                    t("inform-date-refused") if name == "jusqu_au" else t("inform-long-refused", longest=LONGEST)
                )
        return Information(**fields)

    def summary(self) -> str:
        """Return, in short, how much of the record is filled in."""
        missing = len(self.information().missing)
        return t("inform-summary", missing=missing)

    def _show(self) -> None:
        for button in (self.record, self.sheet):
            button.forget()
        record = self.information()
        self.notice.kind = "attention" if record.missing else "information"
        self.notice.title = t("inform-part") if record.missing else t("inform-whole")
        self.notice.text = missing_words(record)
        data = shown_to_families(phrases(self.language.value or next(iter(spoken()))), record)
        self.read.lines = [data.title, *filter(None, (data.missing, *data.lines))]

    def _open(self, name: str, content: bytes) -> None:
        record = INFORMATION.parse(content, f"« {name} »")
        for field_name, field in self.fields.items():
            value = getattr(record, field_name)
            field.value = value if isinstance(value, str) else numeric_date(value)

    def _record(self) -> Made:

        return FILE, "application/yaml", information_text(self.information()).encode()

    def _sheet(self) -> Made:
        code = self.language.value or next(iter(spoken()))
        return f"questionnaire_{code}.pdf", "application/pdf", paper(code, "", self.information())
