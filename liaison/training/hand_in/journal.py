"""Le journal des remises : une ligne par chose reçue, ce qu'elle est devenue, et pourquoi."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace
from pathlib import Path

from liaison.base.faults import why
from liaison.base.files import put_whole
from liaison.base.sentences import french_beside
from liaison.base.tables import CsvError, bare_cell, csv_bytes, csv_rows, sure_text
from liaison.training.hand_in.former_journal import weight_said
from liaison.training.hand_in.line_words import STATES, WEIGHTS, State, Weight
from liaison.training.session.definition import SessionError

phrase = french_beside(__file__)


FORMER_COLUMNS = ("recue_le", "code", "module", "fichier", "etat", "raison", "faite_le", "archive", "empreinte")
COLUMNS = (*FORMER_COLUMNS, "compte")
_WEIGHT_CELLS = {(), *((weight,) for weight in WEIGHTS)}  # a former journal has no such column


@dataclass(frozen=True)
class JournalLine:
    """One thing that was received: when, whose, what of it, from which file, and what it became.

    `module` is empty when the file itself was refused, « equipe/politique.yaml » for the file of a team. `archive` is
    its name under remises/, empty when it was not kept. `digest` is the SHA-256 of the file received.
    """

    received_at: str
    code: str
    module: str
    source: str
    state: State
    reason: str = ""
    made_at: str = ""
    archive: str = ""
    digest: str = ""
    weight: Weight = "non"

    @property
    def counts(self) -> bool:
        """Whether it is the work of that person that counts."""
        return self.weight in ("oui", "rien")

    @property
    def is_kept(self) -> bool:
        """Whether what it holds is kept as the work of that person: it counts, or says on time what does."""
        return self.counts or self.weight == "pareil"

    @property
    def says_less(self) -> bool:
        """Whether that person handed in less than before, here or in what counts instead."""
        return self.weight == "moins"

    @property
    def says_nothing(self) -> bool:
        """Whether it counts, and nothing can be marked in it."""
        return self.weight == "rien"


def state_words(state: State) -> str:
    """Return what a file became, as its trainer reads it."""
    return phrase(f"etat-{state}")


def read_journal(path: Path) -> tuple[JournalLine, ...]:
    """Return the lines of a journal, none when there is no journal yet.

    Raises:
        SessionError: it cannot be opened, or it was changed by hand and is no longer a journal; what to do.
    """
    try:
        rows = csv_rows(sure_text(path.read_bytes()))
    except FileNotFoundError:
        return ()
    except UnicodeError as error:
        raise SessionError(_spoiled(path, 1)) from error
    except OSError as error:
        raise SessionError(phrase("journal-ferme", file=path.name, reason=why(error))) from error
    except CsvError as error:
        raise SessionError(_spoiled(path, error.row)) from error
    lines = []
    columns: tuple[str, ...] = ()
    for number, row in enumerate(rows, 1):
        cells = tuple(bare_cell(cell) for cell in row)
        if number == 1 and cells in (COLUMNS, FORMER_COLUMNS):
            columns = cells
            continue
        if not any(row):
            continue
        if not columns or len(cells) != len(columns) or cells[4] not in STATES or cells[9:] not in _WEIGHT_CELLS:
            raise SessionError(_spoiled(path, number))
        line = JournalLine(*cells)  # type: ignore[arg-type]
        lines.append(line if cells[9:] else replace(line, weight=weight_said(line.state, line.reason)))
    return tuple(lines)


def write_journal(path: Path, lines: Iterable[JournalLine]) -> None:
    """Write a journal, whole or not at all; nothing is touched when it would say the same."""
    content = csv_bytes(COLUMNS, (astuple(line) for line in lines), kind="remises-d-une-seance")
    if path.is_file() and path.read_bytes() == content:
        return
    put_whole(path, content)


def instant(moment: dt.datetime) -> str:
    """Return an instant as the journal writes it, to the second."""
    return moment.isoformat(sep=" ", timespec="seconds")


def _spoiled(path: Path, number: int) -> str:
    return phrase("journal-abime", file=path.name, line=number)


__all__ = ["COLUMNS", "JournalLine", "instant", "read_journal", "state_words", "write_journal"]
