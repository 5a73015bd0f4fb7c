"""Ce que la suite écrit d'après la liste des noms : cela part sans que la recherche ait à y trouver un nom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from liaison.readers.readable_text import UnreadableError, texts_in, texts_of
from liaison.training.session.code_sheet import CODES_SHEET, code_sheet
from liaison.training.session.definition import Session

# The words of liaison.training.papers and of `liaison session badge`, which stand beside or above: a test compares.
_ATTESTATIONS = "attestations"
_ATTENDANCE = "emargement"
BADGES = "badges"
_MARKS = "moodle.csv"
_OF_A_CODE = "portelecode"
_SIGNED_WITH_A_NAME = re.compile(rb'"identityType"\s*:\s*"name"')
_LARGEST_BADGE = 1_000_000


def made_of_names(session: Session, path: Path, inside: Sequence[str], *, listed: bool) -> bool:
    """Return whether the suite wrote this document from the list of names; `inside`: its path under `documents/`.

    A search may miss a name in a PDF, or look for one that was corrected in the list since. Without a list (not
    `listed`), a document that is surely of codes alone was not written from one that was lost; nor, with one or not,
    a file for Moodle that says who is who by code.
    """
    first, *rest = inside
    if first == _MARKS and not rest:
        return not _marks_of_codes(session, path)
    return _made_of_list(path, first, rest) and (listed or not _of_codes_alone(session, path, first))


def _made_of_list(path: Path, first: str, rest: Sequence[str]) -> bool:
    if rest:
        return first == _ATTESTATIONS or (first == BADGES and _signed_with_a_name(path))
    return first == CODES_SHEET or Path(first).stem == _ATTENDANCE


def _of_codes_alone(session: Session, path: Path, first: str) -> bool:
    try:
        words = [word for text in texts_of(path) for word in text.split()]
    except (OSError, UnreadableError):
        return False
    if first == CODES_SHEET:
        return {*words} <= {word for text in texts_in(code_sheet(session, {}).pdf) for word in text.split()}
    return first == _ATTESTATIONS and _OF_A_CODE in "".join(words)


def _marks_of_codes(session: Session, path: Path) -> bool:
    """Whether whoever is in the file for Moodle is there by code: another identifier is an address, or an account."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()[1:]
    except (OSError, UnicodeDecodeError):
        return False
    return all(line.partition(",")[0] in session.participants for line in lines if line)


def _signed_with_a_name(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return _SIGNED_WITH_A_NAME.search(file.read(_LARGEST_BADGE)) is not None
    except OSError:
        return False  # what cannot be read goes in doubt, as any document


__all__ = ["made_of_names"]
