"""Ce qu'une personne remet : un seul fichier, `remise-CODE.zip`, lu sans rien croire de ce qu'il annonce."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict

from liaison.base.archives import (
    START,
    Allowance,
    Archive,
    ArchiveError,
    Flaw,
    how_unread,
    kind_of,
    opened_zip,
    unopened,
)
from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat
from liaison.base.sentences import french_beside
from liaison.module import EXERCISE, is_name
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.exercise.answers import LARGEST as LARGEST_ANSWERS
from liaison.training.session.codes import Code

phrase = french_beside(__file__)


HAND_IN = "remise.json"
TEAM = "equipe"
LARGEST_ARCHIVE = 10_000_000  # octets ; un atelier entier en fait vingt fois moins
LARGEST_NOTEBOOK = 8_000_000
LARGEST_TEAM_FILE = 200_000
LARGEST_UNPACKED = 20_000_000
MOST_ENTRIES = 200
_LARGEST_NOTE = 10_000
_TEAM_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,79}\.ya?ml")
_LEFT_BY_SYSTEMS = re.compile(r"__MACOSX|\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|\.ipynb_checkpoints", re.IGNORECASE)


class HandInError(FrenchError):
    """A file that is not what somebody hands in, and why, in one sentence."""


def _plausible(moment: dt.datetime) -> dt.datetime:
    if not 2000 <= moment.year <= 2200:  # near the ends of time, a change of time zone overflows
        raise ValueError(phrase("annee-impossible", year=moment.year))
    return moment


class Note(BaseModel):
    """What `remise.json` says: whose work it is, and when it was gathered."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = 1
    code: Code
    made_at: Annotated[AwareDatetime, AfterValidator(_plausible)]


NOTE_FORMAT = FileFormat(Note, 1, partial(phrase, "une-remise"), "version, code, made_at", HandInError)


@dataclass(frozen=True)
class Work:
    """One module as handed in: the bytes of the answers, perhaps damaged, and those of the notebook if it is there."""

    answers: bytes
    notebook: bytes | None = None


@dataclass(frozen=True)
class HandIn:
    """What one person hands in: work by module, a team's files by name; `ignored` names what was left out.

    `inside` is the folder of the archive that holds it all, "" when there is none.
    """

    code: str
    made_at: dt.datetime
    modules: dict[str, Work]
    team: dict[str, bytes]
    ignored: tuple[str, ...] = ()
    inside: str = ""


def parse_hand_in(content: bytes, named: str) -> HandIn:
    """Return what the bytes of an archive hand in; `named` is how the sentences call it.

    Raises:
        HandInError: not an archive, damaged, too large, hostile, of another version, or without any work.
    """
    if len(content) > LARGEST_ARCHIVE:
        raise HandInError(phrase("trop-gros", named=named, most=LARGEST_ARCHIVE // 1_000_000))
    if (kind := kind_of(content)) not in ("", "zip"):
        raise HandInError(phrase("autre-archive", named=named, kind=unopened(kind)))
    try:
        with opened_zip(content, Allowance(LARGEST_UNPACKED)) as archive:
            return _Reading(archive, named).hand_in()
    except ArchiveError as error:
        raise HandInError(_flawed(named, error.flaw)) from error


def _flawed(named: str, flaw: Flaw) -> str:
    """Return what is wrong with an archive as a whole."""
    match flaw:
        case Flaw.MANY:
            return phrase("trop-de-fichiers", named=named, most=MOST_ENTRIES)
        case Flaw.TWICE:
            return phrase("deux-fois", named=named)
        case Flaw.CLIMBING:
            return phrase("chemin-qui-sort", named=named)
        case Flaw.LINK:
            return phrase("lien", named=named)
        case Flaw.LOCKED | Flaw.PACKING:
            return phrase("est", named=named, how=how_unread(flaw))
    return phrase("abimee", named=named)


class _Reading:
    """One archive, read once: only what has a place in a hand-in is unpacked, and counted while it is."""

    def __init__(self, archive: Archive, named: str) -> None:
        self.archive, self.named = archive, named
        self.entries = archive.files(MOST_ENTRIES, lambda part: bool(_LEFT_BY_SYSTEMS.fullmatch(part)))
        outer = {path.partition("/")[0] if "/" in path else "" for path in self.entries}
        self.inside = outer.pop() if len(outer) == 1 else ""
        if self.inside:  # made again by hand, from the unpacked folder
            self.entries = {path.partition("/")[2]: entry for path, entry in self.entries.items()}

    def hand_in(self) -> HandIn:
        note = self._note()
        modules: dict[str, Work] = {}
        team: dict[str, bytes] = {}
        taken = {HAND_IN}
        for path in sorted(self.entries):
            folder, _, name = path.partition("/")
            if name == ANSWERS_FILE and is_name(folder):
                notebook = f"{folder}/{EXERCISE}"
                taken |= {path, notebook}
                modules[folder] = Work(
                    self._unpacked(path, LARGEST_ANSWERS),
                    self._unpacked(notebook, LARGEST_NOTEBOOK) if notebook in self.entries else None,
                )
            elif folder == TEAM and _TEAM_FILE.fullmatch(name):
                taken.add(path)
                team[name] = self._unpacked(path, LARGEST_TEAM_FILE)
        if not modules and not team:
            raise HandInError(phrase("sans-reponse", named=self.named))
        ignored = tuple(sorted(set(self.entries) - taken))
        return HandIn(note.code, note.made_at, modules, team, ignored, self.inside)

    def _note(self) -> Note:
        if HAND_IN not in self.entries:
            self._refuse_another_archive(self.entries)
            raise HandInError(phrase("sans-note", named=self.named, file=HAND_IN))
        self._refuse_another_archive([HAND_IN])
        named = phrase("note-dans", file=HAND_IN, named=self.named)
        try:
            text = self._unpacked(HAND_IN, _LARGEST_NOTE).decode("utf-8-sig")
            json.loads(text)  # only JSON: as YAML, a few lines of a hostile file could become gigabytes
        except (ValueError, RecursionError) as error:
            if isinstance(error, HandInError):
                raise
            raise HandInError(phrase("abime", named=named)) from error
        return NOTE_FORMAT.parse(text, named)

    def _refuse_another_archive(self, paths: Iterable[str]) -> None:
        """Say which of these files is an archive of another kind, whatever it is called.

        Raises:
            HandInError: there is one.
        """
        for path in paths:
            entry, start = self.entries[path], b""
            with suppress(ArchiveError):  # its name says what it is
                start = self.archive.start(entry, START)
            if (kind := kind_of(start, entry.name)) not in ("", "zip"):
                raise HandInError(
                    phrase("contient-une-archive", named=self.named, file=entry.name, kind=unopened(kind))
                )

    def _unpacked(self, path: str, largest: int) -> bytes:
        try:
            return self.archive.read(self.entries[path], largest)
        except ArchiveError as error:
            if error.flaw is not Flaw.LARGE:
                raise
            raise HandInError(phrase("fichier-trop-gros", file=path, named=self.named)) from error


__all__ = [
    "HAND_IN",
    "LARGEST_ARCHIVE",
    "HandIn",
    "HandInError",
    "Note",
    "Work",
    "parse_hand_in",
]
