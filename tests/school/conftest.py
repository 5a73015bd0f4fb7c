"""Une petite école enregistrée, de quoi abîmer son dossier, de quoi lire ce qui en est dit."""

import csv
import dataclasses
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from liaison.school.fictitious.aggregates import Aggregates
from liaison.school.fictitious.generator import generate
from liaison.school.lists.folder import write_folder
from liaison.school.lists.folder_reading import FolderReport
from liaison.school.tables import School

FRAMES = ("classes", "people", "memberships", "links")


@pytest.fixture(scope="session")
def small() -> Aggregates:
    """What the school of the folder is made from."""
    return Aggregates(name="École du dossier (fictive)", kind="ecole", pupils=30, classes=2, separated_parents=0.3)


@pytest.fixture(scope="session")
def school(small: Aggregates) -> School:
    """The school of the folder."""
    return generate(small, 4)


@pytest.fixture(scope="session")
def saved(school: School, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of `school`, which no test changes."""
    return write_folder(school, tmp_path_factory.mktemp("ecoles") / "modele")


@pytest.fixture
def folder(saved: Path, tmp_path: Path) -> Path:
    """A copy of the folder of `school`, to be spoilt."""
    return Path(shutil.copytree(saved, tmp_path / "ecole"))


@pytest.fixture(scope="session")
def same() -> Callable[[School, School], bool]:
    """Whether two schools are equal in everything."""

    def compare(left: School, right: School) -> bool:
        fields = [field.name for field in dataclasses.fields(School) if field.name not in FRAMES]
        return all(getattr(left, frame).equals(getattr(right, frame)) for frame in FRAMES) and all(
            getattr(left, field) == getattr(right, field) for field in fields
        )

    return compare


def _lines(file: Path) -> list[list[str]]:
    return list(csv.reader(file.read_text(encoding="utf-8").splitlines()))


def _rewrite(file: Path, rows: list[list[str]], delimiter: str = ",", encoding: str = "utf-8") -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    file.write_bytes(out.getvalue().encode(encoding))


@pytest.fixture(scope="session")
def lines() -> Callable[[Path], list[list[str]]]:
    """The cells of a file, its header first."""
    return _lines


@pytest.fixture(scope="session")
def rewrite() -> Callable[..., None]:
    """Write other cells: `rewrite(file, rows, delimiter, encoding)`."""
    return _rewrite


@pytest.fixture(scope="session")
def change() -> Callable[[Path, int, str, str], None]:
    """Write another cell: `change(file, line, column, cell)`."""

    def write(file: Path, line: int, column: str, cell: str) -> None:
        rows = _lines(file)
        rows[line - 1][rows[0].index(column)] = cell
        _rewrite(file, rows)

    return write


@pytest.fixture(scope="session")
def said() -> Callable[[FolderReport, str, int | None], list[str]]:
    """The sentences about one line of a file."""
    return lambda report, file, line: [str(p) for p in report.problems if p.file == file and p.line == line]


@pytest.fixture(scope="session")
def every_row_is_counted() -> Callable[[FolderReport], bool]:
    """Whether each line read was kept, refused or set aside."""
    return lambda report: all(
        count.read == count.loaded + count.refused + count.aside for count in report.counts.values()
    )
