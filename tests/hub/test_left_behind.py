"""Ce qu'une salle tuée laisse dans le dossier temporaire part à son ouverture suivante, et rien d'une autre salle."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.room.opening import remove_left, runtime_folder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="une salle demande Linux ou macOS")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def locks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[int]]:
    beside = tmp_path_factory.mktemp("seances")
    opened = [os.open(beside / name, os.O_RDWR | os.O_CREAT, 0o600) for name in ("une", "autre")]
    yield opened
    for lock in opened:
        os.close(lock)


def killed(lock: int | None) -> Path:
    """Return the folder of a room whose programs end at once, without a word."""
    folder = Path(tempfile.gettempdir())
    before = {*folder.glob("cdl-*")}
    process = os.fork()
    if not process:
        with runtime_folder({"DQ5VQ": None}, lock) as runtime:
            (runtime / "DQ5VQ" / "jupyter_cookie_secret").write_text("secret")
            os._exit(0)
    os.waitpid(process, 0)
    (left,) = {*folder.glob("cdl-*")} - before
    return left


def test_what_a_killed_room_left_goes_and_nothing_of_another_room(folder: Path, locks: list[int]) -> None:
    ours, other, of_none = killed(locks[0]), killed(locks[1]), killed(None)
    remove_left(locks[0])
    assert (ours.exists(), other.exists(), of_none.exists()) == (False, True, True)
    assert (other / "DQ5VQ" / "jupyter_cookie_secret").exists()


def test_what_another_account_left_or_a_link_names_stays(
    folder: Path, locks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    left = killed(locks[0])
    elsewhere = folder / "ailleurs"
    left.rename(elsewhere)
    (folder / "cdl-lien").symlink_to(elsewhere)
    remove_left(locks[0])
    assert elsewhere.exists()
    elsewhere.rename(left)
    monkeypatch.setattr(os, "geteuid", lambda: left.stat().st_uid + 1)
    remove_left(locks[0])
    assert left.exists()


def test_a_room_that_closes_removes_its_own_folder(folder: Path, locks: list[int]) -> None:
    with runtime_folder({"DQ5VQ": None}, locks[0]) as runtime:
        assert runtime.parent == folder
        assert runtime.stat().st_mode & 0o777 == 0o711
    assert not runtime.exists()
