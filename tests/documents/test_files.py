"""Écrire : tout ou rien, et une phrase en français quand le disque ne veut pas."""

import errno
import os
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from liaison.documents import Document, DocumentError, to_docx, write_files


def test_files_are_written_in_a_folder_that_is_made(tmp_path: Path) -> None:
    paths = write_files(tmp_path / "a" / "b", {"x.txt": b"1", "y.txt": b"2"})
    assert [path.read_bytes() for path in paths] == [b"1", b"2"]
    assert sorted(path.name for path in (tmp_path / "a" / "b").iterdir()) == ["x.txt", "y.txt"]


def _failing_fsync(error: BaseException, after: int = 0) -> Any:
    calls = {"n": 0}

    def fsync(_handle: int) -> None:
        calls["n"] += 1
        if calls["n"] > after:
            raise error

    return fsync


@pytest.mark.parametrize("after", [0, 1])
def test_a_full_disk_keeps_the_earlier_files_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    write_files(tmp_path, {"x.txt": b"avant", "y.txt": b"avant"})
    monkeypatch.setattr(os, "fsync", _failing_fsync(OSError(errno.ENOSPC, "plein"), after))
    with pytest.raises(DocumentError, match=r"le disque est plein\. Libérez de la place") as failure:
        write_files(tmp_path, {"x.txt": b"apres", "y.txt": b"apres"})
    assert "n'ont pas changé" in str(failure.value)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"x.txt": b"avant", "y.txt": b"avant"}


def test_a_folder_that_a_full_disk_left_empty_is_not_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "la").mkdir()
    monkeypatch.setattr(os, "fsync", _failing_fsync(OSError(errno.ENOSPC, "plein"), 0))
    for folder in (tmp_path / "site" / "pages", tmp_path / "la"):
        with pytest.raises(DocumentError, match="le disque est plein"):
            write_files(folder, {"x.txt": b"apres"})
    assert list(tmp_path.rglob("*")) == [tmp_path / "la"]


def test_an_interruption_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"x.txt": b"avant"})
    monkeypatch.setattr(os, "fsync", _failing_fsync(KeyboardInterrupt(), after=1))
    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path, {"x.txt": b"apres", "y.txt": b"apres"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"x.txt": b"avant"}


@pytest.mark.parametrize(("code", "words"), [(errno.EROFS, "lecture seule"), (errno.EACCES, "l'accès est refusé")])
def test_a_folder_where_one_may_not_write_is_said_in_french(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: Any, words: str
) -> None:
    def refuse(*_args: Any, **_kwargs: Any) -> None:
        raise OSError(code, "non")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(DocumentError, match=words):
        write_files(tmp_path, {"x.txt": b"1"})


def test_a_file_in_place_of_the_folder_is_said_in_french(tmp_path: Path) -> None:
    (tmp_path / "sortie").write_text("un fichier")
    with pytest.raises(DocumentError, match="un fichier porte déjà ce nom"):
        write_files(tmp_path / "sortie", {"x.txt": b"1"})


def test_a_folder_in_place_of_a_file_is_said_in_french_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "y.txt").mkdir()
    with pytest.raises(DocumentError, match="un dossier porte ce nom"):
        write_files(tmp_path, {"x.txt": b"1", "y.txt": b"2"})
    assert [path.name for path in tmp_path.iterdir()] == ["y.txt"]


def test_a_docx_goes_to_a_path_or_to_a_stream(tmp_path: Path) -> None:
    document, stream = Document(title="T"), BytesIO()
    content = to_docx(document, tmp_path / "t.docx")
    to_docx(document, stream)
    assert (tmp_path / "t.docx").read_bytes() == content
    assert stream.getvalue()[:2] == b"PK"


def test_a_file_held_open_at_the_last_moment_leaves_the_others_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, {"x.txt": b"avant", "y.txt": b"avant"})
    move = Path.replace

    def refuse(self: Any, target: Any) -> Any:
        if Path(target).name == "y.txt":
            raise PermissionError(errno.EACCES, "tenu", str(target))
        return move(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(DocumentError, match="n'ont pas changé"):
        write_files(tmp_path, {"x.txt": b"apres", "y.txt": b"apres"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"x.txt": b"avant", "y.txt": b"avant"}
