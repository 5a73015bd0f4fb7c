"""Ce que la commande affiche et écrit : étapes, tableaux, JSON, dossiers posés d'un seul coup."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from app.interruptions import uninterrupted
from liaison.base.faults import disk_is_full, why
from liaison.base.files import no_folder_for_nothing, put_in_place
from liaison.base.typography import typeset


class InputError(ValueError):
    """What the command refuses, in one French sentence that says what to do."""


def say(text: str = "") -> None:
    """Print one line of the answer."""
    print(typeset(text))


def print_json(value: Any) -> None:
    """Print the answer for a machine."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    print()


def print_table(columns: list[str], rows: list[tuple[Any, ...]], title: str = "") -> None:
    """Print a table as wide as the terminal, or tab-separated when nobody looks at it."""
    if not sys.stdout.isatty():
        say("\t".join(columns))
        for row in rows:
            say("\t".join(map(str, row)))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(*(typeset(column) for column in columns), title=typeset(title) or None)
    for row in rows:
        table.add_row(*(typeset(str(cell)) for cell in row))
    Console().print(table)


FILES_A_LINE = 500


class Steps:
    """Progress on the error stream: a bar in a terminal, one line per step elsewhere."""

    def __init__(self, count: int) -> None:
        self._count, self._done = count, 0
        self._progress: Any = None
        self._name = ""

    def __enter__(self) -> Steps:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

            columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
            self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
            self._progress.start()
            self._task = self._progress.add_task("", total=self._count)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress is not None:
            self._progress.stop()

    def step(self, name: str) -> None:
        """Say what begins; what was under way is done."""
        self._done += 1
        self._name = name
        if self._progress is not None:
            self._progress.update(self._task, description=typeset(name), completed=self._done - 1)
        else:
            print(typeset(f"[{self._done}/{self._count}] {name}"), file=sys.stderr, flush=True)

    def part(self, done: int, count: int) -> None:
        """Say how far the step under way is; elsewhere than in a terminal, now and then."""
        if self._progress is not None:
            shown = typeset(f"{self._name} : {done} sur {count}")
            self._progress.update(self._task, description=shown, completed=self._done - 1 + done / max(count, 1))
        elif done and not done % FILES_A_LINE:
            print(typeset(f"    {done} sur {count}"), file=sys.stderr, flush=True)


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """Give a folder to write in, and put its files in `target` when all are there.

    An error or an interruption leaves `target` as it was. A folder that exists keeps its other files.

    Raises:
        InputError: the folder cannot be made.
    """
    with no_folder_for_nothing(target):
        yield from _filled_then_put(target)


def _filled_then_put(target: Path) -> Iterator[Path]:
    try:
        if target.exists() and not target.is_dir():
            raise InputError(f"« {target} » est un fichier, pas un dossier. Donner un autre nom à --out.")
        if target.exists():  # can it be written in? better known before the computing than after
            tempfile.TemporaryFile(dir=target).close()
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as error:
        raise InputError(
            f"Le dossier « {target} » ne peut pas être écrit ({why(error)}). Rien n'a été écrit : donner à --out "
            "un dossier où l'on peut écrire."
        ) from error
    try:
        yield fresh
        with uninterrupted():
            _put(fresh, target)
    except Exception as error:
        if named := _named_as_asked(error, fresh, target):
            raise named from error
        raise
    finally:
        with uninterrupted():
            shutil.rmtree(fresh, ignore_errors=True)


def _named_as_asked(error: Exception, fresh: Path, target: Path) -> InputError | None:
    """Return an error that names what the person asked for: the folder written in meanwhile is gone; None otherwise."""
    if disk_is_full(error):
        return InputError(
            f"Le disque est plein : « {target} » n'a pas pu être écrit, rien n'y est changé. Libérer de la place, "
            "puis relancer."
        )
    if not isinstance(error, OSError) or not isinstance(error.filename, str):
        return None
    written = Path(error.filename)
    if not written.is_relative_to(fresh):
        return None
    meant = target / written.relative_to(fresh)
    return InputError(f"« {meant} » ne peut pas être écrit : {why(error)}. Rien n'a été écrit.")


def _as_made_by_mkdir() -> int:
    """Return the rights of a new folder: those of a temporary one are its owner's alone, whatever was asked for."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o777 & ~mask


def _put(fresh: Path, target: Path) -> None:
    if not target.exists():
        fresh.chmod(_as_made_by_mkdir())
        fresh.rename(target)
        return
    aside = fresh / ".avant"
    aside.mkdir()
    names = sorted(path.name for path in fresh.iterdir() if path != aside)
    try:
        put_in_place([(fresh / name, target / name) for name in names], aside)
    except OSError as error:
        raise InputError(
            f"Les fichiers n'ont pas pu être posés dans « {target} » ({why(error)}) : l'un d'eux est peut-être "
            "ouvert dans un autre programme. Ceux d'avant sont restés. Fermer ce programme, puis relancer."
        ) from error
