"""Ce qu'un dossier de dépôt contient : des remises, une à une, et la raison de ce qui n'en est pas.

A drop folder is a shared folder, a USB stick, or what Moodle and M@gistère give: one archive that holds everybody's.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from liaison.base.archives import (
    START,
    Allowance,
    Archive,
    ArchiveEntry,
    ArchiveError,
    Flaw,
    how_unread,
    kind_of,
    opened_zip,
    unopened,
    zip_of,
)
from liaison.base.faults import FrenchError
from liaison.base.guarded import NotTakenError, opened, taken
from liaison.base.quoting import printable
from liaison.base.sentences import french_beside
from liaison.training.hand_in.reading import HAND_IN, LARGEST_ARCHIVE, LARGEST_TEAM_FILE

phrase = french_beside(__file__)


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
                raise DropFolderError(phrase("depot-ferme", folder=folder)) from error
            yield Dropped(name, None, phrase("dossier-ferme"))
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
            raise DropFolderError(phrase("trop-de-fichiers", most=MOST_FILES))
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
            yield Dropped(source, None, phrase("un-lien"))
        elif not _wanted(lower):
            yield Dropped(source, None, _not_opened(lower, _start(Path(entry.path))))
        else:
            yield from _file(Path(entry.path), source)


def _file(path: Path, source: str) -> Iterator[Dropped]:
    """Yield a hand-in, or every hand-in of an archive of archives."""
    try:
        with opened(path.parent, path.name) as file:
            # One more than all: what ends the allowance is still a whole hand-in.
            allowance = Allowance(LARGEST_UNPACKED + LARGEST_ARCHIVE)
            # What is no archive is said by who reads a hand-in.
            with suppress(ArchiveError), opened_zip(file, allowance, largest_table=LARGEST_DIRECTORY) as archive:
                if inner := _inner(archive):
                    yield from _unpacked(archive, inner, source)
                    return
            file.seek(0)
            content = file.read(LARGEST_ARCHIVE + 1)  # what is too large is refused without being read whole
    except NotTakenError as error:
        yield Dropped(source, None, phrase("fichier-refuse", reason=error))
        return
    except OSError:
        yield Dropped(source, None, phrase("fichier-ferme"))
        return
    yield _weighed(source, content)


def _unpacked_fault(flaw: Flaw) -> str:
    """Return why a hand-in cannot be taken out of an archive of archives."""
    match flaw:
        case Flaw.LOCKED | Flaw.PACKING:
            return phrase("ce-fichier-est", how=how_unread(flaw))
        case Flaw.LARGE:
            return _too_large()
    return phrase("archive-abimee")


def _too_large() -> str:
    return phrase("trop-gros", most=LARGEST_ARCHIVE // 1_000_000)


def _weighed(source: str, content: bytes) -> Dropped:
    dropped = Dropped(source, content)
    if len(content) > LARGEST_ARCHIVE:
        return Dropped(source, None, _too_large())
    if dropped.team and len(content) > LARGEST_TEAM_FILE:
        return Dropped(source, None, phrase("fichier-d-equipe-trop-gros", most=LARGEST_TEAM_FILE // 1000))
    return dropped


def _inner(archive: Archive) -> list[ArchiveEntry]:
    """Return what an archive holds when hand-ins are among it and it is not one itself, nothing otherwise."""
    entries = list(archive.entries())
    names = [entry.name for entry in entries]
    if any(name == HAND_IN or (name.count("/") == 1 and name.endswith(f"/{HAND_IN}")) for name in names):
        return []
    inner = [entry for entry in entries if not entry.is_folder and not _noise(entry.name)]
    return inner if any(_wanted(entry.name) or kind_of(b"", entry.name) for entry in inner) else []


def _wanted(name: str) -> bool:
    return name.lower().endswith((".zip", ".zipx", *TEAM_ENDINGS))


def _start(path: Path) -> bytes:
    try:
        with opened(path.parent, path.name) as file:
            return file.read(START)
    except (OSError, NotTakenError):  # its name says what it is
        return b""


def _start_inside(archive: Archive, entry: ArchiveEntry) -> bytes:
    try:
        return archive.start(entry, START)
    except ArchiveError:  # its name says what it is
        return b""


def _not_opened(name: str, start: bytes) -> str:
    kind = kind_of(start, name)
    if kind == "zip":  # a word processor's file is one too
        return phrase("pas-une-archive") if Path(name).suffix and not kind_of(b"", name) else phrase("zip-sans-son-nom")
    return phrase("c-est", kind=unopened(kind)) if kind else phrase("pas-une-archive")


def _noise(path: str) -> bool:
    parts = path.lower().split("/")
    return bool({*parts} & _NOISE) or parts[-1].startswith(".")


def _unpacked(archive: Archive, inner: list[ArchiveEntry], source: str) -> Iterator[Dropped]:
    others = list[tuple[str, str]]()
    # Hand-ins first: what is named after them keeps none of them out.
    for number, entry in enumerate(sorted(inner, key=lambda file: (not _wanted(file.name), file.name))):
        name = printable(f"{source} > {entry.name}")
        if not _wanted(entry.name):
            start = _start_inside(archive, entry) if len(others) < MOST_OTHERS else b""
            others.append((name, _not_opened(entry.name, start)))
            continue
        if number >= MOST_PACKED or archive.allowance.left <= LARGEST_ARCHIVE:
            yield Dropped(source, None, phrase("trop-de-remises"))
            return
        try:
            yield _weighed(name, archive.read(entry, LARGEST_ARCHIVE))
        except ArchiveError as error:  # the next ones may be sound
            yield Dropped(name, None, _unpacked_fault(error.flaw))
    for name, fault in others[:MOST_OTHERS]:
        yield Dropped(name, None, fault)
    if (more := len(others) - MOST_OTHERS) > 0:
        yield Dropped(source, None, phrase("autres-fichiers", more=more))


def _packed_again(entries: list[os.DirEntry[str]], source: str) -> Dropped:
    """Return as an archive a hand-in that a browser unpacked by itself: the same files give the same bytes."""
    try:
        files = list(_files_of(entries, ""))
        if len(files) > _OPENED_MOST or sum(path.stat().st_size for _, path in files) > LARGEST_ARCHIVE:
            return Dropped(source, None, phrase("dossier-trop-gros"))
        contents = {name: taken(path.parent, path.name, largest=LARGEST_ARCHIVE) for name, path in files}
    except (OSError, NotTakenError):
        return Dropped(source, None, phrase("dossier-ferme"))
    return Dropped(source, zip_of(contents, compressed=False))  # as before: what was taken is known by its bytes


def _files_of(entries: list[os.DirEntry[str]], parent: str, depth: int = 0) -> Iterator[tuple[str, Path]]:
    for entry in entries:
        if entry.is_file(follow_symlinks=False):
            yield f"{parent}{entry.name}", Path(entry.path)
        elif entry.is_dir(follow_symlinks=False) and depth < 2:
            with os.scandir(entry.path) as inside:
                yield from _files_of(list(inside), f"{parent}{entry.name}/", depth + 1)


__all__ = ["DropFolder", "DropFolderError", "Dropped"]
