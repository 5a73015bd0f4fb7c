"""Ce que la commande affiche et écrit : étapes, tableaux, JSON, dossiers posés d'un seul coup."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from types import TracebackType
from typing import Any

from liaison.base import files
from liaison.base.closed import way_to
from liaison.base.faults import disk_is_full, why
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset

phrase = french_beside(__file__)


# What may be typed after the command that runs: no sentence offers anything else.
RUNNING: ContextVar[frozenset[str]] = ContextVar("RUNNING", default=frozenset())


class InputError(ValueError):
    """What the command refuses, in one French sentence that says what to do."""


def say(text: str = "") -> None:
    """Print one line of the answer."""
    print(typeset(text))


def say_written(folder: Path, names: Iterable[str]) -> None:
    """Say which files are written, and where."""
    say(phrase("ecrits", folder=folder, names=", ".join(names)))


def check_site(folder: Path) -> None:
    """Check that a site can be written in this place.

    Raises:
        InputError: it is a file.
    """
    if folder.exists() and not folder.is_dir():
        raise InputError(phrase("site-pas-un-dossier", folder=folder))


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
OUT = "--out"


class Steps:
    """Progress on the error stream: a bar in a terminal, one line per step elsewhere."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.begun = 0
        self.under_way = (0, 0)  # how much is done of the step that began last, of how much
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
        self.begun += 1
        self.under_way = (0, 0)
        self._name = name
        if self._progress is not None:
            self._progress.update(self._task, description=typeset(name), completed=self.begun - 1)
        else:
            print(typeset(f"[{self.begun}/{self._count}] {name}"), file=sys.stderr, flush=True)

    def part(self, done: int, count: int, file: str = "") -> None:
        """Say how far the step under way is; elsewhere than in a terminal, now and then. A `file` takes long."""
        self.under_way = (done, count)
        if self._progress is not None:
            shown = phrase("etape-avance", name=self._name, done=done, count=count)
            shown = typeset(phrase("etape-sur-un-fichier", progress=shown, file=file) if file else shown)
            self._progress.update(self._task, description=shown, completed=self.begun - 1 + done / max(count, 1))
        elif file:
            print(
                typeset(phrase("avance-sur-un-fichier", done=done, count=count, file=file)), file=sys.stderr, flush=True
            )
        elif done and not done % FILES_A_LINE:
            print(typeset(phrase("avance", done=done, count=count)), file=sys.stderr, flush=True)


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """Give a folder to write in, and put its files in `target` when all are there.

    An error or an interruption leaves `target` as it was. A folder that exists keeps its other files.

    Raises:
        InputError: the folder cannot be made.
    """
    if target.exists() and not target.is_dir():
        raise InputError(phrase("pas-un-dossier", target=target, todo=_elsewhere("autre-nom", "renommer")))
    fresh, filled = None, False
    try:
        if target.exists():  # can it be written in? better known before the computing than after
            tempfile.TemporaryFile(dir=target).close()
        with way_to(target.parent), files.whole_folder(target) as fresh:
            yield fresh
            filled = True
    except Exception as error:
        if named := _named_as_asked(error, fresh, target, filled):
            raise named from error
        raise


def _elsewhere(chosen: str, given: str) -> str:
    """Return what to do about a folder: another may be chosen, or the command has no option that says where."""
    return phrase(chosen if OUT in RUNNING.get() else given)


def _named_as_asked(error: Exception, fresh: Path | None, target: Path, filled: bool) -> InputError | None:
    """Return an error that names what the person asked for: the folder written in meanwhile is gone; None otherwise."""
    if fresh is None and isinstance(error, OSError):
        todo = _elsewhere("autre-dossier", "permettre")
        return InputError(phrase("dossier-ferme", target=target, reason=why(error), todo=todo))
    if disk_is_full(error):
        return InputError(phrase("disque-plein", target=target))
    if not isinstance(error, OSError):
        return None
    if filled:
        return InputError(phrase("fichiers-non-poses", target=target, reason=why(error)))
    if fresh is None or not isinstance(error.filename, str) or not Path(error.filename).is_relative_to(fresh):
        return None
    meant = target / Path(error.filename).relative_to(fresh)
    return InputError(phrase("fichier-non-ecrit", path=meant, reason=why(error)))
