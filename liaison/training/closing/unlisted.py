"""Les papiers au nom de quelqu'un que la liste n'a plus : aucun ne se récrit sans ce nom, que plus rien n'aurait."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from pathlib import Path

from docx import Document
from docx.opc.exceptions import PackageNotFoundError

from liaison.base.sentences import french_beside
from liaison.training.papers.attendance import NAME_COLUMN, STEM
from liaison.training.papers.attestation import FOLDER
from liaison.training.purge.line_words import folded_words
from liaison.training.purge.name_search import NameSearch
from liaison.training.purge.own_documents import BADGES, made_of_names
from liaison.training.purge.readable_text import UnreadableError, texts_in, texts_of
from liaison.training.session.code_sheet import CODES_SHEET, code_sheet
from liaison.training.session.definition import SessionError, SessionFolder

phrase = french_beside(__file__)

_FORMS = {FOLDER: (".pdf", ".docx"), BADGES: (".json",)}


class UnlistedError(SessionError):
    """People whose papers bear a name that the list has no more, and what to do; nothing was written."""


def unlisted(place: SessionFolder) -> tuple[str, ...]:
    """Return who has a paper with a name on it that the list does not have for them.

    A paper that cannot be read has the name of whoever is in the list, and that of nobody else.

    Raises:
        SessionError: the list cannot be read, or no font of this machine writes the session.
    """
    listed = place.names()
    names = {code: _folded(name) for code, name in listed.items()}
    beside = ((code, None if name is None else _folded(name)) for code, name in _on_the_sheet(place))
    written = [*_on_the_strips(place), *beside]
    elsewhere = {
        code
        for code, words in written
        if (code not in names if words is None else not _is_made_of(words, names.get(code, set())))
    }
    return tuple(
        code
        for code in place.session.participants
        if code in elsewhere
        or (code not in names and any(_is_named(place, folder, code) for folder in _FORMS))
        or (code in names and _attests_of_another(place, code, listed[code]))
    )


def _folded(text: str) -> set[str]:
    return {*folded_words(text).split()}


def _is_made_of(words: Iterable[str], name: set[str]) -> bool:
    """Whether words are those of a name, glued or not: a PDF loses the space between two words in Hebrew."""
    parts = sorted(name, key=len, reverse=True)
    return not any(reduce(lambda rest, part: rest.replace(part, ""), parts, word) for word in words)


def _on_the_strips(place: SessionFolder) -> Iterator[tuple[str, set[str] | None]]:
    """Yield the words that a strip of the sheet of codes has and would not have without a name; None if unreadable.

    Nor what all have: a sheet printed before the session had another title, or by another version, has other words.
    """
    path = place.documents / CODES_SHEET
    if not path.is_file():
        return
    participants = place.session.participants
    try:
        printed = _strips(texts_of(path), participants)
    except (OSError, UnreadableError):
        printed = {}
    bare = _strips(texts_in(code_sheet(place.session, {}).pdf), participants)
    everywhere = set.intersection(*printed.values()) if len(printed) > 1 else set()
    for code in participants:
        yield code, printed[code] - bare[code] - everywhere if printed else None


def _strips(texts: Iterable[str], codes: Sequence[str]) -> dict[str, set[str]]:
    """Return the folded words of each strip, in the first of the texts of a sheet that has them all, in their order."""
    for text in texts:
        starts = [text.find(f"\n{code}\n") for code in codes]
        if -1 not in starts and starts == sorted(starts):
            ends = [*starts[1:], len(text)]
            return {code: _folded(text[start:end]) for code, start, end in zip(codes, starts, ends, strict=True)}
    return {}


def _attests_of_another(place: SessionFolder, code: str, name: str) -> bool:
    """Whether an attestation of somebody bears a name, and none that would be looked for."""
    papers = (place.documents / FOLDER / f"{code}{form}" for form in _FORMS[FOLDER])
    return any(paper.is_file() and _bears_a_name(place, paper, FOLDER) and not _bears(paper, name) for paper in papers)


def _bears(paper: Path, name: str) -> bool:
    """Whether a paper bears a name as it is searched, or cannot be read: it goes with the others."""
    words, search = _folded(name), NameSearch([name])
    try:
        return any(words <= _folded(text) or search.finds(text) for text in texts_of(paper))
    except (OSError, UnreadableError):
        return True


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
    if named := [code for code, _ in _on_the_sheet(place) if code in without]:
        raise UnlistedError(_refusal(place, place.documents, named))


def _on_the_sheet(place: SessionFolder) -> Iterator[tuple[str, str | None]]:
    """Yield each code and the name beside it on the sheet to sign; every code, with None, if it does not read."""
    sheet = place.documents / f"{STEM}.docx"
    if not sheet.is_file():
        return
    try:
        deque(texts_of(sheet), maxlen=0)  # whole, and no larger than it says
        tables = Document(str(sheet)).tables
    except (OSError, UnreadableError, PackageNotFoundError, KeyError, ValueError):
        yield from ((code, None) for code in place.session.participants)
        return
    for table in tables:
        header, *rows = ([cell.text.strip() for cell in row.cells] for row in table.rows)
        if header[1:2] == [NAME_COLUMN]:
            yield from ((code, name) for code, name, *_ in rows if code and name)


def _refusal(place: SessionFolder, folder: Path, codes: Iterable[str]) -> str:
    list_name = place.participants_file.name
    return phrase("liste-a-remettre", codes=", ".join(codes), list=list_name, folder=folder)


def _is_named(place: SessionFolder, folder: str, code: str) -> bool:
    papers = (place.documents / folder / f"{code}{form}" for form in _FORMS[folder])
    return any(paper.is_file() and _bears_a_name(place, paper, folder) for paper in papers)


def _bears_a_name(place: SessionFolder, paper: Path, folder: str) -> bool:
    return made_of_names(place.session, paper, (folder, paper.name), listed=False)


__all__ = ["UnlistedError", "check_listed", "check_sheet", "unlisted"]
