"""Several files of answers as one report, as `liaison diagnose` reads them."""

from collections.abc import Sequence
from pathlib import Path

from liaison.diagnostic.questionnaire.questionnaire import Questionnaire
from liaison.diagnostic.reading.corrected import corrections_last, settled
from liaison.diagnostic.reading.mapping import Mapping
from liaison.diagnostic.reading.reading import ReadReport, read_chunks
from liaison.diagnostic.reading.reports import merged


def read_files(paths: Sequence[Path], questionnaire: Questionnaire) -> ReadReport:
    """A response already read in another file is refused, a correction takes the place of the line that it corrects."""
    known: dict[str, Mapping] = {}
    ordered = corrections_last(paths, questionnaire)
    parts = [part for path in ordered for part in read_chunks(path, questionnaire, None, known=known)]
    return merged(settled(parts), questionnaire)
