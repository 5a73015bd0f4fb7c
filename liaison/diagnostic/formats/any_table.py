"""N'importe quel tableau : une ligne d'en-tête, une ligne par famille, et des noms que l'on essaie de reconnaître.

Microsoft Forms, Tally, Moodle, un ENT ou un tableur tenu à la main : chacun numérote, groupe et ponctue à sa façon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from liaison.diagnostic.formats import corrections
from liaison.diagnostic.formats.kobo import split_path
from liaison.diagnostic.formats.source import ColumnKind, Layout, named_columns
from liaison.diagnostic.wording import Lexicon, key

NAME = "tableau"
Header = tuple[str, str, ColumnKind]
_CUTS = (
    re.compile(r"(.+?)\s*\[([^\[\]]+)\]$", re.DOTALL),
    re.compile(r"(.+?)\s*->\s*(.+)$", re.DOTALL),
    re.compile(r"(.+?)\s+>\s+(.+)$", re.DOTALL),
    re.compile(r"(.+?)\s*\(([^()]+)\)$", re.DOTALL),
    re.compile(r"(.+?)__(.+)$", re.DOTALL),
    re.compile(r"(.+?)\s*[:|]\s+(.+)$", re.DOTALL),
    re.compile(r"(.+?)\s+[-–—]\s+(.+)$", re.DOTALL),
    re.compile(r"(.+?)[.:|](.+)$", re.DOTALL),
)
# « Q01_connexion », « 3. Pouvez-vous… », « Question 2 : … »
_NUMBERED = re.compile(r"(?:q(?:uestion)?\s*)?\d{1,3}\s*[_.):°-]+\s*(.+)$", re.IGNORECASE | re.DOTALL)
_MOST_STEPS = 6  # parts of a name, between underscores


def layout(head: Sequence[Sequence[str]], lexicon: Lexicon, wanted: Set[str] = frozenset()) -> Layout:
    """Return the layout of a table whose header is the line, of the first ones, with the most names that are known.

    A title, a date or a blank line may come before the header. `wanted`: names, as `key` gives them, that a mapping
    expects to find there, or headers as they are written.
    """
    best, score, header_lines = _headers(head[0], lexicon), 0, 1
    for rank, row in enumerate(head, start=1):
        headers = _headers(row, lexicon)
        known = sum(
            not wanted.isdisjoint((key(f"{question} {part}"), key(cell))) if wanted else _known(question, lexicon)
            for cell, (question, part, _) in zip(row, headers, strict=True)
        )
        if known > score or (not any(question for question, _, _ in best) and any(cell.strip() for cell in row)):
            best, score, header_lines = headers, known, rank
    return Layout(NAME, named_columns(best), header_lines)


def _known(question: str, lexicon: Lexicon) -> bool:
    return bool(question) and (lexicon.column(question) or lexicon.question(question)) is not None


def _headers(row: Sequence[str], lexicon: Lexicon) -> list[Header]:
    """Return (question, part, kind) for each column; a statement alone belongs to the last question that was named."""
    found: list[Header] = []
    last = ""
    for cell in row:
        found.append(_header(cell.strip(), lexicon, last))
        asked = lexicon.question(found[-1][0])
        last = asked.name if asked else last
    return found


def _header(name: str, lexicon: Lexicon, last: str) -> Header:
    if key(name) in corrections.COLUMNS:
        return name, "", "service"
    numbered = _NUMBERED.fullmatch(name)
    for text in (name, numbered[1]) if numbered else (name,):
        if found := _named(text, lexicon, last):
            return found
    return (*split_path(name, lexicon), "answer") if "/" in name else (name, "", "answer")


def _named(name: str, lexicon: Lexicon, last: str) -> Header | None:
    """Return what a header names; None when nothing is recognised in it."""
    if lexicon.column(name):
        return name, "", "answer"
    asked = lexicon.question(name)
    if asked and asked.sure:
        return name, "", "answer"
    if bare := lexicon.bare_part(name, last):
        return *bare, "answer"
    for cut in _CUTS:
        found = cut.fullmatch(name)
        # A short answer behind a long question looks like the question alone: « Quels appareils… ? (Une tablette) ».
        if found and _fits(found[1], found[2], lexicon, surely=asked is not None):
            return found[1], found[2], "answer"
    return (name, "", "answer") if asked else _in_a_group(name, lexicon)


def _in_a_group(name: str, lexicon: Lexicon) -> Header | None:
    """Return what « groupe_nom » names, whatever comes before: a column, or a question and one of its parts."""
    steps = name.split("_")
    for begin in range(len(steps)) if 1 < len(steps) <= _MOST_STEPS else ():
        own = "_".join(steps[begin:])
        if lexicon.column(own) or ((asked := lexicon.question(own)) and asked.sure):
            return own, "", "answer"
        for end in range(begin + 1, len(steps)):
            question, part = "_".join(steps[begin:end]), "_".join(steps[end:])
            if (asked := lexicon.question(question)) and asked.sure and _fits(question, part, lexicon):
                return question, part, "answer"
    return None


def _fits(question: str, part: str, lexicon: Lexicon, *, surely: bool = False) -> bool:
    """Return whether a question has that part: by its very name or sentence when it must be `surely`."""
    asked = lexicon.question(question)
    item = lexicon.items.get(asked.name) if asked else None
    found = lexicon.part(item, part) if item else None
    return found is not None and (found.sure or not surely)
