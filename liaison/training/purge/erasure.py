"""La preuve d'un effacement : ce qui a été effacé, changé, gardé, ce qui reste à regarder, et ce qui ne se peut pas."""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from liaison.base.files import put_whole
from liaison.base.formats import FileFormat
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.readers.readable_text import refusal
from liaison.training.session.codes import Code
from liaison.training.session.definition import SessionError, SessionFolder

phrase = french_beside(__file__)


_LIMITS = (
    "hors-du-dossier",
    "disque-ssd",
    "surnoms-et-images",
    "mots-separes",
    "noms-de-la-liste",
    "un-compte-d-une-autre-forme",
    "les-codes-restent",
    "le-nom-de-qui-anime-reste",
    "une-sauvegarde-ramene-des-noms",
)


def searched_words() -> str:
    """Return what was looked for, whatever each line of the list has beside a name."""
    return typeset(phrase("cherches"))


def doubt() -> str:
    """Return the reason of a file in which a whole name may be, without surely being one."""
    return typeset(phrase("doute"))


def limits() -> tuple[str, ...]:
    """Return what no erasure of a folder does, as its proof says it."""
    return tuple(typeset(phrase(key)) for key in _LIMITS)


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Remark(_Model):
    """A file, its path without any name in it, and what is to be known of it."""

    path: str
    reason: str


class Erasure(_Model):
    """The proof. `state`: en_cours while files go, fait when no name is left, incomplet when something resists.

    `erased`: each file that is no more, and why. Neither its digest nor its size: whoever wrote it again name by name,
    as the suite does from a list, would know the right one by it. `changed`: files from which names were taken out.
    `left`: a name is still there, the file would not go, or the folder would not open. `to_read`: a part of a name,
    perhaps an ordinary word. `not_read`: what could not be searched. `kept`: what stays. `searched`: what was looked
    for; `names_unclear`: the lines of the list that have not two words of a name, of which nothing can be certified.
    `reread_at`: when who leads the session said that a person had read, or erased, what could not be settled.
    """

    version: Literal[2] = 2
    session: Code
    state: Literal["en_cours", "fait", "incomplet"]
    asked: Literal["date", "avant_la_date"]
    names_until: dt.date
    started_at: AwareDatetime
    done_at: AwareDatetime | None = None
    reread_at: AwareDatetime | None = None
    names_searched: int = 0
    names_unclear: int = 0
    searched: str = ""
    files_searched: int = 0
    erased: tuple[Remark, ...] = ()
    changed: tuple[Remark, ...] = ()
    left: tuple[Remark, ...] = ()
    to_read: tuple[Remark, ...] = ()
    not_read: tuple[Remark, ...] = ()
    kept: tuple[str, ...] = ()
    limits: tuple[str, ...] = Field(default_factory=limits)

    def with_changes(self, changed: Sequence[Remark]) -> Erasure:
        """Return the proof with files from which names were taken out, after those of a run that was cut."""
        fresh = (remark for remark in changed if remark not in self.changed)
        return self.model_copy(update={"changed": (*self.changed, *fresh)})

    @property
    def doubted(self) -> int:
        """In how many files that stay a whole name may be, without surely being one."""
        return sum(remark.reason == doubt() for remark in self.to_read)

    @property
    def to_reread(self) -> bool:
        """Whether something is for a person to read: what stays and was not settled, or all where no name was known."""
        return bool(self.to_read or self.not_read or self.names_unclear or not self.names_searched)

    @property
    def certified(self) -> bool:
        """Whether every name of the list could be looked for whole, in all that stays, and none is left."""
        unsure = self.doubted or self.not_read or self.names_unclear
        return self.state == "fait" and self.names_searched > 0 and not unsure

    @property
    def forbidden(self) -> int:
        """How many of the folders and files that are left this account may not open or erase: another one may."""
        return sum(remark.reason.endswith(refusal()) for remark in self.left)


def apart(remarks: Iterable[Remark], paths: Iterable[str]) -> Iterator[Remark]:
    """Yield the remarks but one for each of these paths: two files called after two people have one path in a proof."""
    others = Counter(paths)
    for remark in remarks:
        if others[remark.path]:
            others[remark.path] -= 1
        else:
            yield remark


def _without_fingerprints(raw: dict[str, Any]) -> dict[str, Any]:
    """Return a proof of the first version without what it told of the content of each erased file."""
    erased = raw.get("erased")
    if not isinstance(erased, list):
        return raw
    return {**raw, "erased": [_only_named(each) for each in erased]}


def _only_named(erased: object) -> object:
    if not isinstance(erased, dict):
        return erased
    return {key: value for key, value in erased.items() if key not in ("size", "sha256")}


ERASURE_FILE = FileFormat(
    Erasure,
    2,
    partial(phrase, "preuve-d-effacement"),
    "session, state, erased",
    SessionError,
    upgrades={1: _without_fingerprints},
    unversioned=1,
)


def read_erasure(place: SessionFolder) -> Erasure | None:
    """Return the proof that a session holds, None when nothing was erased yet.

    Raises:
        SessionError: it was changed by hand and no longer holds together.
    """
    try:
        text = place.erasure.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise SessionError(phrase("preuve-fermee", path=place.erasure)) from error
    return ERASURE_FILE.parse(text, f"« {place.erasure.name} »")


def list_is_back(place: SessionFolder, proof: Erasure) -> bool:
    """Whether somebody has put a list of names in a session from which all were erased."""
    return proof.state == "fait" and os.path.lexists(place.participants_file)


def write_erasure(place: SessionFolder, proof: Erasure) -> None:
    """Write the proof, whole or not at all."""
    put_whole(place.erasure, _content(proof))


def is_written(place: SessionFolder, proof: Erasure) -> bool:
    """Whether the file of the proof says this and no more; one of a former version told more of what is erased."""
    return place.erasure.read_bytes() == _content(proof)


def _content(proof: Erasure) -> bytes:
    return (proof.model_dump_json(indent=1) + "\n").encode()


__all__ = [
    "ERASURE_FILE",
    "Erasure",
    "Remark",
    "apart",
    "doubt",
    "is_written",
    "limits",
    "list_is_back",
    "read_erasure",
    "searched_words",
    "write_erasure",
]
