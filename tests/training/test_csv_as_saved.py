"""Les quatre tableaux qu'une personne rouvre et enregistre : avec toute fin de ligne, ou une faute dite en français."""

from collections.abc import Callable
from pathlib import Path

import pytest
from training.a_session import ANNE, BRUNO, NAMES, people_csv

from liaison.base.faults import FrenchError
from liaison.training.hand_in.journal import JournalLine, read_journal, write_journal
from liaison.training.marks.results import read_identifiers
from liaison.training.papers.presences import empty_presences, read_presences
from liaison.training.session.definition import SessionFolder

LINES = (
    JournalLine("2026-11-27 15:00:00", ANNE, "01", "a.zip", "recue"),
    JournalLine("2026-11-27 16:00:00", BRUNO, "01", "b.zip", "refusee", "vide"),
)


def journal(place: SessionFolder) -> tuple[Path, Callable[[], object]]:
    write_journal(place.journal, LINES)
    return place.journal, lambda: read_journal(place.journal)


def participants(place: SessionFolder) -> tuple[Path, Callable[[], object]]:
    place.participants_file.write_bytes(people_csv(NAMES))
    return place.participants_file, place.names


def presences(place: SessionFolder) -> tuple[Path, Callable[[], object]]:
    path = place.root / "presences.csv"
    path.write_bytes(empty_presences(place.session).replace(f"{ANNE};".encode(), f"{ANNE};x".encode()))
    return path, lambda: read_presences(place)


def identifiers(place: SessionFolder) -> tuple[Path, Callable[[], object]]:
    path = place.root / "moodle.csv"
    path.write_bytes(f"code,identifiant,note\r\n{ANNE},anne.f,a;b\r\n{BRUNO},bruno.i,\r\n".encode())
    return path, lambda: read_identifiers(path)


TABLES = [journal, participants, presences, identifiers]
a_table = pytest.mark.parametrize("table", TABLES, ids=[one.__name__ for one in TABLES])


@a_table
@pytest.mark.parametrize("end", [b"\n", b"\r"], ids=["linux", "mac"])
def test_a_table_says_the_same_whatever_ends_its_lines(
    place: SessionFolder, table: Callable[[SessionFolder], tuple[Path, Callable[[], object]]], end: bytes
) -> None:
    path, read = table(place)
    before = read()
    assert before
    path.write_bytes(path.read_bytes().replace(b"\r\n", end))
    assert read() == before


@a_table
def test_a_quote_never_closed_is_said_with_its_line(
    place: SessionFolder, table: Callable[[SessionFolder], tuple[Path, Callable[[], object]]]
) -> None:
    path, read = table(place)
    path.write_bytes(path.read_bytes() + b'"' + b"x" * 140_000)
    row = path.read_bytes().count(b"\r\n") + 1
    with pytest.raises(FrenchError, match=f"«\u00a0{path.name}\u00a0», ligne {row}"):
        read()


def test_a_journal_that_cannot_be_opened_is_said(place: SessionFolder) -> None:
    place.journal.mkdir()
    with pytest.raises(FrenchError, match=r"remises\.csv.* ne peut pas être lu .*relancer"):
        read_journal(place.journal)
