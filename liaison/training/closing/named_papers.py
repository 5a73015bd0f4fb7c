"""Les noms que portent les papiers d'une séance : de qui, et quels mots, quel que soit le papier."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from pydantic import ValidationError

from liaison.base.tables.rows import csv_rows
from liaison.documents import DocumentError, to_pdf
from liaison.readers.readable_text import UnreadableError, texts_in, texts_of
from liaison.training.badge.model import Badge
from liaison.training.badge.verifying import BadgeError, read_badge_file
from liaison.training.closing.attended import modules_of
from liaison.training.closing.results_files import MOODLE
from liaison.training.papers.attendance import NAME_COLUMN, STEM, attendance_sheet
from liaison.training.papers.attestation import FOLDER, around_a_name
from liaison.training.purge.folder_search import OF_THE_SUITE
from liaison.training.purge.line_words import folded_words
from liaison.training.purge.own_documents import BADGES, made_of_names
from liaison.training.purge.tree import files_in
from liaison.training.session.code_sheet import CODES_SHEET, code_sheet
from liaison.training.session.definition import Participant, SessionFolder

Words = tuple[str, ...]
_WORDS_OF_ADDRESS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class NameOnPaper:
    """The folded words of a name that a paper bears, None when it does not read; `code`: whose, "" if it does not say.

    `paper`: what bears it, by its path inside the session; it may be called after somebody.
    """

    paper: str
    code: str
    words: Words | None


def names_on_papers(place: SessionFolder) -> Iterator[NameOnPaper]:
    """Yield each name that a paper of the suite bears, wherever it is written in it; not who is there by code alone.

    Raises:
        SessionError: the list cannot be read, or no font of this machine writes the session.
    """
    yield from _on_the_codes(place)
    yield from names_on_sheets(place)
    yield from _on_attestations(place)
    yield from _on_badges(place)
    yield from _in_moodle(place)


def names_on_sheets(place: SessionFolder) -> Iterator[NameOnPaper]:
    """Yield the names on the sheet to sign, or on its print if it is all that is left; of every code, if unreadable."""
    sheet, printed = (place.documents / f"{STEM}{form}" for form in (".docx", ".pdf"))
    papers = [path for path in (sheet, printed) if path.is_file()]
    for code, words in _on_the_sheet(place, sheet) if sheet in papers else _on_the_printed_sheet(place):
        yield from (NameOnPaper(_shown(place, path), code, words) for path in papers)


def _shown(place: SessionFolder, paper: Path) -> str:
    return paper.relative_to(place.root).as_posix()


def _words(text: str) -> Words:
    """Return the folded words of a text, without the numbers: that of a page, or of one of two people of a name."""
    return tuple(word for word in folded_words(text).split() if not word.isdigit())


def _on_the_codes(place: SessionFolder) -> Iterator[NameOnPaper]:
    """Yield the words that a strip of the sheet of codes has and would not have without a name.

    Nor what all have: a sheet printed before the session had another title, or by another version, has other words.
    """
    path = place.documents / CODES_SHEET
    if not path.is_file():
        return
    participants = place.session.participants
    printed = _strips(_texts(path), participants)
    bare = _strips(texts_in(code_sheet(place.session, {}).pdf), participants)
    for code, words in _beside(participants, printed, bare):
        yield NameOnPaper(_shown(place, path), code, words)


def _on_the_printed_sheet(place: SessionFolder) -> Iterator[tuple[str, Words | None]]:
    """Yield each code and the words beside it on the PDF to sign, that it would not have without a name."""
    path = place.documents / f"{STEM}.pdf"
    if not path.is_file():
        return
    session, codes = place.session, place.session.participants
    # Of one name, whose family is not known: all that a sheet says.
    people = {code: Participant("X Y") for code in codes}
    sheets = (attendance_sheet(session, modules_of(place), named, codes) for named in (people, {}))
    try:
        bare = {word for sheet in sheets for text in texts_in(to_pdf(sheet)) for word in _words(text)}
    except DocumentError:  # no font of this machine writes the session: the sheet was printed on another
        yield from ((code, None) for code in codes)
        return
    yield from _beside(codes, _strips(_texts(path), codes), dict.fromkeys(codes, tuple(bare)))


def _texts(path: Path) -> Iterator[str]:
    """Yield the texts of a file, as far as it reads."""
    try:
        yield from texts_of(path)
    except (OSError, UnreadableError):
        return


def _beside(
    codes: Sequence[str], printed: Mapping[str, Words], bare: Mapping[str, Words]
) -> Iterator[tuple[str, Words | None]]:
    """Yield the words of the strip of each code that are those of a name; None if the strips were not found."""
    everywhere = set.intersection(*map(set, printed.values())) if len(printed) > 1 else set()
    for code in codes:
        if not printed:
            yield code, None
        elif words := tuple(word for word in printed[code] if word not in {*bare[code], *everywhere}):
            yield code, words


def _strips(texts: Iterable[str], codes: Sequence[str]) -> dict[str, Words]:
    """Return the words that follow each code, up to the next, in the first of the texts where all begin a line."""
    for text in texts:
        starts = {code: begun.start() for code in codes if (begun := re.search(rf"^{code}\s", text, re.MULTILINE))}
        if len(starts) == len(codes):
            order = sorted(codes, key=starts.__getitem__)
            ends = [*(starts[code] for code in order[1:]), len(text)]
            return {code: _words(text[starts[code] + len(code) : end]) for code, end in zip(order, ends, strict=True)}
    return {}


def _on_the_sheet(place: SessionFolder, sheet: Path) -> Iterator[tuple[str, Words | None]]:
    """Yield each code and the name beside it on the sheet to sign; every code, with None, if it does not read."""
    try:
        deque(texts_of(sheet), maxlen=0)  # whole, and no larger than it says
        tables = Document(str(sheet)).tables
    except (OSError, UnreadableError, PackageNotFoundError, KeyError, ValueError):
        yield from ((code, None) for code in place.session.participants)
        return
    for table in tables:
        header, *rows = ([cell.text.strip() for cell in row.cells] for row in table.rows)
        if header[1:2] == [NAME_COLUMN]:
            yield from ((code, _words(name)) for code, name, *_ in rows if code and name)


def _code_of(place: SessionFolder, paper: Path) -> str:
    return paper.stem if paper.stem in place.session.participants else ""


def _on_attestations(place: SessionFolder) -> Iterator[NameOnPaper]:
    """Yield the names on attestations, those that were put elsewhere in the session too: they say what they are."""
    folder = place.documents / FOLDER
    before, after, by_code = around_a_name()
    ends = "|".join(map(folded_words, after))
    sentence = re.compile(f" {folded_words(before)} (.+?) (?:{ends}) ")
    for paper in (*files_in(folder), *_put_elsewhere(place, folder)):
        attested = (sentence.search(f" {folded_words(text)} ") for text in _texts(paper))
        whom = min((match[1] for match in attested if match), key=len, default=None)  # the one without its markup
        if whom is None and not paper.is_relative_to(folder):
            continue
        if whom is None or not whom.startswith(folded_words(by_code)):
            words = None if whom is None else tuple(whom.split())
            yield NameOnPaper(_shown(place, paper), _code_of(place, paper), words)


def _put_elsewhere(place: SessionFolder, folder: Path) -> Iterator[Path]:
    """Yield the documents outside a folder that may be of those: not what others handed in, nor exercises."""
    apart = (folder, place.received, place.submitted, *(place.root / name for name in OF_THE_SUITE))
    for path in files_in(place.root):
        if (
            path.suffix in (".pdf", ".docx")
            and path.is_file()
            and not path.is_symlink()
            and not any(map(path.is_relative_to, apart))
        ):
            yield path


def _on_badges(place: SessionFolder) -> Iterator[NameOnPaper]:
    folder = place.documents / BADGES
    for paper in files_in(folder):
        if not made_of_names(place.session, paper, (BADGES, paper.name), listed=True):
            continue
        try:
            identities = Badge.model_validate_json(read_badge_file(paper)).credentialSubject.identifier
            words = _words(" ".join(each.identityHash for each in identities if not each.hashed))
        except (BadgeError, ValidationError):
            words = None
        yield NameOnPaper(_shown(place, paper), _code_of(place, paper), words)


def _in_moodle(place: SessionFolder) -> Iterator[NameOnPaper]:
    """Yield the names that addresses and accounts are made of, « prenom.nom@… »; not those that the list still has."""
    try:
        text = (place.documents / MOODLE).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return
    listed = {(person.email or "").casefold() for person in place.people().values()}
    for identifier, *_ in filter(None, csv_rows(text)[1:]):
        words = _WORDS_OF_ADDRESS.findall(identifier.partition("@")[0])
        if identifier.casefold() not in listed and len(words) > 1:
            yield NameOnPaper(_shown(place, place.documents / MOODLE), "", _words(" ".join(words)))


__all__ = ["NameOnPaper", "names_on_papers", "names_on_sheets"]
