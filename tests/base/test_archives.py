"""Une archive est reconnue à ses octets ; rien de ce qu'elle annonce n'est cru ; la suite en fait une."""

import bz2
import datetime as dt
import gzip
import io
import lzma
import signal
import stat
import sys
import tarfile
import warnings
import zipfile
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.base.archives import (
    START,
    Allowance,
    ArchiveError,
    Flaw,
    kind_of,
    opened_tar,
    opened_zip,
    unpacked_stream,
    zip_of,
)


def made(kind: str) -> bytes:
    """A true archive, as the standard library makes it."""
    packed = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("a.txt", "a")
    else:
        with tarfile.open(fileobj=packed, mode="w") as archive:
            archive.addfile(tarfile.TarInfo("a.txt"))
    return packed.getvalue()


# Each has a name of its own: one made of its bytes would hold the hour, and two workers would not have the same tests.
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param(made("zip"), "zip", id="zip"),
        pytest.param(made("tar"), "tar", id="tar"),
        pytest.param(gzip.compress(b"a"), "gzip", id="gzip"),
        pytest.param(bz2.compress(b"a"), "bzip2", id="bzip2"),
        pytest.param(lzma.compress(b"a"), "xz", id="xz"),
        pytest.param(b"a" * 300, "", id="ni l'un ni l'autre"),
        pytest.param(b"", "", id="vide"),
    ],
)
def test_what_an_archive_holds_says_its_kind_whatever_its_name(content: bytes, kind: str) -> None:
    assert kind_of(content[:START]) == kind
    assert kind_of(content[:START], "remise.RAR") == (kind or "rar")
    assert kind_of(content[:START], "rar.pdf") == kind


# What is read of one


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(packed, "w") as archive:
        warnings.simplefilter("ignore")  # of a name that is there twice
        for name, content in entries:
            archive.writestr(name, content, packing)
    return packed.getvalue()


