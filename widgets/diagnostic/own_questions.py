"""Le questionnaire d'une école, fait de son propre export : ce qui se compte, ce qui est laissé, deux fichiers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from liaison.base.typography import typeset
from liaison.base.words import upper_first
from widgets.diagnostic.received import MAPPING_FILES, Received
from widgets.diagnostic.start import ENDINGS
from widgets.diagnostic.state import FICTITIOUS, FILES, DiagnosticState
from widgets.diagnostic.words import cut, question_words, t
from widgets.kit import Action, CheckField, DataTable, FileIn, FileOut, Notice, Paragraphs, stack

if TYPE_CHECKING:
    from liaison.diagnostic.own.making import ExportedQuestion
    from liaison.diagnostic.own.questionnaire import OwnQuestionnaire
    from liaison.diagnostic.reading.mapping import MappedColumn
    from widgets.kit.file_out import Made

LONGEST = 90
YAML = "application/yaml"


class OwnQuestions:
    """An export is opened, shown as questions and columns left out, and taken as the questionnaire, or not."""

    def __init__(self, state: DiagnosticState, received: Received) -> None:
        self.state, self.received = state, received
        self.made: OwnQuestionnaire | None = None
        self.name, self.content = "", b""
        self.intro = Paragraphs()
        self.open = FileIn(real=True, label=t("own-open"), help=t("own-open-help"), accept=ENDINGS, max_mb=64)
        self.open.on_file(self._open)
        self.recognized = DataTable(
            columns=[{"id": name, "label": t(f"own-{name}")} for name in ("question", "kind", "answers")],
            plain=True,
            cards=True,
        )
        self.left = DataTable(
            caption=t("own-left"),
            columns=[{"id": name, "label": t(f"own-{name}")} for name in ("column", "why")],
            plain=True,
            cards=True,
        )
        self.alone = Paragraphs()
        # What is published is read whole: no title and no answer is cut here.
        self.read = CheckField(label=t("own-read"))
        self.refused = Notice(kind="erreur")
        self.take = Action(label=t("own-take"), main=True)
        self.take.on_press(self._take)
        helps = {"questions": t("own-keep-questions-help"), "mapping": ""}
        self.keep = {name: FileOut(label=t(f"own-keep-{name}"), help=help_) for name, help_ in helps.items()}
        for button, file in zip(self.keep.values(), ("questionnaire.yaml", "correspondance.yaml"), strict=True):
            button.on_request(partial(self._file, file))
        self.back = Action(label=t("own-back"))
        self.back.on_press(lambda: self.received.ask(None))
        self.widget = stack()
        state.observe(lambda _change: self._show(), ["source", "opened"])
        self._show()

    def summary(self) -> str:
        """Return, in short, which questionnaire files are read with."""
        own = self.state.own if self.state.source == FILES else None
        return t("own-summary", count=len(own.items)) if own else t("own-summary-suite")

    def _show(self) -> None:
        if self.state.source == FICTITIOUS:
            self.intro.lines = [t("own-fictitious")]
            self.widget.children = (self.intro,)
            return
        own = self.state.own
        self.intro.lines = [t("own-taken", name=own.id, count=len(own.items)) if own else t("own-suite")]
        taken = self.made is not None and own == self.made.questionnaire
        alone = (self.alone,) if self.alone.lines and (self.made or own) else ()
        tables = (self.recognized, *alone, *([self.left] if self.left.rows else [])) if self.made else alone
        counts = self.made is not None and bool(self.made.questionnaire.items)
        asks = (self.read, *([self.refused] if self.refused.title else []), self.take) if counts and not taken else ()
        proposed = (*asks, *self.keep.values()) if self.made else ()
        self.widget.children = (self.intro, self.open, *tables, *proposed, *([self.back] if own else []))

    def _open(self, name: str, content: bytes) -> None:
        from liaison.diagnostic.own.held import held_words
        from liaison.diagnostic.own.questionnaire import kept_questionnaire, own_questionnaire
        from liaison.diagnostic.own.words import alike_words, alone_words, guessed_words, number_words, written_words

        if name.lower().endswith(MAPPING_FILES):
            questionnaire = kept_questionnaire(name, content)
            self.made = None
            self.alone.lines = [*map(typeset, held_words(questionnaire.held))]
            self.received.ask(questionnaire)
            return
        self.made = own_questionnaire(name, content, name.rpartition(".")[0] or name)
        self.read.value, self.refused.title = False, ""
        self.name, self.content = name, content
        for button in self.keep.values():
            button.forget()
        groups = [each for each in self.made.mapping.colonnes if each.cible in self.made.questionnaire.context]
        self.recognized.caption = t("own-found", name=name)
        self.recognized.rows = [
            *(_question(each) for each in self.made.counted),
            *(_group(each) for each in groups),
        ]
        alone = alone_words(self.made)
        self.alone.lines = [
            *([t("own-alone", boxes=" ".join(alone))] if alone else []),
            *map(typeset, (*alike_words(self.made), *guessed_words(self.made), *number_words(self.made))),
            *map(typeset, written_words(self.made)),
            *map(typeset, held_words(self.made.questionnaire.held)),
        ]
        self.left.rows = [
            {"column": cut(column, LONGEST), "why": upper_first(why)} for column, why in self.made.left.items()
        ]
        self._show()

    def _take(self) -> None:
        assert self.made is not None
        self.refused.title = "" if self.read.value else t("own-read-needed")
        if not self.read.value:
            self._show()
            return
        self.made = self.made.read_again()
        self.received.adopt(self.name, self.content, self.made)

    def _file(self, file: str) -> Made:
        assert self.made is not None
        made = self.made.read_again() if self.read.value else self.made
        return file, YAML, made.texts()[file].encode()


def _group(each: MappedColumn) -> dict[str, str]:
    words = " · ".join(each.valeurs)
    return {"question": each.source, "kind": t("own-kind-context"), "answers": words or question_words(each.cible)}


def _question(each: ExportedQuestion) -> dict[str, str]:
    answers = " · ".join(each.item.words[value] for value in each.item.values)
    rows = " · ".join(each.item.words[row] for row in each.item.rows)
    title = each.item.title
    return {
        "question": t("own-columns", title=title, count=len(each.columns)) if len(each.columns) > 1 else title,
        "kind": t(f"own-kind-{each.item.kind}"),
        "answers": t("own-grid", rows=rows, answers=answers) if rows else answers,
    }


__all__ = ["OwnQuestions"]
