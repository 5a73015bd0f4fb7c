"""Ce qu'une personne laisse à sa place ne fait rien effacer, ni rien lire sans fin, à qui efface pour elle."""

import datetime as dt
import os
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest
from training.a_session import ANNE, NAMES, NOON, drop, people_csv
from training.test_session_names import packed

from liaison.base.archives import Allowance
from liaison.readers import readable_text
from liaison.readers.readable_text import UnreadableError, texts_of
from liaison.training.hand_in.room_folders import HOMES, OPEN
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionError, SessionFolder

AFTER = NOON + dt.timedelta(days=31)
OWN = HOMES / ANNE
posix = pytest.mark.skipif(os.name != "posix", reason="une salle demande Linux ou macOS")


@pytest.fixture
def place(place: SessionFolder) -> SessionFolder:
    place.participants_file.write_bytes(people_csv(NAMES))
    return place


def base_that_deletes(folder: Path, victim: Path) -> Path:
    """A base whose journal, taken up by whoever opens it for writing, has a file of anybody's removed."""
    base = folder / "x.db"
    folder.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(base)) as made, made:
        made.execute("CREATE TABLE t(a)")
    magic, name = bytes.fromhex("d9d505f920a163d7"), str(victim).encode()
    head = struct.pack(">8sIIIII", magic, 0, 0, base.stat().st_size // 4096, 512, 4096).ljust(512, b"\0")
    tail = struct.pack(">I", 0x40000000 // 4096 + 1) + name + struct.pack(">II", len(name), sum(name)) + magic
    (folder / "x.db-journal").write_bytes(head + tail)
    return base


@pytest.mark.parametrize("folder", [OWN, Path("submitted", ANNE, "01_messagerie_ent")], ids=["place", "copie"])
def test_a_base_of_somebody_is_erased_without_being_opened(place: SessionFolder, folder: Path, tmp_path: Path) -> None:
    victim = drop(tmp_path, "ailleurs.conf", b"x")
    base = base_that_deletes(place.root / folder, victim)
    proof = purge(place, AFTER)
    assert victim.exists()
    assert not base.exists()
    reasons = {one.path: one.reason for one in proof.erased}
    assert "n’est pas ouverte" in reasons[(folder / "x.db").as_posix()].replace("'", "’")
    assert proof.state == "fait"


@posix
def test_a_folder_exchanged_for_a_link_after_the_search_leads_nowhere(place: SessionFolder, tmp_path: Path) -> None:
    victim = drop(tmp_path / "ailleurs", "x.txt", b"x")
    own = drop(place.root / OWN / "d", "x.txt", NAMES[ANNE].encode()).parent

    def exchanged(step: str) -> None:
        if step == "Effacement":
            own.rename(own.with_name("d0"))
            own.symlink_to(victim.parent)

    proof = purge(place, AFTER, step=exchanged)
    assert victim.exists()
    assert proof.state == "incomplet"
    told = {one.path: one.reason for one in proof.left}
    assert "lien" in told[(OWN / "d" / "x.txt").as_posix()]
    assert (OWN / "d" / "x.txt").as_posix() not in {one.path for one in proof.erased}
    assert purge(place, AFTER).state == "fait"
    assert victim.exists()


def test_what_archives_hold_one_inside_the_other_is_bounded_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readable_text, "LARGEST", 10_000)
    inner = packed({"a": bytes(3000)})
    fits = drop(tmp_path, "trois.zip", packed({str(rank): inner for rank in range(3)}))
    assert list(texts_of(fits))
    large = drop(tmp_path, "quatre.zip", packed({str(rank): inner for rank in range(4)}))
    with pytest.raises(UnreadableError, match="déplié"):
        list(texts_of(large))
    shared = Allowance(10_000)
    list(texts_of(fits, shared))
    with pytest.raises(UnreadableError, match="déplié"):
        list(texts_of(fits, shared))


def test_what_cannot_be_searched_in_a_place_is_erased_and_elsewhere_it_is_said(place: SessionFolder) -> None:
    cut = b"PK\x03\x04coupe"
    own, other = drop(place.root / OWN, "a.zip", cut), drop(place.root, "a.zip", cut)
    proof = purge(place, AFTER)
    assert not own.exists()
    assert other.exists()
    assert {one.path for one in proof.not_read} == {"a.zip"}


@posix
def test_nothing_is_erased_while_the_room_is_open(place: SessionFolder) -> None:
    import fcntl

    held = drop(place.root, OPEN.as_posix(), b"")
    before = sorted(place.root.rglob("*"))
    with held.open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(SessionError, match="salle de cette séance est ouverte"):
            purge(place, AFTER)
        assert sorted(place.root.rglob("*")) == before
    assert purge(place, AFTER).state == "fait"
