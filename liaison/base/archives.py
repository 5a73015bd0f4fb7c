"""Une archive : ce qu'elle est, ce qu'on en dit quand elle n'est pas ouverte, la lire bornée, en écrire une.

Nothing that an archive says of itself is believed: its bytes are counted while they are unpacked, its names lead out
of it, its entries are links. Each caller gives its own limits, and has its own sentence for each flaw.
"""

from __future__ import annotations

import bz2
import datetime as dt
import gzip
import io
import lzma
import os
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from liaison.base.interruptions import uninterrupted
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)

START = 262  # octets qui suffisent : un tar ne se nomme qu'au 257e
_SIGNS = {
    b"PK\x03\x04": "zip",
    b"\x1f\x8b": "gzip",
    b"\xfd7zXZ\x00": "xz",
    **{b"BZh%d1AY&SY" % level: "bzip2" for level in range(1, 10)},
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"Rar!\x1a\x07": "rar",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"MSCF\x00\x00\x00\x00": "cab",
    b"\x5d\x00\x00": "lzma",
    b"LZIP": "lzip",
    b"\x1f\x9d": "Z",
    b"\x04\x22\x4d\x18": "lz4",
}
_ENDINGS = {
    ".7z": "7z",
    ".rar": "rar",
    ".tar": "tar",
    **dict.fromkeys((".gz", ".tgz"), "gzip"),
    **dict.fromkeys((".bz2", ".tbz", ".tbz2"), "bzip2"),
    **dict.fromkeys((".xz", ".txz"), "xz"),
    **dict.fromkeys((".zst", ".tzst"), "zstd"),
    ".cab": "cab",
    **dict.fromkeys((".lzma", ".tlz"), "lzma"),
    ".lz": "lzip",
    ".lz4": "lz4",
}


def kind_of(start: bytes, name: str = "") -> str:
    """Return which kind of archive begins so, or else is called so; "" for what is none."""
    if start[257:262] == b"ustar":
        return "tar"
    by_name = next((kind for ending, kind in _ENDINGS.items() if name.lower().endswith(ending)), "")
    return next((kind for sign, kind in _SIGNS.items() if start.startswith(sign)), by_name)


def unopened(kind: str) -> str:
    """Return what is said of an archive that is not a ZIP, as the end of a sentence: « est une archive 7z… »."""
    return phrase("archive-suite-ouvre-pas", kind=kind)


_STREAMS: dict[str, Callable[..., Any]] = {"gzip": gzip.open, "xz": lzma.open, "lzma": lzma.open, "bzip2": bz2.open}
STREAMS = frozenset(_STREAMS)  # what holds one file, compressed
_END, _LOCATOR_SIZE = struct.Struct("<4s4H2LH"), 20
_ENTRY = struct.Struct("<26xHH")
_PIECE = 1 << 20
_FIRST = (1980, 1, 1, 0, 0, 0)  # no ZIP knows an earlier day


class Flaw(StrEnum):
    """Why an archive, or one of its files, is not read."""

    DAMAGED = "damaged"
    LOCKED = "locked"
    PACKING = "packing"  # compressed in a way that an ordinary ZIP is not
    CLIMBING = "climbing"  # a name that leads out of the archive
    LINK = "link"
    TWICE = "twice"
    MANY = "many"
    LARGE = "large"


def how_unread(flaw: Flaw) -> str:
    """Return what a file is that cannot be taken out, being locked or packed as no ordinary ZIP is, and what to do."""
    return phrase("protege" if flaw is Flaw.LOCKED else "zipx")


class ArchiveError(Exception):
    """What is wrong with an archive; whoever reads it has the sentence."""

    def __init__(self, flaw: Flaw):
        super().__init__(flaw)
        self.flaw = flaw


class Allowance:
    """How many bytes may still be unpacked, of one archive or of several, one inside another."""

    def __init__(self, most: int):
        self.most = self.left = most

    def count(self, size: int) -> None:
        """Take what was just unpacked.

        Raises:
            ArchiveError: it is more than was left.
        """
        self.left -= size
        if self.left < 0:
            self.left = 0
            raise ArchiveError(Flaw.LARGE)

    def read(self, file: IO[bytes], largest: int | None = None) -> bytes:
        """Return what an unpacked file holds, `largest` bytes at most; what is too large is not read whole.

        Raises:
            ArchiveError: it is larger, or more than was left.
        """
        limit = self.left if largest is None else min(largest, self.left)
        content = file.read(limit + 1)
        self.count(len(content))
        if len(content) > limit:
            raise ArchiveError(Flaw.LARGE)
        return content


