"""Ce qu'un dossier de dépôt contient : des remises, une à une, et la raison de ce qui n'en est pas.

A drop folder is a shared folder, a USB stick, or what Moodle and M@gistère give: one archive that holds everybody's.
"""

from __future__ import annotations

import io
import os
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from liaison.base.archives import LOCKED, START, ZIPX, kind_of, unopened
from liaison.base.faults import FrenchError
from liaison.base.guarded import NotTakenError, opened, taken
from liaison.diagnostic.formats.source import printable
from liaison.training.hand_in.reading import HAND_IN, LARGEST_ARCHIVE, LARGEST_TEAM_FILE

DEEPEST = 6  # dossiers l'un dans l'autre : une clé USB ou Moodle en font trois
MOST_FILES = 20_000
MOST_PACKED = 5_000  # remises dans une seule archive
LARGEST_UNPACKED = 1_000_000_000  # octets de toutes ces remises
LARGEST_DIRECTORY = 4_000_000  # octets de la table d'une archive : dix mille remises en font un dixième
TEAM_ENDINGS = (".yaml", ".yml")
MOST_OTHERS = 200  # fichiers d'une archive qui ne sont pas des remises, nommés un à un
_OPENED_MOST = 200  # fichiers d'une remise qu'un navigateur a déjà dépliée
# What systems leave everywhere, and that nobody handed in.
_NOISE = {"__macosx", "system volume information", "$recycle.bin", "thumbs.db", "desktop.ini"}
_TOO_LARGE = f"le fichier dépasse {LARGEST_ARCHIVE // 1_000_000} Mo : ce n'est pas une remise"
_TEAM_TOO_LARGE = f"le fichier dépasse {LARGEST_TEAM_FILE // 1000} ko : ce n'est pas celui d'une équipe"
_NOT_A_HAND_IN = "ce n'est pas une archive : le fichier « remise-CODE.zip » est attendu"
_ZIP_UNNAMED = "c'est un ZIP qui n'en porte pas le nom : le renommer avec « .zip » à la fin"
_DAMAGED = "l'archive est abîmée : elle ne peut pas être dépliée. La demander de nouveau"


_END = struct.Struct("<4s4H2LH")
_LOCATOR_SIZE = 20


class DropFolderError(FrenchError):
    """A drop folder that cannot be read, and what to do."""


@dataclass(frozen=True)
class Dropped:
    """One file of the drop folder: where it is, its bytes, or why there are none.

    It is the archive of a hand-in, or the file of a team (`team`), that an app of the suite wrote.
    """

    source: str
    content: bytes | None
    fault: str = ""

    @property
    def team(self) -> bool:
        """Whether it is the file of a team rather than an archive."""
        return self.source.lower().endswith(TEAM_ENDINGS)


