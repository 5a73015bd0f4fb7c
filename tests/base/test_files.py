"""Des fichiers prennent leur place tous ensemble, ou aucun ne la prend ; un dossier est entier, ou n'est pas là."""

import os
import signal
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.base.files import put_all, put_whole, set_aside, whole_folder

posix = pytest.mark.skipif(os.name == "nt", reason="droits de POSIX")
CONTENTS = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), st.binary(max_size=20), min_size=1)


def held_open(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Refuse to move onto one name, as Windows does for a file that another program holds open."""
    move = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == name:
            raise PermissionError(13, "tenu", str(target))
        return move(self, target)

    monkeypatch.setattr(Path, "replace", refuse)


def full(*_given: object) -> None:
    raise OSError(28, "No space left on device")


def held(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# One file, several together


@given(before=CONTENTS, after=CONTENTS, refused=st.sampled_from(["a", "b", "c", "d", ""]))
def test_whichever_cannot_be_placed_the_files_are_all_those_of_before_or_all_those_of_after(
    before: dict[str, bytes], after: dict[str, bytes], refused: str
) -> None:
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder = Path(name)
        put_all({folder / one: content for one, content in before.items()})
        held_open(patch, refused)
        try:
            put_all({folder / one: content for one, content in after.items()})
        except PermissionError:
            assert refused in after
            assert held(folder) == before
        else:
            assert refused not in after
            assert held(folder) == before | after


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "shutil.copy2"])
def test_a_full_disk_leaves_the_former_files_and_nothing_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    names = [tmp_path / name for name in ("seance.yaml", "remises.csv")]
    put_all(dict.fromkeys(names, "avant, é".encode()))
    monkeypatch.setattr(step, full)
    with pytest.raises(OSError, match="No space"):
        put_all(dict.fromkeys(names, b"apres"))
    assert held(tmp_path) == dict.fromkeys(("seance.yaml", "remises.csv"), "avant, é".encode())
    assert len(list(tmp_path.iterdir())) == 2


def test_a_file_is_whole_under_its_name_and_replaces_the_former(tmp_path: Path) -> None:
    for content in (b"", b"un\r\ndeux"):
        put_whole(tmp_path / "remises.csv", content)
        assert (tmp_path / "remises.csv").read_bytes() == content
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_is_never_replaced_by_a_file_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    with pytest.raises(IsADirectoryError):
        put_all({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_ctrl_c_between_two_files_waits_for_the_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    move = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        moved = move(self, target)
        signal.raise_signal(signal.SIGINT)
        return moved

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        put_all({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert held(tmp_path) == {"a": b"1", "b": b"2"}


@posix
@pytest.mark.parametrize(("private", "rights"), [(True, 0o600), (False, 0o644)])
def test_a_private_file_is_its_owner_s_alone_whoever_could_read_the_former(
    tmp_path: Path, private: bool, rights: int
) -> None:
    mask = os.umask(0o022)
    try:
        (tmp_path / "cle.pem").touch(0o640)
        put_whole(tmp_path / "cle.pem", b"1", private=private)
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "cle.pem").stat().st_mode) == rights


def test_a_file_set_aside_takes_the_first_name_that_is_free(tmp_path: Path) -> None:
    names = ("garde.csv", "garde_1.csv", "garde_2.csv")
    for content in (b"un", b"deux", b"trois"):
        put_whole(tmp_path / "notes.csv", content)
        set_aside(tmp_path / "notes.csv", names)
    assert held(tmp_path) == dict(zip(names, (b"un", b"deux", b"trois"), strict=True))


# A folder


def filled(target: Path, failing: bool = False, **how: bool | Path) -> None:
    with whole_folder(target, **how) as folder:  # type: ignore[arg-type]
        (folder / "a").write_bytes(b"apres")
        (folder / "c").mkdir()
        (folder / "c" / "d").write_bytes(b"apres")
        if failing:
            raise ZeroDivisionError


NEW = {"a": b"apres", str(Path("c", "d")): b"apres"}


@pytest.mark.parametrize(("replacing", "kept"), [(True, {}), (False, {"b": b"avant"})])
def test_a_folder_that_is_there_keeps_its_other_files_unless_it_is_replaced(
    tmp_path: Path, replacing: bool, kept: dict[str, bytes]
) -> None:
    target = tmp_path / "ecole"
    target.mkdir()
    put_all({target / "a": b"avant", target / "b": b"avant"})
    filled(target, replacing=replacing)
    assert held(target) == NEW | kept
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("replacing", [True, False])
def test_an_error_leaves_the_folder_of_before_and_nothing_beside(tmp_path: Path, replacing: bool) -> None:
    target = tmp_path / "plus" / "loin"
    with pytest.raises(ZeroDivisionError):
        filled(target, failing=True, replacing=replacing)
    assert list(tmp_path.iterdir()) == []
    filled(target, replacing=replacing)
    (target / "a").write_bytes(b"avant")
    before = held(tmp_path)
    with pytest.raises(ZeroDivisionError):
        filled(target, failing=True, replacing=replacing)
    assert held(tmp_path) == before


def test_a_folder_that_cannot_take_its_place_gives_it_back_to_the_former(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copie"
    target.mkdir()
    put_whole(target / "a", b"avant")
    move = Path.rename

    def refuse(self: Path, to: Path) -> Path:
        if to == target and (self / "c").exists():
            raise PermissionError(13, "tenu", str(to))
        return move(self, to)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        filled(target, replacing=True)
    assert held(tmp_path) == {str(Path("copie", "a")): b"avant"}
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_is_filled_where_it_is_asked_to_be(tmp_path: Path) -> None:
    (tmp_path / "submitted").mkdir()
    target = tmp_path / "submitted" / "GKLM" / "01"
    with whole_folder(target, meanwhile=tmp_path / "submitted") as folder:
        assert [path.name for path in (tmp_path / "submitted").iterdir()] == [folder.name]
        (folder / "a").touch()
    assert list(tmp_path.rglob("a")) == [target / "a"]


@pytest.mark.parametrize(("to_disk", "expected"), [(True, ["a", "d"]), (False, [])])
def test_every_file_of_a_folder_goes_down_to_the_disk_before_the_folder_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to_disk: bool, expected: list[str]
) -> None:
    opened, settled = dict[int, Path](), list[str]()
    real: Callable[..., int] = os.open

    def watched(path: Path, *rest: int, **named: int) -> int:
        handle = real(path, *rest, **named)
        opened[handle] = Path(path)
        return handle

    def settle(handle: int) -> None:
        assert not (tmp_path / "ecole").exists()
        settled.append(opened[handle].name)

    monkeypatch.setattr(os, "open", watched)
    monkeypatch.setattr(os, "fsync", settle)
    filled(tmp_path / "ecole", to_disk=to_disk)
    assert sorted(settled) == expected


def test_a_disk_that_is_full_at_the_last_moment_names_the_file_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space") as refused:
        filled(tmp_path / "ecole")
    assert Path(refused.value.filename).name in ("a", "d")
    assert list(tmp_path.iterdir()) == []
