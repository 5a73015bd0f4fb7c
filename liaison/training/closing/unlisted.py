"""Les papiers au nom de quelqu'un que la liste n'a plus : aucun ne se récrit sans ce nom, que plus rien n'aurait."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError

from liaison.base.sentences import french_beside
from liaison.training.papers.attendance import NAME_COLUMN, STEM
from liaison.training.papers.attestation import FOLDER
from liaison.training.purge.own_documents import BADGES, made_of_names
from liaison.training.session.definition import SessionError, SessionFolder

phrase = french_beside(__file__)

_FORMS = {FOLDER: (".pdf", ".docx"), BADGES: (".json",)}


class UnlistedError(SessionError):
    """People whose papers bear a name that the list has no more, and what to do; nothing was written."""


def unlisted(place: SessionFolder) -> tuple[str, ...]:
    """Return who has a paper with their name on it, or one that cannot be read, and no name in the list.

    Raises:
        SessionError: the list cannot be read.
    """
    names = place.names()
    on_the_sheet = {*_named_on(_sheet(place))}
    return tuple(
        code
        for code in place.session.participants
        if code not in names and (code in on_the_sheet or any(_is_named(place, folder, code) for folder in _FORMS))
    )


def check_listed(place: SessionFolder, folder: str, codes: Iterable[str]) -> None:
    """Check that no paper of these people, which would be written again without a name, bears one.

    Raises:
        UnlistedError: some do.
    """
    if named := [code for code in codes if _is_named(place, folder, code)]:
        raise UnlistedError(_refusal(place, place.documents / folder, named))


def check_sheet(place: SessionFolder, codes: Iterable[str]) -> None:
    """Check that the sheet to sign, which would be written again without a name for these people, has none of theirs.

    Raises:
        UnlistedError: it has some.
    """
    without = {*codes}
    if named := [code for code in _named_on(_sheet(place)) if code in without]:
        raise UnlistedError(_refusal(place, place.documents, named))


def _sheet(place: SessionFolder) -> Path:
    return place.documents / f"{STEM}.docx"


def _named_on(sheet: Path) -> Iterator[str]:
    """Yield whose name stands beside their code on a sheet; nobody's of one that is not there, or does not open."""
    with suppress(OSError, PackageNotFoundError, BadZipFile, KeyError, ValueError):
        for table in Document(str(sheet)).tables:
            header, *rows = ([cell.text.strip() for cell in row.cells] for row in table.rows)
            if header[1:2] == [NAME_COLUMN]:
                yield from (code for code, name, *_ in rows if code and name)


def _refusal(place: SessionFolder, folder: Path, codes: Iterable[str]) -> str:
    list_name = place.participants_file.name
    return phrase("liste-a-remettre", codes=", ".join(codes), list=list_name, folder=folder)


def _is_named(place: SessionFolder, folder: str, code: str) -> bool:
    papers = (place.documents / folder / f"{code}{form}" for form in _FORMS[folder])
    return any(paper.is_file() and _bears_a_name(place, paper, folder) for paper in papers)


def _bears_a_name(place: SessionFolder, paper: Path, folder: str) -> bool:
    return made_of_names(place.session, paper, (folder, paper.name), listed=False)


__all__ = ["UnlistedError", "check_listed", "check_sheet", "unlisted"]
