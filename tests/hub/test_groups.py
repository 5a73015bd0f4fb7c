"""Les groupes de contrôle d'une salle : sur des dossiers qui ont la forme de ceux du système, puis sur les vrais."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.room import groups
from app.room.groups import groups_of


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system without any group; nothing waits for files that a real one would take away with their folder."""
    monkeypatch.setattr(groups, "MOUNTED", tmp_path)
    monkeypatch.setattr(groups, "OF_THIS_PROCESS", tmp_path / "les_miens")
    monkeypatch.setattr(groups, "LEAVE_S", 0)
    return tmp_path


def test_without_groups_a_room_opens_and_knows_it(system: Path) -> None:
    with groups_of(("K7M2P",), 1000) as made:
        assert made.folder is None
        assert made.entry("K7M2P") == ()
        assert made.ended() == {}
    assert list(system.iterdir()) == []


def test_a_group_that_the_system_refuses_is_no_group(system: Path) -> None:
    (system / "les_miens").write_text("4:memory:/absent\n", encoding="utf-8")
    with groups_of(("K7M2P",), 1000) as made:
        assert made.folder is None


@pytest.mark.parametrize(
    ("second", "limits"),
    [
        (True, {"memory.max": "1000", "memory.swap.max": "0"}),
        (False, {"memory.limit_in_bytes": "1000", "memory.memsw.limit_in_bytes": "1000"}),
    ],
)
def test_each_place_has_its_group_whose_programs_the_system_ends(
    system: Path, second: bool, limits: dict[str, str]
) -> None:
    if second:
        (system / "cgroup.subtree_control").write_text("cpu memory pids\n", encoding="ascii")
    else:
        (system / "memory" / "moi").mkdir(parents=True)
        (system / "les_miens").write_text("6:name=memory:/faux\n5:cpu:/\n4:memory:/moi\n0::/\n", encoding="utf-8")
    with groups_of(("K7M2P", "22222"), 1000) as made:
        assert made.folder is not None
        assert made.folder.parent == (system if second else system / "memory" / "moi")
        place = made.folder / "K7M2P"
        assert {file.name: file.read_text(encoding="ascii") for file in place.iterdir()} == limits
        assert made.entry("K7M2P") == (str(place / "cgroup.procs"),)
        said = "low 0\noom 4\noom_kill 3\n" if second else "oom_kill_disable 0\nunder_oom 0\noom_kill 3\n"
        (place / ("memory.events" if second else "memory.oom_control")).write_text(said, encoding="ascii")
        assert made.ended()["K7M2P"] == 3
    if second:
        assert (made.folder / "cgroup.subtree_control").read_text(encoding="ascii") == "+memory"


@pytest.fixture
def refusing(system: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A system of version 2 that refuses what is written in the files of these names."""
    (system / "cgroup.subtree_control").write_text("memory\n", encoding="ascii")
    names: list[str] = []
    written = Path.write_text

    def write(file: Path, text: str, encoding: str) -> int:
        if file.name in names:
            raise OSError(13, "Permission denied")
        return written(file, text, encoding=encoding)

    monkeypatch.setattr(Path, "write_text", write)
    return names


def test_where_swap_is_not_counted_memory_is_all_the_same(system: Path, refusing: list[str]) -> None:
    refusing.append("memory.swap.max")
    with groups_of(("K7M2P",), 1000) as made:
        assert made.folder is not None
        assert [file.name for file in (made.folder / "K7M2P").iterdir()] == ["memory.max"]


def test_a_bound_that_the_system_refuses_leaves_no_group_behind(system: Path, refusing: list[str]) -> None:
    refusing += ["memory.max", "cgroup.subtree_control"]
    with groups_of(("K7M2P",), 1000) as made:
        assert (made.folder, made.entry("K7M2P")) == (None, ())
        assert [one for one in system.iterdir() if one.is_dir()] == []


def test_two_rooms_of_one_machine_each_have_their_groups(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (system / "cgroup.subtree_control").write_text("memory\n", encoding="ascii")
    with groups_of(("K7M2P",), 1000) as first:
        monkeypatch.setattr(groups.os, "getpid", lambda: 0)
        with groups_of(("K7M2P",), 1000) as second:
            assert first.folder is not None
            assert second.folder is not None
            assert first.folder != second.folder


def test_a_group_that_a_program_is_leaving_is_removed_once_it_has_left(
    system: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(groups, "LEAVE_S", 20)
    (system / "cgroup.subtree_control").write_text("memory\n", encoding="ascii")
    held, remove = [2], Path.rmdir

    def leaving(folder: Path) -> None:
        if folder.name == "K7M2P" and held[0]:
            held[0] -= 1
            raise OSError(16, "Device or resource busy")
        for file in folder.iterdir():  # which a real one takes away with its folder
            file.unlink()
        remove(folder)

    monkeypatch.setattr(Path, "rmdir", leaving)
    with groups_of(("K7M2P",), 1000) as made:
        assert made.folder is not None
    assert not made.folder.exists()


# --- les vrais, là où il y en a : version 2, ou la première ----------------------------------------------------------

MOST = 48 * 1024**2
# Enters the group by the file that it is given, then fills that much memory.
FILLS = "import os, sys; open(sys.argv[1], 'w').write(str(os.getpid())); b'1' * int(sys.argv[2])"


def test_the_system_of_this_machine_ends_what_takes_too_much_in_its_place_and_nothing_else() -> None:
    with groups_of(("K7M2P", "22222"), MOST) as made:
        if made.folder is None:
            pytest.skip("cette machine ne donne pas de groupe de contrôle qui compte la mémoire")

        def ends_with(place: str, taken: int) -> int:
            return subprocess.run([sys.executable, "-c", FILLS, *made.entry(place), str(taken)], check=False).returncode

        assert ends_with("22222", MOST // 6) == 0
        assert ends_with("K7M2P", MOST * 2) == -signal.SIGKILL
        assert made.ended() == {"K7M2P": 1, "22222": 0}
    assert not made.folder.exists()
