"""Un journal ou un carnet qui ne s'ouvre plus n'arrête pas un effacement, et rien n'est dit fait sans l'être."""

import datetime as dt
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from training.a_session import ANNE, NAMES, NOON, archive, at, base_in, drop, people_csv
from typer.testing import CliRunner

from app.cli import app
from liaison.readers.readable_text import SQLITE
from liaison.training.hand_in.collecting import collect
from liaison.training.hand_in.journal import read_journal
from liaison.training.purge import erasing, purging
from liaison.training.purge.erasure import read_erasure, write_erasure
from liaison.training.purge.purging import purge
from liaison.training.purge.sought_people import sought_file
from liaison.training.session.definition import SessionError, SessionFolder

AFTER = NOON + dt.timedelta(days=31)


@pytest.fixture
def place(place: SessionFolder, box: Path) -> SessionFolder:
    place.participants_file.write_bytes(people_csv(NAMES))
    drop(box, f"Delatour_12_file/remise-{ANNE}.zip", archive(ANNE, at(15)))
    collect(place, box, at(19))
    assert "Delatour" in place.journal.read_text(encoding="utf-8")
    return place


def test_a_journal_saved_by_an_older_excel_for_mac_loses_its_names_and_stays(place: SessionFolder) -> None:
    place.journal.write_bytes(place.journal.read_bytes().replace(b"\r\n", b"\r"))
    assert purge(place, AFTER).state == "fait"
    assert "Delatour" not in place.journal.read_text(encoding="utf-8")
    assert [line.code for line in read_journal(place.journal)] == [ANNE]


@pytest.mark.parametrize(
    "content", [b'x\r\n"' + b"Delatour" * 20_000, b"\xff\xfeDelatour", b"autre;tableau\nDelatour;1\n"]
)
def test_a_journal_that_is_none_any_more_goes_and_it_is_said(place: SessionFolder, content: bytes) -> None:
    place.journal.write_bytes(content)
    proof = purge(place, AFTER)
    assert proof.state == "fait"
    assert not place.journal.exists()
    assert {"remises.csv"} == {one.path for one in proof.changed if "effacé" in one.reason}
    assert read_erasure(place) == proof


@pytest.mark.parametrize("readable", [True, False], ids=["lisible", "abime"])
def test_a_journal_open_in_another_program_keeps_the_list_and_is_said(
    place: SessionFolder, readable: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not readable:
        place.journal.write_bytes(b"autre;tableau\nDelatour;1\n")
    refused = PermissionError(13, "Permission denied", str(place.journal))
    real = Path.unlink

    def held(self: Path, missing_ok: bool = False) -> None:
        if self == place.journal:
            raise refused
        real(self, missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", held)
        patch.setattr("liaison.training.hand_in.journal.put_whole", lambda *_: (_ for _ in ()).throw(refused))
        proof = purge(place, AFTER)
    assert (proof.state, [one.path for one in proof.left]) == ("incomplet", ["remises.csv"])
    assert place.participants_file.exists()
    assert "Delatour" in place.journal.read_text(encoding="utf-8")
    again = purge(place, AFTER)
    assert (again.state, again.left) == ("fait", ())


def test_a_list_taken_away_before_the_end_is_asked_for_and_nothing_is_said_done(place: SessionFolder) -> None:
    path = place.root / "seance.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Collège des Tilleuls", NAMES[ANNE]), encoding="utf-8")
    proof = purge(place, AFTER)
    assert proof.state == "incomplet"
    for each in (place.participants_file, sought_file(place)):
        each.unlink()
    with pytest.raises(SessionError, match="remettre"):
        purge(place, AFTER)
    assert read_erasure(place) == proof
    place.participants_file.write_bytes(people_csv(NAMES))
    path.write_text(path.read_text(encoding="utf-8").replace(NAMES[ANNE], "Formatrice"), encoding="utf-8")
    assert purge(place, AFTER).state == "fait"


def test_a_list_taken_away_in_the_middle_of_a_cut_run_is_asked_for(
    place: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(purging, "erase", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            purge(place, AFTER)
    for each in (place.participants_file, sought_file(place)):
        each.unlink()
    with pytest.raises(SessionError, match="remettre"):
        purge(place, AFTER)
    cut = read_erasure(place)
    assert cut is not None
    assert cut.state == "en_cours"


@pytest.mark.parametrize("refused", [sqlite3.OperationalError("database is locked"), PermissionError(13, "denied")])
def test_a_gradebook_that_will_not_open_stops_nothing_keeps_the_list_and_is_said(
    place: SessionFolder, refused: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    base_in(place.gradebook, "Bien.")
    with closing(sqlite3.connect(place.gradebook)) as base, base:
        base.execute("UPDATE student SET last_name = 'Delatour'")  # no whole name: the search alone would not see it
    with monkeypatch.context() as patch:
        patch.setattr(erasing, "strip_names", lambda *_: (_ for _ in ()).throw(refused))
        proof = purge(place, AFTER)
    assert (proof.state, [one.path for one in proof.left]) == ("incomplet", ["gradebook.db"])
    assert "Delatour" not in place.journal.read_text(encoding="utf-8")
    assert place.participants_file.exists()
    assert purge(place, AFTER).state == "fait"
    assert b"Delatour" not in place.gradebook.read_bytes()


def test_a_base_that_another_program_holds_is_told_from_one_that_is_damaged(
    place: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    base_in(place.gradebook, "Bien.")
    (place.root / "autre.sqlite").write_bytes(SQLITE + bytes(200))
    connect = sqlite3.connect
    with closing(connect(place.gradebook, isolation_level=None)) as other:
        # Nobody waits five seconds here for who will not let go.
        monkeypatch.setattr(sqlite3, "connect", lambda where, **given: connect(where, **{**given, "timeout": 0}))
        other.execute("BEGIN EXCLUSIVE")
        said = {one.path: one.reason for one in purge(place, AFTER).left}
    assert "autre programme" in said["gradebook.db"]
    assert "abîmée" not in said["gradebook.db"]
    assert "abîmée" in said["autre.sqlite"]
    assert "autre programme" not in said["autre.sqlite"]


@pytest.mark.parametrize(
    ("state", "said"),
    [("fait", "ont été cherchés, et effacés"), ("incomplet", "n'est pas fini"), ("en_cours", "n'est pas fini")],
)
def test_the_status_of_a_session_says_that_names_are_erased_once_they_all_are(
    place: SessionFolder, state: str, said: str
) -> None:
    write_erasure(place, purge(place, AFTER).model_copy(update={"state": state}))
    shown = CliRunner().invoke(app, ["session", "status", str(place.root)])
    assert said in " ".join(shown.stdout.split())
    told = CliRunner().invoke(app, ["session", "status", str(place.root), "--json"])
    assert json.loads(told.stdout)["noms_effaces"] is (state == "fait")
