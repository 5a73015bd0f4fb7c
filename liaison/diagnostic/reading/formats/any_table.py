"""N'importe quel tableau : une ligne d'en-tête, une ligne par famille, et des noms que l'on essaie de reconnaître.

Microsoft Forms, Tally, Moodle, un ENT ou un tableur tenu à la main : chacun numérote, groupe et ponctue à sa façon.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise, zip_longest

from liaison.base.letters import key
from liaison.base.tables import is_blank
from liaison.diagnostic.reading.formats import corrections
from liaison.diagnostic.reading.formats.headers import Header, in_order, named, split_path, with_guesses
from liaison.diagnostic.reading.formats.source import Layout, named_columns
from liaison.diagnostic.reading.formats.two_lines import TABLE, said_again, says_response
from liaison.diagnostic.reading.wording import Lexicon

_BOXES = 2  # cases nommées côte à côte sous leur question, à partir desquelles deux lignes font un en-tête
# A quiz of Microsoft Forms: what an answer is worth, and what was written of it, beside each question.
_WORTH = re.compile(r"(?:points|commentaires|feedback)\s*[-–—:]\s+(.+)", re.IGNORECASE | re.DOTALL)
# « Q01_connexion », « 3. Pouvez-vous… », « Question 2 : … »
_NUMBERED = re.compile(r"(?:q(?:uestion)?\s*)?\d{1,3}\s*[_.):°-]+\s*(.+)$", re.IGNORECASE | re.DOTALL)


def layout(head: Sequence[Sequence[str]], lexicon: Lexicon, wanted: Set[str] = frozenset()) -> Layout:
    """Return the layout of a table whose header is the line, of the first ones, with the most names that are known.

    A title, a date or a blank line may come before the header. `wanted`: names, as `key` gives them, that a mapping
    expects to find there, or headers as they are written.
    """
    best, score, header_lines = headers(head[0], lexicon), (0, 0), 1
    for rank, row in enumerate(head, start=1):
        if _is_answered(rank - 1, head, lexicon):
            continue
        named_there = headers(row, lexicon)
        expected = sum(
            not wanted.isdisjoint((key(f"{question} {part}"), key(cell)))
            for cell, (question, part, _) in zip(row, named_there, strict=True)
        )
        # Of a mapping made for another tool, none may be there.
        known = (expected, sum(_known(question, lexicon) for question, _, _ in named_there))
        if known > score or (not any(question for question, _, _ in best) and any(cell.strip() for cell in row)):
            best, score, header_lines = named_there, known, rank
    titles = [cell.strip() for cell in head[header_lines - 1]]
    return Layout(TABLE, with_guesses(named_columns(best), titles, lexicon), header_lines)


def _is_answered(rank: int, head: Sequence[Sequence[str]], lexicon: Lexicon) -> bool:
    """Return whether a line is what a family answered: one above has as many titles, and others answered the same.

    Or it says answers to single questions, and names nothing that is asked.
    """
    filled = [sum(bool(cell.strip()) for cell in row) for row in head[: rank + 1]]
    titles = next(above for above, count in enumerate(filled) if count >= filled[rank])
    others = [*head[titles + 1 : rank], *head[rank + 1 :]]
    return titles < rank and (
        any(said_again(head[rank], row) for row in others) or not any(_asks(cell, lexicon) for cell in head[rank])
    )


def _asks(cell: str, lexicon: Lexicon) -> bool:
    """Return whether a cell names something that is asked, and not only an answer that may be given."""
    rows = (question for question, _ in lexicon.bare_parts(cell) if lexicon.items[question].kind == "grid")
    return _known(cell.strip(), lexicon) or any(rows)


def under_questions(head: Sequence[Sequence[str]], lexicon: Lexicon) -> Layout | None:
    """Return the layout of a table of which two lines are the header: questions, and under them their boxes or rows.

    A column of one question is named on either line. None when the second line may be what a family answered.
    """
    filled = [rank for rank, row in enumerate(head) if not is_blank(row)]
    for above, below in pairwise(filled):
        titles, parts = ([cell.strip() for cell in head[rank]] for rank in (above, below))
        spans: list[str] = []
        for title in titles:
            spans.append(title or (spans[-1] if spans else ""))
        named_parts = [
            lexicon.whole_title(span, part) if part else None for span, part in zip_longest(spans, parts, fillvalue="")
        ]
        boxed = {span for span, own in zip_longest(spans, named_parts, fillvalue="") if own and span}
        headers: list[Header] = []
        others: list[tuple[str, str]] = []
        for title, span, part, own in zip_longest(titles, spans, parts, named_parts, fillvalue=""):
            # A column without a title, among those of a question, is of it too: a box that is not known.
            among = span in boxed and not (part and lexicon.named(part))
            headers.append((span, part, "answer") if own or among else (title or part, "", "answer"))
            if part and not own and not says_response(part):
                others.append((title, part))
        sure = _are_no_answers(filter(None, named_parts), lexicon)
        titled = [title for title, _ in others if title]
        unknown = bool(titled) or (bool(others) and not any(lexicon.named(part) for _, part in others))
        answered = (unknown and not sure) or any(title not in boxed for title in titled)
        # A family may tick several boxes that bear no title, in their own words; not all of them.
        every = all(title or part for title, part in zip_longest(titles, parts, fillvalue=""))
        doubtful = not sure and not every and any(said_again(parts, row) for row in head[below + 1 :])
        # A question of one column is answered below its title: boxes stand beside each other under theirs.
        beside = Counter(question for question, _ in filter(None, named_parts))
        if max(beside.values(), default=0) >= _BOXES and not answered and not doubtful:
            return Layout(TABLE, named_columns(headers), below + 1, unticked="sans_reponse")
    return None


def _are_no_answers(parts: Iterable[tuple[str, str]], lexicon: Lexicon) -> bool:
    """Return whether no family answers these: rows of a grid are no answers, and « Aucun » excludes the other boxes."""
    named: dict[str, set[str]] = {}
    for question, part in parts:
        named.setdefault(question, set()).add(part)
    items = ((lexicon.items[question], own) for question, own in named.items())
    return any(item.kind == "grid" or (own & set(item.alone) and own - set(item.alone)) for item, own in items)


def _known(question: str, lexicon: Lexicon) -> bool:
    return bool(question) and (lexicon.column(question) or lexicon.question(question)) is not None


def _known_whole(name: str, lexicon: Lexicon) -> bool:
    return bool(lexicon.column(name) or lexicon.named(name))


def headers(row: Sequence[str], lexicon: Lexicon) -> list[Header]:
    """Return (question, part, kind) for each title of a line."""
    titles = {cell.strip() for cell in row}
    return in_order(row, lexicon, lambda name, last: _header(name, lexicon, last, titles))


def _header(name: str, lexicon: Lexicon, last: str, titles: Set[str]) -> Header:
    worth = _WORTH.fullmatch(name)
    if key(name) in corrections.COLUMNS or (worth and worth[1] in titles):
        return name, "", "service"
    numbered = _NUMBERED.fullmatch(name)
    # Without its number first: with it, a title would only look like the question that it says word for word.
    for text in (numbered[1], name) if numbered and not _known_whole(name, lexicon) else (name,):
        if parts := named(text, lexicon, last):
            return *parts, "answer"
    parts = split_path(name, lexicon) if "/" in name else None
    return *(parts or (name, "")), "answer"
