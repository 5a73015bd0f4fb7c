"""Ce que des familles écrivent à la place d'une réponse proposée : cela compte « Autre », et aucun mot n'en est gardé.

Tools write « Autre : piscine » in the cell of a closed question, or what was typed alone, or in a column of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from liaison.base.letters import normal
from liaison.diagnostic.own.may_name import is_said_by_the_suite

OTHER = "Autre"
# At most so many families may have typed one same answer: nothing in an export tells a choice from a word. What more
# gave is published as an answer when a questionnaire is made, and waits for what it means when one is read (`alike`).
FEW = 3
_WORDS = r"autres?|other|otr[oa]s?|outr[oa]s?|altr[oa]|di[gğ]er|alt[ae]le|altul|інше|أخرى"
_SPECIFY = r"precise[rz]|precisions?|specify"
_AROUND = r"si|une?|a|de|veuillez|merci|svp|s|il|vous|plait|please|reponses?|(?:le|la|les)quel(?:le)?s?|quoi"
_BARE = re.compile(rf"(?:(?:{_AROUND}) )*(?:{_WORDS}|{_SPECIFY})(?: (?:{_AROUND}|{_WORDS}|{_SPECIFY}))*")
_BESIDE = re.compile(rf"((?:^|[,;|\n])\s*(?:{_WORDS}))\s*(?:\([^)]*\))?\s*[:：=–—-]\s*\S.*", re.IGNORECASE | re.DOTALL)
_LASTS = (re.compile(r".*\[([^\[\]]+)\]", re.DOTALL), re.compile(r".*[\[(/>]\s*([^\[\](/>)]+)[\])]?"))
_MOSTLY = 0.5  # of what is answered was chosen: a closed question, and not a text


def is_other(words: str) -> bool:
    """Return whether words only say « another answer »."""
    return bool(_BARE.fullmatch(normal(words)))


def without_written(cell: str) -> str:
    """Return a cell without what follows « Autre : », to its end: who writes puts commas where they like."""
    return _BESIDE.sub(r"\1", cell)


def written_in(counts: Mapping[str, int]) -> frozenset[str]:
    """Return the answers that families may have typed, by how many gave each: those that hardly anybody gave."""
    return frozenset(answer for answer, count in counts.items() if count <= FEW and may_be_written(answer))


def may_be_written(answer: str) -> bool:
    """Return whether families may have typed an answer, if hardly any gave it."""
    # Marks may be rare, and are chosen; what the suite proposes tells nothing of who typed it.
    return any(map(str.isalpha, answer)) and not is_other(answer) and not is_said_by_the_suite(answer)


def after_written(cells: Iterable[Sequence[str]], typed: Collection[str]) -> frozenset[str]:
    """Return the answers that always follow one that was typed: they are the end of it, cut at its commas."""
    follow: set[str] = set()
    chosen: set[str] = set()
    for pieces in cells:
        within = False
        for piece in pieces:
            within = within or piece in typed
            (follow if within else chosen).add(piece)
    return frozenset(piece for piece in follow - chosen if not is_other(piece))


def is_written(counts: Mapping[str, int], typed: Collection[str]) -> bool:
    """Return whether the answers of a question seem typed by families: not two were chosen, or not most."""
    if not typed:
        return False
    chosen = {answer: count for answer, count in counts.items() if answer not in typed and not is_other(answer)}
    return len(chosen) < 2 or sum(chosen.values()) < _MOSTLY * sum(counts.values())


def is_beside(header: str, part: str, headers: Collection[str]) -> bool:
    """Return whether a column is what is written beside « Autre »: « question [Autre] », « question_other »."""
    lasts = [match[1] for match in (last.fullmatch(header) for last in _LASTS) if match]
    return any(map(is_other, [part] if part else lasts or [header])) or header.removesuffix("_other") in {*headers} - {
        header
    }


def alike(cells: Collection[Sequence[str]]) -> frozenset[str]:
    """Return, of the unknown words of cells, those that more than a few have: what everybody may write is no free text.

    What always follows a free text is the end of it, cut at its commas.
    """
    counts = Counter(word for cell in cells for word in {*cell})
    often = {word for word, count in counts.items() if count > FEW}
    return frozenset(often - after_written(cells, counts.keys() - often))


__all__ = [
    "FEW",
    "OTHER",
    "after_written",
    "alike",
    "is_beside",
    "is_other",
    "is_written",
    "may_be_written",
    "without_written",
    "written_in",
]
