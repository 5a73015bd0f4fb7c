"""Several files of answers as one report, as `liaison diagnose` reads them."""

from collections.abc import Sequence
from pathlib import Path

from liaison.diagnostic.questionnaire.questionnaire import Questionnaire
from liaison.diagnostic.reading.answer_files import AnswerFile, AnswerReading
from liaison.diagnostic.reading.reports import ReadReport


def read_files(paths: Sequence[Path], questionnaire: Questionnaire) -> ReadReport:
    """A response already read in another file is refused, a correction takes the place of the line that it corrects."""
    report = AnswerReading(questionnaire).read([AnswerFile(path.name, path) for path in paths])
    assert report is not None
    return report
