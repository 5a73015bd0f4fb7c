"""Le diagnostic à l'écran : lui donner des fichiers et des codes comme la page, en ouvrir un groupe."""

from typing import Any

import pandas as pd
from page_side import choose

from liaison.diagnostic.answers import Answers, answers_from_columns
from liaison.diagnostic.fictitious import collected
from widgets.diagnostic import Diagnostic, DiagnosticState

HIDDEN = "caché"


def give(diagnostic: Diagnostic, *files: tuple[str, bytes]) -> None:
    """Open files as the page does: all those chosen together in one message."""
    choose(diagnostic.start.files, *files)


def online(count: int, after: int = 0) -> Answers:
    """Return the first answers of the fictitious school, asked online; `after` those of another file."""
    found = collected(DiagnosticState().fiction().families, "en_ligne", 7)
    columns = {
        str(name): [None if pd.isna(cell) else cell for cell in found.table[name][after : after + count]]
        for name in found.table
    }
    return answers_from_columns(columns, found.questionnaire)


def open_group(diagnostic: Diagnostic, name: str) -> Any:
    diagnostic.results.open(name)
    return diagnostic.results.views[name]


def counts(cells: Any) -> list[int]:
    return [-1 if cell is None or pd.isna(cell) else int(cell) for cell in cells]
