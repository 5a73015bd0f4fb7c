"""Les papiers au nom de quelqu'un que la liste n'a plus : aucun ne se récrit sans ce nom, que plus rien n'aurait."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import reduce
from pathlib import Path

from liaison.base.sentences import french_beside
from liaison.training.closing.named_papers import NameOnPaper, names_on_papers, names_on_sheets
from liaison.training.papers.attestation import FOLDER
from liaison.training.purge.line_words import folded_words
from liaison.training.purge.own_documents import BADGES, made_of_names
from liaison.training.session.definition import SessionError, SessionFolder

phrase = french_beside(__file__)

_FORMS = {FOLDER: (".pdf", ".docx"), BADGES: (".json",)}


class UnlistedError(SessionError):
    """People whose papers bear a name that the list has no more, and what to do; nothing was written."""


def unlisted(place: SessionFolder) -> dict[str, tuple[str, ...]]:
    """Return the papers with a name that the list has for nobody, by code of whose they are, then by themselves.

    A paper that cannot be read has the name of whoever is in the list, and that of nobody else.

    Raises:
        SessionError: the list cannot be read, or no font of this machine writes the session.
    """
    names = {code: frozenset(folded_words(name).split()) for code, name in place.names().items()}
    papers: dict[str, list[str]] = {}
    for named in names_on_papers(place):
        if not _is_listed(named, names):
            papers.setdefault(named.code or named.paper, []).append(named.paper)
    whose = [code for code in place.session.participants if code in papers]
    return {each: tuple(papers[each]) for each in (*whose, *sorted(papers.keys() - {*whose}))}


def _is_listed(paper: NameOnPaper, names: Mapping[str, Set[str]]) -> bool:
    if paper.words is None:
        return not paper.code or paper.code in names
    # That of another person is looked for as well: two people who changed codes are both in the list.
    return any(_is_made_of(paper.words, name) for name in names.values())


def _is_made_of(words: Sequence[str], name: Set[str]) -> bool:
    """Whether words are those of a name, glued or cut: a PDF loses a space in Hebrew, and cuts a word at a margin."""
    parts = sorted(name, key=len, reverse=True)

    def rest_of(word: str) -> str:
        return reduce(lambda rest, part: rest.replace(part, ""), parts, word)

    return not any(map(rest_of, words)) or not rest_of("".join(words))


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
    if named := [*dict.fromkeys(paper.code for paper in names_on_sheets(place) if paper.code in without)]:
        raise UnlistedError(_refusal(place, place.documents, named))


def _refusal(place: SessionFolder, folder: Path, codes: Iterable[str]) -> str:
    list_name = place.participants_file.name
    return phrase("liste-a-remettre", codes=", ".join(codes), list=list_name, folder=folder)


def _is_named(place: SessionFolder, folder: str, code: str) -> bool:
    papers = (place.documents / folder / f"{code}{form}" for form in _FORMS[folder])
    return any(paper.is_file() and _bears_a_name(place, paper, folder) for paper in papers)


def _bears_a_name(place: SessionFolder, paper: Path, folder: str) -> bool:
    return made_of_names(place.session, paper, (folder, paper.name), listed=False)


__all__ = ["UnlistedError", "check_listed", "check_sheet", "unlisted"]