@dataclass(frozen=True)
class ArchiveEntry:
    """What an archive says that it holds under a name; `words` are all those that it says of it, name included.

    `flaw` is why somebody who is not to be trusted should not have it taken; None when nothing forbids it.
    """

    name: str
    is_folder: bool
    words: tuple[str, ...]
    flaw: Flaw | None
    _member: Any = field(repr=False)


class Archive:
    """A ZIP or a tar, open for reading; all that is read of it counts in one allowance."""

    def __init__(self, opened: zipfile.ZipFile | tarfile.TarFile, allowance: Allowance) -> None:
        self._opened = opened
        self.allowance = allowance
        self.comment = opened.comment if isinstance(opened, zipfile.ZipFile) else b""

    def entries(self) -> Iterator[ArchiveEntry]:
        """Yield what it says that it holds, in its order.

        Raises:
            ArchiveError: it is damaged, from there on.
        """
        with _flaws():
            if isinstance(self._opened, zipfile.ZipFile):
                for member in self._opened.infolist():
                    yield ArchiveEntry(member.filename, member.is_dir(), (member.filename,), _flaw_of(member), member)
            else:
                for other in self._opened:
                    words = (other.name, other.linkname, other.uname, other.gname)
                    flaw = None if other.isreg() or other.isdir() else Flaw.LINK
                    yield ArchiveEntry(other.name, not other.isreg(), words, flaw or _climbing(other.name), other)

    def files(self, most: int, ignored: Callable[[str], bool]) -> dict[str, ArchiveEntry]:
        """Return its files by name, all of them where they say, none of them a trap; `ignored` tells a part of a path.

        Raises:
            ArchiveError: it holds more than `most`, twice the same, or one with a flaw.
        """
        entries = list(self.entries())
        if len(entries) > most:
            raise ArchiveError(Flaw.MANY)
        files, seen = dict[str, ArchiveEntry](), set[str]()
        for entry in entries:
            if entry.flaw:
                raise ArchiveError(entry.flaw)
            if entry.is_folder or any(ignored(part) for part in entry.name.split("/")):
                continue
            if entry.name.casefold() in seen:
                raise ArchiveError(Flaw.TWICE)
            seen.add(entry.name.casefold())
            files[entry.name] = entry
        return files

    def read(self, entry: ArchiveEntry, largest: int | None = None) -> bytes:
        """Return what an entry holds, `largest` bytes at most.

        Raises:
            ArchiveError: it is locked, damaged, packed in an unknown way, or too large.
        """
        with _flaws(), self._file(entry) as file:
            return self.allowance.read(file, largest)

    def start(self, entry: ArchiveEntry, size: int) -> bytes:
        """Return the first bytes of an entry, which count for nothing.

        Raises:
            ArchiveError: see `read`.
        """
        with _flaws(), self._file(entry) as file:
            return file.read(size)

    def pieces(self, entry: ArchiveEntry) -> Iterator[bytes]:
        """Yield what an entry of a ZIP holds, piece by piece, whatever size it says: a bomb never stands in memory.

        Raises:
            ArchiveError: see `read`.
        """
        with _flaws():
            for piece in _inflated(self._opened, entry._member):
                self.allowance.count(len(piece))
                yield piece

    def _file(self, entry: ArchiveEntry) -> IO[bytes]:
        if entry.flaw is Flaw.LOCKED:
            raise ArchiveError(Flaw.LOCKED)
        if isinstance(self._opened, zipfile.ZipFile):
            return self._opened.open(entry._member)
        return (entry._member.isreg() and self._opened.extractfile(entry._member)) or io.BytesIO()


