"""Des fichiers prennent leur place tous ensemble, ou aucun ne la prend."""

from pathlib import Path

import pytest

from liaison.base.files import put_in_place, put_whole


def prepared(folder: Path, *names: str) -> tuple[list[tuple[Path, Path]], Path]:
    aside = folder / "aside"
    aside.mkdir()
    for name in names:
        (folder / f"{name}.new").write_text(f"nouveau {name}", encoding="utf-8")
    return [(folder / f"{name}.new", folder / name) for name in names], aside


def held_open(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Refuse to move onto one name, as Windows does for a file that another program holds open."""
    move = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == name:
            raise PermissionError(13, "tenu", str(target))
        return move(self, target)

    monkeypatch.setattr(Path, "replace", refuse)


def test_every_file_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("ancien a", encoding="utf-8")
    put_in_place(*prepared(tmp_path, "a", "b"))
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in ("a", "b")} == {
        "a": "nouveau a",
        "b": "nouveau b",
    }


def test_one_that_cannot_be_placed_leaves_the_former_ones_and_no_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_text("ancien a", encoding="utf-8")
    (tmp_path / "c").write_text("ancien c", encoding="utf-8")
    moves, aside = prepared(tmp_path, "a", "b", "c")
    held_open(monkeypatch, "c")
    with pytest.raises(PermissionError):
        put_in_place(moves, aside)
    assert (tmp_path / "a").read_text(encoding="utf-8") == "ancien a"
    assert (tmp_path / "c").read_text(encoding="utf-8") == "ancien c"
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_file_that_cannot_be_written_leaves_the_former_one_and_nothing_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    kept = tmp_path / "seance.yaml"
    put_whole(kept, "avant, é".encode())

    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(step, full)
    with pytest.raises(OSError, match="No space"):
        put_whole(kept, b"apres")
    assert kept.read_text(encoding="utf-8") == "avant, é"
    assert list(tmp_path.iterdir()) == [kept]


def test_a_file_is_whole_under_its_name_and_replaces_the_former(tmp_path: Path) -> None:
    for content in (b"", b"un\r\ndeux"):
        put_whole(tmp_path / "remises.csv", content)
        assert (tmp_path / "remises.csv").read_bytes() == content
    assert len(list(tmp_path.iterdir())) == 1
