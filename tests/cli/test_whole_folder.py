"""Ce que la commande `liaison` laisse sur le disque : un dossier entier, ou rien de plus qu'avant."""

from __future__ import annotations

import errno
import os
import re
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from app.cli.output import InputError, whole_folder
from app.interruptions import end_as_ctrl_c_does
from liaison.documents import write_files


def write(target: Path, names: tuple[str, ...], failing: bool = False) -> None:
    with whole_folder(target) as folder:
        for name in names:
            (folder / name).write_text("après", encoding="utf-8")
        if failing:
            raise ZeroDivisionError


def test_a_folder_is_whole_or_not_at_all(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        write(tmp_path / "a" / "b", ("moitie.csv",), failing=True)
    assert list(tmp_path.iterdir()) == []
    write(tmp_path / "a" / "b", ("tout.csv",))
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["tout.csv"]
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]


@pytest.mark.parametrize("there", [False, True])
@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "Le disque est plein : « {} »"), (errno.EIO, "« {}{sep}charte.pdf » ne peut")]
)
def test_what_could_not_be_written_is_named_as_it_was_asked_for(
    tmp_path: Path, there: bool, number: int, said: str
) -> None:
    target = tmp_path / "charte"
    if there:
        target.mkdir()
    with pytest.raises(InputError) as refused, whole_folder(target) as folder:
        raise OSError(number, os.strerror(number), str(folder / "charte.pdf"))
    assert str(refused.value).startswith(said.format(target, sep=os.sep))


def test_a_document_that_a_full_disk_cannot_hold_is_named_as_it_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_stream: int) -> None:
        raise OSError(errno.ENOSPC, "plein")

    monkeypatch.setattr(os, "fsync", full)
    target = tmp_path / "charte"
    with pytest.raises(InputError, match=re.escape(f"« {target} » n'a pas pu être écrit")), whole_folder(target) as one:
        write_files(one, {"charte.pdf": b"..."})


def test_an_error_leaves_the_files_of_before(tmp_path: Path) -> None:
    (tmp_path / "trace.csv").write_text("avant", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        write(tmp_path, ("trace.csv",), failing=True)
    assert (tmp_path / "trace.csv").read_text(encoding="utf-8") == "avant"
    write(tmp_path, ("trace.csv",))
    assert (tmp_path / "trace.csv").read_text(encoding="utf-8") == "après"
    assert [path.name for path in tmp_path.iterdir()] == ["trace.csv"]


def test_files_that_cannot_all_be_put_in_place_are_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("avant", encoding="utf-8")
    replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if tmp_path / "b.csv" in (
            self,
            Path(target),
        ):  # neither moved nor replaced, as Windows does for a file that another program holds open
            raise PermissionError(13, "Permission denied", str(self))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(InputError, match="Ceux d'avant sont restés"):
        write(tmp_path, ("0.csv", "a.csv", "b.csv", "c.csv"))
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {
        "a.csv": "avant",
        "b.csv": "avant",
    }


@pytest.fixture
def ended_as_the_command_is() -> Iterator[Any]:
    """`kill` and the end of the terminal do to this process what they do to the command."""
    before = {number: signal.getsignal(number) for number in END}
    end_as_ctrl_c_does()
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


END = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
# Ctrl-C, `kill`, a terminal that closes.
interruptions = pytest.mark.parametrize("number", [signal.SIGINT, *END])


@interruptions
@pytest.mark.usefixtures("ended_as_the_command_is")
def test_what_interrupts_while_files_are_put_in_place_waits_for_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: Any
) -> None:
    (tmp_path / "a.csv").touch()
    replace = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        signal.raise_signal(number)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, ("a.csv", "b.csv"))
    assert {path.name for path in tmp_path.iterdir()} == {"a.csv", "b.csv"}
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "après"


@interruptions
@pytest.mark.usefixtures("ended_as_the_command_is")
def test_what_interrupts_while_a_folder_is_tidied_away_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: Any
) -> None:
    remove = shutil.rmtree

    def interrupted(*words: object, **more: object) -> None:
        signal.raise_signal(number)
        remove(*words, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(shutil, "rmtree", interrupted)
    with pytest.raises((KeyboardInterrupt, ZeroDivisionError)):
        write(tmp_path / "a" / "b", ("moitie.csv",), failing=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("failing", [False, True])
def test_ctrl_c_is_given_back_to_whoever_had_it(tmp_path: Path, failing: bool) -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(ZeroDivisionError) if failing else nullcontext():
        write(tmp_path, ("a.csv",), failing=failing)
    assert signal.getsignal(signal.SIGINT) is before


def test_a_folder_that_cannot_be_written_is_refused_before_any_work(liaison: Any, refused: Any, tmp_path: Path) -> None:
    blocker = tmp_path / "fichier"
    blocker.touch()
    for target in (blocker, blocker / "dedans"):
        words = ("simulate", "--school", "lgt", "--policy", "equilibree", "--out", target)
        result = liaison(*words)
        refused(result, "--out")
        assert "[1/4]" not in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["fichier"]


@pytest.mark.skipif(os.name == "nt", reason="droits de POSIX")
def test_a_read_only_folder_is_refused() -> None:
    with tempfile.TemporaryDirectory() as parent:
        target = Path(parent, "lecture_seule")
        target.mkdir()
        Path(parent).chmod(0o755)
        target.chmod(0o555)
        me = os.geteuid()
        if me == 0:  # root writes everywhere
            os.seteuid(65534)
        try:
            for out in (target, target / "dedans", target / "plus" / "loin"):
                with pytest.raises(InputError, match="l'accès est refusé"):
                    write(out, ("a.csv",))
        finally:
            os.seteuid(me)
        assert list(target.iterdir()) == []
