"""Plusieurs fichiers de réponses lus ensemble : la commande et les écrans passent tous par ici.

Each family is counted once, a correction takes the place of the line that it corrects, a word of several families is
read as an answer would be, and no question that is not read often enough is published.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from liaison.diagnostic.questionnaire.questionnaire import Questionnaire
from liaison.diagnostic.reading.cells import Listed
from liaison.diagnostic.reading.corrected import is_correction
from liaison.diagnostic.reading.free_words import settled_twice
from liaison.diagnostic.reading.mapping import Mapping
from liaison.diagnostic.reading.often_unread import without_often_unread
from liaison.diagnostic.reading.reading import read_chunks
from liaison.diagnostic.reading.reports import ReadReport, merged
from liaison.diagnostic.reading.words_decided import Decided

ROWS_AT_ONCE = 20_000


@dataclass
class AnswerFile:
    """A file of answers: where it is or what it holds, and the mapping given for it alone.

    `report`: what was read of it, once it was. `corrects`: whether it corrects lines of others, once that is known.
    """

    name: str
    content: Path | bytes
    mapping: Mapping | None = None
    report: ReadReport | None = None
    corrects: bool | None = None


# What passes on the blocks of a file, and may say how far the reading is, or give up.
Watched = Callable[[AnswerFile, Iterator[ReadReport]], Iterator[ReadReport]]


def _unwatched(_file: AnswerFile, blocks: Iterator[ReadReport]) -> Iterator[ReadReport]:
    return blocks


class AnswerReading:
    """The reading of files that come one after the other: what was read is not read again, until `forget`.

    `counted`: the report of each file, by its name, in the order in which they were read: each family once, corrections
    in their place. `mapping`: that of the files that have none of their own. `decided`: what words mean, on top of the
    mapping of each file. `guess`: whether what is only guessed is read, until a person says that it is right.
    """

    def __init__(
        self,
        questionnaire: Questionnaire,
        mapping: Mapping | None = None,
        *,
        decided: Decided | None = None,
        guess: bool = True,
    ):
        self.questionnaire, self._mapping, self._decided, self._guess = questionnaire, mapping, decided, guess
        self.counted: dict[str, ReadReport] = {}
        self._known: dict[str, Mapping] = {}
        self._listed: Listed = frozenset()

    def read(self, files: Collection[AnswerFile], watched: Watched = _unwatched) -> ReadReport | None:
        """Return what becomes of every line of every file, once those that were not are read; None without any file.

        Raises:
            MappingError: the mapping of a file does not fit the questionnaire.
        """
        if len(files) > 1:  # corrections are read as the file that they correct: after it
            files = sorted(files, key=self._is_correction)

        def reports(listed: Listed) -> list[ReadReport]:
            if listed:  # some were read as free words, and are of several families
                listed |= self._listed
                self.forget(files)
                self._listed = listed
            return [self._read(file, _unwatched if listed else watched) for file in files]

        self.counted = dict(zip((file.name for file in files), settled_twice(reports), strict=True))
        parts = list(self.counted.values())
        return without_often_unread(merged(parts, self.questionnaire)) if parts else None

    def forget(self, files: Collection[AnswerFile]) -> None:
        """Read these files anew next time: the first file that gives an answer is the one that keeps it."""
        self._known, self._listed = {}, frozenset()
        for file in files:
            file.report = None

    def _is_correction(self, file: AnswerFile) -> bool:
        if file.corrects is None:
            file.corrects = is_correction(file.content, file.name, self.questionnaire)
        return file.corrects

    def _read(self, file: AnswerFile, watched: Watched) -> ReadReport:
        if file.report is not None:
            return file.report
        blocks = read_chunks(
            file.content,
            self.questionnaire,
            file.mapping or self._mapping,
            name=file.name,
            rows=ROWS_AT_ONCE,
            known=self._known,
            decided=self._decided,
            guess=self._guess,
            listed=self._listed,
        )
        parts = list(watched(file, blocks))
        # One part most often, and three hundred files of one family each: nothing is merged for nothing.
        file.report = parts[0] if len(parts) == 1 else merged(parts, self.questionnaire)
        return file.report


__all__ = ["ROWS_AT_ONCE", "AnswerFile", "AnswerReading", "Watched"]
