"""Le journal des remises : une ligne par chose reçue, ce qu'elle est devenue, et pourquoi."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Literal, get_args

from liaison.base.faults import why
from liaison.base.files import put_whole
from liaison.base.sentences import french_beside
from liaison.base.tables import CsvError, bare_cell, csv_bytes, csv_rows, sure_text
from liaison.training.session.definition import SessionError

phrase = french_beside(__file__)


# autre: a file of the drop folder that nobody took for a hand-in, and that was not read.
State = Literal["recue", "en_retard", "doublon", "refusee", "autre"]
STATES: tuple[State, ...] = get_args(State)
COLUMNS = ("recue_le", "code", "module", "fichier", "etat", "raison", "faite_le", "archive", "empreinte")


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
    for number, row in enumerate(rows, 1):
        cells = tuple(bare_cell(cell) for cell in row)
        if (number == 1 and cells == COLUMNS) or not any(row):
            continue
        if number == 1 or len(cells) != len(COLUMNS) or cells[4] not in get_args(State):
            raise SessionError(_spoiled(path, number))
        lines.append(JournalLine(*cells))  # type: ignore[arg-type]
    return tuple(lines)


def write_journal(path: Path, lines: Iterable[JournalLine]) -> None:
    """Write a journal, whole or not at all; nothing is touched when it would say the same."""
    content = csv_bytes(COLUMNS, (astuple(line) for line in lines))
    if path.is_file() and path.read_bytes() == content:
        return
    put_whole(path, content)


def instant(moment: dt.datetime) -> str:
    """Return an instant as the journal writes it, to the second."""
    return moment.isoformat(sep=" ", timespec="seconds")


def _spoiled(path: Path, number: int) -> str:
    return phrase("journal-abime", file=path.name, line=number)


__all__ = ["COLUMNS", "STATES", "JournalLine", "State", "instant", "read_journal", "state_words", "write_journal"]
