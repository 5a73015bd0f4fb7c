"""Ce que des familles écrivent à la place d'une réponse proposée : cela compte « Autre », et aucun mot n'en est gardé.

Tools write « Autre : piscine » in the cell of a closed question, or what was typed alone, or in a column of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from liaison.diagnostic.may_name import may_name
from liaison.diagnostic.wording import normal

OTHER = "Autre"
_WORDS = r"autres?|other|otr[oa]s?|outr[oa]s?|altr[oa]|di[gğ]er|alt[ae]le|altul|інше|أخرى"
_BARE = re.compile(rf"(?:une? )?(?:{_WORDS})(?: (?:reponse|precisez|preciser|a preciser|please specify))*")
_BESIDE = re.compile(rf"\s*(?:{_WORDS})\s*(?:\([^)]*\))?\s*[:：=-]\s*\S", re.IGNORECASE)
_LAST = re.compile(r".*[\[(/>]\s*([^\[\](/>)]+)[\])]?")
_FEW = 2  # families under which an answer was perhaps typed
_MOSTLY = 0.5  # of what is answered was chosen: a closed question, and not a text
_ENOUGH = 10  # answers under which hardly anybody gives the same one twice
_SENTENCE = 5  # words


def is_other(words: str) -> bool:
    """Return whether words only say « another answer »."""
    return bool(_BARE.fullmatch(normal(words)))


def written_in(counts: Mapping[str, int]) -> frozenset[str]:
    """Return the answers that families typed, among those of a question, by how many gave each.

    What follows « Autre : »; and, where a closed question shows that some were typed, all that hardly anybody gave.
    """
    typed = {answer for answer in counts if _BESIDE.match(answer)}
    rare = _rare(counts) - typed
    chosen = {answer: count for answer, count in counts.items() if answer not in typed | rare}
    told = sum(count for answer, count in counts.items() if answer not in typed)
    closed = sum(not is_other(answer) for answer in chosen) > 1 and sum(chosen.values()) >= _MOSTLY * told
    shown = typed or any(len(each.split()) >= _SENTENCE or may_name(each) for each in rare)
    return frozenset(typed | rare if closed and (shown or len(rare) > len(chosen)) else typed)


def is_written(counts: Mapping[str, int]) -> bool:
    """Return whether the answers of a question seem typed by families, for most are of one or two of them."""
    return sum(counts.values()) >= _ENOUGH and 2 * len(_rare(counts)) > len(counts)


def _rare(counts: Mapping[str, int]) -> set[str]:
    # Marks may be rare, and are chosen.
    worded = {answer: count for answer, count in counts.items() if any(map(str.isalpha, answer))}
    return {answer for answer, count in worded.items() if count <= _FEW and not is_other(answer)}


def is_beside(header: str, part: str, headers: Collection[str]) -> bool:
    """Return whether a column is what is written beside « Autre »: « question [Autre] », « question_other »."""
    last = _LAST.fullmatch(header)
    return is_other(part or (last[1] if last else header)) or header.removesuffix("_other") in {*headers} - {header}


__all__ = ["OTHER", "is_beside", "is_other", "is_written", "written_in"]