@dataclass
class DropFolder:
    """A drop folder, or one archive in its place; `others` names the files that nobody took for a hand-in.

    A folder too deep to be looked into is named as one of them, with a slash.
    """

    path: Path
    others: list[str] = field(default_factory=list, init=False)
    _seen: int = field(default=0, init=False)

    def __iter__(self) -> Iterator[Dropped]:
        """Yield what is in it, by name; a link is never followed, and nothing of one file stops the others.

        Raises:
            DropFolderError: there is no such folder, or it holds too many files to be one.
        """
        self.others, self._seen = [], 0
        if self.path.is_file():
            yield from _file(self.path, self.path.name)
        else:
            yield from self._folder(self.path, "", 0)

    def _folder(self, folder: Path, name: str, depth: int) -> Iterator[Dropped]:
        try:
            with os.scandir(folder) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            if not name:
                raise DropFolderError(
                    f"Le dépôt « {folder} » ne peut pas être lu. Vérifier son nom, ou que la clé est branchée."
                ) from error
            yield Dropped(name, None, "ce dossier ne peut pas être lu : l'accès est refusé")
            return
        if any(entry.name == HAND_IN for entry in listed):
            yield _packed_again(listed, name or self.path.name)
            return
        for entry in listed:
            yield from self._entry(entry, name, depth)

    def _entry(self, entry: os.DirEntry[str], parent: str, depth: int) -> Iterator[Dropped]:
        lower = entry.name.lower()
        if lower in _NOISE or lower.startswith("."):
            return
        self._seen += 1
        if self._seen > MOST_FILES:
            raise DropFolderError(
                f"Le dépôt a plus de {MOST_FILES} fichiers : donner le dossier des remises, pas tout un disque."
            )
        source = printable(f"{parent}/{entry.name}" if parent else entry.name)
        wanted = _wanted(lower) or kind_of(b"", lower) or lower.startswith("remise")
        if entry.is_dir(follow_symlinks=False):
            if depth < DEEPEST:
                yield from self._folder(Path(entry.path), source, depth + 1)
            else:
                self.others.append(f"{source}/")
        elif not wanted:
            self.others.append(source)
        elif entry.is_symlink():
            yield Dropped(source, None, "c'est un lien vers un autre fichier : il n'est pas suivi")
        elif not _wanted(lower):
            yield Dropped(source, None, _not_opened(lower, _start(Path(entry.path))))
        else:
            yield from _file(Path(entry.path), source)


def _file(path: Path, source: str) -> Iterator[Dropped]:
    """Yield a hand-in, or every hand-in of an archive of archives."""
    try:
        with opened(path.parent, path.name) as file:
            inner = _inner(file)
            if inner is not None:
                yield from _unpacked(file, inner, source)
                return
            file.seek(0)
            content = file.read(LARGEST_ARCHIVE + 1)  # what is too large is refused without being read whole
    except NotTakenError as error:
        yield Dropped(source, None, f"ce fichier {error}")
        return
    except OSError:
        yield Dropped(source, None, "le fichier ne peut pas être lu : l'accès est refusé, ou la clé a été retirée")
        return
    yield _weighed(source, content)


def _weighed(source: str, content: bytes) -> Dropped:
    dropped = Dropped(source, content)
    if len(content) > LARGEST_ARCHIVE:
        return Dropped(source, None, _TOO_LARGE)
    if dropped.team and len(content) > LARGEST_TEAM_FILE:
        return Dropped(source, None, _TEAM_TOO_LARGE)
    return dropped


def _inner(file: IO[bytes]) -> list[zipfile.ZipInfo] | None:
    """Return what an archive holds when hand-ins are among it and it is not one itself, None otherwise."""
    try:
        if _directory_size(file) > LARGEST_DIRECTORY:  # it would all be kept in memory
            return None
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except Exception:  # what is no archive is said by who reads a hand-in
        return None
    names = [entry.filename for entry in entries]
    if any(name == HAND_IN or (name.count("/") == 1 and name.endswith(f"/{HAND_IN}")) for name in names):
        return None
    inner = [entry for entry in entries if not entry.is_dir() and not _noise(entry.filename)]
    return inner if any(_wanted(entry.filename) or kind_of(b"", entry.filename) for entry in inner) else None


def _wanted(name: str) -> bool:
    return name.lower().endswith((".zip", ".zipx", *TEAM_ENDINGS))


def _start(path: Path) -> bytes:
    try:
        with opened(path.parent, path.name) as file:
            return file.read(START)
    except (OSError, NotTakenError):  # its name says what it is
        return b""