@contextmanager
def opened_zip(
    source: bytes | Path | IO[bytes], allowance: Allowance, *, largest_table: int | None = None
) -> Iterator[Archive]:
    """Open a ZIP for reading; `largest_table` is how many bytes its table may hold, which all stays in memory.

    Raises:
        ArchiveError: it is none, or damaged; its table is too large.
    """
    with _flaws():
        file = io.BytesIO(source) if isinstance(source, bytes) else source
        if largest_table is not None and not isinstance(file, Path) and _table_size(file) > largest_table:
            raise ArchiveError(Flaw.MANY)
        with uninterrupted():  # one that is half opened cannot close itself, and says so in a trace
            opened = zipfile.ZipFile(file)
    with opened:
        yield Archive(opened, allowance)


@contextmanager
def opened_tar(content: bytes, allowance: Allowance) -> Iterator[Archive]:
    """Open for reading a tar that is not compressed.

    Raises:
        ArchiveError: it is none, or damaged.
    """
    with _flaws():
        opened = tarfile.TarFile(fileobj=io.BytesIO(content))
    with opened:
        yield Archive(opened, allowance)


def unpacked_stream(content: bytes, kind: str, allowance: Allowance) -> bytes:
    """Return what a file compressed alone holds; `kind` is one of STREAMS.

    Raises:
        ArchiveError: it is damaged, or too large.
    """
    with _flaws(), _STREAMS[kind](io.BytesIO(content)) as file:
        return allowance.read(file)


def zip_of(files: Mapping[str, bytes], made_at: dt.datetime | None = None, *, compressed: bool = True) -> bytes:
    """Return a ZIP of these files, by name, all of one date: the same files give the same bytes."""
    packing = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, made_at.timetuple()[:6] if made_at else _FIRST)
            archive.writestr(entry, content, packing)
    return written.getvalue()


@contextmanager
def _flaws() -> Iterator[None]:
    """Turn what the standard library raises of an archive into a flaw: one made to break it raises nearly anything."""
    try:
        yield
    except (ArchiveError, MemoryError):
        raise
    except NotImplementedError as error:
        raise ArchiveError(Flaw.PACKING) from error
    except Exception as error:
        raise ArchiveError(Flaw.DAMAGED) from error


def _climbing(name: str) -> Flaw | None:
    parts = name.removesuffix("/").split("/")
    odd = not name.isprintable() or "\\" in name or ":" in name
    return Flaw.CLIMBING if odd or any(part in ("", ".", "..") for part in parts) else None


def _flaw_of(entry: zipfile.ZipInfo) -> Flaw | None:
    if flaw := _climbing(entry.filename):
        return flaw
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return Flaw.LINK
    if entry.flag_bits & 0x1:
        return Flaw.LOCKED
    return None if entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) else Flaw.PACKING


def _table_size(file: IO[bytes]) -> float:
    """Return the size of the table of a ZIP, as its end gives it; more than any for the form of huge archives."""
    size = file.seek(0, os.SEEK_END)
    start = file.seek(max(0, size - _END.size - (1 << 16) - _LOCATOR_SIZE))
    tail = file.read()
    file.seek(0)
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or start + end + _END.size > size:
        return 0
    if tail[max(0, end - _LOCATOR_SIZE) : end].startswith(b"PK\x06\x07"):
        return float("inf")
    return int(_END.unpack_from(tail, end)[5])


def _inflated(archive: zipfile.ZipFile | tarfile.TarFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    # The standard library stops at the size that is announced; other readers do not.
    assert isinstance(archive, zipfile.ZipFile)
    assert archive.fp is not None
    archive.fp.seek(entry.header_offset)
    archive.fp.seek(sum(_ENTRY.unpack(archive.fp.read(_ENTRY.size))), os.SEEK_CUR)
    packed = archive.fp.read(entry.compress_size)
    if entry.compress_type == zipfile.ZIP_STORED:
        yield packed
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        while packed and not unpacking.eof:
            yield unpacking.decompress(packed, _PIECE)
            packed = unpacking.unconsumed_tail
    else:
        raise NotImplementedError


__all__ = [
    "START",
    "STREAMS",
    "Allowance",
    "Archive",
    "ArchiveEntry",
    "ArchiveError",
    "Flaw",
    "how_unread",
    "kind_of",
    "opened_tar",
    "opened_zip",
    "unopened",
    "unpacked_stream",
    "zip_of",
]
