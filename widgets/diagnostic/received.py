"""Les fichiers reçus : lus ensemble, chaque réponse une fois, avec la correspondance que l'équipe a corrigée."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from widgets.diagnostic.state import DiagnosticState
from widgets.diagnostic.words import t

if TYPE_CHECKING:
    from liaison.diagnostic.answers import Answers
    from liaison.diagnostic.own.questionnaire import OwnQuestionnaire
    from liaison.diagnostic.questionnaire.questionnaire import Questionnaire
    from liaison.diagnostic.reading.answer_files import AnswerFile, AnswerReading
    from liaison.diagnostic.reading.mapping import Mapping
    from liaison.diagnostic.reading.more_answers import MoreAnswers
    from liaison.diagnostic.reading.reports import ReadReport
    from liaison.diagnostic.reading.words_decided import Decided

MAPPING_FILES = (".yaml", ".yml")


class Received:
    """The files of the school in the order they came, and one report of all that they hold.

    A mapping that the team corrects or opens from a file serves for every file that has none of its own. Answers that
    were typed from paper forms are one more source, `typed`.
    """

    def __init__(self, state: DiagnosticState) -> None:
        self.state = state
        self.files: dict[str, AnswerFile] = {}
        self._typed: Answers | None = None
        self.given: Mapping | None = None
        self.report: ReadReport | None = None
        self.before_results: Callable[[], object] = lambda: None  # what is being typed is counted first
        self._reading: AnswerReading | None = None  # of the files that were read so far, as this questionnaire asks

    @property
    def counted(self) -> dict[str, ReadReport]:
        """The report of each file, each family once."""
        return self._reading.counted if self._reading is not None else {}

    @property
    def typed(self) -> Answers | None:
        """The sheets typed here; none of them while the school asks its own questions, which they do not answer."""
        return self._typed if self.state.own is None else None

    def add(self, name: str, content: bytes) -> None:
        """Keep a file until `read`; a mapping file is understood at once.

        Raises:
            MappingError: a mapping file that cannot be used.
        """
        if name.lower().endswith(MAPPING_FILES):
            self._take_mapping(name, content)
            return
        from liaison.diagnostic.reading.answer_files import AnswerFile

        if name in self.files:  # its former answers must not make the new ones look already read
            self._unread()
        self.files[name] = AnswerFile(name, content)

    def add_code(self, text: str) -> tuple[str, str]:
        """Count the answers of a family from the code that it gave; return the code, and what is to be said of it.

        Raises:
            AnswersError: not a code of this questionnaire, or one that does not count, and why; in French.
        """
        from liaison.diagnostic.answers import AnswersError
        from liaison.diagnostic.reading.answer_code import answer_of, code_of, code_within, in_groups

        questionnaire = self.state.of_files
        written = code_within(text, questionnaire)
        code = in_groups(code_of(answer_of(written[0] if len(written) == 1 else text, questionnaire), questionnaire))
        if code in self.counted and len(self.counted[code].answers):
            raise AnswersError(t("codes-twice"))
        before = dict(self.files)
        # Given again after another version of it: as if it came now.
        if self.files.pop(code, None):
            self._unread()
        # As a file of its own: it is counted once with the others, and the others are not read again.
        self.add(code, code.encode("ascii"))
        self.read()
        reason = _without_lines(" ".join(each.reason for each in self.counted[code].flagged))
        if len(self.counted[code].answers):
            return code, reason
        self.files = before
        self._unread()
        self.read()
        raise AnswersError(t("codes-not-counted", reason=reason))

    def _take_mapping(self, name: str, content: bytes) -> None:
        from liaison.diagnostic.reading.mapping import MAPPING, check_mapping
        from liaison.diagnostic.reading.wording import lexicon

        mapping = MAPPING.parse(content, f"« {name} »")
        check_mapping(mapping, lexicon(self.state.of_files))
        self._give(mapping)

    def _give(self, mapping: Mapping | None) -> None:
        self.given = mapping
        for file in self.files.values():
            file.mapping = None
        self._unread()

    def forget(self) -> None:
        """Forget every file and what was typed."""
        self.files, self._typed = {}, None
        self.ask(None)

    def ask(self, questionnaire: Questionnaire | None, mapping: Mapping | None = None) -> None:
        """Read every file as answers to this questionnaire; None: to that of the suite."""
        self.state.own = questionnaire
        self._give(mapping)
        self.read()

    def adopt(self, name: str, content: bytes, own: OwnQuestionnaire) -> None:
        """Take what an export asks as the questionnaire of this diagnosis, and read it with the others."""
        from liaison.diagnostic.reading.answer_files import AnswerFile

        self.files[name] = AnswerFile(name, content)
        self.ask(own.questionnaire, own.mapping)

    def correct(self, name: str, mapping: Mapping) -> None:
        """Read again with the mapping that the team corrected for a file."""
        self.files[name].mapping = mapping
        self.given = mapping
        self._unread()
        self.read()

    def decide(self, decided: Decided) -> None:
        """Read again every file, now that the team says what some words mean."""
        from liaison.diagnostic.reading.wording import lexicon
        from liaison.diagnostic.reading.words_decided import with_words

        words = lexicon(self.state.of_files)
        for file in self.files.values():
            mapping = file.report.mapping if file.report is not None else None
            if mapping is not None:
                file.mapping = with_words(mapping, decided, words)
        self._unread()
        self.read()

    def add_answers(self, more: MoreAnswers) -> None:
        """Read again every file, with these answers added to the questionnaire of the school."""
        self.state.own = more.questionnaire
        self.decide(more.decided)

    def answer_guesses(self, *, right: bool) -> None:
        """Read again every file of which something is only guessed: as it is, now said to be right, or without it."""
        from liaison.diagnostic.reading.guesses import confirmed, without_guesses

        for file in self.files.values():
            mapping = file.report.mapping if file.report is not None and file.report.guesses else None
            if mapping is not None:
                file.mapping = self.given = confirmed(mapping) if right else without_guesses(mapping)
        self._unread()
        self.read()

    def type_in(self, answers: Answers | None) -> None:
        """Put the answers typed from paper forms in the place of the former ones."""
        self._typed = answers
        self.read()

    def _unread(self) -> None:
        """Read everything anew next time, as the questionnaire asks then."""
        self._reading = None
        for file in self.files.values():
            file.report = None

    def read(self) -> None:
        """Read what has not been, and put all answers in the state."""
        from liaison.diagnostic.reading.answer_files import AnswerReading

        self._reading = self._reading or AnswerReading(self.state.of_files, self.given)
        self.report = self._reading.read(self.files.values())
        self.state.take(self._joined())

    def _joined(self) -> Answers | None:
        from liaison.diagnostic.answers import joined

        parts = [self.report.answers] if self.report is not None else []
        parts += [self.typed] if self.typed is not None else []
        return joined(parts, self.state.of_files) if parts else None


def _without_lines(reason: str) -> str:
    """Return what is said of codes without their line: each is a file for us alone, where nothing is written."""
    reason = reason.replace(t("codes-to-write-there"), t("codes-to-give-again"))
    return re.sub(r"((?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}), ligne 1\b", r"\1", reason)
