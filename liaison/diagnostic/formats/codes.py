"""Un texte de codes, un par ligne : ce qu'un lecteur de codes écrit, ou ce qu'une personne a recopié."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from liaison.diagnostic.answer_code import answer_of
from liaison.diagnostic.answers import AnswersError, row_of
from liaison.diagnostic.formats.source import Line, Opened
from liaison.diagnostic.formats.suite import header, line_of
from liaison.diagnostic.questionnaire import Questionnaire


def is_codes(start: bytes, questionnaire: Questionnaire) -> bool:
    """Return whether one of the first lines of a file is a whole code of this questionnaire."""
    return any(_is_code(line, questionnaire) for line in _text(start).splitlines())


def open_codes(source: Path | bytes, name: str, questionnaire: Questionnaire) -> Opened:
    """Return the answers of a file of codes as lines under the header of the suite's CSV."""
    raw = source if isinstance(source, bytes) else source.read_bytes()
    return Opened(name, _lines(_text(raw), questionnaire))


def _lines(text: str, questionnaire: Questionnaire) -> Iterator[Line]:
    yield Line(0, header(questionnaire))
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            answer = answer_of(line, questionnaire)
            yield line_of(number, answer, row_of(answer, questionnaire), questionnaire)
        except AnswersError as error:
            yield Line(number, fault=str(error).rstrip("."))


def _is_code(line: str, questionnaire: Questionnaire) -> bool:
    try:
        answer_of(line, questionnaire)
    except AnswersError:
        return False
    return True


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


__all__ = ["is_codes", "open_codes"]