def _start_inside(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(entry) as file:
            return file.read(START)
    except Exception:  # ciphered, cut, of an unknown kind: its name says what it is
        return b""


def _not_opened(name: str, start: bytes) -> str:
    kind = kind_of(start, name)
    if kind == "zip":  # a word processor's file is one too
        return _NOT_A_HAND_IN if Path(name).suffix and not kind_of(b"", name) else _ZIP_UNNAMED
    return f"c'est {unopened(kind)}" if kind else _NOT_A_HAND_IN


def _noise(path: str) -> bool:
    parts = path.lower().split("/")
    return bool({*parts} & _NOISE) or parts[-1].startswith(".")


def _directory_size(file: IO[bytes]) -> int:
    """Return the size of the table of an archive, as its end gives it; more than any for the form of huge archives."""
    size = file.seek(0, os.SEEK_END)
    start = file.seek(max(0, size - _END.size - (1 << 16) - _LOCATOR_SIZE))
    tail = file.read()
    file.seek(0)
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or start + end + _END.size > size:
        return 0
    if tail[max(0, end - _LOCATOR_SIZE) : end].startswith(b"PK\x06\x07"):
        return LARGEST_DIRECTORY + 1
    return int(_END.unpack_from(tail, end)[5])


def _unpacked(file: IO[bytes], inner: list[zipfile.ZipInfo], source: str) -> Iterator[Dropped]:
    left, others = LARGEST_UNPACKED, list[tuple[str, str]]()
    with zipfile.ZipFile(file) as archive:
        # Hand-ins first: what is named after them keeps none of them out.
        for number, entry in enumerate(sorted(inner, key=lambda one: (not _wanted(one.filename), one.filename))):
            name = printable(f"{source} > {entry.filename}")
            if not _wanted(entry.filename):
                start = _start_inside(archive, entry) if len(others) < MOST_OTHERS else b""
                others.append((name, _not_opened(entry.filename, start)))
                continue
            if number >= MOST_PACKED or left <= 0:
                yield Dropped(source, None, "l'archive contient trop de remises : la déplier, puis donner le dossier")
                return
            try:
                with archive.open(entry) as packed:
                    # Counted while reading: what an archive says of itself may be false.
                    content = packed.read(LARGEST_ARCHIVE + 1)
            except Exception as error:  # ciphered, cut, of an unknown kind: the next ones may be sound
                yield Dropped(name, None, _why_not_unpacked(entry, error))
                continue
            left -= len(content)
            yield _weighed(name, content)
    for name, fault in others[:MOST_OTHERS]:
        yield Dropped(name, None, fault)
    if (more := len(others) - MOST_OTHERS) > 0:
        yield Dropped(source, None, f"l'archive contient d'autres fichiers, sans rapport : {more}")


def _why_not_unpacked(entry: zipfile.ZipInfo, error: Exception) -> str:
    if entry.flag_bits & 0x1:
        return f"ce fichier est {LOCKED}"
    return f"ce fichier est {ZIPX}" if isinstance(error, NotImplementedError) else _DAMAGED


def _packed_again(entries: list[os.DirEntry[str]], source: str) -> Dropped:
    """Return as an archive a hand-in that a browser unpacked by itself: the same files give the same bytes."""
    packed = io.BytesIO()
    try:
        files = sorted(_files_of(entries, ""))
        if len(files) > _OPENED_MOST or sum(path.stat().st_size for _, path in files) > LARGEST_ARCHIVE:
            return Dropped(
                source, None, "ce dossier contient autre chose qu'une remise : trop de fichiers, ou trop gros"
            )
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, path in files:
                archive.writestr(zipfile.ZipInfo(name), taken(path.parent, path.name, largest=LARGEST_ARCHIVE))
    except (OSError, NotTakenError):
        return Dropped(source, None, "ce dossier ne peut pas être lu : l'accès est refusé")
    return Dropped(source, packed.getvalue())


def _files_of(entries: list[os.DirEntry[str]], parent: str, depth: int = 0) -> Iterator[tuple[str, Path]]:
    for entry in entries:
        if entry.is_file(follow_symlinks=False):
            yield f"{parent}{entry.name}", Path(entry.path)
        elif entry.is_dir(follow_symlinks=False) and depth < 2:
            with os.scandir(entry.path) as inside:
                yield from _files_of(list(inside), f"{parent}{entry.name}/", depth + 1)


__all__ = ["DropFolder", "DropFolderError", "Dropped"]