def taped(*entries: tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in entries:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return packed.getvalue()


def linked() -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("a.txt")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def locked() -> bytes:
    content = bytearray(zipped(("a.txt", b"a")))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def lying() -> bytes:
    """Return a ZIP whose table says that its file, of a thousand bytes, has three."""
    content = bytearray(zipped(("a.txt", bytes(1000))))
    content[(at := content.index(b"PK\x01\x02") + 24) : at + 4] = (3).to_bytes(4, "little")
    return bytes(content)


def files_of(content: bytes, most: int = 9) -> list[str]:
    with opened_zip(content, Allowance(100)) as archive:
        return list(archive.files(most, lambda part: part == "__MACOSX"))


def read_all(content: bytes, most: int) -> list[bytes]:
    allowance = Allowance(most)
    with (opened_tar if kind_of(content) == "tar" else opened_zip)(content, allowance) as archive:
        return [archive.read(entry) for entry in archive.entries()]


@pytest.mark.parametrize(
    ("content", "flaw"),
    [
        (zipped(("../a.txt", b"a")), Flaw.CLIMBING),
        (zipped(("/a.txt", b"a")), Flaw.CLIMBING),
        (zipped(("b/../../a.txt", b"a")), Flaw.CLIMBING),
        (zipped(("C:a.txt", b"a")), Flaw.CLIMBING),
        (zipped(("b\\a.txt", b"a")), Flaw.CLIMBING),
        (zipped((linked(), b"/etc/passwd")), Flaw.LINK),
        (locked(), Flaw.LOCKED),
        (zipped(("a.txt", b"a"), packing=zipfile.ZIP_LZMA), Flaw.PACKING),
        (zipped(("a.txt", b"a"), ("A.TXT", b"b")), Flaw.TWICE),
        (zipped(("a.txt", b"a"))[:-30], Flaw.DAMAGED),
        (b"", Flaw.DAMAGED),
    ],
    ids=lambda case: case if isinstance(case, Flaw) else "zip",  # the bytes hold the hour
)
def test_an_archive_that_is_a_trap_gives_no_file_and_says_which(content: bytes, flaw: Flaw) -> None:
    with pytest.raises(ArchiveError) as refused:
        files_of(content)
    assert refused.value.flaw is flaw


def test_an_archive_gives_its_files_and_not_what_a_system_left() -> None:
    content = zipped(("b/", b""), ("b/a..txt", b"a"), ("c.txt", b"a"), ("__MACOSX/c.txt", b"x"))
    assert files_of(content) == ["b/a..txt", "c.txt"]
    assert files_of(content, most=4)
    with pytest.raises(ArchiveError) as refused:
        files_of(content, most=3)
    assert refused.value.flaw is Flaw.MANY


@pytest.mark.parametrize("pack", [zipped, taped])
def test_all_that_is_unpacked_counts_in_one_allowance(pack: Callable[..., bytes]) -> None:
    content = pack(("a.txt", bytes(60)), ("b.txt", bytes(40)))
    assert sum(map(len, read_all(content, 100))) == 100
    with pytest.raises(ArchiveError) as refused:
        read_all(content, 99)
    assert refused.value.flaw is Flaw.LARGE


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_refused_and_the_next_one_read() -> None:
    with opened_zip(zipped(("a.txt", bytes(11)), ("b.txt", bytes(10))), Allowance(100)) as archive:
        large, fitting = archive.entries()
        with pytest.raises(ArchiveError) as refused:
            archive.read(large, 10)
        assert refused.value.flaw is Flaw.LARGE
        assert archive.read(fitting, 10) == bytes(10)
        assert archive.allowance.left == 100 - 11 - 10


def test_what_a_file_holds_is_counted_and_not_what_it_says() -> None:
    with opened_zip(lying(), Allowance(999)) as archive:
        (entry,) = archive.entries()
        with pytest.raises(ArchiveError) as refused:
            list(archive.pieces(entry))
        assert refused.value.flaw is Flaw.LARGE
    with opened_zip(lying(), Allowance(1000)) as archive:
        (entry,) = archive.entries()
        assert b"".join(archive.pieces(entry)) == bytes(1000)
        with pytest.raises(ArchiveError) as refused:
            archive.read(entry)
        assert refused.value.flaw is Flaw.DAMAGED


def test_a_table_that_would_fill_the_memory_is_not_read() -> None:
    content = zipped(*((f"{number:03}", b"") for number in range(100)))
    table = 100 * (46 + 3)
    with opened_zip(io.BytesIO(content), Allowance(0), largest_table=table) as archive:
        assert len(list(archive.entries())) == 100
    with (
        pytest.raises(ArchiveError) as refused,
        opened_zip(io.BytesIO(content), Allowance(0), largest_table=table - 1),
    ):
        pass
    assert refused.value.flaw is Flaw.MANY


@pytest.mark.parametrize(("kind", "pack"), [("gzip", gzip.compress), ("bzip2", bz2.compress), ("xz", lzma.compress)])
def test_a_file_compressed_alone_is_bounded_too(kind: str, pack: Callable[[bytes], bytes]) -> None:
    assert unpacked_stream(pack(bytes(1000)), kind, Allowance(1000)) == bytes(1000)
    for content, most, flaw in ((bytes(1001), 1000, Flaw.LARGE), (bytes(1000), 999, Flaw.LARGE)):
        with pytest.raises(ArchiveError) as refused:
            unpacked_stream(pack(content), kind, Allowance(most))
        assert refused.value.flaw is flaw
    with pytest.raises(ArchiveError) as refused:
        unpacked_stream(pack(bytes(1000))[:-9], kind, Allowance(1000))
    assert refused.value.flaw is Flaw.DAMAGED


@given(content=st.binary(max_size=400), start=st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06"]))
def test_whatever_the_bytes_an_archive_is_read_or_has_a_flaw(content: bytes, start: bytes) -> None:
    for opening in (opened_zip, opened_tar):
        with suppress(ArchiveError), opening(start + content, Allowance(100)) as archive:
            assert sum(len(archive.read(entry)) for entry in archive.entries()) <= 100


# What is written


@given(files=st.dictionaries(st.sampled_from(["a", "b/c", "d.txt"]), st.binary(max_size=50)), compressed=st.booleans())
def test_the_same_files_give_the_same_bytes_in_whatever_order_and_come_back(
    files: dict[str, bytes], compressed: bool
) -> None:
    content = zip_of(files, compressed=compressed)
    assert content == zip_of(dict(reversed(files.items())), compressed=compressed)
    with opened_zip(content, Allowance(1000)) as archive:
        back = {name: archive.read(entry) for name, entry in archive.files(9, lambda _: False).items()}
    assert back == files


def test_the_files_of_an_archive_have_the_date_that_is_given() -> None:
    made_at = dt.datetime(2026, 11, 28, 10, 30, tzinfo=dt.UTC)
    with zipfile.ZipFile(io.BytesIO(zip_of({"a": b"", "b": b""}, made_at))) as archive:
        assert {one.date_time for one in archive.infolist()} == {(2026, 11, 28, 10, 30, 0)}


def test_a_ctrl_c_while_an_archive_opens_leaves_none_that_is_half_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python then has it close itself, which it cannot: an English trace was shown."""
    content = zip_of({"lettre.txt": b"Bonjour."})
    code = zipfile.ZipFile.__init__.__code__
    shown: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda lost: shown.append(lost.exc_value))
    lines = sorted({line for *_, line in code.co_lines() if line})

    def asked_at(line: int) -> Callable[[FrameType, str, object], Any]:
        def trace(frame: FrameType, event: str, _: object) -> Any:
            if frame.f_code is code and event == "line" and frame.f_lineno == line:
                sys.settrace(None)
                signal.raise_signal(signal.SIGINT)
            return trace if frame.f_code is code else None

        return trace

    interrupted = 0
    before = sys.gettrace()
    for line in lines:
        try:
            sys.settrace(asked_at(line))
            with opened_zip(content, Allowance(1000)) as archive:
                sys.settrace(before)
                assert [entry.name for entry in archive.entries()] == ["lettre.txt"]
        except KeyboardInterrupt:
            interrupted += 1
        finally:
            sys.settrace(before)
    assert interrupted > 10
    assert shown == []
