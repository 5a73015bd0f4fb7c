"""Une base de données de qui anime perd les noms de la séance et garde le reste, où qu'elle soit dans le dossier."""

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from training.a_session import ANNE, NAMES, NOON, people_csv

from liaison.training.purge.name_search import GONE
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionFolder

AFTER = NOON + dt.timedelta(days=31)
SOMEBODY_ELSE = "Yasmine Autre-Groupe"


@pytest.fixture
def place(place: SessionFolder) -> SessionFolder:
    place.participants_file.write_bytes(people_csv(NAMES))
    return place


def own_base(path: Path, columns: str = "nom TEXT, note TEXT") -> Path:
    """A trainer's notes on two people, of whom one is of this session."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as base, base:
        base.execute(f"CREATE TABLE suivi ({columns})")
        base.executemany("INSERT INTO suivi VALUES (?, ?)", [(NAMES[ANNE], "à rappeler"), (SOMEBODY_ELSE, "venue")])
    return path


def rows(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as base:
        return base.execute("SELECT * FROM suivi").fetchall()


@pytest.mark.parametrize("where", ["mes_notes/suivi.db", "documents/suivi.sqlite", "mes_notes/ancien/suivi", "suivi"])
def test_a_base_of_the_trainer_loses_the_names_of_the_session_and_keeps_the_rest(
    place: SessionFolder, where: str
) -> None:
    base = own_base(place.root / where)
    proof = purge(place, AFTER)
    assert rows(base) == [(GONE, "à rappeler"), (SOMEBODY_ELSE, "venue")]
    assert b"Delatour" not in base.read_bytes()
    assert proof.state == "fait"
    assert where in {one.path for one in proof.changed}
    assert where not in {one.path for one in proof.erased}


def test_a_base_that_its_program_keeps_in_two_files_is_stripped_once_it_is_closed(place: SessionFolder) -> None:
    base = own_base(place.root / "mes_notes" / "suivi.db")
    with closing(sqlite3.connect(base)) as opened:
        opened.execute("PRAGMA journal_mode = WAL")
    assert purge(place, AFTER).state == "fait"
    assert rows(base)[0] == (GONE, "à rappeler")


@pytest.mark.parametrize("beside", ["-journal", "-wal"])
def test_a_base_whose_changes_wait_beside_it_is_neither_opened_nor_erased(place: SessionFolder, beside: str) -> None:
    base = own_base(place.root / "mes_notes" / "suivi.db")
    waiting = base.with_name(base.name + beside)
    waiting.write_bytes(b"x")
    before = base.read_bytes()
    proof = purge(place, AFTER)
    assert base.read_bytes() == before
    assert proof.state == "incomplet"
    assert waiting.name in {one.path: one.reason for one in proof.left}["mes_notes/suivi.db"]
    assert place.participants_file.exists()
    waiting.unlink()
    assert purge(place, AFTER).state == "fait"
    assert rows(base)[0] == (GONE, "à rappeler")


def test_a_base_that_refuses_the_change_is_said_as_it_is_and_kept(place: SessionFolder) -> None:
    base = own_base(place.root / "mes_notes" / "suivi.db", "nom TEXT CHECK (nom LIKE '% %-%'), note TEXT")
    proof = purge(place, AFTER)
    assert rows(base)[0] == (NAMES[ANNE], "à rappeler")
    reason = {one.path: one.reason for one in proof.left}["mes_notes/suivi.db"]
    assert "abîmée" not in reason
    assert "à la main" in reason
