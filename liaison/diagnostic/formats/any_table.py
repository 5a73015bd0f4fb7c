"""N'importe quel tableau : une ligne d'en-tête, une ligne par famille, et des noms que l'on essaie de reconnaître."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from liaison.diagnostic.formats import corrections
from liaison.diagnostic.formats.kobo import split_path
from liaison.diagnostic.formats.source import ColumnKind, Layout, named_columns
from liaison.diagnostic.wording import Lexicon, key

NAME = "tableau"
_CUTS = (
    re.compile(r"(.+?)\s*\[([^\[\]]+)\]$", re.DOTALL),
    re.compile(r"(.+?)\s+>\s+(.+)$", re.DOTALL),
    re.compile(r"(.+?)__(.+)$", re.DOTALL),
    re.compile(r"(.+?)\s*[:|]\s+(.+)$", re.DOTALL),
    re.compile(r"(.+?)[.:|](.+)$", re.DOTALL),
)


def layout(head: Sequence[Sequence[str]], lexicon: Lexicon, wanted: Collection[str] = ()) -> Layout:
    """Return the layout of a table whose header is the line, of the first ones, with the most names that are known.

    A title, a date or a blank line may come before the header. `wanted`: names, as `key` gives them, that a mapping
    expects to find there.
    """
    best, score, header_lines = [_header(cell.strip(), lexicon) for cell in head[0]], 0, 1
    for rank, row in enumerate(head, start=1):
        headers = [_header(cell.strip(), lexicon) for cell in row]
        known = sum(
            key(f"{question} {part}") in wanted or (not wanted and _known(question, lexicon))
            for question, part, _ in headers
        )
        if known > score or (not any(question for question, _, _ in best) and any(cell.strip() for cell in row)):
            best, score, header_lines = headers, known, rank
    return Layout(NAME, named_columns(best), header_lines)


def _known(question: str, lexicon: Lexicon) -> bool:
    return bool(question) and (lexicon.column(question) or lexicon.question(question)) is not None


def _header(name: str, lexicon: Lexicon) -> tuple[str, str, ColumnKind]:
    if key(name) in corrections.COLUMNS:
        return name, "", "service"
    if lexicon.column(name) or lexicon.question(name):
        return name, "", "answer"
    for cut in _CUTS:
        found = cut.fullmatch(name)
        if found and _fits(found[1], found[2], lexicon):
            return found[1], found[2], "answer"
    return (*split_path(name, lexicon), "answer") if "/" in name else (name, "", "answer")


def _fits(question: str, part: str, lexicon: Lexicon) -> bool:
    asked = lexicon.question(question)
    item = lexicon.items.get(asked.name) if asked else None
    return item is not None and lexicon.part(item, part) is not None
