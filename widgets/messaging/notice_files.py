"""La notice aux parents à emporter : dans quelles langues, puis le fichier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from liaison.base.languages import EVERY, FRENCH
from liaison.messaging.papers.notice_languages import chosen_languages, spoken, stem_of
from widgets.kit import Panels, Question, document_file, formats_out, paper_out, stack
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.documents import Document, Ending
    from widgets.kit.file_out import Made

t = texts("messaging")


class NoticeFiles:
    """Behind a fold: the languages of the notice, one page each, then its formats.

    `make`: the notice in some languages.
    """

    def __init__(self, make: Callable[[Sequence[str]], Document]) -> None:
        self._make = make
        unread = [language for language in spoken().values() if not language.reviewed]
        names = {EVERY: t("notice-every"), **{code: language.name for code, language in spoken().items()}}
        self.languages = Question(
            label=t("notice-languages"),
            help=t("notice-languages-help", unread=len(unread)),
            kind="checkbox",
            options=[{"value": code, "label": name} for code, name in names.items()],
            value=[FRENCH],
        )
        self.buttons = formats_out(t("notice-paper"), self._file)
        self.languages.observe(lambda _change: self.forget(), "value")
        inside = stack([self.languages, paper_out(self.buttons.values())])
        self.widget = Panels([t("notice-title")], [inside], open_index=-1)

    def forget(self) -> None:
        """Say nothing more of the last file: what it was made of has changed."""
        for button in self.buttons.values():
            button.forget()

    def _file(self, ending: Ending) -> Made:
        codes = chosen_languages(self.languages.value)
        return document_file(stem_of(codes), ending, self._make(codes))


__all__ = ["NoticeFiles"]
