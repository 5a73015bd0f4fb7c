"""La notice aux parents : une page par langue, en mots simples, tirée des mêmes réglages que la charte."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from liaison.base.languages import FRENCH
from liaison.documents import Block, Definitions, Document, Signatures, bound, heading, write_formats
from liaison.documents.fitting import on_one_page
from liaison.documents.pictograms import pictograms
from liaison.documents.typography import french_document
from liaison.messaging.papers.notice_content import NoticePart, Statement, parts
from liaison.messaging.papers.notice_languages import stem_of
from liaison.messaging.papers.notice_words import NoticeWords, notice_words
from liaison.messaging.policy.policy import Policy
from liaison.school.vocabulary import SchoolKind

# From what a page of the fullest policy takes to what is read from afar.
SIZES_PT = tuple(half_points / 2 for half_points in range(16, 33))


def notice(policy: Policy, school_name: str, kind: SchoolKind = "college", code: str = FRENCH) -> Document:
    """Return the notice for parents in a language: where to look, when, what to do without internet, how to write.

    Short sentences, one idea each, no badge: what is law and what is a choice is told in the charter. Its text is as
    large as one page allows.

    Raises:
        DocumentError: a character that no font can show; in French.
    """
    words, content = notice_words(code), parts(policy, kind)

    def made(size_pt: float) -> Document:
        return Document(
            title=words(Statement("titre", {"lieu": kind})),
            subtitle=school_name,
            lang=words.language.tag,
            author=school_name,
            footer=" · ".join(filter(None, (words.language.name, words.unreviewed))),
            text_size_pt=size_pt,
            blocks=tuple(_blocks(words, content)),
        )

    return on_one_page(lambda size_pt: _spaced(made(size_pt)), SIZES_PT)


def notices(
    policy: Policy, school_name: str, kind: SchoolKind = "college", codes: Sequence[str] = (FRENCH,)
) -> Document:
    """Return the notices in several languages, one page each, as one document.

    Raises:
        DocumentError: as `notice`.
    """
    return bound([notice(policy, school_name, kind, code) for code in codes])


def write_notices(
    policy: Policy, school_name: str, folder: Path, kind: SchoolKind = "college", codes: Sequence[str] = (FRENCH,)
) -> list[Path]:
    """Write the notice in these languages, one page each: a DOCX, a PDF, a page; all or none. Return their paths.

    Raises:
        DocumentError: full disk, read-only folder, a character that no font can show; in French.
    """
    return write_formats(notices(policy, school_name, kind, codes), folder, stem_of(codes))


def _spaced(document: Document) -> Document:
    return french_document(document) if document.lang == FRENCH else document


def _blocks(words: NoticeWords, content: Sequence[NoticePart]) -> list[Block]:
    blocks: list[Block] = []
    for part in content:
        drawn = [
            (words(line.term), " ".join(map(words, line.sentences)), pictograms()[line.drawing]) for line in part.lines
        ]
        blocks += [
            heading(1, words(part.title)),
            Definitions(
                items=tuple((term, text) for term, text, _ in drawn), drawings=tuple(drawing for *_, drawing in drawn)
            ),
        ]
    return [*blocks, Signatures(lines=(words("numero-a-appeler"), words("personne-a-demander")))]


__all__ = ["notice", "notices", "write_notices"]
